"""What Brython's `javascript` module offers in an extension, for type checkers and editors.

Left out is what needs the compiler or `eval`: `py2js`, `import_js`, `load`.

Source: https://brython.info/static_doc/en/javascript.html
"""

from collections.abc import Callable
from typing import Any

class JSObject:
    """An object of JavaScript's."""

    def __getattr__(self, name: str) -> Any: ...
    def __setattr__(self, name: str, value: Any) -> None: ...
    def __getitem__(self, key: Any) -> Any: ...
    def __setitem__(self, key: Any, value: Any) -> None: ...
    def to_dict(self) -> dict[str, Any]: ...

class NullType:
    """The type of `null`; it is false, and not `None`."""

    def __bool__(self) -> bool: ...

class UndefinedType:
    """The type of `undefined`; it is false, and not `None`."""

    def __bool__(self) -> bool: ...

class _JSON:
    def parse(self, text: str, /, reviver: Callable[..., Any] = ...) -> Any: ...
    def stringify(self, value: Any, /, replacer: Any = ..., space: int | str = ...) -> str: ...

NULL: NullType
UNDEFINED: UndefinedType
JSON: _JSON
Array: Any
Date: Any
Math: Any
Number: Any
RegExp: Any
String: Any

def this() -> Any: ...
def jsobj2pyobj(value: Any) -> Any: ...
def pyobj2jsobj(value: Any) -> Any: ...
def import_modules(refs: list[str], callback: Callable[..., Any]) -> None: ...
def import_scripts(refs: list[str], callback: Callable[..., Any]) -> None: ...
