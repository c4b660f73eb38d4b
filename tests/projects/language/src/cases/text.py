"""Strings, lists, dicts and sets."""


def formatted():
    name, width = "Ada", 8
    return (
        f"{name:>{width}}|{name!r}|{name=}|{{}}", f"{1 + 1} {'nested ' + f'{name}'}",
        "%s-%05.1f" % (name, 2), "{0} {x}".format(1, x=2),
    )  # fmt: skip


def kept_as_written():
    # The minifier has to leave these alone.
    name = "x"
    return "a  b // c", "/* no comment */", f"two  spaces // {name}  /* {name} */", "`${name}`", """
  lines   of
 text""", r"\d+/\\", "it's", 'say "x"', "\\", "/"  # fmt: skip


def mentions_of_forbidden_calls():
    """Text is no code: eval(x), import(y), Function(z)."""
    return "eval(1) Function(2) import(3) importScripts(4)"


def methods():
    text = " Hello, World "
    return (
        text.strip(), text.upper(), text.split(","), ["a-b", "c"], "x".join(["a", "b"]),
        "abc"[::-1], "abcdef"[1:-1:2], "b" in "abc", "a,b".partition(","), "ab".center(6, "*"),
        "Ab".swapcase(), "x=1".removeprefix("x="), "1a".isalnum(), "abcabc".find("c", 3),
        "a\nb\r\nc".splitlines(), "éa".encode(), b"\xc3\xa9".decode(), "%" * 3,
        "hello world".title(), "aXbX".replace("X", "-", 1), "tab\t|".expandtabs(4), "7".zfill(3),
    )  # fmt: skip


def stripped():
    class Name(str):
        pass

    smile = "\U0001f600"
    ends = [f"{smile}a{smile}b{smile}".strip(smile), f"a{smile}".rstrip("a"), f"{smile}".strip("a")]
    return (
        "xxaxbxx".strip("x"), "xyaxy".lstrip("yx"), "xyaxy".rstrip("yx"), "xx".strip("x"),
        "a".strip(""), "".strip("a"), " a ".strip("a"), Name("aba").strip("a"),
        type(Name("aba").strip("a")).__name__, ends, [len(part) for part in ends],
    )  # fmt: skip


def joined_and_parted():
    smile = "\U0001f600"
    found = [
        "-".join(c for c in "abc"), ",".join({"a": 1, "b": 2}), "".join([smile, "a"]),
        smile.join("ab"), "".join([]), f"{smile}a,b".partition(","), f"a,{smile}b".rpartition(","),
        "ab".partition(","), "ab".rpartition(","),
    ]  # fmt: skip
    try:
        "".join(["a", 1])
    except TypeError as error:
        found.append(str(error))
    return found, len(found[2]), len(found[3]), [len(part) for part in found[5] + found[6]]


def cut_and_filled_up():
    smile = "a\U0001f600"
    return (
        "%.2s|%5.1s|%-5.1s|%.2r|%5c|%-5c|%05s" % ("xyz", "xyz", "xyz", "xyz", "a", "b", "c"),
        f"{'abc':.0}|{'abc':5.2}|{'abc':>5.2}", f"{smile:>5}|{smile:<5}|{smile:^6}|{smile:.2}|",
        "%5s|%-5s|%.1s|" % (smile, smile, "\U0001f600b"), "%*s|%-*s|" % (3, "a", 3, "b"),
    )  # fmt: skip


def beyond_the_basic_plane():
    text = "a😀é"
    return len(text), text[1] == "😀", [ord(c) for c in text], text.upper(), text.find("é")


def halves_of_characters():
    half = "a\ud83d"
    return [ord(c) for c in half], half[1] == chr(0xD83D), {"\udfff": 1}[chr(0xDFFF)], len(half * 2)


def lists():
    items = [3, 1, 2]
    items.append(0)
    items.extend([5, 4])
    items.insert(1, 9)
    items.remove(3)
    popped = items.pop()
    items.sort(reverse=True)
    copy = items[:]
    items[1:3] = ["x"]
    del items[0]
    return items, popped, copy, copy.index(2), [0] * 3, [1, 2] + [3], list(enumerate("ab"))


def sorting():
    words, numbers = ["b", "aa", "", "B", "a", "é", "a"], [3, -1, 2**70, 10, 2, True, 0.5]
    pairs = [(1, "x"), (0, "y"), (1, "a"), (0, "b")] * 20
    try:
        [2, "a", 1].sort()
    except TypeError as error:
        failure = str(error)
    words.sort()
    return (
        words, sorted(words, reverse=True), sorted(words, key=str.lower), sorted(numbers),
        sorted(numbers, reverse=True), sorted([10, 9, -3, 0]), sorted([10, 9, -3], reverse=True),
        sorted(pairs), sorted(pairs, key=lambda pair: pair[0], reverse=True), failure,
        sorted(range(300, 0, -7)), sorted([False, True, 0, 1]), sorted([[2], [1, 5], []]),
    )  # fmt: skip


def dicts():
    d = {"b": 1, "a": 2}
    d.setdefault("c", []).append(3)
    d.update(a=5)
    d |= {"e": 6}
    removed = d.pop("b")
    return (
        d, removed, d.get("x", 0), list(d), sorted(d.items(), key=str), "a" in d,
        dict.fromkeys("ab", 0), {1: "int", "1": "str", (1, 2): "tuple"}, {1: 2} == {1.0: 2},
    )  # fmt: skip


def missing_key():
    try:
        return {"a": 1}["b"]
    except KeyError as error:
        return repr(error)


def sets():
    s = {1, 2, 3}
    return sorted(s & {2, 3, 4}), sorted(s | {9}), sorted(s ^ {1, 7}), s >= {1}, {1} - {1}


def tuples():
    return (1, "a") < (1, "b"), (1,) * 2, tuple("ab"), {(1, 2): 3}[1, 2], min((3, 1), (2, 9))


def unknown_to_an_encoding():
    found = []
    for encoding in ("ascii", "latin-1"):
        for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
            try:
                found.append("aé€b😀\ud83d!".encode(encoding, errors))
            except UnicodeEncodeError as error:
                found.append((error.encoding, error.start, error.reason))
    for text, encoding in (("a€", "latin-1"), ("é", "ascii"), ("😀x\ud83d", "utf-8")):
        try:
            text.encode(encoding)
        except ValueError as error:
            found.append(str(error))
    return found


CASES = [
    formatted, kept_as_written, mentions_of_forbidden_calls, methods, beyond_the_basic_plane,
    halves_of_characters, lists, dicts, missing_key, sets, tuples,
    stripped, joined_and_parted,
    unknown_to_an_encoding, cut_and_filled_up,
]  # fmt: skip
