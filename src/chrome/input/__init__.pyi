"""`chrome.input`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/input
"""

from . import ime as ime
