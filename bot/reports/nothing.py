"""Why nothing is shown yet: what an empty, a new or a very small deployment is told instead of noughts."""

from datetime import date

from bot.counts.periods import end_of, span_of
from bot.reports.figures import figures
from bot.reports.reading import Counts
from bot.reports.section import day


def why(counts: Counts, today: date) -> tuple[str, ...]:
    """Return in sentences why nothing can be shown, or nothing where something can.

    Args:
        counts: what is released.
        today: the day.
    """
    if counts.trouble == "off":
        return ("Nothing is counted here: SIGNPOST_DATABASE is none.",)
    if counts.trouble == "none":
        return (
            "Nothing has been counted here yet.",
            "Telegram and “signpost serve” count; the page on one's own machine (“signpost”) and the terminal do not.",
        )
    if counts.trouble:
        return (f"The counts cannot be read now ({counts.trouble}). Answers go out all the same.",)
    found = figures(counts.releases, 0)
    if found is None:
        return _first_week(counts, today)
    if found.cells:
        return ()
    return _too_few(len([each for each in found.releases if span_of(each.period) == "week"]), found.thresholds[1])


def _first_week(counts: Counts, today: date) -> tuple[str, ...]:
    weeks = sorted(period for period in counts.begun if span_of(period) == "week")
    if not weeks:
        return ("Nothing has been counted here yet.",)
    ends = end_of(weeks[0]).date()
    when = (
        f"The first week is over when Sunday is, and is shown from {day(ends)} on."
        if ends > today
        else "The first week is over, and will be shown when Signpost has run for some two hours since."
    )
    return (
        "Signpost is counting. A week is shown once it is over, and never while it goes on, so that nobody can see a "
        "colleague's question appear.",
        when,
        "Even then, only what at least ten people did is shown.",
    )


def _too_few(weeks: int, threshold: int) -> tuple[str, ...]:
    closed = "One week has" if weeks == 1 else f"{weeks} weeks have"
    sentences = (
        f"{closed} closed, and in none of them did enough people do the same thing to be shown.",
        f"A number is shown from {threshold} people on. Below that, somebody who knows the team could guess who it "
        "was.",
        "What is rare is also added up over four weeks and over thirteen, and may be shown then. In a small team it "
        "may be that nothing ever is: that is not a fault.",
    )
    if threshold > 10:
        return (
            *sentences,
            "The number would be ten if Signpost ran as one process and were not restarted in the week.",
        )
    return sentences
