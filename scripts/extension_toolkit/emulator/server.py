"""The emulator as a whole: one instance, served over TLS, with a control API beside it."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from .control import control_app
from .http.cookies import site_of
from .http.faults import Fault
from .http.listeners import (
    LOOPBACK,
    EmulatorError,
    Listener,
    ListenerThread,
    configuration,
    listen_all,
)
from .http.request_log import RequestRecord
from .http.transport import FrontendApi
from .json_types import JsonObject
from .keys import Keys
from .seed import DEMO_SEED, Seed
from .settings import Settings
from .state import Instance
from .web_app import web_app

__all__ = ["DEFAULT_HOST", "EmulatorError", "EmulatorServer"]

DEFAULT_HOST = "python-extension-emulator.clerk.accounts.dev"


class EmulatorServer:
    """A local Clerk instance. As a context manager it runs inside the block.

    It listens on the loopback interface only. Stopped and started again, it keeps its ports and
    its state.

    Args:
        directory: Where keys and certificate are kept for the next time.
        host: Host name of the Frontend API, without a port.
        port: TLS port, or 0 for any free one.
        control_port: Port of the control API, or 0 for any free one.
        web_app_port: Port of a web application that signs in to the instance, 0 for any free
            one, or None for no such application.
        clock: Returns the time, seconds since the epoch.
        seed: What the instance starts with; by default `DEMO_SEED`.
        settings: How it behaves; by default as a development instance.

    Raises:
        KeyFileError: A stored key cannot be used.
    """

    def __init__(
        self,
        directory: Path,
        *,
        host: str = DEFAULT_HOST,
        port: int = 0,
        control_port: int = 0,
        web_app_port: int | None = None,
        clock: Callable[[], float] = time.time,
        seed: Seed | None = None,
        settings: Settings | None = None,
    ) -> None:
        self._keys = Keys(directory, host)
        self._ports = [port, control_port, *([] if web_app_port is None else [web_app_port])]
        self._thread: ListenerThread | None = None
        #: Everything the emulator knows.
        self.state = Instance(host, self._keys, clock, seed or DEMO_SEED, settings or Settings())
        self._api = FrontendApi(self.state)
        self._control = control_app(self.state)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start to listen; returns once connections are accepted.

        Raises:
            EmulatorError: It runs already, or a port is taken; the message names the port.
        """
        if self._thread is not None:
            raise EmulatorError("The emulator is running already.")
        # It may have expired, or been replaced by an emulator of another host.
        self._keys.ensure_certificate()
        sockets = listen_all(self._ports)
        self._ports = [opened.getsockname()[1] for opened in sockets]
        tls = {
            "ssl_certfile": str(self._keys.certificate_path),
            "ssl_keyfile": str(self._keys.tls_key_path),
        }
        api = Listener(configuration(self._api, **tls), sockets[0])
        self._api.reset_connection = api.reset_connection
        listeners = [api, Listener(configuration(self._control), sockets[1])]
        if len(sockets) > 2:
            app = web_app(self.frontend_api, self.publishable_key)
            # The pages of a production instance share its site, and with it its cookies.
            options = tls if self.state.settings.production else {}
            listeners.append(Listener(configuration(app, **options), sockets[2]))
        thread = ListenerThread(listeners)
        thread.start()
        self._thread = thread

    def stop(self) -> None:
        """Stop to listen and reset all connections; the state stays. Does nothing if stopped."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()

    @property
    def port(self) -> int:
        """The TLS port; 0 before the first start if none was chosen."""
        return self._ports[0]

    @property
    def control_url(self) -> str:
        """Address of the control API, without a slash at the end."""
        return f"http://{LOOPBACK}:{self._ports[1]}"

    @property
    def web_app_url(self) -> str | None:
        """Address of the web application, without a slash at the end; None when not served."""
        if len(self._ports) < 3:
            return None
        if self.state.settings.production:
            return f"https://{self._web_app_host}"
        return f"http://localhost:{self._ports[2]}"

    @property
    def _web_app_host(self) -> str:
        return f"www.{site_of(self.state.host)}"

    @property
    def frontend_api(self) -> str:
        """Host name of the Frontend API."""
        return self.state.host

    @property
    def publishable_key(self) -> str:
        """The publishable key, which names the host and the kind of instance."""
        kind = "live" if self.state.settings.production else "test"
        encoded = base64.b64encode(f"{self.state.host}$".encode()).decode("ascii")
        return f"pk_{kind}_{encoded}"

    @property
    def certificate_path(self) -> Path:
        """The TLS certificate, PEM; a client that trusts it can connect."""
        return self._keys.certificate_path

    @property
    def spki_fingerprint(self) -> str:
        """Base64 SHA-256 of the certificate's public key, as Chrome takes it."""
        return self._keys.spki_fingerprint()

    @property
    def chrome_arguments(self) -> list[str]:
        """Arguments that make Chrome reach the emulator under its host name and trust it."""
        rules = [f"MAP {self.state.host} {LOOPBACK}:{self.port}"]
        if self.web_app_url and self.state.settings.production:
            rules.append(f"MAP {self._web_app_host} {LOOPBACK}:{self._ports[2]}")
        return [
            f"--host-resolver-rules={', '.join(rules)}",
            f"--ignore-certificate-errors-spki-list={self.spki_fingerprint}",
        ]

    @property
    def requests(self) -> list[RequestRecord]:
        """The requests since the log was cleared, oldest first."""
        return self.state.requests.records()

    def clear_requests(self) -> None:
        """Empty the request log."""
        self.state.requests.clear()

    def add_fault(self, fault: Fault) -> None:
        """Put a fault in force."""
        self.state.faults.add(fault)

    def clear_faults(self) -> None:
        """Lift all faults."""
        self.state.faults.clear()

    def jwks(self) -> JsonObject:
        """Return the JSON Web Key Set that verifies the instance's tokens."""
        return self._keys.jwks()

    def reset(self) -> None:
        """Return state, settings and log to how they were at first; the keys stay."""
        self.state.reset()
