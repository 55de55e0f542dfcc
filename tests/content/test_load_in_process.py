"""Memory is given back: what is free at once, and large pieces whenever they are freed."""

import subprocess
import sys

import pytest

PIECES = """
import ctypes
from bot.content.load_in_process import release_memory

class Counted(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks e f g h i j".split()]

library = ctypes.CDLL(None)
library.mallinfo2.restype = Counted
{first}
kept = []
for _ in range(3):
    piece = bytearray(2 << 20)
    del piece  # the C library takes the next of this size from memory that it does not give back
    before = library.mallinfo2().hblks
    kept.append(bytearray(2 << 20))
print(library.mallinfo2().hblks - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks glibc")
@pytest.mark.parametrize(("first", "own"), [("release_memory()", "1"), ("", "0")], ids=["asked", "not asked"])
def test_a_large_piece_of_memory_is_mapped_by_itself_so_that_freeing_it_gives_it_back(first: str, own: str) -> None:
    command = [sys.executable, "-c", PIECES.replace("{first}", first)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == own
