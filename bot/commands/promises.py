"""The command that says what Signpost holds of anybody."""

import click

from bot.core import inventory as held


@click.command()
def inventory() -> None:
    """Show everything that is held, written, sent and read, and why, on one page."""
    click.echo(held.page())
