"""Keys, certificate, ports, stopping and starting."""

from __future__ import annotations

import base64
import hashlib
import socket
import ssl
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from extension_toolkit.emulator import DEFAULT_HOST, EmulatorError, EmulatorServer
from extension_toolkit.emulator.keys import KeyFileError, Keys


def served_certificate(server: EmulatorServer) -> x509.Certificate:
    context = ssl.create_default_context(cafile=str(server.certificate_path))
    with (
        socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection,
        context.wrap_socket(connection, server_hostname=server.frontend_api) as tls,
    ):
        der = tls.getpeercert(binary_form=True)
    assert der is not None
    return x509.load_der_x509_certificate(der)


def test_certificate_that_is_served(server: EmulatorServer) -> None:
    """The fingerprint is that of the certificate served, which browsers accept for its life."""
    certificate = served_certificate(server)
    key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    fingerprint = base64.b64encode(hashlib.sha256(key).digest()).decode()
    assert server.spki_fingerprint == fingerprint
    life = certificate.not_valid_after_utc - certificate.not_valid_before_utc
    assert life < timedelta(days=398)


def test_addresses(server: EmulatorServer) -> None:
    """Key and arguments for Chrome name the host and the port."""
    assert server.frontend_api == DEFAULT_HOST
    encoded = server.publishable_key.removeprefix("pk_test_")
    assert base64.b64decode(encoded).decode() == f"{DEFAULT_HOST}$"
    assert server.chrome_arguments == [
        f"--host-resolver-rules=MAP {DEFAULT_HOST} 127.0.0.1:{server.port}",
        f"--ignore-certificate-errors-spki-list={server.spki_fingerprint}",
    ]


def test_loopback_only(server: EmulatorServer) -> None:
    """Nothing listens beyond 127.0.0.1."""
    for port in (server.port, int(server.control_url.rpartition(":")[2])):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", port), timeout=10)


def test_keys_are_used_again(keys_directory: Path) -> None:
    """Keys stay the same, and readable by their owner only."""
    first, second = Keys(keys_directory, DEFAULT_HOST), Keys(keys_directory, DEFAULT_HOST)
    assert first.jwks() == second.jwks()
    assert first.spki_fingerprint() == second.spki_fingerprint()
    for path in keys_directory.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_certificate_is_renewed(tmp_path: Path) -> None:
    """A certificate that ends, or is for another host, is replaced; its key stays."""

    def serial(host: str, now: datetime) -> tuple[int, str]:
        keys = Keys(tmp_path, host, now=now)
        certificate = x509.load_pem_x509_certificate(keys.certificate_path.read_bytes())
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        assert host in names.get_values_for_type(x509.DNSName)
        return certificate.serial_number, keys.spki_fingerprint()

    now = datetime(2027, 1, 1, tzinfo=UTC)
    first = serial("a.example", now)
    assert serial("a.example", now + timedelta(days=363)) == first
    late = serial("a.example", now + timedelta(days=365))
    other = serial("b.example", now + timedelta(days=365))
    assert len({first[0], late[0], other[0]}) == 3
    assert first[1] == late[1] == other[1]  # the key stays


@pytest.mark.parametrize("name", ["token-key.pem", "tls-key.pem", "tls-certificate.pem"])
def test_spoilt_files_are_named(keys_directory: Path, tmp_path: Path, name: str) -> None:
    """A key file that cannot be read is named, and what to do."""
    for path in keys_directory.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / name).write_text("spoilt")
    with pytest.raises(KeyFileError, match=rf"{name} .*delete it to get a new one"):
        Keys(tmp_path, DEFAULT_HOST)


def test_port_in_use(keys_directory: Path) -> None:
    """Of a port that something else has, the message says what to do."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(EmulatorError, match=f"Port {port} .*in use") as caught:
            EmulatorServer(keys_directory, port=port).start()
    assert "choose another port" in caught.value.tip


def test_stop_and_start(keys_directory: Path) -> None:
    """Stopped and started again, the emulator keeps ports and state."""
    server = EmulatorServer(keys_directory)
    server.start()
    port, control_url = server.port, server.control_url
    context = ssl.create_default_context(cafile=str(server.certificate_path))
    url = f"https://127.0.0.1:{port}"
    with httpx.Client(base_url=url, verify=context, timeout=10) as http:
        token = http.post("/v1/dev_browser").json()["id"]
        server.stop()
        with pytest.raises(httpx.TransportError):
            http.get("/v1/client", params={"__clerk_db_jwt": token})
        server.start()
        assert (server.port, server.control_url) == (port, control_url)
        assert http.get("/v1/client", params={"__clerk_db_jwt": token}).status_code == 200
    server.stop()
    server.stop()


def read_to_the_end(tls: ssl.SSLSocket) -> None:
    # Below TLS, which takes a reset for the end of the data.
    while socket.socket.recv(tls, 65536):
        pass


def test_stop_resets_open_connections(keys_directory: Path) -> None:
    """Stopping ends open connections."""
    with EmulatorServer(keys_directory) as server:
        context = ssl.create_default_context(cafile=str(server.certificate_path))
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        tls = context.wrap_socket(connection, server_hostname="127.0.0.1")
        tls.sendall(b"GET /v1/client HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert tls.recv(10).startswith(b"HTTP/1.1")
        server.stop()
        with tls, pytest.raises(ConnectionResetError):
            read_to_the_end(tls)


def test_start_twice(server: EmulatorServer) -> None:
    """An emulator that runs cannot be started."""
    with pytest.raises(EmulatorError, match="running already"):
        server.start()


@pytest.mark.parametrize("which", ["port", "control_port"])
def test_port_that_is_taken(keys_directory: Path, which: str) -> None:
    """A port in use is named."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        options: dict[str, Any] = {which: number}
        with pytest.raises(EmulatorError, match=f"Port {number} "):
            EmulatorServer(keys_directory, **options).start()


def test_nothing_is_printed(keys_directory: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The servers print nothing."""
    with EmulatorServer(keys_directory) as server:
        httpx.get(f"{server.control_url}/users")
    assert capfd.readouterr() == ("", "")
