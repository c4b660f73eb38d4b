"""Classes: inheritance, descriptors, operators, metaclasses."""


class Base:
    made = 0

    def __init_subclass__(cls, **options):
        cls.options = options

    def __init__(self, name):
        self.name = name
        type(self).made += 1

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    def hello(self):
        return f"base {self.name}"


class Left(Base, side="left"):
    def hello(self):
        return "left " + super().hello()


class Right(Base, side="right"):
    def hello(self):
        return "right " + super().hello()


class Both(Left, Right):
    @property
    def upper(self):
        return self.name.upper()

    @upper.setter
    def upper(self, value):
        self.name = value.lower()

    @classmethod
    def make(cls):
        return cls("made")

    @staticmethod
    def fixed():
        return 3


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __len__(self):
        return 2

    def __contains__(self, value):
        return value in (self.x, self.y)

    def __call__(self, *args, **kwargs):
        return args, kwargs

    def __getattr__(self, name):
        if name.startswith("swap"):
            return self.y, self.x
        raise AttributeError(f"no attribute {name!r}", name=name)


class Meta(type):
    def __call__(cls, *args):
        return [super().__call__(*args)]


class Wrapped(metaclass=Meta):
    pass


def inheritance():
    both = Both("b")
    return both.hello(), [c.__name__ for c in Both.__mro__], Left.options, isinstance(both, Right)


def properties():
    both = Both.make()
    both.upper = "QUIET"
    return both.upper, both.name, repr(both), Both.fixed(), Both.made


def operators():
    v = Vector(1, 2) + Vector(3, 4)
    return v == Vector(4, 6), v[0], len(v), 6 in v, v(1, a=2), v.swapped, {v: 1}[Vector(4, 6)]


def missing_attribute():
    try:
        return Vector(1, 2).other
    except AttributeError as error:
        return type(error).__name__, error.name


def metaclass():
    return type(Wrapped()).__name__, isinstance(Wrapped()[0], Wrapped)


def nested():
    class Local:
        def method(self):
            return __class__.__name__

    return Local.__qualname__, Local().method(), Local.__module__


def attributes_that_fail():
    class Broken:
        @property
        def broken(self):
            return self.missing

    class Telling:
        def __getattr__(self, name):
            raise AttributeError(f"nothing called {name}")

        def __getattribute__(self, name):
            return 1 if name == "one" else super().__getattribute__(name)

    found = [hasattr(Broken(), "broken"), getattr(Broken(), "broken", "instead"), Telling().one]
    for wrong in (lambda: Broken().broken, lambda: Telling().other, lambda: Broken().nothing):
        try:
            wrong()
        except AttributeError as error:
            found.append(str(error))
    return found


def subscripted():
    class Plain:
        def __class_getitem__(cls, item):
            return cls.__name__, item

    class Decorated(dict):
        @classmethod
        def __class_getitem__(cls, item):
            return item

    class Listed(list): ...

    return Plain[int], Plain[1, 2], Plain[()], Decorated["a"], Listed[int].__args__, list[int]


class Called:
    def __init__(self, first): ...

    def method(self, first, *, second): ...

    @staticmethod
    def static(first): ...

    @classmethod
    def made(cls, first): ...


def wrong_arguments():
    def function(): ...

    found = []
    for wrong in (
        Called, lambda: Called(1, 2), lambda: Called(1).method(), lambda: Called(1).method(1, third=2),
        lambda: Called(1).method(1, first=2), Called.static, Called.made, lambda: function(1),
        Base, lambda x: x,
    ):  # fmt: skip
        try:
            wrong()
        except TypeError as error:
            found.append(str(error))
    return found


CASES = [
    inheritance,
    properties,
    operators,
    missing_attribute,
    metaclass,
    nested,
    attributes_that_fail,
    subscripted,
    wrong_arguments,
]
