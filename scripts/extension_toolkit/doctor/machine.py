"""Whether this machine has what building, running and testing an extension needs."""

from __future__ import annotations

import importlib.util
import os
import platform
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from extension_toolkit.findings import Finding
from extension_toolkit.toolchain.manifest import MINIMUM_CHROME

MINIMUM_PYTHON = (3, 11)
VERSION = re.compile(r"\d+(?:\.\d+){1,3}")
EMULATOR_PORTS = (4433, 4434)
LOOPBACK = "127.0.0.1"


def check_python() -> Iterator[Finding | str]:
    version = platform.python_version()
    if sys.version_info < MINIMUM_PYTHON:
        needed = ".".join(map(str, MINIMUM_PYTHON))
        yield Finding("Python", f"this is {version}, and {needed} is needed", "install a newer one")
    else:
        yield f"Python {version}"


def check_browser() -> Iterator[Finding | str]:
    """Find Chrome and its driver; both have to be of one version."""
    if importlib.util.find_spec("selenium") is None:
        yield Finding(
            "Chrome",
            "nothing can drive it here, so that tests in it cannot run",
            'pip install "extension-toolkit[browser]"',
            serious=False,
        )
        return
    from extension_toolkit.automation.launch import how_to_install, installed_chrome

    chrome, driver = installed_chrome()
    for name, path in (("Chrome", chrome), ("chromedriver", driver)):
        if path is None:
            fix = f"{how_to_install()}; or leave it to Selenium, which fetches it when online"
            yield Finding(name, "it is not installed", fix, serious=False)
    if chrome and driver:
        yield from compare_versions(chrome, version_of(chrome), driver, version_of(driver))


def compare_versions(
    chrome: str, chrome_version: str, driver: str, driver_version: str
) -> Iterator[Finding | str]:
    """Compare the versions of Chrome and its driver, and with what extensions need."""
    major = chrome_version.partition(".")[0]
    if not major or int(major) < int(MINIMUM_CHROME):
        problem = f"its version is {chrome_version or 'unknown'}, and {MINIMUM_CHROME} is needed"
        yield Finding(chrome, problem, "install a newer one")
    if driver_version.partition(".")[0] != major:
        yield Finding(
            driver,
            f"its version is {driver_version or 'unknown'}, and that of {chrome} {chrome_version}",
            "install the driver of the same version; CHROME and CHROMEDRIVER name others",
        )
    else:
        yield f"{chrome} {chrome_version}, and its driver"


def version_of(program: str) -> str:
    """Return a program's version, or nothing where it does not tell."""
    if os.name == "nt" and program.endswith("chrome.exe"):  # would open a window
        names = [path.name for path in Path(program).parent.iterdir() if path.is_dir()]
        return next((name for name in names if VERSION.fullmatch(name)), "")
    try:
        command = [program, "--version"]
        told = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = VERSION.search(told.stdout)
    return found[0] if found else ""


def check_ports(ports: tuple[int, ...] = EMULATOR_PORTS) -> Iterator[Finding | str]:
    """Find out whether the emulator's usual ports are free."""
    taken = [port for port in ports if _is_taken(port)]
    for port in taken:
        yield Finding(
            f"port {port}",
            "something listens there already; it may be an emulator that runs",
            "end it, or give the command emulator other ports: --port and --control-port",
            serious=False,
        )
    if not taken:
        yield f"ports {' and '.join(map(str, ports))} are free for the emulator"


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((LOOPBACK, port)) == 0
