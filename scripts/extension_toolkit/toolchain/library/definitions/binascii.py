"""Checksums of bytes, and base32, which Brython's module lacks."""

ADDED = ("b2a_base32", "a2b_base32")


def crc_hqx(data, crc, /):
    for byte in bytes(data):
        crc = ((crc << 8) & 0xFF00) ^ crctab_hqx[(crc >> 8) ^ byte]
    return crc


def crc32(data, crc=0, /):
    crc ^= 0xFFFFFFFF
    for byte in bytes(data):
        crc = (crc >> 8) ^ crc_32_tab[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def b2a_base32(data, /, *, padded=True, wrapcol=0, alphabet=BASE32_ALPHABET):
    data = bytes(data)
    found = bytearray()
    for start in range(0, len(data), 5):
        chunk = data[start : start + 5]
        bits = int.from_bytes(chunk + bytes(5 - len(chunk)), "big")
        digits = [alphabet[bits >> shift & 31] for shift in range(35, -1, -5)]
        count = -(-len(chunk) * 8 // 5)
        found += bytes(digits[:count]) + b"=" * (8 - count if padded else 0)
    return bytes(found)


def a2b_base32(data, /, *, padded=True, alphabet=BASE32_ALPHABET, ignorechars=b"", canonical=False):
    data = bytes([byte for byte in bytes(data) if byte not in ignorechars])
    digits = data.rstrip(b"=")
    if len(digits) % 8 in (1, 3, 6) or (padded and len(data) % 8) or len(data) - len(digits) > 6:
        raise Error("Incorrect padding")
    found = bytearray()
    for start in range(0, len(digits), 8):
        chunk = digits[start : start + 8]
        bits = 0
        for byte in chunk:
            value = alphabet.find(bytes([byte]))
            if value < 0:
                raise Error("Non-base32 digit found")
            bits = bits << 5 | value
        count = len(chunk) * 5 // 8
        found += (bits >> (len(chunk) * 5 - count * 8)).to_bytes(count, "big")
    return bytes(found)
