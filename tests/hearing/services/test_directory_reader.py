"""What a message asks of the directory: services by name, needs, hours; and what asks for guidance instead."""

import string
from random import Random

import pytest

from bot.core.guide import Guide
from bot.core.hearing import HeardDirectory
from bot.core.service import SCOTLAND
from bot.core.service_ranking import reaches
from bot.hearing.places.place_finder import Places
from bot.hearing.services.directory_reader import DirectoryReader
from bot.hearing.services.service_names import key_of
from tests.guides import hearing
from tests.machine_speed import too_slow

LONGEST = 4096  # characters of a message


def read(real: Guide, message: str) -> HeardDirectory:
    """Return what a message asks of the directory; if it asks nothing, an empty question."""
    return real.hearing.hear(message).directory or HeardDirectory()


@pytest.mark.parametrize(
    ("message", "service"),
    [
        ("tara number", "tara"),
        ("beiras", "beirasplace"),
        ("womens support project", "womenssupportproject"),
        ("the ugly mugs website", "nationaluglymugs"),
        ("samaratins fone", "samaritans"),
        ("citzens advise near wishaw", "citizensadvicescotland"),
        ("vise versa dundee", "viceversa"),
        ("SAHELIYA??", "saheliya"),
        ("is shelter open on a saturday", "shelterscotland"),
        ("Poileas Alba number", "police101"),
        ("num ugly mug site, still going?", "nationaluglymugs"),
        ("victims support number", "victimsupportscotland"),
        ("acass helpline", "acas"),
        ("number for wavery care", "waverleycare"),
        ("sandy ford", "sandyford"),
        ("routes oot", "routesout"),
        ("women n children first", "womenandchildrenfirstrenfrewshire"),
        ("terence higgins helpline", "thtdirect"),
        ("got a tel for the citizens advise?", "citizensadvicescotland"),
        ("hemmat grife number", "hematgryffe"),
        ("the compass place up in shetland", "compasscentreshetland"),
        ("wots the number for num", "nationaluglymugs"),
        ("wumins aid dundee", "dundeewomensaid"),
        ("asian womens aid glasgow", "hematgryffe"),
        ("crew", "crewedinburgh"),
        ("migrant help", "migranthelpscotlandtrafficking"),
    ],
)
def test_a_service_is_found_by_any_of_its_names(real: Guide, message: str, service: str) -> None:
    asked = read(real, message)

    assert [id.replace("-", "") for id in asked.services[:1]] == [service]
    assert asked.leads
    assert asked.sure


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("vaw partnership for dumfries n galloway, im staff", "dumfries-galloway-vawp"),
        ("who runs the violence against women partnership in angus", "angus-vawp"),
        ("vawp west lothian", "west-lothian-vawp"),
    ],
)
def test_what_each_council_has_is_found_by_its_kind_and_the_place(real: Guide, message: str, first: str) -> None:
    assert read(real, message).services == (first,)


@pytest.mark.parametrize(
    ("message", "is_number"),
    [
        ("social work no for stranraer", True),
        ("child protection no paisley", True),
        ("housing options no", True),
        ("did social work say no", False),
        ("she said no for now", False),
        ("is that a crime or no", False),
        ("counselling no good to her", False),
    ],
)
def test_no_is_short_for_number_after_what_has_one(real: Guide, message: str, is_number: bool) -> None:
    assert (read(real, message).attribute == "number") is is_number


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("hours for that helpline", "hours"),
        ("is that line on at night", "open"),
        ("who can ring them, me or her", "who"),
        ("would that line see a guy", "who"),
        ("any cost", "cost"),
        ("have they got a website", "web"),
        ("what are her options at night", ""),
        ("she has no phone number for him", ""),
        ("is that helpline any use for shelter in ayr", ""),
    ],
)
def test_what_is_asked_of_the_services_that_a_talk_showed(real: Guide, message: str, asked: str) -> None:
    heard = real.hearing.hear(message)

    assert (heard.of_shown if read(real, message).of_shown else "") == asked


@pytest.mark.parametrize(
    ("message", "leads"),
    [
        ("she wants somewhere out of dundee", False),
        ("somewhere away fae fife", False),
        ("she wants out of glasgow", False),
        ("she wants somewhere in dundee", True),
        ("anything out of hours in fife", True),
    ],
)
def test_what_a_place_has_is_not_wanted_by_someone_who_is_to_get_away(real: Guide, message: str, leads: bool) -> None:
    assert read(real, message).leads is leads


