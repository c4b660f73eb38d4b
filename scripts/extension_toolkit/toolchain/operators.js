/* Short ways for the operands that operators and attributes meet most.
 *
 * Brython looks a method up in the type's own way each time. What is decided here needs none; all
 * else, errors above all, is left to Brython.
 */
(() => {
  'use strict'

  const $B = __BRYTHON__
  const {NULL, Float} = $B
  const {None, dict, float, int, list, object, set, str, tuple, type} = $B.builtins

  const classOf = $B.get_class
  $B.get_class = (value) => {
    if (typeof value === 'string') { return str }
    return Number.isSafeInteger(value) ? int : classOf(value)
  }

  /** @returns {number | undefined} the value of an int that is safe in JavaScript, or of a float */
  const numberOf = (value) => typeof value === 'number'
    ? value
    : value?.ob_type === float ? value.value : undefined

  /** The remainder has the sign of the divisor; NaN where that is zero. */
  const modulo = (x, y) => {
    const remainder = x % y
    return remainder !== 0 && (remainder < 0) !== (y < 0) ? remainder + y : remainder
  }

  /** @returns {number | undefined} a float, or undefined where Brython has to look */
  const calculateFloat = (operator, x, y) => {
    switch (operator) {
      case '__add__': return x + y
      case '__sub__': return x - y
      case '__mul__': return x * y
      case '__truediv__': return y === 0 ? undefined : x / y
    }
  }

  /** @returns {number | undefined} an int where that is a safe integer */
  const calculateInt = (operator, x, y) => {
    switch (operator) {
      case '__add__': return x + y
      case '__sub__': return x - y
      case '__mul__': return x * y
      case '__mod__': return modulo(x, y)
      case '__floordiv__': return (x - modulo(x, y)) / y
    }
  }

  const richOperator = $B.rich_op1
  $B.rich_op1 = (operator, x, y) => {
    if (typeof x === 'number' && typeof y === 'number') {
      const result = calculateInt(operator, x, y)
      if (Number.isSafeInteger(result)) { return result + 0 }  // there is no -0
    } else if (typeof x === 'string') {
      if (typeof y === 'string' && operator === '__add__') { return x + y }
    } else {
      const one = numberOf(x)
      const other = one === undefined ? undefined : numberOf(y)
      const result = other === undefined ? undefined : calculateFloat(operator, one, other)
      if (result !== undefined) { return new Float(result) }
    }
    return richOperator(operator, x, y)
  }

  const AUGMENTED = {
    '+=': '__add__', '-=': '__sub__', '*=': '__mul__', '/=': '__truediv__', '%=': '__mod__', '//=': '__floordiv__',
  }
  const augmentedAssignment = $B.augm_assign
  $B.augm_assign = (left, operator, right, inum) => {
    const name = AUGMENTED[operator]
    return name !== undefined && numberOf(left) !== undefined && numberOf(right) !== undefined
      ? $B.rich_op1(name, left, right)
      : augmentedAssignment(left, operator, right, inum)
  }

  const compare = (operator, x, y) => {
    switch (operator) {
      case '__eq__': return x === y
      case '__ne__': return x !== y
      case '__lt__': return x < y
      case '__le__': return x <= y
      case '__gt__': return x > y
      case '__ge__': return x >= y
    }
  }
  const HALVES = /[\ud800-\udfff]/  // of characters, which JavaScript orders otherwise
  const richComparison = $B.rich_comp
  $B.rich_comp = (operator, x, y) => {
    const one = numberOf(x)
    const other = one === undefined ? undefined : numberOf(y)
    if (other !== undefined) { return compare(operator, one, other) }
    if (typeof x === 'string' && typeof y === 'string') {
      const isEquality = operator === '__eq__' || operator === '__ne__'
      if (isEquality || !(HALVES.test(x) || HALVES.test(y))) { return compare(operator, x, y) }
    }
    return richComparison(operator, x, y)
  }

  const isSequence = (value) => value?.ob_type === list || value?.ob_type === tuple

  const truth = $B.$bool
  $B.$bool = (value, type) => {
    if (value === None) { return false }
    return isSequence(value) ? value.length > 0 : truth(value, type)
  }

  const item = $B.$getitem1
  $B.$getitem1 = (value, key) => {
    if (typeof key === 'number' && isSequence(value)) {
      const found = value[key < 0 ? value.length + key : key]
      if (found !== undefined) { return found }
    }
    return item(value, key)
  }

  const setItem = $B.$setitem
  $B.$setitem = (value, key, content, inum) => {
    if (value?.ob_type === list && typeof key === 'number' && key >= 0 && key < value.length) {
      value[key] = content
    } else if (value?.[$B.OB_TYPE] === dict) {
      dict.$setitem(value, key, content)
    } else {
      setItem(value, key, content, inum)
    }
  }

  const CONTAINERS = new Set([list, set, str, tuple])
  const isMember = $B.$is_member
  $B.$is_member = (value, container) => {
    const klass = $B.get_class(container)
    if (klass === dict) { return dict.$contains(container, value) }
    return CONTAINERS.has(klass) ? klass.sq_contains(container, value) : isMember(value, container)
  }

  const isInstance = $B.$isinstance
  $B.$isinstance = (value, klass) => klass?.ob_type === type
    ? $B.get_mro($B.get_class(value))?.includes(klass) === true
    : isInstance(value, klass)

  /* What `a, b = …` takes its values from. */
  class Unpacked {
    constructor(values) {
      this.values = values
      this.next = 0
    }

    read_one() { return this.values[this.next++] }
  }

  const {unpacker} = $B
  $B.unpacker = (values, count, isStarred, ...rest) => {
    if (isStarred || !isSequence(values) || values.length !== count) {
      return unpacker(values, count, isStarred, ...rest)
    }
    return new Unpacked(values.ob_type === list ? values.slice() : values)  // a list may be changed meanwhile
  }

  /* The attributes that an object has itself, unless its type says something about them. */
  const ownAttributes = (value, name) => {
    const klass = value?.ob_type
    if (klass?.$getattribute !== object.tp_getattro) { return undefined }
    const attributes = $B.get_dict(value)
    const isOwn = attributes !== undefined && Object.hasOwn(attributes, name)
    return isOwn && $B.search_in_mro(klass, name, NULL) === NULL ? attributes : undefined
  }

  const callAttribute = $B.call_attr
  $B.call_attr = (value, name, inum, ...args) => {
    const klass = value?.ob_type
    if (!inum && klass?.$getattribute === object.tp_getattro) {
      const attributes = $B.get_dict(value)
      const method = attributes !== undefined && Object.hasOwn(attributes, name)
        ? undefined
        : $B.search_in_mro(klass, name, NULL)
      if (method?.ob_type === $B.function) { return method(value, ...args) }
    }
    return callAttribute(value, name, inum, ...args)
  }

  const attribute = $B.$getattr
  $B.$getattr = (value, name, otherwise) => {
    const attributes = ownAttributes(value, name)
    return attributes === undefined ? attribute(value, name, otherwise) : attributes[name]
  }

  const setAttribute = $B.$setattr
  $B.$setattr = (value, name, content) => {
    if (value?.ob_type?.tp_setattro === object.tp_setattro && content !== undefined && content !== NULL) {
      const attributes = ownAttributes(value, name)
      if (attributes !== undefined && $B.hasOnlyStringKeys(attributes)) {
        attributes[name] = content
        return None
      }
    }
    return setAttribute(value, name, content)
  }
})()
