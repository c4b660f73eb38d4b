"""Make the zip for the Chrome Web Store from a production build, and check what is in it."""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path

from extension_toolkit import console
from extension_toolkit.findings import Finding, show
from extension_toolkit.store.archive import archive
from extension_toolkit.store.contents import check_contents
from extension_toolkit.store.files import read_folder
from extension_toolkit.store.manifest_rules import MANIFEST, check_manifest
from extension_toolkit.store.usage import check_usage
from extension_toolkit.toolchain.builder import Builder
from extension_toolkit.toolchain.environment import KEY_NAME, read_environment
from extension_toolkit.toolchain.pyproject import keep_patterns, read_pyproject

MODE = "production"


def main(arguments: Sequence[str], root: Path) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--keep-key",
        action="store_true",
        help="leave the public key in the manifest, for an extension that is not in the store; "
        "the store has keys of its own",
    )
    options = parser.parse_args(arguments)
    console.step("Building for production")
    folder = Builder(root, MODE).build().folder
    files = read_folder(folder)
    if not options.keep_key:
        files[MANIFEST] = without_key(files[MANIFEST])
    for name, content in files.items():
        console.say(f"  {len(content) / 1000:8.1f} kB  {name}")
    findings = [
        *check_contents(files),
        *check_manifest(files),
        *check_usage(files, keep_patterns(root)),
        *check_instance(root),
    ]
    show(findings)
    if any(finding.serious for finding in findings):
        console.complain("no package was made", "mend what is marked with ✗, and run this again")
        return 1
    path = root / "build" / package_name(root)
    content = archive(files)
    path.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    console.say(f"{path.relative_to(root)}: {len(files)} files, {len(content) / 1000:.0f} kB")
    console.say(f"sha256 {digest}")
    return 0


def without_key(manifest: bytes) -> bytes:
    fields = json.loads(manifest)
    fields.pop("key", None)
    return (json.dumps(fields, indent=2, ensure_ascii=False) + "\n").encode()


def check_instance(root: Path) -> list[Finding]:
    """Find the key of a development instance, whose users are not those of production."""
    environment = read_environment(root, MODE)
    if not environment.values.get(KEY_NAME, "").startswith("pk_test_"):
        return []
    return [
        Finding(
            environment.origins[KEY_NAME],
            f"{KEY_NAME} is of a development instance of Clerk (pk_test_…)",
            "put the key of your production instance (pk_live_…) into .env.production",
            serious=False,
        )
    ]


def package_name(root: Path) -> str:
    project, _ = read_pyproject(root)
    name = re.sub(r"[^\w.-]+", "-", project["name"])
    return f"{name}-{project['version']}.zip"
