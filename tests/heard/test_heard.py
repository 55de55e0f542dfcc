"""How danger is heard in messages that nothing was learned from, with the encoder and without it.

The bounds are within two or three hundredths of what was measured: if you loosen one, say why. choosing.yaml was used
to choose the thresholds, the other sets for nothing. last_look.yaml is looked at last: nobody tunes to it. Silence
rose, most of all without the encoder, when the phrasings of points were learned as ordinary and remarks got their own
threshold: false lines fell by half, and calm turns of talks rose from 90 to 94 in 100. Cards found in choosing.yaml and
in the benchmark fell by one or two in 100 when short messages were learned: of those of short_unseen.yaml that must
have a card, 10.5 in 100 show neither card nor line, instead of 24 (decision 53).
"""

from pathlib import Path

import pytest

from bot.core.guide import Guide
from bot.core.hearing import Danger
from bot.core.library import Library
from bot.hearing.text import TypedMessage, normalise, words
from tests.guides import CARDS, HEARING, hearing
from tests.heard.figures import HERE, SHARED, Figures, Hear, graded, measured, rows, texts
from training import learn_danger

GRADED = (
    *("choosing.yaml", "last_look.yaml", "unseen_danger.yaml"),
    *("short_choosing.yaml", "short_unseen.yaml", "unusual_unseen.yaml"),
)
BESIDE = pytest.mark.skipif(not SHARED.is_dir(), reason="the development sets lie beside the repository, not in it")
THEIR_OWN = {  # entries with titles that say what their cards are for
    "immediate-danger": "danger-now",
    "overdose-and-naloxone": "overdose",
    "recent-sexual-assault": "recent-assault",
}


@pytest.fixture(scope="module", name="by_words")
def _by_words(library: Library) -> Hear:
    listener = HEARING.bind(library)
    return lambda text: listener.graded(TypedMessage.of(text), listener.danger.hear(text), None)


@pytest.fixture(name="by_meaning")
def _by_meaning(real: Guide) -> Hear:
    listener = hearing(real)

    def hear(text: str) -> Danger | None:
        """Return what `LibraryHearing.hear` does, without looking for places and entries."""
        read = listener.matcher.read(listener.masked(text))
        vectors = listener.matcher.vectors(read) if read.tokens else None
        return listener.graded(TypedMessage.of(text), listener.danger.hear(text), vectors)

    return hear


def _key(text: str) -> str:
    return " ".join(words(normalise(text)))


def _by_grade(messages: list[str], hear: Hear) -> dict[str, list[str]]:
    """Return the messages that get each grade."""
    found: dict[str, list[str]] = {"card": [], "line": [], "none": []}
    for text in messages:
        danger = hear(text)
        found[danger.grade if danger else "none"].append(text)
    return found


@pytest.mark.soak
def test_nothing_was_learned_from_these_messages(library: Library) -> None:
    learned = {_key(one.text) for one in learn_danger.messages(library)}
    heard = {_key(text) for name in (*GRADED, "statements.yaml") for text in texts(HERE / name)}

    assert len(heard) >= 2600
    assert not heard & learned


@pytest.mark.parametrize(("name", "least"), list(zip(GRADED, (400, 400, 1600, 230, 230, 200), strict=True)))
def test_every_message_has_a_grade_and_what_is_danger_a_card(name: str, least: int) -> None:
    messages = rows(HERE / name)

    assert len(messages) >= least
    assert {"card", "none"} <= {row["grade"] for row in messages} <= {"card", "line", "none"}
    assert all(row["card"] in CARDS for row in messages if row["grade"] == "card")
    assert {row.get("card") for row in messages} <= {*CARDS, None}


def test_the_whole_hearing_hears_the_same_danger(real: Guide, by_meaning: Hear) -> None:
    messages = texts(HERE / "choosing.yaml")[::20]

    assert [hearing(real).hear(text).danger for text in messages] == [by_meaning(text) for text in messages]


