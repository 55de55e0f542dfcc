"""Detection of danger: what sayings raise, how the model grades, how they combine, and that any text can be read."""

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.core.guide import Guide
from bot.core.hearing import Danger
from bot.core.library import Library
from bot.hearing.danger.detector import (
    CARD,
    DOUBTED,
    LEADING,
    LEADING_OF_VERY_LONG,
    LEARNED,
    LINE_BY_WORDS,
    LONG,
    DangerDetector,
    HeardDanger,
    parts_of,
)
from bot.hearing.danger.grading import GRADES, Chances, GradeModel
from bot.hearing.danger.tokens import MOST_CORRECTED
from tests import hostile
from tests.examples import hostile_inputs
from tests.guides import CARDS, HEARING, detect
from tests.hearing.danger.test_sayings import ALL
from tests.machine_speed import too_slow

DETECTOR = HEARING.danger
HEARD = Path(__file__).parents[2] / "heard"
KNIFE = "he is in our reception with a knife in his hand"
PLAIN = "the woman i work with asked me about her housing benefit"


def _texts(name: str) -> list[str]:
    return [row["text"] for row in yaml.load((HEARD / name).read_text("utf-8"), yaml.CSafeLoader)]


def grading(line: float, card: float, *likely: str) -> DangerDetector:
    """Return a detector whose model gives every message these chances, and finds some cards likelier than others.

    Args:
        line: the chance of a line.
        card: the chance of a card.
        likely: the likeliest cards, the likeliest first.
    """
    grader = DETECTOR.grader
    grades = np.log(np.array([1 - line - card, line, card], np.float32))
    cards = np.array([len(likely) - likely.index(one) if one in likely else 0 for one in grader.cards], np.float32)
    columns = len(GRADES) + len(grader.cards)
    model = GradeModel(
        grams=np.zeros_like(grader.words.grams),
        named={},
        meaning=np.zeros((384, columns), np.float32),
        base=np.concatenate([grades, cards]),
    )
    return replace(DETECTOR, grader=replace(grader, words=model, meaning=model))


def test_a_saying_raises_a_card_and_names_its_rule() -> None:
    assert grading(0.01, 0.98, "weapon").detect(KNIFE) == Danger("card", "weapon", ("weapon-in-hand",))


def test_a_saying_raises_a_card_that_the_model_would_only_give_a_line() -> None:
    assert grading(0.01, DOUBTED + 0.01, "weapon").detect(KNIFE) == Danger("card", "weapon", ("weapon-in-hand",))


def test_a_saying_that_words_and_meaning_doubt_raises_a_line() -> None:
    doubting = grading(0.01, DOUBTED - 0.01, "weapon")
    found = doubting.judge(doubting.hear(KNIFE), np.zeros((1, 384), np.float32))

    assert found == Danger("line", "weapon", ("weapon-in-hand",))


def test_a_saying_that_words_and_meaning_do_not_doubt_raises_its_card() -> None:
    sure = grading(0.01, DOUBTED + 0.01, "weapon")
    found = sure.judge(sure.hear(KNIFE), np.zeros((1, 384), np.float32))

    assert found == Danger("card", "weapon", ("weapon-in-hand",))


def test_the_likeliest_card_is_shown_whatever_raised_it() -> None:
    found = grading(0.01, 0.98, "recent-assault", "danger-now").detect("he held her down and wouldn't stop")

    assert found == Danger("card", "recent-assault", ("being-hurt",))


@pytest.mark.parametrize(
    ("line", "card", "grade"),
    [
        (0.01, CARD + 0.01, "card"),
        (0.03, CARD - 0.01, "line"),
        (LINE_BY_WORDS + 0.01, 0.0001, "line"),
        (0.03, LINE_BY_WORDS - 0.02, "line"),
        (LINE_BY_WORDS - 0.01, 0.0001, None),
        (0.0001, 0.0001, None),
    ],
)
def test_what_no_saying_raises_is_graded_by_the_chances(line: float, card: float, grade: str | None) -> None:
    found = grading(line, card, "missing").detect(PLAIN)

    assert (found and found.grade) == grade
    assert found is None or (found.card, found.because) == ("missing", (LEARNED,))


