/* The Python module `webext._ports`: Chrome's ports. */
(() => {
  const $B = __BRYTHON__
  const builtins = $B.builtins
  const {toPython, toJavaScript, toMessage, callAll, hears, background} = $python.values

  $B.addToImported('webext._ports', {
    /* A promise for a port. The background page is opened first where there is none. */
    connect: async (path, args) => {
      const [namespace, method] = path.split('.')
      if (!chrome[namespace]?.[method]) {
        throw new Error('not available here: is its permission in the manifest? The background page cannot open such a port')
      }
      if (path.valueOf() === 'runtime.connect' && !background) {
        const failure = await chrome.runtime.sendMessage({$wake: true})
        if (failure) { throw new Error(failure.$error.message) }
      }
      return chrome[namespace][method](...Array.from(args, toJavaScript))
    },
    /* [name, sender] */
    about: (port) => toPython([port.name, port.sender ?? null]),
    post: (port, message) => { port.postMessage(toMessage(message)); return builtins.None },
    disconnect: (port) => { port.disconnect(); return builtins.None },
    /* Have functions called with an event's values and the port as Python has it. */
    listen: (port, event, callbacks, pythonPort) => {
      port[event.valueOf()].addListener((...args) => callAll(callbacks, ...args.slice(0, -1), pythonPort))
      return builtins.None
    },
    /* Have each port that is opened to this page given to a function. */
    accept: (opened) => {
      chrome.runtime.onConnect.addListener((port) => {
        if (hears(port.sender)) { callAll([opened], port) }
      })
      return builtins.None
    },
  })
})()
