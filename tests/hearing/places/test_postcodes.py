"""Whole postcodes: read from the national directories, packed into a small file, and found one by one."""

import string
import tracemalloc
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from bot.__main__ import main
from bot.core import conversation
from bot.core.library import Library
from bot.core.reply import Asked
from bot.editor.postcode_directories import PostcodeCouncils, WrongFile, read
from bot.hearing.places.gazetteer import gazetteer
from bot.hearing.places.place_finder import read as places
from bot.hearing.places.postcodes import PostcodeDataError, Postcodes, packed, unpacked
from bot.service.live_guide import postcodes
from bot.service.settings import CannotStart, settings
from tests.conftest import NOW
from tests.guides import HEARING, guide

EDINBURGH, EAST_LOTHIAN, GLASGOW = "S12000036", "S12000010", "S12000049"
COUNCILS = (EDINBURGH, EAST_LOTHIAN, GLASGOW)

# Made up in the form of the two publications; no row is from them.
SPD = f"""Postcode,PostcodeDistrict,PostcodeSector,DateOfIntroduction,DateOfDeletion,SplitIndicator,CouncilArea2019Code
EH21 7AA,EH21,EH21 7,1/8/1973 00:00:00,,N,{EAST_LOTHIAN}
EH21 7AB,EH21,EH21 7,1/8/1973 00:00:00,,N,{EDINBURGH}
EH21 8ZZA,EH21,EH21 8,1/8/1973 00:00:00,,Y,{EDINBURGH}
EH21 8ZZB,EH21,EH21 8,1/8/1973 00:00:00,,Y,{EAST_LOTHIAN}
EH21 9XX,EH21,EH21 9,1/8/1973 00:00:00,1/6/1996 00:00:00,N,{EAST_LOTHIAN}
G1 1AA,G1,G1 1,1/8/1973 00:00:00,,N,{GLASGOW}
"""
ONSPD = f""""pcd","pcd2","pcds","dointr","doterm","oscty","laua","ctry"
"EH217AA","EH21 7AA","EH21 7AA","198001","","S99999999","{EAST_LOTHIAN}","S92000003"
"EH219XX","EH21 9XX","EH21 9XX","198001","199606","S99999999","{EAST_LOTHIAN}","S92000003"
"CA1 1AA","CA1  1AA","CA1 1AA","198001","","E99999999","E06000063","E92000001"
"G1  1AA","G1   1AA","G1 1AA","198001","","S99999999","{GLASGOW}","S92000003"
"JE2 3AA","JE2  3AA","JE2 3AA","198001","","L99999999","L99999999","L93000001"
"""
ONSPD_2025 = f"PCD7,PCDS,DOINTR,DOTERM,LAD25CD,CTRY25CD\nG1  1AA,G1 1AA,198001,,{GLASGOW},S92000003\n"

_HALVES = st.tuples(
    st.from_regex(r"[A-Z]{1,2}[0-9]{1,2}", fullmatch=True),
    st.from_regex(r"[0-9][A-Z]{2}", fullmatch=True),
)


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> "Make":
    return Make(tmp_path)


