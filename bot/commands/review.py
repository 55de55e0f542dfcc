"""The commands that keep content right: due, reviewed, sign, spread, coverage and links."""

import asyncio
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, NoReturn

import click

from bot.commands import common
from bot.service.settings import EXIT_FAULTS, CannotStart

if TYPE_CHECKING:
    from bot.core.library import Library
    from bot.editor.call_list import ServiceToCall
    from bot.editor.sign_off import Editable


def _kept(id_: str) -> tuple["Editable", "Library"]:
    """Return what an editor means by an id, and all content with its drafts."""
    from bot.editor.sign_off import NotEditable, find_editable

    folder, draft = common.read_content()
    with common.refusing(NotEditable):
        kept = find_editable(folder, draft, id_)
    return kept, draft.library


def _write(kept: "Editable", after: bytes) -> None:
    from bot.content.field_edit import CannotEdit
    from bot.editor.content_edits import write

    with common.refusing(CannotEdit, words="{}. Nothing was changed."):
        write(kept.path, kept.data, after)


def _nothing() -> NoReturn:
    click.echo("Nothing was changed.")
    raise click.exceptions.Exit(EXIT_FAULTS)


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--role", multiple=True, help="The role they sign in: an id of sign_off_roles in vocabulary.yaml.")
@click.option("--by", multiple=True, help="The name of the person who agreed.")
@click.option("--body", multiple=True, help="The organisation they speak for; lived experience needs none.")
@common.on_day
@common.yes
def sign(id_: str, role: tuple[str, ...], by: tuple[str, ...], body: tuple[str, ...], today: date, yes: bool) -> None:
    """Record that somebody has agreed to the words of ID.

    It shows the words of the entry, the flow, or the translation, which is named by its language's tag. An editor runs
    it with the people who have read them and agreed to them; running it is not itself a signature. Two people can sign
    in one go: give --role and --by twice. If the words change later, the sign-off lapses: every card says so, and a
    translation is hidden, until somebody has agreed again.
    """
    from bot.content.field_edit import CannotEdit
    from bot.core.content_field import SignOff
    from bot.editor import sign_off

    kept, content = _kept(id_)
    click.echo("\n".join(sign_off.shown(kept, content)))
    if not yes and not click.confirm("\nHas somebody read exactly these words, and agreed to them?"):
        _nothing()
    people = max(len(role), len(by), len(body), 1)
    after, made = kept, list[str]()
    while len(made) < people or (not (yes or by) and click.confirm("\nDoes somebody else sign these words too?")):
        its_role, name, its_body = _signer(
            content, *(next(iter(texts[len(made) :]), None) for texts in (role, by, body)), yes=yes
        )
        with common.refusing(sign_off.CannotSign, CannotEdit, words="{}. Nothing was changed."):
            if name in made:
                raise sign_off.CannotSign(f"{name} has already signed off these words")
            who = SignOff(by=name, role=its_role, body=its_body, on=today, text="")
            one = sign_off.sign_off(after, content, who)
            after = replace(after, data=sign_off.signed(after, one))
        made.append(name)
        click.echo("\n" + "\n".join(f"  {field}: {value}" for field, value in sign_off.written(one).items()))
    if not yes and not click.confirm(f"\nWrite this under sign_off in {kept.file}?"):
        _nothing()
    _write(kept, after.data)
    click.echo(f"Written into {kept.file}.")


def _signer(
    content: "Library", role: str | None, by: str | None, body: str | None, *, yes: bool
) -> tuple[str, str, str]:
    """Return the role, the name and the organisation of who signs, asking for what was not given."""
    from bot.content.checks.expiry import HER_OWN
    from bot.editor.sign_off import HER_NAME

    role = role or _role(content)
    by = by or _asked("Their name", HER_NAME if role == HER_OWN else "")
    if body is None and role == HER_OWN:
        body = "" if yes else _asked("The organisation they speak for; press Enter for none", default="")
    return role, by, body if body is not None else _asked("The organisation or the group they speak for")


