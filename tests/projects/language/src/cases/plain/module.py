"""In a folder without `__init__.py`."""

value = "plain"
