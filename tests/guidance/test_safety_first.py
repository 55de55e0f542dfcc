"""What must be said before anything else: on each way through the steps, and in the words for a plain reader."""

from collections.abc import Iterator

from bot.core.flow import Node, question_at
from bot.core.library import Library
from tests.flow_paths import FlowPath, paths


def _walks(library: Library) -> Iterator[FlowPath]:
    for flow in library.flows.values():
        yield from paths(library, flow)


def _said(library: Library, path: FlowPath) -> str:
    """Return all that a walk has shown when it ends."""
    asked = (question_at(library, node) for node in path.nodes)
    outcome = library.flows[path.end.flow].outcomes[path.end.id]
    questions = [f"{question.ask} {question.help}" for question in asked if question]
    return " ".join(" ".join([*questions, outcome.first, outcome.text]).split())


def test_every_walk_to_care_after_an_assault_has_told_of_a_squeezed_neck(library: Library) -> None:
    walks = [path for path in _walks(library) if path.end.flow == "sexual-assault"]
    silent = {path.nodes[0] for path in walks if "neck" not in _said(library, path).lower()}

    assert len({path.nodes[0] for path in walks}) >= 3
    assert silent == set()


def test_whoever_says_that_she_is_held_is_told_of_999_before_anything_else(library: Library) -> None:
    main_worry, age = Node("danger-now", "main-worry"), Node("trafficking", "age")
    walks = [p for p in _walks(library) if main_worry in p.nodes and age in p.nodes]

    assert walks
    assert all("about to be moved: 999 first" in _said(library, path) for path in walks)


def test_care_for_somebody_badly_hurt_leads_on_to_the_steps_after_an_assault(library: Library) -> None:
    hurt = library.flows["danger-now"].outcomes["ambulance"]

    assert "drugs-alcohol" not in hurt.needs
    assert "sexual-assault" in hurt.flows
    assert "neck was squeezed" in hurt.text


def test_an_adult_who_was_a_child_in_the_picture_is_not_sent_to_a_service_for_children_alone(library: Library) -> None:
    steps, entry = library.flows["images-shared"], library.entries["images-shared-online"]
    then = steps.questions["age"].options["then"]
    point = next(point for point in entry.points if point.id == "now-an-adult")

    assert then.who == "adult"
    assert "internet-watch-foundation" in steps.outcomes[then.next].services
    assert "{service:internet-watch-foundation}" in point.text
    assert "choice" in point.text


def test_nobody_is_told_yes_to_condoms_for_a_child_under_13(library: Library) -> None:
    care = library.entries["sexual-health-under-16"]
    point = next(point for point in care.points if point.id == "condoms-and-care")

    assert point.text.startswith("Under {fact:no-consent-under}: no, child protection today.")


def test_stopping_drink_or_tablets_suddenly_comes_with_when_it_is_999(library: Library) -> None:
    for entry, id in (("substance-use-and-selling-sex", "alcohol-benzos"), ("pregnancy", "drugs-drink")):
        point = next(point for point in library.entries[entry].points if point.id == id)
        assert "A fit, confused or seeing things: 999" in point.text


def test_whoever_was_hurt_by_somebody_else_than_a_partner_is_not_sent_to_a_line_for_domestic_abuse_alone(
    library: Library,
) -> None:
    danger, buyer = library.entries["immediate-danger"], library.entries["violent-buyer"]
    afterwards = next(point for point in danger.points if point.id == "afterwards")

    assert "{service:victim-support-scotland}" in afterwards.text
    assert buyer.services[0] == "victim-support-scotland"


def test_not_yet_to_a_service_still_tells_of_care_that_cannot_wait(library: Library) -> None:
    kept = library.flows["find-service"].outcomes["a-number-to-keep"]

    assert "{service:sarcs-self-referral}" in kept.text
    assert "medical care today" in " ".join(library.flows["worry-in-school"].outcomes["told-today"].text.split())


def test_the_areas_said_to_have_no_number_for_a_clinic_are_those_that_have_none(library: Library) -> None:
    forth_valley = {"S12000005": "Forth Valley", "S12000014": "Forth Valley", "S12000030": "Forth Valley"}
    called = forth_valley | {"S12000013": "the Western Isles"}
    clinics = [s for s in library.services.values() if "sexual-health" in s.needs and s.status == "active" and s.phones]
    covered = {area for clinic in clinics for area in clinic.areas}
    councils = library.areas.councils
    without = {called.get(code, councils[code].name) for code in councils if code not in covered}
    point = next(p for p in library.entries["sexual-health"].points if p.id == "no-clinic-listed")
    named = point.text.split(".")[0].removeprefix("We found no number for ")

    assert {name.strip() for name in named.replace(" or ", ", ").split(", ")} == without


def test_whoever_asks_if_a_child_can_agree_is_told_no(library: Library) -> None:
    point = next(point for point in library.entries["under-18"].points if point.id == "what-law-says")

    assert "A child cannot agree to it" in point.text
    assert "can a thirteen year old consent to sex" in point.asked


def test_a_man_who_was_assaulted_hears_of_his_neck_and_of_today(library: Library) -> None:
    point = next(point for point in library.entries["men-who-sell-sex"].points if point.id == "after-an-assault")

    assert point.text.startswith("Neck squeezed, head hit or drugged: A&E or 999 first.")
    assert "today" in point.text
