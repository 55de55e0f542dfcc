"""The digest by e-mail: encrypted, to each recipient separately, once, and never delaying an answer."""

import contextlib
import email
import email.policy
import socketserver
import sqlite3
import ssl
import subprocess
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from bot.channels.admin import AdminCounts
from bot.channels.mail import MailServer, MonthlyMail
from bot.core.library import Library
from bot.counts.store import opened
from bot.reports.released_counts import Reader
from bot.service.settings import SettingsError, settings
from tests.made_up import owed, written

NOW = datetime(2026, 11, 9, 12, tzinfo=UTC)
TO = ("asha@council.example", "morag@council.example")
PASSWORD = "p%40ss-that-no-log-holds"


class PostOffice(socketserver.ThreadingTCPServer):
    """A mail server that records what it is sent; it may offer TLS, refuse somebody, or hang up in the middle."""

    allow_reuse_address, daemon_threads = True, True

    def __init__(self, trust: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.trust = trust
        self.refused: dict[str, int] = {}
        self.hangs_up = False
        self.said: list[str] = []
        self.mails: list[tuple[str, EmailMessage]] = []
        self.address = f"smtp://bot:{PASSWORD}@localhost:{self.server_address[1]}"


class _Conversation(socketserver.StreamRequestHandler):
    server: PostOffice

    def handle(self) -> None:
        self.to, self.secure = "", False
        self.say("220 ready")
        while line := self.rfile.readline().decode().strip():
            self.server.said.append(f"{'tls ' if self.secure else ''}{line}")
            if not self.answer(line.upper(), line):
                return

    def finish(self) -> None:
        self.rfile.close()
        with contextlib.suppress(OSError, ValueError):
            self.wfile.close()
        self.connection.close()

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())
        self.wfile.flush()

    def answer(self, word: str, line: str) -> bool:
        if word.startswith("EHLO"):
            offers = ["here", "AUTH PLAIN"] + (["STARTTLS"] if self.server.trust and not self.secure else [])
            for each in offers[:-1]:
                self.say(f"250-{each}")
            self.say(f"250 {offers[-1]}")
        elif word == "STARTTLS" and self.server.trust:
            self.say("220 go on")
            try:
                self.connection = self.server.trust.wrap_socket(self.connection, server_side=True)
            except ssl.SSLError:  # the certificate is refused
                return False
            self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb")
            self.secure = True
        elif word.startswith("RCPT"):
            self.to = line.partition("<")[2].rstrip(">")
            self.say(f"{self.server.refused.get(self.to, 250)} so it is")
        elif word == "DATA":
            self.say("354 go on")
            lines = list(iter(self.rfile.readline, b".\r\n"))
            self.server.mails.append((self.to, email.message_from_bytes(b"".join(lines), policy=email.policy.default)))
            if self.server.hangs_up:
                return False
            self.say("250 kept")
        elif word == "QUIT":
            self.say("221 bye")
            return False
        else:
            self.say("235 in" if word.startswith("AUTH") else "250 ok")
        return True


