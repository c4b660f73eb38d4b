"""Endpoints that anybody may call: keys, OpenID configuration, avatars."""

from __future__ import annotations

from html import escape

from ..errors import ApiError
from ..http.calls import Answer, Call
from ..http.routes import Access, RouteTable

routes = RouteTable()

AVATAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">'
    '<rect width="64" height="64" fill="#335"/><text x="32" y="42" font-family="sans-serif" '
    'font-size="28" text-anchor="middle" fill="#fff">{initial}</text></svg>'
)


@routes.add("GET", "/.well-known/jwks.json", Access.PUBLIC)
def jwks(call: Call) -> Answer:
    """Return the keys that verify the instance's tokens."""
    return Answer(call.instance.keys.jwks())


@routes.add("GET", "/.well-known/openid-configuration", Access.PUBLIC)
def openid_configuration(call: Call) -> Answer:
    """Return the OpenID configuration; only its issuer and keys are real."""
    url = call.instance.url
    return Answer(
        {
            "issuer": url,
            "jwks_uri": f"{url}/.well-known/jwks.json",
            "authorization_endpoint": f"{url}/oauth/authorize",
            "token_endpoint": f"{url}/oauth/token",
            "revocation_endpoint": f"{url}/oauth/token/revoke",
            "introspection_endpoint": f"{url}/oauth/token_info",
            "userinfo_endpoint": f"{url}/oauth/userinfo",
            "scopes_supported": ["openid", "profile", "email"],
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code", "refresh_token"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "none"],
            "claims_supported": ["aud", "exp", "iat", "iss", "sub"],
            "code_challenge_methods_supported": ["S256"],
            "backchannel_logout_supported": False,
            "frontchannel_logout_supported": False,
        }
    )


@routes.add("GET", "/avatars/{owner_id}", Access.PUBLIC)
def avatar(call: Call) -> Answer:
    """Return the picture of a user or an organization; without one, a drawing of the initial."""
    owner_id = call.params["owner_id"]
    user = call.instance.users.get(owner_id)
    organization = call.instance.organizations.get(owner_id)
    if user is None and organization is None:
        raise ApiError("resource_not_found")
    image = user.image if user else organization.image if organization else None
    if image is not None:
        return Answer(image[1], media_type=image[0], headers={"X-Content-Type-Options": "nosniff"})
    name = (user.first_name or user.identifier) if user else organization and organization.name
    initial = escape((name or "?")[:1].upper())
    return Answer(AVATAR.format(initial=initial), media_type="image/svg+xml")
