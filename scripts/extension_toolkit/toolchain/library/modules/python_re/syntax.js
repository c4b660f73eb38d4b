/* A pattern as a tree. */

/* Read a pattern, which is a text or bytes. */
function parse(given, flags) {
  const reader = readerOf(given)
  const {signs, seek, fail, take, skip, takeWhile, takeUntil, checkName, numbered} = reader
  const {character, set} = charactersIn(reader)
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
    while (signs.next !== undefined && signs.next !== '|' && signs.next !== ')') {
      const {place} = signs
      const sign = take()
      if (verbose && SPACE.test(sign)) { continue }
      if (verbose && sign === '#') {
        while (signs.next !== undefined && take() !== '\n') { /* a comment */ }
        continue
      }
      const node = '*+?{'.includes(sign) ? quantified(sign, place, nodes)
        : sign === '(' ? bracket(place, verbose, first && nodes.length === 0)
          : single(sign, place)
      if (node === undefined) { verbose = flags & VERBOSE }  // flags of the whole
      if (node) { nodes.push(node) }
    }
    return nodes.flatMap((node) => isBare(node) ? node.body : [node])
  }

  /* What is neither in brackets nor behind a node. */
  function single(sign, place) {
    if (sign[0] === '\\') { return escaped(sign[1], sign, place) }
    if (sign === '[') { return set(place) }
    if (sign === '.') { return {is: 'any'} }
    if (sign === '^' || sign === '$') { return {is: 'at', where: sign} }
    return {is: 'character', code: sign.codePointAt(0)}
  }

  /* Whether a node is nothing but brackets around others. */
  const isBare = (node) => node.is === 'group' && !node.number && !node.on && !node.off

  function escaped(letter, sign, start) {
    if ('AZzbB'.includes(letter)) { return {is: 'at', where: letter} }
    if ('dDsSwW'.includes(letter)) { return {is: 'set', negated: false, items: [letter]} }
    if (CONTROLS[letter]) { return {is: 'character', code: CONTROLS[letter]} }
    if (!/[1-9]/.test(letter)) {
      const digits = letter === '0' ? letter + takeWhile(OCTAL, 2) : ''
      return {is: 'character', code: character(sign, start, digits)}
    }
    const {code, number} = numbered(letter, start)
    if (number === undefined) { return {is: 'character', code} }
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
    if (sign !== '-' && !FLAG_LETTERS[sign]) { fail(`unknown extension ?${sign}`, start + 1) }
    const [on, off, isWhole] = flagsIn(reader, sign)
    if (!isWhole) { return brackets(start, verbose, on, off) }
    flags |= on
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
    const isGroup = skip('<')
    if (!isGroup && !skip('=')) { fail(`unknown extension ?P${takeOption()}`, start + 1) }
    const {place} = signs
    const name = takeUntil(isGroup ? '>' : ')')
    checkName(name, place)
    return isGroup
      ? group(start, verbose, name, place) : reference(numberOf(name, place), place)
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
    const name = takeUntil(')')
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

  const tree = alternatives(flags & VERBOSE, true)
  flags = checkedFlags(flags, isText)
  if (signs.next !== undefined) { fail('unbalanced parenthesis') }
  for (const [number, place] of awaited) {
    if (number >= widths.length) { fail(`invalid group reference ${number}`, place) }
  }
  return {tree, flags, names, groups: widths.length - 1, isText}
}
