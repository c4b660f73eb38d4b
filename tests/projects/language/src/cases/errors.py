"""Exceptions, and the lines that their tracebacks name."""

import sys
from copy import copy

from . import _loop as loop


def frames(error):
    """`file:line function` of each frame of this package, the outermost first."""
    found = []
    for line in loop.traceback(error).splitlines():
        if line.startswith('  File "') and "/cases/" in line:
            file, number, function = line.strip().split(", ")
            name = file[:-1].rpartition("/")[2]
            found.append(f"{name}:{number.split()[1]} {function.removeprefix('in ')}")
    return found


def fail(depth):
    if depth:
        return fail(depth - 1)
    values = [1]
    return values[3]


class Fails:
    def method(self):
        return self.nothing

    def __len__(self):
        raise ValueError("no length")


def causes():
    found = []
    for cause in (3, KeyError, None, object):
        try:
            raise ValueError("text") from cause
        except Exception as error:
            found.append((str(error), type(error).__name__, type(error.__cause__).__name__))
    return found


def nested_calls():
    try:
        fail(2)
    except IndexError as error:
        return frames(error), str(error)


def in_a_method():
    try:
        len([Fails().method()])
    except AttributeError as error:
        return frames(error)


def in_a_multiline_call():
    try:
        return max(
            1,
            fail(0),
        )
    except IndexError as error:
        # Brython names the statement's first line, CPython the call's.
        return [frame.partition(" ")[2] for frame in frames(error)]


def in_a_generator():
    def numbers():
        yield 1
        raise KeyError("two")

    try:
        return [x for x in numbers()]
    except KeyError as error:
        return frames(error)[-1]


def through_other_builtin():
    try:
        return len(Fails())
    except ValueError as error:
        return frames(error)


def order_of_blocks():
    log = []
    for error in (ValueError, KeyError, None):
        try:
            if error:
                raise error("x")
        except (ValueError, TypeError):
            log.append("value")
        except LookupError as found:
            log.append(found.args)
        else:
            log.append("else")
        finally:
            log.append("finally")
    return log


def own_class():
    class OwnError(ValueError):
        def __init__(self, code):
            super().__init__(f"code {code}")
            self.code = code

    try:
        raise OwnError(7)
    except ValueError as error:
        return str(error), error.code, type(error).__name__, error.args


def chained():
    try:
        try:
            {}["a"]
        except KeyError as error:
            raise ValueError("b") from error
    except ValueError as error:
        return type(error.__cause__).__name__, error.__suppress_context__


def context():
    try:
        try:
            {}["a"]
        except KeyError:
            raise ValueError("b")
    except ValueError as error:
        return type(error.__context__).__name__, error.__cause__


def contexts(error):
    """The names of an exception and of what was being handled, outwards."""
    found = []
    while error:
        found.append(type(error).__name__)
        error = error.__context__
    return found


def context_of_any_error():
    """Also of what is not raised by `raise`, and of what a function in between raises."""
    found = []

    def called():
        found.append(contexts(caught(lambda: int("x"))))
        return fail(0)

    def caught(function):
        try:
            function()
        except Exception as error:
            return error

    def nested():
        try:
            {}["a"]
        except KeyError:
            try:
                1 / 0
            except ZeroDivisionError as error:
                found.append(contexts(error))
            called()

    def in_a_handler(function):
        def work():
            try:
                "".nothing
            except AttributeError:
                function()

        return work

    def from_another():
        raise ValueError("b") from TypeError("c")

    def in_a_comprehension():
        return [1 / x for x in (1, 0)]

    def in_a_generator():
        return list(1 / x for x in (1, 0))

    def handled_twice():
        try:
            {}["a"]
        except KeyError as error:
            raise error

    for function in (
        nested,
        in_a_handler(nested),
        in_a_handler(from_another),
        in_a_handler(in_a_comprehension),
        in_a_handler(in_a_generator),
        in_a_handler(handled_twice),
        lambda: in_a_handler(lambda: from_another)(),
    ):
        found.append(contexts(caught(function)))
    return found


