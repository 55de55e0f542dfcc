"""What a deployment decides, read once from SIGNPOST_* in the environment."""

from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "SIGNPOST_"
TELEGRAM = "https://api.telegram.org"


class SettingsError(Exception):
    """A setting is missing or is not what it should be; the message names it."""


class Settings(BaseSettings):
    """The settings, each ``SIGNPOST_`` and its name in capitals; a secret may instead come from a ``…_FILE``."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", hide_input_in_errors=True)

    telegram_token: SecretStr = Field(SecretStr(""), description="The token BotFather gave; needed for Telegram only.")
    telegram_token_file: Path | None = Field(None, description="A file that holds the token instead.")
    telegram_api: str = Field(TELEGRAM, description="Base address of the Bot API; /bot<token>/<method> follows.")
    webhook_url: str = Field("", description="The public https address at which Telegram reaches `signpost serve`.")
    webhook_secret: SecretStr = Field(
        SecretStr(""), description="What Telegram sends with each update, 1 to 256 of A-Z a-z 0-9 _ -."
    )
    webhook_secret_file: Path | None = Field(None, description="A file that holds the webhook's secret instead.")
    content: Path | None = Field(
        None, description="A folder with guidance/ and flows/; the packaged content if not set."
    )
    host: str = Field("127.0.0.1", description="The address the web page listens on.")
    port: int = Field(8080, ge=1, le=65535, description="The port the web page listens on.")
    allow_unsigned: bool = Field(
        False, description="Serve content that no specialist has signed off to others than this machine."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="The least level of Signpost's own log lines."
    )

    @model_validator(mode="after")
    def _secrets_from_files(self) -> "Settings":
        for name in ("telegram_token", "webhook_secret"):
            path: Path | None = getattr(self, f"{name}_file")
            if path is not None and not getattr(self, name).get_secret_value():
                setattr(self, name, SecretStr(_secret(name, path)))
        return self

    @property
    def token(self) -> str:
        """The bot's token, or ``""``."""
        return self.telegram_token.get_secret_value().strip()

    @property
    def secret(self) -> str:
        """The webhook's secret, or ``""``."""
        return self.webhook_secret.get_secret_value().strip()

    @property
    def local(self) -> bool:
        """Whether only this machine can reach what is served."""
        addresses = [f"//[{self.host}]" if ":" in self.host else f"//{self.host}"]
        if self.token:
            addresses.append(self.telegram_api)
        if self.webhook_url:
            addresses.append(self.webhook_url)
        return all(_on_this_machine(address) for address in addresses)


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


def settings(**given: Any) -> Settings:
    """Read the settings, with those given taking the place of the environment's.

    Raises:
        SettingsError: a setting is not what it should be; the message names it and never holds its value.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]) if first["loc"] else "a setting"
        message = f"{PREFIX}{name.upper()}: {first['msg'][:1].lower()}{first['msg'][1:]}."
        raise SettingsError(message) from None
