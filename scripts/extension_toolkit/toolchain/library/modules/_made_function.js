/* Functions whose parameters are known only when they are made, as `__init__` of a dataclass.
 *
 * CPython makes them by evaluating their source.
 */
(() => {
  const $B = __BRYTHON__
  const None = $B.builtins.None

  /** A function that takes parameters of given names.
   * @param {string} name
   * @param {string} module
   * @param {string[]} positional names of the parameters that may be given by position
   * @param {string[]} keywordOnly names of those that may not
   * @param {object} defaults by name
   * @param {Function} call takes the value of every parameter, in order, and gives the result
   */
  function make_function(name, module, positional, keywordOnly, defaults, call) {
    const names = [...positional, ...keywordOnly]
    const made = function () {
      const values = $B.args_parser(made, arguments)
      return $B.$call(call, ...names.map((parameter) => values[parameter]))
    }
    const given = new Map()
    for (const {key, value} of $B.builtins.dict.$iter_items(defaults)) { given.set(key, value) }
    const withDefault = (parameter) => given.has(parameter)
    const positionalDefaults = positional.filter(withDefault).map((key) => given.get(key))
    const keywordDefaults = Object.fromEntries(
      keywordOnly.filter(withDefault).map((key) => [key, given.get(key)]))
    $B.set_function_infos(made, {
      __module__: module, __name__: name, __qualname__: name, __file__: '<made>',
      __defaults__: positionalDefaults.length ? positionalDefaults : None,
      __kwdefaults__: keywordOnly.some(withDefault) ? keywordDefaults : None,
      __doc__: None, arg_names: names, args_vararg: null, args_kwarg: null,
      positional_length: positional.length, lineno: 1, flags: 3, free_vars: [],
      kwonlyargs_length: keywordOnly.length, posonlyargs_length: 0, varnames: names,
      __annotations__: false, __type_params__: [],
    })
    made.func_globals = call.func_globals
    made.func_module = module
    made.__annotate__ = None
    made.ob_type = $B.function
    return made
  }

  /** Give a class an attribute that is made when it is first read. */
  function set_later(cls, name, make) {
    const attributes = $B.get_dict(cls)
    $B.lazy(attributes, name, () => { attributes[name] = $B.$call(make) })
    return None
  }

  $B.addToImported('_made_function', {make_function, set_later})
})()
