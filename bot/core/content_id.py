"""The short id of the content: ten letters made from its files, to find it again in Git.

It is made from the hash that Git keeps of each file's bytes, so it can be worked out from the files without Git, or
from a revision without its files. Files that the loader does not read do not affect it.
"""

import hashlib
import re
from collections.abc import Mapping

LENGTH = 10
# Sixteen letters for sixteen values: none occurs in a hash of Git's, and none is a vowel, so no word appears.
LETTERS = "ghjkmnpqrstvwxyz"
SHAPE = re.compile(f"[{LETTERS}]{{{LENGTH}}}")
MOST_BYTES = 256 * 1024  # of a file: an entry has 8 KB, so a longer one is a mistake or an attack
MOST_BYTES_OF_AREAS = 1024 * 1024  # of guidance/areas.yaml
MOST_BYTES_IN_ALL = 64 * 1024 * 1024  # of all files: a country's guidance has 4 MB, and needs many times that in memory
MOST_FILES = 10_000  # a country's guidance has 400
LOCAL = "local"  # means the folder of a council's or a board's own additions, wherever it is
_TOPS = ("guidance", "flows", LOCAL)


def content_id(files: Mapping[str, bytes]) -> str:
    """Return the short id of content.

    Args:
        files: the bytes of its files by their paths, such as ``flows/danger-now.yaml``; others may be among them.
    """
    return id_of_hashes({file: blob_hash(data) for file, data in files.items() if is_content(file)})


def id_of_hashes(hashes: Mapping[str, str]) -> str:
    """Return the short id of content when only the hashes of its files are known.

    Args:
        hashes: what ``blob_hash`` gives for each file, by its path; ``git ls-tree -r`` lists the same.
    """
    lines = sorted(f"{file} {hash}\n" for file, hash in hashes.items() if is_content(file))
    digest = hashlib.sha256("".join(lines).encode()).hexdigest()[:LENGTH]
    return "".join(LETTERS[int(figure, 16)] for figure in digest)


def blob_hash(data: bytes) -> str:
    """Return the hash that Git gives to a file's bytes."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def is_content(file: str) -> bool:
    """Say whether a path is that of a file that the loader reads."""
    top, *below = file.split("/")
    hidden = any(part.startswith(".") for part in below)
    return top in _TOPS and bool(below) and below[-1].endswith(".yaml") and not hidden
