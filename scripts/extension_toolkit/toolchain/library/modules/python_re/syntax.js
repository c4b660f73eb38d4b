/* A pattern as a tree. */

/* Read a pattern, which is a text or bytes. */
function parse(given, flags) {
  const {signs, seek, fail, take, skip, takeWhile, takeUntil, checkName, octal} = readerOf(given)
  const {isText} = signs
  const widths = [undefined]  // of the groups, by number, once they are closed
  const names = new Map()
  const awaited = new Map()  // where a condition names a group by its number
  let outside = null  // how many groups there are before the outermost look-behind

  /* Alternatives, up to the end or a closing bracket. */
  function alternatives(verbose, outermost = false) {
    const choices = []
    do {
      choices.push(sequence(verbose, outermost && choices.length === 0))
      if (outermost) { verbose = flags & VERBOSE }
    } while (skip('|'))
    if (choices.length === 1) { return choices[0] }
    const items = choices.map((nodes) => nodes.length === 1 ? membersOf(nodes[0]) : null)
    return items.includes(null)
      ? [{is: 'branch', choices}] : [{is: 'set', negated: false, items: items.flat()}]
  }

  /* What stands in a set for a node, or null. */
  const membersOf = ({is, code, negated, items}) =>
    is === 'character' ? [code] : is === 'set' && !negated ? items : null

  function sequence(verbose, first) {
    const nodes = []
    for (;;) {
      const {next, place} = signs
      if (next === undefined || next === '|' || next === ')') { break }
      take()
      if (verbose && SPACE.test(next)) { continue }
      if (verbose && next === '#') {
        while (signs.next !== undefined && take() !== '\n') { /* a comment */ }
        continue
      }
      const node = next[0] === '\\' ? escaped(next[1], next, place)
        : '*+?{'.includes(next) ? quantified(next, place, nodes)
          : next === '[' ? set(place)
            : next === '(' ? bracket(place, verbose, first && nodes.length === 0)
              : next === '.' ? {is: 'any'}
                : next === '^' || next === '$' ? {is: 'at', where: next}
                  : {is: 'character', code: next.codePointAt(0)}
      if (node === undefined) { verbose = flags & VERBOSE }  // flags of the whole
      if (node) { nodes.push(node) }
    }
    return nodes.flatMap((node) => isBare(node) ? node.body : [node])
  }

  /* Whether a node is nothing but brackets around others. */
  const isBare = (node) => node.is === 'group' && !node.number && !node.on && !node.off

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

  function escaped(letter, sign, start) {
    if ('AZzbB'.includes(letter)) { return {is: 'at', where: letter} }
    if ('dDsSwW'.includes(letter)) { return {is: 'set', negated: false, items: [letter]} }
    if (CONTROLS[letter]) { return {is: 'character', code: CONTROLS[letter]} }
    if (!/[1-9]/.test(letter)) {
      const digits = letter === '0' ? letter + takeWhile(OCTAL, 2) : ''
      return {is: 'character', code: character(sign, start, digits)}
    }
    let digits = letter + takeWhile(DIGIT, 1)
    if (/^[0-7]{2}$/.test(digits) && OCTAL.test(signs.next)) {
      digits += take()
      return {is: 'character', code: octal(digits, start)}
    }
    const number = Number(digits)
    if (number >= widths.length) { fail(`invalid group reference ${number}`, start + 1) }
    return reference(number, start)
  }

  function reference(number, start) {
    if (!widths[number]) { fail('cannot refer to an open group', start) }
    checkOutside(number)
    return {is: 'reference', number, width: widths[number]}
  }

  /* Within a look-behind, groups of the same one cannot be referred to. */
  function checkOutside(number) {
    if (outside === null) { return }
    if (!widths[number]) { fail('cannot refer to an open group') }
    if (number >= outside) {
      fail('cannot refer to group defined in the same lookbehind subpattern')
    }
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
      if (other === '-') { warn(`Possible set difference at position ${place - 1}`) }
      const high = member(other, place)
      if (typeof low === 'string' || typeof high === 'string' || high < low) {
        const length = [...sign, ...other].length + 1
        fail(`bad character range ${sign}-${other}`, signs.place - length)
      }
      items.push([low, high])
    }
    return items.length === 1 && typeof items[0] === 'number' && !negated
      ? {is: 'character', code: items[0]} : {is: 'set', negated, items}
  }

  const SET_OPERATIONS = {
    '-': 'difference', '&': 'intersection', '~': 'symmetric difference', '|': 'union',
  }

  function member(sign, start) {
    if (sign[0] !== '\\') { return sign.codePointAt(0) }
    const letter = sign[1]
    if (CONTROLS[letter]) { return CONTROLS[letter] }
    if ('dDsSwW'.includes(letter)) { return letter }
    return character(sign, start, OCTAL.test(letter) ? letter + takeWhile(OCTAL, 2) : '')
  }

  /* Let the last of the nodes be repeated. */
  function quantified(sign, start, nodes) {
    const [min, max] = {'?': [0, 1], '*': [0, Infinity], '+': [1, Infinity]}[sign] ?? bounds()
    if (min === null) { return {is: 'character', code: sign.charCodeAt(0)} }
    const node = nodes.at(-1)
    if (node === undefined || node.is === 'at') { fail('nothing to repeat', start) }
    if (node.is === 'repeat') { fail('multiple repeat', start) }
    const body = isBare(node) ? node.body : [node]
    const kind = skip('?') ? 'lazy' : skip('+') ? 'possessive' : 'greedy'
    nodes[nodes.length - 1] = {is: 'repeat', kind, min, max, body}
    return null
  }

  function bounds() {
    const start = signs.place
    const low = takeWhile(DIGIT)
    const high = skip(',') ? takeWhile(DIGIT) : low
    if (signs.place === start || !skip('}')) {
      seek(start)
      return [null]
    }
    const [min, max] = [Number(low), high === '' ? Infinity : Number(high)]
    if (min >= TOO_OFTEN || (high !== '' && max >= TOO_OFTEN)) {
      $B.RAISE(builtins.OverflowError, 'the repetition number is too large')
    }
    if (max < min) { fail('min repeat greater than max repeat', start) }
    return [min, max]
  }

  const takeOption = () => take() ?? fail('unexpected end of pattern')
  const close = (start) => {
    if (!skip(')')) { fail('missing ), unterminated subpattern', start) }
  }

  /* What begins with a bracket: a node, null for a comment, undefined for flags of the whole. */
  function bracket(start, verbose, first) {
    if (!skip('?')) { return group(start, verbose) }
    const sign = takeOption()
    if (sign === ':') { return brackets(start, verbose, 0, 0) }
    if (sign === '>') { return {...brackets(start, verbose, 0, 0), is: 'atomic'} }
    if (sign === 'P') { return extension(start, verbose) }
    if (sign === '=' || sign === '!') { return look(start, verbose, sign, false) }
    if (sign === '<') {
      const kind = takeOption()
      if (kind !== '=' && kind !== '!') { fail(`unknown extension ?<${kind}`, start + 1) }
      return look(start, verbose, kind, true)
    }
    if (sign === '(') { return condition(start, verbose) }
    if (sign === '#') {
      for (;;) {
        const taken = take()
        if (taken === ')') { return null }
        if (taken === undefined) { fail('missing ), unterminated comment', start) }
      }
    }
    if (sign !== '-' && !LETTERS[sign]) { fail(`unknown extension ?${sign}`, start + 1) }
    const changed = changedFlags(sign)
    if (changed !== null) { return brackets(start, verbose, ...changed) }
    if (!first) { fail('global flags not at the start of the expression', start) }
    return undefined
  }

  function brackets(start, verbose, on, off) {
    const body = alternatives((verbose || on & VERBOSE) && !(off & VERBOSE))
    close(start)
    return {is: 'group', number: 0, on, off, body}
  }

  function group(start, verbose, name, place) {
    const number = widths.length
    widths.push(undefined)
    if (names.has(name)) {
      fail(`redefinition of group name ${repr(name)} as group ${number}; ` +
        `was group ${names.get(name)}`, place)
    }
    if (name !== undefined) { names.set(name, number) }
    const node = {...brackets(start, verbose, 0, 0), number}
    widths[number] = widthOf(node.body)
    return node
  }

  function extension(start, verbose) {
    if (skip('<')) {
      const {place} = signs
      const name = takeUntil('>', 'group name')
      checkName(name, place)
      return group(start, verbose, name, place)
    }
    if (skip('=')) {
      const {place} = signs
      const name = takeUntil(')', 'group name')
      checkName(name, place)
      return reference(numberOf(name, place), place)
    }
    return fail(`unknown extension ?P${takeOption()}`, start + 1)
  }

  const numberOf = (name, place) =>
    names.get(name) ?? fail(`unknown group name ${repr(name)}`, place)

  function look(start, verbose, sign, behind) {
    const before = outside
    if (behind) { outside ??= widths.length }
    const body = alternatives(verbose)
    outside = before
    close(start)
    const negated = sign === '!'
    return negated && body.length === 0 ? {is: 'failure'} : {is: 'look', behind, negated, body}
  }

  function condition(start, verbose) {
    const {place} = signs
    const name = takeUntil(')', 'group name')
    let number
    if (NUMBER.test(name)) {
      number = Number(name)
      if (number === 0) { fail('bad group number', place) }
      if (number >= TOO_MANY) { fail(`invalid group reference ${number}`, place) }
      if (!awaited.has(number)) { awaited.set(number, place) }
    } else {
      checkName(name, place)
      number = numberOf(name, place)
    }
    checkOutside(number)
    const yes = sequence(verbose)
    const no = skip('|') ? sequence(verbose) : []
    if (signs.next === '|') { fail('conditional backref with more than two branches') }
    close(start)
    return {is: 'condition', number, yes, no}
  }

  /* Which flags are turned on and off here; null if they are those of the whole. */
  function changedFlags(sign) {
    let on = 0
    let off = 0
    const next = (message) => {
      const {place} = signs
      const taken = take() ?? fail(message)
      const isEnd = taken === ':' || (message === ON && (taken === ')' || taken === '-'))
      if (!isEnd && !LETTERS[taken]) {
        fail(/^\p{L}/u.test(taken) ? 'unknown flag' : message, place)
      }
      return taken
    }
    const ON = 'missing -, : or )'
    while (LETTERS[sign]) {
      const flag = LETTERS[sign]
      if (sign === (isText ? 'L' : 'u')) {
        fail(`bad inline flags: cannot use '${sign}' flag with a ` +
          `${isText ? 'str' : 'bytes'} pattern`)
      }
      on |= flag
      if (flag & TYPES && (on & TYPES) !== flag) {
        fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
      }
      sign = next(ON)
    }
    if (sign === ')') {
      flags |= on
      return null
    }
    if (sign === '-') {
      const {place} = signs
      sign = next('missing flag')
      if (sign === ':') { fail('missing flag', place) }
      while (sign !== ':') {
        if (LETTERS[sign] & TYPES) {
          fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
        }
        off |= LETTERS[sign]
        sign = next('missing :')
      }
    }
    if (on & off) { fail('bad inline flags: flag turned on and off', signs.place - 1) }
    return [on, off]
  }

  /* The flags, of which some exclude others, and some belong to texts or to bytes. */
  function checkedFlags() {
    const wrong = isText
      ? flags & LOCALE ? 'cannot use LOCALE flag with a str pattern'
        : flags & ASCII && flags & UNICODE && 'ASCII and UNICODE flags are incompatible'
      : flags & UNICODE ? 'cannot use UNICODE flag with a bytes pattern'
        : flags & ASCII && flags & LOCALE && 'ASCII and LOCALE flags are incompatible'
    if (wrong) { $B.RAISE(builtins.ValueError, wrong) }
    return isText && !(flags & ASCII) ? flags | UNICODE : flags
  }

  const tree = alternatives(flags & VERBOSE, true)
  flags = checkedFlags()
  if (signs.next !== undefined) { fail('unbalanced parenthesis') }
  for (const [number, place] of awaited) {
    if (number >= widths.length) { fail(`invalid group reference ${number}`, place) }
  }
  return {tree, flags, names, groups: widths.length - 1, isText}
}

const warn = (message) => {
  $B.module_getattr($B.imported._warnings, 'warn')(message, builtins.FutureWarning)
}

const sum = (pairs) => pairs.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0])
const span = (pairs) => [
  Math.min(...pairs.map(([low]) => low)), Math.max(...pairs.map(([, high]) => high)),
]

/* How few and how many characters a sequence of nodes takes. */
function widthOf(nodes) {
  nodes.width ??= sum(nodes.map(widthOfNode))
  return nodes.width
}

function widthOfNode(node) {
  switch (node.is) {
    case 'character': case 'set': case 'any':
      return [1, 1]
    case 'branch':
      return span(node.choices.map(widthOf))
    case 'condition':
      return span([widthOf(node.yes), widthOf(node.no)])
    case 'group': case 'atomic':
      return widthOf(node.body)
    case 'reference':
      return node.width
    case 'repeat': {
      const [low, high] = widthOf(node.body)
      return [low * node.min, high && node.max && high * node.max]
    }
    default:
      return [0, 0]
  }
}
