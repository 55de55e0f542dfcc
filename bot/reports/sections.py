"""All sections of the report for the people who run Signpost, in reading order."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.core.assurance import due_on, freshness
from bot.core.channels import counted_channels
from bot.core.count_cells import LACKS as LACK_IDS
from bot.core.count_cells import Cell
from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.screens.scene import day
from bot.core.steps import Flow
from bot.counts.store import OTHER
from bot.reports import flows, pictures
from bot.reports.released_counts import Amount, Figures
from bot.reports.section import QUESTIONS, Section, TableValue, joined, name_of, share, week

TableRows = tuple[tuple[TableValue, ...], ...]
_MOST = 20  # rows in a list of the largest numbers
_DRAWN = 12  # of those rows, how many are in the picture
_FAILING = 0.2  # the share of people shown an entry who said it was not their question
_STACKED = (
    ("answer", "Answered", pictures.BLUE),
    ("suggestions", "Suggestions to choose from", pictures.PALE),
    ("not-covered", "Not covered", pictures.AMBER),
)


def sections(figures: Figures, library: Library, today: date) -> tuple[Section, ...]:
    """Return all sections of the report."""
    return (
        *_asked(figures, library),
        *flows.sections(figures, library),
        _councils(figures, library),
        _list(figures, library, "role", "Jobs", "How many chose each job. Nobody has to choose one."),
        _list(figures, library, "service", "Services most shown", "How many were shown each service."),
        _crisis(figures),
        *_health(figures, library, today),
    )


def of_a_month(figures: Figures, library: Library) -> tuple[Section, ...]:
    """Return the sections of a short report, such as a month's: what was asked, shown and missing, and where."""
    return (
        *_asked(figures, library),
        _list(figures, library, "started", "Flows", "How many started each flow."),
        _councils(figures, library),
    )


def _asked(figures: Figures, library: Library) -> tuple[Section, ...]:
    """Return the sections that begin each report."""
    entries = _entries(figures, library), _least_helpful(figures, library)
    return (_questions(figures), _channels(figures), *entries, *_missing(figures, library))


def _questions(figures: Figures) -> Section:
    by_week = figures.by_week("question")
    rows = tuple(
        (week(each), *(Amount(n) if (n := by_week.get(each, {}).get(id)) else "–" for id in QUESTIONS))
        for each in reversed(figures.weeks)
    )
    total = {id: figures.of("question", id) for id in QUESTIONS}
    told = (
        f"How many people a week asked something, and what they got: {total['answer']} answered, "
        f"{total['suggestions']} given suggestions, {total['not-covered']} not covered, all weeks added up. "
        "A dot is a week with nothing shown."
    )
    picture = pictures.weeks(figures.weeks, by_week, _STACKED)
    return Section("questions", "Questions by week", told, ("Week from", *QUESTIONS.values()), rows, picture, 1)


def _channels(figures: Figures) -> Section:
    shown = {channel.label: figures.of("channel", channel.id) for channel in counted_channels()}
    whole = figures.total("channel")
    rows = tuple((label, amount if amount.number else "–", share(amount, whole)) for label, amount in shown.items())
    told = (
        f"Where Signpost is used. {_where('people')} these are people, each once a week. {_where('networks')} "
        "people are not known, so these are networks, such as an office: the two cannot be compared exactly."
    )
    picture = pictures.bars([(label, amount) for label, amount in shown.items() if amount.number])
    title = joined(channel.short for channel in counted_channels())
    return Section("channels", title, told, ("Channel", "Used it", "Share"), rows, picture, 1)


def _where(counts: str) -> str:
    """Return the channels that count people or networks, such as "On Telegram"."""
    places = joined(channel.where for channel in counted_channels() if channel.counts == counts)
    return f"{places[:1].upper()}{places[1:]}"


