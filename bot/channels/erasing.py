"""What a person is told when their own message is to be deleted: what happened, and no more than is known."""

from dataclasses import dataclass

from telegram.error import BadRequest

from bot.core.guide import Guide


@dataclass(frozen=True, slots=True)
class Erasing:
    """The words about deleting a message.

    Attributes:
        label: on the button.
        hint: above the button.
        done: when Telegram has deleted it.
        gone: when Telegram knows of no such message any more.
        refused: when Telegram does not allow it, which it does for 48 hours only.
        forgotten: when Telegram was asked to delete a whole conversation and refused none or a part of it.
        kept: when it refused all of it.
    """

    label: str
    hint: str
    done: str
    gone: str
    refused: str
    forgotten: str
    kept: str

    def after(self, error: BadRequest) -> str:
        """Return what to say where Telegram did not delete it."""
        return self.gone if "not found" in error.message.lower() else self.refused


def erasing(guide: Guide | None) -> Erasing | None:
    """Return the words of a guide, or None while there is none."""
    if guide is None:
        return None
    return Erasing(
        label=guide.words("button-erase"),
        hint=guide.words("erase-hint"),
        done=guide.words("erase-done"),
        gone=guide.words("erase-gone"),
        refused=guide.words("erase-refused"),
        forgotten=guide.words("forget-done"),
        kept=guide.words("forget-refused"),
    )
