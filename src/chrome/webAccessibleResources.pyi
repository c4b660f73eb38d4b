"""`chrome.webAccessibleResources`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/webAccessibleResources
"""

from typing import NotRequired, TypedDict

class WebAccessibleResource(TypedDict):
    resources: list[str]
    matches: NotRequired[list[str]]
    extension_ids: NotRequired[list[str]]
    use_dynamic_url: NotRequired[bool]
