"""The proof of the flows: it holds for the real content, and each property fails for a reason, with the walk shown."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.content.load_in_process import find_content
from bot.core.conversation import turn
from bot.core.flow import Walk
from bot.core.position import Position, area_code
from bot.core.reply import Asked, Block, Mark, Reply
from bot.core.screens import walks
from bot.core.screens.scene import Scene
from bot.core.steps import Outcome, Question
from bot.editor.proof import ProofReport, properties, prove, proved
from bot.editor.proof.properties import Proof
from bot.editor.proof.walker import Walker
from tests.checked import read
from tests.command import signpost
from tests.conftest import NOW
from tests.guides import HEARING
from tests.machine_speed import Stopwatch
from tests.small_content import change
from tests.walked_content import walked_content

TODAY = date(2026, 11, 25)
DANGER, HELP = "flows/danger-now.yaml", "flows/find-help.yaml"
DAY_LINE = "guidance/services/day-line.yaml"


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    return walked_content(tmp_path)


def failing(report: ProofReport) -> str:
    """Return what a report says about failures, without the figures."""
    assert not report.holds
    return "\n".join(report.lines).split("Walked to the end")[0]


# What holds


def test_all_of_it_holds_for_good_content(small: Path) -> None:
    report = proved(small, TODAY, HEARING)

    assert report.holds
    assert report.lines[-1] == "Every property holds."


def test_the_figures_are_those_of_the_content(small: Path) -> None:
    draft, _ = read(small)
    figures = prove(draft, NOW).figures

    assert (figures.flows, figures.steps, figures.roles, figures.councils) == (2, 8, 3, 2)
    # danger-now: one outcome; two for a woman; three for a man, which are those of find-help. All in no area and in two
    # councils, and in two roles.
    assert figures.walks == (6 + 3) * (1 + 2 + 2)
    assert (figures.most_taps, figures.median_taps) == (6, 4)
    assert figures.screens > 0
    assert figures.outside > 10
    assert figures.at_their_longest > 10


def test_one_flow_can_be_walked_alone(small: Path) -> None:
    whole, alone = proved(small, TODAY, HEARING), proved(small, TODAY, HEARING, flow="danger-now")

    assert alone.holds
    assert alone.lines[0].startswith("Walked to the end: 1 flow with ")
    assert whole.lines[0].startswith("Walked to the end: 2 flows with ")


def test_a_flow_that_is_not_there_is_named_with_those_that_are(small: Path) -> None:
    report = proved(small, TODAY, HEARING, flow="no-such")

    assert not report.holds
    assert report.lines == ("There is no flow no-such. There are: danger-now, find-help.",)


@pytest.fixture(name="real", scope="module")
def _real() -> tuple[Proof, float]:
    draft, refused = read(find_content())
    assert refused == []
    with Stopwatch() as watch:
        proof = prove(draft, NOW)
    return proof, watch.seconds


@pytest.mark.soak
def test_all_of_it_holds_for_the_real_content(real: tuple[Proof, float]) -> None:
    assert [(failure.holds, failure.node, failure.message) for failure in real[0].failures] == []


@pytest.mark.soak
def test_the_proof_of_the_real_content_takes_less_than_a_minute_and_a_half(real: tuple[Proof, float]) -> None:
    assert real[1] < 90


@pytest.mark.soak
def test_every_flow_is_walked_in_every_council_and_role(real: tuple[Proof, float]) -> None:
    figures = real[0].figures

    assert figures.councils == 32
    assert figures.roles >= 10
    assert figures.walks > 1000 * (figures.councils + figures.roles)


# What does not hold in content


def test_a_circle_is_shown_with_the_walk_that_goes_round(small: Path) -> None:
    change(small, DANGER, 'fine: {label: "No", next: who}', 'fine: {label: "No", next: hurt}')

    assert """DOES NOT HOLD: No walk goes round in a circle
  flows/danger-now.yaml:4: the walk has returned to an earlier question
  the walk, with no area and no role:
    1. Is anyone hurt? [No]
    → Is anyone hurt?