def test_of_a_few_words_only_a_saying_or_a_word_of_harm_makes_danger() -> None:
    alarmed = grading(0.01, 0.98, "suicide")

    assert alarmed.detect("she said") is None
    assert alarmed.detect("bed for tonight urgent") is None
    assert alarmed.detect("i want to die") == Danger("card", "suicide", ("wants-to-die",))
    assert alarmed.detect("bruises") == Danger("card", "suicide", (LEARNED,))


def test_words_that_the_model_gives_no_weight_are_told_with_none() -> None:
    blank = grading(0.01, 0.98)
    reasons = blank.reasons(blank.hear(PLAIN))

    assert {reason.weight for reason in reasons} == {0.0}
    assert '"benefit"' in {reason.name for reason in reasons}


def test_nothing_typed_is_no_danger() -> None:
    assert [DETECTOR.hear(text) for text in ("", " \n ", "…", "?!")] == [HeardDanger()] * 4
    assert grading(0.01, 0.98).detect("…") is None


def test_a_message_up_to_the_limit_is_judged_whole_and_a_longer_one_by_its_parts() -> None:
    whole, longer = " ".join(["word"] * LONG), " ".join(["word"] * (LONG + 1))

    assert [part.text for part in DETECTOR.hear(whole).parts] == [whole]
    assert DETECTOR.hear(whole).to_encode == ()
    assert len(DETECTOR.hear(longer).parts) == 2
    assert len(DETECTOR.hear(longer).to_encode) == LEADING


def test_a_message_of_few_words_is_too_little_to_judge_and_a_long_one_is_not() -> None:
    assert DETECTOR.hear("he is back").few_words
    assert not DETECTOR.hear("he is back and she told us about it").few_words
    assert not DETECTOR.hear(" ".join(["word"] * (LONG + 1))).few_words


def test_the_parts_of_a_long_message_lose_no_word_and_none_is_long() -> None:
    words, _ = DETECTOR.read(" ".join(f"This is sentence number {number} of it." for number in range(1, 11)))[0]
    parts = parts_of(words)

    assert tuple(token for tokens, _ in parts for token in tokens) == words.tokens
    assert all(len(tokens) <= 24 for tokens, _ in parts)
    assert all({0, len(tokens)} <= edges for tokens, edges in parts)
    assert len({len(tokens) for tokens, _ in parts_of(DETECTOR.read("word " * 190)[0][0])}) == 2


def test_of_a_very_long_message_the_parts_at_both_ends_are_judged() -> None:
    told = " ".join(f"Here is sentence number {number} of a long story." for number in range(1, 100))
    heard = DETECTOR.hear(told)
    texts = " / ".join(part.text for part in heard.parts)

    assert len(heard.parts) == 8
    assert "number 1 of" in texts
    assert "number 99 of" in texts
    assert "number 50 of" not in texts
    assert len(heard.to_encode) == LEADING_OF_VERY_LONG


def test_a_saying_is_heard_in_the_middle_of_a_very_long_message() -> None:
    story = " ".join(islice(cycle([PLAIN + "."]), 30))

    assert detect(story) is None
    assert DETECTOR.hear(f"{story} Now {KNIFE}. {story}").raised == ("weapon-in-hand",)


def test_the_part_of_a_long_message_that_points_to_danger_most_comes_first_and_decides() -> None:
    told = "She came in for her usual appointment and we went through the forms for the new flat together as planned."
    danger = "He is hitting her in the car park right now and she is screaming."
    heard = DETECTOR.hear(f"{told} {danger} {told}")

    assert heard.parts[0].text == danger.lower().rstrip(".")
    assert detect(f"{told} {danger} {told}") == DETECTOR.judge(heard)
    assert DETECTOR.judge(heard, np.zeros((LEADING, 384), np.float32)) is not None


