"""`chrome.downloads`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/downloads
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

FilenameConflictAction: TypeAlias = Literal["uniquify", "overwrite", "prompt"]
HttpMethod: TypeAlias = Literal["GET", "POST"]
InterruptReason: TypeAlias = Literal[
    "FILE_FAILED",
    "FILE_ACCESS_DENIED",
    "FILE_NO_SPACE",
    "FILE_NAME_TOO_LONG",
    "FILE_TOO_LARGE",
    "FILE_VIRUS_INFECTED",
    "FILE_TRANSIENT_ERROR",
    "FILE_BLOCKED",
    "FILE_SECURITY_CHECK_FAILED",
    "FILE_TOO_SHORT",
    "FILE_HASH_MISMATCH",
    "FILE_SAME_AS_SOURCE",
    "NETWORK_FAILED",
    "NETWORK_TIMEOUT",
    "NETWORK_DISCONNECTED",
    "NETWORK_SERVER_DOWN",
    "NETWORK_INVALID_REQUEST",
    "SERVER_FAILED",
    "SERVER_NO_RANGE",
    "SERVER_BAD_CONTENT",
    "SERVER_UNAUTHORIZED",
    "SERVER_CERT_PROBLEM",
    "SERVER_FORBIDDEN",
    "SERVER_UNREACHABLE",
    "SERVER_CONTENT_LENGTH_MISMATCH",
    "SERVER_CROSS_ORIGIN_REDIRECT",
    "USER_CANCELED",
    "USER_SHUTDOWN",
    "CRASH",
]
DangerType: TypeAlias = Literal[
    "file",
    "url",
    "content",
    "uncommon",
    "host",
    "unwanted",
    "safe",
    "accepted",
    "allowlistedByPolicy",
    "asyncScanning",
    "asyncLocalPasswordScanning",
    "passwordProtected",
    "blockedTooLarge",
    "sensitiveContentWarning",
    "sensitiveContentBlock",
    "deepScannedFailed",
    "deepScannedSafe",
    "deepScannedOpenedDangerous",
    "promptForScanning",
    "promptForLocalPasswordScanning",
    "accountCompromise",
    "blockedScanFailed",
    "forceSaveToGdrive",
    "forceSaveToOnedrive",
]
State: TypeAlias = Literal["in_progress", "interrupted", "complete"]

class HeaderNameValuePair(TypedDict):
    name: str
    value: str

class FilenameSuggestion(TypedDict):
    filename: str
    conflictAction: NotRequired[FilenameConflictAction]

class DownloadOptions(TypedDict):
    url: str
    filename: NotRequired[str]
    conflictAction: NotRequired[FilenameConflictAction]
    saveAs: NotRequired[bool]
    method: NotRequired[HttpMethod]
    headers: NotRequired[list[HeaderNameValuePair]]
    body: NotRequired[str]

DownloadItem = TypedDict(
    "DownloadItem",
    {
        "id": int,
        "url": str,
        "finalUrl": str,
        "referrer": str,
        "filename": str,
        "incognito": bool,
        "danger": DangerType,
        "mime": str,
        "startTime": str,
        "endTime": NotRequired[str],
        "estimatedEndTime": NotRequired[str],
        "state": State,
        "paused": bool,
        "canResume": bool,
        "error": NotRequired[InterruptReason],
        "bytesReceived": int,
        "totalBytes": int,
        "fileSize": int,
        "exists": bool,
        "byExtensionId": NotRequired[str],
        "byExtensionName": NotRequired[str],
    },
)

DownloadQuery = TypedDict(
    "DownloadQuery",
    {
        "query": NotRequired[list[str]],
        "startedBefore": NotRequired[str],
        "startedAfter": NotRequired[str],
        "endedBefore": NotRequired[str],
        "endedAfter": NotRequired[str],
        "totalBytesGreater": NotRequired[int],
        "totalBytesLess": NotRequired[int],
        "filenameRegex": NotRequired[str],
        "urlRegex": NotRequired[str],
        "finalUrlRegex": NotRequired[str],
        "limit": NotRequired[int],
        "orderBy": NotRequired[list[str]],
        "id": NotRequired[int],
        "url": NotRequired[str],
        "finalUrl": NotRequired[str],
        "filename": NotRequired[str],
        "danger": NotRequired[DangerType],
        "mime": NotRequired[str],
        "startTime": NotRequired[str],
        "endTime": NotRequired[str],
        "state": NotRequired[State],
        "paused": NotRequired[bool],
        "error": NotRequired[InterruptReason],
        "bytesReceived": NotRequired[int],
        "totalBytes": NotRequired[int],
        "fileSize": NotRequired[int],
        "exists": NotRequired[bool],
    },
)

class StringDelta(TypedDict):
    previous: NotRequired[str]
    current: NotRequired[str]

class DoubleDelta(TypedDict):
    previous: NotRequired[int]
    current: NotRequired[int]

class BooleanDelta(TypedDict):
    previous: NotRequired[bool]
    current: NotRequired[bool]

DownloadDelta = TypedDict(
    "DownloadDelta",
    {
        "id": int,
        "url": NotRequired[StringDelta],
        "finalUrl": NotRequired[StringDelta],
        "filename": NotRequired[StringDelta],
        "danger": NotRequired[StringDelta],
        "mime": NotRequired[StringDelta],
        "startTime": NotRequired[StringDelta],
        "endTime": NotRequired[StringDelta],
        "state": NotRequired[StringDelta],
        "canResume": NotRequired[BooleanDelta],
        "paused": NotRequired[BooleanDelta],
        "error": NotRequired[StringDelta],
        "totalBytes": NotRequired[DoubleDelta],
        "fileSize": NotRequired[DoubleDelta],
        "exists": NotRequired[BooleanDelta],
    },
)

class GetFileIconOptions(TypedDict):
    size: NotRequired[int]

class UiOptions(TypedDict):
    enabled: bool

onCreated: Event[[DownloadItem]]
"""https://developer.chrome.com/docs/extensions/reference/api/downloads#event-onCreated"""
onErased: Event[[int]]
"""https://developer.chrome.com/docs/extensions/reference/api/downloads#event-onErased"""
onChanged: Event[[DownloadDelta]]
"""https://developer.chrome.com/docs/extensions/reference/api/downloads#event-onChanged"""
onDeterminingFilename: Event[[DownloadItem, Callable[[FilenameSuggestion | None], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/downloads#event-onDeterminingFilename"""

async def download(options: DownloadOptions, /, *, timeout: float | None = ...) -> int:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-download"""

async def search(query: DownloadQuery, /, *, timeout: float | None = ...) -> list[DownloadItem]:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-search"""

async def pause(downloadId: int, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-pause"""

async def resume(downloadId: int, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-resume"""

async def cancel(downloadId: int, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-cancel"""

async def getFileIcon(
    downloadId: int, options: GetFileIconOptions | None = ..., /, *, timeout: float | None = ...
) -> str | None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-getFileIcon"""

async def open(downloadId: int, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-open"""

async def show(downloadId: int, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-show"""

async def showDefaultFolder(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-showDefaultFolder"""

async def erase(query: DownloadQuery, /, *, timeout: float | None = ...) -> list[int]:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-erase"""

async def removeFile(downloadId: int, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-removeFile"""

async def acceptDanger(downloadId: int, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-acceptDanger"""

async def setShelfEnabled(enabled: bool, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-setShelfEnabled"""

async def setUiOptions(options: UiOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/downloads#method-setUiOptions"""
