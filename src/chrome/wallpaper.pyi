"""`chrome.wallpaper`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/wallpaper
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

WallpaperLayout: TypeAlias = Literal["STRETCH", "CENTER", "CENTER_CROPPED"]

class SetWallpaperDetails(TypedDict):
    data: NotRequired[bytes]
    url: NotRequired[str]
    layout: WallpaperLayout
    filename: str
    thumbnail: NotRequired[bool]

async def setWallpaper(
    details: SetWallpaperDetails, /, *, timeout: float | None = ...
) -> bytes | None:
    """https://developer.chrome.com/docs/extensions/reference/api/wallpaper#method-setWallpaper"""
