"""Rules about single steps of a flow, and about practice flows, which no real page may lead to."""

from collections.abc import Iterator

from bot.content.faults import FieldPath, Finding
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Refusal, Rule
from bot.content.rules.references import missing
from bot.content.shape_faults import listed, shown
from bot.content.yaml_tree import ContentPage
from bot.core.library import Library
from bot.core.lifecycle import first_id
from bot.core.quotations import quotes
from bot.core.screens.time_limits import hours
from bot.core.steps import Flow, Option, Outcome, Question

LEARNING = ("training", "training-for-my-team")  # the entries that may lead to practice, by their first ids
_WORD = "Practice"


def steps(content: LoadedContent) -> Iterator[Finding]:
    """Yield the questions that cannot be answered, and answers that lead nowhere."""
    for flow in content.library.flows.values():
        page = content.pages[content.file("flow", flow.id)]
        yield from _start(flow, page)
        for id, question in flow.questions.items():
            yield from _question(question, ("questions", id), page)
            if question.type == "area":
                yield from _next(flow, question.next, ("questions", id, "next"), page)
            for answer, option in question.options.items():
                yield from _option(content, flow, option, ("questions", id, "options", answer), page)
                yield from _hours(question, option, ("questions", id, "options", answer), page)
        for id, outcome in flow.outcomes.items():
            yield from _limits(content.library, outcome, ("outcomes", id, "limits"), page)


def _start(flow: Flow, page: ContentPage) -> Iterator[Finding]:
    if flow.start in flow.outcomes and flow.start not in flow.questions:
        yield Finding(page.file, ("start",), f'"{flow.start}" is an outcome; a flow starts with a question')
    elif flow.start and flow.start not in flow.questions and page.given("questions"):
        yield Finding(page.file, ("start",), missing("question", flow.start, frozenset(flow.questions)))


def _question(question: Question, path: FieldPath, page: ContentPage) -> Iterator[Finding]:
    if not page.given(*path) or not page.sound(*path, "type"):
        return
    file = page.file
    least = 0 if question.type == "area" else 2
    if question.type == "area" and question.options:
        message = "an area question has no options, because the bot lists the councils; write next: and where it leads"
        yield Finding(file, (*path, "options"), message, on_key=True)
    elif question.type == "area" and not question.next and page.sound(*path, "next"):
        yield Finding(file, path, "an area question leads on by next; write next: and the id of a step", on_key=True)
    elif question.type != "area" and question.next:
        message = f"a {question.type} question leads on by its options; give each a next and delete this line"
        yield Finding(file, (*path, "next"), message, on_key=True)
    if len(question.options) < least and page.given(*path, "options"):
        message = f"a {question.type} question has two options or more, and this has {len(question.options)}"
        yield Finding(file, path, message, on_key=True)
    yield from _shares(question, path, page)


def _shares(question: Question, path: FieldPath, page: ContentPage) -> Iterator[Finding]:
    if question.type == "consent" and not question.shares and page.sound(*path, "shares"):
        message = "a consent question says what will be shared; write shares: and with whom"
        yield Finding(page.file, path, message, on_key=True)
    elif question.type != "consent" and question.shares:
        message = "only a consent question has shares; write type: consent, or delete this line"
        yield Finding(page.file, (*path, "shares"), message, on_key=True)


def _hours(question: Question, option: Option, path: FieldPath, page: ContentPage) -> Iterator[Finding]:
    """Yield hours on an answer that no question asks for, or that are not a span of time."""
    least, most = option.least_hours, option.most_hours
    if question.type != "since" and (least is not None or most is not None) and page.sound(*path[:-2], "type"):
        message = "only an answer of a since question has hours; write type: since, or delete them"
        yield Finding(page.file, path, message, on_key=True)
    elif (least is None and most is not None) or (least is not None and most is not None and least >= most):
        message = "least_hours is a number below most_hours; write both, or only least_hours for longer ago"
        yield Finding(page.file, path, message, on_key=True)


