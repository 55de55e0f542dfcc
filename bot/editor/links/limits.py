"""How long, how much and how often: what a look at the content's addresses may cost anybody."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run may do.

    Attributes:
        timeout: seconds for one request, from looking up its name to the end of its body.
        at_most: seconds for the whole run.
        pause: seconds between two requests to one site.
        together: how many requests go on at once.
        hops: how many redirects are followed.
        most_bytes: how much of a body is read.
        patience: seconds that a server may ask us to wait; for longer we do not come back.
        lost: how many sites may fail to be met, where none was, until we say that there is no network.
    """

    timeout: float = 10.0
    at_most: float = 3600.0
    pause: float = 1.0
    together: int = 8
    hops: int = 5
    most_bytes: int = 1024 * 1024
    patience: float = 20.0
    lost: int = 5
