"""The point of an entry that a message asks for."""

import math
from dataclasses import replace

import numpy as np
import pytest

from bot.core.entry import Entry, Point
from bot.core.guide import Guide
from bot.core.hearing import HeardMessage
from bot.core.library import Library
from bot.hearing import Hearing
from bot.hearing.matching.fusion import sums_of
from bot.hearing.matching.in_talk import only_tells, question_of_case, questions_of_case
from bot.hearing.matching.point_signals import PointWords, below_the_likest, pointed_entries
from bot.hearing.matching.topics import bare_phrasings, lines_of, topics
from bot.hearing.text import hashes_of

POINTS = (
    Point(
        id="how-long", title="How long it lasts", text="At least 90 days.", asked=("how long does the support last",)
    ),
    Point(id="cost", title="What it costs", text="Nothing. It is free.", asked=("does she have to pay for it",)),
)


def pointed(library: Library) -> tuple[Entry, Library]:
    """Return an entry with two points, and the library with it."""
    entry = replace(next(iter(library.entries.values())), points=POINTS, phrasings=("she was sold to men",))
    return entry, replace(library, entries={**library.entries, entry.id: entry})


@pytest.mark.soak
def test_words_alone_find_the_point_that_is_asked(library: Library) -> None:
    entry, changed = pointed(library)

    heard = Hearing.load().bind(changed).hear("how long does the support last for", (entry.id,))

    assert heard.points[entry.id] == "how-long"


@pytest.mark.parametrize(
    ("asked", "entry", "point"),
    [
        ("how long does nrm support last", "nrm-explained", "how-long"),
        ("samples after a self referral, how long are they kept", "recent-sexual-assault", "samples-kept"),
        ("is it an offence to sell sex", "law-in-brief", "is-selling-legal"),
    ],
)
def test_a_plain_question_finds_the_point_that_answers_it(real: Guide, asked: str, entry: str, point: str) -> None:
    heard: HeardMessage = real.hearing.hear(asked)

    assert (heard.entries[0], heard.points.get(entry)) == (entry, point)


@pytest.mark.parametrize("said", ["hes been here 20 years and thinks hes funny", "he says he likes them young"])
def test_a_point_that_would_hurt_whoever_did_not_mean_it_needs_one_of_its_words(real: Guide, said: str) -> None:
    entry, point = "client-says-he-buys", "thoughts-about-children"
    heard = real.hearing.hear(said, (entry,))
    offered = {f"{entry}/{heard.points.get(entry)}", *heard.near, *heard.of_page}
    needed = next(each for each in real.library.entries[entry].points if each.id == point).only_with

    assert (f"{entry}/{point}" in offered) is any(word in said.split() for word in needed)


def test_a_point_that_needs_a_word_is_not_found_by_others_without_an_encoder(library: Library) -> None:
    entry, changed = pointed(library)
    points = (replace(entry.points[0], only_with=("nrm",)), entry.points[1])
    needing = replace(changed, entries={**changed.entries, entry.id: replace(entry, points=points)})
    hearing = Hearing.load().bind(needing)

    assert hearing.hear("how long does the support last for", (entry.id,)).points.get(entry.id) is None
    assert hearing.hear("how long does the nrm support last for", (entry.id,)).points.get(entry.id) == "how-long"


def test_what_staff_type_next_asks_for_its_point_in_a_talk_about_its_entry_and_not_by_itself(real: Guide) -> None:
    entry = real.library.entries["universal-credit-problems"]
    point, asked = next((point, text) for point in entry.points for text in point.follow_ups if len(text.split()) <= 4)

    alone, in_talk = real.hearing.hear(asked), real.hearing.hear(asked, (entry.id,))

    assert asked not in entry.asked
    assert alone.tier != "answer"
    assert (in_talk.tier, in_talk.entries[0], in_talk.points[entry.id]) == ("answer", entry.id, point.id)


def test_the_points_that_a_message_may_ask_for_may_be_of_two_entries(real: Guide) -> None:
    heard = real.hearing.hear("can she get it without her gp")

    assert {id.partition("/")[0] for id in heard.near} >= {"gp-and-pharmacy", "sexual-health"}
    assert heard.near[0].split("/")[1] == heard.points[heard.near[0].partition("/")[0]]


def test_where_something_else_is_likeliest_the_best_point_of_the_talk_is_the_second(real: Guide) -> None:
    asked = "is a naloxone kit any use then"
    heard = real.hearing.hear(asked, ("chemsex",))

    assert [id.partition("/")[0] for id in heard.near][:2] == ["overdose-and-naloxone", "chemsex"]
    assert [id.partition("/")[0] for id in real.hearing.hear(asked).near] != [id.partition("/")[0] for id in heard.near]


