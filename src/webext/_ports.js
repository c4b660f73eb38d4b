/* The Python module `webext._ports`: Chrome's ports. */
(() => {
  const $B = __BRYTHON__
  const builtins = $B.builtins
  const {toPython, toJavaScript, toMessage, callAll, hears, background} = $python.values

  $B.addToImported('webext._ports', {
    /* A promise for a port. The background page is opened first where there is none. */
    connect: async (path, args) => {
      const owner = chrome[path.valueOf().split('.')[0]]
      if (!owner?.connect) { throw new Error('not available here: a port to a tab is opened in a page, or by the tab') }
      if (!background) {
        const failure = await chrome.runtime.sendMessage({$wake: true})
        if (failure) { throw new Error(failure.$error.message) }
      }
      return owner.connect(...Array.from(args, toJavaScript))
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
