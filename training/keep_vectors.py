"""Write bot/encoder/vectors.npz, the vectors of the starter content, so that the first start is quick.

Run it for a release, or after rebuilding the encoder: python -m training.keep_vectors [--check]. Vectors that the file
lacks are made at the first start; vectors that are no longer needed only cost space.
"""

import sys
from collections.abc import Sequence

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.encoder.model import FOLDER, fingerprint
from bot.encoder.model import load as load_model
from bot.encoder.vectors import PACKAGED, KeptVectors, packed, unpacked
from bot.hearing import Hearing
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from training.data_files import say_and_exit


def main() -> None:
    """Write the vectors of the content's texts that hearing asks for; with ``--check``, say how many are lacking."""
    model, texts, check = load_model(), dict[str, None](), "--check" in sys.argv[1:]

    def noted(wanted: Sequence[str]) -> Numbers:
        texts.update(dict.fromkeys(wanted))
        return model(wanted)

    asked = KeptVectors(noted, None, packaged=lambda: unpacked(fingerprint())) if check else noted
    Hearing.load().bind(load(find_content()), Encoder(model, asked))
    if check:
        say_and_exit(f"texts of the content that {PACKAGED} lacks: {len(texts)}" if texts else "")
    (FOLDER / PACKAGED).write_bytes(packed(list(texts), model, fingerprint()))
    print(f"{len(texts)} texts, {(FOLDER / PACKAGED).stat().st_size} bytes")


if __name__ == "__main__":
    main()