def _role(content: "Library") -> str:
    roles = content.vocabulary.sign_off_roles
    click.echo("\nIn which role do they sign?")
    for role, name in roles.items():
        click.echo(f"  {role}: {name}")
    return str(click.prompt("Role", type=click.Choice(list(roles)), show_choices=False))


def _asked(question: str, before: str = "", default: str | None = None) -> str:
    if before:
        click.echo(before)
    return " ".join(str(click.prompt(question, default=default, show_default=False)).split())


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--read-on", type=common.DAY, metavar="DATE", help="The date on which it was read; today if not given.")
@common.on_day
@common.yes
def reviewed(id_: str, read_on: datetime | None, today: date, yes: bool) -> None:
    """Record that an entry or flow was read against its sources.

    It shows what the entry or flow ID has to be read against, then writes the date into its file. The facts and
    contacts in it are not renewed: each has a date of its own.
    """
    from bot.content.field_edit import CannotEdit
    from bot.core.assurance import due_on
    from bot.core.screens.scene import day as words
    from bot.editor import sign_off as reviewing

    kept, content = _kept(id_)
    with common.refusing(reviewing.NotEditable):
        page = kept.page
    click.echo("\n".join(reviewing.to_read(kept, content, today)))
    if expired := reviewing.expired_in(page, content, today):
        click.echo(f"\nThe facts {', '.join(expired)} have expired. A review of the words does not renew them.")
    if not yes and not click.confirm("\nIs every sentence still right by these sources?"):
        _nothing()
    read = read_on.date() if read_on else today
    with common.refusing(reviewing.CannotReview, CannotEdit, words="{}."):
        after = reviewing.reviewed(kept, read, today)
    _write(kept, after)
    following = due_on(read, page.review_every)
    click.echo(f"Written into {kept.file}: reviewed: {read.isoformat()}. It is due again on {words(following)}.")


@click.command()
@click.option("--unconfirmed", is_flag=True, help="List every contact to ring or open, with what to ask.")
@click.option("--council", default="", help="With --unconfirmed: only services of this council, by name or GSS code.")
@click.option("--owner", default="", help="With --unconfirmed: only services in entries that this owner keeps.")
@click.option("--first", type=click.IntRange(1), metavar="N", help="With --unconfirmed: only the first N services.")
@common.in_format("text", "csv", "ics", help_="Text, a table, or a calendar.")
@common.on_day
def due(unconfirmed: bool, council: str, owner: str, first: int | None, as_: str, today: date) -> None:
    """List what is due to be read or checked again, by owner.

    It lists the numbers that staff said did not work, what is overdue or due within 30 days, and the facts and contacts
    in it that are due too. With --unconfirmed, it lists who to ring instead, the most urgent first.
    """
    from bot.editor import call_list
    from bot.editor import due as items
    from bot.editor.due import calendar
    from bot.editor.review_status import failed_numbers
    from bot.reports.released_counts import read
    from bot.service.count import database
    from bot.service.start import library, settings, switches

    found = settings()
    content = library(found, drafts=True)
    if unconfirmed and as_ == "ics":
        raise click.UsageError("a call list has no days: take --format text or csv")
    if (council or owner or first) and not unconfirmed:
        raise click.UsageError("--council, --owner and --first narrow the call list: add --unconfirmed")
    if as_ == "ics":
        for part in calendar(content, today):
            click.echo(part, nl=False)
        return
    off, gss = switches(found), common.council_called(content, council, "--council")
    owners = sorted({entry.owner for entry in content.entries.values()})
    if owner and owner not in owners:
        raise click.BadParameter(f'no owner is called "{owner}"; one of {", ".join(owners)}', param_hint="--owner")

    def calls() -> tuple["ServiceToCall", ...]:
        return call_list.calls(content, today, gss, owner)[:first]

    failed = failed_numbers(read(database(found)), content)
    made: Mapping[tuple[str, bool], Callable[[], str]] = {
        ("text", False): lambda: "\n".join(items.lines(content, today, off, failed)) + "\n",
        ("csv", False): lambda: items.table(content, today, off, failed),
        ("text", True): lambda: "\n".join(call_list.lines(calls(), today)) + "\n",
        ("csv", True): lambda: call_list.table(calls()),
    }
    click.echo(made[as_, unconfirmed](), nl=False)


