"""``signpost edit``: a form changes only its own lines, and nothing is written that would be refused."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx
import pytest

from bot.content.field_specs import field_specs
from bot.content.load_in_process import find_content
from bot.content.loader import load, read
from bot.core.entry import Entry
from bot.core.service import Service
from bot.editor.forms import EditSite, ShownForm, shown_form
from bot.editor.forms.controls import Control, leaves
from bot.editor.preview.panel import PreviewOptions
from bot.editor.schemas.cms import NOT_IN_FORMS
from tests.guides import HEARING
from tests.preview import Shown, shown
from tests.small_content import change, small_content

TOKEN = "a-token"
LINE, BED = "guidance/services/day-line.yaml", "guidance/home-life/bed-tonight.yaml"
ASKED = BED.replace(".yaml", ".asked.yaml")
SERVICE, ENTRY = f"/edit/{TOKEN}/service/day-line", f"/edit/{TOKEN}/entry/bed-tonight"
Sent = dict[str, list[str]]


@pytest.fixture(name="preview")
def _preview(tmp_path: Path) -> Iterator[Shown]:
    """Yield watched content in which the ways to ask for one entry are in a file beside it."""
    folder = small_content(tmp_path / "content")
    change(folder, BED, "phrasings:\n  - she has no bed for tonight\n", "")
    (folder / ASKED).write_text("phrasings:\n  - she has no bed for tonight\n", "utf-8")
    made = shown(folder, drafts=True)
    made.watch.start()
    yield made
    made.watch.stop()


def opened(folder: Path, kind: str, id: str) -> ShownForm:
    return shown_form(folder, read(folder)[0], kind, id)


def as_sent(form: ShownForm) -> Sent:
    """Return what a browser sends if nobody changes anything, with Windows line ends."""
    found: Sent = {"base": [form.base]}
    for one in (one for part in form.parts for one in leaves(part.inner) if not one.inner):
        lines = list(one.value) if isinstance(one.value, tuple) else [one.value.replace("\n", "\r\n")]
        found[one.name] = lines if one.looks == "ticks" else ["\r\n".join(lines)]
    return {name: values for name, values in found.items() if values}


def site(preview: Shown) -> httpx.AsyncClient:
    copy = preview.folder.parent / "copy"
    copy.mkdir(exist_ok=True)
    made = EditSite(PreviewOptions(preview.folder, HEARING, True, "off"), preview.shelf, TOKEN, copy)
    return httpx.AsyncClient(transport=httpx.ASGITransport(made), base_url="http://127.0.0.1", timeout=60)


def differing(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def written(preview: Shown, file: str) -> str:
    return (preview.folder / file).read_text("utf-8")


# What is sent


@pytest.mark.parametrize("step", [40, pytest.param(1, marks=pytest.mark.soak)])
def test_a_form_that_is_sent_as_it_was_opened_changes_no_byte_of_any_file(step: int) -> None:
    content, _ = read(find_content())
    things = [(kind, id) for kind, id in content.files if kind in ("entry", "service")][::step]
    wrong = []
    for kind, id in things:
        form = shown_form(find_content(), content, kind, id)
        made = form.written(as_sent(form), draft=False)
        wrong += [part.file for part in form.parts if made[part.file] != part.data]

    assert len(things) > 300 // step
    assert wrong == []


@pytest.mark.parametrize(("kind", "of"), [("entry", Entry), ("service", Service)])
def test_every_field_has_its_control_without_a_line_of_code_for_it(preview: Shown, kind: str, of: type) -> None:
    form = opened(preview.folder, kind, "bed-tonight" if kind == "entry" else "day-line")
    shown_ = {one.key for part in form.parts for one in part.inner}
    hidden = {name for each, name in NOT_IN_FORMS if each is of}

    assert {spec.name for spec in field_specs(of) if not spec.from_path} - shown_ == hidden


def control(form: ShownForm, name: str) -> Control:
    return next(one for part in form.parts for one in leaves(part.inner) if one.name == name)


@pytest.mark.parametrize(
    ("sent", "gone", "new"),
    [
        ({"own.hours": ["9am to 5pm"]}, ["hours: 24 hours"], ["hours: 9am to 5pm"]),
        ({"own.needs": ["talk", "danger"]}, ["needs: [talk]"], ["needs: [talk, danger]"]),
        (
            {"own.phones.1.number": ["0131 496 0001"]},
            [],
            ['  - {number: "0131 496 0001"}'],
        ),
        ({"own.email": ["a@example.scot"]}, [], ["email: a@example.scot"]),
        (
            {"own.eligibility.minimum_age": ["18"]},
            ["eligibility: {for: Anyone, not_for: Nobody, minimum_age: 16}"],
            ["eligibility: {for: Anyone, not_for: Nobody, minimum_age: 18}"],
        ),
        ({"own.confidential_location": ["true"]}, ["confidential_location: false"], ["confidential_location: true"]),
        (
            {"own.assured.on": ["2026-11-20"], "own.assured.by": ["A. Person"], "own.assured.how": ["by phone"]},
            ["assured: null"],
            ["assured:", '  "on": 2026-11-20', "  by: A. Person", "  how: by phone"],
        ),
        ({"own.url": [""]}, ["url: https://www.example.scot/day-line"], []),
        (
            {"own.phones.0.gone": ["yes"]},
            ["phones:", '  - {number: "0131 496 0000", purpose: day and night}'],
            ["phones: []"],
        ),
    ],
)
def test_what_is_typed_changes_only_its_lines(
    preview: Shown, sent: Sent, gone: Sequence[str], new: Sequence[str]
) -> None:
    form = opened(preview.folder, "service", "day-line")
    after = form.written({**as_sent(form), **sent}, draft=False)[LINE].decode()

    assert differing(written(preview, LINE), after) == (gone, new)


# What is saved


async def test_a_save_writes_the_line_and_the_preview_shows_it_at_once(preview: Shown) -> None:
    before, form = written(preview, LINE), opened(preview.folder, "service", "day-line")
    async with site(preview) as web:
        done = await web.post(SERVICE, data={**as_sent(form), "own.hours": ["9am to 5pm"]})
        content = preview.shelf.shown.content

    assert content is not None
    assert content.guide.library.services["day-line"].hours == "9am to 5pm"
    assert (done.status_code, done.headers["location"]) == (303, f"{SERVICE}?saved=yes")
    assert differing(before, written(preview, LINE)) == (["hours: 24 hours"], ["hours: 9am to 5pm"])


async def test_a_fault_is_shown_beside_its_field_and_nothing_is_written_but_a_draft(preview: Shown) -> None:
    before, form = written(preview, BED), opened(preview.folder, "entry", "bed-tonight")
    typed = {**as_sent(form), "own.say": ["She"], "own.avoid": [""], "asked.phrasings": ["no bed\r\nNo bed!"]}
    async with site(preview) as web:
        refused = await web.post(ENTRY, data=typed)
        kept = written(preview, BED)
        draft = await web.post(ENTRY, data={**typed, "draft": ["yes"]})

    assert (refused.status_code, kept) == (422, before)
    assert '<a href="#own.avoid">Avoid: &#34;avoid&#34; is missing; write avoid: what to leave' in refused.text
    assert 'id="asked.phrasings-error"' in refused.text
    assert "this phrasing is already on line 2; keep one of the two" in refused.text
    assert ">\nno bed\nNo bed!</textarea>" in refused.text
    assert draft.headers["location"] == f"{ENTRY}?saved=draft"
    assert written(preview, BED).startswith("title: She needs a bed tonight\nstatus: draft\n")
    assert written(preview, ASKED) == "phrasings:\n  - no bed\n  - No bed!\n"


async def test_a_file_that_changed_meanwhile_is_not_overwritten_and_nothing_typed_is_lost(preview: Shown) -> None:
    form = opened(preview.folder, "service", "day-line")
    change(preview.folder, LINE, "hours: 24 hours", "hours: 9am to 4pm")
    typed = {**as_sent(form), "own.hours": ["9am to 5pm"], "own.cost": ["Free to ring"]}
    async with site(preview) as web:
        asked = await web.post(SERVICE, data=typed)
        now = written(preview, LINE)
        again = await web.post(SERVICE, data={**typed, "base": [opened(preview.folder, "service", "day-line").base]})

    assert asked.status_code == 409
    assert "hours: 9am to 4pm\n" in now
    assert "here is what you typed; the file now says: 9am to 4pm" in asked.text
    assert 'value="Free to ring"' in asked.text
    assert again.status_code == 303
    assert load(preview.folder).services["day-line"].hours == "9am to 5pm"


async def test_a_file_that_cannot_be_read_says_where_and_comes_back_once_it_is_mended(preview: Shown) -> None:
    change(preview.folder, LINE, "name: Day line", "name: [Day line")
    async with site(preview) as web:
        broken = await web.get(SERVICE)
        change(preview.folder, LINE, "name: [Day line", "name: Day line")
        mended = await web.get(SERVICE)

    assert f"{LINE}, line 1" in broken.text
    assert 'name="own.hours"' in mended.text


# Who may


async def test_only_this_machine_with_the_token_and_no_other_site_is_answered(preview: Shown) -> None:
    form = as_sent(opened(preview.folder, "service", "day-line"))
    before = written(preview, LINE)
    async with site(preview) as web:
        answers = [
            await web.get("/edit/another/service/day-line"),
            await web.get(f"/edit/{TOKEN}"),
            await web.get(SERVICE, headers={"host": "example.scot"}),
            await web.post(SERVICE, data=form, headers={"origin": "https://example.scot"}),
            await web.post(SERVICE, data=form, headers={"origin": "null"}),
            await web.post(SERVICE, data=form, headers={"sec-fetch-site": "cross-site"}),
            await web.get(f"/edit/{TOKEN}/entry/nobody"),
            await web.get(f"/edit/{TOKEN}/flow/find-help"),
        ]
        own = await web.get(SERVICE)
        framed = await web.get("/go/service_day-line")

    assert [answer.status_code for answer in answers] == [404, 404, 403, 403, 403, 403, 404, 404]
    assert written(preview, LINE) == before
    assert "frame-ancestors 'none'" in own.headers["content-security-policy"]
    assert "frame-ancestors 'self'" in framed.headers["content-security-policy"]
    assert own.headers["cache-control"] == "no-store"


async def test_the_list_finds_by_name(preview: Shown) -> None:
    async with site(preview) as web:
        whole, found, none = [(await web.get(f"/edit/{TOKEN}/{q}")).text for q in ("", "?find=BED", "?find=zzz")]

    assert f'href="{SERVICE}"' in whole
    assert f'href="{ENTRY}"' in found
    assert f'href="{SERVICE}"' not in found
    assert "Nothing is called that." in none
