"""Functions that CPython and the page have to answer alike."""

from . import _loop as loop
from . import classes, errors, functions, imports, library, numbers, text, waiting

MODULES = [classes, errors, functions, imports, library, numbers, text, waiting]
CASES = {f"{m.__name__}.{case.__name__}": case for m in MODULES for case in m.CASES}
