"""Rules about practice flows: they say that they are practice, and nothing real leads to them."""

from collections.abc import Iterator

from bot.content.faults import Finding, Path
from bot.content.loaded_content import LoadedContent
from bot.content.nodes import ContentPage
from bot.content.rule import Refusal, Rule
from bot.content.shape_faults import listed, shown
from bot.core.library import Flow, Library, Option, Outcome, Question
from bot.core.lifecycle import first_id

LEARNING = ("training", "training-for-my-team")  # the entries that may lead to practice, by their first ids


_WORD = "Practice"


def led_to(content: LoadedContent) -> Iterator[Finding]:
    """Yield the links to practice from anything that is not for learning."""
    library = content.library
    practice = frozenset(flow.id for flow in library.flows.values() if flow.practice)
    cure = f"let {listed(LEARNING)} lead there, or name a flow for a real case"
    for file, path, id in _ways(content):
        if id in practice:
            yield Finding(file, path, f'"{id}" is practice, and somebody real may be waiting here; {cure}')


def _ways(content: LoadedContent) -> Iterator[tuple[str, Path, str]]:
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


def _from_flow(flow: Flow) -> Iterator[tuple[Path, str]]:
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
                yield from _question(content.library, page, ("questions", id), question)
            for id, outcome in flow.outcomes.items():
                yield from _outcome(page, ("outcomes", id), outcome)


def _says(page: ContentPage, path: Path, text: str, word: str) -> Iterator[Finding]:
    if text and not text.startswith(word):
        yield Finding(page.file, path, f'in practice this begins with "{word}", so that nobody takes it for a case')


def _question(library: Library, page: ContentPage, path: Path, question: Question) -> Iterator[Finding]:
    yield from _says(page, (*path, "ask"), question.ask, _WORD)
    if question.type != "choice":
        message = f'practice has no {question.type} question, because nobody is real; write "type: choice"'
        yield Finding(page.file, (*path, "type"), message)
    for answer, option in question.options.items():
        yield from _option(library, page, (*path, "options", answer), option)


def _option(library: Library, page: ContentPage, path: Path, option: Option) -> Iterator[Finding]:
    if option.who:
        yield Finding(page.file, (*path, "who"), f"in practice {shown(option.who)} is nobody; delete this", on_key=True)
    other = library.flows.get(option.flow)
    if other is not None and not other.practice:
        message = f'an answer in practice leads on in practice; offer "{other.id}" under flows: of an outcome'
        yield Finding(page.file, (*path, "flow"), message)


def _outcome(page: ContentPage, path: Path, outcome: Outcome) -> Iterator[Finding]:
    yield from _says(page, (*path, "title"), outcome.title, _WORD)
    if outcome.referral in ("yes", "duty"):
        message = 'practice passes nothing on; write referral: "no"'
        yield Finding(page.file, (*path, "referral"), message)
    if outcome.emergency:
        yield Finding(page.file, (*path, "emergency"), "practice is no emergency; delete this line", on_key=True)
    if outcome.needs:
        message = "practice has nobody with a need; delete this line, and name services: for staff"
        yield Finding(page.file, (*path, "needs"), message, on_key=True)


RULES: tuple[Refusal, ...] = (
    Rule("SP809", led_to),
    Rule("SP810", unmistakable),
)