@pytest.mark.parametrize(
    "message",
    [
        "she has nowhere to sleep tonight",
        "she has nowhere to go tonight",
        "bed for tonight urgent",
        "no money and no food, she's crying",
        "she needs a doctor today",
        "court tomorrow and no lawyer, she's worried",
        "jak mogę pomóc tej kobiecie, nie mówię po angielsku",
        "wie kann ich dieser frau hier im haus heute helfen bitte",
    ],
)
def test_the_commonest_needs_and_other_languages_are_no_danger(message: str) -> None:
    assert detect(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "nowhere to go, he's outside",
        "she's got nowhere to go and she's on the bridge",
        "no money, no food, and she wants to die",
        "she needs help now",
        "she needs a bed tonight, he's looking for her with a knife",
    ],
)
def test_a_need_beside_danger_does_not_hide_it(message: str) -> None:
    assert detect(message) is not None


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("I'm being forced to have sex and I'm only 12 years old", "child-now"),
        ("he has a knife and she has overdosed", "weapon"),
        ("she has cut her wrists, there's a lot of blood", "suicide"),
        ("he forced her on saturday, she's still got the bruises", "recent-assault"),
        ("the baby isn't breathing", "overdose"),
    ],
)
def test_the_card_that_fits_best_is_shown(message: str, card: str) -> None:
    found = detect(message)

    assert found is not None
    assert (found.grade, found.card) == ("card", card)


@pytest.mark.soak
@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("15 year old says she was raped last night by lads from school", "child-now"),
        ("raped last night by lads she knew, she is 35", "recent-assault"),
        ("17 yr old says she's going to kill herself tonight", "suicide"),
        ("took a whole box of paracetamol, she says she wants to die", "overdose"),
        ("she says she wants to die, she means it", "suicide"),
        ("her wee girl of 4 is left by herself while she works", "child-now"),
        ("her wee girl of 4 is left with her granny while she works", ""),
        ("moved to glasgow, ex found her and is outside now", "danger-now"),
    ],
)
def test_of_two_cards_that_fit_the_one_with_what_comes_first_stands(real: Guide, message: str, card: str) -> None:
    assert real.hearing.hear(message).crisis == card


def test_the_same_message_is_always_heard_the_same(tmp_path: Path) -> None:
    script = tmp_path / "detect.py"
    script.write_text(
        "import json, sys\n"
        "from bot.hearing.danger.detector import DangerDetector\n"
        "danger = DangerDetector.load()\n"
        "print([(danger.detect(text), danger.chances(danger.hear(text))) for text in json.load(sys.stdin)])\n",
        "utf-8",
    )
    texts = [*_texts("choosing.yaml")[::20], *ALL[::4]]
    elsewhere = subprocess.run(
        [sys.executable, script],
        input=json.dumps(texts),
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    here = [(DETECTOR.detect(text), DETECTOR.chances(DETECTOR.hear(text))) for text in texts]

    assert elsewhere == f"{here}\n"


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=400))
def test_any_text_at_all_is_read_without_fault(text: str) -> None:
    found = detect(text)

    assert found is None or found.card in CARDS


@pytest.mark.parametrize("digit", ["፩", "𐩀", "᧚", "٣", "²", "①", "໓", "𝟗"])
def test_the_digits_of_every_script_are_read_without_fault(digit: str) -> None:
    for text in (digit, f"she is {digit}{digit} now and lives here", f"he has a knife, she is {digit}"):
        detect(text)

    assert HEARING.danger.hear(f"she is {digit} years old, he has a knife").raised == ("weapon-in-hand",)


def test_plain_words_of_danger_are_heard_after_more_mistyped_words_than_are_corrected() -> None:
    draw = random.Random(5)
    mistyped = " ".join("".join(draw.choices("aeioulnrst", k=9)) for _ in range(2 * MOST_CORRECTED))

    assert "weapon-in-hand" in DETECTOR.hear(f"{mistyped} {KNIFE}").raised


@pytest.mark.parametrize("piece", ["he has a knife ", "not ", "he she ", "h e l p ", "x1", "heknife", "\u0591", "a"])
def test_a_wall_of_text_is_bounded(piece: str) -> None:
    assert too_slow(detect, [(piece * 4096)[:4096]], 500) == []


