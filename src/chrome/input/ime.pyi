"""`chrome.input.ime`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/input/ime
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

KeyboardEventType: TypeAlias = Literal["keyup", "keydown"]
InputContextType: TypeAlias = Literal[
    "text", "search", "tel", "url", "email", "number", "password", "null"
]
AutoCapitalizeType: TypeAlias = Literal["characters", "words", "sentences"]
MenuItemStyle: TypeAlias = Literal["check", "radio", "separator"]
UnderlineStyle: TypeAlias = Literal["underline", "doubleUnderline", "noUnderline"]
WindowPosition: TypeAlias = Literal["cursor", "composition"]
ScreenType: TypeAlias = Literal["normal", "login", "lock", "secondary-login"]
MouseButton: TypeAlias = Literal["left", "middle", "right"]
AssistiveWindowType: TypeAlias = Literal["undo"]
AssistiveWindowButton: TypeAlias = Literal["undo", "addToDictionary"]
KeyboardEvent = TypedDict(
    "KeyboardEvent",
    {
        "type": KeyboardEventType,
        "requestId": NotRequired[str],
        "extensionId": NotRequired[str],
        "key": str,
        "code": str,
        "keyCode": NotRequired[int],
        "altKey": NotRequired[bool],
        "altgrKey": NotRequired[bool],
        "ctrlKey": NotRequired[bool],
        "shiftKey": NotRequired[bool],
        "capsLock": NotRequired[bool],
    },
)

InputContext = TypedDict(
    "InputContext",
    {
        "contextID": int,
        "type": InputContextType,
        "autoCorrect": bool,
        "autoComplete": bool,
        "autoCapitalize": AutoCapitalizeType,
        "spellCheck": bool,
        "shouldDoLearning": bool,
    },
)

MenuItem = TypedDict(
    "MenuItem",
    {
        "id": str,
        "label": NotRequired[str],
        "style": NotRequired[MenuItemStyle],
        "visible": NotRequired[bool],
        "checked": NotRequired[bool],
        "enabled": NotRequired[bool],
    },
)

AssistiveWindowProperties = TypedDict(
    "AssistiveWindowProperties",
    {"type": AssistiveWindowType, "visible": bool, "announceString": NotRequired[str]},
)

class MenuParameters(TypedDict):
    engineID: str
    items: list[MenuItem]

class SurroundingTextChangedSurroundingInfo(TypedDict):
    text: str
    focus: int
    anchor: int
    offset: int

class AssistiveWindowButtonClickedDetails(TypedDict):
    buttonID: AssistiveWindowButton
    windowType: AssistiveWindowType

class SetCompositionParametersSegment(TypedDict):
    start: int
    end: int
    style: UnderlineStyle

class SetCompositionParameters(TypedDict):
    contextID: int
    text: str
    selectionStart: NotRequired[int]
    selectionEnd: NotRequired[int]
    cursor: int
    segments: NotRequired[list[SetCompositionParametersSegment]]

class ClearCompositionParameters(TypedDict):
    contextID: int

class CommitTextParameters(TypedDict):
    contextID: int
    text: str

class SendKeyEventsParameters(TypedDict):
    contextID: int
    keyData: list[KeyboardEvent]

class SetCandidateWindowPropertiesParametersProperties(TypedDict):
    visible: NotRequired[bool]
    cursorVisible: NotRequired[bool]
    vertical: NotRequired[bool]
    pageSize: NotRequired[int]
    auxiliaryText: NotRequired[str]
    auxiliaryTextVisible: NotRequired[bool]
    totalCandidates: NotRequired[float]
    currentCandidateIndex: NotRequired[float]
    windowPosition: NotRequired[WindowPosition]

class SetCandidateWindowPropertiesParameters(TypedDict):
    engineID: str
    properties: SetCandidateWindowPropertiesParametersProperties

class SetCandidatesParametersCandidateUsage(TypedDict):
    title: str
    body: str

SetCandidatesParametersCandidate = TypedDict(
    "SetCandidatesParametersCandidate",
    {
        "candidate": str,
        "id": int,
        "parentId": NotRequired[int],
        "label": NotRequired[str],
        "annotation": NotRequired[str],
        "usage": NotRequired[SetCandidatesParametersCandidateUsage],
    },
)

class SetCandidatesParameters(TypedDict):
    contextID: int
    candidates: list[SetCandidatesParametersCandidate]

class SetCursorPositionParameters(TypedDict):
    contextID: int
    candidateID: float

class SetAssistiveWindowPropertiesParameters(TypedDict):
    contextID: int
    properties: AssistiveWindowProperties

class SetAssistiveWindowButtonHighlightedParameters(TypedDict):
    contextID: int
    buttonID: AssistiveWindowButton
    windowType: AssistiveWindowType
    announceString: NotRequired[str]
    highlighted: bool

class DeleteSurroundingTextParameters(TypedDict):
    engineID: str
    contextID: int
    offset: int
    length: int

onActivate: Event[[str, ScreenType]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onActivate"""
onDeactivated: Event[[str]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onDeactivated"""
onFocus: Event[[InputContext]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onFocus"""
onBlur: Event[[int]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onBlur"""
onInputContextUpdate: Event[[InputContext]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onInputContextUpdate"""
onKeyEvent: Event[[str, KeyboardEvent, str]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onKeyEvent"""
onCandidateClicked: Event[[str, float, MouseButton]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onCandidateClicked"""
onMenuItemActivated: Event[[str, str]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onMenuItemActivated"""
onSurroundingTextChanged: Event[[str, SurroundingTextChangedSurroundingInfo]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onSurroundingTextChanged"""
onReset: Event[[str]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onReset"""
onAssistiveWindowButtonClicked: Event[[AssistiveWindowButtonClickedDetails]]
"""https://developer.chrome.com/docs/extensions/reference/api/input/ime#event-onAssistiveWindowButtonClicked"""

async def setComposition(
    parameters: SetCompositionParameters, /, *, timeout: float | None = ...
) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-setComposition"""

async def clearComposition(
    parameters: ClearCompositionParameters, /, *, timeout: float | None = ...
) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-clearComposition"""

async def commitText(parameters: CommitTextParameters, /, *, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-commitText"""

async def sendKeyEvents(
    parameters: SendKeyEventsParameters, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-sendKeyEvents"""

async def hideInputView(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-hideInputView"""

async def setCandidateWindowProperties(
    parameters: SetCandidateWindowPropertiesParameters, /, *, timeout: float | None = ...
) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-setCandidateWindowProperties"""

async def setCandidates(
    parameters: SetCandidatesParameters, /, *, timeout: float | None = ...
) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-setCandidates"""

async def setCursorPosition(
    parameters: SetCursorPositionParameters, /, *, timeout: float | None = ...
) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-setCursorPosition"""

async def setAssistiveWindowProperties(
    parameters: SetAssistiveWindowPropertiesParameters, /, *, timeout: float | None = ...
) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-setAssistiveWindowProperties"""

async def setAssistiveWindowButtonHighlighted(
    parameters: SetAssistiveWindowButtonHighlightedParameters, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-setAssistiveWindowButtonHighlighted"""

async def setMenuItems(parameters: MenuParameters, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-setMenuItems"""

async def updateMenuItems(parameters: MenuParameters, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-updateMenuItems"""

async def deleteSurroundingText(
    parameters: DeleteSurroundingTextParameters, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-deleteSurroundingText"""

async def keyEventHandled(
    requestId: str, response: bool, /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/input/ime#method-keyEventHandled"""
