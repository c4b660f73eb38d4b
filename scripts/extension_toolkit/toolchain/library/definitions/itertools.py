"""Sums with a first value, where Brython's begin anew after a zero; and pairs, which it lacks."""

ADDED = ("pairwise",)


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


def pairwise(iterable):
    values = iter(iterable)
    for last in values:
        for value in values:
            yield last, value
            last = value
