"""Everything the client raises.

    ClerkError
    ├── ClerkAPIResponseError    Clerk's Frontend API answered with an error status
    └── ClerkRuntimeError        no answer that can be used; `code` says which kind
        ├── ClerkOfflineError    no answer at all: `clerk_offline`
        └── ClerkTimeoutError    no answer in time: `clerk_timeout`

A `ClerkAPIResponseError` holds one `ClerkAPIError` for each thing that is wrong.

Source: https://clerk.com/docs/guides/development/errors/overview
"""

from __future__ import annotations

from .data import Tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class ClerkError(Exception):
    """The root of them all."""


class ClerkRuntimeError(ClerkError):
    """The client could not do what it was asked.

    Attributes:
        code: A word for programs, such as `clerk_offline`.
    """

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class ClerkOfflineError(ClerkRuntimeError):
    """Clerk's API cannot be reached. Says nothing about whether somebody is signed in."""

    def __init__(self, message: str = "offline: Clerk's Frontend API cannot be reached") -> None:
        super().__init__(message, "clerk_offline")


class ClerkTimeoutError(ClerkRuntimeError):
    """Clerk's API took the request and did not answer in time."""

    def __init__(self, message: str = "Clerk's Frontend API did not answer in time") -> None:
        super().__init__(message, "clerk_timeout")


class ErrorMeta(Tree):
    """More about an error, by Clerk's names; None for what was not sent.

    Attributes:
        paramName: The field at fault, by its name on the wire.
        sessionId: The session that is there already.
        zxcvbn: What is weak about a password; `suggestions` has texts.
        emailAddresses, identifiers, plan, isPlanUpgradePossible: As Clerk documents them.
    """

    OPTIONAL = ("param_name", "session_id", "email_addresses", "identifiers", "zxcvbn", "plan",
                "is_plan_upgrade_possible", "permissions",
                "lockout_expires_in_seconds")  # fmt: skip


class ClerkAPIError:
    """One thing that is wrong with a request.

    Attributes:
        code: Clerk's code, such as `form_password_incorrect`.
        message: A short text.
        longMessage: A text for users.
        meta: More, such as `meta.paramName`, the field at fault.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.code: str = data.get("code") or "unknown_error"
        self.message: str = data.get("message") or ""
        self.longMessage: str = data.get("long_message") or self.message
        self.meta = ErrorMeta(data.get("meta") or {})

    def to_data(self) -> dict[str, Any]:
        """Return what the API sent."""
        return {
            "code": self.code,
            "message": self.message,
            "long_message": self.longMessage,
            "meta": self.meta.data,
        }


class ClerkAPIResponseError(ClerkError):
    """The API refused a request or failed.

    Attributes:
        status: The HTTP status.
        errors: What is wrong, at least one.
        clerkTraceId: What Clerk's support asks for, if the API sent it.
        retryAfter: Seconds to wait before asking again, if the API said so.
        meta: What came beside the errors, such as `client`, the state after the request.
    """

    def __init__(
        self,
        status: int,
        errors: list[dict[str, Any]],
        clerkTraceId: str | None = None,
        retryAfter: int | None = None,
        meta: dict[str, Any] | None = None,
    ) -> None:
        self.meta = meta or {}
        self.status = status
        self.errors = [ClerkAPIError(item) for item in errors] or [
            ClerkAPIError({"message": f"Clerk's Frontend API answered with status {status}"})
        ]
        self.clerkTraceId = clerkTraceId
        self.retryAfter = retryAfter
        super().__init__(self.errors[0].longMessage)

    @property
    def code(self) -> str:
        """The code of the first error."""
        return self.errors[0].code

    def has_code(self, *codes: str) -> bool:
        """Return whether one of the errors has one of these codes."""
        return any(error.code in codes for error in self.errors)


def error_to_data(error: ClerkError) -> dict[str, Any]:
    """Return an error as a dict that can cross to another page."""
    if isinstance(error, ClerkAPIResponseError):
        return {
            "status": error.status,
            "errors": [item.to_data() for item in error.errors],
            "clerk_trace_id": error.clerkTraceId,
            "retry_after": error.retryAfter,
        }
    return {"code": getattr(error, "code", "clerk_error"), "message": str(error)}


def error_from_data(data: dict[str, Any]) -> ClerkError:
    """Return the error that `error_to_data` described."""
    if "status" in data:
        return ClerkAPIResponseError(
            data["status"], data["errors"], data["clerk_trace_id"], data["retry_after"]
        )
    if data["code"] == "clerk_offline":
        return ClerkOfflineError(data["message"])
    if data["code"] == "clerk_timeout":
        return ClerkTimeoutError(data["message"])
    return ClerkRuntimeError(data["message"], data["code"])


def refuse_options(given: object, call: str) -> None:
    """Raise where options come in a dict, as Clerk's documentation has them for JavaScript.

    Args:
        given: The first argument.
        call: How the call is written.

    Raises:
        TypeError: It is a dict.
    """
    if isinstance(given, dict):
        raise TypeError(f"in Python, options stand by their names, and not in a dict: {call}")
