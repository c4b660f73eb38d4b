"""The page's `sessionStorage`: as `local_storage`, until the page's tab closes.

Source: https://brython.info/static_doc/en/browser.local_storage.html
"""

from .local_storage import LocalStorage

class SessionStorage(LocalStorage): ...

storage: SessionStorage
