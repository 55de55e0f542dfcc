"""The reference pages, docs/commands.md and docs/settings.md, made from the commands and the settings themselves."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from bot.__main__ import main
from bot.commands.common import HeadedGroup
from bot.core import inventory
from bot.service.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
MADE = "This page is written by `python -m tests.write_docs`; do not edit it by hand."
# What to read next about a command, or about all commands of a group.
MORE = {
    "doctor": "running.md",
    "areas": "postcodes.md",
    "backup": "running.md",
    "restore": "running.md",
    "at": "decisions/0017-a-short-id-of-the-content.md",
    "check": "checks/README.md",
    "diff": "explain.md",
    "digest": "stats.md",
    "draw": "editors/see-it-first.md",
    "evaluate": "measuring.md",
    "explain": "explain.md",
    "export": "open-data.md",
    "import": "open-data.md",
    "inventory": "decisions/0022-promises-that-check-themselves.md",
    "learning": "stats.md",
    "links": "decisions/0012-liveness.md",
    "migrate": "decisions/0015-the-format-has-a-number.md",
    "bench": "measuring.md",
    "pause": "red-switch.md",
    "paused": "red-switch.md",
    "edit": "editors/forms.md",
    "preview": "preview.md",
    "prove": "proof.md",
    "rename": "decisions/0016-aliases.md",
    "resume": "red-switch.md",
    "schema": "web-editor.md",
    "serve": "running.md",
    "sign": "decisions/0014-sign-off-as-data.md",
    "stats": "stats.md",
    "telegram": "running.md",
    "workshop": "editors/README.md",
}
MORE_SETTINGS = {
    "content": "live-content.md",
    "local": "editors/local.md",
    "postcodes": "postcodes.md",
    "database": "counting.md",
    "epsilon": "counting.md",
    "count_secret": "counting.md",
    "mail_to": "stats.md",
    "admin_secret": "stats.md",
    "feed_secret": "stats.md",
    "metrics_secret": "running.md",
    "proxies": "running.md",
    "webhook_secret": "running.md",
    "sign_offs": "decisions/0014-sign-off-as-data.md",
}


def reference_pages() -> Iterator[tuple[Path, str]]:
    """Yield each reference page with the text that it has to hold."""
    yield DOCS / "commands.md", commands_page(main)
    yield DOCS / "settings.md", settings_page()
    yield (page := DOCS / "assurance/dpia.md"), dpia_page(page.read_text("utf-8"))


def dpia_page(page: str) -> str:
    """Return the DPIA starter with the list of all that is held, as it is now."""
    heading = "## What is held\n"
    told = ((name.replace("*", r"\*"), why.replace("*", r"\*")) for name, why in inventory.lines())
    lines = [f"\n### {name}\n" if not why else f"- {name}: {why}" for name, why in told]
    made = "This list is written by `python -m tests.write_docs` from `bot/core/inventory.py`; do not edit it by hand."
    return "\n".join((page.partition(heading)[0] + heading, made, *lines)) + "\n"


def commands_page(group: HeadedGroup) -> str:
    """Return the page of all commands, under the headings of ``signpost --help``.

    Args:
        group: the ``signpost`` command.
    """
    lines = [
        "# Commands",
        "",
        "`signpost` alone serves the web page on this machine. `signpost COMMAND --help` shows what is below.",
        MADE,
    ]
    context = click.Context(group)
    for heading, names in group.headings.items():
        lines += ["", f"## {heading}"]
        for name in sorted(names):
            if (command := group.get_command(context, name)) is not None:
                lines += _section(command, f"signpost {name}")
            lines += ["", f"More: [{MORE[name]}]({MORE[name]})"] if name in MORE else []
    return "\n".join(lines) + "\n"


def _section(command: click.Command, path: str) -> list[str]:
    context = click.Context(command, info_name=path)
    usage = " ".join(piece for piece in command.collect_usage_pieces(context) if piece != "[OPTIONS]")
    lines = ["", f"### `{f'{path} {usage}'.strip()}`", "", _words(command.help or "")]
    options = [option for option in command.params if isinstance(option, click.Option)]
    if options:
        lines += ["", "| option | what it does |", "|---|---|"]
        lines += [_row(option, context) for option in options]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None, name
            lines += _section(inner, f"{path} {name}")
    return lines


def _words(help: str) -> str:
    paragraphs = (" ".join(paragraph.split()) for paragraph in help.replace("\b", "").split("\n\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _row(option: click.Option, context: click.Context) -> str:
    name, words = option.get_help_record(context) or ("", "")
    return f"| `{name.replace('|', ', ')}` | {words.replace('  [', ' [')} |"


def settings_page() -> str:
    """Return the page of all settings."""
    lines = [
        "# Settings",
        "",
        "Signpost reads its settings once, when it starts, from environment variables. A secret can come from a file",
        "instead; those of the webhook, the admins' page, its feed and the metrics are read again ([how](running.md)).",
        MADE,
        "",
        "| setting | what it means | default |",
        "|---|---|---|",
    ]
    lines += [
        f"| `{PREFIX}{field.name.upper()}` | {field.metadata['help']}{_more(field.name)} | {_default(field.default)} |"
        for field in fields(Settings)
    ]
    return "\n".join(lines) + "\n"


def _more(name: str) -> str:
    return f" [More]({MORE_SETTINGS[name]})" if name in MORE_SETTINGS else ""


def _default(default: object) -> str:
    match default:
        case bool(value):
            return "`yes`" if value else "`no`"
        case str(value) if value:
            return f"`{value}`"
        case int(value) | float(value):
            return f"`{value:g}`"
    return ""
