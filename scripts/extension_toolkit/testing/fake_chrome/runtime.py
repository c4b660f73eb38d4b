"""`chrome.runtime`: messages to the background's handlers, and the extension itself."""

from __future__ import annotations

from typing import Any

from .context import current
from .delivery import NOBODY, answer, deliver
from .namespace import Namespace, NotFakedError, RefusedError


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
        if url and not url.startswith(("https://", "http://")):
            raise RefusedError(f'Invalid URL: "{url}".')
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
        """Have the background answer what anybody sends, and pages what the background sends."""
        from webext import messages

        here = current() or self.chrome.background
        if extensionId not in (None, self.chrome.id):
            raise NotFakedError(
                "the fake chrome has no other extensions; answer runtime.sendMessage"
            )
        handlers: Any = messages._handlers
        if here.kind == "background":
            return await deliver(handlers.places("page"), message, here.sender)
        with self.chrome.background.entered():
            if not len(handlers):
                raise RefusedError(NOBODY)
        return await answer(self.chrome.background, message, here.sender)
