"""Who vouches for what is shown: in full once in a talk, then as one word that opens it."""

from bot.channels.talk import Talk
from bot.core.guide import Guide
from bot.core.position import Position, encode
from bot.core.reply import Asked, Block, Mark, Pressed, Reply, plain
from bot.core.screens.registry import step_to
from tests.conftest import NOW
from tests.guides import in_danger, talking

ENTRY = step_to("entry", "sexual-health")


def vouching(reply: Reply, real: Guide) -> list[Block]:
    whole = (real.words("unsigned-short"), real.words("contacts-unconfirmed"))
    return [block for block in reply.blocks if block.mark is Mark.SMALL and block.text.startswith(whole)]


def test_the_first_answer_of_a_talk_says_whole_that_nobody_has_signed_it_off(talk: Talk, real: Guide) -> None:
    reply = talk.answer(Pressed(encode(Position((ENTRY,))))).replies[0]

    assert [block.part for block in vouching(reply, real)] == [""]
    assert real.words("unsigned-short") in plain(reply)


def test_answers_and_lists_after_it_say_it_in_one_word_that_opens_it(talk: Talk, real: Guide) -> None:
    for step in (step_to("point", "sexual-health/how-often"), step_to("nearby", "sexual-health")):
        reply = talk.answer(Pressed(encode(Position((ENTRY, step))))).replies[0]

        assert [(block.part, block.label) for block in vouching(reply, real)] == [("said", real.words("said-before"))]
        assert plain(reply).count(f"{real.words('said-before')}.") == 1
        assert real.words("unsigned-short") not in plain(reply)


def test_a_card_in_the_middle_of_a_talk_says_it_in_one_word_too(real: Guide) -> None:
    danger = talking(lambda: in_danger(real, "card", "suicide"), lambda: NOW)

    before = ("", encode(Position((ENTRY,))))
    first, later = (danger.answer(Asked("she took them all", after)).replies[0] for after in before)

    assert [block.part for block in vouching(first, real)] == [""]
    assert [block.part for block in vouching(later, real)] == ["said"]


def test_nobody_is_told_that_999_is_not_confirmed(talk: Talk, real: Guide) -> None:
    danger, other = (
        talk.answer(Pressed(encode(Position((step_to("entry", entry),))))).replies[0]
        for entry in ("immediate-danger", "sexual-health")
    )

    assert "999" in plain(danger)
    assert real.words("unsigned-short") in plain(danger)
    assert real.words("number-unconfirmed") not in plain(danger)
    assert real.words("number-unconfirmed") in plain(other)


def test_a_choice_of_pages_has_not_said_it_yet(talk: Talk, real: Guide) -> None:
    choice = tuple(step_to("matched-suggestions", entry) for entry in ("sexual-health", "she-just-told-me"))
    reply = talk.answer(Pressed(encode(Position((*choice, ENTRY))))).replies[0]

    assert [block.part for block in vouching(reply, real)] == [""]
