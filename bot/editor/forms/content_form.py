"""An entry or a service in its form: its files with their controls, what is sent, and where each fault belongs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.content.faults import Fault
from bot.content.field_edit import plain, rewritten, source
from bot.content.loaded_content import LoadedContent
from bot.content.survey import asked_file
from bot.core.content_id import blob_hash
from bot.core.entry import AskedFile, Entry
from bot.core.service import Service
from bot.editor.forms.controls import Control, FormBuilder, Posted, as_typed, beside, leaves, values
from bot.editor.schemas.field_rules import choices

KINDS: Mapping[str, type] = {"entry": Entry, "service": Service}
_EMPTY = b"phrasings: []\n"  # of an entry without a file of phrasings


@dataclass(frozen=True, slots=True)
class FormPart:
    """A file in a form: how the names of its controls begin, its path, its bytes, and its controls."""

    prefix: str
    file: str
    data: bytes
    inner: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class ShownFault:
    """A fault beside a control, or at the head of the form if it belongs to none."""

    control: str
    label: str
    words: str
    advice: bool = False


@dataclass(frozen=True, slots=True)
class ShownForm:
    """An entry or a service in its form."""

    kind: str
    id: str
    title: str
    parts: tuple[FormPart, ...]
    base: str  # tells whether its files have changed since the form was opened

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it edits."""
        return tuple(part.file for part in self.parts)

    def written(self, posted: Posted, *, draft: bool) -> Mapping[str, bytes]:
        """Return each file after the form was sent; raise CannotEdit if that is not possible safely."""
        return {part.file: _written(part, posted, draft=draft) for part in self.parts}

    def as_typed(self, posted: Posted) -> "ShownForm":
        """Return the form with all that was typed into it."""
        typed = (replace(p, inner=tuple(as_typed(one, posted) for one in p.inner)) for p in self.parts)
        return replace(self, parts=tuple(typed))

    def placed(self, faults: Iterable[Fault]) -> Iterator[ShownFault]:
        """Yield the faults of its files, each with the control that it belongs to."""
        parts = {part.file: part for part in self.parts}
        for fault in sorted({*faults}):
            if part := parts.get(fault.file):
                advice, one = fault.level == "advice", beside(part.inner, fault.line, fault.message)
                if one:
                    yield ShownFault(one.name, one.label, fault.message, advice)
                else:
                    yield ShownFault("", fault.file, f"line {fault.line}: {fault.message}", advice)

    def differences(self, other: "ShownForm") -> Iterator[ShownFault]:
        """Yield each control that holds something else in another version of the files."""
        held = {one.name: one.value for part in other.parts for one in leaves(part.inner)}
        for one in (one for part in self.parts for one in leaves(part.inner)):
            value = held.get(one.name, "")
            if one.value != value and not one.inner:
                words = " / ".join(value) if isinstance(value, tuple) else value
                yield ShownFault(
                    one.name, one.label, f"here is what you typed; the file now says: {words or 'nothing'}"
                )


def _written(part: FormPart, posted: Posted, *, draft: bool) -> bytes:
    wanted: dict[str, Any] = values(part.inner, plain(source(part.data).page.root), posted)
    if draft and part.prefix == "own":
        first = next(iter(wanted))
        wanted = {first: wanted[first], "status": "", **wanted} | {"status": "draft"}
    return rewritten(part.data, wanted)


def shown_form(
    folder: Path, content: LoadedContent, kind: str, id: str, instead: Mapping[str, bytes] | None = None
) -> ShownForm:
    """Return the form of an entry or a service: as its files are, or as they would be.

    Raises:
        CannotEdit: one of its files has faults that stop it from being read.
    """
    file, known = content.file(kind, id), choices(content.library)
    beside_it = asked_file(file)
    now = {each: (folder / each).read_bytes() for each in (file, beside_it) if (folder / each).exists()}
    data = now | dict(instead or {})
    where = source(data[file])
    apart = kind == "entry" and (beside_it in now or not where.name("phrasings"))
    parts = [FormPart("own", file, data[file], FormBuilder(where, known, hidden=apart).group(KINDS[kind], (), "own"))]
    if apart:
        asked = data.get(beside_it, _EMPTY)
        points = dict(_points(where.page.root))
        builder = FormBuilder(source(asked), known, keys={"points": points, "follow_ups": points})
        parts.append(FormPart("asked", beside_it, asked, builder.group(AskedFile, (), "asked")))
    title = where.page.text("title" if kind == "entry" else "name") or id
    return ShownForm(kind, id, title, tuple(parts), "-".join(map(blob_hash, now.values())))


def _points(root: Any) -> Iterator[tuple[str, str]]:
    """Yield the id and the heading of each point of an entry."""
    listed: Sequence[Any] = plain(root).get("points", ())
    yield from ((point["id"], point.get("title", "")) for point in listed if isinstance(point, dict) and "id" in point)