@pytest.mark.parametrize(
    "message",
    [
        "she needs shelter for the night",
        "need a shelter for tonight",
        "what do i say to her with you in the room",
        "is there another way to ask her",
        "who cares if she gets help",
        "it was a turning point for her",
        "can she assist with the form",
        "she was looking for shelter and a meal",
        "do you say women in prostitution or women who sell sex",
        "is feet pics harmless",
    ],
)
def test_ordinary_words_are_no_services(real: Guide, message: str) -> None:
    assert read(real, message).services == ()


@pytest.mark.parametrize(
    ("message", "council"),
    [
        ("sexual health clinic inverness", "Highland"),
        ("sexual health clinic in glasgow", "Glasgow City"),
        ("sexual health in fife", "Fife"),
        ("G2 4AA sexual health", "Glasgow City"),
        ("womens clinic aberdeen", "Aberdeen City"),
        ("anything in ross-shire", "Highland"),
    ],
)
def test_a_kind_of_service_in_a_place_is_no_service_of_another_place(real: Guide, message: str, council: str) -> None:
    heard = real.hearing.hear(message)

    assert [real.library.areas.councils[gss].name for gss in heard.councils] == [council]
    assert heard.directory is not None
    assert heard.directory.leads
    assert heard.directory.services == ()


@pytest.mark.parametrize(
    ("message", "service"),
    [
        ("sexual health orkney", "orkney-sexual-health"),
        ("the womens clinic edinburgh", "wishes-clinic-edinburgh"),
        ("ross-shire womens aid", "ross-shire-womens-aid"),
        ("meld number", "meld"),
        ("acas", "acas"),
        ("vawp dumfries", "dumfries-galloway-vawp"),
        ("vawp east lothian", "east-lothian-vawp"),
    ],
)
def test_a_service_keeps_the_names_that_are_its_own(real: Guide, message: str, service: str) -> None:
    assert read(real, message).services[:1] == (service,)


def test_no_service_has_a_needs_words_a_place_or_anothers_name_for_its_own(real: Guide) -> None:
    library, names = real.library, hearing(real).services.names
    services, vocabulary, areas = library.services, library.vocabulary, library.areas
    said = [*vocabulary.needs.values(), *(word for words in vocabulary.need_words.values() for word in words)]
    places = [*(council.name for council in areas.councils.values()), *(place.name for place in areas.places)]
    written = {id: {key_of(n) for n in (s.name, s.label, *s.also_called) if n} for id, s in services.items()}

    general = {key_of(text) for text in (*said, *places)}.intersection(names.names)
    local = [(key, id) for key in general for id in names.names[key] if SCOTLAND not in services[id].areas]
    unwritten = [(key, id) for key in general for id in names.names[key] if key not in written[id]]
    shared = [key for key in set().union(*names.own.values()) if sum(key in its for its in names.own.values()) > 1]

    assert local == []
    assert unwritten == []
    assert shared == [("migrant", "help")]  # both are for all Scotland


def test_the_words_for_a_need_in_a_council_name_no_service_of_another(real: Guide) -> None:
    library = real.library
    heard = {
        (need, council.name): (gss, read(real, f"{need.lower()} in {council.name}"))
        for gss, council in list(library.areas.councils.items())[::5]
        for need in library.vocabulary.needs.values()
    }
    wrong = [
        (*told, id)
        for told, (gss, asked) in heard.items()
        for id in asked.services
        if not reaches(library.services[id], gss)
    ]

    assert sum(asked.needs != () for _, asked in heard.values()) > len(heard) / 2
    assert wrong == []


@pytest.mark.parametrize(
    "message",
    [
        "do i phone social work the day or can it wait til monday",
        "do we have to ring social work now or can we leave it",
    ],
)
def test_whether_to_ring_or_wait_asks_for_no_list(real: Guide, message: str) -> None:
    assert not read(real, message).leads


