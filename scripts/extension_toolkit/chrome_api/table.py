"""Typed access to `table.json`: what Chrome's extension API has, and what each part needs."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

FILE = Path(__file__).with_name("table.json")

# https://developer.chrome.com/docs/extensions/reference/api/events#type-Event
EVENT_METHODS = (["addListener"], ["removeListener"], ["hasListener"], ["hasListeners"],
                 ["addRules"], ["getRules"], ["removeRules"])  # fmt: skip

Kind = Literal["namespace", "function", "event", "property", "type"]
Context = Literal["page", "content_script", "offscreen"]


class UnknownNameError(LookupError):
    """Chrome has no such name.

    Attributes:
        path: The shortest part of it that is unknown, such as `tabs.qurey`.
        nearest: The name that was probably meant, such as `tabs.query`, or None.
    """

    def __init__(self, path: str, nearest: str | None) -> None:
        hint = f"; did you mean chrome.{nearest}?" if nearest else ""
        super().__init__(f"Chrome has no chrome.{path}{hint}")
        self.path = path
        self.nearest = nearest


@dataclass(frozen=True)
class Member:
    """Something below `chrome`.

    Attributes:
        path: Its name behind `chrome.`, such as `storage.local.get`.
        namespace: The namespace it is in, such as `storage`.
        kind: What it is. A `type` is only for annotations and has no value at run time.
        permissions: One of these has to be in the manifest; empty if none is needed.
        manifest_key: The field that the manifest has to have, or None.
        needs_hosts: Whether it does nothing without `host_permissions` (or `activeTab`).
        since: The first version of Chrome that has it; 88 began Manifest V3.
        platforms: The systems that have it; empty where all have it.
        policy: Whether only extensions installed by an administrator have it.
        signatures: Of a function: each way to call it, as `async (tabId: int, /) -> Tab`. Of an
            event: what a listener is given, and behind `;` what else `addListener` takes.
        annotation: Of a property: its type.
    """

    path: str
    namespace: str
    kind: Kind
    permissions: tuple[str, ...] = ()
    manifest_key: str | None = None
    needs_hosts: bool = False
    since: int = 88
    platforms: tuple[str, ...] = ()
    policy: bool = False
    signatures: tuple[str, ...] = ()
    annotation: str = ""


class Table:
    """The table.

    Args:
        content: What `table.json` holds.

    Attributes:
        source: Package and version it was made from.
        namespaces: The record of each namespace, by name.
        manifest_keys: The fields that a manifest may have.
    """

    def __init__(self, content: dict[str, Any]) -> None:
        self._content = content
        self.source: str = content["source"]
        self.namespaces: dict[str, dict[str, Any]] = content["namespaces"]
        self.manifest_keys: list[str] = content["manifest_keys"]

    def member(self, path: str) -> Member:
        """Return what stands at a path.

        Args:
            path: Names behind `chrome.`, such as `tabs.query` or `storage.local.onChanged`. What
                an event has, such as `addListener`, counts as the event; what a plain value has
                counts as the value.

        Raises:
            UnknownNameError: Chrome does not have it.
        """
        names = path.split(".")
        known = next(n for n in range(len(names), -1, -1) if self._is_known(names[:n]))
        if known:
            member = self.members[".".join(names[:known])]
            if known == len(names):
                return member
            if member.kind == "event" and names[known:] in EVENT_METHODS:
                return member
            if member.kind == "property" and not any(self.members_below(member.path)):
                return member
        raise UnknownNameError(".".join(names[: known + 1]), self._nearest(names, known))

    def members_below(self, path: str) -> Iterator[Member]:
        """Return what stands below a path, at any depth."""
        return (m for p, m in self.members.items() if p.startswith(f"{path}."))

    def is_available(self, path: str, context: Context) -> bool:
        """Return whether a context has a member of `chrome`, given its permission.

        Args:
            path: Names behind `chrome.`.
            context: `page` stands for every page but the offscreen one, and for the worker.
        """
        if context == "page":
            return True
        whole = f"{path}."
        return any(whole.startswith(f"{name}.") for name in self._content[context])

    @cached_property
    def permissions(self) -> set[str]:
        """Every permission that a manifest may name."""
        named = {name for member in self.members.values() for name in member.permissions}
        return named.union(self._content["other_permissions"])

    @cached_property
    def members(self) -> dict[str, Member]:
        """Every member, by path."""
        found: dict[str, Member] = {}
        for name, record in self.namespaces.items():
            members = list(self._members_of(name, record))
            if all(member.kind == "type" for member in members):
                continue  # declared for annotations alone
            for count in range(1, name.count(".") + 2):
                outer = ".".join(name.split(".")[:count])
                found.setdefault(outer, Member(outer, outer, "namespace"))
            found[name] = self._member(name, record, "", "namespace")
            found |= {member.path: member for member in members}
        return found

    def _members_of(self, name: str, record: dict[str, Any]) -> Iterator[Member]:
        for function, signatures in record.get("functions", {}).items():
            yield self._member(name, record, function, "function", tuple(signatures))
        for event, signature in record.get("events", {}).items():
            yield self._member(name, record, event, "event", (signature,))
        for kind in ("aliases", "dicts", "classes"):
            for title in record.get(kind, {}):
                yield self._member(name, record, title, "type")
        for field, annotation in record.get("properties", {}).items():
            yield self._member(name, record, field, "property", annotation=annotation)
            yield from self._members_in(name, record, field, annotation)

    def _members_in(
        self, name: str, record: dict[str, Any], path: str, annotation: str
    ) -> Iterator[Member]:
        """What stands below a property that is an object, such as `storage.local`."""
        inner = self.class_of(name, annotation)
        for function, signatures in inner.get("functions", {}).items():
            yield self._member(name, record, f"{path}.{function}", "function", tuple(signatures))
        for event, signature in inner.get("events", {}).items():
            yield self._member(name, record, f"{path}.{event}", "event", (signature,))
        for field, kind in inner.get("properties", {}).items():
            yield self._member(name, record, f"{path}.{field}", "property", annotation=kind)
            yield from self._members_in(name, record, f"{path}.{field}", kind)

    def class_of(self, namespace: str, annotation: str) -> dict[str, Any]:
        """Return the record of the class that a property has, with its base's; or nothing."""
        title = annotation.partition("[")[0]
        owner, _, short = title.rpartition(".")
        record = self.namespaces.get(owner or namespace, {}).get("classes", {}).get(short)
        if record is None:
            return {}
        base = self.class_of(owner or namespace, record["base"]) if "base" in record else {}
        return {
            kind: base.get(kind, {}) | record.get(kind, {})
            for kind in ("functions", "events", "properties")
        }

    def _member(
        self,
        namespace: str,
        record: dict[str, Any],
        name: str,
        kind: Kind,
        signatures: tuple[str, ...] = (),
        annotation: str = "",
    ) -> Member:
        first = name.partition(".")[0]
        own = record.get("permissions", [])
        since = record.get("since", {})
        return Member(
            path=f"{namespace}.{name}" if name else namespace,
            namespace=namespace,
            kind=kind,
            permissions=tuple(record.get("member_permissions", {}).get(first, own)),
            manifest_key=next(iter(record.get("manifest", [])), None),
            needs_hosts=record.get("needs_hosts", False),
            since=max(88, since.get("", 0), since.get(first, 0)),
            platforms=tuple(record.get("platforms", [])),
            policy=record.get("policy", False),
            signatures=signatures,
            annotation=annotation,
        )

    def _is_known(self, names: list[str]) -> bool:
        return not names or ".".join(names) in self.members

    def _nearest(self, names: list[str], known: int) -> str | None:
        """The name beside the first unknown one that is most like it."""
        beside = f"{'.'.join(names[:known])}." if known else ""
        choice = [p for p in self.members if p.startswith(beside) and p.count(".") == known]
        return nearest(beside + names[known], choice)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return which of the known names an unknown one is most like, if any."""
    found = difflib.get_close_matches(name, known, 1, cutoff=0.7)
    return found[0] if found else None


@cache
def load() -> Table:
    """Return the table that came with the toolkit."""
    return Table(json.loads(FILE.read_text("utf-8")))
