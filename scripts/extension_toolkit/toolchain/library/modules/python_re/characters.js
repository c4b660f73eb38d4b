/* What stands for characters in a pattern: escapes, and sets in square brackets. */

const SET_OPERATIONS = {
  '-': 'difference', '&': 'intersection', '~': 'symmetric difference', '|': 'union',
}

const warn = (message) => {
  $B.module_getattr($B.imported._warnings, 'warn')(message, builtins.FutureWarning)
}

function charactersIn({signs, fail, take, skip, takeWhile, takeUntil, octal}) {
  const {isText} = signs

  /* A character that stands behind a backslash, whose sign was read. */
  function character(sign, start, digits) {
    const letter = sign.slice(1)
    if (digits !== '') { return octal(digits, start) }
    const length = letter === 'x' ? 2 : isText ? {u: 4, U: 8}[letter] : undefined
    if (length !== undefined) {
      const hex = takeWhile(HEXADECIMAL, length)
      if (hex.length < length) { fail(`incomplete escape ${sign}${hex}`, start) }
      const code = parseInt(hex, 16)
      if (code > 0x10ffff) { fail(`bad escape ${sign}${hex}`, start) }
      return code
    }
    if (letter === 'N' && isText) { return named(start) }
    if (LETTER.test(letter) || DIGIT.test(letter)) { fail(`bad escape ${sign}`, start) }
    return letter.codePointAt(0)
  }

  function named(start) {
    if (!skip('{')) { fail('missing {') }
    const name = takeUntil('}', 'character name')
    const table = $B.unicodedb
    if (!table) { fail('\\N{...} needs `import unicodedata` in the program', start) }
    const end = table.indexOf(`;${name.toUpperCase()};`)
    const code = table.slice(table.lastIndexOf('\n', end) + 1, Math.max(end, 0))
    if (!/^[0-9A-F]+$/.test(code)) { fail(`undefined character name ${repr(name)}`, start) }
    return parseInt(code, 16)
  }

  /* A set in square brackets: characters, pairs that are ranges, and letters of categories. */
  function set(start) {
    const items = []
    const takeMember = () => take() ?? fail('unterminated character set', start)
    if (signs.next === '[') { warn(`Possible nested set at position ${signs.place}`) }
    const negated = skip('^')
    for (;;) {
      let {place} = signs
      const sign = takeMember()
      if (sign === ']' && items.length > 0) { break }
      if (items.length > 0 && sign === signs.next && SET_OPERATIONS[sign]) {
        warn(`Possible set ${SET_OPERATIONS[sign]} at position ${place}`)
      }
      const low = member(sign, place)
      if (!skip('-')) {
        items.push(low)
        continue
      }
      place = signs.place
      const other = takeMember()
      if (other === ']') {
        items.push(low, 45)
        break
      }
      items.push(range(low, sign, other, place))
    }
    return items.length === 1 && typeof items[0] === 'number' && !negated
      ? {is: 'character', code: items[0]} : {is: 'set', negated, items}
  }

  /* A range in a set; what was read is its lower end, and the sign of its higher one. */
  function range(low, sign, other, place) {
    if (other === '-') { warn(`Possible set difference at position ${place - 1}`) }
    const high = member(other, place)
    if (typeof low === 'string' || typeof high === 'string' || high < low) {
      const length = [...sign, ...other].length + 1
      fail(`bad character range ${sign}-${other}`, signs.place - length)
    }
    return [low, high]
  }

  function member(sign, start) {
    if (sign[0] !== '\\') { return sign.codePointAt(0) }
    const letter = sign[1]
    if (CONTROLS[letter]) { return CONTROLS[letter] }
    if ('dDsSwW'.includes(letter)) { return letter }
    return character(sign, start, OCTAL.test(letter) ? letter + takeWhile(OCTAL, 2) : '')
  }

  return {character, set}
}
