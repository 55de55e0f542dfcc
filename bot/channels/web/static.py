"""The stylesheet and the mark, read once, with a name that changes when they do."""

from collections.abc import Mapping
from hashlib import blake2s
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

_FOLDER = Path(__file__).parent / "static"
_KINDS: Mapping[str, str] = {"signpost.css": "text/css", "signpost.svg": "image/svg+xml"}
_FILES: Mapping[str, bytes] = {name: (_FOLDER / name).read_bytes() for name in _KINDS}
VERSION = blake2s(b"".join(_FILES.values()), digest_size=6).hexdigest()
_WEEK = 7 * 24 * 60 * 60


async def file(request: Request) -> Response:
    """Return one of the files; a browser may keep it when it asked for this very version."""
    name = request.url.path.removeprefix("/")
    kept = f"public, max-age={_WEEK}, immutable" if request.url.query == VERSION else "no-store"
    return Response(_FILES[name], media_type=_KINDS[name], headers={"Cache-Control": kept})


NAMES = tuple(_FILES)
STYLES = _FILES["signpost.css"].decode("utf-8")
