"""`chrome.contentSettings`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/contentSettings
"""

from typing import Any, Generic, Literal, NotRequired, TypeAlias, TypedDict, TypeVar

T = TypeVar("T")
Scope: TypeAlias = Literal["regular", "incognito_session_only"]
AutoVerifyContentSetting: TypeAlias = Literal["allow", "block"]
ClipboardContentSetting: TypeAlias = Literal["allow", "block", "ask"]
CookiesContentSetting: TypeAlias = Literal["allow", "block", "session_only"]
ImagesContentSetting: TypeAlias = Literal["allow", "block"]
JavascriptContentSetting: TypeAlias = Literal["allow", "block"]
LocationContentSetting: TypeAlias = Literal["allow", "block", "ask"]
PluginsContentSetting: TypeAlias = Literal["block"]
PopupsContentSetting: TypeAlias = Literal["allow", "block"]
NotificationsContentSetting: TypeAlias = Literal["allow", "block", "ask"]
FullscreenContentSetting: TypeAlias = Literal["allow"]
MouselockContentSetting: TypeAlias = Literal["allow"]
MicrophoneContentSetting: TypeAlias = Literal["allow", "block", "ask"]
CameraContentSetting: TypeAlias = Literal["allow", "block", "ask"]
PpapiBrokerContentSetting: TypeAlias = Literal["block"]
MultipleAutomaticDownloadsContentSetting: TypeAlias = Literal["allow", "block", "ask"]
SoundContentSetting: TypeAlias = Literal["allow", "block"]
ResourceIdentifier = TypedDict("ResourceIdentifier", {"id": str, "description": NotRequired[str]})

class ContentSettingClearDetails(TypedDict):
    scope: NotRequired[Scope]

class ContentSettingGetDetails(TypedDict):
    primaryUrl: str
    secondaryUrl: NotRequired[str]
    resourceIdentifier: NotRequired[ResourceIdentifier]
    incognito: NotRequired[bool]

class ContentSettingGetResult(TypedDict, Generic[T]):
    setting: T

class ContentSettingSetDetails(TypedDict):
    primaryPattern: str
    secondaryPattern: NotRequired[str]
    resourceIdentifier: NotRequired[ResourceIdentifier]
    setting: Any
    scope: NotRequired[Scope]

class ContentSetting(Generic[T]):
    """https://developer.chrome.com/docs/extensions/reference/api/contentSettings#type-ContentSetting"""
    async def clear(
        self, details: ContentSettingClearDetails, /, *, timeout: float | None = ...
    ) -> None: ...
    async def get(
        self, details: ContentSettingGetDetails, /, *, timeout: float | None = ...
    ) -> ContentSettingGetResult[T]: ...
    async def set(
        self, details: ContentSettingSetDetails, /, *, timeout: float | None = ...
    ) -> None: ...
    async def getResourceIdentifiers(
        self, /, *, timeout: float | None = ...
    ) -> list[ResourceIdentifier] | None: ...

autoVerify: ContentSetting[AutoVerifyContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-autoVerify"""
cookies: ContentSetting[CookiesContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-cookies"""
images: ContentSetting[ImagesContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-images"""
javascript: ContentSetting[JavascriptContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-javascript"""
location: ContentSetting[LocationContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-location"""
plugins: ContentSetting[PluginsContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-plugins"""
popups: ContentSetting[PopupsContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-popups"""
notifications: ContentSetting[NotificationsContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-notifications"""
fullscreen: ContentSetting[FullscreenContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-fullscreen"""
mouselock: ContentSetting[MouselockContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-mouselock"""
microphone: ContentSetting[MicrophoneContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-microphone"""
clipboard: ContentSetting[ClipboardContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-clipboard"""
camera: ContentSetting[CameraContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-camera"""
unsandboxedPlugins: ContentSetting[PpapiBrokerContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-unsandboxedPlugins"""
automaticDownloads: ContentSetting[MultipleAutomaticDownloadsContentSetting]
"""https://developer.chrome.com/docs/extensions/reference/api/contentSettings#property-automaticDownloads"""
