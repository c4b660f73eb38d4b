/* The template that a substitution takes, as a function of a match. */
function transform_repl(data, pattern) {
    const template = data.repl.string
    const parts = []  // texts, and numbers or names of groups
    const ESCAPES = {n: '\n', r: '\r', t: '\t', b: '\b', v: '\v', f: '\f', a: '\x07', '\\': '\\'}
    const wrong = (message, position) => {
        read = data.repl
        fail(message, $B.str_len(template.slice(0, position)))
    }
    const known = (group, position) => {
        const isNumber = /^\d+$/.test(group)
        const key = isNumber ? parseInt(group) : group
        if (key === 0 || pattern.groups[key] !== undefined) { return key }
        if (isNumber) { wrong(`invalid group reference ${key}`, position) }
        $B.RAISE(_b_.IndexError, `unknown group name '${group}'`)
    }
    const ESCAPE = /\\(?:g<([^>]*)>|(0[0-7]{0,2}|[1-3][0-7]{2})|([1-9]\d?)|([^]?))/g
    let end = 0
    for (const found of template.matchAll(ESCAPE)) {
        const [text, group, octal, number, letter] = found
        parts.push(template.slice(end, found.index))
        end = found.index + text.length
        if (group !== undefined) {
            if (!/^(?:\d+|[\p{L}_][\p{L}\p{N}_]*)$/u.test(group)) {
                wrong(group ? `bad character in group name '${group}'` : 'missing group name', found.index + 3)
            }
            parts.push({group: known(group, found.index + 3)})
        } else if (octal) {
            parts.push(String.fromCharCode(parseInt(octal, 8)))
        } else if (number) {
            parts.push({group: known(number, found.index + 1)})
        } else if (letter === 'g') {
            if (template[end] === '<') { wrong('missing >, unterminated name', end + 1) }
            wrong('missing <', end)
        } else if (letter === '') {
            wrong('bad escape (end of pattern)', found.index)
        } else if (/[a-zA-Z]/.test(letter) && !ESCAPES[letter]) {
            wrong(`bad escape \\${letter}`, found.index)
        } else {
            parts.push(ESCAPES[letter] ?? text)
        }
    }
    parts.push(template.slice(end))
    data.repl = ({mo}) => parts.map((part) => {
        if (part.group === undefined) { return part }
        const place = part.group === 0 ? mo : mo.$groups[part.group]
        const value = place === undefined ? '' : mo.string.substring(place.start, place.end)
        return typeof value === 'string' || value instanceof String ? value : $B.bytes_decode(value, 'latin-1')
    }).join('')
    return data
}
