"""Run the local Clerk emulator by itself, until Ctrl-C."""

from __future__ import annotations

import argparse
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from extension_toolkit import console
from extension_toolkit.emulator import (
    DEFAULT_HOST,
    DEMO_SEED,
    EmulatorServer,
    Seed,
    SeedUser,
    Settings,
    read_seed_file,
)


def main(arguments: Sequence[str], root: Path) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=4433, help="of the Frontend API, over TLS")
    parser.add_argument("--control-port", type=int, default=4434, help="of the control page")
    parser.add_argument("--web-app-port", type=int, help="of a web application that signs in too")
    parser.add_argument("--host", default=DEFAULT_HOST, help="name that goes into the key")
    parser.add_argument("--seed", type=Path, metavar="FILE", help="users and settings, as TOML")
    options = parser.parse_args(arguments)
    seed, settings = read_seed_file(options.seed) if options.seed else (DEMO_SEED, Settings())
    with EmulatorServer(
        root / ".local" / "emulator",
        host=options.host,
        port=options.port,
        control_port=options.control_port,
        web_app_port=options.web_app_port,
        seed=seed,
        settings=settings,
    ) as server:
        for line in _introduction(server, seed):
            console.say(line)
        threading.Event().wait()
    return 0


def _introduction(server: EmulatorServer, seed: Seed) -> Iterator[str]:
    """Return what somebody at the terminal needs to know, line by line."""
    yield f"Frontend API     https://{server.frontend_api} on 127.0.0.1:{server.port}"
    yield f"Publishable key  {server.publishable_key}"
    yield f"Control page     {server.control_url}"
    if server.web_app_url:
        yield f"Web application  {server.web_app_url}"
    yield "Users"
    for user in seed.users:
        yield f"  {user.email_address}: {', '.join(_factors(user))}"
    for organization in seed.organizations:
        members = [f"{email} ({role})" for email, role in organization.members.items()]
        yield f"Organization {organization.name}: {', '.join(members)}"
    yield "Codes are 424242 for +clerk_test addresses and numbers +1 555 555 0100 to 0199;"
    yield "others are on the control page."
    yield "Start Chrome with its own --user-data-dir and:"
    for argument in server.chrome_arguments:
        yield f'  "{argument}"'


def _factors(user: SeedUser) -> Iterator[str]:
    """Return what a user signs in with."""
    yield f"password {user.password}" if user.password else "code by e-mail"
    if user.username:
        yield f"username {user.username}"
    if user.phone_number:
        use = "second factor" if user.phone_second_factor else "phone"
        yield f"{use} {user.phone_number}"
    if user.totp_secret:
        yield f"authenticator secret {user.totp_secret}"
    if user.backup_codes:
        yield f"backup codes {' '.join(user.backup_codes)}"
