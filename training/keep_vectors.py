"""Write bot/encoder/vectors.npz, the vectors of the starter content, so that the first start is quick.

Run it for a release, or after rebuilding the encoder: python -m training.keep_vectors. Vectors that the file lacks are
made at the first start; vectors that are no longer needed only cost space.
"""

from collections.abc import Sequence

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.encoder.model import FOLDER, fingerprint
from bot.encoder.model import load as load_model
from bot.encoder.vectors import PACKAGED, packed
from bot.hearing import Hearing
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers


def main() -> None:
    """Encode the texts of the content that hearing asks for, and write the file."""
    model, texts = load_model(), dict[str, None]()

    def noted(wanted: Sequence[str]) -> Numbers:
        texts.update(dict.fromkeys(wanted))
        return model(wanted)

    Hearing.load().bind(load(find_content()), Encoder(model, noted))
    (FOLDER / PACKAGED).write_bytes(packed(list(texts), model, fingerprint()))
    print(f"{len(texts)} texts, {(FOLDER / PACKAGED).stat().st_size} bytes")


if __name__ == "__main__":
    main()
