"""Reading the form: how much is read, how long it is waited for, and what is refused."""

import asyncio
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import Request

LONGEST_FORM = 64 * 1024  # bytes: a question of 4,096 characters, each up to 12 bytes when percent-encoded
SECONDS = 15.0  # that a body may take to arrive
_FORM = "application/x-www-form-urlencoded"
_POURED_AWAY = 16  # times the most that is read: so much is taken in before a refusal, for browsers to show it


class Refused(Exception):
    """A request that is not read; its page says why in the words of ``page-<name>-title`` and ``-text``."""

    name = "no-question"
    status = 400


class TooLarge(Refused):
    """A request's body is larger than is read."""

    name = "too-large"
    status = 413


class TooSlow(Refused):
    """A request's body did not arrive in time."""

    name = "slow"
    status = 408


class NotAForm(Refused):
    """A request's body is of another kind than a form's."""

    status = 415


@dataclass(frozen=True, slots=True)
class Form:
    """A question and the position of the screen it was asked on."""

    question: str
    after: str


async def form(request: Request) -> Form:
    """Read the form. What is no UTF-8 in it is read as far as it can be, for danger may stand in the rest.

    Raises:
        Refused: it is of another kind, too large, too slow, or holds no question.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise NotAForm
    text = (await body(request, LONGEST_FORM)).decode("utf-8", "replace")
    fields = parse_qs(text, keep_blank_values=True)
    if "question" not in fields:
        raise Refused
    return Form(fields["question"][0], fields.get("after", [""])[0])


async def body(request: Request, most: int) -> bytes:
    """Read a request's body as far as it may go.

    Raises:
        TooLarge: there is more.
        TooSlow: it did not arrive in time.
    """
    gathered, size = bytearray(), 0
    try:
        async with asyncio.timeout(SECONDS):
            async for chunk in request.stream():
                size += len(chunk)
                if size > most * _POURED_AWAY:
                    break
                if size <= most:
                    gathered += chunk
    except TimeoutError:
        raise TooSlow from None
    if size > most:
        raise TooLarge
    return bytes(gathered)