def _limits(library: Library, outcome: Outcome, path: FieldPath, page: ContentPage) -> Iterator[Finding]:
    """Yield the limits with a first fact that is not a length of time, so the time left cannot be worked out."""
    for number, text in enumerate(outcome.limits):
        first = next((id for kind, id in quotes(text) if kind == "fact"), "")
        if not first or (first in library.facts and hours(library.facts[first].value) is None):
            message = "a limit first quotes a fact that is a length of time, such as 7 days or 72 hours; write {fact:…}"
            yield Finding(page.file, (*path, number), message)


def _option(
    content: LoadedContent, flow: Flow, option: Option, path: FieldPath, page: ContentPage
) -> Iterator[Finding]:
    if not page.given(*path):
        return
    if option.next and option.flow:
        yield Finding(page.file, path, "an option has next or flow, not both; delete one of the two", on_key=True)
    elif not option.next and not option.flow and page.sound(*path, "next") and page.sound(*path, "flow"):
        message = "this option leads nowhere; write next: and a step of this flow, or flow: and another flow"
        yield Finding(page.file, path, message, on_key=True)
    if option.at and not option.flow and page.sound(*path, "flow"):
        yield Finding(page.file, (*path, "at"), "at goes with flow; write next: for a step of this flow", on_key=True)
    yield from _next(flow, option.next, (*path, "next"), page)
    yield from _over(content, flow, option, path, page.file)


def _next(flow: Flow, target: str, path: FieldPath, page: ContentPage) -> Iterator[Finding]:
    known = frozenset(flow.questions) | frozenset(flow.outcomes)
    if target and target not in known and page.given("questions") and page.given("outcomes"):
        yield Finding(page.file, path, missing("step", target, known))


def _over(content: LoadedContent, flow: Flow, option: Option, path: FieldPath, file: str) -> Iterator[Finding]:
    """Yield the faults of an option that leads to another flow."""
    flows = content.ids("flow") or frozenset()
    if not option.flow:
        return
    if option.flow == flow.id:
        yield Finding(file, (*path, "flow"), "this is its own flow; write next: and a step")
    elif option.flow not in flows:
        yield Finding(file, (*path, "flow"), missing("flow", option.flow, flows))
    elif option.at and option.flow in content.library.flows and _listed(content, option.flow):
        other = content.library.flows[option.flow]
        known = frozenset(other.questions) | frozenset(other.outcomes)
        if option.at not in known:
            yield Finding(file, (*path, "at"), missing(f'step of "{option.flow}" called', option.at, known))


def _listed(content: LoadedContent, id: str) -> bool:
    page = content.page("flow", id)
    return page is not None and page.given("questions") and page.given("outcomes")


def labels(content: LoadedContent) -> Iterator[Finding]:
    """Yield the buttons of a question that have the same words as one above."""
    for flow in content.library.flows.values():
        for id, question in flow.questions.items():
            seen: dict[str, str] = {}
            for answer, option in question.options.items():
                words = option.label.casefold()
                if words and words in seen:
                    yield Finding(
                        content.file("flow", flow.id),
                        ("questions", id, "options", answer, "label"),
                        f'{shown(option.label)} is also the label of "{seen[words]}"; give one of them other words',
                    )
                seen.setdefault(words, answer)


def names(content: LoadedContent) -> Iterator[Finding]:
    """Yield the outcomes that have the id of a question of their flow."""
    for flow in content.library.flows.values():
        for id in flow.outcomes:
            if id in flow.questions:
                message = f'"{id}" is also a question of this flow; rename one of the two'
                yield Finding(content.file("flow", flow.id), ("outcomes", id), message, on_key=True)


def somebody(content: LoadedContent) -> Iterator[Finding]:
    """Yield the outcomes that name neither a service nor a need."""
    for flow in content.library.flows.values():
        file = content.file("flow", flow.id)
        for id, outcome in flow.outcomes.items():
            path, page = ("outcomes", id), content.pages[file]
            whole = page.given(*path) and page.sound(*path, "services") and page.sound(*path, "needs")
            if whole and not outcome.services and not outcome.needs:
                message = "this outcome names nobody who can help; write services: or needs:"
                yield Finding(file, path, message, on_key=True)


