"""`chrome.loginState`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/loginState
"""

from typing import Literal, TypeAlias
from chrome.events import Event

ProfileType: TypeAlias = Literal["SIGNIN_PROFILE", "USER_PROFILE", "LOCK_PROFILE"]
SessionState: TypeAlias = Literal[
    "UNKNOWN", "IN_OOBE_SCREEN", "IN_LOGIN_SCREEN", "IN_SESSION", "IN_LOCK_SCREEN", "IN_RMA_SCREEN"
]
onSessionStateChanged: Event[[SessionState]]
"""https://developer.chrome.com/docs/extensions/reference/api/loginState#event-onSessionStateChanged"""

async def getProfileType(*, timeout: float | None = ...) -> ProfileType:
    """https://developer.chrome.com/docs/extensions/reference/api/loginState#method-getProfileType"""

async def getSessionState(*, timeout: float | None = ...) -> SessionState:
    """https://developer.chrome.com/docs/extensions/reference/api/loginState#method-getSessionState"""
