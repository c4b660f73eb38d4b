"""`chrome.enterprise.deviceAttributes`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/enterprise/deviceAttributes
"""

async def getDirectoryDeviceId(*, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/deviceAttributes#method-getDirectoryDeviceId"""

async def getDeviceSerialNumber(*, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/deviceAttributes#method-getDeviceSerialNumber"""

async def getDeviceAssetId(*, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/deviceAttributes#method-getDeviceAssetId"""

async def getDeviceAnnotatedLocation(*, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/deviceAttributes#method-getDeviceAnnotatedLocation"""

async def getDeviceHostname(*, timeout: float | None = ...) -> str:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/deviceAttributes#method-getDeviceHostname"""
