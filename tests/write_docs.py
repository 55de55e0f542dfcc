"""Write the reference pages, and what commands print in the pages for editors: ``python -m tests.write_docs``."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.editor_docs import ROOT, pages, written
from tests.glossary import PAGE, glossary_page
from tests.reference_pages import reference_pages


def write() -> None:
    """Bring every page up to date, and print which have changed."""
    for page, text in (*reference_pages(), (PAGE, glossary_page(PAGE.read_text("utf-8"))), *_editor_pages()):
        if not page.is_file() or page.read_text("utf-8") != text:
            page.write_text(text, "utf-8")
            print(f"wrote {page.relative_to(ROOT)}")  # noqa: T201 - this is a program


def _editor_pages() -> Iterator[tuple[Path, str]]:
    for page in pages():
        with tempfile.TemporaryDirectory() as folder:
            yield page, written(page.read_text("utf-8"), Path(folder))


if __name__ == "__main__":
    write()
