"""Whether a session allows something: `session.checkAuthorization`.

Each thing that is asked for is checked by itself, and all have to hold. What is malformed, unknown
or missing does not hold: a mistake denies and never allows.

Source: https://clerk.com/docs/guides/secure/authorization-checks
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeGuard

    from .resources.session import Session

# Names for how recently who somebody is has to be proven: level, and minutes.
REVERIFICATION = {
    "strict_mfa": ("multi_factor", 10),
    "strict": ("second_factor", 10),
    "moderate": ("second_factor", 60),
    "lax": ("second_factor", 1440),
}
LEVELS = ("first_factor", "second_factor", "multi_factor")
# Scopes of features and plans: as asked for, and in the claims.
ORGANIZATION = ("o", "org", "organization")
USER = ("u", "user")


def check_authorization(session: Session, asked: dict[str, Any]) -> bool:
    """Return whether all that is asked for holds, and something is asked for.

    Args:
        session: Whose membership, token and age of proof are looked at.
        asked: `role`, `permission`, `feature`, `plan`, `reverification`.
    """
    if not session.user or not asked:
        return False
    membership = _active_membership(session)
    claims = session.lastActiveToken.claims if session.lastActiveToken else {}
    checks: dict[str, Callable[[Any], bool]] = {
        "role": lambda wanted: _is_one_of([_prefixed(membership.get("role"))], wanted),
        "permission": lambda wanted: _is_one_of(membership.get("permissions"), wanted),
        "feature": lambda wanted: _has(claims.get("fea"), wanted),
        "plan": lambda wanted: _has(claims.get("pla"), wanted),
        "reverification": lambda wanted: _is_proven(session.factorVerificationAge, wanted),
    }
    return all(name in checks and checks[name](wanted) for name, wanted in asked.items())


def _active_membership(session: Session) -> dict[str, Any]:
    active = session.lastActiveOrganizationId
    for item in session.data["user"].get("organization_memberships") or []:
        if active and (item.get("organization") or {}).get("id") == active:
            return item if isinstance(item, dict) else {}
    return {}


def _is_one_of(held: object, wanted: object) -> bool:
    name = _prefixed(wanted)
    return name is not None and isinstance(held, list) and name in held


def _prefixed(name: object) -> str | None:
    """`admin` and `org:admin` are the same."""
    if not isinstance(name, str) or not name:
        return None
    while name.startswith("org:"):
        name = name[4:]
    return f"org:{name}"


def _has(claim: object, wanted: object) -> bool:
    """Whether a claim such as `o:invoices,uo:reports` holds a feature, of any scope or of one."""
    if not isinstance(claim, str) or not isinstance(wanted, str) or not claim or not wanted:
        return False
    scope, colon, name = wanted.partition(":")
    if not colon:
        scopes, name = "ou", scope
    elif scope in ORGANIZATION or scope in USER:
        scopes = scope[0]
    else:
        return False
    entries = [part.strip().partition(":") for part in claim.split(",")]
    if not all(colon for _, colon, _ in entries):
        return False
    return any(
        held == name and scoped in ("o", "u", "ou", "uo") and any(s in scopes for s in scoped)
        for scoped, _, held in entries
    )


def _is_proven(ages: object, wanted: object) -> bool:
    required = _reverification(wanted)
    if required is None or not isinstance(ages, list) or len(ages) != 2:
        return False
    if not all(_is_number(age) and (age == -1 or age >= 0) for age in ages):
        return False
    level, minutes = required
    first, second = (age != -1 and age < minutes for age in ages)
    if level == "first_factor" or ages[1] == -1:
        return bool(first)
    if level == "second_factor":
        return bool(second)
    return bool(first and second)


def _reverification(wanted: object) -> tuple[str, float] | None:
    if isinstance(wanted, str):
        return REVERIFICATION.get(wanted)
    if not isinstance(wanted, dict):
        return None
    level, minutes = wanted.get("level"), wanted.get("afterMinutes")
    if level not in LEVELS or not _is_number(minutes) or minutes <= 0:
        return None
    return level, minutes


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
