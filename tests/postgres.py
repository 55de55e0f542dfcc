"""A PostgreSQL server for the tests: made in a folder, reached by a socket, and stopped and deleted with them."""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SHARED = Path("/dev/shm")  # noqa: S108 - in memory: a server of the tests' own need not outlive them
MEMORY = _SHARED if _SHARED.is_dir() else None
WHY_NOT = "no PostgreSQL server is installed here (initdb and pg_ctl, in PATH or /usr/lib/postgresql/*/bin)"


def programs() -> Path | None:
    """Return the folder of the newest server's programs, or None where there is none."""
    beside = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name))
    on_path = shutil.which("pg_ctl")
    folders = [*beside, *([Path(on_path).resolve().parent] if on_path else [])]
    return next((each for each in folders if (each / "initdb").exists() and (each / "pg_ctl").exists()), None)


@contextmanager
def server() -> Iterator[str]:
    """Run a server, and yield its address, to which a database's name is added."""
    found = programs()
    assert found is not None, WHY_NOT
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir=MEMORY))
    data = folder / "data"
    made = ["--auth=trust", "--username=signpost", "--no-sync", "--encoding=UTF8", "--locale=C"]
    try:
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(folder, _nobody())
        _run([str(found / "initdb"), "-D", str(data), *made])
        start(address := f"postgresql://signpost@/%s?host={folder}")
        yield address
        stop(address)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_numbers = itertools.count()


def new_database(address: str) -> str:
    """Make an empty database on a server, and return its address."""
    import psycopg

    name = f"counts_{next(_numbers)}"
    with psycopg.connect(address % "postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return address % name


def restart(address: str, *, how: str = "immediate") -> None:
    """Stop the server of an address, as if it had been killed, and start it again."""
    stop(address, how=how)
    start(address)


def stop(address: str, *, how: str = "immediate") -> None:
    """Stop the server of an address."""
    _control(address, "-m", how, "stop")


def start(address: str) -> None:
    """Start the server of an address again, with the settings it had."""
    folder = _folder(address)
    settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c shared_buffers=16MB"
    _control(address, "-w", "-l", str(folder / "log"), "-o", settings, "start")


def dump(address: str) -> bytes:
    """Return all that pg_dump says about a database, without its random key."""
    found = programs()
    assert found is not None
    ran = subprocess.run([str(found / "pg_dump"), address], check=True, capture_output=True)
    return b"\n".join(line for line in ran.stdout.splitlines() if not line.startswith((b"\\restrict", b"\\unrestrict")))


def _control(address: str, *arguments: str) -> None:
    found = programs()
    assert found is not None
    _run([str(found / "pg_ctl"), "-D", str(_folder(address) / "data"), *arguments])


def _folder(address: str) -> Path:
    return Path(address.partition("host=")[2])


def _nobody() -> str:
    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(command: list[str]) -> None:
    as_user = {"user": _nobody(), "cwd": "/", "extra_groups": []} if os.getuid() == 0 else {}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **as_user)
