"""Fix the extension's id by a key pair; print the id, and how Clerk learns of it.

The public key goes into .env.chrome, which belongs into git: whoever builds then gets the same id.
The private key is for you alone. Called again, it changes nothing and prints the same.
"""

from __future__ import annotations

import argparse
import base64
import os
from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from extension_toolkit import console
from extension_toolkit.errors import ToolkitError
from extension_toolkit.git import would_be_committed
from extension_toolkit.toolchain.environment import read_environment
from extension_toolkit.toolchain.extension_key import (
    KEY_NAME,
    PRIVATE_FILE,
    PUBLIC_FILE,
    extension_id,
)
from extension_toolkit.toolchain.sources import uses_clerk

KEY_SIZE = 2048  # bits


def main(arguments: Sequence[str], root: Path) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args(arguments)
    environment = read_environment(root, "development")
    key = environment.extension_key()
    if key:
        console.say(f"{environment.origins[KEY_NAME]} has a key already; nothing was changed.")
    else:
        key = make_key_pair(root)
        console.say(f"Public key   {PUBLIC_FILE} ({KEY_NAME}); commit it")
        console.say(f"Private key  {PRIVATE_FILE}; keep it to yourself, and a copy elsewhere")
    origin = f"chrome-extension://{extension_id(key)}"
    console.say(f"Id           {extension_id(key)}")
    console.say(f"Origin       {origin}")
    if uses_clerk(root):
        say_requests(origin)
    return 0


def make_key_pair(root: Path) -> str:
    """Write both keys; return the public one.

    Raises:
        ToolkitError: There is a private key already, or git would take it.
    """
    path = root / PRIVATE_FILE
    if path.exists():
        raise ToolkitError(
            f"{PRIVATE_FILE} is there already, and is not overwritten, but no environment file has "
            "its public key",
            tip=f"put that back into {PUBLIC_FILE}; or move {PRIVATE_FILE} away to get another id",
        )
    if would_be_committed(path):
        raise ToolkitError(
            f"git would take {PRIVATE_FILE}, and with it the private key",
            tip="put the line *.pem into .gitignore first",
        )
    private = rsa.generate_private_key(public_exponent=65537, key_size=KEY_SIZE)
    der = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    public = base64.b64encode(der).decode()
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with (root / PUBLIC_FILE).open("a+", encoding="utf-8") as lines:
        # Nobody else may read it at any moment, so the mode is there before the content.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(pem)
        lines.seek(0)
        before = lines.read()
        lines.write("\n" if before and not before.endswith("\n") else "")
        lines.write(f"# Fixes the extension's id: {extension_id(public)}\n{KEY_NAME}={public}\n")
    return public


def say_requests(origin: str) -> None:
    """Print the requests that make an origin known to Clerk."""
    console.say("\nA Clerk instance hears this extension once its origin is allowed. The list is")
    console.say("replaced as a whole, so look first what it holds, and keep that in it:\n")
    console.say("  curl https://api.clerk.com/v1/instance \\")
    console.say('    -H "Authorization: Bearer $CLERK_SECRET_KEY"\n')
    console.say("  curl -X PATCH https://api.clerk.com/v1/instance \\")
    console.say('    -H "Authorization: Bearer $CLERK_SECRET_KEY" \\')
    console.say('    -H "Content-Type: application/json" \\')
    console.say(f'    -d \'{{"allowed_origins": ["{origin}"]}}\'\n')
    console.say("The secret key (sk_…) stays in your shell. Development and production are two")
    console.say("instances, with a secret key each.")
