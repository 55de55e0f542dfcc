"""Send the digest by e-mail on the first working morning of a month; the connection is always encrypted.

`smtplib` of Python itself does it, in a thread of its own, so that no answer ever waits for a mail server.
"""

import smtplib
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from hashlib import blake2b
from urllib.parse import unquote, urlsplit

from bot.channels.admin import AdminCounts, MonthFiles
from bot.channels.error_handler import log, report
from bot.counts.store import Store, StoreError, opened
from bot.reports.monthly import task_of

LOOK = 600.0  # seconds between two checks whether a month's digest is due
_WAIT = 20.0  # seconds for the mail server to answer
PORTS = {"smtps": 465, "smtp": 587}  # unless the address names another
_LATER = range(400, 500)  # codes that ask us to try again


@dataclass(frozen=True, slots=True)
class MailServer:
    """A mail server."""

    address: str  # such as ``smtps://name:password@mail.example``
    sender: str  # who the mail is from
    own: bool = False  # whether it is on this very machine, where TLS is used only if it offers it
    trust: ssl.SSLContext | None = None  # who to trust; the system's authorities if None

    @contextmanager
    def connected(self) -> Iterator[smtplib.SMTP]:
        """Connect and sign in, by TLS from the start or before anything is said; raise OSError if that fails."""
        url, trust = urlsplit(self.address), self.trust or ssl.create_default_context()
        host, port = url.hostname or "", url.port or PORTS[url.scheme]
        if url.scheme == "smtps":
            made: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=_WAIT, context=trust)
        else:
            made = smtplib.SMTP(host, port, timeout=_WAIT)
        with made as connection:
            connection.ehlo()
            if url.scheme == "smtp" and (connection.has_extn("starttls") or not self.own):
                connection.starttls(context=trust)
            if url.username:
                connection.login(unquote(url.username), unquote(url.password or ""))
            yield connection


class MonthlyMail:
    """Sends the digest to each recipient by itself, at most once; the store records who was sent it, as hashes."""

    def __init__(self, counts: AdminCounts, server: MailServer, recipients: Sequence[str]) -> None:
        self._counts, self._server, self._recipients = counts, server, tuple(recipients)
        self._key = blake2b(server.address.encode()).digest()
        self._stop = threading.Event()

    def start(self) -> None:
        """Send what is due from now on, in a thread that ends with the process."""
        threading.Thread(target=self._run, name="mail", daemon=True).start()

    def stop(self) -> None:
        """Send nothing more."""
        self._stop.set()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self.look()
            except Exception as error:
                report(error)
            self._stop.wait(LOOK)

    def look(self) -> bool:
        """Send every month that is due, and return whether nothing is left to send."""
        counts = self._counts.reader.counts()
        brought = [self._bring(self._counts.month(counts, month)) for month in self._counts.owed(counts)]
        return all(brought)

    def _bring(self, month: MonthFiles | None) -> bool:
        if month is None:
            return True
        task = task_of(month.month, "mail")
        try:
            with closing(opened(self._counts.reader.database)) as store:
                if not store.alone(task) or store.is_taken(task):
                    return True
                left = [each for each in self._recipients if not store.is_taken(self._mark(task, each))]
                with self._server.connected() as connection:
                    sent = [self._sent(store, connection, month, each) for each in left]
                if all(sent):
                    store.finish(task)
                return all(sent)
        except StoreError:
            return False
        except OSError as error:  # also what smtplib raises
            log.warning("the digest could not be sent by e-mail, and is tried again: %s", type(error).__name__)
            return False

    def _sent(self, store: Store, connection: smtplib.SMTP, month: MonthFiles, recipient: str) -> bool:
        """Send the digest to one recipient, and return whether it need not be tried again."""
        mark = self._mark(task_of(month.month, "mail"), recipient)
        store.claim(mark)
        try:
            connection.send_message(_message(month, self._server.sender, recipient))
        except smtplib.SMTPRecipientsRefused as error:
            code = next(iter(error.recipients.values()))[0]
        except smtplib.SMTPResponseException as error:
            code = error.smtp_code
        else:
            return True
        log.warning("the mail server refused the digest: %d", code)
        if code in _LATER:
            store.give_back(mark)
        return code not in _LATER

    def _mark(self, task: str, recipient: str) -> str:
        return f"{task} {blake2b(recipient.encode(), key=self._key, digest_size=8).hexdigest()}"


def _message(month: MonthFiles, sender: str, recipient: str) -> EmailMessage:
    """Return the digest as a message: plain text, the table, and the picture if one can be made."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = month.title, sender, recipient
    message["Date"], message["Auto-Submitted"] = formatdate(), "auto-generated"
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].rstrip(">"))
    message.set_content("\n\n".join((month.words, *([] if month.picture else month.bars))))
    message.add_attachment(month.table.decode(), subtype="csv", filename=f"{month.name}.csv")
    if month.picture:
        message.add_attachment(month.picture, maintype="image", subtype="png", filename=f"{month.name}.png")
    return message
