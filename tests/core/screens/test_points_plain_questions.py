"""Plain questions of law, right and meaning: the answer itself begins the first screen, before any advice."""

import pytest

from bot.channels.talk import Talk
from bot.core.reply import Asked, Mark

ANSWERS = {
    "do we have to tell the home office yes or no": "No, for most staff: we found no such duty. A council must",
    "is it a brothel if its just her": "No, support groups say: selling sex alone and indoors is lawful.",
    "is onlyfans legal": "Yes, for adults: we found no Scots law against selling your own pictures",
    "is stripping legal": "Yes, it is legal, and councils can license the venues",
    "can she be arrested for carrying condoms": "No: we found no law against carrying condoms.",
    "who can refer to the NRM": "Only first responders. In Scotland: councils, the police",
    "can she work with a friend in the same flat": "It can be an offence. Keeping a brothel is one",
    "is it against the law to run an escort agency": "It can be an offence: controlling someone",
    "what does an IRD mean": "An inter-agency referral discussion (IRD): police, health and social work",
    "can she insist on a woman doctor for the forensic": "She can ask for a woman or a man",
    "what is nonfatal strangulation in law": "Yes. Non-fatal strangulation, squeezing the neck, is assault.",
    "emergency coil, how many days": "A copper coil works best: a clinic fits it within 5 days",
    "does a bairn get taken off her if she tells": "No. Selling sex is not in itself proof",
    "is coercive control a crime": "Yes, by a partner or ex.",
    "what does NRPF mean": "No recourse to public funds (NRPF) shuts out public social security",
    "what does MARAC mean": "A multi-agency risk assessment conference.",
    "whats a vawp": "A Violence Against Women Partnership:",
    "what is an ASP referral": "Adult support and protection.",
    "who can make a childrens hearing referral": "Anyone can refer a child to the Reporter",
    "must i write it in the notes": "Only if your help needs it.",
    "how long does PEP take": "For 4 weeks.",
    "how soon must she take emergency contraception": "Emergency contraception may work up to 5 days",
    "can a man get PrEP for free": "Free from NHS sexual health clinics",
    "does the council have to house her": "Yes, for now.",
    "can she have a supporter in court": "After a sexual crime, trafficking, domestic abuse",
    "can she change her mind after reporting": "She can tell the police so",
    "can she get housing benefit": "We found no rule against it for selling sex",
    "can i contact her on my own phone": "Keep to working hours and the work phone.",
    "will it show on a disclosure check": "It depends. Level 1",
}


@pytest.mark.parametrize(("question", "begins"), ANSWERS.items())
def test_a_plain_question_has_its_answer_first(talk: Talk, question: str, begins: str) -> None:
    reply = talk.answer(Asked(question)).replies[0]
    first = next(block for block in reply.blocks if block.mark is not Mark.TITLE and block.mark is not Mark.HEADING)

    assert first.text.startswith(begins)
