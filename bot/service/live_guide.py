"""The guide that answers, and how a guide becomes live.

1. **Start** (`bot.service.start.reloader`). A copy of the process loads the content folder while this one imports what
   answers. `bot.service.live_guide` makes a `Guide` of the library, or refuses if this deployment must not show
   it. If the folder has faults, the last good content is used until they are corrected.
2. **Answers** (`LiveGuide.guide`). Each answer takes the guide from here once, through `Talk.snapshot`, and keeps it
   until it is finished. `Switchboard.apply` leaves out what an admin has paused; while it cannot know what that is,
   there is no guide, and only urgent help is shown. Nothing else comes between a message and its guide.
3. **The encoder** (`LiveGuide`, thread "encoder"). The first answers are matched by words and letters. The sentence
   model is loaded in the background; then a guide that also matches by meaning replaces the first one.
4. **A save** (`bot.service.content_reloader.ContentReloader`, thread "content"). The folder is watched. Once a save has
   stopped changing, it is loaded in a new process and made into a guide, and `LiveGuide.replace` makes it live as one
   value: the next answer uses it. A save with faults changes nothing; it is logged and shown on the health page.
"""

import atexit
import gc
import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.channels.error_handler import log, report
from bot.content.faults import FILE, ContentError, Fault
from bot.content.load_in_process import release_memory
from bot.core import guide as guides
from bot.core.assurance import needed_with, standing
from bot.core.content_index import Publisher
from bot.core.entry import Entry
from bot.core.guide import Guide, with_switches
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.steps import Flow
from bot.core.switches import Switches
from bot.hearing import LibraryHearing
from bot.hearing.matching.meaning import Encoder
from bot.hearing.places.postcodes import PostcodeDataError, Postcodes, unpacked
from bot.service.settings import CannotStart, Settings
from bot.service.start import NotAllowedError, hearing
from bot.state.switchboard import Switchboard


class LiveGuide:
    """Holds the guide that answers, and gives it the encoder in the background.

    The first start makes a vector of every text of the content, which takes some seconds; they are kept, so that later
    starts only read them.

    Args:
        cache: the folder for vectors; the user's own if None.
        board: what is paused; without it, nothing is.
    """

    def __init__(
        self, guide: Guide, *, encoder: bool = True, cache: Path | None = None, board: Switchboard | None = None
    ) -> None:
        self.board = board
        self._guide = guide
        self._cache = cache
        self._status = "getting ready" if encoder else "switched off"
        self._stopped = False
        self._reported: type[Exception] | None = None
        self._encoder: Encoder | None = None
        self._lock = threading.Lock()  # held while the encoder or another guide takes its place
        release_memory()
        self._thread = threading.Thread(target=self._load_encoder, name="encoder", daemon=True)
        if encoder:
            self._thread.start()
            atexit.register(self.stop)

    def guide(self) -> Guide | None:
        """Return the guide to answer from, without what is paused; None while it is not known what is."""
        try:
            if self.board is None:
                return with_switches(self._guide, Switches(), datetime.now(LONDON).date())
            return self.board.apply(self._guide)
        except Exception as error:  # a fault in the switches must not show what is off; urgent help is still answered
            if type(error) is not self._reported:
                report(error)
            self._reported = type(error)
            return None

    def replace(self, guide: Guide) -> None:
        """Answer from another guide, by meaning too, once it is completely ready; until then from the previous one."""
        with self._lock:
            encoder = self._encoder
            if encoder is None:  # once it is loaded, it is given to this guide
                self._guide = guide
        if encoder is not None:
            try:
                guide, self._status = _by_meaning(guide, encoder), "ready"
            except Exception as error:  # without it the content is still right
                self._failed(error)
            self._guide = guide
        self.guide()  # so that nothing holds the previous guide
        _settle()

    @property
    def whole(self) -> Guide:
        """The guide with all content, including what is paused."""
        return self._guide

    def library(self) -> Library:
        """Return all content, including what is paused."""
        return self._guide.library

    def status(self) -> str:
        """Say whether the encoder is in use, or why it is not."""
        return self._status

    def health(self) -> Mapping[str, str]:
        """Return the state of the encoder and of the switches, for the health page."""
        return {"encoder": self.status(), "switches": self.board.status() if self.board else "not used"}

    def wait(self) -> None:
        """Wait until the encoder is in use, or cannot be."""
        if self._thread.is_alive():
            self._thread.join()

    def stop(self) -> None:
        """Stop what is still being made; a thread in the model's own code must not outlive the interpreter."""
        self._stopped = True
        if self.board is not None:
            self.board.stop()
        self.wait()
        atexit.unregister(self.stop)

    def _load_encoder(self) -> None:
        from bot.encoder import ready

        try:
            encoder, why = ready(self._cache, stopped=lambda: self._stopped)
            if encoder is None:
                log.warning("the encoder is not used: %s", why)
                self._status = why
                return
            while not self._given(encoder):
                pass
            _settle()
        except Exception as error:  # whatever it is, words and letters go on answering
            self._failed(error)

    def _given(self, encoder: Encoder) -> bool:
        """Give the live guide the encoder, and return whether it is still the live one."""
        before = self._guide
        guide = _by_meaning(before, encoder)
        with self._lock:
            if self._guide is not before:
                return False
            self._guide, self._encoder, self._status = guide, encoder, "ready"
        return True

    def _failed(self, error: Exception) -> None:
        from bot.encoder import EncoderError

        if isinstance(error, EncoderError):
            self._status = str(error)
            return
        self._status = f"failed ({type(error).__name__})"
        report(error)


