"""Posters and desk cards: what is on them and what never is, and the link that opens Signpost for a job."""

import re
from collections.abc import Iterator
from pathlib import Path

import playwright.sync_api as playwright
import pytest
import segno
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.channels.talk import Talk
from bot.core.guide import Guide
from bot.core.position import LENGTH, decode
from bot.editor import posters
from bot.editor.posters import PosterLinks, poster, start_code
from tests.line import Line, all_done, fast, intake
from tests.web import GLASGOW, client, made
from tests.wire import message

CHROMIUM = Path("/usr/bin/chromium")
PUBLIC = "https://signpost.example"
ROSE = 11
QUESTION = "she needs a bed tonight"
LINKS = PosterLinks(PUBLIC, "signpost_bot")
JOB, AREA = "Your job: Housing and homelessness", "Area: Glasgow City"


@pytest.fixture(name="line")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    assert line.complaints == []


def signpost(*arguments: str, **variables: str) -> Result:
    return CliRunner().invoke(main, arguments, env={"SIGNPOST_PUBLIC_URL": PUBLIC, **variables})


# The link


def test_every_job_and_area_has_a_link_that_fits_telegram_and_is_read_back(real: Guide) -> None:
    roles, councils = ("", *real.library.vocabulary.roles), ("", *real.library.areas.councils)
    codes = {(role, gss): start_code(role, gss) for role in roles for gss in councils}

    assert len(set(codes.values())) == len(codes) == 15 * 33
    for (role, gss), code in codes.items():
        assert re.fullmatch(rf"[A-Za-z0-9_-]{{1,{LENGTH}}}", code)
        position = decode(code)
        assert position is not None
        assert (real.role(position.role), real.area(position.area), position.steps) == (role, gss, ())


async def test_on_the_page_the_link_opens_the_first_screen_with_the_job_and_the_area(talk: Talk) -> None:
    async with client(made(talk)) as web:
        opened = await web.get(f"/go/{start_code('housing', GLASGOW)}")
        [after] = re.findall('name="after" value="([^"]*)"', opened.text)
        asked = await web.post("/ask", data={"question": QUESTION, "after": after}, follow_redirects=True)
        [asked_after] = re.findall('name="after" value="([^"]*)"', asked.text)

    assert opened.status_code == 200
    assert JOB in opened.text
    assert AREA in opened.text
    assert after == start_code("housing", GLASGOW)
    assert AREA in asked.text
    assert asked_after.startswith(after)


@fast
async def test_on_telegram_the_link_opens_the_first_screen_with_the_job_and_the_area_and_they_stay(
    line: Line, talk: Talk
) -> None:
    taker = intake(line, talk)
    start = f"/start {start_code('housing', GLASGOW)}"

    await all_done(taker.take({"update_id": 1, **message(ROSE, 1, text=start)}))
    await all_done(taker.take({"update_id": 2, **message(ROSE, 2, text=QUESTION)}))
    opened, answer = line.texts(ROSE)[0], line.made("sendMessage")[-1]

    assert JOB in opened
    assert AREA in opened
    assert AREA in answer.text
    assert {carried[:5] for carried in answer.buttons.values()} == {start_code("housing", GLASGOW)}


async def test_a_link_for_a_job_that_is_gone_opens_the_first_screen_without_it(talk: Talk, real: Guide) -> None:
    async with client(made(talk)) as web:
        opened = await web.get(f"/go/{start_code('a-job-that-is-gone', GLASGOW)}")

    assert opened.status_code == 200
    assert real.words("start-title") in opened.text
    assert AREA in opened.text


# The poster


def test_a_poster_names_the_job_the_area_and_the_address_and_holds_a_code_for_each_channel(real: Guide) -> None:
    page = poster(real.library, LINKS, role="housing", gss=GLASGOW)
    start = start_code("housing", GLASGOW)

    assert "Housing and homelessness, Glasgow City" in page
    assert "signpost.<wbr>example<" in page  # an address wraps at its dots
    assert "@<wbr>signpost_<wbr>bot" in page
    for address in (f"{PUBLIC}/go/{start}", f"https://t.me/signpost_bot?start={start}"):
        drawn = segno.make(address, error="m", micro=False).svg_inline(border=4, omitsize=True)
        [path] = re.findall(r' d="([^"]*)"', drawn)[-1:]
        assert path in page


