"""The control API's page for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import urlencode

from .control_views import codes, sessions, users
from .state import Instance

STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem; color: #1b1b1f; background: #fff }
table { border-collapse: collapse; margin: 0 0 2rem }
caption { text-align: left; font-size: 1.25rem; font-weight: 600; padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem; border: 1px solid #8a8a94 }
td { overflow-wrap: anywhere }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1b1b1f } }
"""


def page(instance: Instance) -> str:
    """Return the page: users, sessions, codes sent and requests, as HTML."""
    tables = (
        _users(instance),
        _sessions(instance),
        _codes(instance),
        _requests(instance),
    )
    title = f"Emulator of {escape(instance.host)}"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{title}</h1><p>It is {_time(instance.now())} for the instance. "
        f"Reload the page to see it anew.</p>{''.join(tables)}</main></body></html>\n"
    )


def _users(instance: Instance) -> str:
    rows = [
        (
            user["id"],
            ", ".join(user["email_addresses"]),
            f"{user['first_name'] or ''} {user['last_name'] or ''}".strip(),
            "banned" if user["banned"] else "locked" if user["locked"] else "active",
        )
        for user in users(instance)
    ]
    return _table("Users", ("Id", "E-mail address", "Name", "State"), rows)


def _sessions(instance: Instance) -> str:
    rows = [
        (session["id"], session["identifier"], session["status"], _time(session["created_at"]))
        for session in reversed(sessions(instance))
    ]
    return _table("Sessions", ("Id", "User", "Status", "Begun"), rows)


def _codes(instance: Instance) -> str:
    rows = [
        (_time(code["time"]), code["to"], code["strategy"], code["code"])
        for code in reversed(codes(instance))
    ]
    return _table("Codes sent", ("Time", "To", "For", "Code"), rows)


def _requests(instance: Instance) -> str:
    rows = [
        (
            _time(record.time),
            record.method,
            record.path,
            _parameters(record.query),
            _parameters(record.form),
            record.origin or "",
            "none" if record.status is None else record.status,
            "" if record.duration is None else f"{record.duration * 1000:.1f} ms",
        )
        for record in reversed(instance.requests.records())
    ]
    heads = ("Time", "Method", "Path", "Query", "Body", "Origin", "Status", "Duration")
    return _table("Requests", heads, rows)


def _parameters(values: dict[str, list[str]]) -> str:
    return urlencode(values, doseq=True, safe="*…:/,@+")


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a table with the latest row first; all texts are escaped."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows
    )
    empty = f'<tr><td colspan="{len(heads)}">None so far.</td></tr>'
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body or empty}</tbody></table>"
    )
