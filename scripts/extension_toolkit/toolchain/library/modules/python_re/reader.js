/* What reads a pattern or a template. */

const DIGIT = /^[0-9]$/
const OCTAL = /^[0-7]$/
const HEXADECIMAL = /^[0-9A-Fa-f]$/
const SPACE = /^[ \t-\r]$/
const LETTER = /^[a-zA-Z]$/
const NUMBER = /^[0-9]+$/
const CONTROLS = {a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92}

/* What reads a pattern or a template: characters, and backslashes each with the next. */
function readerOf(given) {
  const isText = Boolean($B.is_str(given))
  const characters = isText ? Array.from(plain(given)) : charactersOf(given)
  const signs = {isText, place: 0, next: undefined}  // which is the next one, and where

  function seek(place) {
    signs.place = place
    signs.next = characters[place]
    if (signs.next === '\\') {
      if (place + 1 === characters.length) { fail('bad escape (end of pattern)', place) }
      signs.next += characters[place + 1]
    }
  }

  function fail(message, place = signs.place) {
    const ascii = (character) => `\\x${character.charCodeAt(0).toString(16)}`
    refuse($B.String(isText ? message : message.replace(/[\x80-\xff]/g, ascii)), given, place)
  }

  function take() {
    const {next, place} = signs
    if (next !== undefined) { seek(place + (next[0] === '\\' ? 2 : 1)) }
    return next
  }

  function skip(sign) {
    const found = signs.next === sign
    if (found) { take() }
    return found
  }

  function takeWhile(kind, count = Infinity) {
    let taken = ''
    while (taken.length < count && kind.test(signs.next)) { taken += take() }
    return taken
  }

  function takeUntil(end, what = 'group name') {
    const start = signs.place
    let taken = ''
    for (;;) {
      const sign = take()
      if (sign === end && taken) { return taken }
      if (sign === undefined && taken) { fail(`missing ${end}, unterminated name`, start) }
      if (sign === undefined || sign === end) { fail(`missing ${what}`, start) }
      taken += sign
    }
  }

  function checkName(name, place) {
    const known = isText || /^[\0-\x7f]*$/.test(name)
    if (!known || !str.tp_funcs.isidentifier($B.String(name))) {
      fail(`bad character in group name ${repr(name)}`, place)
    }
  }

  /* The code of an octal escape. */
  function octal(digits, start) {
    const code = parseInt(digits, 8)
    if (code > 0o377) { fail(`octal escape value \\${digits} outside of range 0-0o377`, start) }
    return code
  }

  /* What digits mean of which the first is no zero: a character, or the number of a group. */
  function numbered(first, start) {
    const digits = first + takeWhile(DIGIT, 1)
    const isOctal = /^[0-7]{2}$/.test(digits) && OCTAL.test(signs.next)
    return isOctal ? {code: octal(digits + take(), start)} : {number: Number(digits)}
  }

  seek(0)
  return {signs, seek, fail, take, skip, takeWhile, takeUntil, checkName, octal, numbered}
}
