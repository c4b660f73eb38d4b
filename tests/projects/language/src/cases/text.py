"""Strings, lists, dicts and sets."""

import json
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction
from time import strftime
from types import MappingProxyType, SimpleNamespace


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


def of_a_class_of_its_own():
    class Name(str):
        pass

    class Color(StrEnum):
        RED = "red"

    class Holder:
        pass

    def named(**given):
        return given

    a, comma, smile, holder = Name("ab"), Name(","), Name("a😀"), Holder()
    setattr(holder, Color.RED, 1)
    setattr(holder, a, 2)
    parts = [
        list(a), tuple(Color.RED), sorted(Name("ba")), [*zip(a, smile)], len(smile), smile[1:],
        smile[::-1], "ab".startswith(a), a.startswith(("x", a)), a.endswith(Name("b")), a in "xab",
        "xab".find(a), "xab".index(a), "xab".count(a), a.index(Name("b")), a.replace("a", "x"),
        "ab".replace(a, "x"), "a,b".split(comma), "a,b,c".rsplit(comma, 1), comma.join([a, "c"]),
        type(comma.join([a])).__name__, "x".center(5, comma), "x".ljust(3, comma), a.rjust(4),
        f"{a:>4}", "%4s" % a, "%s" % Color.RED, a.encode(), bytes(smile, "utf-16-le"), ord(Name("a")),
        float(Name("1.5")), int(Name("ff"), 16), str.maketrans(a, Name("xy")), Color.RED[0],
        Color.RED + "x", Color.RED * 2, a == "ab", {a: 1}["ab"], hash(a) == hash("ab"),
    ]  # fmt: skip
    return parts, named(**{a: 1}), sorted(map(str, vars(holder))), getattr(holder, Color.RED)


def counted_by_a_class_of_its_own():
    class Count(int):
        pass

    class Size(IntEnum):
        SMALL = 1
        LARGE = 2

    one, three = Count(1), Count(3)
    return (
        three * "a", "a" * three, Size.LARGE * "a", "a" * Size.LARGE, [0] * three, "abcd"[one],
        "abcd"[Size.LARGE], "abcd"[one:three], "abcd"[::Size.LARGE], [1, 2, 3][one], (1, 2)[-one],
        [1, 2, 3][Size.SMALL :], list(range(three)), list(range(one, three, Size.LARGE)),
        "a".zfill(three), "a".center(three), "%*d" % (three, 2), round(1.234, one), f"{three:03}",
        "a-b-c".split("-", one), "aaa".replace("a", "b", one), [1, 2, 1].index(1, one), three + one,
        "abc".find("c", one), chr(Count(97)), bytes(three), three == 3, {three: 1}[3], f"{Size.LARGE:03d}",
    )  # fmt: skip


def bytes_as_text():
    data, found = b"abcab", []
    for call in (lambda: data.index(b"x"), lambda: data.rindex(b"x"), lambda: data.index(b"a", 4)):
        try:
            found.append(call())
        except ValueError as error:
            found.append(type(error).__name__)
    return (
        found, data.index(b"c"), data.index(b"ab", 1), data.index(98), data.find(b"b", 2, 5),
        data.translate(None, b"a"), data.translate(bytes.maketrans(b"ab", b"xy"), b"c"),
        data.translate(None, delete=b"b"), bytearray(data).translate(None, b"b"),
        data.partition(b"c"), data.partition(b"x"), data.rpartition(b"x"), data.rpartition(b"a"),
    )  # fmt: skip


def dates():
    found = []
    for given in ((2024, 3, 5), (2024, 12, 31), (2021, 1, 3), (2020, 12, 31), (2023, 1, 1)):
        day = date(*given)
        found.append(day.strftime("%U %W %G-W%V-%u %w %j|%D|%e|%F|%C|%h|%y%n%t"))
    moment = datetime(2024, 3, 5, 19, 8, 9)
    found.append(moment.strftime("%c|%x %X|%T %R|%r|%I %p|100%%"))
    return found, f"{moment:%F %T}", strftime("%F %V", moment.timetuple())


