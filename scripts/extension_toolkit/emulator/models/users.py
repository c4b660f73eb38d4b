"""Users and what they prove themselves with."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar

from ..identifiers import new_id
from ..json_types import JsonObject
from .verifications import Verification

TEST_SUBADDRESS = "+clerk_test"
# Numbers of the range that telephone companies keep for fiction: +1 (any area) 555-0100 to 0199.
TEST_NUMBER_LENGTH = 12


@dataclass(eq=False)
class Contact(ABC):
    """An e-mail address or a phone number: something that codes are sent to.

    Attributes:
        value: The address or number.
        verification: How it was shown to be the user's, or None when it was not even tried.
        linked_to: Identifiers of external accounts with the same address.
    """

    kind: ClassVar[str]
    code_strategy: ClassVar[str]

    value: str
    created_at: float
    updated_at: float = 0
    id: str = field(default_factory=lambda: new_id("idn"))
    verification: Verification | None = field(
        default_factory=lambda: Verification("admin", status="verified")
    )
    linked_to: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.updated_at = self.updated_at or self.created_at

    @property
    def is_verified(self) -> bool:
        """Whether it was shown to be the user's."""
        return self.verification is not None and self.verification.is_verified

    @property
    @abstractmethod
    def is_test(self) -> bool:
        """Whether nothing is sent to it and its code is fixed."""

    @property
    @abstractmethod
    def safe_identifier(self) -> str:
        """It with most of it hidden."""


class EmailAddress(Contact):
    """An e-mail address."""

    kind = "email_address"
    code_strategy = "email_code"

    @property
    def is_test(self) -> bool:
        """Whether nothing is sent to the address and its code is fixed."""
        return self.value.partition("@")[0].endswith(TEST_SUBADDRESS)

    @property
    def safe_identifier(self) -> str:
        """The address with most of its local part hidden."""
        local, _, domain = self.value.partition("@")
        return f"{local[:1]}****@{domain}"


AnyContact = TypeVar("AnyContact", bound=Contact)


@dataclass(eq=False)
class PhoneNumber(Contact):
    """A phone number.

    Attributes:
        reserved_for_second_factor: Whether it proves the second factor, and not the first.
        default_second_factor: Whether it is the second factor to begin with.
    """

    kind = "phone_number"
    code_strategy = "phone_code"

    reserved_for_second_factor: bool = False
    default_second_factor: bool = False

    @property
    def is_test(self) -> bool:
        """Whether nothing is sent to the number and its code is fixed."""
        number = self.value
        return (
            len(number) == TEST_NUMBER_LENGTH
            and number.startswith("+1")
            and number[5:10] == "55501"
        )

    @property
    def safe_identifier(self) -> str:
        """The number with most of its digits hidden."""
        return f"{self.value[:2]}{'*' * (len(self.value) - 6)}{self.value[-4:]}"


@dataclass(eq=False)
class Totp:
    """An authenticator app: the secret it shares with the instance."""

    secret: str = field(repr=False)
    created_at: float
    updated_at: float
    verified: bool = False
    id: str = field(default_factory=lambda: new_id("totp"))


@dataclass(eq=False)
class Passkey:
    """A key pair whose private half an authenticator keeps.

    Attributes:
        name: What the user calls it.
        verification: How it was shown to be the user's; a challenge until then.
        credential_id, public_key, sign_count: As the authenticator has them (WebAuthn).
    """

    name: str
    created_at: float
    updated_at: float
    verification: Verification
    id: str = field(default_factory=lambda: new_id("idn"))
    credential_id: bytes = b""
    public_key: bytes = b""
    sign_count: int = 0
    last_used_at: float | None = None

    @property
    def is_verified(self) -> bool:
        """Whether its public key is known."""
        return self.verification.is_verified


