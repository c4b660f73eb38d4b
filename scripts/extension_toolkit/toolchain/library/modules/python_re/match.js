/* The type of matches. */

const Match = $B.make_type('Match')

const matchOf = (pattern, subject, marks, pos, endpos) =>
  marks === null ? None : {ob_type: Match, pattern, subject, marks, pos, endpos}

/* The text of a group, by number. */
function groupOf({subject, marks}, number, missing = None) {
  const begin = marks[2 * number]
  return begin < 0 ? missing : subject.slice(begin, marks[2 * number + 1])
}

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
const placeMethod = (name, which) => (...given) => {
  const [match, group] = argumentsOf(name, ['self', 'group'], [0], given)
  return which(spanOf(match, numberOf(match, group)))
}

Match.mp_subscript = (match, key) => groupOf(match, numberOf(match, key))
Match.tp_repr = (match) => {
  const text = [...plain(builtins.repr(groupOf(match, 0)))].slice(0, 50).join('')
  return $B.String(`<re.Match object; span=(${spanOf(match, 0).join(', ')}), match=${text}>`)
}
finishType(Match, {
  group(match, ...keys) {
    const found = (keys.length ? keys : [0]).map((key) => groupOf(match, numberOf(match, key)))
    return found.length === 1 ? found[0] : $B.fast_tuple(found)
  },
  groups: (...given) =>
    $B.fast_tuple(allGroups(...argumentsOf('groups', ['self', 'default'], [None], given))),
  groupdict(...given) {
    const [match, missing] = argumentsOf('groupdict', ['self', 'default'], [None], given)
    const found = $B.empty_dict()
    for (const [name, number] of match.pattern.names) {
      builtins.dict.$setitem(found, $B.String(name), groupOf(match, number, missing))
    }
    return found
  },
  start: placeMethod('start', ([begin]) => begin),
  end: placeMethod('end', ([, end]) => end),
  span: placeMethod('span', $B.fast_tuple),
  expand(...given) {
    const [match, template] = argumentsOf('expand', ['self', 'template'], [], given)
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
