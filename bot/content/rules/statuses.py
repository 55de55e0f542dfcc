"""What is a draft, and what is withdrawn: staff are led to neither, and what replaces something is there."""

from collections.abc import Iterator, Mapping

from bot.content.draft import Draft, Piece
from bot.content.faults import Finding
from bot.content.leaves import Leaf
from bot.content.rule import Rule
from bot.content.rules.references import REFERS, missing
from bot.content.shapes import shown
from bot.core.library import Entry, Flow, NearMiss, Option, Service
from bot.core.quoting import quotes

_LEADING: Mapping[tuple[type, str], str] = {
    **{named: kind for named, kind in REFERS.items() if kind in ("entry", "flow", "service")},
    (Option, "flow"): "flow",
}
_SHOWN_WITH: Mapping[str, str] = {"entry": "live", "flow": "live", "service": "active"}


def leads_astray(draft: Draft) -> Iterator[Finding]:
    """What staff see leads to what they see; a draft may lead to a draft, and a near miss may belong to one."""
    hidden, gone = _hidden(draft), _gone(draft)
    for piece, leaf in draft.texts:
        for kind, id, within in _named(leaf):
            if id in gone[kind]:
                cure = f'write "{gone[kind][id]}" instead' if gone[kind][id] else "name another, or delete it"
                yield Finding(piece.file, leaf.path, f"the {kind} {shown(id)} is withdrawn; {cure}", within=within)
            elif id in hidden[kind] and not _draft(piece) and leaf.kind is not NearMiss:
                yield Finding(piece.file, leaf.path, _not_seen(kind, id), within=within)
    for name, text in draft.library.messages.items():
        for kind, id in quotes(text):
            if id in hidden.get(kind, ()):
                yield Finding(draft.file("messages"), (name,), _not_seen(kind, id), within=f"{{{kind}:{id}}}")


def _named(leaf: Leaf) -> Iterator[tuple[str, str, str]]:
    """Yield what a text leads to: of which kind, by which id, and the words of it where it is quoted."""
    kind = _LEADING.get((leaf.kind, leaf.field.name))
    if kind and leaf.field.name != "replaced_by":
        yield kind, leaf.text, ""
    elif "{" in leaf.text:
        yield from ((kind, id, f"{{{kind}:{id}}}") for kind, id in quotes(leaf.text) if kind == "service")


def _not_seen(kind: str, id: str) -> str:
    cure = f"write status: {_SHOWN_WITH[kind]} there, or delete it here"
    return f"the {kind} {shown(id)} is a draft that staff do not see; {cure}"


def _hidden(draft: Draft) -> Mapping[str, frozenset[str]]:
    """Return the ids of drafts, by kind."""
    library = draft.library
    things: Mapping[str, Mapping[str, Entry | Flow | Service]] = {
        "entry": library.entries,
        "flow": library.flows,
        "service": library.services,
    }
    return {kind: frozenset(id for id, each in of.items() if each.status == "draft") for kind, of in things.items()}


def _gone(draft: Draft) -> Mapping[str, Mapping[str, str]]:
    """Return what stands in the place of what is withdrawn, by kind."""
    return {"entry": draft.library.withdrawn_entries, "flow": draft.library.withdrawn_flows, "service": {}}


def _draft(piece: Piece) -> bool:
    return isinstance(piece.value, Entry | Flow | Service) and piece.value.status == "draft"


def replacements(draft: Draft) -> Iterator[Finding]:
    """Only what is withdrawn is replaced, and by something of its kind that staff see."""
    things: Mapping[str, Mapping[str, Entry | Flow]] = {"entry": draft.library.entries, "flow": draft.library.flows}
    hidden, gone = _hidden(draft), _gone(draft)
    for (kind, id), file in draft.files.items():
        if kind not in things:
            continue
        thing = things[kind].get(id)
        if thing is not None and thing.replaced_by:
            cure = "write status: withdrawn, or delete this line"
            yield Finding(file, ("replaced_by",), f"this is not withdrawn, so nothing replaces it; {cure}", on_key=True)
        elif message := _not_there(kind, id, gone[kind], hidden[kind], draft):
            yield Finding(file, ("replaced_by",), message)


def _not_there(kind: str, id: str, gone: Mapping[str, str], hidden: frozenset[str], draft: Draft) -> str:
    """Say why nobody can be shown what replaces something withdrawn, or nothing."""
    instead = gone.get(id, "")
    if not instead:
        return ""
    if instead == id:
        return f"this {kind} cannot stand in its own place; name another, or delete this line"
    if instead in gone:
        cure = f'write "{gone[instead]}" instead' if gone[instead] else "name another, or delete this line"
        return f"the {kind} {shown(instead)} is withdrawn too; {cure}"
    if instead in hidden:
        return f"the {kind} {shown(instead)} is a draft, which staff do not see; write status: live there first"
    ids = frozenset(each for of, each in draft.files if of == kind)
    return "" if instead in ids else missing(kind, instead, ids)


_LEADS = """# guidance/safety/in-danger.yaml
not_this_one: []
related: [bed-tonight]{mark}
# guidance/home-life/bed-tonight.yaml
status: {status}"""

RULES = (
    Rule(
        id="SP705",
        title="What staff see leads to nothing that they do not see",
        reason="A draft has not been read by anybody, and what is withdrawn was taken away for a reason.",
        bad=_LEADS.format(mark="  # SP705", status="draft"),
        good=_LEADS.format(mark="", status="live"),
        look=leads_astray,
    ),
    Rule(
        id="SP706",
        title="What is withdrawn is replaced by something of its kind that staff see, if by anything",
        reason="Old buttons lead to what stands in its place; they must not end in a draft or go round in a circle.",
        bad="# guidance/safety/in-danger.yaml\nreplaced_by: bed-tonight  # SP706",
        good="# guidance/safety/in-danger.yaml\nstatus: withdrawn\nreplaced_by: bed-tonight",
        look=replacements,
    ),
)
