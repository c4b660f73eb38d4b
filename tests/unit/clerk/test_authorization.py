"""What `checkAuthorization` allows: all that is asked for, and nothing by mistake."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.authorization import check_authorization
from clerk.clerk import Clerk
from clerk.publishable_key import parse_publishable_key
from clerk.resources.session import Session
from support.clerk_data import client_json, make_jwt, make_key, session_json, user_json
from support.platform import FakePlatform

ORGANIZATION = {"id": "org_1", "name": "Acme"}
MEMBERSHIP = {
    "role": "org:admin",
    "permissions": ["org:invoices:read"],
    "organization": ORGANIZATION,
}


def session(
    organization: str | None = "org_1",
    memberships: Any = (MEMBERSHIP,),
    ages: Any = (5, 5),
    **claims: Any,
) -> Session:
    clerk = Clerk(parse_publishable_key(make_key()), FakePlatform())
    user = user_json(organization_memberships=list(memberships))
    data = session_json(
        token=make_jwt(**claims),
        user=user,
        last_active_organization_id=organization,
        factor_verification_age=list(ages) if isinstance(ages, tuple) else ages,
    )
    clerk.show(client_json(data))
    assert clerk.session
    return clerk.session


@pytest.mark.parametrize(
    ("asked", "allowed"),
    [
        ({"role": "org:admin"}, True),
        ({"role": "admin"}, True),
        ({"role": "org:member"}, False),
        ({"permission": "org:invoices:read"}, True),
        ({"permission": "invoices:read"}, True),
        ({"permission": "org:invoices:write"}, False),
        ({"role": "org:admin", "permission": "org:invoices:read"}, True),
        ({"role": "org:member", "permission": "org:invoices:read"}, False),
        ({"role": "org:admin", "permission": "org:invoices:write"}, False),
        ({"feature": "reports"}, True),
        ({"feature": "org:reports"}, True),
        ({"feature": "o:reports"}, True),
        ({"feature": "user:reports"}, False),
        ({"feature": "user:notes"}, True),
        ({"feature": "both"}, True),
        ({"feature": "u:both"}, True),
        ({"feature": "planet:reports"}, False),
        ({"feature": "org:"}, False),
        ({"plan": "org:gold"}, True),
        ({"plan": "silver"}, False),
        ({"feature": "reports", "plan": "gold"}, True),
        ({"role": "org:admin", "feature": "nothing"}, False),
        ({"role": "org:admin", "reverification": "strict"}, True),
        ({"role": "org:nobody", "reverification": "strict"}, False),
        ({}, False),
        ({"role": None}, False),
        ({"role": None, "permission": "org:invoices:read"}, False),
        ({"role": 5}, False),
        ({"permission": ["org:invoices:read"]}, False),
        ({"feature": None}, False),
        ({"plan": 1}, False),
        ({"reverification": None}, False),
        ({"shoe": "size"}, False),
    ],
)
def test_all_that_is_asked_for(asked: dict[str, Any], allowed: bool) -> None:
    """Each thing that is asked for has to hold, and what is no question is not allowed."""
    member = session(fea="o:reports,u:notes,uo:both", pla="o:gold")
    assert check_authorization(member, asked) is allowed
    if not set(asked) - {"role", "permission", "feature", "plan", "reverification"}:
        assert member.checkAuthorization(**asked) is allowed


@pytest.mark.parametrize(
    "spoiled",
    [
        pytest.param({"organization": None}, id="personal account"),
        pytest.param({"organization": "org_2"}, id="another organization"),
        pytest.param({"memberships": ()}, id="no membership"),
        pytest.param({"memberships": ({"organization": ORGANIZATION},)}, id="no role"),
        pytest.param(
            {"memberships": ({**MEMBERSHIP, "role": None, "permissions": None},)}, id="null"
        ),
    ],
)
def test_missing_membership_denies(spoiled: dict[str, Any]) -> None:
    """Without the membership there is neither role nor permission."""
    for asked in ({"role": "org:admin"}, {"permission": "org:invoices:read"}, {"role": None}):
        assert check_authorization(session(**spoiled), asked) is False


@pytest.mark.parametrize("claim", [None, "", "reports", "o:a,reports", 5, ["o:reports"]])
def test_spoiled_claims_deny(claim: Any) -> None:
    """A claim that is not as it should be holds no feature and no plan."""
    member = session(fea=claim, pla=claim)
    assert not member.checkAuthorization(feature="reports")
    assert not member.checkAuthorization(plan="reports")


@pytest.mark.parametrize(
    ("ages", "wanted", "allowed"),
    [
        ((9, 9), "strict", True),
        ((9, 10), "strict", False),
        ((10, 9), "strict", True),
        ((9, -1), "strict", True),
        ((10, -1), "strict", False),
        ((-1, 9), "strict", True),
        ((9, 9), "strict_mfa", True),
        ((10, 9), "strict_mfa", False),
        ((9, 10), "strict_mfa", False),
        ((9, -1), "strict_mfa", True),
        ((-1, 9), "strict_mfa", False),
        ((0, 59), "moderate", True),
        ((0, 60), "moderate", False),
        ((0, 1439), "lax", True),
        ((-1, -1), "lax", False),
        ((4, 9), {"level": "first_factor", "afterMinutes": 5}, True),
        ((5, 0), {"level": "first_factor", "afterMinutes": 5}, False),
        ((0, 0), {"level": "first_factor", "afterMinutes": 0}, False),
        ((0, 0), {"level": "third_factor", "afterMinutes": 5}, False),
        ((0, 0), {"level": "first_factor"}, False),
        ((0, 0), {"level": "first_factor", "afterMinutes": True}, False),
        ((0, 0), "often", False),
        ((0, 0), 5, False),
        (None, "lax", False),
        ((0,), "lax", False),
        ((0, None), "lax", False),
        ((0, -2), "lax", False),
        ((0, "0"), "lax", False),
        ((True, True), "lax", False),
    ],
)
def test_recent_proof(ages: Any, wanted: Any, allowed: bool) -> None:
    """How recently the factors have to be proven follows Clerk's four names, or a level."""
    assert session(ages=ages).checkAuthorization(reverification=wanted) is allowed


QUESTIONS = st.dictionaries(
    st.sampled_from(["role", "permission", "feature", "plan", "reverification"]),
    st.one_of(st.none(), st.text(max_size=12), st.integers(), st.lists(st.text(max_size=3))),
    min_size=1,
)


@given(QUESTIONS)
def test_nobody_is_allowed_by_accident(asked: dict[str, Any]) -> None:
    """A user without anything is allowed nothing, whatever is asked."""
    nobody = session(organization=None, memberships=(), ages=None)
    assert check_authorization(nobody, asked) is False


@given(QUESTIONS, QUESTIONS)
def test_asking_for_more_never_allows_more(one: dict[str, Any], other: dict[str, Any]) -> None:
    """What is allowed together is allowed one by one."""
    member = session(fea="o:a,u:b", pla="o:c")
    together = one | other
    if check_authorization(member, together):
        assert all(check_authorization(member, {name: together[name]}) for name in together)


def test_session_without_a_user() -> None:
    """A session that says of nobody whose it is allows nothing."""
    member = session()
    empty = Session(member.data | {"user": None}, member.clerk)
    assert empty.checkAuthorization(role="org:admin") is False
