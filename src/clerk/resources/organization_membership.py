"""Being a member of an organization, or being asked to become one."""

from __future__ import annotations

from ..data import Tree
from ..encoding import quote
from .base import Resource
from .organization import Organization

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class OrganizationMembership(Resource):
    """A user's place in an organization.

    Attributes:
        role: Such as `org:admin`.
        roleName: As people see it.

    Source: https://clerk.com/docs/reference/javascript/types/organization-membership
    """

    OPTIONAL = ("role_name", "created_at", "updated_at")

    id: str
    role: str
    roleName: str | None
    createdAt: int | None
    updatedAt: int | None

    @property
    def organization(self) -> Organization:
        return Organization(self.data["organization"], self.clerk)

    @property
    def permissions(self) -> list[str]:
        return self.data.get("permissions") or []

    @property
    def publicMetadata(self) -> dict[str, Any]:
        return self.data.get("public_metadata") or {}

    @property
    def publicUserData(self) -> Tree:
        """`userId`, `identifier`, `firstName`, `lastName`, `imageUrl`, as far as they are known."""
        return Tree(NO_PUBLIC_USER_DATA | (self.data.get("public_user_data") or {}))

    def _path(self, action: str = "") -> str:
        organization, user = self.organization.id, self.publicUserData.userId
        return f"/organizations/{quote(organization)}/memberships/{quote(user or '')}"

    async def update(self, role: str) -> OrganizationMembership:
        """Give the member another role.

        Source: PATCH /v1/organizations/{id}/memberships/{user}
        """
        return await self._send("PATCH", self._path(), {"role": role})

    async def destroy(self) -> OrganizationMembership:
        """Remove the member.

        Source: DELETE /v1/organizations/{id}/memberships/{user}
        """
        return await self._send("DELETE", self._path())


NO_PUBLIC_USER_DATA = {"user_id": None, "identifier": None, "first_name": None, "last_name": None,
                       "image_url": None, "has_image": False, "username": None}  # fmt: skip


class OrganizationInvitation(Resource):
    """An invitation that an organization sent.

    Attributes:
        emailAddress: To whom.
        role: What they are to be, such as `org:member`.
        status: `pending`, `accepted` or `revoked`.

    Source: https://clerk.com/docs/reference/javascript/types/organization-invitation
    """

    OPTIONAL = ("role_name",)

    id: str
    emailAddress: str
    organizationId: str
    role: str
    status: str

    async def revoke(self) -> OrganizationInvitation:
        """Take it back.

        Source: POST /v1/organizations/{id}/invitations/{id}/revoke
        """
        path = f"/organizations/{quote(self.organizationId)}/invitations/{quote(self.id)}/revoke"
        return await self._send("POST", path)


class OrganizationMembershipRequest(Resource):
    """Somebody who asks to become a member.

    Source: https://clerk.com/docs/reference/javascript/types/organization-membership-request
    """

    id: str
    organizationId: str
    status: str

    @property
    def publicUserData(self) -> Tree:
        return Tree(NO_PUBLIC_USER_DATA | (self.data.get("public_user_data") or {}))

    def _path(self, action: str = "") -> str:
        organization = quote(self.organizationId)
        return f"/organizations/{organization}/membership_requests/{quote(self.id)}/{action}"

    async def accept(self) -> OrganizationMembershipRequest:
        """Source: POST /v1/organizations/{id}/membership_requests/{id}/accept"""
        return await self._send("POST", self._path("accept"))

    async def reject(self) -> OrganizationMembershipRequest:
        """Source: POST /v1/organizations/{id}/membership_requests/{id}/reject"""
        return await self._send("POST", self._path("reject"))


class Offer(Resource):
    """What the user may accept to become a member."""

    id: str
    status: str

    @property
    def publicOrganizationData(self) -> Tree:
        """`id`, `name`, `slug`, `imageUrl`, `hasImage`."""
        return Tree(self.data.get("public_organization_data") or {})


class UserOrganizationInvitation(Offer):
    """An invitation that the user got.

    Source: https://clerk.com/docs/reference/javascript/types/user-organization-invitation
    """

    PATH = "/me/organization_invitations"

    emailAddress: str
    role: str

    async def accept(self) -> UserOrganizationInvitation:
        """Become a member.

        Source: POST /v1/me/organization_invitations/{id}/accept
        """
        return await self._send("POST", self._path("accept"))


class OrganizationSuggestion(Offer):
    """An organization that the user may ask to join.

    Source: https://clerk.com/docs/reference/javascript/types/organization-suggestion
    """

    PATH = "/me/organization_suggestions"

    async def accept(self) -> OrganizationSuggestion:
        """Ask to become a member.

        Source: POST /v1/me/organization_suggestions/{id}/accept
        """
        return await self._send("POST", self._path("accept"))
