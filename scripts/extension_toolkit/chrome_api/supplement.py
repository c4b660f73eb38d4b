"""What the declarations leave out: special permissions, manifest keys, and who has what.

Each fact is in Chrome's reference, at the page of its namespace, unless another place is given.
The lists of contexts are what Chromium gives; a browser test compares them.

Source: https://developer.chrome.com/docs/extensions/reference/api
"""

from __future__ import annotations

from typing import Any

# Members that need other permissions than their namespace; none where the list is empty. Where
# there are several, one of them is enough.
MEMBER_PERMISSIONS: dict[str, dict[str, list[str]]] = {
    "declarativeNetRequest": {
        "getMatchedRules": ["declarativeNetRequestFeedback", "activeTab"],
        "onRuleMatchedDebug": ["declarativeNetRequestFeedback"],
    },
    "management": {
        "getPermissionWarningsByManifest": [],
        "getSelf": [],
        "uninstallSelf": [],
    },
}

# The declarations name both, and reading takes less than changing.
PERMISSIONS = {
    "accessibilityFeatures": ["accessibilityFeatures.read", "accessibilityFeatures.modify"],
    "declarativeNetRequest": ["declarativeNetRequest", "declarativeNetRequestWithHostAccess"],
    "instanceID": ["gcm"],
}

# Namespaces that do nothing, or little, without access to sites: `host_permissions`.
NEEDS_HOSTS = ["cookies", "scripting", "userScripts", "webRequest"]

# What a script in a web page has.
# https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts
CONTENT_SCRIPT = [
    "dom", "extension.inIncognitoContext", "i18n", "runtime.connect", "runtime.getManifest",
    "runtime.getURL", "runtime.getVersion", "runtime.id", "runtime.onConnect", "runtime.onMessage",
    "runtime.sendMessage", "storage",
]  # fmt: skip

# https://developer.chrome.com/docs/extensions/reference/api/offscreen
OFFSCREEN = [
    "runtime.connect", "runtime.getURL", "runtime.id", "runtime.onConnect",
    "runtime.onConnectExternal", "runtime.onMessage", "runtime.onMessageExternal",
    "runtime.sendMessage",
]  # fmt: skip

# Permissions of no namespace; some are for some channels or for kiosks alone.
# https://developer.chrome.com/docs/extensions/reference/permissions-list
OTHER_PERMISSIONS = [
    "background", "clipboardRead", "clipboardWrite", "dns", "downloads.open", "downloads.shelf",
    "downloads.ui", "favicon", "geolocation", "identity.email", "login", "mdns", "networking.onc",
    "processes", "system.network", "tabs", "transientBackground", "unlimitedStorage", "usb",
    "usbDevices", "virtualKeyboard", "webRequestAuthProvider", "webRequestBlocking",
]  # fmt: skip

# What an extension's manifest may have; some on some systems only.
# https://developer.chrome.com/docs/extensions/reference/manifest
MANIFEST_KEYS = [
    "action", "author", "background", "browser_specific_settings", "chrome_settings_overrides",
    "chrome_url_overrides", "commands", "content_capabilities", "content_scripts",
    "content_security_policy", "converted_from_user_script", "cross_origin_embedder_policy",
    "cross_origin_opener_policy", "current_locale", "declarative_net_request", "default_locale",
    "description", "devtools_page", "event_rules", "export", "externally_connectable",
    "file_browser_handlers", "file_handlers", "file_system_provider_capabilities", "homepage_url",
    "host_permissions", "icon_variants", "icons", "import", "incognito", "input_components", "key",
    "kiosk_enabled", "manifest_version", "mime_types_handler", "minimum_chrome_version", "name",
    "natively_connectable", "oauth2", "offline_enabled", "omnibox", "optional_host_permissions",
    "optional_permissions", "options_page", "options_ui", "permissions", "platforms",
    "protocol_handlers", "replacement_web_app", "requirements", "sandbox", "short_name",
    "side_panel", "storage", "trial_tokens", "tts_engine", "update_url", "version", "version_name",
    "web_accessible_resources",
]  # fmt: skip

# Declared as if they were namespaces, but only fields of the manifest.
MANIFEST_ONLY = [
    "chrome_url_overrides", "contentScripts", "crossOriginIsolation", "fileHandlers", "incognito",
    "oauth2", "protocolHandlers", "sharedModule", "webAccessibleResources",
]  # fmt: skip

# Named by the declarations where a namespace has not every system; these are what they run on.
DESKTOP = {"linux", "mac", "win"}


def add_facts(namespaces: dict[str, Any]) -> dict[str, Any]:
    """Return the whole table: namespaces as declared, corrected and completed.

    Args:
        namespaces: What `read_declarations` returned; changed in place.
    """
    for name in MANIFEST_ONLY:
        del namespaces[name]
    for name, namespace in namespaces.items():
        if name in PERMISSIONS:
            namespace["permissions"] = PERMISSIONS[name]
        for member, permissions in MEMBER_PERMISSIONS.get(name, {}).items():
            namespace.setdefault("member_permissions", {})[member] = permissions
        if set(namespace.get("platforms", DESKTOP)) >= DESKTOP:
            namespace.pop("platforms", None)
        if name in NEEDS_HOSTS:
            namespace["needs_hosts"] = True
    return {
        "content_script": CONTENT_SCRIPT,
        "offscreen": OFFSCREEN,
        "other_permissions": OTHER_PERMISSIONS,
        "manifest_keys": MANIFEST_KEYS,
        "namespaces": namespaces,
    }
