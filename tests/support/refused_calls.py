"""Calls that Chrome refuses for other reasons than the types of their arguments, and its words.

The fake `chrome` has to say the same: a unit test asks it, and a browser test Chrome.
"""

from __future__ import annotations

from typing import Any

MANIFEST: dict[str, Any] = {
    "manifest_version": 3,
    "name": "Refused calls",
    "version": "1",
    "permissions": [
        "contextMenus", "cookies", "identity", "scripting", "sidePanel", "storage", "tabs",
    ],
    "optional_permissions": ["bookmarks"],
    "host_permissions": ["https://*.example.com/*"],
    "action": {},
    "background": {"service_worker": "worker.js"},
}  # fmt: skip
EXAMPLE = "https://www.example.com/"
NO_TAB = 99999
SCRIPT = {"id": "a", "matches": ["https://www.example.com/*"], "js": ["worker.js"]}
JAVASCRIPT = (
    "JavaScript URLs are not allowed in API based extension navigations. Use "
    "chrome.scripting.executeScript instead."
)
COOKIE = 'Failed to parse or set cookie named "{}".'
COLOR = "Error at property 'color': Value did not match any choice."

# Function, arguments, and what Chrome's message has.
REFUSED: list[tuple[str, list[Any], str]] = [
    ("tabs.create", [{"url": "javascript:alert(1)"}], JAVASCRIPT),
    ("tabs.create", [{"openerTabId": NO_TAB}], f"No tab with id: {NO_TAB}."),
    ("tabs.create", [{"index": -1}], "Error at property 'index': Value must be at least 0."),
    ("tabs.remove", [NO_TAB], f"No tab with id: {NO_TAB}."),
    ("windows.create", [{"state": "minimized", "width": 100}], "Invalid value for state"),
    ("windows.update", [-2, {"state": "maximized", "left": 1}], "Invalid value for state"),
    ("windows.get", [NO_TAB], f"No window with id: {NO_TAB}."),
    ("cookies.get", [{"url": "no address", "name": "a"}], 'Invalid url: "no address".'),
    ("cookies.set", [{"url": EXAMPLE, "name": "a;b"}], COOKIE.format("a;b")),
    ("cookies.set", [{"url": EXAMPLE, "name": "a", "value": "1;2"}], COOKIE.format("a")),
    ("cookies.set", [{"url": EXAMPLE}], COOKIE.format("")),
    ("cookies.set", [{"url": EXAMPLE, "name": "__Host-a"}], COOKIE.format("__Host-a")),
    ("cookies.set", [{"url": EXAMPLE, "name": "__Secure-a"}], COOKIE.format("__Secure-a")),
    ("action.getBadgeText", [{"tabId": NO_TAB}], f"No tab with id: {NO_TAB}."),
    ("action.setBadgeBackgroundColor", [{"color": "greenish"}], "could not be parsed."),
    ("action.setBadgeBackgroundColor", [{"color": [1, 2, 3]}], COLOR),
    ("action.setBadgeBackgroundColor", [{"color": [1, 2, 3, 256]}], COLOR),
    ("action.setIcon", [{}], "Either the path or imageData property must be specified."),
    ("action.setPopup", [{"popup": EXAMPLE}], "The specified popup path is invalid."),
    ("identity.launchWebAuthFlow", [{"url": "no address"}], "The auth url has an invalid scheme."),
    ("permissions.contains", [{"permissions": ["tabz"]}], "'tabz' is not a recognized permission."),
    ("permissions.contains", [{"origins": ["a.com"]}], "pattern a.com: Missing scheme separator."),
    ("permissions.remove", [{"permissions": ["tabs"]}], "You cannot remove required permissions."),
    ("permissions.remove", [{"permissions": ["history"]}], "permissions specified in the manifest"),
    ("scripting.executeScript", [{"target": {"tabId": 1}}], "Exactly one of 'func' and 'files'"),
    ("scripting.executeScript", [{"target": {"tabId": 1}, "files": []}], "At least one file must"),
    ("scripting.insertCSS", [{"target": {"tabId": 1}}], "Exactly one of 'css' and 'files' must be"),
    (
        "scripting.registerContentScripts",
        [[SCRIPT | {"id": "_a"}]],
        "Script's ID '_a' must not start with '_'",
    ),
    (
        "scripting.registerContentScripts",
        [[SCRIPT | {"matches": ["example.com"]}]],
        "Script with ID 'a' has invalid value for matches[0]: Missing scheme separator.",
    ),
    (
        "scripting.updateContentScripts",
        [[{"id": "b"}]],
        "Script with ID 'b' does not exist or is not fully registered",
    ),
    ("scripting.unregisterContentScripts", [{"ids": ["b"]}], "Nonexistent script ID 'b'"),
    ("runtime.setUninstallURL", ["no address"], 'Invalid URL: "no address".'),
]
