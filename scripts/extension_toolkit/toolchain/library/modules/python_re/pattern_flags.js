/* The flags of a pattern, some of which may stand within it. */

/* Which flags are turned on and off in a bracket, whose first sign was read; and whether they are
 * those of the whole pattern. */
function flagsIn(reader, sign) {
  const {signs, fail} = reader
  const {isText} = signs
  let on = 0
  let off = 0
  while (FLAG_LETTERS[sign]) {
    const flag = FLAG_LETTERS[sign]
    if (sign === (isText ? 'L' : 'u')) {
      fail(`bad inline flags: cannot use '${sign}' flag with a ${isText ? 'str' : 'bytes'} pattern`)
    }
    on |= flag
    if (flag & TYPE_FLAGS && (on & TYPE_FLAGS) !== flag) {
      fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
    }
    sign = takeFlag(reader, ':)-', 'missing -, : or )')
  }
  if (sign === ')') { return [on, off, true] }
  if (sign === '-') {
    const {place} = signs
    sign = takeFlag(reader, ':', 'missing flag')
    if (sign === ':') { fail('missing flag', place) }
    while (sign !== ':') {
      if (FLAG_LETTERS[sign] & TYPE_FLAGS) {
        fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
      }
      off |= FLAG_LETTERS[sign]
      sign = takeFlag(reader, ':', 'missing :')
    }
  }
  if (on & off) { fail('bad inline flags: flag turned on and off', signs.place - 1) }
  return [on, off, false]
}

/* The letter of a flag, or one of the signs that may end them. */
function takeFlag({signs, fail, take}, ends, missing) {
  const {place} = signs
  const taken = take() ?? fail(missing)
  if (!ends.includes(taken) && !FLAG_LETTERS[taken]) {
    fail(/^\p{L}/u.test(taken) ? 'unknown flag' : missing, place)
  }
  return taken
}

/* The flags, of which some exclude others, and some belong to texts or to bytes. */
function checkedFlags(flags, isText) {
  const wrong = isText
    ? flags & LOCALE ? 'cannot use LOCALE flag with a str pattern'
      : flags & ASCII && flags & UNICODE && 'ASCII and UNICODE flags are incompatible'
    : flags & UNICODE ? 'cannot use UNICODE flag with a bytes pattern'
      : flags & ASCII && flags & LOCALE && 'ASCII and LOCALE flags are incompatible'
  if (wrong) { $B.RAISE(builtins.ValueError, wrong) }
  return isText && !(flags & ASCII) ? flags | UNICODE : flags
}
