"""What each method of a resource sends, and what it makes of the answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest

from clerk.clerk import Clerk
from clerk.errors import ClerkRuntimeError
from clerk.resources.base import Page
from clerk.resources.organization import Organization
from clerk.resources.session import Session
from clerk.resources.user import User
from support.clerk_data import client_json, enveloped, proxy_page, session_json, user_json
from support.platform import Answer, FakeNetwork

from .conftest import SignIn

EMAIL = {"id": "idn_9", "email_address": "new@example.com", "verification": None}
PHONE = {"id": "idn_8", "phone_number": "+15555550100", "verification": {"status": "verified"}}
ORGANIZATION = {"object": "organization", "id": "org_1", "name": "Acme", "slug": "acme"}
MEMBERSHIP = {
    "id": "orgmem_1",
    "role": "org:admin",
    "permissions": ["org:read"],
    "organization": ORGANIZATION,
    "public_user_data": {"user_id": "user_1", "identifier": "ada@example.com"},
}
INVITATION = {
    "id": "orginv_1",
    "email_address": "b@example.com",
    "organization_id": "org_1",
    "role": "org:member",
    "status": "pending",
}
REQUEST = {"id": "req_1", "organization_id": "org_1", "status": "pending", "public_user_data": {}}
OFFER = {"id": "off_1", "status": "pending", "public_organization_data": {"name": "Acme"}}
ACTIVITY = {"id": "sess_7", "status": "active", "latest_activity": {"city": "Paris"}}
USER = user_json(
    email_addresses=[EMAIL],
    phone_numbers=[PHONE],
    organization_memberships=[MEMBERSHIP],
    external_accounts=[{"id": "eac_1", "provider": "oauth_google", "verification": None}],
    unsafe_metadata={"theme": "dark", "nested": {"a": 1, "b": 2}, "old": True},
)
FACTORS = {"supported_first_factors": [{"strategy": "password"}], "supported_second_factors": None}
SIGN_IN = {"object": "sign_in_attempt", "id": "sia_1", "status": "needs_first_factor", **FACTORS}
SIGN_UP = {"object": "sign_up_attempt", "id": "sua_1", "status": "missing_requirements"}
VERIFICATION = {"id": None, "status": "needs_first_factor", "level": "first_factor", **FACTORS}
TOTP = {"id": "totp_1", "secret": "ABC", "uri": "otpauth://…", "verified": False}


T = TypeVar("T")


def one(items: list[T]) -> T:
    [item] = items
    return item


def session(clerk: Clerk) -> Session:
    assert clerk.session
    return clerk.session


def user(clerk: Clerk) -> User:
    assert clerk.user
    return clerk.user


def organization(clerk: Clerk) -> Organization:
    return one(user(clerk).organizationMemberships).organization


Call = Callable[[Clerk], Awaitable[Any]]
# What is called, the request that it sends, its form, what the API answers.
CALLS: dict[str, tuple[Call, str, dict[str, str] | None, Any]] = {
    # Client
    "client.create": (lambda c: c.client.create(), "PUT /client", None, client_json()),
    # Sign-in
    "signIn.create ticket": (
        lambda c: c.client.signIn.create(strategy="ticket", ticket="t"),
        "POST /client/sign_ins", {"strategy": "ticket", "ticket": "t"}, SIGN_IN),
    "signIn.create transfer": (
        lambda c: c.client.signIn.create(transfer=True),
        "POST /client/sign_ins", {"transfer": "true"}, SIGN_IN),
    "signIn.prepareFirstFactor phone": (
        lambda c: c.client.signIn.prepareFirstFactor("phone_code", phoneNumberId="idn_8"),
        "POST /client/sign_ins/sia_1/prepare_first_factor",
        {"phone_number_id": "idn_8", "strategy": "phone_code"}, SIGN_IN),
    "signIn.prepareFirstFactor sso": (
        lambda c: c.client.signIn.prepareFirstFactor("enterprise_sso", redirectUrl="https://x"),
        "POST /client/sign_ins/sia_1/prepare_first_factor",
        {"redirect_url": "https://x", "strategy": "enterprise_sso"}, SIGN_IN),
    "signIn.prepareSecondFactor": (
        lambda c: c.client.signIn.prepareSecondFactor("phone_code", phoneNumberId="idn_8"),
        "POST /client/sign_ins/sia_1/prepare_second_factor",
        {"strategy": "phone_code", "phone_number_id": "idn_8"}, SIGN_IN),
    "signIn.attemptSecondFactor": (
        lambda c: c.client.signIn.attemptSecondFactor("totp", code="123456"),
        "POST /client/sign_ins/sia_1/attempt_second_factor",
        {"strategy": "totp", "code": "123456"}, SIGN_IN),
    "signIn.resetPassword": (
        lambda c: c.client.signIn.resetPassword("p", signOutOfOtherSessions=True),
        "POST /client/sign_ins/sia_1/reset_password",
        {"password": "p", "sign_out_of_other_sessions": "true"}, SIGN_IN),
    "signIn.reload": (
        lambda c: c.client.signIn.reload(), "GET /client/sign_ins/sia_1", None, SIGN_IN),
    # Sign-up
    "signUp.create": (
        lambda c: c.client.signUp.create(emailAddress="a@b.c", unsafeMetadata={"a": 1}),
        "POST /client/sign_ups", {"email_address": "a@b.c", "unsafe_metadata": '{"a":1}'}, SIGN_UP),
    "signUp.update": (
        lambda c: c.client.signUp.update(firstName=None, legalAccepted=True),
        "PATCH /client/sign_ups/sua_1", {"first_name": "", "legal_accepted": "true"}, SIGN_UP),
    "signUp.upsert": (
        lambda c: c.client.signUp.upsert(username="ada"),
        "PATCH /client/sign_ups/sua_1", {"username": "ada"}, SIGN_UP),
    "signUp.prepareEmailAddressVerification": (
        lambda c: c.client.signUp.prepareEmailAddressVerification(),
        "POST /client/sign_ups/sua_1/prepare_verification", {"strategy": "email_code"}, SIGN_UP),
    "signUp.attemptEmailAddressVerification": (
        lambda c: c.client.signUp.attemptEmailAddressVerification("424242"),
        "POST /client/sign_ups/sua_1/attempt_verification",
        {"code": "424242", "strategy": "email_code"}, SIGN_UP),
    "signUp.preparePhoneNumberVerification": (
        lambda c: c.client.signUp.preparePhoneNumberVerification(),
        "POST /client/sign_ups/sua_1/prepare_verification", {"strategy": "phone_code"}, SIGN_UP),
    "signUp.attemptPhoneNumberVerification": (
        lambda c: c.client.signUp.attemptPhoneNumberVerification("424242"),
        "POST /client/sign_ups/sua_1/attempt_verification",
        {"code": "424242", "strategy": "phone_code"}, SIGN_UP),
    "signUp.reload": (
        lambda c: c.client.signUp.reload(), "GET /client/sign_ups/sua_1", None, SIGN_UP),
    # Session
    "session.reload": (
        lambda c: session(c).reload(), "GET /client/sessions/sess_1", None, session_json()),
    "session.end": (
        lambda c: session(c).end(), "POST /client/sessions/sess_1/end", None, session_json()),
    "session.touch": (
        lambda c: session(c).touch(intent="focus"), "POST /client/sessions/sess_1/touch",
        {"active_organization_id": "", "intent": "focus"}, session_json()),
    "session.startVerification": (
        lambda c: session(c).startVerification("first_factor"),
        "POST /client/sessions/sess_1/verify", {"level": "first_factor"}, VERIFICATION),
    "session.prepareFirstFactorVerification": (
        lambda c: session(c).prepareFirstFactorVerification("email_code", emailAddressId="idn_9"),
        "POST /client/sessions/sess_1/verify/prepare_first_factor",
        {"email_address_id": "idn_9", "strategy": "email_code"}, VERIFICATION),
    "session.attemptFirstFactorVerification": (
        lambda c: session(c).attemptFirstFactorVerification("password", password="p"),
        "POST /client/sessions/sess_1/verify/attempt_first_factor",
        {"strategy": "password", "password": "p"}, VERIFICATION),
    "session.prepareSecondFactorVerification": (
        lambda c: session(c).prepareSecondFactorVerification("phone_code", phoneNumberId="idn_8"),
        "POST /client/sessions/sess_1/verify/prepare_second_factor",
        {"strategy": "phone_code", "phone_number_id": "idn_8"}, VERIFICATION),
    "session.attemptSecondFactorVerification": (
        lambda c: session(c).attemptSecondFactorVerification("totp", code="1"),
        "POST /client/sessions/sess_1/verify/attempt_second_factor",
        {"strategy": "totp", "code": "1"}, VERIFICATION),
    # User
    "user.reload": (lambda c: user(c).reload(), "GET /me", None, USER),
    "user.update": (
        lambda c: user(c).update(firstName="Ada", lastName=None),
        "PATCH /me", {"first_name": "Ada", "last_name": ""}, USER),
    "user.updateMetadata": (
        lambda c: user(c).updateMetadata(unsafeMetadata={"theme": None}),
        "PATCH /me/metadata", {"unsafe_metadata": '{"theme":null}'}, USER),
    "user.updatePassword": (
        lambda c: user(c).updatePassword("new", currentPassword="old", signOutOfOtherSessions=True),
        "POST /me/change_password",
        {"new_password": "new", "current_password": "old", "sign_out_of_other_sessions": "true"},
        USER),
    "user.removePassword": (
        lambda c: user(c).removePassword("old"),
        "POST /me/remove_password", {"current_password": "old"}, USER),
    "user.setProfileImage": (
        lambda c: user(c).setProfileImage(None), "DELETE /me/profile_image", None, {"id": "img_1"}),
    "user.createEmailAddress": (
        lambda c: user(c).createEmailAddress("new@example.com"),
        "POST /me/email_addresses/", {"email_address": "new@example.com"}, EMAIL),
    "emailAddress.prepareVerification": (
        lambda c: one(user(c).emailAddresses).prepareVerification(),
        "POST /me/email_addresses/idn_9/prepare_verification", {"strategy": "email_code"}, EMAIL),
    "emailAddress.attemptVerification": (
        lambda c: one(user(c).emailAddresses).attemptVerification("1"),
        "POST /me/email_addresses/idn_9/attempt_verification", {"code": "1"}, EMAIL),
    "emailAddress.destroy": (
        lambda c: one(user(c).emailAddresses).destroy(),
        "DELETE /me/email_addresses/idn_9", None, {"deleted": True}),
    "emailAddress.reload": (
        lambda c: one(user(c).emailAddresses).reload(),
        "GET /me/email_addresses/idn_9", None, EMAIL),
    "user.createPhoneNumber": (
        lambda c: user(c).createPhoneNumber("+15555550100"),
        "POST /me/phone_numbers/", {"phone_number": "+15555550100"}, PHONE),
    "phoneNumber.prepareVerification": (
        lambda c: one(user(c).phoneNumbers).prepareVerification(),
        "POST /me/phone_numbers/idn_8/prepare_verification", {"strategy": "phone_code"}, PHONE),
    "phoneNumber.attemptVerification": (
        lambda c: one(user(c).phoneNumbers).attemptVerification("1"),
        "POST /me/phone_numbers/idn_8/attempt_verification", {"code": "1"}, PHONE),
    "phoneNumber.setReservedForSecondFactor": (
        lambda c: one(user(c).phoneNumbers).setReservedForSecondFactor(False),
        "PATCH /me/phone_numbers/idn_8", {"reserved_for_second_factor": "false"}, PHONE),
    "phoneNumber.makeDefaultSecondFactor": (
        lambda c: one(user(c).phoneNumbers).makeDefaultSecondFactor(),
        "PATCH /me/phone_numbers/idn_8", {"default_second_factor": "true"}, PHONE),
    "phoneNumber.destroy": (
        lambda c: one(user(c).phoneNumbers).destroy(),
        "DELETE /me/phone_numbers/idn_8", None, {"deleted": True}),
    "externalAccount.destroy": (
        lambda c: one(user(c).externalAccounts).destroy(),
        "DELETE /me/external_accounts/eac_1", None, {"deleted": True}),
    "user.createTOTP": (lambda c: user(c).createTOTP(), "POST /me/totp", None, TOTP),
    "user.verifyTOTP": (
        lambda c: user(c).verifyTOTP("1"),
        "POST /me/totp/attempt_verification", {"code": "1"}, TOTP),
    "user.disableTOTP": (
        lambda c: user(c).disableTOTP(), "DELETE /me/totp", None, {"deleted": True}),
    "user.createBackupCode": (
        lambda c: user(c).createBackupCode(), "POST /me/backup_codes/", None,
        {"id": "back_1", "codes": ["a"]}),
    "user.leaveOrganization": (
        lambda c: user(c).leaveOrganization("org_1"),
        "DELETE /me/organization_memberships/org_1", None, {"deleted": True}),
    # Organizations
    "createOrganization": (
        lambda c: c.createOrganization("Acme", slug="acme"),
        "POST /organizations", {"name": "Acme", "slug": "acme"}, ORGANIZATION),
    "getOrganization": (
        lambda c: c.getOrganization("org_1"), "GET /organizations/org_1", None, ORGANIZATION),
    "organization.reload": (
        lambda c: organization(c).reload(), "GET /organizations/org_1", None, ORGANIZATION),
    "organization.update": (
        lambda c: organization(c).update(name="New"),
        "PATCH /organizations/org_1", {"name": "New"}, ORGANIZATION),
    "organization.setLogo": (
        lambda c: organization(c).setLogo(None),
        "DELETE /organizations/org_1/logo", None, ORGANIZATION),
    "organization.destroy": (
        lambda c: organization(c).destroy(),
        "DELETE /organizations/org_1", None, {"deleted": True}),
    "organization.addMember": (
        lambda c: organization(c).addMember("user_2", "org:member"),
        "POST /organizations/org_1/memberships",
        {"user_id": "user_2", "role": "org:member"}, MEMBERSHIP),
    "organization.updateMember": (
        lambda c: organization(c).updateMember("user_2", "org:admin"),
        "PATCH /organizations/org_1/memberships/user_2", {"role": "org:admin"}, MEMBERSHIP),
    "organization.removeMember": (
        lambda c: organization(c).removeMember("user_2"),
        "DELETE /organizations/org_1/memberships/user_2", None, MEMBERSHIP),
    "organization.inviteMember": (
        lambda c: organization(c).inviteMember("b@example.com", "org:member"),
        "POST /organizations/org_1/invitations",
        {"email_address": "b@example.com", "role": "org:member"}, INVITATION),
    "membership.update": (
        lambda c: one(user(c).organizationMemberships).update("org:member"),
        "PATCH /organizations/org_1/memberships/user_1", {"role": "org:member"}, MEMBERSHIP),
    "membership.destroy": (
        lambda c: one(user(c).organizationMemberships).destroy(),
        "DELETE /organizations/org_1/memberships/user_1", None, MEMBERSHIP),
}  # fmt: skip


SignedIn = Callable[[], Awaitable[Clerk]]


@pytest.fixture
def signed_in(clerk: Clerk, sign_in: SignIn) -> SignedIn:
    async def load() -> Clerk:
        await sign_in(session_json(user=USER), sign_in=SIGN_IN, sign_up=SIGN_UP)
        return clerk

    return load


@pytest.mark.parametrize("name", CALLS)
async def test_request(network: FakeNetwork, signed_in: SignedIn, name: str) -> None:
    """Each method sends the one request that Clerk's SDK sends for it, with its fields."""
    clerk = await signed_in()
    call, route, form, answer = CALLS[name]
    network.on(route, enveloped(answer))
    result = await call(clerk)
    [request] = network.requests
    assert str(request) == route
    assert (request.body is None) == (form is None)
    assert request.form == (form or {})
    needs_session = not route.split()[1].startswith("/client")
    assert request.query.get("_clerk_session_id") == ("sess_1" if needs_session else None)
    if result is not None:
        assert result.data == answer


