"""The files of the page: its styles, pictures and scripts, made small once, and what is suggested while somebody types.

Suggestions depend only on the content and the switches, and their address holds its version, so a browser may
keep it. It is a script, not data to fetch: so the page needs no right to connect anywhere, and what is typed cannot be
sent.
"""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from hashlib import blake2s
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.talk import Talk
from bot.core.guide import Guide
from bot.core.position import code

_FOLDER = Path(__file__).parent / "static"
_KINDS: Mapping[str, str] = {
    "signpost.css": "text/css",
    "more.css": "text/css",
    "signpost.svg": "image/svg+xml",
    "leave.js": "text/javascript",
    "suggest.js": "text/javascript",
    "kept.js": "text/javascript",
    "notes.png": "image/png",
    "copy.js": "text/javascript",
}
NAMES = tuple(_KINDS)
FILE = "signpost.file"  # where the scope of a request says that its answer is one of these, and no page
_WEEK = 7 * 24 * 60 * 60
_TEXT = (".css", ".js")


def text(name: str) -> str:
    """Return a stylesheet or a script as it is written."""
    return (_FOLDER / name).read_text("utf-8")


STYLES = text("signpost.css") + text("more.css")


def _made_small(name: str, text: str) -> str:
    """Return a stylesheet or a script without its comments and its spaces; no string of ours contains these."""
    if name.endswith(".css"):
        spaced = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
        return re.sub(r" ?([{};,>]) ?", r"\1", spaced).replace(": ", ":").replace(";}", "}").strip()
    lines = (re.sub(r"(^|\s)//\s.*", "", line).strip() for line in text.splitlines())
    return re.sub(r" (=>|={1,3}|!==|&&|\|\||\?\??) ", r"\1", "\n".join(filter(None, lines)))


def packed(name: str, text: str) -> bytes:
    """Return a stylesheet or a script as it travels: made small, and as gzip."""
    return gzip.compress(_made_small(name, text).encode(), mtime=0)


def version(packed: bytes) -> str:
    """Return the version of a packed file: its checksum, which gzip writes at the end, before the length."""
    return packed[-8:-4].hex()


def served(request: Request, packed: bytes, kind: str, *, current: bool) -> Response:
    """Return a packed file; a browser may keep it if it asked for the current version."""
    accepted = "gzip" in request.headers.get("accept-encoding", "")
    answer = _answer(request, packed if accepted else gzip.decompress(packed), kind, current=current)
    answer.headers.update({"Vary": "Accept-Encoding", **({"Content-Encoding": "gzip"} if accepted else {})})
    return answer


def _answer(request: Request, content: bytes, kind: str, *, current: bool) -> Response:
    request.scope[FILE] = True
    headers = {"Cache-Control": f"max-age={_WEEK}, immutable" if current else "no-store"}
    if kind.startswith("image/"):
        headers["Content-Security-Policy"] = "default-src 'none'"  # a browser shows a picture as a page of its own
    return Response(content, media_type=kind, headers=headers)


_FILES: Mapping[str, bytes] = {
    name: packed(name, text(name)) if name.endswith(_TEXT) else (_FOLDER / name).read_bytes() for name in _KINDS
}
VERSION = blake2s(b"".join(_FILES.values()), digest_size=4).hexdigest()


async def no_icon(request: Request) -> Response:
    """Return no picture: a browser asks for one where a page names none, such as a card to give to somebody."""
    request.scope[FILE] = True
    return Response(status_code=204, headers={"Cache-Control": f"max-age={_WEEK}"})


async def file(request: Request) -> Response:
    """Return one of the files; a browser may cache it if it asked for the current version."""
    name = request.scope["path"].removeprefix("/")
    current = request.scope["query_string"] == VERSION.encode()
    answer = served if name.endswith(_TEXT) else _answer
    return answer(request, _FILES[name], _KINDS[name], current=current)


SUGGESTIONS = "/suggestions.js"
_FEW_WORDS = 4  # of a phrasing short enough to be typed into a search
_SUGGESTED = "suggestions"


def suggestions_address(guide: Guide) -> str:
    """Return the address of the suggestions of a guide, with their version."""
    return f"{SUGGESTIONS}?{version(_suggested(guide))}"


def suggestions(held: Talk, request: Request) -> Response | None:
    """Return the suggestions; a browser may keep them if it asked for the current version."""
    guide = held.guide()
    if guide is None:
        return None
    current = f"{SUGGESTIONS}?{request.url.query}" == suggestions_address(guide)
    return served(request, _suggested(guide), "text/javascript", current=current)


def _suggested(guide: Guide) -> bytes:
    if _SUGGESTED not in guide.worked_out:
        said = {"label": guide.words("page-suggested"), "count": guide.words("page-suggested-count", count="{count}")}
        rows = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in (said, [*_rows(guide)]))
        guide.worked_out[_SUGGESTED] = gzip.compress(
            "self.suggestWords={}\nself.suggestions={}".format(*rows).encode(), mtime=0
        )
    made: bytes = guide.worked_out[_SUGGESTED]
    return made


def _rows(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Yield what can be opened: its title or name, the step to it, and other words that find it."""
    for entry in guide.library.entries.values():
        said = (phrasing for phrasing in entry.phrasings if len(phrasing.split()) <= _FEW_WORDS)
        others = _joined(entry.title, entry.label, *entry.keywords, *said)
        yield entry.title, guide.letters["entry"] + code(entry.id), others
    for service in guide.library.services.values():
        if service.status == "active":
            others = _joined(service.name, service.label, *service.also_called)
            yield service.name, guide.letters["service"] + code(service.id), others


def _joined(name: str, *words: str) -> str:
    return "|".join(each for each in words if not set(each.casefold().split()) <= set(name.casefold().split()))
