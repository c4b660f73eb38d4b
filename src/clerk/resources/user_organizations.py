"""Where a user is a member, or may become one."""

from __future__ import annotations

from ..encoding import quote
from .base import Page, Resource, fetch_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .organization_membership import OrganizationMembership


class UserOrganizations(Resource):
    """A part of `User`.

    Source: https://clerk.com/docs/reference/javascript/user
    """

    @property
    def organizationMemberships(self) -> list[OrganizationMembership]:
        """The memberships that came with the user; `getOrganizationMemberships` has all."""
        from .organization_membership import OrganizationMembership

        memberships = self.data.get("organization_memberships") or []
        return [OrganizationMembership(item, self.clerk) for item in memberships]

    async def getOrganizationMemberships(self, initialPage: int = 1, pageSize: int = 10) -> Page:
        """Return the user's memberships.

        Args:
            initialPage: Which page, from 1.
            pageSize: How many are on a page.

        Returns:
            `OrganizationMembership`s in `data`, and their `total_count`.

        Source: GET /v1/me/organization_memberships
        """
        from .organization_membership import OrganizationMembership

        path = "/me/organization_memberships"
        return await fetch_page(
            self.clerk, path, OrganizationMembership, initialPage, pageSize, paginated=True
        )

    async def getOrganizationInvitations(
        self, initialPage: int = 1, pageSize: int = 10, status: str | list[str] | None = None
    ) -> Page:
        """Return the invitations that the user got; see `getOrganizationMemberships`.

        Args:
            initialPage: As there.
            pageSize: As there.
            status: `pending`, `accepted` or `revoked`, or several.

        Source: GET /v1/me/organization_invitations
        """
        from .organization_membership import UserOrganizationInvitation

        path = "/me/organization_invitations"
        return await fetch_page(
            self.clerk, path, UserOrganizationInvitation, initialPage, pageSize, status=status
        )

    async def getOrganizationSuggestions(
        self, initialPage: int = 1, pageSize: int = 10, status: str | list[str] | None = None
    ) -> Page:
        """Return the organizations that the user may ask to join, by their address's domain.

        Args:
            initialPage: As of `getOrganizationMemberships`.
            pageSize: As there.
            status: `pending` or `accepted`, or both.

        Source: GET /v1/me/organization_suggestions
        """
        from .organization_membership import OrganizationSuggestion

        path = "/me/organization_suggestions"
        return await fetch_page(
            self.clerk, path, OrganizationSuggestion, initialPage, pageSize, status=status
        )

    async def leaveOrganization(self, organizationId: str) -> None:
        """Give up a membership.

        Source: DELETE /v1/me/organization_memberships/{id}
        """
        await self.clerk.fetch("DELETE", f"/me/organization_memberships/{quote(organizationId)}")
