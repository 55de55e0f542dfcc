"""Five journeys through the page in a real browser: taps, what is fetched, and what a screen reader says.

That is kept in ``tests/transcripts/page/`` to be read; ``python -m tests.journeys`` writes it again.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bot.channels.talk import Talk
from bot.state.address_keys import AddressKeys
from tests.web import made, served

FOLDER = Path(__file__).parent / "transcripts/page"
PHONE: Any = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
_CHROMIUM = "/usr/bin/chromium"
_SUGGESTIONS = ("/suggest.js", "/suggestions.js")
_UNTOLD = {"none", "generic", "InlineTextBox", "LineBreak", "RootWebArea", "ListMarker", "SvgRoot", "LabelText"}
_STATES = ("level", "expanded", "multiline", "required", "focused")


@dataclass(frozen=True)
class Journey:
    """What somebody types on the first page and then taps, and what must be on the screen at the end.

    Attributes:
        taps: the words of each button or link that is tapped; ``*`` for the name of the first service.
        most: the most kilobytes that may be fetched, by somebody new too.
        before: how many of the taps lead to where the journey begins.
    """

    name: str
    typed: str
    taps: tuple[str, ...]
    ends: str
    most: int
    before: int = 0


ASK = "Ask"
TOLD = "she's just told me she sells sex, what do i say"
PRINT = "To print, or save to a phone"
JOURNEYS = (
    Journey("just-told-me", TOLD, (ASK,), "Thank you for telling me", 12),
    Journey("number-by-name", "tara", (ASK,), "0141 276 7724", 12),
    Journey("bed-tonight-dundee", "bed tonight in dundee", (ASK,), "01382 307964", 20),
    Journey(
        "printed-card",
        TOLD,
        (ASK, "*", "Card to give her", "To print, or save to a phone"),
        "08088 01 03 02",
        25,
        before=1,
    ),
    Journey("danger", "he has a knife and is in the house", (ASK,), "Call 999 now", 12),
)


@dataclass
class Walked:
    """The result of a journey: bytes fetched, redirects too, those for suggestions, and what screens say."""

    fetched: int = 0
    suggestions: int = 0
    shown: str = ""
    told: list[str] = field(default_factory=list)


def walk(page: Page, address: str, journey: Journey) -> Walked:
    """Make a journey from the first page."""
    walked = Walked()
    with _weighed(page, walked):
        page.goto(address)
        if journey is JOURNEYS[0]:
            walked.told.append(told(page))
        page.locator("#question").tap()
        page.locator("#question").fill(journey.typed)
        for number, words in enumerate(journey.taps):
            if number == journey.before:
                page.wait_for_load_state("networkidle")
                walked.fetched = 0 if number else walked.fetched
            with page.expect_navigation(wait_until="load"):
                _target(page, words).tap()
            walked.told.append(told(page))
        page.wait_for_load_state("networkidle")
    walked.shown = page.inner_text("main")
    return walked


def _target(page: Page, words: str) -> Any:
    if words == ASK:
        return page.locator("form.ask button")
    return page.locator(".who a").first if words == "*" else page.get_by_role("link", name=words, exact=True)


@contextmanager
def _weighed(page: Page, walked: Walked) -> Iterator[None]:
    """Count everything that is sent to a browser meanwhile, headers too."""
    wire, asked = page.context.new_cdp_session(page), {}

    def finished(event: dict[str, Any]) -> None:
        if any(name in asked.get(event["requestId"], "") for name in _SUGGESTIONS):
            walked.suggestions += int(event["encodedDataLength"])
        else:
            walked.fetched += int(event["encodedDataLength"])

    def begun(event: dict[str, Any]) -> None:
        asked[event["requestId"]] = event["request"]["url"]
        walked.fetched += int(event.get("redirectResponse", {}).get("encodedDataLength", 0))  # what led there

    wire.on("Network.requestWillBeSent", begun)
    wire.on("Network.loadingFinished", finished)
    wire.send("Network.enable")
    yield
    wire.detach()


def told(page: Page) -> str:
    """Return what the browser tells a screen reader of a page, from its own accessibility tree."""
    wire = page.context.new_cdp_session(page)
    wire.send("DOM.enable")
    nodes = {node["nodeId"]: node for node in wire.send("Accessibility.getFullAXTree")["nodes"]}
    wire.detach()
    root = next(node for node in nodes.values() if "parentId" not in node)
    return "\n".join([page.title(), *_lines(nodes, root, 0)]) + "\n"


def _lines(nodes: dict[str, Any], node: dict[str, Any], depth: int) -> Iterator[str]:
    role, name = node["role"]["value"], " ".join(node.get("name", {}).get("value", "").split())
    inner = [nodes[each] for each in node.get("childIds", ()) if each in nodes]
    if node.get("ignored") or role in _UNTOLD:
        for each in inner:
            yield from _lines(nodes, each, depth)
    elif role == "StaticText":
        if name:
            yield f"{'  ' * depth}{name}"
    else:
        lines = [*_joined(line for each in inner for line in _lines(nodes, each, depth + 1))]
        if len(lines) == 1 and not name and ": " not in lines[0]:
            name = lines[0].strip()
        of = f": {name}" if name else ""
        yield f"{'  ' * depth}{role}{of}{''.join(f' ({each})' for each in _states(node) if role != 'listitem')}"
        if [line.strip() for line in lines] != [name]:
            yield from lines


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Join the label of a line to what comes after it, as it is read."""
    held: list[str] = []
    for line in lines:
        if line.strip() == ":" and held:
            held.append(":")
        elif held and held[-1] == ":":
            yield f"{held[0]}: {line.strip()}"
            held = []
        else:
            yield from held
            held = [line]
    yield from ("".join(held),) if held else ()


def _states(node: dict[str, Any]) -> list[str]:
    known = {each["name"]: each["value"].get("value") for each in node["properties"] if each["name"] in _STATES}
    return [name if value is True else f"{name} {value}" for name, value in known.items() if value is not False]


@contextmanager
def opened(talk: Talk, now: Callable[[], Any]) -> Iterator[tuple[Browser, str]]:
    """Open a browser, and serve the page as in real use, with its addresses sealed."""
    with served(made(talk, keys=AddressKeys(now))) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        yield browser, address
        browser.close()


def transcript(walked: Walked) -> str:
    """Return what a journey's screens say, one after the other."""
    return "\n".join(walked.told)


def main() -> None:
    """Write what each journey's screens say."""
    from bot.content.load_in_process import find_content
    from bot.content.loader import load
    from bot.encoder import ready
    from tests.conftest import NOW
    from tests.guides import guide, talking

    known = guide(load(find_content()), ready()[0])
    with opened(talking(lambda: known, lambda: NOW), lambda: NOW) as (browser, address):
        for journey in JOURNEYS:
            page = browser.new_context(**PHONE).new_page()
            first, again = walk(page, address, journey), walk(page, address, journey)
            FOLDER.mkdir(exist_ok=True)
            (FOLDER / f"{journey.name}.txt").write_text(transcript(again), "utf-8")
            kilobytes = [f"{each / 1024:.1f} KB" for each in (first.fetched, first.suggestions, again.fetched)]
            print(f"{journey.name}: {kilobytes[0]}, {kilobytes[1]} for suggestions; later {kilobytes[2]}")  # noqa: T201 - a program


if __name__ == "__main__":
    main()
