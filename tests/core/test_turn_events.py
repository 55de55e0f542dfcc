"""What is counted in a turn: only ids of the content, from questions, buttons, links and places."""

import pytest

from bot.channels.talk import Talk
from bot.core.count_cells import KINDS, LACKS, Cell, cells, counted
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.position import ANSWERED, MARK, Position, Step, decode, encode, marked, unmarked
from bot.core.reply import Asked, Button, Event, Opened, Pressed, Turn
from bot.core.screens.registry import SCREENS
from bot.hearing import Hearing
from bot.hearing.unmet_words import MOST, unmet
from tests.guides import hearing

TOLD = "she just told me she sells sex"
VAGUE = ("help with a form", "she needs money", "he hurt her", "she is scared", "what do I say", "she has a child")
NOT_COVERED = "saddle for a pony"
LACKING = "apprenticeship passport for forklift drivers"


def named(turn: Turn, *names: str) -> list[Event]:
    return [event for event in turn.events if event.name in names]


def button(turn: Turn, label: str) -> Button:
    return next(b for reply in turn.replies for b in reply.buttons if b.label == label)


def press(talk: Talk, found: Button) -> Turn:
    return talk.answer(Pressed(found.position))


@pytest.fixture(scope="module", name="answer")
def _answer(talk: Talk) -> Turn:
    return talk.answer(Asked(TOLD))


@pytest.fixture(scope="module", name="vague")
def _vague(talk: Talk) -> Turn:
    return next(turn for turn in map(talk.answer, map(Asked, VAGUE)) if turn.tier == "suggestions")


@pytest.fixture(scope="module", name="nothing")
def _nothing(talk: Talk) -> Turn:
    turn = talk.answer(Asked(NOT_COVERED))
    assert turn.tier == "not-covered"
    return turn


def test_an_answer_counts_for_its_entry_shown_as_the_answer(answer: Turn) -> None:
    assert named(answer, "question", "entry") == [
        Event("question", "answer"),
        Event("entry", answer.entries[0], "answer"),
    ]
    assert set(counted(answer.events, "web")) >= {
        Cell("channel", "web"),
        Cell("question", "answer"),
        Cell("entry", answer.entries[0]),
        Cell("way", "answer"),
    }


def test_this_helped_counts_for_the_entry_and_says_thank_you(talk: Talk, real: Guide, answer: Turn) -> None:
    helped = press(talk, button(answer, real.words("button-helped")))

    assert helped.events == (Event("helped", answer.entries[0]),)
    assert [block.text for block in helped.replies[0].blocks] == [real.words("helped")]
    assert helped.replies[0].in_place
    assert helped.replies[0].under is not None, "the answer stays above it"
    assert helped.replies[0].under.blocks == answer.replies[0].blocks
    assert [b.label for b in helped.replies[0].buttons] == [b.label for b in answer.replies[0].buttons[:-2]]
    assert helped.replies[0].position == answer.replies[0].position, "and what is typed next follows it"


def test_this_helped_is_answered_under_a_point_too(talk: Talk, real: Guide) -> None:
    entry = next(entry for entry in real.library.entries.values() if entry.points)
    point = real.screens.step("point", f"{entry.id}/{entry.points[0].id}")
    shown = talk.answer(Pressed(encode(Position((point,)))))
    helped = press(talk, button(shown, real.words("button-helped")))

    assert helped.events == (Event("helped", entry.id),)
    assert [block.text for block in helped.replies[0].blocks] == [real.words("helped")]
    assert helped.replies[0].under is not None
    assert helped.replies[0].under.blocks == shown.replies[0].blocks


def test_not_my_question_is_answered_in_place_and_the_answer_stays_above_it(
    talk: Talk, real: Guide, answer: Turn
) -> None:
    others = press(talk, button(answer, real.words("button-not-my-question"))).replies[0]

    assert [block.text for block in others.blocks] == [real.words("not-my-question")]
    assert others.in_place
    assert others.under is not None
    assert others.under.blocks == answer.replies[0].blocks


def test_not_my_question_counts_where_the_entry_stood_and_what_was_chosen_instead(
    talk: Talk, real: Guide, answer: Turn
) -> None:
    others = press(talk, button(answer, real.words("button-not-my-question")))
    chosen = press(talk, others.replies[0].buttons[1])
    none = press(talk, button(others, real.words("button-none-of-these")))

    assert others.events == (Event("not-mine", answer.entries[0], "1"),)
    assert chosen.events[:2] == (Event("instead", "1-2"), Event("entry", chosen.entries[0], "button"))
    assert named(none, "instead") == [Event("instead", "1-none")]