class Make:
    """Makes directories of postcodes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, text: str, name: str = "SmallUser.csv") -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


def _read(*paths: Path) -> PostcodeCouncils:
    return read(paths, dict.fromkeys(COUNCILS))


def _packed_spd(file: Make) -> Postcodes:
    return unpacked(packed(_read(file(SPD)).councils))


def test_a_living_postcode_has_its_council(file: Make) -> None:
    whole = _packed_spd(file)

    assert whole.councils("EH21", "7AA") == (EAST_LOTHIAN,)
    assert whole.councils("eh21", "7ab") == (EDINBURGH,)
    assert whole.councils("G1", "1AA") == (GLASGOW,)


def test_a_postcode_that_lies_in_two_councils_has_both(file: Make) -> None:
    assert _packed_spd(file).councils("EH21", "8ZZ") == (EAST_LOTHIAN, EDINBURGH)


def test_a_deleted_and_an_unknown_postcode_have_none(file: Make) -> None:
    whole = _packed_spd(file)

    assert whole.councils("EH21", "9XX") == ()
    assert whole.councils("EH21", "7AC") == ()
    assert whole.councils("ZE1", "0AA") == ()


def test_the_ons_directory_is_read_too_and_only_scotland_of_it(file: Make) -> None:
    found = _read(file(ONSPD, "ONSPD.csv"))

    assert found.councils == {"EH21": {"7AA": (EAST_LOTHIAN,)}, "G1": {"1AA": (GLASGOW,)}}
    assert (found.count, found.deleted, found.elsewhere) == (2, 1, 2)


@pytest.mark.parametrize("text", [ONSPD_2025, ONSPD_2025.lower().replace("g1", "G1").replace("s12", "S12")])
def test_the_columns_of_2025_are_known_in_capitals_and_small(file: Make, text: str) -> None:
    assert _read(file(text)).councils == {"G1": {"1AA": (GLASGOW,)}}


def test_several_files_are_read_as_one(file: Make) -> None:
    told: list[tuple[int, int]] = []

    two = file(SPD), file(ONSPD_2025, "LargeUser.csv")
    found = read(two, dict.fromkeys(COUNCILS), lambda *done: told.append(done))

    assert found.count == 4
    assert told == [(0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,phone\na,b\n", "line 1: no column holds the postcode and the day of deletion and the council"),
        (SPD.replace("CouncilArea2019Code", "Council"), "line 1: no column holds the council"),
        ("", "line 1: no column holds"),
        (SPD.splitlines()[0] + "\n", "no current Scottish postcode"),
        (SPD + "EH21 7AD,EH21\n", "line 8: the row ends before its council"),
        (SPD + f"nonsense,,,,,N,{GLASGOW}\n", "line 8: 'nonsense' is not a postcode"),
        (SPD + "KY1 1AA,KY1,KY1 1,,,N,S12000015\n", "line 8: S12000015 is not one of today's councils"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line_and_a_cure(file: Make, text: str, said: str) -> None:
    with pytest.raises(WrongFile, match=said) as refused:
        _read(file(text))

    assert "Take " in str(refused.value) or "download it again" in str(refused.value)


def test_a_file_that_is_not_there_or_is_no_text_is_refused(file: Make, tmp_path: Path) -> None:
    (tmp_path / "directory.zip").write_bytes(b"PK\x03\x04\xff\xfe\x00")

    with pytest.raises(WrongFile, match=r"nowhere\.csv cannot be read: No such file"):
        _read(tmp_path / "nowhere.csv")
    with pytest.raises(WrongFile, match="is not text in UTF-8"):
        _read(tmp_path / "directory.zip")


def test_reading_holds_postcodes_and_not_rows(file: Make) -> None:
    rows = "".join(f"CA1 1AA,CA1,CA1 1,,,N,E0600006{number % 10}{'x' * 200}\n" for number in range(20_000))
    path = file(SPD + rows)
    tracemalloc.start()
    _read(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < path.stat().st_size / 10


@pytest.mark.soak
@given(st.dictionaries(_HALVES, st.sets(st.sampled_from(COUNCILS), min_size=1).map(lambda s: tuple(sorted(s)))))
def test_what_is_packed_is_found_again_and_nothing_else(known: dict[tuple[str, str], tuple[str, ...]]) -> None:
    nested: dict[str, dict[str, tuple[str, ...]]] = {}
    for (district, inward), councils in known.items():
        nested.setdefault(district, {})[inward] = councils
    whole = unpacked(packed(nested))
    beside = {
        (district, inward[:2] + string.ascii_uppercase[(ord(inward[2]) - ord("A") + 1) % 26])
        for district, inward in known
    }

    assert {postcode: whole.councils(*postcode) for postcode in known} == known
    assert [postcode for postcode in beside if whole.councils(*postcode) != known.get(postcode, ())] == []


@given(st.binary(max_size=200))
def test_any_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(PostcodeDataError):
        unpacked(data)


@given(st.data())
def test_a_damaged_file_is_refused(data: st.DataObject) -> None:
    good = packed({"EH21": {"7AA": (EDINBURGH,), "7AB": (EAST_LOTHIAN,)}})
    place = data.draw(st.integers(0, len(good) - 1))
    bad = good[:place] + bytes([good[place] ^ data.draw(st.integers(1, 255))]) + good[place + 1 :]

    with pytest.raises(PostcodeDataError):
        unpacked(bad)
    with pytest.raises(PostcodeDataError):
        unpacked(good[:place])


def test_all_of_scotland_is_small() -> None:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    inwards = [f"{digit}{one}{other}" for digit in range(10) for one in letters for other in letters][::11]
    known = {
        f"EH{number}": {inward: (COUNCILS[place % 3],) for place, inward in enumerate(inwards)} for number in range(450)
    }

    assert sum(map(len, known.values())) > 160_000  # as many as live in Scotland
    assert len(packed(known)) < 600_000


def test_a_whole_postcode_gives_one_council_where_its_district_touches_two(library: Library, file: Make) -> None:
    areas = library.areas
    words = HEARING.place_words
    exact = gazetteer(areas, words, _packed_spd(file))

    assert set(places("her postcode is EH21 7AA", gazetteer(areas, words)).councils) == {EAST_LOTHIAN, EDINBURGH}
    assert places("her postcode is EH21 7AA", exact).councils == (EAST_LOTHIAN,)
    assert places("she is at eh217ab", exact).councils == (EDINBURGH,)
    assert places("somewhere in EH21", exact).councils == areas.postcodes["EH21"]
    assert places("at EH21 7ZZ", exact).councils == areas.postcodes["EH21"]


def test_a_talk_uses_the_whole_postcode_and_keeps_nothing_of_it(library: Library, file: Make) -> None:
    exact = guide(library, postcodes=_packed_spd(file))

    turn = conversation.turn(exact, Asked("she stays at EH21 7AA, where is the nearest clinic"), NOW)

    assert turn.councils == ("East Lothian",)
    assert [detail.kind for detail in turn.personal] == ["postcode"]
    assert "7AA" not in repr((turn.replies, turn.events, turn.finding))


def test_areas_import_writes_a_file_that_the_settings_take(file: Make, library: Library, tmp_path: Path) -> None:
    out = tmp_path / "whole.bin"

    run = CliRunner().invoke(main, ["areas", "import", str(file(SPD)), "--to", str(out)])

    assert run.exit_code == 0, run.output
    assert "4 postcodes of 3 councils" in run.output
    assert f"SIGNPOST_POSTCODES={out}" in run.output
    whole = postcodes(settings(postcodes=out), library)
    assert whole is not None
    assert whole.councils("EH21", "7AA") == (EAST_LOTHIAN,)


def test_areas_import_refuses_a_wrong_file_and_writes_nothing(file: Make, tmp_path: Path) -> None:
    out = tmp_path / "whole.bin"

    run = CliRunner().invoke(main, ["areas", "import", str(file("a,b\n1,2\n")), "--to", str(out)])

    assert run.exit_code == 2
    assert "SmallUser.csv, line 1: no column holds the postcode" in run.output
    assert not out.exists()


def test_a_file_that_is_no_packed_postcodes_stops_the_start_with_one_line(
    file: Make, library: Library, tmp_path: Path
) -> None:
    with pytest.raises(CannotStart, match=r"SIGNPOST_POSTCODES: .* is not a file of postcodes"):
        postcodes(settings(postcodes=file(SPD)), library)
    with pytest.raises(CannotStart, match=r"SIGNPOST_POSTCODES: .* cannot be read"):
        postcodes(settings(postcodes=tmp_path / "nowhere"), library)
    other = tmp_path / "other.bin"
    other.write_bytes(packed({"EH21": {"7AA": ("S12999999",)}}))
    with pytest.raises(CannotStart, match=r"holds councils that areas\.yaml does not"):
        postcodes(settings(postcodes=other), library)
