"""``signpost rename``: another id everywhere, every other byte unchanged, and links with the old id still work."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.content.load_in_process import find_content
from bot.content.loaded_content import LoadedContent
from bot.content.loader import load, read
from bot.core import conversation
from bot.core.assurance import words_hash
from bot.core.library import Library
from bot.core.position import Position, code, encode, response, unseen
from bot.core.reply import Opened, Pressed
from bot.core.screens.registry import step_to
from bot.core.switches import Switch, Switches, switched
from bot.editor import reference_edits
from bot.editor.content_edits import EditRefused, execute, try_in_copy
from bot.editor.reference_edits import RenamePlan, plan
from bot.editor.uses import resolve
from bot.open_data.oruk import record
from tests.conftest import NOW
from tests.guides import HEARING, guide
from tests.small_content import change, small_content

TODAY = date(2026, 11, 25)
DANGER, BED = "guidance/safety/in-danger.yaml", "guidance/home-life/bed-tonight.yaml"
# One of each kind that has an id, and its new one.
EACH = {
    "entry:bed-tonight": "somewhere-tonight",
    "flow:danger-now": "in-danger-now",
    "service:day-line": "listening-line",
    "fact:window": "best-within",
    "theme:home-life": "a-home",
    "role:housing": "homes",
    "need:talk": "company",
    "step:find-help/where": "which-area",
    "step:danger-now/call-999": "ring-999",
    "option:danger-now/hurt/fine": "not-hurt",
}
WITHOUT_ALIAS = {"fact:window", "need:talk"}


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return small_content(tmp_path)


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def planned(folder: Path, old: str, new: str) -> RenamePlan:
    """Return the plan to rename something in a folder."""
    draft, faults = read(folder)
    assert faults == []
    [named] = resolve(draft, old)
    return plan(folder, draft, named, new)


def renamed(folder: Path, old: str, new: str) -> Library:
    """Rename something in a folder and return the library that is then read."""
    execute(folder, planned(folder, old, new))
    return load(folder)


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[str, list[tuple[str, str]]]:
    """Return the lines that differ between two states of the same files, file by file."""
    return {
        file: [
            pair
            for pair in zip(before[file].decode().splitlines(), after[file].decode().splitlines(), strict=False)
            if pair[0] != pair[1]
        ]
        for file in before
        if file in after and before[file] != after[file]
    }


# What moves, and what stays


@pytest.mark.parametrize(("old", "new"), EACH.items(), ids=list(EACH))
def test_a_thing_is_renamed_everywhere_and_the_content_still_loads(folder: Path, old: str, new: str) -> None:
    before = read(folder)[0]
    [named] = resolve(before, old)

    made = planned(folder, old, new)
    execute(folder, made)
    draft, faults = read(folder)

    assert faults == []
    assert made.lines
    assert not resolve(draft, old)
    assert resolve(draft, f"{named.what}:{str(named).removesuffix(named.id)}{new}")
    assert made.alias == (old not in WITHOUT_ALIAS)


@pytest.mark.parametrize(("old", "new"), EACH.items(), ids=list(EACH))
def test_renaming_there_and_back_leaves_every_byte_but_the_alias(folder: Path, old: str, new: str) -> None:
    before = files(folder)
    kind, _, path = old.partition(":")
    parent, _, id = path.rpartition("/")

    renamed(folder, old, new)
    renamed(folder, f"{kind}:{parent + '/' if parent else ''}{new}", id)
    after = files(folder)

    assert set(after) == set(before)
    for file in before:
        rest = after[file].decode().replace(f", aliases: [{new}]", "").splitlines()
        assert [line for line in rest if "aliases" not in line] == before[file].decode().splitlines(), file


def test_only_references_change_and_words_that_look_alike_stay(folder: Path) -> None:
    change(folder, DANGER, "  - Tell a colleague.", "  - Tell a colleague: day-line, service:day-line, the day-line.")
    change(folder, DANGER, "keywords: [danger, hurt]", "keywords: [danger, day-line]  # day-line, {service:day-line}")
    before = files(folder)

    renamed(folder, "service:day-line", "listening-line")

    assert changed(before, files(folder))[DANGER] == [
        (
            "  She can phone {service:day-line} herself. Offer to sit with her while she does.",
            "  She can phone {service:listening-line} herself. Offer to sit with her while she does.",
        ),
        ("services: [day-line]", "services: [listening-line]"),
    ]


def test_quotes_in_messages_and_in_what_is_left_to_others_are_renamed_too(folder: Path) -> None:
    change(
        folder,
        "guidance/messages.yaml",
        'none-text: "Words"',
        'none-text: "Ring {service:day-line}, {service:day-line}"',
    )

    library = renamed(folder, "service:day-line", "listening-line")

    assert library.messages["none-text"] == "Ring {service:listening-line}, {service:listening-line}"
    assert "{service:listening-line}" in library.outside["council-matters"].reply
    assert library.vocabulary.person_to_phone == ("listening-line",)


def test_an_id_stays_in_its_quotes_and_lines_keep_their_windows_ends_and_their_mark(folder: Path) -> None:
    path = folder / BED
    text = path.read_text("utf-8").replace("belongs: in-danger}", 'belongs: "in-danger"}', 1)
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    renamed(folder, "entry:in-danger", "hurt-now")
    data = path.read_bytes()

    assert b'belongs: "hurt-now"}' in data
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == text.count("\n")
    renamed(folder, "entry:bed-tonight", "somewhere-tonight")
    assert path.with_name("somewhere-tonight.yaml").read_bytes().endswith(b"\r\naliases: [bed-tonight]\r\n")


def test_what_is_withdrawn_is_renamed_along(folder: Path) -> None:
    change(folder, BED, "urgency: same-day", "status: withdrawn\nreplaced_by: in-danger\nurgency: same-day")
    change(folder, DANGER, "related: [bed-tonight]\n", "")
    change(folder, DANGER, "not_this_one:\n  - {when: She needs a bed tonight, see: bed-tonight}\n", "")
    text = (folder / DANGER).read_text("utf-8")
    (folder / DANGER).write_text(text.replace("belongs: bed-tonight", "belongs: far-away"), "utf-8")
    other = text.replace("belongs: bed-tonight", "belongs: in-danger").replace(
        "title: She is in", "title: She is out of"
    )
    other = other.replace("he is at the door", "it is over").replace("someone is hurting her right now", "he is gone")
    (folder / "guidance/safety/far-away.yaml").write_text(other, "utf-8")

    renamed(folder, "entry:in-danger", "hurt-now")

    assert "replaced_by: hurt-now" in (folder / BED).read_text("utf-8")


# The id from before


def test_an_old_button_link_and_card_find_what_was_renamed_without_a_word(folder: Path) -> None:
    was = guide(load(folder))
    before = conversation.turn(was, Pressed(encode(Position((step_to("entry", "bed-tonight"),)))), NOW).replies
    now = guide(renamed(folder, "entry:bed-tonight", "somewhere-tonight"))

    pressed = conversation.turn(now, Pressed(encode(Position((step_to("entry", "bed-tonight"),)))), NOW)
    opened = conversation.turn(now, Opened("bed-tonight"), NOW)

    assert pressed.replies[0].blocks == before[0].blocks == opened.replies[0].blocks
    assert pressed.entries == opened.entries == ("somewhere-tonight",)
    assert unseen(pressed.replies[0].position) == encode(Position((step_to("entry", "somewhere-tonight"),)))


def test_an_old_walk_goes_on_where_it_was_when_its_flow_question_and_answer_are_renamed(folder: Path) -> None:
    at = encode(Position((step_to("flow", "danger-now"), response("hurt", "fine"))))
    before = conversation.turn(guide(load(folder)), Pressed(at), NOW).replies[0]

    renamed(folder, "option:danger-now/hurt/fine", "not-hurt")
    renamed(folder, "step:danger-now/hurt", "anyone-hurt")
    now = guide(renamed(folder, "flow:danger-now", "in-danger-now"))
    after = conversation.turn(now, Pressed(at), NOW).replies[0]

    assert after.blocks == before.blocks
    today = Position((step_to("flow", "in-danger-now"), response("anyone-hurt", "not-hurt")))
    assert unseen(after.position) == encode(today)


def test_an_old_button_keeps_its_role_and_its_theme(folder: Path) -> None:
    old = replace(Position((step_to("theme", "safety"), step_to("entry", "in-danger"))), role=code("housing", 2))
    before = conversation.turn(guide(load(folder)), Pressed(encode(old)), NOW).replies[0]

    renamed(folder, "theme:safety", "staying-safe")
    now = guide(renamed(folder, "role:housing", "homes"))
    after = conversation.turn(now, Pressed(encode(old)), NOW).replies[0]

    assert after.blocks == before.blocks
    assert any("a door that locks" in block.text for block in after.blocks)


def test_a_service_that_is_paused_stays_paused_by_its_old_id_and_keeps_its_record_for_others(folder: Path) -> None:
    before = load(folder)
    off = Switches((Switch("service", "night-team", "paused", TODAY, "Flood"),))

    library = renamed(folder, "service:night-team", "beds-tonight")

    assert switched(library, off, TODAY).services["beds-tonight"].status == "paused"
    record_before = record(before, before.services["night-team"], TODAY)
    assert record(library, library.services["beds-tonight"], TODAY) == record_before


@pytest.mark.parametrize(("old", "new"), EACH.items(), ids=list(EACH))
def test_nobody_has_to_sign_again_because_of_an_id(folder: Path, old: str, new: str) -> None:
    def signed(library: Library) -> set[str]:
        return {words_hash(thing, library) for thing in (*library.entries.values(), *library.flows.values())}

    before = signed(load(folder))

    assert signed(renamed(folder, old, new)) == before


def test_a_second_rename_keeps_both_ids_from_before_and_the_way_back_drops_one(folder: Path) -> None:
    renamed(folder, "entry:bed-tonight", "a-bed")
    second = renamed(folder, "entry:a-bed", "a-room")
    back = renamed(folder, "entry:a-room", "a-bed")

    assert second.entries["a-room"].aliases == ("bed-tonight", "a-bed")
    assert back.entries["a-bed"].aliases == ("bed-tonight", "a-room")


def test_aliases_one_a_line_get_a_line_more(folder: Path) -> None:
    change(folder, BED, "review_every: 6 months\n", "review_every: 6 months\naliases:\n  - a-bed  # till 2025\n")

    renamed(folder, "entry:bed-tonight", "somewhere-tonight")

    text = (folder / "guidance/home-life/somewhere-tonight.yaml").read_text("utf-8")
    assert text.endswith("aliases:\n  - a-bed  # till 2025\n  - bed-tonight\n")


def test_a_role_renamed_twice_is_found_by_both_ids_from_before(folder: Path) -> None:
    renamed(folder, "role:housing", "homes")
    library = renamed(folder, "role:homes", "a-home")

    assert library.vocabulary.aliases.roles == {"housing": "a-home", "homes": "a-home"}


# What is refused


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("entry:bed-tonight", "in-danger", '"in-danger" is the id of another entry already'),
        ("entry:bed-tonight", "bed-tonight", "it already has this id"),
        ("entry:bed-tonight", "Bed_Tonight", "an id holds only a-z, 0-9 and single hyphens"),
        ("entry:bed-tonight", "help", "a word with a meaning of its own"),
        ("need:talk", "null", "a word with a meaning of its own"),
        ("theme:safety", "services", "holds no entries"),
        ("step:danger-now/hurt", "call-999", "already"),
        ("crisis card:danger", "danger-now", "the id of a crisis card stays"),
        ("council:S12000036", "edinburgh", "the id of a council stays"),
    ],
)
def test_an_id_that_cannot_be_is_refused_in_words(folder: Path, old: str, new: str, why: str) -> None:
    with pytest.raises(EditRefused, match=why):
        planned(folder, old, new)


def test_a_quote_written_in_pieces_is_refused_with_its_place(folder: Path) -> None:
    change(
        folder,
        DANGER,
        "first: Call 999 if anyone is being hurt.",
        'first: "Call 999. Ring {service:day\\x2dline} after."',
    )

    with pytest.raises(EditRefused, match=r"in-danger\.yaml:3:8: write \{service:day-line\} here in one piece"):
        planned(folder, "service:day-line", "listening-line")


def test_nothing_is_written_where_the_content_would_be_worse(folder: Path) -> None:
    renamed(folder, "entry:bed-tonight", "a-bed")
    before = files(folder)
    made = planned(folder, "entry:in-danger", "bed-tonight")

    with pytest.raises(EditRefused, match=r"(?s)would have 1 more error\..*\"bed-tonight\" is an id in use"):
        try_in_copy(folder, made, TODAY, HEARING)

    assert files(folder) == before


def test_a_rename_that_fails_half_way_is_put_back_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = planned(folder, "service:day-line", "listening-line")
    before = files(folder)
    done = Path.replace
    left = iter([True, True, True])

    def fails(path: Path, target: Path) -> Path:
        if not next(left, False):
            raise OSError(28, "No space left on device", str(path))
        return done(path, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(EditRefused, match=r"Nothing was changed: .* \(No space left on device\)"):
        execute(folder, made)

    assert files(folder) == before


def test_a_rename_is_on_the_disk_before_it_takes_the_place_of_anything(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = planned(folder, "service:day-line", "listening-line")
    before = files(folder)

    def fails(opened: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(EditRefused, match=r"Nothing was changed: .* \(Input/output error\)"):
        execute(folder, made)

    assert files(folder) == before


def test_a_file_in_the_way_is_never_written_over(folder: Path) -> None:
    made = planned(folder, "entry:bed-tonight", "somewhere-tonight")
    other = folder / "guidance/home-life/somewhere-tonight.yaml"
    other.write_text("title: Mine\n", "utf-8")
    before = files(folder)

    with pytest.raises(EditRefused, match="already exists"):
        execute(folder, made)

    assert files(folder) == before


# The real content


def test_a_service_of_the_real_content_is_renamed_in_its_lines_and_in_nothing_else(tmp_path: Path) -> None:
    real = find_content()
    draft, faults = read(real)
    assert faults == []
    old, new = "rape-crisis-scotland-helpline", "national-helpline"
    [named] = resolve(draft, old)

    made = plan(real, draft, named, new)

    assert len(made.files) > 40
    for file, data in made.files.items():
        was, will = (real / file).read_bytes().decode().splitlines(), data.decode().splitlines()
        rest = will[:-1] if file == made.moves[0][0] else will
        assert len(rest) == len(was), file
        pairs = [(before, after) for before, after in zip(was, rest, strict=True) if before != after]
        assert all(after == before.replace(old, new) for before, after in pairs), file
    assert _left(draft, made, old) == []


def _left(draft: LoadedContent, made: RenamePlan, old: str) -> list[str]:
    """Return the lines that still hold an id after a rename, except comments and the alias."""
    files = {file: "\n".join(page.lines) for file, page in draft.pages.items()}
    files |= {file: data.decode() for file, data in made.files.items()}
    lines = (line.partition(" #")[0] for text in files.values() for line in text.splitlines())
    return [line for line in lines if old in line and line != f"aliases: [{old}]" and not line.startswith("#")]


# The command


def rename(folder: Path, *arguments: str) -> Result:
    """Run the command on a folder."""
    environment = {"SIGNPOST_CONTENT": str(folder)}
    return CliRunner().invoke(main, ["rename", *arguments, "--on", "2026-11-25"], env=environment)


def test_the_command_shows_each_line_first_and_then_writes_them(folder: Path) -> None:
    before = files(folder)

    tried = rename(folder, "find-help/where", "find-help/which-area", "--dry-run")
    assert files(folder) == before
    done = rename(folder, "find-help/where", "which-area")

    assert (tried.exit_code, tried.stderr) == (0, "")
    assert tried.stdout.endswith(
        "flows/find-help.yaml:7\n"
        "  - talk: {label: Someone to talk to, next: where}\n"
        "  + talk: {label: Someone to talk to, next: which-area}\n"
        "flows/find-help.yaml:9\n"
        "  - where:\n"
        "  + which-area:\n"
        "flows/find-help.yaml:13\n"
        "  + aliases: [where]\n"
        "4 lines in 2 files would change; nothing was written.\n"
        '"where" stays as an alias: old buttons and links go on working.\n'
    )
    assert "4 lines in 2 files changed.\n" in done.stdout
    assert "at: which-area" in files(folder)["flows/danger-now.yaml"].decode()


def test_the_command_says_what_it_does_not_know_or_must_not_do(folder: Path) -> None:
    unknown = rename(folder, "bed-tonite", "a-bed")
    change(folder, BED, "title: She needs", "titel: She needs")
    faulty = rename(folder, "bed-tonight", "a-bed")

    assert (unknown.exit_code, unknown.stderr) == (
        1,
        'Error: nothing has the id "bed-tonite"; did you mean bed-tonight?\n',
    )
    assert faulty.exit_code == 2
    assert "has faults; fix them first (signpost check lists them)" in faulty.stderr


def test_everything_that_may_be_renamed_is_tried_here() -> None:
    assert {old.partition(":")[0] for old in EACH} == set(reference_edits.MAY_BE_RENAMED)
