"""Help that is there already: the model's warning is not needed, unless the message says that it is not over."""

import pytest

from bot.core.hearing import Danger
from bot.hearing.danger.help_there import beside_help, denies_own, less_pressing
from tests.guides import HEARING


@pytest.mark.parametrize(
    "message",
    [
        "paramedics are in with her now. who do i ring for the wee one's school pick up",
        "police there and he's cuffed. what do i put in the notes",
        "doctor has checked her over and nothing is broken. can she get her rent paid",
        "the ambulance has taken them both. who tells her worker",
        "he's in the cells and she wants to know what happens to her phone",
        "nurse is with her. where does she get help with debt",
        "that is her in the ambulance now, talking. where does her cat go when she gets out of hospital",
        "she collapsed at work, low iron, long sorted, how do i close the form",
        "he fell in the close and bumped his head, hospital cleared him, do i log it",
        "shes in the royal, theyre keeping her in",
        "he's in hospital himself, broke his leg",
        "they've admitted her overnight",
        "he's in prison now",
        "they talked her down, shes in the back of the ambulance",
        "shes been seen and shes having toast",
        "shes turned up, all in one piece",
        "shes home safe, bus was late",
    ],
)
def test_help_that_is_there_is_heard(message: str) -> None:
    assert beside_help(message.replace("'", "").replace(".", "").split()) is not None
    assert HEARING.danger.detect(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "police came and left, he is back outside",
        "if the police are there what do i say",
        "ambulance is here but her pal will not wake in the other room",
        "police have him, he gets out on bail tonight",
        "she is in the ambulance bay and nobody has come out",
        "staff nurse here, a woman says a buyer was rough last night",
        "she says the police took him, and he phoned again",
        "police have been useless and she is frightened",
        "he's in the cells and still texts her",
        "they got her down to the cellar",
        "he is home, she is scared",
        "he's turned up, she is terrified",
        "she's been seen with him getting in a car",
    ],
)
def test_what_is_not_over_is_not_in_hand(message: str) -> None:
    assert beside_help(message.replace(",", "").split()) is None


@pytest.mark.parametrize(
    "message",
    [
        "police arrested him, she says she'll jump",
        "doctor gave her tablets and she has swallowed the lot",
        "ambulance came, she refused and now she's slurring",
        "he's in custody, his pals are at her door",
        "she's in the ward and he has walked in",
        "security have him, he's broken loose and has a bottle",
        "social worker is with her, he is in the waiting room shouting",
        "police took her home, he was waiting inside for her",
        "he strangled her on friday, all sorted she says",
        "she's in hospital, he's on the ward shouting for her",
        "he's in prison, his pals are at her door",
        "she's in a refuge and he knows where it is",
    ],
)
def test_danger_beside_help_is_heard_though_no_saying_raises_it(message: str) -> None:
    heard = HEARING.danger.hear(message)

    assert beside_help(HEARING.danger.read(message)[0][0].tokens) is not None
    assert not heard.handled


@pytest.mark.parametrize(
    "message",
    [
        "she's home, her brother met her at the door",
        "found her, she's in the library",
        "that's her just back",
        "she came in at four and slept",
    ],
)
def test_who_is_back_is_in_no_danger_if_nothing_else_is_said_of_harm_or_of_a_man(message: str) -> None:
    assert HEARING.danger.hear(message).handled


@pytest.mark.parametrize(
    "message",
    [
        "she's back, he's with her",
        "she's home with a black eye",
        "she's home and there is blood on her coat",
        "found her in the toilets with a needle",
        "she never came back",
        "she is not home",
        "he's back",
        "they're back in her flat",
    ],
)
def test_who_is_back_may_be_in_danger_still(message: str) -> None:
    assert not HEARING.danger.hear(message).handled


def test_papers_that_he_keeps_are_for_a_line_once_she_is_away() -> None:
    lowered = {"held-or-moved"}

    assert less_pressing("left last night he has her passport what should i do tonight".split()) == lowered
    assert less_pressing("she got away from him and he kept all her papers".split()) == lowered
    assert less_pressing("she left last night he has her passport and he is outside".split()) == set()
    assert less_pressing("he has her passport and she has not left the flat".split()) == set()


def test_a_saying_counts_even_where_help_is_there() -> None:
    danger = HEARING.danger.detect("police are here, he has a knife to her throat")

    assert danger is not None
    assert danger.grade == "card"


