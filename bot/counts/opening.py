"""Open the store named by a deployment's setting."""

from pathlib import Path
from urllib.parse import urlsplit

from bot.counts.store import Store, StoreError

NAME = "counts.db"  # the file's name, if the setting gives no other
POSTGRES = ("postgresql", "postgres")


def is_postgres(database: str) -> bool:
    """Say whether a setting names a PostgreSQL database and not a file."""
    return urlsplit(database).scheme in POSTGRES


def opened(database: str) -> Store:
    """Open the store that a setting names: an address that begins with ``postgresql://``, or the path of a file.

    Raises:
        StoreError: the store cannot be used.
    """
    if not is_postgres(database):
        from bot.counts.sqlite import SqliteStore

        return SqliteStore(Path(database))
    try:
        from bot.counts.postgres import PostgresStore
    except ImportError:
        raise StoreError("psycopg is not installed: pip install 'signpost-bot[postgres]'") from None
    return PostgresStore(database)
