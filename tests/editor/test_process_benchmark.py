"""Measuring the real process: its requests, what its answers cost, and how the cost grows with the content."""

import socket
import sys
import time
from pathlib import Path

import pytest

from bot.core.library import Library
from bot.core.position import code
from bot.editor import noop_bot
from bot.editor import process_benchmark as measuring
from bot.editor.benchmark_wire import bot_api, free_port, request
from bot.editor.growth_benchmark import picture, with_entries
from bot.editor.process_benchmark import Asking, CannotMeasure, ProcessCost


@pytest.mark.parametrize("entries", [1, 400])
def test_made_up_content_has_as_many_entries_as_asked_for_each_with_a_code_of_its_own(
    library: Library, entries: int
) -> None:
    made = with_entries(library, entries)

    assert len({code(id) for id in made.entries}) == len(made.entries) == entries
    assert made.entries != library.entries


def test_a_port_for_a_server_is_none_that_a_connection_going_out_may_be_given() -> None:
    given = Path("/proc/sys/net/ipv4/ip_local_port_range")
    first = int(given.read_text().split()[0]) if given.exists() else 32_768

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port()))

        assert taken.getsockname()[1] in range(20_000, first)
        assert free_port() != taken.getsockname()[1]


@pytest.mark.soak
async def test_a_bot_that_does_nothing_is_measured_by_its_own_processor_time_and_by_the_calls_it_makes(
    library: Library,
) -> None:
    asking, port = Asking(library), free_port()
    async with bot_api() as api:
        command = (sys.executable, "-P", noop_bot.__file__, "ptb-aiohttp", str(port), api.address, measuring.SECRET)
        async with measuring._running("no-op", command, api, port, asking.made("press", 1)[0]) as process:
            before = measuring.processor_time(process.pid), api.calls
            press = await process.cost("press", 0.0, asking.made("press", 100))
            late = await process.cost("question", 0.06, asking.made("question", 20))
            used = measuring.processor_time(process.pid) - before[0]

    assert api.calls - before[1] == 100 * 2 + 20
    assert 0 < press.cpu * 80 / 1e3 <= used
    assert press.rate > 0
    assert late.p50 >= 60  # milliseconds


async def test_what_does_not_start_or_refuses_is_said_to_be_unmeasurable(library: Library) -> None:
    asking, port = Asking(library), free_port()
    async with bot_api() as api:
        with pytest.raises(CannotMeasure, match="does not start"):
            async with measuring._running("none", (sys.executable, "-c", ""), api, port, asking.made("press", 1)[0]):
                pass

        own = int(api.address.rpartition(":")[2])
        with pytest.raises(CannotMeasure, match="did not make its calls"):
            await measuring._Process("another", 0, own, api)._asked("press", [request("/")], 1, patience=0.1)


def test_the_picture_names_both_lines_and_every_size() -> None:
    costs = [(size, kind, cpu) for size in (1, 100, 1_000, 10_000) for kind, cpu in (("press", 1.0), ("question", 9.0))]
    drawn = picture([(size, ProcessCost("Signpost", kind, 0.0, cpu, 1, 1, 1)) for size, kind, cpu in costs])

    assert drawn.count("<polyline") == 2
    assert all(f">{words}</text>" in drawn for words in ("press", "question", "1", "100", "1,000", "10,000", "1 ms"))


@pytest.mark.soak
async def test_the_whole_table_and_the_growth_are_measured_in_the_real_process(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.encoder import ready

    encoder, said = ready(None)[0], list[str]()
    assert encoder is not None
    monkeypatch.setattr(measuring, "STARTS", 1)  # the median of three is for a figure, not for a test
    begun = time.monotonic()
    await measuring.compared(library, encoder, None, 20, said.append)
    found = await measuring.growing(library, 20, said.append, (1, 300))

    assert sum(line.startswith("Signpost ") for line in said) == 6
    assert [size for size, _ in found] == [1] * 4 + [300] * 4
    assert all(0 < cost.cpu < (time.monotonic() - begun) * 1e3 for _, cost in found)
