"""`chrome.crossOriginIsolation`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/crossOriginIsolation
"""

from typing import NotRequired, TypedDict

class ResponseHeader(TypedDict):
    value: NotRequired[str]
