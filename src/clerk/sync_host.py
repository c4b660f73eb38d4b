"""Following the session of a web application: `createClerkClient(syncHost=…)`.

The extension then asks as the device that the web application is. In development that device is in
the cookie `__clerk_db_jwt` of the application, in production in `__client` of the Frontend API.
Cookies are looked at when the client loads, and whenever one changes: whoever signs in, signs out
or becomes another user there does so here at once. The cookie's device is never written to disk;
when it is removed the extension is its own device again.

Source: https://clerk.com/docs/guides/sessions/sync-host
"""

from __future__ import annotations

import chrome

from .browser import missing_permission
from .client_token import ClientToken
from .errors import ClerkError, ClerkRuntimeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .clerk import Clerk

# Seconds in which the cookies that one sign-in changes have all been changed.
SETTLING = 0.15
# The cookie that says when somebody signed in or out last.
SIGNED_IN_COOKIE = "__client_uat"


class SyncedClientToken(ClientToken):
    """The device of a web application while it has one, and the extension's own otherwise.

    Attributes:
        cookie: The value of the cookie when it was looked at last, None without one.
    """

    follows = True

    def __init__(self, own: ClientToken) -> None:
        super().__init__(NoStorage(), own.key, own.log)
        self._own = own
        self.cookie: str | None = None

    async def get(self) -> str | None:
        return await (super().get() if self.cookie else self._own.get())

    async def keep(self, token: str) -> None:
        await (super().keep(token) if self.cookie else self._own.keep(token))

    async def drop(self, token: str | None) -> bool:
        if not self.cookie:
            return await self._own.drop(token)
        dropped = await super().drop(token)
        if dropped:
            self.cookie = None
        return dropped

    async def adopt(self, cookie: str | None) -> bool:
        """Take the cookie's value. Returns whether it is another device than before."""
        if cookie == self.cookie:
            return False
        before = await self.get()
        self.cookie = cookie
        if cookie:
            await super().keep(cookie)
        return await self.get() != before


class NoStorage:
    """Where a web application's device is kept: nowhere, since its cookie is."""

    async def get(self, key: str) -> None:
        return None

    async def set(self, key: str, value: Any) -> None: ...

    async def remove(self, key: str) -> None: ...


class SyncHost:
    """Keeps a client on the device of a web application.

    Args:
        clerk: The client, not loaded yet.
        host: Where the application lives, with or without a scheme.
    """

    def __init__(self, clerk: Clerk, host: str) -> None:
        self._clerk = clerk
        self._own = clerk.fapi.client_token
        self._token = SyncedClientToken(self._own)
        self._urls = [cookie_url(host)]
        self._name = "__clerk_db_jwt"
        if clerk.instanceType == "production":
            self._name = "__client"
            self._urls.append(cookie_url(clerk.frontendApi))
        self._waiting = False
        clerk.fapi.client_token = self._token

    async def start(self) -> None:
        """Look at the cookies, and at every change of them from now on.

        Raises:
            ClerkRuntimeError: A permission is missing.
            ClerkError: As of `look`, when the client is loaded already. It may begin anew then.
        """
        chrome.cookies.onChanged.addListener(self._follow)
        try:
            if self._clerk.loaded:
                await self.look()
            else:
                await self._token.adopt(await self._read())
        except ClerkError as error:
            chrome.cookies.onChanged.removeListener(self._follow)
            self._clerk.fapi.client_token = self._own
            raise error

    async def _follow(self, change: Any) -> None:
        """Look again, once for all the cookies that change together."""
        if not self._concerns(change) or self._waiting:
            return
        self._waiting = True
        try:
            await self._clerk.platform.sleep(SETTLING)
        finally:
            self._waiting = False
        try:
            await self.look()
        except ClerkError as error:
            self._clerk.platform.log(f"clerk: the web application cannot be followed: {error}")

    def _concerns(self, change: dict[str, Any]) -> bool:
        cookie = change["cookie"]
        if change["removed"] and change["cause"] == "overwrite":
            return False  # the new value is told next
        name = cookie["name"]
        if name not in (self._name, SIGNED_IN_COOKIE):
            return False
        return any(is_sent_to(cookie, host_of(url)) for url in self._urls)

    async def look(self) -> None:
        """Take over the cookie's device, or the extension's own if it has none; see who is there.

        Raises:
            ClerkError: The API gave no answer. Of another device nobody is shown then.
        """
        clerk = self._clerk
        is_another = await self._token.adopt(await self._read())
        if is_another:
            clerk.discard_answers()
        try:
            await clerk.reload()
        except ClerkError as error:
            if is_another:
                await clerk.set_client(None)
            raise error

    async def _read(self) -> str | None:
        for url in self._urls:
            try:
                cookie = await chrome.cookies.get({"name": self._name, "url": url})
            except chrome.ChromeError as error:
                raise _explained(error, url) from None
            if cookie and cookie["value"]:
                value: str = cookie["value"]
                return value
        return None


async def follow(clerk: Clerk, host: str) -> None:
    """Have a client follow a web application; see `createClerkClient`."""
    await SyncHost(clerk, host).start()


def cookie_url(host: str) -> str:
    """Return the address whose cookies count; without a scheme it is `https`."""
    host = host.strip().rstrip("/")
    return host if "://" in host else f"https://{host}"


def host_of(url: str) -> str:
    """Return the host of an address, without its port."""
    authority = url.partition("://")[2].partition("/")[0]
    return authority.partition(":")[0].lower()


def is_sent_to(cookie: dict[str, Any], host: str) -> bool:
    """Return whether a browser sends a cookie to a host: its own, or one below its domain."""
    domain = cookie["domain"].removeprefix(".").lower()
    if host == domain:
        return True
    return not cookie.get("hostOnly") and host.endswith(f".{domain}")


def _explained(error: chrome.ChromeError, url: str) -> ClerkRuntimeError:
    if "not available" in error.text:
        return missing_permission("permissions", "cookies")
    if "host permission" in error.text.lower():
        return missing_permission(
            "host_permissions", f"{url.partition('://')[0]}://{host_of(url)}/*"
        )
    return ClerkRuntimeError(f"the cookies of {url} cannot be read: {error.text}", "sync_failed")
