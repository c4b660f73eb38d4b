/* Load Python modules that were compiled at build time, and start a page's own.
 *
 * Each module's script calls `$python.define`; nothing runs until it is imported. Brython's own
 * finders, which fetch and compile source, are never asked.
 */
globalThis.$python = (() => {
  'use strict'

  const $B = __BRYTHON__
  const builtins = $B.builtins
  const modules = new Map()
  const startModule = document.currentScript?.dataset.start  // content scripts start theirs

  /** Make a module known.
   * @param {string} name full dotted name
   * @param {{file: string, package?: boolean, js?: boolean, source?: string}} about
   * @param {() => object} run the module's compiled body, which returns its namespace
   */
  function define(name, about, run) {
    modules.set(name, {...about, run})
    $B.url2name[about.file] = name
    if (about.source !== undefined) { $B.file_cache[about.file] = about.source }
  }

  function runPython(name, module, run) {
    const namespace = run()
    if (namespace !== $B.get_dict(module)) {
      for (const key in namespace) { $B.module_setattr(module, key, namespace[key]) }
    }
    $B.module_setattr(module, '__initializing__', false)
  }

  /* A library module written in JavaScript hands its content to `addToImported`. */
  function runJavaScript(name, module, run) {
    run()
    const loaded = $B.imported[name]
    loaded.ob_type = $B.module
    $B.module_setattr(loaded, '__name__', name)
  }

  function execute(name, module) {
    const about = modules.get(name)
    const run = about.js ? runJavaScript : runPython
    run(name, module, about.run)
  }

  $B.is_bundled = (name) => modules.has(name)
  $B.load_bundled = (name) => {
    const {file, package: isPackage} = modules.get(name)
    const spec = specOf(name)
    const module = {ob_type: $B.module, $is_package: Boolean(isPackage)}
    $B.init_dict(module)
    Object.assign($B.get_dict(module), {
      __name__: name,
      __doc__: builtins.None,
      __loader__: $B.get_from_dict(spec, 'loader'),
      __package__: $B.get_from_dict(spec, 'parent'),
      __spec__: spec,
      __file__: file,
    })
    if (isPackage) { $B.module_setattr(module, '__path__', $B.$list([])) }
    $B.imported[name] = module
    try {
      execute(name, module)
    } catch (error) {
      delete $B.imported[name]
      throw error
    }
  }

  const loader = $B.make_type('AheadOfTimeLoader', [builtins.object])
  loader.tp_funcs = {
    create_module: () => builtins.None,
    exec_module(self, module) { execute($B.module_getattr(module, '__name__'), module) },
  }
  loader.tp_methods = ['create_module', 'exec_module']
  $B.set_func_names(loader, '<import>')
  $B.finalize_type(loader)

  function specOf(name) {
    const about = modules.get(name)
    return $B.ModuleSpec.$factory({
      name,
      loader: {ob_type: loader},
      origin: about.file,
      submodule_search_locations: about.package ? $B.$list([]) : builtins.None,
      loader_state: builtins.None,
      cached: builtins.None,
      parent: about.package ? name : name.slice(0, Math.max(name.lastIndexOf('.'), 0)),
      has_location: true,
    })
  }

  // What `importlib` asks; an import statement does not.
  const finder = $B.make_type('AheadOfTimeFinder', [builtins.object])
  finder.tp_funcs = {
    find_spec: (cls, name) => modules.has(name) ? specOf(name) : builtins.None,
  }
  finder.classmethods = ['find_spec']
  $B.set_func_names(finder, '<import>')
  $B.finalize_type(finder)

  $B.make_import_paths = (filename) => {
    $B.import_info[filename] = {meta_path: [finder], path_hooks: [], path: []}
  }

  /* What a compiled function says of itself, in production builds; see `compact.py`. */
  $B.describe_function = (f, frame, infos) => {
    infos[0] = frame[2]
    infos[3] = frame.__file__
    infos.push(false, [], frame)
    f.$function_infos = infos
    $B.set_func_attrs(f, frame, frame[2])
    f.ob_type = $B.function
    f.__annotate__ = builtins.None
  }

  /* Of one whose parameters are plain, with the names of its parameters and its other variables. */
  const split = (names) => names ? names.split(' ') : []
  $B.describe_plain = (f, frame, name, count, line, flags, parameters, others) => {
    const given = split(parameters)
    const {None} = builtins
    $B.describe_function(f, frame, [
      0, name.slice(name.lastIndexOf('.') + 1), name, 0, None, None, None, given, null, null,
      count, line, flags, [], 0, 0, [...given, ...split(others)],
    ])
  }

  /* A name that a library module imports or makes, once it is used. What is made says by the frame
   * in which module that was. */
  $B.lazy = (namespace, name, load, frame) => {
    const settle = (value) => {
      Object.defineProperty(namespace, name, {
        value, configurable: true, enumerable: true, writable: true,
      })
    }
    Object.defineProperty(namespace, name, {
      configurable: true,
      enumerable: true,
      set: settle,
      get() {
        const outer = $B.frame_obj
        if (frame) { $B.frame_obj = $B.push_frame(frame) }
        try {
          load()
        } finally {
          $B.frame_obj = outer
        }
        return namespace[name]
      },
    })
  }

  /* What an annotation stands for. Where `annotationlib` says so, it gets a reference to what is not
   * defined yet, as for a field of a dataclass. */
  const WITH_REFERENCES = 2
  $B.annotation = (format, evaluate, text, isClass) => {
    try {
      return evaluate()
    } catch (error) {
      const known = $B.int_value(format) !== WITH_REFERENCES || !$B.is_exc(error, [builtins.NameError])
      if (known) { throw error }
      const reference = $B.module_getattr($B.imported.annotationlib, 'ForwardRef')
      return $B.$call(reference, $B.String(text), {$kw: [{is_class: isClass}]})
    }
  }

  /** Import the page's own module; what it raises goes to the console as a traceback. */
  function start(name) {
    const namespace = $B.empty_dict()
    namespace.__name__ = '__main__'
    $B.enter_frame(['<page>', namespace, '__main__', namespace], '<page>', 1)
    try {
      $B.import(name, [], {}, namespace)
      return null
    } catch (error) {
      return $python.report(error)
    } finally {
      $B.frame_obj = null
    }
  }

  $B.$options = {}
  $B.stdlib_module_names = []
  builtins.__debug__ = true
  const started = new Promise((resolve) => {
    // Deferred scripts, among them every module's, have run by then.
    if (startModule) { addEventListener('DOMContentLoaded', () => resolve(start(startModule))) }
  })
  return {define, start, started}
})()