def _entries(figures: Figures, library: Library) -> Section:
    shown = figures.kind("entry")
    rows = tuple(
        (name_of(library, Cell("entry", id)), amount, *_pressed(figures, id, amount)) for id, amount in _most(shown)
    )
    told = (
        "The entries that most people were shown, with how many pressed “This helped” and “Not my question” under them."
    )
    picture = pictures.bars([(str(row[0]), row[1]) for row in rows[:_DRAWN] if isinstance(row[1], Amount)])
    header = ("Entry", "Shown to", "This helped", "Not my question", "Not theirs, share")
    return Section("entries", "Entries most shown", told, header, rows, picture, 1)


def _pressed(figures: Figures, id: str, shown: Amount) -> tuple[TableValue, ...]:
    helped, wrong = figures.of("helped", id), figures.of("not-mine", id)
    return (helped if helped.number else "–", wrong if wrong.number else "–", share(wrong, shown))


def _most(shown: Mapping[str, Amount]) -> list[tuple[str, Amount]]:
    named = [pair for pair in shown.items() if pair[0] != OTHER]
    return [*named[:_MOST], *(pair for pair in shown.items() if pair[0] == OTHER)]


def not_theirs(figures: Figures) -> dict[str, float]:
    """Return the entries where people pressed "Not my question", with the share who did, highest first."""
    found = {}
    for id, wrong in figures.kind("not-mine").items():
        shown = figures.of("entry", id)
        if id != OTHER and shown.number and wrong.number:
            found[id] = min(1.0, wrong.number / shown.number)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _least_helpful(figures: Figures, library: Library) -> Section:
    shares = not_theirs(figures)
    found = list(shares)[:_MOST]
    rows = tuple(
        (
            name_of(library, Cell("entry", id)),
            figures.of("not-mine", id),
            figures.of("entry", id),
            share(figures.of("not-mine", id), figures.of("entry", id)),
        )
        for id in found
    )
    told = (
        "The entries that were most often not what people had asked, if enough said so. Either their words point to "
        "the wrong questions, or something similar is missing. Hidden numbers make the shares inexact."
    )
    if not rows:
        told = "No entry has enough “Not my question” presses to show."
    drawn = [(name_of(library, Cell("entry", id)), Amount(round(100 * shares[id]))) for id in found[:_DRAWN]]
    picture = pictures.bars(drawn, pictures.AMBER, "%")
    return Section(
        "least-helpful", "Least helpful", told, ("Entry", "Not my question", "Shown to", "Share"), rows, picture, 1
    )


def _missing(figures: Figures, library: Library) -> Iterator[Section]:
    rows = tuple((name_of(library, Cell("lack", id)), figures.of("lack", id)) for id in LACK_IDS)
    told = (
        f"{figures.of('question', 'not-covered')} people had a question without an answer, all weeks added up. Under "
        "“not covered” they may press what it was about:"
    )
    picture = pictures.bars([(str(name), amount) for name, amount in rows if amount.number], pictures.AMBER)
    shown = tuple((name, amount if amount.number else "–") for name, amount in rows)
    yield Section("missing", "What is not covered", told, ("About", "Pressed by"), shown, picture, 1)
    yield _list(
        figures,
        library,
        "word",
        "Words in questions without an answer",
        "Only words from a closed list are ever kept, each by itself, and only for four weeks or thirteen.",
        inner=True,
        colour=pictures.AMBER,
    )
    yield _list(
        figures,
        library,
        "outside",
        "What is left to others",
        "Questions that the guidance answers by saying who else to ask.",
        inner=True,
    )


def _list(  # one list like another
    figures: Figures,
    library: Library,
    kind: str,
    title: str,
    told: str,
    *,
    inner: bool = False,
    colour: str = pictures.BLUE,
) -> Section:
    rows = tuple((name_of(library, Cell(kind, id)), amount) for id, amount in _most(figures.kind(kind)))
    if not rows:
        told = f"{told} Nothing is large enough to show."
    picture = pictures.bars([(str(name), amount) for name, amount in rows[:_DRAWN]], colour)
    return Section(f"kind-{kind}", title, told, (title, "People"), rows, picture, 1, inner)


