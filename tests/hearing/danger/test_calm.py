"""What calms a saying: denied, long ago, over, supposed, written about; and what does not calm it after all."""

import pytest

from tests.guides import HEARING, detect

DANGER_BESIDE_CALM = (
    "he's kicking the door in, for future reference who do i call",
    "officers looked and left, she's hanging from the banister",
    "a violent man turned up with a bat, what do we do",
    "he attacked her outside the film club tonight",
    "her ex turned up at the book club with a hammer",
    "came up in my class, a pupil says her dad rapes her",
    "he got me wondering if he'll kill me",
    "was a drill at first, now there's smoke and a man with a gun",
    "the wean is perfect but mum is unconscious",
    "he says it's only a film but he raped her in it",
    "half her life he's beaten her and now he's strangling her",
    "for future reference where is the form. he's at the door with a knife right now",
    "panic over here but now he's back and kicking the door",
    "police came and left, he's back outside with a bat",
    "she is sitting here with a cuppa, she's just told me he raped her last night",
    "we had a look and she is unconscious",
    "in our reading group now, a woman has collapsed and wont wake up",
    "a woman came into film club, her ex is outside with a machete",
    "should i get an ambulance she isnt breathing",
    "if i get an ambulance he will kill her",
    "her ex handed his guns in but he has a knife at her throat",
    "wind is bad on the bridge and she's over the railing",
    "we're updating the safety plan because he broke in last night and raped her",
    "my own learning disability client is being raped by her uncle tonight",
    "drop in at the moment, woman covered in blood, he is outside",
    "hot water comes on his hands he threw boiling water over her",
    "she was in primary when he started, he raped her again last night",
    "as a laddie he watched it, now he is beating her in the next room",
    "team leader was strangled by a client just now",
    "project worker stabbed",
    "she is at work and he's there with a hammer",
    "she nearly killed us with the car she's still driving at us",
    "menu held hostage by him, shes in the kitchen he wont let her out",
    "this is not a role play, she's been stabbed",
    "can you book a taxi, he's outside with a knife",
    "the drama is real, he has a gun on her",
    "what do I do if he's outside right now with a knife",
    "I've done the suicide training but she's on the bridge and I'm frozen",
    "our procedure is no use, he's battering her in the next room",
    "the essay can wait, she's swallowed a whole box of paracetamol",
    "no hypothetical this, he's got her by the throat",
    "pretend you're the dentist, he's listening, I can't get out",
    "he was charged last week but he's out on bail and he's outside her flat now",
    "he was in prison till this morning, now he's kicking the door in",
    "he's due out of Low Moss tomorrow and he's going to kill her",
    "she's home from hospital and she has taken all her tablets again",
    "came home from hospital, now she's not breathing",
    "cancel my appointment, I'm going to end my life tonight",
    "turned out she was not at her pal's, she's been missing since last night's booking",
    "she took nothing for it but she's going to jump off the bridge",
    "never happened before, she won't wake up",
    "she used to be suicidal and she is again, on the roof now",
    "just wondering who to ring, she's cut her wrists",
    "just planning ahead, I'm going to kill myself on Friday",
    "lol he's put a knife to my throat again",
    "our page about rape is wrong and I was raped last night",
    "the directory is no use, she's unconscious on the floor",
    "compiling the report, heard screaming next door, he's hitting her",
    "exam tomorrow but I've taken 40 paracetamol",
    "a pupil, 14, failed her mock exam and says she wants to die",
    "no simulation, she's not breathing",
    "she would say nothing but he strangled her last night",
    "if ever I needed you it's now, he's got a knife",
    "if she goes back they will kill her",
    "would an ambulance come, she's not breathing",
    "how should I hold her head, she's been stabbed in the neck",
    "what would I give her, she's overdosed",
    "she is dead I think, he strangled her",
    "says he's deid now and she's next",
    "I wish she was safe, he has her locked in",
    "the stats are bad but this woman has been stabbed",
    "the poster is up: someone has been raped",
    "we hear her pals say she was raped",
    "a drama is on the telly, right now he is strangling her",
    "what do we do if she has swallowed a box of paracetamol",
    "took her to college and he dragged her into a car",
    "practising my English: he lock me in room, take passport, help",
    "case closed they said, he's here with a blade",
    "chained to the desk by the boss, she can't leave, he has her passport",
    "locked in to the flat, cant get out",
    "I will jump out the window if you send me back to him",
    "if I have to go back to that house I'll kill myself",
    "killing herself slowly she says, and tonight she has the rope",
    "I took no notice, she's swallowed bleach",
    "no not safe at all, he's battering her",
    "she's not raped she says, but he forced himself on her last night while she cried",
    "how many cases like this have we had, she's swallowed bleach",
    "just curious, should her lips be blue",
    "planning ahead she says, but she's got the rope",
    "revising with my pupil, she's 13 and her uncle rapes her",
    "book group tonight and one of the women has been stabbed",
    "the debate is over, he's got a machete",
    "what does the guidance say, he's got her locked in the house",
    "in those days he hit her, now he's strangling her",
    "ten years on and he's outside her door with petrol",
    "team beat me to it, he's stabbed her",
)
CALM = (
    "role play: the client says her ex is outside with a knife. how do I open",
    "scenario for the team day, a woman tells you she was raped last night",
    "case study two. he has locked her in the flat and taken her passport",
    "mock exam: a girl of fourteen says men pay her for sex",
    "Let's pretend someone has collapsed and her lips are blue, where is the naloxone",
    "say a client told you she was going to kill herself, what is step one",
    "say I found someone hanging, who do I ring first",
    "if one of the women was stabbed here, which door would the ambulance use",
    "what would you say to a woman who has been strangled",
    "how should reception respond if someone pulled a knife",
    "suppose he turned up with a gun, do we lock the front or the back",
    "can a sex worker be raped, in law",
    "no real case, but a man forces her to see punters, is that trafficking",
    "just curious, a man has a knife",
    "never mind me, just curious, how often is someone stabbed in this town",
    "in the training film a woman is strangled, which one is it",
    "that drama where he holds her hostage, was it filmed in Leith",
    "writing the leaflet on being held against your will, any Scottish figures",
    "we're reviewing the procedure for missing children",
    "the poster says: someone has been raped",
    "a drama is on the telly, he is strangling her",
    "for the handover okay say she was raped",
    "how many women were raped in Tayside, it's for the annual report",
    "is there a policy on a resident being found unconscious",
    "he was charged on Monday for threatening to kill her",
    "he's in Barlinnie till spring, he had held a knife to her throat",
    "he got four years for strangling her",
    "the knife was handed in to the police",
    "she'd taken all her pills in May, is home from hospital and doing well",
    "screaming heard upstairs, it turned out to be the telly",
    "the shotgun was a toy",
    "she turned up at her sister's, she had been missing since the party",
    "she had been locked in the toilet by mistake, cancel the concern",
    "when I was seventeen three men raped me",
    "her ex once held a knife to her, back in school",
    "twa year syne her man tried tae strangle her",
    "it wisnae a gun",
    "she wisnae raped, she says",
    "he hasnae threatened tae kill her",
    "held hostage by the phone queue again",
    "chained to my desk all week with the budget",
    "if I hear that hold music once more I'll jump out the window",
    "I nearly killed myself laughing",
    "these shoes are strangling me",
    "the price of nappies is killing us",
    "took turns at the karaoke last night",
    "he won't take no for an answer about the puppy",
    "overdosed on shortbread at my gran's",
    "is the overdose prevention group on tonight",
    "number for rape crisis please",
    "snoring like a tractor all night",
    "she smashed her interview and got the job",
    "he beat me to the last biscuit",
    "hanging curtains in the new flat",
)


