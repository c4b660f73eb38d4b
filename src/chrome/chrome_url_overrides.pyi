"""`chrome.chrome_url_overrides`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/chrome_url_overrides
"""

from typing import NotRequired, TypedDict

class UrlOverrideInfo(TypedDict):
    newtab: NotRequired[str]
    bookmarks: NotRequired[str]
    history: NotRequired[str]
