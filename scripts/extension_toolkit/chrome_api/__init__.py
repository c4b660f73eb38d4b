"""Chrome's extension API as a table: namespaces, functions, events, types, and what each needs.

table.json      the table; made from npm's `chrome-types` by `scripts/chrome_api.py`
table           typed access to it: `load().member("tabs.query")`
stubs           the stub files of `chrome`, made from the table
generate        at development time: fetch the declarations, make the table
declarations    read Chrome's TypeScript declarations
annotations     its types as Python annotations
nodes           nodes of their syntax tree
supplement      what the declarations leave out
"""

from .table import Member, Table, UnknownNameError, load, nearest

__all__ = ["Member", "Table", "UnknownNameError", "load", "nearest"]
