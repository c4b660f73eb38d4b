"""The objects of an instance. Times are seconds since the epoch; `shapes` turns them to JSON."""

from __future__ import annotations

from .attempts import Connection, Reverification, SignIn, SignUp
from .clients import LIVE_STATUSES, Client, SentCode, Session, Visit
from .organizations import (
    Domain,
    Invitation,
    Membership,
    MembershipRequest,
    Organization,
    Role,
    Suggestion,
)
from .users import Contact, EmailAddress, ExternalAccount, Passkey, PhoneNumber, Totp, User
from .verifications import Verification

__all__ = [
    "LIVE_STATUSES",
    "Client",
    "Connection",
    "Contact",
    "Domain",
    "EmailAddress",
    "ExternalAccount",
    "Invitation",
    "Membership",
    "MembershipRequest",
    "Organization",
    "Passkey",
    "PhoneNumber",
    "Reverification",
    "Role",
    "SentCode",
    "Session",
    "SignIn",
    "SignUp",
    "Suggestion",
    "Totp",
    "User",
    "Verification",
    "Visit",
]
