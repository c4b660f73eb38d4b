/* What stands in place of a match. */

/* The parts of a template: texts, and numbers of groups. */
function templateOf(pattern, given) {
  if ($B.is_str(given) && !plain(given).includes('\\')) { return [given] }
  if (!$B.is_str(given) && !$B.is_bytes_like(given)) {
    $B.RAISE(builtins.TypeError,
      `decoding to str: need a bytes-like object, ${$B.class_name(given)} found`)
  }
  const {signs, fail, take, skip, takeWhile, takeUntil, checkName, octal} = readerOf(given)
  const parts = []
  let literal = ''
  const flush = () => {
    if (literal) {
      parts.push(signs.isText ? $B.String(literal)
        : $B.fast_bytes(Array.from(literal, (sign) => sign.charCodeAt(0))))
    }
    literal = ''
  }
  const group = (number, place) => {
    if (number > pattern.groups) { fail(`invalid group reference ${number}`, place) }
    flush()
    parts.push(number)
  }
  while (signs.next !== undefined) {
    const start = signs.place
    const sign = take()
    const letter = sign[1]
    if (sign[0] !== '\\') {
      literal += sign
    } else if (letter === 'g') {
      if (!skip('<')) { fail('missing <') }
      const {place} = signs
      const name = takeUntil('>', 'group name')
      const isNumber = NUMBER.test(name)
      if (!isNumber) { checkName(name, place) }
      group(isNumber ? Number(name) : pattern.names.get(name) ?? $B.RAISE(
        builtins.IndexError, `unknown group name ${repr(name)}`), place)
    } else if (letter === '0') {
      literal += String.fromCharCode(parseInt(letter + takeWhile(OCTAL, 2), 8) & 0xff)
    } else if (DIGIT.test(letter)) {
      let digits = letter + takeWhile(DIGIT, 1)
      if (/^[0-7]{2}$/.test(digits) && OCTAL.test(signs.next)) {
        digits += take()
        literal += String.fromCharCode(octal(digits, start))
      } else {
        group(Number(digits), start + 1)
      }
    } else if (CONTROLS[letter]) {
      literal += String.fromCharCode(CONTROLS[letter])
    } else {
      if (LETTER.test(letter)) { fail(`bad escape ${sign}`, start) }
      literal += sign
    }
  }
  flush()
  return parts
}

const filled = (template, match) => template.map(
  (part) => typeof part === 'number' ? groupOf(match, part, match.subject.empty) : part)

/* One text, or bytes, of many. */
function join(parts, {isText}) {
  const isFit = isText ? $B.is_str : $B.is_bytes_like
  const wrong = parts.findIndex((part) => !isFit(part))
  if (wrong >= 0) {
    $B.RAISE(builtins.TypeError, `sequence item ${wrong}: expected ` +
      `${isText ? 'str instance' : 'a bytes-like object'}, ${$B.class_name(parts[wrong])} found`)
  }
  return isText ? $B.String(parts.map(plain).join('')) : $B.fast_bytes(parts.flatMap(codesOf))
}
