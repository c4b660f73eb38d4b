"""`chrome.desktopCapture`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/desktopCapture
"""

from typing import Any, Callable, Literal, TypeAlias, TypedDict, overload
from chrome import tabs as _tabs

DesktopCaptureSourceType: TypeAlias = Literal["screen", "window", "tab", "audio"]
SystemAudioPreferenceEnum: TypeAlias = Literal["include", "exclude"]
WindowAudioPreferenceEnum: TypeAlias = Literal["system", "window", "exclude"]
SelfCapturePreferenceEnum: TypeAlias = Literal["include", "exclude"]

class ChooseDesktopMediaOptions(TypedDict):
    canRequestAudioTrack: bool

@overload
async def chooseDesktopMedia(
    sources: list[DesktopCaptureSourceType],
    targetTab: _tabs.Tab,
    callback: Callable[[str, ChooseDesktopMediaOptions], Any],
    /,
    *,
    timeout: float | None = ...,
) -> int:
    """https://developer.chrome.com/docs/extensions/reference/api/desktopCapture#method-chooseDesktopMedia"""

@overload
async def chooseDesktopMedia(
    sources: list[DesktopCaptureSourceType],
    callback: Callable[[str, ChooseDesktopMediaOptions], Any],
    /,
    *,
    timeout: float | None = ...,
) -> int:
    """https://developer.chrome.com/docs/extensions/reference/api/desktopCapture#method-chooseDesktopMedia"""

async def cancelChooseDesktopMedia(
    desktopMediaRequestId: int, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/desktopCapture#method-cancelChooseDesktopMedia"""
