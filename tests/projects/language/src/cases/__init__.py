"""Functions that CPython and the page have to answer alike."""

from . import _loop as loop
from . import (
    batteries,
    binary,
    classes,
    concurrency,
    errors,
    functions,
    imports,
    library,
    numbers,
    operators,
    records,
    regex,
    text,
    waiting,
)

MODULES = [
    batteries, binary, classes, concurrency, errors, functions, imports, library, numbers,
    operators, records, regex, text, waiting,
]  # fmt: skip
CASES = {f"{m.__name__}.{case.__name__}": case for m in MODULES for case in m.CASES}