@pytest.mark.parametrize(
    "message",
    [
        "how do I refer her to tara",
        "she doesn't trust women's aid",
        "rape crisis let her down, what do i say",
        "what is the difference between rape crisis and women's aid",
        "should i ring shelter for her",
    ],
)
def test_a_question_of_guidance_only_mentions_the_service(real: Guide, message: str) -> None:
    asked = read(real, message)

    assert asked.services
    assert not asked.leads


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("rape crisis", "rape-crisis-scotland-helpline"),
        ("rape crisis glasgow", "glasgow-clyde-rape-crisis"),
        ("rape crisis inverness", "rasash"),
        ("womens aid", "sdafmh"),
        ("womens aid aberdeen", "grampian-womens-aid"),
        ("womens aid dundee", "dundee-womens-aid"),
        ("womens aid wick", "sdafmh"),
        ("rape crisis lerwick", "compass-centre-shetland"),
        ("leith rape crisis", "edinburgh-rape-crisis"),
        ("rape crises leith", "edinburgh-rape-crisis"),
        ("womensaid dundee", "dundee-womens-aid"),
        ("womens aid hamilton", "waslers-womens-aid"),
        ("vawp kirkcaldy", "fife-vawp"),
        ("womens aid skye", "ross-shire-womens-aid"),
        ("womens aid inverness", "inverness-womens-aid"),
        ("rape crisis perth", "rasac-perth-kinross"),
        ("rape crisis stornoway", "western-isles-rape-crisis"),
    ],
)
def test_a_name_that_several_share_is_the_areas_own_or_the_national_one(real: Guide, message: str, first: str) -> None:
    assert read(real, message).services[0] == first


@pytest.mark.parametrize(
    ("message", "needs"),
    [
        ("sexual health clinic inverness", ("sexual-health",)),
        ("std test dundee", ("sexual-health",)),
        ("termination clinic leith", ("abortion", "sexual-health")),
        ("detox in fife", ("drugs-alcohol",)),
        ("food bank kilmarnock", ("food",)),
        ("homless number falkirk", ("somewhere-tonight",)),
        ("social work, forfar", ("children", "adult-protection")),
        ("lawyer in the cells at ayr", ("legal", "criminal-defence")),
        ("anything in musselburgh for a lassie on the drink", ("drugs-alcohol",)),
        ("who helps the parents when its their daughter on the gear", ("families",)),
        ("duty sw angus", ("children", "adult-protection")),
        ("who do i ask here, social work i mean. lewis", ("children", "adult-protection")),
        ("who do i ring for a child in livingston after 5", ("children",)),
        ("a number for a bloke whose wife batters him", ("domestic-abuse",)),
        ("helpline for her mum, daughters on heroin", ("families",)),
    ],
)
def test_needs_are_read_in_peoples_words(real: Guide, message: str, needs: tuple[str, ...]) -> None:
    asked = read(real, message)

    assert asked.needs == needs
    assert asked.leads


@pytest.mark.parametrize(
    ("message", "attribute"),
    [
        ("tara phone number", "number"),
        ("are samaritans open just now", "open"),
        ("breathing space hours", "hours"),
        ("who do vice versa work with", "who"),
        ("where is saheliya", "where"),
        ("e-mail for justright scotland", "e-mail"),
        ("sandyford website", "web"),
        ("does it cost to ring childline", "cost"),
        ("do shakti have punjabi speakers", "languages"),
        ("can she self refer to rasash", "referral"),
        ("what do routes out do", "what-happens"),
    ],
)
def test_what_is_asked_about_a_service(real: Guide, message: str, attribute: str) -> None:
    assert read(real, message).attribute == attribute


@pytest.mark.parametrize(
    "message",
    ["rape crisis lerwick mornings?", "is sandyford open in the mornings", "can i ring breathing space after my shift"],
)
def test_an_hour_of_the_day_asks_for_the_hours_of_the_service(real: Guide, message: str) -> None:
    asked = read(real, message)

    assert asked.services
    assert asked.attribute == "hours"
    assert asked.sure


@pytest.mark.parametrize(
    "message",
    [
        "social work number greenock for her to ask who her worker is",
        "number for shelter so she can check her rights",
        "shelter number cos shes been handed a notice",
    ],
)
def test_what_a_number_is_wanted_for_does_not_hide_that_it_is_asked_for(real: Guide, message: str) -> None:
    asked = read(real, message)

    assert asked.attribute == "number"
    assert asked.sure


@pytest.mark.parametrize(
    ("message", "details"),
    [
        ("steve retson project number", 0),
        ("lucy faithful foundation", 0),
        ("terence higgins", 0),
        ("simon told me about her", 1),
        ("terence wilson helpline", 1),
        ("steve told me about lucy", 2),
    ],
)
def test_only_a_name_in_full_of_a_service_is_no_personal_detail(real: Guide, message: str, details: int) -> None:
    assert len(real.hearing.hear(message).details) == details


