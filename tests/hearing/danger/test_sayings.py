"""Sayings: rows of words that are danger by themselves, however they are typed."""

import random
from pathlib import Path

import pytest
import yaml

from bot.hearing.danger.sayings import SayingIndex
from bot.hearing.text import normalise, words
from tests.danger_disguises import disguised
from tests.disguise import DISGUISES
from tests.guides import HEARING, detect

ROOT = Path(__file__).parents[3]
RULES = HEARING.danger.rules
_SPELLER = HEARING.danger.reader.speller
REAL = _SPELLER.ordinary | _SPELLER.words  # words that are not slips
SAID = {
    "withdrawal": ("she came off the vodka on her own and is seeing things", "a fit, and not a drink since friday"),
    "shaking-without-drink": ("she stopped drinking on monday, she is shaking and he is battering her",),
    "weapon-in-hand": (
        "he has a knife",
        "client pulled a knife on me",
        "there's a man with a machete in the waiting room",
        "he's holding a blade to her neck",
        "her ex is outside with a baseball bat",
        "she says he threatened her with an axe this morning",
    ),
    "he-is-here": (
        "he is outside my flat shouting",
        "he's followed her to our office",
        "he is on his way here to get her",
        "he knows where she is and he's coming",
    ),
    "breaking-in": (
        "he's kicking the door in",
        "somebody is trying to break in",
        "they are outside banging on the windows",
        "we have locked ourselves in the office",
    ),
    "needs-out": (
        "please just get me out of here before he wakes up",
        "she's frightened to go home tonight cos of what he said he'd do",
        "she's no safe to go back there the night",
    ),
    "asks-for-help": (
        "i need the police now",
        "can you get someone out to 14b, there's a woman shouting for help",
        "she needs help now",
    ),
    "threat-to-life": (
        "he says he is going to kill her tonight",
        "he's threatening to kill me",
        "they've threatened to burn her house down",
        "she says he'll put her in hospital if she's late back",
    ),
    "being-hurt": (
        "he has got her by the throat",
        "a punter is strangling her",
        "he is punching her in the car park",
        "my husband is hitting me",
        "adult at risk in fife, her son is taking her money and hitting her right now",
    ),
    "hurt-just-now": (
        "her boyfriend just battered her",
        "he has just punched me",
        "he's head butted her in the car park",
        "her jaw is swollen and she cannae talk right, happened this morning",
    ),
    "stabbed-or-strangled": (
        "she is bleeding from the head",
        "she is covered in blood",
        "he tried to run her over outside the jobcentre",
        "he's been stabbed outside the chippy",
    ),
    "lost-contact": (
        "got in a car on the drag at 9, never came back for her bag, phone's off",
        "phone line went dead halfway through, she was screaming at somebody to get off her",
    ),
    "raped": (
        "she was raped last night",
        "a client sexually assaulted her yesterday",
        "he took the condom off without her consent",
        "two men raped her on saturday",
        "patient disclosed rape two days ago",
    ),
    "forced-recently": (
        "he forced himself on her this morning",
        "a man attacked her on the way home last night and ripped her clothes",
        "he didnae take no for an answer last night",
    ),
    "wants-to-die": (
        "i want to die",
        "she wants to kill herself",
        "she said she wants to stop living and i just sat there",
        "he says he is going to end it tonight",
        "i don't want to live anymore",
        "she's going to hang herself",
        "shes going to unalive herself",
    ),
    "at-the-edge": (
        "she's on the bridge",
        "she's standing on the train tracks",
        "client is out on the window ledge",
    ),
    "harmed-self": (
        "she has cut her wrists",
        "he tried to hang himself this morning",
        "found her with a belt round her neck",
    ),
    "saying-goodbye": (
        "she's left a suicide note",
        "goodbye text fae her just there",
        "she said this is the last time i'll hear from her",
        "texts from her, sorry for everything, bye forever",
    ),
    "cannot-be-woken": (
        "i cant wake her up",
        "she's not breathing",
        "her lips are blue",
        "he is unconscious in the toilet",
        "found him unresponsive with a needle in his arm",
    ),
    "overdose": (
        "she's overdosed",
        "she took all her tablets",
        "she took 40 paracetamol an hour ago",
        "she swallowed a whole bottle of pills",
        "she's drunk bleach",
    ),
    "child-in-danger": (
        "he's hitting the kids",
        "the children are in there with him",
        "toddler picked up her methadone and drank some",
    ),
    "child-and-sex": (
        "he is sexually abusing his daughter",
        "a 13 year old has told me a man is making her send videos",
    ),
    "child-means-to-sell": ("a 16 year old wants to start escorting", "S5 pupil wants to do onlyfans"),
    "client-is-a-child": ("my client's 5 year old said her mum's friend hurts her bum",),
    "used-by-others": (
        "tenant has dementia and the man next door is having sex with her",
        "he has a learning disability and his pal is selling him to men in the pub",
    ),
    "did-not-come-back": (
        "she went to meet a punter last night and hasn't come home",
        "got into a car with a man on friday, nobody has seen her",
        "she was in a white van last night, her bed has not been slept in",
        "one of our residents no been back since saturday, phone off. she was away to meet a man off a site",
        "lassie never came home last night, she was meeting a customer",
    ),
    "held": (
        "he wont let her leave the house",
        "she is locked in a flat",
        "he keeps her locked in the bedroom",
        "i'm not allowed out and he has my passport",
    ),
    "about-to-be-moved": (
        "they're moving her to london tonight",
        "two men bundled her into a van",
        "they are putting her on a plane tomorrow",
        "they are selling her to another gang",
    ),
    "forced": ("a girl in my class is being forced to have sex",),
}
# Said in a few words, so that one slip may hide them.
BARE = {
    "weapon-in-hand": (
        "KNIFE",
        "axe through her door",
        "blade on him",
        "machete, in her close",
        "brandishing a pool cue",
        "throat cut",
    ),
    "he-is-here": (
        "help me hes back",
        "he's in. help",
        "he's on the stair",
        "chap at the door, it's him",
        "she used the code word",
    ),
    "being-hurt": (
        "strangling her",
        "hands roon her throat",
        "stamping on her heid",
        "settin fire tae her flat",
        "fists flyin, its her ex",
        "being battered in the bin store",
        "slammed her face in the till",
        "flung a pot of soup at her",
        "he's no lettin the midwife in",
        "ex wouldnt let the paramedics near her",
    ),
    "body-in-danger": (
        "oxygen's stopped",
        "power cut and the oxygen's run out",
        "epipen no working",
        "asthma attack, she cant speak",
        "lips swelling up, she ate nuts",
        "hoose filling wi gas",
        "nose burst, won't stop bleeding",
        "she's been run over",
        "fell aff the balcony",
    ),
    "stabbed-or-strangled": (
        "heid split open",
        "burnt her wi a fag",
        "dog set on her",
        "acid thrown",
        "petrol poured thru the letterbox",
    ),
    "asks-for-help": ("opened it an inch and mouthed get the police",),
    "forced-recently": ("put his hand up her skirt this morning",),
    "wants-to-die": (
        "gonnae jump",
        "am endin it",
        "rope in her bag",
        "suicidal in my office, help",
        "brain's telling me to jump",
        "she'll no see the morn",
        "plaited his bedsheet",
        "asked which artery is quickest",
        "lying down on the line",
    ),
    "saying-goodbye": ("text just says sorry, bye", "says bye, phone off", "nothing left, ready to go"),
    "at-the-edge": ("sittin on the tracks, partick", "at the tracks, won't move", "pockets full of stones at the loch"),
    "cannot-be-woken": (
        "she's fitting",
        "choking on sick",
        "injected and dropped",
        "bairn's floppy",
        "is she deid",
        "slumped, dock, skin's cauld",
        "barely a pulse, took blues",
    ),
    "overdose": (
        "doon a whole strip o street vallies",
        "drank drain cleaner",
        "swallied the bags when police came",
        "one burst inside him",
        "sniffed gas and dropped",
        "drank the toilet duck",
        "necked zoflora in the close",
        "chewin a fentanyl patch",
    ),
    "child-in-danger": (
        "shaking the baby",
        "toddler in alone, naebody hame",
    ),
    "child-and-sex": (
        "16 and on the sites",
        "15, he's paying her",
        "13, sends pics for vapes",
        "15, sleeps with the landlord for a room",
        "girl, 12, older boyfriend",
        "14 on the game",
        "schoolgirl in the brothel",
        "selling her daughter",
    ),
    "used-by-others": (
        "brain injury, men using her",
        "dementia, men going in",
        "doesn't know what she's agreeing to, 3 men",
    ),
    "did-not-come-back": (
        "she never came home",
        "she's disappeared",
        "ping says she's in a field",
        "no back fae a punter",
        "phone's off since the hotel booking last night",
        "she never came back fae the job",
        "safe call never came",
        "driver came back without her",
        "somebody's texting for her",
    ),
    "held": (
        "tied tae the radiator",
        "got her in the boot",
        "a woman they never let oot",
        "she was swapped for a debt",
        "passport gone, door locked",
        "sold to another gang",
    ),
    "about-to-be-moved": ("movin her the night", "flyin her oot at 6", "put on a plane the morra"),
}
RUN_TOGETHER = {"letters one by one", "no spaces", "two words as one"}  # "to get her" may then be "together"
ALL = [message for messages in SAID.values() for message in messages]


