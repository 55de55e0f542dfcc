"""The command that says what the content needs next: workshop."""

from datetime import datetime
from pathlib import Path

import click

from bot.content.loader import ContentError
from bot.starting import CannotStart, content_folder, day, settings


@click.command()
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path), default=Path("workshop.html"))
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today, such as 2026-11-25.")
def workshop(out: Path, on: datetime | None) -> None:
    """Write what the content needs next into one HTML page (OUT, workshop.html): what to do and where, by urgency."""
    from bot.content.loader import read
    from bot.editor.tables import count
    from bot.editor.workshop.page import begin, page, sections
    from bot.encoder import ready

    decided = settings()
    folder = content_folder(decided)
    draft, faults = read(folder)
    if faults:
        raise CannotStart(f"the content in {folder} has faults; mend them first.\n{ContentError(faults)}")
    encoder = ready(decided.cache)[0] if decided.encoder else None
    found = sections(draft, day(on), encoder)
    try:
        out.write_text(page(found, day(on)), encoding="utf-8")
    except OSError as error:
        raise CannotStart(f"{out} cannot be written: {error.strerror}.") from None
    click.echo(f"{out}: {count(sum(len(section.rows) for section in found), 'thing')} to do.")
    if first := begin(found):
        click.echo(f"Your next two hours: {first.section.task[0].lower()}{first.section.task[1:]}.")
        for row in first.rows:
            click.echo(f"  {row.where}  {row.what}")
