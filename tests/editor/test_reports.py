"""The editor's reports on the real content: what is covered, what is due, who to ring, and the book."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.content.load_in_process import find_content
from bot.core.assurance import due_on
from bot.core.library import Library
from bot.core.quotations import filled
from bot.core.service import Assurance, Service
from bot.editor import call_list, coverage, due
from bot.editor.book import book, sheet
from bot.editor.call_list import questions_for
from bot.editor.coverage import ANYONE, PEOPLE, CoverageLevel, cell, cells, how
from bot.editor.schemas import library_with_drafts
from tests.command import signpost

TODAY = date(2026, 11, 25)
EAST_RENFREWSHIRE, MORAY, HIGHLAND, DUNDEE, GLASGOW = "S12000011", "S12000020", "S12000017", "S12000042", "S12000049"


def only(library: Library, *services: str) -> Library:
    """Return the library with these services alone."""
    return replace(library, services={id: library.services[id] for id in services})


def only_national(library: Library) -> Library:
    """Return the library without the homelessness service of East Renfrewshire, where only a national line is left."""
    services = {id: found for id, found in library.services.items() if id != "homeless-east-renfrewshire"}
    return replace(library, services=services)


def read(table: str) -> list[dict[str, str]]:
    """Read a table back, as a spreadsheet would."""
    return list(csv.DictReader(io.StringIO(table), strict=True))


# Coverage


@pytest.fixture(scope="module", name="needs")
def _needs(library: Library) -> tuple[str, ...]:
    return tuple(library.vocabulary.needs)


def test_every_council_has_an_answer_for_every_need_and_every_kind_of_person(
    library: Library, needs: Sequence[str]
) -> None:
    rows = read(coverage.table(library, needs, TODAY))

    assert len(rows) == 32 * len(needs) * (1 + len(PEOPLE))
    assert len({(row["gss"], row["person"], row["need"]) for row in rows}) == len(rows)
    assert [row for row in rows if not all(row.values())] == []


def test_the_table_names_only_services_that_are_in_the_directory(library: Library, needs: Sequence[str]) -> None:
    rows = read(coverage.table(library, needs, TODAY))
    named = {id for row in rows for id in f"{row['services']} {row['others']}".split()} - {"none"}

    assert named <= set(library.services)


@pytest.mark.parametrize(
    ("area", "need", "answer"),
    [
        (DUNDEE, "specialist", CoverageLevel.IN_PERSON),
        (HIGHLAND, "somewhere-tonight", CoverageLevel.PHONE),
        (EAST_RENFREWSHIRE, "somewhere-tonight", CoverageLevel.LINE),
        (MORAY, "specialist", CoverageLevel.PAGE),
    ],
)
def test_a_cell_says_how_the_need_is_answered(library: Library, area: str, need: str, answer: CoverageLevel) -> None:
    assert cell(only_national(library), area, need).best is answer


def test_a_project_without_any_contact_answers_nothing(library: Library) -> None:
    alone = only(library, "routes-out")

    assert cell(alone, GLASGOW, "specialist").best is CoverageLevel.NO_CONTACT
    assert not cell(alone, GLASGOW, "specialist").answered


def test_a_paused_service_answers_nothing_though_it_has_a_page(library: Library) -> None:
    alone = only(library, "click-scotland")

    assert library.services["click-scotland"].url
    assert cell(alone, GLASGOW, "specialist").best is CoverageLevel.PAUSED
    assert not cell(alone, GLASGOW, "specialist").answered


def test_a_closed_service_is_no_answer_at_all(library: Library) -> None:
    shut = replace(library.services["shelter-scotland"], status="closed")
    alone = replace(library, services={shut.id: shut})

    assert cell(alone, MORAY, "housing").best is CoverageLevel.GAP


def test_a_planned_hub_and_a_campaign_cover_nobody(library: Library, needs: Sequence[str]) -> None:
    kinds = {service.kind for found in cells(library, needs) for _, service in found.services}

    assert kinds <= {"support", "advice-for-staff"}


def test_a_phone_comes_before_a_page_and_a_place_before_a_phone(library: Library) -> None:
    services = (library.services[id] for id in ("vice-versa", "homeless-highland", "tara", "cse-aware"))
    ranks = [list(CoverageLevel).index(how(service)) for service in services]

    assert ranks == sorted(ranks)


def test_a_service_for_women_leaves_a_man_with_nobody(library: Library) -> None:
    alone = only(library, "tara")
    answered = {who: cell(alone, GLASGOW, "trafficking", who).answered for who in PEOPLE}

    assert (answered["woman"], answered["man"], answered["under-16"]) == (True, False, False)


def test_help_that_is_a_public_fund_leaves_those_without_recourse_with_nobody(library: Library) -> None:
    alone = only(library, "homeless-glasgow")

    assert cell(alone, GLASGOW, "somewhere-tonight", "woman").answered
    assert not cell(alone, GLASGOW, "somewhere-tonight", "no-recourse").answered


def test_where_nobody_is_the_gap_bears_the_day(library: Library, needs: Sequence[str]) -> None:
    empty = replace(library, services={})
    rows = read(coverage.table(empty, needs, TODAY))
    words = "\n".join(coverage.lines(empty, needs, TODAY))

    assert {row["note"] for row in rows} == {"gap, as of 25 November 2026: nothing"}
    assert words.count("Nothing (gap, as of 25 November 2026), 32 of 32:") == len(needs)
    assert (
        "Gaps by kind of person, as of 25 November 2026\n  A woman\n    Nobody who can be reached:\n"
        "      Danger now: every" in words
    )


def test_the_words_say_where_only_a_national_line_reaches(library: Library) -> None:
    words = "\n".join(coverage.lines(only_national(library), ("somewhere-tonight",), TODAY))

    assert "Only a national line: nobody local in person or by phone, 1 of 32:" in words
    assert "Highland: Highland homelessness service" in words


def test_the_totals_at_the_end_add_up_to_every_cell(library: Library, needs: Sequence[str]) -> None:
    lines = list(coverage.lines(library, needs, TODAY))
    after = lines[lines.index("Totals on 25 November 2026") + 1 :]
    totals = [int(line.split()[0]) for line in after if line.startswith(" ")]

    assert sum(totals[:-1]) == totals[-1] == 32 * len(needs)
    assert "0 have been confirmed by a named person." in lines[-2]


def test_the_words_and_the_table_count_alike(library: Library, needs: Sequence[str]) -> None:
    rows = read(coverage.table(library, needs, TODAY))
    counted = Counter(row["how"] for row in rows if row["person"] == "anyone")
    lines = "\n".join(coverage.lines(library, needs, TODAY))

    assert all(f"{counted[answer.means]:>6}  {answer.means}" in lines for answer in CoverageLevel)


def test_no_line_of_the_words_is_wider_than_a_terminal(library: Library, needs: Sequence[str]) -> None:
    words = "\n".join(coverage.lines(library, needs, TODAY))

    assert max(map(len, words.splitlines())) <= 120


# Due


def test_on_the_day_the_content_was_read_only_the_directory_waits(library: Library) -> None:
    rows = read(due.table(library, TODAY))

    assert {(row["kind"], row["state"]) for row in rows} == {("service", "never confirmed")}
    assert {row["id"] for row in rows} == set(library.services)


def test_a_year_later_everything_is_overdue_and_stands_under_its_owner(library: Library) -> None:
    rows = read(due.table(library, date(2027, 12, 1)))
    owners = {entry.id: entry.owner for entry in library.entries.values()}

    assert len(rows) == sum(len(x) for x in (library.entries, library.flows, library.services, library.facts)) + 1
    assert [row["id"] for row in rows if row["kind"] == "holidays"] == ["holidays"]
    assert {row["id"]: row["owner"] for row in rows if row["kind"] == "entry"} == owners
    assert [row["owner"] for row in rows] == sorted(row["owner"] for row in rows)


def test_what_falls_due_within_thirty_days_is_told_and_what_falls_later_is_not(library: Library) -> None:
    urgent = library.entries["immediate-danger"]
    last = due_on(urgent.reviewed, urgent.review_every)
    states = {
        when: next((r["state"] for r in read(due.table(library, when)) if r["id"] == urgent.id), "")
        for when in (date(2027, 1, 25), date(2027, 1, 26), last, date(2027, 2, 26))
    }

    assert last == date(2027, 2, 25)
    assert list(states.values()) == ["", "due soon", "due soon", "overdue"]


@pytest.mark.parametrize(
    ("every", "on"),
    [
        ("10 days", date(2026, 12, 5)),
        ("1 week", date(2026, 12, 2)),
        ("3 months", date(2027, 2, 25)),
        ("1 year", date(2027, 11, 25)),
    ],
)
def test_a_check_falls_due_after_days_weeks_months_or_years(every: str, on: date) -> None:
    assert due_on(TODAY, every) == on


def test_the_words_say_what_waits_and_what_comes_next(library: Library) -> None:
    words = "\n".join(due.lines(library, TODAY))

    assert f"{len(library.services)} services never confirmed: signpost due --unconfirmed" in words
    assert words.endswith("After that, the next falls due on 21 January 2027.")


def test_the_words_group_what_is_overdue_by_owner(library: Library) -> None:
    words = list(due.lines(library, date(2027, 3, 1)))
    owner = next(n for n, line in enumerate(words) if line.startswith("Safeguarding lead: "))

    assert "  overdue, 25 February 2027: entry immediate-danger (" in "\n".join(words[owner:])


# The call list


def test_every_service_that_nobody_confirmed_is_on_the_call_list_with_all_its_contacts(library: Library) -> None:
    rows = read(call_list.table(call_list.calls(library, TODAY)))
    listed = Counter((row["id"], row["contact"]) for row in rows)
    recorded = {
        (service.id, contact)
        for service in library.services.values()
        for contact in (*(phone.number for phone in service.phones), service.text, service.email, service.url)
        if contact
    }

    assert {id for id, _ in listed} == set(library.services)
    assert recorded <= set(listed)
    assert {contact for pair in set(listed) - recorded for contact in pair[1:]} == {"none recorded"}
    assert max(listed.values()) == 1
    assert [int(row["order"]) for row in rows] == list(range(1, len(rows) + 1))


def test_services_that_urgent_entries_lead_to_are_rung_first(library: Library) -> None:
    ranks = ["emergency", "same-day", "normal", "no entry"]
    order = [ranks.index(call.urgency) for call in call_list.calls(library, TODAY)]
    emergency = {call.service.id for call in call_list.calls(library, TODAY) if call.urgency == "emergency"}

    assert order == sorted(order)
    assert {"sarcs-self-referral", "rape-crisis-scotland-helpline", "sdafmh", "samaritans"} <= emergency


def test_the_call_list_is_narrowed_to_a_council_and_to_what_an_owner_keeps(library: Library) -> None:
    everybody = {call.service.id for call in call_list.calls(library, TODAY)}
    in_glasgow = {call.service.id for call in call_list.calls(library, TODAY, GLASGOW)}
    kept = {call.service.id for call in call_list.calls(library, TODAY, owner="housing lead")}

    assert in_glasgow == {id for id in everybody if GLASGOW in library.services[id].areas}
    assert {"homeless-glasgow", "routes-out"} <= in_glasgow
    assert "shelter-scotland" in kept
    assert kept < everybody


def test_the_emergency_number_is_never_asked_what_it_costs(library: Library) -> None:
    about_cost = {id for id, each in library.services.items() if "cost" in " ".join(questions_for(each).questions)}

    assert len(about_cost) > 10
    assert "police-999" not in about_cost


def test_nobody_is_told_to_ring_999_to_check_it(library: Library) -> None:
    ways = {row["contact"]: row["how"] for row in read(call_list.table(call_list.calls(library, TODAY)))}

    assert ways["999"] == "do not ring"
    assert ways["101"] == "ring"


def test_each_contact_has_a_question_and_room_for_the_answer(library: Library) -> None:
    rows = read(call_list.table(call_list.calls(library, TODAY)))

    assert [row["id"] for row in rows if row["how"] != "do not ring" and "?" not in row["ask"]] == []
    assert {(row["answer"], row["confirmed-by"], row["on"]) for row in rows} == {("", "", "")}
    assert [row["id"] for row in rows if not row["sources"]] == []


def test_a_service_confirmed_in_time_is_not_rung_again_until_that_runs_out(library: Library) -> None:
    sure = replace(library.services["tara"], assured=Assurance(on=TODAY, by="A. Person", how="by phone"))
    known = replace(library, services={**library.services, "tara": sure})

    def listed(on: date) -> bool:
        return "tara" in {call.service.id for call in call_list.calls(known, on)}

    assert [listed(date(2027, 2, 24)), listed(date(2027, 2, 25))] == [False, True]


def test_the_words_name_every_service_and_how_to_begin(library: Library) -> None:
    words = "\n".join(call_list.lines(call_list.calls(library, TODAY), TODAY))

    assert words.startswith("Call list on 25 November 2026: ")
    assert "It is not about a person." in words
    assert words.count("Confirmed by: ___") == len(library.services)
    assert all(service.name in " ".join(words.split()) for service in library.services.values())


STATEMENTS = {
    "No phone number, e-mail or opening hours were found on any page read.": (
        "Could you tell me your phone number, e-mail and opening hours?"
    ),
    "The number for adults at risk was not found.": "What is the number for adults at risk?",
    "East Ayrshire's own daytime number was not found.": "What is East Ayrshire's own daytime number?",
    "Daytime numbers of the local housing offices were not found.": (
        "What are the daytime numbers of the local housing offices?"
    ),
    "The number of the child protection duty team was lost from the page read. Ask here, or phone 101.": (
        "What is the number of the child protection duty team?"
    ),
    "Whether it still runs in 2026. Sandyford is the line to ring meanwhile.": (
        "Could you tell me whether Shelter still runs in 2026?"
    ),
    "That the line is open at all hours was seen on a 2013 page only.": (
        "Could you tell me whether the line is open at all hours?"
    ),
    "Which councils it covers was not found. The service before it covered 19.": (
        "Could you tell me which councils it covers?"
    ),
    "Opening hours: stored pages differ.": "What are the opening hours?",
    "The start time: older pages say 6pm, a newer one says 5pm.": (
        "Which is right now? The start time: older pages say 6pm, a newer one says 5pm."
    ),
    "Its offices do not cover every area: ask.": 'How does this stand now: "Its offices do not cover every area"?',
}


@pytest.fixture(name="plain")
def _plain(library: Library) -> Service:
    """Return a service of which everything is known."""
    service = library.services["shelter-scotland"]
    told = replace(service.referral, what_happens="An adviser answers")
    who = replace(service.eligibility, not_for="Nobody")
    known = {"hours": "Always", "languages": "All", "access": "All", "cost": "Free"}
    return replace(service, name="Shelter", unconfirmed=(), referral=told, eligibility=who, **known)


@pytest.mark.parametrize(("statement", "question"), STATEMENTS.items())
def test_what_is_written_as_open_becomes_a_question_to_say_aloud(plain: Service, statement: str, question: str) -> None:
    assert questions_for(replace(plain, unconfirmed=(statement,))).questions == (question,)


@pytest.mark.parametrize(
    "statement",
    [
        "Never send details about anyone to this mailbox.",
        "Do not mix it up with the Muslim Women's Network UK line, which is based in England.",
        "The number comes from one secondary list: check it.",
    ],
)
def test_what_nobody_can_answer_on_the_phone_is_a_note_to_the_caller(plain: Service, statement: str) -> None:
    found = questions_for(replace(plain, unconfirmed=(statement,)))

    assert (found.questions, found.notes) == ((), (statement,))


def test_what_is_missing_is_asked_for_and_opening_hours_only_once(plain: Service) -> None:
    bare = replace(plain, hours="Not known", languages="Not known")
    told = replace(bare, unconfirmed=("No opening hours were found.",))

    assert [q.split()[0] for q in questions_for(bare).questions] == ["When", "Which"]
    assert questions_for(told).questions[0] == "Could you tell me your opening hours?"
    assert [q for q in questions_for(told).questions if q.startswith("When are you open")] == []


# The book


@dataclass
class Page(HTMLParser):
    """What a browser would find in the book."""

    tags: Counter[str] = field(default_factory=Counter)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    classes: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    lang: str = ""
    open: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.open = tag
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []
        self.loads += [given[name] for name in ("src", "srcset", "data", "action", "style") if name in given]
        self.loads += [name for name in given if name.startswith("on")]
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.classes.update(given.get("class", "").split())
        self.lang = given.get("lang", "") if tag == "html" else self.lang

    def handle_endtag(self, tag: str) -> None:
        self.open = ""

    def handle_data(self, data: str) -> None:
        (self.styles if self.open == "style" else self.texts).append(data)

    @property
    def text(self) -> str:
        """All its words, with single spaces."""
        return " ".join("".join(self.texts).split())


def opened(html: str) -> Page:
    """Return the book as a browser reads it."""
    page = Page()
    page.feed(html)
    page.close()
    return page


@pytest.fixture(scope="module", name="html")
def _html(library: Library) -> str:
    return book(library, TODAY)


@pytest.fixture(scope="module", name="page")
def _page(html: str) -> Page:
    return opened(html)


def test_the_book_needs_nothing_from_elsewhere_and_runs_nothing(html: str, page: Page) -> None:
    assert page.lang == "en-GB"
    assert {"script", "img", "link", "iframe", "object", "embed", "form", "base", "video"} & set(page.tags) == set()
    assert page.loads == []
    assert [style for style in page.styles if "url(" in style or "@import" in style] == []
    assert "default-src 'none'" in html


def test_everything_in_the_book_can_be_pointed_to(library: Library, page: Page) -> None:
    flows = {f"flow-{flow.id}" for flow in library.flows.values()}
    steps = {f"flow-{f.id}--{node}" for f in library.flows.values() for node in (*f.questions, *f.outcomes)}
    kinds = {
        "entry": library.entries,
        "asked": library.entries,
        "service": library.services,
        "fact": library.facts,
        "card": library.crisis,
        "rule": library.language,
        "theme": library.vocabulary.themes,
        "need": library.vocabulary.needs,
    }

    assert {f"{kind}-{id}" for kind, ids in kinds.items() for id in ids} | flows | steps <= set(page.ids)
    assert [id for id, times in Counter(page.ids).items() if times > 1] == []


def test_every_link_within_the_book_leads_somewhere(page: Page) -> None:
    inside = {link[1:] for link in page.links if link.startswith("#")}

    assert inside - set(page.ids) == set()
    assert [link for link in page.links if not link.startswith(("#", "http://", "https://"))] == []


def test_the_contents_lead_to_every_entry_and_flow(library: Library, html: str) -> None:
    contents = html[html.index("<nav") : html.index("</nav>")]

    assert [id for id in library.entries if f'href="#entry-{id}"' not in contents] == []
    assert [id for id in library.flows if f'href="#flow-{id}"' not in contents] == []


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    steps = zip(page.headings, page.headings[1:], strict=False)

    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert [(a, b) for a, b in steps if b > a + 1] == []


def _sentences(library: Library) -> Iterator[str]:
    for entry in library.entries.values():
        yield from (entry.title, entry.first, entry.say, entry.avoid, entry.simple, *entry.answer.split("\n\n"))
        yield from (text for point in entry.points for text in (point.title, point.text))
        yield from entry.first_in.values()
        yield from (*entry.roles.values(), *(n.when for n in entry.not_this_one), *entry.asked)
        yield from (m.text for m in entry.not_phrasings)
    for flow in library.flows.values():
        for question in flow.questions.values():
            yield from (question.ask, question.say, question.shares, *question.help.split("\n\n"))
            yield from (option.label for option in question.options.values())
        for end in flow.outcomes.values():
            yield from (end.title, end.first, end.say, end.avoid, *end.text.split("\n\n"))
    for service in library.services.values():
        yield from (service.name, service.summary, service.eligibility.for_, *service.unconfirmed)
    for card in library.crisis.values():
        yield from (card.title, card.line, card.say, *card.steps)
    for rule in library.language.values():
        yield from (rule.better, rule.why, *rule.bad, *rule.good)


@pytest.mark.soak
def test_every_sentence_stands_in_the_book_with_its_facts_filled_in(library: Library, page: Page) -> None:
    text, pieces = page.text, {" ".join(piece.split()) for piece in page.texts}
    sentences = {" ".join(filled(s, library).split()) for s in _sentences(library)}
    missing = {s for s in sentences - pieces if s not in text}

    assert missing == set()
    assert "{fact:" not in text
    assert "{service:" not in text


def test_every_contact_and_source_stands_in_the_book(library: Library, page: Page) -> None:
    numbers = {phone.number for service in library.services.values() for phone in service.phones}
    kept = (library.entries, library.flows, library.services, library.facts)
    sources = {source.url for things in kept for thing in things.values() for source in thing.sources}

    text = page.text

    assert {number for number in numbers if number not in text} == set()
    assert sources <= set(page.links)


def test_a_contact_is_never_shown_without_how_fresh_it_is(library: Library, page: Page) -> None:
    named = sum(len(entry.services) for entry in library.entries.values())
    named += sum(len(end.services) for flow in library.flows.values() for end in flow.outcomes.values())

    assert page.text.count(library.messages["not-assured"]) == named + len(library.services)


def test_there_is_a_place_to_sign_after_every_entry_and_flow(library: Library, page: Page) -> None:
    assert page.classes["sign"] == len(library.entries) + len(library.flows)
    assert page.text.count("Agrees with this wording: ☐ yes ☐ no") == page.classes["sign"]


def test_consent_is_marked_in_every_flow_that_asks_for_it(library: Library, html: str) -> None:
    asking = sum(q.type == "consent" for flow in library.flows.values() for q in flow.questions.values())

    assert asking > 0
    assert html.count('<span class="tag">Consent</span> ') == asking + 1  # one says what the mark means


def test_the_book_of_a_day_is_the_same_each_time(library: Library, html: str) -> None:
    assert book(library, TODAY) == html


def test_the_book_says_what_has_run_out_and_what_is_overdue(library: Library, html: str) -> None:
    later = book(library, date(2028, 1, 1))

    assert '<span class="tag">expired</span>' not in html
    assert later.count('<span class="tag">expired</span>') == len(library.facts)
    assert html.count("Check before you rely on it.") == 0
    assert later.count("Check before you rely on it.") == len(library.entries) + len(library.flows)


def test_words_that_look_like_markup_stay_words_and_a_confirmed_service_says_by_whom_and_when(library: Library) -> None:
    entry = replace(library.entries["stigma"], first='<script>alert("x")</script> & <b>')
    sure = replace(library.services["tara"], assured=Assurance(on=TODAY, by="A. Person", how="by phone"))
    entries, services = {**library.entries, "stigma": entry}, {**library.services, "tara": sure}
    page = opened(book(replace(library, entries=entries, services=services), TODAY))

    assert page.tags["script"] == 0
    assert '<script>alert("x")</script> & <b>' in page.text
    assert library.messages["assured"].format(date="25 November 2026", by="A. Person") in page.text


def test_the_mailbox_of_the_strategy_is_quoted_from_its_service_and_said_to_be_unconfirmed(library: Library) -> None:
    service = library.services["scottish-government-vawg-justice-unit"]
    answer = filled(library.entries["strategy-mailbox"].whole, library)

    assert f"({service.email})" in answer
    assert "Nobody has checked that anyone answers." in answer
    assert "Never send anything about a person there." in answer
    assert not any(service.email in entry.whole for entry in library.entries.values())


# The commands


def test_coverage_prints_words_or_a_table_and_refuses_a_need_it_does_not_know() -> None:
    words = signpost("coverage", "--need", "specialist", "--on", "2026-11-25")
    table = signpost("coverage", "--need", "specialist", "--on", "2026-11-25", "--format", "csv")
    wrong = signpost("coverage", "--need", "specialists")

    assert words.stdout.startswith("Coverage on 25 November 2026: 32 councils, 1 need, 32 cells.")
    assert {row["need"] for row in read(table.stdout)} == {"specialist"}
    assert (words.returncode, table.returncode, wrong.returncode) == (0, 0, 2)
    assert "there is no such need" in wrong.stderr


def test_due_prints_what_waits_and_the_call_list() -> None:
    library = library_with_drafts(find_content())
    waits = signpost("due", "--on", "2026-11-25", "--format", "csv")
    ring = signpost("due", "--unconfirmed", "--on", "2026-11-25", "--format", "csv")

    assert waits.stdout == due.table(library, TODAY)
    assert ring.stdout == call_list.table(call_list.calls(library, TODAY))


def test_the_sheet_of_an_entry_holds_every_word_to_sign_and_the_facts_with_their_sources(library: Library) -> None:
    entry = library.entries["nrm-explained"]
    page = opened(sheet(library, entry, TODAY))
    points = (text for point in entry.points for text in (point.title, point.text))
    texts = (entry.title, entry.first, entry.say, entry.avoid, entry.simple, *points, *entry.roles.values())
    words = {" ".join(filled(text, library).split()) for text in texts}

    assert len(words) > 20
    assert [text for text in words if text not in page.text] == []
    assert page.classes["sign"] == 1
    assert not any(link.startswith("#") for link in page.links)
    assert {source.url for source in library.facts["trafficking-support-days"].sources} <= set(page.links)


def test_the_sheet_of_a_flow_is_written_and_an_unknown_id_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "sheet.html"
    done = signpost("book", str(out), "--only", "stay-tonight", "--on", "2026-11-25")
    refused = signpost("book", str(out), "--only", "no-such")

    assert done.returncode == 0
    assert 'class="sign"' in out.read_text("utf-8")
    assert 'no entry or flow is called "no-such"' in refused.stderr


def test_the_book_is_written_where_it_was_asked_for_or_says_why_not(html: str, tmp_path: Path) -> None:
    out = tmp_path / "book.html"
    done = signpost("book", str(out), "--on", "2026-11-25")
    nowhere = signpost("book", str(tmp_path / "missing" / "book.html"))

    assert out.read_text("utf-8") == html
    assert done.stdout.startswith(f"{out}: ")
    assert nowhere.returncode == 2
    assert "cannot be written" in nowhere.stderr
    assert "Traceback" not in nowhere.stderr


def test_without_a_day_the_reports_take_the_real_one() -> None:
    done = signpost("coverage", "--need", "danger")

    assert re.match(r"Coverage on \d{1,2} [A-Z][a-z]+ 20\d\d: ", done.stdout)


def test_anyone_is_nobody_in_particular() -> None:
    assert ANYONE not in PEOPLE
