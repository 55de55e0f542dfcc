"""Who a talk is about: four characters of a position, carried everywhere, and forgotten at the start."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.position import ALPHABET, LENGTH, MOST_STEPS, NO_CODE, Position, Step, decode, encode
from bot.core.reply import Asked, Opened, Pressed
from bot.core.screens.registry import step_to
from bot.core.service_ranking import takes
from bot.core.thread import Person, pack, setting_code, unpack
from tests.conftest import NOW

MAN = Person("he", "adult")
persons = st.builds(
    Person,
    st.sampled_from(["", "she", "he", "they"]),
    st.sampled_from(["", "under-16", "under-18", "16-17", "18-25", "adult"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", *(setting_code(id) for id in ("phone", "ed", "custody"))]),
    st.booleans(),
)
codes = st.text(st.sampled_from(ALPHABET), min_size=4, max_size=4)
steps = st.builds(Step, st.sampled_from("emntc"), codes)


@given(persons)
def test_a_person_is_read_back_as_written(person: Person) -> None:
    assert unpack(pack(person)) == person


@given(codes)
def test_a_forged_person_is_somebody_or_nobody(code: str) -> None:
    person = unpack(code)

    assert unpack(pack(person)) == person


@given(persons, st.lists(steps, max_size=30))
def test_a_trail_keeps_its_person_and_stays_within_sixty_four_characters(person: Person, more: list[Step]) -> None:
    position = Position().of(pack(person))
    for step in more:
        position = position.then(step)

    assert len(encode(position)) <= LENGTH
    assert decode(encode(position)) == position
    assert position.back().person == position.at().person == pack(person)


def test_one_step_fewer_fits_where_a_person_is_known() -> None:
    trail = tuple(Step("e", f"{i:04}") for i in range(MOST_STEPS))

    assert Position(trail).then().steps == trail
    assert Position(trail).of(pack(MAN)).steps == trail[1:]


def test_an_old_position_is_about_nobody_in_particular() -> None:
    old = decode("1----eAAAA")

    assert old == Position((Step("e", "AAAA"),))
    assert old is not None
    assert old.person == NO_CODE


@pytest.mark.parametrize("forged", ["1----eAAAAWBAAA", "1----WBAAAWBAAA", "1----W----"])
def test_a_person_anywhere_but_first_is_refused(real: Guide, forged: str) -> None:
    assert real.position(forged) is None
    assert turn(real, Pressed(forged), NOW).replies[0].buttons


def test_the_directory_leaves_out_who_does_not_take_him(real: Guide, library: Library) -> None:
    at = Position((step_to("entry", "recent-sexual-assault"), step_to("nearby", "recent-sexual-assault"))).of(pack(MAN))

    (reply,) = turn(real, Pressed(encode(at)), NOW).replies

    shown = [library.services[i] for b in reply.buttons if (i := real.ids["service"].get(b.position[-4:], ""))]
    assert shown
    assert all(takes(service, frozenset({"man"})) for service in shown)


def test_what_a_walk_told_comes_before_what_the_talk_said() -> None:
    assert MAN.beside(frozenset({"woman"})) == {"woman", "adult"}
    assert MAN.beside(frozenset()) == {"man", "adult"}


def test_a_question_is_answered_about_the_same_person(real: Guide) -> None:
    after = encode(Position().of(pack(MAN)))

    replies = turn(real, Asked("where can he sleep tonight", after), NOW).replies
    more = [button.position for button in replies[0].buttons if button.label == "Read more"]

    assert len(more) == 1
    assert f"W{pack(MAN)}" in more[0]


@pytest.mark.parametrize("word", ["home", "start"])
def test_the_start_forgets_who_it_was(real: Guide, word: str) -> None:
    at = Position((step_to("entry", "recent-sexual-assault"),)).of(pack(MAN))

    opened = turn(real, Opened(word, encode(at)), NOW).replies[0]
    shown = turn(real, Pressed(encode(at)), NOW).replies[0]
    home = next(button for button in shown.buttons if button.label == real.words("button-home"))

    assert opened.position == home.position == encode(Position())


def test_what_was_said_since_counts() -> None:
    assert Person("she", "adult", migrant=True).updated(Person("he")) == Person("he", "adult", migrant=True)
    assert Person("she").updated(Person(age="16-17")).is_child
