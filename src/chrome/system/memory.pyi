"""`chrome.system.memory`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/system/memory
"""

from typing import TypedDict

class MemoryInfo(TypedDict):
    capacity: float
    availableCapacity: float

async def getInfo(*, timeout: float | None = ...) -> MemoryInfo:
    """https://developer.chrome.com/docs/extensions/reference/api/system/memory#method-getInfo"""
