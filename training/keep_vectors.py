"""Write bot/encoder/vectors.npz, the vectors of the starter content, so that the first start is quick.

Run it for a release, or after rebuilding the encoder: python -m training.keep_vectors. Vectors that the file lacks are
made at the first start; vectors that are no longer needed only cost space.
"""

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.encoder.model import FOLDER, fingerprint
from bot.encoder.model import load as load_model
from bot.encoder.vectors import PACKAGED, packed
from bot.hearing.matching.topics import topics


def main() -> None:
    """Encode the content and write the file."""
    texts = [text for topic in topics(load(find_content())) for text in topic.phrasings]
    (FOLDER / PACKAGED).write_bytes(packed(texts, load_model(), fingerprint()))
    print(f"{len(set(texts))} texts, {(FOLDER / PACKAGED).stat().st_size} bytes")


if __name__ == "__main__":
    main()
