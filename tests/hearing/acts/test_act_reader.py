"""What people say in a talk that is not a question: read where it is said, and nowhere else."""

from pathlib import Path

import pytest
import yaml

from bot.core.guide import Guide
from bot.core.library import Library
from bot.hearing import Hearing, LibraryHearing
from bot.hearing.acts.act_reader import ActReader
from bot.hearing.matching.matcher import Matcher
from bot.hearing.text import TypedMessage

CHOOSING = Path(__file__).parents[2] / "heard" / "choosing.yaml"
MOST_FALSE = 0.003  # of the phrasings of entries may be read as an act


@pytest.fixture(name="reader", scope="module")
def _read(library: Library) -> ActReader:
    return ActReader.of(library, Hearing.load().matching.english)


@pytest.mark.parametrize(
    ("message", "act"),
    [
        ("cheers pal", "thanks"),
        ("right ta, big help", "thanks"),
        ("can i see who else has read this", "who-can-see-it"),
        ("brilliant thank you x", "thanks"),
        ("ok thanks bye now", "bye"),
        ("thnaks so much", "thanks"),
        ("GO BACK!!", "back"),
        ("back one, my students are killing me", "back"),
        ("right take me to the start please", "menu"),
        ("same again but shorter", "shorter"),
        ("can you shorten that", "shorter"),
        ("i feel sick about it tbh", "upset-by-this"),
        ("is what i type here confidential", "who-can-see-it"),
        ("who can see what i put?", "who-can-see-it"),
        ("is it chatgpt or what", "is-this-ai"),
        ("whit's their number", "their-number"),
        ("who writes this stuff, is it the nhs", "who-made-this"),
        ("aye grand. murder getting the bus back in this wind", "out-in-it"),
        ("paramedics are here thank christ", "sorted"),
        ("she's just nipped to the loo, hang on", "interrupted"),
        ("can i put my notes in", "my-own-notes"),
    ],
)
def test_an_act_is_read(reader: ActReader, message: str, act: str) -> None:
    assert reader.whole(TypedMessage.of(message)) == act


@pytest.mark.parametrize(
    "message",
    [
        "she said thanks and left with him",
        "he told her not to go back",
        "what number of men is normal",
        "is there more than one of them",
        "hot roll aye, help naw",
        "offered TARA, all rejected. what now?",
        "",
    ],
)
def test_a_question_is_no_act(reader: ActReader, message: str) -> None:
    assert reader.whole(TypedMessage.of(message)) == ""


@pytest.mark.soak
def test_no_phrasing_of_an_entry_is_read_as_an_act(reader: ActReader, library: Library) -> None:
    phrasings = [phrasing for entry in library.entries.values() for phrasing in entry.asked]
    wrong = [phrasing for phrasing in phrasings if reader.whole(TypedMessage.of(phrasing))]

    assert len(wrong) <= MOST_FALSE * len(phrasings), wrong


@pytest.mark.soak
def test_questions_that_nobody_tuned_to_are_no_acts(real: Guide) -> None:
    hearing = LibraryHearing.of(real.hearing)
    asked = [
        each
        for each in yaml.load(CHOOSING.read_text("utf-8"), yaml.CSafeLoader)
        if each["topic"] in real.library.entries
    ][::9]
    heard = {each["text"]: hearing.hear(each["text"]).act for each in asked}

    assert {text: act for text, act in heard.items() if act} == {}


def test_thanks_before_a_question_is_taken_off(reader: ActReader) -> None:
    assert reader.opening(TypedMessage.of("thanks, and is she entitled to a house")) == ("thanks", 2)
    assert reader.opening(TypedMessage.of("thanks")) == ("", 0)
    assert reader.opening(TypedMessage.of("she is fine")) == ("", 0)


def test_thanks_after_news_is_heard_but_not_after_a_question(reader: ActReader) -> None:
    assert reader.closing(TypedMessage.of("polis there and hes cuffed. brilliant you lot cheers")) == "thanks"
    assert reader.closing(TypedMessage.of("where do i send her, thanks")) == ""
    assert reader.closing(TypedMessage.of("her english isnt great")) == ""
    assert reader.closing(TypedMessage.of("her english is no great")) == ""
    assert reader.closing(TypedMessage.of("its no bother, great")) == "thanks"
    assert reader.closing(TypedMessage.of("shes away lol")) == "laughter"
    assert reader.closing(TypedMessage.of("she asked me to help her upload a photo lol")) == ""  # a tone, not an act


@pytest.mark.parametrize(
    "message",
    ["cheers ill tell the boss that", "thanks i'll ring them in the morning", "ta gonnae ask the nurse the now"],
)
def test_what_somebody_will_do_next_is_still_thanks(reader: ActReader, message: str) -> None:
    assert reader.closing(TypedMessage.of(message)) == "thanks"


