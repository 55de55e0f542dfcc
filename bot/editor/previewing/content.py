"""The content of a folder as the preview takes it: with the place of every line, and made anew quickly after a save."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bot.content.draft import Draft
from bot.content.loader import ContentError, Kept, read
from bot.core.guide import Guide, guide
from bot.core.lifecycle import without_drafts
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.topics import topics
from bot.hearing.places.postcodes import Postcodes


@dataclass(frozen=True, slots=True)
class Content:
    """One good save: all that could be read, drafts too, and the guide that answers from it."""

    draft: Draft
    guide: Guide


class Maker:
    """Makes content of a folder; what it made before makes the next time quick.

    Args:
        encoder: what finds by meaning; without it, words and letters alone decide.
        drafts: whether drafts are shown too, each marked as one.
        postcodes: the councils of whole postcodes.
    """

    def __init__(
        self, encoder: Encoder | None = None, *, drafts: bool = False, postcodes: Postcodes | None = None
    ) -> None:
        self.drafts = drafts
        self._encoder = encoder and replace(encoder, content=Remembering(encoder.content))
        self._postcodes = postcodes
        self._kept = Kept()
        self._matcher: Matcher | None = None

    def __call__(self, folder: Path) -> Content:
        """Return the content of a folder.

        Raises:
            ContentError: it has faults, and must not be shown.
        """
        draft, faults = read(folder, self._kept)
        if faults:
            raise ContentError(faults)
        shown = draft.library if self.drafts else without_drafts(draft.library)
        among = topics(shown)
        if self._matcher is None or self._matcher.topics != among:
            self._matcher = Matcher.over(among, self._encoder)
        return Content(draft, guide(shown, self._encoder, self._postcodes, matcher=self._matcher))


class Remembering:
    """Makes vectors of texts, each but once for as long as it lasts.

    Args:
        encode: what makes them.
    """

    def __init__(self, encode: Callable[[Sequence[str]], Numbers]) -> None:
        self._encode = encode
        self._made: dict[str, Numbers] = {}

    def __call__(self, texts: Sequence[str]) -> Numbers:
        """Return the vectors of texts, one row each; those of texts that are gone are forgotten."""
        new = [text for text in dict.fromkeys(texts) if text not in self._made]
        made = dict(zip(new, self._encode(new), strict=True)) if new else {}
        self._made = {text: made[text] if text in made else self._made[text] for text in texts}
        return np.stack([self._made[text] for text in texts])
