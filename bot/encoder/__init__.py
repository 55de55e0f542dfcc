"""The sentence encoder: all-MiniLM-L6-v2 in one ONNX file, run on one thread, with no call to any model hub."""

from collections.abc import Callable
from pathlib import Path

from bot.encoder.model import FOLDER, EncoderError, fingerprint, load
from bot.encoder.products import products
from bot.encoder.vectors import KeptVectors, unpacked
from bot.hearing.matching.meaning import Encoder
from bot.state.storage import cache_folder


def ready(
    cache: Path | None = None, folder: Path = FOLDER, stopped: Callable[[], bool] = lambda: False
) -> tuple[Encoder | None, str]:
    """Return the encoder, or None and the reason why it is not available.

    Args:
        cache: the folder for vectors of the content; the user's own cache folder if None.
        folder: the folder of the model.
        stopped: called from time to time while vectors of the content are made; if true, the work is abandoned.
    """
    try:
        encode = load(folder)
    except EncoderError as error:
        return None, str(error)
    model = fingerprint(folder)
    file = (cache or cache_folder()) / f"vectors-{model}.npz"
    content = KeptVectors(encode, file, stopped, lambda: unpacked(model))
    return Encoder(message=encode.typed, content=content, products=products), ""


__all__ = ["EncoderError", "ready"]
