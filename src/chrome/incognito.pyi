"""`chrome.incognito`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/incognito
"""

from typing import Literal, TypeAlias

IncognitoMode: TypeAlias = Literal["split", "spanning", "not_allowed"]
