"""An organization, its members and invitations."""

from __future__ import annotations

from ..data import Data
from ..encoding import quote
from .base import Page, Resource, fetch_page, given

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .organization_membership import OrganizationInvitation, OrganizationMembership


class Organization(Resource):
    """An organization.

    Attributes:
        name, slug, imageUrl, hasImage: What it looks like.
        membersCount, pendingInvitationsCount, maxAllowedMemberships: How large it is; 0 allows any
            number.
        adminDeleteEnabled: Whether admins may delete it.
        createdAt, updatedAt: Milliseconds since the epoch.

    Source: https://clerk.com/docs/reference/javascript/organization
    """

    PATH = "/organizations"
    OPTIONAL = ("slug", "image_url", "has_image", "members_count", "pending_invitations_count",
                "max_allowed_memberships", "admin_delete_enabled")  # fmt: skip

    id: str
    name: str
    slug: str | None
    imageUrl: str | None
    hasImage: bool | None
    membersCount: int | None
    pendingInvitationsCount: int | None
    maxAllowedMemberships: int | None
    adminDeleteEnabled: bool | None
    createdAt: int
    updatedAt: int

    @property
    def publicMetadata(self) -> dict[str, Any]:
        return self.data.get("public_metadata") or {}

    async def update(self, name: str | None = None, slug: str | None = None) -> Organization:
        """Change the name or slug.

        Source: PATCH /v1/organizations/{id}
        """
        return await self._send("PATCH", self._path(), given(name=name, slug=slug))

    async def setLogo(self, file: str | None) -> Organization:
        """Change or remove the logo.

        Args:
            file: A picture as a data URL (`data:image/png;base64,…`), or None.

        Source: PUT, DELETE /v1/organizations/{id}/logo
        """
        method = "DELETE" if file is None else "PUT"
        return Organization(await self.clerk.fetch(method, self._path("logo"), file), self.clerk)

    async def destroy(self) -> None:
        """Delete the organization.

        Source: DELETE /v1/organizations/{id}
        """
        await self.clerk.fetch("DELETE", self._path())

    async def getMemberships(
        self,
        initialPage: int = 1,
        pageSize: int = 10,
        role: list[str] | None = None,
        query: str | None = None,
    ) -> Page:
        """Return the members.

        Args:
            initialPage: Which page, from 1.
            pageSize: How many are on a page.
            role: Only members with one of these roles.
            query: Only members whose name or address holds this.

        Returns:
            `OrganizationMembership`s in `data`, and their `total_count`.

        Source: GET /v1/organizations/{id}/memberships
        """
        from .organization_membership import OrganizationMembership

        return await fetch_page(
            self.clerk, self._path("memberships"), OrganizationMembership, initialPage, pageSize,
            role=role, query=query, paginated=True,
        )  # fmt: skip

    async def getRoles(self, initialPage: int = 1, pageSize: int = 10) -> Page:
        """Return the roles that members can have: `key`, `name`, `description`, `permissions`.

        Source: GET /v1/organizations/{id}/roles
        """
        return await fetch_page(
            self.clerk, self._path("roles"), Role, initialPage, pageSize, reload=True
        )

    async def getInvitations(
        self, initialPage: int = 1, pageSize: int = 10, status: list[str] | None = None
    ) -> Page:
        """Return the invitations that were sent; see `getMemberships`.

        Args:
            initialPage: As there.
            pageSize: As there.
            status: Only those that are `pending`, `accepted` or `revoked`.

        Source: GET /v1/organizations/{id}/invitations
        """
        from .organization_membership import OrganizationInvitation

        return await fetch_page(
            self.clerk, self._path("invitations"), OrganizationInvitation, initialPage, pageSize,
            reload=True, status=status,
        )  # fmt: skip

    async def getMembershipRequests(
        self, initialPage: int = 1, pageSize: int = 10, status: str | None = None
    ) -> Page:
        """Return who asks to become a member; see `getMemberships`.

        Source: GET /v1/organizations/{id}/membership_requests
        """
        from .organization_membership import OrganizationMembershipRequest

        return await fetch_page(
            self.clerk, self._path("membership_requests"), OrganizationMembershipRequest,
            initialPage, pageSize, status=status,
        )  # fmt: skip

    async def addMember(self, userId: str, role: str) -> OrganizationMembership:
        """Make a user a member.

        Source: POST /v1/organizations/{id}/memberships
        """
        return await self._membership(
            "POST", self._path("memberships"), {"userId": userId, "role": role}
        )

    async def updateMember(self, userId: str, role: str) -> OrganizationMembership:
        """Give a member another role.

        Source: PATCH /v1/organizations/{id}/memberships/{user}
        """
        path = self._path(f"memberships/{quote(userId)}")
        return await self._membership("PATCH", path, {"role": role})

    async def removeMember(self, userId: str) -> OrganizationMembership:
        """Remove a member.

        Source: DELETE /v1/organizations/{id}/memberships/{user}
        """
        return await self._membership("DELETE", self._path(f"memberships/{quote(userId)}"))

    async def inviteMember(self, emailAddress: str, role: str) -> OrganizationInvitation:
        """Send an invitation.

        Args:
            emailAddress: To whom.
            role: What they are to be, such as `org:member`.

        Raises:
            ClerkAPIResponseError: Such as `duplicate_record`, `already_a_member_in_organization`.

        Source: POST /v1/organizations/{id}/invitations
        """
        from .organization_membership import OrganizationInvitation

        body = {"emailAddress": emailAddress, "role": role}
        data = await self.clerk.fetch("POST", self._path("invitations"), body)
        return OrganizationInvitation(data, self.clerk)

    async def inviteMembers(
        self, emailAddresses: list[str], role: str
    ) -> list[OrganizationInvitation]:
        """Send several invitations.

        Source: POST /v1/organizations/{id}/invitations/bulk
        """
        from .organization_membership import OrganizationInvitation

        body = {"emailAddress": emailAddresses, "role": role}
        items = await self.clerk.fetch("POST", self._path("invitations/bulk"), body, kind=list)
        return [OrganizationInvitation(item, self.clerk) for item in items]

    async def _membership(
        self, method: str, path: str, body: dict[str, Any] | None = None
    ) -> OrganizationMembership:
        from .organization_membership import OrganizationMembership

        return OrganizationMembership(await self.clerk.fetch(method, path, body), self.clerk)


class Role(Data):
    """A role that members of an organization can have.

    Source: https://clerk.com/docs/reference/javascript/types/role
    """

    OPTIONAL = ("description",)

    id: str
    key: str
    name: str
    description: str | None

    def __init__(self, data: dict[str, Any], clerk: object) -> None:
        super().__init__(data)

    @property
    def permissions(self) -> list[Data]:
        return [Data(item) for item in self.data.get("permissions") or []]