def raised(message: str) -> tuple[str, ...]:
    """Return the rules whose sayings a message raises."""
    return HEARING.danger.hear(message).raised


def _another_word(message: str, typed: str) -> bool:
    """Say whether a slip has made another real word, such as "beach" from "bleach"."""
    return bool(({*words(normalise(typed))} - {*words(message)}) & REAL)


def test_every_rule_is_raised_by_messages_here_or_by_a_graded_one_of_its_card() -> None:
    graded = yaml.load((ROOT / "training/danger_messages.yaml").read_text("utf-8"), yaml.CBaseLoader)["card"]  # noqa: S506 text only
    new = {rule: graded.get(RULES.rules[rule][0], ()) for rule in RULES.rules.keys() - SAID.keys()}
    silent = [rule for rule, messages in new.items() if not any(rule in raised(message) for message in messages)]

    assert SAID.keys() <= RULES.rules.keys()
    assert silent == []


@pytest.mark.parametrize(("rule", "message"), [(rule, text) for rule, texts in SAID.items() for text in texts])
def test_plain_words_of_danger_raise_their_rule(rule: str, message: str) -> None:
    assert rule in raised(message)


@pytest.mark.parametrize(("rule", "message"), [(rule, text) for rule, texts in BARE.items() for text in texts])
def test_a_few_words_of_danger_raise_their_rule_and_bring_a_card(rule: str, message: str) -> None:
    danger = detect(message)

    assert rule in raised(message)
    assert danger is not None
    assert danger.grade == "card"


