"""The variables of the environment files whose names begin with `PUBLIC_`, as constants.

`from webext.env import PUBLIC_NAME`. The build puts their values here; under CPython, in tests,
they come from the process's environment.
"""

from __future__ import annotations

import os


def __getattr__(name: str) -> str:
    try:
        return os.environ[name]
    except KeyError:
        raise AttributeError(f"{name} is not set in the environment") from None
