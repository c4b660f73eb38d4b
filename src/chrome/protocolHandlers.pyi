"""`chrome.protocolHandlers`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/protocolHandlers
"""

from typing import TypedDict

class ProtocolHandler(TypedDict):
    protocol: str
    name: str
    uriTemplate: str
