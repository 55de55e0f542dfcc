"""The error that ends a command before it can start, and the exit codes."""

import click

EXIT_FAULTS = 1
EXIT_CANNOT_START = 2


class CannotStart(click.ClickException):
    """Something needed to start is missing or wrong; the message says what, in one line."""

    exit_code = EXIT_CANNOT_START