PAGES: dict[str, tuple[Call, str, dict[str, str], Any]] = {
    "user.getOrganizationMemberships": (
        lambda c: user(c).getOrganizationMemberships(initialPage=3, pageSize=5),
        "GET /me/organization_memberships",
        {"paginated": "true", "limit": "5", "offset": "10"}, MEMBERSHIP),
    "user.getOrganizationInvitations": (
        lambda c: user(c).getOrganizationInvitations(status="pending"),
        "GET /me/organization_invitations",
        {"status": "pending", "limit": "10", "offset": "0"}, OFFER),
    "user.getOrganizationSuggestions": (
        lambda c: user(c).getOrganizationSuggestions(),
        "GET /me/organization_suggestions", {"limit": "10", "offset": "0"}, OFFER),
    "organization.getMemberships": (
        lambda c: organization(c).getMemberships(query="ada"),
        "GET /organizations/org_1/memberships",
        {"query": "ada", "paginated": "true", "limit": "10", "offset": "0"}, MEMBERSHIP),
    "organization.getRoles": (
        lambda c: organization(c).getRoles(),
        "GET /organizations/org_1/roles", {"limit": "10", "offset": "0"}, {"key": "org:admin"}),
    "organization.getInvitations": (
        lambda c: organization(c).getInvitations(status=["pending"]),
        "GET /organizations/org_1/invitations",
        {"status": "pending", "limit": "10", "offset": "0"}, INVITATION),
    "organization.getMembershipRequests": (
        lambda c: organization(c).getMembershipRequests(),
        "GET /organizations/org_1/membership_requests", {"limit": "10", "offset": "0"}, REQUEST),
}  # fmt: skip
OWN = {"__clerk_api_version", "_clerk_js_version", "_clerk_session_id", "__clerk_db_jwt"}


