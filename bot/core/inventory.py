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
HELD: tuple[Holding, ...] = (
    Holding(
        "table",
        ("counts",),
        "How many people, for one thing, in an open week, block, quarter or year, until its release.",
        ("number", "period", "kind", "id", "people"),
    ),
    Holding(
        "table", ("periods",), "Which of these are open, and how many programs counted in each.", ("period", "memories")
    ),
    Holding(
        "table",
        ("counted",),
        "Who counted, as bits that only SIGNPOST_COUNT_SECRET reads; else empty.",
        ("number", "period", "part", "bits"),
    ),
    Holding(
        "table",
        ("releases",),
        "Which closed ones were released, and by which rules.",
        ("period", "threshold", "memories", "most", "noise"),
    ),
    Holding(
        "table",
        ("released",),
        "What was released: ten people or more, rounded to five.",
        ("period", "kind", "id", "people"),
    ),
    Holding(
        "table", ("done",), "Which digests were sent; of one under way, parts, by keyed hashes of admins.", ("task",)
    ),
    Holding("table", ("version",), "The form of these tables (PostgreSQL).", ("version",)),
    Holding("table", ("switches",), "What switches.json holds (PostgreSQL).", ("one", "data")),
    Holding(
        "table",
        ("serving",),
        "Which programs serve, by number and machine, and a hash of the switches each took, when (PostgreSQL).",
        ("process", "taken", "at", "seen"),
    ),
    Holding("table", ("address_keys",), "What address-keys.json holds (PostgreSQL).", ("day", "key")),
    Holding("table", ("acts",), "What admins did, for 90 days; not who.", ("number", "at", "way", "act")),
    Holding("table", ("sessions",), "Hashes of admins' sessions.", ("name", "begun", "seen")),
    Holding("file", ("counts.db", "admins.db", "*.db-journal"), "These tables, and what undoes a cut write."),
    Holding("file", ("counts.db-digest", "counts.db-mail"), "Empty. Its lock says who sends the digest."),
    Holding(
        "file",
        ("counts.db.before-*", "counts.db.damaged-*"),
        "A copy while a new version changes it; a damaged one, until it is deleted.",
    ),
    Holding(
        "file",
        ("switches.json", "switches-*.json", ".switches-*", "switches.lock"),
        "What admins took off: its id, until when, and why. Not who. Kept twice.",
    ),
    Holding("file", ("*address-keys*",), "The keys of the page's addresses, for 30 days."),
    Holding("file", ("serving-*",), "One for each program that serves here. Deleted with it."),
    Holding(
        "file",
        ("last-good-content.zip", ".last-good-content-*", "signpost-*"),
        "The last guidance without a fault; unpacked at some starts.",
    ),
    Holding(
        "file", ("vectors-*.npz", ".vectors-*", "*content-*.bin"), "The guidance as numbers. Nothing of a question."
    ),
    Holding(
        "file",
        ("/dev/shm/signpost-*",),  # noqa: S108 - where it is; no file is made by this name here
        "In memory, for a crash: which updates were answered in the last minute, readable only with the bot's token. "
        "No number, no time, no person, no word.",
    ),
    Holding(
        "memory",
        ("the message",),
        "What was typed, until answered. Freed memory is overwritten once a minute; pieces may remain.",
    ),
    Holding("memory", ("the last screen",), "On Telegram, for 30 minutes, so that Carry on works; under a keyed hash."),
    Holding(
        "memory",
        ("who has counted",),
        "Keyed hashes, so that one person (on the web a network) counts once; they die with the period.",
    ),
    Holding("memory", ("updates",), "The numbers of the last 10,000 updates, to know one that comes twice."),
    Holding("memory", ("who asked for figures",), "Admins, until their picture is sent."),
    Holding(
        "memory",
        ("the address of a connection",),
        "While it is open or its question waits, so that nobody takes all places.",
    ),
    Holding("memory", ("the settings",), "What the deployment decides, its secrets, and how admins are reached."),
    Holding("log", ("time", "level"), "When a line was written, and how much it matters. A message makes no line."),
    Holding("log", ("kind of error", "place in the code"), "What went wrong on our side, without its words."),
    Holding("log", ("seconds", "how many"), "How long Telegram is waited for, by how many answers."),
    Holding("log", ("content id", "fault in the content"), "Which guidance is live, and where editors made a slip."),
    Holding(
        "log",
        ("version", "setting", "what is off", "which admin", "state of a part"),
        "What runs, what is paused, why a part fails. No secret.",
    ),
    Holding(
        "device",
        ("kept", "worker.js", "area-and-job"),
        "Pages to read without signal, what shows them, an area and a job; nothing typed. One press wipes it.",
    ),
    Holding("device", ("signpost-admin",), "The cookie of the admins' page, for a session."),
    Holding(
        "sent",
        tuple(
            "content-security-policy referrer-policy x-content-type-options x-frame-options cross-origin-opener-policy "
            "cross-origin-resource-policy permissions-policy x-robots-tag".split()
        ),
        "Keep the page from loading, running or telling anything.",
    ),
    Holding("sent", ("set-cookie",), "On the admins' page alone, when an admin signs in or out."),
    Holding("sent", ("cache-control", "etag", "clear-site-data"), "Keep a browser from keeping pages, or clear them."),
    Holding(
        "sent",
        tuple("content-type content-length content-encoding vary content-disposition location allow link".split()),
        "What an answer is, how long, how compressed, under what licence, and where it is.",
    ),
    Holding(
        "sent",
        tuple(
            "access-control-allow-origin access-control-expose-headers access-control-allow-methods "
            "access-control-allow-headers access-control-max-age".split()
        ),
        "Let programs read the open directory.",
    ),
    Holding("read", ("content-type", "sec-fetch-mode"), "Whether the page's own box asks."),
    Holding("read", ("if-none-match",), "Whether a program has the directory already."),
    Holding("read", ("accept-encoding",), "Whether an answer may be compressed."),
    Holding(
        "read", ("x-telegram-bot-api-secret-token", "authorization"), "Whether it is Telegram, or who may measure."
    ),
    Holding("read", ("x-forwarded-for",), "Whose turn it is, if a proxy of SIGNPOST_PROXIES says so. Never written."),
    Holding("read", ("cookie", "host", "x-forwarded-proto"), "On the admins' page: who is signed in, and if by https."),
    Holding(
        "field",
        ("question", "after", "step"),
        "What was typed, never in an address; on which screen; a suggestion taken.",
    ),
    Holding(
        "field",
        ("staff", "named", "wallet", "address", "as", "keep"),
        "How a card is shown; which page is asked for or kept, for which job and area.",
    ),
    Holding("field", ("said", "list", "only-…"), "Whether it helped; boxes ticked; nothing typed."),
    Holding(
        "field",
        ("secret", "weeks", "to", "against", "by", "format"),
        "On the admins' page alone: what opens it, never in an address, and what they want to see.",
    ),
    Holding(
        "health",
        ("status", "ready", "why", "version", "entries", "matcher", "encoder", "switches", "counts", "telegram"),
        "Whether Signpost and its parts work.",
    ),
    Holding(
        "health",
        ("content", "content_since", "content_age_seconds", "content_kept", "content_fault", "content_faults"),
        "Which guidance is live, and what is wrong with a later one.",
    ),
    Holding(
        "metric",
        tuple(
            "signpost_ready signpost_encoder_ready signpost_switches_ok signpost_counting signpost_telegram_ok "
            "signpost_telegram_info".split()
        ),
        "Whether Signpost and its parts work.",
    ),
    Holding(
        "metric",
        ("signpost_info", "signpost_content_age_seconds", "signpost_content_faults", "signpost_content_entries"),
        "The version, and the guidance.",
    ),
    Holding(
        "metric",
        ("process_start_time_seconds", "process_resident_memory_bytes"),
        "The program. No number of questions or of connections, and no processor time: they tell when somebody asks.",
    ),
    *(Holding("host", (each.host,), each.sent) for each in CHANNELS.values() if each.host),
    Holding(
        "host",
        ("the host of SIGNPOST_DATABASE", "of SIGNPOST_MAIL_SERVER", "of SIGNPOST_OIDC_ISSUER"),
        "Counts, switches, keys (PostgreSQL); the digest; admins' sign-in.",
    ),
    Holding("host", ("this page's own address",), "Only when an admin runs “signpost doctor”."),
    Holding(
        "host",
        ("addresses in the guidance", "the address given"),
        "Only when an editor runs “signpost links” or “signpost import”.",
    ),
)


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
