"""`chrome.oauth2`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/oauth2
"""

from typing import NotRequired, TypedDict

class OAuth2Info(TypedDict):
    client_id: NotRequired[str]
    scopes: list[str]