@pytest.mark.parametrize("name", PAGES)
async def test_page(network: FakeNetwork, signed_in: SignedIn, name: str) -> None:
    """Lists are asked for in pages, by the numbers that Clerk's SDK sends."""
    clerk = await signed_in()
    call, route, query, item = PAGES[name]
    network.on(route, enveloped({"data": [item], "total_count": 21}))
    page = await call(clerk)
    [request] = network.requests
    assert {n: v for n, v in request.query.items() if n not in OWN} == query
    assert isinstance(page, Page)
    assert page.total_count == 21
    assert [resource.data for resource in page.data] == [item]


@pytest.mark.parametrize("answer", [proxy_page(200), enveloped([]), enveloped({"data": None})])
async def test_page_that_is_none(network: FakeNetwork, signed_in: SignedIn, answer: Answer) -> None:
    """What is no list is an error of Clerk's tree."""
    clerk = await signed_in()
    network.on("GET /me/organization_memberships", answer)
    with pytest.raises(ClerkRuntimeError) as caught:
        await user(clerk).getOrganizationMemberships()
    assert caught.value.code == "unknown_answer"


async def test_items_of_pages_act(network: FakeNetwork, signed_in: SignedIn) -> None:
    """What is in a list can be accepted, rejected or revoked."""
    clerk = await signed_in()
    lists = {
        "GET /me/organization_invitations": OFFER,
        "GET /me/organization_suggestions": OFFER,
        "GET /organizations/org_1/invitations": INVITATION,
        "GET /organizations/org_1/membership_requests": REQUEST,
    }
    for route, item in lists.items():
        network.on(route, enveloped({"data": [item], "total_count": 1}))
    actions = {
        "POST /me/organization_invitations/off_1/accept": OFFER,
        "POST /me/organization_suggestions/off_1/accept": OFFER,
        "POST /organizations/org_1/invitations/orginv_1/revoke": INVITATION,
        "POST /organizations/org_1/membership_requests/req_1/accept": REQUEST,
        "POST /organizations/org_1/membership_requests/req_1/reject": REQUEST,
    }
    for route, item in actions.items():
        network.on(route, enveloped(item))
    invitation = one((await user(clerk).getOrganizationInvitations()).data)
    assert invitation.publicOrganizationData.name == "Acme"
    await invitation.accept()
    await one((await user(clerk).getOrganizationSuggestions()).data).accept()
    await one((await organization(clerk).getInvitations()).data).revoke()
    request = one((await organization(clerk).getMembershipRequests()).data)
    await request.accept()
    await request.reject()
    assert [line for line in network.log if line.startswith("POST")] == list(actions)


