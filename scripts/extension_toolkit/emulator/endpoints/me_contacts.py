"""Endpoints of the signed-in user's e-mail addresses and phone numbers."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import ApiError
from ..flows.codes import check_code, send_code
from ..flows.contacts import check_free, checked_email_address, checked_phone_number
from ..flows.second_factors import note_second_factors
from ..http.calls import Answer, Call
from ..http.routes import RouteTable
from ..json_types import JsonObject
from ..models import Contact, EmailAddress, PhoneNumber, User
from ..shapes.users import email_address, phone_number

routes = RouteTable()

EMAIL_ADDRESSES = "/v1/me/email_addresses"
EMAIL_ADDRESS = f"{EMAIL_ADDRESSES}/{{email_id}}"
PHONE_NUMBERS = "/v1/me/phone_numbers"
PHONE_NUMBER = f"{PHONE_NUMBERS}/{{phone_number_id}}"


@routes.add("GET", EMAIL_ADDRESSES)
def list_email_addresses(call: Call) -> Answer:
    """Return the addresses, not wrapped."""
    return Answer([email_address(address) for address in call.user().email_addresses])


@routes.add("POST", EMAIL_ADDRESSES)
def create_email_address(call: Call) -> Answer:
    """Add an address, which waits for its verification."""
    user = call.user(recently_verified=True)
    value = checked_email_address(call.instance, call.form.require("email_address"))
    address = EmailAddress(value, call.instance.now(), verification=None)
    user.email_addresses.append(address)
    return call.wrapped(email_address(address))


@routes.add("GET", EMAIL_ADDRESS)
@routes.add("GET", PHONE_NUMBER)
def read(call: Call) -> Answer:
    """Return an address or a number."""
    return call.wrapped(_shape(_contact(call, call.user())))


@routes.add("DELETE", EMAIL_ADDRESS)
@routes.add("DELETE", PHONE_NUMBER)
def delete(call: Call) -> Answer:
    """Remove an address or a number; the last verified one stays."""
    user = call.user(recently_verified=True)
    contact = _contact(call, user)
    if contact.is_verified and sum(other.is_verified for other in user.contacts) == 1:
        raise ApiError("last_identification_deletion_failed")
    user.email_addresses = [other for other in user.email_addresses if other is not contact]
    user.phone_numbers = [other for other in user.phone_numbers if other is not contact]
    note_second_factors(call.instance, user)
    return call.wrapped({"object": contact.kind, "id": contact.id, "deleted": True})


@routes.add("POST", f"{EMAIL_ADDRESS}/prepare_verification")
@routes.add("POST", f"{PHONE_NUMBER}/prepare_verification")
def prepare_verification(call: Call) -> Answer:
    """Send a code to an address or a number."""
    contact = _contact(call, call.user())
    strategy = call.form.require("strategy")
    if strategy != contact.code_strategy:
        raise ApiError("strategy_for_user_invalid", f"The emulator sends {contact.code_strategy}.")
    if contact.is_verified:
        raise ApiError("verification_already_verified")
    contact.verification = send_code(
        call.instance, contact, strategy, contact.id, contact.verification
    )
    return call.wrapped(_shape(contact))


@routes.add("POST", f"{EMAIL_ADDRESS}/attempt_verification")
@routes.add("POST", f"{PHONE_NUMBER}/attempt_verification")
def attempt_verification(call: Call) -> Answer:
    """Check a code."""
    user = call.user()
    contact = _contact(call, user)
    if not contact.is_verified:
        check_free(call.instance, contact.value, contact.kind)
    check_code(
        call.instance, contact.verification, contact.code_strategy, call.form.require("code")
    )
    contact.updated_at = call.instance.now()
    note_second_factors(call.instance, user)
    return call.wrapped(_shape(contact))


@routes.add("GET", PHONE_NUMBERS)
def list_phone_numbers(call: Call) -> Answer:
    """Return the numbers, not wrapped."""
    return Answer([phone_number(number) for number in call.user().phone_numbers])


@routes.add("POST", PHONE_NUMBERS)
def create_phone_number(call: Call) -> Answer:
    """Add a number, which waits for its verification."""
    user = call.user(recently_verified=True)
    value = checked_phone_number(call.instance, call.form.require("phone_number"))
    number = PhoneNumber(value, call.instance.now(), verification=None)
    number.reserved_for_second_factor = call.form.flag("reserved_for_second_factor")
    user.phone_numbers.append(number)
    return call.wrapped(phone_number(number))


@routes.add("PATCH", PHONE_NUMBER)
def update_phone_number(call: Call) -> Answer:
    """Say whether a verified number proves the second factor, and whether it is the default."""
    user = call.user(recently_verified=True)
    number = _contact(call, user)
    if not isinstance(number, PhoneNumber) or not number.is_verified:
        raise ApiError("verification_missing", "The number has to be verified first.")
    if "reserved_for_second_factor" in call.form:
        number.reserved_for_second_factor = call.form.flag("reserved_for_second_factor")
    if "default_second_factor" in call.form:
        for other in user.phone_numbers:
            other.default_second_factor = False
        number.default_second_factor = call.form.flag("default_second_factor")
    number.updated_at = call.instance.now()
    backup_codes = note_second_factors(call.instance, user)
    return call.wrapped(phone_number(number, backup_codes))


def _contact(call: Call, user: User) -> Contact:
    """Return the user's contact that is named in the path."""
    wanted_email, wanted_number = call.params.get("email_id"), call.params.get("phone_number_id")
    contacts: Sequence[Contact] = user.email_addresses if wanted_email else user.phone_numbers
    for contact in contacts:
        if contact.id == (wanted_email or wanted_number):
            return contact
    raise ApiError("resource_not_found", "The user has no such address or number.")


def _shape(contact: Contact) -> JsonObject:
    if isinstance(contact, EmailAddress):
        return email_address(contact)
    assert isinstance(contact, PhoneNumber)  # there is no third kind
    return phone_number(contact)