@click.command()
@click.option("--most", type=click.IntRange(1), default=25, show_default=True, help="The most reviews in one week.")
@click.option("--dry-run", is_flag=True, help="Show how the weeks would change, and write nothing.")
@common.on_day
def spread(most: int, dry_run: bool, today: date) -> None:
    """Spread the reviews that are due over more weeks.

    Reviews only move earlier, by at most a third of the time between two of them. The day on which something was read
    stays the same, and signed words are not changed.
    """
    from bot.editor.content_edits import EditRefused, execute
    from bot.editor.prose import count
    from bot.editor.spread import spread as spread_out

    folder, draft = common.read_content()
    with common.refusing(EditRefused):
        made = spread_out(folder, draft, most, today)
        if not dry_run:
            execute(folder, made.plan)
    click.echo("\n".join(made.lines()))
    lines = f"{count(len(made.plan.lines), 'day')} in {count(len(made.plan.files), 'file')}"
    click.echo(f"{lines} would change; nothing was written." if dry_run else f"{lines} changed.")


@click.command()
@click.option("--need", help="Show only this need, by its id in vocabulary.yaml.")
@common.in_format("text", "csv", help_="Text, or a table.")
@common.on_day
def coverage(need: str | None, as_: str, today: date) -> None:
    """Show which needs have a service in each council area.

    It also lists where a need has no service.
    """
    from bot.editor import coverage as report
    from bot.service.start import library, settings

    content = library(settings())
    needs = tuple(content.vocabulary.needs)
    if need is not None and need not in needs:
        raise click.BadParameter(f"there is no such need; write one of {', '.join(needs)}", param_hint="--need")
    asked = (content, (need,) if need else needs, today)
    if as_ == "csv":
        click.echo(report.table(*asked), nl=False)
    else:
        click.echo("\n".join(report.lines(*asked)))


_ONLY = ("services", "entries", "flows", "facts")


_seconds = click.FloatRange(0.1, 24 * 3600)


@click.command()
@click.option("--only", type=click.Choice(_ONLY), help="Check only the addresses in these files.")
@common.in_format("text", "csv", help_="Text, or a table.")
@click.option("--timeout", type=_seconds, default=10.0, show_default=True, help="Seconds allowed for one request.")
@click.option("--at-most", type=_seconds, default=3600.0, show_default=True, help="Seconds allowed for the whole run.")
@click.option("--strict", is_flag=True, help="End with exit code 1 if something is gone.")
def links(only: str | None, as_: str, timeout: float, at_most: float, strict: bool) -> None:
    """Check that every web page and email domain still exists.

    The report is sorted by owner and file. It is slow on purpose: each site gets one request at a time, a second apart,
    and none that its robots.txt bars. Without a network, nothing is checked and nothing fails.
    """
    from bot.editor.links import address_lists, check_addresses
    from bot.editor.links.client import RunLimits

    folder, draft, faults = common.content_with_faults()
    if faults:
        raise CannotStart(f"the content in {folder} has faults; signpost check lists them.")
    limits = RunLimits(timeout=timeout, at_most=at_most)
    with common.progress("addresses") as tells:
        checked = asyncio.run(check_addresses(address_lists.addresses(draft, only or ""), limits, tells))
    if as_ == "csv":
        click.echo(address_lists.table(checked), nl=False)
    else:
        click.echo("\n".join(address_lists.lines(checked, common.current_date())))
    sys.exit(EXIT_FAULTS if strict and any(one.outcome.state == "gone" for one in checked.results) else 0)
