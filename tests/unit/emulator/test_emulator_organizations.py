"""Organizations: the active one, its claims, who may do what, and how users come in."""

from __future__ import annotations

from typing import Any

import jwt
import pytest

from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.models import Role
from extension_toolkit.emulator.tokens import organization_claims

from .conftest import Browser, ErrorOf, NewBrowser

ENGINES = "analytical-engines"  # the demo user is a member there, and an admin of the other
PARK = "bletchley-park"


def claims(token: str) -> dict[str, Any]:
    decoded: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return decoded


@pytest.fixture
def session(browser: Browser) -> str:
    """The path of a session of the demo user."""
    return f"/v1/client/sessions/{browser.sign_in()}"


@pytest.mark.parametrize("by", ["id", "slug"])
def test_active_organization(
    browser: Browser, session: str, server: EmulatorServer, error: ErrorOf, by: str
) -> None:
    """Touch takes an id or a slug; tokens are for it; an empty one is the personal account."""
    found = server.state.find_organization(ENGINES)
    assert found is not None
    body = browser.post(f"{session}/touch", {"active_organization_id": getattr(found, by)}).json()
    assert body["response"]["last_active_organization_id"] == found.id
    assert claims(body["response"]["last_active_token"]["jwt"])["o"]["slg"] == ENGINES
    assert claims(browser.post(f"{session}/tokens").json()["jwt"])["o"]["id"] == found.id
    personal = browser.post(f"{session}/tokens", {"organization_id": ""}).json()["jwt"]
    assert "o" not in claims(personal)
    browser.post(f"{session}/touch", {"intent": "focus"})
    assert "o" in claims(browser.post(f"{session}/tokens").json()["jwt"])
    browser.post(f"{session}/touch", {"active_organization_id": ""})
    assert "o" not in claims(browser.post(f"{session}/tokens").json()["jwt"])


def test_claims(server: EmulatorServer) -> None:
    """Role, features, and permissions as bits of each feature; none of the system's own."""
    found = server.state.find_organization(ENGINES)
    assert found is not None
    membership = found.memberships[1]
    membership.role = Role(
        "org:editor",
        "Editor",
        [
            "org:sys_memberships:read",
            "org:dashboard:manage",
            "org:dashboard:read",
            "org:teams:read",
        ],
    )
    assert organization_claims(found, membership.user) == {
        "fea": "o:dashboard,o:teams",
        "o": {"id": found.id, "slg": ENGINES, "rol": "editor", "per": "manage,read", "fpm": "3,2"},
    }


def test_organizations_off(
    browser: Browser, session: str, server: EmulatorServer, error: ErrorOf
) -> None:
    """An instance without organizations says so."""
    server.state.settings.organizations = False
    response = browser.post("/v1/organizations", {"name": "X"})
    assert error(response) == (403, "organization_not_enabled_in_instance")
    environment = browser.get("/v1/environment").json()
    assert environment["organization_settings"]["enabled"] is False


def test_create(browser: Browser, session: str, server: EmulatorServer, error: ErrorOf) -> None:
    """Whoever makes an organization is its first member; slugs are free ones."""
    made = browser.post("/v1/organizations", {"name": "Analytical Engines"}).json()
    assert made["response"]["slug"] == f"{ENGINES}-2"
    user = made["client"]["sessions"][0]["user"]
    roles = {m["organization"]["id"]: m["role"] for m in user["organization_memberships"]}
    assert roles[made["response"]["id"]] == "org:admin"
    taken = browser.post("/v1/organizations", {"name": "X", "slug": ENGINES})
    assert error(taken) == (422, "form_identifier_exists")
    malformed = browser.post("/v1/organizations", {"name": "X", "slug": "A B"})
    assert error(malformed) == (422, "form_param_format_invalid")
    server.state.settings.create_organization = False
    assert browser.post("/v1/organizations", {"name": "X"}).status_code == 403