""" in failing(proved(small, TODAY, HEARING))


def test_a_walk_that_is_too_long_is_shown_tap_by_tap(small: Path) -> None:
    steps = "".join(
        f"  s{n}: {{ask: Step {n}?, options: {{a: {{label: On, next: {to}}}, b: {{label: Off, next: her-pace}}}}}}\n"
        for n, to in enumerate([*(f"s{n}" for n in range(1, 9)), "what"])
    )
    change(small, HELP, "start: what\n", "start: s0\n")
    change(small, HELP, "questions:\n", f"questions:\n{steps}")
    told = failing(proved(small, TODAY, HEARING))

    assert "DOES NOT HOLD: Someone to call is at most 8 taps away" in told
    assert "the walk has taken 9 taps; someone to call must be at most 8 away" in told
    assert "    8. Step 7? [On]\n    9. Step 8? [On]\n    → What would help?" in told


def test_an_outcome_with_nobody_who_takes_her_is_shown_with_who_she_is_and_where(small: Path) -> None:
    change(small, DAY_LINE, "not_for: Nobody,", "not_for: Nobody, genders: [man],")
    told = failing(proved(small, TODAY, HEARING))

    assert "DOES NOT HOLD: Every outcome shows an active service for this person and area" in told
    assert "nobody on this screen can be phoned" in told
    assert "the walk, with City of Edinburgh and no role:" in told
    assert "    2. Who is it for? [A woman]" in told


def test_an_outcome_with_services_that_are_paused_is_shown(small: Path) -> None:
    change(small, DAY_LINE, "status: active", "status: paused")

    told = failing(proved(small, TODAY, HEARING))

    assert "is active, takes this person (nothing told) and reaches all of Scotland, and it does not say so" in told


def test_a_referral_without_consent_is_shown_with_the_walk(small: Path) -> None:
    change(small, HELP, "type: consent", "type: choice")
    change(small, HELP, "    shares: Her first name, with the day line.\n", "")
    told = failing(proved(small, TODAY, HEARING))

    assert "DOES NOT HOLD: Consent is asked before every referral" in told
    assert "her details are passed on, but no question asked whether she wants that" in told
    assert (
        """  the walk, with City of Edinburgh and no role:
    1. What would help? [Someone to talk to]
    2. Has she asked for this, and does she know what will be shar… [Yes]
    → Pass it on with her
  and 14 more walks that fail in the same way"""
        in told
    )


def test_a_step_that_nothing_leads_to_is_named_with_its_line(small: Path) -> None:
    change(small, DANGER, "outcomes:\n", 'outcomes:\n  lost: {title: L, first: L., referral: "no", needs: [talk]}\n')
    told = failing(proved(small, TODAY, HEARING))

    assert "DOES NOT HOLD: Every step and every flow is reached\n  flows/danger-now.yaml:16: no walk reaches" in told


def test_a_flow_that_nothing_leads_to_is_named(small: Path) -> None:
    again = (small / DANGER).read_text("utf-8").replace("title: Somebody is in danger", "title: Somebody is lonely")
    (small / "flows/lonely.yaml").write_text(again, "utf-8")

    assert "flows/lonely.yaml:4: no screen leads to this flow" in failing(proved(small, TODAY, HEARING))


def test_two_buttons_with_the_same_words_are_shown_with_the_walk(small: Path) -> None:
    change(small, DANGER, "man: {label: A man,", "man: {label: a woman,")
    told = failing(proved(small, TODAY, HEARING))

    assert (
        'DOES NOT HOLD: No two buttons of a screen have the same label\n  flows/danger-now.yaml:9: two buttons say "a'
        in told
    )
    assert "    1. Is anyone hurt? [No]\n    → Who is it for?" in told


def test_a_screen_over_a_channels_limit_is_shown_with_the_walk(small: Path) -> None:
    numbers = "".join(f'\n  - {{number: "0131 496 00{number}", purpose: on another day}}' for number in range(10, 99))
    change(small, DAY_LINE, "purpose: day and night}", "purpose: day and night}" + numbers)
    told = failing(proved(small, TODAY, HEARING))

    assert "DOES NOT HOLD: Every screen is within every channel's limits" in told
    assert "units and Telegram takes 4096 in a message" in told
    assert "    1. What would help? [Nothing for now]\n    → At her pace" in told


def test_a_screen_that_is_too_long_with_the_longest_service_is_told(small: Path) -> None:
    line = "Whether it is open at weekends, and who answers then, and in which of all the languages. " * 3
    change(small, DAY_LINE, "confidence: high\n", "confidence: high\nunconfirmed:\n" + f'  - "{line}"\n' * 18)

    assert "at its longest, all about this service has" in failing(proved(small, TODAY, HEARING))


def test_a_screen_from_which_no_emergency_number_is_near_is_told(small: Path) -> None:
    change(small, "guidance/crisis.yaml", 'number: "999"', 'number: "0131 496 0000"')

    assert "no emergency number is within 2 taps" in failing(proved(small, TODAY, HEARING))


def test_content_that_cannot_be_walked_is_refused_with_its_faults(small: Path) -> None:
    change(small, HELP, "start: what\n", "start: what-else\n")
    report = proved(small, TODAY, HEARING)

    assert not report.holds
    assert report.lines[0].startswith("REFUSED: flows/find-help.yaml:2:8: ")
    assert report.lines[-1] == "Nothing was walked: correct this first."


# What does not hold in an engine that is broken


def test_an_engine_that_goes_back_to_another_screen_is_found(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Position, "back", lambda at: replace(at, steps=at.steps[:-2]))

    assert "DOES NOT HOLD: Back returns to the same screen with the same answers" in failing(
        proved(small, TODAY, HEARING)
    )


def test_a_council_that_was_typed_is_asked_for_again_on_the_way_back(small: Path) -> None:
    draft, _ = read(small)
    walker = Walker(draft.guide, NOW)
    asked = next(seen for seen in walker.walks("find-help") if seen.walk_state.node.id == "where")
    typed = turn(draft.guide, Asked("Dalkeith", asked.reply.position), NOW).replies[0]
    back = next(button for button in typed.buttons if button.label == "button back")
    opened = walker.press(back.position)

    assert typed.position[3:5] == area_code("S12000019")
    assert back.position[3:5] == "--"
    assert [button.label for button in opened.buttons][:2] == ["City of Edinburgh", "Midlothian"]


def test_an_engine_that_forgets_the_area_on_the_way_back_is_found(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Position, "back", lambda at: replace(at, steps=at.steps[:-1], area="--"))
    told = failing(proved(small, TODAY, HEARING))

    assert "DOES NOT HOLD: Back returns to the same screen with the same answers" in told
    assert "the walk, with City of Edinburgh and no role" in told


def _saying(monkeypatch: pytest.MonkeyPatch, say: object) -> None:
    """Let every outcome say something more, made from its scene and its walk."""
    whole = walks.outcome

    def outcome(scene: Scene, walk: Walk, end: Outcome) -> Reply:
        drawn = whole(scene, walk, end)
        return replace(drawn, blocks=(*drawn.blocks, Block(Mark.TEXT, str(say(scene, walk)))))  # type: ignore[operator]

    monkeypatch.setattr(walks, "outcome", outcome)


def test_an_engine_in_which_the_role_changes_a_walk_is_found(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _saying(monkeypatch, lambda scene, walk: scene.role)
    told = failing(proved(small, TODAY, HEARING))

    assert "DOES NOT HOLD: A walk is the same with every role" in told
    assert 'with the role "housing" this screen is different' in told


def test_an_engine_in_which_the_role_changes_a_question_is_found(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = walks.question

    def question(scene: Scene, walk: Walk, asked: Question) -> Reply:
        drawn = whole(scene, walk, asked)
        return replace(drawn, buttons=drawn.buttons[1:]) if scene.role and walk.answers else drawn

    monkeypatch.setattr(walks, "question", question)

    assert 'with the role "housing" this screen is different' in failing(proved(small, TODAY, HEARING))


def test_an_engine_that_looks_at_the_role_is_walked_in_every_role_and_council(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, _ = read(small)
    before = prove(draft, NOW).figures.walks
    _saying(monkeypatch, lambda scene, walk: scene.role and "")

    assert prove(draft, NOW).figures.walks == before + (6 + 3) * 2 * 2


def test_an_engine_in_which_the_way_changes_a_screen_is_found(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _saying(monkeypatch, lambda scene, walk: len(walk.steps))

    assert "DOES NOT HOLD: The way to a screen changes nothing on it" in failing(proved(small, TODAY, HEARING))


def test_an_engine_in_which_a_council_chosen_on_the_way_differs_is_found(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = walks.question

    def question(scene: Scene, walk: Walk, asked: Question) -> Reply:
        drawn = whole(scene, walk, asked)
        on_the_way = scene.area and len(walk.steps) > 2
        return replace(drawn, blocks=(*drawn.blocks, Block(Mark.TEXT, "on the way"))) if on_the_way else drawn

    monkeypatch.setattr(walks, "question", question)

    assert "DOES NOT HOLD: A council chosen on the way is the same" in failing(proved(small, TODAY, HEARING))


def test_a_question_with_nothing_to_press_and_a_button_that_leads_astray_are_found(small: Path) -> None:
    draft, _ = read(small)
    walker = Walker(draft.guide, NOW)
    first = next(walker.walks("find-help"))

    assert (properties.ends(walker, first), properties.leads_where_it_says(walker, first)) == ("", "")
    bare = replace(first, reply=replace(first.reply, buttons=()), pressed="1----")
    assert properties.ends(walker, bare).startswith("this question has nothing to press")
    assert properties.leads_where_it_says(walker, bare).startswith("1---- was pressed and ")


def test_a_position_that_is_too_long_is_found(small: Path) -> None:
    draft, _ = read(small)
    walker = Walker(draft.guide, NOW)
    first = next(walker.walks("find-help"))
    button = replace(first.reply.buttons[0], position="1" * 65)
    long = replace(first, reply=replace(first.reply, buttons=(button,)))

    assert "which carries 65 bytes; Telegram takes 64" in properties.limits(walker, long)


# The command


def test_the_command_ends_with_an_error_where_something_does_not_hold(small: Path) -> None:
    def run() -> subprocess.CompletedProcess[str]:
        return signpost("prove", str(small), "--on", "2026-11-25")

    good = run()
    change(small, DAY_LINE, "status: active", "status: paused")
    bad = run()

    assert (good.returncode, good.stderr) == (0, "")
    assert "Taps to someone to call: 6 at most, median 4." in good.stdout
    assert (bad.returncode, "DOES NOT HOLD" in bad.stdout) == (1, True)
