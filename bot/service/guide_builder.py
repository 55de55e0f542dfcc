"""Make the guide that this deployment answers from, or say why it must not show the content."""

from collections.abc import Callable
from dataclasses import replace

from bot.content.faults import FILE, ContentError, Fault
from bot.core import guide as guides
from bot.core.assurance import needed_with, standing
from bot.core.guide import Guide
from bot.core.library import Entry, Flow, Library
from bot.hearing.places.postcodes import PostcodeDataError, Postcodes, unpacked
from bot.service.errors import CannotStart
from bot.service.settings import Settings
from bot.service.start import NotAllowedError, hearing

_UNKNOWN_COUNCILS = "SIGNPOST_POSTCODES: {} holds councils that areas.yaml does not. Make it again."


def guide(found: Settings, content: Library) -> Guide:
    """Return the guide of a library, without an encoder.

    Raises:
        CannotStart: the settings name roles or councils that the content does not have.
    """
    try:
        return builder(found)(content)
    except ContentError as error:
        raise CannotStart("\n".join(fault.message for fault in error.faults)) from None


def builder(found: Settings, *, public: bool = False) -> Callable[[Library], Guide]:
    """Return the function that makes a guide of a library, without an encoder.

    It raises NotAllowedError if the content has no faults but this deployment must not show it.

    Args:
        found: the deployment's settings.
        public: whether to refuse content that is not signed off if machines other than this one could see it.
    """
    whole, hears = _postcodes(found), hearing()

    def build(content: Library) -> Guide:
        if why := unknown_roles(found, content) or (unsigned(found, content) if public else ""):
            raise NotAllowedError((Fault("guidance", 1, 1, why, FILE),))
        if whole is not None and not _known(whole, content):
            why = _UNKNOWN_COUNCILS.format(found.postcodes)
            raise NotAllowedError((Fault("guidance/areas.yaml", 1, 1, why, FILE),))
        made = guides.guide(content, hears.bind(content, postcodes=whole))
        return replace(made, sign_offs=needed_with(found.sign_off_roles), shows_content_id=found.show_content_id)

    return build


def unsigned(found: Settings, content: Library) -> str:
    """Return why unsigned content is not shown to other machines, or ``""`` if it may be."""
    if found.local or found.allow_unsigned:
        return ""
    needed = needed_with(found.sign_off_roles)
    things: tuple[Entry | Flow, ...] = (*content.entries.values(), *content.flows.values())
    lacking = sum(not standing(thing, content, needed).complete for thing in things)
    if not lacking:
        return ""
    return (
        f"{lacking} of {len(things)} entries and flows are not signed off by all who have to "
        f"({', '.join(needed)}). To serve them to others all the same, with a line on every card that says so, set "
        "SIGNPOST_ALLOW_UNSIGNED=yes."
    )


def unknown_roles(found: Settings, content: Library) -> str:
    """Return which of the roles in SIGNPOST_SIGN_OFFS the content does not have, or ``""``."""
    roles = content.vocabulary.sign_off_roles
    unknown = ", ".join(role for role in found.sign_off_roles if role not in roles)
    if not unknown:
        return ""
    return (
        f"SIGNPOST_SIGN_OFFS: vocabulary.yaml has no {unknown} under sign_off_roles; write some of {', '.join(roles)}."
    )


def postcodes(found: Settings, content: Library) -> Postcodes | None:
    """Return the councils of full postcodes, if the deployment has them.

    Raises:
        CannotStart: the file is missing or damaged, or has councils that the content does not have.
    """
    whole = _postcodes(found)
    if whole is not None and not _known(whole, content):
        raise CannotStart(_UNKNOWN_COUNCILS.format(found.postcodes))
    return whole


def _postcodes(found: Settings) -> Postcodes | None:
    path = found.postcodes
    if path is None:
        return None
    try:
        return unpacked(path.read_bytes())
    except OSError as error:
        raise CannotStart(f"SIGNPOST_POSTCODES: {path} cannot be read: {error.strerror}.") from None
    except PostcodeDataError as error:
        raise CannotStart(f"SIGNPOST_POSTCODES: {path} {error}. Make it with `signpost areas import`.") from None


def _known(whole: Postcodes, content: Library) -> bool:
    return {gss for group in whole.groups for gss in group} <= set(content.areas.councils)
