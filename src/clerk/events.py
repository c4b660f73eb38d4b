"""Functions that are called when something changes."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .platform import Platform
    from .resources.client import Client
    from .resources.organization import Organization
    from .resources.session import Session
    from .resources.user import User


class Resources:
    """What a listener gets; of session, user and organization each None where there is none."""

    def __init__(self, client: Client, session: Session | None) -> None:
        self.client = client
        self.session = session
        self.user: User | None = session.user if session else None

    @property
    def organization(self) -> Organization | None:
        return active_organization(self.session)


class Events:
    """Listeners by event.

    Args:
        platform: Where errors are logged.
    """

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._listeners: dict[str, list[Callable[[Any], Any]]] = {}

    def add(self, event: str, listener: Callable[[Any], Any]) -> Callable[[], None]:
        """Add a listener; return a function that removes it."""
        self._listeners.setdefault(event, []).append(listener)
        return lambda: self.remove(event, listener)

    def remove(self, event: str, listener: Callable[[Any], Any]) -> None:
        listeners = self._listeners.get(event, [])
        if listener in listeners:
            listeners.remove(listener)

    def emit(self, event: str, value: Any) -> None:
        """Call the listeners. What one raises concerns neither the others nor the state."""
        for listener in list(self._listeners.get(event, [])):
            try:
                listener(value)
            except Exception as error:
                self._platform.log(f"clerk: a listener raised {type(error).__name__}: {error}")


def active_organization(session: Session | None) -> Organization | None:
    """Return the organization that a session is in, or None for the personal account."""
    active = session.lastActiveOrganizationId if session else None
    if not session or not session.user or not active:
        return None
    for membership in session.user.organizationMemberships:
        if membership.organization.id == active:
            return membership.organization
    return None
