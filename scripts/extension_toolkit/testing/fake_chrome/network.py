"""Requests that the extension sends: refused, answered by the test, or sent to a local Clerk."""

from __future__ import annotations

import asyncio
import http.client
import socket
import ssl
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .namespace import NotFakedError

# A request as (method, url, headers, body), and its answer as (status, headers, text).
Answer = tuple[int, dict[str, str], str]
Answerer = Callable[[str, str, dict[str, str], str | None], Awaitable[Answer] | Answer]


class Network:
    """What answers the extension's requests, by host.

    Attributes:
        online: Whether requests get through at all; a test may say no.
    """

    def __init__(self) -> None:
        self.online = True
        self._answerers: dict[str, Answerer] = {}
        self._running = 0

    @property
    def is_busy(self) -> bool:
        """Whether an answer is waited for."""
        return self._running > 0

    def answer(self, host: str, answerer: Answerer) -> None:
        """Have a function, `async` or not, answer the requests to a host.

        Args:
            host: As in the address, with the port if there is one.
            answerer: Takes method, address, headers and body; returns status, headers and text.
        """
        self._answerers[host] = answerer

    def connect(self, host: str, port: int, certificate: Path, origin: str) -> None:
        """Send the requests to a host to a port of this machine instead, over TLS.

        Args:
            host: As in the address.
            port: The server's.
            certificate: The file with the server's certificate.
            origin: What Chrome would say in `Origin`.
        """
        context = ssl.create_default_context(cafile=str(certificate))

        def send(method: str, url: str, headers: Mapping[str, str], body: str | None) -> Answer:
            connection = _LoopbackConnection(host, port, context)
            try:
                target = url.partition(host)[2]
                encoded = None if body is None else body.encode()
                connection.request(method, target, encoded, {**headers, "Origin": origin})
                response = connection.getresponse()
                received = {name.lower(): value for name, value in response.getheaders()}
                return response.status, received, response.read().decode()
            finally:
                connection.close()

        async def answer(
            method: str, url: str, headers: dict[str, str], body: str | None
        ) -> Answer:
            return await asyncio.to_thread(send, method, url, headers, body)

        self.answer(host, answer)

    async def fetch(
        self, url: str, method: str, headers: dict[str, str], body: str | None, timeout: float
    ) -> list[Any] | str:
        """Answer as `webext._page.fetch` does: status, headers and text, or an error's name."""
        host = urlsplit(url).netloc
        if host not in self._answerers:
            raise NotFakedError(
                f"{method} {url}: nothing answers for {host}. Take the fixture `clerk_server`, or "
                f"say what does: fake_chrome.network.answer({host!r}, …)"
            )
        if not self.online:
            return "TypeError"
        self._running += 1
        try:
            answer = self._answerers[host](method, url, dict(headers), body)
            if isinstance(answer, Awaitable):
                answer = await asyncio.wait_for(answer, timeout)
            return list(answer)
        except TimeoutError:
            return "TimeoutError"
        except (OSError, http.client.HTTPException):
            return "TypeError"
        finally:
            self._running -= 1


class _LoopbackConnection(http.client.HTTPSConnection):
    """A connection to this machine, which believes that it goes to another."""

    def __init__(self, host: str, port: int, context: ssl.SSLContext) -> None:
        super().__init__(host.partition(":")[0], port, context=context)
        self._tls = context

    def connect(self) -> None:
        plain = socket.create_connection(("127.0.0.1", self.port))
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)
