"""Modules of the standard library."""

import bisect
import collections.abc
import datetime
import io
import itertools
import json
import re
import sys
from enum import Enum, IntEnum, StrEnum
from json.decoder import JSONDecodeError


class Colour(Enum):
    RED = 1
    BLUE = "b"


def interpreter():
    return (
        sys.version_info > (3, 11),
        "cases.library" in sys.modules,
        sys.modules[__name__].__name__,
    )


def patterns():
    found = re.search(r"(?P<a>\d+)-(\w)", "x 12-b")
    return re.sub(r"(a)(.)", r"\2\1", "abac"), found.groups(), found["a"], re.split("[,;]", "a,b;c")


def templates():
    class Marked:
        def mark(self, found):
            return f"<{found[0]}>"

        __call__ = mark

    def failed(template):
        try:
            return re.sub("(a)", template, "a")
        except (re.error, IndexError) as error:
            return str(error), getattr(error, "pos", None)

    word = re.compile(r"(?P<first>\w)(?P<second>\d)?")
    found = word.match("a1 b")
    return (
        word.sub(r"\g<second>\g<first>-\g<0>\1\n\\n", "a1 b"), word.subn(Marked(), "a1 b"),
        re.subn("a", Marked().mark, "aXa", 1), found.expand(r"\g<first>\2\101\."), re.sub("a", r"\\n", "a"),
        re.sub(b"(a)", rb"[\1\g<1>]", b"bab"), re.match(b"(?P<z>a)", b"ab").expand(rb"\g<z>"),
        re.sub("(😀)", r"<\1>", "a😀b"), re.sub("a", "😀", "bab"),
        [failed(text) for text in (r"\2", r"\g<x>", r"\q", r"\g<1", r"\g", "\\", r"\g<1a>", r"\g<9>")],
    )  # fmt: skip


def patterns_and_matches():
    def failed(pattern):
        try:
            return re.compile(pattern)
        except re.error as error:
            return str(error), error.msg, error.pattern, error.pos, error.lineno, error.colno

    word = re.compile(r"(?P<number>\d+)-(?P<letter>\w)?(x)?")
    found = word.match("12-q")
    scanner = re.Scanner(
        [(r"\d+", lambda scanner, text: int(text)), ("[a-z]+", "word"), (r"\s+", None)], re.I
    )
    return (
        found.re is word, found.re.pattern, dict(word.groupindex), word.groupindex["letter"], found.regs,
        re.fullmatch(b"a", b"a").re.pattern, {re.compile("a"): 1}[re.compile("a")], re.A.value,
        scanner.scan("12 Ab 3 !x"), re.NOFLAG, {re.compile("a", re.I): 2}[re.compile("a", re.I)],
        [failed(pattern) for pattern in (
            "(a", "a)", "[a", "*a", "a**", r"\1", "(?P<a>x)(?P<a>y)", "(?P<1>x)", "a{3,1}", "\n\n  (x",
            "(?P=q)", "[z-a]", r"\Q", "x(?i)",
        )],
    )  # fmt: skip


def texts_of_json():
    value = {"a": [1, 2.5, None, True, "é"], "b": {}}
    return json.dumps(value), json.loads(json.dumps(value)) == value


def values_as_json():
    class Level(IntEnum):
        LOW = 1

    class Name(StrEnum):
        ADA = "ada"

    loop = []
    loop.append(loop)
    values = (
        1.0, -0.0, 1e16, 2**70, {None: 1, True: 2, 1.5: 3}, "\x7f\x00é😀", [Level.LOW, Name.ADA],
        {Level.LOW: {}, Name.ADA: []}, {(1,): 2}, loop, {1}, float("inf"), {"b": 1, "a": {"c": ()}},
    )  # fmt: skip
    options = ({}, {"ensure_ascii": False, "indent": 1}, {"skipkeys": True}, {"sort_keys": True})
    written = []
    for value, option in itertools.product(values, options):
        try:
            written.append(json.dumps(value, **option))
        except (TypeError, ValueError) as error:
            written.append((type(error).__name__, str(error)))
    return written, json.dumps({1}, default=sorted), json.dumps([1, {}], separators=(",", ":"))


def faults_in_json():
    found = []
    for text in (
        "", "{", "[", "[1 2]", '{"a" 1}', '{"a":}', "{a: 1}", "[1,\n x]", '"a', '"\t"', r'"\x"',
        r'"\u12"', "nul", "-", "01", "1 2", '["😀" x]', "\ufeff1", '{"a": 1 "b": 2}',
    ):  # fmt: skip
        try:
            found.append(json.loads(text))
        except JSONDecodeError as error:
            found.append((str(error), error.msg, error.pos, error.lineno, error.colno))
    return found, issubclass(json.JSONDecodeError, ValueError), JSONDecodeError.__module__


