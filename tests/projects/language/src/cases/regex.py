"""Regular expressions: what patterns match, and what is none."""

import copy
import re

TABLE = {
    "a|ab": "ab abab b",
    "(a|ab)(c|bcd)(d*)": "abcd",
    "(?:a|b)*?c": "ababc c",
    "(a+|b)*": "ab aab",
    "(?:(a)|b)*": "ab ba",
    "(?:(a)|(b)|c)*": "abc",
    "(a)|b": "ab",
    r"(\w)(\1)?": "aab",
    r"(?P<x>a|b)-(?P=x)": "a-a a-b b-b",
    r"(?i:(a))\1": "aA Aa aa",
    "(a)?(?(1)b|c)": "ab c ac",
    "(?P<q>')?x(?(q)'|$)": "'x' 'x x",
    r"(?<=ab)c|(?<!a)b": "abc b",
    r"(?<=(?:ab|cd))x": "abx cdx adx",
    r"(?=(a+))a*b\1": "baaabac",
    r"a(?!b)(?=c)?": "ab ac a",
    "(?>a+)ab|a++b|a*+a": "aaab aab",
    "(?>ab|a)c": "abc ac",
    "a{2}|b{2,}|c{,2}|d{1,2}?": "aaaa bbb ccc dd",
    "x{a}|y{,z|{}": "x{a} y{,z {}",
    r"(a?)*?b|(?:a?){3}": "aab aaa",
    r"(?:x|(y))+z": "xyxz yz xz",
    r"[]a-c\-^]+|[^]a]": "]a-^ x",
    r"[\w.]+@[^\W_]+|[\d\s]": "a.b@c_d 1",
    r"\b\w|\B\w\b": "one two x",
    r"^\w|\w$|\A.|.\Z": "ab\ncd\n",
    r"(?m)^\w|\w$": "ab\ncd\n",
    r"(?s).b|(?-s:.)c": "\nb\nc",
    r".*\n?": "ab\n\nc",
    r"(?x) a b # a comment \
        | [ ] c | \  d": "ab c d a b",
    "a(?#a comment)b": "ab",
    r"\x61\u0062\U00000063\144\07?": "abcd",
    r"\t\n|\r|\.|\/": "\t\n.\r/",
    r"(?i)straße|ſ|k|İ|é": "STRASSE STRAẞE s S K É i ı",
    r"(?i)[k-s]+|[^a-z]": "KLMSſKx1",
    r"(?i)[à-ý]+|σ": "ÀÉÝ Σςσ",
    r"(?ai)[k-s]|é": "Kſs É",
    r"(?a)\w+|\d|\s": "aé1 ٣",
    r"\w+|\d|\s": "aé1 ٣ \x1c",
    r"😀+|[😀-😂]|.": "😀😀 😁b",
    r"(?:)": "ab",
    r"\B": "a b ",
    r"(?!)|(?=a)": "ba",
    r"((a)(b)?)+": "aba",
    r"(?:a(?=(b)))*": "aab",
    r"(?!(a))b|(a)": "ab",
    r"a??b|a*?$": "ab aa",
    r"(\d+)(?:px|em)(?=;)": "12px; 3em 4em;",
    r'"(?:[^"\\]|\\.)*"': r'x "a\"b" ""',
    r"(?P<a>.)(?P<b>.)?": "abc",
}
WRONG = [
    "(a", "a)", "[a", "[]", "*a", "a**", "a+*", "a{2}{3}", "a{3,1}", "^*", "(?:+)", "(?P<a>x)(?P<a>y)",
    "(?P<1>x)", "(?P<>x)", "(?P<a", "(?P=q)", "(?P", "(?Px)", "(?", "(?<", "(?<x)", "(?k)", "(?(1)a", "(?(0)a)",
    "(?(2)a)", "(?(1)a|b|c)", "(?(x)a)", "(?(1a)b)", r"\1", r"(a\1)", r"(?P<a>(?P=a))", "[z-a]", r"[\d-z]",
    r"[a-\w]", r"\q", r"[\q]", r"\x1", r"\u123", r"\U00110000", r"\400", r"[\400]", r"\8", r"[\8]", "\\",
    "x(?i)", "(?i", "(?i-", "(?i-:", "(?-:a)", "(?i-i:a)", "(?au:a)", "(?L)a", "(?-a:b)", "(?iz)", "(?i%)",
    "(?<=a+)b", "(?<!a|bc)d", r"(?<=(a)\1)", "(?#x", "(?x)a # (\n(", "\n\n  (x", "a\n)", "😀(", "[😀-a]",
]  # fmt: skip


def seen(match):
    return match and (match.regs, match.lastindex, match.lastgroup)


def found_in_texts():
    return [
        (
            pattern, seen(re.search(pattern, text)), seen(re.match(pattern, text)),
            seen(re.fullmatch(pattern, text)), re.findall(pattern, text), re.split(pattern, text),
            re.subn(pattern, r"<\g<0>>", text),
        )
        for pattern, text in TABLE.items()
    ]  # fmt: skip


def found_in_bytes():
    plain = {pattern: text for pattern, text in TABLE.items() if (pattern + text).isascii()}
    return [
        (re.findall(pattern.encode(), text.encode()), re.sub(pattern.encode(), rb"[\g<0>]", text.encode()))
        for pattern, text in plain.items()
        if r"\u" not in pattern
    ] + [
        re.findall(rb"(?i)\w|[\xe0-\xff]", "aÉé".encode("latin-1")), re.findall(rb"(?L)\w", b"a_-"),
        re.search(b"b", bytearray(b"ab")).group(), re.search(b"b", memoryview(b"ab")).span(),
        re.sub(b"b", bytearray(b"x"), bytearray(b"abc")),
    ]  # fmt: skip


