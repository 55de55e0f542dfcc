"""The card to give her on paper, in a real browser: the number is large, nothing is cut off or added."""

from collections.abc import Iterator
from pathlib import Path

import playwright.sync_api as playwright
import pytest

from bot.channels.web.app import app
from bot.core.guide import Guide
from bot.core.position import Position, encode
from bot.core.screens.registry import step_to
from tests.conftest import NOW
from tests.guides import talking
from tests.web import served

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not there: apt-get install chromium"),
]
MOST = 12  # services: those with most to say
PUBLIC = "https://signpost.health-and-care.example.gov.scot"
MEASURED = """() => {
  const card = document.querySelector(".reply"), number = document.querySelector(".way a");
  const box = document.querySelector("svg").getBoundingClientRect();
  const covers = (line) =>
    line.right > box.left && line.left < box.right && line.bottom > box.top && line.top < box.bottom;
  const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT), range = document.createRange();
  let over = false;
  while (texts.nextNode()) {
    if (!texts.currentNode.data.trim() || texts.currentNode.parentElement.closest("svg")) continue;
    range.selectNodeContents(texts.currentNode);
    over ||= [...range.getClientRects()].some(covers);
  }
  return {
    cut: card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1,
    over,
    printed: [...document.querySelectorAll(".unprinted")].some((each) => each.offsetParent),
    size: number ? parseFloat(getComputedStyle(number).fontSize) : 0,
  };
}"""


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as opened:
        browser = opened.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(name="address", scope="module")
def _address(real: Guide) -> Iterator[str]:
    with served(app(talking(lambda: real, lambda: NOW), health=dict, public_url=PUBLIC)) as address:
        yield address


@pytest.mark.parametrize(("size", "least"), [("", 50), ("&wallet=yes", 20)])
@pytest.mark.parametrize("name", ["", "&named=yes"])
def test_a_card_on_paper_has_a_large_number_and_nothing_is_cut_off_or_covered(
    real: Guide, browser: playwright.Browser, address: str, size: str, least: int, name: str
) -> None:
    services = [s for s in real.library.services.values() if s.phones and s.status == "active"]
    fullest = sorted(services, key=lambda s: len(s.hours + s.for_her + s.name + s.url) + 20 * len(s.phones))[-MOST:]
    found = {}
    with browser.new_context(viewport={"width": 720, "height": 1000}) as context:
        page = context.new_page()
        page.emulate_media(media="print")
        for service in fullest:
            page.goto(f"{address}/card/{service.id}?staff=yes{size}{name}")
            found[service.id] = page.evaluate(MEASURED)

    assert len(found) == MOST
    assert {id: each for id, each in found.items() if each["cut"] or each["over"] or each["printed"]} == {}
    assert min(each["size"] for each in found.values()) > least  # pixels


def test_one_press_copies_the_number_and_no_name(browser: playwright.Browser, address: str) -> None:
    position = encode(Position((step_to("hand-over", "rape-crisis-scotland-helpline"),)))
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}/at/{position}")
        copied = []
        for number in range(2):  # each button that was pressed says so, and is no longer called Copy
            page.get_by_role("button", name="Copy").first.click()
            page.get_by_role("button", name="Copied").nth(number).wait_for()
            copied.append(page.evaluate("navigator.clipboard.readText()"))

    assert copied[0] == "08088 01 03 02"
    assert copied[1].startswith("08088 01 03 02\n")
    assert "Rape" not in copied[1]
