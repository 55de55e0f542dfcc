"""What a first message gets without a press: a number that fits, on a screen that is not long."""

import pytest

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.reply import Asked, plain
from bot.editor.evaluating.matching_scores import Respondent, lengths, messages
from tests.conftest import NOW
from tests.heard.figures import HERE

# A need and a council, as a person would say them, with the services that have a fitting number.
NEED_AND_COUNCIL = {
    "she has nowhere to sleep tonight, we are in inverness": ("homeless-highland",),
    "bed for tonight in fife, she cannot go home": ("homeless-fife",),
    "homeless in falkirk, out of hours": ("homeless-falkirk",),
    "woman in dundee needs somewhere to stay tonight": ("homeless-dundee",),
    "about to be evicted in paisley": ("homeless-renfrewshire", "shelter-scotland"),
    "STI test for her in glasgow": ("sandyford",),
    "where can she get tested for STIs in ayr": ("ayrshire-sexual-health",),
    "her partner hits her, she is in edinburgh": ("sdafmh",),
    "domestic abuse support in kilmarnock": ("sdafmh",),
    "women's aid in shetland": ("sdafmh",),
    "she was raped two years ago and wants counselling, inverness": ("rasash", "rape-crisis-scotland-helpline"),
    "rape crisis in lanarkshire": ("lanarkshire-rape-crisis",),
    "adult at risk of harm in stirling, who do i report to": ("protection-stirling",),
    "social work for a vulnerable adult in moray": ("protection-moray",),
    "support for a woman who sells sex in aberdeen": ("aberdeen-city-vawp",),  # who to ask what there is
    "help for women selling sex in edinburgh": ("edinburgh-vawp",),  # who to ask for the city's own, Another Way
    "her benefits were stopped, she has no money, west lothian": ("citizens-advice-scotland",),
    "needs an immigration lawyer in glasgow": ("migrant-help-asylum", "positive-action-in-housing"),
    "i think she is trafficked, she is in dumfries": (
        "tara",
        "modern-slavery-helpline",
        "migrant-help-scotland-trafficking",
    ),
    "he shared her naked photos, she is in galashiels": ("revenge-porn-helpline",),
    "she needs someone to talk to, orkney": ("samaritans",),
}


def _numbers(library: Library, *services: str) -> set[str]:
    """Return the numbers of services, except 999, which a page's own words may name first."""
    return {phone.number for id in services for phone in library.services[id].phones} - {"999"}


@pytest.mark.parametrize(("message", "fitting"), NEED_AND_COUNCIL.items())
def test_who_names_a_need_and_a_council_has_a_number_that_fits_without_a_press(
    real: Guide, message: str, fitting: tuple[str, ...]
) -> None:
    text = plain(turn(real, Asked(message), NOW).replies[0])
    shown = sorted(number for number in _numbers(real.library, *real.library.services) if number in text)

    assert min(shown, key=text.find, default="") in _numbers(real.library, *fitting)


# The words of the screen in the middle, and of the longest: those of strangers' questions without a danger card, and
# those of short messages about danger with one.
@pytest.mark.soak
@pytest.mark.parametrize(
    ("file", "card", "least", "middle", "most"),
    [
        ("unseen_finding.yaml", False, 130, 88, 135),
        ("../matching/asked_a.yaml", False, 170, 89, 140),
        ("short_unseen.yaml", True, 80, 120, 150),
    ],
)
def test_a_first_screen_is_no_longer_than_it_was(
    real: Guide, file: str, card: bool, least: int, middle: int, most: int
) -> None:
    section = lengths(Respondent(real, NOW), messages(HERE / file), card)

    assert section.messages >= least
    half, longest = (figure.value for figure in section.figures)
    assert half <= middle
    assert longest <= most
