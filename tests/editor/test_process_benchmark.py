"""Measuring the real process: its requests, and what its answers cost."""

import socket
import sys
from pathlib import Path

import pytest

from bot.core.library import Library
from bot.editor import process_benchmark as measuring
from bot.editor.benchmark_wire import bot_api, free_port, request
from bot.editor.process_benchmark import Asking, CannotMeasure


def test_a_port_for_a_server_is_none_that_a_connection_going_out_may_be_given() -> None:
    given = Path("/proc/sys/net/ipv4/ip_local_port_range")
    first = int(given.read_text().split()[0]) if given.exists() else 32_768

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port()))

        assert taken.getsockname()[1] in range(20_000, first)
        assert free_port() != taken.getsockname()[1]


async def test_what_does_not_start_or_refuses_is_said_to_be_unmeasurable(library: Library) -> None:
    asking, port = Asking(library), free_port()
    async with bot_api() as api:
        with pytest.raises(CannotMeasure, match="does not start"):
            async with measuring._running((sys.executable, "-c", ""), api, port, asking.made("press", 1)[0]):
                pass

        own = int(api.address.rpartition(":")[2])
        with pytest.raises(CannotMeasure, match="did not make its calls"):
            await measuring._Process(0, own, api)._asked("press", [request("/")], 1, patience=0.1)


@pytest.mark.soak
async def test_signpost_is_measured_by_its_own_processor_time_and_by_the_calls_it_makes(library: Library) -> None:
    asking, port = Asking(library), free_port()
    first = asking.made("press", 1)[0]
    async with bot_api() as api, measuring._running(measuring.SERVE, api, port, first) as process:
        before = measuring.processor_time(process.pid), api.calls
        press = await process.cost("press", 0.0, asking.made("press", 100))
        await process.cost("question", 0.06, asking.made("question", 20))
        used = measuring.processor_time(process.pid) - before[0]

    assert api.calls - before[1] >= 100 * 2 + 20
    assert 0 < press.cpu * 80 / 1e3 <= used
    assert press.rate > 0


@pytest.mark.soak
async def test_the_whole_table_is_measured_in_the_real_process(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.encoder import ready

    encoder, said = ready(None)[0], list[str]()
    assert encoder is not None
    monkeypatch.setattr(measuring, "STARTS", 1)  # the median of three is for a figure, not for a test
    await measuring.measured(library, encoder, 20, said.append)

    kinds = [line.split()[0] for line in said[1:]]
    assert kinds == [*(kind for kind, _ in measuring.ASKED), "the", "from", "from"]
