"""What is shown of a closed period: and no hidden number can be worked out from it, by any sum or difference."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from bot.core.count_cells import KINDS, Cell, Parts
from bot.counts.periods import parts_of, span_of, weeks_of
from bot.counts.release import LEAST, decided, rounded
from bot.counts.release import table as lines_of
from bot.counts.store import OTHER, Release, Table
from bot.counts.writer import laplace

WEEK, BLOCK, QUARTER = "2026-W45", "2026-B12", "2026-Q4"
TELEGRAM, WEB = Cell("channel", "telegram"), Cell("channel", "web")
CHANNELS = (TELEGRAM, WEB)
MANY = {TELEGRAM: 500, WEB: 500}


def service(name: str) -> Cell:
    return Cell("service", name)


def of(people: Mapping[Cell, int], parts: Parts | None = None, **rest: object) -> Mapping[Cell, int]:
    told = parts if parts is not None else {cell: CHANNELS for cell in people if cell.kind != "channel"}
    return decided(Table(WEEK, {**MANY, **people}, 1), told).shown


def test_ten_people_are_shown_and_nine_are_not() -> None:
    shown = of({service("a"): 10, service("b"): 9})

    assert shown[service("a")] == 10
    assert service("b") not in shown


@pytest.mark.parametrize(("people", "number"), [(10, 10), (12, 10), (13, 15), (17, 15), (18, 20), (101, 100)])
def test_a_number_is_rounded_to_five(people: int, number: int) -> None:
    assert rounded(people) == number
    assert of({service("a"): people})[service("a")] == number


def test_small_numbers_are_shown_together_as_other() -> None:
    shown = of({service("a"): 40, service("b"): 6, service("c"): 5, service("d"): 0})

    assert shown[service(OTHER)] == 10
    assert set(shown) - set(MANY) == {service("a"), service(OTHER)}


def test_other_is_shown_for_exactly_ten_people_and_not_for_nine() -> None:
    assert of({service("b"): 5, service("c"): 5, service("d"): 0})[service(OTHER)] == 10
    assert service(OTHER) not in of({service("b"): 4, service("c"): 5, service("d"): 0})


def test_other_is_not_shown_for_one_thing_alone() -> None:
    table = Table(WEEK, {**MANY, service("b"): 15, service("c"): 0, service("d"): 0}, 2)  # 20 are needed

    assert service(OTHER) not in decided(table, dict.fromkeys(table.people, ())).shown


def test_other_is_not_shown_where_it_would_say_that_each_of_two_was_used() -> None:
    assert service(OTHER) not in of({service("b"): 9, service("c"): 9})


def test_other_is_not_shown_where_it_is_so_large_that_all_of_it_must_be_nine() -> None:
    assert service(OTHER) not in of({service(name): 9 for name in "bcdef"})


@pytest.mark.parametrize(("people", "shown"), [((8, 8, 7, 7, 7), 35), ((8, 8, 8, 7, 7), None)])
def test_other_is_shown_up_to_the_number_that_leaves_one_of_them_free_to_be_nought(
    people: Sequence[int], shown: int | None
) -> None:
    """Of five at most nine each, four can hold 36: "35" may mean 33 of them, and "40" is at least 38."""
    assert of(dict(zip(map(service, "bcdef"), people, strict=True))).get(service(OTHER)) == shown


def test_other_is_not_shown_where_those_who_made_it_up_are_hidden_and_other_kinds_are() -> None:
    hidden = Cell("channel", "hidden")
    entries = {Cell("entry", name): 6 for name in "abc"}
    services = {service(name): 6 for name in "abc"}
    parts = {**dict.fromkeys(entries, (hidden,) * 2), **dict.fromkeys(services, CHANNELS)}

    assert set(of({**entries, **services}, parts)) == {*MANY, service(OTHER)}


# Regions above councils


def councils(**regions: str) -> Parts:
    """Return council areas by region, each named by a letter, with what they are part of."""
    cells = {region: tuple(Cell("council", letter) for letter in letters) for region, letters in regions.items()}
    members = [cell for within in cells.values() for cell in within]
    return {**dict.fromkeys(members, CHANNELS), **{Cell("region", region): within for region, within in cells.items()}}


def chosen(parts: Parts, **people: int) -> Mapping[str, int]:
    counted = {Cell("council", letter): number for letter, number in people.items()}
    return {cell.id: number for cell, number in of(counted, parts).items() if cell.kind != "channel"}


LOTHIANS = councils(lothians="abc", borders="de", moray="f")


def test_council_areas_that_few_chose_are_shown_by_region() -> None:
    assert chosen(LOTHIANS, a=5, b=4, c=3, d=1, e=1, f=1) == {"lothians": 10}


def test_a_region_of_exactly_ten_people_is_shown_and_one_of_nine_is_not() -> None:
    assert chosen(LOTHIANS, a=5, b=4, c=1) == {"lothians": 10}
    assert chosen(LOTHIANS, a=5, b=4, c=0) == {}


def test_regions_that_few_chose_are_shown_together() -> None:
    assert chosen(LOTHIANS, a=2, b=2, c=0, d=4, e=1, f=3) == {OTHER: 10}
    assert chosen(LOTHIANS, a=2, b=2, c=2, d=4, e=4, f=9) == {}, "23 in three regions: none of them could be nought"


def test_a_region_with_too_few_areas_to_hide_among_is_shown_neither_by_itself_nor_with_others() -> None:
    assert chosen(LOTHIANS, a=1, b=1, c=1, d=9, e=9, f=9) == {}
    assert chosen(LOTHIANS, a=9, b=9, c=9, d=3, e=3, f=5) == {}, "27 in three areas would say that each is nine"


def test_a_region_of_which_nothing_was_counted_is_not_one_to_hide_among() -> None:
    assert chosen(LOTHIANS, a=6, d=6) == {}


def test_what_is_part_of_several_small_things_does_not_stand_for_them() -> None:
    entries = {Cell("entry", name): 4 for name in "abc"}
    parts = {**dict.fromkeys(entries, CHANNELS), service("a"): tuple(entries)}

    assert set(of({**entries, service("a"): 1}, parts)) == {*MANY, Cell("entry", OTHER)}


def test_a_region_that_is_large_and_cannot_be_shown_is_not_shown_with_others_either() -> None:
    five = councils(lothians="abc", borders="de", moray="f", tayside="g", fife="h")

    assert chosen(five, a=9, b=9, c=9, d=1, f=1, g=1, h=1) == {}
    assert chosen(LOTHIANS, a=1, b=1, c=1, d=5, e=5, f=3) == {}, "ten are as many as can be told"


@pytest.mark.soak
def test_every_release_by_region_leaves_every_hidden_area_free() -> None:
    parts = councils(one="ab", two="cd", three="e")
    cells = [cell for cell in parts if cell.kind == "council"]
    tables = list(product(range(11), repeat=len(cells)))
    released = {t: outcome({**MANY, **dict(zip(cells, t, strict=True))}, parts, cells) for t in tables}

    free(tables, released)
    assert sum(f"'{OTHER}'" in repr(shown) for shown in released.values()) > 1000, "regions are shown together in some"


def test_each_memory_in_which_a_person_may_have_counted_raises_the_threshold() -> None:
    people = {**MANY, service("a"): 29}

    assert service("a") in decided(Table(WEEK, people, 2), {}).shown
    assert service("a") not in decided(Table(WEEK, people, 3), {}).shown
    assert decided(Table(WEEK, people, 3), {}).threshold == 30


def test_crisis_cards_are_in_the_year_alone_and_need_ten_people_for_every_memory_of_it() -> None:
    card = Cell("crisis", "any")

    assert card not in decided(Table(WEEK, {card: 90}, 1), {}).shown
    assert decided(Table("2026", {card: 530}, 53), {}).shown == {card: 530}
    assert decided(Table("2026", {card: 520}, 53), {}).shown == {}


def test_words_are_shown_of_four_weeks_at_the_least() -> None:
    word = Cell("word", "nursery")

    assert word not in decided(Table(WEEK, {word: 90}, 1), {}).shown


def test_a_block_shows_only_what_none_of_its_weeks_showed() -> None:
    weeks = [decided(Table(week, {service("a"): 10, service("b"): 6}, 1), {}) for week in weeks_of(BLOCK)]

    block = decided(Table(BLOCK, {service("a"): 40, service("b"): 20}, 1), {}, weeks)

    assert block.shown == {service("b"): 20}


def test_a_block_says_no_more_of_a_number_than_leaves_each_of_its_weeks_free_to_be_nought() -> None:
    weeks = [decided(Table(week, {service("b"): 9}, 1), {}) for week in weeks_of(BLOCK)]

    block = decided(Table(BLOCK, {service("b"): 36}, 1), {}, weeks)

    assert (block.shown, block.most) == ({service("b"): 25}, 25), "25 or more"


def test_a_block_of_which_only_one_week_was_counted_shows_nothing() -> None:
    week = decided(Table(weeks_of(BLOCK)[0], {service("b"): 9}, 1), {})

    assert decided(Table(BLOCK, {service("b"): 12}, 1), {}, [week]).shown == {}


def test_a_quarter_shows_what_neither_its_weeks_nor_its_blocks_showed() -> None:
    weeks = [decided(Table(week, {service("a"): 2, service("b"): 1}, 1), {}) for week in weeks_of(QUARTER)]
    blocks = [
        decided(Table(block, {service("a"): 8, service("b"): 11}, 1), {}, weeks)
        for block in parts_of(QUARTER)
        if span_of(block) == "block"
    ]

    quarter = decided(Table(QUARTER, {service("a"): 24, service("b"): 33}, 1), {}, [*weeks, *blocks])

    assert quarter.shown == {service("a"): 25}


def test_a_lone_person_who_comes_every_week_of_a_quarter_is_never_shown() -> None:
    weeks = [decided(Table(week, {service("a"): 1, TELEGRAM: 1}, 1), {}) for week in weeks_of(QUARTER)]
    block = decided(Table(BLOCK, {service("a"): 1, TELEGRAM: 1}, 1), {}, weeks)
    quarter = decided(Table(QUARTER, {service("a"): 1, TELEGRAM: 1}, 1), {}, [*weeks, block])

    assert all(each.shown == {} for each in (*weeks, block, quarter))


@pytest.mark.parametrize(
    ("memories", "counted", "most"), [(1, 2, 0), (1, 3, 20), (1, 4, 25), (2, 2, 0), (2, 3, 40), (3, 4, 85)]
)
def test_the_largest_number_of_a_block_is_what_all_its_weeks_but_one_can_hold(
    memories: int, counted: int, most: int
) -> None:
    weeks = [decided(Table(week, {service("b"): 9}, memories), {}) for week in weeks_of(BLOCK)[:counted]]

    assert decided(Table(BLOCK, {service("b"): 200}, memories), {}, weeks).most == most
    assert all(week.most == 0 for week in weeks), "a week has no such number"


@pytest.mark.parametrize(("people", "shown"), [(12, 10), (13, None)])
def test_a_number_is_shown_as_far_as_what_it_is_part_of_can_hold_it(people: int, shown: int | None) -> None:
    """The ten on Telegram are twelve at most; "15" of the service would be thirteen at least."""
    week = decided(Table(WEEK, {TELEGRAM: 10, WEB: 9, service("a"): people}, 1), {service("a"): CHANNELS})
    telegram = {TELEGRAM: 10, WEB: 0, service("a"): 3}
    weeks = [decided(Table(each, telegram, 1), {service("a"): CHANNELS}) for each in weeks_of(BLOCK)[:1]]
    weeks += [decided(Table(each, {service("a"): 3}, 1), {}) for each in weeks_of(BLOCK)[1:]]
    block = decided(Table(BLOCK, {service("a"): people}, 1), {service("a"): CHANNELS}, weeks)

    assert week.shown.get(service("a")) == shown
    assert block.shown.get(service("a")) == shown, "a block counts what its weeks showed"


def test_the_table_says_which_numbers_are_or_more_and_has_a_row_for_a_period_without_any() -> None:
    weeks = [decided(Table(week, {service("b"): 9}, 1), {}) for week in weeks_of(BLOCK)]
    block = decided(Table(BLOCK, {service("a"): 12, service("b"): 36}, 1), {}, weeks, epsilon=0.5)

    rows = [line.strip().split(",") for line in lines_of([weeks[0], block])]

    assert [row[4:] for row in rows] == [
        ["kind", "id", "people", "or_more", "threshold", "memories", "noise"],
        ["", "", "", "", "10", "1", ""],
        ["service", "a", "10", "", "10", "1", "0.5"],
        ["service", "b", "25", "yes", "10", "1", "0.5"],
    ]


def test_what_is_part_of_hidden_things_is_hidden_where_it_would_say_how_large_they_are() -> None:
    """Nine on Telegram and nine on the web, and all of them saw one service: 20 of it would say that both are nine."""
    table = Table(WEEK, {TELEGRAM: 9, WEB: 9, service("a"): 18}, 1)

    assert decided(table, {service("a"): CHANNELS}).shown == {}


def test_noise_is_drawn_once_for_every_number_and_told() -> None:
    drawn = iter((0, 3, 8))
    counted = Table(WEEK, {TELEGRAM: 100, WEB: 100}, 1)

    release = decided(counted, {}, (), lambda: next(drawn), 0.5)

    assert next(drawn) == 8, "two were drawn"
    assert (release.shown, release.noise) == ({TELEGRAM: 100, WEB: 105}, 0.5)


def test_noise_is_as_wide_as_its_epsilon_says() -> None:
    drawn = np.array([laplace(1.0) for _ in range(20_000)])

    assert abs(drawn.mean()) < 0.06
    assert drawn.std() == pytest.approx(1.357, abs=0.06)  # the root of 2a / (1 - a)^2, a = 1/e
    assert (abs(drawn) <= 3).mean() > 0.95


# Everything that could be worked out from what is shown, tried in full on small tables


def free(tables: Iterable[tuple[int, ...]], release: Mapping[tuple[int, ...], object]) -> None:
    """Check that in every release each hidden cell may be anything from nought to nine."""
    behind: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for table in tables:
        behind[release[table]].append(table)
    hiding = {shown: shown[-1] for shown in behind}  # type: ignore[index]  # the numbers of the hidden cells stand last

    assert any(hiding.values())
    for shown, hidden in hiding.items():
        for cell in hidden:
            assert {table[cell] for table in behind[shown]} >= set(range(LEAST)), (shown, cell)


def outcome(people: Mapping[Cell, int], parts: Parts, cells: Sequence[Cell]) -> tuple[object, ...]:
    shown = decided(Table(WEEK, people, 1), parts).shown
    return (tuple(sorted(shown.items())), tuple(n for n, cell in enumerate(cells) if cell not in shown))


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param([range(23)] * 2, id="two services in full"),
        pytest.param([range(11)] * 3, id="three small services in full"),
        pytest.param([range(23)] * 3, id="three services in full", marks=pytest.mark.soak),
    ],
)
def test_every_release_of_small_tables_leaves_every_hidden_cell_free(numbers: Sequence[Iterable[int]]) -> None:
    cells = [service(name) for name in "abc"[: len(numbers)]]
    parts = dict.fromkeys(cells, CHANNELS)
    tables = list(product(*numbers))
    released = {t: outcome({**MANY, **dict(zip(cells, t, strict=True))}, parts, cells) for t in tables}

    free(tables, released)


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param((*range(10), 12, 18), id="few"),
        pytest.param(range(25), id="in full", marks=pytest.mark.soak),
    ],
)
def test_every_release_of_parts_and_wholes_leaves_every_hidden_cell_free(numbers: Sequence[int]) -> None:
    """Two channels and a service, where whoever saw the service did so in one of them."""
    cells = [TELEGRAM, WEB, service("a")]
    tables = [t for t in product(numbers, repeat=3) if t[2] <= t[0] + t[1]]
    released = {t: outcome(dict(zip(cells, t, strict=True)), {service("a"): CHANNELS}, cells) for t in tables}

    free(tables, released)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize(
    "possible_numbers",
    [
        pytest.param((0, 4, 9, 10), id="few"),
        pytest.param((0, 1, 4, 8, 9, 10), id="more", marks=pytest.mark.soak),
    ],
)
def test_every_pair_of_week_and_roll_up_leaves_every_hidden_week_free(
    count: int, possible_numbers: Sequence[int]
) -> None:
    """A block has at least as many people as its largest week, and at most as many as all together.

    Of some blocks only one, two or three weeks were counted at all.
    """
    cell, weeks = service("a"), weeks_of(BLOCK)[:count]
    behind: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for numbers in product(possible_numbers, repeat=count):
        of_weeks = [decided(Table(w, {cell: n}, 1), {}) for w, n in zip(weeks, numbers, strict=True)]
        for people in range(max(numbers), sum(numbers) + 1):
            block = decided(Table(BLOCK, {cell: people}, 1), {}, of_weeks)
            told = (*(each.shown.get(cell) for each in of_weeks), block.shown.get(cell))
            behind[told].append((*numbers, people))

    hidden = [(told, n) for told in behind for n in range(count) if told[n] is None]  # type: ignore[index]  # a number or none

    assert hidden
    for told, week in hidden:
        assert {table[week] for table in behind[told]} >= {n for n in possible_numbers if n < LEAST}, (told, week)


# The same on larger tables, by integer programming


class Attacker:
    """Knows every rule and every release, and works out the least and the most that a hidden cell can be."""

    def __init__(self, parts: Parts, tables: Sequence[Table], releases: Sequence[Release]) -> None:
        self.parts = parts
        self.places: dict[tuple[str, Cell], int] = {}
        for table in tables:
            for cell in table.people:
                self.places[table.period, cell] = len(self.places)
        self.size = len(self.places) + len(tables) * len(KINDS)
        self.upper = np.full(self.size, 400.0)
        self.upper[len(self.places) :] = 1
        self.lower = np.zeros(self.size)
        self.rows: list[tuple[dict[int, float], float, float]] = []
        for number, (table, release) in enumerate(zip(tables, releases, strict=True)):
            self._shown(table, release)
            self._others(table, release, len(self.places) + number * len(KINDS))
            self._parts(table)
        self._spans(tables)

    def _shown(self, table: Table, release: Release) -> None:
        for cell in table.people:
            place = self.places[table.period, cell]
            if cell in release.shown:
                number = release.shown[cell]
                self.lower[place] = max(number - 2, release.threshold if not release.most else 0)
                if number != release.most:
                    self.upper[place] = number + 2
            elif span_of(table.period) == "week" and self._carried(cell, release):
                self.upper[place] = release.threshold - 1

    def _carried(self, cell: Cell, release: Release) -> bool:
        """Say whether a hidden cell can only be hidden because it is small."""
        wholes = self.parts.get(cell, ())
        return not wholes or sum(release.shown.get(whole, 0) for whole in wholes) >= 100

    def _others(self, table: Table, release: Release, switches: int) -> None:
        if span_of(table.period) != "week":
            return
        for switch, kind in enumerate(KINDS.values(), switches):
            small = [
                self.places[table.period, c] for c in table.people if c.kind == kind.name and c not in release.shown
            ]
            if not kind.others or not small:
                continue
            row = dict.fromkeys(small, 1.0)
            number = release.shown.get(Cell(kind.name, OTHER))
            if number is not None:
                self.rows.append((row, max(number - 2, release.threshold), number + 2))
            elif len(small) > 2:  # fewer than the threshold, or so many that "other" would say too much
                room = (len(small) - 1) * (release.threshold - 1)
                self.rows.append(({**row, switch: -1000.0}, -np.inf, release.threshold - 1))
                self.rows.append(({**row, switch: -float(room - 1)}, 0, np.inf))

    def _parts(self, table: Table) -> None:
        for cell, wholes in self.parts.items():
            places = [self.places[key] for whole in wholes if (key := (table.period, whole)) in self.places]
            if places and (table.period, cell) in self.places:
                self.rows.append(({self.places[table.period, cell]: -1.0, **dict.fromkeys(places, 1.0)}, 0, np.inf))

    def _spans(self, tables: Sequence[Table]) -> None:
        for table in tables:
            inner = [t.period for t in tables if t.period in parts_of(table.period)]
            for cell in table.people if inner else ():
                here, within = self.places[table.period, cell], [self.places[p, cell] for p in inner]
                self.rows.append(({here: -1.0, **dict.fromkeys(within, 1.0)}, 0, np.inf))
                self.rows += [({here: 1.0, each: -1.0}, 0, np.inf) for each in within]

    def range_of(self, period: str, cell: Cell) -> tuple[int, int]:
        place = self.places[period, cell]
        matrix = np.zeros((len(self.rows), self.size))
        for number, (row, _, _) in enumerate(self.rows):
            for at, factor in row.items():
                matrix[number, at] = factor
        limits = LinearConstraint(matrix, [row[1] for row in self.rows], [row[2] for row in self.rows])
        found = []
        for sign in (1.0, -1.0):
            goal = np.zeros(self.size)
            goal[place] = sign
            solved = milp(
                goal, constraints=limits, integrality=np.ones(self.size), bounds=Bounds(self.lower, self.upper)
            )
            assert solved.success, solved.message
            found.append(round(sign * solved.fun))
        return found[0], found[1]


PARTS: Parts = {
    TELEGRAM: (),
    WEB: (),
    **dict.fromkeys((Cell("way", way) for way in ("answer", "suggestion", "button")), CHANNELS),
    **{Cell("entry", f"e{n}"): tuple(Cell("way", w) for w in ("answer", "suggestion", "button")) for n in range(8)},
    **{Cell("helped", f"e{n}"): (Cell("entry", f"e{n}"),) for n in range(8)},
    **{Cell("service", f"s{n}"): CHANNELS for n in range(6)},
    Cell("started", "f"): CHANNELS,
    Cell("started", "g"): CHANNELS,
    Cell("step", "f.1"): (Cell("started", "f"),),
    Cell("step", "f.2"): (Cell("step", "f.1"), Cell("started", "g")),
    Cell("outcome", "f.3"): (Cell("step", "f.1"), Cell("step", "f.2")),
}


def lived(seed: int, staff: int) -> tuple[list[Table], list[Release]]:
    """Let some staff use Signpost for a block, count them as the counter would, and release it."""
    chance = random.Random(seed)
    weeks = weeks_of(BLOCK)
    habits = {cell: chance.betavariate(0.4, 4) for cell in PARTS}
    counted: dict[str, dict[Cell, set[int]]] = {p: {cell: set() for cell in PARTS} for p in (*weeks, BLOCK)}
    for week, person in product(weeks, range(staff)):
        for cell in PARTS:
            if cell.kind != "channel" and chance.random() < habits[cell]:
                for each in _with_wholes(cell, chance):
                    counted[week][each].add(person)
                    counted[BLOCK][each].add(person)
    tables = [Table(p, {c: len(people) for c, people in cells.items()}, 1) for p, cells in counted.items()]
    releases: list[Release] = []
    for table in tables:
        releases.append(decided(table, PARTS, releases))
    return tables, releases


def _with_wholes(cell: Cell, chance: random.Random) -> Iterable[Cell]:
    yield cell
    if PARTS[cell]:
        yield from _with_wholes(chance.choice(PARTS[cell]), chance)


def pinned(seed: int, staff: int, most: int) -> tuple[int, list[object]]:
    tables, releases = lived(seed, staff)
    attacker = Attacker(PARTS, tables, releases)
    shown = {(r.period, cell) for r in releases for cell in r.shown}
    hidden = [key for key in attacker.places if key not in shown]
    tried = random.Random(seed).sample(hidden, min(most, len(hidden)))
    ranges = {key: attacker.range_of(*key) for key in tried}
    return len(tried), [(key, found) for key, found in ranges.items() if found[0] == found[1]]


@pytest.mark.parametrize(("seed", "staff"), [(1, 30), (2, 90)])
def test_integer_programming_over_all_releases_of_a_block_pins_no_hidden_cell(seed: int, staff: int) -> None:
    tried, found = pinned(seed, staff, 12)

    assert tried
    assert found == []


@pytest.mark.soak
def test_integer_programming_pins_no_hidden_cell_in_twenty_deployments_of_all_sizes() -> None:
    tried, found = 0, list[object]()
    for seed in range(20):
        number, pins = pinned(seed, (8, 20, 40, 80, 160)[seed % 5], 20)
        tried, found = tried + number, found + pins

    assert tried > 300
    assert found == []


def test_the_attacker_sees_what_a_careless_release_gives_away() -> None:
    """With every number over nine shown, and a total of all: the one hidden number comes by subtraction."""
    cells = {service("a"): 20, service("b"): 4}
    table = Table(WEEK, cells, 1)
    careless = Release(WEEK, 1, 1, {service("a"): 20})
    attacker = Attacker({}, [table], [careless])
    attacker.lower[:2], attacker.upper[:2] = (20, 0), (20, 9)
    attacker.rows.append(({0: 1.0, 1: 1.0}, 24, 24))

    assert attacker.range_of(WEEK, service("b")) == (4, 4)