@pytest.mark.parametrize(
    "message",
    [
        "away tae jump in the shower",
        "trapped in teams calls all day",
        "went blue in the face explaining",
        "15 on the waiting list, how long",
        "14 of us in today",
        "spiked her hair pink, suits her",
        "he was 15 when he started escorting, he is 40 now",
        "taking her to the gp tomorrow",
        "no word since the booking form",
        "car's outside for her",
        "going for her now",
        "her husband's at our reception",
        "cutting her hair, arms are sore",
        "finishing myself a coffee",
        "they find the body text too long",
        "bang on time, stop worrying",
        "goodbye everyone",
        "my head is telling me to do the form first",
        "hasn't come back from the job centre",
        "the text says sorry we missed you",
        "gets out of bed late",
        "woke up in a strange mood",
        "no waking her before ten",
        "away wi the fairies the day",
        "battery acid on the floor",
        "padlock on the bike shed",
        "wee strangled voice on the phone",
        "being kicked off uc",
        "walking the falls of clyde",
        "being battered by the wind",
        "what is the codeword for the door",
        "the bags burst inside the boot",
        "ate the bags of crisps",
        "the cat they never let out",
        "she was sold a dud",
        "missed the call from the jobcentre",
        "the driver came back without the parcel",
        "tied the rope swing up",
        "lie down on the couch",
        "brandishing a leaflet",
        "ligature cutters, how many per floor",
        "where is the ligature knife kept",
        "concierge wont let the midwife in without a badge",
        "landlord no let the paramedic park",
        "she's chewing a nicotine patch",
        "dog chewed a patch in the rug",
        "my boss mouthed call the office across the room",
        "put your hand up if you want tea",
        "puppet show, my hand is up the dress",
        "man coming tonight to collect the sofa",
        "coming the morra to measure the carpet",
        "he is in, help yourself to the leaflets",
        "they are in my room for supervision",
        "she never came back for her second appointment",
        "she vanished from the books last year",
        "my heart stopped when i read it",
        "choking on the price of the taxi",
        "she is selling her daughter's pram",
        "she doesnt know what she is agreeing to with the loan",
        "nothing left, ready to go home",
        "run over by admin",
        "is the dress fitting her",
        "i never rang her back on wednesday",
        "she never got back to me about the form",
        "she didn't come back for her results",
        "is saving her tablets for sunday ok if she forgets saturday",
        "her lad is 15 and doing his prelims",
        "her laddie's 13 and in the school show",
        "he's only the taxi man, waiting on her",
        "we booked her a ticket to dundee",
        "she gets asthma attacks",
        "i near had a heart attack",
        "ma heid's burstin wi this form",
        "14 on sunday",
    ],
)
def test_a_few_words_like_them_raise_nothing(message: str) -> None:
    assert (raised(message), detect(message)) == ((), None)


def test_plain_words_of_danger_bring_a_card_without_an_encoder() -> None:
    assert [message for message in ALL if (found := detect(message)) is None or found.grade != "card"] == []


