"""`chrome.system.cpu`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/system/cpu
"""

from typing import TypedDict

class CpuTime(TypedDict):
    user: int
    kernel: int
    idle: int
    total: int

class ProcessorInfo(TypedDict):
    usage: CpuTime

class CpuInfo(TypedDict):
    numOfProcessors: int
    archName: str
    modelName: str
    features: list[str]
    processors: list[ProcessorInfo]
    temperatures: list[float]

async def getInfo(*, timeout: float | None = ...) -> CpuInfo:
    """https://developer.chrome.com/docs/extensions/reference/api/system/cpu#method-getInfo"""