@contextlib.contextmanager
def running(trust: ssl.SSLContext | None = None) -> Iterator[PostOffice]:
    with PostOffice(trust) as office:
        threading.Thread(target=office.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield office
        office.shutdown()


@pytest.fixture(name="office")
def _office() -> Iterator[PostOffice]:
    with running() as office:
        yield office


@pytest.fixture(name="place")
def _place(tmp_path: Path) -> str:
    return written(tmp_path / "counts.db", owed(NOW)[1])


def looked(place: str, library: Library, server: MailServer, to: Sequence[str] = TO) -> bool:
    """Let a process that has just started look once."""
    return MonthlyMail(AdminCounts(Reader(place), lambda: library, lambda: NOW), server, to).look()


def here(office: PostOffice) -> MailServer:
    return MailServer(office.address, "signpost@council.example", own=True)


def tasks(place: str) -> list[str]:
    with contextlib.closing(sqlite3.connect(place)) as connection:
        return [task for (task,) in connection.execute("SELECT task FROM done ORDER BY task")]


def test_each_recipient_is_sent_the_words_the_table_and_the_picture_by_themselves(
    place: str, library: Library, office: PostOffice
) -> None:
    assert looked(place, library, here(office))

    assert [to for to, _ in office.mails] == list(TO)
    mail = office.mails[0][1]
    assert (mail["To"], mail["From"], mail["Subject"]) == (
        TO[0],
        "signpost@council.example",
        "Signpost in October 2026",
    )
    body = mail.get_body()
    assert body is not None
    assert "160 questions were counted" in body.get_content().replace("\n", " ")
    assert [each.get_filename() for each in mail.iter_attachments()] == ["signpost-2026-10.csv", "signpost-2026-10.png"]
    assert "AUTH PLAIN" in "".join(office.said)


def test_it_is_sent_once_and_what_is_kept_of_it_names_nobody(place: str, library: Library, office: PostOffice) -> None:
    office.refused = {TO[1]: 450}
    assert not looked(place, library, here(office))
    during = tasks(place)
    office.refused = {}
    assert looked(place, library, here(office))
    assert looked(place, library, here(office))

    assert [to for to, _ in office.mails] == list(TO), "who was refused for now is sent it later, and nobody twice"
    assert [task.partition(" ")[2][:8] for task in during] == ["2026-10 "]
    assert tasks(place) == ["mail 2026-10"]


def test_an_address_that_is_refused_for_good_is_given_up(place: str, library: Library, office: PostOffice) -> None:
    office.refused = {TO[0]: 550}

    assert looked(place, library, here(office))
    assert [to for to, _ in office.mails] == [TO[1]]


def test_what_may_have_arrived_is_not_sent_twice(place: str, library: Library, office: PostOffice) -> None:
    office.hangs_up = True
    assert not looked(place, library, here(office))
    office.hangs_up = False
    assert looked(place, library, here(office))

    assert [to for to, _ in office.mails] == list(TO)


def test_a_server_that_is_away_costs_nothing_and_is_tried_again(
    place: str, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    with running() as office:
        away = here(office)
    assert not looked(place, library, away)

    assert "ConnectionRefusedError" in caplog.text
    assert PASSWORD not in caplog.text
    assert tasks(place) == []


def test_another_machine_is_told_nothing_without_tls(place: str, library: Library, office: PostOffice) -> None:
    assert not looked(place, library, MailServer(office.address, "signpost@council.example"))

    assert not any("AUTH" in line or "DATA" in line for line in office.said)


def test_with_tls_everything_after_it_is_encrypted_and_a_strange_certificate_is_refused(
    place: str, library: Library, tmp_path: Path
) -> None:
    key, certificate = str(tmp_path / "key"), str(tmp_path / "certificate")
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    named = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*made, *named, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(certificate, key)
    known = ssl.create_default_context(cafile=certificate)
    with running(trust) as office:
        assert not looked(place, library, MailServer(office.address, "signpost@council.example"))
        strange = list(office.said)
        office.said.clear()
        assert looked(place, library, MailServer(office.address, "signpost@council.example", trust=known))

    assert strange[-1] == "STARTTLS"
    after = office.said[office.said.index("STARTTLS") + 1 :]
    assert after
    assert all(line.startswith("tls ") for line in after)


def test_a_month_is_sent_on_telegram_and_by_mail(place: str, library: Library, office: PostOffice) -> None:
    with contextlib.closing(opened(place)) as store:
        store.finish("digest 2026-10")

    looked(place, library, here(office))

    assert len(office.mails) == 2


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"mail_to": TO[0]}, "SIGNPOST_MAIL_TO needs SIGNPOST_MAIL_SERVER and SIGNPOST_MAIL_FROM."),
        ({"mail_server": "https://mail.example"}, "SIGNPOST_MAIL_SERVER: it must be an address such as smtps://"),
        ({"mail_to": "Asha Council"}, "SIGNPOST_MAIL_TO: it must be e-mail addresses"),
        ({"mail_to": "a@b\nBcc: c@d"}, "SIGNPOST_MAIL_TO: it must be e-mail addresses"),
    ],
)
def test_a_wrong_setting_of_mail_is_refused(given: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        settings(**given)
