"""What a deployment decides, read once from SIGNPOST_* in the environment."""

import os
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError

PREFIX = "SIGNPOST_"
TELEGRAM = "https://api.telegram.org"
LEAST_SECRET = 24  # characters of the secret that opens the admins' page


class SettingsError(Exception):
    """A setting is missing or is not what it should be; the message names it."""


class Settings(BaseModel):
    """The settings, each ``SIGNPOST_`` and its name in capitals; a secret may instead come from a ``…_FILE``."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    telegram_token: SecretStr = Field(
        SecretStr(""), description="The token that BotFather gave. Without it there is no Telegram."
    )
    telegram_token_file: Path | None = Field(None, description="A file that holds the token instead.")
    telegram_api: str = Field(TELEGRAM, description="The base address of the Bot API; `/bot<token>/<method>` follows.")
    webhook_url: str = Field(
        "", description="The public https address at which Telegram reaches `signpost serve`. The webhook needs it."
    )
    webhook_secret: SecretStr = Field(
        SecretStr(""),
        description="What Telegram sends with each update: 1 to 256 of A-Z a-z 0-9 _ -. The webhook needs it.",
    )
    webhook_secret_file: Path | None = Field(None, description="A file that holds the webhook's secret instead.")
    content: Path | None = Field(
        None,
        description="A folder that holds guidance/ and flows/; each good save goes live. The packaged content if "
        "not set.",
    )
    postcodes: Path | None = Field(
        None,
        description="A file of whole postcodes that `signpost areas import` wrote. Without it, a whole postcode "
        "counts as its district.",
    )
    cache: Path | None = Field(
        None,
        description="A folder that keeps the content's vectors from one start to the next; ~/.cache/signpost if "
        "not set.",
    )
    encoder: bool = Field(
        True, description="Find by meaning too. `no` saves about 100 MB of memory, and less is found."
    )
    state: Path | None = Field(
        None,
        description="A folder for what must outlive a start: what is paused, the last good content, the counts. "
        "It is the same for every process; ~/.local/state/signpost (or in XDG_STATE_HOME) if not set.",
    )
    admins: str = Field(
        "",
        description="Telegram numbers, with commas, of those who may use /pause, /resume, /paused and /stats, and "
        "are sent each month's digest. Nobody may if not set.",
    )
    admin_secret: SecretStr = Field(
        SecretStr(""),
        description="What opens /admin, the page of the counts: 24 characters or more. Without it there is no "
        "such page.",
    )
    admin_secret_file: Path | None = Field(None, description="A file that holds the admins' secret instead.")
    database: SecretStr = Field(
        SecretStr(""),
        description="Where Telegram and `signpost serve` count: a file, a postgresql:// address, or none; "
        "counts.db in SIGNPOST_STATE if not set. PostgreSQL needs `pip install "
        "'signpost-bot[postgres]'`; what is paused is then shared there too.",
    )
    database_file: Path | None = Field(None, description="A file that holds the database's address instead.")
    epsilon: float = Field(
        0.0, ge=0.0, le=10.0, description="Noise in released counts, as an epsilon such as 1; 0 for none."
    )
    metrics_secret: SecretStr = Field(
        SecretStr(""),
        description="With it, as a bearer token, /metrics may be read from elsewhere. Without it, only from this "
        "machine and through no proxy.",
    )
    metrics_secret_file: Path | None = Field(None, description="A file that holds that secret instead.")
    host: str = Field("127.0.0.1", description="The address that the page listens on.")
    port: int = Field(8080, ge=1, le=65535, description="The port that the page listens on.")
    public_url: str = Field(
        "",
        description="The https address at which others reach the page, for the code to scan on a card to give "
        "her. No code if not set.",
    )
    allow_unsigned: bool = Field(
        False,
        description="Show content that is not signed off to others than this machine. Without it, `signpost "
        "serve` refuses to.",
    )
    show_content_id: bool = Field(
        False,
        description="Put the short id of the content under every answer, by which `signpost at` finds that "
        "content again.",
    )
    sign_offs: str = Field(
        "",
        description="Who has to sign words off beyond a specialist service and a person with lived experience: "
        "ids of sign_off_roles in vocabulary.yaml, with commas; an id given twice asks for two "
        "people.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="The least level of Signpost's own log lines."
    )

    @model_validator(mode="after")
    def _secrets_from_files(self) -> "Settings":
        for name in ("telegram_token", "webhook_secret", "database", "admin_secret", "metrics_secret"):
            path: Path | None = getattr(self, f"{name}_file")
            if path is not None and not getattr(self, name).get_secret_value():
                setattr(self, name, SecretStr(_secret(name, path)))
        if 0 < len(self.admin_key) < LEAST_SECRET:
            message = f"{PREFIX}ADMIN_SECRET: it must have {LEAST_SECRET} characters or more."
            raise SettingsError(message)
        return self

    @field_validator("public_url")
    @classmethod
    def _whole_address(cls, value: str) -> str:
        """Return an address without the slash at its end, and refuse what is more or less than one."""
        address = urlsplit(value)
        safe = address.scheme == "https" or (address.scheme == "http" and _on_this_machine(value))
        if value and not (safe and address.hostname and not address.query and not address.fragment):
            raise PydanticCustomError(
                "public_url", "it must be a whole https address, such as https://signpost.example"
            )
        return value.rstrip("/")

    @field_validator("admins")
    @classmethod
    def _numbers_only(cls, value: str) -> str:
        """Refuse what is no list of the positive numbers that Telegram gives people."""
        if any(not (each.isascii() and each.isdigit() and int(each) > 0) for each in _listed(value)):
            raise PydanticCustomError("admins", "it must be numbers with commas between them, such as 123456,234567")
        return value

    @property
    def admin_key(self) -> str:
        """The secret that opens the admins' page, or ``""``."""
        return self.admin_secret.get_secret_value().strip()

    @property
    def admin_numbers(self) -> frozenset[int]:
        """The Telegram numbers of the admins."""
        return frozenset(int(each) for each in _listed(self.admins))

    @property
    def sign_off_roles(self) -> tuple[str, ...]:
        """The roles that have to sign words off beyond the two that always do, each as often as it was named."""
        return tuple(_listed(self.sign_offs))

    @property
    def counts_at(self) -> str:
        """Where counts are kept: a path, an address or ``none``; ``""`` where that is not said."""
        return self.database.get_secret_value().strip()

    @property
    def token(self) -> str:
        """The bot's token, or ``""``."""
        return self.telegram_token.get_secret_value().strip()

    @property
    def secret(self) -> str:
        """The webhook's secret, or ``""``."""
        return self.webhook_secret.get_secret_value().strip()

    @property
    def metrics_key(self) -> str:
        """The secret with which the metrics are read, or ``""``."""
        return self.metrics_secret.get_secret_value().strip()

    @property
    def local(self) -> bool:
        """Whether only this machine can reach what is served."""
        addresses = [f"//[{self.host}]" if ":" in self.host else f"//{self.host}"]
        if self.token:
            addresses.append(self.telegram_api)
        if self.public_url:
            addresses.append(self.public_url)
        if self.webhook_url:
            addresses.append(self.webhook_url)
        return all(_on_this_machine(address) for address in addresses)


def _listed(value: str) -> list[str]:
    return [each.strip() for each in value.split(",") if each.strip()]


def _secret(name: str, path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        message = f"{PREFIX}{name.upper()}_FILE names a file that cannot be read."
        raise SettingsError(message) from None


def _on_this_machine(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_ours(name: str) -> bool:
    return name.upper().startswith(PREFIX)


def settings(**given: Any) -> Settings:
    """Read the settings from the environment.

    Args:
        given: settings that replace those of the environment, unless they are None.

    Raises:
        SettingsError: a setting is wrong; the message names it and never holds its value.
    """
    found = {name.upper().removeprefix(PREFIX).lower(): value for name, value in os.environ.items() if _is_ours(name)}
    try:
        return Settings(**{**found, **{name: value for name, value in given.items() if value is not None}})
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]) if first["loc"] else "a setting"
        message = f"{PREFIX}{name.upper()}: {first['msg'][:1].lower()}{first['msg'][1:]}."
        raise SettingsError(message) from None