def beyond_the_basic_plane():
    other = "😀a😀b"
    parts = [other[::-1], other[1:3], other[::2], other[3:0:-1], other[-3:], "x😀"[:-1], other[9:]]
    filled = [
        "a😀".ljust(4, "-"),
        "a😀".rjust(4),
        "a😀".center(5, "*"),
        "ab".center(5),
        "a".center(4, "😀"),
    ]
    changed = [
        other.replace("😀", "c", 1), "😀".replace("", "-"), other.removesuffix("b"), other.split("😀", 1),
        "ab".translate(str.maketrans("ab", "😀c")), other.translate(str.maketrans("", "", "😀")),
        other.translate({0x1F600: 0x1F601, 97: None}), other.endswith("😀", 0, 3),
    ]  # fmt: skip
    told = (
        ascii(other),
        ascii("é€"),
        "%a" % "😀",
        f"{'😀'!a}",
        "ßﬁ".casefold(),
        str.maketrans({"😀": 1}),
    )
    return (
        parts,
        [len(part) for part in parts],
        filled,
        [len(part) for part in filled],
        changed,
        told,
    )


def characters_of_two_halves():
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


class Formatted:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "text"


class Loud(str):
    def __format__(self, spec):
        return self.upper() + spec


def formatted_in_their_way():
    it, spec = Formatted(), "{}>5"
    return (
        f"{it} {it!s} {it:x} {it:{spec}} {Loud('a')}{Loud('a'):!}", "{} {:y}".format(it, it),
        f"{1} {2.0} {'a'} {None} {True} {[1]} {Decimal('1.50')} {Fraction(1, 2)}",
    )  # fmt: skip


def in_the_order_in_which_they_came():
    made = {}
    for number in (5, 3, 1):
        made[str(number)] = number
    made["a"] = made["0"] = 7
    changed = dict(made)
    del changed["3"]
    changed["3"] = changed["-1"] = 4
    return (
        made, changed, {"b": 1, "10": 2, "9": 3}, {str(n): n for n in (2, 1)}, {**made, "4": 4},
        json.loads('{"b": 1, "2": 2, "1": 3}'), json.dumps(made), list(Counter("3121")),
        {"1": 1, "a": 2} == {"a": 2, "1": 1}, made["1"], made.get("2"), "5" in made, "2" in made,
        made.popitem(), made.pop("5"), made, list(reversed(made)), len(made), sorted(made),
    )  # fmt: skip


def looked_for_while_iterated():
    d = {"a": 1, "b": 2}
    return [(key, d.get(5), 7 in d, d["a"]) for key in d]


def digits_of_other_scripts():
    return [
        (c.isdigit(), c.isdecimal(), c.isnumeric())
        for c in ("²", "³", "¹", "½", "１", "三", "Ⅷ", "٣", "①", "7", "x", "㐅", "")
    ]


def views_of_dicts():
    class Own:
        zebra = apple = 1

    names = [name for name in dir(Own()) if not name.startswith("_")]
    space = SimpleNamespace(a=1)
    space.b = "x"
    no_times = [1]
    no_times *= 0
    try:
        {}.popitem()
    except KeyError as error:
        told = str(error)
    return (
        {"a": 1, 2: "b"}.keys(), {"a": 1, 2: "b"}.values(), MappingProxyType({"a": 1}), names, told,
        dir(Own)[-1], space, vars(space), space == SimpleNamespace(b="x", a=1), no_times,
        type(Own.mro()) is type(Own.mro()) is list, type(Own.__mro__), dir([]) == sorted(dir([])),
    )  # fmt: skip


CASES = [
    formatted, kept_as_written, mentions_of_forbidden_calls, methods, beyond_the_basic_plane,
    halves_of_characters, lists, dicts, missing_key, sets, tuples,
    stripped, joined_and_parted,
    unknown_to_an_encoding, cut_and_filled_up,
    dates, of_a_class_of_its_own, counted_by_a_class_of_its_own, bytes_as_text, characters_of_two_halves,
    formatted_in_their_way, in_the_order_in_which_they_came, looked_for_while_iterated, digits_of_other_scripts,
    views_of_dicts,
]  # fmt: skip
