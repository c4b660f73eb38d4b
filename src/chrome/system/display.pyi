"""`chrome.system.display`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/system/display
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

LayoutPosition: TypeAlias = Literal["top", "right", "bottom", "left"]
ActiveState: TypeAlias = Literal["active", "inactive"]
MirrorMode: TypeAlias = Literal["off", "normal", "mixed"]

class Bounds(TypedDict):
    left: int
    top: int
    width: int
    height: int

class Insets(TypedDict):
    left: int
    top: int
    right: int
    bottom: int

class Point(TypedDict):
    x: float
    y: float

class TouchCalibrationPair(TypedDict):
    displayPoint: Point
    touchPoint: Point

class TouchCalibrationPairQuad(TypedDict):
    pair1: TouchCalibrationPair
    pair2: TouchCalibrationPair
    pair3: TouchCalibrationPair
    pair4: TouchCalibrationPair

class DisplayMode(TypedDict):
    width: int
    height: int
    widthInNativePixels: int
    heightInNativePixels: int
    uiScale: NotRequired[float]
    deviceScaleFactor: float
    refreshRate: float
    isNative: bool
    isSelected: bool
    isInterlaced: NotRequired[bool]

DisplayLayout = TypedDict(
    "DisplayLayout", {"id": str, "parentId": str, "position": LayoutPosition, "offset": int}
)

class Edid(TypedDict):
    manufacturerId: str
    productId: str
    yearOfManufacture: int

DisplayUnitInfo = TypedDict(
    "DisplayUnitInfo",
    {
        "id": str,
        "name": str,
        "edid": NotRequired[Edid],
        "mirroringSourceId": str,
        "mirroringDestinationIds": list[str],
        "isPrimary": bool,
        "isEnabled": bool,
        "activeState": ActiveState,
        "isUnified": bool,
        "dpiX": float,
        "dpiY": float,
        "rotation": int,
        "bounds": Bounds,
        "overscan": Insets,
        "workArea": Bounds,
        "modes": list[DisplayMode],
        "hasTouchSupport": bool,
        "availableDisplayZoomFactors": list[float],
        "displayZoomFactor": float,
    },
)

class DisplayProperties(TypedDict):
    isUnified: NotRequired[bool]
    mirroringSourceId: NotRequired[str]
    isPrimary: NotRequired[bool]
    overscan: NotRequired[Insets]
    rotation: NotRequired[int]
    boundsOriginX: NotRequired[float]
    boundsOriginY: NotRequired[float]
    displayMode: NotRequired[DisplayMode]
    displayZoomFactor: NotRequired[float]

class GetInfoFlags(TypedDict):
    singleUnified: NotRequired[bool]

class MirrorModeInfo(TypedDict):
    mode: MirrorMode
    mirroringSourceId: NotRequired[str]
    mirroringDestinationIds: NotRequired[list[str]]

onDisplayChanged: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/system/display#event-onDisplayChanged"""

async def getInfo(
    flags: GetInfoFlags | None = ..., /, *, timeout: float | None = ...
) -> list[DisplayUnitInfo]:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-getInfo"""

async def getDisplayLayout(*, timeout: float | None = ...) -> list[DisplayLayout]:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-getDisplayLayout"""

async def setDisplayProperties(
    id: str, info: DisplayProperties, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-setDisplayProperties"""

async def setDisplayLayout(layouts: list[DisplayLayout], /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-setDisplayLayout"""

async def enableUnifiedDesktop(enabled: bool, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-enableUnifiedDesktop"""

async def overscanCalibrationStart(id: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-overscanCalibrationStart"""

async def overscanCalibrationAdjust(
    id: str, delta: Insets, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-overscanCalibrationAdjust"""

async def overscanCalibrationReset(id: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-overscanCalibrationReset"""

async def overscanCalibrationComplete(id: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-overscanCalibrationComplete"""

async def showNativeTouchCalibration(id: str, /, *, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-showNativeTouchCalibration"""

async def startCustomTouchCalibration(id: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-startCustomTouchCalibration"""

async def completeCustomTouchCalibration(
    pairs: TouchCalibrationPairQuad, bounds: Bounds, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-completeCustomTouchCalibration"""

async def clearTouchCalibration(id: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-clearTouchCalibration"""

async def setMirrorMode(info: MirrorModeInfo, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/system/display#method-setMirrorMode"""
