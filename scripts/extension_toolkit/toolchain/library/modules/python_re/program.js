/* The tree of a pattern as a program.
 *
 * An item is one character: its code, or the inverted number of a set. Marks are what a run
 * remembers: where groups begin and end, and what loops and brackets need.
 */

const [
  CHARACTER,  // item
  SET,  // item
  TEXT,  // number of a text
  RUN,  // item, min, max, item that follows; likewise those after it
  LAZY_RUN,
  POSSESSIVE_RUN,
  BRANCH,  // how many; of each the first item and its place
  JUMP,  // place
  OPEN,  // slot
  CLOSE,  // slot, number
  LOOP,  // slot, place of UNTIL
  UNTIL,  // slot, min, max, place of the body, whether it is lazy
  AT,  // where; whether `\w` is that of ASCII
  REFERENCE,  // slot, how case is ignored
  CONDITION,  // slot, place if that group is missing
  ATOMIC,  // slot
  CUT,  // slot
  LOOK,  // slot, how far back, place after it
  LOOK_END,  // slot
  LOOK_NOT,  // slot, how far back, place after it
  LOOK_NOT_END,  // slot
  FAILURE,
  SUCCESS,
] = Array(23).keys()

const ANY_ITEM = 0x110000  // where it is not known which item comes first

const [START_OF_TEXT, START_OF_LINE, END, END_OF_LINE, END_OF_TEXT, BOUNDARY, NO_BOUNDARY] =
  Array(7).keys()
const PLACES = {A: START_OF_TEXT, '^': START_OF_TEXT, $: END, Z: END_OF_TEXT, z: END_OF_TEXT,
  b: BOUNDARY, B: NO_BOUNDARY}

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

  const changed = (flags, {on, off}) =>
    ((on & TYPE_FLAGS ? flags & ~TYPE_FLAGS : flags) | on) & ~off

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

  emitAll(tree, ofAll)
  code.push(SUCCESS)
  for (const [place, target] of links) { code[place] = firstItem({code, texts}, target) }
  let begin = 0
  while (code[begin] === OPEN) { begin += 2 }
  return {
    code, sets, texts, marks, last,
    least: widthOf(tree)[0],
    first: firstItem({code, texts}, 0),
    prefix: code[begin] === TEXT ? texts[code[begin + 1]].text : null,
    isAnchored: code[begin] === AT && code[begin + 1] === START_OF_TEXT,
  }
}

/* The item that what stands at a place begins with; so far as that is certain. */
function firstItem({code, texts}, place) {
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
