"""A database that machines share: a connection for one use, and why it cannot be used, in our own words.

A driver's own message may contain an address, a name or a value, so it is never shown.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

WAIT = 3  # seconds to wait for a connection, for another process, and for an answer

_REASONS: Mapping[str, str] = {
    r"authentication failed|no password supplied": "the password is refused",
    r'role ".*" does not exist': "the user is not known",
    r'database ".*" does not exist': "there is no such database",
    r"pg_hba": "this machine or user may not connect (pg_hba.conf)",
    r"(resolve|translate) host": "its host's name is not known",
    r"refused|No such file": "nothing listens at its address",
    r"time ?out|timed out": "it does not answer in time",
    r"certificate|SSL": "the encrypted connection fails",
    r"too many|remaining connection slots": "it has no connection left",
    r"starting up|shutting down|terminating connection|closed the connection": "it is starting or stopping",
    r"permission denied": "the user may not do that there",
    r"disk is full|No space left": "its disk is full",
    r"read-?only": "it may only be read",
    r"is locked": "another program holds it",
    r"unable to open": "the file cannot be opened",
}


def reason(error: BaseException) -> str:
    """Return the kind of a database error, and why it happened, if known."""
    said = str(error)
    known = next((words for pattern, words in _REASONS.items() if re.search(pattern, said, re.I)), "")
    return f"{type(error).__name__}: {known}" if known else type(error).__name__


@contextmanager
def connected(url: str) -> Iterator[Any]:
    """Provide a connection to PostgreSQL for one transaction that nothing can hold up for long."""
    import psycopg

    with psycopg.connect(url, connect_timeout=WAIT, tcp_user_timeout=WAIT * 1000) as opened:
        opened.execute("SELECT set_config('statement_timeout', %s, false)", (f"{WAIT}s",))
        yield opened
