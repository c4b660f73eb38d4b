"""The forms of the control page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from html import escape
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ..http.faults import Fault
from ..settings import Settings
from .values import FIXED_SETTINGS, LISTS

# Faults to order with one click, by their names.
PRESETS: dict[str, dict[str, Any]] = {
    "Next token: 429": {"path": "/v1/client/sessions", "status": 429, "retry_after": 2, "count": 1},
    "Next request: 503": {"status": 503, "count": 1},
    "Next request: HTML error page": {
        "status": 502,
        "body": "<h1>Bad Gateway</h1>",
        "count": 1,
    },
    "Next request hangs": {"hang": True, "count": 1},
    "Next connection is reset": {"drop_connection": True, "count": 1},
    "Next answer without client token": {"drop_client_token": True, "count": 1},
    "Everything takes 2 s longer": {"delay": 2},
}
# Settings that make trouble, to change with one click.
SETTING_PRESETS: dict[str, dict[str, Any]] = {
    "Clock two minutes ahead": {"clock_offset": 120},
    "Clock two minutes behind": {"clock_offset": -120},
    "Clock right": {"clock_offset": 0},
    "Tokens from a stale edge": {"oiat_lag": 30},
    "Tokens fresh": {"oiat_lag": 0},
}


def button(action: str, label: str, values: dict[str, Any] | None = None) -> str:
    """Return a form of one button.

    Args:
        action: Path of the control API.
        label: What stands on the button.
        values: What the form sends.
    """
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(str(value))}">'
        for name, value in (values or {"from": "page"}).items()
    )
    content = f"{hidden}<button>{escape(label)}</button>"
    return f'<form method="post" action="{escape(action)}">{content}</form>'


def fault_forms() -> str:
    """Return buttons for common faults, and a form for any."""
    presets = "".join(button("/faults", name, values) for name, values in PRESETS.items())
    presets += "".join(
        button("/settings", name, values) for name, values in SETTING_PRESETS.items()
    )
    inputs = _inputs(Fault, {field.name: field.default for field in fields(Fault)})
    return (
        f'<div class="buttons">{presets}{button("/faults/clear", "Lift all faults")}</div>'
        "<details><summary>Any fault</summary>"
        f'<form method="post" action="/faults">{inputs}<button>Put in force</button></form>'
        "</details>"
    )


def settings_form(settings: Settings) -> str:
    """Return a form of all settings that may change."""
    values = {
        field.name: getattr(settings, field.name)
        for field in fields(Settings)
        if field.name not in FIXED_SETTINGS
    }
    return (
        "<details><summary>Settings</summary>"
        f'<form method="post" action="/settings">{_inputs(Settings, values)}'
        "<button>Change settings</button></form></details>"
    )


def _inputs(kind: type, values: dict[str, Any]) -> str:
    hints = get_type_hints(kind)
    return "".join(
        f"<label>{escape(name)}{_input(name, hints[name], value)}</label>"
        for name, value in values.items()
    )


def _input(name: str, hint: Any, value: Any) -> str:
    if hint is bool:
        return _select(name, ["true", "false"], str(value).lower())
    if get_origin(hint) is Literal:
        return _select(name, get_args(hint), value)
    if name in LISTS:
        value = " ".join(value or ())
    text = "" if value is None else escape(str(value))
    return f'<input name="{escape(name)}" value="{text}">'


def _select(name: str, options: Iterable[Any], chosen: Any) -> str:
    items = "".join(
        f"<option{' selected' if option == chosen else ''}>{escape(str(option))}</option>"
        for option in options
    )
    return f'<select name="{escape(name)}">{items}</select>'
