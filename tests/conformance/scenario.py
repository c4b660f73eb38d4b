"""What is done with both clients, in steps whose requests are compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from extension_toolkit.emulator import Instance, Seed, SeedUser, Settings
from extension_toolkit.emulator.identifiers import TEST_CODE
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD

SECOND_EMAIL = "grace+clerk_test@example.com"
SEED = Seed(users=(*Seed().users, SeedUser(SECOND_EMAIL, DEMO_PASSWORD)))
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


def demo_address(instance: Instance) -> str:
    user = instance.find_user(DEMO_EMAIL)
    assert user is not None
    return user.email_addresses[0].id


NO_WINDOW = "ReferenceError: window is not defined"

STEPS: dict[str, tuple[Call, ...]] = {
    "load": (call("loaded"),),
    "sign in": (
        call("client.signIn.create", identifier=DEMO_EMAIL),
        call("client.signIn.attemptFirstFactor", strategy="password", password=DEMO_PASSWORD),
        call("setActive", session=last_session),
    ),
    "token at hand": (call("session.getToken"),),
    "new token": (call("session.getToken", skipCache=True),),
    "template token": (call("session.getToken", template="demo"),),
    "personal token": (call("session.getToken", organizationId=None, skipCache=True),),
    "touch": (call("session.touch"),),
    "second account": (
        call(
            "client.signIn.create",
            strategy="password",
            identifier=SECOND_EMAIL,
            password=DEMO_PASSWORD,
        ),
        call("setActive", session=last_session),
    ),
    "switch": (call("setActive", session=first_session),),
    "sign out of one": (call("signOut", sessionId=last_session),),
    "sign out": (call("signOut", fault=NO_WINDOW),),
    "sign in with a code": (
        call("client.signIn.create", identifier=DEMO_EMAIL),
        call(
            "client.signIn.prepareFirstFactor", strategy="email_code", emailAddressId=demo_address
        ),
        call("client.signIn.attemptFirstFactor", strategy="email_code", code=TEST_CODE),
        call("setActive", session=last_session),
    ),
    "end": (call("session.end"),),
}