def decoders_of_json():
    class Sorted(json.JSONDecoder):
        def __init__(self, **options):
            super().__init__(object_hook=lambda found: sorted(found.items()), **options)

    class Sets(json.JSONEncoder):
        def default(self, o):
            return sorted(o) if isinstance(o, set) else super().default(o)

    text = (
        '{"b": [1, 2.5, 1e3, -0, -0.0, 12345678901234567890, NaN], "a": {"\\ud83d\\ude00": null}}'
    )
    return (
        json.loads(text), json.loads(text, cls=Sorted), json.loads(text, object_pairs_hook=list),
        json.loads(text, parse_float=str, parse_int=float, parse_constant=repr),
        json.load(io.StringIO('"x"'), cls=None), json.loads(b"[1]"), json.loads('{"a": 1, "a": 2}'),
        json.JSONDecoder().raw_decode("😀 [1] x", 2), json.JSONDecoder(strict=False).decode('"\n"'),
        json.dumps({"a": {3, 1}}, cls=Sets),
    )  # fmt: skip


def enumerations():
    return str(Colour.RED), Colour(1).name, Colour["BLUE"].value, list(Colour)


def abstract_classes():
    return isinstance({}, collections.abc.Mapping), isinstance([], collections.abc.Mapping)


def iterators():
    chained = itertools.chain([1], itertools.islice(itertools.count(5), 2))
    return list(chained), bisect.bisect([1, 3], 2)


def dates():
    day = datetime.date(2026, 2, 28) + datetime.timedelta(1)
    return day.isoformat(), day.weekday(), str(datetime.datetime(2026, 1, 2, 3, 4))


def virtual_subclasses():
    import abc
    from collections import abc as containers

    class Shape(abc.ABC):
        @abc.abstractmethod
        def area(self): ...

        @property
        @abc.abstractmethod
        def name(self): ...

    class Half(Shape):
        name = "half"

    class Whole(Half):
        def area(self):
            return 1

    class Quacking(metaclass=abc.ABCMeta):
        @classmethod
        def __subclasshook__(cls, other):
            return hasattr(other, "quack") or NotImplemented

    class Duck:
        quack = True

    class Robot: ...

    class Toy(Robot): ...

    found = [sorted(Shape.__abstractmethods__), Half.__abstractmethods__, Whole().area()]
    found += [isinstance(Duck(), Quacking), issubclass(Toy, Quacking), isinstance(Toy(), Quacking)]
    token = abc.get_cache_token()
    found += [Quacking.register(Robot) is Robot, issubclass(Toy, Quacking), isinstance(1, Quacking)]
    found += [abc.get_cache_token() - token, Quacking.register(int) is int, isinstance(1, Quacking)]

    class Listed(list, metaclass=abc.ABCMeta): ...

    for wrong in (
        Half, lambda: Shape.register(1), lambda: Listed.register(list),
        lambda: issubclass(1, Quacking), lambda: Half.register(Shape),
    ):  # fmt: skip
        try:
            wrong()
        except Exception as error:
            words = str(error).partition(" abstract class Half ")  # the rest is said in other words
            found.append((type(error).__name__, *words[:2]))
    values = [[], (), "", b"", {}, set(), frozenset(), range(1), iter([]), {}.keys(), {}.items(), 1]
    values += [bytearray(), len, (x for x in ""), reversed([]), zip(), Listed(), {}.values()]
    names = (
        "Hashable Iterable Iterator Reversible Generator Sized Container Collection Callable "
        "Set MutableSet Mapping MutableMapping Sequence MutableSequence MappingView KeysView"
    ).split()
    for name in names:
        kind = getattr(containers, name)
        found.append((name, "".join("01"[isinstance(value, kind)] for value in values)))
    return found, [].__hash__, dict.__hash__, [kind.__name__ for kind in Shape.__subclasses__()]


def types_by_name():
    from typing import (
        IO, Any, Callable, Dict, Generator, Iterable, List, Mapping, Optional, SupportsAbs,
        SupportsInt, Tuple, Type, Union, get_args, get_origin,
    )  # fmt: skip

    kinds = (List[int], Dict[str, Any], Callable[[int], str], Tuple[int, ...], Type[int], IO[str])
    return (
        [str(kind) for kind in kinds], [get_args(kind) for kind in kinds[:2]],
        get_origin(Mapping[str, int]).__name__, Iterable[int] == Iterable[int],
        Generator[int, None, None].__args__, Optional[int] == Union[int, None],
        isinstance(1, SupportsInt), isinstance("", SupportsInt), isinstance(1.5, SupportsAbs),
        isinstance([], List), Callable.__doc__ is not None,
    )  # fmt: skip


CASES = [
    interpreter, patterns, templates, patterns_and_matches, texts_of_json, values_as_json, faults_in_json, decoders_of_json,
    enumerations, abstract_classes, iterators, dates, virtual_subclasses, types_by_name,
]  # fmt: skip
