#!/usr/bin/env python3
"""Run the local Clerk emulator by itself, until Ctrl-C."""

import environment_setup

environment_setup.ensure()

import argparse  # noqa: E402
import sys  # noqa: E402
import threading  # noqa: E402

from extension_toolkit import console  # noqa: E402
from extension_toolkit.emulator import EmulatorServer  # noqa: E402
from extension_toolkit.emulator.seed import DEMO_EMAIL, DEMO_PASSWORD  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=4433, help="of the Frontend API, over TLS")
    parser.add_argument("--control-port", type=int, default=4434, help="of the control page")
    arguments = parser.parse_args()
    directory = environment_setup.ROOT / ".local" / "emulator"
    with EmulatorServer(
        directory, port=arguments.port, control_port=arguments.control_port
    ) as server:
        console.say(f"Frontend API     https://{server.frontend_api} on 127.0.0.1:{server.port}")
        console.say(f"Publishable key  {server.publishable_key}")
        console.say(f"Demo user        {DEMO_EMAIL}, password {DEMO_PASSWORD}, code 424242")
        console.say(f"Control page     {server.control_url}")
        console.say("Start Chrome with its own --user-data-dir and:")
        for argument in server.chrome_arguments:
            console.say(f'  "{argument}"')
        threading.Event().wait()
    return 0


if __name__ == "__main__":
    sys.exit(console.run(main))
