"""Every endpoint's answers against Clerk's OpenAPI description, where that is at hand."""

from __future__ import annotations

import copy

import pyotp
import pytest

from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.endpoints import ENDPOINTS
from extension_toolkit.emulator.seed import SECURE_TOTP_SECRET
from support.authenticator import Authenticator
from support.fapi_description import DESCRIPTION, MISSING, response_schema, validate
from support.fapi_driver import PASSWORD, SIGN_INS, Driver

from .conftest import Browser, NewBrowser

pytestmark = pytest.mark.skipif(not DESCRIPTION.exists(), reason=MISSING)

EMAIL, SECURE_EMAIL = "demo+clerk_test@example.com", "secure+clerk_test@example.com"
CODE = "424242"
SIGN_UPS = "/v1/client/sign_ups"
PICTURE = {"files": {"file": ("a.png", b"\x89PNG", "image/png")}}


def drive_basics(call: Driver) -> None:
    for path in ("/.well-known/jwks.json", "/.well-known/openid-configuration"):
        call("GET", path)
    call("POST", "/v1/dev_browser")
    for method in ("GET", "PATCH"):
        call(method, "/v1/environment")
    for method in ("GET", "PUT", "POST"):
        call(method, "/v1/client")
    call("POST", "/v1/waitlist", email_address="later@example.com")
    call("GET", f"/avatars/{call.server.state.find_user(EMAIL).id}")  # type: ignore[union-attr]
    call("DELETE", "/v1/client/sessions")
    call("DELETE", "/v1/client")


def drive_first_factors(call: Driver) -> None:
    call("POST", SIGN_INS)
    call("POST", SIGN_INS, identifier="nobody@example.com")
    sign_in = call("POST", SIGN_INS, identifier=EMAIL)
    path, strategy = f"{SIGN_INS}/{sign_in['id']}", "reset_password_email_code"
    call("POST", f"{path}/attempt_first_factor", strategy="password", password="wrong")
    call("POST", f"{path}/prepare_first_factor", strategy=strategy)
    call("POST", f"{path}/attempt_first_factor", strategy=strategy, code=CODE)
    call("POST", f"{path}/reset_password", password=PASSWORD)
    call("GET", path)
    call.start()
    sign_in = call("POST", SIGN_INS, identifier="hedy", strategy="phone_code")
    path = f"{SIGN_INS}/{sign_in['id']}"
    call("POST", f"{path}/attempt_first_factor", strategy="phone_code", code=CODE)


def drive_second_factors(call: Driver) -> None:
    call.start()
    sign_in = call("POST", SIGN_INS, identifier=SECURE_EMAIL, password=PASSWORD)
    path = f"{SIGN_INS}/{sign_in['id']}"
    call("POST", f"{path}/prepare_second_factor", strategy="phone_code")
    call("POST", f"{path}/attempt_second_factor", strategy="phone_code", code="000000")
    call("POST", f"{path}/attempt_second_factor", strategy="phone_code", code=CODE)
    call("GET", path)
    for strategy, code in (("totp", totp_code(call)), ("backup_code", "backup01")):
        call.start()
        sign_in = call("POST", SIGN_INS, identifier=SECURE_EMAIL, password=PASSWORD)
        path = f"{SIGN_INS}/{sign_in['id']}/attempt_second_factor"
        assert call("POST", path, strategy=strategy, code=code)["status"] == "complete"


def drive_providers(call: Driver) -> None:
    back = "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.chromiumapp.org/"
    for attempts in (SIGN_INS, SIGN_UPS):
        field = "first_factor_verification"
        for chosen in ({"email_address": "new@example.com"}, {"refuse": "1"}):
            call.start()
            attempt = call("POST", attempts, strategy="oauth_google", redirect_url=back)
            proof = attempt.get(field) or attempt["verifications"]["external_account"]
            page = f"/provider/{proof['external_verification_redirect_url'].rpartition('/')[2]}"
            call("GET", page)
            call("POST", page, **chosen)
            call("GET", f"{attempts}/{attempt['id']}")
        call.start()
    sign_in = call(
        "POST", SIGN_INS, strategy="enterprise_sso", identifier="a@enterprise.example",
        redirect_url=back,
    )  # fmt: skip
    path = f"{SIGN_INS}/{sign_in['id']}/prepare_first_factor"
    call("POST", path, strategy="enterprise_sso", redirect_url=back)


def drive_sign_ups(call: Driver) -> None:
    call.start()
    sign_up = call("POST", SIGN_UPS, email_address="ida@example.com", phone_number="+15555550177")
    path = f"{SIGN_UPS}/{sign_up['id']}"
    call("PATCH", path, password=PASSWORD, username="ida_b", unsafe_metadata='{"a": 1}')
    for strategy in ("email_code", "phone_code"):
        call("POST", f"{path}/prepare_verification", strategy=strategy)
        code = call.server.state.codes[-1].code
        call("POST", f"{path}/attempt_verification", strategy=strategy, code=code)
    assert call("GET", path)["status"] == "complete"
    call("GET", "/v1/me")