@pytest.mark.parametrize(
    "message",
    [
        "cheers will she lose the house",
        "thanks ill have to tell the police though",
        "thanks ill be there when he comes back tonight",
        "thanks ill ask her. what if she says no",
        "hi ill see a woman tomorrow who sells sex",
    ],
)
def test_what_else_follows_thanks_is_not_passed_over(reader: ActReader, message: str) -> None:
    assert reader.closing(TypedMessage.of(message)) == ""


@pytest.mark.parametrize(
    "message",
    ["hell be back in a minute", "she said goodbye", "hes back tomorrow", "she's going home now", "she's late"],
)
def test_what_somebody_else_does_is_no_closing(reader: ActReader, message: str) -> None:
    assert (reader.whole(TypedMessage.of(message)), reader.closing(TypedMessage.of(message))) == ("", "")


@pytest.mark.parametrize(
    "message", ["that's us, it's bucketing. night night", "cheers, roads are murder. see you monday"]
)
def test_no_danger_is_learned_from_courtesies_and_they_ask_for_no_hours(real: Guide, message: str) -> None:
    heard = real.hearing.hear(message, ("violent-buyer",), in_talk=True)

    assert (heard.danger, heard.directory) == (None, None)


@pytest.mark.parametrize(
    "message",
    [
        "hang on, he's outside with a knife",
        "cheers, she's just cut her wrists",
        "knackered. she's taken pills",
        "night night, she texted goodbye and turned her phone off",
        "roads are murder and she's bleeding",
    ],
)
def test_danger_beside_small_talk_is_heard(real: Guide, message: str) -> None:
    assert real.hearing.hear(message, ("violent-buyer",), in_talk=True).crisis


@pytest.mark.parametrize("message", ["printer on level 2 is jammed", "rent arrears glasgow", "a wheelie bin fire"])
def test_few_words_that_are_no_aside_are_not_taken_for_one(real: Guide, message: str) -> None:
    assert real.hearing.hear(message, ("violent-buyer",), in_talk=True).act == ""


def test_what_whoever_writes_says_of_nothing_else_leaves_the_screen_as_it_was(real: Guide) -> None:
    about = ("violent-buyer",)

    assert real.hearing.hear("i'm only new to this patch btw", about, in_talk=True).closing == "remark"
    assert real.hearing.hear("council tax", about, in_talk=True).closing == ""
    assert real.hearing.hear("i need more on her rights", about, in_talk=True).closing == ""
    assert real.hearing.hear("i think her pimp is new to this patch", about, in_talk=True).closing == ""


def test_too_long_and_shorter_ask_for_the_same(reader: ActReader) -> None:
    message = TypedMessage.of("too long gimme the short version")
    assert reader.acts[reader.whole(message)].does == "simpler"


