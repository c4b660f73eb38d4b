"""`chrome.fileHandlers`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/fileHandlers
"""

from typing import Any, NotRequired, TypedDict

Icon = TypedDict("Icon", {"src": str, "sizes": NotRequired[str], "type": NotRequired[str]})

class FileHandler(TypedDict):
    accept: dict[str, Any]
    action: str
    name: str
    icons: NotRequired[list[Icon]]
    launch_type: NotRequired[str]
