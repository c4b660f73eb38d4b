"""The popup's routes. Each module is imported when it is first shown: the popup opens faster so."""

# ruff: noqa: F401 (an import registers the routes)
from __future__ import annotations


def load(module: str) -> None:
    """Import a module of this folder, which registers its routes."""
    match module:
        case "account":
            from . import account
        case "addresses":
            from . import addresses
        case "code":
            from . import code
        case "devices":
            from . import devices
        case "home":
            from . import home
        case "new_password":
            from . import new_password
        case "organizations":
            from . import organizations
        case "passkeys":
            from . import passkeys
        case "second_factor":
            from . import second_factor
        case "sessions":
            from . import sessions
        case "sign_in":
            from . import sign_in
        case "sign_up":
            from . import sign_up
        case "two_step":
            from . import two_step
