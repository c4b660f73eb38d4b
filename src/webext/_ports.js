/* The Python module `webext._ports`: Chrome's ports. */
(() => {
  const $B = __BRYTHON__
  const builtins = $B.builtins
  const {toPython, toJavaScript, toMessage, callAll, hears, background} = $python.values

  const errors = new WeakMap()  // why a port ended, if there is more to it than that the other end closed

  const listeners = (port, callbacks, pythonPort) => ({
    onMessage: (message) => callAll(callbacks, [message], pythonPort),
    onDisconnect: (error) => {
      errors.set(port, typeof error === 'string' ? error : chrome.runtime.lastError?.message)
      callAll(callbacks, [], pythonPort)
    },
  })

  $B.addToImported('webext._ports', {
    /* A promise for a port. The background page is opened first where there is none. */
    connect: async (path, args) => {
      const [namespace, method] = path.split('.')
      const given = Array.from(args, toJavaScript)
      if (!chrome[namespace]?.[method]) {
        if (background) { return $worker.connect(path.valueOf(), given) }
        throw new Error('not available here: is its permission in the manifest?')
      }
      if (method === 'connect' && namespace === 'runtime' && typeof given[0] !== 'string' && !background) {
        const failure = await chrome.runtime.sendMessage({$wake: true})
        if (failure) { throw new Error(failure.$error.message) }
      }
      return chrome[namespace][method](...given)
    },
    /* [name, sender] */
    about: (port) => toPython([port.name, port.sender ?? null]),
    post: (port, message) => { port.postMessage(toMessage(message)); return builtins.None },
    error: (port) => toPython(errors.get(port)),
    disconnect: (port) => { port.disconnect(); return builtins.None },
    /* Have functions called with an event's values and the port as Python has it. */
    listen: (port, event, callbacks, pythonPort) => {
      port[event].addListener(listeners(port, callbacks, pythonPort)[event])
      return builtins.None
    },
    /* Have each port that is opened to this page given to a function. */
    accept: (opened) => {
      const take = (port) => { if (hears(port.sender)) { callAll([opened], [port]) } }
      if (background) { $worker.accept = take } else { chrome.runtime.onConnect.addListener(take) }
      return builtins.None
    },
  })
})()
