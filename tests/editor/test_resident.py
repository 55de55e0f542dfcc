"""What a process that serves holds in memory, with the encoder and without."""

import pytest

from bot.editor.benchmark import page_memory


@pytest.mark.soak
def test_the_page_is_served_in_a_hundred_megabytes_without_the_encoder() -> None:
    assert page_memory("no") <= 100


@pytest.mark.soak
def test_the_page_is_served_in_two_hundred_megabytes_with_the_encoder() -> None:
    assert page_memory("yes") <= 200
