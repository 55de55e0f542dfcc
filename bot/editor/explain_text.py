"""Write an explanation of a message in words, for a page or for a terminal of a hundred columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill

from bot.core.hearing import Danger
from bot.core.library import Library
from bot.editor.explain import MessageExplanation, file_of, title_of, to_do
from bot.editor.prose import wrapped
from bot.hearing.danger.grading import GradeReason
from bot.hearing.matching.explanation import Candidate, Chance, Explanation, Near
from bot.hearing.places.place_finder import Places

# What editors call the signals of the matcher.
SIGNAL_NAMES: Mapping[str, str] = {
    "words, nearest line": "words of its nearest line",
    "words, all lines": "words of all its lines",
    "letters, all lines": "parts of words in all its lines",
    "words, whole text": "words anywhere in its text",
    "keywords": "its keywords",
    "meaning, nearest phrasing": "meaning of its nearest phrasing",
    "meaning, all phrasings": "meaning of all its phrasings",
    "meaning, head": "meaning that sets it apart from the others",
    "narrow": "covering only part of a subject",
}
_MOST_REASONS = 6  # for danger, and as many against it
_TIERS = {
    "answer": "An answer",
    "suggestions": "Suggestions: up to three entries to choose from",
    "not-covered": "Not covered: no entry is shown",
}
_WIDTH, _LABEL = 100, 15  # columns
_MOST_SHARED = 10  # words
_MOST_SIGNALS = 3
_LEAST_GAP = 0.05  # of a score; smaller differences are not listed


@dataclass(frozen=True, slots=True)
class ExplanationLine:
    """One line of an explanation."""

    words: str
    label: str = ""
    inset: int = 0  # how many columns a terminal indents it by
    heads: bool = False  # whether it is a heading
    apart: bool = False  # whether it starts a new group

    def line(self) -> str:
        """Return it for a terminal, wrapped as needed."""
        if not self.label:
            return wrapped(self.words, self.inset)
        narrow = fill(self.words, _WIDTH - _LABEL, break_on_hyphens=False, break_long_words=False)
        return f"{' ' * self.inset + self.label:<{_LABEL}}" + narrow.replace("\n", "\n" + " " * _LABEL)


def lines(library: Library, shown: MessageExplanation) -> Iterator[str]:
    """Yield an explanation as lines for a terminal."""
    for each in explanation_lines(library, shown):
        yield from ("",) if each.apart else ()
        yield each.line()


def explanation_lines(library: Library, shown: MessageExplanation) -> Iterator[ExplanationLine]:
    """Yield the lines of an explanation."""
    if shown.read_as == "command":
        yield ExplanationLine("A command: it opens a page without searching.")
        return
    if shown.read_as == "act":
        yield ExplanationLine(f'It is the speech act "{shown.act}" of guidance/talk.yaml: nothing is searched for.')
        return
    if shown.read_as == "nothing":
        yield ExplanationLine("It has no letter and no figure: nothing is searched for.")
        return
    yield from _read(library, shown)
    yield from _decided(library, shown)
    for number, candidate in enumerate(shown.found.entries, 1):
        yield from _candidate(library, f"{number}", candidate, apart=True)
    if shown.found.outside:
        yield ExplanationLine("Nearest kind of message that the guidance leaves to others", heads=True, apart=True)
        yield from _candidate(library, "-", shown.found.outside, apart=False)
    if shown.found.ahead:
        yield from _section(f"Why not {shown.found.ahead[1].id}", _runner_up(shown.found))
    yield from _section("What you can do", to_do(library, shown.found))


def _row(label: str, text: str, inset: int = 0) -> ExplanationLine:
    return ExplanationLine(text, label, inset)


def _section(title: str, texts: Iterable[str]) -> Iterator[ExplanationLine]:
    shown = list(texts)
    if shown:
        yield ExplanationLine(title, heads=True, apart=True)
        yield from (ExplanationLine(text, inset=3) for text in shown)


def _read(library: Library, shown: MessageExplanation) -> Iterator[ExplanationLine]:
    yield _row("Danger", _danger(shown.danger, shown.title))
    yield from _reasons(shown.reasons)
    for near in shown.nearby:
        yield _row(f"like {near.grade}", f'"{near.text}" ({near.likeness:.2f} alike, {near.file})', 3)
    if shown.details:
        kinds = ", ".join(library.messages.get(f"kind-{kind}", kind) for kind in shown.details)
        yield _row("Personal", f"{kinds}; removed before searching")
        yield _row("Read as", f'"{shown.masked}"')
    else:
        yield _row("Personal", "nothing found")
    if shown.cut:
        yield _row("Length", "only the first part was read")
    yield _row("Place", _place(library, shown.places))
    yield _row("Spelling", ", ".join(f"{s.typed} read as {s.read}" for s in shown.found.spelling) or "as typed")
    if glossary := shown.found.read.glossary:
        yield _row("Glossary", "; ".join(f"{word.typed}: {word.means}" for word in glossary))
    total = len(shown.found.read.tokens)
    unknown = f"; not {', '.join(shown.found.unknown)}" if shown.found.unknown else ""
    known = round(shown.found.read.known * total)
    yield _row("Known words", f"{known} of {total}{unknown}")


def _danger(danger: Danger | None, title: str) -> str:
    if danger is None:
        return "nothing shown"
    shown = "a card" if danger.grade == "card" else "a line"
    return f"{shown}: {danger.card} ({title}); {', '.join(danger.because)}"


def _reasons(reasons: Sequence[GradeReason]) -> Iterator[ExplanationLine]:
    """Yield what spoke for danger and against it."""
    speaks = {"for": [r for r in reasons if r.weight > 0], "against": [r for r in reasons if r.weight < 0]}
    for title, told in speaks.items():
        if told:
            yield _row(title, ", ".join(f"{reason.name} {reason.weight:+.1f}" for reason in told[:_MOST_REASONS]), 3)


def _place(library: Library, found: Places) -> str:
    words = f" (from {', '.join(found.because)})" if found.because else ""
    names = [library.areas.councils[gss].name for gss in found.councils]
    if found.outside:
        return f"outside Scotland{words}"
    if len(names) > 1:
        return f"asks which of {', '.join(names)}{words}"
    if not names:
        return "none named"
    return f"{names[0]}{words}"


def _decided(library: Library, shown: MessageExplanation) -> Iterator[ExplanationLine]:
    found, (tier, entries, point) = shown.found, shown.answered
    what = _TIERS[tier]
    alone = shown.read_as == "area"
    if alone:
        only = "It only names a place: the services of that place are listed. As a question it would get:"
        yield ExplanationLine(only, apart=True)
    if tier == "answer":
        what = f"{what}: {entries[0]}" + (f", with its point {point}" if point else "")
    elif found.not_ours:
        what = f'{what}, except the words for "{title_of(library, found.not_ours)}"'
    yield ExplanationLine(f"{what}.", heads=True, apart=not alone)
    if found.word_for_word:
        yield ExplanationLine("It is word for word a phrasing in the content, which decides.", inset=3)
    if found.right is None or found.covered is None:
        yield ExplanationLine("There was nothing to match.", inset=3)
    else:
        yield ExplanationLine(_sure(found.right, "to answer"), inset=3)
        yield ExplanationLine(_sure(found.covered, "that the guidance covers it"), inset=3)
    if found.kind == "lexical":
        yield ExplanationLine(
            f"Matched by words and letters alone: the encoder is not used ({shown.encoder}).", inset=3
        )


def _sure(chance: Chance, of_what: str) -> str:
    words = "Sure enough" if chance.enough else "Not sure enough"
    return f"{words} {of_what}: {_figure(chance.chance)}, needed {_figure(chance.needed)}."


def _figure(chance: float) -> str:
    """Return a chance with two decimal places, or four if it is close to 0 or 1."""
    return f"{chance:.2f}" if 0.005 <= chance < 0.995 else f"{chance:.4f}"


def _candidate(library: Library, number: str, candidate: Candidate, *, apart: bool) -> Iterator[ExplanationLine]:
    title = f"{number}  {candidate.id}: {title_of(library, candidate.id)} (score {candidate.score:.1f})"
    yield ExplanationLine(title, heads=True, apart=apart)
    yield ExplanationLine(file_of(library, candidate.id), inset=3)
    lifted = sorted(_notable(candidate.adds).items(), key=lambda added: -added[1])
    yield _row("raised by", _signals(dict(lifted[:_MOST_SIGNALS])) or "nothing", 3)
    yield _row("in meaning", _near(candidate.by_meaning) if candidate.by_meaning else "not compared", 3)
    yield _row("in words", _near(candidate.by_words) if candidate.by_words else "nothing shared", 3)
    yield _row("shares", ", ".join(candidate.shared[:_MOST_SHARED]) or "nothing", 3)
    yield _row("keywords", ", ".join(candidate.keywords) or "none", 3)


def _near(near: Near) -> str:
    return f'"{near.text}" ({near.likeness:.2f} alike)'


def _signals(gaps: Mapping[str, float]) -> str:
    return ", ".join(f"{SIGNAL_NAMES.get(name, name)} {gap:+.1f}" for name, gap in gaps.items())


def _runner_up(found: Explanation) -> Iterator[str]:
    if found.ahead is None:
        return
    first, second = found.ahead
    ahead, behind = _notable(first.ahead_of(second)), _notable(second.ahead_of(first))
    yield f"{first.id} is ahead of {second.id} in {_signals(ahead) or 'nothing that matters'}."
    yield f"{second.id} is ahead in {_signals(behind) or 'nothing'}."


def _notable(gaps: Mapping[str, float]) -> Mapping[str, float]:
    return {name: gap for name, gap in gaps.items() if gap >= _LEAST_GAP}
