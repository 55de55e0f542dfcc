"""Write bot/encoder/vectors.npz, the vectors of the starter content, so that a first start is quick.

Run it at a release, or after the encoder was built anew: python -m training.keep_vectors. What the file lacks is made at
the first start; what it holds too much costs nothing but its bytes.
"""

from bot.content.loader import find_content, load
from bot.encoder.model import FOLDER, fingerprint
from bot.encoder.model import load as load_model
from bot.encoder.vectors import PACKAGED, packed
from bot.hearing.matching.topics import topics


def main() -> None:
    """Encode and write."""
    texts = [text for topic in topics(load(find_content())) for text in topic.phrasings]
    (FOLDER / PACKAGED).write_bytes(packed(texts, load_model(), fingerprint()))
    print(f"{len(set(texts))} texts, {(FOLDER / PACKAGED).stat().st_size} bytes")


if __name__ == "__main__":
    main()
