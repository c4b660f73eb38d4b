"""Named tuples, dataclasses and types at run time: what CPython makes by evaluating source."""

import functools
import inspect
from collections import defaultdict, namedtuple
from dataclasses import (
    FrozenInstanceError,
    InitVar,
    asdict,
    dataclass,
    field,
    fields,
    make_dataclass,
    replace,
)
from enum import StrEnum
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    NamedTuple,
    Optional,
    Protocol,
    TypedDict,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
    runtime_checkable,
)

T = TypeVar("T")


class Point(NamedTuple):
    x: int
    y: "int" = 2


class Settings(TypedDict, total=False):
    size: int
    names: "list[str] | None"


class Larger(Settings):
    weight: float


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value

    def get(self) -> "Optional[T]":
        return self.value


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    secret: str = field(default="s", repr=False, compare=False)
    factor: InitVar[int] = 2
    total: float = field(init=False)

    def __post_init__(self, factor):
        self.total = self.price * factor


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0


@dataclass(kw_only=True, slots=True)
class Options:
    width: int
    height: int = 3


def raised(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__


def named_tuples():
    pair = namedtuple("Pair", "a b", defaults=[5])
    renamed = namedtuple("Renamed", ["a", "def", "a"], rename=True)
    one = pair(1)
    return (
        one, pair(b=1, a=2), one._replace(a=3), pair._make([1, 2]), one._asdict(), pair._fields,
        pair._field_defaults, renamed._fields, raised(pair), raised(pair, 1, 2, 3),
        raised(pair, 1, c=1), raised(namedtuple, "x", "a a"), one == (1, 5), hash(one) == hash((1, 5)),
        str(inspect.signature(pair)),
    )  # fmt: skip


def typed_named_tuples():
    point = Point(1)
    x, y = point
    return point, x, y, point._asdict(), Point._field_defaults, isinstance(point, tuple)


def dataclasses_in_use():
    item = Item("a", tags=["x"])
    return (
        item, item.total, item == Item("a", tags=["x"], secret="other"), item == Item("b"),
        asdict(item), replace(item, name="z", factor=1).total, [f.name for f in fields(Item)],
        raised(Item), raised(Item, "a", 1, [], "", 2, 3), raised(Item, "a", nothing=1),
        Item("a").tags is Item("a").tags, Item.__match_args__,
    )  # fmt: skip


def dataclasses_compared():
    first, second = Version(1, 2), Version(1, 3)
    return (
        first < second, first >= second, sorted([second, first]), {first, Version(1, 2)},
        raised(setattr, first, "major", 3), raised(delattr, first, "major"),
        raised(lambda: first < (1, 2)), isinstance(FrozenInstanceError(), AttributeError),
    )  # fmt: skip


def dataclasses_made_and_described():
    made = make_dataclass(
        "Made", [("x", int, 4), ("z", int, field(default=5))], bases=(Version,), frozen=True
    )
    doubling = make_dataclass(
        "Doubling", [("x", int)], namespace={"twice": lambda self: self.x * 2}
    )

    return (
        made(1, 2, 3), raised(made), doubling(4).twice(), get_type_hints(doubling),
        [f.name for f in fields(made)], make_dataclass("Any", ["x"])(1),
        raised(make_dataclass, "Made", ["x", "x"]),
    )  # fmt: skip


def docstrings_of_dataclasses():
    @dataclass
    class Told:
        """Told."""

    @dataclass
    class Limits(Options):
        kinds: list[str] = field(default_factory=list)
        level: InitVar[int | None] = None

    return Version.__doc__, Options.__doc__, Limits.__doc__, Told.__doc__, Limits.__doc__


def keyword_only_and_slots():
    options = Options(width=1)
    return options, raised(Options, 1), raised(setattr, options, "depth", 1), Options.__slots__


def matched():
    match Version(3, 4):
        case Version(3, minor):
            return minor


def generic_types():
    return (
        Box[int](3).get(), get_origin(dict[str, int]), get_args(Literal[1, "a"]),
        get_args(Annotated[int, 3]), get_args(Optional[int]), Settings(size=1),
        sorted(Settings.__optional_keys__), isinstance(open, Closable), Any is Any,
    )  # fmt: skip


def hints():
    def work(
        a: "dict[str, tuple[int, ...]]", b: "Box" = None, *, c: 'Literal["x", "y"]'
    ) -> "int": ...

    found = get_type_hints(work, globals(), {})
    settings = get_type_hints(Settings)
    return (
        [found["a"], found["b"] is Box, found["c"], found["return"]], settings["size"],
        get_type_hints(Point), Point.__annotations__["x"], get_type_hints(Larger),
        NamedTuple("Made", [("a", int)]).__annotations__,
    )  # fmt: skip


def functions():
    @functools.lru_cache(maxsize=None)
    def fibonacci(n):
        return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

    @functools.singledispatch
    def kind(value):
        return "object"

    @kind.register
    def _(value: int):
        return "int"

    @functools.wraps(kind)
    def wrapped(): ...

    class Lazy:
        count = 0

        @functools.cached_property
        def value(self):
            self.count += 1
            return self.count

    lazy = Lazy()
    return (
        fibonacci(30), kind(1), kind(""), functools.partial(int, base=2)("101"), wrapped.__name__,
        functools.reduce(lambda a, b: a * b, [2, 3, 4]), lazy.value, lazy.value,
        sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)),
    )  # fmt: skip


def dicts_with_keys_like_strings():
    class Name(StrEnum):
        ADA = "ada"

    class Text(str): ...

    found = [{Name.ADA: 1}["ada"], {"ada": 2}[Name.ADA], {Text("x"): 3, "y": 4}["x"]]
    d = {"ada": 1}
    d[Name.ADA] = 5
    found += [d["ada"], d.copy()]
    d["ada"] = 6
    found += [d[Name.ADA], d.pop("ada"), d.get("ada"), len(d)]
    d = {1: 2, "a": 3}
    found += [d.popitem(), d.get("a"), "a" in d]
    d["a"] = 4
    found += [d["a"], d.pop("a"), d.get("a", "gone"), d, {1: 0, "$kw": 7}["$kw"]]
    return found


def heirs_of_dict():
    class Doubling(dict):
        def __missing__(self, key):
            return key * 2

    counts = defaultdict(int, a=1)
    joined = counts | {"b": 2}
    joined["c"] += 1
    return (
        Doubling(a=1) | {"b": 2}, Doubling({1: 2, "a": 3}).copy(), Doubling({1: 2})["x"], joined,
        type(Doubling().copy()).__name__, {"a": 9, "z": 0} | counts,
    )  # fmt: skip


def generic_named_tuples():
    T = TypeVar("T")

    class Pair(NamedTuple, Generic[T]):
        first: T
        second: int = 2

    made = type("Made", (), {"number": 1})
    return (
        Pair(1), Pair[int](1, 3), Pair._fields, made.__qualname__, made.__name__, made().number,
        type("Other", (made,), {"__qualname__": "Outer.Other"}).__qualname__,
    )  # fmt: skip


CASES = [
    named_tuples, typed_named_tuples, dataclasses_in_use, dataclasses_compared,
    dataclasses_made_and_described, docstrings_of_dataclasses, keyword_only_and_slots, matched,
    generic_types, hints, functions,
    dicts_with_keys_like_strings, heirs_of_dict,
    generic_named_tuples,
]  # fmt: skip
