"""Python in the pages of a Chrome extension: messages between them, and the world around.

on_message      answer messages in the background
spawn           start a coroutine from code that is not one
env             the PUBLIC_… variables of the environment files
"""

from .errors import BackgroundError, DeadlineError, RemoteError
from .messages import on_message
from .tasks import spawn

BUNDLED_WHEN_NAMED = {"webext.senders": ("senders",)}

__all__ = ["BackgroundError", "DeadlineError", "RemoteError", "on_message", "spawn"]
