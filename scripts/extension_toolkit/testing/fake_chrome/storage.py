"""`chrome.storage`: four areas with their quotas, access levels and events."""

from __future__ import annotations

import json
from typing import Any

from .context import current
from .namespace import Namespace, RefusedError

# Bytes in all, bytes of one item, items. https://developer.chrome.com/docs/extensions/reference/api/storage
QUOTAS: dict[str, tuple[float, float, float]] = {
    "local": (10_485_760, float("inf"), float("inf")),
    "session": (10_485_760, float("inf"), float("inf")),
    "sync": (102_400, 8_192, 512),
}
TRUSTED = "TRUSTED_CONTEXTS"


class Storage(Namespace):
    """The areas, each with Chrome's methods."""

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.local = Area(self, "local")
        self.session = Area(self, "session")
        self.sync = Area(self, "sync")
        self.managed = Area(self, "managed")
        # As Chrome has it, but for `local`, which the toolkit's service worker closes.
        self.sync.access = self.managed.access = "TRUSTED_AND_UNTRUSTED_CONTEXTS"


class Area:
    """One area.

    Attributes:
        items: What it holds; a test may read and change it.
        access: Who may use it.
    """

    def __init__(self, storage: Storage, name: str) -> None:
        self._storage = storage
        self._name = name
        self.items: dict[str, Any] = {}
        self.access = TRUSTED

    def get(self, keys: Any = None) -> dict[str, Any]:
        self._check_access()
        if keys is None:
            return dict(self.items)
        if isinstance(keys, dict):
            return {key: self.items.get(key, default) for key, default in keys.items()}
        wanted = [keys] if isinstance(keys, str) else keys
        return {key: self.items[key] for key in wanted if key in self.items}

    def getKeys(self) -> list[str]:
        self._check_access()
        return list(self.items)

    def getBytesInUse(self, keys: Any = None) -> int:
        self._check_access()
        return _size(self.get(keys))

    def set(self, items: dict[str, Any]) -> None:
        self._check_writable()
        wanted = self.items | items
        self._check_quotas(wanted, items)
        self._change(wanted)

    def remove(self, keys: Any) -> None:
        self._check_writable()
        gone = [keys] if isinstance(keys, str) else keys
        self._change({key: value for key, value in self.items.items() if key not in gone})

    def clear(self) -> None:
        self._check_writable()
        self._change({})

    def setAccessLevel(self, accessOptions: dict[str, str]) -> None:
        context = current()
        if context and context.kind == "content_script":
            raise RefusedError("Context cannot set the storage access level")
        self.access = accessOptions["accessLevel"]

    def _check_access(self) -> None:
        context = current()
        if context and context.kind == "content_script" and self.access == TRUSTED:
            raise RefusedError("Access to storage is not allowed from this context.")

    def _check_writable(self) -> None:
        self._check_access()
        if self._name == "managed":
            raise RefusedError("This is a read-only store.")

    def _check_quotas(self, wanted: dict[str, Any], new: dict[str, Any]) -> None:
        total, item, count = QUOTAS[self._name]
        if any(_size({key: value}) > item for key, value in new.items()):
            raise RefusedError("Resource::kQuotaBytesPerItem quota exceeded")
        if len(wanted) > count:
            raise RefusedError("Resource::kMaxItems quota exceeded")
        if _size(wanted) > total and self._name == "session":
            raise RefusedError("Session storage quota bytes exceeded. Values were not stored.")
        if _size(wanted) > total:
            raise RefusedError("Resource::kQuotaBytes quota exceeded")

    def _change(self, after: dict[str, Any]) -> None:
        before, self.items = self.items, after
        changes = {}
        for key in before | after:
            change = {}
            if key in before:
                change["oldValue"] = before[key]
            if key in after:
                change["newValue"] = after[key]
            if change.get("oldValue", change) != change.get("newValue", change):
                changes[key] = change
        if changes:
            self._storage.emit(f"storage.{self._name}.onChanged", changes)
            self._storage.emit("storage.onChanged", changes, self._name)


def _size(items: dict[str, Any]) -> int:
    """Bytes as Chrome counts them: keys, and values as JSON that a script may hold."""
    texts = (key + _json(value) for key, value in items.items())
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)


def _json(value: Any) -> str:
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    for character in "<\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