def no_context_after_handling():
    """What was handled is forgotten however its block is left."""
    found = []

    def returns():
        try:
            {}["a"]
        except KeyError:
            return

    def caught():
        try:
            1 / 0
        except ZeroDivisionError as error:
            found.append(contexts(error))

    for _ in range(2):
        try:
            {}["a"]
        except KeyError:
            continue
        finally:
            caught()
    while True:
        try:
            {}["a"]
        except KeyError:
            break
    caught()
    returns()
    caught()
    try:
        try:
            {}["a"]
        except KeyError:
            int("x")
    except ValueError:
        pass
    caught()

    def generator():
        try:
            {}["a"]
        except KeyError:
            yield 1

    running = generator()
    next(running)
    caught()
    return found


def context_in_managers():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, kind, error, trace):
            if kind is TypeError:
                return True
            if kind:
                int("x")

    def caught(error):
        try:
            with Manager():
                raise error
        except Exception as other:
            return contexts(other)
        try:
            1 / 0
        except ZeroDivisionError as other:
            return contexts(other)

    return caught(KeyError()), caught(TypeError())


def context_in_circles():
    first, second = KeyError("first"), ValueError("second")
    try:
        try:
            try:
                raise first
            except KeyError:
                raise second
        except ValueError:
            raise first
    except KeyError as error:
        return contexts(error)


def context_is_told():
    try:
        try:
            {}["a"]
        except KeyError:
            fail(0)
    except IndexError as error:
        lines = loop.traceback(error).splitlines()
        return [line for line in lines if line.endswith(("exception occurred:", "Error: 'a'"))]


def group_is_handled_once():
    found = []
    try:
        raise ExceptionGroup("g", [ValueError(1), ValueError(2), KeyError(3)])
    except* ValueError as errors:
        found.append([repr(error) for error in errors.exceptions])
    except* LookupError:
        found.append("lookup")
    return found


def raised_again():
    try:
        try:
            fail(0)
        except IndexError:
            try:
                int("x")
            except ValueError:
                pass
            raise
    except IndexError as error:
        return str(error)


def return_in_finally():
    log = []

    def f():
        for i in range(3):
            try:
                if i == 1:
                    return i
            finally:
                log.append(i)

    return f(), log


def unbound():
    try:
        print(later)
        later = 1
    except UnboundLocalError as error:
        return type(error).__name__


def asserted():
    try:
        assert 1 > 2, "no"
    except AssertionError as error:
        return str(error)


def frames_after_an_error():
    """Handled errors leave no frame behind."""
    for _ in range(3):
        try:
            fail(3)
        except IndexError:
            pass
    try:
        fail(0)
    except IndexError as error:
        return frames(error)


def contexts_of_finally():
    def passing(body, final):
        try:
            body()
        finally:
            final()

    def handled(final):
        try:
            [][1]
        except IndexError:
            {}["handled"]
        else:
            raise AssertionError
        finally:
            final()

    def swallowed():
        for number in range(3):
            try:
                if number == 1:
                    raise ValueError(number)
                continue
            finally:
                found.append(number)
                if number == 1:
                    break
        try:
            return "body"
        finally:
            found.append("returns")

    def early():
        try:
            raise KeyError("lost")
        finally:
            return "instead"  # noqa: B012

    def generated():
        try:
            yield 1
        finally:
            wrong("closing")

    def wrong(text="final"):
        raise TypeError(text)

    def chain(call):
        try:
            call()
        except BaseException as error:
            links = []
            while error is not None:
                links.append((type(error).__name__, error.args))
                error = error.__context__
            return links

    found = []
    generator = generated()
    next(generator)
    calls = (
        lambda: passing(lambda: [][1], wrong), lambda: passing(str, wrong),
        lambda: passing(lambda: [][1], str), lambda: handled(wrong), lambda: handled(str),
        lambda: passing(lambda: passing(lambda: [][1], wrong), lambda: {}["outer"]),
        lambda: generator.throw(OSError("thrown")),
    )  # fmt: skip
    found += [chain(call) for call in calls]
    try:
        {}["before"]
    except KeyError:
        found += [chain(lambda: passing(str, wrong)), chain(lambda: passing(wrong, wrong))]
    return found, swallowed(), early(), chain(wrong)


def else_after_leaving():
    found = []
    for number in range(4):
        try:
            if number == 1:
                continue
            if number == 3:
                break
        except ValueError:
            pass
        else:
            found.append(number)
        finally:
            found.append(-number)
    while True:
        try:
            break
        except ValueError:
            pass
        else:
            return "not left"
    return found


def shown(error):
    return type(error).__name__, str(error), repr(error), error.args