@pytest.mark.alone
def test_ninety_nine_messages_in_a_hundred_are_judged_by_their_words_within_a_few_milliseconds() -> None:
    texts = [text for text in _texts("unseen_danger.yaml")[::4] if len(text) <= 300]

    assert len(texts) > 100
    assert len(too_slow(detect, texts, 1.5)) < len(texts) / 2
    assert len(too_slow(detect, texts, 3)) < len(texts) / 100


@pytest.mark.alone
def test_three_hundred_characters_packed_with_danger_take_a_few_milliseconds_at_most() -> None:
    draw = random.Random(1)
    packed = [" ".join(draw.sample(ALL, 8))[:300] for _ in range(100)]

    assert too_slow(detect, packed, 12) == []


@pytest.mark.soak
@pytest.mark.parametrize("part", range(4))
def test_no_hostile_message_breaks_or_slows_the_detection_of_danger(library: Library, part: int) -> None:
    phrasings = tuple(phrasing for entry in library.entries.values() for phrasing in entry.asked)
    draw = random.Random(20_261_128 + part)

    number = hostile_inputs("messages for danger") // 4

    assert too_slow(detect, (hostile.message(phrasings, draw) for _ in range(number)), 40) == []


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("17 year old meeting older men for money", "child-now"),
        ("17yo escorting", "child-now"),
        ("18 year old meeting older men for money", None),
        ("he was 15 when he started escorting, he is 40 now", None),
        ("17 years of meeting men for money", None),
    ],
)
def test_a_child_who_meets_men_for_money_raises_the_card_and_an_adult_does_not(message: str, card: str | None) -> None:
    danger = HEARING.danger.detect(message)

    assert (danger.card if danger is not None and danger.grade == "card" else None) == card


def test_a_card_that_is_ruled_out_counts_for_nothing_and_what_is_left_still_counts() -> None:
    chances = Chances(0.1, 0.1, 0.8, {"child-now": 0.9, "suicide": 0.1})

    left = chances.beside(frozenset({"child-now"}))

    assert list(left.cards) == ["suicide"]
    assert (round(left.none, 2), round(left.line, 2), round(left.card, 2)) == (0.91, 0.01, 0.08)
    assert chances.beside(frozenset({"missing"})) == chances


def test_no_card_for_a_child_is_shown_where_only_an_adult_is_spoken_of(real: Guide) -> None:
    adult, child = (real.hearing.hear(f"guy in my class selling pics of himself, he's {age}") for age in (19, 15))

    assert (adult.crisis, child.crisis) == ("", "child-now")


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("what is the number for debt advice, she is standing on the roof", "suicide"),
        ("He told the nurse he wants to stop living, what should she do", "suicide"),
        ("does she qualify for pip, she says she has nothing to live for", "suicide"),
        ("who do i contact about a rent arrears letter, he is hitting her in the next room", "danger-now"),
        (
            "can she claim universal credit, they keep her locked in the flat and she got out for an hour",
            "held-or-moved",
        ),
        ("he told his support worker he wants to end it with his girlfriend, who should he see", ""),
        ("she wants to stop living in the hostel, what are her options", ""),
        ("picture a woman locked in a flat, what would the law call it, own learning", ""),
        ("i need a form for a food parcel and she says there's no point in going to the job centre", ""),
        ("a client may say she wants to kill herself, what wording do we put in the policy", ""),
    ],
)
def test_what_is_asked_beside_danger_casts_no_doubt_on_it(real: Guide, message: str, card: str) -> None:
    assert real.hearing.hear(message).crisis == card


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("he is circling outside and she ran in here from his car, also can she get a crisis grant", "danger-now"),
        ("there's a fire in their flat and the door is locked. anyway how dae i log this", "danger-now"),
        ("who does benefits advice, only she says she wants to fall asleep and never wake up", "suicide"),
        ("hiv test - can i do that here? she is fine otherwise", ""),
        ("the training video shows a locked door. how long is it", ""),
    ],
)
def test_what_is_surely_told_beside_a_question_gets_a_line_at_least(real: Guide, message: str, card: str) -> None:
    assert getattr(real.hearing.hear(message).danger, "card", "") == card


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("she overdosed last year and she isn't waking up", "overdose"),
        ("he has a history of overdose and he is not breathing", "overdose"),
        ("in recovery since march, she has swallowed a whole box of tablets", "overdose"),
        ("history of seizures, she is fitting on the floor", "overdose"),
        ("her mum died last year and she is cutting herself", "suicide"),
        ("she overdosed last year and she isn't using now", ""),
        ("in recovery since march, she has swallowed her pride and called her mum", ""),
        ("history of seizures, she is on tablets for it and drives", ""),
        ("her mum died last year and she is cutting her hours", ""),
        ("assault in 1998, her voice is still hoarse, speech therapy?", ""),
    ],
)
def test_what_is_long_past_does_not_hide_what_is_so_now(real: Guide, message: str, card: str) -> None:
    assert real.hearing.hear(message).crisis == card


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("went tae a punter last night, no back", "missing"),
        ("he met a guy off grindr for money and hasn't come back", "missing"),
        ("nobody has heard from her after meeting a punter in leith", "missing"),
        ("lassie of 16, boyfriend has her working out of hotels", "child-now"),
        ("resident in our care home, one of the night workers has been having sex wi her", "adult-at-risk"),
        ("woman with the understanding of a child, her cousin sells her", "adult-at-risk"),
        ("wants tae dee, telt me jist noo", "suicide"),
        ("where can he get tested, two men forced him on saturday", "recent-assault"),
        ("i have not heard back after the meeting with somebody from housing", ""),
        ("she met a man and has not come back to class", ""),
        ("went to a regular clinic on monday, no back pain since", ""),
        ("care home staff want training on sex and dementia", ""),
        ("do you have an understanding of a child's plan", ""),
        ("she wants the dee street clinic, where is it", ""),
        ("she will jump off at the next stop and meet me", ""),
        ("he forced himself to eat this morning", ""),
        ("someone robbed her bag yesterday", ""),
        ("her new boots are broken in after the walk", ""),
    ],
)
def test_danger_told_in_other_words_raises_its_card_and_what_shares_them_does_not(
    real: Guide, message: str, card: str
) -> None:
    assert real.hearing.hear(message).crisis == card


