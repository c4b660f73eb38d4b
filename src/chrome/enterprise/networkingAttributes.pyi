"""`chrome.enterprise.networkingAttributes`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/enterprise/networkingAttributes
"""

from typing import NotRequired, TypedDict

class NetworkDetails(TypedDict):
    macAddress: str
    ipv4: NotRequired[str]
    ipv6: NotRequired[str]

async def getNetworkDetails(*, timeout: float | None = ...) -> NetworkDetails:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/networkingAttributes#method-getNetworkDetails"""
