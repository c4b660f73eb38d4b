/* What stands in place of a match. */

/* The parts of a template: texts, and numbers of groups. */
function templateOf(pattern, given) {
  if ($B.is_str(given) && !plain(given).includes('\\')) { return [given] }
  if (!$B.is_str(given) && !$B.is_bytes_like(given)) {
    $B.RAISE(builtins.TypeError,
      `decoding to str: need a bytes-like object, ${$B.class_name(given)} found`)
  }
  const reader = readerOf(given)
  const {signs, take} = reader
  const parts = []
  let literal = ''
  const flush = () => {
    if (literal) { parts.push(signs.isText ? $B.String(literal) : bytesOf(literal)) }
    literal = ''
  }
  while (signs.next !== undefined) {
    const start = signs.place
    const sign = take()
    const part = sign[0] === '\\' ? escapedPart(reader, pattern, sign, start) : sign
    if (typeof part === 'number') {
      flush()
      parts.push(part)
    } else {
      literal += part
    }
  }
  flush()
  return parts
}

/* What begins with a backslash and a letter, which were read: a text or the number of a group. */
function escapedPart(reader, pattern, sign, start) {
  const {fail, takeWhile, numbered} = reader
  const letter = sign[1]
  const checked = (number, place) => number <= pattern.groups ? number
    : fail(`invalid group reference ${number}`, place)
  if (letter === 'g') { return checked(...groupByName(reader, pattern)) }
  if (letter === '0') {
    return String.fromCharCode(parseInt(letter + takeWhile(OCTAL, 2), 8) & 0xff)
  }
  if (DIGIT.test(letter)) {
    const {code, number} = numbered(letter, start)
    return number === undefined ? String.fromCharCode(code) : checked(number, start + 1)
  }
  if (CONTROLS[letter]) { return String.fromCharCode(CONTROLS[letter]) }
  return LETTER.test(letter) ? fail(`bad escape ${sign}`, start) : sign
}

/* The number of the group that stands in angle brackets, and where. */
function groupByName({signs, fail, skip, takeUntil, checkName}, {names}) {
  if (!skip('<')) { fail('missing <') }
  const {place} = signs
  const name = takeUntil('>')
  if (NUMBER.test(name)) { return [Number(name), place] }
  checkName(name, place)
  const number = names.get(name) ??
    $B.RAISE(builtins.IndexError, `unknown group name ${repr(name)}`)
  return [number, place]
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

/* A text with other texts in place of the matches, and how many there were. */
function substitute(pattern, replacement, string, givenCount) {
  const count = numberFrom(givenCount)
  const isFunction = builtins.callable(replacement)
  const template = isFunction ? null : templateOf(pattern, replacement)
  const subject = new Subject(string, pattern)
  const {length} = subject
  const next = scan(pattern, subject, 0, length)
  const parts = []
  let end = 0
  let made = 0
  let marks
  while ((count === 0 || made < count) && (marks = next())) {
    if (marks[0] > end) { parts.push(subject.slice(end, marks[0])) }
    end = marks[1]
    made++
    const match = matchOf(pattern, subject, marks, 0, length)
    if (isFunction) {
      const part = $B.$call(replacement, match)
      if (part !== None) { parts.push(part) }
    } else {
      parts.push(...filled(template, match))
    }
  }
  if (end < length) { parts.push(subject.slice(end, length)) }
  return [join(parts, pattern), made]
}
