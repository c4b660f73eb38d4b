"""Run the local Clerk emulator by itself, until Ctrl-C."""

from __future__ import annotations

import argparse
import threading
from collections.abc import Sequence
from pathlib import Path

from extension_toolkit import console
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD


def main(arguments: Sequence[str], root: Path) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=4433, help="of the Frontend API, over TLS")
    parser.add_argument("--control-port", type=int, default=4434, help="of the control page")
    options = parser.parse_args(arguments)
    directory = root / ".local" / "emulator"
    with EmulatorServer(directory, port=options.port, control_port=options.control_port) as server:
        console.say(f"Frontend API     https://{server.frontend_api} on 127.0.0.1:{server.port}")
        console.say(f"Publishable key  {server.publishable_key}")
        console.say(f"Demo user        {DEMO_EMAIL}, password {DEMO_PASSWORD}, code 424242")
        console.say(f"Control page     {server.control_url}")
        console.say("Start Chrome with its own --user-data-dir and:")
        for argument in server.chrome_arguments:
            console.say(f'  "{argument}"')
        threading.Event().wait()
    return 0
