/* What is searched. Its positions count characters, of which a JavaScript string has some in two
 * halves; such a text is searched as codes, and so are bytes. */

class Subject {
  constructor(given, {isText}) {
    const isBytes = !$B.is_str(given)
    const text = isBytes ? '' : plain(given)
    if (latest.text !== text) { latest = inCharacters(text) }
    this.given = given
    this.text = text
    this.codes = isBytes ? codesOf(given) : latest.codes
    this.pairs = latest.pairs
    this.length = (this.codes ?? text).length
    if (isBytes === isText) {
      $B.RAISE(builtins.TypeError, isText ? 'cannot use a string pattern on a bytes-like object'
        : 'cannot use a bytes pattern on a string-like object')
    }
    this.empty = isText ? '' : $B.fast_bytes([])
  }

  slice(begin, end) {
    if (this.codes === null) { return this.text.substring(begin, end) }
    return this.pairs === null ? $B.fast_bytes(this.codes.slice(begin, end))
      : $B.String(this.text.slice(this.indexOf(begin), this.indexOf(end)))
  }

  /* Where a character is in the JavaScript string. */
  indexOf(place) {
    let low = 0
    let high = this.pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.pairs[middle] < place) { low = middle + 1 } else { high = middle }
    }
    return place + low
  }

  place(number) {
    return Math.min(Math.max(numberFrom(number), 0), this.length)
  }
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/

/* The codes of a text where some are pairs of halves, and which are. */
const inCharacters = (text) => PAIR.test(text)
  ? {text, pairs: $B.surrogates(text), codes: Array.from(text, (pair) => pair.codePointAt(0))}
  : {text, pairs: null, codes: null}
let latest = inCharacters('')  // which is often searched again
