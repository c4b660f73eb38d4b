/* What all parts share: the run time, flags, and what goes between Python and JavaScript.
 *
 * Regular expressions are as CPython has them. A pattern is read into a tree (`syntax.js`, and
 * what stands before it); the tree becomes a program, which is an array of numbers (`program.js`);
 * and the program runs over a text (`matcher.js`). What Python sees of all this comes after that.
 * They are one script, in the order in which `library/__init__.py` names them.
 */

const $B = __BRYTHON__
const builtins = $B.builtins
const {None, bytearray, bytes, int, str} = builtins

const IGNORECASE = 2
const LOCALE = 4
const MULTILINE = 8
const DOTALL = 16
const UNICODE = 32
const VERBOSE = 64
const ASCII = 256
const FLAGS = {
  ASCII, IGNORECASE, LOCALE, UNICODE, MULTILINE, DOTALL, VERBOSE, DEBUG: 128,
}
const FLAG_LETTERS = {
  i: IGNORECASE, L: LOCALE, m: MULTILINE, s: DOTALL, x: VERBOSE, a: ASCII, u: UNICODE,
}
const TYPE_FLAGS = ASCII | LOCALE | UNICODE  // only one of these

const TOO_OFTEN = 2 ** 32 - 1  // a number of repetitions that CPython refuses
const TOO_MANY = 2 ** 30 - 1  // groups; and more repetitions than a text can have

const refuse = (message, pattern = None, place = None) => {
  throw $B.$call($B.module_getattr($B.imported.re, 'PatternError'), message, pattern, place)
}
const repr = (text) => builtins.repr($B.String(text))
const numberFrom = (value) => Number($B.int_value($B.PyNumber_Index(value)))
const plain = (text) => (text.$brython_value ?? text).valueOf()

/* The bytes of what Python gives, and Python's of a text. */
function codesOf(given) {
  if ($B.is_bytes(given) || $B.$isinstance(given, bytearray)) { return given.source }
  if (!$B.is_bytes_like(given)) {
    $B.RAISE(builtins.TypeError,
      `expected string or bytes-like object, got '${$B.class_name(given)}'`)
  }
  return $B.$call(bytes, given).source
}

const charactersOf = (given) => Array.from(codesOf(given), (code) => String.fromCharCode(code))
const bytesOf = (text) => $B.fast_bytes(Array.from(text, (character) => character.charCodeAt(0)))
