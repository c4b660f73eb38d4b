"""Signing in and up at another service, through a window of Chrome's.

Clerk sends the user to the service and back to an address that Chrome watches,
`https://<extension id>.chromiumapp.org/`; Chrome then closes the window and tells where it ended.
This runs in the background, since a popup closes when the window opens.

Source: https://developer.chrome.com/docs/extensions/reference/api/identity
"""

from __future__ import annotations

import chrome

from .browser import missing_permission
from .encoding import read_query
from .errors import ClerkError, ClerkRuntimeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from .clerk import Clerk
    from .resources.sign_in import SignIn
    from .resources.sign_up import SignUp
    from .resources.verification import Verification

    OpenWindow = Callable[[str], Awaitable[str]]

# What the service says when the user has no account, or has one: the attempt is then transferred.
TRANSFERS = ("external_account_not_found", "external_account_exists")
MESSAGES = {"oauth_access_denied": "You did not grant access to your account."}


async def open_window(url: str) -> str:
    """Open an address in a window, wait until it ends in this extension's, and return that.

    Raises:
        ClerkRuntimeError: `sso_cancelled` when the user closed the window, `sso_failed` when it
            could not be shown, `missing_permission`.
    """
    try:
        ended = await chrome.identity.launchWebAuthFlow({"url": url, "interactive": True})
    except chrome.ChromeError as error:
        text = str(error)
        if "not available" in text:
            raise missing_permission("permissions", "identity") from None
        if "did not approve" in text or "cancel" in text:
            raise ClerkRuntimeError(
                "the sign-in window was closed before it came to an end", "sso_cancelled"
            ) from None
        raise ClerkRuntimeError(f"the sign-in window failed: {text}", "sso_failed") from None
    return ended or ""


def redirect_url() -> str:
    """Return the address where the window ends. Allow it in Clerk's dashboard, for mobile SSO."""
    return f"https://{chrome.runtime.id}.chromiumapp.org/"


async def authenticate(
    clerk: Clerk,
    kind: str,
    fields: dict[str, Any],
    options: dict[str, Any],
    goes_on: bool,
    window: OpenWindow = open_window,
) -> None:
    """Do what `SignIn.authenticateWithRedirect` says.

    Args:
        clerk: The loaded client, in the background.
        kind: `sign_in` or `sign_up`.
        fields: What the attempt begins with.
        options: What is given besides, where it is taken.
        goes_on: Whether to go on with the attempt under way.
        window: Shows an address, and returns where it ended.

    Raises:
        ClerkError: As there.
    """
    urls: dict[str, Any] = {}
    urls["redirectUrl"] = urls["actionCompleteRedirectUrl"] = redirect_url()
    if kind == "sign_in":
        attempt, proof = await _begin_sign_in(clerk, fields, urls, options, goes_on)
    else:
        attempt, proof = await _begin_sign_up(clerk, fields | urls | options, goes_on)
    url = proof.externalVerificationRedirectURL
    if proof.status != "unverified" or not url:
        raise ClerkRuntimeError(
            f"the API gave no address to sign in at; the proof is {proof.status}", "sso_not_begun"
        )
    answer = read_query(await window(url))
    code = answer.get("__clerk_error_code", "")
    if answer.get("__clerk_status") == "failed" and code not in TRANSFERS:
        await _fail(attempt, code or "oauth_callback_failed", MESSAGES.get(code, ""))
    attempt = await attempt.reload(rotatingTokenNonce=answer.get("rotating_token_nonce"))
    await _finish(clerk, attempt, options)


async def _begin_sign_in(
    clerk: Clerk,
    fields: dict[str, Any],
    urls: dict[str, Any],
    options: dict[str, Any],
    goes_on: bool,
) -> tuple[Any, Verification]:
    attempt = clerk.client.signIn
    if not (goes_on and attempt.id):
        attempt = await attempt.create(**fields, **urls)
    if fields["strategy"] == "enterprise_sso":
        attempt = await attempt.prepareFirstFactor("enterprise_sso", **urls, **options)
    return attempt, attempt.firstFactorVerification


async def _begin_sign_up(
    clerk: Clerk, fields: dict[str, Any], goes_on: bool
) -> tuple[Any, Verification]:
    attempt = clerk.client.signUp
    attempt = await (attempt.upsert(**fields) if goes_on else attempt.create(**fields))
    return attempt, attempt.verifications.externalAccount


async def _finish(clerk: Clerk, attempt: SignIn | SignUp, options: dict[str, Any]) -> None:
    """Go on where the service's word leads: to a session, to the other kind of attempt, or to
    what is missing yet, which the attempt itself then says.
    """
    from .resources.sign_in import SignIn

    is_sign_in = isinstance(attempt, SignIn)
    proof = attempt.firstFactorVerification if is_sign_in else attempt.verifications.externalAccount
    error = proof.error
    if attempt.status != "complete" and proof.status == "transferable":
        if is_sign_in:
            metadata = {n: v for n, v in options.items() if n == "unsafeMetadata"}
            attempt = await clerk.client.signUp.create(transfer=True, **metadata)
        elif error and error.code == "external_account_exists":
            attempt = await clerk.client.signIn.create(transfer=True)
    elif error and error.code == "identifier_already_signed_in" and error.meta.sessionId:
        await clerk.setActive(session=error.meta.sessionId)
        return
    elif error and attempt.status != "complete":
        await _fail(attempt, error.code, error.longMessage)
    if attempt.status == "complete" and attempt.createdSessionId:
        await clerk.setActive(session=attempt.createdSessionId)


async def _fail(attempt: Any, code: str, message: str) -> None:
    """Raise what went wrong. The API keeps it with the attempt; begin a new one, so that nobody
    meets it again when they open the popup.
    """
    try:
        await attempt.create()
    except ClerkError as error:
        attempt.clerk.platform.log(f"clerk: the failed attempt was not replaced: {error}")
    raise ClerkRuntimeError(message or "signing in at the other service failed", code)