def test_a_rare_word_that_asks_for_a_point_counts_more_and_what_is_asked_next_only_in_a_talk(library: Library) -> None:
    entry, changed = pointed(library)
    asked = replace(entry, points=(POINTS[0], replace(POINTS[1], follow_ups=("who pays the bill",))))
    others = {f"{entry.id}-{number}": asked for number in range(2)}
    among = replace(changed, entries={entry.id: asked, **others})  # so that each word is in three of all six points
    said, wanted = PointWords.of(among), np.array(hashes_of(["bill", "support", "zebra"]), np.int64)
    of_points = [next(iter(pointed_entries(among).values()))]

    alone, in_talk = (said.shares(wanted, of_points, [counts])[1] for counts in (False, True))

    rare, unknown = math.log(6 / 4), math.log(6) / 2
    share = rare / (2 * rare + unknown)
    assert (alone.tolist(), in_talk.tolist()) == (pytest.approx([share, 0]), pytest.approx([share, share]))


def test_a_point_is_compared_with_the_likest_of_all_and_with_the_likest_of_its_entry() -> None:
    likeness = np.array([[0.5], [0.25], [1.0]], np.float32)

    below = below_the_likest(likeness, [2, 1])

    assert below.tolist() == [[-0.5, 0.0], [-0.75, -0.25], [0.0, 0.0]]


def test_a_point_ranks_by_its_weighted_signals_and_by_what_the_units_of_the_network_hear() -> None:
    unit = [[[1.0], [-1.0]], [0.0]]  # hears how far the first signal is above the second, and nothing below it
    weights = [np.array(each, np.float32) for each in ([10.0, 0.0], *unit, [[2.0]], [0.5])]

    assert sums_of(weights, np.array([[3, 1], [1, 3]], np.float32)).tolist() == [30 + 2 * 2 + 0.5, 10 + 0.5]


@pytest.mark.parametrize(
    ("text", "about", "tier"),
    [
        ("how much is it a week", ("under-18", "asylum-accommodation"), "answer"),
        ("is it any o my business but", ("signs-to-notice", "landlord-workers-role"), "answer"),
        ("time limit", ("criminal-injuries-compensation",), "answer"),
        ("overtime", ("affected-by-the-work",), "suggestions"),
        ("when is the next bus to the town", ("criminal-injuries-compensation",), "not-covered"),
    ],
)
def test_what_nothing_covers_by_itself_leans_on_a_page_of_the_talk(
    real: Guide, text: str, about: tuple[str, ...], tier: str
) -> None:
    assert real.hearing.hear(text).tier == "not-covered"

    heard = real.hearing.hear(text, about)

    assert heard.tier == tier
    assert heard.entries[:1] == (about[-1:] if tier != "not-covered" else ())


def test_what_has_happened_finds_an_entry_and_none_of_its_points(real: Guide) -> None:
    heard = real.hearing.hear("she has just told me she sells sex")

    assert heard.entries[0] == "she-just-told-me"
    assert heard.points.get("she-just-told-me", "") == ""


def test_what_staff_only_saw_was_told_by_nobody(real: Guide) -> None:
    seen = real.hearing.hear("i seen on the screen that she posts ads of herself on our library computers")

    assert seen.entries[0] != "she-just-told-me"


@pytest.mark.parametrize(
    ("text", "own", "other"),
    [
        ("what do i write down", "recording", "under-18"),
        ("what if she says no to it", "she-does-not-want-support", "nrm-explained"),
    ],
)
def test_a_few_words_said_of_anything_are_an_entrys_own_in_a_talk_about_it_alone(
    real: Guide, text: str, own: str, other: str
) -> None:
    assert text in real.library.entries[other].asked
    assert real.hearing.hear(text).entries[0] == own
    assert real.hearing.hear(text, (other,)).entries[0] == other


def test_a_phrasing_is_bare_where_each_of_its_few_words_is_used_of_most_entries(library: Library) -> None:
    among = topics(library)
    phrasings = (phrasing for topic in among for phrasing in topic.phrasings)
    bare = {phrasing for phrasing, is_bare in zip(phrasings, bare_phrasings(lines_of(among)), strict=True) if is_bare}

    assert {"how long has she got", "do i tell her"} <= bare
    assert bare.isdisjoint(library.entries["recording"].phrasings), "what asks for a page counts"
    assert not any("condom" in phrasing or "naloxone" in phrasing for phrasing in bare)
    assert not any(bare_phrasings(lines_of(among[:10]))), "among a few pages no word is used of most"


