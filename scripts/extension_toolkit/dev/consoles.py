"""What the extension's contexts write to their consoles, in the terminal."""

from __future__ import annotations

from urllib.parse import urlsplit

from extension_toolkit import console
from extension_toolkit.automation.targets import ConsoleEntry, origin_of

BLUE, MAGENTA, CYAN = "34", "35", "36"
COLORS = {"popup": CYAN, "background": MAGENTA, "service worker": BLUE}
LEVELS = {
    "error": console.RED,
    "assert": console.RED,
    "uncaught": console.RED,
    "warning": console.YELLOW,
}
# Each is known by its folder, whatever its page is called.
FOLDERS = {"popup": "popup", "background": "background", "sidepanel": "side panel"}


class ConsolePrinter:
    """Print what an extension's scripts write, each line with the context's name before it.

    Attributes:
        origin: The extension's; entries of others are left out. None before it is known.
    """

    def __init__(self) -> None:
        self.origin: str | None = None

    def __call__(self, entry: ConsoleEntry) -> None:
        if entry.origin == self.origin or (
            self.origin is None and entry.origin.startswith("chrome-extension://")
        ):
            console.say(format_entry(entry))


def format_entry(entry: ConsoleEntry) -> str:
    """Return an entry as it is printed."""
    name = context_name(entry)
    prefix = console.colored(f"{name} │", COLORS.get(name, console.GREEN))
    level = LEVELS.get(entry.level)
    lines = entry.text.rstrip("\n").split("\n")
    if level:
        lines = [console.colored(line, level) for line in lines]
    return "\n".join(f"{prefix} {line}" for line in lines)


def context_name(entry: ConsoleEntry) -> str:
    """Return what a developer calls the context: `popup`, `tabs/settings`, `background`, …"""
    url = entry.target.url
    if entry.target.type == "service_worker":
        return "service worker"
    if entry.origin != origin_of(url):
        return f"content script in {urlsplit(url).netloc}"
    path = urlsplit(url).path.strip("/")
    return FOLDERS.get(path.partition("/")[0], path.removesuffix(".html"))
