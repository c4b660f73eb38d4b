"""The public key that fixes an extension's id.

Without a key in the manifest, Chrome makes the id of an unpacked extension from its folder, so that
it differs on every machine. With one, the id is a hash of it.

Source: https://developer.chrome.com/docs/extensions/reference/manifest/key
"""

from __future__ import annotations

import base64
import binascii
import hashlib

from .errors import BuildError

KEY_NAME = "CRX_PUBLIC_KEY"
PUBLIC_FILE = ".env.chrome"  # holds it; belongs into git
PRIVATE_FILE = "extension-key.pem"  # its other half; must not be there
ID_LENGTH = 32


def check_public_key(value: str, origin: str) -> str:
    """Return the key as the manifest takes it: base64 in one line.

    Args:
        value: The key: base64 of its DER form, with or without the lines that PEM puts around.
        origin: The file that holds it, for the message.

    Raises:
        BuildError: It is none.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    lines = [line for line in value.split("\n") if not line.startswith("-----")]
    compact = "".join("".join(lines).split())
    try:
        key = load_der_public_key(base64.b64decode(compact, validate=True))
    except (ValueError, binascii.Error, UnsupportedAlgorithm) as error:
        raise BuildError(
            f"{KEY_NAME} is no public key, and Chrome would refuse the extension. Copy it whole, "
            "from the store's page of the package, or make one with the command keygen",
            origin,
        ) from error
    if not isinstance(key, RSAPublicKey):
        raise BuildError(f"{KEY_NAME} is not an RSA key, the only kind Chrome takes", origin)
    return compact


def extension_id(public_key: str) -> str:
    """Return the id that Chrome gives an extension with this key in its manifest.

    Args:
        public_key: As `check_public_key` returns it.
    """
    digest = hashlib.sha256(base64.b64decode(public_key)).hexdigest()[:ID_LENGTH]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest)
