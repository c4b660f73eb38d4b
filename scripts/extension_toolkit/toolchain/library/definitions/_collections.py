"""Without a `namedtuple` that nobody imports, and that evaluates its source."""

REMOVED = ("namedtuple",)
