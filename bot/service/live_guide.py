"""The guide that answers, from the first moment on: by words and letters at once, by meaning as soon as it can.

Another guide may take its place at any time, and the red switch takes things off it.
"""

import atexit
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.channels.error_handler import log, report
from bot.content.load_in_process import give_back
from bot.core.guide import Guide
from bot.core.library import Library
from bot.hearing.matching.meaning import Encoder
from bot.state.switchboard import Switchboard


class Preparing:
    """Holds the living guide, and gives it the encoder in the background.

    The first start makes a vector of every text of the content, which takes some seconds; they are kept, so that later
    starts only read them.

    Args:
        guide: the guide without an encoder.
        encoder: whether there shall be one.
        cache: the folder in which vectors are kept; the user's own if None.
        board: the red switch; without it, nothing is taken off.
    """

    def __init__(
        self, guide: Guide, *, encoder: bool = True, cache: Path | None = None, board: Switchboard | None = None
    ) -> None:
        self._guide = guide
        self._board = board
        self._cache = cache
        self._status = "getting ready" if encoder else "switched off"
        self._stopped = False
        self._encoder: Encoder | None = None
        self._lock = threading.Lock()  # between the encoder's coming and another guide's
        give_back()
        self._thread = threading.Thread(target=self._prepare, name="encoder", daemon=True)
        if encoder:
            self._thread.start()
            atexit.register(self.stop)

    def guide(self) -> Guide:
        """Return the guide to answer from, without what is switched off."""
        try:
            return self._board.applied(self._guide) if self._board else self._guide
        except Exception as error:  # a fault of the switch must not be silence for a person
            report(error)
            return self._guide

    def take(self, guide: Guide) -> None:
        """Answer from another guide from the next turn on, and by meaning too where this one does.

        It takes the place of the one before as one value, when all of it is ready; meanwhile the one before answers.

        Args:
            guide: the guide without an encoder.
        """
        with self._lock:
            encoder = self._encoder
            if encoder is None:  # once it is there, it is given to this guide
                self._guide = guide
        if encoder is not None:
            try:
                guide, self._status = _by_meaning(guide, encoder), "ready"
            except Exception as error:  # without it the content is still right
                self._failed(error)
            self._guide = guide
        self.guide()  # so that nothing holds the one before
        give_back()

    def library(self) -> Library:
        """Return all content, with what is switched off."""
        return self._guide.library

    def status(self) -> str:
        """Say whether the encoder is at work, or why it is not."""
        return self._status

    def health(self) -> Mapping[str, str]:
        """Say how the encoder and the red switch are, for the health page."""
        return {"encoder": self.status(), "switches": self._board.status() if self._board else "not used"}

    def wait(self) -> None:
        """Wait until the encoder is at work, or cannot be."""
        if self._thread.is_alive():
            self._thread.join()

    def stop(self) -> None:
        """Give up what is still being made; a thread in the model's own code must not outlive the interpreter."""
        self._stopped = True
        self.wait()
        atexit.unregister(self.stop)

    def _prepare(self) -> None:
        from bot.encoder import ready

        try:
            encoder, why = ready(self._cache, stopped=lambda: self._stopped)
            if encoder is None:
                log.warning("the encoder is not used: %s", why)
                self._status = why
                return
            while not self._given(encoder):
                pass
            give_back()
        except Exception as error:  # whatever it is, words and letters go on answering
            self._failed(error)

    def _given(self, encoder: Encoder) -> bool:
        """Give the living guide the encoder; not if another took its place meanwhile."""
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
    return replace(guide, matcher=guide.matcher.with_encoder(encoder))