def _councils(figures: Figures, library: Library) -> Section:
    shown = figures.kind("council")
    named = {gss: shown[gss] for gss in library.areas.councils if gss in shown}
    ordered = sorted(library.areas.councils, key=lambda gss: library.areas.councils[gss].name)
    rows = tuple((library.areas.councils[gss].name, named.get(gss, "–")) for gss in ordered)
    regions = figures.kind("region")
    rows = (*rows, *((name_of(library, Cell("region", id)), number) for id, number in regions.items()))
    if OTHER in shown:
        rows = (*rows, (name_of(library, Cell("council", OTHER)), shown[OTHER]))
    told = (
        "How many chose each council area, roughly where it is on a map. A message that only mentions a place is not "
        "counted. A dash is too few to show, or none. Areas that few chose in a week are added up by region if that "
        "reveals none of them."
    )
    return Section("councils", "Council areas", told, ("Council area", "Chosen by"), rows, pictures.tiles(named), 1)


def _crisis(figures: Figures) -> Section:
    title = "Crisis cards"
    if figures.crisis is None:
        return Section(
            "crisis", title, "Crisis cards are counted in one number for a whole year, shown once the year is over."
        )
    year, amount = figures.crisis
    return Section("crisis", title, f"{amount} people were shown a crisis card in {year}. Which one is never counted.")


def _health(figures: Figures, library: Library, today: date) -> Iterator[Section]:
    """Yield the state of the content, with entries that often fail and entries that nobody is known to have seen."""
    shown = figures.kind("entry")
    unused = [entry.title for id, entry in library.entries.items() if entry.status == "live" and id not in shown]
    failing = [(id, part) for id, part in not_theirs(figures).items() if part >= _FAILING]
    rows: TableRows = (
        ("Entries shown to too few people to say, or to nobody", Amount(len(unused))),
        ("Entries that at least one in five said was not their question", Amount(len(failing))),
    )
    yield from content_health(library, today, rows)
    named = tuple((name_of(library, Cell("entry", id)), f"{round(100 * part)}%") for id, part in failing)
    told = "At least one in five people who were shown it said so." if named else "No entry with numbers to show."
    yield Section("failing", "Often not what was asked", told, ("Entry", "Share"), named, inner=True)
    told = "This may be right: rare and serious things are here too."
    titles = tuple((each,) for each in unused)
    yield Section("unused", "Not shown to enough people to tell", told, ("Entry",), titles, inner=True)


def content_health(library: Library, today: date, first: TableRows = ()) -> Iterator[Section]:
    """Yield the state of the content by its own dates, whatever the counts are."""
    late = tuple(overdue(library, today))
    contacts = [freshness(service, today) for service in library.services.values() if service.status != "closed"]
    rows: TableRows = (
        *first,
        ("Entries and flows that are overdue to be read again", Amount(len(late))),
        ("Services with contacts that nobody has confirmed", Amount(contacts.count("unconfirmed"))),
        ("Services with an overdue check", Amount(len([each for each in contacts if "overdue" in each]))),
    )
    yield Section(
        "health", "Content health", f"The state of the content on {day(today)}.", ("What", "How many"), rows, bar=1
    )
    told = "To be read again against their sources." if late else "Nothing is overdue."
    yield Section("overdue", "Overdue", told, ("What", "Was due", "Keeper"), late, inner=True)


def overdue(library: Library, today: date) -> Iterator[tuple[str, ...]]:
    """Yield the content that is overdue for review, oldest first: its title, due date, and who is responsible."""
    read: tuple[Entry | Flow, ...] = (*library.entries.values(), *library.flows.values())
    live = [
        (due_on(thing.reviewed, thing.review_every), thing.title, thing.owner)
        for thing in read
        if thing.status == "live"
    ]
    for due, title, owner in sorted(each for each in live if each[0] < today):
        yield title, day(due), owner