def texts():
    class Own(Exception): ...

    class Initialized(Exception):
        def __init__(self, first, second):
            self.first = first

    class Key(KeyError): ...

    def reset():
        error = Own("before")
        error.args = 1, 2
        return error

    def undecoded():
        return UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")

    errors = (
        Exception(), Exception(1), Exception(1, 2), Exception((1, 2)), Exception(None), Own("a", "b"),
        Initialized("a", "b"), KeyError("a"), Key("a", 1), KeyError(), AttributeError("a", name="b"),
        UnboundLocalError("a"), StopIteration(), undecoded(), reset(), copy(ValueError("a", 1)),
    )  # fmt: skip
    lines = loop.traceback(Own("a", "b")).splitlines()
    return (
        [shown(error) for error in errors],
        lines[-1].rpartition("Own")[2],
        f"{Own('a', 1)} {Own(1)!s}",
    )


def members():
    class Own(OSError): ...

    def left(*args):
        try:
            sys.exit(*args)
        except SystemExit as error:
            return error.code, shown(error)

    errors = (
        OSError("text"),
        OSError(),
        ConnectionError(5, "no"),
        Own(2, "no", "a.txt"),
        Own(1, None),
    )
    found = [(shown(e), e.errno, e.strerror, e.filename) for e in errors]
    codes = [error.code for error in (SystemExit(), SystemExit(3), SystemExit("a", 1))]
    return found, codes, left(), left(None), left(3), left("text")


def groups():
    class Own(ExceptionGroup):
        def derive(self, errors):
            return Own("derived", errors)

    def made(kind=ExceptionGroup):
        inner = ExceptionGroup("inner", [ValueError(3), KeyError(4)])
        return kind("outer", [ValueError(1), TypeError(2), inner])

    def noted():
        group = made()
        group.add_note("note")
        return [part.__notes__ for part in group.split(ValueError)]

    conditions = (
        ValueError, (ValueError, KeyError), lambda e: isinstance(e, KeyError), OSError, ExceptionGroup,
    )  # fmt: skip
    found = [repr(group) for group in (made(), made(Own), BaseExceptionGroup("a", (OSError(1),)))]
    found += [repr(made().split(condition)) for condition in conditions]
    found += [repr(made(Own).subgroup(condition)) for condition in conditions]
    try:
        made().split(3)
    except TypeError:
        found.append("no condition")
    return found, noted(), repr(made().derive([OSError(1)]))


def parts_of_groups():
    def group():
        inner = ExceptionGroup("inner", [ValueError(3), KeyError(4)])
        return ExceptionGroup("outer", [ValueError(1), TypeError(2), inner])

    def handled(error, work=lambda error: None):
        log = []
        try:
            try:
                raise error
            except* (ValueError, OSError) as part:
                log.append(repr(part))
                if work is None:
                    raise
                work(part)
            except* TypeError as part:
                log.append(repr(part))
            else:
                log.append("else")
            finally:
                log.append("finally")
        except BaseException as left:
            log += [repr(left), contexts(left)]
        return log

    def again(error):
        raise error

    def another(error):
        raise KeyError("another")

    def left():
        log = []
        for number in range(4):
            try:
                if number == 1:
                    continue
                if number == 3:
                    break
                if number == 2:
                    raise ValueError(number)
            except* ValueError:
                log.append("handled")
            else:
                log.append(number)
            finally:
                log.append(-number)
        try:
            return log
        except* ValueError:
            pass
        else:
            log.append("else")

    errors = group(), ValueError(1), KeyError(2), ExceptionGroup("a", [OSError(1), TypeError(2)])
    found = [handled(error) for error in errors]
    found += [handled(group(), work) for work in (None, again, another)]
    return found, handled(ValueError(1), another)[:3], left()


def ended_by_stop():
    def raising():
        yield 1
        raise StopIteration(2)

    def raising_class():
        yield 1
        raise StopIteration

    def from_next():
        yield next(iter([]))

    def delegating():
        yield from from_next()

    def expression():
        return (next(iter([])) for x in "a")

    def returning():
        value = yield 1
        return value

    def delegated():
        yield (yield from returning())

    found = [list(delegated())]
    for function in raising, raising_class, from_next, delegating, expression:
        try:
            found.append(list(function()))
        except RuntimeError as error:
            found.append((str(error), type(error.__cause__), contexts(error)))
    return found


