"""The book of the real content: every word and contact, to be read and signed on paper."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.core.library import Library
from bot.core.quotations import filled
from bot.core.service import Assurance
from bot.editor.book import book, sheet
from tests.command import signpost

TODAY = date(2026, 11, 25)


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
        """Its words, with single spaces."""
        return " ".join("".join(self.texts).split())


def opened(html: str) -> Page:
    """Return the book as a browser would parse it."""
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


def test_markup_stays_words_and_a_confirmed_service_says_who_confirmed_it_and_when(
    library: Library,
) -> None:
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
    near = signpost("book", str(out), "--only", "stay-tonigth")

    assert done.returncode == 0
    assert 'class="sign"' in out.read_text("utf-8")
    assert 'no entry or flow is called "no-such"; signpost where lists ids' in refused.stderr
    assert 'no entry or flow is called "stay-tonigth"; did you mean "stay-tonight"?' in near.stderr


def test_the_book_is_written_where_it_was_asked_for_or_says_why_not(html: str, tmp_path: Path) -> None:
    out = tmp_path / "book.html"
    done = signpost("book", str(out), "--on", "2026-11-25")
    nowhere = signpost("book", str(tmp_path / "missing" / "book.html"))

    assert out.read_text("utf-8") == html
    assert done.stdout.startswith(f"{out}: ")
    assert nowhere.returncode == 2
    assert "cannot be written" in nowhere.stderr
    assert "Traceback" not in nowhere.stderr