@dataclass(eq=False)
class ExternalAccount:
    """A user's account with another provider.

    Attributes:
        strategy: `oauth_…` or `enterprise_sso`.
        identification_id: The e-mail address it is linked to.
    """

    strategy: str
    email_address: str
    created_at: float
    first_name: str = ""
    last_name: str = ""
    identification_id: str = ""
    id: str = field(default_factory=lambda: new_id("eac"))
    verification: Verification | None = None


@dataclass(eq=False)
class User:
    """Somebody who can sign in."""

    created_at: float
    updated_at: float
    email_addresses: list[EmailAddress] = field(default_factory=list)
    phone_numbers: list[PhoneNumber] = field(default_factory=list)
    id: str = field(default_factory=lambda: new_id("user"))
    primary_email_address_id: str | None = None
    primary_phone_number_id: str | None = None
    password: str | None = field(default=None, repr=False)
    password_last_updated_at: float | None = None
    must_reset_password: bool = False
    first_name: str | None = None
    last_name: str | None = None
    username: str | None = None
    external_id: str | None = None
    image: tuple[str, bytes] | None = field(default=None, repr=False)  # media type, content
    public_metadata: JsonObject = field(default_factory=dict)
    unsafe_metadata: JsonObject = field(default_factory=dict)
    totp: Totp | None = None
    backup_codes: list[str] = field(default_factory=list, repr=False)
    mfa_enabled_at: float | None = None
    mfa_disabled_at: float | None = None
    external_accounts: list[ExternalAccount] = field(default_factory=list)
    passkeys: list[Passkey] = field(default_factory=list)
    legal_accepted_at: float | None = None
    last_sign_in_at: float | None = None
    last_active_at: float | None = None
    banned: bool = False
    failed_attempts: int = 0
    locked_until: float | None = None

    @property
    def contacts(self) -> list[Contact]:
        """E-mail addresses and phone numbers."""
        return [*self.email_addresses, *self.phone_numbers]

    @property
    def primary_email_address(self) -> EmailAddress | None:
        """The address to write to, or None."""
        return _primary(self.email_addresses, self.primary_email_address_id)

    @property
    def primary_phone_number(self) -> PhoneNumber | None:
        """The number to call, or None."""
        return _primary(self.phone_numbers, self.primary_phone_number_id)

    @property
    def verified_accounts(self) -> list[ExternalAccount]:
        """The accounts at other providers that the user came back from."""
        return [
            account
            for account in self.external_accounts
            if account.verification is not None and account.verification.is_verified
        ]

    @property
    def verified_passkeys(self) -> list[Passkey]:
        """The passkeys that the user can sign in with."""
        return [passkey for passkey in self.passkeys if passkey.is_verified]

    @property
    def identifier(self) -> str:
        """What the user is known by: primary address, username, phone number, or the id."""
        address, number = self.primary_email_address, self.primary_phone_number
        if address:
            return address.value
        return self.username or (number.value if number else self.id)

    @property
    def full_name(self) -> str | None:
        """First and last name, or None when neither is set."""
        return " ".join(name for name in (self.first_name, self.last_name) if name) or None

    @property
    def totp_enabled(self) -> bool:
        """Whether an authenticator app is set up and verified."""
        return self.totp is not None and self.totp.verified

    @property
    def second_factor_numbers(self) -> list[PhoneNumber]:
        """The phone numbers that prove the second factor."""
        return [
            number
            for number in self.phone_numbers
            if number.reserved_for_second_factor and number.is_verified
        ]

    @property
    def two_factor_enabled(self) -> bool:
        """Whether the user has a second factor."""
        return self.totp_enabled or bool(self.second_factor_numbers)


def _primary(contacts: list[AnyContact], primary_id: str | None) -> AnyContact | None:
    """Return the contact with an id, else the first that is verified, else the first."""
    for contact in contacts:
        if contact.id == primary_id:
            return contact
    verified = [contact for contact in contacts if contact.is_verified]
    return next(iter(verified or contacts), None)
