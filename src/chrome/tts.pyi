"""`chrome.tts`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/tts
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome.events import Event

EventType: TypeAlias = Literal[
    "start",
    "end",
    "word",
    "sentence",
    "marker",
    "interrupted",
    "cancelled",
    "error",
    "pause",
    "resume",
]
VoiceGender: TypeAlias = Literal["male", "female"]

class TtsOptions(TypedDict):
    enqueue: NotRequired[bool]
    voiceName: NotRequired[str]
    extensionId: NotRequired[str]
    lang: NotRequired[str]
    gender: NotRequired[VoiceGender]
    rate: NotRequired[float]
    pitch: NotRequired[float]
    volume: NotRequired[float]
    requiredEventTypes: NotRequired[list[str]]
    desiredEventTypes: NotRequired[list[str]]
    onEvent: NotRequired[Callable[[TtsEvent], Any]]

TtsEvent = TypedDict(
    "TtsEvent",
    {
        "type": EventType,
        "charIndex": NotRequired[int],
        "errorMessage": NotRequired[str],
        "length": NotRequired[int],
    },
)

class TtsVoice(TypedDict):
    voiceName: NotRequired[str]
    lang: NotRequired[str]
    gender: NotRequired[VoiceGender]
    remote: NotRequired[bool]
    extensionId: NotRequired[str]
    eventTypes: NotRequired[list[EventType]]

onVoicesChanged: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/tts#event-onVoicesChanged"""

async def speak(
    utterance: str, options: TtsOptions | None = ..., /, *, timeout: float | None = ...
) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tts#method-speak"""

async def stop(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tts#method-stop"""

async def pause(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tts#method-pause"""

async def resume(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/tts#method-resume"""

async def isSpeaking(*, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/tts#method-isSpeaking"""

async def getVoices(*, timeout: float | None = ...) -> list[TtsVoice]:
    """https://developer.chrome.com/docs/extensions/reference/api/tts#method-getVoices"""