@pytest.mark.parametrize("message", ["cn u tell me whos on the rota", "a tenant told me she sells sex"])
def test_a_message_is_read_once_as_an_act_by_its_words_and_not_again_where_it_means_none(
    real: Guide, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, nearest, read = ActReader.whole, Matcher.nearest_phrasing, list[str]()
    monkeypatch.setattr(ActReader, "whole", lambda of, typed: read.append("whole") or whole(of, typed))
    monkeypatch.setattr(Matcher, "nearest_phrasing", lambda of, vector: read.append("nearest") or nearest(of, vector))

    real.hearing.hear(message)

    assert read == ["whole"]


def test_what_means_nearly_the_same_is_an_act_with_the_encoder(real: Guide) -> None:
    assert real.hearing.hear("cheers for all your help tonight pal").act == "thanks"


@pytest.mark.parametrize(
    "message", ["dead on my feet here, last pt of the day", "crackin views fae the ferry mind you"]
)
def test_an_aside_of_whoever_writes_is_heard_by_its_meaning(real: Guide, message: str) -> None:
    assert real.hearing.hear(message).act in {"tired", "out-in-it"}


@pytest.mark.parametrize(
    "message",
    [
        "she's knackered, hes kept her up all night",
        "her phone never stops, its him",
        "last pt of the day says a punter hurt her",
        "dead on the floor here",
        "ferry's off, how does she get out",
        "lunch breaks but never alone",
        "no heating and no food in there",
    ],
)
def test_what_asks_or_speaks_of_somebody_is_no_aside(real: Guide, message: str) -> None:
    heard = real.hearing.hear(message, ("might-be-trafficked",))

    assert (heard.act, heard.closing) == ("", "")


@pytest.mark.parametrize("message", ["hes outside now", "he's at the window now", "somebody is at her door now"])
def test_a_man_who_is_near_is_no_good_news(real: Guide, message: str) -> None:
    heard = real.hearing.hear(message, ("somewhere-to-stay-tonight",))

    assert heard.act == ""
    assert heard.danger is not None


def test_whoever_came_to_help_is_good_news(real: Guide) -> None:
    assert real.hearing.hear("the doctor is here now", ("somewhere-to-stay-tonight",)).act == "sorted"


def test_what_puts_it_right_with_her_deletes_nothing(real: Guide) -> None:
    assert real.hearing.hear("can i fix that", ("what-do-you-think-of-me",)).act == ""


def test_a_part_of_the_page_that_is_asked_for_again_is_asked_for(real: Guide) -> None:
    heard = real.hearing.hear("again please the thing about agree", ("nrm-explained",))

    assert (heard.entries[0], heard.near[0]) == ("nrm-explained", "nrm-explained/must-agree")


@pytest.mark.parametrize(
    ("message", "role"),
    [
        ("i'm a nurse", "health"),
        ("I am a social worker", "social-work"),
        ("hi, im a community nurse in a hospital", "health"),
        ("housing officer here", "housing"),
        ("ah'm a polis", "justice"),
        ("im just a volunteer", "third-sector"),
        ("i work as a night porter", "hotel-transport"),
    ],
)
def test_a_message_that_only_says_the_job_of_whoever_writes_chooses_it(real: Guide, message: str, role: str) -> None:
    assert real.hearing.hear(message).job == role


@pytest.mark.parametrize(
    "message",
    [
        "nurse here, she says she sells sex",
        "im a nurse and she wants help",
        "im a social worker, who do i ring about a bed",
        "she is a nurse",
        "is there a nurse here",
        "are you a nurse",
        "the nurse is here",
        "her social worker is here",
        "im a sex worker",
        "im a social worker in need of help",
        "i need a lawyer",
        "im a wee bit tired",
    ],
)
def test_a_message_that_names_a_job_and_says_more_is_read_as_before(real: Guide, message: str) -> None:
    assert real.hearing.hear(message).job == ""


@pytest.mark.parametrize(
    ("message", "role"),
    [
        ("midwife in perth. she's twenty weeks and he never leaves her side", "health"),
        ("district nurse here lady of sixty told me she has paying visitors", "health"),
        ("im a housing officer and my tenant has men round all night", "housing"),
        ("outreach nurse on the van, she's asked for condoms", "health"),
        ("custody sergeant dundee. woman of 30 in for theft", "justice"),
        ("court social worker - report due monday, she sells sex", "social-work"),
        ("pharmacist. same girl for the morning after pill every week", "pharmacy"),
        ("nurse on our ward says she sells sex. what do i do", ""),
        ("social worker in fife told her she'd lose the weans", ""),
        ("my nurse, she says, was rude about what she does", ""),
        ("the midwife was rude to her", ""),
        ("doctor wont see her, she sells sex", ""),
        ("a doctor here says we need not follow it. is he right", ""),
        ("teacher in my department cams under a mask. do i report it", ""),
        ("polis at our front desk wanting her address. we're a charity", ""),
        ("lawyer in inverness for an eviction", ""),
    ],
)
def test_the_job_of_whoever_writes_is_heard_at_the_start_of_a_case(real: Guide, message: str, role: str) -> None:
    assert real.hearing.hear(message).works_as == role


def test_a_job_at_the_start_counts_only_where_a_talk_begins(real: Guide) -> None:
    assert real.hearing.hear("midwife here, she is 20 weeks", ("pregnancy",)).works_as == ""


@pytest.mark.parametrize(
    ("message", "act"),
    [
        ("kin ah speak tae somebody", "speak-to-a-person"),
        ("kin ah phone somebody", "speak-to-a-person"),
        ("is there oanybody ah kin speak tae", "speak-to-a-person"),
        ("gie me it in plain words", "simpler"),
        ("gonnae pit that in plain words", "simpler"),
        ("ah dinna ken whit that means", "simpler"),
        ("cheers pal thats me", "bye"),
        ("that's me then cheers", "bye"),
        ("hame", "menu"),
        ("tak me back", "back"),
        ("dae ye keep whit ah type", "do-you-keep-what-i-type"),
        ("wha kin see this", "who-can-see-it"),
        ("ony mair", "more"),
        ("gie me mair", "more"),
        ("ony ither wans", "another-one"),
        ("are thay open the noo", "are-they-open"),
        ("whits thair nummer", "their-number"),
        ("it's faur too lang", "too-long"),
    ],
)
def test_scots_is_read_as_english_is(real: Guide, message: str, act: str) -> None:
    assert real.hearing.hear(message, ("somewhere-to-stay-tonight",)).act == act


@pytest.mark.parametrize(
    "message",
    [
        "kin ah speak tae her mum",
        "kin she speak tae somebody",
        "is there anybody she can speak to in fife",
        "gie me it in plain words whit the law says",
        "wha can see her record",
        "wha made this complaint",
        "dae ye keep whit she tells me on file",
        "whit dae ah say tae her mum",
        "ony ither jobs she could dae",
        "are thay open tae lads",
        "her hame isnae safe",
        "ony mair men at the flat",
        "it's ower lang tae wait for the clinic",
        "she thanked me, thats me stuck noo",
    ],
)
def test_a_question_in_scots_is_no_act(real: Guide, message: str) -> None:
    assert real.hearing.hear(message, ("somewhere-to-stay-tonight",)).act == ""
