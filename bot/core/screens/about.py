"""The screens about Signpost itself: how to use it, and what it holds of its users."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from bot.core import inventory
from bot.core.reply import Block, Mark, Reply
from bot.core.screens.scene import Scene, ways
from bot.core.screens.screen import Screen, messages

# Regulation 7(4)(d) of the Accessibility Regulations 2018 (legislation.gov.uk/uksi/2018/852) asks for a link to the
# enforcement procedure. The statement of The National Archives' Design System (9 November 2023) links this address.
_ENFORCEMENT = "https://www.equalityadvisoryservice.com/"


def _page(scene: Scene, *, words: str, leads: Iterable[str], kinds: Iterable[str] = ()) -> Reply:
    """Draw a page.

    Args:
        words: what the ids of its messages begin with.
        leads: the names of the screens that it leads to.
        kinds: the kinds of held things that it lists.
    """
    parts = scene.words(f"{words}-text").split("\n\n")
    blocks = [
        Block(Mark.TITLE, scene.words(f"{words}-title")),
        *(Block(Mark.TEXT, " ".join(part.split())) for part in parts),
        *(
            Block(Mark.TEXT, why, label=name) if why else Block(Mark.QUESTION, name)
            for name, why in inventory.lines(kinds)
        ),
    ]
    buttons = [scene.press(f"button-{name}", scene.step(name)) for name in leads]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _accessibility(scene: Scene) -> Reply:
    """Draw the statement that public bodies must have, with the publisher and where to report a fault."""
    publisher = scene.guide.publisher
    said = {
        "publisher": publisher.name or scene.words("publisher-unknown"),
        "contact": publisher.contact.removeprefix("mailto:") or scene.words("contact-unknown"),
        "enforcement": scene.words("enforcement-body"),
    }
    links = {said["contact"]: publisher.contact, said["enforcement"]: _ENFORCEMENT}
    blocks = [Block(Mark.TITLE, scene.words("accessibility-title"))]
    for part in scene.words("accessibility-text", **said).split("\n\n"):
        line = " ".join(part.split())
        block = Block(Mark.TEXT if line.endswith(".") else Mark.HEADING, line)  # a heading has no full stop
        link = next((words for words, href in links.items() if href and words in line), "")
        blocks.append(replace(block, href=links[link], link=link) if link else block)
    return scene.reply(blocks, ways(scene))


def _screen(name: str, letter: str, title: str, *leads: str, typed: str = "", kinds: Iterable[str] = ()) -> Screen:
    """Declare a page whose messages are named after it."""
    return Screen(
        name=name,
        letter=letter,
        title=title,
        draw=partial(_page, words=name, leads=leads, kinds=tuple(kinds)),
        typed=typed,
        path=(f"{name}-title",),
        text=f"{name}-text",
        messages=messages(f"{name}-title {name}-text button-{name}"),
    )


_MORE = (kind for kind in inventory.KINDS if kind not in inventory.KEPT)  # too much for one message on Telegram
SCREENS = (
    _screen("help", "i", "Help", "topics", "privacy", typed="help"),
    _screen("privacy", "p", "Privacy", "my-data", "held", "help", typed="privacy"),
    _screen("held", "d", "All that is held", "held-more", "my-data", "privacy", kinds=inventory.KEPT),
    _screen("held-more", "z", "More of what is held", "held", "privacy", kinds=_MORE),
    _screen("my-data", "b", "What is held about somebody", "forget", "held", "privacy", typed="mydata"),
    replace(_screen("forget", "j", "Deleting a conversation", "my-data", "topics"), forgets=True),
    Screen(
        name="accessibility",
        letter="E",
        title="The accessibility statement",
        draw=_accessibility,
        typed="accessibility",
        path=("accessibility-title",),
        text="accessibility-text",
        messages=messages(
            "accessibility-title button-accessibility publisher-unknown contact-unknown enforcement-body "
            "accessibility-text{publisher,contact,enforcement}"
        ),
    ),
)
