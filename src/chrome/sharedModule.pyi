"""`chrome.sharedModule`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/sharedModule
"""

from typing import NotRequired, TypedDict

Import = TypedDict("Import", {"id": str, "minimum_version": NotRequired[str]})

class Export(TypedDict):
    allowlist: NotRequired[list[str]]
