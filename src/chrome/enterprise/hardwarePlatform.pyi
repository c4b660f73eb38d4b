"""`chrome.enterprise.hardwarePlatform`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/enterprise/hardwarePlatform
"""

from typing import TypedDict

class HardwarePlatformInfo(TypedDict):
    model: str
    manufacturer: str

async def getHardwarePlatformInfo(*, timeout: float | None = ...) -> HardwarePlatformInfo:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/hardwarePlatform#method-getHardwarePlatformInfo"""
