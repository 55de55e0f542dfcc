"""``signpost explain``: it says what the bot does and why, and names nobody."""

import gc
import json
import os
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.channels.talk import Talk
from bot.content.load_in_process import find_content
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.reply import Asked
from bot.editor.explain import MessageExplanation, as_json, explained, to_do
from bot.editor.explain_text import SIGNAL_NAMES, lines
from bot.hearing.matching.explanation import explain
from tests.command import signpost
from tests.conftest import NOW
from tests.guides import guide, hearing, matcher_of, matcher_over

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "explain.md").read_text("utf-8")
TODAY = date(2026, 11, 25)
SHOWN = "her landlrod in govan wants sex insted of rent"  # the message of docs/explain.md
FREE = {"adds", "evidence", "behind_in", "ahead_in"}  # their keys are names of signals, which content and model decide


def of(made: Guide, message: str) -> MessageExplanation:
    """Explain a message with the encoder at work."""
    return explained(made, message, "ready", TODAY)


def text(made: Guide, message: str) -> str:
    """Explain a message in words."""
    return "\n".join(lines(made.library, of(made, message)))


@pytest.fixture(scope="module", name="explanations")
def _explanations(real: Guide, library: Library) -> Mapping[str, MessageExplanation]:
    return {message: of(real, message) for message in messages(library)}


def shape(value: Any, key: str = "") -> Any:
    """Return the shape of a JSON value, without its content."""
    if isinstance(value, dict):
        return "figures" if key in FREE else {name: shape(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value and isinstance(value[0], dict) else ["text"]
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else type(value).__name__


# It says what the bot really does


def messages(library: Library) -> Sequence[str]:
    """Return near misses, examples of what is outside, and what is not only a question."""
    near = [entry.not_phrasings[0].text for entry in library.entries.values()][::8]
    outside = [kind.examples[0] for kind in library.outside.values()][::2]
    return (
        *near,
        *outside,
        "she took tablets in the toilet ten minutes ago",
        "ring Denise McAwlay on 07700 900123, she sells sex in Govan",
        "somewhere for her in the borders or fife",
        "she has moved to London and still sells sex, who helps her there",
        "zzz qqq xxx",
        "word " * 60 + ". She was hurt by a buyer. She wants to tell the police about him.",
    )


def test_it_says_what_a_turn_finds(talk: Talk, explanations: Mapping[str, MessageExplanation]) -> None:
    assert len(explanations) > 20
    for message, shown in explanations.items():
        finding = talk.answer(Asked(message)).finding

        assert (shown.read_as, finding is None) in (("message", False), ("act", True))
        if finding is None:
            continue
        assert shown.answered == (finding.tier, finding.entries, finding.point or shown.answered[2])
        assert shown.found.not_ours == finding.not_ours
        heard = {shown.danger.grade: shown.danger.card} if shown.danger else {}
        assert (heard.get("card", ""), heard.get("line", "")) == (finding.card, finding.caution)
        assert shown.details == finding.kinds
        assert shown.places.outside == finding.outside
        if len(shown.places.councils) > 1:
            assert shown.places.councils == finding.councils


def test_the_tier_follows_from_the_chances_and_what_they_need(explanations: Mapping[str, MessageExplanation]) -> None:
    told: dict[str, set[str]] = {"not-covered": set(), "answer": set(), "suggestions": set()}
    for found in (explanation.found for explanation in explanations.values()):
        if found.right is None or found.covered is None:
            continue
        wanted = "not-covered" if not found.covered.enough else "answer" if found.right.enough else "suggestions"
        told[wanted].add(found.tier)

    assert told == {wanted: {wanted} for wanted in told}


def test_what_the_signals_add_makes_the_score(real: Guide) -> None:
    found = of(real, SHOWN).found

    for candidate in found.entries:
        assert sum(candidate.adds.values()) == pytest.approx(candidate.score, abs=1e-3)
    assert len(found.entries) == 3
    assert [c.score for c in found.entries] == sorted((c.score for c in found.entries), reverse=True)


def test_the_signals_in_which_each_is_ahead_make_up_its_lead(real: Guide) -> None:
    first, second = of(real, SHOWN).found.entries[:2]
    lead = sum(first.ahead_of(second).values()) - sum(second.ahead_of(first).values())

    assert lead == pytest.approx(first.score - second.score, abs=1e-3)


def test_where_a_kind_outside_the_guidance_is_taken_the_best_entry_is_the_runner_up(real: Guide) -> None:
    found = of(real, "the printer on the third floor is jammed again").found

    assert found.tier == "not-covered"
    assert found.not_ours == "it-and-staff-matters"
    assert found.ahead is not None
    assert [candidate.id for candidate in found.ahead] == [found.not_ours, found.entries[0].id]


def test_a_phrasing_of_the_content_is_its_own_nearest(real: Guide, library: Library) -> None:
    phrasing = "a punter cancelled and left a nasty review"
    first = library.entries["sex-for-rent"]
    content = replace(library, entries={first.id: replace(first, phrasings=(phrasing, *first.phrasings))})

    found = explain(matcher_of(content), phrasing).entries[0]

    assert found.by_words is not None
    assert (found.by_words.text, found.by_words.likeness) == (phrasing, pytest.approx(1, abs=1e-3))


def test_a_long_message_is_near_by_that_of_its_sentences_which_says_most(real: Guide) -> None:
    asks = "Her landlord wants sex instead of the rent now."
    talked = "She came in with her bag and we had a cup of tea and talked about the rain. "
    found = explain(hearing(real).matcher, talked * 2 + asks)
    alone = explain(hearing(real).matcher, asks)

    near = next(c.by_meaning for c in found.entries if c.id == "sex-for-rent")
    assert near is not None
    assert alone.entries[0].by_meaning is not None
    assert near.likeness == pytest.approx(alone.entries[0].by_meaning.likeness, abs=0.05)


def test_a_keyword_is_named_as_it_is_written_and_only_where_the_message_holds_it(real: Guide) -> None:
    with_it = explain(hearing(real).matcher, "who does sarcs take")
    without = explain(hearing(real).matcher, "who takes her after that")

    assert any("SARCS" in (k.upper() for k in candidate.keywords) for candidate in with_it.entries)
    assert not any("SARCS" in (k.upper() for k in candidate.keywords) for candidate in without.entries)


def test_a_word_read_otherwise_is_shown_as_typed_and_as_read(real: Guide) -> None:
    found = of(real, "her landlrod wants paid in sex, blorptang").found

    assert ("landlrod", "landlord") in [(spelt.typed, spelt.read) for spelt in found.spelling]
    assert found.unknown == ("blorptang",)
    assert found.read.known < 1


def test_every_signal_has_a_plain_name(real: Guide) -> None:
    assert set(hearing(real).matcher.signals) <= set(SIGNAL_NAMES)


# Nobody is named


@pytest.mark.parametrize(
    ("message", "values"),
    [
        ("ring Denise McAwlay on 07700 900123, she sells sex", ("Denise", "McAwlay", "07700", "900123")),
        ("denise@example.org is her address, dob 14/03/1991, she needs a bed", ("denise@", "14/03/1991")),
    ],
)
def test_no_value_of_a_personal_detail_is_told(real: Guide, message: str, values: tuple[str, ...]) -> None:
    shown = of(real, message)
    told = text(real, message) + as_json(real.library, shown)

    assert shown.details
    assert [value for value in values if value.lower() in told.lower()] == []


# The words


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("she took twenty tablets in the toilet ten minutes ago", "a card: overdose ("),
        ("her ex keeps turning up at her work and following her home", "a line: danger-now ("),
        ("what should i put in the notes after she tells me", "nothing shown"),
    ],
)
def test_danger_is_told_with_its_grade_its_card_and_why(real: Guide, message: str, told: str) -> None:
    shown = of(real, message)
    first = text(real, message).splitlines()[0]

    assert first.startswith(f"Danger         {told}")
    assert first.endswith(f"; {', '.join(shown.danger.because)}" if shown.danger else told)


