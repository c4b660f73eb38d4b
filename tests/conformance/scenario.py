"""What is done with both clients, in steps whose requests are compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import pyotp

from extension_toolkit.emulator import Instance, SeedUser, Settings
from extension_toolkit.emulator.identifiers import TEST_CODE
from extension_toolkit.emulator.models import User
from extension_toolkit.emulator.seed import (
    DEMO_EMAIL,
    DEMO_PASSWORD,
    DEMO_SEED,
    PHONE_EMAIL,
    SECURE_BACKUP_CODES,
    SECURE_EMAIL,
    SECURE_TOTP_SECRET,
)

SECOND_EMAIL = "grace+clerk_test@example.com"
NEW_EMAIL = "new+clerk_test@example.com"
OTHER_EMAIL = "other+clerk_test@example.com"
OTHER_PHONE = "+15555550122"
NEW_PASSWORD = "another-demo-password"

SEED = replace(DEMO_SEED, users=(*DEMO_SEED.users, SeedUser(SECOND_EMAIL, DEMO_PASSWORD)))
SETTINGS = {
    "development": Settings(single_session_mode=False),
    # Clerk's own SDK sends both headers, and signs nobody in where that is refused.
    "production": Settings(
        single_session_mode=False, production=True, refuse_origin_with_authorization=False
    ),
}

# Either a value, or what finds it in the state of the emulator.
Argument: TypeAlias = Any | Callable[[Instance], Any]


@dataclass(frozen=True)
class Call:
    """A call on a client.

    Attributes:
        path: The method or attribute, from the client on, such as `session.getToken`.
        named: The members of the object that Clerk's methods take.
        positional: What they take before it.
        fault: What Clerk's own SDK raises although nothing is wrong.
    """

    path: str
    named: dict[str, Argument] = field(default_factory=dict)
    positional: tuple[Argument, ...] = ()
    fault: str | None = None


def call(path: str, *positional: Argument, fault: str | None = None, **named: Argument) -> Call:
    return Call(path, named, positional, fault)


def last_session(instance: Instance) -> str:
    return list(instance.sessions)[-1]


def first_session(instance: Instance) -> str:
    return next(iter(instance.sessions))


def user(instance: Instance, identifier: str = DEMO_EMAIL) -> User:
    found = instance.find_user(identifier)
    assert found is not None
    return found


def address(instance: Instance) -> str:
    return user(instance).email_addresses[0].id


def phone(instance: Instance) -> str:
    return user(instance, PHONE_EMAIL).phone_numbers[0].id


def second_user(instance: Instance) -> str:
    return user(instance, SECOND_EMAIL).id


def bletchley(instance: Instance) -> str:
    return next(it.id for it in instance.organizations.values() if it.slug == "bletchley-park")


def new_organization(instance: Instance) -> str:
    return list(instance.organizations)[-1]


def authenticator_code(instance: Instance) -> str:
    totp = user(instance).totp
    assert totp is not None
    return pyotp.TOTP(totp.secret).now()


def secure_code(instance: Instance) -> str:
    return pyotp.TOTP(SECURE_TOTP_SECRET).now()


NO_WINDOW = "ReferenceError: window is not defined"
PASSWORD = {"strategy": "password", "password": DEMO_PASSWORD}
EMAIL_CODE = {"strategy": "email_code", "code": TEST_CODE}
SECURE = {"identifier": SECURE_EMAIL, "password": DEMO_PASSWORD, "strategy": "password"}
PAGE: dict[str, Any] = {"initialPage": 2, "pageSize": 5}

STEPS: dict[str, tuple[Call, ...]] = {
    "load": (call("loaded"),),
    "sign in": (
        call("client.signIn.create", identifier=DEMO_EMAIL),
        call("client.signIn.attemptFirstFactor", **PASSWORD),
        call("setActive", session=last_session),
    ),
    "token at hand": (call("session.getToken"),),
    "new token": (call("session.getToken", skipCache=True),),
    "template token": (call("session.getToken", template="demo"),),
    "organization token": (call("session.getToken", organizationId=bletchley),),
    "organization": (
        call("setActive", organization=bletchley),
        call("session.getToken", skipCache=True),
        call("setActive", organization="analytical-engines"),
        call("session.getToken", organizationId=None, skipCache=True),
        call("setActive", organization=None),
    ),
    "touch": (call("session.touch"), call("session.touch", intent="focus")),
    "reload": (call("client.reload"), call("session.reload"), call("user.reload")),
    "user": (
        call("user.update", firstName="Augusta", lastName=None),
        call("user.update", unsafeMetadata={"theme": "dark", "size": 2}),
        call("user.update", username="augusta", unsafeMetadata={"theme": "light"}),
        call("user.updateMetadata", unsafeMetadata={"theme": None}),
        call("user.getSessions"),
    ),
    "password": (
        call(
            "user.updatePassword",
            currentPassword=DEMO_PASSWORD,
            newPassword=NEW_PASSWORD,
            signOutOfOtherSessions=True,
        ),
        call("user.updatePassword", currentPassword=NEW_PASSWORD, newPassword=DEMO_PASSWORD),
    ),
    "e-mail address": (
        call("user.createEmailAddress", email=OTHER_EMAIL),
        call("user.emailAddresses.1.prepareVerification", strategy="email_code"),
        call("user.emailAddresses.1.attemptVerification", code=TEST_CODE),
        call("user.emailAddresses.1.destroy"),
    ),
    "phone number": (
        call("user.createPhoneNumber", phoneNumber=OTHER_PHONE),
        call("user.phoneNumbers.0.prepareVerification"),
        call("user.phoneNumbers.0.attemptVerification", code=TEST_CODE),
        call("user.phoneNumbers.0.setReservedForSecondFactor", reserved=True),
        call("user.phoneNumbers.0.makeDefaultSecondFactor"),
        call("user.phoneNumbers.0.destroy"),
    ),
    "authenticator": (
        call("user.createTOTP"),
        call("user.verifyTOTP", code=authenticator_code),
        call("user.createBackupCode"),
        call("user.disableTOTP"),
    ),
    "memberships": (
        call("user.getOrganizationMemberships", **PAGE),
        call("user.getOrganizationInvitations", status="pending"),
        call("user.getOrganizationSuggestions"),
    ),
    "own organization": (
        call("createOrganization", name="Difference Engines", slug="difference-engines"),
        call("setActive", organization=new_organization),
        call("organization.update", name="Difference Engines Ltd"),
        call("organization.inviteMember", emailAddress=NEW_EMAIL, role="org:member"),
        call("organization.getInvitations", status=["pending"]),
        call("organization.getMemberships", role=["org:admin"], **PAGE),
        call("organization.getRoles"),
        call("organization.getMembershipRequests"),
        call("organization.addMember", userId=second_user, role="org:member"),
        call("organization.updateMember", userId=second_user, role="org:admin"),
        call("organization.removeMember", second_user),
        call("getOrganization", bletchley),
        call("user.leaveOrganization", bletchley),
        call("organization.destroy"),
    ),
    "reverification": (
        call("session.startVerification", level="first_factor"),
        call("session.attemptFirstFactorVerification", **PASSWORD),
    ),
    "second account": (
        call("client.signIn.create", identifier=SECOND_EMAIL, **PASSWORD),
        call("setActive", session=last_session),
    ),
    "switch": (call("setActive", session=first_session),),
    "sign out of one": (call("signOut", sessionId=last_session),),
    "sign out": (call("signOut", fault=NO_WINDOW),),
    "sign in with a code": (
        call("client.signIn.create", identifier=DEMO_EMAIL),
        call("client.signIn.prepareFirstFactor", strategy="email_code", emailAddressId=address),
        call("client.signIn.attemptFirstFactor", **EMAIL_CODE),
        call("setActive", session=last_session),
    ),
    "end": (call("session.end"),),
    "sign in by phone": (
        call("client.signIn.create", identifier="+15555550100"),
        call("client.signIn.prepareFirstFactor", strategy="phone_code", phoneNumberId=phone),
        call("client.signIn.attemptFirstFactor", strategy="phone_code", code=TEST_CODE),
        call("setActive", session=last_session),
    ),
    "remove": (call("session.remove"),),
    "authenticator code": (
        call("client.signIn.create", **SECURE),
        call("client.signIn.attemptSecondFactor", strategy="totp", code=secure_code),
        call("setActive", session=last_session),
        call("client.removeSessions"),
    ),
    "backup code": (
        call("client.signIn.create", **SECURE),
        call(
            "client.signIn.attemptSecondFactor",
            strategy="backup_code",
            code=SECURE_BACKUP_CODES[0],
        ),
        call("setActive", session=last_session),
        call("client.removeSessions"),
    ),
    "forgotten password": (
        call("client.signIn.create", identifier=DEMO_EMAIL),
        call(
            "client.signIn.prepareFirstFactor",
            strategy="reset_password_email_code",
            emailAddressId=address,
        ),
        call(
            "client.signIn.attemptFirstFactor",
            strategy="reset_password_email_code",
            code=TEST_CODE,
        ),
        call("client.signIn.resetPassword", password=NEW_PASSWORD, signOutOfOtherSessions=True),
        call("setActive", session=last_session),
        call("client.removeSessions"),
    ),
    "sign up": (
        call("client.signUp.create", emailAddress=NEW_EMAIL, password=DEMO_PASSWORD),
        call("client.signUp.update", firstName="Grace", unsafeMetadata={"plan": "free"}),
        call("client.signUp.prepareEmailAddressVerification", strategy="email_code"),
        call("client.signUp.attemptEmailAddressVerification", code=TEST_CODE),
        call("setActive", session=last_session),
    ),
    "delete": (call("user.delete"),),
    "forget this device": (call("client.destroy"),),
}