def test_what_was_done_to_her_before_is_a_line_and_what_is_done_now_a_card(real: Guide) -> None:
    before, year, now = (
        real.hearing.hear(text).crisis
        for text in (
            "he's strangled her before",
            "raped by a punter last year and only telling me now",
            "he has strangled her before and he is at the door",
        )
    )

    assert (before, year, now) == ("", "", "danger-now")


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("17 year old wants to do onlyfans", "child-now"),
        ("a 16 year old tells me she wants to start escorting", "child-now"),
        ("S5 pupil wants to be an escort", "child-now"),
        ("mum wants her 16 year old to start escorting", "child-now"),
        ("17 year old on our books says she does escorting", "child-now"),
        ("18 year old wants to start escorting", ""),
        ("she has a 3 year old and wants to start escorting", ""),
        ("17 year old asks why people do onlyfans, class debate", ""),
        ("training case: 17 year old wants to start onlyfans, what would you do", ""),
        ("16 year old wants a job in a shop selling shoes", ""),
    ],
)
def test_a_child_who_means_to_sell_sex_raises_the_card_whatever_the_model_thinks(
    real: Guide, message: str, card: str
) -> None:
    assert real.hearing.hear(message).crisis == card


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("getting kicked to bits on Union Street", "danger-now"),
        ("she's that out of it we cant get her up", "overdose"),
        ("no back fae the job, phone aff", "missing"),
        ("she never came home after the punter", "missing"),
        ("she has downs and a neighbour sends men to her", "adult-at-risk"),
        ("getting kicked off uc", ""),
        ("cant get her up in the morning for school", ""),
        ("not back from the job centre yet", ""),
        ("she didnt come back after the booking appointment with the midwife", ""),
        ("she has downs and wants a job", ""),
    ],
)
def test_what_is_said_in_few_words_raises_its_card_and_what_sounds_like_it_does_not(
    real: Guide, message: str, card: str
) -> None:
    assert real.hearing.hear(message).crisis == card


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("there's a fire in the hostel kitchen", "danger-now"),
        ("the building is burning and they are locked in", "danger-now"),
        ("one of them shouted 'fire, it's bolted' and the line went dead", "danger-now"),
        ("her flat is ablaze", "danger-now"),
        ("there is a fire exit at the back of the drop in", ""),
        ("there was a fire in her flat last year and she lost her papers", ""),
        ("fire drill in the hostel on friday, does she have to come", ""),
        ("is there a coal fire in the new flat", ""),
        ("he has been hoarding his methadone under the mattress", "suicide"),
        ("she is saving up her diazepam and says that will be her done", "suicide"),
        ("where can she keep her diazepam locked up", ""),
        ("is it safe to collect her methadone for the weekend", ""),
        ("she is sitting on the roof of the car park", "suicide"),
        ("there is a dent in the roof of the car", ""),
        ("17 year old girl, works in a sauna", "child-now"),
        ("he's 17 and works as an escort", "child-now"),
        ("boy in my class says men pay him", "child-now"),
        ("she was due to ring after the outcall, still nothing", "missing"),
        ("she was due to ring after her job interview, no news", ""),
    ],
)
def test_what_was_told_plainly_and_missed_raises_its_card_and_what_shares_its_words_does_not(
    real: Guide, message: str, card: str
) -> None:
    assert real.hearing.hear(message).crisis == card


