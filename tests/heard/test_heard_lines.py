"""What is heard in the messages of the sets is what is written down: every change is visible."""

from pathlib import Path

import pytest

from tests.heard_lines import HEARD, changed


@pytest.mark.parametrize("page", HEARD, ids=lambda page: page.stem)
def test_the_same_is_heard_as_is_written_down(page: Path) -> None:
    assert changed(page) == [], "if that is better, write it down: python -m tests.heard_lines"


def test_what_is_heard_otherwise_is_told_with_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, messages = tmp_path / "made-up.txt", tmp_path / "made-up.yaml"
    messages.write_text("- text: one\n- text: two\n", "utf-8")
    page.write_text("ONE\nother\n", "utf-8")
    monkeypatch.setitem(HEARD, page, (messages, str.upper))

    assert changed(page) == [("two", "other", "TWO")]