@pytest.mark.parametrize(
    ("message", "who", "filters"),
    [
        ("who takes men in aberdeen", {"man"}, {"men"}),
        ("clinic for a trans woman in glasgow", set(), {"trans"}),
        ("refuge for a woman in leith", {"woman"}, set()),
        ("girl of 15 needs a line to ring", {"woman", "under-16"}, set()),
        ("open now glasgow", set(), {"open-now"}),
    ],
)
def test_who_it_is_for_and_what_narrows_the_list(real: Guide, message: str, who: set[str], filters: set[str]) -> None:
    asked = read(real, message)

    assert asked.who == who
    assert asked.filters == filters


@pytest.mark.parametrize(
    "message",
    [
        "guy at our hostel takes g at parties",
        "what do we do if he collapses in the hostel",
        "lassie in the refuge isn't eating",
        "night staff at the homeless unit feel unsafe",
        "client is on the streets in aberdeen selling",
    ],
)
def test_where_somebody_is_is_not_what_is_looked_for(real: Guide, message: str) -> None:
    assert not {"somewhere-tonight", "domestic-abuse"} & set(read(real, message).needs)


@pytest.mark.parametrize(
    ("message", "need"),
    [
        ("hostel perth", "somewhere-tonight"),
        ("need a bed in the hostel tonight, dundee", "somewhere-tonight"),
        ("get her in a hostel in ayr", "somewhere-tonight"),
        ("is there a womens hostel in dundee", "somewhere-tonight"),
        ("she is on the streets in perth", "somewhere-tonight"),
        ("get her in the refuge in dundee", "domestic-abuse"),
        ("refuge space in stirling", "domestic-abuse"),
    ],
)
def test_a_place_to_stay_that_is_looked_for_is_a_need(real: Guide, message: str, need: str) -> None:
    asked = read(real, message)

    assert need in asked.needs
    assert asked.leads


@pytest.mark.parametrize(
    "message",
    [
        "im a male worker, she was raped, am i ok to support her",
        "male nurse here, woman wants an sti check",
        "as a man should i see her",
        "only man on my team, can she ring me",
        "i'm the only female on shift",
    ],
)
def test_the_askers_own_sex_does_not_say_who_a_service_is_for(real: Guide, message: str) -> None:
    asked = read(real, message)

    assert not asked.filters
    assert not asked.who - {"woman"}


@pytest.mark.parametrize(
    "message", ["is there a male worker in tayside for him", "im a man who sells sex, clinic in dundee", "for men"]
)
def test_a_man_who_is_looked_for_or_who_asks_for_himself_still_narrows_the_list(real: Guide, message: str) -> None:
    assert "men" in read(real, message).filters


@pytest.mark.parametrize(
    ("message", "lists"),
    [
        ("punter stole her phone and has her pictures", False),
        ("phone about a punter", True),
        ("is there a helpline for me not her", False),
        ("somebody to phone about a bad punter in fife", True),
    ],
)
def test_her_phone_is_a_thing_and_asks_for_nobody(real: Guide, message: str, lists: bool) -> None:
    assert read(real, message).leads is lists


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("she works the streets in leith", True),
        ("client is escorting in perth", True),
        ("she's escorting in stirling, who is there", False),
        ("sex worker in fife", False),
    ],
)
def test_what_she_does_is_told_and_not_asked_for(real: Guide, message: str, told: bool) -> None:
    asked = read(real, message)

    assert asked.told is told
    assert asked.sure is not told


@pytest.mark.parametrize(
    ("message", "turns"),
    [
        ("who can she phone about it", True),
        ("so who do i tell thats no the polis", True),
        ("is there somebody she could speak to", True),
        ("who do i tell first", False),
        ("who do i phone in fife", False),  # says where
        ("who do i ring about benefits", False),  # says for what
        ("who should speak to her mum", False),
        ("is there onybody near haun for her", True),
        ("whaurs a place for her that taks aulder yins", True),
        ("gie me a number ah can haun her", True),
        ("whae taks romanians", True),
        ("where can i send her for that", True),
        ("who do i give her for after", True),
        ("who sees it", False),
        ("where do i send the form", False),
        ("what do i put on the form", False),
    ],
)
def test_who_to_turn_to_is_asked_without_saying_where_or_for_what(real: Guide, message: str, turns: bool) -> None:
    assert bool(read(real, message).turns) == turns


def test_someone_with_no_recourse_is_known(real: Guide) -> None:
    assert "no-recourse" in read(real, "she has no recourse, food in glasgow").who


