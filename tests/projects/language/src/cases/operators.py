"""Operators, items and attributes: each value pair goes the way that its types say."""

import math
from abc import ABC, abstractmethod

NUMBERS = [
    0, 1, -1, 2, -3, 7, True, False, 0.0, -0.0, 1.0, 2.5, -7.25, 1e300, 9007199254740991,
    -9007199254740991, 2**53, 2**64, -(2**70), math.inf, -math.inf, math.nan,
]  # fmt: skip


class Number(int): ...


class Real(float): ...


class Odd:
    """What takes any operand, on either side."""

    def __radd__(self, other):
        return f"radd {other!r}"

    def __rsub__(self, other):
        return f"rsub {other!r}"

    def __eq__(self, other):
        return "eq"

    def __gt__(self, other):
        return "gt"

    __hash__ = None


def told(work, *args):
    try:
        return repr(work(*args))
    except ZeroDivisionError:
        return "division by zero"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def calculated():
    work = {
        "+": lambda x, y: x + y,
        "-": lambda x, y: x - y,
        "*": lambda x, y: x * y,
        "/": lambda x, y: x / y,
        "//": lambda x, y: x // y,
        "%": lambda x, y: x % y,
    }
    return [
        (sign, x, y, told(function, x, y))
        for sign, function in work.items()
        for x in NUMBERS
        for y in NUMBERS
    ]


def compared():
    return [
        (x, y, x == y, x != y, x < y, x <= y, x > y, x >= y)
        for x in [*NUMBERS, Number(2), Real(2.5)]
        for y in [*NUMBERS, Number(2), Real(2.5)]
    ]


def assigned():
    def run(sign, x, y):
        if sign == "+":
            x += y
        elif sign == "-":
            x -= y
        elif sign == "*":
            x *= y
        elif sign == "/":
            x /= y
        elif sign == "//":
            x //= y
        else:
            x %= y
        return x

    return [
        (sign, x, y, told(run, sign, x, y))
        for sign in ("+", "-", "*", "/", "//", "%")
        for x in NUMBERS
        for y in NUMBERS
    ]


def subclasses():
    one, real = Number(7), Real(2.5)
    return (
        one + 1, type(one + 1), 1 + one, one % 4, real * 2, type(real * 2), -0.0 + 0, 0 * -1,
        str(0.0 * -1), one == 7, real > 2, [10, 20, 30][Number(1)], 3 + Odd(), 3.5 - Odd(),
        "a" + Odd(), 1 == Odd(), 1.5 < Odd(),
    )  # fmt: skip


def texts():
    return (
        "a" + "b", "a" == "a", "a" != "b", "a" < "b", "\ue000" < "\U00010000", "é" > "z", "" == 0,
        "a" == None, "😀" + "a" == "😀a", "ab" in "cab", "" in "x", 
        told(lambda: 1 + "a"), told(lambda: "a" < 1), told(lambda: 1 in "a"),
    )  # fmt: skip


def truths():
    class Empty:
        def __len__(self):
            return 0

    class Never:
        def __bool__(self):
            return False

    class Listed(list):
        def __bool__(self):
            return True

    values = [
        None, 0, 0.0, -0.0, math.nan, "", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, b"",
        range(0), Empty(), Never(), Listed(), object(), int, Number(0), Real(0), 0j,
    ]  # fmt: skip
    return [bool(value) for value in values] + [not value for value in values]


def items():
    class Doubled(list):
        def __getitem__(self, key):
            return 2 * super().__getitem__(key)

        def __setitem__(self, key, value):
            super().__setitem__(key, value + 1)

    doubled = Doubled([1, 2, 3])
    doubled[0] = 5
    numbers, both, holes = [1, 2, 3], (4, 5), [None, False]
    numbers[-1] = 9
    numbers[True] = 8
    keyed = {"a": 1, 1: "one", 1.0: "float", (1, 2): "both", True: "true", "toString": "own"}
    keyed["b"] = keyed["a"]

    def put(values, key):
        values[key] = 0

    return (
        doubled[0], doubled[-1], list(doubled), numbers, numbers[0], both[-1], holes[0], holes[1],
        "héllo😀"[-1], "abc"[1], both[True], keyed, keyed["toString"],
        told(lambda: numbers[3]), told(lambda: numbers[-4]), told(lambda: both[2]),
        told(lambda: numbers[1.0]), told(lambda: numbers["a"]), told(lambda: "abc"[9]),
        told(put, numbers, 3), told(put, numbers, -4), told(put, both, 0), told(put, "a", 0),
        told(lambda: keyed["toStrin"]), told(lambda: Number(5)[0]),
    )  # fmt: skip


