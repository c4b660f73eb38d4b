/* Regular expressions, as CPython has them.
 *
 * A pattern is read into a tree; the tree becomes a program, which is an array of numbers; and the
 * program runs over a text. What it may try later waits on a stack of its own, so that a repetition
 * can be as long as the text. What Python sees of all this stands at the end.
 */
(() => {
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
  const LETTERS = {
    i: IGNORECASE, L: LOCALE, m: MULTILINE, s: DOTALL, x: VERBOSE, a: ASCII, u: UNICODE,
  }
  const TYPES = ASCII | LOCALE | UNICODE  // only one of these
  const TOO_OFTEN = 2 ** 32 - 1  // a number of repetitions that CPython refuses
  const TOO_MANY = 2 ** 30 - 1  // groups; and more repetitions than a text can have

  const refuse = (message, pattern = None, place = None) => {
    throw $B.$call($B.module_getattr($B.imported.re, 'PatternError'), message, pattern, place)
  }
  const repr = (text) => builtins.repr($B.String(text))
  const letterOf = (code) => String.fromCharCode(code)
  const numberFrom = (value) => Number($B.int_value($B.PyNumber_Index(value)))
  const plain = (text) => (text.$brython_value ?? text).valueOf()

  /* ---- The tree of a pattern ---- */

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
    const characters = isText ? Array.from(plain(given)) : Array.from(codesOf(given), letterOf)
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

    function takeUntil(end, what) {
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

    seek(0)
    return {signs, seek, fail, take, skip, takeWhile, takeUntil, checkName, octal}
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

  /* ---- The program ----
   *
   * An item is one character: its code, or the inverted number of a set. Marks are what a run
   * remembers: where groups begin and end, and what loops and brackets need.
   */

  let operations = 0
  const CHARACTER = operations++  // item
  const SET = operations++  // item
  const TEXT = operations++  // number of a text
  const RUN = operations++  // item, min, max, item that follows; likewise those after it
  const LAZY_RUN = operations++
  const POSSESSIVE_RUN = operations++
  const BRANCH = operations++  // how many; of each the first item and its place
  const JUMP = operations++  // place
  const OPEN = operations++  // slot
  const CLOSE = operations++  // slot, number
  const LOOP = operations++  // slot, place of UNTIL
  const UNTIL = operations++  // slot, min, max, place of the body, whether it is lazy
  const AT = operations++  // where; whether `\w` is that of ASCII
  const REFERENCE = operations++  // slot, how case is ignored
  const CONDITION = operations++  // slot, place if that group is missing
  const ATOMIC = operations++  // slot
  const CUT = operations++  // slot
  const LOOK = operations++  // slot, how far back, place after it
  const LOOK_END = operations++  // slot
  const LOOK_NOT = operations++  // slot, how far back, place after it
  const LOOK_NOT_END = operations++  // slot
  const FAILURE = operations++
  const SUCCESS = operations++

  const ANY_ITEM = 0x110000  // where it is not known which item comes first

  const [START_OF_TEXT, START_OF_LINE, END, END_OF_LINE, END_OF_TEXT, BOUNDARY, NO_BOUNDARY] =
    [0, 1, 2, 3, 4, 5, 6]
  const PLACES = {A: START_OF_TEXT, '^': START_OF_TEXT, $: END, Z: END_OF_TEXT, z: END_OF_TEXT,
    b: BOUNDARY, B: NO_BOUNDARY}

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

  function translate({tree, flags: ofAll, groups}) {
    const code = []
    const sets = []
    const texts = []
    const links = []  // places for an item, and the place of what begins with it
    const last = 2 * groups + 2
    let marks = last + 1
    const slot = (count) => (marks += count) - count

    const itemOf = (set) => {
      const known = sets.indexOf(set)
      return ~(known < 0 ? sets.push(set) - 1 : known)
    }

    /* A node as an item; null where it is not exactly one character. */
    function single(node, flags) {
      const fold = foldOf(flags)
      switch (node.is) {
        case 'character':
          return isCased(node.code, fold)
            ? itemOf(makeSet([node.code], false, fold, false)) : node.code
        case 'any':
          return itemOf(flags & DOTALL ? ALL : LINE)
        case 'set': {
          const {items, negated} = node
          const isAscii = !(flags & UNICODE)
          return itemOf(items.length === 1 && typeof items[0] === 'string' && !negated
            ? categorySet(items[0], isAscii) : makeSet(items, negated, fold, isAscii))
        }
        case 'group':
          return node.number || node.body.length !== 1
            ? null : single(node.body[0], changed(flags, node))
        default:
          return null
      }
    }

    const changed = (flags, {on, off}) => ((on & TYPES ? flags & ~TYPES : flags) | on) & ~off

    function emitAll(nodes, flags) {
      let literal = []
      const flush = () => {
        if (literal.length === 1) { code.push(CHARACTER, literal[0]) }
        if (literal.length > 1) {
          const text = literal.map((point) => String.fromCodePoint(point)).join('')
          code.push(TEXT, texts.push({text, codes: literal}) - 1)
        }
        literal = []
      }
      for (const node of nodes) {
        const item = single(node, flags)
        if (item !== null && item >= 0) {
          literal.push(item)
        } else {
          flush()
          if (item !== null) { code.push(SET, item) } else { emit[node.is](node, flags) }
        }
      }
      flush()
    }

    /* Alternatives, each a function that emits one. */
    function branch(choices) {
      code.push(BRANCH, choices.length)
      let place = code.length
      for (const _ of choices) { code.push(ANY_ITEM, 0) }
      const ends = choices.map((choice) => {
        links.push([place, code.length])
        code[place + 1] = code.length
        place += 2
        choice()
        return code.push(JUMP, 0) - 1
      })
      for (const end of ends) { code[end] = code.length }
    }

    function atomic(body) {
      const base = slot(1)
      code.push(ATOMIC, base)
      body()
      code.push(CUT, base)
    }

    function loop(body, min, max, isLazy) {
      const state = slot(2)
      const end = code.push(LOOP, state, 0) - 1
      const start = code.length
      body()
      code[end] = code.length
      code.push(UNTIL, state, min, max, start, isLazy ? 1 : 0)
    }

    const emit = {
      branch: ({choices}, flags) => branch(choices.map((nodes) => () => emitAll(nodes, flags))),

      group(node, flags) {
        const {number, body} = node
        if (number) { code.push(OPEN, 2 * number) }
        emitAll(body, changed(flags, node))
        if (number) { code.push(CLOSE, 2 * number + 1, number) }
      },

      atomic: ({body}, flags) => atomic(() => emitAll(body, flags)),

      repeat({kind, body: nodes, ...limits}, flags) {
        const [min, max] = [Math.min(limits.min, TOO_MANY), Math.min(limits.max, TOO_MANY)]
        const item = nodes.length === 1 ? single(nodes[0], flags) : null
        const body = () => emitAll(nodes, flags)
        if (item !== null) {
          const run = {greedy: RUN, lazy: LAZY_RUN, possessive: POSSESSIVE_RUN}[kind]
          code.push(run, item, min, max, ANY_ITEM)
          links.push([code.length - 1, code.length])
        } else if (kind === 'possessive') {
          atomic(() => loop(() => atomic(body), min, max, false))
        } else if (min === 0 && max === 1) {
          const nothing = () => {}
          branch(kind === 'lazy' ? [nothing, body] : [body, nothing])
        } else {
          loop(body, min, max, kind === 'lazy')
        }
      },

      look({behind, negated, body}, flags) {
        const [low, high] = widthOf(body)
        if (behind && low !== high) { refuse('look-behind requires fixed-width pattern') }
        if (behind && low > TOO_OFTEN) { refuse('looks too much behind') }
        const state = slot(2)
        const after = code.push(negated ? LOOK_NOT : LOOK, state, behind ? low : 0, 0) - 1
        emitAll(body, flags)
        code.push(negated ? LOOK_NOT_END : LOOK_END, state)
        code[after] = code.length
      },

      at({where}, flags) {
        const ofLines = flags & MULTILINE && {'^': START_OF_LINE, $: END_OF_LINE}[where]
        code.push(AT, ofLines || PLACES[where], flags & UNICODE ? 0 : 1)
      },

      reference: ({number}, flags) => code.push(REFERENCE, 2 * number, foldOf(flags)),

      condition({number, yes, no}, flags) {
        const missing = code.push(CONDITION, 2 * number, 0) - 1
        emitAll(yes, flags)
        const end = code.push(JUMP, 0) - 1
        code[missing] = code.length
        emitAll(no, flags)
        code[end] = code.length
      },

      failure: () => code.push(FAILURE),
    }

    /* The item that what stands at a place begins with; so far as that is certain. */
    function firstItem(place) {
      for (;;) {
        switch (code[place]) {
          case CHARACTER: case SET:
            return code[place + 1]
          case TEXT:
            return texts[code[place + 1]].codes[0]
          case RUN: case LAZY_RUN: case POSSESSIVE_RUN:
            return code[place + 2] > 0 ? code[place + 1] : ANY_ITEM
          case JUMP:
            place = code[place + 1]
            break
          case OPEN: case ATOMIC:
            place += 2
            break
          case AT: case CLOSE:
            place += 3
            break
          case LOOP:
            if (code[code[place + 2] + 2] === 0) { return ANY_ITEM }
            place += 3
            break
          default:
            return ANY_ITEM
        }
      }
    }

    emitAll(tree, ofAll)
    code.push(SUCCESS)
    for (const [place, target] of links) { code[place] = firstItem(target) }
    let begin = 0
    while (code[begin] === OPEN) { begin += 2 }
    return {
      code, sets, texts, marks, last,
      least: widthOf(tree)[0],
      first: firstItem(0),
      prefix: code[begin] === TEXT ? texts[code[begin + 1]].text : null,
      isAnchored: code[begin] === AT && code[begin + 1] === START_OF_TEXT,
    }
  }

  /* ---- Its run ----
   *
   * The stack holds frames of four numbers, of which the last says what the others are.
   */

  const stack = []
  const UNDO = 0  // a slot of a group, its old value, that of the last group
  const UNDO_LOOP = 1  // the slot of a loop, its old count and place
  const CHOICE = 2  // where in the text, where in the program, the number of an alternative
  const LESS = 3  // of a greedy run: an end, where in the program, the least end
  const MORE = 4  // of a lazy run: an end, where in the program, the greatest end
  const ENTER = 5  // a lazy loop: where in the text, where in the program

  const charAt = (text, codes, at) => codes === null ? text.charCodeAt(at) : codes[at]

  function isInSet(set, code) {
    const known = code < 256 ? set.known[code] : 0
    return known === 0 ? decide(set, code) : known === 2
  }

  const isItem = (sets, item, code) => item >= 0 ? item === code : isInSet(sets[~item], code)

  /* Whether an item stands at a place, or could. */
  const mayBe = (sets, item, text, codes, at, stop) => item === ANY_ITEM ||
    (at < stop && isItem(sets, item, charAt(text, codes, at)))

  /* How far an item is repeated. */
  function endOfRun(sets, item, text, codes, at, limit) {
    if (item >= 0) {
      while (at < limit && charAt(text, codes, at) === item) { at++ }
      return at
    }
    const set = sets[~item]
    if (set === ALL) { return limit }
    if (set === LINE && codes === null && limit === text.length) {
      const end = text.indexOf('\n', at)
      return end < 0 ? limit : end
    }
    while (at < limit && isInSet(set, charAt(text, codes, at))) { at++ }
    return at
  }

  /* The greatest end of a run, not less than `least`, where what follows may stand; or less. */
  function lesserEnd(sets, item, text, codes, at, stop, least) {
    while (at >= least && !mayBe(sets, item, text, codes, at, stop)) { at-- }
    return at
  }

  /* The least end of a run where what follows may stand; -1 if there is none. */
  function greaterEnd(sets, item, next, text, codes, at, stop, limit) {
    while (!mayBe(sets, next, text, codes, at, stop)) {
      if (at >= limit || !isItem(sets, item, charAt(text, codes, at))) { return -1 }
      at++
    }
    return at
  }

  function isAtPlace(where, isAscii, text, codes, at, stop) {
    switch (where) {
      case START_OF_TEXT:
        return at === 0
      case START_OF_LINE:
        return at === 0 || charAt(text, codes, at - 1) === 10
      case END:
        return at === stop || (at === stop - 1 && charAt(text, codes, at) === 10)
      case END_OF_LINE:
        return at === stop || charAt(text, codes, at) === 10
      case END_OF_TEXT:
        return at === stop
      default: {
        const word = categorySet('w', isAscii === 1)
        const before = at > 0 && isInSet(word, charAt(text, codes, at - 1))
        const after = at < stop && isInSet(word, charAt(text, codes, at))
        return (before !== after) === (where === BOUNDARY)
      }
    }
  }

  const lower = (code) => String.fromCodePoint(code).toLowerCase().codePointAt(0)

  function isRepeated(text, codes, begin, end, at, fold) {
    for (; begin < end; begin++, at++) {
      const one = charAt(text, codes, begin)
      const other = charAt(text, codes, at)
      const isSame = one === other || (fold === FOLD ? lower(one) === lower(other)
        : fold === FOLD_ASCII && isLetter(one) && (one ^ 32) === other)
      if (!isSame) { return false }
    }
    return true
  }

  function isTextAt({text: wanted, codes: wantedCodes}, text, codes, at) {
    return codes === null
      ? text.startsWith(wanted, at) : wantedCodes.every((code, i) => codes[at + i] === code)
  }

  /* Forget what could be tried since an atomic group or a look ahead began, but not which groups
   * are to be restored when what stands before it is tried again. */
  function cut(base, top) {
    let end = base
    for (let frame = base; frame < top; frame += 4) {
      if (stack[frame + 3] === UNDO) {
        for (let i = 0; i < 4; i++) { stack[end++] = stack[frame + i] }
      }
    }
    return end
  }

  /* Run a program at one place of a text: whether it matches. The marks tell where, and are as they
   * were if it does not. `whole` says that it has to end with the text, and `refused` where not. */
  function runAt(program, marks, {text, codes}, start, stop, whole, refused) {
    const {code, sets, texts, last} = program
    let at = start
    let top = 0
    let pc = 0
    let choice = 0  // of a branch, the alternative to begin with
    const push = (first, second, third, kind) => {
      stack[top] = first
      stack[top + 1] = second
      stack[top + 2] = third
      stack[top + 3] = kind
      top += 4
    }
    const setGroup = (slot) => {
      push(slot, marks[slot], marks[last], UNDO)
      marks[slot] = at
    }
    const setLoop = (slot, count, place) => {
      push(slot, marks[slot], marks[slot + 1], UNDO_LOOP)
      marks[slot] = count
      marks[slot + 1] = place
    }
    for (;;) {
      switch (code[pc]) {
        case CHARACTER:
          if (at >= stop || charAt(text, codes, at) !== code[pc + 1]) { break }
          at++
          pc += 2
          continue
        case SET:
          if (at >= stop || !isInSet(sets[~code[pc + 1]], charAt(text, codes, at))) { break }
          at++
          pc += 2
          continue
        case TEXT: {
          const wanted = texts[code[pc + 1]]
          const end = at + wanted.codes.length
          if (end > stop || !isTextAt(wanted, text, codes, at)) { break }
          at = end
          pc += 2
          continue
        }
        case RUN: case LAZY_RUN: case POSSESSIVE_RUN: {
          const item = code[pc + 1]
          const least = at + code[pc + 2]
          const limit = Math.min(stop, at + code[pc + 3])
          const isLazy = code[pc] === LAZY_RUN
          if (least > stop) { break }
          at = endOfRun(sets, item, text, codes, at, isLazy ? least : limit)
          if (at < least) { break }
          if (isLazy) {
            at = greaterEnd(sets, item, code[pc + 4], text, codes, at, stop, limit)
            if (at < 0) { break }
            push(at, pc, limit, MORE)
          } else if (code[pc] === RUN) {
            at = lesserEnd(sets, code[pc + 4], text, codes, at, stop, least)
            if (at < least) { break }
            if (at > least) { push(at, pc, least, LESS) }
          }
          pc += 5
          continue
        }
        case BRANCH: {
          const end = pc + 2 + 2 * code[pc + 1]
          let place = pc + 2 + 2 * choice
          choice = 0
          while (place < end && !mayBe(sets, code[place], text, codes, at, stop)) { place += 2 }
          if (place === end) { break }
          let other = place + 2
          while (other < end && !mayBe(sets, code[other], text, codes, at, stop)) { other += 2 }
          if (other < end) { push(at, pc, (other - pc - 2) / 2, CHOICE) }
          pc = code[place + 1]
          continue
        }
        case JUMP:
          pc = code[pc + 1]
          continue
        case OPEN:
          setGroup(code[pc + 1])
          pc += 2
          continue
        case CLOSE:
          setGroup(code[pc + 1])
          marks[last] = code[pc + 2]
          pc += 3
          continue
        case LOOP:
          setLoop(code[pc + 1], 0, -1)
          pc = code[pc + 2]
          continue
        case UNTIL: {
          const slot = code[pc + 1]
          const count = marks[slot]
          if (count < code[pc + 2]) {
            setLoop(slot, count + 1, marks[slot + 1])
            pc = code[pc + 4]
            continue
          }
          // What is empty is not repeated without end.
          const again = count < code[pc + 3] && marks[slot + 1] !== at
          if (again && !code[pc + 5]) {
            push(at, pc + 6, 0, CHOICE)
            setLoop(slot, count + 1, at)
            pc = code[pc + 4]
            continue
          }
          if (again) { push(at, pc, 0, ENTER) }
          pc += 6
          continue
        }
        case AT:
          if (!isAtPlace(code[pc + 1], code[pc + 2], text, codes, at, stop)) { break }
          pc += 3
          continue
        case REFERENCE: {
          const begin = marks[code[pc + 1]]
          const end = marks[code[pc + 1] + 1]
          if (begin < 0 || end < begin || at + end - begin > stop) { break }
          if (!isRepeated(text, codes, begin, end, at, code[pc + 2])) { break }
          at += end - begin
          pc += 3
          continue
        }
        case CONDITION: {
          const begin = marks[code[pc + 1]]
          pc = begin < 0 || marks[code[pc + 1] + 1] < begin ? code[pc + 2] : pc + 3
          continue
        }
        case ATOMIC:
          marks[code[pc + 1]] = top
          pc += 2
          continue
        case CUT:
          top = cut(marks[code[pc + 1]], top)
          pc += 2
          continue
        case LOOK: case LOOK_NOT: {
          const slot = code[pc + 1]
          const begin = at - code[pc + 2]
          const isNot = code[pc] === LOOK_NOT
          marks[slot] = top
          marks[slot + 1] = at
          if (isNot) { push(at, code[pc + 3], 0, CHOICE) }
          if (begin < 0) { break }
          at = begin
          pc += 4
          continue
        }
        case LOOK_END:
          top = cut(marks[code[pc + 1]], top)
          at = marks[code[pc + 1] + 1]
          pc += 2
          continue
        case LOOK_NOT_END: {
          const base = marks[code[pc + 1]]
          for (top = cut(base, top); top > base; top -= 4) { undo(marks, last, top - 4) }
          break
        }
        case SUCCESS:
          if ((whole && at !== stop) || at === refused) { break }
          marks[0] = start
          marks[1] = at
          return true
      }
      // That failed: go on with what was left for later.
      for (let failed = true; failed;) {
        if (top === 0) { return false }
        top -= 4
        const kind = stack[top + 3]
        if (kind === UNDO) {
          undo(marks, last, top)
          continue
        }
        const first = stack[top]
        const third = stack[top + 2]
        if (kind === UNDO_LOOP) {
          marks[first] = stack[top + 1]
          marks[first + 1] = third
          continue
        }
        at = first
        pc = stack[top + 1]
        failed = false
        if (kind === CHOICE) {
          choice = third
        } else if (kind === ENTER) {
          const slot = code[pc + 1]
          setLoop(slot, marks[slot] + 1, at)
          pc = code[pc + 4]
        } else if (kind === LESS) {
          at = lesserEnd(sets, code[pc + 4], text, codes, at - 1, stop, third)
          failed = at < third
          if (at > third) { push(at, pc, third, LESS) }
          pc += 5
        } else {
          const item = code[pc + 1]
          failed = at >= third || !isItem(sets, item, charAt(text, codes, at))
          if (failed) { continue }
          at = greaterEnd(sets, item, code[pc + 4], text, codes, at + 1, stop, third)
          failed = at < 0
          if (!failed) { push(at, pc, third, MORE) }
          pc += 5
        }
      }
    }
  }

  function undo(marks, last, frame) {
    marks[stack[frame]] = stack[frame + 1]
    marks[last] = stack[frame + 2]
  }

  const LARGE = 2 ** 20

  function newMarks(program) {
    if (stack.length > LARGE) { stack.length = 0 }  // which a long text left behind
    return new Array(program.marks).fill(-1)
  }

  /* The marks of the first match from a place on, or null. */
  function search(program, subject, at, stop, refused) {
    const {first, sets, prefix} = program
    const {text, codes} = subject
    const marks = newMarks(program)
    const end = program.isAnchored ? Math.min(stop, 0) : stop - program.least
    for (; at <= end; at++) {
      if (codes === null && first >= 0 && first !== ANY_ITEM) {
        at = text.indexOf(prefix ?? String.fromCodePoint(first), at)
        if (at < 0 || at > end) { return null }
      } else if (first !== ANY_ITEM) {
        while (at <= end && !mayBe(sets, first, text, codes, at, stop)) { at++ }
        if (at > end) { return null }
      }
      if (runAt(program, marks, subject, at, stop, false, refused)) { return marks }
    }
    return null
  }

  function matchAt(program, subject, at, stop, whole, refused) {
    const marks = newMarks(program)
    return at <= stop && runAt(program, marks, subject, at, stop, whole, refused) ? marks : null
  }

  /* ---- What Python sees ---- */

  /* The positions of what is searched count characters, of which a JavaScript string has some in
   * two halves; such a text is searched as codes, and so are bytes. */
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

  function codesOf(given) {
    if ($B.is_bytes(given) || $B.$isinstance(given, bytearray)) { return given.source }
    if (!$B.is_bytes_like(given)) {
      $B.RAISE(builtins.TypeError,
        `expected string or bytes-like object, got '${$B.class_name(given)}'`)
    }
    return $B.$call(bytes, given).source
  }

  /* The arguments of a call; the last parameters have defaults. */
  function read(name, parameters, defaults, given) {
    const {length} = given
    const missing = parameters.length - length
    if (missing >= 0 && missing <= defaults.length && given[length - 1]?.$kw === undefined) {
      return missing === 0 ? given : [...given, ...defaults.slice(defaults.length - missing)]
    }
    const needed = parameters.length - defaults.length
    const found = $B.args(name, parameters.length,
      Object.fromEntries(parameters.map((parameter) => [parameter, null])), given,
      Object.fromEntries(defaults.map((value, i) => [parameters[needed + i], value])))
    return parameters.map((parameter) => found[parameter])
  }

  const setterless = (type, getters) => {
    for (const [name, get] of Object.entries(getters)) {
      type.tp_funcs[`${name}_get`] = get
      type.tp_funcs[`${name}_set`] = None
    }
    type.tp_getset = Object.keys(getters)
  }

  const finished = (type, methods, getters) => {
    type.tp_funcs = {...methods}
    type.tp_methods = Object.keys(methods)
    type.tp_funcs.__class_getitem__ = $B.$class_getitem
    type.classmethods = ['__class_getitem__']
    setterless(type, getters)
    type.tp_new = () => {
      $B.RAISE(builtins.TypeError, `cannot create 're.${type.tp_name}' instances`)
    }
    $B.set_func_names(type, 're')
    $B.finalize_type(type)
  }

  /* Flags are integers with names. */
  const Flag = $B.make_type('Flag', [int])
  Flag.tp_flags = $B.TPFLAGS.LONG_SUBCLASS | $B.TPFLAGS.HEAPTYPE
  const KNOWN_BITS = 512
  const flag = (bits) => ({
    __proto__: $B.heir,
    ob_type: Flag,
    value: bits < 0 ? Math.max(KNOWN_BITS, 2 ** bits.toString(2).slice(1).length) + bits : bits,
  })
  const combined = (combine) => (self, other) => $B.is_int(self) && $B.is_int(other)
    ? flag(combine(numberFrom(self), numberFrom(other))) : builtins.NotImplemented

  /* The names of flags, in the order of a table. */
  function namesOf(bits, table = FLAGS) {
    const found = Object.keys(table).filter((name) => bits & table[name])
    const rest = found.reduce((left, name) => left & ~table[name], bits)
    return {found, rest: rest ? [`0x${rest.toString(16)}`] : []}
  }

  function reprOfFlags(bits, table) {
    const {found, rest} = namesOf(bits, table)
    return [...found.map((name) => `re.${name}`), ...rest].join('|')
  }

  Flag.nb_or = combined((a, b) => a | b)
  Flag.nb_and = combined((a, b) => a & b)
  Flag.nb_xor = combined((a, b) => a ^ b)
  Flag.nb_invert = ({value}) => flag(~value)
  Flag.tp_repr = ({value}) => reprOfFlags(value) || 're.NOFLAG'
  Flag.tp_funcs = {}
  setterless(Flag, {
    name: ({value}) => {
      const {found, rest} = namesOf(value)
      return found.length ? [...found, ...rest].join('|') : None
    },
    value: ({value}) => value,
  })
  $B.set_func_names(Flag, 're')
  $B.finalize_type(Flag)

  const Pattern = $B.make_type('Pattern')
  const Match = $B.make_type('Match')

  const cache = new Map()
  const MOST_CACHED = 512

  function patternOf(given, givenFlags) {
    const flags = numberFrom(givenFlags)
    if (given.ob_type === Pattern) {
      if (flags) {
        $B.RAISE(builtins.ValueError, 'cannot process flags argument with a compiled pattern')
      }
      return given
    }
    const isText = $B.is_str(given)
    if (!isText && !$B.is_bytes(given)) {
      $B.RAISE(builtins.TypeError, 'first argument must be string or compiled pattern')
    }
    const text = isText ? plain(given) : given.source.join()
    const key = `${flags}${isText ? '"' : 'b'}${text}`
    let pattern = cache.get(key)
    if (pattern === undefined) {
      const parsed = parse(given, flags)
      const program = translate(parsed)
      pattern = {ob_type: Pattern, given, text, program, ...parsed, tree: null}
      if (cache.size === MOST_CACHED) { cache.delete(cache.keys().next().value) }
      // An heir of a text is another pattern.
      if (typeof given === 'string' || given.ob_type === str || given.ob_type === bytes) {
        cache.set(key, pattern)
      }
    }
    return pattern
  }

  const matchOf = (pattern, subject, marks, pos, endpos) =>
    marks === null ? None : {ob_type: Match, pattern, subject, marks, pos, endpos}

  /* The text of a group, by number. */
  function groupOf({subject, marks}, number, missing = None) {
    const begin = marks[2 * number]
    return begin < 0 ? missing : subject.slice(begin, marks[2 * number + 1])
  }

  /* A function that gives the marks of one match after another, and then null. */
  function scan({program}, subject, at, stop) {
    let refused = -1
    return (isHere = false) => {
      const marks = at > stop ? null
        : isHere ? matchAt(program, subject, at, stop, false, refused)
          : search(program, subject, at, stop, refused)
      at = marks ? marks[1] : Infinity
      // What follows an empty match is not the same again.
      refused = marks && marks[0] === at ? at : -1
      return marks
    }
  }

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

  const SEARCHED = ['self', 'string', 'pos', 'endpos']
  const REPLACED = ['self', 'repl', 'string', 'count']

  /* The subject of a pattern's method, and the part of it that counts. */
  function subjectOf(name, given) {
    const [pattern, string, pos, endpos] = read(name, SEARCHED, [0, Infinity], given)
    const subject = new Subject(string, pattern)
    return [pattern, subject, subject.place(pos), subject.place(endpos)]
  }

  function matched(name, find) {
    return (...given) => {
      const [pattern, subject, pos, endpos] = subjectOf(name, given)
      return matchOf(pattern, subject, find(pattern.program, subject, pos, endpos), pos, endpos)
    }
  }

  const matches = $B.generator.$factory(function* (pattern, subject, pos, endpos) {
    const next = scan(pattern, subject, pos, endpos)
    for (let marks; (marks = next());) { yield matchOf(pattern, subject, marks, pos, endpos) }
    delete subject.given.in_iteration
  }, 'callable_iterator')

  const ofPattern = {
    match: matched('match', (...where) => matchAt(...where, false, -1)),
    fullmatch: matched('fullmatch', (...where) => matchAt(...where, true, -1)),
    search: matched('search', (...where) => search(...where, -1)),
    prefixmatch: matched('prefixmatch', (...where) => matchAt(...where, false, -1)),
    finditer(...given) {
      const where = subjectOf('finditer', given)
      const string = where[1].given
      if ($B.$isinstance(string, bytearray)) { string.in_iteration = true }  // it keeps its size
      return matches(...where)
    },

    findall(...given) {
      const [pattern, subject, pos, endpos] = subjectOf('findall', given)
      const next = scan(pattern, subject, pos, endpos)
      const {groups} = pattern
      const found = []
      for (let marks; (marks = next());) {
        const text = (number) => groupOf({subject, marks}, number, subject.empty)
        found.push(groups < 2 ? text(groups)
          : $B.fast_tuple(Array.from({length: groups}, (_, i) => text(i + 1))))
      }
      return $B.$list(found)
    },

    split(...given) {
      const [pattern, string, maxsplit] = read('split', ['self', 'string', 'maxsplit'], [0], given)
      const most = numberFrom(maxsplit)
      const subject = new Subject(string, pattern)
      const next = scan(pattern, subject, 0, subject.length)
      const parts = []
      let end = 0
      for (let made = 0, marks; (most === 0 || made < most) && (marks = next()); made++) {
        parts.push(subject.slice(end, marks[0]))
        for (let i = 1; i <= pattern.groups; i++) { parts.push(groupOf({subject, marks}, i)) }
        end = marks[1]
      }
      parts.push(subject.slice(end, subject.length))
      return $B.$list(parts)
    },

    sub: (...given) => substitute(...read('sub', REPLACED, [0], given))[0],
    subn: (...given) => $B.fast_tuple(substitute(...read('subn', REPLACED, [0], given))),

    scanner(...given) {
      const [pattern, subject, pos, endpos] = subjectOf('scanner', given)
      Scanner ??= makeScanner()
      const next = scan(pattern, subject, pos, endpos)
      return {ob_type: Scanner, pattern, next: (isHere) =>
        matchOf(pattern, subject, next(isHere), pos, endpos)}
    },

    __copy__: (self) => self,
    __deepcopy__: (self) => self,
    __reduce__: ({given, flags}) => $B.fast_tuple([module.compile, $B.fast_tuple([given, flags])]),
  }

  let Scanner

  function makeScanner() {
    const type = $B.make_type('SRE_Scanner')
    finished(type, {match: ({next}) => next(true), search: ({next}) => next()},
      {pattern: ({pattern}) => pattern})
    return type
  }

  Pattern.tp_repr = ({given, flags, isText}) => {
    const shown = isText && (flags & TYPES) === UNICODE ? flags & ~UNICODE : flags
    const {ASCII: _, UNICODE: __, DEBUG, ...others} = FLAGS
    const names = reprOfFlags(shown, {...others, UNICODE, DEBUG, ASCII})
    const text = [...plain(builtins.repr(given))].slice(0, 200).join('')
    return $B.String(`re.compile(${text}${names && `, ${names}`})`)
  }
  const isSame = (one, other) =>
    one.text === other.text && one.flags === other.flags && one.isText === other.isText
  Pattern.tp_richcompare = (self, other, operator) => {
    const asked = operator === '__eq__' || operator === '__ne__'
    return other?.ob_type === Pattern && asked
      ? isSame(self, other) === (operator === '__eq__') : builtins.NotImplemented
  }
  Pattern.tp_hash = ({text, flags}) => builtins.hash(`${flags}${text}`)
  finished(Pattern, ofPattern, {
    pattern: ({given}) => given,
    flags: ({flags}) => flags,
    groups: ({groups}) => groups,
    groupindex({names}) {
      const mapping = $B.empty_dict()
      for (const [name, number] of names) {
        builtins.dict.$setitem(mapping, $B.String(name), number)
      }
      return {ob_type: $B.mappingproxy, mapping}
    },
  })

  /* The number of a group that is given by number or by name. */
  function numberOf({pattern}, key) {
    const isIndex = $B.is_int(key) || $B.$getattr($B.get_class(key), '__index__', None) !== None
    const number = isIndex ? numberFrom(key)
      : $B.is_str(key) ? pattern.names.get(plain(key)) : undefined
    if (!(number >= 0 && number <= pattern.groups)) {
      $B.RAISE(builtins.IndexError, 'no such group')
    }
    return number
  }

  const allGroups = (match, missing) =>
    Array.from({length: match.pattern.groups}, (_, i) => groupOf(match, i + 1, missing))
  const spanOf = ({marks}, number) => marks.slice(2 * number, 2 * number + 2)
  const place = (name, which) => (...given) => {
    const [match, group] = read(name, ['self', 'group'], [0], given)
    return which(spanOf(match, numberOf(match, group)))
  }

  Match.mp_subscript = (match, key) => groupOf(match, numberOf(match, key))
  Match.tp_repr = (match) => {
    const text = [...plain(builtins.repr(groupOf(match, 0)))].slice(0, 50).join('')
    return $B.String(`<re.Match object; span=(${spanOf(match, 0).join(', ')}), match=${text}>`)
  }
  finished(Match, {
    group(match, ...keys) {
      const found = (keys.length ? keys : [0]).map((key) => groupOf(match, numberOf(match, key)))
      return found.length === 1 ? found[0] : $B.fast_tuple(found)
    },
    groups: (...given) =>
      $B.fast_tuple(allGroups(...read('groups', ['self', 'default'], [None], given))),
    groupdict(...given) {
      const [match, missing] = read('groupdict', ['self', 'default'], [None], given)
      const found = $B.empty_dict()
      for (const [name, number] of match.pattern.names) {
        builtins.dict.$setitem(found, $B.String(name), groupOf(match, number, missing))
      }
      return found
    },
    start: place('start', ([begin]) => begin),
    end: place('end', ([, end]) => end),
    span: place('span', $B.fast_tuple),
    expand(...given) {
      const [match, template] = read('expand', ['self', 'template'], [], given)
      return join(filled(templateOf(match.pattern, template), match), match.pattern)
    },
    __copy__: (self) => self,
    __deepcopy__: (self) => self,
  }, {
    string: ({subject}) => subject.given,
    re: ({pattern}) => pattern,
    pos: ({pos}) => pos,
    endpos: ({endpos}) => endpos,
    lastindex: ({marks, pattern}) => {
      const last = marks[pattern.program.last]
      return last < 0 ? None : last
    },
    lastgroup({marks, pattern}) {
      const last = marks[pattern.program.last]
      for (const [name, number] of pattern.names) {
        if (number === last) { return $B.String(name) }
      }
      return None
    },
    regs: (match) => $B.fast_tuple(Array.from({length: match.pattern.groups + 1},
      (_, i) => $B.fast_tuple(spanOf(match, i)))),
  })

  /* A function that compiles its first argument, and calls a method of the pattern. */
  const compiling = (name, parameters, defaults = []) => (...given) => {
    const names = ['pattern', ...parameters, 'flags']
    const [pattern, ...rest] = read(name, names, [...defaults, 0], given)
    const flags = rest.pop()
    return ofPattern[name](patternOf(pattern, flags), ...rest)
  }

  const SPECIAL = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g
  const escapedText = (text) => text.replace(SPECIAL, '\\$&')

  const module = {
    Pattern,
    Match,
    NOFLAG: flag(0),
    compile: (...given) => patternOf(...read('compile', ['pattern', 'flags'], [0], given)),
    escape(...given) {
      const [pattern] = read('escape', ['pattern'], [], given)
      if ($B.is_str(pattern)) { return $B.String(escapedText(plain(pattern))) }
      const text = Array.from(codesOf(pattern), letterOf).join('')
      return $B.fast_bytes(Array.from(escapedText(text), (sign) => sign.charCodeAt(0)))
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
})()