def _settle() -> None:
    """Collect garbage, and leave the content out of later rounds: going through all of it holds up answers by 80 ms."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    release_memory()


def _by_meaning(guide: Guide, encoder: Encoder) -> Guide:
    return replace(guide, hearing=LibraryHearing.of(guide.hearing).with_encoder(encoder))


_UNKNOWN_COUNCILS = "SIGNPOST_POSTCODES: {} holds councils that areas.yaml does not. Make it again."


def guide(found: Settings, content: Library) -> Guide:
    """Return the guide of a library, without an encoder; raise CannotStart if the settings do not fit the content."""
    try:
        return builder(found)(content)
    except ContentError as error:
        raise CannotStart("\n".join(fault.message for fault in error.faults)) from None


class GuideBuilder(Protocol):
    """Makes the guide of a library, without an encoder; with a hearing that was kept, none is made."""

    def __call__(self, content: Library, kept: LibraryHearing | None = None) -> Guide:
        """Return the guide of a library."""


def builder(found: Settings, *, public: bool = False) -> GuideBuilder:
    """Return the function that makes a guide of a library, without an encoder.

    It raises NotAllowedError if the content has no faults but this deployment must not show it.

    Args:
        public: whether to refuse content that is not signed off if machines other than this one could see it.
    """
    whole, hears = _postcodes(found), hearing()

    def build(content: Library, kept: LibraryHearing | None = None) -> Guide:
        if why := unknown_roles(found, content) or (unsigned(found, content) if public else ""):
            raise NotAllowedError((Fault("guidance", 1, 1, why, FILE),))
        if whole is not None and not _known(whole, content):
            why = _UNKNOWN_COUNCILS.format(found.postcodes)
            raise NotAllowedError((Fault("guidance/areas.yaml", 1, 1, why, FILE),))
        made = guides.guide(content, kept or hears.bind(content, postcodes=whole))
        return replace(
            made,
            sign_offs=needed_with(found.sign_off_roles),
            shows_content_id=found.show_content_id,
            publisher=Publisher(found.publisher, found.contact, found.public_url),
        )

    return build


def unsigned(found: Settings, content: Library) -> str:
    """Return why unsigned content is not shown to other machines, or ``""`` if it may be shown."""
    if found.only_here or found.allow_unsigned:
        return ""
    needed = needed_with(found.sign_off_roles)
    things: tuple[Entry | Flow, ...] = (*content.entries.values(), *content.flows.values())
    lacking = sum(not standing(thing, content, needed).complete for thing in things)
    if not lacking:
        return ""
    return (
        f"{lacking} of {len(things)} entries and flows are not signed off by everybody who has to "
        f"({', '.join(needed)}). To serve them to others anyway, with a line on every card that says so, set "
        "SIGNPOST_ALLOW_UNSIGNED=yes."
    )


def unknown_roles(found: Settings, content: Library) -> str:
    """Return which of the roles in SIGNPOST_SIGN_OFFS the content does not have, or ``""``."""
    roles = content.vocabulary.sign_off_roles
    unknown = ", ".join(role for role in found.sign_off_roles if role not in roles)
    if not unknown:
        return ""
    return f"SIGNPOST_SIGN_OFFS: vocabulary.yaml has no {unknown} under sign_off_roles; choose from {', '.join(roles)}."


def postcodes(found: Settings, content: Library) -> Postcodes | None:
    """Return the councils of full postcodes, if the deployment has them; raise CannotStart if the file is unusable."""
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