def members():
    class Ranged:
        def __contains__(self, value):
            return value > 3

    class Keyed(dict):
        def __contains__(self, key):
            return True

    nan = math.nan
    return (
        1 in [1, 2], 1.0 in [1], True in (1,), "a" in {"a": 1}, "b" in {"a": 1}, 1 in {1.0: 2},
        (1, 2) in {(1, 2)}, 3 in {1, 2}, nan in [nan], 4 in Ranged(), 2 not in Ranged(),
        "x" in Keyed(), "toString" in {}, "constructor" in {"a": 1}, 1 in frozenset({1}),
        2 in iter([1, 2]), None in [None], 5 in range(0, 10, 5), 97 in b"a", "k" in {"k": 1}.keys(), told(lambda: [] in {})[:9],
        
    )  # fmt: skip


def unpacked():
    values = [0, 1, 2]
    values[0], values[1] = values[1], values[0]
    numbers = [1, 0]
    numbers[0], numbers[1] = numbers
    a, (b, *c), d = 1, "xyz", [4]
    (e,) = {7: 8}

    def two(values):
        x, y = values
        return x, y

    return (
        values, numbers, a, b, c, d, e, two({"a": 1, "b": 2}), two("xy"), two(range(2)),
        told(two, [1]), told(two, 5), told(two, {1: 2}.items()),
    )  # fmt: skip


def attributes():
    class Field:
        def __get__(self, instance, owner):
            return "field"

        def __set__(self, instance, value):
            instance.log.append(value)

    class Default:
        def __get__(self, instance, owner):
            return "default"

    class Thing:
        kind = "class's"
        field = Field()
        default = Default()

        def __init__(self):
            self.log = []
            self.kind = "own"

        @property
        def half(self):
            return self.log and self.log[0]

        def method(self):
            return "method"

    class Slotted:
        __slots__ = ("a",)

    class Both(Slotted): ...

    class Any:
        def __getattr__(self, name):
            return f"any {name}"

    class Every:
        def __init__(self):
            self.a = 1

        def __getattribute__(self, name):
            return f"every {name}"

    class Logged:
        def __setattr__(self, name, value):
            super().__setattr__(name, (name, value))

    thing, other = Thing(), Thing()
    before = thing.method()
    thing.method = lambda: "own method"
    thing.field = 1
    other.default = "own default"
    thing.__dict__["field"] = "hidden"
    thing.toString = "text"
    thing.log.append(2)
    logged = Logged()
    logged.a = 1
    logged.a = 2
    slotted, both = Slotted(), Both()
    slotted.a = both.b = both.a = 1
    both.b = 2
    del thing.kind
    answers = (thing.kind, other.kind, before, thing.method(), other.method(), thing.field)
    Thing.late = property(lambda self: "late")
    other.__dict__["late"] = "hidden too"

    def put(target, name):
        setattr(target, name, 0)

    return (
        *answers, thing.default, other.default, thing.half, thing.log, thing.toString, other.late,
        logged.a, Any().x, Every().a, slotted.a, both.a, both.b, sorted(thing.__dict__),
        told(put, object(), "a"),
        told(lambda: thing.nothing), told(lambda: slotted.b), told(lambda: thing.kinds),
    )  # fmt: skip


def methods():
    class Base:
        def named(self, *args, **kw):
            return type(self).__name__, args, kw

        @classmethod
        def of_class(cls):
            return cls.__name__

        @staticmethod
        def of_nobody(value):
            return value

    class Derived(Base):
        def named(self, *args, **kw):
            return ("derived", *super().named(*args, **kw))

    class Callable:
        def __call__(self, *args):
            return args

    derived, base = Derived(), Base()
    base.own = lambda *args: args
    Base.held = Callable()
    return (
        derived.named(1, a=2), base.named(*[1, 2], **{"b": 3}), derived.of_class(),
        derived.of_nobody(4), base.own(5), derived.held(6), Base.named(derived, 7),
        told(lambda: derived.none()), told(lambda: Base.none()),
    )  # fmt: skip


def instances():
    class Meta(type):
        def __instancecheck__(cls, instance):
            return instance == 5

    class Five(metaclass=Meta): ...

    class Closing(ABC):
        @abstractmethod
        def close(self): ...

        @classmethod
        def __subclasshook__(cls, other):
            return hasattr(other, "close") or NotImplemented

    class File:
        def close(self): ...

    Closing.register(complex)
    return (
        isinstance(5, Five), isinstance(6, Five), isinstance(File(), Closing), isinstance(1j, Closing),
        isinstance(1, Closing), isinstance(True, int), isinstance(1, bool), isinstance(int, type),
        isinstance(1, int | str), isinstance("", (int, (str,))), isinstance(Number(1), int),
        isinstance(1.0, int), isinstance(None, type(None)), isinstance(1, object),
        isinstance(Five, Meta), isinstance([], list),     )  # fmt: skip


CASES = [
    calculated, compared, assigned, subclasses, texts, truths, items, members, unpacked, attributes,
    methods, instances,
]  # fmt: skip
