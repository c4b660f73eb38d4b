"""`chrome.runtime`: messages to the background's handlers, and the extension itself."""

from __future__ import annotations

import traceback
from typing import Any

from .context import current
from .namespace import Namespace, NotFakedError, RefusedError
from .values import copied

NOBODY = "Could not establish connection. Receiving end does not exist."


class Runtime(Namespace):
    """What an extension knows of itself, and the way to its background.

    Attributes:
        uninstall_url: What `setUninstallURL` set.
        reloads: How often the extension reloaded itself.
    """

    uninstall_url = ""
    reloads = 0

    def getURL(self, path: str) -> str:
        return f"{self.chrome.origin}/{path.removeprefix('/')}"

    def getManifest(self) -> dict[str, Any]:
        return self.chrome.manifest

    def getVersion(self) -> str:
        return str(self.chrome.manifest["version"])

    def getPlatformInfo(self) -> dict[str, str]:
        return {"os": "linux", "arch": "x86-64", "nacl_arch": "x86-64"}

    def requestUpdateCheck(self) -> dict[str, str]:
        return {"status": "no_update"}

    def setUninstallURL(self, url: str) -> None:
        self.uninstall_url = url

    def reload(self) -> None:
        self.reloads += 1

    async def openOptionsPage(self) -> None:
        page = self.chrome.manifest.get("options_ui", {}).get("page")
        if page is None:
            raise RefusedError("Could not create an options page.")
        self.chrome.state.tabs.create({"url": page})

    async def sendMessage(
        self, message: Any, extensionId: str | None = None, options: Any = None
    ) -> Any:
        """Have the background answer what a page, a content script or a stranger sends."""
        from webext import messages

        sender = current()
        if extensionId not in (None, self.chrome.id):
            raise NotFakedError(
                "the fake chrome has no other extensions; answer runtime.sendMessage"
            )
        if sender is None or sender.kind == "background":
            raise RefusedError(NOBODY)  # no page is open that could take it
        if not messages._handlers:
            raise RefusedError(NOBODY)
        with self.chrome.background.entered():
            try:
                answer = await messages.dispatch(message, sender.sender)
                return copied(answer, "the answer")
            except Exception as error:
                own = sender.sender.get("origin") == self.chrome.origin
                told = "".join(traceback.format_exception(error)) if own else None
                return {
                    "$error": {
                        "type": type(error).__name__, "message": str(error), "traceback": told,
                    }
                }  # fmt: skip
