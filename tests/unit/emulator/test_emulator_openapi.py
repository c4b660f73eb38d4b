"""Every endpoint's answers against Clerk's OpenAPI description, where that is at hand."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest

from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.endpoints import ENDPOINTS

DESCRIPTION = Path(__file__).parents[4] / "shared/design/clerk/fapi-openapi-subset.yml"
# The emulator's own, or with names of its own for parts of the path.
OWN_PATHS = {"/avatars/{user_id}"}
RENAMED = {
    "/v1/client/sessions/{session_id}/tokens/{template}": (
        "/v1/client/sessions/{session_id}/tokens/{template_name}"
    )
}

pytestmark = pytest.mark.skipif(not DESCRIPTION.exists(), reason="the description is not here")


def with_null(schema: Any) -> Any:
    """Return an OpenAPI 3.0 schema as JSON Schema: `nullable` becomes a choice."""
    if isinstance(schema, list):
        return [with_null(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {name: with_null(value) for name, value in schema.items() if name != "nullable"}
    return {"anyOf": [{"type": "null"}, plain]} if schema.get("nullable") is True else plain


@cache
def description() -> dict[str, Any]:
    yaml = pytest.importorskip("yaml")
    loaded: dict[str, Any] = yaml.safe_load(DESCRIPTION.read_text("utf-8"))
    return loaded


@cache
def schemas() -> Any:
    return with_null(description()["components"]["schemas"])


def response_schema(method: str, path: str, status: int) -> Any:
    answers = description()["paths"][RENAMED.get(path, path)][method.lower()]["responses"]
    answer = answers[str(status)]
    if "$ref" in answer:
        answer = description()["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    content = answer.get("content", {})
    return with_null(content["application/json"]["schema"]) if content else {}


def validate(body: Any, schema: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    document = {"allOf": [schema], "components": {"schemas": schemas()}}
    jsonschema.Draft202012Validator(document).validate(body)


def check(response: httpx.Response, seen: set[tuple[str, str]]) -> Any:
    """Validate an answer and note its endpoint."""
    request = response.request
    found = ENDPOINTS.find(request.method, request.url.path)
    assert found is not None, request.url
    route = found[0]
    if response.status_code == 200:
        seen.add((route.method, route.path))
    if route.path in OWN_PATHS:
        return None
    body = response.json()
    if response.status_code >= 400:
        validate(body, {"$ref": "#/components/schemas/ClerkErrors"})
    else:
        validate(body, response_schema(route.method, route.path, response.status_code))
    return body


def test_every_endpoint(browser: Any, anonymous: Any, server: EmulatorServer) -> None:
    seen: set[tuple[str, str]] = set()

    def call(method: str, path: str, **data: str) -> Any:
        return check(browser.send(method, path, data=data or None), seen)

    for path in ("/.well-known/jwks.json", "/.well-known/openid-configuration"):
        call("GET", path)
    call("POST", "/v1/dev_browser")
    for method in ("GET", "PATCH"):
        call(method, "/v1/environment")
    for method in ("GET", "PUT", "POST"):
        call(method, "/v1/client")
    check(anonymous.get("/v1/client"), seen)  # an error
    drive_sign_ins(call)
    drive_sessions(call)
    user_id = call("GET", "/v1/me")["response"]["id"]
    call("GET", f"/avatars/{user_id}")
    call("DELETE", "/v1/client/sessions")
    call("DELETE", "/v1/client")
    assert seen == {(route.method, route.path) for route in ENDPOINTS}


def drive_sign_ins(call: Any) -> None:
    """Go through every state of a sign-in; end with a session."""
    email, sign_ins = "demo+clerk_test@example.com", "/v1/client/sign_ins"
    call("POST", sign_ins)
    call("POST", sign_ins, identifier="nobody@example.com")
    sign_in = call("POST", sign_ins, identifier=email)["response"]
    path, strategy = f"{sign_ins}/{sign_in['id']}", "reset_password_email_code"
    call("POST", f"{path}/attempt_first_factor", strategy="password", password="wrong")
    call("POST", f"{path}/prepare_first_factor", strategy=strategy)
    call("POST", f"{path}/attempt_first_factor", strategy=strategy, code="424242")
    call("POST", f"{path}/reset_password", password="a-new-password")
    call("GET", path)
    call("DELETE", "/v1/client/sessions")
    sign_in = call("POST", sign_ins, identifier=email, strategy="email_code")["response"]
    path = f"{sign_ins}/{sign_in['id']}"
    call("POST", f"{path}/attempt_first_factor", strategy="email_code", code="424242")
    call("GET", "/v1/client")


def drive_sessions(call: Any) -> None:
    """Use every endpoint of sessions; end with a live one."""
    for action in ("end", "remove", ""):
        client = call("GET", "/v1/client")["response"]
        path = f"/v1/client/sessions/{client['last_active_session_id']}"
        call("GET", path)
        call("POST", f"{path}/touch", intent="focus")
        call("POST", f"{path}/tokens", organization_id="")
        call("POST", f"{path}/tokens/demo")
        if action:
            call("POST", f"{path}/{action}")
            email = "demo+clerk_test@example.com"
            call("POST", "/v1/client/sign_ins", identifier=email, password="a-new-password")


def test_validation_finds_mistakes(browser: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    browser.sign_in()
    body = browser.get("/v1/client").json()
    schema = response_schema("GET", "/v1/client", 200)
    validate(body, schema)
    for name, value in (("created_at", "today"), ("sessions", [{}]), ("last_active_session_id", 1)):
        spoilt = copy.deepcopy(body)
        spoilt["response"][name] = value
        with pytest.raises(jsonschema.ValidationError):
            validate(spoilt, schema)