@pytest.mark.parametrize(
    ("case", "question"),
    [
        ("she is 41. they took her flat over. can we act?", "can we act?"),
        ("can we act? she is 41.", "can we act?"),
        ("can we act without her?", ""),
        ("she is 41. they took her flat over.", ""),
        ("she is 41. why?", ""),
        ("tenant says she sees men for money. do i have to report her", "do i have to report her"),
        ("do i have to report her", ""),
        ("council knocked back her grant, what can she do", ""),
    ],
)
def test_the_sentence_that_asks_is_found_in_a_case(case: str, question: str) -> None:
    assert question_of_case(case) == question


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        (
            "she sells at home. is that illegal, and do we have to evict?",
            ("is that illegal", "do we have to evict?"),
        ),
        ("what is the nrm and who can refer", ("what is the nrm", "who can refer")),
        ("can he do that? and would the council house her?", ("can he do that?", "and would the council house her?")),
        ("how long has she got and where does she get it", ("how long has she got", "where does she get it")),
        ("he has her phone and has her passport. can we act?", ("can we act?",)),
        ("i asked where she lives and how she pays for it", ()),
        ("she says it is fine and she is not scared of him", ()),
    ],
)
def test_the_two_questions_of_a_message_are_found(message: str, questions: tuple[str, ...]) -> None:
    assert questions_of_case(message) == questions


@pytest.mark.parametrize(
    ("message", "points"),
    [
        (
            "tenant sells sex in the flat and the neighbours complain. is that illegal and do we have to evict her?",
            ("law-in-brief/is-selling-legal", "tenancy-at-risk-complaints/can-we-evict"),
        ),
        ("what is the nrm and who can refer", ("nrm-explained/what-it-is", "nrm-explained/who-can-refer")),
        (
            "she was raped two years ago. can she still report it and is there counselling for her",
            ("past-sexual-violence/police-time-limit", "past-sexual-violence/where-to-phone"),
        ),
    ],
)
def test_a_message_that_asks_two_things_is_answered_with_a_point_for_each(
    real: Guide, message: str, points: tuple[str, ...]
) -> None:
    assert real.hearing.hear(message).near == points


def test_two_questions_with_one_answer_are_answered_once(real: Guide) -> None:
    heard = real.hearing.hear("she is pregnant and selling. will they take the baby, and do i tell social work?")

    assert not heard.of_two


def test_what_is_asked_after_a_short_story_is_answered_without_a_question_mark(real: Guide) -> None:
    heard = real.hearing.hear("a tenant has let slip that men pay her in the flat. do i have to report that")

    assert "law-in-brief/must-i-report" in heard.near


@pytest.mark.parametrize(
    ("asked", "point"),
    [
        ("resident gets in at three in the morning, after curfew", "temporary-accommodation-safety/curfew"),
        ("can i stop my client going to meet a punter", "safety-planning/can-i-stop-her"),
        ("paying men in a bedroom at our women's hostel", "support-not-conditional/men-in-the-room"),
        ("do we bring immigration officers when we visit the flat", "pop-up-brothels/immigration-along"),
    ],
)
def test_what_hostel_staff_and_the_police_ask_is_found(real: Guide, asked: str, point: str) -> None:
    assert point in real.hearing.hear(asked).near


@pytest.mark.parametrize(
    ("message", "tells"),
    [
        ("tenant is 31 and her boyfriend takes what she earns. she looks scared of him", True),
        ("she wants to stop, and she says he will not let her. in bits the day", True),
        ("tenant is 31 and her boyfriend takes what she earns. are they allowed to evict her", False),
        ("she wants to know if she has to sign it before he gets out", False),
        ("her boyfriend takes what she earns. not sure what to say to her", False),
        ("i'd like to help her without scaring her off, she has a boyfriend", False),
        ("he takes what she earns. any advice", False),
        ("who holds the file when she moves to another council", False),
    ],
)
def test_a_message_only_tells_if_it_neither_asks_nor_wishes_for_anything(message: str, tells: bool) -> None:
    assert only_tells(message) is tells


def test_a_wish_is_the_question_of_a_case() -> None:
    asked = question_of_case("tenant has men round every night. want to raise it without upsetting her")

    assert asked == "want to raise it without upsetting her"
