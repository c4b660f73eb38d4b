"""Files whose places are nearly those of a part of the extension, and which would be left out."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from extension_toolkit.chrome_api import nearest

# What a file of each kind may have been meant for: the first part of its path, and where that is.
PLACES = {
    ".html": {
        "options": "the options page is src/options/index.html",
        "popup": "the popup is src/popup/index.html",
        "sidepanel": "the side panel is src/sidepanel/index.html",
    },
    ".py": {
        "background": "what runs in the background is src/background/index.py",
        "contents": "content scripts are in src/contents/",
    },
}


def misplaced(
    files: Collection[str], modules: Iterable[str], manifest: dict[str, Any]
) -> Iterator[str]:
    """Yield a warning for each file in nearly the right place.

    Args:
        files: The paths of the developer's files in `src/`.
        modules: The names of the modules that are bundled.
        manifest: The manifest, which may name other places.
    """
    told_chrome = json.dumps(manifest)
    used = {name.replace(".", "/") for name in modules}
    told = set()
    for name in sorted(files):
        path, dot, kind = name.rpartition(".")
        places = PLACES.get(f"{dot}{kind}", {})
        first = path.partition("/")[0]
        meant = nearest(first.lower().replace("-", "").replace("_", ""), places)
        if meant is None or path in used or path.removesuffix("/__init__") in used:
            continue
        if name in told_chrome or _is_in_place(path, meant) or _is_in_place_of(files, meant):
            continue
        if (first, meant) not in told:
            told.add((first, meant))
            yield f"src/{name}: Chrome does not learn of it; {places[meant]}"


def _is_in_place(path: str, place: str) -> bool:
    return path == f"{place}/index" or (place == "contents" and path.startswith("contents/"))


def _is_in_place_of(files: Collection[str], place: str) -> bool:
    """Whether there is what a file may have been meant for, which it is not then."""
    return any(name.rpartition(".")[0] == f"{place}/index" for name in files)
