"""Telegram's shapes and ours: an update read, a reply rendered. Pure."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.talk import Talk
from bot.channels.telegram.updates import LONGEST, HeardUpdate, bare, read, render, units
from bot.core.reply import Asked, Block, Button, Mark, Opened, Pressed, Reply, Row, Unsupported
from tests.examples import examples
from tests.wire import message, press

PERSON = 4711
GROUP = -1001


def heard(**fields: Any) -> HeardUpdate | None:
    return read(message(PERSON, 1, **fields))


# Reading


@pytest.mark.parametrize(
    ("text", "incoming"),
    [
        ("she has nowhere to sleep", Asked("she has nowhere to sleep")),
        ("", Asked("")),
        ("/start", Opened("")),
        ("/start sarcs", Opened("sarcs")),
        ("/start  1----eABCD ", Opened("1----eABCD")),
        ("/START@signpost_bot", Opened("")),
        ("/help", Opened("help")),
        ("/topics@signpost_bot", Opened("topics")),
        ("/urgent", Opened("urgent")),
        ("/urgent he is at the door", Opened("urgent")),
        ("/area", Opened("area")),
        ("/privacy", Opened("privacy")),
        ("/area Glasgow", Asked("Glasgow")),
        ("/help\nhe is strangling her", Asked("he is strangling her")),
        ("/start he is strangling her", Asked("he is strangling her")),
        ("/start " + "a" * 65, Asked("a" * 65)),
        ("/nosuchcommand", Asked("nosuchcommand")),
        ("/", Asked("")),
        ("//", Asked("")),
    ],
)
def test_a_typed_message_is_a_command_or_words_and_words_after_a_command_are_never_passed_over(
    text: str, incoming: Asked | Opened
) -> None:
    assert heard(text=text) == HeardUpdate(PERSON, incoming, own=1)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"voice": {}}, "voice"),
        ({"audio": {}}, "voice"),
        ({"photo": []}, "photo"),
        ({"video": {}}, "photo"),
        ({"video_note": {}}, "photo"),
        ({"animation": {}, "document": {}}, "photo"),
        ({"document": {}}, "file"),
        ({"sticker": {}}, "sticker"),
        ({"location": {}}, "location"),
        ({"venue": {}, "location": {}}, "location"),
        ({"contact": {}}, "contact"),
        ({"poll": {}}, "other"),
        ({"dice": {}}, "other"),
        ({"rich_message": {}}, "other"),
    ],
)
def test_what_is_not_text_is_known_by_its_kind(fields: dict[str, Any], kind: str) -> None:
    assert heard(**fields) == HeardUpdate(PERSON, Unsupported(kind), own=1)


def test_the_words_under_a_picture_are_read() -> None:
    words = "he did this to her"

    assert heard(photo=[], caption=words) == HeardUpdate(PERSON, Unsupported("photo", words), own=1)


def test_an_edited_message_is_read_again() -> None:
    edited = HeardUpdate(PERSON, Unsupported("edited", "he has a knife"), own=1)

    assert heard(kind="edited_message", text="he has a knife") == edited
    assert heard(kind="edited_message", photo=[], caption="he has a knife") == edited


@pytest.mark.parametrize(("text", "link"), [("/help@signpost_bot", "help"), ("/start", "start"), ("/help me", None)])
def test_a_command_in_an_edited_message_or_under_a_picture_is_read(text: str, link: str | None) -> None:
    assert heard(kind="edited_message", text=text) == HeardUpdate(PERSON, Unsupported("edited", text, link=link), own=1)
    assert heard(photo=[], caption=text) == HeardUpdate(PERSON, Unsupported("photo", text, link=link), own=1)


def test_a_live_location_is_answered_once_and_not_at_every_step() -> None:
    assert heard(kind="edited_message", location={}) is None


@pytest.mark.parametrize("field", ["new_chat_members", "pinned_message", "message_auto_delete_timer_changed"])
def test_what_telegram_says_of_itself_is_not_answered(field: str) -> None:
    assert heard(**{field: {}}) is None


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel", "", None])
def test_outside_a_private_chat_nothing_is_read_and_one_line_is_asked_for(kind: str | None) -> None:
    chat = {"id": GROUP, "type": kind}

    assert heard(chat=chat, text="he is hurting her") == HeardUpdate(GROUP, None)
    pressed = press(PERSON, 5, "1----", message={"message_id": 5, "date": 1, "chat": chat}, id="q")
    assert read(pressed) == HeardUpdate(GROUP, None, None, "q")


def test_a_pressed_button_is_read_with_the_message_it_stands_under() -> None:
    assert read(press(PERSON, 5, "1----u----", id="q")) == HeardUpdate(PERSON, Pressed("1----u----"), 5, "q")


@pytest.mark.parametrize("under", [None, {"message_id": 5, "date": 0, "chat": {"id": PERSON, "type": "private"}}])
def test_a_button_under_a_message_that_can_no_longer_be_edited_is_answered_with_a_new_one(under: Any) -> None:
    assert read(press(PERSON, 5, "1----", id="q", message=under)) == HeardUpdate(PERSON, Pressed("1----"), None, "q")


def test_other_kinds_of_update_are_passed_over() -> None:
    assert read({"update_id": 1, "poll": {}}) is None
    assert read({"update_id": 1}) is None
    assert read({"update_id": 1, "channel_post": {"chat": {"id": 1, "type": "channel"}, "text": "x"}}) is None


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """A real update with one part replaced."""
    update = draw(st.sampled_from([message(PERSON, 1, text="hi", photo=[], caption="x"), press(PERSON, 1, "1----")]))
    update = json.loads(json.dumps(update))
    place: Any = update
    while True:
        name = draw(st.sampled_from(sorted(place)))
        if not isinstance(place[name], dict) or not place[name] or draw(st.booleans()):
            place[name] = draw(ANYTHING)
            return {"update_id": 1, **update}
        place = place[name]


@settings(max_examples=examples(150), deadline=None)
@given(damaged() | st.dictionaries(st.sampled_from(["message", "edited_message", "callback_query"]), ANYTHING))
def test_no_update_however_damaged_makes_reading_fail(update: dict[str, Any]) -> None:
    result = read(update)

    assert result is None or (type(result.chat) is int and type(result.callback) in (str, type(None)))


# Rendering


def rendered(*blocks: Block) -> list[str]:
    return [text for text, _ in render(Reply(blocks))]


def test_each_mark_has_its_look_and_nothing_of_the_text_is_markup() -> None:
    assert rendered(
        Block(Mark.DANGER, "Call <999> & stay"),
        Block(Mark.NOTICE, "A <b>calm</b> line"),
        Block(Mark.TITLE, "Title"),
        Block(Mark.LABELLED, 'Say "hello"', "Say & do"),
        Block(Mark.TEXT, "Plain"),
        Block(Mark.STEP, "One step"),
        Block(Mark.CONTACT, "0800 1111", "Helpline", "tel:08001111"),
        Block(Mark.QUESTION, "Which?"),
        Block(Mark.SMALL, "2026-11-25", "Reviewed"),
        Block(Mark.SMALL, "small"),
        Block(Mark.SMALL, "Said whole before.", "Unconfirmed", part="said"),
    ) == [
        "<b>Call &lt;999&gt; &amp; stay</b>\n\n<i>A &lt;b&gt;calm&lt;/b&gt; line</i>\n\n<b>Title</b>\n\n"
        '<b>Say &amp; do:</b> Say "hello"\n\nPlain\n\n• One step\n\n<b>Helpline:</b> 0800 1111\n\n<b>Which?</b>\n\n'
        "<i>Reviewed: 2026-11-25</i>\n\n<i>small</i>\n\n<i>Unconfirmed.</i>"
    ]


def test_choices_stand_alone_actions_two_by_two_then_the_ways_and_feedback_last() -> None:
    buttons = (
        Button("Back", "1----", Row.WAY),
        Button("Choice one", "1----a----"),
        Button("Choice two", "1----b----"),
        Button("More", "1----c----", Row.ACTION),
        Button("Near me", "1----d----", Row.ACTION),
        Button("This helped", "1----g----", Row.FEEDBACK),
        Button("A third action", "1----e----", Row.ACTION),
        Button("An action with a label that is long", "1----f----", Row.ACTION),
        Button("Urgent help", "1----u----", Row.WAY),
    )

    ((_, keyboard),) = render(Reply((Block(Mark.TEXT, "x"),), buttons))

    assert keyboard is not None
    assert [[b.text for b in row] for row in keyboard.inline_keyboard] == [
        ["Choice one"],
        ["Choice two"],
        ["More", "Near me"],
        ["A third action"],
        ["An action with a label that is long"],
        ["Back", "Urgent help"],
        ["This helped"],
    ]


def test_a_long_reply_is_split_between_paragraphs_and_the_buttons_stand_under_the_last_part() -> None:
    paragraphs = [f"{number} " + "word " * 300 for number in range(6)]
    reply = Reply(tuple(Block(Mark.TEXT, p.strip()) for p in paragraphs), (Button("Back", "1----", Row.WAY),))

    parts = render(reply)

    assert [text.split("\n\n") for text, _ in parts] == [
        [p.strip() for p in paragraphs[:2]],
        [p.strip() for p in paragraphs[2:4]],
        [p.strip() for p in paragraphs[4:]],
    ]
    assert [keyboard is not None for _, keyboard in parts] == [False, False, True]


def test_length_is_counted_as_telegram_counts_it() -> None:
    assert [units(text) for text in ("a", "é", "🚑", "\ud83d")] == [1, 1, 2, 1]
    assert [units(part) for part in rendered(Block(Mark.TEXT, "🚑" * 2048), Block(Mark.TEXT, "b"))] == [4096, 1]


def test_a_reply_without_words_is_still_a_message() -> None:
    assert rendered() == rendered(Block(Mark.TEXT, " ")) == ["…"]


def test_markup_can_be_taken_off_again() -> None:
    (text,) = rendered(Block(Mark.TITLE, "a < b & c"), Block(Mark.LABELLED, "d", "e"))

    assert bare(text) == "a < b & c\n\ne: d"


class Tags(HTMLParser):
    """Counts the open tags, and collects the words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert (tag in ("b", "i"), attrs) == (True, [])
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


