"""Where Telegram sends a bot's messages: looked at before it is changed, and once a minute while they are served.

A start never takes a bot over from another deployment unasked. What keeps Telegram from working is a few words for the
health page, and one line in the log for each change of it, with the cure.
"""

import asyncio
import re
from collections import deque
from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise

from telegram import WebhookInfo
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.channels.error_handler import log, report
from bot.channels.talk import CannotConnect
from bot.channels.telegram.connection import REVOKED, TelegramBot, elsewhere, look_before_change
from bot.channels.telegram.updates import UPDATES
from bot.channels.telegram.webhook import CONNECTIONS, PUT_OFF
from bot.state.secret import Secret

LOOK = 60.0  # seconds between two looks
SLOWLY = 300.0  # seconds between two looks while the token is refused
LOOKS = 4  # in a row, over which what waits at Telegram must not fall to count as growing
GROWTH = 5  # updates by which it must have grown
OK, NEW = "ok", "not yet connected"
AWAY, REFUSED, ELSEWHERE = "cannot be reached", "the token is refused", "messages do not come here"
FAILING, GROWING = "deliveries fail", "undelivered messages pile up"
_SAID: Mapping[str, str] = {
    AWAY: "Telegram cannot be reached. Check the network and SIGNPOST_TELEGRAM_API. It is tried again.",
    REFUSED: REVOKED,
    FAILING: "Telegram cannot deliver to SIGNPOST_WEBHOOK_URL (%s). Check the address, its certificate and the proxy.",
    GROWING: "More and more messages wait at Telegram. Check that SIGNPOST_WEBHOOK_URL can be reached from outside.",
}
_GONE = "Telegram has no address for this bot any more: somebody removed it, or polls. Stop that, and start this again."
_ERROR = re.compile(r"\b[1-5]\d\d\b|timed? ?out|timeout|refused|certificate|SSL|resolve|closed", re.I)


class Registration:
    """Registers the webhook's address with Telegram, and watches that it stays so and works.

    Attributes:
        state: a few words for the health page.
    """

    def __init__(self, bot: TelegramBot, url: str, secret: Secret, *, take_over: bool = False) -> None:
        self.state = NEW
        self._bot, self._url, self._secret = bot, url, secret
        self._take_over = take_over
        self._said = self._given = ""
        self._pause = 1.0
        self._registered = False
        self._missed = 0
        self._error: datetime | None = None  # when a delivery failed last, as far as is known
        self._calm = LOOKS  # looks since one failed
        self._pending: deque[int] = deque(maxlen=LOOKS)

    async def keep(self) -> None:
        """Register if that is still to be done, and look at it from then on, until cancelled."""
        while True:
            await asyncio.sleep(self._pause)
            try:
                await self.attempt()
            except CannotConnect as error:
                self._pause = LOOK
                self._tell(ELSEWHERE, str(error))

    async def attempt(self) -> None:
        """Register, or look if that is done; leave it to `keep` if Telegram is away or refuses the token.

        Raises:
            CannotConnect: the messages go elsewhere, or a setting is refused.
        """
        try:
            known = self._registered and self._given == self._secret.first
            await (self._look() if known else self._register())
            self._pause, self._missed = LOOK, 0
        except CannotConnect:
            raise
        except InvalidToken:
            self._pause = SLOWLY
            self._tell(REFUSED)
        except Exception as error:
            if not isinstance(error, TelegramError):
                report(error)
            self._pause = LOOK if self._registered else min(2.0**self._missed, LOOK)
            self._missed += 1
            if not self._registered or self._missed > 1:
                self._tell(AWAY)

    async def _register(self) -> None:
        found = await look_before_change(self._bot, self._url, take_over=self._take_over)
        given = self._secret.first
        try:
            await self._bot.set_webhook(
                self._url, secret_token=given, allowed_updates=list(UPDATES), max_connections=CONNECTIONS
            )
        except BadRequest:
            raise CannotConnect("Telegram refused SIGNPOST_WEBHOOK_URL or SIGNPOST_WEBHOOK_SECRET.") from None
        self._registered, self._given, self._error = True, given, found.last_error_date
        self._tell(OK)

    async def _look(self) -> None:
        found = await self._bot.get_webhook_info()
        failing, growing = self._is_failing(found), self._is_growing(found)
        if found.url != self._url:
            self._tell(ELSEWHERE, elsewhere(found.url) if found.url else _GONE)
        elif failing:
            self._tell(FAILING, _SAID[FAILING] % error_kind(found.last_error_message or ""))
        else:
            self._tell(GROWING if growing else OK)

    def _is_failing(self, found: WebhookInfo) -> bool:
        """Say whether deliveries have failed lately, other than by our own asking to send an update again."""
        before, self._error = self._error, found.last_error_date
        ours = error_kind(found.last_error_message or "") == str(PUT_OFF)
        self._calm = self._calm + 1 if self._error == before or ours else 0
        return self._error is not None and self._calm < LOOKS

    def _is_growing(self, found: WebhookInfo) -> bool:
        self._pending.append(found.pending_update_count)
        rises = all(before <= after for before, after in pairwise(self._pending))
        return len(self._pending) == LOOKS and rises and self._pending[-1] - self._pending[0] >= GROWTH

    def _tell(self, state: str, said: str = "") -> None:
        """Remember the state, and write one line if it is another than before."""
        said = said or _SAID.get(state, "Telegram works again.")
        changed = state != self.state or (state == ELSEWHERE and said != self._said)
        if changed and state != OK:
            log.error("%s", said)
        elif changed and self.state != NEW:
            log.info("%s", said)
        self.state, self._said = state, said


def error_kind(message: str) -> str:
    """Return what kind of error a delivery had: its status, or a few words of Telegram's own."""
    found = _ERROR.search(message)
    return found.group() if found else "no reason is given"
