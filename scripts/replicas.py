"""Measure one and three processes behind nginx, with one PostgreSQL: ``python -m scripts.replicas [REQUESTS]``.

The proxy is nginx with deploy/nginx.conf, without TLS; PostgreSQL is that of the tests, in memory. This process asks,
and is Telegram too. All share the processors, perhaps with others: what a request used says more than the rate.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import tests.postgres as postgres
from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.editor.benchmark_wire import FakeBotApi, asked, bot_api, free_port
from bot.editor.process_benchmark import CALLS, SECRET, Asking, processor_time
from bot.editor.process_benchmark import _ready as ready
from bot.editor.process_benchmark import _settings as settings

ROOT = Path(__file__).parents[1]
PEOPLE = 50  # at the same time
KINDS = ("ask", "page", "press", "question")
CPUS = os.cpu_count() or 1
ROW = "{:>9}  {:<9} {:>8} {:>7} {:>7}  {:>9} {:>7} {:>9} {:>7}  {:>5} {:>8}"
HEAD = (
    ("", "", "", "", "", "CPU ms of", "", "", "", "", "at most"),
    (
        *("processes", "asked", "a second", "p50 ms", "p95", "Signpost", "nginx", "database", "asker"),
        *("busy", "a second"),
    ),
)


@contextmanager
def signposts(number: int, api: FakeBotApi, folder: Path, database: str) -> Iterator[dict[int, int]]:
    """Run some processes that share a database, a state folder and a cache; yield the process of each port."""
    own = {"SIGNPOST_CACHE": str(folder / "cache"), "SIGNPOST_DATABASE": database, "SIGNPOST_PROXIES": "127.0.0.1"}
    own |= {"SIGNPOST_COUNT_SECRET": SECRET}
    with ExitStack() as running:
        found = {}
        for _ in range(number):
            environment = {**os.environ, **settings(api, port := free_port(), str(folder / "state")), **own}
            serve = (sys.executable, "-m", "bot", "serve")
            null = subprocess.DEVNULL
            started = subprocess.Popen(serve, env=environment, stdout=null, stderr=null)  # noqa: S603 - our own
            running.callback(started.wait)
            running.callback(started.terminate)
            found[port] = started.pid
        yield found


def nginx_settings(ports: Sequence[int], port: int, folder: Path) -> str:
    """Return deploy/nginx.conf without TLS, listening on a port of this machine, in front of some others."""
    head, _, rest = (ROOT / "deploy" / "nginx.conf").read_text().partition("    server {\n        listen 8080;")
    lines = (head + "    server {\n" + rest.partition("    server {\n")[2]).splitlines()
    changed = "\n".join(line for line in lines if "ssl_" not in line)
    for old, new in {
        "server signpost:8080;": " ".join(f"server 127.0.0.1:{each};" for each in ports),
        "listen 8443 ssl http2;": f"listen 127.0.0.1:{port};",
        "/tmp/nginx": f"{folder}/nginx",  # noqa: S108 - what stands in the file
        "/dev/stdout": f"{folder}/access.log",
    }.items():
        if old not in changed:
            raise SystemExit(f"deploy/nginx.conf has no {old}")
        changed = changed.replace(old, new)
    return changed


@contextmanager
def nginx(ports: Sequence[int], folder: Path) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """Run nginx with the settings of deploy/ in front of some ports; yield its own port, and its process."""
    port = free_port()
    (folder / "nginx.conf").write_text(nginx_settings(ports, port, folder))
    told = "daemon off; user root;" if os.getuid() == 0 else "daemon off;"
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr", "-g", told]
    running = subprocess.Popen(command, env={**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"})  # noqa: S603
    try:
        yield port, running
    finally:
        running.terminate()
        running.wait()


def used_by(pid: int) -> float:
    """Return the seconds of processor time of a process and all that it has started, of those that have ended too."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        ended = sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[13:15]))
        return processor_time(pid) + ended / os.sysconf("SC_CLK_TCK") + sum(used_by(int(each)) for each in children)
    except OSError:  # it has ended
        return 0.0


async def until_all_are_ready(ports: Sequence[int]) -> None:
    """Wait until each process uses its encoder."""
    for port in ports:
        for _ in range(600):
            try:
                await ready(port)
                break
            except OSError:
                await asyncio.sleep(0.2)


async def measured(number: int, api: FakeBotApi, folder: Path, database: str, asking: Asking, requests: int) -> None:
    """Print a line for each kind of request to some processes."""
    with signposts(number, api, folder, database) as found, nginx([*found], folder) as (port, proxy):
        await until_all_are_ready([*found])
        server = int((Path(database.partition("?host=")[2]) / "data" / "postmaster.pid").read_text().split()[0])
        groups = [[*found.values()], [proxy.pid], [server]]
        for kind in KINDS:
            await asked(port, asking.made(kind, max(50, requests // 5)), PEOPLE)  # this only warms them up
            before, had = [sum(map(used_by, each)) for each in groups], api.calls
            own, begun = time.process_time(), time.perf_counter()
            answered = await asked(port, asking.made(kind, requests), PEOPLE)
            await api.had(had + CALLS[kind] * requests, 120.0)
            took = time.perf_counter() - begun
            if bad := {status: times for status, times in answered.statuses.items() if status not in (200, 303)}:
                raise SystemExit(f"{kind}: {bad}")
            used = [sum(map(used_by, each)) - then for each, then in zip(groups, before, strict=True)]
            used.append(time.process_time() - own)
            waited = [sorted(answered.taken)[len(answered.taken) * part // 100] * 1e3 for part in (50, 95)]
            cells = [f"{each:.0f}" for each in (requests / took, *waited)]
            cells += [f"{each / requests * 1e3:.2f}" for each in used]
            cells += [f"{sum(used) / took / CPUS:.0%}", f"{requests / sum(used) * CPUS:.0f}"]
            print(ROW.format(number, kind, *cells), flush=True)


async def main(requests: int) -> None:
    """Print a table of what one and three processes do, twice, because the machine may be busier at one time."""
    asking = Asking(load(find_content()))
    print(f"{CPUS} processors; load before: {os.getloadavg()[0]:.1f}")
    print(*(ROW.format(*cells) for cells in HEAD), sep="\n")
    with tempfile.TemporaryDirectory() as made, postgres.server() as address:
        folder = Path(made)
        kept = {**os.environ, "SIGNPOST_CACHE": str(folder / "cache")}
        prepare = (sys.executable, "-m", "bot", "prepare")
        await asyncio.to_thread(subprocess.run, prepare, env=kept, check=True, capture_output=True)
        async with bot_api() as api:
            for number in (1, 3, 1, 3):
                await measured(number, api, folder, postgres.new_database(address), asking, requests)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