@pytest.mark.parametrize(
    ("message", "child"),
    [
        ("there is a child in the room while she sees clients", True),
        ("sees customers in the bedroom and her wean is in the living room", True),
        ("her baby lies in the cot while punters are in", True),
        ("there is a child in the waiting room while she sees the nurse", False),
        ("can her baby be in the room while she sees the counsellor", False),
        ("is there a room where a child can play while i see clients", False),
    ],
)
def test_a_child_beside_buyers_gets_a_line_at_least(real: Guide, message: str, child: bool) -> None:
    assert (getattr(real.hearing.hear(message).danger, "card", "") == "child-now") is child


@pytest.mark.parametrize(
    ("message", "child"),
    [
        ("lassie in our hostel, a man in a taxi lifts her every night and she comes in greeting", False),
        ("quine in the hostel, same mannie lifts her ilka nicht and she comes in greetin", False),
        ("a girl in one of our flats has men coming at all hours", False),
        ("wee lassie in our hostel, a man in a taxi lifts her every night and she comes in greeting", True),
        ("lassie at the academy, a man in a taxi lifts her every night and she comes in greeting", True),
        ("her lassie says a man pays her for pictures", True),
    ],
)
def test_a_lassie_is_a_grown_woman_unless_something_makes_her_a_child(real: Guide, message: str, child: bool) -> None:
    assert (getattr(real.hearing.hear(message).danger, "card", "") == "child-now") is child


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("he's 17 and has a job at the street market", ""),
        ("she's 16 and works in greggs on saturdays", ""),
        ("he's 16 and works in his uncle's chip shop", ""),
        ("17 and a joiner's apprentice, can he get a travel card", ""),
        ("she's 16, works in a shop and the boss touches her", "child-now"),
        ("he is 16, works in a cafe and an older man takes him to hotels", "child-now"),
        ("school nurse, a 15 year old girl wants the pill", ""),
        ("15 and her boyfriend is 15 as well, they've had sex, is that child protection", ""),
        ("14 year old with a 19 year old boyfriend wants the pill", "child-now"),
        ("14 year old girl wants the implant, she gets money from an older man", "child-now"),
        ("a 12 year old says she is having sex with her boyfriend", "child-now"),
        ("nurse, 15 year old asking for the third pregnancy test this term and its not a boyfriend", "child-now"),
    ],
)
def test_ordinary_work_or_care_under_18_is_no_danger_unless_more_is_told(real: Guide, message: str, card: str) -> None:
    assert real.hearing.hear(message).crisis == card


