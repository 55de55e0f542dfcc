"""The screens of an entry: the answer, the whole of it, who can help, and what else was meant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate

from bot.core import directory
from bot.core.entry import Entry, Point
from bot.core.position import FIRST, HELPED, MARK, PICKED, Step, instead, not_mine
from bot.core.reply import Block, Button, Event, Mark, Reply, Row
from bot.core.screens import points
from bot.core.screens.one_number import one_number, own_specialist
from bot.core.screens.scene import Scene, entry_button, paragraphs, short, simpler, ways
from bot.core.screens.screen import Screen
from bot.core.screens.service_lists import (
    ServicesNeeded,
    found,
    headed,
    nearest_first,
    none_local,
    service_buttons,
    small_community,
    unconfirmed,
)
from bot.core.screens.signing import background, draft, in_job, quietly, shown_for, signed
from bot.core.service import Service

RELATED = 4  # entries offered to read next
_MORE_WORDS = 120  # words of the points shown in full on More; the headings of the others lead to them


def answer(scene: Scene) -> Reply:
    """Draw the first screen of an entry: what to do, say and avoid in the next minute."""
    return _first_screen(scene, scene.library.entries[scene.shown])


def pointed(scene: Scene) -> Reply:
    """Draw the first screen of an entry with one of its points at the top."""
    entry, _, point = scene.shown.partition("/")
    its = scene.library.entries[entry]
    if points.just_shown(scene, its):
        return _point_alone(scene, its, its.point(point))
    return _first_screen(scene, its, its.point(point))


def _point_alone(scene: Scene, entry: Entry, point: Point, others: Sequence[str] = ()) -> Reply:
    """Draw one or two points by themselves, for a talk that is already about the entry."""
    blocks = [
        *draft(scene, entry),
        Block(Mark.TITLE, scene.filled(point.title)),
        *points.point_text(scene, entry, point),
        *points.other_points(scene, entry, others),
    ]
    return _with_number(scene, entry, blocks, told=points.named_in(scene, point, others))


def _first_screen(scene: Scene, entry: Entry, point: Point | None = None, others: Sequence[str] = ()) -> Reply:
    others = () if others and scene.person.plain else others
    role = () if point and others else _role(scene, entry)
    also, lines = points.other_points(scene, entry, others[: 1 if role else None]), points.lines(scene, entry, point)
    answers = (*(points.point_blocks(scene, entry, point, named=bool(also)) if point else ()), *also)
    fitting = points.fitting(scene, (*answers, *role), lines) if answers else lines[: 2 if role else None]
    blocks = [
        *draft(scene, entry),
        Block(Mark.TITLE, entry.title),
        *((*answers, *fitting, *role) if point else (*fitting, *role, *answers)),
        *(scene.local_note(entry.note) if entry.note else ()),
    ]
    told = points.named_in(scene, point, others)
    return _with_number(scene, entry, blocks, shown_for(scene, entry), told=told)


def _with_number(
    scene: Scene, entry: Entry, blocks: Sequence[Block], small: Sequence[Block] = (), *, told: tuple[str, ...] = ()
) -> Reply:
    """Return a screen about an entry with one number under its words, and who has confirmed both."""
    service, number = one_number(scene, replace(needed(entry), told=told))
    reply = scene.reply((*blocks, *number, *small, *quietly(scene, entry, service)), buttons_under(scene, entry))
    return replace(reply, in_place=False, services=(service.id,) if service else ())


def answering(scene: Scene, entry: str, point: str = "", others: Sequence[str] = ()) -> Reply:
    """Draw the first screen of an entry that answers a question."""
    step, its = step_to(scene, entry, point), scene.library.entries[entry]
    again = scene.position.last == step
    position = scene.position if again else scene.position.then(step)
    there = replace(scene, position=position, shown=entry, rank=FIRST)
    if point and (again or points.just_shown(there, its)):
        return _point_alone(there, its, its.point(point), others)
    return _first_screen(there, its, its.point(point) if point else None, others)


def step_to(scene: Scene, entry: str, point: str = "") -> Step:
    """Return the step to an entry, or to one of its points."""
    return scene.step("point", f"{entry}/{point}") if point else scene.step("entry", entry)


def buttons_under(scene: Scene, entry: Entry) -> tuple[Button, ...]:
    """Return the buttons of an entry's first screen: what can be done, where to go next, and whether it helped."""
    other, spoken = Step(MARK, not_mine(scene.rank)), entry.id in scene.guide.spoken_in
    return (
        *_walk(scene, entry),
        *((scene.press("button-translated", scene.step("translated", entry.id)),) if spoken else ()),
        scene.press("button-more", scene.step("more", entry.id)),
        scene.press("button-near", scene.step("nearby", entry.id)),
        *(() if scene.area else (scene.press("button-area", scene.step("area")),)),
        simpler(scene),
        *ways(scene),
        scene.press("button-helped", Step(MARK, HELPED), row=Row.FEEDBACK),
        scene.press("button-not-my-question", scene.step("not-this", entry.id), other, row=Row.FEEDBACK),
    )


def _walk(scene: Scene, entry: Entry) -> tuple[Button, ...]:
    if not entry.flow:
        return ()
    return (replace(scene.press("button-walk", scene.step("flow", entry.flow)), stands_out=True),)


