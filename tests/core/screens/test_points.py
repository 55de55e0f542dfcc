"""The first screen of an entry: the point that was asked, what to do, say and avoid, and one number."""

from bot.channels.talk import Talk
from bot.channels.web import answer_address
from bot.core.guide import Guide
from bot.core.position import encode
from bot.core.reply import Asked, Mark, Pressed, Reply
from bot.core.voices import in_voice


def texts(reply: Reply, *marks: Mark) -> list[str]:
    return [block.text for block in reply.blocks if block.mark in marks]


def press(talk: Talk, reply: Reply, label: str) -> Reply:
    return talk.answer(Pressed(next(b.position for b in reply.buttons if b.label == label))).replies[0]


def test_the_point_that_was_asked_stands_before_all_else(talk: Talk) -> None:
    reply = talk.answer(Asked("how long does nrm support last")).replies[0]

    marks = [block.mark for block in reply.blocks]
    assert marks[:2] == [Mark.TITLE, Mark.TEXT]
    assert "up to 90 days" in texts(reply, Mark.TEXT)[0]
    assert [block.part for block in reply.blocks if block.part] == ["do"], "what would make it long is left out"


def test_what_to_do_first_stands_under_two_points_too(talk: Talk) -> None:
    reply = talk.answer(Asked("council knocked back her crisis grant, what can she dae")).replies[0]

    assert len(texts(reply, Mark.HEADING)) == 2
    assert [block.part for block in reply.blocks if block.part in ("do", "say", "avoid")] == ["do"]


def test_one_service_with_one_number_stands_on_the_first_screen(talk: Talk) -> None:
    reply = talk.answer(Asked("she has just told me she sells sex")).replies[0]

    assert len([block for block in reply.blocks if block.href.startswith("tel:")]) == 1


def test_where_are_you_leads_back_to_the_same_answer_with_that_area(talk: Talk) -> None:
    reply = talk.answer(Asked("she has just told me she sells sex")).replies[0]

    region = press(talk, reply, "Choose an area")
    councils = press(talk, region, "Glasgow and Clyde")
    there = press(talk, councils, "Glasgow City")

    assert texts(there, Mark.TITLE) == texts(reply, Mark.TITLE)
    assert "Choose an area" not in [button.label for button in there.buttons]


def test_more_tells_the_first_points_and_the_other_headings_open_theirs(talk: Talk) -> None:
    reply = talk.answer(Asked("what is the nrm")).replies[0]

    more = press(talk, reply, "Read more")
    opened = press(talk, more, "How long support lasts")

    assert "How long support lasts" not in texts(more, Mark.HEADING)
    assert texts(opened, Mark.TITLE) == ["How long support lasts"]
    assert "up to 90 days" in texts(opened, Mark.TEXT)[0]
    assert texts(press(talk, opened, "Back"), Mark.HEADING) == texts(more, Mark.HEADING)


def test_more_leads_to_every_point_of_every_entry_and_is_no_long_text(talk: Talk, real: Guide) -> None:
    assert real.library.entries
    for entry in real.library.entries.values():
        more = talk.answer(Pressed(encode(real.screens.at("more", entry.id)))).replies[0]
        told, words = texts(more, Mark.HEADING), sum(len(text.split()) for text in texts(more, Mark.TEXT))
        headings = [*told, *(button.title for button in more.buttons)]

        assert {point.title for point in in_voice(real.library, "").entries[entry.id].points} <= set(headings)
        assert words <= 120 or len(told) == 1


def test_the_words_follow_a_man(talk: Talk) -> None:
    reply = talk.answer(Asked("a man I support has just told me he sells sex, what do I say to him")).replies[0]

    words = " ".join(block.text for block in reply.blocks if block.part in ("do", "say", "avoid"))
    assert {"he", "him", "his"} & set(words.casefold().replace(".", " ").split())
    assert " her " not in f" {words} "


def test_two_points_that_a_message_may_ask_for_both_stand_there_under_their_titles(talk: Talk) -> None:
    reply = talk.answer(Asked("council knocked back her crisis grant, what can she dae")).replies[0]

    assert texts(reply, Mark.HEADING) == ["If the fund says no", "What a crisis grant is"]
    assert "avoid" not in [block.part for block in reply.blocks]
    assert sum(len(text.split()) for text in texts(reply, Mark.TEXT, Mark.LABELLED)) <= 100


def test_a_point_of_another_entry_says_whose_it_is(talk: Talk) -> None:
    reply = talk.answer(Asked("what year did the prostitution policy come out")).replies[0]

    first, second = texts(reply, Mark.HEADING)
    assert first == "When the policy was published"
    assert second.startswith("The Government's strategy: ")


def test_a_first_message_gets_two_points_only_if_both_are_short(talk: Talk) -> None:
    short, long = (
        talk.answer(Asked(asked)).replies[0]
        for asked in (
            "council knocked back her crisis grant, what can she dae",
            "she wants to know her rights if the police stop her on the street",
        )
    )

    assert (len(texts(short, Mark.HEADING)), len(texts(long, Mark.HEADING))) == (2, 0)


def test_in_a_talk_the_page_with_the_likeliest_point_comes_first_of_those_offered(talk: Talk) -> None:
    told = talk.answer(Asked("tenant has told me she sells sex and i changed the subject")).replies[0]
    turn = talk.answer(Asked("can she do it without saying what the job is", told.position))

    assert turn.tier == "suggestions"
    assert turn.finding is not None
    first, point = turn.entries[0], turn.finding.point
    assert (
        texts(turn.replies[0], Mark.HEADING)[0] == in_voice(talk.guide().library, "").entries[first].point(point).title
    )


def test_in_a_talk_a_few_points_stand_alone_and_their_address_shows_them_again(talk: Talk) -> None:
    first = talk.answer(Asked("she is being stalked by an old customer, what can she do")).replies[0]
    turn = talk.answer(Asked("and what about the police", first.position))

    again = answer_address.turn(talk, answer_address.address(turn).removeprefix("/found/"))

    assert len(texts(turn.replies[0], Mark.TITLE, Mark.HEADING)) == 3
    assert again is not None
    assert again.replies[0].blocks == turn.replies[0].blocks


def test_what_has_happened_shows_no_point_that_nobody_asked_for(talk: Talk) -> None:
    reply = talk.answer(Asked("she has no money today")).replies[0]

    assert texts(reply, Mark.HEADING) == []
    assert [block.part for block in reply.blocks if block.part] == ["do", "say", "avoid"]