def led_to(content: LoadedContent) -> Iterator[Finding]:
    """Yield the links to practice from anything that is not for learning."""
    library = content.library
    practice = frozenset(flow.id for flow in library.flows.values() if flow.practice)
    cure = f"let {listed(LEARNING)} lead there, or name a flow for a real case"
    for file, path, id in _ways(content):
        if id in practice:
            yield Finding(file, path, f'"{id}" is practice, and somebody real may be waiting here; {cure}')


def _ways(content: LoadedContent) -> Iterator[tuple[str, FieldPath, str]]:
    """Yield each link to a flow from outside practice and learning, with the flow's id."""
    library = content.library
    for entry in library.entries.values():
        if first_id(entry) not in LEARNING:
            yield content.file("entry", entry.id), ("flow",), entry.flow
    for id, card in library.crisis.items():
        yield content.file("crisis"), ("cards", id, "flow"), card.flow
    for number, id in enumerate(library.vocabulary.start_flows):
        yield content.file("vocabulary"), ("start_flows", number), id
    for flow in library.flows.values():
        if not flow.practice:
            yield from ((content.file("flow", flow.id), path, id) for path, id in _from_flow(flow))


def _from_flow(flow: Flow) -> Iterator[tuple[FieldPath, str]]:
    for id, question in flow.questions.items():
        for answer, option in question.options.items():
            yield ("questions", id, "options", answer, "flow"), option.flow
    for id, outcome in flow.outcomes.items() if first_id(flow) not in LEARNING else ():
        yield from ((("outcomes", id, "flows", number), other) for number, other in enumerate(outcome.flows))


def unmistakable(content: LoadedContent) -> Iterator[Finding]:
    """Yield the parts of practice flows that do not say so, or that treat somebody as real."""
    for flow in content.library.flows.values():
        if flow.practice:
            page = content.pages[content.file("flow", flow.id)]
            yield from _says(page, ("title",), flow.title, f"{_WORD}:")
            for id, question in flow.questions.items():
                yield from _practice_question(content.library, page, ("questions", id), question)
            for id, outcome in flow.outcomes.items():
                yield from _practice_outcome(page, ("outcomes", id), outcome)


def _says(page: ContentPage, path: FieldPath, text: str, word: str) -> Iterator[Finding]:
    if text and not text.startswith(word):
        yield Finding(page.file, path, f'begin this with "{word}", so that nobody thinks it is a real case')


def _practice_question(library: Library, page: ContentPage, path: FieldPath, question: Question) -> Iterator[Finding]:
    yield from _says(page, (*path, "ask"), question.ask, _WORD)
    if question.type != "choice":
        message = f'practice has no {question.type} question, because nobody is real; write "type: choice"'
        yield Finding(page.file, (*path, "type"), message)
    for answer, option in question.options.items():
        yield from _practice_option(library, page, (*path, "options", answer), option)


def _practice_option(library: Library, page: ContentPage, path: FieldPath, option: Option) -> Iterator[Finding]:
    if option.who:
        yield Finding(page.file, (*path, "who"), f"in practice nobody is {shown(option.who)}; delete this", on_key=True)
    other = library.flows.get(option.flow)
    if other is not None and not other.practice:
        message = f'an answer in practice leads only to practice; offer "{other.id}" under flows: of an outcome'
        yield Finding(page.file, (*path, "flow"), message)


def _practice_outcome(page: ContentPage, path: FieldPath, outcome: Outcome) -> Iterator[Finding]:
    yield from _says(page, (*path, "title"), outcome.title, _WORD)
    if outcome.referral in ("yes", "duty"):
        yield Finding(page.file, (*path, "referral"), 'practice passes nothing on; write referral: "no"')
    if outcome.emergency:
        yield Finding(page.file, (*path, "emergency"), "practice is not an emergency; delete this line", on_key=True)
    if outcome.needs:
        message = "practice has nobody with a need; delete this line, and name services: for staff"
        yield Finding(page.file, (*path, "needs"), message, on_key=True)


RULES: tuple[Refusal, ...] = (
    Rule("SP801", steps),
    Rule("SP802", labels),
    Rule("SP803", names),
    Rule("SP804", somebody),
    Rule("SP809", led_to),
    Rule("SP810", unmistakable),
)
