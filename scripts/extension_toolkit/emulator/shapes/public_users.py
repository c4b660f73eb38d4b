"""The JSON form of what others may see of a user."""

from __future__ import annotations

from ..json_types import JsonObject
from ..models import User
from ..state import Instance
from .times import milliseconds


def public_user_data(instance: Instance, found: User) -> JsonObject:
    """Return what others may see of a user."""
    return {
        "user_id": found.id,
        "first_name": found.first_name,
        "last_name": found.last_name,
        "username": found.username,
        "identifier": found.identifier,
        **image(instance, found),
        "banned": found.banned,
    }


def user_data(instance: Instance, found: User) -> JsonObject:
    """Return what a sign-in shows of the user it is about."""
    return {
        "first_name": found.first_name,
        "last_name": found.last_name,
        **image(instance, found),
    }


def image(instance: Instance, found: User) -> JsonObject:
    """Return the members about a user's picture, which the emulator serves itself."""
    url = f"{instance.url}/avatars/{found.id}"
    if found.image is not None:
        # Another address for another picture, since browsers keep pictures.
        url = f"{url}?v={milliseconds(found.updated_at)}"
    return {"image_url": url, "profile_image_url": url, "has_image": found.image is not None}