async def test_invitations_in_bulk(network: FakeNetwork, signed_in: SignedIn) -> None:
    """Several invitations are one request with one field for each address."""
    clerk = await signed_in()
    network.on("POST /organizations/org_1/invitations/bulk", enveloped([INVITATION]))
    [invitation] = await organization(clerk).inviteMembers(["b@x.y", "c@x.y"], "org:member")
    assert invitation.emailAddress == "b@example.com"
    body = network.requests[0].body
    assert body == "email_address=b%40x.y&email_address=c%40x.y&role=org%3Amember"


async def test_active_sessions(network: FakeNetwork, signed_in: SignedIn) -> None:
    """The user's sessions on all devices come as a bare list, and can be revoked."""
    clerk = await signed_in()
    network.on("GET /me/sessions/active", Answer([ACTIVITY]))
    network.on("POST /me/sessions/sess_7/revoke", enveloped(ACTIVITY))
    [session] = await user(clerk).getSessions()
    assert (session.latestActivity.city, session.latestActivity.browserName) == ("Paris", None)
    await session.revoke()
    assert network.requests[1].body == ""


async def test_picture(network: FakeNetwork, signed_in: SignedIn) -> None:
    """A picture goes out as the text of its data URL."""
    clerk = await signed_in()
    network.on("POST /me/profile_image", enveloped({"id": "img_1"}))
    await user(clerk).setProfileImage("data:image/png;base64,AAAA")
    [request] = network.requests
    assert request.body == "data:image/png;base64,AAAA"
    assert request.headers == {"Content-Type": "application/octet-stream"}


