"""What is a draft, and what is withdrawn: staff are led to neither, and what replaces something is there."""

from collections.abc import Iterator, Mapping

from bot.content.draft import Draft, Piece
from bot.content.faults import Finding
from bot.content.rule import Rule
from bot.content.rules.references import REFERS, missing
from bot.content.shapes import shown
from bot.core.library import Entry, Flow, NearMiss, Option

_LEADING: Mapping[tuple[type, str], str] = {**REFERS, (Option, "flow"): "flow"}


def leads_astray(draft: Draft) -> Iterator[Finding]:
    """What staff see leads to what they see; a draft may lead to a draft, and a near miss may belong to one."""
    for piece, leaf in draft.texts:
        refers = _LEADING.get((leaf.kind, leaf.field.name))
        if refers not in ("entry", "flow") or leaf.field.name == "replaced_by":
            continue
        things, gone = _things(draft, refers)
        if leaf.text in gone:
            cure = f'write "{gone[leaf.text]}" instead' if gone[leaf.text] else "name another, or delete it"
            yield Finding(piece.file, leaf.path, f"the {refers} {shown(leaf.text)} is withdrawn; {cure}")
        elif not _draft(piece) and leaf.kind is not NearMiss and _is_draft(things, leaf.text):
            cure = "write status: live there, or delete it here"
            yield Finding(
                piece.file, leaf.path, f"the {refers} {shown(leaf.text)} is a draft that staff do not see; {cure}"
            )


def _things(draft: Draft, refers: str) -> tuple[Mapping[str, Entry] | Mapping[str, Flow], Mapping[str, str]]:
    """Return the entries or flows there are, and what stands in the place of those that are withdrawn."""
    library = draft.library
    if refers == "entry":
        return library.entries, library.withdrawn_entries
    return library.flows, library.withdrawn_flows


def _draft(piece: Piece) -> bool:
    return isinstance(piece.value, Entry | Flow) and piece.value.status == "draft"


def _is_draft(things: Mapping[str, Entry] | Mapping[str, Flow], id: str) -> bool:
    thing = things.get(id)
    return thing is not None and thing.status == "draft"


def replacements(draft: Draft) -> Iterator[Finding]:
    """Only what is withdrawn is replaced, and by something of its kind that staff see."""
    for (kind, id), file in draft.files.items():
        if kind not in ("entry", "flow"):
            continue
        things, gone = _things(draft, kind)
        thing = things.get(id)
        if thing is not None and thing.replaced_by:
            cure = "write status: withdrawn, or delete this line"
            yield Finding(file, ("replaced_by",), f"this is not withdrawn, so nothing replaces it; {cure}", on_key=True)
        elif message := _not_there(kind, id, things, gone, draft):
            yield Finding(file, ("replaced_by",), message)


def _not_there(
    kind: str, id: str, things: Mapping[str, Entry] | Mapping[str, Flow], gone: Mapping[str, str], draft: Draft
) -> str:
    """Say why nobody can be shown what replaces something withdrawn, or nothing."""
    instead = gone.get(id, "")
    if not instead:
        return ""
    if instead == id:
        return f"this {kind} cannot stand in its own place; name another, or delete this line"
    if instead in gone:
        cure = f'write "{gone[instead]}" instead' if gone[instead] else "name another, or delete this line"
        return f"the {kind} {shown(instead)} is withdrawn too; {cure}"
    if _is_draft(things, instead):
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
