"""Session tokens: what one says, which of two is fresher, and how long one is handed out.

Nobody here verifies a signature: that is for the server that a token is sent to.

Source: https://clerk.com/docs/guides/sessions/session-tokens
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .platform import Platform

    # Session id, template or None, organization id or None for the personal account.
    Slot = tuple[str, str | None, str | None]

# Seconds of life that a token handed out has left at least, so that it arrives alive where it is
# sent. A token made to live shorter than four times this is handed out for 3/4 of its life.
LEEWAY = 10.0


class Token:
    """A decoded session token.

    Attributes:
        raw: The JWT.
        header, claims: Its parts, as dicts.

    Raises:
        ValueError: It is no JWT with the times `iat` and `exp`.
    """

    def __init__(self, raw: str, platform: Platform) -> None:
        parts = raw.split(".") if isinstance(raw, str) else []
        if len(parts) != 3:
            raise ValueError("not a JWT: it has not three parts")
        self.raw = raw
        self.header: dict[str, Any] = platform.parse_json(platform.decode_base64(parts[0]))
        self.claims: dict[str, Any] = platform.parse_json(platform.decode_base64(parts[1]))
        if not isinstance(self.header, dict) or not isinstance(self.claims, dict):
            raise ValueError("not a JWT: its parts are no objects")
        self.issued_at: float = self._time("iat")
        self.expires_at: float = self._time("exp")

    def _time(self, name: str) -> float:
        value: float = self.claims.get(name)  # type: ignore[assignment]
        if not _is_number(value):
            raise ValueError(f"not a session token: it has no {name}")
        return value

    def __repr__(self) -> str:
        return f"<Token …{self.raw[-4:]} exp={self.expires_at}>"

    def getRawString(self) -> str:
        """Return the JWT, under the name that Clerk's `lastActiveToken` has for it."""
        return self.raw

    def remaining(self, server_now: float) -> float:
        """Return the seconds until it expires, by the server's clock."""
        return self.expires_at - server_now

    def is_usable(self, server_now: float, leeway: float | None = None) -> bool:
        """Return whether it may still be handed out.

        Args:
            server_now: Seconds since the epoch by the server's clock.
            leeway: Least life in seconds that it has to have left; see `LEEWAY`.
        """
        life = self.expires_at - self.issued_at
        if leeway is None:
            leeway = min(LEEWAY, life / 4)
        # More than its whole life left: the clock was set back since, and cannot tell.
        return leeway < self.remaining(server_now) <= life + LEEWAY

    def is_fresher_than(self, other: Token | None) -> bool:
        """Return whether this one is to replace another of the same session.

        Tokens may be minted at an edge from older data; `oiat` in the header says how old. The
        one with the later data wins, then the one issued later, then the newcomer.
        """
        if other is None:
            return True
        mine, theirs = self.header.get("oiat"), other.header.get("oiat")
        if not _is_number(mine) or not _is_number(theirs):
            return not _is_number(theirs)
        return (mine, self.issued_at) >= (theirs, other.issued_at)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


class TokenCache:
    """The freshest token of each slot."""

    def __init__(self) -> None:
        self._tokens: dict[Slot, Token] = {}

    def get(self, slot: Slot) -> Token | None:
        """Return what is kept, expired or not."""
        return self._tokens.get(slot)

    def put(self, slot: Slot, token: Token, server_now: float) -> None:
        """Keep a token, unless a fresher one is there. One that expired gives way to any that has
        not, or every call would have to ask for a token again.
        """
        kept = self._tokens.get(slot)
        if kept is not None and kept.raw == token.raw:
            return
        is_over = kept is not None and kept.remaining(server_now) <= 0
        if token.is_fresher_than(kept) or (is_over and token.remaining(server_now) > 0):
            self._tokens[slot] = token

    def forget_session(self, session_id: str) -> None:
        """Forget the tokens of a session."""
        self._tokens = {s: t for s, t in self._tokens.items() if s[0] != session_id}

    def keep_sessions(self, session_ids: set[str]) -> None:
        """Forget the tokens of all other sessions."""
        self._tokens = {s: t for s, t in self._tokens.items() if s[0] in session_ids}

    def clear(self) -> None:
        self._tokens = {}

    def to_data(self, server_now: float) -> list[list[Any]]:
        """Return the tokens that live, for storage."""
        return [[*s, t.raw] for s, t in self._tokens.items() if t.remaining(server_now) > 0]

    def add_data(self, data: list[list[Any]], platform: Platform, server_now: float) -> None:
        """Put back what `to_data` returned."""
        for session_id, template, organization_id, raw in data:
            self.put((session_id, template, organization_id), Token(raw, platform), server_now)
