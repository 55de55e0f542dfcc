"""What a deployment decides, read once from SIGNPOST_* in the environment, and the error that ends a command."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Any

import click

from bot.service import setting_values as values
from bot.state.secret import LEAST, lines_of

EXIT_FAULTS, EXIT_CANNOT_START = 1, 2
PREFIX = "SIGNPOST_"
TELEGRAM = "https://api.telegram.org"


class CannotStart(click.ClickException):
    """Something needed to start is missing or wrong; the message says what, in one line."""

    exit_code = EXIT_CANNOT_START


class SettingsError(CannotStart):
    """A setting is missing or wrong; the message names it and never holds its value."""


def _setting(default: Any, help_: str, read: Callable[[str], Any] = str.strip, *, secret: bool = False) -> Any:
    """Describe a setting.

    Args:
        help_: what it means, for docs/settings.md.
        read: makes its value from a text; it raises ValueError with what the text must be.
        secret: whether it is left out wherever settings are printed, and may come from a file.
    """
    return field(default=default, repr=not secret, metadata={"help": help_, "read": read, "secret": secret})


@dataclass(frozen=True)
class Settings:
    """The settings, each ``SIGNPOST_`` plus its name in capitals; a secret may instead come from a ``…_FILE``."""

    telegram_token: str = _setting("", "The token that BotFather gave. Without it there is no Telegram.", secret=True)
    telegram_token_file: Path | None = _setting(None, "A file that holds the token instead.", Path)
    telegram_api: str = _setting(TELEGRAM, "The base address of the Bot API; `/bot<token>/<method>` follows.")
    webhook_url: str = _setting(
        "", "The public https address at which Telegram reaches `signpost serve`. The webhook needs it."
    )
    webhook_secret: str = _setting(
        "", "What Telegram sends with each update: 32 to 256 of A-Z a-z 0-9 _ -. The webhook needs it.", secret=True
    )
    webhook_secret_file: Path | None = _setting(None, "A file that holds the webhook's secret instead.", Path)
    take_over: bool = _setting(
        False,
        "Let a start take the bot over from another address that Telegram sends its messages to; --take-over does so"
        " once. Without it, the start is refused.",
        values.yes_or_no,
    )
    content: Path | None = _setting(
        None,
        "A folder that holds guidance/ and flows/; each good save goes live. The packaged content if not set.",
        Path,
    )
    local: Path | None = _setting(None, "A folder of your own numbers and sentences, laid over the content.", Path)
    postcodes: Path | None = _setting(
        None,
        "A file of whole postcodes that `signpost areas import` wrote. Without it, a whole postcode counts as"
        " its district.",
        Path,
    )
    cache: Path | None = _setting(
        None,
        "A folder that keeps the content, its index and its vectors for the next start; ~/.cache/signpost if not set.",
        Path,
    )
    encoder: bool = _setting(
        True, "Find by meaning too. `no` saves about 130 MB of memory, but finds less.", values.yes_or_no
    )
    state: Path | None = _setting(
        None,
        "A folder for what must outlive a start, the same for every process; ~/.local/state/signpost (or in"
        " XDG_STATE_HOME) if not set. Keys of addresses are kept only if it is set; otherwise links end at a restart.",
        Path,
    )
    admins: str = _setting(
        "",
        "Telegram numbers, with commas, of those who may use /pause, /resume, /paused and /stats, and are "
        "sent each month's digest. If not set, nobody may.",
        values.numbers,
    )
    mail_to: str = _setting(
        "", "E-mail addresses, with commas, that are sent each month's digest.", values.mail_addresses
    )
    mail_from: str = _setting("", "The e-mail address that the digest comes from.", values.mail_addresses)
    mail_server: str = _setting(
        "",
        "The mail server that sends it: smtps://name:password@mail.example, or smtp:// with STARTTLS. A % in the name "
        "or the password is written %25, an @ %40, a / %2F.",
        values.mail_server,
        secret=True,
    )
    mail_server_file: Path | None = _setting(None, "A file that holds the mail server's address instead.", Path)
    admin_secret: str = _setting(
        "",
        "What opens /admin, the page of the counts: 32 characters or more. Without it there is no such page.",
        secret=True,
    )
    admin_secret_file: Path | None = _setting(None, "A file that holds the admins' secret instead.", Path)
    oidc_issuer: str = _setting(
        "",
        "The address of an OpenID Connect provider, with which admins may sign in to /admin too. It needs"
        " the next three, SIGNPOST_ADMIN_SECRET, SIGNPOST_PUBLIC_URL and `pip install 'signpost-bot[oidc]'`.",
        values.whole_address,
    )
    oidc_client: str = _setting("", "The id that the provider gave Signpost, which is a client of it.")
    oidc_secret: str = _setting("", "The secret that the provider gave Signpost.", secret=True)
    oidc_secret_file: Path | None = _setting(None, "A file that holds the provider's secret instead.", Path)
    oidc_admins: str = _setting(
        "",
        "Who may sign in that way: e-mail addresses that the provider has verified, and names of its groups or roles,"
        " with commas. Nobody else may.",
        secret=True,
    )
    feed_secret: str = _setting(
        "",
        "The bearer token that /admin/feed.json, the released counts for a dashboard elsewhere, asks for: 32 characters"
        " or more. Without it there is no such page.",
        secret=True,
    )
    feed_secret_file: Path | None = _setting(None, "A file that holds that token instead.", Path)
    database: str = _setting(
        "",
        "Where Telegram and `signpost serve` count: a file, a postgresql:// address, or none; counts.db in "
        "SIGNPOST_STATE if not set. PostgreSQL needs `pip install 'signpost-bot[postgres]'`; what is paused "
        "and the keys of addresses are then shared there too.",
        values.database,
        secret=True,
    )
    database_file: Path | None = _setting(None, "A file that holds the database's address instead.", Path)
    count_secret: str = _setting(
        "",
        "What makes ten people enough for a count, however many processes and restarts: 32 characters or more, the same"
        " for every process, and kept apart from the database. docs/counting.md says what it costs.",
        secret=True,
    )
    count_secret_file: Path | None = _setting(None, "A file that holds that secret instead.", Path)
    epsilon: float = _setting(0.0, "Noise in released counts, as an epsilon such as 1; 0 for none.", values.epsilon)
    metrics_secret: str = _setting(
        "",
        "The bearer token that /metrics asks for: 32 characters or more. Without it there is no such page.",
        secret=True,
    )
    metrics_secret_file: Path | None = _setting(None, "A file that holds that secret instead.", Path)
    host: str = _setting("127.0.0.1", "The address that the page listens on.")
    port: int = _setting(8080, "The port that the page listens on.", values.port)
    proxies: str = _setting(
        "127.0.0.1,::1",
        "Addresses of the proxies in front, or networks such as 10.0.0.0/8, with commas. Only from "
        "these is X-Forwarded-For believed and any number of connections accepted.",
        values.proxies,
    )
    public_url: str = _setting(
        "",
        "The https address of the page, for the code to scan on a card to give her. No code if not set.",
        values.whole_address,
    )
    publisher: str = _setting(
        "", "The organisation that publishes this copy, as named at the foot of each page and in the statement."
    )
    contact: str = _setting(
        "",
        "Where staff report a wrong number or a fault: an e-mail address or an https address. Shown at the foot of "
        "each page.",
        values.contact,
    )
    frames: str = _setting(
        "",
        "Websites that may show the box of Signpost in a page of theirs, such as https://intranet.example.gov.uk, with"
        " commas. Without it there is no box, and no website may show any page.",
        values.websites,
    )
    allow_unsigned: bool = _setting(
        False,
        "Show content that is not signed off to other machines. Without it, `signpost serve` refuses to.",
        values.yes_or_no,
    )
    show_content_id: bool = _setting(
        False,
        "Put the short id of the content under every answer; `signpost at` finds that content by it.",
        values.yes_or_no,
    )
    sign_offs: str = _setting(
        "",
        "Who has to sign words off beyond a specialist service and a person with lived experience: ids of "
        "sign_off_roles in vocabulary.yaml, with commas; an id given twice asks for two people.",
    )
    log_level: str = _setting("INFO", "The lowest level of Signpost's own log lines.", values.level)

    @property
    def admin_numbers(self) -> frozenset[int]:
        return frozenset(int(each) for each in values.listed(self.admins))

    @property
    def mail_recipients(self) -> tuple[str, ...]:
        return tuple(values.listed(self.mail_to))

    @property
    def proxy_networks(self) -> list[IPv4Network | IPv6Network]:
        return values.networks(self.proxies)

    @property
    def framing_websites(self) -> tuple[str, ...]:
        """The websites that may show the box."""
        return tuple(values.listed(self.frames))

    @property
    def sign_off_roles(self) -> tuple[str, ...]:
        """The roles that must sign words off in addition to the two that always do, each as often as it was named."""
        return tuple(values.listed(self.sign_offs))

    @property
    def only_here(self) -> bool:
        """Whether only this machine can reach what is served."""
        own = f"//[{self.host}]" if ":" in self.host else f"//{self.host}"
        addresses = (own, self.telegram_api if self.telegram_token else "", self.public_url, self.webhook_url)
        return all(map(values.on_this_machine, filter(None, addresses)))


def settings(**given: Any) -> Settings:
    """Read the settings from the environment.

    Args:
        given: settings that replace those of the environment, unless they are None.

    Raises:
        SettingsError: a setting is wrong; the message names it and never holds its value.
    """
    ours = {name.upper(): value for name, value in os.environ.items() if name.upper().startswith(PREFIX)}
    found: dict[str, Any] = {name.removeprefix(PREFIX).lower(): value for name, value in ours.items()}
    found |= {name: value for name, value in given.items() if value is not None}
    readers = {each.name: each.metadata["read"] for each in fields(Settings)}
    made = {name: _read(name, readers[name], value) for name, value in found.items() if name in readers}
    for name in (each.name for each in fields(Settings) if each.metadata["secret"] and f"{each.name}_file" in made):
        if made.get(name):
            made[f"{name}_file"] = None  # the environment's own value counts, and is not read again
        elif path := made[f"{name}_file"]:
            made[name] = _read(name, readers[name], _secret(name, path))
    read = Settings(**made)
    for name in ("webhook_secret", "admin_secret", "feed_secret", "metrics_secret", "count_secret"):
        if 0 < len(getattr(read, name)) < LEAST:
            raise SettingsError(f"{PREFIX}{name.upper()}: it must have {LEAST} characters or more.")
    if read.mail_to and not (read.mail_server and read.mail_from):
        raise SettingsError(f"{PREFIX}MAIL_TO needs {PREFIX}MAIL_SERVER and {PREFIX}MAIL_FROM.")
    needed = ("oidc_client", "oidc_secret", "oidc_admins", "admin_secret", "public_url") if read.oidc_issuer else ()
    if missing := [f"{PREFIX}{name.upper()}" for name in needed if not getattr(read, name)]:
        raise SettingsError(f"{PREFIX}OIDC_ISSUER is set, so {' and '.join(missing)} must be too.")
    return read


def _read(name: str, read: Callable[[str], Any], value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return read(value)
    except ValueError as error:
        raise SettingsError(f"{PREFIX}{name.upper()}: {error}.") from None


def _secret(name: str, path: Path) -> str:
    try:
        return lines_of(path)[0]  # a further line is an earlier secret that is still good
    except (OSError, UnicodeDecodeError, IndexError) as error:
        wrong = "is empty" if isinstance(error, IndexError) else "cannot be read"
        raise SettingsError(f"{PREFIX}{name.upper()}_FILE names a file that {wrong}.") from None
