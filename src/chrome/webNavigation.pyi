"""`chrome.webNavigation`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/webNavigation
"""

from typing import Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome import events as _events
from chrome import extensionTypes as _extensionTypes
from chrome.events import Event, Listeners, R

TransitionType: TypeAlias = Literal[
    "link",
    "typed",
    "auto_bookmark",
    "auto_subframe",
    "manual_subframe",
    "generated",
    "start_page",
    "form_submit",
    "reload",
    "keyword",
    "keyword_generated",
]
TransitionQualifier: TypeAlias = Literal[
    "client_redirect", "server_redirect", "forward_back", "from_address_bar"
]

class BeforeNavigateDetails(TypedDict):
    tabId: int
    url: str
    processId: int
    frameId: int
    parentFrameId: int
    timeStamp: float
    parentDocumentId: NotRequired[str]
    documentLifecycle: _extensionTypes.DocumentLifecycle
    frameType: _extensionTypes.FrameType

class BeforeNavigateFilters(TypedDict):
    url: list[_events.UrlFilter]

class CommittedDetails(TypedDict):
    tabId: int
    url: str
    processId: int
    frameId: int
    parentFrameId: int
    transitionType: TransitionType
    transitionQualifiers: list[TransitionQualifier]
    timeStamp: float
    documentId: str
    parentDocumentId: NotRequired[str]
    documentLifecycle: _extensionTypes.DocumentLifecycle
    frameType: _extensionTypes.FrameType

class CommittedFilters(TypedDict):
    url: list[_events.UrlFilter]

class DOMContentLoadedDetails(TypedDict):
    tabId: int
    url: str
    processId: int
    frameId: int
    parentFrameId: int
    timeStamp: float
    documentId: str
    parentDocumentId: NotRequired[str]
    documentLifecycle: _extensionTypes.DocumentLifecycle
    frameType: _extensionTypes.FrameType

class DOMContentLoadedFilters(TypedDict):
    url: list[_events.UrlFilter]

class CompletedDetails(TypedDict):
    tabId: int
    url: str
    processId: int
    frameId: int
    parentFrameId: int
    timeStamp: float
    documentId: str
    parentDocumentId: NotRequired[str]
    documentLifecycle: _extensionTypes.DocumentLifecycle
    frameType: _extensionTypes.FrameType

class CompletedFilters(TypedDict):
    url: list[_events.UrlFilter]

class ErrorOccurredDetails(TypedDict):
    tabId: int
    url: str
    processId: int
    frameId: int
    parentFrameId: int
    error: str
    timeStamp: float
    documentId: str
    parentDocumentId: NotRequired[str]
    documentLifecycle: _extensionTypes.DocumentLifecycle
    frameType: _extensionTypes.FrameType

class ErrorOccurredFilters(TypedDict):
    url: list[_events.UrlFilter]

class CreatedNavigationTargetDetails(TypedDict):
    sourceTabId: int
    sourceProcessId: int
    sourceFrameId: int
    url: str
    tabId: int
    timeStamp: float

class CreatedNavigationTargetFilters(TypedDict):
    url: list[_events.UrlFilter]

class ReferenceFragmentUpdatedDetails(TypedDict):
    tabId: int
    url: str
    processId: int
    frameId: int
    parentFrameId: int
    transitionType: TransitionType
    transitionQualifiers: list[TransitionQualifier]
    timeStamp: float
    documentId: str
    parentDocumentId: NotRequired[str]
    documentLifecycle: _extensionTypes.DocumentLifecycle
    frameType: _extensionTypes.FrameType

class ReferenceFragmentUpdatedFilters(TypedDict):
    url: list[_events.UrlFilter]

class TabReplacedDetails(TypedDict):
    replacedTabId: int
    tabId: int
    timeStamp: float

class HistoryStateUpdatedDetails(TypedDict):
    tabId: int
    url: str
    processId: int
    frameId: int
    parentFrameId: int
    transitionType: TransitionType
    transitionQualifiers: list[TransitionQualifier]
    timeStamp: float
    documentId: str
    parentDocumentId: NotRequired[str]
    documentLifecycle: _extensionTypes.DocumentLifecycle
    frameType: _extensionTypes.FrameType

class HistoryStateUpdatedFilters(TypedDict):
    url: list[_events.UrlFilter]

class GetFrameDetails(TypedDict):
    tabId: NotRequired[int]
    processId: NotRequired[int]
    frameId: NotRequired[int]
    documentId: NotRequired[str]

class GetFrameResult(TypedDict):
    errorOccurred: bool
    url: str
    parentFrameId: int
    documentId: str
    parentDocumentId: NotRequired[str]
    documentLifecycle: _extensionTypes.DocumentLifecycle
    frameType: _extensionTypes.FrameType

class GetAllFramesDetails(TypedDict):
    tabId: int

