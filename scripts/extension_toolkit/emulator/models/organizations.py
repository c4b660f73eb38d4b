"""Organizations, who belongs to them, and who may."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..identifiers import new_id
from ..json_types import JsonObject
from .users import User
from .verifications import Verification


@dataclass(eq=False)
class Role:
    """A role in organizations.

    Attributes:
        key: Such as `org:admin`.
        name: What people call it.
        permissions: Keys such as `org:sys_memberships:read` or `org:dashboard:manage`.
    """

    key: str
    name: str
    permissions: list[str]
    created_at: float = 0
    id: str = field(default_factory=lambda: new_id("role"))


@dataclass(eq=False)
class Membership:
    """A user's place in an organization."""

    user: User
    role: Role
    created_at: float
    updated_at: float
    id: str = field(default_factory=lambda: new_id("orgmem"))
    public_metadata: JsonObject = field(default_factory=dict)


@dataclass(eq=False)
class Invitation:
    """An offer of membership to an e-mail address."""

    email_address: str
    role: Role
    created_at: float
    updated_at: float
    status: str = "pending"
    id: str = field(default_factory=lambda: new_id("orginv"))
    public_metadata: JsonObject = field(default_factory=dict)


@dataclass(eq=False)
class Domain:
    """An e-mail domain whose users an organization takes in.

    Attributes:
        enrollment_mode: `manual_invitation`, `automatic_invitation` or `automatic_suggestion`.
        verification: The code that was sent to an address of the domain, or None.
    """

    name: str
    created_at: float
    updated_at: float
    enrollment_mode: str = "manual_invitation"
    id: str = field(default_factory=lambda: new_id("orgdmn"))
    affiliation_email_address: str | None = None
    verification: Verification | None = None
    verified_at: float | None = None


@dataclass(eq=False)
class Suggestion:
    """A hint to a user that an organization would take them."""

    user: User
    created_at: float
    updated_at: float
    status: str = "pending"
    id: str = field(default_factory=lambda: new_id("orgsug"))


@dataclass(eq=False)
class MembershipRequest:
    """A user's wish to become a member."""

    user: User
    created_at: float
    updated_at: float
    status: str = "pending"
    id: str = field(default_factory=lambda: new_id("orgmemreq"))


@dataclass(eq=False)
class Organization:
    """An organization."""

    name: str
    slug: str
    created_at: float
    updated_at: float
    id: str = field(default_factory=lambda: new_id("org"))
    image: tuple[str, bytes] | None = field(default=None, repr=False)
    public_metadata: JsonObject = field(default_factory=dict)
    max_allowed_memberships: int = 5
    admin_delete_enabled: bool = True
    memberships: list[Membership] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)
    domains: list[Domain] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)
    membership_requests: list[MembershipRequest] = field(default_factory=list)

    def membership_of(self, user: User) -> Membership | None:
        """Return a user's membership, or None."""
        return next((found for found in self.memberships if found.user is user), None)

    @property
    def pending_invitations(self) -> list[Invitation]:
        """The invitations that nobody has answered."""
        return [invitation for invitation in self.invitations if invitation.status == "pending"]
