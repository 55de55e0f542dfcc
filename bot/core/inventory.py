"""Everything that Signpost holds, writes, sends and reads, and why: the one source of every page that says so.

The tests compare this list with the running system (its tables, files, log, answers and connections) and fail if
either has anything that the other does not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from bot.core.channels import CHANNELS


@dataclass(frozen=True, slots=True)
class Holding:
    """One thing that is held, written, sent or read."""

    kind: str  # what sort of thing it is, one of ``KINDS``
    names: tuple[str, ...]  # what it is called where it is found; ``*`` means letters that differ
    why: str  # what it is for, and what is not in it
    columns: tuple[str, ...] = ()  # of a table, its columns


KINDS: Mapping[str, str] = {
    "table": "Tables, with their columns",
    "file": "Files",
    "memory": "In memory alone, gone when the program ends",
    "log": "Parts of a log line",
    "device": "In a browser: nothing before a press, and no cookie but an admin's",
    "sent": "Headers of the page's answers",
    "read": "Headers of a request that are read",
    "field": "What a page sends with a question",
    "health": "What /healthz and /readyz say",
    "metric": "What /metrics says",
    "host": "Who is called from here",
}
KEPT = ("table", "file", "memory", "log")  # what stays here for a while, rather than comes and goes
# A kind, and under it a line for each thing: its names, the columns of a table, and why. A line may run on, set in.
_HELD = """
[table]
counts (number, period, kind, id, people): How many people, for one thing, in an open week, block, quarter or year,
  until its release.
periods (period, memories): Which of these are open, and how many programs counted in each.
counted (number, period, part, bits): Who counted, as bits that only SIGNPOST_COUNT_SECRET reads; else empty.
releases (period, threshold, memories, most, noise): Which closed ones were released, and by which rules.
released (period, kind, id, people): What was released: ten people or more, rounded to five.
done (task): Which digests were sent; of one under way, parts, by keyed hashes of admins.
version (version): The form of these tables (PostgreSQL).
switches (one, data): What switches.json holds (PostgreSQL).
serving (process, taken, at, seen): Which programs serve, by number and machine, and a hash of the switches each took,
  when (PostgreSQL).
address_keys (day, key): What address-keys.json holds (PostgreSQL).
acts (number, at, way, act): What admins did, for 90 days; not who.
sessions (name, begun, seen): Hashes of admins' sessions.
[file]
counts.db, admins.db, *.db-journal: These tables, and what undoes a cut write.
counts.db-digest, counts.db-mail: Empty. Its lock says who sends the digest.
counts.db.before-*, counts.db.damaged-*: A copy while a new version changes it; a damaged one, until it is deleted.
switches.json, switches-*.json, .switches-*, switches.lock: What admins took off: its id, until when, and why. Not
  who. Kept twice.
*address-keys*: The keys of the page's addresses, for 30 days.
serving-*: One for each program that serves here. Deleted with it.
last-good-content.zip, .last-good-content-*, signpost-*: The last guidance without a fault; unpacked at some starts.
vectors-*.npz, .vectors-*, *content-*.bin: The guidance as numbers. Nothing of a question.
/dev/shm/signpost-*: In memory, for a crash: which updates were answered in the last minute, readable only with the
  bot's token. No number, no time, no person, no word.
[memory]
the message: What was typed, until answered. Freed memory is overwritten once a minute; pieces may remain.
the last screen: On Telegram, for 30 minutes, so that Carry on works; under a keyed hash.
who has counted: Keyed hashes, so that one person (on the web a network) counts once; they die with the period.
updates: The numbers of the last 10,000 updates, to know one that comes twice.
who asked for figures: Admins, until their picture is sent.
the address of a connection: While it is open or its question waits, so that nobody takes all places.
the settings: What the deployment decides, its secrets, and how admins are reached.
[log]
time, level: When a line was written, and how much it matters. A message makes no line.
kind of error, place in the code: What went wrong on our side, without its words.
seconds, how many: How long Telegram is waited for, by how many answers.
content id, fault in the content: Which guidance is live, and where editors made a slip.
version, setting, what is off, which admin, state of a part: What runs, what is paused, why a part fails. No secret.
[device]
kept, worker.js, area-and-job: Pages to read without signal, what shows them, an area and a job; nothing typed. One
  press wipes it.
