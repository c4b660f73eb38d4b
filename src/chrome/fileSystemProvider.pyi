"""`chrome.fileSystemProvider`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

ProviderError: TypeAlias = Literal[
    "OK",
    "FAILED",
    "IN_USE",
    "EXISTS",
    "NOT_FOUND",
    "ACCESS_DENIED",
    "TOO_MANY_OPENED",
    "NO_MEMORY",
    "NO_SPACE",
    "NOT_A_DIRECTORY",
    "INVALID_OPERATION",
    "SECURITY",
    "ABORT",
    "NOT_A_FILE",
    "NOT_EMPTY",
    "INVALID_URL",
    "IO",
]
OpenFileMode: TypeAlias = Literal["READ", "WRITE"]
ChangeType: TypeAlias = Literal["CHANGED", "DELETED"]
CommonActionId: TypeAlias = Literal["SAVE_FOR_OFFLINE", "OFFLINE_NOT_NECESSARY", "SHARE"]
CloudIdentifier = TypedDict("CloudIdentifier", {"providerName": str, "id": str})

class CloudFileInfo(TypedDict):
    versionTag: NotRequired[str]

class EntryMetadata(TypedDict):
    isDirectory: NotRequired[bool]
    name: NotRequired[str]
    size: NotRequired[int]
    modificationTime: NotRequired[Any]
    mimeType: NotRequired[str]
    thumbnail: NotRequired[str]
    cloudIdentifier: NotRequired[CloudIdentifier]
    cloudFileInfo: NotRequired[CloudFileInfo]

class Watcher(TypedDict):
    entryPath: str
    recursive: bool
    lastTag: NotRequired[str]

class OpenedFile(TypedDict):
    openRequestId: int
    filePath: str
    mode: OpenFileMode

class FileSystemInfo(TypedDict):
    fileSystemId: str
    displayName: str
    writable: bool
    openedFilesLimit: int
    openedFiles: list[OpenedFile]
    supportsNotifyTag: NotRequired[bool]
    watchers: list[Watcher]

class MountOptions(TypedDict):
    fileSystemId: str
    displayName: str
    writable: NotRequired[bool]
    openedFilesLimit: NotRequired[int]
    supportsNotifyTag: NotRequired[bool]
    persistent: NotRequired[bool]

class UnmountOptions(TypedDict):
    fileSystemId: str

class UnmountRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int

class GetMetadataRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    entryPath: str
    isDirectory: bool
    name: bool
    size: bool
    modificationTime: bool
    mimeType: bool
    thumbnail: bool
    cloudIdentifier: bool
    cloudFileInfo: bool

class GetActionsRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    entryPaths: list[str]

class ReadDirectoryRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    directoryPath: str
    isDirectory: bool
    name: bool
    size: bool
    modificationTime: bool
    mimeType: bool
    thumbnail: bool

class OpenFileRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    filePath: str
    mode: OpenFileMode

class CloseFileRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    openRequestId: int

class ReadFileRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    openRequestId: int
    offset: int
    length: int

class CreateDirectoryRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    directoryPath: str
    recursive: bool

class DeleteEntryRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    entryPath: str
    recursive: bool

class CreateFileRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    filePath: str

class CopyEntryRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    sourcePath: str
    targetPath: str

class MoveEntryRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    sourcePath: str
    targetPath: str

class TruncateRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    filePath: str
    length: int

class WriteFileRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    openRequestId: int
    offset: int
    data: bytes

class AbortRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    operationRequestId: int

class AddWatcherRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    entryPath: str
    recursive: bool

class RemoveWatcherRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    entryPath: str
    recursive: bool

Action = TypedDict("Action", {"id": str, "title": NotRequired[str]})

class ExecuteActionRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int
    entryPaths: list[str]
    actionId: str

class Change(TypedDict):
    entryPath: str
    changeType: ChangeType
    cloudFileInfo: NotRequired[CloudFileInfo]

class NotifyOptions(TypedDict):
    fileSystemId: str
    observedPath: str
    recursive: bool
    changeType: ChangeType
    changes: NotRequired[list[Change]]
    tag: NotRequired[str]

class ConfigureRequestedOptions(TypedDict):
    fileSystemId: str
    requestId: int

onUnmountRequested: Event[
    [UnmountRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onUnmountRequested"""
onGetMetadataRequested: Event[
    [GetMetadataRequestedOptions, Callable[[EntryMetadata], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onGetMetadataRequested"""
onGetActionsRequested: Event[
    [GetActionsRequestedOptions, Callable[[list[Action]], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onGetActionsRequested"""
onReadDirectoryRequested: Event[
    [
        ReadDirectoryRequestedOptions,
        Callable[[list[EntryMetadata], bool], Any],
        Callable[[ProviderError], Any],
    ]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onReadDirectoryRequested"""
onOpenFileRequested: Event[
    [
        OpenFileRequestedOptions,
        Callable[[EntryMetadata | None], Any],
        Callable[[ProviderError], Any],
    ]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onOpenFileRequested"""
onCloseFileRequested: Event[
    [CloseFileRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onCloseFileRequested"""
onReadFileRequested: Event[
    [ReadFileRequestedOptions, Callable[[bytes, bool], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onReadFileRequested"""
onCreateDirectoryRequested: Event[
    [CreateDirectoryRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onCreateDirectoryRequested"""
onDeleteEntryRequested: Event[
    [DeleteEntryRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onDeleteEntryRequested"""
onCreateFileRequested: Event[
    [CreateFileRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onCreateFileRequested"""
onCopyEntryRequested: Event[
    [CopyEntryRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onCopyEntryRequested"""
onMoveEntryRequested: Event[
    [MoveEntryRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onMoveEntryRequested"""
onTruncateRequested: Event[
    [TruncateRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onTruncateRequested"""
onWriteFileRequested: Event[
    [WriteFileRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onWriteFileRequested"""
onAbortRequested: Event[[AbortRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onAbortRequested"""
onConfigureRequested: Event[
    [ConfigureRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onConfigureRequested"""
onMountRequested: Event[[Callable[[], Any], Callable[[ProviderError], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onMountRequested"""
onAddWatcherRequested: Event[
    [AddWatcherRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onAddWatcherRequested"""
onRemoveWatcherRequested: Event[
    [RemoveWatcherRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onRemoveWatcherRequested"""
onExecuteActionRequested: Event[
    [ExecuteActionRequestedOptions, Callable[[], Any], Callable[[ProviderError], Any]]
]
"""https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#event-onExecuteActionRequested"""

async def mount(options: MountOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#method-mount"""

async def unmount(options: UnmountOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#method-unmount"""

async def getAll(*, timeout: float | None = ...) -> list[FileSystemInfo]:
    """https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#method-getAll"""

async def get(fileSystemId: str, /, *, timeout: float | None = ...) -> FileSystemInfo:
    """https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#method-get"""

async def notify(options: NotifyOptions, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/fileSystemProvider#method-notify"""