def drive_sessions(call: Driver) -> None:
    for action in ("end", "remove", ""):
        session = call.start(EMAIL)
        path = f"/v1/client/sessions/{session['id']}"
        call("GET", path)
        call("POST", f"{path}/touch", intent="focus")
        call("POST", f"{path}/touch", active_organization_id="analytical-engines")
        call("POST", f"{path}/tokens", organization_id="")
        call("POST", f"{path}/tokens/demo")
        if action:
            call("POST", f"{path}/{action}")


def drive_reverification(call: Driver) -> None:
    call.start()
    sign_in = call("POST", SIGN_INS, identifier=SECURE_EMAIL, password=PASSWORD)
    path = f"{SIGN_INS}/{sign_in['id']}/attempt_second_factor"
    call("POST", path, strategy="totp", code=totp_code(call))
    path = f"/v1/client/sessions/{call('GET', '/v1/client')['last_active_session_id']}/verify"
    call("POST", path, level="multi_factor")
    call("POST", f"{path}/prepare_first_factor", strategy="email_code")
    call("POST", f"{path}/attempt_first_factor", strategy="email_code", code=CODE)
    call("POST", f"{path}/prepare_second_factor", strategy="phone_code")
    call("POST", f"{path}/attempt_second_factor", strategy="phone_code", code=CODE)


def drive_me(call: Driver) -> None:
    call.start(EMAIL)
    call("PATCH", "/v1/me", first_name="Augusta")
    call("PATCH", "/v1/me/metadata", unsafe_metadata='{"a": {"b": 1}}')
    call("POST", "/v1/me/profile_image", **PICTURE)
    call("DELETE", "/v1/me/profile_image")
    call("GET", "/v1/me/sessions")
    other = call("GET", "/v1/me/sessions/active")[0]["id"]
    secret = call("POST", "/v1/me/totp")["secret"]
    call("POST", "/v1/me/totp/attempt_verification", code=totp_code(call, secret))
    call("POST", "/v1/me/backup_codes")
    call("DELETE", "/v1/me/totp")
    call("POST", "/v1/me/change_password", current_password=PASSWORD, new_password="changed-1234")
    call("POST", "/v1/me/remove_password", current_password="changed-1234")
    call("POST", f"/v1/me/sessions/{other}/revoke")


def drive_external_accounts(call: Driver) -> None:
    call.start(EMAIL)
    data = {"strategy": "oauth_github", "redirect_url": "http://localhost/back"}
    account = call("POST", "/v1/me/external_accounts", **data)
    address = account["verification"]["external_verification_redirect_url"]
    call("POST", f"/provider/{address.rpartition('/')[2]}", email_address=EMAIL)
    assert call("GET", "/v1/me")["external_accounts"][0]["verification"]["status"] == "verified"
    call("DELETE", f"/v1/me/external_accounts/{account['id']}")


def drive_passkeys(call: Driver) -> None:
    call.start(EMAIL)
    authenticator = Authenticator()
    made = call("POST", "/v1/me/passkeys")
    path = f"/v1/me/passkeys/{made['id']}"
    answer = authenticator.create(made["verification"]["nonce"])
    data = {"strategy": "passkey", "public_key_credential": answer}
    call("POST", f"{path}/attempt_verification", **data)
    call("PATCH", path, name="Laptop")
    validate(call("GET", path), {"$ref": "#/components/schemas/Client.Passkey"})
    call("DELETE", "/v1/client/sessions")
    sign_in = call("POST", SIGN_INS, strategy="passkey")
    answer = authenticator.get(sign_in["first_factor_verification"]["nonce"])
    data = {"strategy": "passkey", "public_key_credential": answer}
    call("POST", f"{SIGN_INS}/{sign_in['id']}/attempt_first_factor", **data)
    call("DELETE", path)


def drive_contacts(call: Driver) -> None:
    call.start(EMAIL)
    for kind, value in (("email_addresses", "b+clerk_test@example.com"),
                        ("phone_numbers", "+15555550188")):  # fmt: skip
        path = f"/v1/me/{kind}"
        name, strategy = kind.removesuffix("es" if kind[0] == "e" else "s"), f"{kind[:5]}_code"
        made = call("POST", path, **{name: value})
        call("GET", path)
        one = f"{path}/{made['id']}"
        call("GET", one)
        call("POST", f"{one}/prepare_verification", strategy=strategy)
        call("POST", f"{one}/attempt_verification", code=CODE)
        if kind == "phone_numbers":
            call("PATCH", one, reserved_for_second_factor="true", default_second_factor="true")
        call("DELETE", one)


