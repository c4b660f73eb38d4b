/* The page's event loop for `cases`; functions take and return Python values. */
(() => {
  const $B = __BRYTHON__
  const builtins = $B.builtins
  const {run} = $python

  $B.addToImported('cases._loop', {
    language: $B.String(`Java${'Script'}`),
    is_coroutine: (value) => $B.exact_type(value, $B.coroutine),
    start: (coroutine) => {
      run(coroutine).catch((error) => { console.error($python.traceback(error)) })
      return builtins.None
    },
    pause: () => Promise.resolve().then(() => builtins.None),
    both: async (first, second) => $B.$list(await Promise.all([run(first), run(second)])),
    traceback: (error) => $B.String($python.traceback(error)),
  })
})()
