"""Help that has come, as colleagues say it in a talk that mentioned danger; and what only looks like it."""

import pytest

from bot.core.guide import Guide
from tests.guides import hearing


@pytest.mark.parametrize(
    "message",
    [
        "the police have him",
        "ambulance is here",
        "polis lifted him",
        "the crew is with her now",
        "she's safe now",
        "he's been lifted",
        "polis there and hes cuffed",
        "ambulance has him and im going in with him",
        "police are here, what do i do now",
        "999 are there, mum's come round",
        "coastguard got him, hes in the ambulance wrapped up",
        "she phoned that line herself",
        "all lifted, shes out without a scratch",
        "fire brigade put it out, hes in cuffs",
        "panic over, polis told",
        "she is safe in the station",
    ],
)
def test_help_that_has_come_is_heard(real: Guide, message: str) -> None:
    heard = hearing(real).hear(message)

    assert (heard.settled, heard.remaining) == (True, None)


@pytest.mark.parametrize(
    "message",
    [
        "she's not safe now he's got the axe out",
        "shes no safe now",
        "is she safe now? hes kicking the door",
        "he's not in cuffs, he's in the close with a knife",
        "he has her in cuffs",
        "shes in a panic over him finding her",
        "he is in cuffs in a cellar they took his phone",
        "i dont think shes safe now, he is at the window",
        "safe now? no, he is in the close with a machete",
        "the police have left and he's back with a hammer",
        "the police hasn't come and he's outside",
        "the police are not here",
        "police are here but he has a knife at her throat",
        "police officer came but he is strangling her",
        "polis took her statement and he's now at her door",
        "police was there last week, he's outside now",
        "he's been lifted before but now he is in her flat",
        "ambulance is on its way, shes not breathing",
        "ambulance came and went, she has taken more pills",
        "police came then left, he has the knife out",
        "the ambulance is here, she has taken more tablets",
        "the crew is here and she's trying to jump",
        "she called 999 but they cut her off and he's battering her",
        "they called them off, he's got her in the car",
        "he phoned the house says he's going to kill her",
        "nurse here, she has taken 40 tablets",
        "im the nurse, she has cut her wrists",
        "nurse was with her when he came in wi a blade",
        "the doctor is here but shes stopped breathing",
        "doctor here, she is bleeding a lot",
        "staff found her with a knife",
        "staff took the knife aff him then he hit her",
        "staff are in the room with him and he has a gun",
        "my staff found her unconscious",
        "security came but he smashed the glass",
        "he's kicking the door in",
    ],
)
def test_danger_that_goes_on_is_not_passed_over(real: Guide, message: str) -> None:
    heard = hearing(real).hear(message)

    assert not heard.settled or heard.remaining is not None
