"""`chrome.devtools`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/devtools
"""

from . import inspectedWindow as inspectedWindow
from . import network as network
from . import panels as panels
from . import performance as performance
from . import recorder as recorder
