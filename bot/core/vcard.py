"""A service as a contact for a phone, under a name that tells nobody who looks over her shoulder what it is for."""

from collections.abc import Iterator

from bot.core.library import Service

_PLAIN = frozenset({"money", "food", "housing", "legal", "work-training"})  # needs that give nothing away
_LINE = 75  # octets: a longer line is folded


def is_telling(service: Service) -> bool:
    """Say whether a service's own name may tell more than is safe in a list of contacts or of calls."""
    return service.confidential_location or not _PLAIN.issuperset(service.needs)


def vcard(service: Service, neutral: str) -> str:
    """Return a service as a vCard 3.0, which old and new phones read, or ``""`` where nothing could be dialled from it.

    It has no address, and under the neutral name neither e-mail nor web address, since those name the service too.

    Args:
        service: the service.
        neutral: the name that is used where its own may tell too much.
    """
    telling = is_telling(service)
    if not (service.phones or service.text):
        return ""
    lines = ["BEGIN:VCARD", "VERSION:3.0", *_named(neutral if telling else (service.label or service.name))]
    lines += [f"TEL;TYPE=voice:{phone.number}" for phone in service.phones]
    if service.text:
        lines.append(f"TEL;TYPE=cell:{service.text}")
    if service.email and not telling:
        lines.append(f"EMAIL:{_escaped(service.email)}")
    if service.url and not telling:
        lines.append(f"URL:{_escaped(service.url)}")
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCARD") for part in _folded(line))


def _named(name: str) -> tuple[str, ...]:
    return (f"N:{_escaped(name)};;;;", f"FN:{_escaped(name)}")


def _escaped(text: str) -> str:
    kept = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(kept.split())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of so many octets at most, each after the first set in by a space."""
    part = ""
    for character in line:
        if len((part + character).encode()) > _LINE:
            yield part
            part = " "
        part += character
    yield part
