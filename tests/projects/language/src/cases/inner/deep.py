"""Imports upwards."""

from ..numbers import division

depth = 2


def above():
    from .. import text

    return text.__name__, division()[0]
