"""Chrome or Chromium with the extension loaded, for the demo and the browser tests.

launch      find Chrome, start it, load the extension through WebDriver BiDi
devtools    what WebDriver does not reach: the service worker and the offscreen page
"""

from .devtools import DevTools
from .launch import Browser, BrowserError

__all__ = ["Browser", "BrowserError", "DevTools"]
