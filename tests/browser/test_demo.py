"""The demo command, as a newcomer runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from extension_toolkit.automation import Browser, DevTools
from extension_toolkit.automation.waiting import wait_until
from extension_toolkit.emulator import EmulatorServer
from extension_toolkit.toolchain.environment import KEY_NAME

ROOT = Path(__file__).resolve().parent.parent.parent
SCREENSHOTS = ROOT / "build" / "screenshots"


@pytest.fixture
def environment(emulator_folder: Path) -> dict[str, str]:
    """The emulator's key, whatever the developer's own environment files hold."""
    return {**os.environ, KEY_NAME: EmulatorServer(emulator_folder).publishable_key}


def chrome_processes() -> str:
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    return "\n".join(line for line in listed.stdout.splitlines() if "/profile-" in line)


def test_walk(environment: dict[str, str]) -> None:
    """Without a window the demo walks by itself, prints a verified token and saves pictures."""
    names = ("popup-sign-in", "popup-home", "background-worker-demo")
    for name in names:
        (SCREENSHOTS / f"{name}.png").unlink(missing_ok=True)
    command = [sys.executable, "scripts/demo.py", "--headless"]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("✓") == 3
    assert '"alg": "RS256"' in result.stdout
    for name in names:
        assert (SCREENSHOTS / f"{name}.png").read_bytes().startswith(b"\x89PNG")
    assert chrome_processes() == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")
def test_interrupted(environment: dict[str, str]) -> None:
    """Ctrl-C ends the demo quietly, and nothing that it started is left."""
    command = [sys.executable, "scripts/demo.py", "--headless"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    for line in process.stdout:
        if "Signing in" in line:
            break
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=20)
    assert rest.strip() == "Stopped."
    assert process.returncode == 130
    assert chrome_processes() == ""


def test_nobody_watches(browser: Browser, extension_folder: Path, emulator: EmulatorServer) -> None:
    """Once the extension is loaded, its worker stops when idle and starts again by itself.

    Chrome stops it after 30 s. Stopped through a debugger it would start in any case.
    """
    extension = browser.install(extension_folder)
    devtools = DevTools(browser.devtools_url, watched=())

    def worker_runs() -> bool:
        targets = devtools.command("Target.getTargets")["targetInfos"]
        return any(target["type"] == "service_worker" for target in targets)

    wait_until(lambda: not worker_runs(), 60)
    emulator.clear_requests()
    url = f"chrome-extension://{extension}/popup/index.html"
    devtools.command("Target.createTarget", url=url)
    wait_until(lambda: emulator.requests)
    devtools.close()


def test_missing_key() -> None:
    """The build says which variable to add to which file, without a traceback."""
    environment = {k: v for k, v in os.environ.items() if k != KEY_NAME}
    environment[KEY_NAME] = ""
    command = [sys.executable, "scripts/build.py"]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.returncode == 1
    assert result.stderr == (
        "error: Please add the PUBLIC_CLERK_PUBLISHABLE_KEY to the .env.development file\n"
    )
