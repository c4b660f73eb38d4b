"""`chrome.fontSettings`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/fontSettings
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

ScriptCode: TypeAlias = Literal[
    "Afak",
    "Arab",
    "Aran",
    "Armi",
    "Armn",
    "Avst",
    "Bali",
    "Bamu",
    "Bass",
    "Batk",
    "Beng",
    "Blis",
    "Bopo",
    "Brah",
    "Brai",
    "Bugi",
    "Buhd",
    "Cakm",
    "Cans",
    "Cari",
    "Cham",
    "Cher",
    "Cirt",
    "Copt",
    "Cprt",
    "Cyrl",
    "Cyrs",
    "Deva",
    "Dsrt",
    "Dupl",
    "Egyd",
    "Egyh",
    "Egyp",
    "Elba",
    "Ethi",
    "Geor",
    "Geok",
    "Glag",
    "Goth",
    "Gran",
    "Grek",
    "Gujr",
    "Guru",
    "Hang",
    "Hani",
    "Hano",
    "Hans",
    "Hant",
    "Hebr",
    "Hluw",
    "Hmng",
    "Hung",
    "Inds",
    "Ital",
    "Java",
    "Jpan",
    "Jurc",
    "Kali",
    "Khar",
    "Khmr",
    "Khoj",
    "Knda",
    "Kpel",
    "Kthi",
    "Lana",
    "Laoo",
    "Latf",
    "Latg",
    "Latn",
    "Lepc",
    "Limb",
    "Lina",
    "Linb",
    "Lisu",
    "Loma",
    "Lyci",
    "Lydi",
    "Mand",
    "Mani",
    "Maya",
    "Mend",
    "Merc",
    "Mero",
    "Mlym",
    "Moon",
    "Mong",
    "Mroo",
    "Mtei",
    "Mymr",
    "Narb",
    "Nbat",
    "Nkgb",
    "Nkoo",
    "Nshu",
    "Ogam",
    "Olck",
    "Orkh",
    "Orya",
    "Osma",
    "Palm",
    "Perm",
    "Phag",
    "Phli",
    "Phlp",
    "Phlv",
    "Phnx",
    "Plrd",
    "Prti",
    "Rjng",
    "Roro",
    "Runr",
    "Samr",
    "Sara",
    "Sarb",
    "Saur",
    "Sgnw",
    "Shaw",
    "Shrd",
    "Sind",
    "Sinh",
    "Sora",
    "Sund",
    "Sylo",
    "Syrc",
    "Syre",
    "Syrj",
    "Syrn",
    "Tagb",
    "Takr",
    "Tale",
    "Talu",
    "Taml",
    "Tang",
    "Tavt",
    "Telu",
    "Teng",
    "Tfng",
    "Tglg",
    "Thaa",
    "Thai",
    "Tibt",
    "Tirh",
    "Ugar",
    "Vaii",
    "Visp",
    "Wara",
    "Wole",
    "Xpeo",
    "Xsux",
    "Yiii",
    "Zmth",
    "Zsym",
    "Zyyy",
]
GenericFamily: TypeAlias = Literal[
    "standard", "sansserif", "serif", "fixed", "cursive", "fantasy", "math"
]
LevelOfControl: TypeAlias = Literal[
    "not_controllable",
    "controlled_by_other_extensions",
    "controllable_by_this_extension",
    "controlled_by_this_extension",
]

class FontName(TypedDict):
    fontId: str
    displayName: str

class FontChangedDetails(TypedDict):
    fontId: str
    script: NotRequired[ScriptCode]
    genericFamily: GenericFamily
    levelOfControl: LevelOfControl

class DefaultFontSizeChangedDetails(TypedDict):
    pixelSize: int
    levelOfControl: LevelOfControl

class DefaultFixedFontSizeChangedDetails(TypedDict):
    pixelSize: int
    levelOfControl: LevelOfControl

class MinimumFontSizeChangedDetails(TypedDict):
    pixelSize: int
    levelOfControl: LevelOfControl

class ClearFontDetails(TypedDict):
    script: NotRequired[ScriptCode]
    genericFamily: GenericFamily

class GetFontDetails(TypedDict):
    script: NotRequired[ScriptCode]
    genericFamily: GenericFamily

class GetFontResult(TypedDict):
    fontId: str
    levelOfControl: LevelOfControl

class SetFontDetails(TypedDict):
    script: NotRequired[ScriptCode]
    genericFamily: GenericFamily
    fontId: str

class GetDefaultFontSizeResult(TypedDict):
    pixelSize: int
    levelOfControl: LevelOfControl

class SetDefaultFontSizeDetails(TypedDict):
    pixelSize: int

class GetDefaultFixedFontSizeResult(TypedDict):
    pixelSize: int
    levelOfControl: LevelOfControl

class SetDefaultFixedFontSizeDetails(TypedDict):
    pixelSize: int

class GetMinimumFontSizeResult(TypedDict):
    pixelSize: int
    levelOfControl: LevelOfControl

class SetMinimumFontSizeDetails(TypedDict):
    pixelSize: int

onFontChanged: Event[[FontChangedDetails]]
"""https://developer.chrome.com/docs/extensions/reference/api/fontSettings#event-onFontChanged"""
onDefaultFontSizeChanged: Event[[DefaultFontSizeChangedDetails]]
"""https://developer.chrome.com/docs/extensions/reference/api/fontSettings#event-onDefaultFontSizeChanged"""
onDefaultFixedFontSizeChanged: Event[[DefaultFixedFontSizeChangedDetails]]
"""https://developer.chrome.com/docs/extensions/reference/api/fontSettings#event-onDefaultFixedFontSizeChanged"""
onMinimumFontSizeChanged: Event[[MinimumFontSizeChangedDetails]]
"""https://developer.chrome.com/docs/extensions/reference/api/fontSettings#event-onMinimumFontSizeChanged"""

async def clearFont(details: ClearFontDetails, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-clearFont"""

async def getFont(details: GetFontDetails, /, *, timeout: float | None = ...) -> GetFontResult:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-getFont"""

async def setFont(details: SetFontDetails, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-setFont"""

async def getFontList(*, timeout: float | None = ...) -> list[FontName]:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-getFontList"""

async def clearDefaultFontSize(
    details: dict[str, Any] | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-clearDefaultFontSize"""

async def getDefaultFontSize(
    details: dict[str, Any] | None = ..., /, *, timeout: float | None = ...
) -> GetDefaultFontSizeResult:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-getDefaultFontSize"""

async def setDefaultFontSize(
    details: SetDefaultFontSizeDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-setDefaultFontSize"""

async def clearDefaultFixedFontSize(
    details: dict[str, Any] | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-clearDefaultFixedFontSize"""

async def getDefaultFixedFontSize(
    details: dict[str, Any] | None = ..., /, *, timeout: float | None = ...
) -> GetDefaultFixedFontSizeResult:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-getDefaultFixedFontSize"""

async def setDefaultFixedFontSize(
    details: SetDefaultFixedFontSizeDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-setDefaultFixedFontSize"""

async def clearMinimumFontSize(
    details: dict[str, Any] | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-clearMinimumFontSize"""

async def getMinimumFontSize(
    details: dict[str, Any] | None = ..., /, *, timeout: float | None = ...
) -> GetMinimumFontSizeResult:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-getMinimumFontSize"""

async def setMinimumFontSize(
    details: SetMinimumFontSizeDetails, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fontSettings#method-setMinimumFontSize"""
