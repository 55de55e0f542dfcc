"""The command that gives what is released of the counts to whoever wants to keep it or add it up again."""

from collections.abc import Iterable
from pathlib import Path

import click

from bot.counts.opening import is_postgres, opened
from bot.counts.release import table
from bot.counts.store import Release, StoreError
from bot.service.count import OFF, database
from bot.service.start import CannotStart, settings


@click.command("counts")
@click.option(
    "--to", "out", type=click.Path(dir_okay=False, path_type=Path), help="A file; standard output if left out."
)
def export_counts(out: Path | None) -> None:
    """Write all released counts as a table; docs/counting.md says how to read it."""
    lines = "".join(table(_releases()))
    if out is None:
        click.echo(lines, nl=False)
        return
    try:
        out.write_text(lines, encoding="utf-8")
    except OSError as error:
        raise CannotStart(f"{out} cannot be written: {error.strerror}.") from None


def _releases() -> Iterable[Release]:
    where = database(settings())
    if where == OFF:
        raise CannotStart("SIGNPOST_DATABASE is none: nothing is counted here.")
    if not is_postgres(where) and not Path(where).exists():
        raise CannotStart(f"{where} is not there: nothing has been counted here yet.")
    try:
        store = opened(where)
    except StoreError as error:
        raise CannotStart(f"the counts cannot be read ({error}).") from None
    try:
        return store.releases()
    except StoreError as error:
        raise CannotStart(f"the counts cannot be read ({error}).") from None
    finally:
        store.close()