@pytest.mark.soak
@pytest.mark.parametrize("kind", DISGUISES)
def test_a_disguise_does_not_hide_plain_words_of_danger(kind: str) -> None:
    draw = random.Random(kind)
    disguised = [(message, DISGUISES[kind](message, draw)) for message in ALL]
    lost = [typed for message, typed in disguised if detect(typed) is None and not _another_word(message, typed)]

    assert len(lost) <= (len(disguised) * 0.04 if kind in RUN_TOGETHER else 0), lost


@pytest.mark.soak
def test_one_disguise_in_two_hundred_hides_plain_words_of_danger_at_most() -> None:
    hidden = [(kind, typed) for kind, _, typed in disguised(ALL, REAL, 200) if detect(typed) is None]

    assert len(hidden) <= len(ALL) * 200 * 0.005, hidden


def test_broad_scots_is_read_as_what_it_says() -> None:
    for scots, english in (
        ("he disnae bide here, she wis greetin aw nicht", "he doesnt stay here she was crying all night"),
        ("twa year syne he lockit the windae", "two year ago he locked the window"),
    ):
        assert next(reading.tokens for reading in HEARING.danger.reader.read(scots)) == tuple(english.split())


@pytest.mark.parametrize(
    ("message", "rules"),
    [
        ("he's kicking the door in and he's got a hammer", ("weapon-in-hand", "breaking-in")),
        ("she's taken an overdose and he has a knife", ("weapon-in-hand", "overdose")),
        ("she was raped last night and she wants to die", ("wants-to-die", "raped")),
        ("she was raped last night, he's outside banging on the door", ("breaking-in", "raped")),
    ],
)
def test_the_most_pressing_rule_stands_first(message: str, rules: tuple[str, ...]) -> None:
    assert raised(message) == rules


@pytest.mark.parametrize(
    "message",
    [
        "these shoes are strangling me",
        "overdosed on shortbread at my gran's",
        "held hostage by the phone queue again",
        "the price of nappies is killing us",
        "he beat me to the last biscuit",
        "she smashed her interview and got the job",
        "I nearly killed myself laughing",
        "hanging curtains in the new flat",
        "he shot out of reception",
        "she shot off to get the bus",
        "she's cutting back on the gear",
        "trying to cut down on the valium",
        "at the end of my rope wi this form",
        "she's on a tag, cant leave the house after 7pm, can she still come to group",
        "the price of nappies has hit her again",
        "he said he'll stop coming to me if i tell anyone",
        "she says she'd walk out for good if we report it",
        "he says he'll not come back if i tell anybody",
        "she said if i tell anyone she's done with us",
        "nobody on earth knows except me",
        "he didn't rape her or anything",
    ],
)
def test_a_figure_of_speech_raises_no_rule(message: str) -> None:
    assert raised(message) == ()
    assert detect(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "computer's down, he is hitting her in reception",
        "phone line open, he's battering her",
        "the bus is away, her man is strangling her",
        "cut her down from the rope",
        "he shot out of his window at her",
        "she'll walk in front of a bus if i tell anyone",
        "he'll stop coming to me if i tell anyone and he's got a knife",
        "nobody knows except me and she has taken all her tablets",
        "she isn't breathing or anything",
        "she wasn't held or anything but he is outside with a knife",
    ],
)
def test_a_figure_of_speech_takes_no_danger_that_stands_beside_it(message: str) -> None:
    assert (danger := detect(message)) is not None
    assert danger.grade == "card"


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("she is 15 and he sells her", True),
        ("a lassie of fourteen is in the hotel", True),
        ("the girl is only 12 years old", True),
        ("she is 15 minutes late", False),
        ("at 17 miles from here", False),
        ("she took 12 paracetamol", False),
        ("she is 51 and lives alone", False),
        ("she is 18 on friday", False),
        ("she has two weans", False),
    ],
)
def test_a_small_number_is_a_childs_age_where_it_is_an_age(message: str, found: bool) -> None:
    heard = HEARING.danger.read(message)

    assert any("{under-18}" in words.names() for words, _ in heard) is found


@pytest.mark.parametrize(("small", "found"), [(0, True), (1, True), (4, True), (5, False)])
def test_four_small_words_may_stand_between_the_words_of_a_phrase_and_no_more(small: int, found: bool) -> None:
    index = SayingIndex([], {"one two three": ("{list}",)}, frozenset({"a"}))

    for tokens in (["one", *"a" * small, "two", "three"], ["one", "two", *"a" * small, "three"]):
        assert list(index.symbols(tokens, 0)) == [("{list}", len(tokens))] * found