def raised(message: str) -> tuple[str, ...]:
    """Return the rules whose sayings a message raises."""
    return HEARING.danger.hear(message).raised


@pytest.mark.parametrize("message", DANGER_BESIDE_CALM)
def test_danger_is_found_beside_words_that_calm(message: str) -> None:
    assert raised(message)


@pytest.mark.parametrize("message", CALM)
def test_no_saying_applies_to_what_is_taught_supposed_over_or_a_way_of_speaking(message: str) -> None:
    assert raised(message) == ()


@pytest.mark.parametrize(
    "message",
    [
        "not an emergency but he has a knife to her throat",
        "im fine honestly its nothing, hes outside banging on my door again",
        "no rush. she's taken all her tablets and she's asleep",
        "not sure if it counts, he held her down and wouldnt stop, last night",
        "sorry to bother you, quick question, she's not breathing",
        "dont know if she was raped but she woke up with no underwear",
        "she says she's fine but he strangled her an hour ago",
        "nobody is helping, he's hitting her",
    ],
)
def test_danger_that_is_played_down_is_still_a_card(message: str) -> None:
    found = detect(message)

    assert found is not None
    assert found.grade == "card"


@pytest.mark.parametrize(
    ("calm", "danger"),
    [
        ("he has never hit her", "he is hitting her"),
        ("she isnt being held or forced", "she isnt safe, he is hitting her"),
        ("she was raped in 2011", "she was raped in 2011 and again last night"),
        ("years ago a man held a knife to her", "years ago he hurt her, now he is outside with a knife"),
        ("police lifted him, he's in custody", "he was in custody but he's out and he's at her door"),
        ("what if he comes in with a knife", "what do i do, he's in reception with a knife"),
        ("my manager will kill me", "my husband will kill me"),
        ("overdosed on training courses", "overdosed on heroin in our toilets"),
        ("case study: she says he has a gun", "she says he has a gun"),
        ("she took an overdose ten years ago", "she took an overdose ten minutes ago"),
        (
            "lassie that used to come here was stabbed to death on friday, the other women are asking me",
            "lassie that used to come here was stabbed on friday and he is at her door",
        ),
        ("her pal overdosed and died on sunday, how do i support her", "her pal overdosed and she is not breathing"),
        ("dad will kill me when he sees the catalogue bill", "dad will kill me when he finds out that I escort"),
        ("her dad will kill her when he sees the arrears", "her father is going to kill her, he found the bills"),
        ("I could strangle my boss, just venting", "she is in bits, just venting that she wants to die"),
        ("she was killed on friday, her pal is asking me", "he killed her on friday, and he has a knife to her pal"),
    ],
)
def test_what_calms_one_message_does_not_calm_the_other(calm: str, danger: str) -> None:
    assert (detect(calm), detect(danger) is not None) == (None, True)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("he has never hit her", "denied"),
        ("she was raped in 2011", "long ago"),
        ("when I was seventeen three men raped me", "long ago"),
        ("he battered her last night", "lately"),
        ("he is here now with a knife", "now"),
        ("what if he comes in with a knife", "supposed"),
        ("he's in custody, he had a knife", "he is locked up"),
        ("she was on the bridge, she's home safe", "safe now"),
    ],
)
def test_the_kinds_of_calming_words_have_names(message: str, name: str) -> None:
    (_, calm), *_ = HEARING.danger.read(message)

    assert name in set(calm.names())


@pytest.mark.parametrize(("age", "now"), [(17, True), (18, False), (60, False), (99, False), (100, True)])
def test_how_old_an_adult_is_now_says_nothing_of_when_it_was(age: int, now: bool) -> None:
    (_, calm), *_ = HEARING.danger.read(f"her uncle raped her when she was a child, she is {age} now")

    assert ("now" in set(calm.names())) is now


@pytest.mark.parametrize(
    ("denied", "most"),
    [
        ("no sign of {}knife in his hand", 6),
        ("there is no {}man with a knife in his hand", 3),
        ("nobody {}has a knife in his hand", 4),
        ("i doubt {}with a knife in his hand", 4),
    ],
)
def test_a_denial_or_a_doubt_reaches_a_few_words_ahead_and_no_further(denied: str, most: int) -> None:
    told = [raised(denied.format("old " * words)) for words in (0, most, most + 1)]

    assert list(map(bool, told)) == [False, False, True]
