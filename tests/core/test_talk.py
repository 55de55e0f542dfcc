"""A talk: what is said after an answer is read against it, and does what it says."""

import pytest

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.position import decode, encode
from bot.core.reply import Asked, Pressed, Reply, Turn, plain
from bot.core.thread import unpack
from tests.conftest import NOW

BED = "she needs somewhere to stay tonight"
STALKER = "she is being stalked by an old customer, what can she do"


def says(guide: Guide, *messages: str) -> Turn:
    """Return the turn of the last of some messages of one talk."""
    after, last = "", None
    for message in messages:
        last = turn(guide, Asked(message, after), NOW)
        after = last.replies[0].position
    assert last is not None
    return last


def labels(reply: Reply) -> list[str]:
    """Return the words on a reply's buttons."""
    return [button.label for button in reply.buttons]


def test_thanks_gets_a_few_words_and_keeps_the_ways_on(real: Guide) -> None:
    asked, thanked = says(real, BED).replies[0], says(real, BED, "cheers pal").replies[0]

    assert len((plain(thanked) + " " + " ".join(labels(thanked))).split()) <= 40
    assert set(labels(thanked)) <= set(labels(asked))
    assert real.words("button-more") in labels(thanked)


def test_a_reply_can_be_drawn_again_from_its_position(real: Guide) -> None:
    thanked = says(real, BED, "cheers").replies[0]

    assert turn(real, Pressed(thanked.position), NOW).replies[0].blocks == thanked.blocks


def test_thanks_do_not_change_what_the_talk_is_about(real: Guide) -> None:
    assert says(real, BED, "thanks", "more").entries[0] == says(real, BED).entries[0]


def test_back_goes_to_what_stood_before(real: Guide) -> None:
    first, back = says(real, STALKER), says(real, STALKER, BED, "go back")

    assert plain(back.replies[0]).splitlines()[0] in plain(first.replies[0])
    assert back.entries[0] == first.entries[0]


def test_more_opens_more_of_the_answer(real: Guide) -> None:
    opened = says(real, BED, "mair")

    assert real.screens.name_of(decode(opened.replies[0].position).last) == "more"  # type: ignore[union-attr]


def test_shorter_is_shorter(real: Guide) -> None:
    whole, short = says(real, BED).replies[0], says(real, BED, "too long").replies[0]

    assert len(plain(short).split()) < len(plain(whole).split())


@pytest.mark.parametrize("word", ["start again", "forget it start over"])
def test_start_again_forgets_who_it_was(real: Guide, word: str) -> None:
    home = says(real, STALKER, "its a he not a she", word).replies[0]

    assert home.position == "1----"


def test_a_person_to_ring_is_one_line(real: Guide) -> None:
    shown = says(real, BED, "nah id rather talk to a human").replies[0]

    assert real.words("ring-title") in plain(shown)


def test_danger_in_the_middle_of_a_talk_comes_first(real: Guide) -> None:
    assert says(real, BED, "thanks", "hes kicking her door in the now").crisis


def test_help_that_came_after_a_card_ends_the_alarm(real: Guide) -> None:
    danger = "hes kicking her door in the now"

    assert says(real, danger, "police are here and hes been lifted. brilliant cheers").crisis is None
    assert says(real, danger, "police are here but he has a knife to her").crisis


def test_he_not_she_draws_the_same_screen_for_him(real: Guide) -> None:
    before, after = says(real, STALKER), says(real, STALKER, "its a he not a she sorry")

    position = decode(after.replies[0].position)
    assert after.entries[0] == before.entries[0]
    assert position is not None
    assert unpack(position.person).pronoun == "he"


def test_an_age_under_18_brings_the_entry_for_a_child_with_the_line_to_its_card(real: Guide) -> None:
    child = says(real, "she sells pictures of herself online", "sorry shes 15")

    assert real.library.entries[child.entries[0]].theme == "children-and-young-people"
    assert child.caution == "child-now"


def test_weeks_are_no_age(real: Guide) -> None:
    position = decode(says(real, "she is pregnant", "14 weeks").replies[0].position)

    assert position is not None
    assert unpack(position.person).age == ""


def test_a_question_with_its_own_clear_subject_wins_and_the_old_one_is_one_press_back(real: Guide) -> None:
    fresh = says(real, STALKER, "where can i find a professional interpreter")

    assert fresh.entries[0] == "interpreter"
    assert real.words("button-back") in labels(fresh.replies[0])


def test_what_the_talk_was_about_answers_as_well_is_one_press_away_by_its_name(real: Guide) -> None:
    assault = encode(real.screens.at("entry", "recent-sexual-assault"))
    fresh = turn(real, Asked("must she tell the police", assault), NOW)
    back = next(button for button in fresh.replies[0].buttons if button.label.startswith("Back to: "))
    old = turn(real, Pressed(back.position), NOW)

    assert fresh.entries[0] == "reporting-to-police"
    assert back.title == "Back to: Must she tell the police?"
    assert old.entries[0] == "recent-sexual-assault"
    assert old.replies[0].blocks[0].text == "Must she tell the police?"


def test_what_the_talk_was_about_is_not_offered_where_it_says_nothing_on_the_question(real: Guide) -> None:
    fresh = says(real, STALKER, "where can i find a professional interpreter")

    assert not any(label.startswith("Back to: ") for label in labels(fresh.replies[0]))


def test_a_question_that_leans_on_the_talk_keeps_its_subject(real: Guide) -> None:
    assert says(real, STALKER, "block him aye or no").entries[0] == says(real, STALKER).entries[0]


def test_a_talk_of_many_turns_stays_kind_and_short_in_its_position(real: Guide) -> None:
    after, seen = "", list[Reply]()
    for message in (BED, "thanks", "more", STALKER, "back", "shorter", "shes 22", "ok", "its a he") * 20:
        seen.append(turn(real, Asked(message, after), NOW).replies[0])
        after = seen[-1].position

    assert all(reply.buttons for reply in seen)
    assert max(len(reply.position) for reply in seen) <= 64
