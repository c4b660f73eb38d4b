"""`chrome.enterprise`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/enterprise
"""

from . import deviceAttributes as deviceAttributes
from . import hardwarePlatform as hardwarePlatform
from . import kioskInput as kioskInput
from . import login as login
from . import networkingAttributes as networkingAttributes
from . import platformKeys as platformKeys
