"""Settings: read once from SIGNPOST_*, and a wrong one is named in one line that holds no secret."""

from dataclasses import fields
from pathlib import Path

import pytest

from bot.service.settings import Settings, SettingsError, settings


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (each.name for each in fields(Settings)):
        monkeypatch.delenv(f"SIGNPOST_{name.upper()}", raising=False)


def test_without_any_setting_the_page_is_on_this_machine_only() -> None:
    found = settings()

    assert (found.host, found.port, found.telegram_token, found.only_here) == ("127.0.0.1", 8080, "", True)


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_PORT", "9000")
    monkeypatch.setenv("SIGNPOST_TELEGRAM_TOKEN", " 1:secret \n")

    found = settings()

    assert (found.port, found.telegram_token) == (9000, "1:secret")


def test_what_the_command_line_gives_stands_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_PORT", "9000")

    assert settings(port=9001).port == 9001


def test_a_secret_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("1:from-a-file\n")
    monkeypatch.setenv("SIGNPOST_TELEGRAM_TOKEN_FILE", str(tmp_path / "token"))

    assert settings().telegram_token == "1:from-a-file"


def test_a_secret_file_that_cannot_be_read_is_named_by_its_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_TELEGRAM_TOKEN_FILE", "/nowhere/token")

    with pytest.raises(SettingsError, match=r"^SIGNPOST_TELEGRAM_TOKEN_FILE names a file that cannot be read\.$"):
        settings()


@pytest.mark.parametrize("name", ["telegram_token", "webhook_secret", "metrics_secret", "database"])
def test_a_secret_file_with_nothing_in_it_is_named_too_because_what_it_is_for_would_be_off(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty").write_text(" \n")
    monkeypatch.setenv(f"SIGNPOST_{name.upper()}_FILE", str(tmp_path / "empty"))

    with pytest.raises(SettingsError, match=rf"^SIGNPOST_{name.upper()}_FILE names a file that is empty\.$"):
        settings()


@pytest.mark.parametrize(
    "value",
    [
        "mysql://signpost:canary@db/signpost",
        "postgresql+psycopg://signpost:canary@db/signpost",
        "sqlite:////state/canary.db",
        '"postgresql://signpost:canary@db/signpost"',
        "host=db user=signpost password=canary",
    ],
)
def test_an_address_of_a_database_that_is_not_known_is_not_taken_for_the_name_of_a_file(
    tmp_path: Path, value: str
) -> None:
    (tmp_path / "address").write_text(value)

    for given in ({"database": value}, {"database_file": tmp_path / "address"}):
        with pytest.raises(SettingsError) as refused:
            settings(**given)
        said = "SIGNPOST_DATABASE: it must be a file, an address that begins with postgresql://, or none."
        assert str(refused.value) == said


@pytest.mark.parametrize("value", ["", "none", "/state/counts.db", "~/counts.db", "postgres://u:p@db/signpost?a=b"])
def test_a_database_is_a_file_an_address_of_postgresql_or_none(value: str) -> None:
    assert settings(database=value).database == value


@pytest.mark.parametrize("value", ["eighty", "0", "70000", ""])
def test_a_wrong_port_is_named(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SIGNPOST_PORT", value)

    with pytest.raises(SettingsError, match=r"^SIGNPOST_PORT: "):
        settings()


def test_a_secret_is_in_no_representation_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_TELEGRAM_TOKEN", "1:canary")
    shown = repr(settings()) + str(settings())
    monkeypatch.setenv("SIGNPOST_PORT", "canary")

    with pytest.raises(SettingsError) as caught:
        settings()

    assert "canary" not in shown + str(caught.value)


@pytest.mark.parametrize(
    ("given", "local"),
    [
        ({"host": "0.0.0.0"}, False),  # noqa: S104 - what is asked about, not listened on
        ({"host": "::1"}, True),
        ({"host": "localhost"}, True),
        ({"telegram_token": "1:a"}, False),
        ({"telegram_token": "1:a", "telegram_api": "http://127.0.0.1:8081"}, True),
        ({"webhook_url": "https://signpost.example/telegram"}, False),
        ({"public_url": "https://signpost.example"}, False),
    ],
)
def test_local_means_that_nobody_else_can_reach_it(given: dict[str, str], local: bool) -> None:
    assert settings(**given).only_here is local


@pytest.mark.parametrize(
    "value",
    ["signpost.example", "http://signpost.example", "https://", "https://a.example/?x=1", "javascript:alert(1)"],
)
def test_a_public_address_that_is_not_a_whole_https_address_is_refused(value: str) -> None:
    with pytest.raises(SettingsError, match=r"^SIGNPOST_PUBLIC_URL: it must be a whole https address"):
        settings(public_url=value)


def test_a_public_address_is_kept_without_the_slash_at_its_end() -> None:
    assert settings(public_url="https://signpost.example/help/").public_url == "https://signpost.example/help"


def test_a_proxy_is_named_by_its_address_or_its_network() -> None:
    assert [str(each) for each in settings(proxies="10.0.0.4, 172.16.0.1/12").proxy_networks] == [
        "10.0.0.4/32",
        "172.16.0.0/12",
    ]
    with pytest.raises(SettingsError, match=r"^SIGNPOST_PROXIES: it must be addresses or networks separated by commas"):
        settings(proxies="proxy.example")


@pytest.mark.parametrize("name", ["webhook_secret", "admin_secret", "feed_secret", "metrics_secret"])
def test_a_secret_that_could_be_guessed_is_refused_in_one_line_that_does_not_repeat_it(
    tmp_path: Path, name: str
) -> None:
    enough, short = "planted-secret-of-32-characters!", "planted-secret-of-31-characters"
    (tmp_path / "secret").write_text(f"{short}\n", "utf-8")

    for given in ({name: short}, {f"{name}_file": tmp_path / "secret"}):
        with pytest.raises(SettingsError) as refused:
            settings(**given)
        assert str(refused.value) == f"SIGNPOST_{name.upper()}: it must have 32 characters or more."
    assert getattr(settings(**{name: enough}), name) == enough


@pytest.mark.parametrize(
    "value", ["", "https://intranet.example.gov.uk", "https://*.cloud.microsoft, http://localhost:8000"]
)
def test_websites_that_may_show_the_box_are_https_or_this_machine(value: str) -> None:
    assert settings(frames=value).framing_websites == tuple(value.replace(" ", "").split(",") if value else ())


@pytest.mark.parametrize(
    "value", ["*", "'self'", "http://intranet.example", "https://*", "https://a.example/page", "https://a.example; x"]
)
def test_any_other_website_is_refused(value: str) -> None:
    with pytest.raises(SettingsError, match=r"^SIGNPOST_FRAMES: it must be https addresses"):
        settings(frames=value)
