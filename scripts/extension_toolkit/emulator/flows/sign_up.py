"""Sign-ups: what is still missing or unverified, and the new user in the end."""

from __future__ import annotations

from ..errors import ApiError
from ..http.parameters import Parameters
from ..models import Client, Contact, EmailAddress, PhoneNumber, SignUp, User
from ..settings import Settings
from ..state import Instance
from .codes import check_code, send_code
from .contacts import (
    check_free,
    checked_email_address,
    checked_phone_number,
    checked_username,
)
from .passwords import check_new_password

FIELDS = ("email_address", "phone_number", "username", "password", "first_name", "last_name")


class SignUps:
    """Carries on the sign-ups of one client.

    Args:
        instance: The instance.
        client: Whose sign-ups; gets the session in the end.
    """

    def __init__(self, instance: Instance, client: Client) -> None:
        self._instance = instance
        self._client = client

    def begin(self) -> SignUp:
        """Return a new attempt, which takes the place of the client's earlier one."""
        sign_up = SignUp(self._instance.abandon_at())
        self._client.sign_up = self._client.sign_ups[sign_up.id] = sign_up
        return sign_up

    def take(self, sign_up: SignUp, form: Parameters) -> None:
        """Take over what a form says; see `advance`.

        Raises:
            ApiError: A value is not allowed, taken, or of a field that the instance does not have.
        """
        self._check_known(form)
        self._update_contacts(sign_up, form)
        if username := form.get("username"):
            sign_up.username = checked_username(self._instance, username)
        if password := form.get("password"):
            check_new_password(self._instance, password)
            sign_up.password = password
        for name in ("first_name", "last_name"):
            if name in form:
                setattr(sign_up, name, form.get(name))
        if "unsafe_metadata" in form:
            sign_up.unsafe_metadata = form.json_object("unsafe_metadata")
        if form.flag("legal_accepted"):
            sign_up.legal_accepted_at = self._instance.now()

    def prepare(self, sign_up: SignUp, strategy: str) -> None:
        """Send a code to the address or the number.

        Raises:
            ApiError: There is none of that kind, it is verified, or a code was sent just now.
        """
        contact = _contact(sign_up, strategy)
        if contact.is_verified:
            raise ApiError("verification_already_verified")
        contact.verification = send_code(
            self._instance, contact, strategy, sign_up.id, contact.verification
        )

    def attempt(self, sign_up: SignUp, strategy: str, code: str) -> None:
        """Check a code and go on; errors as for `check_code`."""
        contact = _contact(sign_up, strategy)
        check_code(self._instance, contact.verification, strategy, code)
        self.advance(sign_up)

    def advance(self, sign_up: SignUp) -> None:
        """Complete the sign-up when nothing is missing or unverified."""
        settings = self._instance.settings
        if missing_fields(sign_up, settings) or unverified_fields(sign_up):
            return
        self._check_still_free(sign_up)
        now = self._instance.now()
        user = User(
            now,
            now,
            email_addresses=[sign_up.email_address] if sign_up.email_address else [],
            phone_numbers=[sign_up.phone_number] if sign_up.phone_number else [],
            password=sign_up.password,
            password_last_updated_at=now if sign_up.password is not None else None,
            username=sign_up.username,
            first_name=sign_up.first_name,
            last_name=sign_up.last_name,
            unsafe_metadata=sign_up.unsafe_metadata,
            legal_accepted_at=sign_up.legal_accepted_at,
            external_accounts=[sign_up.external_account] if sign_up.external_account else [],
        )
        email, phone = sign_up.email_address, sign_up.phone_number
        user.primary_email_address_id = email.id if email else None
        user.primary_phone_number_id = phone.id if phone else None
        self._instance.users[user.id] = user
        session = self._instance.create_session(self._client, user, _strategy(sign_up))
        sign_up.status = "complete"
        sign_up.created_user_id = user.id
        sign_up.created_session_id = session.id
        self._client.sign_up = self._client.sign_in = None

    def _check_still_free(self, sign_up: SignUp) -> None:
        """Refuse what somebody else took since it was given."""
        contacts = (sign_up.email_address, sign_up.phone_number)
        for contact in filter(None, contacts):
            check_free(self._instance, contact.value, contact.kind)
        if sign_up.username is not None:
            check_free(self._instance, sign_up.username, "username")

    def _update_contacts(self, sign_up: SignUp, form: Parameters) -> None:
        instance, now = self._instance, self._instance.now()
        either = form.get("email_address_or_phone_number") or ""
        address = form.get("email_address") or (either if "@" in either else None)
        number = form.get("phone_number") or (None if "@" in either else either or None)
        if address is not None:
            checked = checked_email_address(instance, address)
            if sign_up.email_address is None or sign_up.email_address.value != checked:
                sign_up.email_address = EmailAddress(checked, now, verification=None)
        if number is not None:
            checked = checked_phone_number(instance, number)
            if sign_up.phone_number is None or sign_up.phone_number.value != checked:
                sign_up.phone_number = PhoneNumber(checked, now, verification=None)

    def _check_known(self, form: Parameters) -> None:
        for name in FIELDS:
            if form.get(name) and getattr(self._instance.settings, name) == "off":
                raise ApiError("form_param_unknown", param=name)


def required_fields(sign_up: SignUp, settings: Settings) -> list[str]:
    """Return the names of what a sign-up needs."""
    needed = [name for name in FIELDS if getattr(settings, name) == "required"]
    if sign_up.external_account is not None and "password" in needed:
        needed.remove("password")
    return [*needed, *(["legal_accepted"] if settings.legal_consent else [])]


def optional_fields(settings: Settings) -> list[str]:
    """Return the names of what a sign-up may have."""
    return [name for name in FIELDS if getattr(settings, name) == "on"]


def missing_fields(sign_up: SignUp, settings: Settings) -> list[str]:
    """Return the names of what a sign-up needs and does not have."""
    return [
        name
        for name in required_fields(sign_up, settings)
        if getattr(sign_up, "legal_accepted_at" if name == "legal_accepted" else name) is None
    ]


def unverified_fields(sign_up: SignUp) -> list[str]:
    """Return the names of the contacts that wait for a code."""
    contacts = (sign_up.email_address, sign_up.phone_number)
    return [contact.kind for contact in contacts if contact and not contact.is_verified]


def _contact(sign_up: SignUp, strategy: str) -> Contact:
    for contact in (sign_up.email_address, sign_up.phone_number):
        if contact is not None and contact.code_strategy == strategy:
            return contact
    raise ApiError("strategy_for_user_invalid")


def _strategy(sign_up: SignUp) -> str:
    """Return what the user proved to be let in."""
    if sign_up.external_account is not None:
        return sign_up.external_account.strategy
    for contact in (sign_up.email_address, sign_up.phone_number):
        if contact is not None and contact.verification is not None:
            return contact.verification.strategy
    return "password"
