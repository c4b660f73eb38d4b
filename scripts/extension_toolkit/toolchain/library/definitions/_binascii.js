/* Bytes from base64, where Brython's takes nothing for what is no digit, and reads past the end. */
function base64_decode(bytes, alphabet, padded, strict, ignored) {
    const values = new Map($B.to_bytes(alphabet).map((byte, value) => [byte, value]))
    const PAD = 61
    const result = []
    let count = 0, rest = 0, pads = 0, i = 0
    for (; i < bytes.length; i++) {
        const value = values.get(bytes[i])
        if (bytes[i] === PAD && padded) {
            if (strict && count === 0) { $B.RAISE(error, 'Leading padding not allowed') }
            if (count % 4 >= 2 && count % 4 + ++pads >= 4) { break }
        } else if (value !== undefined) {
            if (strict && pads) { $B.RAISE(error, 'Discontinuous padding not allowed') }
            pads = 0
            rest = (rest << 6 | value) & 0x3fff
            if (count++ % 4) { result.push(rest >> (6 - 2 * ((count - 1) % 4)) & 0xff) }
        } else if (strict && !ignored.includes(bytes[i])) {
            $B.RAISE(error, 'Only base64 data is allowed')
        }
    }
    if (strict && i < bytes.length - 1) { $B.RAISE(error, 'Excess data after padding') }
    if (count % 4 === 1) {
        $B.RAISE(error, `Invalid base64-encoded string: number of data characters (${count}) ` +
            'cannot be 1 more than a multiple of 4')
    }
    if (padded && count % 4 && i === bytes.length) { $B.RAISE(error, 'Incorrect padding') }
    return $B.fast_bytes(result)
}
