"""Proof by another provider: OAuth and enterprise single sign-on.

A visit begins with an attempt to sign in or up, leads through the provider's page, which the
emulator serves itself, and ends at the caller's `redirect_url`.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ..errors import ApiError
from ..http.parameters import Parameters
from ..identifiers import new_ticket
from ..models import (
    Client,
    Connection,
    EmailAddress,
    ExternalAccount,
    SignIn,
    SignUp,
    User,
    Verification,
    Visit,
)
from ..state import Instance
from .proofs import Proofs
from .sign_in import SignIns
from .sign_up import SignUps

VISIT_LIFETIME = 600.0  # seconds
# Where `chrome.identity` waits for an answer.
IDENTITY_HOST = re.compile(r"[a-p]{32}\.chromiumapp\.org")
FORBIDDEN_SCHEMES = frozenset({"", "javascript", "data", "blob", "file", "vbscript"})


def begin_visit(
    instance: Instance,
    client: Client,
    attempt: SignIn | SignUp | Connection,
    strategy: str,
    form: Parameters,
) -> Verification:
    """Return a verification with the address of the provider's page.

    Raises:
        ApiError: The instance does not have the provider, or the `redirect_url` is missing or
            not one to go back to.
    """
    settings = instance.settings
    is_known = strategy in settings.social or (
        strategy == "enterprise_sso" and settings.enterprise_domains
    )
    if not is_known:
        raise ApiError("strategy_for_user_invalid", f"The instance does not have {strategy}.")
    attempt.redirect_url = _checked(form.require("redirect_url"))
    attempt.action_complete_redirect_url = form.get("action_complete_redirect_url")
    state = new_ticket()
    verification = Verification(
        strategy,
        expire_at=instance.now() + VISIT_LIFETIME,
        url=f"{instance.url}/provider/{state}",
    )
    instance.visits[state] = Visit(client, attempt, verification)
    return verification


def end_visit(instance: Instance, state: str, account: ExternalAccount | None) -> str:
    """Go on with the attempt and return the address to send the browser to.

    Args:
        instance: The instance.
        state: Names the visit; it can be ended once.
        account: Whom the provider vouches for; None when the user refused.

    Raises:
        ApiError: There is no such visit, or it took too long.
    """
    visit = find_visit(instance, state)
    del instance.visits[state]
    attempt = visit.attempt
    if account is None:
        _fail(visit.verification, "failed", ApiError("oauth_access_denied"))
    elif isinstance(attempt, SignIn):
        _continue_sign_in(instance, visit, attempt, account)
    elif isinstance(attempt, SignUp):
        _continue_sign_up(instance, visit, attempt, account)
    else:
        _continue_connection(instance, visit, attempt, account)
    attempt.rotating_token_nonce = new_ticket()
    visit.client.nonces.add(attempt.rotating_token_nonce)
    return _return_address(instance, visit)


def find_visit(instance: Instance, state: str) -> Visit:
    """Return a visit that is under way.

    Raises:
        ApiError: There is none, or it took too long.
    """
    visit = instance.visits.get(state)
    if visit is None or instance.now() >= (visit.verification.expire_at or 0):
        raise ApiError("resource_not_found", "There is no such visit; begin the sign-in again.")
    return visit


def accept_account(
    instance: Instance, client: Client, sign_in: SignIn, account: ExternalAccount, user: User
) -> None:
    """Sign a user in with an account of theirs at another provider."""
    verification = Verification(account.strategy, status="verified", expire_at=sign_in.abandon_at)
    _link(user, account, verification)
    sign_in.user, sign_in.identifier = user, account.email_address
    SignIns(instance, client).accept_first_factor(sign_in, verification)


def adopt_account(
    instance: Instance, client: Client, sign_up: SignUp, account: ExternalAccount
) -> None:
    """Sign somebody up with an account at another provider."""
    now = instance.now()
    verification = Verification(account.strategy, status="verified", expire_at=sign_up.abandon_at)
    sign_up.external_account, sign_up.external_verification = account, verification
    account.verification = verification
    sign_up.first_name = sign_up.first_name or account.first_name or None
    sign_up.last_name = sign_up.last_name or account.last_name or None
    address = EmailAddress(account.email_address, now)
    is_oauth = account.strategy != "enterprise_sso"
    address_strategy = f"from_{account.strategy}" if is_oauth else account.strategy
    address.verification = Verification(address_strategy, status="verified")
    address.linked_to = [account.id]
    account.identification_id = address.id
    sign_up.email_address = address
    SignUps(instance, client).advance(sign_up)


def _continue_sign_in(
    instance: Instance, visit: Visit, sign_in: SignIn, account: ExternalAccount
) -> None:
    user = instance.find_user(account.email_address)
    if user is None:
        sign_in.external_account = account
        _fail(visit.verification, "transferable", ApiError("external_account_not_found"))
        return
    try:
        SignIns(instance, visit.client).check_not_signed_in(user)
        Proofs(instance, user, sign_in.id, []).check_may_try()
    except ApiError as error:
        _fail(visit.verification, "failed", error)
        return
    accept_account(instance, visit.client, sign_in, account, user)


def _continue_sign_up(
    instance: Instance, visit: Visit, sign_up: SignUp, account: ExternalAccount
) -> None:
    if instance.find_user(account.email_address) is not None:
        sign_up.external_account = account
        _fail(visit.verification, "transferable", ApiError("external_account_exists"))
        return
    adopt_account(instance, visit.client, sign_up, account)


def _continue_connection(
    instance: Instance, visit: Visit, connection: Connection, account: ExternalAccount
) -> None:
    """Fill in the account that the user has been waiting for."""
    for user in instance.users.values():
        for known in user.verified_accounts:
            if (known.strategy, known.email_address) == (account.strategy, account.email_address):
                _fail(visit.verification, "failed", ApiError("external_account_exists"))
                return
    waiting = connection.external_account
    waiting.email_address = account.email_address
    waiting.first_name, waiting.last_name = account.first_name, account.last_name
    visit.verification.status, connection.status = "verified", "complete"
    _link_address(connection.user, waiting)


def _fail(verification: Verification, status: str, error: ApiError) -> None:
    verification.status, verification.error = status, error.as_json()


def _link(user: User, account: ExternalAccount, verification: Verification) -> None:
    account.verification = verification
    if any(known.strategy == account.strategy for known in user.verified_accounts):
        return
    user.external_accounts.append(account)
    _link_address(user, account)


def _link_address(user: User, account: ExternalAccount) -> None:
    for address in user.email_addresses:
        if address.value == account.email_address:
            account.identification_id = address.id
            address.linked_to.append(account.id)


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme.lower() in FORBIDDEN_SCHEMES or not parts.netloc:
        raise ApiError(
            "form_param_value_invalid",
            "It has to be an absolute address to go back to, such as "
            "https://<extension id>.chromiumapp.org/.",
            param="redirect_url",
        )
    return url


def _return_address(instance: Instance, visit: Visit) -> str:
    """Return where a visit ends.

    Native callers get the nonce that lets them read the attempt with their token from before; a
    web page in development gets the client token, since it cannot share a cookie with us.
    """
    attempt = visit.attempt
    target = attempt.redirect_url or ""
    if attempt.status == "complete":
        target = attempt.action_complete_redirect_url or target
    parts = urlsplit(target)
    is_web = parts.scheme in {"http", "https"} and not IDENTITY_HOST.fullmatch(parts.netloc)
    added: dict[str, str] = {}
    if not is_web:
        added["rotating_token_nonce"] = attempt.rotating_token_nonce or ""
    elif not instance.settings.production:
        added["__clerk_db_jwt"] = visit.client.jwt
    query = urlencode([*parse_qsl(parts.query, keep_blank_values=True), *added.items()])
    return urlunsplit(parts._replace(query=query))
