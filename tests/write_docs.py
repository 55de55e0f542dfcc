"""Write what commands print into the pages for editors anew: ``python -m tests.write_docs``."""

import tempfile
from pathlib import Path

from tests.editor_docs import ROOT, pages, written


def write() -> None:
    """Bring every page up to date, and say which have changed."""
    for page in pages():
        before = page.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            after = written(before, Path(folder))
        if after != before:
            page.write_text(after, "utf-8")
            print(f"wrote {page.relative_to(ROOT)}")  # noqa: T201 - this is a program


if __name__ == "__main__":
    write()
