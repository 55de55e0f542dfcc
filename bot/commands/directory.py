"""The commands about services: list them, ask and confirm what their records say."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from bot.commands.common import CommandRefused, council_called, on_day, read_content, refusing, to_file, write_out
from bot.core.service import Reach
from bot.core.steps import Who

if TYPE_CHECKING:
    from bot.content.loaded_content import LoadedContent
    from bot.core.service import Service
    from bot.editor.confirm import RecordQuestion


@click.command()
@click.option(
    "--need", "needs", multiple=True, required=True, help="A need, by its id in vocabulary.yaml; may be repeated."
)
@click.option("--area", default="", help="A council area, by its name or GSS code; all Scotland if not given.")
@click.option(
    "--who", multiple=True, type=click.Choice(get_args(Who)), help="What is known of the person; may be repeated."
)
@click.option(
    "--reach", multiple=True, type=click.Choice(get_args(Reach)), help="How the person can use it; may be repeated."
)
@click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d %H:%M"]),
    metavar="TIME",
    help="The time in Scotland, such as '2026-11-25 21:30'; now if not given.",
)
@click.option("--why", is_flag=True, help="Say why each is listed, and why others are left out.")
def services(
    needs: tuple[str, ...], area: str, who: tuple[str, ...], reach: tuple[str, ...], at: datetime | None, why: bool
) -> None:
    """List the services that fit a need, best first.

    They are listed for an area, a person and a time, in the order in which staff see them. What is paused at that time
    is left out here too.
    """
    from bot.core.directory import Search
    from bot.core.hours import LONDON
    from bot.core.switches import switched
    from bot.editor import service_choice
    from bot.service.start import library, settings, switches

    found = settings()
    now = at.replace(tzinfo=LONDON) if at else datetime.now(UTC)
    content = switched(library(found), switches(found), now.astimezone(LONDON).date())
    if unknown := set(needs) - set(content.vocabulary.needs):
        known = ", ".join(content.vocabulary.needs)
        raise click.BadParameter(f'there is no need "{min(unknown)}"; one of {known}', param_hint="--need")
    search = Search(area=council_called(content, area, "--area"), who=frozenset(who), now=now, reach=frozenset(reach))
    click.echo("\n".join(service_choice.lines(content, needs, search, why=why)))


@click.command()
@click.argument("id_", metavar="SERVICE")
@on_day
def confirm(id_: str, today: date) -> None:
    """Ask about a service step by step, and write the answers.

    It asks what its record says: contacts, open points, hours, who it takes. It writes who confirmed it and when, and
    removes what is no longer open. Nothing is written before you have seen each line that changes.
    """
    from bot.content.field_edit import CannotEdit
    from bot.core.service import Assurance
    from bot.editor import confirm as confirming
    from bot.editor.content_edits import changed_lines, write

    folder, draft = read_content()
    service = service_called(draft, id_)
    path = folder / (file := draft.file("service", service.id))
    click.echo("\n".join(confirming.head(service)))
    answers = _answers(draft, confirming.questions(draft, service))
    if unasked := confirming.not_confirmed(answers):
        click.echo(f"\nNobody was asked about {', '.join(unasked)}, so it stays not yet confirmed.")
    by = "" if unasked else _who(confirming.name_fault)
    how = "" if unasked else click.prompt("How", default="by phone")
    with refusing(CannotEdit, words=f"{file}: {{}}. Nothing was changed."):
        before = path.read_bytes()
        after = confirming.confirmed(before, service, answers, Assurance(on=today, by=by, how=how))
        click.echo("\n" + "\n".join(part for line in changed_lines(file, before.decode(), after) for part in line.told))
        if before == after or not click.confirm("\nWrite this?"):
            raise CommandRefused("Nothing was changed.")
        write(path, before, after)
    click.echo(f"Written into {file}. Then run signpost check.")


def service_called(draft: "LoadedContent", id_: str) -> "Service":
    """Return the service with an id; raise CommandRefused if there is none."""
    from bot.editor.uses import resolve, resolve_former, similar_ids

    meant = resolve(draft, id_) or resolve_former(draft, id_)
    if ids := [each.id for each in meant if each.what == "service"]:
        return draft.library.services[ids[0]]
    close = [id for id in similar_ids(draft, id_) if id in draft.library.services]
    raise CommandRefused(f'no service has the id "{id_}"; ' + (f"did you mean {close[0]}?" if close else _IDS))


_IDS = "it is the name of its file in guidance/services."


def _answers(draft: "LoadedContent", questions: Iterable["RecordQuestion"]) -> "dict[RecordQuestion, str]":
    """Return what was answered to each question; a slip is explained, and asked again."""
    from bot.editor.confirm import GONE, usual
    from bot.editor.creating.prompts import WrongAnswer

    answers: dict[RecordQuestion, str] = {}
    gone: tuple[str | int, ...] = ()
    for each in questions:
        if each.kind == "purpose" and each.path[:2] == gone:
            continue  # what a number was for goes with it
        click.echo("\n" + "\n".join(each.lines))
        while each not in answers:
            typed = click.prompt("  Answer", default=usual(each), show_default=False)
            try:
                answers[each] = each.checked(typed, draft)
            except WrongAnswer as slip:
                click.echo(f"  {slip}.")
        if each.kind == "contact" and answers[each] == GONE:
            gone = each.path[:2]
    return answers


def _who(fault: Callable[[str], str]) -> str:
    while slip := fault(name := " ".join(str(click.prompt("\nWho confirmed it")).split())):
        click.echo(f"  {slip}.")
    return name


@click.command("ask-service")
@click.argument("id_", metavar="SERVICE")
@to_file
@on_day
def ask_service(id_: str, out: Path | None, today: date) -> None:
    """Write a letter that asks a service whether its record is right.

    It holds what we show, and a form to send back. It can be sent as an e-mail or printed; nothing is sent from here.
    signpost confirm SERVICE then writes the answers.
    """
    from bot.commands.directory import service_called
    from bot.editor.confirm import letter
    from bot.service.start import settings

    _, draft = read_content()
    found = settings()
    write_out(out, letter(draft, service_called(draft, id_), found.publisher, found.contact, today))
