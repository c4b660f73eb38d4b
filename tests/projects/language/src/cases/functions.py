"""Functions: closures, arguments, generators, comprehensions, context managers."""


def closures():
    def counter():
        count = 0

        def step(by=1):
            nonlocal count
            count += by
            return count

        return step

    one, other = counter(), counter()
    return one(), one(5), other(), [f() for f in [lambda i=i: i for i in range(3)]]


def arguments():
    def f(a, b=2, /, c=3, *rest, d, e=5, **more):
        return a, b, c, rest, d, e, more

    return f(1, d=4), f(1, 9, 8, 7, 6, d=4, z=0), f(*[1, 2], d=3)


def wrong_arguments():
    def f(a, *, b):
        return a, b

    found = []
    for args, kwargs in [((), {"b": 1}), ((1, 2), {"b": 1}), ((1,), {}), ((1,), {"b": 1, "c": 2})]:
        try:
            f(*args, **kwargs)
        except TypeError as error:
            found.append(type(error).__name__)
    return found


def generators():
    def count(n):
        for i in range(n):
            got = yield i
            if got:
                yield got
        return "result"

    def outer():
        result = yield from count(2)
        yield result

    generator = count(3)
    sent = [next(generator), generator.send("sent"), next(generator)]
    return list(outer()), sent, sum(x * x for x in range(5))


def closing():
    log = []

    def f():
        try:
            yield 1
            yield 2
        except GeneratorExit:
            log.append("closed")
            raise

    generator = f()
    next(generator)
    generator.close()
    return log


def comprehensions():
    grid = [(x, y) for x in range(3) if x for y in range(x)]
    return grid, {k: v for k, v in zip("ab", [1, 2])}, {c for c in "aab"} == {"a", "b"}


def unpacking():
    first, *middle, last = range(5)
    (a, b), c = (1, 2), 3
    return first, middle, last, a, b, c, [*"ab", *[1]], {"a": 1, "b": 2}


def context_managers():
    log = []

    class Manager:
        def __init__(self, name):
            self.name = name

        def __enter__(self):
            log.append(f"in {self.name}")
            return self.name

        def __exit__(self, kind, error, trace):
            log.append(f"out {self.name} {kind and kind.__name__}")
            return kind is KeyError

    with Manager("a") as a, Manager("b"):
        log.append(a)
        raise KeyError("swallowed")
    return log


def matching():
    def describe(value):
        match value:
            case {"kind": "a", **rest}:
                return "a", rest
            case [x, y, *others] if x == y:
                return "pair", others
            case int() | float() as number:
                return "number", number
            case _:
                return "other"

    return [describe(v) for v in ({"kind": "a", "b": 1}, [1, 1, 2], 3, 4.5, "x", [1, 2])]


def decorated():
    def twice(f):
        def call(*args):
            return f(f(*args))

        return call

    @twice
    def add(x):
        return x + 1

    return add(1), (y := 5) + y, sorted([3, 1, 2], key=lambda v: -v), max("ab", key=ord)


MADE_IN_A_MODULE = [lambda: made for made in range(3)]


def closures_of_comprehensions():
    """What is made in a comprehension keeps its names, each run has new ones, and none is left."""
    x = "outer"
    runs = []
    for start in range(2):
        runs.append([lambda: (x, start) for x in range(start, 2)])
    pairs = [(lambda: (i, j, x)) for i in range(2) for j in range(i + 1) if (kept := j) < 2]
    lazy = {i: (z + i for z in range(2)) for i in range(2)}
    nested = [[lambda: (a, b) for b in "xy"] for a in range(2)]

    class Made:
        names = "ab"
        functions = {name: lambda: name for name in names}

    return (
        [f() for f in MADE_IN_A_MODULE],
        [f() for run in runs for f in run],
        [f() for f in pairs],
        [list(values) for values in lazy.values()],
        [f() for row in nested for f in row],
        [f() for f in Made.functions.values()],
        [f(2) for f in [lambda n, x=x: (n, x) for x in range(2)]],
        [max([1, 5], key=lambda value: value * sign) for sign in (1, -1)],
        [any(letter in word for letter in "ab") for word in ("bc", "cd")],
        (x, kept),
    )


