/* What counts as a subclass of an abstract class, for `abc`; in CPython this is no Python either. */
(() => {
  const $B = __BRYTHON__
  const builtins = $B.builtins

  const states = new WeakMap()  // by class
  let registrations = 0  // of all classes; what was no subclass may be one after each

  function stateOf(cls) {
    if (!states.has(cls)) {
      states.set(cls, {
        registry: new Set(), found: new WeakSet(), missed: new WeakSet(), since: registrations,
      })
    }
    return states.get(cls)
  }

  function isAbstract(value) {
    // Most members are functions that nobody gave an attribute.
    return !(value?.ob_type === $B.function && value[$B.DICT] === undefined)
      && $B.$bool($B.$getattr(value, '__isabstractmethod__', false))
  }

  /* The names of the abstract methods that the bases of a class have. */
  function* inherited(cls) {
    for (const base of cls.tp_bases) {
      const names = $B.is_builtin_type(base)
        ? $B.NULL : $B.get_from_dict(base, '__abstractmethods__', $B.NULL)
      if (names !== $B.NULL) { yield* $B.make_js_iterator_no_trace(names) }
    }
  }

  function initialize(cls) {
    const names = new Set()
    for (const {key, value} of builtins.dict.$iter_items($B.get_dict(cls))) {
      if (isAbstract(value)) { names.add(key) }
    }
    for (const name of inherited(cls)) {
      if (isAbstract($B.$getattr(cls, name, builtins.None))) { names.add(name) }
    }
    const found = $B.$call(builtins.frozenset, $B.$list([...names]))
    builtins.type.tp_funcs.__abstractmethods___set(cls, found)
    return builtins.None
  }

  function register(cls, subclass) {
    if (!$B.is_type(subclass)) { $B.RAISE(builtins.TypeError, 'Can only register classes') }
    // Builtin types inherit from no abstract class, and need not be described to know it.
    const isBuiltin = $B.is_builtin_type(subclass)
    if (!isBuiltin && builtins.issubclass(subclass, cls)) { return subclass }
    if (isBuiltin ? $B.get_mro(cls).includes(subclass) : builtins.issubclass(cls, subclass)) {
      $B.RAISE(builtins.RuntimeError, 'Refusing to create an inheritance cycle')
    }
    stateOf(cls).registry.add(subclass)
    registrations += 1
    return subclass
  }

  function isSubclass(cls, subclass) {
    if (!$B.is_type(subclass)) {
      $B.RAISE(builtins.TypeError, 'issubclass() arg 1 must be a class')
    }
    const state = stateOf(cls)
    if (state.found.has(subclass)) { return true }
    if (state.since < registrations) {
      state.missed = new WeakSet()
      state.since = registrations
    } else if (state.missed.has(subclass)) {
      return false
    }
    const is = asked(cls, subclass, state)
    ;(is ? state.found : state.missed).add(subclass)
    return is
  }

  function asked(cls, subclass, state) {
    const answer = $B.$call($B.$getattr(cls, '__subclasshook__'), subclass)
    if (answer !== builtins.NotImplemented) { return $B.$bool(answer) }
    if ($B.get_mro(subclass).includes(cls)) { return true }
    const known = [...state.registry, ...$B.$call($B.$getattr(cls, '__subclasses__'))]
    return known.some((other) => builtins.issubclass(subclass, other))
  }

  function isInstance(cls, instance) {
    const subclass = $B.$getattr(instance, '__class__')
    const type = $B.get_class(instance)
    const check = $B.$getattr(cls, '__subclasscheck__')
    return $B.$bool($B.$call(check, subclass)) || (type !== subclass && $B.$bool($B.$call(check, type)))
  }

  $B.addToImported('_abc', {
    _abc_init: initialize,
    _abc_instancecheck: isInstance,
    _abc_register: register,
    _abc_subclasscheck: isSubclass,
    get_cache_token: () => registrations,

    /** The registry; what was found out about other classes is not kept where it can be listed. */
    _get_dump(cls) {
      const {registry, since} = stateOf(cls)
      const known = $B.$call(builtins.set, $B.$list([...registry]))
      return $B.fast_tuple([known, builtins.None, builtins.None, since])
    },
    _reset_caches(cls) {
      Object.assign(stateOf(cls), {found: new WeakSet(), missed: new WeakSet()})
      return builtins.None
    },
    _reset_registry(cls) {
      stateOf(cls).registry.clear()
      return builtins.None
    },
  })
})()