@pytest.mark.soak
def test_hardly_any_phrasing_of_guidance_is_taken_for_a_question_of_the_directory(real: Guide) -> None:
    reader = hearing(real).services
    phrasings = [text for entry in real.library.entries.values() for text in entry.asked]
    about = {"find-a-specialist-service", "rural-and-islands", "training"}  # these are about services themselves
    other = [text for id, entry in real.library.entries.items() if id not in about for text in entry.asked]

    taken = [text for text in other if (asked := reader.read(text, Places())) is not None and asked.sure]

    assert len(phrasings) > 10_000
    assert len(taken) / len(other) < 0.008  # nearly all of them do ask for a number or a service


def _hostile(reader: DirectoryReader) -> list[str]:
    random = Random(9)
    names = [word for key in reader.names.names for word in key]
    slips = " ".join(random.choice(names)[:-1] + random.choice(string.ascii_lowercase) for _ in range(900))
    noise = " ".join("".join(random.choices(string.ascii_lowercase, k=9)) for _ in range(500))
    return ["shelter " * 512, "womens aid " * 400, slips, noise, "a" * LONGEST, "aaaaa " * 680, "who do " * 600]


@pytest.mark.alone
def test_names_are_found_in_a_hostile_message_within_five_milliseconds(real: Guide) -> None:
    reader = hearing(real).services
    typed = {message: key_of(message[:LONGEST])[:120] for message in _hostile(reader)}

    assert too_slow(lambda message: reader.names.find(typed[message]), typed, 5) == []


@pytest.mark.parametrize(
    ("message", "for_men"),
    [
        ("her husband hits her, ayr", False),
        ("her man batters her, kilmarnock", False),
        ("a man attacked her, counselling in perth", False),
        ("refuge for a man, dundee", True),
        ("man hit by his wife, ayr", True),
        ("her husband sells sex, who helps men", True),
        ("domestic abuse help for her dad, perth", True),
    ],
)
def test_a_list_is_not_for_the_man_who_hurts_her(real: Guide, message: str, for_men: bool) -> None:
    assert ("men" in read(real, message).filters) is for_men


@pytest.mark.parametrize(
    "message",
    [
        "someone has her nudes and is asking for money",
        "a volunteer is paying a woman who comes to our foodbank",
        "a woman who came for a food parcel sells sex",
        "somebody is after her for money",
    ],
)
def test_somebody_that_a_message_tells_of_is_not_somebody_to_turn_to(real: Guide, message: str) -> None:
    assert not read(real, message).leads


@pytest.mark.parametrize(
    "message",
    [
        "i'm a social worker, mother sells sex, where do i start",
        "i'm a social worker, she sells sex, how do i help",
        "social worker here, young mum selling sex, where do i begin",
        "i work in social work, she sells sex, where do i start",
        "i work for women's aid, she sells sex, what do i do",
        "she sells sex, where do i start",
        "she sells sex, how do i help her",
    ],
)
def test_where_somebody_works_and_where_to_start_ask_for_no_service(real: Guide, message: str) -> None:
    assert not read(real, message).leads


@pytest.mark.parametrize(
    "message",
    [
        "i need a social worker",
        "social worker number fife",
        "i work at shelter, number for the police",
        "i'm a social worker in fife, who can she phone",
        "who helps her, she sells sex",
        "woman in fife sells sex, how do i help",
    ],
)
def test_a_service_that_is_wanted_is_listed_to_somebody_who_works_at_another(real: Guide, message: str) -> None:
    assert read(real, message).leads


@pytest.mark.parametrize(
    "message", ["woman who needs somewhere to stay", "man who needs housing", "who helps with food"]
)
def test_who_needs_something_is_still_listed_a_service(real: Guide, message: str) -> None:
    assert read(real, message).leads


@pytest.mark.parametrize(
    ("message", "asked", "at"),
    [
        ("sandyford oot o oors", "hours", "evening"),
        ("shakti weekends", "hours", "weekend"),
        ("tara number", "number", ""),
    ],
)
def test_an_hour_beside_a_services_name_asks_whether_it_is_open_then(
    real: Guide, message: str, asked: str, at: str
) -> None:
    heard = read(real, message)

    assert (heard.attribute, heard.at) == (asked, at)


def test_hiv_is_not_scots_for_have_beside_a_test(real: Guide) -> None:
    assert read(real, "hiv test stirling walk in").needs == ("sexual-health",)


@pytest.mark.parametrize("message", ["polish speaking support edinburgh", "urdu speaking counsellor in ayr"])
def test_support_in_a_language_is_a_list_of_who_speaks_others(real: Guide, message: str) -> None:
    assert "language" in read(real, message).filters