def test_a_suggestion_counts_when_it_is_picked_with_the_place_it_stood_in(talk: Talk, real: Guide, vague: Turn) -> None:
    assert named(vague, "question", "entry", "picked") == [Event("question", "suggestions")]
    second = press(talk, vague.replies[-1].buttons[1])
    others = press(talk, button(second, real.words("button-not-my-question")))
    none = press(talk, button(vague, real.words("button-none-of-these")))

    assert second.events[:2] == (Event("picked", "2"), Event("entry", vague.entries[1], "suggestion"))
    assert others.events == (Event("not-mine", vague.entries[1], "2"),)
    assert named(none, "picked") == [Event("picked", "none")]


def test_an_entry_opened_from_its_topic_stood_in_no_place(talk: Talk, real: Guide) -> None:
    entry = next(iter(real.library.entries))
    opened = talk.answer(Opened(entry))
    others = press(talk, button(opened, real.words("button-not-my-question")))

    assert named(opened, "entry") == [Event("entry", entry, "button")]
    assert others.events == (Event("not-mine", entry, "0"),)


def test_after_not_covered_eight_buttons_open_what_it_was_about(talk: Talk, real: Guide, nothing: Turn) -> None:
    labels = [real.words(f"lack-{lack}") for lack in LACKS]

    assert [b.label for b in nothing.replies[-1].buttons if b.label in labels] == labels
    for lack, label in zip(LACKS, labels, strict=True):
        pressed = press(talk, button(nothing, label))
        assert named(pressed, "lack") == [Event("lack", lack)]
        assert pressed.entries or pressed.replies[0].blocks[0].text == real.words("topics-title"), "and its pages"


def test_a_walk_counts_its_start_each_step_and_its_end_once(talk: Talk, real: Guide) -> None:
    flow = real.library.flows["stay-tonight"]
    turn = talk.answer(Opened(f"flow_{flow.id}"))
    met = [named(turn, "started", "step", "outcome")]
    while real.words("button-carry-on") and met[-1][0].name != "outcome" and len(met) < 12:
        turn = press(talk, turn.replies[0].buttons[0])
        met.append(named(turn, "started", "step", "outcome") or met[-1])

    assert met[0] == [Event("started", flow.id)]
    assert [each[0].name for each in met[1:-1]] == ["step"] * (len(met) - 2)
    assert met[-1][0].name == "outcome"
    assert all(len(each) == 1 for each in met)


def test_services_count_where_they_are_shown(talk: Talk, real: Guide, answer: Turn) -> None:
    near = press(talk, button(answer, real.words("button-near")))
    shown = named(near, "service")

    assert shown
    assert named(press(talk, near.replies[0].buttons[0]), "service")[0] == shown[0]


def test_an_area_counts_where_it_is_chosen_and_not_where_a_question_names_it(talk: Talk, real: Guide) -> None:
    regions = talk.answer(Opened("area"))
    councils = press(talk, regions.replies[0].buttons[0])
    chosen = press(talk, councils.replies[0].buttons[0])
    name = councils.replies[0].buttons[0].label
    gss = next(gss for gss, council in real.library.areas.councils.items() if council.name == name)

    assert named(chosen, "council") == [Event("council", gss)]
    assert named(talk.answer(Asked("Dundee")), "council"), "a place alone is a choice"
    assert not named(talk.answer(Asked("she was beaten by a punter in Dundee last night")), "council")
    assert not named(press(talk, chosen.replies[0].buttons[0]), "council"), "nor does it count again on the way"


def test_a_job_counts_where_it_is_chosen(talk: Talk, real: Guide) -> None:
    roles = talk.answer(Opened("role"))
    chosen = press(talk, roles.replies[0].buttons[0])

    assert named(chosen, "role") == [Event("role", next(iter(real.library.vocabulary.roles)))]


def test_what_is_left_to_others_counts_by_its_kind(talk: Talk, real: Guide) -> None:
    kind = next(iter(real.library.outside.values()))
    turn = talk.answer(Asked(kind.examples[0]))

    assert named(turn, "outside") == [Event("outside", kind.id)]


def test_danger_counts_as_a_crisis_card_and_its_words_do_not(talk: Talk) -> None:
    turn = talk.answer(Asked("she says she will kill herself tonight"))

    assert named(turn, "crisis")
    assert not named(turn, "word")
    assert [c for c in counted(turn.events, "web") if c.kind == "crisis"] == [Cell("crisis", "any")]


def test_the_first_screen_and_the_pages_of_words_count_for_nothing(talk: Talk) -> None:
    for link in ("", "help", "privacy", "topics"):
        assert counted(talk.answer(Opened(link)).events, "web") == ()


def test_the_address_that_a_question_is_sent_on_to_counts_for_nothing_and_keeps_the_place(
    talk: Talk, real: Guide, answer: Turn
) -> None:
    position = decode(answer.replies[0].position)
    assert position is not None
    shown = talk.answer(Pressed(encode(marked(position, ANSWERED))))

    assert shown.events == ()
    others = press(talk, button(shown, real.words("button-not-my-question")))
    assert others.events == (Event("not-mine", answer.entries[0], "1"),)