def what_is_no_pattern():
    found = []
    for pattern in WRONG + [b"(?u)a", b"\\u0041", b"a\n("]:
        try:
            re.compile(pattern)
        except re.error as error:
            found.append(
                (str(error), error.msg, error.pattern, error.pos, error.lineno, error.colno)
            )
        else:
            found.append(pattern)
    return found


def refused():
    pattern, of_bytes = re.compile("a"), re.compile(b"a")
    found = []
    for call in (
        lambda: re.compile(pattern, re.I), lambda: re.compile(1), lambda: re.compile(b"a", re.U),
        lambda: re.compile("a", re.L), lambda: re.compile("a", re.A | re.U), lambda: pattern.match(1),
        lambda: pattern.match(b"a"), lambda: of_bytes.match("a"), lambda: re.compile("a{4294967295}"),
        lambda: re.sub("a", lambda found: 1, "a"), lambda: re.sub("a", b"b", "a"),
        lambda: re.match("a", "a").group(1), lambda: re.match("a", "a")["x"], lambda: re.Pattern(),
        lambda: re.sub("(?P<x>a)", r"\g<y>", "a"),
    ):  # fmt: skip
        try:
            found.append(call())
        except (TypeError, ValueError, OverflowError, IndexError) as error:
            found.append((type(error).__name__, str(error)))
    return found


def parts_of_a_text():
    digit = re.compile(r"\d")
    edge = re.compile(r"^a|b$|\bc")
    return (
        [seen(digit.search("a1b2", *where)) for where in ((1,), (2,), (2, 3), (-5, 2), (9,), (3, 1))],
        [seen(edge.search("xabc", *where)) for where in ((0,), (1,), (0, 3), (3,))],
        digit.fullmatch("a1b", 1, 2).span(), digit.findall("1234", 1, 3), digit.match("a1", pos=1).pos,
        [found.start() for found in digit.finditer("1x2x3", 1, endpos=4)], digit.match("12").endpos,
        re.split("(,)|;", "a,b;c,d", maxsplit=2), re.sub("a", "b", "aaa", count=2), re.split("x*", "axb"),
        digit.search("😀1😀2", 2).span(), digit.sub("<\\g<0>>", "😀1"), re.findall(".", "a😀"),
    )  # fmt: skip


def patterns_as_values():
    one, flags = re.compile("(?P<x>a)(b)?", re.I | re.X), re.I | re.M
    found = one.match("Ab c")
    return (
        one, re.compile(b"a", re.A), re.compile("(?i)a"), re.compile("x" * 250), re.compile("'"),
        one == re.compile("(?P<x>a)(b)?", re.X | re.I), one == re.compile("(?P<x>a)(b)?"),
        re.compile("a") == re.compile(b"a"), len({re.compile("a"), re.compile("a")}), one.flags,
        one.groups, dict(one.groupindex), copy.copy(one) is one, copy.deepcopy(one) is one,
        one is re.compile(one), found, re.match(".*", "x" * 60), found.groups("-"), found.groupdict(),
        found.group("x", 2, 0), found.start("x"), found.end(2), found.span(2), found.re is one,
        re.compile("(a)(b)?").match("a").groups(0), found.string, copy.copy(found) is found, bool(found),
        found.expand(r"\2-\g<x>"), re.match("(a)|b", "b").expand(r"[\1]"), re.escape("a.b-c \n#é"),
        re.escape(b"a\xe9."), re.purge(), re.Pattern[str], isinstance(one, re.Pattern),
        isinstance(found, re.Match), re.I, flags, int(flags), flags == 10, re.I in {2}, ~re.I & re.I,
        re.I.name, flags & re.M, flags ^ re.M, 2 | re.M, re.I | 1 << 20, isinstance(re.I, int),
    )  # fmt: skip


def long_texts():
    many = "ab" * 50_000
    return (
        re.fullmatch("(?:a|b)*", many).end(), re.fullmatch("(a|b)*", many).span(1),
        re.fullmatch("(?:(a)|(b))*?", many).end(), re.fullmatch("(?:ab|x)+", many).end(),
        re.match(".*?x", many), re.match("(?:a|ab)*+c", many), len(re.findall("b(?=a)", many)),
        re.fullmatch("(?:a(?:b|c)){50000}", many).end(), len(re.sub("a(b)", r"\1", many)),
    )  # fmt: skip


def texts_of_a_class_of_their_own():
    class Text(str):
        pass

    text = Text("a😀b")
    found = re.search(Text("😀(.)"), text)
    plain, own = re.compile("heir"), re.compile(Text("heir"))
    return (
        type(plain.pattern), type(own.pattern).__name__,
        found.span(), type(found.group()).__name__, found.string is text, type(found.re.pattern).__name__,
        re.sub("b", Text("c"), text), re.split(Text("😀"), text), [re.match(".", c).end() for c in "😀b"],
    )  # fmt: skip


CASES = [
    found_in_texts, found_in_bytes, what_is_no_pattern, refused, parts_of_a_text, patterns_as_values,
    long_texts, texts_of_a_class_of_their_own,
]  # fmt: skip