@pytest.mark.parametrize(
    ("message", "grades"),
    [
        ("tenant has a boy of 5, nobody in with him when she's at a hotel job", {"card"}),
        ("the bairn (3) is in the same room when clients are there", {"card"}),
        ("her granny is in hospital so the girl of 5 is by herself when mum works", {"card"}),
        ("granny's boyfriend touches the 5 year old when he minds her", {"card"}),
        ("her boys of 6 and 7 are in the house when clients come round", {"line", "card"}),
        ("granny watches the wee one, 3, while she's out working", {""}),
        ("she has a babysitter for her girl of 8 when she's at bookings", {""}),
        ("her flatmate looks after the baby while she's escorting", {""}),
        ("her 16 year old is at home", {""}),
        ("16 year old at home with a man who pays her", {"card"}),
    ],
)
def test_a_small_child_is_in_danger_alone_or_beside_buyers_and_not_where_somebody_minds_it(
    real: Guide, message: str, grades: set[str]
) -> None:
    danger = real.hearing.hear(message).danger
    assert (danger.grade if danger else "") in grades


@pytest.mark.parametrize(
    ("message", "heard"),
    [
        ("we spoke about debts and bins, she says her kids would be better off without her", True),
        ("she just wants to go to sleep and never wake up, she's working four nights a week", True),
        ("told me she goes to bed hoping she'll not wake, then asked about her arrears", True),
        ("she wouldn't care if a punter killed her", True),
        ("her kids would be better off with a bigger flat, how do I apply", False),
        ("she wishes she didn't wake up so early, any help with sleep", False),
        ("she doesn't want to be here, she hates the hostel, can she move", False),
    ],
)
def test_not_wanting_to_live_is_heard_beside_much_else_and_a_better_place_is_no_wish_to_die(
    real: Guide, message: str, heard: bool
) -> None:
    danger = real.hearing.hear(message).danger
    assert (danger.card if danger else "") == ("suicide" if heard else "")


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("the police lifted her kids", ""),
        ("social work lifted her weans", ""),
        ("her worker found her and he's outside smoking", ""),
        ("he lifted her kids from school and won't bring them back", "child-now"),
        ("her ex found her, he's outside smoking", "danger-now"),
        ("social work lifted her kids and she says she'll end it tonight", "suicide"),
    ],
)
def test_children_taken_by_social_work_and_a_worker_outside_raise_no_card(real: Guide, message: str, card: str) -> None:
    danger = real.hearing.hear(message).danger
    assert (danger.card if danger else "") == card


def test_each_part_of_a_long_message_knows_who_the_whole_is_about() -> None:
    told = (
        "Foster carer. She is 14 and she loves the dogs and the garden. " + "It was a nice week and we went out. " * 5
    )
    heard = DETECTOR.hear(told)

    assert len(heard.parts) == 3
    assert all({"words: under-18", "about her"} <= part.named for part in heard.parts)
    assert "words: under-18" not in DETECTOR.hear("It was a nice week and we went out.").parts[0].named