def test_a_remark_and_a_story_need_more_than_what_lies_between_to_show_a_line() -> None:
    remark = HEARING.danger.hear("he keeps her bank card and drives her to every appointment")
    short = HEARING.danger.hear(
        "he keeps her bank card and drives her to every appointment and waits outside in his car"
    )
    story = HEARING.danger.hear(
        "she came in for her rent, we talked for a while about the flat and her mum, and it came out that he keeps her "
        "bank card and drives her to every appointment"
    )

    assert min(remark.line, story.line) > short.line
    assert isinstance(HEARING.danger.judge(short), Danger)


def test_a_remark_in_a_talk_needs_more_for_a_line_than_a_first_message() -> None:
    remark, story = "he keeps her bank card", "she came in " * 10 + "and he keeps her bank card"
    first, reply = HEARING.danger.hear(remark), HEARING.danger.hear(remark, in_talk=True)

    assert reply.line > first.line
    assert reply.card == first.card  # "bank card" is a word of harm
    assert HEARING.danger.hear(story, in_talk=True) == HEARING.danger.hear(story)


def test_a_remark_in_a_talk_without_a_word_of_harm_needs_more_for_a_card() -> None:
    remark = "her sister picked her up from the door"

    assert HEARING.danger.hear(remark, in_talk=True).card > HEARING.danger.hear(remark).card


def test_only_whoever_writes_can_say_that_they_are_not_suicidal_themselves() -> None:
    assert denies_own("i keep crying but i am not suicidal or anything".split())
    assert not denies_own("she texted me i am not suicidal and left her dog".split())
    assert not denies_own("i am not suicidal yet".split())
    assert not denies_own("she is not suicidal".split())


def test_staff_who_say_that_they_are_not_suicidal_are_not_asked_again_unless_a_saying_speaks_against_it() -> None:
    assert (
        HEARING.danger.detect("keep crying in the car since she died. not suicidal, I'm not suicidal or anything")
        is None
    )
    danger = HEARING.danger.detect("I'm not suicidal but I am going to kill myself tonight")

    assert danger is not None
    assert danger.card == "suicide"


@pytest.mark.parametrize(
    ("message", "card"),
    [
        ("says she wishes she would not wake up but has no plans", "suicide"),
        ("thinks about dying, wouldnt act on it because of her boys", "suicide"),
        ("fleeting thoughts of ending it, gp knows", "suicide"),
        ("overdosed last night, awake now and home", "overdose"),
        ("raped about six weeks ago and has only told us", "recent-assault"),
        ("attacked by a customer in the summer and cannot sleep", "recent-assault"),
    ],
)
def test_without_a_plan_or_weeks_later_a_line_is_enough(message: str, card: str) -> None:
    assert less_pressing(message.replace(",", "").split()) == {card}


@pytest.mark.parametrize(
    "message",
    [
        "has no plans she says but she has saved her tablets",
        "no plan tonight yet she has written a letter",
        "she has no plans for christmas and wants to die today",
        "overdosed last night, awake now but slurring",
        "took 30 paracetamol, awake now and home",
        "raped six weeks ago and again last night",
        "raped on saturday, and in the summer by the same man",
        "two months pregnant and he raped her",
    ],
)
def test_what_is_meant_after_all_or_happened_again_is_as_pressing_as_before(message: str) -> None:
    assert not less_pressing(message.replace(",", "").split())


@pytest.mark.parametrize(
    "message",
    [
        "a client choked her about 10 days ago. no bruise. worth doing anything now",
        "punter had her by the neck a fortnight ago, no marks. should she see a doctor",
    ],
)
def test_an_old_hold_by_the_neck_that_left_nothing_gets_a_line(message: str) -> None:
    assert {"danger-now", "weapon"} <= less_pressing(HEARING.danger.read(message)[0][0].tokens)


@pytest.mark.parametrize(
    "message",
    [
        "a client choked her on sunday, no bruise",
        "he choked her two weeks ago and her voice is hoarse",
        "he choked her three weeks ago and did it again last night",
        "he strangled her three weeks ago and he is at the door",
        "punter choked her a fortnight ago, she is pregnant and has pains",
    ],
)
def test_a_hold_by_the_neck_that_is_new_or_left_something_keeps_its_card(message: str) -> None:
    assert "danger-now" not in less_pressing(HEARING.danger.read(message)[0][0].tokens)
