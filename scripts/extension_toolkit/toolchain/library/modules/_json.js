/* Texts of JSON, as CPython writes and reads them.
 *
 * Brython's module writes floats as integers, forgets quotes, and raises other errors.
 */
(() => {
  const $B = __BRYTHON__
  const builtins = $B.builtins
  const {None, float, list, tuple} = builtins

  const plain = (text) => typeof text === 'string' ? text : (text.$brython_value ?? text).valueOf()
  const repr_of_float = (value) => float.tp_repr($B.float_value(value))
  const escape = (half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`

  /* A function that writes a value; `indent` and the separators are texts, `indent` may be None. */
  function writer(skipkeys, ascii, circular, allow_nan, indent, item_separator, key_separator,
                  standard, sort_keys) {
    const inside = circular ? new Set() : null
    const quoted = (text) => {
      const json = JSON.stringify(plain(text))
      return ascii ? json.replace(/[\x7f-\uffff]/g, escape) : json
    }
    const number = (value) => {
      if (!$B.$isinstance(value, float)) { return String($B.int_value(value)) }
      const text = repr_of_float(value)
      const name = {nan: 'NaN', inf: 'Infinity', '-inf': '-Infinity'}[text]
      if (name !== undefined && !allow_nan) {
        $B.RAISE(builtins.ValueError, `Out of range float values are not JSON compliant: ${text}`)
      }
      return name ?? text
    }
    const scalar = (value) => {
      if (value === None) { return 'null' }
      if (typeof value === 'boolean') { return String(value) }
      return $B.is_int(value) || $B.$isinstance(value, float) ? number(value) : null
    }
    const key_of = (key) => {
      const text = $B.is_str(key) ? plain(key) : scalar(key)
      if (text === null && !skipkeys) {
        $B.RAISE(builtins.TypeError,
          `keys must be str, int, float, bool or None, not ${$B.class_name(key)}`)
      }
      return text
    }
    const members = (value, depth) => {
      let items = [...$B.make_js_iterator($B.$call($B.$getattr(value, 'items')))]
      if (sort_keys) { items = builtins.sorted($B.$list(items)) }
      const texts = []
      for (const [key, member] of items) {
        const name = key_of(key)
        if (name !== null) { texts.push(quoted(name) + key_separator + write(member, depth)) }
      }
      return texts
    }
    const elements = (value, depth) =>
      Array.from($B.make_js_iterator(value), (element) => write(element, depth))
    const around = (value, depth, [open, close], make) => {
      if (inside?.has(value)) { $B.RAISE(builtins.ValueError, 'Circular reference detected') }
      inside?.add(value)
      const texts = make(value, depth + 1)
      inside?.delete(value)
      if (indent === None || texts.length === 0) { return open + texts.join(item_separator) + close }
      const line = `\n${plain(indent).repeat(depth)}`
      const next = line + plain(indent)
      return open + next + texts.join(item_separator + next) + line + close
    }
    const write = (value, depth) => {
      if ($B.is_str(value)) { return quoted(value) }
      const text = scalar(value)
      if (text !== null) { return text }
      if ($B.is_dict(value)) { return around(value, depth, '{}', members) }
      if ($B.$isinstance(value, [list, tuple])) { return around(value, depth, '[]', elements) }
      return around(value, depth, ['', ''], () => [write($B.$call(standard, value), depth)])
    }
    return write
  }

  const SPACE = /[ \t\n\r]*/y
  const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y
  const CONSTANT = /NaN|-?Infinity/y
  const CHARACTERS = /[^"\\\x00-\x1f]*/y
  const LAX_CHARACTERS = /[^"\\]*/y
  const ESCAPES = {'"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t'}
  const HOOKS = ['object_hook', 'object_pairs_hook', 'parse_float', 'parse_int', 'parse_constant']
  const WORDS = [['null', None], ['true', true], ['false', false]]

  /* Read one value from a place on: the value, and the place after it. */
  function read(text, at, decoder, error) {
    const [object_hook, object_pairs_hook, parse_float, parse_int, parse_constant] = HOOKS.map(
      (name) => $B.$getattr(decoder, name))
    const strict = $B.$bool($B.$getattr(decoder, 'strict'))

    const fail = (message, place) => {
      throw $B.$call(error, message, $B.String(text), [...text.slice(0, place)].length)
    }
    const take = (pattern) => {
      pattern.lastIndex = at
      const found = pattern.exec(text)
      if (found !== null) { at = pattern.lastIndex }
      return found
    }

    function value() {
      const first = text[at]
      if (first === '"') { return string() }
      if (first === '{') { return object() }
      if (first === '[') { return array() }
      for (const [word, meaning] of WORDS) {
        if (first === word[0] && text.startsWith(word, at)) {
          at += word.length
          return meaning
        }
      }
      const found = take(NUMBER)
      if (found !== null) { return number(...found) }
      const constant = take(CONSTANT)
      if (constant === null) { fail('Expecting value', at) }
      return parse_constant === None
        ? $B.fast_float(Number(constant[0])) : $B.$call(parse_constant, constant[0])
    }

    function number(digits, whole, fraction, exponent) {
      if (fraction !== undefined || exponent !== undefined) {
        return parse_float === None ? $B.fast_float(Number(digits)) : $B.$call(parse_float, digits)
      }
      if (parse_int !== None) { return $B.$call(parse_int, digits) }
      const exact = Number(whole)
      return exact === 0 ? 0 : Number.isSafeInteger(exact) ? exact : BigInt(whole)
    }

    function string() {
      const begin = at
      let result = ''
      at++
      for (;;) {
        result += take(strict ? CHARACTERS : LAX_CHARACTERS)[0]
        const stop = text[at]
        if (stop === '"') {
          at++
          return $B.String(result)
        }
        if (stop === undefined) { fail('Unterminated string starting at', begin) }
        if (stop !== '\\') { fail('Invalid control character at', at) }
        const escaped = text[at + 1]
        if (escaped === undefined) { fail('Unterminated string starting at', begin) }
        if (escaped === 'u') {
          const code = text.slice(at + 2, at + 6)
          if (!/^[\da-fA-F]{4}$/.test(code)) { fail('Invalid \\uXXXX escape', at + 1) }
          result += String.fromCharCode(parseInt(code, 16))
          at += 6
        } else {
          if (!Object.hasOwn(ESCAPES, escaped)) { fail('Invalid \\escape', at) }
          result += ESCAPES[escaped]
          at += 2
        }
      }
    }

    /* After a member: whether another one follows. */
    function another(close, kind) {
      take(SPACE)
      const stop = text[at]
      if (stop === close) {
        at++
        return false
      }
      if (stop !== ',') { fail("Expecting ',' delimiter", at) }
      const comma = at++
      take(SPACE)
      if (text[at] === close) { fail(`Illegal trailing comma before end of ${kind}`, comma) }
      return true
    }

    function object() {
      const pairs = []
      at++
      take(SPACE)
      if (text[at] === '}') {
        at++
      } else {
        do {
          if (text[at] !== '"') { fail('Expecting property name enclosed in double quotes', at) }
          const key = string()
          take(SPACE)
          if (text[at] !== ':') { fail("Expecting ':' delimiter", at) }
          at++
          take(SPACE)
          pairs.push([key, value()])
        } while (another('}', 'object'))
      }
      if (object_pairs_hook !== None) {
        return $B.$call(object_pairs_hook, $B.$list(pairs.map((pair) => $B.fast_tuple(pair))))
      }
      const result = $B.empty_dict()
      for (const [key, member] of pairs) { builtins.dict.$setitem(result, key, member) }
      return object_hook === None ? result : $B.$call(object_hook, result)
    }

    function array() {
      const result = []
      at++
      take(SPACE)
      if (text[at] === ']') {
        at++
        return $B.$list(result)
      }
      do { result.push(value()) } while (another(']', 'array'))
      return $B.$list(result)
    }

    const found = value()
    return [found, at, fail]
  }

  const after_space = (text, at) => {
    SPACE.lastIndex = at
    SPACE.exec(text)
    return SPACE.lastIndex
  }

  $B.addToImported('_json', {
    write: (value, ...options) => $B.String(writer(...options)(value, 0)),

    /** The whole of a text, as a decoder has it. */
    decode(decoder, given, error) {
      const text = plain(given)
      const [value, end, fail] = read(text, after_space(text, 0), decoder, error)
      const rest = after_space(text, end)
      if (rest !== text.length) { fail('Extra data', rest) }
      return value
    },

    /** What a text has from an index on, and the index after it. */
    raw_decode(decoder, given, index, error) {
      const text = plain(given)
      const start = [...text].slice(0, index).join('').length
      const [value, end] = read(text, start, decoder, error)
      return $B.fast_tuple([value, [...text.slice(0, end)].length])
    },
  })
})()
