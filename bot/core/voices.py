"""The words of content for a woman, a man or a person: marks such as ``{she}``, and the library in another voice.

Content says "she". If a message or the talk says otherwise, its titles, buttons and sentences do too. A mark has the
words for each voice: three words are for she, he and they (``{her|his|their}``), and two are for one person and for
they (``{wants|want}``). A few common words need only themselves (``{she}``, ``{her}``, ``{herself}``, ``{woman}`` and
``{women}``).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Literal

from bot.core.library import Library, once_per_library

Voice = Literal["she", "he", "they"]
VOICES: tuple[Voice, ...] = ("she", "he", "they")
SHORT: Mapping[str, tuple[str, str, str]] = {
    "she": ("she", "he", "they"),
    "her": ("her", "him", "them"),
    "herself": ("herself", "himself", "themselves"),
    "woman": ("woman", "man", "person"),
    "women": ("women", "men", "people"),
}
_LONG = r"[^{}|:]*(?:\|[^{}|:]*){1,2}"
MARK = re.compile(rf"\{{({'|'.join((*SHORT, *map(str.capitalize, SHORT)))}|{_LONG})\}}")
_KINDS = ("entries", "flows", "crisis", "acts", "services", "language", "messages")  # what may hold marks


def fitted(text: str, voice: Voice) -> str:
    """Return a text with its marks replaced by their words for a voice.

    Args:
        text: the text as it is written in content.
    """
    return MARK.sub(lambda mark: _word(mark[1], VOICES.index(voice)), text) if "{" in text else text


def _word(mark: str, voice: int) -> str:
    if "|" not in mark:
        word = SHORT[mark.lower()][voice]
        return word if mark.islower() else word.capitalize()
    one, *others = mark.split("|")
    return others[-1] if voice == len(VOICES) - 1 else others[0] if voice and len(others) > 1 else one


def spoken(library: Library) -> Library:
    """Return a library that says "she" and keeps the marked texts, to put them into another voice."""
    told: dict[str, Any] = {}
    marked: dict[str, Mapping[str, Any]] = {}
    for kind in _KINDS:
        written: Mapping[str, Any] = getattr(library, kind)
        said = {id: _told(thing, thing, "she") for id, thing in written.items()}
        told[kind] = said
        marked[kind] = {id: thing for id, thing in written.items() if said[id] is not thing}
    told["vocabulary"] = _told(library.vocabulary, library.vocabulary, "she")
    marked["vocabulary"] = {"": library.vocabulary}
    return replace(library, **told, marked=marked)


def in_voice(library: Library, voice: Voice | Literal[""]) -> Library:
    """Return a library in a voice; the same library for "she" or if the voice is not known.

    Args:
        library: the library as ``spoken`` returned it, even with parts left out since.
    """
    return _in_voice(library, voice) if voice in ("he", "they") else library


@once_per_library
def _in_voice(library: Library, voice: Voice) -> Library:
    told: dict[str, Any] = {kind: _Told(getattr(library, kind), library.marked.get(kind, {}), voice) for kind in _KINDS}
    shown = library.vocabulary
    told["vocabulary"] = _told(library.marked.get("vocabulary", {"": shown})[""], shown, voice)
    return replace(library, **told)


class _Told(Mapping[str, Any]):
    """Things by their ids in a voice, each made when it is first asked for."""

    def __init__(self, things: Mapping[str, Any], marked: Mapping[str, Any], voice: Voice) -> None:
        self._things, self._marked, self._voice = things, marked, voice
        self._made: dict[str, Any] = {}

    def __getitem__(self, id: str) -> Any:
        if id not in self._marked:
            return self._things[id]
        if id not in self._made:
            self._made[id] = _told(self._marked[id], self._things[id], self._voice)
        return self._made[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)

    def __contains__(self, id: object) -> bool:
        return id in self._things


def _told(written: Any, shown: Any, voice: Voice) -> Any:
    """Return what is shown with the marks of what is written filled in; the same object if there are none."""
    if isinstance(written, str):
        return fitted(written, voice) if "{" in written and MARK.search(written) else shown
    how: Callable[[Any, Any, Voice], Any] | None = (
        _told_tuple if isinstance(written, tuple) else _told_mapping if isinstance(written, Mapping) else None
    )
    if how is not None:
        return how(written, shown, voice)
    if not is_dataclass(written):
        return shown
    parts = {part.name: (getattr(written, part.name), getattr(shown, part.name)) for part in fields(written)}
    changed = {name: new for name, (raw, old) in parts.items() if (new := _told(raw, old, voice)) is not old}
    return replace(shown, **changed) if changed else shown


def _told_tuple(written: tuple[Any, ...], shown: tuple[Any, ...], voice: Voice) -> tuple[Any, ...]:
    if len(written) != len(shown):
        return shown  # references were left out of it, and they have no words
    new = tuple(_told(raw, old, voice) for raw, old in zip(written, shown, strict=True))
    return shown if all(one is other for one, other in zip(new, shown, strict=True)) else new


def _told_mapping(written: Mapping[str, Any], shown: Mapping[str, Any], voice: Voice) -> Mapping[str, Any]:
    new = {key: _told(written[key], old, voice) if key in written else old for key, old in shown.items()}
    return shown if all(new[key] is old for key, old in shown.items()) else new