class GetAllFramesResult(TypedDict):
    errorOccurred: bool
    processId: int
    frameId: int
    parentFrameId: int
    url: str
    documentId: str
    parentDocumentId: NotRequired[str]
    documentLifecycle: _extensionTypes.DocumentLifecycle
    frameType: _extensionTypes.FrameType

class _onBeforeNavigate(Listeners[[BeforeNavigateDetails]]):
    def addListener(
        self,
        callback: Callable[[BeforeNavigateDetails], R],
        filters: BeforeNavigateFilters | None = ...,
        /,
    ) -> Callable[[BeforeNavigateDetails], R]: ...

onBeforeNavigate: _onBeforeNavigate
"""https://developer.chrome.com/docs/extensions/reference/api/webNavigation#event-onBeforeNavigate"""

class _onCommitted(Listeners[[CommittedDetails]]):
    def addListener(
        self, callback: Callable[[CommittedDetails], R], filters: CommittedFilters | None = ..., /
    ) -> Callable[[CommittedDetails], R]: ...

onCommitted: _onCommitted
"""https://developer.chrome.com/docs/extensions/reference/api/webNavigation#event-onCommitted"""

class _onDOMContentLoaded(Listeners[[DOMContentLoadedDetails]]):
    def addListener(
        self,
        callback: Callable[[DOMContentLoadedDetails], R],
        filters: DOMContentLoadedFilters | None = ...,
        /,
    ) -> Callable[[DOMContentLoadedDetails], R]: ...

onDOMContentLoaded: _onDOMContentLoaded
"""https://developer.chrome.com/docs/extensions/reference/api/webNavigation#event-onDOMContentLoaded"""

class _onCompleted(Listeners[[CompletedDetails]]):
    def addListener(
        self, callback: Callable[[CompletedDetails], R], filters: CompletedFilters | None = ..., /
    ) -> Callable[[CompletedDetails], R]: ...

onCompleted: _onCompleted
"""https://developer.chrome.com/docs/extensions/reference/api/webNavigation#event-onCompleted"""

class _onErrorOccurred(Listeners[[ErrorOccurredDetails]]):
    def addListener(
        self,
        callback: Callable[[ErrorOccurredDetails], R],
        filters: ErrorOccurredFilters | None = ...,
        /,
    ) -> Callable[[ErrorOccurredDetails], R]: ...

onErrorOccurred: _onErrorOccurred
"""https://developer.chrome.com/docs/extensions/reference/api/webNavigation#event-onErrorOccurred"""

class _onCreatedNavigationTarget(Listeners[[CreatedNavigationTargetDetails]]):
    def addListener(
        self,
        callback: Callable[[CreatedNavigationTargetDetails], R],
        filters: CreatedNavigationTargetFilters | None = ...,
        /,
    ) -> Callable[[CreatedNavigationTargetDetails], R]: ...

onCreatedNavigationTarget: _onCreatedNavigationTarget
"""https://developer.chrome.com/docs/extensions/reference/api/webNavigation#event-onCreatedNavigationTarget"""

class _onReferenceFragmentUpdated(Listeners[[ReferenceFragmentUpdatedDetails]]):
    def addListener(
        self,
        callback: Callable[[ReferenceFragmentUpdatedDetails], R],
        filters: ReferenceFragmentUpdatedFilters | None = ...,
        /,
    ) -> Callable[[ReferenceFragmentUpdatedDetails], R]: ...

onReferenceFragmentUpdated: _onReferenceFragmentUpdated
"""https://developer.chrome.com/docs/extensions/reference/api/webNavigation#event-onReferenceFragmentUpdated"""
onTabReplaced: Event[[TabReplacedDetails]]
"""https://developer.chrome.com/docs/extensions/reference/api/webNavigation#event-onTabReplaced"""

class _onHistoryStateUpdated(Listeners[[HistoryStateUpdatedDetails]]):
    def addListener(
        self,
        callback: Callable[[HistoryStateUpdatedDetails], R],
        filters: HistoryStateUpdatedFilters | None = ...,
        /,
    ) -> Callable[[HistoryStateUpdatedDetails], R]: ...

onHistoryStateUpdated: _onHistoryStateUpdated
"""https://developer.chrome.com/docs/extensions/reference/api/webNavigation#event-onHistoryStateUpdated"""

async def getFrame(
    details: GetFrameDetails, /, *, timeout: float | None = ...
) -> GetFrameResult | None:
    """https://developer.chrome.com/docs/extensions/reference/api/webNavigation#method-getFrame"""

async def getAllFrames(
    details: GetAllFramesDetails, /, *, timeout: float | None = ...
) -> list[GetAllFramesResult] | None:
    """https://developer.chrome.com/docs/extensions/reference/api/webNavigation#method-getAllFrames"""
