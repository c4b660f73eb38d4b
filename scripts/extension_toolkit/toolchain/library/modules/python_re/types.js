/* How types are made for Python, and the arguments of a call read. */

/* The arguments of a call; the last parameters have defaults. */
function argumentsOf(name, parameters, defaults, given) {
  const {length} = given
  const missing = parameters.length - length
  if (missing >= 0 && missing <= defaults.length && given[length - 1]?.$kw === undefined) {
    return missing === 0 ? given : [...given, ...defaults.slice(defaults.length - missing)]
  }
  const needed = parameters.length - defaults.length
  const found = $B.args(name, parameters.length,
    Object.fromEntries(parameters.map((parameter) => [parameter, null])), given,
    Object.fromEntries(defaults.map((value, i) => [parameters[needed + i], value])))
  return parameters.map((parameter) => found[parameter])
}

const addGetters = (type, getters) => {
  for (const [name, get] of Object.entries(getters)) {
    type.tp_funcs[`${name}_get`] = get
    type.tp_funcs[`${name}_set`] = None
  }
  type.tp_getset = Object.keys(getters)
}

const finishType = (type, methods, getters) => {
  type.tp_funcs = {...methods}
  type.tp_methods = Object.keys(methods)
  type.tp_funcs.__class_getitem__ = $B.$class_getitem
  type.classmethods = ['__class_getitem__']
  addGetters(type, getters)
  type.tp_new = () => {
    $B.RAISE(builtins.TypeError, `cannot create 're.${type.tp_name}' instances`)
  }
  $B.set_func_names(type, 're')
  $B.finalize_type(type)
}
