"""`chrome.ttsEngine`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/ttsEngine
"""

from typing import Any, Callable, Literal, NotRequired, TypeAlias, TypedDict
from chrome import tts as _tts
from chrome.events import Event

TtsClientSource: TypeAlias = Literal["chromefeature", "extension"]
VoiceGender: TypeAlias = Literal["male", "female"]
LanguageInstallStatus: TypeAlias = Literal["notInstalled", "installing", "installed", "failed"]
TtsClient = TypedDict("TtsClient", {"id": str, "source": TtsClientSource})

class LanguageUninstallOptions(TypedDict):
    uninstallImmediately: bool

class LanguageStatus(TypedDict):
    lang: str
    installStatus: LanguageInstallStatus
    error: NotRequired[str]

class SpeakOptions(TypedDict):
    voiceName: NotRequired[str]
    lang: NotRequired[str]
    gender: NotRequired[VoiceGender]
    rate: NotRequired[float]
    pitch: NotRequired[float]
    volume: NotRequired[float]

class AudioStreamOptions(TypedDict):
    sampleRate: float
    bufferSize: int

class AudioBuffer(TypedDict):
    audioBuffer: bytes
    charIndex: NotRequired[int]
    isLastBuffer: NotRequired[bool]

onSpeak: Event[[str, SpeakOptions, Callable[[_tts.TtsEvent], Any]]]
"""https://developer.chrome.com/docs/extensions/reference/api/ttsEngine#event-onSpeak"""
onSpeakWithAudioStream: Event[
    [
        str,
        SpeakOptions,
        AudioStreamOptions,
        Callable[[AudioBuffer], Any],
        Callable[[str | None], Any],
    ]
]
"""https://developer.chrome.com/docs/extensions/reference/api/ttsEngine#event-onSpeakWithAudioStream"""
onStop: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/ttsEngine#event-onStop"""
onPause: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/ttsEngine#event-onPause"""
onResume: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/ttsEngine#event-onResume"""
onInstallLanguageRequest: Event[[TtsClient, str]]
"""https://developer.chrome.com/docs/extensions/reference/api/ttsEngine#event-onInstallLanguageRequest"""
onUninstallLanguageRequest: Event[[TtsClient, str, LanguageUninstallOptions]]
"""https://developer.chrome.com/docs/extensions/reference/api/ttsEngine#event-onUninstallLanguageRequest"""
onLanguageStatusRequest: Event[[TtsClient, str]]
"""https://developer.chrome.com/docs/extensions/reference/api/ttsEngine#event-onLanguageStatusRequest"""

async def updateVoices(voices: list[_tts.TtsVoice], /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/ttsEngine#method-updateVoices"""

async def updateLanguage(status: LanguageStatus, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/ttsEngine#method-updateLanguage"""
