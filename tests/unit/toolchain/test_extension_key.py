"""The public key of a manifest, and the id that follows from it."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from extension_toolkit.toolchain.errors import BuildError
from extension_toolkit.toolchain.extension_key import check_public_key, extension_id
from unit.toolchain.project import EXTENSION_KEY

# Chrome's own answer for this key.
EXTENSION_ID = "pjhnjipnbhlaloilphfehdeljbndlgmf"


def test_id() -> None:
    """The id is the one that Chrome gives."""
    assert extension_id(EXTENSION_KEY) == EXTENSION_ID


@pytest.mark.parametrize("line", [len(EXTENSION_KEY), 64])
@pytest.mark.parametrize("frame", [True, False])
def test_forms(line: int, frame: bool) -> None:
    """A key is taken in one line or many, with the frame of PEM or without."""
    text = "\n".join(EXTENSION_KEY[i : i + line] for i in range(0, len(EXTENSION_KEY), line))
    if frame:
        text = f"-----BEGIN PUBLIC KEY-----\n{text}\n-----END PUBLIC KEY-----\n"
    assert check_public_key(text, ".env") == EXTENSION_KEY


def elliptic() -> str:
    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(der).decode()


@pytest.mark.parametrize("value", ["MIIB", "nonsense!", EXTENSION_KEY[:-8], elliptic()])
def test_no_key(value: str) -> None:
    """What Chrome would refuse is refused at build, with the file that holds it."""
    with pytest.raises(BuildError) as caught:
        check_public_key(value, ".env.chrome")
    assert caught.value.file == ".env.chrome"
