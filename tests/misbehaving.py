"""A web server for tests that behaves as badly as it is told to, and remembers what it was asked."""

import asyncio
import shutil
import socket
import ssl
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from aiohttp.abc import AbstractResolver, ResolveResult

HERE = "127.0.0.1"
CLOSED = 1  # a port at which nobody listens


@dataclass
class Asked:
    """One request as the server saw it, and how much it answered until when."""

    method: str
    host: str
    path: str
    headers: dict[str, str]
    began: float
    ended: float = 0.0
    sent: int = 0


Behaviour = Callable[["Server", Asked, asyncio.StreamWriter], Awaitable[None]]


def page(title: str = "A page", status: str = "200 OK", *headers: str, kind: str = "text/html") -> Behaviour:
    """Return the behaviour of a server that answers with a page."""

    async def answer(server: "Server", asked: Asked, writer: asyncio.StreamWriter) -> None:
        body = f"<html><title>{title}</title></html>".encode()
        lines = (f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers)
        server.send(asked, writer, head(*lines) + (b"" if asked.method == "HEAD" else body))

    return answer


def redirect(status: int, to: str) -> Behaviour:
    """Return the behaviour of a server that sends on."""
    return page("Sent on", f"{status} Elsewhere", f"Location: {to}")


async def slow_body(server: "Server", asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Answer at once, and then send a letter now and then."""
    server.send(asked, writer, head("HTTP/1.1 200 OK", "Content-Type: text/html"))
    for _ in range(0 if asked.method == "HEAD" else 100):
        server.send(asked, writer, b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def endless_body(server: "Server", asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Send a page that never ends and has no title."""
    server.send(asked, writer, head("HTTP/1.1 200 OK", "Content-Type: text/html"))
    while asked.method == "GET" and asked.sent < 64 * 1024 * 1024:
        server.send(asked, writer, b"x" * 65536)
        await writer.drain()


def head(*lines: str) -> bytes:
    """Return the lines that come before a body, on a connection that ends with it."""
    return "\r\n".join((*lines, "Connection: close", "", "")).encode()


@dataclass
class Server:
    """Answers each (host, path) as it is told; anything else is not found."""

    behaviours: dict[tuple[str, str], Behaviour] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    tls_port: int = CLOSED
    at_once: int = 0
    most_at_once: int = 0

    def send(self, asked: Asked, writer: asyncio.StreamWriter, data: bytes) -> None:
        """Send something, and count it."""
        asked.sent += len(data)
        writer.write(data)

    def requests(self, host: str) -> list[tuple[str, str]]:
        """Return what was asked of a host, without its robots.txt."""
        return [(one.method, one.path) for one in self.asked if one.host == host and one.path != "/robots.txt"]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()
            return
        method, path, _ = lines[0].split(" ")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:] if line)}
        host = headers["host"].partition(":")[0]
        asked = Asked(method, host, path, headers, monotonic())
        self.asked.append(asked)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        behaviour = self.behaviours.get((host, path)) or page("Missing", "404 Not Found")
        try:
            await behaviour(self, asked, writer)
            asked.ended = monotonic()
            self.at_once -= 1
            await writer.drain()
        except ConnectionError:
            pass
        finally:
            if not asked.ended:
                self.at_once -= 1
            writer.close()

    @asynccontextmanager
    async def running(self, tls: ssl.SSLContext | None = None) -> AsyncIterator["Server"]:
        """Listen on this machine, and with TLS on a second port."""
        plain = await asyncio.start_server(self._serve, HERE, 0)
        self.port = plain.sockets[0].getsockname()[1]
        listening = [plain]
        if tls:
            safe = await asyncio.start_server(self._serve, HERE, 0, ssl=tls)
            self.tls_port = safe.sockets[0].getsockname()[1]
            listening.append(safe)
        try:
            yield self
        finally:
            for one in listening:
                one.close()


class Names(AbstractResolver):
    """Finds every name that ends in .test at the server: with TLS where it is told to, else without."""

    def __init__(self, server: Server, safe: Iterable[str] = ()) -> None:
        self._server = server
        self._safe = frozenset(safe)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return where a name is."""
        if not host.endswith(".test") or host.startswith("nowhere"):
            raise OSError("no such name")
        found = self._server.port
        if host.startswith("closed"):
            found = CLOSED
        elif port == 443:
            found = self._server.tls_port if host in self._safe else CLOSED
        return [
            ResolveResult(hostname=host, host=HERE, port=found, family=family, proto=0, flags=socket.AI_NUMERICHOST)
        ]

    async def close(self) -> None:
        """Close nothing."""


def certificates(folder: Path, *known: str) -> tuple[ssl.SSLContext, ssl.SSLContext] | None:
    """Return TLS for the server, and for those who trust its known hosts and not lone.test; None without openssl."""
    program = shutil.which("openssl")
    if not program:
        return None
    for name, hosts in (("known", ",".join(f"DNS:{host}" for host in known)), ("lone", "DNS:lone.test")):
        wanted = f"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN={name}".split()
        files = ["-keyout", str(folder / f"{name}.key"), "-out", str(folder / f"{name}.pem")]
        names = ["-addext", f"subjectAltName={hosts}"]
        subprocess.run([program, *wanted, *names, *files], check=True, capture_output=True)
    served, lone = (ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) for _ in range(2))
    served.load_cert_chain(folder / "known.pem", folder / "known.key")
    lone.load_cert_chain(folder / "lone.pem", folder / "lone.key")

    def choose(connection: ssl.SSLObject, name: str, context: ssl.SSLContext) -> None:
        if name == "lone.test":
            connection.context = lone

    served.sni_callback = choose  # type: ignore[assignment]
    return served, ssl.create_default_context(cafile=str(folder / "known.pem"))
