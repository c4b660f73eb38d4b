"""Without what warns of `reduce` with keywords: the module for that is larger than this one."""

REMOVED = ("_warn_python_reduce_kwargs",)
