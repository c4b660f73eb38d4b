"""The page of the other provider that OAuth and enterprise sign-ins visit."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.external import end_visit, find_visit
from ..http.calls import Answer, Call
from ..http.routes import Access, RouteTable
from ..models import ExternalAccount
from ..provider_page import provider_page

routes = RouteTable()

PAGE_HEADERS = {
    # Its form leads to the caller's address, which may be of any scheme: no form-action.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "same-origin",
}


@routes.add("GET", "/provider/{state}", Access.PUBLIC)
def read(call: Call) -> Answer:
    """Return the page where somebody chooses who to be."""
    state = call.params["state"]
    strategy = find_visit(call.instance, state).verification.strategy
    html = provider_page(call.instance, strategy)
    return Answer(html, media_type="text/html", headers=PAGE_HEADERS)


@routes.add("POST", "/provider/{state}", Access.PUBLIC)
def choose(call: Call) -> Answer:
    """Send the browser back to the caller, with the account or the refusal."""
    state, form = call.params["state"], call.form
    visit = find_visit(call.instance, state)
    account = None
    if form.get("refuse") is None:
        email = form.require("email_address").lower()
        if visit.verification.strategy == "enterprise_sso" and not (
            call.instance.settings.is_enterprise(email)
        ):
            domains = ", ".join(call.instance.settings.enterprise_domains)
            raise ApiError(
                "form_param_value_invalid",
                f"The enterprise vouches for addresses of {domains} only.",
                param="email_address",
            )
        account = ExternalAccount(
            visit.verification.strategy,
            email,
            call.instance.now(),
            form.get("first_name") or "",
            form.get("last_name") or "",
        )
    target = end_visit(call.instance, state, account)
    return Answer("", 303, "text/plain", headers={"Location": target})
