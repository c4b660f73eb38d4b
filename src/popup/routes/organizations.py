"""The organization routes: switch, accept an invitation, create one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clerk import Clerk
    from clerk.resources.organization_membership import UserOrganizationInvitation

from clerk import ClerkError
from webext import spawn

from ..navigation import go, route, way_to
from ..picture import Picture, logo_of, name_of
from ..state import user_of
from ..texts import failure_text, text
from ..view import View


@route("organizations")
def show(clerk: Clerk) -> None:
    """Offer the personal account and every organization; invitations when they are known."""
    view = View("organizations", back=way_to("home", clerk))
    active = clerk.organization.id if clerk.organization else None
    add_choices(view, clerk, active)
    if user_of(clerk).createOrganizationEnabled:
        view.button(
            "create-organization", "createOrganization", way_to("organizations/create", clerk)
        )
    spawn(add_invitations(view, clerk))


@route("organizations/choose")
def choose(clerk: Clerk) -> None:
    """Have the user choose where the instance wants nobody without an organization."""
    view = View("chooseOrganization", text("chooseOrganizationHint"))
    add_memberships(view, clerk, None)
    view.button("create-organization", "createOrganization", way_to("organizations/create", clerk))
    view.link("sign-out", "signOut", clerk.signOut)
    spawn(add_invitations(view, clerk))


@route("organizations/create")
def create(clerk: Clerk) -> None:
    back = "organizations" if clerk.isSignedIn else "organizations/choose"
    view = View("createOrganization", back=way_to(back, clerk))

    async def save() -> None:
        if view.require(name="enterName"):
            made = await clerk.createOrganization(name=view.value("name"))
            await switch_to(clerk, made.id)

    view.field("name", "organizationName", autocomplete="organization")
    view.submit("createOrganization", save)


def add_choices(view: View, clerk: Clerk, active: str | None) -> None:
    async def personal() -> None:
        await switch_to(clerk, None)

    name = text("personalAccount")
    view.row(
        "organization-personal",
        name,
        name_of(user_of(clerk)),
        personal,
        picture=Picture(name, shape="square"),
        current=active is None,
    )
    add_memberships(view, clerk, active)


def add_memberships(view: View, clerk: Clerk, active: str | None) -> None:
    for membership in user_of(clerk).organizationMemberships:
        organization = membership.organization

        async def switch(id: str = organization.id) -> None:
            await switch_to(clerk, id)

        view.row(
            f"organization-{organization.slug}",
            organization.name,
            membership.roleName,
            switch,
            picture=logo_of(organization),
            current=organization.id == active,
        )


async def switch_to(clerk: Clerk, organization_id: str | None) -> None:
    await clerk.setActive(organization=organization_id)
    go("home", clerk)


async def add_invitations(view: View, clerk: Clerk) -> None:
    """Add what the user was invited to; it is asked for only here."""
    try:
        found = await user_of(clerk).getOrganizationInvitations()
    except ClerkError as error:
        view.alert(failure_text(error))
        return
    for invitation in found.data:
        if invitation.status == "pending":
            add_invitation(view, clerk, invitation)


def add_invitation(view: View, clerk: Clerk, invitation: UserOrganizationInvitation) -> None:
    organization = invitation.publicOrganizationData

    async def accept() -> None:
        await invitation.accept()
        await user_of(clerk).reload()
        await switch_to(clerk, organization.id)

    view.row(
        f"invitation-{organization.slug}",
        text("acceptInvitation", organization.name),
        "",
        accept,
        picture=logo_of(organization),
    )
