"""Caddy with deploy/Caddyfile in front of the page: it accepts the file, passes requests on, and logs none of them."""

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from bot.channels.talk import Talk
from bot.channels.web.app import app
from tests.deploy.test_deploy import DEPLOY, PLANTED, asked, certificate, told_when_down
from tests.web import FORM, served
from tests.wire import REPOSITORY, free_port

CADDY = shutil.which("caddy", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin") or shutil.which("caddy")
NO_CADDY = "caddy is not installed here (apt-get install caddy)"
needs_caddy = pytest.mark.skipif(CADDY is None, reason=NO_CADDY)


def test_caddy_writes_no_access_log_and_names_no_path_in_its_own() -> None:
    lines = [line.strip() for line in (DEPLOY / "Caddyfile").read_text().splitlines()]

    assert [line for line in lines if line.startswith("log")] == ["log default {"]
    assert "exclude http.log.error http.handlers.reverse_proxy" in lines
    assert "respond @metrics 404" in lines


def valid(folder: Path, file: Path) -> subprocess.CompletedProcess[str]:
    command = [str(CADDY), "validate", "--adapter", "caddyfile", "--config", str(file)]
    return subprocess.run(command, env=environment(folder), capture_output=True, text=True, check=False, timeout=60)


def environment(folder: Path) -> dict[str, str]:
    return os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}


@needs_caddy
def test_caddy_accepts_its_file_and_what_the_docs_show(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```caddy\n(.+?)```", (REPOSITORY / "docs" / "running.md").read_text(), re.S)
    (tmp_path / "shown").write_text(shown)
    (tmp_path / "wrong").write_text(shown.replace("reverse_proxy", "reverse_proxies"))

    for file, code in ((DEPLOY / "Caddyfile", 0), (tmp_path / "shown", 0), (tmp_path / "wrong", 1)):
        done = valid(tmp_path, file)
        assert done.returncode == code, done.stderr


class ByName(http.client.HTTPSConnection):
    """A connection to this machine that asks for signpost.example."""

    def connect(self) -> None:
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        self.sock = self.trusted.wrap_socket(plain, server_hostname="signpost.example")

    trusted: ssl.SSLContext


@contextmanager
def caddy(folder: Path, page: str) -> Iterator[ByName]:
    """Run Caddy with deploy/Caddyfile, its name, ports and certificate on this machine; yield a connection to it."""
    certificate(folder)
    port, plain = free_port(), free_port()
    changed = (DEPLOY / "Caddyfile").read_text()
    for old, new in {
        "\tadmin off\n": f"\tadmin off\n\tauto_https disable_redirects\n\thttp_port {plain}\n",
        "\nsignpost.example {\n": f"\nhttps://signpost.example:{port} {{\n\tbind 127.0.0.1\n"
        f"\ttls {folder}/tls/tls.crt {folder}/tls/tls.key\n",
        "reverse_proxy signpost:8080": f"reverse_proxy {page.removeprefix('http://')}",
    }.items():
        assert old in changed
        changed = changed.replace(old, new)
    (folder / "Caddyfile").write_text(changed)
    command = [str(CADDY), "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    with (folder / "caddy.log").open("wb") as log:
        running = subprocess.Popen(command, env=environment(folder), stdout=log, stderr=log)
        try:
            outside = ByName("signpost.example", port, timeout=60)
            outside.trusted = ssl.create_default_context(cafile=str(folder / "tls" / "tls.crt"))
            yield outside
        finally:
            running.terminate()
            running.wait(timeout=30)


@pytest.mark.soak
@needs_caddy
def test_a_question_goes_through_caddy_and_nothing_of_it_is_written(talk: Talk, tmp_path: Path) -> None:
    port = free_port()
    with caddy(tmp_path, f"http://127.0.0.1:{port}") as outside:
        with served(app(talk, health=dict), port=port):
            status, shown, headers = asked(outside, "GET", "/")
            assert (status, headers["Strict-Transport-Security"], "<h1" in shown) == (200, "max-age=31536000", True)
            for long in (1, 1000):
                question = f"question={quote(PLANTED * long)}"
                assert asked(outside, "POST", "/ask", question, Content_Type=FORM)[0] in (200, 303), len(question)
            assert asked(outside, "POST", "/ask", f"question={'x' * 1_100_000}", Content_Type=FORM)[0] >= 400
            assert asked(outside, "GET", "/metrics")[0] == 404
        status, shown, _ = asked(outside, "GET", "/at/planted-path")
        assert (status, told_when_down(shown)) == (502, True)
    shutil.rmtree(tmp_path / "tls")
    (tmp_path / "Caddyfile").unlink()
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for trace in (b"Zebedee", b"planted", b"/ask", b"/at"):
        assert trace not in written
