"""Rules about the words of the interface, the glossary, and facts and services that texts quote."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from bot.content.faults import FieldPath, Finding
from bot.content.field_specs import FieldText
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Refusal, Rule
from bot.content.rules.references import REFERS, missing
from bot.content.shape_faults import did_you_mean, label, length, listed, nearest, shown
from bot.core.library import Fact
from bot.core.messages import KEYS
from bot.core.quotations import fill, quotes
from bot.core.service import Phone, Service
from bot.hearing.text import words

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_MOST = {  # characters; the first is for narrow phones, the others are Telegram's
    "button-": 32,
    "telegram-name": 64,
    "telegram-description": 512,
    "telegram-short-description": 120,
    "command-": 256,
}
_QUOTE = re.compile(r"\{(?:fact|service):[a-z0-9-]+\}")


def keys(content: LoadedContent) -> Iterator[Finding]:
    """Yield the messages that are missing from messages.yaml, and those that nothing uses."""
    page = content.page("messages")
    if page is None or not page.given():
        return
    file, written = content.file("messages"), content.library.messages
    unknown = [id for id in written if id not in KEYS]
    lacking = [id for id in KEYS if id not in written]
    for id in unknown:
        guess = did_you_mean(id, lacking) or "; delete it"
        yield Finding(file, (id,), f"{shown(id)} is not a message of the interface{guess}", on_key=True)
    meant = {did_you_mean(id, lacking) for id in unknown}
    for id in lacking:
        if f'; did you mean "{id}"?' not in meant:
            blanks = f", with {listed('{' + name + '}' for name in sorted(KEYS[id]))}" if KEYS[id] else ""
            yield Finding(file, (), f'the message "{id}" is missing; write {id}: and its words{blanks}')


def blanks(content: LoadedContent) -> Iterator[Finding]:
    """Yield the blanks that a message lacks, and those that nothing fills in."""
    page = content.page("messages")
    for id, text in content.library.messages.items() if page else ():
        if id not in KEYS or not text:
            continue
        found = {braces for braces in _BRACES.findall(text) if not _QUOTE.fullmatch(braces)}
        wanted = {f"{{{name}}}" for name in KEYS[id]}
        for braces in sorted(found - wanted):
            cure = f"its blanks are {listed(sorted(wanted))}" if wanted else "it has no blanks"
            yield Finding(content.file("messages"), (id,), f'{braces} is not a blank of "{id}"; {cure}', within=braces)
        for braces in sorted(wanted - found):
            if not found - wanted:
                message = f'"{id}" needs the blank {braces}; put it where it belongs'
                yield Finding(content.file("messages"), (id,), message)


def lengths(content: LoadedContent) -> Iterator[Finding]:
    """Yield the words that are too long for a button or a Telegram field."""
    for id, text in content.library.messages.items():
        most = next((most for start, most in _MOST.items() if id.startswith(start)), None)
        if message := length(f'"{id}"', text, most, 0):
            yield Finding(content.file("messages"), (id,), message)


MOST_IN_A_TEXT = 50  # braces that are checked

_ANY_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_WELL_FORMED = re.compile(r"\{(fact|service):([a-z0-9-]+)\}")
_NEARLY = re.compile(r"\{\s*([\w-]*)\s*:\s*([\w-]+)\s*\}")
NOT_WORDS = frozenset({"url", "email", "examples"})  # people may type any brace
_PLAIN_TEXTS: Mapping[str, str] = {
    "quoted-service": "{name}, {number}",
    "quoted-service-unconfirmed": "{name}",
    "quoted-service-paused": "{name}, {number}",
    "quoted-service-closed": "{name}",
}


def quoted(content: LoadedContent) -> Iterator[Finding]:
    """Yield the quotes of facts and services that do not exist, and braces that quote nothing."""
    for piece, leaf in content.texts:
        if leaf.field.name in NOT_WORDS or (leaf.kind, leaf.field.name) in REFERS:
            continue
        for found in islice(_ANY_BRACES.finditer(leaf.text), MOST_IN_A_TEXT):
            if message := _wrong(content, leaf, found[0]):
                yield Finding(piece.file, leaf.path, message, within=found[0])


def in_messages(content: LoadedContent) -> Iterator[Finding]:
    """Yield the quotes in messages of facts and services that do not exist."""
    for id, text in content.library.messages.items():
        for kind, target in quotes(text):
            if message := _unknown(content, kind, target):
                yield Finding(content.file("messages"), (id,), message, within=f"{{{kind}:{target}}}")


def _wrong(content: LoadedContent, leaf: FieldText, braces: str) -> str:
    """Return what is wrong with a pair of braces, or with a single brace."""
    good = _WELL_FORMED.fullmatch(braces)
    if good and (leaf.kind in (Fact, Phone) or (leaf.kind, leaf.field.name) == (Service, "name")):
        return "a quoted text cannot quote anything itself; write the words out"
    if good:
        return _unknown(content, good[1], good[2])
    if found := _NEARLY.fullmatch(braces):
        kind = nearest(found[1], ("fact", "service")) or "fact"
        return f"{braces} quotes nothing; did you mean {{{kind}:{found[2]}}}?"
    return f"{braces} quotes nothing; write {{fact:id}} or {{service:id}}, or take the brace out"


def _unknown(content: LoadedContent, kind: str, id: str) -> str:
    ids = content.ids("fact") if kind == "fact" else content.ids("service")
    return missing(kind, id, ids) if ids is not None and id not in ids else ""


def filled_lengths(content: LoadedContent) -> Iterator[Finding]:
    """Yield the texts that are too long once their facts and services are filled in."""
    messages = _templates(content.library.messages)
    for piece, leaf in content.texts:
        if "{" not in leaf.text or not (found := quotes(leaf.text)):
            continue
        if all(_is_sound(content, kind, id) for kind, id in found):
            text = fill(leaf.text, content.library.facts, content.library.services, messages)
            if message := length(label(leaf.path), text, leaf.field.most, leaf.least):
                message = message.replace(";", " once its facts and services are filled in;", 1)
                yield Finding(piece.file, leaf.path, message)


def _is_sound(content: LoadedContent, kind: str, id: str) -> bool:
    if kind == "fact":
        page = content.page("facts")
        return page is not None and id in content.library.facts and page.sound(id)
    page = content.page("service", id)
    return page is not None and id in content.library.services and page.sound("name") and page.sound("phones")


def _templates(messages: Mapping[str, str]) -> Mapping[str, str]:
    """Return the sentences that show a quoted service, or plain ones if they have a fault."""
    blanks = {id: set(re.findall(r"\{[^{}]*\}|[{}]", messages.get(id, ""))) for id in _PLAIN_TEXTS}
    wanted = {id: set(re.findall(r"\{[^{}]*\}", text)) for id, text in _PLAIN_TEXTS.items()}
    return messages if blanks == wanted else _PLAIN_TEXTS


RULES: tuple[Refusal, ...] = (
    Rule("SP111", keys),
    Rule("SP112", blanks),
    Rule("SP113", lengths),
    Rule("SP602", quoted),
    Rule("SP603", in_messages),
    Rule("SP604", filled_lengths),
)


_Said = tuple[str, ...]


def wrong_words(content: LoadedContent) -> Iterator[Finding]:
    """Yield the glossary words that cannot be read, are there twice, or mean themselves."""
    glossary = content.library.vocabulary.glossary
    seen: dict[_Said, str] = {}
    for table, texts in (("spellings", glossary.spellings), ("meanings", glossary.meanings)):
        for said, means in texts.items():
            if message := _wrong_word(said, means, seen):
                yield Finding(content.file("vocabulary"), ("glossary", table, said), message, on_key=True)
            seen.setdefault(_as_read(said), said)


def _wrong_word(said: str, means: str, seen: Mapping[_Said, str]) -> str:
    """Return what is wrong with a word and its meaning, or ``""``."""
    of_said = _as_read(said)
    if not of_said:
        return f"{shown(said)} has no letter; write a word that staff type, or delete it"
    if of_said in seen:
        return f"{shown(said)} reads the same as {shown(seen[of_said])}, which is in the glossary; keep one of the two"
    if of_said == _as_read(means):
        return f"{shown(said)} means itself; write it in other words, or delete it"
    return ""


def wrong_conditions(content: LoadedContent) -> Iterator[Finding]:
    """Yield only_beside lists for words that are not in meanings, or that stop a meaning from ever counting."""
    glossary = content.library.vocabulary.glossary
    for said, beside in glossary.only_beside.items():
        path: FieldPath = ("glossary", "only_beside", said)
        if said not in glossary.meanings:
            message = f"{shown(said)} is not under meanings; write it as it is written there, or delete this line"
            yield Finding(content.file("vocabulary"), path, message, on_key=True)
        elif not {_as_read(other) for other in beside} - {(), _as_read(said)}:
            message = f"{shown(said)} never counts: list other words that a message has when it means this"
            yield Finding(content.file("vocabulary"), path, message, on_key=True)


def _as_read(text: str) -> _Said:
    return words(text.casefold())


GLOSSARY_RULES: tuple[Refusal, ...] = (Rule("SP732", wrong_words), Rule("SP733", wrong_conditions))
