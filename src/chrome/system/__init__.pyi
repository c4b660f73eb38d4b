"""`chrome.system`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/system
"""

from . import cpu as cpu
from . import display as display
from . import memory as memory
from . import storage as storage
