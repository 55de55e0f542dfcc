"""The guide that answers, and how a guide becomes live.

1. **Start** (`bot.service.start.reloader`). A copy of the process loads the content folder while this one imports what
   answers. `bot.service.guide_builder` makes a `Guide` of the library, or refuses if this deployment must not show
   it. If the folder has faults, the last good content is used until they are corrected.
2. **Answers** (`LiveGuide.guide`). Each answer takes the guide from here once, through `Talk.snapshot`, and keeps it
   until it is finished. `Switchboard.apply` leaves out what an admin has paused. Nothing else comes between a message
   and its guide.
3. **The encoder** (`LiveGuide`, thread "encoder"). The first answers are matched by words and letters. The sentence
   model is loaded in the background; then a guide that also matches by meaning replaces the first one.
4. **A save** (`bot.service.content_reloader.ContentReloader`, thread "content"). The folder is watched. Once a save has
   stopped changing, it is loaded in a new process and made into a guide, and `LiveGuide.replace` makes it live as one
   value: the next answer uses it. A save with faults changes nothing; it is logged and shown on the health page.
"""

import atexit
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.channels.error_handler import log, report
from bot.content.load_in_process import release_memory
from bot.core.guide import Guide
from bot.core.library import Library
from bot.hearing import LibraryHearing
from bot.hearing.matching.meaning import Encoder
from bot.state.switchboard import Switchboard


class LiveGuide:
    """Holds the guide that answers, and gives it the encoder in the background.

    The first start makes a vector of every text of the content, which takes some seconds; they are kept, so that later
    starts only read them.

    Args:
        guide: the guide without an encoder.
        encoder: whether to use the encoder.
        cache: the folder in which vectors are kept; the user's own if None.
        board: what is paused; without it, nothing is left out.
    """

    def __init__(
        self, guide: Guide, *, encoder: bool = True, cache: Path | None = None, board: Switchboard | None = None
    ) -> None:
        self.board = board
        self._guide = guide
        self._cache = cache
        self._status = "getting ready" if encoder else "switched off"
        self._stopped = False
        self._encoder: Encoder | None = None
        self._lock = threading.Lock()  # held while the encoder or another guide takes its place
        release_memory()
        self._thread = threading.Thread(target=self._load_encoder, name="encoder", daemon=True)
        if encoder:
            self._thread.start()
            atexit.register(self.stop)

    def guide(self) -> Guide:
        """Return the guide to answer from, without what is paused."""
        try:
            return self.board.apply(self._guide) if self.board else self._guide
        except Exception as error:  # a fault in the switches must not leave a person without an answer
            report(error)
            return self._guide

    def replace(self, guide: Guide) -> None:
        """Answer from another guide from the next turn on, and by meaning too if the encoder is loaded.

        The previous guide answers until the new one is completely ready.

        Args:
            guide: the guide without an encoder.
        """
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
        release_memory()

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
            release_memory()
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


def _by_meaning(guide: Guide, encoder: Encoder) -> Guide:
    return replace(guide, hearing=LibraryHearing.of(guide.hearing).with_encoder(encoder))
