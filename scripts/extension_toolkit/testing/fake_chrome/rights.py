"""`chrome.permissions`, and what else follows from the manifest: the commands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from .namespace import Namespace, RefusedError

NOT_IN_MANIFEST = "Only permissions specified in the manifest may be requested."


class Permissions(Namespace):
    """What the extension may do.

    Attributes:
        granted: The permissions; None where no manifest was given and everything is allowed.
        hosts: The match patterns of the sites that the extension may reach.
        user_grants: What the user answers when the extension asks for more.
        called_in: The sites where the user called the extension, by the id of the tab, which
            `activeTab` opens.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.granted = set(chrome.manifest.get("permissions", []))
        self.hosts = set(chrome.manifest.get("host_permissions", []))
        self.user_grants = True
        self.called_in: dict[int, str] = {}

    def contains(self, permissions: dict[str, Any]) -> bool:
        wanted, hosts = self._parts(permissions)
        return wanted <= self.granted and all(self._has_host(host) for host in hosts)

    def getAll(self) -> dict[str, Any]:
        return {"permissions": sorted(self.granted), "origins": sorted(self.hosts)}

    def request(self, permissions: dict[str, Any]) -> bool:
        if not self.chrome.is_clicked():
            raise RefusedError("This function must be called during a user gesture")
        wanted, hosts = self._parts(permissions)
        optional = self.chrome.manifest.get("optional_permissions", [])
        optional_hosts = self.chrome.manifest.get("optional_host_permissions", [])
        if not wanted <= {*self.granted, *optional} or not all(
            self._has_host(host) or self.covers(optional_hosts, host) for host in hosts
        ):
            raise RefusedError(NOT_IN_MANIFEST)
        if self.contains(permissions):
            return True
        if not self.user_grants:
            return False
        self.granted |= wanted
        self.hosts |= hosts
        self.emit("permissions.onAdded", permissions)
        return True

    def remove(self, permissions: dict[str, Any]) -> bool:
        wanted, hosts = self._parts(permissions)
        manifest = self.chrome.manifest
        if wanted & set(manifest.get("permissions", [])) or hosts & set(
            manifest.get("host_permissions", [])
        ):
            raise RefusedError("You cannot remove required permissions.")
        if not wanted <= {*self.granted, *manifest.get("optional_permissions", [])}:
            raise RefusedError(NOT_IN_MANIFEST)
        self.granted -= wanted
        self.hosts -= hosts
        self.emit("permissions.onRemoved", permissions)
        return True

    def allows(self, url: str) -> bool:
        """Return whether the extension may reach a site."""
        return not self.chrome.enforces or self.covers(self.hosts, url)

    def call_in(self, tab_id: int | None = None) -> None:
        """Have the user call the extension in a tab: with `activeTab` it reaches the site there.

        Args:
            tab_id: The tab; None for the one in front.
        """
        state = self.chrome.state
        for tab in state.tabs.open.values():
            in_front = tab["active"] and tab["windowId"] == state.windows.focused
            if "activeTab" in self.granted and (
                in_front if tab_id is None else tab["id"] == tab_id
            ):
                self.called_in[tab["id"]] = origin_of(tab["url"])

    def reaches(self, tab: dict[str, Any]) -> bool:
        """Return whether the extension may reach the page in a tab."""
        called = self.called_in.get(tab["id"])
        return self.allows(tab["url"]) or called == origin_of(tab["url"])

    def sees(self, tab: dict[str, Any]) -> bool:
        """Return whether the extension sees address and title of a tab."""
        if not self.chrome.enforces or "tabs" in self.granted:
            return True
        url = tab.get("url")
        return url is not None and (url.startswith(self.chrome.origin) or self.reaches(tab))

    def covers(self, patterns: Any, url: str | None) -> bool:
        """Return whether one of these match patterns covers an address."""
        from webext.senders import matches

        return url is not None and any(
            (pattern == "<all_urls>" and urlsplit(url).scheme in ("http", "https", "file", "ftp"))
            or matches(pattern, url)
            for pattern in patterns
        )

    def _parts(self, permissions: dict[str, Any]) -> tuple[set[str], set[str]]:
        """The permissions and the sites that are named.

        Raises:
            RefusedError: Something is neither.
        """
        named, hosts = permissions.get("permissions", []), permissions.get("origins", [])
        for name in named:
            if name not in self.chrome.table.permissions:
                raise RefusedError(f"'{name}' is not a recognized permission.")
        for host in hosts:
            if has_no_scheme(host):
                raise RefusedError(
                    f"Invalid value for origin pattern {host}: Missing scheme separator."
                )
        return set(named), set(hosts)

    def _has_host(self, pattern: str) -> bool:
        return pattern in self.hosts or self.covers(self.hosts, pattern)


class Commands(Namespace):
    """The shortcuts of the manifest."""

    def getAll(self) -> list[dict[str, Any]]:
        manifest = self.chrome.manifest
        button: dict[str, Any] = {"_execute_action": {}} if "action" in manifest else {}
        commands: dict[str, Any] = button | manifest.get("commands", {})
        return [
            {
                "name": name,
                "description": command.get("description", ""),
                "shortcut": command.get("suggested_key", {}).get("default", ""),
            }
            for name, command in commands.items()
        ]


def has_no_scheme(pattern: str) -> bool:
    """Return whether a match pattern lacks its first part."""
    return "://" not in pattern and pattern != "<all_urls>"


def check_patterns(patterns: Iterable[str]) -> None:
    """Check that what is to be a match pattern has the parts of one.

    Raises:
        RefusedError: It has not.
    """
    for pattern in patterns:
        _, colon, rest = pattern.partition("://")
        if pattern != "<all_urls>" and not (colon and "/" in rest):
            raise RefusedError(f"Invalid url pattern '{pattern}'")


def origin_of(url: str) -> str:
    """Return the origin of an address: without the user that it may name."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0].rpartition('@')[2]}"
