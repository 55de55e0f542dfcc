"""What the tests share: the real content, loaded once, and a talk over it."""

import gc
import logging
from collections.abc import Generator, Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import settings

import bot.encoder
from bot.channels.talk import Talk
from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.reply import Asked, Turn
from bot.service import live_guide
from tests import real_content
from tests.examples import examples
from tests.guides import guide, talking
from tests.made_up import made_up
from tests.no_skips import pytest_make_collect_report, pytest_runtest_makereport
from tests.postgres import WHY_NOT, programs, server

__all__ = ["pytest_make_collect_report", "pytest_runtest_makereport"]

NOW = datetime(2026, 11, 25, 16, 30, tzinfo=UTC)  # a Wednesday, half past four
SETTLE = live_guide._settle


settings.register_profile("no limit of time for an example", settings(), deadline=None, max_examples=examples(100))
settings.load_profile("no limit of time for an example")


def says(guide: Guide, *messages: str) -> Turn:
    """Return the turn of the last of some messages of one talk."""
    after, last = "", None
    for message in messages:
        last = turn(guide, Asked(message, after), NOW)
        after = last.replies[0].position
    assert last is not None
    return last


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Exclude the million objects that stay until the end from garbage collection."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let each worker begin with the long tests of its share, so that short ones fill up the end.

    What goes through all objects of its process comes first: later there are a million more, which it need not see.
    """
    if any(item.get_closest_marker("soak") for item in items):
        modules: dict[str, list[pytest.Item]] = {}
        for item in items:
            modules.setdefault(item.nodeid.partition("::")[0], []).append(item)
        workers = getattr(config, "workerinput", {"workercount": 1})["workercount"]
        shares: list[list[list[pytest.Item]]] = [[] for _ in range(workers)]
        for module in sorted(modules.values(), key=len, reverse=True):
            min(shares, key=lambda share: sum(map(len, share))).append(module)
        items[:] = [item for share in shares for module in sorted(share, key=_is_long, reverse=True) for item in module]
    items.sort(key=lambda item: "all_objects" not in getattr(item, "fixturenames", ()))


def _is_long(module: list[pytest.Item]) -> float:
    """Return the share of a module's tests that take longer than a developer waits."""
    return sum(item.get_closest_marker("soak") is not None for item in module) / len(module)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Take away the handlers that a command gives the log; they would leave out what the next test logs again."""
    root = logging.getLogger()
    handlers, level, raises = root.handlers[:], root.level, logging.raiseExceptions
    try:
        return (yield)
    finally:
        root.handlers[:], logging.raiseExceptions = handlers, raises
        root.setLevel(level)


@pytest.fixture(name="all_objects")
def _all_objects(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let `gc.get_objects` return the excluded objects too, for a test that looks at all of them."""
    monkeypatch.setattr(live_guide, "_settle", SETTLE)
    gc.unfreeze()
    yield
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _left_out() -> Iterator[None]:
    """Stop a guide that becomes live from collecting the million objects of all tests, unless a test measures that.

    That would tell of what another test left unclosed, in the test that is running. Fixtures of a module make guides
    too, so it is for the whole session.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(live_guide, "_settle", lambda: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def _shared_content() -> Iterator[None]:
    with real_content.shared():
        yield


@pytest.fixture(name="built_anew")
def _built_anew() -> Iterator[None]:
    """Share none of the real content with other tests, so that the cost of building it can be measured."""
    with real_content.built_anew():
        yield


@pytest.fixture(scope="session", name="library")
def _library() -> Library:
    return load(find_content())


@pytest.fixture(scope="session", name="demo")
def _demo(library: Library, tmp_path_factory: pytest.TempPathFactory) -> str:
    return made_up(tmp_path_factory.mktemp("made-up") / "demo-counts.db", library)


@pytest.fixture(scope="session", name="postgres_server")
def _postgres_server() -> Iterator[str]:
    """Run one PostgreSQL server for the tests of a process, each with its own database."""
    if programs() is None:
        pytest.skip(WHY_NOT)
    with server() as address:
        yield address


@pytest.fixture(scope="session", name="real")
def _real(library: Library) -> Guide:
    encoder, why = bot.encoder.ready()
    assert encoder is not None, why
    return guide(library, encoder)


@pytest.fixture(scope="session", name="talk")
def _talk(real: Guide) -> Talk:
    return talking(lambda: real, lambda: NOW)
