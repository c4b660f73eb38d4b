/* The module. */

/* A function that compiles its first argument, and calls a method of the pattern. */
const compiling = (name, parameters, defaults = []) => (...given) => {
  const names = ['pattern', ...parameters, 'flags']
  const [pattern, ...rest] = argumentsOf(name, names, [...defaults, 0], given)
  const flags = rest.pop()
  return patternMethods[name](patternOf(pattern, flags), ...rest)
}

const SPECIAL = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g
const escapedText = (text) => text.replace(SPECIAL, '\\$&')

const module = {
  Pattern,
  Match,
  NOFLAG: flag(0),
  compile: (...given) => patternOf(...argumentsOf('compile', ['pattern', 'flags'], [0], given)),
  escape(...given) {
    const [pattern] = argumentsOf('escape', ['pattern'], [], given)
    if ($B.is_str(pattern)) { return $B.String(escapedText(plain(pattern))) }
    return bytesOf(escapedText(charactersOf(pattern).join('')))
  },
  purge() {
    cache.clear()
    return None
  },
}
for (const name of ['match', 'fullmatch', 'search', 'prefixmatch', 'findall', 'finditer']) {
  module[name] = compiling(name, ['string'])
}
module.split = compiling('split', ['string', 'maxsplit'], [0])
for (const name of ['sub', 'subn']) {
  module[name] = compiling(name, ['repl', 'string', 'count'], [0])
}
$B.set_func_names(module, 're')
for (const [name, bits] of Object.entries(FLAGS)) { module[name] = flag(bits) }
Object.assign(module, {
  A: module.ASCII, I: module.IGNORECASE, L: module.LOCALE, U: module.UNICODE,
  M: module.MULTILINE, S: module.DOTALL, X: module.VERBOSE,
})
$B.addToImported('python_re', module)
