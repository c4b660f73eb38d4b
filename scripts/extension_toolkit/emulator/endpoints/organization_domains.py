"""Endpoints of the e-mail domains whose users an organization takes in."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.codes import check_code, send_code
from ..flows.organizations import MANAGE_DOMAINS, READ_DOMAINS
from ..http.calls import Answer, Call
from ..http.routes import RouteTable
from ..models import Domain, EmailAddress, Organization
from ..shapes.environment import ENROLLMENT_MODES
from ..shapes.organizations import domain
from .organizations import ORGANIZATION, organization_of

routes = RouteTable()

DOMAINS = f"{ORGANIZATION}/domains"
DOMAIN = f"{DOMAINS}/{{domain_id}}"


@routes.add("GET", DOMAINS)
def list_domains(call: Call) -> Answer:
    """Return the domains; `enrollment_mode` says which."""
    owner = organization_of(call, READ_DOMAINS)
    mode = call.query.get("enrollment_mode")
    shapes = [
        domain(owner, found) for found in owner.domains if mode in {None, found.enrollment_mode}
    ]
    return call.wrapped(call.page(shapes))


@routes.add("POST", DOMAINS)
def create(call: Call) -> Answer:
    """Add a domain, which waits for its verification."""
    owner = organization_of(call, MANAGE_DOMAINS)
    name, now = call.form.require("name").lower(), call.instance.now()
    if "." not in name or "@" in name:
        raise ApiError("form_param_format_invalid", f"{name} is not a domain.", param="name")
    if any(found.name == name for found in owner.domains):
        raise ApiError("form_identifier_exists", param="name")
    found = Domain(name, now, now)
    found.enrollment_mode = _mode(call, found.enrollment_mode)
    owner.domains.append(found)
    return _answer(call, owner, found)


@routes.add("GET", DOMAIN)
def read(call: Call) -> Answer:
    """Return a domain."""
    owner = organization_of(call, READ_DOMAINS)
    return _answer(call, owner, _domain(call, owner))


@routes.add("DELETE", DOMAIN)
def delete(call: Call) -> Answer:
    """Remove a domain."""
    owner = organization_of(call, MANAGE_DOMAINS)
    found = _domain(call, owner)
    owner.domains.remove(found)
    return call.wrapped({"object": "organization_domain", "id": found.id, "deleted": True})


@routes.add("POST", f"{DOMAIN}/update_enrollment_mode")
def update_enrollment_mode(call: Call) -> Answer:
    """Say how users of the domain come in."""
    owner = organization_of(call, MANAGE_DOMAINS)
    found = _domain(call, owner)
    found.enrollment_mode = _mode(call, None)
    return _answer(call, owner, found)


@routes.add("POST", f"{DOMAIN}/prepare_affiliation_verification")
def prepare_verification(call: Call) -> Answer:
    """Send a code to an address of the domain."""
    owner = organization_of(call, MANAGE_DOMAINS)
    found = _domain(call, owner)
    email = call.form.require("affiliation_email_address").lower()
    if not email.endswith(f"@{found.name}"):
        text = f"{email} is not an address of {found.name}."
        raise ApiError("form_param_format_invalid", text, param="affiliation_email_address")
    address = EmailAddress(email, call.instance.now())
    found.affiliation_email_address = email
    found.verification = send_code(
        call.instance, address, address.code_strategy, found.id, found.verification
    )
    return _answer(call, owner, found)


@routes.add("POST", f"{DOMAIN}/attempt_affiliation_verification")
def attempt_verification(call: Call) -> Answer:
    """Check the code."""
    owner = organization_of(call, MANAGE_DOMAINS)
    found = _domain(call, owner)
    check_code(call.instance, found.verification, "email_code", call.form.require("code"))
    found.verified_at = call.instance.now()
    return _answer(call, owner, found)


def _domain(call: Call, owner: Organization) -> Domain:
    for found in owner.domains:
        if found.id == call.params["domain_id"]:
            return found
    raise ApiError("resource_not_found", "There is no such domain.")


def _mode(call: Call, default: str | None) -> str:
    mode = call.form.get("enrollment_mode") or default or call.form.require("enrollment_mode")
    if mode not in ENROLLMENT_MODES:
        raise ApiError("form_param_value_invalid", param="enrollment_mode")
    return mode


def _answer(call: Call, owner: Organization, found: Domain) -> Answer:
    found.updated_at = call.instance.now()
    return call.wrapped(domain(owner, found))
