"""Long work shows how far it has got on a terminal, and nothing elsewhere."""

import io

import pytest

from bot.commands.common import progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_far_long_work_has_got_and_is_cleared_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _Terminal()
    monkeypatch.setattr("sys.stderr", shown)

    with progress("walks") as tells:
        tells(1500, 3000)

    assert shown.getvalue() == "\r\033[K1,500 of 3,000 walks\r\033[K"


def test_it_is_cleared_when_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _Terminal()
    monkeypatch.setattr("sys.stderr", shown)

    with pytest.raises(ValueError, match="no"), progress("walks"):
        raise ValueError("no")

    assert shown.getvalue() == "\r\033[K"


def test_what_is_no_terminal_is_shown_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("walks") as tells:
        tells(1, 2)

    assert capsys.readouterr() == ("", "")
