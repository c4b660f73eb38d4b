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


CASES = [
    interpreter, patterns, texts_of_json, enumerations, abstract_classes, iterators, dates,
]  # fmt: skip