async def test_replaced_metadata(network: FakeNetwork, signed_in: SignedIn) -> None:
    """Metadata that is replaced goes out as what changes; where nothing does, nothing is sent."""
    clerk = await signed_in()
    network.on("GET /me", enveloped(USER))
    network.on("PATCH /me/metadata", enveloped(USER))
    await user(clerk).update(unsafeMetadata={"theme": "dark", "nested": {"a": 1, "b": 3}})
    assert network.log == ["GET /me", "PATCH /me/metadata"]
    assert network.requests[1].form == {"unsafe_metadata": '{"nested":{"b":3},"old":null}'}
    network.forget()
    await user(clerk).update(unsafeMetadata=USER["unsafe_metadata"])
    assert network.log == ["GET /me"]


async def test_reloaded_user_is_the_state(network: FakeNetwork, signed_in: SignedIn) -> None:
    """The client that comes with a reload is taken over, although it is a GET."""
    clerk = await signed_in()
    renamed = user_json(first_name="Grace")
    network.on("GET /me", enveloped(renamed, client_json(session_json(user=renamed))))
    assert (await user(clerk).reload()).firstName == "Grace"
    assert user(clerk).firstName == "Grace"


async def test_nonce_of_single_sign_on(network: FakeNetwork, signed_in: SignedIn) -> None:
    """The nonce goes out with the reload of the attempt, behind the versions."""
    clerk = await signed_in()
    network.on("GET /client/sign_ins/sia_1", enveloped(SIGN_IN))
    await clerk.client.signIn.reload(rotatingTokenNonce="n")
    names = [name for name, _ in network.requests[0].pairs]
    assert names[2:] == ["rotating_token_nonce", "__clerk_db_jwt"]


