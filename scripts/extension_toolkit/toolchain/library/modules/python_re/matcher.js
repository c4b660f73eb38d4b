/* A program's run over a text.
 *
 * What it may try later waits on a stack of its own, so that a repetition can be as long as the
 * text. The stack holds frames of four numbers, of which the last says what the others are.
 */

const stack = []
const [
  UNDO,  // a slot of a group, its old value, that of the last group
  UNDO_LOOP,  // the slot of a loop, its old count and place
  CHOICE,  // where in the text, where in the program, the number of an alternative
  LESS,  // of a greedy run: an end, where in the program, the least end
  MORE,  // of a lazy run: an end, where in the program, the greatest end
  ENTER,  // a lazy loop: where in the text, where in the program
] = Array(6).keys()

const charAt = (text, codes, at) => codes === null ? text.charCodeAt(at) : codes[at]

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
 * were if it does not. `whole` says that it has to end with the text, and `refused` where not.
 *
 * This is one function, since it is by far the one that runs most: where in the text, in the
 * program and on the stack it is are variables of its own. */
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