def test_nothing_on_a_poster_says_who_it_is_about(real: Guide) -> None:
    telling = re.compile(
        r"\b(sex\w*|prostitut\w*|exploit\w*|abus\w*|rape\w*|traffick\w*|victim\w*|client\w*|women|woman|she|her)\b",
        re.I,
    )
    pages = [poster(real.library, LINKS, role=role, gss="") for role in ("", *real.library.vocabulary.roles)]
    words = [re.sub(r"<style>.*?</style>|<svg.*?</svg>|<[^>]*>", " ", page, flags=re.DOTALL) for page in pages]

    assert len(words) == 15
    assert [found.group() for text in words for found in telling.finditer(text)] == []
    assert all("Danger now? Call 999." in text for text in words)


def test_a_poster_fetches_nothing_and_runs_nothing(real: Guide) -> None:
    page = poster(real.library, LINKS, size="a5")

    assert not re.search(r"<(script|link|img|iframe)\b|url\(|@import", page)
    assert "size: A5" in page


def test_a_poster_may_lead_to_one_channel_alone(real: Guide) -> None:
    page_alone = poster(real.library, PosterLinks(PUBLIC))
    telegram_alone = poster(real.library, PosterLinks(bot="signpost_bot"))

    assert (page_alone.count('role="img"'), telegram_alone.count('role="img"')) == (1, 1)
    assert "Telegram" not in page_alone


def test_the_command_writes_one_for_each_job_and_says_plainly_where_there_is_no_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posters, "which", lambda name: None)
    done = signpost("poster", str(tmp_path / "out"), "--role", "all", "--council", "Glasgow City", "--size", "a5")
    written = sorted(path.name for path in (tmp_path / "out").iterdir())

    assert done.exit_code == 0, done.output
    assert len(written) == 14
    assert "desk-card-a5-housing.html" in written
    assert "No PDF: no Chromium was found." in done.output


def test_a_chromium_that_fails_is_said_and_the_page_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posters, "which", lambda name: "/bin/false")
    done = signpost("poster", str(tmp_path))

    assert (tmp_path / "poster-a4.html").exists()
    assert not (tmp_path / "poster-a4.pdf").exists()
    assert "No PDF: /bin/false wrote none." in done.output


@pytest.mark.parametrize(
    ("arguments", "variables", "said"),
    [
        ((), {"SIGNPOST_PUBLIC_URL": ""}, "a poster needs an address: set SIGNPOST_PUBLIC_URL"),
        (("--role", "astronaut"), {}, "there is no such job; write all, or one of housing, "),
        (("--council", "Narnia"), {}, 'no council is called "Narnia"'),
        (("--bot", "a b"), {}, "a bot's name"),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_cure(
    tmp_path: Path, arguments: tuple[str, ...], variables: dict[str, str], said: str
) -> None:
    done = signpost("poster", str(tmp_path / "out"), *arguments, **variables)

    assert done.exit_code != 0
    assert said in done.output
    assert not (tmp_path / "out").exists()


@pytest.mark.soak
@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not there: apt-get install chromium")
@pytest.mark.parametrize(("size", "points"), [("a4", (595, 842)), ("a5", (420, 595))])
def test_the_pdf_is_one_sheet_of_its_size(tmp_path: Path, size: str, points: tuple[int, int]) -> None:
    done = signpost("poster", str(tmp_path), "--size", size, "--role", "justice", "--bot", "@signpost_bot")
    [pdf] = tmp_path.glob("*.pdf")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes())

    assert done.exit_code == 0, done.output
    assert len(boxes) == 1
    assert [round(float(side)) for side in boxes[0]] == pytest.approx(points, abs=2)


@pytest.mark.soak
@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not there: apt-get install chromium")
def test_nothing_is_cut_off_a_sheet_however_long_its_words(real: Guide) -> None:
    longest = PosterLinks("https://signpost.health-and-care.example.gov.scot", "a_long_name_for_a_telegram_bot32")
    roles = max(real.library.vocabulary.roles.items(), key=lambda pair: len(pair[1]))
    cut = {}
    with playwright.sync_playwright() as opened:
        browser = opened.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        for size, links in (("a4", longest), ("a5", longest), ("a4", PosterLinks(PUBLIC)), ("a5", PosterLinks(PUBLIC))):
            page = browser.new_page()
            page.set_content(poster(real.library, links, size=size, role=roles[0], gss="S12000006"))
            page.emulate_media(media="print")
            cut[size, links] = page.evaluate(
                "[...document.querySelectorAll('main, section, p')].some(e => e.scrollHeight > e.clientHeight + 1"
                " || e.scrollWidth > e.clientWidth + 1)"
            )
        browser.close()

    assert set(cut.values()) == {False}