@pytest.mark.soak
@pytest.mark.parametrize(
    ("path", "bound"),
    [
        (HERE / "choosing.yaml", Figures(86, 4, 7, 6, 15, 77)),
        (HERE / "unseen_danger.yaml", Figures(81, 9.5, 3, 2.5, 9.5, 84.5)),
        (HERE / "short_choosing.yaml", Figures(94, 4.5, 5.5, 3, 14, 92)),
        (HERE / "short_unseen.yaml", Figures(77, 13.5, 7, 3, 17, 95)),
        pytest.param(SHARED / "danger.yaml", Figures(94, 4.5, 3, 2.5, 18, 95), marks=BESIDE),
    ],
    ids=lambda each: each.stem if isinstance(each, Path) else "",
)
def test_danger_is_graded_by_words_as_readers_grade_it(path: Path, bound: Figures, by_words: Hear) -> None:
    assert measured(graded(path), by_words).worse_than(bound) == {}


@pytest.mark.soak
@pytest.mark.parametrize(
    ("path", "bound"),
    [
        (HERE / "choosing.yaml", Figures(88, 3.5, 6.5, 6, 13, 77)),
        (HERE / "unseen_danger.yaml", Figures(85, 7, 2.5, 3.5, 7, 85)),
        (HERE / "short_choosing.yaml", Figures(96, 3.5, 5, 2, 17, 93)),
        (HERE / "short_unseen.yaml", Figures(86, 11.5, 7, 3, 16, 91)),
        (HERE / "unusual_unseen.yaml", Figures(78, 9.5, 8.5, 5, 19, 79)),
        pytest.param(SHARED / "danger.yaml", Figures(95.5, 3.5, 2.5, 2.5, 17.5, 95.5), marks=BESIDE),
    ],
    ids=lambda each: each.stem if isinstance(each, Path) else "",
)
def test_danger_is_graded_by_meaning_as_readers_grade_it(path: Path, bound: Figures, by_meaning: Hear) -> None:
    assert measured(graded(path), by_meaning).worse_than(bound) == {}


@pytest.mark.soak
def test_the_last_look_is_no_surprise(by_words: Hear, by_meaning: Hear) -> None:
    """The bounds are loose, and a failure shows no figure, so that nobody tunes to these messages."""
    messages, bound = graded(HERE / "last_look.yaml"), Figures(75, 8, 15, 20, 12, 60)
    kept = [not measured(messages, hear).worse_than(bound) for hear in (by_words, by_meaning)]

    assert kept == [True, True]


@pytest.fixture(params=["words", "meaning"], name="hear")
def _hear(request: pytest.FixtureRequest, by_words: Hear, by_meaning: Hear) -> Hear:
    return by_words if request.param == "words" else by_meaning


def test_that_she_sells_sex_is_no_danger(by_words: Hear, by_meaning: Hear) -> None:
    """Of two hundred, two get a card by words alone and one by meaning; none should."""
    messages = texts(HERE / "statements.yaml")
    words, meaning = _by_grade(messages, by_words), _by_grade(messages, by_meaning)

    assert len(messages) == 200
    assert (len(words["card"]) <= 2, len(meaning["card"]) <= 1) == (True, True), (words["card"], meaning["card"])
    assert max(len(words["line"]), len(meaning["line"])) <= 5


def test_a_title_of_an_entry_raises_no_card_but_its_own(library: Library, hear: Hear) -> None:
    found = {id: danger for id, entry in library.entries.items() if (danger := hear(entry.title))}
    cards = {id: danger.card for id, danger in found.items() if danger.grade == "card"}

    assert cards
    assert cards.items() <= THEIR_OWN.items()


@pytest.mark.soak
@BESIDE
def test_the_development_sets_of_crisis_and_calm_are_told_apart(hear: Hear) -> None:
    crisis, calm = (_by_grade(texts(SHARED / name), hear) for name in ("crisis.yaml", "calm.yaml"))

    assert len(crisis["card"]) >= 78, crisis
    assert crisis["none"] == []
    assert calm["card"] == []
    assert len(calm["line"]) <= 4, calm["line"]


@BESIDE
def test_sayings_alone_find_nearly_all_of_the_crisis_set() -> None:
    crisis = texts(SHARED / "crisis.yaml")

    assert sum(bool(HEARING.danger.hear(text).raised) for text in crisis) >= 76
