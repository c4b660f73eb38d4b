"""The client token: which device asks.

It is kept in `chrome.storage.local` under the key of Clerk's SDK, so that who moves here from there
stays signed in, and nothing else is on disk.
"""

from __future__ import annotations

from .errors import ClerkRuntimeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .platform import Storage


class ClientToken:
    """The token of this device for one instance.

    A storage that cannot be written is no reason to fail: the token is then used until the page
    ends.

    Args:
        storage: Where it is kept.
        key: Under which name.
        log: Tells the developer of a storage that cannot be written.

    Attributes:
        follows: Whether this is the device of somebody else, who may sign in and out unseen.
    """

    follows = False

    def __init__(self, storage: Storage, key: str, log: Callable[[str], None]) -> None:
        self.key = key
        self._storage = storage
        self.log = log
        self._value: str | None = None
        self._is_read = False

    async def get(self) -> str | None:
        """Return the token, or None where there is none yet.

        Raises:
            ClerkRuntimeError: The storage cannot be read; code `storage_failed`.
        """
        if not self._is_read:
            stored = await self._read()
            if not self._is_read:
                self._value = stored if isinstance(stored, str) and stored else None
                self._is_read = True
        return self._value

    async def keep(self, token: str) -> None:
        """Take a new token."""
        if token == self._value:
            return
        self._value = token
        self._is_read = True
        try:
            await self._storage.set(self.key, token)
        except Exception as error:
            self.log(f"clerk: the client token is not kept: {error}")

    async def drop(self, token: str | None) -> bool:
        """Forget a token that the server no longer takes, unless there is a newer one.

        Returns:
            Whether it was forgotten.
        """
        if self._value != token:
            return False
        self._value = None
        self._is_read = True
        try:
            await self._storage.remove(self.key)
        except Exception as error:
            self.log(f"clerk: the client token is still kept: {error}")
        return True

    async def _read(self) -> object:
        try:
            return await self._storage.get(self.key)
        except ClerkRuntimeError as error:
            raise error
        except Exception as error:
            raise ClerkRuntimeError(
                f"the client token cannot be read: {error}", "storage_failed"
            ) from None
