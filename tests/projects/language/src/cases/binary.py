"""Bytes, and those that can be changed."""


def of_both_kinds():
    found = []
    for kind in (bytes, bytearray):
        text, other = kind(b"Hello World 12"), kind(b"\0aA\0")
        found += [
            text.capitalize(), text.center(20), text.center(19, b"*"), text.ljust(16, b"."),
            text.rjust(16, b"."), text.count(b"l"), text.count(b"l", 3), text.count(b"l", 0, -4),
            text.count(b""), text.count(108), kind(b"aaaa").count(b"aa"), text.decode(),
            text.endswith((b"x", b"12")), text.endswith(b"World", 0, 11), text.find(b"o", 5),
            text.hex(" ", 4), text.index(b"W"), text.rindex(b"o"), text.rfind(b"o", 0, 5),
            other.lower(), other.upper(), other.swapcase(), text.title(), other.isalpha(),
            text.replace(b"o", b"0", 1), text.replace(b"", b"-"), text.replace(b"", b"-", 3),
            text.replace(b"l", b""), kind().replace(b"", b"x"), text.partition(b"o"),
            text.rpartition(b"o"), text.split(), text.split(b"o", 1), text.rsplit(None, 1),
            text.removeprefix(b"He"), text.removesuffix(b"12"), text.strip(b"H2"), text.lstrip(b"H"),
            kind(b"a\nb\r\nc").splitlines(True), kind(b"a\tb").expandtabs(4), text.zfill(16),
            kind(b"-").join([b"a", bytearray(b"b")]), text.startswith(b"W", 6), text * 2, text[::-2],
            text[5:2:-1], text[-2:-9:-3],
            text + b"!", b"lo" in text, 72 in text, text == b"Hello World 12", text < b"I",
            text.translate(bytes.maketrans(b"lo", b"01"), b"H"), text.translate(None, delete=b"l"),
            kind(range(120, 136)), kind(b"it's \"\\"), kind(3), kind([1, 2]), kind("é", "utf-8"),
        ]  # fmt: skip
    return found


def changed_in_place():
    it = bytearray(b"abc")
    found = [
        it.append(100), it.extend(b"ef"), it.extend([103, 104]), it.insert(0, 65), it.pop(),
        it.pop(0), it.remove(98), it.reverse(), it.copy(), it.clear(), it,
    ]  # fmt: skip
    it += b"abcdef"
    it[::2] = b"XYZ"
    found.append(bytes(it))
    del it[1::2]
    it[1:2] = b"1234"
    it[0] = 9
    it[len(it) :] = [7, 8]
    it *= 2
    found.append(bytes(it))
    for change in (
        lambda: it.remove(200), lambda: it.append(256), lambda: it.extend([300]),
        lambda: it.__setitem__(0, 256), lambda: it.__setitem__(slice(0, 2), [256]),
        lambda: bytes([256]),
    ):  # fmt: skip
        try:
            change()
        except ValueError as error:
            found.append(str(error))
    return found, it


CASES = [of_both_kinds, changed_in_place]
