"""What a message means by the subject of its talk: the page that the talk is about answers before anything else may.

A clear question about that page comes before a courtesy, before what is known of the service under it, and before a
service or a list that a word of it names.
"""

from dataclasses import replace
from datetime import datetime

from bot.core.acting import about, followed, shown
from bot.core.guide import Guide
from bot.core.hearing import HeardMessage
from bot.core.position import FIRST
from bot.core.quoting import quotes
from bot.core.reply import Block, Mark, MessageFinding, Turn
from bot.core.screens.finding import noticing
from bot.core.screens.finding import replies as draw_finding
from bot.core.screens.follow_ups import SERVICE_ASKED
from bot.core.screens.resolver import Resolved
from bot.core.turn_events import of_question


def of_the_page(guide: Guide, heard: HeardMessage, before: Resolved) -> HeardMessage:
    """Return what was heard, without the service or the list that it names where it clearly asks about the talk's page.

    "It's a PVG check, what comes up" asks what a check shows, and not for the service that makes it.
    """
    page, asked = about(guide, before.position), heard.directory
    clear = heard.tier == "answer" and heard.alone == "answer" and heard.entries[:1] == (page,) and bool(heard.near)
    names = asked is not None and not (asked.attribute or asked.filters or asked.of_shown)
    return replace(heard, directory=None) if clear and names and heard.near[0].startswith(f"{page}/") else heard


def whole_act(guide: Guide, heard: HeardMessage, before: Resolved, now: datetime, after: str) -> Turn | None:
    """Answer a message that is nothing but a speech act; danger now comes first."""
    act = guide.library.acts.get(heard.act)
    if act is None or heard.crisis or (act.does in SERVICE_ASKED and _page_tells(guide, heard.leans, act.does)):
        return None  # what the page says of it comes before what is known of the service under it
    return followed(guide, act, before, now, after)


def _page_tells(guide: Guide, leans: str, asked: str) -> bool:
    """Say whether a point tells what is asked about a service; a number only where it names a service."""
    entry, _, point = leans.partition("/")
    if not point or asked != "number":
        return bool(point)
    return any(kind == "service" for kind, _ in quotes(guide.library.entries[entry].point(point).text))


def courtesy(guide: Guide, heard: HeardMessage, before: Resolved, now: datetime) -> Turn | None:
    """Answer thanks that follow some news in a talk, unless the news is clearly a question."""
    act = guide.library.acts.get(heard.closing)
    asked = bool(heard.crisis or heard.leans) or (heard.alone or heard.tier) == "answer"
    return followed(guide, act, before, now) if act is not None and before.position.steps and not asked else None


def read_on(guide: Guide, heard: HeardMessage, finding: MessageFinding, before: Resolved, now: datetime) -> Turn | None:
    """Answer a question about the entry shown before with the point that it asks for, or else with the whole of it."""
    first = guide.screens.name_of(before.position.last) in ("entry", "point", "more", "matched-answer")
    same = heard.tier == "answer" and heard.entries[:1] == (about(guide, before.position),)
    if not (first and same) or heard.danger is not None:
        return None
    entry, point = heard.entries[0], heard.points.get(heard.entries[0], "")
    if heard.begins and not heard.leans:
        return followed(guide, guide.library.acts[heard.begins], before, now)
    step = guide.screens.step("point", f"{entry}/{point}") if point else guide.screens.step("more", entry)
    if step == before.position.last:
        return None
    turn = replace(shown(guide, finding.base.then(step), now, rank=FIRST), tier="answer", entries=heard.entries)
    found = replace(finding, leans="", directory=None)
    return replace(turn, replies=draw_finding(guide, found, now), finding=found) if found.second else turn


def more_of_it(
    guide: Guide, heard: HeardMessage, finding: MessageFinding, before: Resolved, now: datetime
) -> Turn | None:
    """Answer a few words that no page covers with more of the talk's entry, and count them as not found."""
    entry, kind = about(guide, before.position), guide.library.outside.get(heard.not_ours)
    elsewhere = heard.danger is not None or heard.outside or heard.directory is not None or bool(heard.councils)
    if not entry or heard.tier != "not-covered" or elsewhere or (kind is not None and not kind.leans):
        return None
    more = shown(guide, finding.base.then(guide.screens.step("more", entry)), now)
    replies = (noticing(more.replies[0], (Block(Mark.NOTICE, guide.words("not-just-that")),)),)
    events = of_question(guide, finding, heard.unmet, replies)
    return replace(more, replies=replies, tier="not-covered", entries=(entry,), events=events)