TEXTS = st.text(st.sampled_from("ab <>&\n🚑ש;" + "c" * 20), max_size=40).map(lambda part: part * 150)


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(st.builds(Block, st.sampled_from(Mark), TEXTS, st.text("lL<", max_size=3)), max_size=4))
def test_whatever_is_rendered_is_short_enough_its_markup_whole_and_no_word_of_it_lost(blocks: list[Block]) -> None:
    parts = rendered(*blocks)

    words = ""
    for part in parts:
        tags = Tags()
        tags.feed(part)
        tags.close()
        assert (0 < units(part) <= LONGEST, bool(part.strip()), tags.open) == (True, True, [])
        words += tags.words
    assert all(_letters(block.text) in _letters(words) for block in blocks)


def _letters(text: str) -> str:
    return "".join(text.split())


def test_every_screen_of_the_real_content_can_be_sent(talk: Talk) -> None:
    guide = talk.guide()
    assert guide is not None
    links = (*guide.library.entries, *guide.library.services, *guide.library.flows, "help", "topics", "urgent", "area")
    for link in links:
        for reply in talk.answer(Opened(link)).replies:
            for text, keyboard in render(reply):
                rows = keyboard.inline_keyboard if keyboard else ()
                assert 0 < units(text) <= LONGEST
                assert sum(map(len, rows)) <= 100
                assert all(0 < len(str(b.callback_data)) <= 64 and b.text for row in rows for b in row)
