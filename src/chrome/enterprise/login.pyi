"""`chrome.enterprise.login`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/enterprise/login
"""

async def exitCurrentManagedGuestSession(*, timeout: float | None = ...) -> None:
    """https://developer.chrome.com/docs/extensions/reference/api/enterprise/login#method-exitCurrentManagedGuestSession"""
