"""The evaluation: figures with their counts, floors that can be missed, and messages as a thumb mistypes them."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import numpy as np
import pytest
import yaml

from bot.core.library import Library
from bot.core.reply import plain
from bot.editor import evaluating
from bot.editor.evaluating import (
    SetTalk,
    TalkTurn,
    evaluate,
    matching_scores,
    singles,
    singles_in,
    talks,
    talks_in,
)
from bot.editor.evaluating.figures import (
    Assessment,
    Evaluation,
    Figure,
    FigureSection,
    Measure,
    Share,
    as_json,
    counted,
    floors,
    lines,
    missed,
)
from bot.editor.evaluating.matching_scores import Respondent, Sample, SetError, messages, mistyped
from tests.guides import guide

NOW = datetime(2026, 11, 25, 16, 30, tzinfo=UTC)
TALK_FILES = ("talks/talks.yaml", "talks/directory.yaml", "talks/straight.yaml")
COUNTS = {"good": Measure("good ones", misses="Bad ones"), "bad": Measure("bad ones", good=False, misses="Bad, too")}


@pytest.fixture(scope="module", name="talk")
def _talk(library: Library) -> Respondent:
    return Respondent(guide(library), NOW)


def figure(section: FigureSection, id: str) -> Figure:
    """Return one figure of a section."""
    return next(figure for figure in section.figures if figure.id == id)


# Figures


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [(Share(0, 0), 0.0, 100.0), (Share(80, 80), 95.4, 100.0), (Share(5, 10), 23.7, 76.3), (Share(1, 100), 0.2, 5.4)],
)
def test_a_share_has_the_interval_that_wilson_gives_it(share: Share, low: float, high: float) -> None:
    assert share.interval == (pytest.approx(low, abs=0.05), pytest.approx(high, abs=0.05))


def test_a_figure_counts_the_messages_that_it_looks_at_and_splits_them_by_kind_and_style() -> None:
    judged = [
        Assessment("a", "", "", {"good": True}, {"kind": "x", "style": "s"}),
        Assessment("b", "", "", {"good": False}, {"kind": "y", "style": "s"}),
        Assessment("c", "", "", {"bad": False}, {"kind": "y", "style": "s"}),
    ]

    good, bad = counted(judged, COUNTS)

    assert (good.share, bad.share) == (Share(1, 2), Share(0, 1))
    assert good.by == {"kind": {"x": Share(1, 1), "y": Share(0, 1)}}  # one style alone is no split
    assert {heading: [j.text for j in misses] for heading, misses in missed(judged, COUNTS).items()} == {
        "Bad ones": ["b"]
    }


def test_every_floor_belongs_to_a_figure_and_bounds_it_on_one_side() -> None:
    figures = {
        *matching_scores.QUESTIONS,
        *matching_scores.OUTSIDE,
        *matching_scores.MISTYPED,
        "typo-loss",
        "question-p99",
    }
    figures |= {*evaluating.CRISIS, *evaluating.CALM, *evaluating.DETAILS, *evaluating.PLACES}
    figures |= {
        *evaluating.TALKS,
        *matching_scores.LENGTHS,
        *(id for single in evaluating.SINGLE.values() for id in single),
    }
    figures |= {f"{name}-{what}" for name in ("clinc150", "banking77") for what in ("first", "three", "auroc", "sure")}

    assert {id.partition("/")[0] for id in floors()} <= figures
    assert all(floor.at_least == -np.inf or floor.at_most == np.inf for floor in floors().values())


def test_a_figure_below_its_floor_does_not_hold() -> None:
    assert not Figure("first-lenient", "", 91.9).holds
    assert Figure("first-lenient", "", 92.0).holds
    assert not Figure("wrong-confident", "", 3.1).holds
    assert Figure("of no floor", "", 0.0).holds


# What is asked


def test_a_question_is_judged_by_what_a_person_would_see(talk: Respondent, library: Library) -> None:
    entry = library.entries["sex-for-rent"]
    asked = [
        Sample(entry.phrasings[0], topics=("sex-for-rent",)),
        Sample(entry.phrasings[0], topics=("mothers", "sex-for-rent")),
        Sample(entry.phrasings[0], topics=("mothers",), groups={"style": "short"}),
        Sample("qwx zzv", topics=("mothers",), groups={"style": "short"}),
    ]

    made = matching_scores.questions(talk, asked)

    shares = {id: figure(made, id).share for id in ("first-strict", "first-lenient", "ranked-first", "left-without")}
    assert shares == {
        "first-strict": Share(1, 4),
        "first-lenient": Share(2, 4),
        "ranked-first": Share(2, 4),
        "left-without": Share(1, 4),
    }
    assert figure(made, "direct-right").value + figure(made, "wrong-confident").value <= 75
    assert [miss.expected for miss in made.misses["Not the right entry first"]] == ["mothers", "mothers"]


def test_a_question_that_shares_no_word_with_its_entrys_title_is_counted_apart(
    talk: Respondent, library: Library
) -> None:
    title = library.entries["sex-for-rent"].title
    asked = [Sample(text, topics=("sex-for-rent",)) for text in (title, "zzz")]

    split = figure(matching_scores.questions(talk, asked), "first-lenient").by["with its title"]

    assert {name: share.of for name, share in split.items()} == {"shares no word": 1, "shares words": 1}


def test_an_entry_that_the_content_does_not_have_is_said(talk: Respondent) -> None:
    made = matching_scores.questions(talk, [Sample("anything", topics=("no-such-entry",))])

    assert made.notes == ("The content has no entry no-such-entry.",)


def test_what_is_out_of_scope_counts_by_kind_and_lists_what_was_offered(talk: Respondent, library: Library) -> None:
    phrasing = library.entries["sex-for-rent"].phrasings[0]
    asked = [Sample("qwx zzv", groups={"kind": "gibberish"}), Sample(phrasing, groups={"kind": "not so"})]

    made = matching_scores.outside(talk, asked)

    assert figure(made, "outside-nothing-offered").by["kind"] == {"gibberish": Share(1, 1), "not so": Share(0, 1)}
    assert [miss.text for miss in made.misses["Answered, or offered suggestions"]] == [phrasing]


def test_mistyping_changes_about_one_letter_in_ten_the_same_way_each_time() -> None:
    text = "she has nowhere to sleep tonight and he is waiting outside for her " * 20
    slipped = mistyped(text, Random(1))

    assert slipped == mistyped(text, Random(1)) != text
    assert len(slipped) == pytest.approx(len(text), rel=0.05)
    changed = sum(one not in text.split() for one in slipped.split()) / len(text.split())
    assert 0.2 < changed < 0.5  # a word has four letters or so, and one letter in ten slips


@pytest.mark.soak
def test_the_loss_by_mistyping_is_the_difference_of_first_answers_in_points(talk: Respondent, library: Library) -> None:
    asked = [Sample(m.text, topics=(m.belongs,)) for entry in library.entries.values() for m in entry.not_phrasings[:1]]

    made = matching_scores.typos(talk, asked)

    loss, lost, after = figure(made, "typo-loss"), figure(made, "typo-lost"), figure(made, "typo-first")
    before = figure(matching_scores.questions(talk, asked), "first-lenient")
    assert loss.value == pytest.approx(before.value - after.value)
    assert lost.value >= loss.value
    assert lost.share is not None
    assert lost.share.of == matching_scores.ROUNDS * len(asked)
    assert loss.interval is not None
    assert loss.interval[0] < loss.value < loss.interval[1]


def test_a_questions_time_is_told_in_the_middle_and_at_the_worst(talk: Respondent) -> None:
    half, worst = matching_scores.times(talk, [Sample("she has nowhere to sleep")] * 5).figures

    assert 0 < half.value <= worst.value


# Danger, details, places


def test_danger_is_found_and_calm_is_not_alarmed(talk: Respondent) -> None:
    asked = [Sample("hes outside her door with a knife"), Sample("this rota is killing me")]

    assert figure(evaluating.danger(talk, asked), "crisis-found").share == Share(1, 2)
    assert figure(evaluating.calm(talk, asked), "calm-alarmed").share == Share(1, 2)
    assert [m.text for m in evaluating.calm(talk, asked).misses["Calm messages that raised a card"]] == [asked[0].text]


def test_details_are_judged_one_by_one_and_clean_messages_whole(talk: Respondent) -> None:
    asked = [
        Sample("ring Morven Tulloch on 07700 900123", spans=(("name", "Morven Tulloch"), ("phone", "07700 900123"))),
        Sample("ring her on 07700 900456", spans=()),
        Sample("she is at Qqq", spans=(("address", "Qqq"),)),
    ]

    made = evaluating.details(talk, asked)

    assert {f.id: f.share for f in made.figures} == {
        "details-found": Share(1, 2),
        "names-found": Share(1, 1),
        "names-whole": Share(1, 1),
        "kind-right": Share(2, 2),
        "found-meant": Share(2, 3),
        "clean-warned": Share(1, 1),
    }
    assert set(made.misses) == {"Details not found", "Found, but not a detail", "Clean messages warned"}


def test_a_detail_that_stands_twice_is_looked_for_in_both_places(talk: Respondent) -> None:
    twice = Sample("07700 900123 or 07700 900123", spans=(("phone", "07700 900123"), ("phone", "07700 900123")))

    assert figure(evaluating.details(talk, [twice]), "details-found").share == Share(2, 2)


def test_a_place_is_right_only_when_exactly_its_councils_are_taken_or_asked_about(talk: Respondent) -> None:
    asked = [
        Sample("anything for women in Govan", councils=("Glasgow City",)),
        Sample("anything for women in Govan", councils=("Glasgow City", "Fife")),
        Sample("anything for women in Govan"),
        Sample("she has moved down to Carlisle"),
    ]

    made = evaluating.places(talk, asked)

    assert figure(made, "places-right").share == Share(2, 4)
    assert figure(made, "places-right").by == {
        "councils": {"none": Share(1, 2), "one": Share(1, 1), "several": Share(0, 1)}
    }


# Files


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, library: Library) -> Path:
    phrasing = library.entries["sex-for-rent"].phrasings[0]
    write = {
        "questions.yaml": [{"text": phrasing, "topic": "sex-for-rent", "also": [], "style": "scots"}],
        "crisis.yaml": [{"text": "this rota is killing me", "kind": "weapon"}],
        "calm.yaml": [],
    }
    for name, listed in write.items():
        (tmp_path / name).write_text(yaml.safe_dump(listed), "utf-8")
    return tmp_path


def test_a_folder_is_reported_in_words_with_what_is_missing_and_what_falls_short(
    talk: Respondent, folder: Path
) -> None:
    made = evaluating.evaluate(talk, folder, "words and letters alone")
    said = "\n".join(lines(made))

    assert made.skipped == ("out_of_scope.yaml", "personal_data.yaml", "places.yaml", *TALK_FILES)
    assert "Not there, and skipped: places.yaml" in said
    assert "Below its floor: crisis found, 0.0 %, at least 100" in said
    assert "Danger that raised no card (crisis): 1" in said
    words = [f"words on a first screen with {card} card" for card in ("no", "a")]
    assert [s.name for s in made.sections] == ["questions", "typos", "time", words[0], "crisis", words[1]]


def test_a_folder_is_reported_as_json_with_every_count(talk: Respondent, folder: Path) -> None:
    told = json.loads(as_json(evaluating.evaluate(talk, folder, "words and letters alone")))

    crisis = next(section for section in told["sections"] if section["name"] == "crisis")
    assert told["holds"] is False
    assert crisis["figures"][0]["id"] == "crisis-found"
    assert (crisis["figures"][0]["hits"], crisis["figures"][0]["of"]) == (0, 1)
    assert (crisis["figures"][0]["floor"], crisis["figures"][0]["holds"]) == ("at least 100", False)
    assert crisis["misses"]["Danger that raised no card"][0]["groups"] == {"kind": "weapon"}


def test_what_somebody_types_stays_as_typed(tmp_path: Path) -> None:
    file = tmp_path / "questions.yaml"
    file.write_text("- text: no\n- text: 12\n  topic: mothers\n  also: [stigma]\n  style: short\n", "utf-8")

    assert messages(file) == (
        Sample("no"),
        Sample("12", topics=("mothers", "stigma"), groups={"style": "short"}),
    )


@pytest.mark.parametrize("wrong", ["text: no list", "- no mapping", "- {kind: no text}", "- text: [1]", "- {", "\xff"])
def test_a_file_that_is_not_as_it_should_be_is_named(tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "calm.yaml"
    file.write_text(wrong, "latin-1")

    with pytest.raises(SetError, match=r"calm\.yaml"):
        messages(file)


# The command


@pytest.mark.soak
def test_the_command_ends_with_1_below_a_floor_and_with_0_otherwise(
    folder: Path, command: Callable[..., tuple[int, str]]
) -> None:
    below, told = command("evaluate", str(folder), "--json")
    (folder / "crisis.yaml").unlink()
    (folder / "questions.yaml").unlink()
    within, said = command("evaluate", str(folder))

    assert (below, json.loads(told)["holds"]) == (1, False)
    assert (within, said.splitlines()[-1]) == (0, "Every figure is within its floor.")


def test_the_command_asks_for_a_folder(command: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    assert command("evaluate")[0] == 2
    assert command("evaluate", str(tmp_path / "nothing"))[0] == 2


@pytest.fixture(name="command")
def _command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    from click.testing import CliRunner

    from bot.__main__ import main

    monkeypatch.setenv("SIGNPOST_ENCODER", "no")

    def run(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, arguments)
        return done.exit_code, done.output

    return run


def test_a_message_keeps_its_other_groups(talk: Respondent) -> None:
    one = Sample("hes outside her door with a knife", groups={"style": "plain", "kind": "weapon"})

    judged = evaluating.danger(talk, [one, replace(one, groups={"style": "scots", "kind": "weapon"})])

    assert figure(judged, "crisis-found").by == {"style": {"plain": Share(1, 1), "scots": Share(1, 1)}}


def test_whole_talks_are_played_turn_by_turn_and_judged_by_what_each_has_to_show(talk: Respondent) -> None:
    said = (
        TalkTurn("she needs somewhere to stay tonight", "question", {"entry_any": ["somewhere-to-stay-tonight"]}),
        TalkTurn("cheers", "small-talk", {"danger": "none", "most_words": 40}),
        TalkTurn("hes kicking her door in the now", "follow-up", {"danger": "card", "shows_all": ["999"]}),
        TalkTurn("back", "command", {"shows_any": ["no such words"]}),
    )

    section = talks(talk.guide, talk.now, (SetTalk("one", said), SetTalk("two", said[:1])))
    figures = {figure.id: figure.share for figure in section.figures}

    assert figures["turns-right"] == Share(4, 5)
    assert figures["talks-whole"] == Share(1, 2)
    assert figures["calm-turns"] == figures["danger-turns"] == Share(1, 1)
    assert [miss.text for miss in section.misses["Turns that fall short"]] == ["one: back"]


def test_a_share_of_one_kind_that_falls_below_its_floor_is_told(talk: Respondent) -> None:
    thanks = TalkTurn("cheers", "small-talk", {"most_words": 40})
    never = TalkTurn("cheers", "meta", {"shows_any": ["what no screen shows"]})

    made = Evaluation("words alone", (talks(talk.guide, talk.now, (SetTalk("one", (thanks, never)),)),))

    assert [part.id for part in made.short if "/" in part.id] == ["turns-right/meta"]
    assert "Below its floor: kind: meta, 0.0 %, at least 92" in "\n".join(lines(made))


def test_a_calm_turn_under_a_line_about_danger_is_not_quiet(talk: Respondent) -> None:
    calm = TalkTurn("good morning", "small-talk", {"danger": "none"})
    warned = TalkTurn("her ex knows where she lives and she is scared", "question", {"danger": "none"})

    section = talks(talk.guide, talk.now, (SetTalk("one", (calm,)), SetTalk("two", (warned,))))

    assert figure(section, "calm-turns").share == Share(2, 2)
    assert figure(section, "calm-quiet").share == Share(1, 2)


def test_messages_that_ask_for_a_service_are_judged_by_the_services_shown(talk: Respondent, tmp_path: Path) -> None:
    file = tmp_path / "directory.yaml"
    asked = [
        {"text": "number for the scottish women's rights centre", "services_any": ["swrc"]},
        {"text": "number for the scottish women's rights centre", "services_any": ["swrc"], "first_not": ["swrc"]},
        {"text": "number for the samaritans", "services_any": ["swrc"], "says_unknown": True},
    ]
    file.write_text(yaml.safe_dump(asked), "utf-8")

    section = singles(talk.guide, talk.now, "directory.yaml", singles_in(file))

    found = figure(section, "directory-found")
    assert found.share == Share(1, 3)
    assert found.by["kind"] == {"a number is held": Share(1, 2), "no number is held": Share(0, 1)}
    assert section.misses["No service that fits"][0].expected == "another service than swrc first"


def test_a_short_question_is_right_where_its_answer_stands_on_the_first_screen(
    talk: Respondent, tmp_path: Path
) -> None:
    file = tmp_path / "talks" / "straight.yaml"
    file.parent.mkdir()
    given = [{"text": "samaritans number", "shows_any": [wanted]} for wanted in ("116123", "no such words")]
    file.write_text(yaml.safe_dump(given), "utf-8")

    made = evaluate(talk, tmp_path, "words alone")

    assert [(section.name, section.messages) for section in made.sections] == [("straight", 2)]
    assert figure(made.sections[0], "straight-shown").share == Share(1, 2)
    assert set(TALK_FILES) - set(made.skipped) == {"talks/straight.yaml"}


def test_the_words_of_a_first_screen_are_counted_with_and_without_a_card(talk: Respondent) -> None:
    asked = [Sample("hes outside her door with a knife"), Sample("cheers"), Sample("what is coercive control")]

    calm, carded = (matching_scores.lengths(talk, asked, card=card) for card in (False, True))

    shown = [len(plain(talk(one.text).replies[0]).split()) for one in asked]
    assert (figure(carded, "words-card-median").value, figure(carded, "words-card-most").value) == (shown[0], shown[0])
    assert figure(calm, "words-most").value == max(shown[1:])
    assert (calm.messages, carded.messages) == (2, 1)


def test_a_file_that_holds_no_talks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "talks.yaml").write_text("- {id: one}\n")

    with pytest.raises(SetError, match="not a list as docs"):
        talks_in(tmp_path)
