"""Endpoints of the signed-in user: profile, metadata, password, picture, end."""

from __future__ import annotations

from ..errors import ApiError
from ..flows.contacts import checked_username
from ..flows.passwords import check_new_password, set_password
from ..flows.proofs import Proofs
from ..http.calls import Answer, Call
from ..http.routes import RouteTable
from ..identifiers import new_id
from ..json_types import JsonObject
from ..models import User
from ..shapes.public_users import image

routes = RouteTable()

PRIMARY_CONTACTS = {
    "primary_email_address_id": "email_addresses",
    "primary_phone_number_id": "phone_numbers",
}


@routes.add("GET", "/v1/me")
def read(call: Call) -> Answer:
    """Return the user on whose behalf the call is made."""
    return call.wrapped(call.shapes.user(call.user()))


@routes.add("PATCH", "/v1/me")
def update(call: Call) -> Answer:
    """Change names, username, metadata or the primary contacts."""
    user, form = call.user(), call.form
    username = form.get("username")
    if username is not None and username != user.username:
        user.username = checked_username(call.instance, username)
    elif "username" in form and username is None:
        user.username = None
    for name in ("first_name", "last_name"):
        if name in form:
            setattr(user, name, form.get(name))
    if "unsafe_metadata" in form:
        user.unsafe_metadata = form.json_object("unsafe_metadata")
    for name, contacts in PRIMARY_CONTACTS.items():
        if (wanted := form.get(name)) is not None:
            if wanted not in (found.id for found in getattr(user, contacts) if found.is_verified):
                raise ApiError("resource_not_found", "There is no such verified contact.")
            setattr(user, name, wanted)
    return _changed(call, user)


@routes.add("PATCH", "/v1/me/metadata")
def update_metadata(call: Call) -> Answer:
    """Merge a patch into the unsafe metadata (RFC 7396)."""
    user = call.user()
    call.form.require("unsafe_metadata")
    user.unsafe_metadata = merged(user.unsafe_metadata, call.form.json_object("unsafe_metadata"))
    return _changed(call, user)


@routes.add("DELETE", "/v1/me")
def delete(call: Call) -> Answer:
    """Delete the user, whose sessions end."""
    if not call.instance.settings.delete_self:
        raise ApiError("delete_self_not_enabled")
    user = call.user(recently_verified=True)
    call.instance.delete_user(user)
    return call.wrapped({"object": "user", "id": user.id, "deleted": True})


@routes.add("POST", "/v1/me/change_password")
def change_password(call: Call) -> Answer:
    """Change the password; a user who has one gives it."""
    user = call.user(recently_verified=True)
    if user.password is not None and not user.must_reset_password:
        _check_current_password(call, user)
    password = call.form.require("new_password")
    check_new_password(call.instance, password, "new_password")
    set_password(call.instance, user, password)
    if call.form.flag("sign_out_of_other_sessions"):
        current = call.session()
        others = [other for other in call.instance.sessions_of(user) if other is not current]
        call.instance.close_sessions(others, "revoked")
    return _changed(call, user)


@routes.add("POST", "/v1/me/remove_password")
def remove_password(call: Call) -> Answer:
    """Remove the password."""
    user = call.user(recently_verified=True)
    if user.password is None:
        raise ApiError("no_password_set")
    _check_current_password(call, user)
    user.password = None
    return _changed(call, user)


@routes.add("POST", "/v1/me/profile_image")
def set_profile_image(call: Call) -> Answer:
    """Take over a picture."""
    user = call.user()
    if call.file is None:
        raise ApiError("form_param_missing", param="file")
    user.image = call.file
    user.updated_at = call.instance.now()
    url = image(call.instance, user)["image_url"]
    return call.wrapped(
        {"object": "image", "id": new_id("img"), "name": "profile", "public_url": url}
    )


@routes.add("DELETE", "/v1/me/profile_image")
def delete_profile_image(call: Call) -> Answer:
    """Go back to the picture with the initial."""
    user = call.user()
    user.image = None
    user.updated_at = call.instance.now()
    return call.wrapped({"object": "image", "id": user.id, "deleted": True})


def merged(target: JsonObject, patch: JsonObject) -> JsonObject:
    """Return an object with a merge patch applied: null removes, objects merge (RFC 7396)."""
    result = dict(target)
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        elif isinstance(value, dict):
            known = result.get(name)
            result[name] = merged(known if isinstance(known, dict) else {}, value)
        else:
            result[name] = value
    return result


def _check_current_password(call: Call, user: User) -> None:
    proofs = Proofs(call.instance, user, user.id, [])
    try:
        proofs.check_password(call.form.require("current_password"))
    except ApiError as error:
        if error.code != "form_password_incorrect":
            raise
        raise ApiError(error.code, param="current_password") from error


def _changed(call: Call, user: User) -> Answer:
    user.updated_at = call.instance.now()
    return call.wrapped(call.shapes.user(user))
