"""What an editor answered, held to the same rules as the file it goes into."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any, Literal, get_args, get_origin

from bot.content.builder import ValueBuilder
from bot.content.loaded_content import LoadedContent
from bot.content.nodes import TextNode
from bot.content.rules.contacts import number_fault
from bot.content.rules.references import missing
from bot.content.shape_faults import FieldContext, listed, nearest
from bot.content.survey import MOST_ID, RESERVED, id_fault
from bot.core.library import SCOTLAND, Library
from bot.core.position import code
from bot.editor.choosing import area_called
from bot.editor.creating.asks import Ask
from bot.editor.schemas.choices import choices, meanings
from bot.editor.schemas.field_rules import WRITTEN
from bot.editor.schemas.json_schema import refers_to

Answer = str | bool | list[str]
_TRUTHS: Mapping[str, bool] = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_SHAPES: Mapping[str, str] = {
    "url": "write the whole address, from https://",
    "review_every": "write a number and a unit, such as 6 months",
}


class Slip(Exception):
    """The answer cannot stand; the text says why, and what would."""


def among(ask: Ask, draft: LoadedContent) -> Mapping[str, str]:
    """Return the words or ids to choose from, each with what it means; nothing where any text will do."""
    hint = _item(ask)
    if get_origin(hint) is Literal:
        return meanings(hint)
    refers = ask.refers or refers_to(ask.kind, ask.known)
    return choices(draft.library)[refers] if refers else {}


def parsed(ask: Ask, text: str, draft: LoadedContent) -> Answer | None:
    """Return an answer as it goes into the file; None where it is left for later.

    Raises:
        Slip: it cannot stand.
    """
    text = " ".join(text.split())
    if not text:
        if ask.must:
            raise Slip(f"{ask.name.replace('_', ' ')} is needed; nothing can be written without it")
        return None
    if ask.known.hint is bool:
        return _truth(text)
    if not ask.several:
        return _one(ask, text, draft)
    parts = [part.strip() for part in text.split(ask.between) if part.strip()]
    found = list(dict.fromkeys(_one(ask, part, draft) for part in parts))
    if len(found) < ask.least:
        raise Slip(f"{ask.least} or more are needed, with {ask.between} between them, such as: {ask.instance}")
    return found


def _truth(text: str) -> bool:
    if text.lower() not in _TRUTHS:
        raise Slip("answer yes or no")
    return _TRUTHS[text.lower()]


def _one(ask: Ask, text: str, draft: LoadedContent) -> str:
    if ask.attribute == "areas":
        return _area(text, draft.library)
    if known := among(ask, draft):
        return _chosen(ask, text, known)
    if message := _flaw(ask, text):
        raise Slip(message)
    return text


def _chosen(ask: Ask, text: str, known: Mapping[str, str]) -> str:
    if text in known:
        return text
    by_title = {title.casefold(): id for id, title in known.items()}
    if text.casefold() in by_title:
        return by_title[text.casefold()]
    refers = ask.refers or refers_to(ask.kind, ask.known)
    if refers:
        raise Slip(missing(refers, text, frozenset(known)))
    guess = nearest(text, known)
    cure = f'did you mean "{guess}"?' if guess else f"answer with one of {listed(known)}"
    raise Slip(f'"{text}" is not one of its words; {cure}')


def _area(text: str, library: Library) -> str:
    if text.casefold() in ("scotland", "all scotland", "all of scotland", SCOTLAND.casefold()):
        return SCOTLAND
    gss = area_called(library, text)
    if gss is None:
        names = {council.name for council in library.areas.councils.values()}
        guess = nearest(text, names)
        raise Slip(f'no council is called "{text}"' + (f'; did you mean "{guess}"?' if guess else ""))
    return gss


def _flaw(ask: Ask, text: str) -> str:
    """Say what the loader or a rule would say of a text, or nothing."""
    known = ask.known
    builder = ValueBuilder()
    builder.build(TextNode(text, 1, 1, plain=False), _item(ask), FieldContext((ask.name,), ask.name, known.most))
    if builder.flaws:
        return builder.flaws[0].message
    if known.name == "number":
        return number_fault(text)
    pattern = WRITTEN.get((ask.kind, ask.attribute))
    if pattern and not pattern.fullmatch(text):
        return f'"{text}" cannot stand here; {_SHAPES[known.name]}'
    return ""


def _item(ask: Ask) -> Any:
    hint = ask.known.hint
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


_MOST_WORDS = 4
_SMALL = frozenset(
    "a an and are at be by do does for from has have he her hers him his how i if in is it its just may me my of on or "
    "she so some someone that the their them they this to too was we what when who will with would you your".split()
)


def proposed(title: str, taken: Collection[str]) -> str:
    """Return an id for a title.

    Args:
        title: what the new thing is called.
        taken: the ids of its kind that there are.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in words if word not in _SMALL] or words or ["new"]
    stem = _joined(telling[:_MOST_WORDS], MOST_ID)
    number = 1
    found = stem
    while fault(found, taken):
        number += 1
        found = f"{stem[: MOST_ID - 4].rstrip('-')}-{number}"
    return found


def fault(id: str, taken: Collection[str]) -> str:
    """Say why an id cannot be used, or nothing."""
    if message := id_fault(id):
        return message
    if id in taken:
        return f'"{id}" is the id of another; choose a different one'
    if id in RESERVED:
        return f'"{id}" is one of the bot\'s own words; choose a different one'
    short = code(id)
    if not short.strip("-") or short in {code(other) for other in taken}:
        return f'"{id}" would have the same short code in buttons as another; choose a different one'
    return ""


def _joined(words: list[str], most: int) -> str:
    """Join whole words up to a length."""
    found = words[0][:most]
    for word in words[1:]:
        if len(found) + 1 + len(word) > most:
            break
        found += f"-{word}"
    return found
