"""Plain questions of staff that had no answer, or another one: each now gets the words that answer it."""

import pytest

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.reply import Asked, plain
from tests.conftest import NOW


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("is there a jab against gonorrhoea for women who sell sex", "August 2025"),
        ("she bleeds after clients", "seldom cancer"),
        ("does she get a visa if she's recognised as trafficked", "Not by itself"),
        ("her trafficking claim got knocked back, is that it", "30 days"),
        ("who pays her train fare to the trial", "can claim travel, lost pay"),
        ("the fiscal says there's not enough evidence, what now", "one month"),
        ("will the police go through her messages", "police ask for consent"),
        ("the dole wants to see his bank statements", "Not day by day"),
        ("her man moved in and she hasn't told the jobcentre", "couples claim together"),
        ("she has three weans, is there still a cap on universal credit", "6 April 2026"),
        ("my gran has my niece, her mum's out working, is there money for gran", "0808 800 0006"),
        ("i left her notes on the train", "72 hours"),
        ("i think i'm attracted to one of my clients", "Tell your supervisor"),
        ("she hugged me is that ok", "follow your rules"),
        ("can her landlord let himself in with a key", "24 hours"),
        ("does she have to tell the council she sells sex to get a house", "We found no rule"),
        ("he meets lads off an app for money, he just told me", "You're not the only man"),
        ("sextortion on instagram, they want cash off her or her mum sees it", "ask her age"),
        ("can i run her to the hospital in my own car", "limits"),
        ("she has no pads and nae money", "PickupMyPeriod"),
        ("where can he have a shower", "day centre"),
        ("he wants to stop his methadone next week", "planned with the prescriber"),
        ("punter had his phone recording and she didn't know", "Being paid is not agreeing"),
        ("one of the taxi drivers we use is sleeping with a resident", "abuse of power"),
        ("there's a sponge stuck up her, who takes that out", "takes it out, today"),
        ("she's got an odd smell and thinks it's an infection", "this week"),
        ("the sauna owner wants the women tested and to show him the results", "They are private"),
        ("is naloxone any use on these new strong drugs, one dose did nothing last time", "may take more doses"),
        ("i think she has hep c but she wont go to hospital", "cures most people"),
        ("they said the tablets from the asylum doctor might stop the morning after pill working", "stomach acid"),
        ("can they section her", "72 hours"),
        ("he forgot his prep for the weekend and went to a party", "how many missed"),
        ("the defence want her medical records for the rape trial", "can object"),
        ("is he allowed to cross examine her himself", "may not question her in person"),
        ("her bail says she cant go near the street where her chemist is", "ask the sheriff"),
        ("she has a warrant out and wants to report being battered, will they lift her", "may arrest her on"),
        ("she had the forensic and now wants the samples destroyed, can she", "30 days"),
        ("what is a bairns hoose", "joint investigative interview"),
        ("does the dad have to go on the birth certificate", "register alone"),
        ("can she get rent paid on the refuge and her own flat", "12 months"),
        ("mum wants to leave him but no way is she leaving her two cats behind", "Cats Protection"),
        ("she's scared her address is on the register for voting", "no name or address"),
        ("her boss at the takeaway wants sex before he gives her shifts", "sexual harassment"),
        ("a punter did a runner without paying, can she report that", "nothing in Scots law"),
        ("can she find out what the police hold on her", "two papers"),
        ("she wants to go home to romania, who helps with that", "Voluntary Returns Service"),
    ],
)
def test_a_plain_question_gets_the_words_that_answer_it(real: Guide, message: str, answer: str) -> None:
    assert answer in plain(turn(real, Asked(message, ""), NOW).replies[0])


def test_nobody_is_told_to_promise_what_a_jobcentre_cannot_keep(real: Guide) -> None:
    entry = real.library.entries["confidentiality-what-to-share"]

    assert "my job says so" in entry.say


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("her claim was granted, when does she have to leave the asylum hotel", "42 days"),
        ("she got leave to remain and no house", "42 days"),
        ("if she goes to refuge does she lose her council house", "Not by going"),
        ("housing association put an abandonment notice on her door, shes in a refuge", "four weeks"),
        ("resident landlord, she said no to him and now she's to go", "at least 28 days"),
        ("landlord has changed the locks on her today", "Locked out by one: 101"),
        ("can we keep a 17 year old in the cells till court", "unless an inspector certifies why"),
        ("17 year old says he doesnt want a lawyer, can we go ahead", "even if they agree"),
        ("social work took her weans this morning, what can she do today", "24 hours at most"),
        ("social work want her to sign a section 25, should she", "see a solicitor first"),
        ("foster carers say she has to go when she turns 18", "Often, until 21"),
        ("how do we know shes under 18, she may be trafficked", "as a child until it is settled"),
        ("shes on a care worker visa and the manager wants sex for shifts", "60 days"),
        ("her husband is a student and he beats her, can she get that three month visa", "cannot settle through it"),
        ("they want to make it a short scottish secure tenancy because of callers", "fewer rights"),
    ],
)
def test_a_question_of_law_gets_what_its_source_says(real: Guide, message: str, answer: str) -> None:
    assert answer in plain(turn(real, Asked(message, ""), NOW).replies[0])
