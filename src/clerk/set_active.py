"""Choosing the active session and organization: `clerk.setActive`."""

from __future__ import annotations

from .errors import ClerkOfflineError, ClerkRuntimeError, ClerkTimeoutError, refuse_options
from .resources.base import Unset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .clerk import Clerk
    from .resources.session import Session

    Name = str | Unset | None


def name_of(value: Any) -> Name:
    """Return the id of a session, of an organization or of a membership's; a text as it is."""
    if value is None or isinstance(value, str | Unset):
        return value
    refuse_options(value, "setActive(session=…, organization=…)")
    name: str = value.organization.id if "organization" in value.data else value.id
    return name


async def set_active(clerk: Clerk, session_id: Name, organization: Name) -> None:
    """Do what `Clerk.setActive` says.

    Args:
        clerk: The loaded client.
        session_id: A session's id.
        organization: An organization's id or slug.
    """
    if session_id is None:
        await clerk.deselect()
        return
    session = clerk.session if isinstance(session_id, Unset) else clerk.find_session(session_id)
    if session is None:
        raise ClerkRuntimeError(
            "nobody is active: name a session of clerk.client.sessions", "no_active_session"
        )
    clerk.reselect()
    if isinstance(organization, Unset):
        await session.touch(intent="select_session")
    else:
        await _select_organization(clerk, session, organization or None)
    await _have_token(clerk, session.id)


async def _select_organization(clerk: Clerk, session: Session, organization: str | None) -> None:
    environment = clerk.environment
    if organization is None and environment and environment.forceOrganizationSelection:
        raise _organization_required()
    selected = _id_of(session, organization)
    answered = (await session.select_organization(selected)).lastActiveOrganizationId or None
    if answered == selected:
        return
    if organization is None:
        raise _organization_required()
    if answered is None or (selected or "").startswith("org_"):
        raise ClerkRuntimeError(
            f"the user is in no organization {organization}", "organization_not_found"
        )


def _id_of(session: Session, organization: str | None) -> str | None:
    """The id of an organization that is named by its slug, where the user's list has it.

    The list may be cut off; the API takes a slug too, and refuses one that it does not know.
    """
    for membership in session.user.organizationMemberships if session.user else []:
        if organization in (membership.organization.id, membership.organization.slug):
            return membership.organization.id
    return organization


def _organization_required() -> ClerkRuntimeError:
    return ClerkRuntimeError(
        "this instance has no personal account: choose an organization", "organization_required"
    )


async def _have_token(clerk: Clerk, session_id: str) -> None:
    """Have a token of the new choice at hand. No request, where the answer brought it."""
    try:
        await clerk.find_session(session_id).getToken()
    except (ClerkOfflineError, ClerkTimeoutError) as error:
        clerk.platform.log(f"clerk: no token yet: {error}")
