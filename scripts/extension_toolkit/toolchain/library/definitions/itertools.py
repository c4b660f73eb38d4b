"""Sums with a first value; Brython's begin anew when one is zero or empty."""


def accumulate(iterable, func=operator.add, *, initial=None):
    values = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(values)
        except StopIteration:
            return
    yield total
    for value in values:
        total = func(total, value)
        yield total
