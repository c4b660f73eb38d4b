"""Endpoints of the signed-in user's accounts at other providers."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.external import begin_visit
from ..http.calls import Answer, Call
from ..http.routes import RouteTable
from ..models import Connection, ExternalAccount
from ..shapes.users import external_account

routes = RouteTable()

EXTERNAL_ACCOUNTS = "/v1/me/external_accounts"


@routes.add("POST", EXTERNAL_ACCOUNTS)
def create(call: Call) -> Answer:
    """Begin a visit to the provider; the account waits for its end."""
    user = call.user(recently_verified=True)
    strategy = call.form.require("strategy")
    account = ExternalAccount(strategy, "", call.instance.now())
    connection = Connection(user, account)
    account.verification = begin_visit(call.instance, call.client, connection, strategy, call.form)
    user.external_accounts.append(account)
    return call.wrapped(external_account(account))


@routes.add("DELETE", f"{EXTERNAL_ACCOUNTS}/{{external_account_id}}")
def delete(call: Call) -> Answer:
    """Remove an account; the address that it was linked to stays."""
    user = call.user(recently_verified=True)
    for account in user.external_accounts:
        if account.id == call.params["external_account_id"]:
            user.external_accounts.remove(account)
            for address in user.email_addresses:
                address.linked_to = [linked for linked in address.linked_to if linked != account.id]
            return call.wrapped({"object": "external_account", "id": account.id, "deleted": True})
    raise ApiError("resource_not_found", "The user has no such account.")
