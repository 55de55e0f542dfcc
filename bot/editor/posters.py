"""Posters and desk cards for where staff are: a sheet to print for each job, with codes that open Signpost for it.

Nothing on them says what or who Signpost is about: a poster hangs where anybody may read it.
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Literal

from markupsafe import Markup

from bot.channels.web.cards import code_to_scan
from bot.channels.web.layout import pieces
from bot.core.library import Library
from bot.core.position import NONE, Position, area_code, code, encode
from bot.editor.prose import page_templates

Size = Literal["a4", "a5"]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_PATIENCE = 120  # seconds for one sheet


class NoPdf(Exception):
    """The PDF could not be made; the message says why."""


@dataclass(frozen=True, slots=True)
class PosterLinks:
    """Where a poster leads: the public address of the page, and the bot's name on Telegram, each ``""`` for none."""

    page: str = ""
    bot: str = ""


def start_code(role: str, gss: str) -> str:
    """Return what opens the first screen with a job and an area, each ``""`` for none, in a link of either channel."""
    return encode(Position(role=code(role, 2) if role else NONE, area=area_code(gss) if gss else NONE))


def poster(library: Library, links: PosterLinks, *, size: Size = "a4", role: str = "", gss: str = "") -> str:
    """Return a poster (A4) or a desk card (A5) as one HTML page that fetches nothing.

    Args:
        library: all content; the words are in its messages.
        links: where the codes lead.
        role: the id of the job it is for, or ``""`` for all staff.
        gss: the code of the council area it is for, or ``""``.
    """
    words, start = library.messages, start_code(role, gss)
    places = (library.vocabulary.roles.get(role, ""), library.areas.councils[gss].name if gss else "")
    named = ", ".join(place for place in places if place)
    ways = {
        "page": (f"{links.page}/go/{start}" if links.page else "", links.page.partition("://")[2]),
        "telegram": (f"https://t.me/{links.bot}?start={start}" if links.bot else "", f"@{links.bot}"),
    }
    codes = [
        (words[f"poster-{way}"], Markup(code_to_scan(address, words[f"poster-{way}"])), typed)  # noqa: S704 - our own SVG
        for way, (address, typed) in ways.items()
        if address
    ]
    readers = words["poster-for"].format(who=named) if named else words["poster-for-all"]
    templates = page_templates()
    templates.filters["pieces"] = pieces
    return templates.get_template("poster.html").render(words=words, size=size, readers=readers, codes=codes)


def browser() -> str | None:
    """Return the path of a Chromium on this machine, or None."""
    return next((found for name in _BROWSERS if (found := which(name))), None)


def print_pdf(chromium: str, page: Path, pdf: Path) -> None:
    """Print an HTML page to a PDF.

    Raises:
        NoPdf: the browser did not write one.
    """
    as_root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()  # Chromium refuses root else
    with TemporaryDirectory() as profile:
        told = ("--headless", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={profile}", *as_root)
        command = (chromium, *told, f"--print-to-pdf={pdf.resolve()}", page.resolve().as_uri())
        try:
            done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603 - no shell
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoPdf(f"{chromium} could not be run ({type(error).__name__})") from None
    if done.returncode or not pdf.exists():
        raise NoPdf(f"{chromium} wrote none")