def ends_of_iterators():
    def counted(limit):
        yield from range(limit)
        return "all"

    def stopping(value):
        if value > 1:
            raise StopIteration("early")
        return value

    def broken():
        yield 1
        raise KeyError("within")

    found = [next(iter([]), "none"), next(counted(0), "none"), next(iter({"a": 1}.items()))]
    generator = counted(2)
    found += [*generator, next(generator, "over")]
    for step in (
        lambda: next(iter("")), lambda: next(counted(0)), lambda: generator.send(None),
        lambda: next(map(stopping, [2])), lambda: list(broken()), lambda: next(5),
    ):  # fmt: skip
        try:
            step()
        except Exception as error:
            found.append((type(error).__name__, error.args, getattr(error, "value", "")))
    found += [list(map(stopping, [0, 1, 2, 1])), [x for x in map(stopping, [1, 3])]]
    rows = iter([1, 2, 3, 4])
    found += [[(a, next(rows)) for a in rows], list(rows), sum(counted(4)), "".join(map(str, "ab"))]
    changed = {"a": 1}
    try:
        for key in changed:
            changed[key + "b"] = 2
    except RuntimeError as error:
        found.append(str(error))

    def enclosing():
        result = yield from counted(1)
        yield result

    def catching():
        try:
            yield "tried"
        except ValueError:
            return "caught"

    caught = catching()
    found.append(next(caught))
    for step in (lambda: caught.throw(ValueError("thrown")), lambda: next(caught)):
        try:
            step()
        except StopIteration as error:
            found.append(error.value)
    return found, list(enclosing()), [*zip("ab", counted(5), strict=False)]


def values_by_key():
    class Odd(dict):
        def __missing__(self, key):
            return "made"

    class Key:
        def __init__(self, name):
            self.name = name

        def __hash__(self):
            return 1

        def __eq__(self, other):
            if self.name == other.name == "angry":
                raise KeyError("compared")
            return self.name == other.name

    odd, keyed = Odd(a=1), {Key("a"): 1, Key("angry"): 2}
    found = [odd.get("b"), odd["b"], odd.get("a"), {}.get("x", 0), {1: 2}.get(2), {1: 2}.get(1)]
    found += [keyed.get(Key("a")), keyed.get(Key("b"), "none"), {"x": None}.get("x", 1)]
    for wrong in (lambda: keyed.get(Key("angry")), lambda: {}.get([]), lambda: {1: 1}.get([])):
        try:
            found.append(wrong())
        except Exception as error:
            found.append((type(error).__name__, str(error)))
    return found


def handed_on():
    log = []

    def inner():
        while True:
            try:
                log.append((yield len(log)))
            except KeyError as error:
                yield error.args
            except ValueError:
                return "returned"
            finally:
                log.append("left")

    def around(iterable):
        log.append((yield from iterable))
        yield "after"

    def outer():
        yield from around(inner())

    found = []
    for thrown in (KeyError("key"), KeyError, ValueError, TypeError("other")):
        generator = outer()
        found.append((next(generator), generator.send("sent")))
        try:
            found.append(generator.throw(thrown))
            found.append(list(zip(generator, range(2))))
        except TypeError as error:
            found.append(str(error))
        generator.close()
    generator = around(iter("ab"))
    next(generator)
    try:
        generator.throw(KeyError("no generator"))
    except KeyError as error:
        found.append(error.args)
    return found, log


CASES = [
    closures, closures_of_comprehensions, arguments, wrong_arguments, generators, closing, comprehensions, unpacking,
    context_managers, matching, decorated,
    ends_of_iterators, values_by_key,
    handed_on,
]  # fmt: skip