def test_what_spoke_for_danger_and_against_it_is_told_the_heaviest_first(real: Guide) -> None:
    reasons = of(real, "her ex keeps turning up at her work and following her home").reasons
    words = text(real, "her ex keeps turning up at her work and following her home")

    assert "\n   for         its meaning +" in words
    assert ("\n   against     " in words) == any(reason.weight < 0 for reason in reasons)
    assert [abs(r.weight) for r in reasons] == sorted((abs(r.weight) for r in reasons), reverse=True)


def test_the_graded_message_of_each_grade_that_comes_nearest_is_told_with_its_file(real: Guide) -> None:
    shown = of(real, "her ex keeps turning up at her work and following her home")
    words = " ".join(text(real, "her ex keeps turning up at her work and following her home").split())

    assert {near.grade for near in shown.nearby} == {"none", "line", "card"}
    assert [near.likeness for near in shown.nearby] == sorted((near.likeness for near in shown.nearby), reverse=True)
    for near in shown.nearby:
        assert f'like {near.grade} "{near.text}"' in words
        assert (find_content() / near.file).is_file()


def test_a_message_that_an_editor_graded_is_nearest_to_itself(real: Guide) -> None:
    graded = real.library.graded[0]

    assert of(real, graded.text).nearby[0].text == graded.text
    assert of(real, graded.text).nearby[0].grade == graded.danger


