"""What has a day: facts that run out, reviews, contacts that nobody has confirmed, sign-offs and drafts."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.content.loaded_content import LoadedContent
from bot.core.library import Entry, Flow
from bot.core.lifecycle import draft_services, drafts
from bot.editor.calls import Call, Contact, calls
from bot.editor.due import SOON as DAYS_SOON
from bot.editor.due import Item, items, lapses
from bot.editor.tables import day
from bot.editor.workshop.rows import FIRST, LATER, NOW, SOON, URGENT, Links, Task, TaskSection, ordered, where

AHEAD = timedelta(days=120)  # how far facts are looked at, so that a quarter's work is seen before it begins
SPARED = "do not ring"  # how the call list goes about a number that must stay free
MISSING = "find"  # and about a service that nobody knows how to reach
_MOST_NAMED = 6


def facts(draft: LoadedContent, today: date, links: Links) -> TaskSection:
    """Return the facts that have run out, or will in the next months, the soonest first."""
    near = sorted(
        (fact.expires, ("fact", id) not in links, id)
        for id, fact in draft.library.facts.items()
        if fact.expires <= today + AHEAD
    )
    return TaskSection(
        "facts",
        "Facts that run out",
        f"A number, a time limit or a law was true when its source was read. Those that run out by "
        f"{day(today + AHEAD)} are here.",
        ordered([_fact(draft, id, today, links) for *_, id in near]),
        "Read the sources of these facts again",
        8,
        "signpost due",
    )


def _fact(draft: LoadedContent, id: str, today: date, links: Links) -> Task:
    fact = draft.library.facts[id]
    by = list(dict.fromkeys(link.id for link in links.get(("fact", id), ())))
    shown = f" It stands in {_named(by)}." if by else " Nothing shows it."
    ended = fact.expires <= today
    rank = NOW if ended else SOON if fact.expires <= today + timedelta(days=DAYS_SOON) else LATER
    return Task(
        rank,
        f"“{fact.value}” ({id}) {'ran out' if ended else 'runs out'} on {day(fact.expires)}.{shown}",
        f"Open {fact.sources[0].url} and compare. Then write the day under read, and a new day under expires.",
        where(draft, draft.file("facts"), (id, "expires"), on_key=True),
    )


def _named(ids: list[str]) -> str:
    shown = ", ".join(ids[:_MOST_NAMED])
    return f"{shown} and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else shown


def reviews(draft: LoadedContent, today: date) -> TaskSection:
    """Return the entries, flows, confirmed services and bank holidays that must be read again."""
    found = (item for item in items(draft.library) if item.due and item.kind != "fact")
    waiting = [item for item in found if item.state(today) != "later"]
    return TaskSection(
        "reviews",
        "Reviews that are due",
        f"What should have been read against its sources by now, or within {DAYS_SOON} days.",
        ordered([_review(draft, item, today) for item in waiting]),
        "Read these pages against their sources",
        4,
        "signpost due",
    )


def _review(draft: LoadedContent, item: Item, today: date) -> Task:
    assert item.due is not None  # noqa: S101 - only such items are asked for
    late = item.state(today) == "overdue"
    what = (
        f"{item.title} ({item.kind} {item.id}) {'was' if late else 'is'} due on {day(item.due)}. Kept by: {item.owner}."
    )
    do = {
        "service": "Ring or open it, ask what signpost due --unconfirmed says, and write the day under assured.",
        "holidays": "Open its source, add the days that are new, and write the days under read and expires.",
    }.get(item.kind, f"Run signpost reviewed {item.id}: it shows what to read, and writes the day.")
    path = {"service": ("assured",), "holidays": ("expires",)}.get(item.kind, ("reviewed",))
    return Task(NOW if late else SOON, what, do, where(draft, draft.file(item.kind, item.id), path, on_key=True))


def contacts(draft: LoadedContent, today: date) -> TaskSection:
    """Return the services whose contacts nobody has confirmed, those of urgent entries first."""
    found = calls(draft.library, today)
    return TaskSection(
        "contacts",
        "Contacts nobody has confirmed",
        "Staff are told that these are not yet confirmed. What urgent entries lead to comes first. Say that you "
        "check a directory, and that it is not about a person. Ring a helpline at a quiet hour, and be brief.",
        ordered([_contact(draft, call) for call in found]),
        "Confirm these contacts by phone",
        8,
        "signpost due --unconfirmed",
    )


def _contact(draft: LoadedContent, call: Call) -> Task:
    service = call.service
    ways = "; ".join(_way(way) for way in call.contacts)
    is_draft = service.status == "draft"
    return Task(
        LATER if is_draft else URGENT.get(call.urgency, LATER),
        f"{service.name} ({service.id}), {'a draft' if is_draft else call.urgency}",
        f"{ways[0].upper()}{ways[1:]}. When all is right, write who confirmed it and when under assured"
        f"{', and status: active' if is_draft else ''}.",
        where(draft, draft.file("service", service.id), ("assured",), on_key=True),
    )


def _way(way: Contact) -> str:
    if way.how == SPARED:
        return f"do not ring {way.contact}: look it up on a page of the police"
    return "find a number or a page, for none is recorded" if way.how == MISSING else f"{way.how} {way.contact}"


def agreed(draft: LoadedContent) -> TaskSection:
    """Return the sign-offs that have lapsed, and the drafts that staff do not see yet."""
    gone = [
        Task(
            FIRST,
            f"{thing.title} ({thing.id}) has changed since {sign.by}, {sign.body}, agreed on {day(sign.on)}.",
            f"Show them the words of today: signpost sign {thing.id}.",
            where(draft, _file(draft, thing), ("sign_off",), on_key=True),
        )
        for thing, sign in lapses(draft.library)
    ]
    return TaskSection(
        "agreed",
        "Sign-offs that have lapsed, and drafts",
        "Words that changed after somebody agreed to them say so on every card. Drafts are seen by nobody.",
        ordered([*gone, *_drafts(draft)]),
        "Ask for these words to be read again",
        4,
        "signpost due",
    )


def _drafts(draft: LoadedContent) -> Iterator[Task]:
    for thing in drafts(draft.library):
        yield Task(
            LATER,
            f"{thing.title} ({thing.id}) is a draft. Kept by: {thing.owner}.",
            "Finish it and write status: live, or delete it.",
            where(draft, _file(draft, thing), ("status",), on_key=True),
        )
    for service in draft_services(draft.library):
        yield Task(
            LATER,
            f"{service.name} ({service.id}) is a draft: nobody is sent there.",
            "Ring it, and write status: active, or delete its file.",
            where(draft, draft.file("service", service.id), ("status",), on_key=True),
        )


def _file(draft: LoadedContent, thing: Entry | Flow) -> str:
    return draft.file("entry" if isinstance(thing, Entry) else "flow", thing.id)
