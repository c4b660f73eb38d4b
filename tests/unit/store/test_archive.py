"""The zip for the store."""

from __future__ import annotations

import io
import zipfile

from extension_toolkit.store.archive import archive


def test_same_bytes() -> None:
    """The same files give the same bytes, in whatever order and at whatever time."""
    first = archive({"b/c.js": b"1", "a.txt": b"2"})
    assert archive({"a.txt": b"2", "b/c.js": b"1"}) == first
    entries = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert [entry.filename for entry in entries] == ["a.txt", "b/c.js"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert zipfile.ZipFile(io.BytesIO(first)).read("b/c.js") == b"1"
