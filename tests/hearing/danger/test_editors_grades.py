"""Grades that editors gave to messages: they come before what sayings and the model say."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from bot.core.entry import GradedMessage
from bot.core.guide import Guide
from bot.core.hearing import Danger
from bot.core.library import Library
from bot.hearing import LibraryHearing
from bot.hearing.danger.editors_grades import (
    BY_HAND,
    CLEARLY,
    LIKE,
    NEARLY,
    VERY_CLEARLY,
    VERY_LIKE,
    MendedGrades,
    says_more,
)
from bot.hearing.matching.postings import Numbers
from bot.hearing.text import TypedMessage
from tests.guides import HEARING, hearing

CALM = (
    "she asked me not to write it down",
    "he does not want his boyfriend told",
    "she does not want this on her record",
    "she is scared that they will take the baby",
    "he already knows she comes here, he has dropped her off before",
    "lady I wash gets a man friend in for money, do I report it",
    "he is in jail for battering her, does anybody tell her when he is released",
    "her face is swollen up on one side since yesterday and she is hot",
)

KNIFE = GradedMessage(text="he has a knife in the kitchen scene", danger="none")
WATCHED = GradedMessage(text="the same car is outside her work again", danger="line", card="danger-now")
OTHERWISE = Danger("card", "suicide", ("graded",))


@pytest.fixture(scope="module", name="mended")
def _mended(library: Library) -> MendedGrades:
    return MendedGrades.of(replace(library, graded=(KNIFE, WATCHED)))


def _encode(texts: Sequence[str]) -> Numbers:
    return np.eye(3, dtype=np.float32)[: len(texts)]


@pytest.mark.parametrize(
    "typed", [WATCHED.text, "The same car is outside her work again!!", "  the SAME car, is outside her work again "]
)
def test_a_message_that_an_editor_graded_has_that_grade_however_it_is_written(mended: MendedGrades, typed: str) -> None:
    assert mended.knows(TypedMessage.of(typed))
    assert mended.judge(TypedMessage.of(typed), None, OTHERWISE) == Danger("line", "danger-now", (BY_HAND,))


def test_an_editor_can_say_that_there_is_no_danger(mended: MendedGrades) -> None:
    assert mended.judge(TypedMessage.of(KNIFE.text), None, OTHERWISE) is None


def test_any_other_message_has_the_grade_that_was_worked_out(mended: MendedGrades) -> None:
    assert not mended.knows(TypedMessage.of("the same car is outside"))
    assert mended.judge(TypedMessage.of("the same car is outside"), None, OTHERWISE) == OTHERWISE
    assert mended.judge(TypedMessage.of("the same car is outside"), None, None) is None


def test_the_phrasings_of_danger_in_entries_are_known(library: Library, mended: MendedGrades) -> None:
    phrasings = [one for entry in library.entries.values() for one in entry.danger_phrasings]

    assert len(phrasings) >= 50
    for one in phrasings:
        found = mended.judge(TypedMessage.of(one.text), None, None)
        assert (found and (found.grade, found.card)) == (one.danger, one.card)


def test_a_message_that_means_nearly_the_same_has_the_same_grade(mended: MendedGrades) -> None:
    encoded = mended.with_encoder(_encode)
    off = float(np.sqrt(1 - (NEARLY + 0.01) ** 2))
    near, far = np.array([[0, NEARLY + 0.01, off]], np.float32), np.array([[0, NEARLY - 0.01, off]], np.float32)

    assert encoded.nearest(near) == WATCHED
    typed = TypedMessage.of("that car is back at her work")
    assert encoded.judge(typed, near, None) == Danger("line", "danger-now", (BY_HAND,))
    assert encoded.judge(typed, far, OTHERWISE) == OTHERWISE


def test_only_a_short_message_is_compared_by_meaning(mended: MendedGrades) -> None:
    encoded = mended.with_encoder(_encode)

    assert encoded.nearest(np.array([[0, 1, 0], [0, 1, 0]], np.float32)) is None
    assert encoded.nearest(None) is None
    assert mended.nearest(np.array([[0, 1, 0]], np.float32)) is None


def test_content_without_graded_messages_is_compared_with_nothing(library: Library) -> None:
    encoded = MendedGrades.of(replace(library, graded=())).with_encoder(_encode)

    assert encoded.nearest(np.array([[0, 1, 0]], np.float32)) is None


def test_an_editors_grade_wins_over_a_saying(mended: MendedGrades) -> None:
    raised = HEARING.danger.detect(KNIFE.text)

    assert raised is not None
    assert mended.judge(TypedMessage.of(KNIFE.text), None, raised) is None


def _like(calm: float, danger: float) -> Numbers:
    """Return the vector of a message, given how similar it is to the graded one without danger and the one with it."""
    return np.array([[calm, danger, np.sqrt(1 - calm**2 - danger**2)]], np.float32)


def test_what_is_clearly_more_like_a_message_without_danger_gets_none_that_only_the_model_gives(
    mended: MendedGrades,
) -> None:
    encoded = replace(mended, phrasings=()).with_encoder(_encode)
    typed, calm = TypedMessage.of("in the drama he picks up a blade"), LIKE + 0.01
    clear, unclear, far = _like(calm, 0.1), _like(calm, calm - CLEARLY + 0.02), _like(LIKE - 0.01, 0.1)

    assert encoded.judge(typed, clear, OTHERWISE, harm=False) is None
    assert encoded.judge(typed, unclear, OTHERWISE, harm=False) == OTHERWISE
    assert encoded.judge(typed, far, OTHERWISE, harm=False) == OTHERWISE
    raised = replace(OTHERWISE, because=("wants-to-die",))
    assert encoded.judge(typed, clear, raised, harm=False) == raised


def test_what_is_clearly_more_like_a_message_of_another_grade_has_that_grade(mended: MendedGrades) -> None:
    encoded = replace(mended, phrasings=()).with_encoder(_encode)
    typed, line = TypedMessage.of("his car sits at her office"), _like(0.1, LIKE + 0.01)
    graded = Danger("line", "danger-now", (BY_HAND,))

    assert encoded.judge(typed, line, OTHERWISE, harm=False) == graded
    assert encoded.judge(typed, line, OTHERWISE, harm=False, says_more=lambda text, vector, alike: True) == OTHERWISE
    assert encoded.judge(typed, line, None, harm=False) is None


def test_what_is_clearly_more_like_a_message_with_a_card_gets_it_in_place_of_a_line(library: Library) -> None:
    gone = GradedMessage(text="she has not been back since", danger="card", card="missing")
    encoded = MendedGrades.of(replace(library, graded=(KNIFE, gone)))
    encoded = replace(encoded, phrasings=()).with_encoder(_encode)
    typed, near = TypedMessage.of("nobody has seen her since"), _like(0.1, LIKE + 0.01)

    assert encoded.judge(typed, near, replace(OTHERWISE, grade="line")) == Danger("card", "missing", (BY_HAND,))
    assert encoded.judge(typed, near, None) is None


def test_of_what_is_very_like_a_message_only_its_parts_may_say_more(mended: MendedGrades) -> None:
    encoded, asked = replace(mended, phrasings=()).with_encoder(_encode), list[bool]()

    def says_more(text: str, vector: Numbers, alike: bool) -> bool:
        asked.append(alike)
        return False

    for likeness in (VERY_LIKE + 0.01, VERY_LIKE - 0.01):
        encoded.judge(TypedMessage.of("a blade in the drama"), _like(likeness, 0.1), OTHERWISE, says_more=says_more)
    assert asked == [True, False]


def test_a_word_of_harm_is_calm_where_a_message_is_very_clearly_like_one_without_danger_that_denies_as_it_does(
    mended: MendedGrades,
) -> None:
    encoded = replace(mended, phrasings=()).with_encoder(_encode)
    typed, calm = TypedMessage.of("in the drama he picks up a blade"), LIKE + 0.01
    very_clear, clear = _like(calm, calm - VERY_CLEARLY - 0.02), _like(calm, calm - VERY_CLEARLY + 0.02)

    assert encoded.judge(typed, very_clear, OTHERWISE) is None
    assert encoded.judge(typed, clear, OTHERWISE) == OTHERWISE
    assert encoded.judge(TypedMessage.of("not in a drama, he picks up a blade"), very_clear, OTHERWISE) == OTHERWISE
    assert encoded.judge(TypedMessage.of("yes he picks up a blade"), very_clear, OTHERWISE) == OTHERWISE


def test_a_word_of_harm_is_calm_beside_a_message_that_denies_only_where_it_denies_too(library: Library) -> None:
    denying = GradedMessage(text="he has no knife in the kitchen scene", danger="none")
    mended = MendedGrades.of(replace(library, graded=(denying, WATCHED)))
    encoded, calm = replace(mended, phrasings=()).with_encoder(_encode), LIKE + 0.01
    very_clear = _like(calm, calm - VERY_CLEARLY - 0.02)

    assert encoded.judge(TypedMessage.of("no, he picks up a blade in a drama"), very_clear, OTHERWISE) is None
    assert encoded.judge(TypedMessage.of("he picks up a blade in a drama"), very_clear, OTHERWISE) == OTHERWISE


def test_what_points_to_danger_more_than_the_calm_message_beside_it_keeps_what_the_model_gives(
    mended: MendedGrades,
) -> None:
    encoded, asked = replace(mended, phrasings=()).with_encoder(_encode), list[str]()
    typed, clear = TypedMessage.of("in the drama he picks up a blade"), _like(LIKE + 0.01, 0.1)

    def says_more(text: str, vector: Numbers, alike: bool) -> bool:
        asked.append(text)
        return True

    assert encoded.judge(typed, clear, OTHERWISE, harm=False, says_more=says_more) == OTHERWISE
    assert asked == [next(one.text for one in mended.messages if one.danger == "none")]


@pytest.mark.parametrize(
    ("beside", "more"),
    [("he's outside", True), ("someone's outside", True), ("outside", False), ("thanks", False), ("he's back", True)],
)
def test_two_words_beside_a_calm_message_can_say_more_and_one_cannot(real: Guide, beside: str, more: bool) -> None:
    calm, hearing = "she asked me not to write it down", real.hearing
    assert isinstance(hearing, LibraryHearing)
    danger, encode, typed = hearing.danger, hearing.matcher.encode, f"{calm}, {beside}"

    assert says_more(danger, danger.hear(typed), encode([typed]), calm, encode([calm])[0], True) is more


@pytest.mark.parametrize("danger", ["shes 15", "shes only 14"])
@pytest.mark.parametrize(
    "calm",
    [
        "I think my client is pregnant by a punter",
        "checked and she is 17, so is there no child protection then",
        "she says she wont see anyone",
        "baby has not moved since last night",
    ],
)
def test_what_a_message_adds_to_a_calm_one_is_weighed_with_all_of_it(real: Guide, calm: str, danger: str) -> None:
    assert real.hearing.hear(calm).danger is None
    assert real.hearing.hear(f"{calm}, {danger}").danger is not None


@pytest.mark.parametrize(
    "danger",
    [
        "and says she will jump",
        "but she wants to die",
        "and he has a knife",
        "and he is hitting her",
        "and he is at the door",
    ],
)
def test_a_calm_message_with_danger_beside_is_not_calm(real: Guide, danger: str) -> None:
    heard = [real.hearing.hear(f"{calm} {danger}").danger for calm in CALM]

    assert all(heard)
    assert real.hearing.hear(CALM[0]).danger is None


@pytest.mark.parametrize(
    ("calm", "dangerous"),
    [
        ("shes frightened theyll take the baby off her", "he's taken the baby and wont say where"),
        ("feart they'll take the wean off her", "shes scared he hurts the baby"),
        ("swollen jaw and toothache since last night", "jaw swollen since last night, cant open her mouth"),
        (
            "his jaw is swollen since last night, a bad tooth and a temperature",
            "her face is swollen up, he hit her last night",
        ),
        ("lady of 71, a gentleman friend leaves 40 pound, at it since the 70s", "old lady says the man hurts her"),
        ("webchat for somebody on the bottle", "he's on the bottle and smashing the place up"),
        ("he knows she comes here, hes dropped her off before", "he has found out she comes here and hes raging"),
        ("found a slideshow wi a murdered girl, use it in class?", "he said he'll murder the girl"),
        ("will she be told when he gets out? hes in for assaulting her", "he's out and he's at her door"),
        ("charged wi brothel keeping, she was locked in it herself for months before", "shes locked in the brothel"),
    ],
)
def test_an_ordinary_fear_raises_nothing_and_the_danger_beside_it_does(real: Guide, calm: str, dangerous: str) -> None:
    heard = real.hearing.hear(dangerous).danger

    assert real.hearing.hear(calm).danger is None
    assert heard is not None


def test_that_she_said_yes_is_not_taken_for_that_she_said_no(library: Library) -> None:
    said_no = GradedMessage(text="asked about suicide and she said no", danger="none")
    encoded = MendedGrades.of(replace(library, graded=(said_no,))).with_encoder(_encode)
    near = np.array([[NEARLY + 0.01, 0, np.sqrt(1 - (NEARLY + 0.01) ** 2)]], np.float32)

    assert encoded.judge(TypedMessage.of("I asked about suicide, she said no"), near, OTHERWISE) is None
    assert encoded.judge(TypedMessage.of("I asked about suicide, she said yes"), near, OTHERWISE) == OTHERWISE
    assert encoded.judge(TypedMessage.of("I asked about suicide, no wait, yes"), near, OTHERWISE) == OTHERWISE


@pytest.mark.parametrize(
    "message",
    [
        "his jaw is swollen since last night and he has a temperature, shes unconscious",
        "came in today with her cheek swollen, an abscess I think, he has a knife",
        "her husband knows, he dropped her at the door with a knife",
    ],
)
def test_a_saying_stands_whatever_milder_message_means_nearly_the_same(real: Guide, message: str) -> None:
    heard = real.hearing.hear(message)

    assert heard.crisis in ("overdose", "weapon")


@pytest.mark.parametrize(
    ("calm", "dangerous"),
    [
        ("this one has really got to me", "this one has got to me and i want to die"),
        ("she asks will they take the baby off her", "he says he is going to take the bairn off her"),
        ("she has a wee girl of 4, who would mind her", "she has a wee girl of 4 and she is home alone"),
    ],
)
def test_a_case_that_got_to_staff_and_a_mothers_fear_raise_nothing(real: Guide, calm: str, dangerous: str) -> None:
    assert hearing(real).hear(calm).danger is None
    assert hearing(real).hear(dangerous).danger is not None


@pytest.mark.parametrize(
    "message", ["she's been told she is out on friday, evicted", "told shes to be evicted at the end of the week"]
)
def test_who_is_told_of_an_eviction_is_not_taken_for_somebody_who_may_die(real: Guide, message: str) -> None:
    assert real.hearing.hear(message).danger is None
    assert real.hearing.hear("she says she'll end it on friday if they evict her").danger is not None
