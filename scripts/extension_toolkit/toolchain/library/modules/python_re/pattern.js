/* The type of patterns. */

const Pattern = $B.make_type('Pattern')

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
  // An heir of a text is another pattern.
  const isPlain = typeof given === 'string' || given.ob_type === str || given.ob_type === bytes
  const known = isPlain && cache.get(key)
  if (known) { return known }
  const parsed = parse(given, flags)
  const program = translate(parsed)
  const pattern = {ob_type: Pattern, given, text, program, ...parsed, tree: null}
  if (isPlain) {
    if (cache.size === MOST_CACHED) { cache.delete(cache.keys().next().value) }
    cache.set(key, pattern)
  }
  return pattern
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

const SEARCHED = ['self', 'string', 'pos', 'endpos']
const DIVIDED = ['self', 'string', 'maxsplit']
const REPLACED = ['self', 'repl', 'string', 'count']

/* The subject of a pattern's method, and the part of it that counts. */
function subjectOf(name, given) {
  const [pattern, string, pos, endpos] = argumentsOf(name, SEARCHED, [0, Infinity], given)
  const subject = new Subject(string, pattern)
  return [pattern, subject, subject.place(pos), subject.place(endpos)]
}

function matchMethod(name, find) {
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

const patternMethods = {
  match: matchMethod('match', (...where) => matchAt(...where, false, -1)),
  fullmatch: matchMethod('fullmatch', (...where) => matchAt(...where, true, -1)),
  search: matchMethod('search', (...where) => search(...where, -1)),
  prefixmatch: matchMethod('prefixmatch', (...where) => matchAt(...where, false, -1)),
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
    const [pattern, string, maxsplit] = argumentsOf('split', DIVIDED, [0], given)
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

  sub: (...given) => substitute(...argumentsOf('sub', REPLACED, [0], given))[0],
  subn: (...given) => $B.fast_tuple(substitute(...argumentsOf('subn', REPLACED, [0], given))),

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
  finishType(type, {match: ({next}) => next(true), search: ({next}) => next()},
    {pattern: ({pattern}) => pattern})
  return type
}

Pattern.tp_repr = ({given, flags, isText}) => {
  const shown = isText && (flags & TYPE_FLAGS) === UNICODE ? flags & ~UNICODE : flags
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
finishType(Pattern, patternMethods, {
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
