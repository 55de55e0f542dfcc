"""Sign-offs for editors: the words to read, who has agreed to them, and one more agreement written into the file."""

from collections.abc import Iterator
from dataclasses import replace

from bot.content.checks.signs import HER_OWN, may_sign, says_something
from bot.core.library import Entry, Flow, Library, SignOff
from bot.core.signing import standing, words_hash, words_shown
from bot.editor.inside import services_in
from bot.editor.kept import Kept
from bot.editor.tables import day, wrapped
from bot.editor.yaml_edit import appended, replaced

HER_NAME = (
    "Anybody may read this file, for as long as there is a copy of it. Write only a name that she chose to stand here. "
    "It need not be the name that others know her by."
)


class CannotSign(Exception):
    """What was said of a sign-off cannot stand; the words say why."""


def shown(kept: Kept, library: Library) -> Iterator[str]:
    """Yield what somebody has to read before they agree: the words of the file as staff see them, in every job."""
    thing = kept.thing
    yield f"{kept.file}: the words that are agreed to"
    yield ""
    for line in words_shown(thing, library):
        for part in line.split("\n"):
            yield wrapped(part, 2) if part.strip() else ""
    if services := services_in(thing, library):
        yield ""
        names = "; ".join(service.name for service in services)
        yield wrapped(f"Named in it, and confirmed by itself each time: {names}", 2)
    yield ""
    yield from _so_far(thing, library)


def _so_far(thing: Entry | Flow, library: Library) -> Iterator[str]:
    stands = standing(thing, library)
    for sign in stands.live:
        yield f"Signed off: {_who(sign)}."
    for sign in stands.lapsed:
        yield f"Lapsed, for the words have changed since: {_who(sign)}."
    if not thing.sign_off:
        yield "Signed off by nobody yet."


def _who(sign: SignOff) -> str:
    return f"{sign.by}, {sign.body} ({sign.role}), on {day(sign.on)}"


def sign_off(kept: Kept, library: Library, sign: SignOff) -> SignOff:
    """Return a sign-off of the words as they are.

    Args:
        kept: what is signed.
        library: all content.
        sign: who agrees, for whom and when; its text is filled in.

    Raises:
        CannotSign: the name, the role or the body cannot stand, or the person has agreed to these words before.
    """
    roles = library.vocabulary.sign_off_roles
    if sign.role not in roles:
        message = f"{sign.role} is no role; write one of {', '.join(roles)}"
        raise CannotSign(message)
    if not may_sign(sign.by, sign.role):
        message = f"{sign.by} is not a person's name; " + (
            "write a name that she chose" if sign.role == HER_OWN else "write the first and the last name of who agreed"
        )
        raise CannotSign(message)
    if not says_something(sign.body):
        message = f"{sign.body} says nothing; write the organisation or the group that {sign.by} speaks for"
        raise CannotSign(message)
    if any(one.by == sign.by for one in standing(kept.thing, library).live):
        message = f"{sign.by} has agreed to these words already, and counts once"
        raise CannotSign(message)
    return replace(sign, text=words_hash(kept.thing, library))


def written(sign: SignOff) -> dict[str, str]:
    """Return a sign-off as the fields of its item."""
    return {"by": sign.by, "role": sign.role, "body": sign.body, "on": sign.on.isoformat(), "text": sign.text}


def signed(kept: Kept, sign: SignOff) -> bytes:
    """Return the file with one more sign-off; one by the same person that has lapsed is made anew in its place."""
    number = next((n for n, one in enumerate(kept.thing.sign_off) if one.by == sign.by), None)
    if number is None:
        return appended(kept.data, "sign_off", written(sign))
    data = kept.data
    for name, value in written(sign).items():
        data = replaced(data, ("sign_off", number, name), value)
    return data
