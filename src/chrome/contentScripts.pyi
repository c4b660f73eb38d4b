"""`chrome.contentScripts`; made by `scripts/chrome_api.py`.

Source: https://developer.chrome.com/docs/extensions/reference/api/contentScripts
"""

from typing import NotRequired, TypedDict
from chrome import extensionTypes as _extensionTypes

class ContentScript(TypedDict):
    matches: list[str]
    exclude_matches: NotRequired[list[str]]
    css: NotRequired[list[str]]
    js: NotRequired[list[str]]
    all_frames: NotRequired[bool]
    match_origin_as_fallback: NotRequired[bool]
    match_about_blank: NotRequired[bool]
    include_globs: NotRequired[list[str]]
    exclude_globs: NotRequired[list[str]]
    run_at: NotRequired[_extensionTypes.RunAt]
    world: NotRequired[_extensionTypes.ExecutionWorld]
