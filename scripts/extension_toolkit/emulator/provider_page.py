"""The page of the other provider, for people and for tests."""

from __future__ import annotations

from html import escape

from .models import User
from .state import Instance

STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 26rem; padding: 1.5rem }
form { margin: .5rem 0 }
fieldset { border: 1px solid #8a8a94; border-radius: .5rem; display: grid; gap: .5rem }
label { display: grid }
button, input { font: inherit; padding: .5rem .75rem; border-radius: .5rem; border: 1px solid }
button { width: 100%; text-align: start; cursor: pointer }
"""


def provider_page(instance: Instance, strategy: str) -> str:
    """Return the page where somebody chooses who to be, as HTML.

    Args:
        instance: Whose users can be chosen.
        strategy: What the provider is called, such as `oauth_google`.
    """
    name = strategy.removeprefix("oauth_").replace("_", " ").title()
    settings = instance.settings
    users = [
        user
        for user in instance.users.values()
        if (address := user.primary_email_address)
        and (strategy != "enterprise_sso" or settings.is_enterprise(address.value))
    ]
    domain = next(iter(settings.enterprise_domains), "") if strategy == "enterprise_sso" else ""
    title = f"{escape(name)}, as the emulator plays it"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1>"
        f"<p>Who do you want to be for {escape(instance.settings.application_name)}?</p>"
        f"{''.join(map(_choice, users))}{_somebody_new(domain or 'example.com')}"
        '<form method="post"><button name="refuse" value="1">Refuse</button></form>'
        "</main></body></html>\n"
    )


def _choice(user: User) -> str:
    fields = {
        "email_address": user.identifier,
        "first_name": user.first_name or "",
        "last_name": user.last_name or "",
    }
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name, value in fields.items()
    )
    label = escape(f"{user.full_name or user.identifier} ({user.identifier})")
    return f'<form method="post">{hidden}<button>{label}</button></form>'


def _somebody_new(domain: str) -> str:
    email = escape(f"new+clerk_test@{domain}")
    return (
        '<form method="post"><fieldset><legend>Somebody new</legend>'
        '<label>E-mail address<input type="email" name="email_address" required '
        f'value="{email}"></label>'
        '<label>First name<input name="first_name" value="Mary"></label>'
        '<label>Last name<input name="last_name" value="Somerville"></label>'
        "<button>Go on as somebody new</button></fieldset></form>"
    )
