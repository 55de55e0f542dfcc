"""The ``signpost`` command: it puts the commands together."""

import click

from bot import __version__
from bot.commands import (
    answers,
    content,
    counts,
    developers,
    directory,
    ids,
    open_data,
    operations,
    review,
    run,
    write,
)
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
        from bot.service.run import page
        from bot.service.start import settings

        page(settings(port=port), run.say_address)


open_data.export.add_command(counts.export_counts)

main.add_commands("Run Signpost", (run.areas, run.chat, run.prepare, run.serve, run.telegram))
main.add_commands(
    "Write content",
    (
        *(write.check, write.new, ids.rename, ids.where),
        *(answers.at, answers.confusions, answers.diff, answers.explain, answers.play, answers.record),
        *(content.draw, content.preview, content.review, content.workshop),
    ),
)
main.add_commands(
    "Look after a service",
    (
        *(operations.backup, operations.doctor, operations.inventory, operations.restore),
        *(operations.pause, operations.paused, operations.resume),
        *(review.coverage, review.due, review.links, review.reviewed, review.sign, review.spread),
        *(content.book, content.poster),
        *(counts.digest, counts.learning, counts.stats),
        *(directory.ask_service, directory.confirm, directory.services, ids.replace),
    ),
)
main.add_commands(
    "For programs and developers",
    (
        *(developers.bench, developers.evaluate, developers.migrate, developers.prove, developers.schema),
        *(open_data.export, open_data.import_, counts.demo_counts),
    ),
)


if __name__ == "__main__":
    main(prog_name="signpost")
