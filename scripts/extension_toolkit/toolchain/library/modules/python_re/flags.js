/* Flags, which are integers with names. */

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
addGetters(Flag, {
  name: ({value}) => {
    const {found, rest} = namesOf(value)
    return found.length ? [...found, ...rest].join('|') : None
  },
  value: ({value}) => value,
})
$B.set_func_names(Flag, 're')
$B.finalize_type(Flag)
