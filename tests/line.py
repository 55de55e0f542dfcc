"""The wire alone, for tests within one process: a real Bot with calls that end here, and simulated time."""

import asyncio
import inspect
import json
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any

from telegram.error import TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.intake import LastPositions
from bot.channels.talk import Talk
from bot.channels.telegram.connection import TelegramBot
from bot.channels.telegram.messenger import TelegramIntake, telegram_intake
from tests.wire import TOKEN, Call, Fault, complaints

NEVER = Fault(before=10**9)


class Line(BaseRequest):
    """Records the calls that a real Bot makes, and answers them like Telegram, or as a test says."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.arrived: list[Call] = []  # in the order in which they took effect
        self.complaints: list[str] = []
        self.fault: Callable[[Call], Fault | BaseException | None] = lambda call: None
        self.updates: list[Mapping[str, Any]] = []
        self.acknowledged: list[int] = []
        self.webhook: dict[str, Any] = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        self._more = asyncio.Event()

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(self, url: str, method: str, request_data: RequestData | None = None, **_: Any) -> Any:
        parameters = json.loads(json.dumps(request_data.parameters if request_data else {}))
        call = Call(url.rsplit("/", 1)[1], parameters, asyncio.get_running_loop().time())
        self.calls.append(call)
        self.complaints += complaints(call.method, parameters)
        fault = self.fault(call) or Fault()
        if isinstance(fault, BaseException):
            raise fault
        await asyncio.sleep(fault.before)
        call.status = fault.status
        if fault.status == HTTPStatus.OK or fault.arrives:
            call.result = await self._result(call)
            self.arrived.append(call)
        await asyncio.sleep(fault.after)
        if fault.status == 0:
            raise TimedOut
        return fault.status, json.dumps(_body(call, fault)).encode()

    async def _result(self, call: Call) -> Any:
        if call.method == "getUpdates":
            return await self._given(call.parameters)
        if call.method == "getWebhookInfo":
            return self.webhook
        if call.method in ("setWebhook", "deleteWebhook"):
            self.webhook = {**self.webhook, "url": call.parameters.get("url", "")}
        if call.method == "getMe":
            return {"id": 7, "is_bot": True, "first_name": "Signpost", "username": "signpost_bot"}
        if call.method in ("sendMessage", "editMessageText"):
            chat = {"id": call.chat, "type": "private"}
            return {"message_id": call.parameters.get("message_id", len(self.calls)), "date": 1, "chat": chat}
        return True

    async def _given(self, parameters: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        offset, limit, timeout = (parameters.get(name, 0) for name in ("offset", "limit", "timeout"))
        done = [u["update_id"] for u in self.updates if isinstance(u.get("update_id"), int) and u["update_id"] < offset]
        self.acknowledged += done
        self.updates = [update for update in self.updates if update.get("update_id") not in done]
        if not self.updates and timeout:
            self._more.clear()
            try:
                await asyncio.wait_for(self._more.wait(), timeout)
            except TimeoutError:
                return []
        return self.updates[:limit]

    def put(self, *updates: Mapping[str, Any]) -> None:
        """Queue updates to be fetched."""
        self.updates += updates
        self._more.set()

    def made(self, *methods: str) -> list[Call]:
        """Return the calls of some methods, by default of those that show something to a person."""
        wanted = methods or ("sendMessage", "editMessageText", "answerCallbackQuery")
        return [call for call in self.calls if call.method in wanted]

    def texts(self, person: int) -> list[str]:
        """Return what a person was sent, in the order in which it arrived."""
        return [call.text for call in self.arrived if call.method == "sendMessage" and call.chat == person]

    def sent(self) -> list[int]:
        """Return who was sent a message, in the order in which it arrived."""
        return [call.chat for call in self.arrived if call.method == "sendMessage"]


def _body(call: Call, fault: Fault) -> dict[str, Any]:
    if fault.status == HTTPStatus.OK:
        return {"ok": True, "result": call.result}
    asked = {"parameters": {"retry_after": fault.retry_after}} if fault.retry_after else {}
    return {"ok": False, "error_code": fault.status, "description": fault.description, **asked}


def bot(line: Line) -> TelegramBot:
    """Return a real bot on a line."""
    return TelegramBot(TOKEN, request=line, get_updates_request=line)


def intake(line: Line, talk: Talk) -> TelegramIntake:
    """Return an intake that answers on a line."""
    return telegram_intake(bot(line), talk, LastPositions())


class _FastLoop(asyncio.SelectorEventLoop):
    """A loop in which waiting takes no time, and work next to none: its clock jumps to the next thing that is due."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead = 0.0
        self._look = self._selector.select  # type: ignore[has-type]
        self._selector.select = self._jump  # type: ignore[has-type]

    def time(self) -> float:
        return time.monotonic() / 1000 + self._ahead

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> Any:
        """Run at once what would go to a thread: no time passes here for a thread to run."""
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def _jump(self, timeout: float | None = None) -> Any:
        ready = self._look(0)
        if ready or timeout == 0:
            return ready
        if timeout is None:
            message = "everything waits, and for nothing that will come"
            raise RuntimeError(message)
        self._ahead += timeout
        return ready


def fast(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Run an asynchronous test in simulated time."""

    @wraps(test)
    def run(*arguments: Any, **named: Any) -> None:
        with asyncio.Runner(loop_factory=_FastLoop) as runner:
            runner.run(test(*arguments, **named))

    run.__signature__ = inspect.signature(test)  # type: ignore[attr-defined]  # pytest gives it the fixtures it names
    del run.__wrapped__  # type: ignore[attr-defined]
    return run


async def passes(seconds: float) -> None:
    """Let time pass."""
    await asyncio.sleep(seconds)


async def all_done(*tasks: Awaitable[None] | None) -> None:
    """Wait until an intake has finished what it has taken."""
    await asyncio.gather(*(task for task in tasks if task is not None))
