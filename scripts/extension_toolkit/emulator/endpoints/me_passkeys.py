"""Endpoints of the signed-in user's passkeys."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.passkeys import begin_registration, finish_registration
from ..http.calls import Answer, Call
from ..http.routes import RouteTable
from ..models import Passkey, User
from ..shapes.users import passkey as shape

routes = RouteTable()

PASSKEYS = "/v1/me/passkeys"
PASSKEY = f"{PASSKEYS}/{{passkey_id}}"


@routes.add("POST", PASSKEYS)
def create(call: Call) -> Answer:
    """Begin a passkey; it waits for what an authenticator answers to its challenge."""
    user = call.user(recently_verified=True)
    if not call.instance.settings.passkey:
        raise ApiError("resource_forbidden", "The instance has no passkeys.")
    passkey = begin_registration(call.instance, user)
    # One that was begun and given up makes room for the next.
    user.passkeys = [*user.verified_passkeys, passkey]
    return call.wrapped(shape(passkey))


@routes.add("GET", PASSKEY)
def read(call: Call) -> Answer:
    """Return a passkey."""
    return call.wrapped(shape(_passkey(call, call.user())))


@routes.add("POST", f"{PASSKEY}/attempt_verification")
def attempt_verification(call: Call) -> Answer:
    """Take over what the authenticator answered."""
    user = call.user()
    passkey = _passkey(call, user)
    if call.form.require("strategy") != "passkey":
        raise ApiError("strategy_for_user_invalid")
    if passkey.is_verified:
        raise ApiError("verification_already_verified")
    finish_registration(call.instance, passkey, call.form)
    return call.wrapped(shape(passkey))


@routes.add("PATCH", PASSKEY)
def update(call: Call) -> Answer:
    """Give a passkey another name."""
    passkey = _passkey(call, call.user())
    passkey.name = call.form.require("name")
    passkey.updated_at = call.instance.now()
    return call.wrapped(shape(passkey))


@routes.add("DELETE", PASSKEY)
def delete(call: Call) -> Answer:
    """Forget a passkey; its authenticator keeps a key that opens nothing."""
    user = call.user(recently_verified=True)
    passkey = _passkey(call, user)
    user.passkeys.remove(passkey)
    return call.wrapped({"object": "passkey", "id": passkey.id, "deleted": True})


def _passkey(call: Call, user: User) -> Passkey:
    """Return the user's passkey that is named in the path."""
    for passkey in user.passkeys:
        if passkey.id == call.params["passkey_id"]:
            return passkey
    raise ApiError("resource_not_found", "The user has no such passkey.")
