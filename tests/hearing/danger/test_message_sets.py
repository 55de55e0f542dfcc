"""What is found of danger in messages written by people who never saw the rules, and how fast.

In tests/danger the sets named a to d and g to l are learned from. Those named e, f, m and n are held back, as are the
needs named c, and measure what a stranger would meet: nothing is learned from them but the bar of what words and
meaning say together, on the calm half of e. (Of the calm half of m, eight messages were seen while rules were mended.)
Here words are heard alone; tests/hearing/danger/test_scores.py hears the meaning too. The floors stand just under
what was measured: whoever lowers one says why.
"""

import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.hearing.danger.detector import ADDS_UP
from tests.danger_disguises import disguised
from tests.guides import HEARING, detect

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "benchmark"
_SPELLER = HEARING.danger.reader.speller
REAL = _SPELLER.ordinary | _SPELLER.words
URGENT = frozenset(
    "immediate-danger recent-sexual-assault suicide-risk overdose-and-naloxone under-18 might-be-trafficked "
    "coercion-and-control stalking-and-harassment domestic-abuse-as-well violent-buyer school-concern "
    "young-people-online-images threat-to-out child-in-the-household adult-at-risk safety-planning "
    "past-sexual-violence cuckooing partners-and-families drugs-given-by-buyers-or-controller".split()
)


def _plain(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 text only


def _texts(name: str, style: str = "") -> list[str]:
    """Return the messages of a set; those of one style, if it is named."""
    rows = _plain(ROOT / "tests" / "danger" / name)
    return [row["text"] for row in rows if not style or row["style"] == style]


SEEDS = tuple(_plain(ROOT / "tests" / "data" / name) for name in ("crisis_seeds.yaml", "crisis_seeds_more.yaml"))
DIRECT = [text for seeds in SEEDS for texts in seeds["direct"].values() for text in texts]
INDIRECT = [text for seeds in SEEDS for texts in seeds["indirect"].values() for text in texts]
CALM = [text for seeds in SEEDS for text in seeds["calm"]]
A_DIRECT = _texts("danger_a.yaml", "direct")
_FAINT = _plain(ROOT / "tests" / "data" / "crisis_seeds_faint.yaml")
FAINT = [text for texts in [*_FAINT["indirect"].values(), _FAINT["calm"]] for text in texts]
NEEDS: list[str] = _plain(ROOT / "tests" / "data" / "calm_needs.yaml")
LEARNED = (
    *(f"{kind}_{letter}.yaml" for kind in ("danger", "calm") for letter in "abcdghi"),
    "calm_k.yaml",
    "calm_l.yaml",
)
HELD_BACK = (*(f"{kind}_{letter}.yaml" for kind in ("danger", "calm") for letter in "efmn"), "calm_needs_c.yaml")


def raised(messages: Sequence[str]) -> float:
    """Return the share of messages that raise a card."""
    return sum(detect(message) is not None for message in messages) / len(messages)


def test_there_are_at_least_fifteen_hundred_seeds_and_none_twice() -> None:
    seeds = [*DIRECT, *INDIRECT]

    assert len(seeds) >= 1500
    assert len(set(seeds)) == len(seeds)


def test_nothing_held_back_is_among_what_is_learned() -> None:
    held_back = {text for name in HELD_BACK for text in _texts(name)}
    learned = {text for name in LEARNED for text in _texts(name)}

    assert len(held_back) >= 850
    assert not held_back & {*DIRECT, *INDIRECT, *CALM, *FAINT, *NEEDS, *learned}


@pytest.mark.parametrize(
    ("name", "style", "least", "floor"),
    [
        ("danger_a.yaml", "direct", 600, 0.99),
        ("danger_a.yaml", "indirect", 330, 0.97),
        ("danger_b.yaml", "direct", 600, 0.995),
        ("danger_b.yaml", "indirect", 330, 0.94),
        ("danger_c.yaml", "direct", 200, 0.99),
        ("danger_c.yaml", "indirect", 200, 0.95),
        ("danger_d.yaml", "", 1100, 0.97),
        ("danger_e.yaml", "", 230, 0.9),
        ("danger_f.yaml", "", 120, 0.94),
        ("danger_g.yaml", "", 160, 0.95),
        ("danger_h.yaml", "", 160, 0.9),
        ("danger_i.yaml", "", 160, 0.95),
        ("danger_m.yaml", "", 160, 0.9),
        ("danger_n.yaml", "", 160, 0.95),
    ],
)
def test_danger_in_the_words_of_strangers_is_found(name: str, style: str, least: int, floor: float) -> None:
    messages = _texts(name, style)

    assert len(messages) >= least
    assert raised(messages) >= floor


@pytest.mark.parametrize(
    ("name", "least", "ceiling"),
    [
        ("calm_a.yaml", 500, 0.01),
        ("calm_b.yaml", 500, 0.03),
        ("calm_c.yaml", 350, 0.03),
        ("calm_d.yaml", 1100, 0.03),
        ("calm_e.yaml", 230, 0.065),
        ("calm_f.yaml", 160, 0.02),
        ("calm_g.yaml", 160, 0.02),
        ("calm_h.yaml", 160, 0.03),
        ("calm_i.yaml", 200, 0.03),
        ("calm_k.yaml", 500, 0.02),
        ("calm_l.yaml", 420, 0.03),
        ("calm_m.yaml", 160, 0.04),
        ("calm_n.yaml", 160, 0.045),
        ("calm_needs_c.yaml", 100, 0.02),
    ],
)
def test_calm_in_the_words_of_strangers_seldom_raises_a_card(name: str, least: int, ceiling: float) -> None:
    messages = _texts(name)

    assert len(messages) >= least
    assert raised(messages) <= ceiling


def test_plain_needs_raise_no_card_however_urgent_they_sound() -> None:
    assert len(NEEDS) >= 900
    assert raised(NEEDS) <= 0.01


@pytest.mark.parametrize(
    "message",
    [
        "she has nowhere to sleep tonight",
        "she has nowhere to go tonight",
        "bed for tonight urgent",
        "no money and no food, she's crying",
        "she needs a doctor today",
        "court tomorrow and no lawyer, she's worried",
    ],
)
def test_the_commonest_of_all_questions_raise_no_card(message: str) -> None:
    assert detect(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "nowhere to go, he's outside",
        "she's got nowhere to go and she's on the bridge",
        "no money, no food, and she wants to die",
        "she needs help now",
        "she needs a bed tonight, he's looking for her with a knife",
    ],
)
def test_a_need_beside_danger_does_not_hide_it(message: str) -> None:
    assert detect(message) is not None