def _more(scene: Scene) -> Reply:
    """Draw an entry's first points, the headings of the rest, when another entry fits better, and the sources."""
    entry = scene.library.entries[scene.shown]
    told = _told(scene, entry)
    blocks = [
        *draft(scene, entry),
        Block(Mark.TITLE, entry.title),
        *paragraphs(scene, entry.answer),
        *_points(scene, entry, entry.points[:told]),
        *_role(scene, entry),
        *scene.local_note(entry.note),
        *(
            Block(
                Mark.LABELLED,
                f"{scene.filled(n.when)}: {scene.library.entries[n.see].title}",
                scene.words("not-this-one"),
                id=n.see,
            )
            for n in entry.not_this_one
        ),
        *in_job(scene, entry),
        *background(scene, entry),
        *(Block(Mark.SMALL, s.title or s.url, scene.words("source"), s.url) for s in entry.sources),
        *signed(scene, entry),
    ]
    others = dict.fromkeys((*(n.see for n in entry.not_this_one), *entry.related))
    job = "button-change-role" if scene.role else "button-role"
    buttons = (
        *(scene.to(short(p.title), step_to(scene, entry.id, p.id), title=p.title) for p in entry.points[told:]),
        *_walk(scene, entry),
        scene.press("button-near", scene.step("nearby", entry.id)),
        *([scene.press(job, scene.step("role"))] if entry.roles and scene.role in ("", *entry.roles) else ()),
        *(entry_button(scene, i) for i in list(others)[:RELATED]),
        *ways(scene),
    )
    return scene.reply(blocks, buttons)


def _told(scene: Scene, entry: Entry) -> int:
    """Return how many of an entry's points are shown in full, at least one."""
    words = accumulate(len(scene.filled(point.text).split()) for point in entry.points)
    return max(1, sum(total <= _MORE_WORDS for total in words))


def _points(scene: Scene, entry: Entry, told: Iterable[Point]) -> Iterator[Block]:
    local = scene.library.local.points(entry.id)
    for point in told:
        yield Block(Mark.HEADING, scene.filled(point.title) + scene.local_mark(point.id in local))
        yield from paragraphs(scene, point.text)


def _nearby(scene: Scene) -> Reply:
    """Draw who can help with the subject of an entry in the chosen area, or anywhere in Scotland."""
    entry = scene.library.entries[scene.shown]
    services = nearest_first(scene, needed(entry))
    shown = services[: directory.SHOWN]
    national = () if scene.area else (Block(Mark.NOTICE, scene.words("near-national")),)
    title = Block(Mark.TITLE, scene.words("near-title", title=entry.title))
    blocks = [title, *national, *headed(scene, shown)]
    choose = "button-change-area" if scene.area else "button-area"
    others = scene.press("button-away", scene.step("away"))
    buttons = [*service_buttons(scene, shown, len(services)), others, scene.press(choose, scene.step("area"))]
    lacking = own_specialist(scene, none_local(scene, services))
    notes = (*lacking, *small_community(scene, services, shown), *unconfirmed(scene, shown))
    reply = scene.reply([*blocks, *notes], (*buttons, *ways(scene)))
    return replace(reply, services=tuple(service.id for service in shown))


def services_of(scene: Scene, entry: Entry) -> tuple[Service, ...]:
    """Return the services for an entry in the area that was chosen."""
    return found(scene, needed(entry))


def needed(entry: Entry) -> ServicesNeeded:
    """Return what an entry asks the directory for."""
    return ServicesNeeded(entry.services, entry.needs)


def _not_this(scene: Scene) -> Reply:
    """Draw what else was meant: the entry's neighbours, then None of these."""
    entry = scene.library.entries[scene.shown]
    others = list(dict.fromkeys((*(n.see for n in entry.not_this_one), *entry.related)))[:RELATED]
    buttons = [entry_button(scene, i, instead(scene.rank, rank)) for rank, i in enumerate(others, 1)]
    none = scene.step("none-of-these"), Step(MARK, instead(scene.rank, 0))
    buttons.append(scene.press("button-none-of-these", *none, row=Row.CHOICE))
    buttons.append(scene.press("button-topics", scene.step("topics")))
    return scene.reply([Block(Mark.TEXT, scene.words("not-my-question"))], (*buttons, *ways(scene)))


def _role(scene: Scene, entry: Entry) -> tuple[Block, ...]:
    return scene.named([(Mark.LABELLED, "in-your-job", entry.roles.get(scene.role, ""))])


def _counted(scene: Scene, mark: str) -> Iterator[Event]:
    """Count that an entry or one of its points was opened, or that it helped."""
    entry, how = scene.shown.partition("/")[0], "suggestion" if mark.startswith(PICKED) else "button"
    yield Event("helped", entry) if mark == HELPED else Event("entry", entry, how)


_of_entry = partial(Screen, thing="entry", file="entry")
SCREENS = (
    _of_entry(
        name="entry",
        letter="e",
        title="“{title}”",
        part="the first screen",
        draw=answer,
        page="first",
        stays=True,
        linked=True,
        counts=_counted,
    ),
    _of_entry(
        name="point",
        letter="P",
        title="“{title}”, a point",
        part="the first screen with this point",
        draw=pointed,
        thing="point",
        page="point",
        shows_again=True,
        stays=True,
        counts=_counted,
        path=("points",),
    ),
    _of_entry(
        name="more",
        letter="m",
        title="More about “{title}”",
        part="the whole answer",
        draw=_more,
        page="whole",
        stays=True,
        replaces=("entry", "point"),
        path=("points",),
    ),
    _of_entry(
        name="nearby",
        letter="n",
        title="Who can help with “{title}”",
        part="the list of services",
        draw=_nearby,
        lists="of the talk",
        path=("services",),
    ),
    _of_entry(
        name="not-this",
        letter="w",
        title="Not “{title}”",
        part="the list of neighbours",
        draw=_not_this,
        leads_away=True,
        counts=lambda scene, _: iter((Event("not-mine", scene.shown, scene.rank),)),
        path=("not_this_one",),
    ),
)
