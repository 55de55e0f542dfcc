"""The preview's own stylesheet and its one script, read once, with a name that changes when they do."""

from collections.abc import Mapping
from hashlib import blake2s
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

_FOLDER = Path(__file__).parent / "static"
_KINDS: Mapping[str, str] = {"preview.css": "text/css", "preview.js": "text/javascript"}
_FILES: Mapping[str, bytes] = {name: (_FOLDER / name).read_bytes() for name in _KINDS}
VERSION = blake2s(b"".join(_FILES.values()), digest_size=6).hexdigest()
NAMES = tuple(_FILES)


async def file(request: Request) -> Response:
    """Return one of the files."""
    name = request.url.path.rpartition("/")[2]
    return Response(_FILES[name], media_type=_KINDS[name])
