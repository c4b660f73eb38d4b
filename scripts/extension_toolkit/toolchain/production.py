"""What a production instance of Clerk needs besides: requests without an `Origin`.

A production instance knows an extension by its `Authorization` header, and refuses requests that
carry `Origin` too. Chrome adds that to every POST of a page, and a page cannot leave it out; a rule
of `declarativeNetRequest` can. It holds where the extension may go, for requests that come from
another site, as its own do. Those of the instance's web application, which is of the Frontend API's
site and may be followed, pass as they are.

Source: https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest
"""

from __future__ import annotations

import json
from typing import Any

RULES_FILE = "clerk_rules.json"
PERMISSION = "declarativeNetRequestWithHostAccess"


def add_origin_rule(
    manifest: dict[str, Any], files: dict[str, bytes], frontend_api: str
) -> dict[str, Any]:
    """Return the manifest with the rule, and put its file among the files.

    Args:
        manifest: What there is so far.
        files: The extension's files by path.
        frontend_api: The host of the instance's Frontend API.
    """
    rule = {
        "id": 1,
        "action": {
            "type": "modifyHeaders",
            "requestHeaders": [{"header": "origin", "operation": "remove"}],
        },
        "condition": {
            "requestDomains": [frontend_api.partition(":")[0]],
            "domainType": "thirdParty",
            "resourceTypes": ["xmlhttprequest"],
        },
    }
    files[RULES_FILE] = f"{json.dumps([rule], indent=2)}\n".encode()
    resource = {"id": "clerk", "enabled": True, "path": RULES_FILE}
    return manifest | {
        "permissions": sorted([*manifest["permissions"], PERMISSION]),
        "declarative_net_request": {"rule_resources": [resource]},
    }