def test_an_editor_is_told_where_a_wrong_grade_of_danger_is_mended(real: Guide) -> None:
    assert "to guidance/danger.yaml, and run signpost check." in " ".join(text(real, SHOWN).split())


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("/start", "A command: it opens a page without searching."),
        ("🙂", "It has no letter and no figure: nothing is searched for."),
        ("cheers pal", 'It is the speech act "thanks" of guidance/talk.yaml'),
        ("Paisley", "It only names a place: the services of that place are listed."),
        ("where in the borders or fife can she go", "asks which of Scottish Borders, Fife"),
        ("she lives in London now, any support", "outside Scotland"),
        ("where can she sleep tonight " * 200, "only the first part was read"),
    ],
)
def test_what_is_no_plain_question_is_said(real: Guide, message: str, words: str) -> None:
    assert words in " ".join(text(real, message).split())


def test_the_words_fit_a_hundred_columns(library: Library, explanations: Mapping[str, MessageExplanation]) -> None:
    words = "\n".join(line for explanation in explanations.values() for line in lines(library, explanation))
    wide = [line for line in words.splitlines() if len(line) > 100]

    assert wide == []


@pytest.mark.parametrize("message", ["the printer on the third floor is jammed again", "what do i do about blorptang"])
def test_where_nothing_is_answered_an_editor_learns_what_to_do(real: Guide, message: str) -> None:
    found = of(real, message).found
    advice = " ".join(to_do(real.library, found))

    assert found.tier != "answer"
    assert f"guidance/{real.library.entries[found.entries[0].id].theme}/{found.entries[0].id}.asked.yaml" in advice
    assert "never a real message" in advice


def test_every_file_that_is_named_is_there(real: Guide) -> None:
    value = json.loads(as_json(real.library, of(real, SHOWN)))

    assert [c["file"] for c in (*value["entries"], value["outside"]) if not (ROOT / c["file"]).is_file()] == []


def test_without_the_encoder_it_says_that_words_alone_decided_and_why(library: Library) -> None:
    made = guide(library)
    shown = explained(made, SHOWN, "switched off", TODAY)
    words = " ".join(" ".join(lines(library, shown)).split())

    assert "Matched by words and letters alone: the encoder is not used (switched off)." in words
    assert all(candidate.by_meaning is None for candidate in shown.found.entries)
    assert "in meaning not compared" in words


def test_a_library_without_entries_explains_to_nothing(library: Library) -> None:
    found = explain(matcher_over(()), "she was hurt")

    assert (found.tier, found.entries, found.right) == ("not-covered", (), None)
    assert to_do(library, found) == ()


# The command


@contextmanager
def left_unclosed() -> Iterator[None]:
    """Leave a file unclosed, as another test of this process may have; whoever collects garbage is told of it."""
    gc.disable()
    file = open(os.devnull)  # noqa: SIM115, PTH123 - it stays open
    found, circle = weakref.ref(file), [file, []]
    circle[1] = circle
    del file, circle
    yield
    if left := found():
        left.close()
    gc.enable()


@pytest.fixture(scope="module", name="printed")
def _printed() -> Any:
    with left_unclosed():
        done = signpost("explain", "--json", SHOWN)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_a_phrasing_typed_word_for_word_is_said_to_decide(real: Guide) -> None:
    entry = real.library.entries["law-in-brief"]

    assert "An answer: law-in-brief.\n   It is word for word a phrasing" in text(real, entry.phrasings[0])
    assert "word for word" not in text(real, SHOWN)


def test_the_json_is_of_the_shape_that_is_documented(printed: Any) -> None:
    documented = json.loads(DOCS.split("```json\n")[1].split("```")[0])

    assert shape(printed) == shape(documented)


def test_every_key_of_the_json_is_documented(printed: Any) -> None:
    described = DOCS.split("## The keys of `explain --json`")[1].split("\n## ")[0]

    assert [key for key in printed if f"| `{key}` |" not in described] == []


def test_the_words_that_are_documented_have_the_lines_of_those_that_are_printed() -> None:
    done = signpost("explain", typed=SHOWN, SIGNPOST_LOG_LEVEL="WARNING")
    documented = DOCS.split("```text\n")[1].split("```")[0]

    assert done.returncode == 0
    assert _labels(documented) == _labels(done.stdout)


def _labels(words: str) -> set[str]:
    """Return the labels that lines begin with, except those of the tier, which content and weights decide."""
    known = (
        *("Danger ", "Personal ", "Place ", "Spelling ", "Known words "),
        *("1  ", "2  ", "3  ", "   guidance/", "   raised by ", "   in meaning ", "   in words ", "   shares "),
        *("   keywords ", "Nearest kind of ", "-  ", "Why not ", "What you can do"),
    )
    found = {label for line in words.splitlines() for label in known if line.startswith(label)}
    assert found, words
    return found


def test_the_time_it_is_asked_at_changes_nothing(real: Guide) -> None:
    assert explained(real, SHOWN, "ready", TODAY) == explained(real, SHOWN, "ready", NOW.date().replace(year=2030))
