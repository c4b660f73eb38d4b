"""Imports of every form."""

import cases.inner.deep
import cases.plain.module as plain

from . import _loop, inner, starred
from .inner import deep
from .inner.deep import above as renamed

try:
    import not_there
except ImportError as error:
    not_there = type(error).__name__


def same_module():
    return deep is cases.inner.deep, inner.deep is deep, inner.depth, renamed()


def names():
    return deep.__name__, inner.__name__, __name__, deep.__package__, inner.__package__, __package__


def without_init():
    return plain.value, plain.__name__


def twins():
    return _loop.language in ("Python", "JavaScript"), _loop.__name__


def star():
    return starred.known


def optional():
    return not_there in ("ImportError", "ModuleNotFoundError")


def missing_name():
    try:
        from .inner import nothing_of_the_kind
    except ImportError as error:
        return "nothing_of_the_kind" in str(error)


def file_names():
    return [m.__file__.rpartition("/src/")[2].removeprefix("src/") for m in (deep, inner, plain)]


CASES = [same_module, names, without_init, twins, star, optional, missing_name, file_names]
