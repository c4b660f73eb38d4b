"""Chrome or Chromium with the extension loaded, for development, the demo and the browser tests.

launch      find Chrome, start it, load the extension
devtools    what WebDriver does not reach: the service worker and the offscreen page
extension   the extension in a running browser, in a test's words
page        one of its pages, to be derived from
"""

from .devtools import DevTools
from .launch import Browser, BrowserError

__all__ = ["Browser", "BrowserError", "DevTools"]
