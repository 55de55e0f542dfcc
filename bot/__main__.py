"""The ``signpost`` command: it puts the commands together."""

import click

from bot import __version__
from bot.commands.common import HeadedGroup, port


@click.group(
    cls=HeadedGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="signpost", message="%(prog)s %(version)s")
@port
@click.pass_context
def main(context: click.Context, port: int | None) -> None:
    """Guidance for frontline staff in Scotland, and the way to a service that can help.

    Without a command, Signpost serves its web page on this machine. It needs no token, database or network. The
    settings of a deployment are environment variables that begin with SIGNPOST_; docs/settings.md lists them.
    """
    if context.invoked_subcommand is None:
        from bot.commands.processes import say_address
        from bot.service.run import page
        from bot.service.start import settings

        page(settings(port=port), say_address)


main.add_commands("Run Signpost", {"processes": "areas chat prepare serve telegram"})
main.add_commands(
    "Write content",
    {
        "write": "check new",
        "ids": "rename where",
        "answers": "at confusions diff explain play record",
        "content": "draw edit preview review workshop",
    },
)
main.add_commands(
    "Look after a service",
    {
        "operations": "backup doctor inventory pause paused restore resume",
        "review": "coverage due links reviewed sign spread",
        "content": "book poster",
        "counts": "digest learning stats",
        "service_directory": "ask_service confirm services",
        "ids": "replace",
    },
)
main.add_commands(
    "For programs and developers",
    {
        "developers": "bench evaluate migrate prove schema",
        "service_directory": "export import_",
        "counts": "demo_counts",
    },
)


if __name__ == "__main__":
    main(prog_name="signpost")
