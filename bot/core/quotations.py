"""Facts and services quoted in sentences: ``{fact:id}`` and ``{service:id}``, filled when a screen is drawn."""

import re
from collections.abc import Mapping

from bot.core.library import Fact, Library
from bot.core.service import Service

_QUOTE = re.compile(r"\{(fact|service):([a-z0-9-]+)\}")


def quotes(text: str) -> tuple[tuple[str, str], ...]:
    """Return what a text quotes, as (kind, id) pairs in order."""
    return tuple((match[1], match[2]) for match in _QUOTE.finditer(text))


def filled(text: str, library: Library) -> str:
    """Return a text with its facts and services filled in from the library."""
    return fill(text, library.facts, library.services, library.messages)


def fill(text: str, facts: Mapping[str, Fact], services: Mapping[str, Service], messages: Mapping[str, str]) -> str:
    """Return a text with its quotes filled in; a quote of something unknown is left unchanged."""
    if "{" not in text:
        return text

    def value(match: re.Match[str]) -> str:
        kind, identifier = match[1], match[2]
        if kind == "fact":
            return facts[identifier].value if identifier in facts else match[0]
        return _service(services[identifier], messages) if identifier in services else match[0]

    return _QUOTE.sub(value, text)


def with_names(text: str, services: Mapping[str, Service]) -> str:
    """Return a text with each quoted service replaced by its name."""

    def name(match: re.Match[str]) -> str:
        service = services.get(match[2]) if match[1] == "service" else None
        return service.name if service else match[0]

    return _QUOTE.sub(name, text)


def _service(service: Service, messages: Mapping[str, str]) -> str:
    contact = service.phones[0].number if service.phones else service.email
    if service.status == "closed":
        return messages["quoted-service-closed"].format(name=service.name)
    if service.status == "paused" and contact:
        return messages["quoted-service-paused"].format(name=service.name, number=contact)
    if contact:
        return messages["quoted-service"].format(name=service.name, number=contact)
    return messages["quoted-service-unconfirmed"].format(name=service.name)
