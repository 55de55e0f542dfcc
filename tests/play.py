"""Make or renew a transcript: ``python -m tests.play FILE [DOING ...]``; without doings, the file's own."""

import sys
from pathlib import Path

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.encoder import ready
from tests.conftest import NOW
from tests.guides import guide, talking
from tests.transcripts import parse, record


def main() -> None:
    """Play and write."""
    encoder, _ = ready()
    made = guide(load(find_content()), encoder)
    talk = talking(lambda: made, lambda: NOW)
    path = Path(sys.argv[1])
    doings = sys.argv[2:] or [exchange.done for exchange in parse(path.read_text("utf-8"))]
    path.write_text(record(talk, doings), "utf-8")


if __name__ == "__main__":
    main()