@pytest.mark.parametrize(
    ("message", "card"),
    [
        (
            "Foster carer. She's 14, came to us in June, loves the dogs. Since half term a man in a BMW collects "
            "her, she says he is her cousin and she has no cousin, and on Saturday she came home with torn tights"
            " and two hundred pounds. Does contact on Friday have to go ahead?",
            "child-now",
        ),
        (
            "Residential worker. A lad in our house is fifteen, mad on fishing, doing better at school. Last "
            "night he let slip that a man he met on an app gives him sixty quid a time and drives him to a "
            "caravan. His review is next week, does that go in the report?",
            "child-now",
        ),
        (
            "I do her shopping, she has a learning disability and six hours of support. She loves bingo. A couple"
            " have moved in and bring men to the bedroom for her and keep her money, she says it hurts. Can I "
            "claim mileage if I take her to bingo?",
            "adult-at-risk",
        ),
        (
            "She is 28 with two kids in primary school, and her ex is in jail for what he did to her, long "
            "finished. She sells sex online from home while they are at school. She came to me about the clothing"
            " grant and free meals. What can she apply for?",
            "",
        ),
    ],
)
def test_a_long_message_is_about_the_same_person_to_its_end(real: Guide, message: str, card: str) -> None:
    assert getattr(real.hearing.hear(message).danger, "card", "") == card


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("is saving her tablets for sunday morning ok if she forgets saturday", ""),
        ("can he save his meds for the morning if he forgets at night", ""),
        ("she is saving her tablets for sunday", "suicide"),
        ("they wont take her the night will they", ""),
        ("would the hostel take her tonight", ""),
        ("will they take her away tonight", "held-or-moved"),
        ("they are taking her tonight", "held-or-moved"),
        ("she bottled it", ""),
        ("he bottled her", "weapon"),
        ("she's greetin noo says the wean's faither disnae ken", ""),
    ],
)
def test_who_has_room_for_her_and_a_dose_put_off_are_no_danger(real: Guide, message: str, card: str) -> None:
    assert real.hearing.hear(message).crisis == card


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("17 year old..., no wait, 27, sells sex online", ""),
        ("15. sorry no, she is 25, selling sex", ""),
        ("she is 27. no wait, she's 17 and sells sex", "child-now"),
        ("she is 17. no wait, her sister is 15 and sells sex", "child-now"),
    ],
)
def test_an_age_that_is_taken_back_raises_no_card_for_a_child(real: Guide, message: str, card: str) -> None:
    assert getattr(real.hearing.hear(message).danger, "card", "") == card


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("She wants to carry a knife in her bag", ""),
        ("she keeps a hammer by the bed for protection when punters come", ""),
        ("is she allowed a wee pepper spray on her keys", ""),
        ("can she keep a baseball bat by the door", ""),
        ("she carries a blade for protection, is that illegal", ""),
        ("he's got a knife in his bag", "weapon"),
        ("she has a knife in her bag and says she'll use it on him tonight", "weapon"),
        ("she carries a knife for protection but he took it off her and cut her", "weapon"),
        ("she wants a knife to kill herself", "suicide"),
    ],
)
def test_what_she_may_carry_to_protect_herself_is_no_weapon_in_the_situation(
    real: Guide, message: str, card: str
) -> None:
    assert real.hearing.hear(message).crisis == card


@pytest.mark.parametrize(
    ("message", "crisis", "caution"),
    [
        ("He stopped the drink on Sunday and he's trembling", "", "overdose"),
        ("not touched a drop since monday and he's got the shakes", "", "overdose"),
        ("she came off the bevvy on her own and is hallucinating", "overdose", ""),
        ("took a fit at the desk, no had a drink since friday", "overdose", ""),
        ("does she get the shakes if she stops the drink", "", ""),
        ("she's been off the drink since monday and is dead proud", "", ""),
        ("he raped her last night and she's off the drink, shaking", "recent-assault", ""),
        ("she took a tablet at the party saturday and cant remember how she got home", "", "recent-assault"),
        ("took a pill at a party, blank after that, woke up sore", "recent-assault", ""),
        ("she took tablets and cant remember how many", "overdose", ""),
    ],
)
def test_drink_that_was_stopped_and_a_blank_memory_are_no_rape_and_what_can_kill_is_a_card(
    real: Guide, message: str, crisis: str, caution: str
) -> None:
    heard = real.hearing.hear(message)

    assert (heard.crisis, heard.caution) == (crisis, caution)


@pytest.mark.parametrize(
    ("message", "about", "card"),
    [
        ("no the baby hasnt been taken", "mothers", ""),
        ("it was yesterday, hes away now", "domestic-abuse-as-well", ""),
        ("theyve taken her. im shaking", "mothers", ""),
        ("they took him this morning", "child-in-the-household", ""),
        ("they've taken her in a van", "mothers", "held-or-moved"),
        ("he raped her yesterday, hes away now", "domestic-abuse-as-well", "recent-assault"),
    ],
)
def test_a_denial_and_who_took_a_child_are_heard_from_the_talk(
    real: Guide, message: str, about: str, card: str
) -> None:
    assert real.hearing.hear(message, (about,)).crisis == card


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("whats the age for the pill without her mum knowin, lassie is 17", ""),
        ("15 year old wants the pill", ""),
        ("she is 14, wants the pill, her boyfriend is 32", "child-now"),
        ("14 year old wants the coil, some man pays her", "child-now"),
    ],
)
def test_a_child_who_asks_for_contraception_is_in_no_danger_by_that(real: Guide, message: str, card: str) -> None:
    assert real.hearing.hear(message).crisis == card
