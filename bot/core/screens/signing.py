"""Who vouches for words and who they are for: whether they are a draft, who signed them off, when they were read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bot.core.assurance import due_on, standing
from bot.core.entry import Entry
from bot.core.reply import Block, Mark
from bot.core.screens.scene import Scene, day
from bot.core.service import Service
from bot.core.steps import Flow

# The screens that say who vouches for what they show.
_VOUCHED_FOR = ("entry", "point", "more", "nearby", "crisis", "flow", "service", "services-for", "place")


def signed(scene: Scene, thing: Entry | Flow) -> tuple[Block, ...]:
    """Return the calm line that says who has not signed these words off yet; nothing if everybody has."""
    found = standing(thing, scene.library, scene.guide.sign_offs)
    if found.complete:
        return ()
    if found.live:
        signed, missing = (_roles(scene, (sign.role for sign in found.live)), _roles(scene, found.missing))
        return (Block(Mark.SMALL, scene.words("signed-in-part", signed=signed, missing=missing)),)
    if found.lapsed:
        before = _roles(scene, (sign.role for sign in found.lapsed))
        return (Block(Mark.SMALL, scene.words("sign-off-lapsed", signed=before)),)
    return (Block(Mark.SMALL, scene.words("unsigned")),)


def quietly(scene: Scene, entry: Entry, service: Service | None) -> tuple[Block, ...]:
    """Return one short line under a first screen, if its words are not signed off or its number not confirmed.

    It never casts doubt on 999.
    """
    unsigned = not standing(entry, scene.library, scene.guide.sign_offs).complete
    lines = [scene.words("unsigned-short")] if unsigned else []
    number = service.phones[0].number if service and service.phones else ""
    if service is not None and service.assured is None and number != "999":
        lines.append(scene.words("number-unconfirmed") if number else f"{scene.words('no-contact')}.")
    return (once(scene, " ".join(lines)),) if lines else ()


def once(scene: Scene, text: str) -> Block:
    """Return a line about who vouches for a screen: in full once in a talk, then as a word that opens it."""
    letters = [scene.guide.letters[name] for name in _VOUCHED_FOR]
    if any(step.letter in letters for step in scene.position.steps[:-1]):
        return Block(Mark.SMALL, text, scene.words("said-before"), part="said")
    return Block(Mark.SMALL, text)


def shown_for(scene: Scene, entry: Entry) -> tuple[Block, ...]:
    """Return the quiet lines that say which setting and job a first screen is for, and what changed lately."""
    setting = scene.library.vocabulary.settings.get(scene.setting, "") if scene.setting in entry.first_in else ""
    line = (Block(Mark.SMALL, scene.words("shown-in", setting=setting)),) if setting else ()
    return (*line, *in_job(scene, entry), *(changed(scene, entry, news=True) if entry.changed else ()))


def in_job(scene: Scene, entry: Entry) -> tuple[Block, ...]:
    """Return the quiet line that says which job an entry is shown for, if it has its own words for it."""
    job = scene.library.vocabulary.roles.get(scene.role, "") if scene.role in {*entry.roles, *entry.first_in} else ""
    return (Block(Mark.SMALL, scene.words("role-known", role=job)),) if job else ()


def _roles(scene: Scene, roles: Iterable[str]) -> str:
    """Return the names of roles, each once, for the middle of a sentence."""
    names = (scene.library.vocabulary.sign_off_roles[role] for role in dict.fromkeys(roles))
    *first, last = (name[0].lower() + name[1:] for name in names)
    return f"{', '.join(first)} {scene.words('and')} {last}" if first else last


def draft(scene: Scene, thing: Entry | Flow) -> tuple[Block, ...]:
    """Return the line above a draft, which only editors see."""
    return (Block(Mark.NOTICE, scene.words("draft")),) if thing.status == "draft" else ()


NEWS_DAYS = 30  # how long a first screen also mentions a change


def changed(scene: Scene, thing: Entry | Service, *, news: bool = False) -> tuple[Block, ...]:
    """Return the quiet line that says what changed on a page.

    Args:
        news: whether to mention only a change of the last few days.
    """
    its = thing.changed
    if its is None or its.on > scene.today or (news and (scene.today - its.on).days > NEWS_DAYS):
        return ()
    return (Block(Mark.SMALL, scene.words("changed", date=day(its.on), what=scene.filled(its.what))),)


def background(scene: Scene, entry: Entry) -> Iterator[Block]:
    """Yield when an entry was last read, the same for its local parts, and what changed."""
    yield from reviewed(scene, entry.reviewed, entry.review_every, entry.owner)
    if (its := scene.library.local.entries.get(entry.id)) is not None:
        for line in reviewed(scene, its.reviewed, its.review_every, its.owner):
            yield replace(line, label=scene.local_note(line.text)[0].label)
    yield from changed(scene, entry)


def reviewed(scene: Scene, on: date, every: str, owner: str) -> tuple[Block, ...]:
    """Return when the words were last read, and whether they are overdue."""
    lines = [Block(Mark.SMALL, scene.words("reviewed", date=day(on), owner=owner))]
    due = due_on(on, every)
    if scene.today > due:
        lines.append(Block(Mark.SMALL, scene.words("overdue", date=day(due))))
    return tuple(lines)