def name_of_what_was_handled():
    found = []
    for number in range(3):
        try:
            int("x" * number + "y")
        except ValueError as error:
            found.append(str(error))
            if number == 1:
                continue
        found.append("error" in locals())
    try:
        raise ValueError
    except ValueError as quiet:
        pass
    try:
        raise ExceptionGroup("a", [ValueError()])
    except* ValueError as star:
        found.append(len(star.exceptions))
    try:
        try:
            raise ValueError
        except ValueError as inner:
            raise KeyError from inner
    except KeyError as outer:
        found.append(type(outer.__cause__))
    for ask in (lambda: error, lambda: quiet, lambda: star, lambda: inner, lambda: outer):
        try:
            found.append(ask())
        except NameError:
            found.append("forgotten")
    return found, [
        name for name in ("error", "quiet", "star", "inner", "outer") if name in locals()
    ]


def sizes_while_iterated():
    def dropped(values):
        for value in values:
            values.pop(value)

    def added(values):
        for value in values:
            values.setdefault(value * 2)

    def cleared(values):
        for _ in values:
            values.clear()

    def joined(values):
        for value in values:
            values.add(value * 2)

    def discarded(values):
        for value in values:
            values.discard(value)

    def updated(values):
        for value in values:
            values.update([value])
        return len(values)

    def items_dropped(values):
        for key, _ in values.items():
            del values[key]

    def listed(values):
        return [values.pop(value) for value in values]

    def set_again(values):
        for value in values:
            values[value] = 2
            values.get(value)
        return values

    def left(values):
        for value in values:
            del values[value]
            break
        return len(values)

    dicts = {"a": 1, "b": 2}, {1: 1, 2: 2}
    works = [
        (dicts, (dropped, added, cleared, items_dropped, listed, set_again, left)),
        (({"a", "b"}, {1}, {1, 2}), (joined, discarded, cleared, updated)),
    ]
    found = []
    for values, functions in works:
        for function in functions:
            for value in values:
                try:
                    found.append(function(value.copy()))
                except RuntimeError as error:
                    found.append(str(error))
    return found


def forgotten_in_functions():
    try:
        raise ValueError("first")
    except ValueError as error:
        ask = lambda: error  # noqa: E731
        found = [str(ask()), *(str(error) for _ in range(1))]

        def told():
            return error

        found.append(str(told()))
    for function in (ask, told, lambda: error):
        try:
            found.append(function())
        except NameError:
            found.append("forgotten")
    try:
        raise ExceptionGroup("a", [ValueError()])
    except* ValueError as several:
        later = lambda: several  # noqa: E731
    try:
        later()
    except NameError:
        found.append("forgotten")
    return found


def keys_that_leave_and_return():
    def each(d, change):
        found = []
        try:
            for key in d:
                found.append(key)
                change(d, key)
        except RuntimeError as error:
            return found, str(error)
        return found, list(d)

    def renew(d, key):
        d[key] = d.pop(key)

    return [
        *(each(dict.fromkeys(keys), renew) for keys in ("abc", (1, 2, 3), (1, "b", "c"))),
        *(each(dict.fromkeys(keys), lambda d, _: d.popitem()) for keys in ("abc", (1, 2, 3))),
        *(each(dict.fromkeys(keys), lambda d, _: d.clear()) for keys in ("abc", (1, 2, 3))),
    ]


def numbers_of_the_system():
    class Own(OSError): ...

    kinds = [type(OSError(number, "x")).__name__ for number in range(1, 120)]
    given = OSError(2, "x", "name"), Own(2, "x"), PermissionError(2, "x"), OSError("x"), OSError(2)
    return kinds, [(type(error).__name__, str(error), error.errno) for error in given]


CASES = [
    nested_calls, in_a_method, in_a_multiline_call, in_a_generator, through_other_builtin,
    order_of_blocks, own_class, chained, context, context_of_any_error,
    no_context_after_handling, context_in_managers, context_in_circles, context_is_told,
    group_is_handled_once, raised_again, return_in_finally, unbound,
    asserted, frames_after_an_error,
    contexts_of_finally, causes, else_after_leaving, texts, members,
    groups, parts_of_groups, ended_by_stop, name_of_what_was_handled,
    sizes_while_iterated,
    forgotten_in_functions, keys_that_leave_and_return, numbers_of_the_system,
]  # fmt: skip
