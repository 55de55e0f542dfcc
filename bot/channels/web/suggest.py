"""What the page suggests while a question is typed: one file of what there is to open, searched on the device.

The file depends on the content and on the switches alone, and its address holds its version, so a browser may keep it.
It is a script, not data to fetch: so the page needs no right to connect anywhere, and what is typed cannot be sent.
"""

import gzip
import json
from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.talk import Talk
from bot.channels.web import files
from bot.core.guide import Guide
from bot.core.position import code

PATH = "/suggestions.js"
_FEW_WORDS = 4  # of a phrasing short enough to be typed into a search
_KEPT = "suggestions"


def address(guide: Guide) -> str:
    """Return the address of the suggestions of a guide, with their version."""
    return f"{PATH}?{files.version(_file(guide))}"


def file(held: Talk, request: Request) -> Response | None:
    """Return the suggestions; a browser may keep them if it asked for the current version."""
    guide = held.guide()
    if guide is None:
        return None
    current = f"{PATH}?{request.url.query}" == address(guide)
    return files.served(request, _file(guide), "text/javascript", current=current)


def _file(guide: Guide) -> bytes:
    if _KEPT not in guide.worked_out:
        said = {"label": guide.words("page-suggested"), "count": guide.words("page-suggested-count", count="{count}")}
        rows = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in (said, [*_rows(guide)]))
        guide.worked_out[_KEPT] = gzip.compress(
            "self.suggestWords={}\nself.suggestions={}".format(*rows).encode(), mtime=0
        )
    made: bytes = guide.worked_out[_KEPT]
    return made


def _rows(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Yield what can be opened: its title or name, the step to it, and other words by which it is found."""
    for entry in guide.library.entries.values():
        said = (phrasing for phrasing in entry.phrasings if len(phrasing.split()) <= _FEW_WORDS)
        yield entry.title, guide.letters["entry"] + code(entry.id), _joined(entry.label, *entry.keywords, *said)
    for service in guide.library.services.values():
        if service.status == "active":
            others = _joined(service.label, *service.also_called)
            yield service.name, guide.letters["service"] + code(service.id), others


def _joined(*words: str) -> str:
    return "|".join(filter(None, words))
