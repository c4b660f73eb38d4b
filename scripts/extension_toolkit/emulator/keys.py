"""The emulator's keys: one that signs tokens, one for TLS with its self-signed certificate.

All are kept in a directory and used again, so that a browser started with the certificate's
fingerprint still trusts the emulator after a restart.
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from jwt.algorithms import RSAAlgorithm

from extension_toolkit.errors import ToolkitError

from .json_types import JsonObject

# Browsers refuse certificates that are valid for longer than 398 days.
VALIDITY = timedelta(days=365)
# A certificate that ends sooner than this is replaced, so that it outlives the run.
RENEWAL_MARGIN = timedelta(days=1)
FILE_MODE = 0o600


class KeyFileError(ToolkitError):
    """A stored key or certificate cannot be used."""


class Keys:
    """The token key, and the TLS key and certificate for one host.

    Args:
        directory: Where the files are kept; made when missing.
        host: Host name the certificate is for.
        now: Real time, or None for the current one; decides whether the certificate is renewed.

    Raises:
        KeyFileError: A stored file cannot be read; the message names it.
    """

    def __init__(self, directory: Path, host: str, *, now: datetime | None = None) -> None:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.certificate_path = directory / "tls-certificate.pem"
        self.tls_key_path = directory / "tls-key.pem"
        token_key = _stored_key(directory / "token-key.pem", _new_token_key)
        if not isinstance(token_key, rsa.RSAPrivateKey):
            raise KeyFileError(f"{directory / 'token-key.pem'} does not hold an RSA key.")
        self.token_key = token_key
        tls_key = _stored_key(self.tls_key_path, _new_tls_key)
        if not isinstance(tls_key, ec.EllipticCurvePrivateKey):
            raise KeyFileError(f"{self.tls_key_path} does not hold an elliptic-curve key.")
        self._tls_key = tls_key
        self._host = host
        self.ensure_certificate(now)
        digest = hashlib.sha256(_public_bytes(token_key.public_key())).hexdigest()
        self.key_id = f"ins_{digest[:27]}"

    def spki_fingerprint(self) -> str:
        """Return the base64 SHA-256 of the certificate's SubjectPublicKeyInfo."""
        digest = hashlib.sha256(_public_bytes(self._tls_key.public_key())).digest()
        return base64.b64encode(digest).decode("ascii")

    def jwks(self) -> JsonObject:
        """Return the JSON Web Key Set that verifies the tokens."""
        key = RSAAlgorithm.to_jwk(self.token_key.public_key(), as_dict=True)
        public = {"kid": self.key_id, "alg": "RS256", "use": "sig", "kty": "RSA"}
        return {"keys": [{**public, "n": key["n"], "e": key["e"]}]}

    def ensure_certificate(self, now: datetime | None = None) -> None:
        """Make a new certificate if there is none, it has expired, or it is for another host.

        Args:
            now: Real time, or None for the current one.

        Raises:
            KeyFileError: The stored certificate cannot be read; the message names it.
        """
        now = now or datetime.now(UTC)
        if self.certificate_path.exists() and self._certificate_fits(self._host, now):
            return
        certificate = _new_certificate(self._tls_key, self._host, now)
        _write(self.certificate_path, certificate.public_bytes(serialization.Encoding.PEM))

    def _certificate_fits(self, host: str, now: datetime) -> bool:
        try:
            stored = x509.load_pem_x509_certificate(self.certificate_path.read_bytes())
            names = stored.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        except (ValueError, x509.ExtensionNotFound) as error:
            text = "is not the emulator's certificate; delete it to get a new one."
            raise KeyFileError(f"{self.certificate_path} {text}") from error
        return (
            host in names.get_values_for_type(x509.DNSName)
            and stored.not_valid_before_utc <= now
            and now + RENEWAL_MARGIN < stored.not_valid_after_utc
            and _public_bytes(stored.public_key()) == _public_bytes(self._tls_key.public_key())
        )


def _new_token_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _new_tls_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _stored_key(
    path: Path, make: Callable[[], rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey]
) -> PrivateKeyTypes:
    if path.exists():
        try:
            return serialization.load_pem_private_key(path.read_bytes(), password=None)
        except (ValueError, TypeError) as error:
            raise KeyFileError(f"{path} is not a private key; delete it to get a new one.") from (
                error
            )
    key = make()
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    _write(path, pem)
    return key


def _public_bytes(key: object) -> bytes:
    return key.public_bytes(  # type: ignore[attr-defined, no-any-return]
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def _new_certificate(key: ec.EllipticCurvePrivateKey, host: str, now: datetime) -> x509.Certificate:
    # The common name is limited to 64 characters, hence not the host; browsers read the SAN only.
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Clerk Frontend API emulator")])
    alternatives: list[x509.GeneralName] = [
        x509.DNSName(host),
        x509.DNSName("localhost"),
        x509.IPAddress(ipaddress.IPv4Address("127.0.0.1")),
    ]
    key_id = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + VALIDITY)
        .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(key_id, critical=False)
    )
    return builder.sign(key, hashes.SHA256())


def _write(path: Path, content: bytes) -> None:
    """Replace a file in one step; it is readable by its owner only from the first byte on."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.chmod(temporary, FILE_MODE)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
