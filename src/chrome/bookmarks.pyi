"""`chrome.bookmarks`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/bookmarks
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

FolderType: TypeAlias = Literal["bookmarks-bar", "other", "mobile", "managed"]
BookmarkTreeNodeUnmodifiable: TypeAlias = Literal["managed"]
BookmarkTreeNode = TypedDict(
    "BookmarkTreeNode",
    {
        "id": str,
        "parentId": NotRequired[str],
        "index": NotRequired[int],
        "url": NotRequired[str],
        "title": str,
        "dateAdded": NotRequired[float],
        "dateLastUsed": NotRequired[float],
        "dateGroupModified": NotRequired[float],
        "folderType": NotRequired[FolderType],
        "unmodifiable": NotRequired[BookmarkTreeNodeUnmodifiable],
        "syncing": bool,
        "children": NotRequired[list[BookmarkTreeNode]],
    },
)

class CreateDetails(TypedDict):
    parentId: NotRequired[str]
    index: NotRequired[int]
    title: NotRequired[str]
    url: NotRequired[str]

class RemovedRemoveInfo(TypedDict):
    parentId: str
    index: int
    node: BookmarkTreeNode

class ChangedChangeInfo(TypedDict):
    title: str
    url: NotRequired[str]

class MovedMoveInfo(TypedDict):
    parentId: str
    index: int
    oldParentId: str
    oldIndex: int

class ChildrenReorderedReorderInfo(TypedDict):
    childIds: list[str]

class SearchQuery(TypedDict):
    query: NotRequired[str]
    url: NotRequired[str]
    title: NotRequired[str]

class MoveDestination(TypedDict):
    parentId: NotRequired[str]
    index: NotRequired[int]

class UpdateChanges(TypedDict):
    title: NotRequired[str]
    url: NotRequired[str]

MAX_WRITE_OPERATIONS_PER_HOUR: Literal[1000000]
"""https://developer.chrome.com/docs/extensions/reference/api/bookmarks#property-MAX_WRITE_OPERATIONS_PER_HOUR"""
MAX_SUSTAINED_WRITE_OPERATIONS_PER_MINUTE: Literal[1000000]
"""https://developer.chrome.com/docs/extensions/reference/api/bookmarks#property-MAX_SUSTAINED_WRITE_OPERATIONS_PER_MINUTE"""
ROOT_NODE_ID: Literal["0"]
"""https://developer.chrome.com/docs/extensions/reference/api/bookmarks#property-ROOT_NODE_ID"""
onCreated: Event[[str, BookmarkTreeNode]]
"""https://developer.chrome.com/docs/extensions/reference/api/bookmarks#event-onCreated"""
onRemoved: Event[[str, RemovedRemoveInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/bookmarks#event-onRemoved"""
onChanged: Event[[str, ChangedChangeInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/bookmarks#event-onChanged"""
onMoved: Event[[str, MovedMoveInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/bookmarks#event-onMoved"""
onChildrenReordered: Event[[str, ChildrenReorderedReorderInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/bookmarks#event-onChildrenReordered"""
onImportBegan: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/bookmarks#event-onImportBegan"""
onImportEnded: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/bookmarks#event-onImportEnded"""

async def get(
    idOrIdList: str | list[str], /, *, timeout: float | None = ...
) -> list[BookmarkTreeNode]:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-get"""

async def getChildren(id: str, /, *, timeout: float | None = ...) -> list[BookmarkTreeNode]:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-getChildren"""

async def getRecent(
    numberOfItems: int, /, *, timeout: float | None = ...
) -> list[BookmarkTreeNode]:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-getRecent"""

async def getTree(*, timeout: float | None = ...) -> list[BookmarkTreeNode]:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-getTree"""

async def getSubTree(id: str, /, *, timeout: float | None = ...) -> list[BookmarkTreeNode]:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-getSubTree"""

async def search(
    query: str | SearchQuery, /, *, timeout: float | None = ...
) -> list[BookmarkTreeNode]:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-search"""

async def create(bookmark: CreateDetails, /, *, timeout: float | None = ...) -> BookmarkTreeNode:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-create"""

async def move(
    id: str, destination: MoveDestination, /, *, timeout: float | None = ...
) -> BookmarkTreeNode:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-move"""

async def update(
    id: str, changes: UpdateChanges, /, *, timeout: float | None = ...
) -> BookmarkTreeNode:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-update"""

async def remove(id: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-remove"""

async def removeTree(id: str, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/bookmarks#method-removeTree"""
