"""`chrome.alarms`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/alarms
"""

from typing import NotRequired, TypedDict, overload
from chrome.events import Event

class Alarm(TypedDict):
    name: str
    scheduledTime: float
    periodInMinutes: NotRequired[float]
    persistAcrossSessions: bool

class AlarmCreateInfo(TypedDict):
    name: NotRequired[str]
    when: NotRequired[float]
    delayInMinutes: NotRequired[float]
    periodInMinutes: NotRequired[float]
    persistAcrossSessions: NotRequired[bool]

onAlarm: Event[[Alarm]]
"""https://developer.chrome.com/docs/extensions/reference/api/alarms#event-onAlarm"""

@overload
async def create(name: str, alarmInfo: AlarmCreateInfo, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/alarms#method-create"""

@overload
async def create(alarmInfo: AlarmCreateInfo, /, *, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/alarms#method-create"""

async def get(name: str | None = ..., /, *, timeout: float | None = ...) -> Alarm | None:
    """https://developer.chrome.com/docs/extensions/reference/api/alarms#method-get"""

async def getAll(*, timeout: float | None = ...) -> list[Alarm]:
    """https://developer.chrome.com/docs/extensions/reference/api/alarms#method-getAll"""

async def clear(name: str | None = ..., /, *, timeout: float | None = ...) -> bool:
    """https://developer.chrome.com/docs/extensions/reference/api/alarms#method-clear"""

async def clearAll(*, timeout: float | None = ...) -> bool | None:
    """https://developer.chrome.com/docs/extensions/reference/api/alarms#method-clearAll"""
