"""The format that content is written in, and the steps from an older one to it.

The number stands alone in ``guidance/format.yaml``, since every other file may look different in another format.
Content without that file is of format 0.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.content.migrations import to_1

FILE = "guidance/format.yaml"
CURRENT = 1

Files = Mapping[str, bytes]  # by their paths in the content folder, with forward slashes

STEPS: Mapping[int, Callable[[Files], Files]] = MappingProxyType({1: to_1.migrated})  # by the format that each leads to


def migrated(files: Files, found: int) -> Files:
    """Return content in today's format; every byte that need not change stays as it is.

    Args:
        files: the content.
        found: the format that it is in.
    """
    for step in range(found + 1, CURRENT + 1):
        files = {**STEPS[step](files), FILE: f"format: {step}\n".encode()}
    return files