@pytest.mark.soak
def test_what_is_asked_of_the_guidance_raises_a_card_by_the_sum_alone_in_one_case_of_eighteen_at_most() -> None:
    entries = [path for path in sorted((ROOT / "guidance").glob("*/*.yaml")) if path.stem not in URGENT]
    messages = [text for path in entries for text in _plain(path).get("phrasings", ())]
    summed = [text for text in messages if (found := detect(text)) and found.because == (ADDS_UP,)]

    assert len(messages) >= 6000
    assert len(summed) <= len(messages) / 18, summed


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development sets lie beside the repository, not in it")
@pytest.mark.parametrize(
    ("name", "least", "most"), [("crisis.yaml", 1, 1), ("calm.yaml", 0, 0.02), ("out_of_scope.yaml", 0, 0.06)]
)
def test_the_development_sets_raise_what_they_did(name: str, least: float, most: float) -> None:
    assert least <= raised([row["text"] for row in _plain(SHARED / name)]) <= most


def _seconds(message: str) -> float:
    """Return the least of five times, in processor time."""
    taken = []
    for _ in range(5):
        start = time.thread_time()
        detect(message)
        taken.append(time.thread_time() - start)
    return min(taken)


@pytest.mark.alone
def test_ninety_nine_messages_in_a_hundred_are_read_within_a_millisecond() -> None:
    messages = [text for text in [*DIRECT, *INDIRECT, *A_DIRECT, *CALM] if len(text) <= 300]
    taken = sorted(map(_seconds, messages))

    assert taken[int(len(taken) * 0.99)] < 0.001


@pytest.mark.alone
def test_three_hundred_characters_packed_with_danger_take_a_few_milliseconds_at_most() -> None:
    draw = random.Random(1)
    packed = [" ".join(draw.sample(INDIRECT, 8))[:300] for _ in range(100)]

    assert max(map(_seconds, packed)) < 0.005


@pytest.mark.soak
def test_no_disguise_hides_danger_said_outright() -> None:
    said = [text for text in DIRECT if detect(text)]
    hidden = [(kind, typed) for kind, _, typed in disguised(said, REAL, 200) if detect(typed) is None]

    assert len(said) == len(DIRECT)
    assert hidden == []


@pytest.mark.soak
def test_hardly_any_disguise_hides_danger_in_the_words_of_strangers() -> None:
    """Some of these were mistyped by their writers already: a slip in a slip can be past mending."""
    said = [text for text in A_DIRECT if (found := detect(text)) and ADDS_UP not in found.because]
    hidden = [(kind, typed) for kind, _, typed in disguised(said, REAL, 37) if detect(typed) is None]

    assert len(said) >= 500
    assert len(hidden) <= len(said) * 37 * 0.004, hidden


@pytest.mark.soak
def test_a_disguise_seldom_hides_danger_that_is_only_hinted_at() -> None:
    said = [text for text in INDIRECT if detect(text)]
    hidden = [(kind, typed) for kind, _, typed in disguised(said, REAL, 12) if detect(typed) is None]

    assert len(DIRECT) * 200 + 500 * 37 + len(said) * 12 >= 60_000
    assert len(hidden) <= len(said) * 12 * 0.03, hidden[:50]
