"""Making users and organizations from a seed."""

from __future__ import annotations

from collections.abc import Iterable

import pyotp

from .models import (
    Domain,
    EmailAddress,
    Invitation,
    Membership,
    Organization,
    PhoneNumber,
    Role,
    Totp,
    User,
)
from .seed import SeedDomain, SeedOrganization, SeedRole, SeedUser


class SeedError(Exception):
    """A seed cannot be used; the message names the entry and what to do."""


def seeded_user(seed: SeedUser, now: float) -> User:
    """Return a user as a seed describes it.

    Raises:
        SeedError: The secret of the authenticator app is none.
    """
    user = User(
        email_addresses=[EmailAddress(seed.email_address, now)],
        created_at=now,
        updated_at=now,
        password=seed.password,
        password_last_updated_at=now if seed.password is not None else None,
        must_reset_password=seed.must_reset_password,
        first_name=seed.first_name,
        last_name=seed.last_name,
        username=seed.username,
        external_id=seed.external_id,
        backup_codes=list(seed.backup_codes),
        public_metadata=dict(seed.public_metadata),
        unsafe_metadata=dict(seed.unsafe_metadata),
    )
    user.id = seed.id or user.id
    user.primary_email_address_id = user.email_addresses[0].id
    if seed.phone_number is not None:
        number = PhoneNumber(seed.phone_number, now)
        number.reserved_for_second_factor = seed.phone_second_factor
        user.phone_numbers.append(number)
        user.primary_phone_number_id = number.id
    if seed.totp_secret is not None:
        try:
            pyotp.TOTP(seed.totp_secret)
        except ValueError as error:
            raise SeedError(f"user {seed.email_address}: totp_secret: {error}.") from error
        user.totp = Totp(seed.totp_secret, now, now, verified=True)
    if user.two_factor_enabled:
        user.mfa_enabled_at = now
    return user


def seeded_role(seed: SeedRole, now: float) -> Role:
    """Return a role as a seed describes it."""
    return Role(seed.key, seed.name, list(seed.permissions), now)


def seeded_organization(
    seed: SeedOrganization, roles: dict[str, Role], users: Iterable[User], now: float
) -> Organization:
    """Return an organization as a seed describes it.

    Args:
        seed: The description.
        roles: The instance's roles by their keys.
        users: The instance's users.
        now: Time, seconds since the epoch.

    Raises:
        SeedError: It names a user or a role that the seed does not have.
    """
    organization = Organization(seed.name, seed.slug, now, now)
    organization.id = seed.id or organization.id
    organization.public_metadata = dict(seed.public_metadata)
    where = f"organization {seed.slug!r}"
    by_email = {address.value: user for user in users for address in user.email_addresses}
    for email, key in seed.members.items():
        if email not in by_email:
            raise SeedError(f"{where}: members: there is no user with the e-mail address {email}.")
        role = _role(roles, key, where)
        organization.memberships.append(Membership(by_email[email], role, now, now))
    for email, key in seed.invitations.items():
        organization.invitations.append(Invitation(email, _role(roles, key, where), now, now))
    organization.domains = [_domain(domain, now) for domain in seed.domains]
    return organization


def _role(roles: dict[str, Role], key: str, where: str) -> Role:
    if key not in roles:
        raise SeedError(f"{where}: there is no role {key!r}; the roles are {', '.join(roles)}.")
    return roles[key]


def _domain(seed: SeedDomain, now: float) -> Domain:
    return Domain(seed.name, now, now, seed.enrollment_mode, verified_at=now)
