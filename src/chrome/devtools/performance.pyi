"""`chrome.devtools.performance`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/devtools/performance
"""

from chrome.events import Event

onProfilingStarted: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/devtools/performance#event-onProfilingStarted"""
onProfilingStopped: Event[[]]
"""https://developer.chrome.com/docs/extensions/reference/api/devtools/performance#event-onProfilingStopped"""
