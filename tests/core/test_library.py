"""What is worked out from a library is kept as long as the library, and no longer."""

import gc
import weakref
from dataclasses import replace

from bot.core.library import Library, once_per_library
from bot.core.service_ranking import lists
from bot.core.voices import in_voice
from bot.reports.flows import drawn_flows


def test_what_is_made_of_a_library_is_made_once_for_each_voice_and_each_library(library: Library) -> None:
    made: list[str] = []

    @once_per_library
    def counted(library: Library, voice: str) -> int:
        made.append(voice)
        return len(library.entries)

    other = replace(library)
    for each in (library, other):
        for voice in ("he", "they", "he"):
            counted(each, voice)

    assert made == ["he", "they"] * 2


def test_a_library_that_was_replaced_goes_with_all_that_was_worked_out_of_it(library: Library) -> None:
    replaced = replace(library)
    gone = [weakref.ref(each) for each in (replaced, in_voice(replaced, "he"), lists(replaced))]
    kept = drawn_flows(replaced)
    assert all(each() is not None for each in gone)

    del replaced, kept
    gc.collect()

    assert [each() for each in gone] == [None] * len(gone)
