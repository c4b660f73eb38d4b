/* Sets of characters, and how case is ignored. */

const EXACT = 0
const FOLD_ASCII = 1
const FOLD = 2
const foldOf = (flags) => !(flags & IGNORECASE) ? EXACT : flags & UNICODE ? FOLD : FOLD_ASCII

/* A set knows of characters only after it was asked: 1 is no, 2 is yes. */
const makeSet = (items, negated, fold, isAscii) =>
  ({items, negated, fold, isAscii, known: new Uint8Array(256), others: new Map()})

const ALL = makeSet([], true, EXACT, false)
const LINE = makeSet([10], true, EXACT, false)
const categories = new Map()

function categorySet(letter, isAscii) {
  const key = isAscii ? `a${letter}` : letter
  if (!categories.has(key)) { categories.set(key, makeSet([letter], false, EXACT, isAscii)) }
  return categories.get(key)
}

const CATEGORIES = {d: /\p{Nd}/u, w: /[\p{L}\p{N}_]/u, s: /[\s\x1c-\x1f\x85]/}
const ASCII_CATEGORIES = {d: /[0-9]/, w: /\w/, s: /[ \t-\r]/}

function isInCategory(letter, text, isAscii) {
  const small = letter.toLowerCase()
  const found = (isAscii ? ASCII_CATEGORIES : CATEGORIES)[small].test(text)
  return (found && text !== '\ufeff') === (letter === small)
}

const isLetter = (code) => (code > 64 && code < 91) || (code > 96 && code < 123)
const KINDS_OF_I = [73, 105, 0x130, 0x131]

function isInRange(low, high, code, fold) {
  const isIn = (other) => low <= other && other <= high
  if (isIn(code) || (fold !== EXACT && isLetter(code) && isIn(code ^ 32))) { return true }
  if (fold !== FOLD || (code < 128 && high < 128)) { return false }
  if (KINDS_OF_I.includes(code) && KINDS_OF_I.some(isIn)) { return true }
  const hex = (end) => `\\u{${end.toString(16)}}`
  return new RegExp(`[${hex(low)}-${hex(high)}]`, 'iu').test(String.fromCodePoint(code))
}

/* Find out whether a character is in a set, and let the set know. */
function decide(set, code) {
  let known = code < 256 ? 0 : set.others.get(code)
  if (!known) {
    const found = set.items.some((item) =>
      typeof item === 'string' ? isInCategory(item, String.fromCodePoint(code), set.isAscii)
        : isInRange(item[0] ?? item, item[1] ?? item, code, set.fold))
    known = found === set.negated ? 1 : 2
    if (code < 256) { set.known[code] = known } else { set.others.set(code, known) }
  }
  return known === 2
}

function isCased(code, fold) {
  if (fold === EXACT) { return false }
  if (fold === FOLD_ASCII) { return isLetter(code) }
  const text = String.fromCodePoint(code)
  return text.toLowerCase() !== text || text.toUpperCase() !== text
}

function isInSet(set, code) {
  const known = code < 256 ? set.known[code] : 0
  return known === 0 ? decide(set, code) : known === 2
}
