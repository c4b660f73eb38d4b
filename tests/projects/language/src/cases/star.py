"""Names for `from … import *`."""

shown = 1
_hidden = 2
