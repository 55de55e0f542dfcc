"""A command whose subcommands are listed in headed groups."""

from collections.abc import Iterable
from typing import Any

import click

_SHORTEST = 50  # columns left for the sentence on a narrow terminal


class HeadedGroup(click.Group):
    """A group that lists its commands under headings, in the order in which they were added."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.headings: dict[str, list[str]] = {}

    def add_commands(self, heading: str, commands: Iterable[click.Command]) -> None:
        """Add commands under a heading.

        Args:
            heading: what the commands have in common.
            commands: the commands, each with a name.
        """
        for command in commands:
            self.add_command(command)
            self.headings.setdefault(heading, []).append(command.name or "")

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under their headings, each with the first sentence of its help."""
        widest = max(map(len, self.commands), default=0)
        room = max(formatter.width - formatter.current_indent - widest - 4, _SHORTEST)
        for heading, names in self.headings.items():
            with formatter.section(heading):
                rows = [(name.ljust(widest), self.commands[name].get_short_help_str(room)) for name in sorted(names)]
                formatter.write_dl(rows)
