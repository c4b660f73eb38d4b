"""The control API's page for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import urlencode

from ..http.faults import Fault
from ..state import Instance
from . import views
from .forms import button, fault_forms, settings_form

STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem }
table { border-collapse: collapse; margin: 0 0 2rem }
caption, h2 { text-align: left; font-size: 1.25rem; font-weight: 600; margin: 0; padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem; border: 1px solid #8a8a94 }
td { overflow-wrap: anywhere }
button, input, select { font: inherit }
.buttons, .buttons form { display: flex; flex-wrap: wrap; gap: .5rem }
details { margin: .5rem 0 1.5rem }
details form { display: grid; gap: .5rem; max-width: 40rem; padding: .5rem 0 }
label { display: grid; grid-template-columns: 1fr 1fr; align-items: center }
"""


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def page(instance: Instance) -> str:
    """Return the page: state to read, faults and settings to change, as HTML."""
    title = f"Emulator of {escape(instance.host)}"
    parts = (
        f"<h1>{title}</h1><p>It is {_time(instance.now())} for the instance. "
        "Reload the page to see it anew.</p>",
        button("/reset", "Back to how it was at first"),
        settings_form(instance.settings),
        "<h2>Faults</h2>",
        fault_forms(),
        _faults(instance),
        _codes(instance),
        _users(instance),
        _organizations(instance),
        _sessions(instance),
        _requests(instance),
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>"
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


def _faults(instance: Instance) -> str:
    usual = asdict(Fault())
    rows = [
        (
            fault["method"] or "any",
            fault["path"],
            ", ".join(
                f"{name} {value}"
                for name, value in fault.items()
                if value != usual[name] and name not in {"method", "path"}
            ),
        )
        for fault in views.faults(instance)
    ]
    return _table("Faults in force", ("Method", "Path", "What happens"), rows) if rows else ""


def _users(instance: Instance) -> str:
    rows = [
        (
            user["id"],
            ", ".join([*user["email_addresses"], *user["phone_numbers"]]),
            f"{user['first_name'] or ''} {user['last_name'] or ''}".strip(),
            ", ".join(user["second_factors"]),
            "banned" if user["banned"] else "locked" if user["locked"] else "active",
            _user_action(user),
        )
        for user in views.users(instance)
    ]
    heads = ("Id", "Addresses and numbers", "Name", "Second factors", "State", "")
    return _table("Users", heads, rows)


def _user_action(user: dict[str, Any]) -> Markup:
    is_out = user["banned"] or user["locked"]
    action, label = ("unban", "Let in again") if is_out else ("ban", "Ban")
    return Markup(button(f"/users/{user['id']}/{action}", label))


def _organizations(instance: Instance) -> str:
    rows = [
        (found["id"], found["name"], found["slug"], _roles(found["members"]),
         _roles(found["invitations"]))
        for found in views.organizations(instance)
    ]  # fmt: skip
    heads = ("Id", "Name", "Slug", "Members", "Invitations")
    return _table("Organizations", heads, rows)


def _roles(roles: dict[str, str]) -> str:
    return ", ".join(f"{who} ({role})" for who, role in roles.items())


def _sessions(instance: Instance) -> str:
    rows = [
        (
            session["id"],
            session["identifier"],
            ", ".join([session["status"], *session["tasks"]]),
            session["last_active_organization_id"] or "",
            _time(session["created_at"]),
            _session_actions(session),
        )
        for session in reversed(views.sessions(instance))
    ]
    heads = ("Id", "User", "Status", "Organization", "Begun", "")
    return _table("Sessions", heads, rows)


def _session_actions(session: dict[str, Any]) -> Markup:
    if session["status"] not in {"active", "pending"}:
        return Markup()
    revoke = button(f"/sessions/{session['id']}/revoke", "Revoke")
    rotate = button(f"/clients/{session['client_id']}/rotate", "Rotate client token")
    return Markup(f'<div class="buttons">{revoke}{rotate}</div>')


def _codes(instance: Instance) -> str:
    rows = [
        (_time(code["time"]), code["to"], code["strategy"], code["code"])
        for code in reversed(views.codes(instance))
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
        "<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    empty = f'<tr><td colspan="{len(heads)}">None so far.</td></tr>'
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body or empty}</tbody></table>"
    )


def _cell(value: Any) -> str:
    return value if isinstance(value, Markup) else escape(str(value))
