"""JSON, as CPython has it; what works is in `_json.js`."""

import _json

from .decoder import JSONDecodeError, JSONDecoder
from .encoder import JSONEncoder

_default_decoder = JSONDecoder()


def _refuse(value):
    raise TypeError(f"Object of type {value.__class__.__name__} is not JSON serializable")


def dumps(
    obj,
    *,
    skipkeys=False,
    ensure_ascii=True,
    check_circular=True,
    allow_nan=True,
    cls=None,
    indent=None,
    separators=None,
    default=None,
    sort_keys=False,
    **kw,
):
    if cls is not None:
        encoder = cls(
            skipkeys=skipkeys,
            ensure_ascii=ensure_ascii,
            check_circular=check_circular,
            allow_nan=allow_nan,
            indent=indent,
            separators=separators,
            default=default,
            sort_keys=sort_keys,
            **kw,
        )
        return encoder.encode(obj)
    if separators is None:
        separators = (", " if indent is None else ",", ": ")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    options = (skipkeys, ensure_ascii, check_circular, allow_nan, indent, *separators)
    return _json.write(obj, *options, _refuse if default is None else default, sort_keys)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


def loads(s, *, cls=None, **kw):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            message = "Unexpected UTF-8 BOM (decode using utf-8-sig)"
            raise JSONDecodeError(message, s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), "surrogatepass")
    else:
        kind = s.__class__.__name__
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {kind}")
    if cls is None and not kw:
        return _default_decoder.decode(s)
    hooks = {name: value for name, value in kw.items() if value is not None}
    return (JSONDecoder if cls is None else cls)(**hooks).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)


def detect_encoding(b):
    if b.startswith((b"\0\0\xfe\xff", b"\xff\xfe\0\0")):
        return "utf-32"
    if b.startswith((b"\xfe\xff", b"\xff\xfe")):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    zeros = [not byte for byte in b[:4]]
    if zeros[:2] == [True, True]:
        return "utf-32-be"
    if zeros[:1] == [True]:
        return "utf-16-be"
    if zeros[1:2] == [True]:
        return "utf-32-le" if zeros[2:] == [True, True] else "utf-16-le"
    return "utf-8"
