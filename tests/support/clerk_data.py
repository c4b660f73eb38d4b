"""What Clerk's Frontend API sends, made to order."""

from __future__ import annotations

import base64
import json
from typing import Any

from .platform import START, Answer

HOST = "happy-cat-1.clerk.accounts.dev"
LIVE_HOST = "clerk.example.com"
DEVICE = "device-token-1"
JWT_KEY = f"{HOST}|__clerk_client_jwt|v2"
LIVE_JWT_KEY = f"{LIVE_HOST}|__clerk_client_jwt|v2"
SNAPSHOT_KEY = f"{HOST}|clerk_snapshot"


def make_key(host: str = HOST, live: bool = False) -> str:
    encoded = base64.b64encode(f"{host}$".encode()).decode()
    return f"pk_{'live' if live else 'test'}_{encoded}"


def make_jwt(
    iat: float = START,
    lifetime: float = 60,
    oiat: object = None,
    header: dict[str, Any] | None = None,
    **claims: Any,
) -> str:
    """An unsigned JWT; two with different claims differ in text."""
    head = {"alg": "RS256", "typ": "JWT", **({} if oiat is None else {"oiat": oiat})}
    body = {"iat": iat, "exp": iat + lifetime, "sid": "sess_1", "sub": "user_1", **claims}
    return ".".join([*(encode_part(part) for part in ({**head, **(header or {})}, body)), "c2ln"])


def encode_part(value: object) -> str:
    text = json.dumps(value, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def user_json(number: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "object": "user",
        "id": f"user_{number}",
        "username": None,
        "first_name": "Ada",
        "last_name": "Lovelace",
        "image_url": "https://img.clerk.com/a",
        "has_image": False,
        "primary_email_address_id": "idn_2",
        "email_addresses": [
            {"id": "idn_1", "email_address": "old@example.com"},
            {"id": "idn_2", "email_address": "ada@example.com"},
        ],
        **more,
    }


def session_json(number: int = 1, token: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "object": "session",
        "id": f"sess_{number}",
        "status": "active",
        "expire_at": 1_900_000_000_000,
        "abandon_at": 1_900_000_000_000,
        "last_active_at": 1_800_000_000_000,
        "last_active_token": {"object": "token", "jwt": token} if token else None,
        "last_active_organization_id": None,
        "user": user_json(number),
        **more,
    }


def client_json(*sessions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "object": "client",
        "id": "client_1",
        "sessions": list(sessions),
        "sign_in": None,
        "last_active_session_id": sessions[0]["id"] if sessions else None,
        **more,
    }


def enveloped(response: Any, client: Any = None, **more: Any) -> Answer:
    return Answer({"response": response, "client": client}, **more)


def token_answer(jwt: str | None = None, **more: Any) -> Answer:
    return Answer({"object": "token", "jwt": make_jwt() if jwt is None else jwt}, **more)


def refusal(status: int, code: str = "some_code", meta: Any = None, **headers: str) -> Answer:
    """An error answer; headers by their names with `_` for `-`."""
    body = {
        "errors": [{"code": code, "message": "short", "long_message": f"long {code}"}],
        "clerk_trace_id": "trace_1",
        **({} if meta is None else {"meta": meta}),
    }
    return Answer(body, status, {name.replace("_", "-"): text for name, text in headers.items()})


def proxy_page(status: int = 502) -> Answer:
    headers = {"Content-Type": "text/html", "Clerk-Db-Jwt": "", "Authorization": ""}
    return Answer("<html>Bad gateway</html>", status, headers)
