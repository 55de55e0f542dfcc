"""The keys of sealed addresses: one for each day, shared by all processes of a deployment, and deleted when too old.

Once a day's key is deleted everywhere, nothing opens its addresses, so an old log of them reveals nothing.
"""

import json
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from secrets import token_bytes

from bot.state.storage import write_whole
from bot.state.switch_place import alone

NAME = "address-keys.json"
DAYS = 30  # how long an address opens after the day it was given out
BYTES = 32
_SECONDS = 60.0  # between two looks at the shared keys; a key is made a day before it is used
_OWNER_ALONE = 0o600
Keys = Mapping[date, bytes]
# Keeps new keys for days that have none, forgets those before a day, and returns all.
KeyStore = Callable[[Keys, date], Keys]


class AddressKeys:
    """The keys that a process knows: those in the shared place, and its own while it cannot reach that place.

    Args:
        clock: returns now.
        place: where the keys are kept; by default they are lost when the process ends.
        warn: called with a line when the place cannot be used, and when it can be used again.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        place: KeyStore = lambda made, oldest: made,
        warn: Callable[[str], None] = lambda line: None,
    ) -> None:
        self._clock, self._place, self._warn = clock, place, warn
        self._own: dict[date, bytes] = {}
        self._shared: Keys = {}
        self._wrong = ""
        self.bring()

    def bring(self) -> None:
        """Make the keys of today and tomorrow, and share them with the other processes."""
        today = self._today
        oldest = today - timedelta(DAYS)
        made = {day: self._own.get(day) or token_bytes(BYTES) for day in (today, today + timedelta(1))}
        self._own = {day: key for day, key in {**self._own, **made}.items() if day >= oldest}
        try:
            self._shared, wrong = self._place(made, oldest), ""
        except Exception as error:  # whatever fails, this process opens its own links, and looks again later
            wrong = f"the keys of addresses cannot be shared ({type(error).__name__}): links open only in this process"
        if wrong != self._wrong:
            self._warn(wrong or "the keys of addresses are shared again")
        self._wrong = wrong

    def follow(self) -> None:
        """Look at the shared keys once a minute from now on, independently of answers."""
        threading.Thread(target=self._follow, name="address keys", daemon=True).start()

    def _follow(self) -> None:
        pause = threading.Event()
        while not pause.wait(_SECONDS):
            self.bring()

    @property
    def to_seal(self) -> bytes:
        """The key of today."""
        today = self._today
        return self._shared.get(today) or self._own.get(today) or self._own.setdefault(today, token_bytes(BYTES))

    @property
    def to_open(self) -> Sequence[bytes]:
        """The keys that are not too old, the newest first."""
        oldest = self._today - timedelta(DAYS)
        known = {*self._shared.items(), *self._own.items()}
        return [key for day, key in sorted(known, reverse=True) if day >= oldest]

    @property
    def _today(self) -> date:
        return self._clock().astimezone(UTC).date()


def in_file(path: Path) -> KeyStore:
    """Return the place for one machine: a file in the folder of its state that only its owner may read."""

    def keep(made: Keys, oldest: date) -> Keys:
        with alone(path):
            found = _read(path)
            kept = {day: key for day, key in {**made, **found}.items() if day >= oldest}
            if kept != found:
                text = json.dumps({day.isoformat(): b64encode(key).decode() for day, key in sorted(kept.items())})
                write_whole(path, text.encode(), _OWNER_ALONE)
        return kept

    return keep


def _read(path: Path) -> dict[date, bytes]:
    """Return the keys in a file; none if it is damaged, because new keys only break a few old links."""
    try:
        text = path.read_text("utf-8")
        found = {date.fromisoformat(day): b64decode(key, validate=True) for day, key in json.loads(text).items()}
    except (FileNotFoundError, ValueError, AttributeError, TypeError):
        return {}
    return {day: key for day, key in found.items() if len(key) == BYTES}


def in_database(url: str) -> KeyStore:
    """Return the place that several machines share: a table of a PostgreSQL database."""

    def keep(made: Keys, oldest: date) -> Keys:
        from bot.state.database import connected  # a process without a database has no use for it

        with connected(url) as connection:
            connection.execute("SELECT pg_advisory_xact_lock(hashtext('signpost_address_keys'))")
            connection.execute("CREATE TABLE IF NOT EXISTS signpost_address_keys (day date PRIMARY KEY, key bytea)")
            connection.execute("DELETE FROM signpost_address_keys WHERE day < %s", (oldest,))
            for day, key in made.items():
                connection.execute(
                    "INSERT INTO signpost_address_keys VALUES (%s, %s) ON CONFLICT DO NOTHING", (day, key)
                )
            return dict(connection.execute("SELECT day, key FROM signpost_address_keys").fetchall())

    return keep
