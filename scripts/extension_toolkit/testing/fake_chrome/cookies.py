"""`chrome.cookies`: one store of cookies, with the cause of each change."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import SplitResult, urlsplit

from .namespace import Namespace, RefusedError

STORE = "0"
CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class Cookies(Namespace):
    """The cookies of the one store.

    Attributes:
        jar: The cookies, by domain, path and name.
    """

    def __init__(self, chrome: Any) -> None:
        super().__init__(chrome)
        self.jar: dict[tuple[str, str, str], dict[str, Any]] = {}

    def get(self, details: dict[str, Any]) -> dict[str, Any] | None:
        self.refuse(details, "partitionKey", "storeId")
        self._check_host(details["url"])
        found = [c for c in self._matching(details["url"]) if c["name"] == details["name"]]
        return max(found, key=lambda cookie: len(cookie["path"]), default=None)

    def getAll(self, details: dict[str, Any]) -> list[dict[str, Any]]:
        self.refuse(details, "partitionKey", "storeId")
        found = list(self.jar.values())
        if "url" in details:
            found = self._matching(details["url"])
        if "domain" in details:
            domain = details["domain"].removeprefix(".")
            found = [c for c in found if _within(c["domain"].removeprefix("."), domain)]
        plain = ("name", "path", "secure", "session")
        wanted = {name: details[name] for name in plain if name in details}
        return [
            cookie
            for cookie in found
            if wanted.items() <= cookie.items()
            and self.chrome.state.permissions.allows(_url(cookie))
        ]

    def getAllCookieStores(self) -> list[dict[str, Any]]:
        return [{"id": STORE, "tabIds": list(self.chrome.state.tabs.open)}]

    def set(self, details: dict[str, Any]) -> dict[str, Any] | None:
        self.refuse(details, "partitionKey", "storeId")
        self._check_host(details["url"])
        address = urlsplit(details["url"])
        domain = details.get("domain")
        cookie = {
            "name": details.get("name", ""), "value": details.get("value", ""),
            "domain": f".{domain.removeprefix('.')}" if domain else address.hostname or "",
            "hostOnly": not domain, "path": details.get("path") or _folder(address.path),
            "secure": details.get("secure", False), "httpOnly": details.get("httpOnly", False),
            "sameSite": details.get("sameSite", "unspecified"), "storeId": STORE,
            "session": "expirationDate" not in details,
        }  # fmt: skip
        secure = cookie["secure"]
        if (
            not _within(address.hostname or "", cookie["domain"].removeprefix("."))
            or (secure and not _is_safe(address))
            or (cookie["sameSite"] == "no_restriction" and not secure)
            or not cookie["path"].startswith("/")
            or not _is_cookie(cookie)
        ):
            raise RefusedError(f'Failed to parse or set cookie named "{cookie["name"]}".')
        key = (cookie["domain"], cookie["path"], cookie["name"])
        if "expirationDate" in details:
            cookie["expirationDate"] = details["expirationDate"]
            if details["expirationDate"] <= self.chrome.clock.now():
                self._drop(key, "expired_overwrite")
                return None
            self.chrome.clock.call_at(details["expirationDate"], lambda: self._expire(key, cookie))
        self._drop(key, "overwrite")
        self.jar[key] = cookie
        self._tell(cookie, removed=False, cause="explicit")
        return cookie

    def remove(self, details: dict[str, Any]) -> dict[str, Any]:
        self.refuse(details, "partitionKey", "storeId")
        self._check_host(details["url"])
        cookie = self.get({"url": details["url"], "name": details["name"]})
        if cookie is not None:
            self._drop((cookie["domain"], cookie["path"], cookie["name"]), "explicit")
        return {"url": details["url"], "name": details["name"], "storeId": STORE}

    def _matching(self, url: str) -> list[dict[str, Any]]:
        address = urlsplit(url)
        host, path = address.hostname or "", address.path or "/"
        return [
            cookie
            for cookie in self.jar.values()
            if (host == cookie["domain"] or (_within(host, cookie["domain"].removeprefix("."))
                and not cookie["hostOnly"]))
            and (path + "/").startswith(cookie["path"].rstrip("/") + "/")
            and (_is_safe(address) or not cookie["secure"])
        ]  # fmt: skip

    def _check_host(self, url: str) -> None:
        if not urlsplit(url).hostname:
            raise RefusedError(f'Invalid url: "{url}".')
        if not self.chrome.state.permissions.allows(url):
            raise RefusedError(f'No host permissions for cookies at url: "{url}".')

    def _expire(self, key: tuple[str, str, str], cookie: dict[str, Any]) -> None:
        if self.jar.get(key) is cookie:
            self._drop(key, "expired")

    def _drop(self, key: tuple[str, str, str], cause: str) -> None:
        if (cookie := self.jar.pop(key, None)) is not None:
            self._tell(cookie, removed=True, cause=cause)

    def _tell(self, cookie: dict[str, Any], *, removed: bool, cause: str) -> None:
        if self.chrome.state.permissions.allows(_url(cookie)):
            change = {"cookie": cookie, "removed": removed, "cause": cause}
            self.emit("cookies.onChanged", change)


def _is_safe(address: SplitResult) -> bool:
    """Whether secure cookies go there: over TLS, or to this machine."""
    return address.scheme == "https" or address.hostname in ("localhost", "127.0.0.1")


def _is_cookie(cookie: dict[str, Any]) -> bool:
    """Whether name and value can be those of a cookie, and of one with these fields."""
    name, value = cookie["name"], cookie["value"]
    if ";" in name + value or "=" in name or CONTROLS.search(name + value) or not name + value:
        return False
    if name.lower().startswith("__host-"):
        return bool(cookie["secure"] and cookie["hostOnly"] and cookie["path"] == "/")
    return not name.lower().startswith("__secure-") or bool(cookie["secure"])


def _folder(path: str) -> str:
    """The path of a cookie that names none: that of the address, up to its last part."""
    return path.rpartition("/")[0] or "/"


def _within(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _url(cookie: dict[str, Any]) -> str:
    scheme = "https" if cookie["secure"] else "http"
    return f"{scheme}://{cookie['domain'].removeprefix('.')}{cookie['path']}"
