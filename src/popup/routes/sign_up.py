"""The sign-up routes: who you are, then the proof that address and number are yours."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from clerk import Clerk
    from clerk.resources.sign_up import SignUp

from ..attempts import finish_sign_up
from ..code_entry import ask_for_code
from ..navigation import go, route, way_to
from ..providers import add_providers
from ..texts import text
from ..view import View

# What may be asked, in the order of the form: the API's name, the input's type, autocomplete.
FIELDS = (
    ("first_name", "text", "given-name"),
    ("last_name", "text", "family-name"),
    ("username", "text", "username"),
    ("email_address", "email", "email"),
    ("phone_number", "tel", "tel"),
    ("password", "password", "new-password"),
)
# The names that `signUp.create` has for them.
ARGUMENTS = {
    "first_name": "firstName",
    "last_name": "lastName",
    "username": "username",
    "email_address": "emailAddress",
    "phone_number": "phoneNumber",
    "password": "password",
}


@route("sign_up")
def show(clerk: Clerk, environment: Any) -> None:
    """Ask for what this instance wants to know of a new user.

    Args:
        clerk: The client.
        environment: The instance's settings.
    """
    settings = environment.userSettings
    attributes = settings.attributes.data
    view = View("signUp", back=way_to("sign_in", clerk))
    asked = [f for f in FIELDS if attributes[f[0]]["enabled"]]
    required = {f[0] for f in asked if attributes[f[0]]["required"]}
    needs_consent = settings.signUp.legalConsentEnabled

    async def sign_up() -> None:
        answers = read_fields(view, asked, required)
        if answers is None:
            return
        if needs_consent:
            if not view.checked("legal-accepted"):
                view.alert(text("acceptTerms"))
                return
            answers["legalAccepted"] = True
        await finish_sign_up(clerk, await clerk.client.signUp.create(**answers))

    add_fields(view, asked, required)
    if needs_consent:
        view.choice("legal-accepted", "legalAccepted")
    view.submit("signUp", sign_up)
    view.link("sign-in", "goToSignIn", way_to("sign_in", clerk))
    add_providers(view, clerk)


@route("sign_up/step")
def show_step(clerk: Clerk, attempt: SignUp) -> None:
    """Show what the attempt needs next: a code, or a field that was left out."""
    if attempt.missingFields:
        ask_for_missing(clerk, attempt)
    elif "email_address" in attempt.unverifiedFields:
        verify_email(clerk, attempt)
    elif "phone_number" in attempt.unverifiedFields:
        verify_phone(clerk, attempt)
    else:
        go("sign_in", clerk)


def ask_for_missing(clerk: Clerk, attempt: SignUp) -> None:
    view = View("signUpMissing", text("signUpMissingHint"), back=way_to("sign_in", clerk))
    asked = [f for f in FIELDS if f[0] in attempt.missingFields]

    async def update() -> None:
        answers = read_fields(view, asked, {f[0] for f in asked})
        if answers is not None:
            if "legal_accepted" in attempt.missingFields:
                answers["legalAccepted"] = view.checked("legal-accepted")
            await finish_sign_up(clerk, await attempt.update(**answers))

    add_fields(view, asked, {f[0] for f in asked})
    if "legal_accepted" in attempt.missingFields:
        view.choice("legal-accepted", "legalAccepted")
    view.submit("continue", update)


def verify_email(clerk: Clerk, attempt: SignUp) -> None:
    async def send() -> None:
        await attempt.prepareEmailAddressVerification(strategy="email_code")

    async def verify(code: str) -> None:
        done = await attempt.attemptEmailAddressVerification(code=code)
        await finish_sign_up(clerk, done)

    ask_for_sent_code(
        clerk,
        "check_email_code",
        attempt.emailAddress,
        send,
        verify,
        attempt.verifications.emailAddress,
    )


def verify_phone(clerk: Clerk, attempt: SignUp) -> None:
    async def send() -> None:
        await attempt.preparePhoneNumberVerification(strategy="phone_code")

    async def verify(code: str) -> None:
        done = await attempt.attemptPhoneNumberVerification(code=code)
        await finish_sign_up(clerk, done)

    ask_for_sent_code(
        clerk,
        "check_phone_code",
        attempt.phoneNumber,
        send,
        verify,
        attempt.verifications.phoneNumber,
    )


def ask_for_sent_code(
    clerk: Clerk, title: str, address: str | None, send: Any, verify: Any, verification: Any
) -> None:
    view = ask_for_code(
        title, text("codeSentTo", address), verify, send, back=way_to("sign_in", clerk)
    )
    if verification.nextAction == "needs_prepare":
        view.run(send)


def add_fields(view: View, asked: list[Any], required: set[str]) -> None:
    for name, kind, autocomplete in asked:
        entry = view.field(name, f"field_{name}", kind, autocomplete=autocomplete)
        entry.required = name in required
        if name not in required:
            entry.placeholder = text("optional")


def read_fields(view: View, asked: list[Any], required: set[str]) -> dict[str, Any] | None:
    """Return what was entered, by the names of `signUp.create`; None where something is missing."""
    if not view.require(**{f[0]: "fieldRequired" for f in asked if f[0] in required}):
        return None
    return {ARGUMENTS[f[0]]: view.value(f[0]) for f in asked if view.value(f[0])}
