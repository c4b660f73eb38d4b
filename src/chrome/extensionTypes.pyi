"""`chrome.extensionTypes`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/extensionTypes
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

ColorArray: TypeAlias = list[int]
ImageDataType: TypeAlias = Any
ImageFormat: TypeAlias = Literal["jpeg", "png"]
RunAt: TypeAlias = Literal["document_start", "document_end", "document_idle"]
CSSOrigin: TypeAlias = Literal["author", "user"]
FrameType: TypeAlias = Literal["outermost_frame", "fenced_frame", "sub_frame"]
DocumentLifecycle: TypeAlias = Literal["prerender", "active", "cached", "pending_deletion"]
ExecutionWorld: TypeAlias = Literal["ISOLATED", "MAIN", "USER_SCRIPT"]
ImageDetails = TypedDict(
    "ImageDetails", {"format": NotRequired[ImageFormat], "quality": NotRequired[int]}
)

class InjectDetails(TypedDict):
    code: NotRequired[str]
    file: NotRequired[str]
    allFrames: NotRequired[bool]
    frameId: NotRequired[int]
    matchAboutBlank: NotRequired[bool]
    runAt: NotRequired[RunAt]
    cssOrigin: NotRequired[CSSOrigin]

class DeleteInjectionDetails(TypedDict):
    code: NotRequired[str]
    file: NotRequired[str]
    allFrames: NotRequired[bool]
    frameId: NotRequired[int]
    matchAboutBlank: NotRequired[bool]
    cssOrigin: NotRequired[CSSOrigin]
