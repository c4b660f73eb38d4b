"""Without the values whose types Brython's module asks for; see `modules/_types.js`."""

REMOVED = ("_values_of_each_type",)
