"""The client in a Chrome extension: `createClerkClient`.

The background holds the client; each page has one that shows it.
"""

from __future__ import annotations

from webext import _page

from .browser import BrowserPlatform
from .clerk import Clerk
from .errors import ClerkRuntimeError, refuse_options
from .publishable_key import parse_publishable_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_clients: dict[str, Clerk] = {}
_storages: dict[str, Any] = {}
_following: dict[str, str] = {}  # by key: the web application that is followed


async def createClerkClient(
    publishableKey: str | None = None,
    syncHost: str | None = None,
    storageCache: Any = None,
    background: bool = False,
) -> Clerk:
    """Return the client for an instance, loaded. Every call with one key gives the same one.

    Args:
        publishableKey: The instance's key, `pk_test_…` or `pk_live_…`.
        syncHost: Where a web application lives whose session the extension is to follow, such as
            `http://localhost` or, of a production instance, `https://clerk.example.com`.
        storageCache: Where the client token is kept instead of `chrome.storage.local`: an object
            with `createKey(*parts)` and the coroutines `get(key)`, `set(key, value)` and
            `remove(key)`. The first call in the background decides; make it from
            `src/background/index.py` while that loads.
        background: Taken because Clerk's guide has it; where the client runs follows from where
            it is called.

    Raises:
        ClerkRuntimeError: The key is missing, malformed or a secret key; a permission is missing;
            the client has another `storageCache` already.
        ClerkError: Nothing is known yet and the API gave no answer; the next call tries again.

    Source: https://clerk.com/docs/reference/chrome-extension/create-clerk-client
    """
    refuse_options(publishableKey, "createClerkClient(publishableKey=…)")
    key = parse_publishable_key(publishableKey)
    clerk = _clients.get(key.value)
    if clerk is None:
        platform = BrowserPlatform(storageCache)
        if _page.is_background():
            clerk = Clerk(key, platform)
        else:
            clerk = PageClerk(key, platform, syncHost)
        if storageCache is not None:
            token = clerk.fapi.client_token
            token.key = storageCache.createKey(key.frontend_api, "__clerk_client_jwt", "v2")
        _clients[key.value], _storages[key.value] = clerk, storageCache
    elif storageCache is not None and storageCache is not _storages[key.value]:
        raise ClerkRuntimeError(
            "the client of this key has another storageCache already: give it in the first call of "
            "createClerkClient(), from src/background/index.py while that loads",
            "storage_cache_too_late",
        )
    if syncHost and _page.is_background() and key.value not in _following:
        await clerk.share("follow", lambda: _follow(clerk, syncHost))
        _following[key.value] = syncHost
    await clerk.load()
    return clerk


async def _follow(clerk: Clerk, host: str) -> None:
    try:
        from .sync_host import follow
    except ImportError:
        raise ClerkRuntimeError(
            "clerk.sync_host is not in this extension: the build adds it where code in src/ calls "
            "createClerkClient(syncHost=…)",
            "sync_host_not_bundled",
        ) from None
    await follow(clerk, host)


if _page.is_background():
    from .background import answer_pages

    answer_pages(createClerkClient)
else:
    from .page_clerk import PageClerk
