"""Rules about length: buttons that are not cut off, and screens that fit in one message."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from bot.content.faults import Finding
from bot.content.rule import Refusal, Rule, found_elsewhere
from bot.core.channels import longest_text
from bot.core.library import Entry, Library, Outcome, Service
from bot.core.quoting import filled

BUTTON = 32  # characters: a longer label is cut off on a narrow phone
SCREEN = longest_text()  # UTF-16 units
_FRAME = 900  # units reserved for the interface's own words on a screen: labels, banner, dates


def faults(library: Library) -> Iterator[Finding]:
    """Yield every label and every screen that is too long.

    Args:
        library: content without any other fault.
    """
    for id, look in _LOOKS.items():
        yield from (replace(finding, rule=id) for finding in look(library))


def _labels(library: Library) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for file, thing in _titled(library):
        other = first.setdefault(thing.casefold(), file)
        if other != file:
            yield Finding(
                file, ("title",), f'the button "{thing}" is that of {other} too; give one of them another "label:"'
            )
        if len(thing) > BUTTON:
            message = (
                f'the title has {len(thing)} characters and a button holds {BUTTON}; add "label:" with a shorter form'
            )
            yield Finding(file, ("title",), message)


def _titled(library: Library) -> Iterator[tuple[str, str]]:
    for entry in library.entries.values():
        yield f"guidance/{entry.theme}/{entry.id}.yaml", entry.label or entry.title
    for flow in library.flows.values():
        yield f"flows/{flow.id}.yaml", flow.label or flow.title


def _lists(library: Library) -> Iterator[Finding]:
    vocabulary, areas = library.vocabulary, library.areas
    lists: tuple[tuple[str, str, Mapping[str, str]], ...] = (
        ("guidance/vocabulary.yaml", "themes", vocabulary.themes),
        ("guidance/vocabulary.yaml", "roles", vocabulary.roles),
        ("guidance/areas.yaml", "regions", areas.regions),
        ("guidance/areas.yaml", "councils", {gss: council.name for gss, council in areas.councils.items()}),
    )
    for file, name, values in lists:
        for key, label in values.items():
            if len(label) > BUTTON:
                yield Finding(
                    file,
                    (name, key),
                    f"this has {len(label)} characters and a button holds {BUTTON}; shorten it",
                )
    for key, words in library.messages.items():
        if key.startswith("button-") and len(words) > BUTTON:
            yield Finding(
                "guidance/messages.yaml",
                (key,),
                f"this has {len(words)} characters and a button holds {BUTTON}",
            )


def _entries(library: Library) -> Iterator[Finding]:
    most = SCREEN - _FRAME
    for entry in library.entries.values():
        shared = _units(*(filled(text, library) for text in _more(entry, library)))
        for role, text in {"": "", **entry.roles}.items():
            length = shared + _units(filled(text, library))
            if length > most:
                called = f'the whole answer in the role "{role}"' if role else "the whole answer"
                message = (
                    f"{called} with its sources takes {length} units and may take {most}; shorten it by {length - most}"
                )
                path = ("roles", role) if role else ("answer",)
                yield Finding(f"guidance/{entry.theme}/{entry.id}.yaml", path, message)
            if shared > most:
                break  # too long in every role


def _more(entry: Entry, library: Library) -> Iterator[str]:
    yield from (entry.title, entry.answer)
    yield from (f"{n.when}{library.entries[n.see].title}" for n in entry.not_this_one)
    yield from (source.title or source.url for source in entry.sources)


def _outcomes(library: Library) -> Iterator[Finding]:
    longest = sorted((_contact(service) for service in library.services.values()), reverse=True)[:3]
    for flow in library.flows.values():
        for name, outcome in flow.outcomes.items():
            length = _units(*(filled(text, library) for text in _words(outcome))) + sum(longest)
            if length > SCREEN - _FRAME:
                message = (
                    f"with the longest services it takes {length} units and may take {SCREEN - _FRAME}; "
                    f"shorten it by {length - SCREEN + _FRAME}"
                )
                yield Finding(f"flows/{flow.id}.yaml", ("outcomes", name, "text"), message)


def _words(outcome: Outcome) -> tuple[str, ...]:
    return (outcome.title, outcome.first, outcome.say, outcome.avoid, outcome.text)


def _contact(service: Service) -> int:
    numbers = (f"{phone.number} ({phone.purpose})" for phone in service.phones)
    return _units(service.name, service.eligibility.for_, service.url, service.email, *numbers) + 40


def _units(*texts: str) -> int:
    return sum(len(text.encode("utf-16-le", "surrogatepass")) // 2 for text in texts)


_LOOKS: Mapping[str, Callable[[Library], Iterable[Finding]]] = {
    "SP851": _labels,
    "SP852": _lists,
    "SP853": _entries,
    "SP854": _outcomes,
}


RULES: tuple[Refusal, ...] = (
    Rule("SP851", found_elsewhere),
    Rule("SP852", found_elsewhere),
    Rule("SP853", found_elsewhere),
    Rule("SP854", found_elsewhere),
)