def totp_code(call: Driver, secret: str = SECURE_TOTP_SECRET) -> str:
    return pyotp.TOTP(secret).at(int(call.server.state.now()))


def drive_organizations(call: Driver) -> None:
    call.start(EMAIL)
    state = call.server.state
    hedy = state.find_user("hedy")
    made = call("POST", "/v1/organizations", name="Difference Engines")
    path = f"/v1/organizations/{made['id']}"
    call("GET", path)
    call("PATCH", path, name="Engines", slug="engines")
    call("GET", f"{path}/roles")
    call("PUT", f"{path}/logo", **PICTURE)
    call("DELETE", f"{path}/logo")
    call("POST", f"{path}/memberships", user_id=hedy.id, role="org:member")  # type: ignore[union-attr]
    call("GET", f"{path}/memberships")
    call("GET", f"{path}/memberships", paginated="true")
    member = f"{path}/memberships/{hedy.id}"  # type: ignore[union-attr]
    call("PATCH", member, role="org:admin")
    call("DELETE", member)
    invited = call("POST", f"{path}/invitations", email_address="x@example.com", role="org:member")
    call("POST", f"{path}/invitations/bulk", email_address=["y@example.com"], role="org:member")
    call("GET", f"{path}/invitations")
    call("POST", f"{path}/invitations/{invited['id']}/revoke")
    drive_domains(call, path)
    call("DELETE", path)


def drive_domains(call: Driver, path: str) -> None:
    """Let two users of a domain ask for membership; accept one, reject the other."""
    domain = call("POST", f"{path}/domains", name="example.com")
    one = f"{path}/domains/{domain['id']}"
    call("POST", f"{one}/prepare_affiliation_verification", affiliation_email_address=EMAIL)
    call("POST", f"{one}/attempt_affiliation_verification", code=CODE)
    call("POST", f"{one}/update_enrollment_mode", enrollment_mode="automatic_suggestion")
    call("GET", f"{path}/domains")
    call("GET", one)
    owner = call.browser
    for email in ("one+clerk_test@example.com", "two+clerk_test@example.com"):
        call.start()
        data = {"email_address": email, "password": PASSWORD, "strategy": "email_code"}
        sign_up = call("POST", SIGN_UPS, **data)
        attempt = f"{SIGN_UPS}/{sign_up['id']}/attempt_verification"
        call("POST", attempt, strategy="email_code", code=CODE)
        suggestion = call("GET", "/v1/me/organization_suggestions")["data"][0]
        call("POST", f"/v1/me/organization_suggestions/{suggestion['id']}/accept")
    call.browser = owner
    requests = call("GET", f"{path}/membership_requests")["data"]
    for request, action in zip(requests, ("accept", "reject"), strict=True):
        call("POST", f"{path}/membership_requests/{request['id']}/{action}")
    call("DELETE", one)


def drive_memberships(call: Driver) -> None:
    call.start()
    sign_in = call("POST", SIGN_INS, identifier="hedy", strategy="phone_code")
    attempt = f"{SIGN_INS}/{sign_in['id']}/attempt_first_factor"
    call("POST", attempt, strategy="phone_code", code=CODE)
    invitation = call("GET", "/v1/me/organization_invitations")["data"][0]
    call("POST", f"/v1/me/organization_invitations/{invitation['id']}/accept")
    call("GET", "/v1/me/organization_memberships")
    mine = call("GET", "/v1/me/organization_memberships", paginated="true")["data"][0]
    call("DELETE", f"/v1/me/organization_memberships/{mine['organization']['id']}")
    call("DELETE", "/v1/me")


DRIVES = (
    drive_basics,
    drive_first_factors,
    drive_second_factors,
    drive_providers,
    drive_sign_ups,
    drive_sessions,
    drive_reverification,
    drive_me,
    drive_external_accounts,
    drive_passkeys,
    drive_contacts,
    drive_organizations,
    drive_memberships,
)


def test_every_endpoint(server: EmulatorServer, new_browser: NewBrowser) -> None:
    """Each endpoint works, and what it answers on the way is as the description says."""
    seen: set[tuple[str, str]] = set()
    for drive in DRIVES:
        server.reset()
        call = Driver(server, new_browser)
        drive(call)
        seen |= call.seen
    missing = {(route.method, route.path) for route in ENDPOINTS} - seen
    assert not missing


def test_validation_finds_mistakes(browser: Browser) -> None:
    """An answer with a wrong member is found out."""
    jsonschema = pytest.importorskip("jsonschema")
    browser.sign_in()
    body = browser.get("/v1/client").json()
    schema = response_schema("GET", "/v1/client", 200)
    validate(body, schema)
    for name, value in (("created_at", "today"), ("sessions", [{}]), ("last_active_session_id", 1)):
        spoilt = copy.deepcopy(body)
        spoilt["response"][name] = value
        with pytest.raises(jsonschema.ValidationError):
            validate(spoilt, schema)
