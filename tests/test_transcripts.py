"""Whole conversations, line for line, the same in the terminal, on the page and on Telegram."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.talk import Talk
from bot.channels.telegram.updates import render
from bot.channels.web.page import is_home, page
from bot.core.library import Library
from bot.core.reply import Reply, Turn
from bot.core.screens.registry import screen_at
from tests.transcripts import parse, play, shown

FILES = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.fixture(name="transcript", params=FILES, ids=lambda path: path.stem)
def _transcript(request: pytest.FixtureRequest) -> str:
    return str(request.param.read_text("utf-8"))


def test_a_conversation_goes_as_it_is_written(talk: Talk, transcript: str) -> None:
    exchanges = list(play(talk, parse(transcript)))

    assert exchanges
    for exchange, turn in exchanges:
        assert shown(turn).strip() == exchange.seen, f"after: {exchange.done}"


def test_telegram_shows_the_same_words_and_buttons(talk: Talk, transcript: str) -> None:
    exchanges = list(play(talk, parse(transcript)))

    assert exchanges
    for exchange, turn in exchanges:
        messages = [message for reply in turn.replies for message in render(reply)]
        text = " ".join(html.unescape(re.sub(r"</?[a-z][^>]*>", "", part)) for part, _ in messages)
        keyboards = [keyboard for _, keyboard in messages if keyboard]
        buttons = [(b.text, b.callback_data) for k in keyboards for row in k.inline_keyboard for b in row]

        _same_words(_unopened(turn), text, exchange.done)
        assert sorted(buttons) == sorted((b.label, b.position) for r in turn.replies for b in r.buttons)


def test_the_page_shows_the_same_words_and_links(talk: Talk, transcript: str) -> None:
    exchanges = list(play(talk, parse(transcript)))

    assert exchanges
    for exchange, turn in exchanges:
        body = bytes(page(talk, turn).body).decode()
        text = html.unescape(re.sub(r"<[^>]*>", "", body))
        links = set(re.findall(r'href="/at/([^"#]+)', body))

        _same_words(_with_links(_on_the_first_page(talk, turn)), text, exchange.done)
        shown = {
            b.position
            for r in turn.replies
            for b in r.buttons
            if screen_at(b.position).name != "answers" or not r.answers
        }
        assert 'href="/urgent' in body  # in the bar of each page, so not among its ways on
        elsewhere = {"urgent"} | ({"role", "topics", "help", "privacy"} if 'class="home"' in body else set())
        elsewhere |= {"filtered"} if 'type="checkbox"' in body else set()
        shown = {each for each in shown if screen_at(each).name not in elsewhere}
        assert shown | {given.change for r in turn.replies for given in r.answers} <= links


def _on_the_first_page(talk: Talk, turn: Turn) -> Turn:
    """Return a turn; if it is the first page, without how to ask and what to leave out, which its form says."""
    guide, first = talk.guide(), turn.replies[0]
    if guide is None or not is_home(first):
        return turn
    said_by_the_form = {guide.words("start-how"), guide.words("start-no-names")}
    blocks = tuple(block for block in first.blocks if block.text not in said_by_the_form)
    assert len(blocks) == len(first.blocks) - len(said_by_the_form)
    return replace(turn, replies=(replace(first, blocks=blocks),))


def _with_links(turn: Turn) -> Turn:
    """Return a turn with the words of each link to a website instead of its address, as the page shows them."""
    shown = {r: tuple(replace(b, text=b.link, label="") if b.link else b for b in r.blocks) for r in turn.replies}
    return replace(turn, replies=tuple(replace(r, blocks=blocks) for r, blocks in shown.items()))


def _same_words(turn: Turn, text: str, done: str) -> None:
    """Check that every block's words are in a channel's text, in their order."""
    seen, place = _squeezed(text), 0
    for words in (_squeezed(part) for reply in turn.replies for part in _parts(reply)):
        found = seen.find(words, place)
        assert found >= 0, f"after {done!r}: {words!r} is not shown, or not in its place"
        place = found


def _unopened(turn: Turn) -> Turn:
    """Return a turn as a channel without anything to open shows it: what was said before is one word."""
    replies = [
        replace(reply, blocks=tuple(replace(b, text="") if b.part == "said" else b for b in reply.blocks))
        for reply in turn.replies
    ]
    return replace(turn, replies=tuple(replies))


def _parts(reply: Reply) -> list[str]:
    return [part for block in reply.blocks for part in (block.label, block.text) if part]


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def test_every_flow_has_a_transcript(library: Library) -> None:
    assert set(library.flows) <= {path.stem for path in FILES}


def test_there_are_messy_conversations_too(library: Library) -> None:
    assert len({path.stem for path in FILES} - set(library.flows)) >= 5
