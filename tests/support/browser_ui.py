"""Chrome's own menus, notifications and shortcuts, which WebDriver and DevTools do not reach.

Chrome can show the tree of the views that its windows are made of, without a display too, and hand
them events of mouse and keyboard as the system would.

Source: https://chromium.googlesource.com/chromium/src/+/HEAD/docs/ui/ui_devtools/index.md
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import websocket

from extension_toolkit.automation.waiting import wait_until

CHROME_ARGUMENTS = [
    "--enable-ui-devtools=0",
    "--enable-features=ui-debug-tools-enable-synthetic-events",
]
CONTROL, SHIFT = 4, 2  # as Chrome's events have them

Node = dict[str, Any]


class BrowserUi:
    """The windows of a running Chrome that was started with `CHROME_ARGUMENTS`.

    Args:
        profile: The folder of its profile.
    """

    def __init__(self, profile: Path) -> None:
        port = (profile / "UIDevToolsActivePort").read_text().split()[0]
        self._socket = websocket.create_connection(
            f"ws://127.0.0.1:{port}/0", suppress_origin=True, timeout=10
        )
        self._numbers = itertools.count(1)
        self._command("DOM.enable")
        self._command("CSS.enable")

    def close(self) -> None:
        self._socket.close()

    def click(self, name: str, index: int = -1) -> None:
        """Click on a view as soon as it is there, in the middle.

        Args:
            name: Its class in Chrome, such as `MenuItemView`.
            index: Which of them.
        """
        wait_until(lambda: self._paths(name))
        *path, root = self._paths(name)[index]
        bounds = [self._properties(node) for node in path]
        x, y = (sum(int(each[side]) for each in bounds) for side in ("X", "Y"))
        x += int(bounds[0]["Width"]) // 2
        y += int(bounds[0]["Height"]) // 2
        for kind, button in [("Moved", "none"), ("Pressed", "left"), ("Released", "left")]:
            event = {"type": f"mouse{kind}", "x": x, "y": y, "button": button}
            event |= {"wheelDirection": "none"}
            self._command("DOM.dispatchMouseEvent", nodeId=root["nodeId"], event=event)

    def press(self, letter: str, modifiers: int) -> None:
        """Press a key in the browser's window."""
        [[widget]] = self._paths("BrowserWidget", "Widget")
        event = {"type": "keyPressed", "keyCode": ord(letter), "code": 0, "key": ord(letter)}
        event |= {"flags": modifiers, "isChar": False}
        self._command("DOM.dispatchKeyEvent", nodeId=widget["nodeId"], event=event)

    def count(self, name: str) -> int:
        """Return how many views of a class there are."""
        return len(self._paths(name))

    def _paths(self, name: str, kind: str = "View") -> list[list[Node]]:
        """Each view of a class, with those around it, up to the root of its window."""
        document = self._command("DOM.getDocument")["root"]
        return [
            path
            for path in _walk(document, [])
            if path[0]["nodeName"] == kind and _name(path[0]) == name
        ]

    def _properties(self, node: Node) -> dict[str, str]:
        styles = self._command("CSS.getMatchedStylesForNode", nodeId=node["nodeId"])
        return {
            entry["name"]: entry["value"]
            for match in styles["matchedCSSRules"]
            for entry in match["rule"]["style"]["cssProperties"]
        }

    def _command(self, method: str, **parameters: Any) -> Any:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == number:
                assert "error" not in message, f"{method}: {message}"
                return message["result"]


def _walk(node: Node, around: list[Node]) -> Iterator[list[Node]]:
    path = [node, *around]
    yield path
    for child in node.get("children", []):
        yield from _walk(child, path if node["nodeName"] == "View" else [])


def _name(node: Node) -> str:
    attributes = node.get("attributes") or []
    return str(dict(zip(attributes[::2], attributes[1::2], strict=True)).get("name", ""))
