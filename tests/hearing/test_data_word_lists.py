"""The word lists that are kept by hand: in order, each word once, and no two sections in disagreement."""

import pytest

from training import data_files, word_lists


@pytest.mark.parametrize("name", word_lists.KEPT_BY_HAND)
def test_a_list_kept_by_hand_is_as_the_script_would_write_it(name: str) -> None:
    text = (data_files.FOLDER / name).read_text("utf-8")

    assert word_lists.tidied(text) == text


def test_the_sections_agree_with_each_other() -> None:
    assert list(word_lists.faults(word_lists.all_sections())) == []


def test_the_script_sorts_words_and_drops_what_is_listed_twice() -> None:
    assert word_lists.tidied("# Names.\n\n[given]\n# First ones.\nmairi\nada\nmairi\n") == (
        "# Names.\n\n[given]\n# First ones.\nada\nmairi\n"
    )


def test_a_word_in_two_sections_that_exclude_each_other_is_reported() -> None:
    sections = dict.fromkeys({name for pair in word_lists.APART + word_lists.WITHIN for name in pair}, ())
    twice = sections | {"given": ("grace",), "given-or-word": ("grace",), "virtues": ("joy",)}

    assert list(word_lists.faults(twice)) == [
        "[given] and [given-or-word] both have grace",
        "[virtues] has joy, which [given-or-word] lacks",
    ]
