"""The command that shows which services the directory chooses, and why."""

from datetime import UTC, datetime
from typing import get_args

import click

from bot.core.directory import Search
from bot.core.hours import LONDON
from bot.core.library import Reach, Who
from bot.core.switches import switched
from bot.starting import library, settings, switchboard


@click.command()
@click.option("--need", "needs", multiple=True, required=True, help="What is needed, by its id in vocabulary.yaml.")
@click.option("--area", default="", help="A council, by its name or its GSS code; all Scotland if left out.")
@click.option("--who", multiple=True, type=click.Choice(get_args(Who)), help="What is known of the person.")
@click.option("--reach", multiple=True, type=click.Choice(get_args(Reach)), help="How the person can use it.")
@click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d %H:%M"]),
    help="The time it is in Scotland, such as '2026-11-25 21:30'; now if left out.",
)
@click.option("--why", is_flag=True, help="Say what each stands by, and which are left out for what.")
def services(
    needs: tuple[str, ...], area: str, who: tuple[str, ...], reach: tuple[str, ...], at: datetime | None, why: bool
) -> None:
    """List the services for a need, an area, a person and a time, in the order they are shown.

    What the red switch has taken off by then is off here too.
    """
    from bot.editor import choosing

    found = settings()
    now = at.replace(tzinfo=LONDON) if at else datetime.now(UTC)
    content = switched(library(found), switchboard(found).switches(), now.astimezone(LONDON).date())
    if unknown := set(needs) - set(content.vocabulary.needs):
        known = ", ".join(content.vocabulary.needs)
        raise click.BadParameter(f'there is no need "{min(unknown)}"; one of {known}', param_hint="--need")
    gss = choosing.area_called(content, area) if area else ""
    if gss is None:
        meant = choosing.area_meant(content, area)
        cure = f"did you mean {meant}?" if meant else "signpost coverage lists them"
        raise click.BadParameter(f'no council is called "{area}"; {cure}', param_hint="--area")
    search = Search(area=gss, who=frozenset(who), now=now, reach=frozenset(reach))
    click.echo("\n".join(choosing.lines(content, needs, search, why=why)))
