"""The directory: which services fit a need, an area and a person, and in what order."""

from collections.abc import Iterable, Sequence

from bot.core.library import SCOTLAND, Library, Service

SHOWN = 3  # services on one screen
_GENDERS = frozenset({"woman", "man", "non-binary"})
_AGES = {"under-16": (0, 15), "16-or-17": (16, 17), "adult": (18, 150)}  # years, youngest and oldest
_CONFIDENCE = {"high": 0, "medium": 1, "low": 2}
_CASEWORK = frozenset({"support", "advice-for-staff"})


def takes(service: Service, who: frozenset[str]) -> bool:
    """Say whether a service takes this person, as far as what is known of both can tell.

    Args:
        service: the service.
        who: what a walk has told of the person: a gender, an age, no recourse to public funds.
    """
    genders = who & _GENDERS
    if service.eligibility.genders and genders and not genders & set(service.eligibility.genders):
        return False
    youngest, oldest = service.eligibility.minimum_age, service.eligibility.maximum_age
    for age, (low, high) in _AGES.items():
        if age in who and ((youngest is not None and high < youngest) or (oldest is not None and low > oldest)):
            return False
    return not ("no-recourse" in who and service.eligibility.needs_public_funds)


def reaches(service: Service, area: str) -> bool:
    """Say whether a service reaches a council area; with no area (``""``), whether it reaches all Scotland."""
    return SCOTLAND in service.areas or (bool(area) and area in service.areas)


def offered(service: Service, area: str, who: frozenset[str]) -> bool:
    """Say whether a service may be shown to this person in this area: casework, not closed, takes her, reaches her."""
    casework = service.kind in _CASEWORK and service.status != "closed"
    return casework and reaches(service, area) and takes(service, who)


def has_contact(service: Service) -> bool:
    """Say whether any way to reach a service is recorded."""
    return bool(service.phones or service.text or service.email or service.url)


def _order(service: Service) -> tuple[object, ...]:
    """Active before paused, reachable before not, nearer before farther, confirmed before unconfirmed."""
    near = len(service.areas) if SCOTLAND not in service.areas else 32 + 1
    return (
        service.status != "active",
        not has_contact(service),
        not service.phones,
        near,
        service.assured is None,
        _CONFIDENCE[service.confidence],
        service.name,
    )


def for_need(library: Library, need: str, area: str, who: frozenset[str] = frozenset()) -> tuple[Service, ...]:
    """Return all services that answer a need for this area and person, best first."""
    fitting = (s for s in library.services.values() if need in s.needs and offered(s, area, who))
    return tuple(sorted(fitting, key=_order))


def choose(
    library: Library,
    *,
    named: Iterable[str] = (),
    needs: Iterable[str] = (),
    area: str = "",
    who: frozenset[str] = frozenset(),
) -> tuple[Service, ...]:
    """Return the services to show: those named outright that fit, and the best of each need in turn.

    Args:
        library: all content.
        named: ids of services that the content names, in its order.
        needs: needs that the directory fills.
        area: the GSS code of the council, or ``""``.
        who: what is known of the person.

    Returns:
        Services without repeats. Local answers to a need stand before services named for all Scotland.
    """
    by_name = [library.services[i] for i in named if i in library.services]
    by_name = [s for s in by_name if offered(s, area, who)]
    columns = [for_need(library, need, area, who) for need in needs]
    ranked = [
        column[rank] for rank in range(max(map(len, columns), default=0)) for column in columns if rank < len(column)
    ]
    local = [s for s in ranked if SCOTLAND not in s.areas and s.phones and s.status == "active"][:1] if area else []
    unique = {service.id: service for service in (*local, *by_name, *ranked)}
    return tuple(unique.values())


def first_shown(
    library: Library, services: Sequence[Service], who: frozenset[str] = frozenset()
) -> tuple[Service, ...]:
    """Return the services that stand on a screen first; one of them at least can be phoned.

    Args:
        library: all content.
        services: those that fit, best first; where there is none, the people to phone stand in.
        who: what is known of the person.
    """
    shown = tuple(services[:SHOWN])
    if any(service.phones for service in shown):
        return shown
    others = (*services[SHOWN:], *person_to_phone(library, who))
    phoned = next((service for service in others if service.phones), None)
    return (*shown[: SHOWN - 1], phoned) if phoned else shown


def person_to_phone(library: Library, who: frozenset[str] = frozenset()) -> tuple[Service, ...]:
    """Return the services that answer when nothing else fits."""
    return tuple(s for i in library.vocabulary.person_to_phone if takes(s := library.services[i], who))