signpost-admin: The cookie of the admins' page, for a session.
[sent]
content-security-policy, referrer-policy, x-content-type-options, x-frame-options, cross-origin-opener-policy,
  cross-origin-resource-policy, permissions-policy, x-robots-tag: Keep the page from loading, running or telling
  anything.
set-cookie: On the admins' page alone, when an admin signs in or out.
cache-control, etag, clear-site-data: Keep a browser from keeping pages, or clear them.
content-type, content-length, content-encoding, vary, content-disposition, location, allow, link: What an answer is,
  how long, how compressed, under what licence, and where it is.
access-control-allow-origin, access-control-expose-headers, access-control-allow-methods,
  access-control-allow-headers, access-control-max-age: Let programs read the open directory.
[read]
content-type, sec-fetch-mode: Whether the page's own box asks.
if-none-match: Whether a program has the directory already.
accept-encoding: Whether an answer may be compressed.
x-telegram-bot-api-secret-token, authorization: Whether it is Telegram, or who may measure.
x-forwarded-for: Whose turn it is, if a proxy of SIGNPOST_PROXIES says so. Never written.
cookie, host, x-forwarded-proto: On the admins' page: who is signed in, and if by https.
[field]
question, after, step: What was typed, never in an address; on which screen; a suggestion taken.
staff, named, wallet, address, as, keep: How a card is shown; which page is asked for or kept, for which job and area.
said, list, only-…: Whether it helped; boxes ticked; nothing typed.
secret, weeks, to, against, by, format: On the admins' page alone: what opens it, never in an address, and what they
  want to see.
[health]
status, ready, why, version, entries, matcher, encoder, switches, counts, telegram: Whether Signpost and its parts
  work.
content, content_since, content_age_seconds, content_kept, content_fault, content_faults: Which guidance is live, and
  what is wrong with a later one.
[metric]
signpost_ready, signpost_encoder_ready, signpost_switches_ok, signpost_counting, signpost_telegram_ok,
  signpost_telegram_info: Whether Signpost and its parts work.
signpost_info, signpost_content_age_seconds, signpost_content_faults, signpost_content_entries: The version, and the
  guidance.
process_start_time_seconds, process_resident_memory_bytes: The program. No number of questions or of connections, and
  no processor time: they tell when somebody asks.
[host]
the host of SIGNPOST_DATABASE, of SIGNPOST_MAIL_SERVER, of SIGNPOST_OIDC_ISSUER: Counts, switches, keys (PostgreSQL);
  the digest; admins' sign-in.
this page's own address: Only when an admin runs “signpost doctor”.
addresses in the guidance, the address given: Only when an editor runs “signpost links” or “signpost import”.
"""


def _read(kind: str, line: str) -> Holding:
    called, _, why = line.partition(": ")
    names, _, columns = called.removesuffix(")").partition(" (")
    return Holding(kind, tuple(names.split(", ")), why, tuple(columns.split(", ")) if columns else ())


def _held() -> Iterator[Holding]:
    for kind, _, listed in (section.partition("]\n") for section in _HELD.split("\n[")[1:]):
        if kind == "host":
            yield from (Holding(kind, (each.host,), each.sent) for each in CHANNELS.values() if each.host)
        for line in listed.replace("\n  ", " ").splitlines():
            yield _read(kind, line)


HELD = tuple(_held())


def named(kind: str) -> frozenset[str]:
    """Return every name of a kind; for tables, ``table.column``."""
    found = [held for held in HELD if held.kind == kind]
    columns = [f"{held.names[0]}.{column}" for held in found for column in held.columns]
    return frozenset(columns if kind == "table" else (name for held in found for name in held.names))


def lines(kinds: Iterable[str] = tuple(KINDS)) -> Iterator[tuple[str, str]]:
    """Yield the page, or some kinds of it, line by line: a kind with an empty text, then names and what each is for."""
    of_kinds = {kind: tuple(group) for kind, group in groupby(HELD, key=lambda held: held.kind)}
    for kind in kinds:
        yield KINDS[kind], ""
        for held in of_kinds[kind]:
            columns = f" ({', '.join(held.columns)})" if held.columns else ""
            yield f"{', '.join(held.names)}{columns}", held.why


def page() -> str:
    """Return the page as plain text."""
    return "\n".join(f"  {name}: {why}" if why else f"\n{name}" for name, why in lines()).lstrip("\n")
