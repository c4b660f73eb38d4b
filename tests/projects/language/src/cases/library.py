"""Modules of the standard library."""

import bisect
import collections.abc
import datetime
import itertools
import json
import re
import sys
from enum import Enum


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


def texts_of_json():
    value = {"a": [1, 2.5, None, True, "é"], "b": {}}
    return json.dumps(value), json.loads(json.dumps(value)) == value


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
    interpreter, patterns, texts_of_json, enumerations, abstract_classes, iterators, dates,
    virtual_subclasses, types_by_name,
]  # fmt: skip