def test_a_mark_is_on_no_screen_and_no_way_back(talk: Talk, vague: Turn) -> None:
    replies = [reply for offered in vague.replies[-1].buttons for reply in press(talk, offered).replies]
    reached = [decode(reply.position) for reply in replies]

    assert len(reached) > 1
    assert reached == [unmarked(position or Position()).position for position in reached]


@pytest.mark.parametrize("mark", ["help", "pic9", "piczz"[:4], "not9", "i99-", "inn-", "area", "role", "----", "zzzz"])
@pytest.mark.parametrize("letter", ["e", "w", "s", "f", "t", MARK])
def test_a_forged_mark_counts_for_nothing_that_is_not_a_cell(talk: Talk, real: Guide, mark: str, letter: str) -> None:
    known = set(cells(real.library, hearing(real).counted_words))
    thing = SCREENS.by_letter[letter].thing if letter != MARK else None
    ids = {**(real.ids[thing] if thing else {}), "----": ""}
    turn = talk.answer(Pressed(encode(Position((Step(letter, next(iter(ids))), Step("q", mark))))))

    assert turn.replies[0].buttons
    unknown = set(counted(turn.events, "web")) - known
    assert all(cell.kind in ("picked", "rank", "instead") for cell in unknown), "what has no row is not counted"


def test_every_event_of_every_phrasing_is_a_cell(real: Guide, talk: Talk) -> None:
    known = set(cells(real.library, hearing(real).counted_words))
    asked = [entry.phrasings[0] for entry in real.library.entries.values()][::6]
    made = {cell for phrasing in asked for cell in counted(talk.answer(Asked(phrasing)).events, "telegram")}

    assert {"entry", "channel"} <= {cell.kind for cell in made}
    assert made <= known


def test_every_cell_is_of_a_kind_and_part_of_cells_that_there_are(library: Library, real: Guide) -> None:
    made = cells(library, hearing(real).counted_words)

    assert {cell.kind for cell in made} == set(KINDS)
    assert {whole for wholes in made.values() for whole in wholes} <= set(made)
    assert all(cell not in wholes for cell, wholes in made.items())


def test_a_step_is_part_of_what_may_come_right_before_it(library: Library) -> None:
    made = cells(library)
    ways = [
        (flow, name, option.next)
        for flow in library.flows.values()
        for name, question in flow.questions.items()
        for option in question.options.values()
        if option.next and question.type != "area"
    ]

    assert ways
    for flow, name, following in ways:
        after = "step" if following in flow.questions else "outcome"
        standing = Cell("started", flow.id) if name == flow.start else Cell("step", f"{flow.id}.{name}")
        assert standing in made[Cell(after, f"{flow.id}.{following}")]


# The words of a question without an answer


def test_of_a_question_without_an_answer_only_known_words_are_left(talk: Talk, real: Guide, nothing: Turn) -> None:
    words = [event.id for event in named(talk.answer(Asked(LACKING)), "word")]

    assert 0 < len(words) <= MOST
    assert set(words) <= hearing(real).counted_words & set(LACKING.split())
    assert not named(nothing, "word")


def test_words_are_counted_singly_each_once_and_no_more_than_three() -> None:
    assert unmet(
        "Voucher, VOUCHER! and a nursery; the visa... a voucher or a passport",
        frozenset(("voucher", "nursery", "visa", "passport")),
    ) == ("voucher", "nursery", "visa")


def test_the_vocabulary_holds_no_name_of_a_person_and_no_place(real: Guide, library: Library) -> None:
    places = {place.name.casefold() for place in library.areas.places}

    lexicon = Hearing.load().lexicon

    assert not any(word in lexicon.given or word in lexicon.family for word in hearing(real).counted_words)
    assert not hearing(real).counted_words & places
    for word in (
        "hope",
        "dawn",
        "sandy",
        "grace",
        "smith",
        "dundee",
        "leith",
        "queen",
        "church",
        "station",
        "victoria",
    ):
        assert word not in hearing(real).counted_words


def test_the_vocabulary_holds_what_staff_lack(real: Guide) -> None:
    assert hearing(real).counted_words >= {"visa", "passport", "asylum", "vouchers"}


def test_no_word_of_a_question_that_holds_a_name_outlives_it(talk: Talk) -> None:
    turn = talk.answer(Asked("my client Shona McKay of 14 Planted Road wants a laptop trolley, phone 07700 900123"))

    assert turn.events
    assert not any(
        each in repr(turn.events) for each in ("Shona", "shona", "McKay", "mckay", "Planted", "planted", "900123")
    )
