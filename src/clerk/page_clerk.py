"""The client of a page: a view of the background's.

It shows the background's state, asks it to send requests and to give tokens, and so never sees the
client token. What the background learns reaches it through `chrome.storage.session`.
"""

from __future__ import annotations

import chrome
from webext import BackgroundError, spawn

from .clerk import Clerk
from .errors import ClerkError, ClerkRuntimeError, ClerkTimeoutError, error_from_data
from .resources.base import UNSET
from .set_active import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .browser import BrowserPlatform
    from .publishable_key import PublishableKey
    from .tokens import Slot

# Seconds after which a page that opens has the background ask the API whether all is as it was.
STALE_AFTER = 30.0
# Seconds that signing in at another service may take, as long as Chrome lets its window wait; and
# between two looks at whether it did.
VISIT_LIMIT = 330.0
VISIT_CHECK = 0.2


class PageClerk(Clerk):
    """The client of a page.

    Args:
        key: The checked publishable key.
        platform: Storage and clock.
        sync_host: Whose session the background is to follow, if any.
    """

    def __init__(
        self, key: PublishableKey, platform: BrowserPlatform, sync_host: str | None
    ) -> None:
        super().__init__(key, platform)
        self._sync_host = sync_host
        platform.session.on_change(self._follow)

    async def _load(self) -> None:
        if await self.restore_kept():
            # The clock may have been set back since.
            age = abs(self.platform.now() - self.saved_at)
            if age > STALE_AFTER or self._sync_host:
                spawn(self._refresh())
        elif self._sync_host is None and await self.fapi.client_token.get() is None:
            # Nobody can be signed in on a device that the API has never met. Show that now, and
            # let the background get to know it meanwhile.
            spawn(self._refresh())
        else:
            await self._ask("load")
        self.set_status("ready")

    async def reload(self) -> None:
        await self._ask("reload")

    async def request(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | str | None = None,
        reload: bool = False,
        nonce: str | None = None,
    ) -> Any:
        operation = "read" if method == "GET" else "change"
        return await self._ask(
            operation, method=method, path=path, query=query, body=body, reload=reload, nonce=nonce
        )

    async def _read_environment(self, reload: bool) -> dict[str, Any]:
        kept = None if reload else await self.kept_environment()
        data: dict[str, Any] = kept or await self._ask("environment", reload=reload)
        return data

    async def signOut(self, sessionId: str | None = None) -> None:
        await self._ask("signOut", sessionId=sessionId)

    async def setActive(self, session: Any = UNSET, organization: Any = UNSET) -> None:
        chosen = {"session": name_of(session), "organization": name_of(organization)}
        given = {name: value for name, value in chosen.items() if value is not UNSET}
        await self._ask("setActive", chosen=given)

    async def authenticate_with_redirect(
        self, kind: str, fields: dict[str, Any], options: dict[str, Any], goes_on: bool
    ) -> None:
        visit = str(self.platform.now())
        await self._ask(
            "sso", visit=visit, kind=kind, fields=fields, options=options, goesOn=goes_on
        )
        # The user may take minutes, and no answer to a message waits for so long.
        deadline = self.platform.now() + VISIT_LIMIT
        while self.visit is None or self.visit["id"] != visit:
            if self.platform.now() > deadline:
                raise ClerkTimeoutError("the sign-in window did not come to an end in time")
            await self.platform.sleep(VISIT_CHECK)
        if self.visit["error"]:
            raise error_from_data(self.visit["error"])

    async def get_token(
        self, slot: Slot, skip_cache: bool = False, leeway: float | None = None
    ) -> str | None:
        token: str | None = await self._ask(
            "getToken", slot=list(slot), skipCache=skip_cache, leeway=leeway
        )
        return token

    def clear_tokens(self, session_id: str) -> None:
        super().clear_tokens(session_id)
        spawn(self._ask("clearCache", sessionId=session_id))

    async def save(self) -> None:
        """The background does."""

    async def _refresh(self) -> None:
        try:
            await self._ask("reload")
        except ClerkError as error:
            self.platform.log(f"clerk: {error}")
            self.set_status("degraded")
        else:
            self.set_status("ready")

    async def _ask(self, operation: str, **arguments: Any) -> Any:
        """Have the background do something; show the state after it."""
        message = {"clerk": operation, "publishableKey": self.publishableKey,
                   "syncHost": self._sync_host, **arguments}  # fmt: skip
        try:
            answer = await chrome.runtime.sendMessage(message)
        except BackgroundError as error:
            raise ClerkRuntimeError(
                f"the background did not answer: {error}", "background_failed"
            ) from None
        if "snapshot" in answer:
            self._show(answer["snapshot"])
        if "error" in answer:
            raise error_from_data(answer["error"])
        return answer["value"]

    async def _follow(self, changes: dict[str, Any], area: str | None = None) -> None:
        change = changes.get(self.snapshot_key)
        if change is not None:
            self._show(change.get("newValue"))

    def _show(self, snapshot: Any) -> None:
        client, session = self.client, self.session
        token = session.lastActiveToken if session else None
        if self.restore(snapshot):
            token_now = self.session.lastActiveToken if self.session else None
            if self.client != client or self.session != session or token_now != token:
                self.emit()
