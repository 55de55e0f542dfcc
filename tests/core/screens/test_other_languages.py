"""An entry's words to say aloud in another language: shown everywhere once a named person signed, else nowhere."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.channels import console
from bot.channels.telegram import updates
from bot.content.loader import load
from bot.core.assurance import SPEAKS_IT, standing
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.position import encode
from bot.core.reply import Pressed, Reply
from bot.core.screens.registry import SCREENS
from bot.core.screens.resolver import draw
from tests.checked import check
from tests.conftest import NOW
from tests.guides import guide, talking
from tests.small_content import change, small_content
from tests.web import client, made

ENTRY = "guidance/safety/in-danger.yaml"
SAY = "I am staying with you. What would help now?"
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "Wexo tuna li. Pela mi?", "ابجد هوز حطي كلمن"  # two made-up languages
FILE = """title: {title}
sentences:
  - entry: in-danger
    english: {english}
    says: "{says}"
owner: safety lead
sign_off: []
"""


@pytest.fixture(name="small")
def _small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_content(tmp_path / "content")
    monkeypatch.setenv("SIGNPOST_CONTENT", str(folder))
    (folder / "guidance/translations").mkdir()
    for tag, says in (("qaa", LEFT_TO_RIGHT), ("qab", RIGHT_TO_LEFT)):
        written = FILE.format(title=f"Example {tag}", english=SAY, says=says)
        (folder / f"guidance/translations/{tag}.yaml").write_text(written, "utf-8")
    return folder


def sign(tag: str, role: str = "language", by: str = "Ada Example") -> Result:
    who = ("--role", role, "--by", by, "--body", "Example Interpreters", "--on", "2026-11-20", "--yes")
    return CliRunner().invoke(main, ("sign", tag, *who))


def answer(folder: Path) -> tuple[Guide, Reply]:
    shown = guide(load(folder))
    return shown, draw(shown, SCREENS.at("entry", "in-danger"), NOW)


def opened(folder: Path) -> Reply | None:
    """Return the screen behind the button under the answer, if there is one."""
    shown, reply = answer(folder)
    letter = SCREENS["translated"].letter
    there = [button.position for button in reply.buttons if button.position[-5] == letter]
    return talking(lambda: shown, lambda: NOW).answer(Pressed(there[0])).replies[0] if there else None


def told(folder: Path) -> list[str]:
    faults = check(folder, NOW.date()).faults
    return [f"{f.file}:{f.line} {f.rule} {f.message}" for f in faults if f.file.startswith("guidance/translations/")]


def test_an_unsigned_language_is_shown_nowhere_and_the_check_says_how_to_have_it_signed(small: Path) -> None:
    shown, reply = answer(small)
    by_hand = draw(shown, SCREENS.at("translated", "in-danger"), NOW)

    assert opened(small) is None
    assert LEFT_TO_RIGHT not in str(reply) + str(by_hand)
    assert told(small)[0] == (
        "guidance/translations/qaa.yaml:7 SP907 nobody sees this, because nobody who speaks Example qaa has signed "
        "it off; signpost sign qaa --role language records who agreed to it"
    )


def test_a_sign_off_in_another_role_or_by_no_person_shows_nothing(small: Path) -> None:
    assert sign("qaa", role="specialist-service").exit_code == 0
    assert sign("qaa", by="The translation team").exit_code != 0

    assert opened(small) is None


async def test_a_signed_language_is_shown_on_every_channel_with_who_checked_it(small: Path) -> None:
    read = sign("qab").output
    sign("qaa")
    reply = opened(small)
    assert reply is not None
    shown = guide(load(small))
    position = encode(SCREENS.at("translated", "in-danger"))
    async with client(made(talking(lambda: shown, lambda: NOW))) as page:
        html = (await page.get(f"/at/{position}")).text
    telegram = "".join(text for text, _ in updates.render(reply))

    assert SAY in read
    assert RIGHT_TO_LEFT in read
    assert f'<p class="text" lang="qaa" dir="ltr">{LEFT_TO_RIGHT}' in html
    assert f'<p class="text" lang="qab" dir="rtl">{RIGHT_TO_LEFT}' in html
    for text in (html, telegram, console.screen(reply, 0)):
        assert LEFT_TO_RIGHT in text
        assert RIGHT_TO_LEFT in text
        assert "Ada Example, Example Interpreters" in text


def test_a_changed_sentence_is_hidden_with_its_language_until_it_is_signed_again(small: Path) -> None:
    sign("qaa")
    change(small, "guidance/translations/qaa.yaml", "Wexo", "Wexa")

    assert opened(small) is None
    assert [fault.split()[1] for fault in told(small)] == ["SP907", "SP902", "SP907"]
    sign("qaa")
    assert opened(small) is not None


def test_a_sentence_is_hidden_when_the_entry_says_something_else(small: Path) -> None:
    sign("qaa")
    change(small, ENTRY, SAY, "I am staying here. What would help now?")

    assert opened(small) is None
    assert told(small)[0] == (
        'guidance/translations/qaa.yaml:4 SP905 the entry says "I am staying here. What would help now?"; '
        "have that translated, or the sentence stays hidden"
    )


def test_a_file_that_is_not_named_by_a_language_is_refused_with_what_to_call_it(small: Path) -> None:
    (small / "guidance/translations/qaa.yaml").rename(small / "guidance/translations/polish.yaml")

    assert told(small) == [
        'guidance/translations/polish.yaml:1 SP101 "polish" is not a language tag; '
        "call the file pl.yaml for Polish, ar.yaml for Arabic"
    ]


def test_no_language_is_shipped_unsigned(library: Library) -> None:
    unsigned = {id for id, its in library.translations.items() if not standing(its, library, SPEAKS_IT).complete}

    assert unsigned == set()
