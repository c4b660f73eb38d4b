"""Making users and organizations from a seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pyotp

from .http.listeners import EmulatorError
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
from .seed import Seed, SeedDomain, SeedOrganization, SeedRole, SeedUser


class SeedError(EmulatorError):
    """A seed cannot be used; the message names the entry and what is wrong."""


@dataclass(frozen=True)
class Planted:
    """The objects that an instance begins with, by their identifiers; roles by their keys."""

    users: dict[str, User]
    roles: dict[str, Role]
    organizations: dict[str, Organization]


def plant(seed: Seed, now: float) -> Planted:
    """Return the objects that a seed describes.

    Args:
        seed: The description.
        now: Time, seconds since the epoch.

    Raises:
        SeedError: Two entries have the same name, or one names something that is not there.
    """
    _check_unique("users", "email_address", [user.email_address for user in seed.users])
    _check_unique("users", "username", [user.username for user in seed.users if user.username])
    _check_unique("organizations", "slug", [found.slug for found in seed.organizations])
    users = [_user(one, now) for one in seed.users]
    roles = {one.key: _seeded_role(one, now) for one in seed.roles}
    organizations = [_organization(one, roles, users, now) for one in seed.organizations]
    return Planted(
        {user.id: user for user in users},
        roles,
        {organization.id: organization for organization in organizations},
    )


def _user(seed: SeedUser, now: float) -> User:
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


def _seeded_role(seed: SeedRole, now: float) -> Role:
    """Return a role as a seed describes it."""
    return Role(seed.key, seed.name, list(seed.permissions), now)


def _organization(
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


def _check_unique(entries: str, member: str, values: list[str]) -> None:
    for value, count in Counter(value.lower() for value in values).items():
        if count > 1:
            raise SeedError(f"{entries}: {member}: {count} have {value}.")


def _role(roles: dict[str, Role], key: str, where: str) -> Role:
    if key not in roles:
        raise SeedError(f"{where}: there is no role {key!r}; the roles are {', '.join(roles)}.")
    return roles[key]


def _domain(seed: SeedDomain, now: float) -> Domain:
    return Domain(seed.name, now, now, seed.enrollment_mode, verified_at=now)