async def test_what_users_show(signed_in: SignedIn) -> None:
    """Everything around a user is an object with Clerk's names, empty where there is nothing."""
    clerk = await signed_in()
    user = clerk.user
    assert user
    assert str(one(user.emailAddresses)) == "new@example.com"
    assert one(user.emailAddresses).verification.status is None
    assert (user.hasVerifiedEmailAddress, user.hasVerifiedPhoneNumber) == (False, True)
    assert user.primaryPhoneNumber is None
    assert one(user.externalAccounts).provider == "google"
    assert user.verifiedExternalAccounts == []
    membership = one(user.organizationMemberships)
    assert (membership.role, membership.permissions) == ("org:admin", ["org:read"])
    assert membership.organization.name == "Acme"
    assert membership.publicUserData.userId == "user_1"
    assert (user.publicMetadata, membership.publicMetadata) == ({}, {})
    with pytest.raises(AttributeError, match="shoeSize"):
        _ = user.shoeSize


async def test_attempts_that_were_not_begun(clerk: Clerk, sign_in: SignIn) -> None:
    """An attempt that is not there reads as an empty one."""
    await sign_in()
    attempt, registration = clerk.client.signIn, clerk.client.signUp
    assert (attempt.id, attempt.status, attempt.supportedSecondFactors) == (None, None, [])
    assert attempt.firstFactorVerification.status is None
    assert attempt.userData.firstName is None
    assert (registration.id, registration.status, registration.missingFields) == (None, None, [])
    assert registration.verifications.emailAddress.nextAction == ""
    assert registration.hasPassword is False


async def test_failed_verification(clerk: Clerk, sign_in: SignIn) -> None:
    """What single sign-on ended with is an error with Clerk's names."""
    error = {"code": "external_account_exists", "meta": {"session_id": "sess_3"}}
    verification = {
        "status": "transferable",
        "external_verification_redirect_url": "https://x",
        "error": error,
    }
    await sign_in(sign_in={**SIGN_IN, "first_factor_verification": verification})
    shown = clerk.client.signIn.firstFactorVerification
    assert shown.externalVerificationRedirectURL == "https://x"
    assert shown.error
    assert (shown.error.code, shown.error.meta.sessionId) == (error["code"], "sess_3")


async def test_tasks_of_a_pending_session(clerk: Clerk, sign_in: SignIn) -> None:
    """A session that waits for a task is there, and nobody is signed in until it is done."""
    session = await sign_in(session_json(status="pending", tasks=[{"key": "setup-mfa"}]))
    assert session.currentTask
    assert session.currentTask.key == "setup-mfa"
    assert (clerk.user is not None, clerk.isSignedIn) == (True, False)