def test_members_may_not_manage(browser: Browser, session: str, error: ErrorOf) -> None:
    """What takes a permission is refused without it; strangers see nothing."""
    path = f"/v1/organizations/{ENGINES}"
    assert browser.get(f"{path}/memberships").status_code == 200
    for method, below in (("PATCH", ""), ("DELETE", ""), ("POST", "/invitations")):
        response = browser.send(method, f"{path}{below}", data={"name": "X"})
        assert error(response) == (403, "resource_forbidden")
    expected = (404, "organization_not_found_or_unauthorized")
    assert error(browser.get("/v1/organizations/org_x")) == expected


def test_last_administrator_stays(browser: Browser, session: str, error: ErrorOf) -> None:
    """Somebody has to be left who may manage the members."""
    path = f"/v1/organizations/{PARK}/memberships"
    members = browser.get(path).json()["response"]
    for member in members[:-1]:
        user_id = member["public_user_data"]["user_id"]
        demoted = browser.send("PATCH", f"{path}/{user_id}", data={"role": "org:member"})
        assert demoted.json()["response"]["role"] == "org:member"
    expected = (422, "organization_minimum_permissions_needed")
    assert error(browser.send("DELETE", f"/v1/me/organization_memberships/{PARK}")) == expected


def test_deleted_organization_is_active_nowhere(browser: Browser, session: str) -> None:
    """Deleting an organization takes it from the sessions in which it was active."""
    browser.post(f"{session}/touch", {"active_organization_id": PARK})
    browser.send("DELETE", f"/v1/organizations/{PARK}")
    body = browser.get(session).json()["response"]
    assert body["last_active_organization_id"] is None
    assert "o" not in claims(body["last_active_token"]["jwt"])


def test_organization_to_choose(browser: Browser, server: EmulatorServer, error: ErrorOf) -> None:
    """Without personal accounts a session is pending until an organization is chosen."""
    server.state.settings.force_organization_selection = True
    path = f"/v1/client/sessions/{browser.sign_in()}"
    session = browser.get(path).json()["response"]
    assert (session["status"], session["tasks"]) == ("pending", [{"key": "choose-organization"}])
    body = browser.post(f"{path}/touch", {"active_organization_id": ENGINES}).json()
    assert (body["response"]["status"], body["response"]["tasks"]) == ("active", None)
    environment = browser.get("/v1/environment").json()
    assert environment["organization_settings"]["force_organization_selection"] is True


def test_invitation_makes_a_member(
    browser: Browser, session: str, server: EmulatorServer, new_browser: NewBrowser, error: ErrorOf
) -> None:
    """An invited user accepts once, and has the role of the invitation."""
    path = f"/v1/organizations/{PARK}/invitations"
    data = {"email_address": "grace@example.com", "role": "org:admin"}
    invitation = browser.post(path, data).json()["response"]
    assert error(browser.post(path, data)) == (400, "duplicate_record")
    grace = new_browser(server).start()
    grace.sign_in("grace@example.com", "another-password")
    accept = f"/v1/me/organization_invitations/{invitation['id']}/accept"
    assert error(browser.post(accept)) == (404, "resource_not_found")  # it is not the demo user's
    assert grace.post(accept).json()["response"]["status"] == "accepted"
    assert error(grace.post(accept)) == (404, "resource_not_found")
    memberships = grace.get("/v1/me/organization_memberships").json()["response"]
    assert [m["role"] for m in memberships] == ["org:admin"]
    pending = browser.get(path).json()["response"]["data"]
    assert invitation["id"] not in [found["id"] for found in pending]
    accepted = browser.get(path, params={"status": "accepted"}).json()["response"]["data"]
    assert [found["id"] for found in accepted] == [invitation["id"]]


def test_pages_of_a_list(browser: Browser, session: str) -> None:
    """`limit` and `offset` choose a part; the total number stays."""
    path = "/v1/me/organization_memberships"
    params = {"paginated": "true", "limit": "1", "offset": "1"}
    page = browser.get(path, params=params).json()["response"]
    assert page["total_count"] == 2
    assert [m["organization"]["slug"] for m in page["data"]] == [PARK]
    assert len(browser.get(path).json()["response"]) == 2
    assert browser.get(path, params={**params, "limit": "x"}).status_code == 422
