"""Telegram as a bot sees it: the emulator on a thread of its own, what people do in it, and the real program beside it.

Nothing of Signpost is replaced. The emulator is given the few real fields and methods that it does not know, keeps
the texts it is given, and can be made to refuse, wait or break off, like Telegram on bad days.
"""

import asyncio
import http.client
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, TypeVar

from aiohttp import web
from lo_bot_api_emulator import LoBotApiEmulator, updates

from bot.channels.telegram.answered_updates import AnsweredUpdates
from bot.editor.benchmark_wire import free_port as free_port
from tests.real_content import prepared, prepared_of

REPOSITORY = Path(__file__).parent.parent
TOKEN = "7391846205:AAplantedTokenThatNobodyMaySee_0123456"
SECRET = "planted-webhook-secret_0123456789"
BYTECODE = {name: value for name, value in os.environ.items() if name == "PYTHONPYCACHEPREFIX"}
"""Where a run keeps compiled modules: a program without it compiles them again, or leaves them beside the source."""
KINDS = {"message", "edited_message", "callback_query"}
REFUSED_BY_EMULATOR = {"link_preview_options"}  # real fields of the Bot API
UNKNOWN_TO_EMULATOR = {"setMyName", "setMyDescription", "setMyShortDescription", "deleteMessages"}  # real methods
LONGEST = 4096
T = TypeVar("T")


@dataclass(frozen=True)
class Fault:
    """What Telegram does with a call on a bad day.

    Attributes:
        status: the HTTP status it answers with; 0 breaks the connection off, 200 is no refusal.
        description: what it says.
        retry_after: seconds it asks to wait.
        before: seconds until the call has its effect.
        after: seconds from then until it is answered.
        arrives: whether a call that is refused still takes effect.
    """

    status: int = 200
    description: str = ""
    retry_after: int = 0
    before: float = 0.0
    after: float = 0.0
    arrives: bool = False


@dataclass
class Call:
    """One call that the bot made."""

    method: str
    parameters: Mapping[str, Any]
    at: float
    status: int = 0
    result: Any = None

    @property
    def chat(self) -> int:
        return int(self.parameters.get("chat_id", 0))

    @property
    def text(self) -> str:
        return str(self.parameters.get("text", ""))

    @property
    def buttons(self) -> dict[str, str]:
        """The labels under a message and what each carries."""
        rows = self.parameters.get("reply_markup", {}).get("inline_keyboard", [])
        return {button["text"]: button["callback_data"] for row in rows for button in row}

    @property
    def message(self) -> int:
        return int(self.result["message_id"]) if isinstance(self.result, dict) else 0


@cache
def _checker() -> Callable[[str, Mapping[str, Any]], list[str]]:
    """Return the check against the Bot API's description, if that is beside the repository."""
    path = REPOSITORY.parent / "shared" / "bot-api" / "spec_check.py"
    spec = spec_from_file_location("spec_check", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        return lambda method, parameters: []
    module = module_from_spec(spec)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its file open
        spec.loader.exec_module(module)
    checked: Callable[[str, Mapping[str, Any]], list[str]] = module.check
    return checked


class _Markup(HTMLParser):
    """Finds tags that Telegram would refuse."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)
        if tag not in ("b", "i") or attrs:
            self.faults.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def complaints(method: str, parameters: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a call: by the Bot API's description, and by what Telegram is known to refuse."""
    found = list(_checker()(method, parameters))
    text = parameters.get("text")
    if isinstance(text, str):
        if not 0 < len(text.encode("utf-16-le")) // 2 <= LONGEST or not text.strip():
            found.append(f"{method}: a text of {len(text)} characters")
        markup = _Markup()
        markup.feed(text)
        markup.close()
        if parameters.get("parse_mode") == "HTML":
            found += [f"{method}: markup {fault}" for fault in (*markup.faults, *markup.open)]
        if not parameters.get("link_preview_options", {}).get("is_disabled"):
            found.append(f"{method}: previews are on")
    return found


class Emulator(LoBotApiEmulator):  # type: ignore[misc]  # the emulator has no types
    """The emulator, with what it lacks added."""

    def __init__(self) -> None:
        super().__init__(max_updates=100_000, max_history=1, allow_insecure_loopback_webhooks=True)
        self.calls: list[Call] = []
        self.arrived: list[Call] = []  # what people were shown, in the order in which it reached them
        self.complaints: list[str] = []
        self.fault: Callable[[Call], Fault | None] = lambda call: None
        self.token = TOKEN
        self.texts: dict[tuple[int, int], Any] = {}
        self.answered: set[str] = set()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        try:
            return await self._handled(request)
        finally:
            if _is_form_of_files(request):
                for value in (await request.post()).values():  # after a kill nobody else closes it
                    if isinstance(value, web.FileField):
                        value.file.close()

    async def _handled(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return _refusal(401, "Unauthorized")
        parameters = await _parameters(request)
        call = Call(method, parameters, time.monotonic())
        if method != "getUpdates" or not self.calls or self.calls[-1].method != "getUpdates":
            self.complaints += complaints(method, parameters)
        self.calls.append(call)
        fault = self.fault(call) or Fault()
        await asyncio.sleep(fault.before)
        response = await self._through(request, call) if fault.status == 200 or fault.arrives else None
        await asyncio.sleep(fault.after)
        if response is not None and fault.status == 200:
            return response
        call.status = fault.status
        if fault.status == 0 and request.transport is not None:
            request.transport.close()
        asked = {"retry_after": fault.retry_after} if fault.retry_after else None
        return _refusal(fault.status or 500, fault.description, asked)

    async def _through(self, request: web.Request, call: Call) -> web.StreamResponse:
        if refused := self._refused(call):
            call.status = 400
            return _refusal(400, f"Bad Request: {refused}")
        if call.method in UNKNOWN_TO_EMULATOR:
            call.status, call.result = 200, True
            return web.json_response({"ok": True, "result": True})
        response = await super().handle(request)
        call.status = response.status
        if call.status == 200:
            call.result = json.loads(response.text)["result"]
            if call.method in ("sendMessage", "editMessageText"):
                self.texts[call.chat, call.message] = _shown(call)
                self.arrived.append(call)
        return response  # type: ignore[no-any-return]

    def _refused(self, call: Call) -> str:
        """Return why Telegram would refuse what the emulator lets through."""
        if call.method == "editMessageText":
            key = (call.chat, int(call.parameters.get("message_id", 0)))
            if key not in self.texts:
                return "message to edit not found"
            if self.texts[key] == _shown(call):
                return "message is not modified: specified new message content and reply markup are exactly the same"
        if call.method == "answerCallbackQuery":
            if call.parameters["callback_query_id"] in self.answered:
                return "query is too old and response timeout expired or query ID is invalid"
            self.answered.add(call.parameters["callback_query_id"])
        return ""

    async def read_request(self, request: web.Request) -> tuple[dict[str, Any], dict[str, Any]]:
        fields, uploads = await (_uploaded(request) if _is_form_of_files(request) else super().read_request(request))
        return {name: value for name, value in fields.items() if name not in REFUSED_BY_EMULATOR}, uploads

    async def put(self, update: Mapping[str, Any]) -> int:
        """Queue an update as it is, however malformed; without an id it gets the next one."""
        state = self._update_queues._state(self.token)
        async with state.condition:
            update = {"update_id": state.next_id, **update}
            if isinstance(update["update_id"], int):
                state.next_id = max(state.next_id, update["update_id"] + 1)
            state.updates.append(dict(update))
            state.condition.notify_all()
        if state.url:
            await self.deliver_updates(token=self.token)
        return int(update["update_id"])

    def waiting(self) -> list[int]:
        """Return the ids of the updates that are not acknowledged."""
        return [update["update_id"] for update in self._update_queues._state(self.token).updates]


def _is_form_of_files(request: web.Request) -> bool:
    return request.content_type.startswith("multipart/")


async def _uploaded(request: web.Request) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields and the files of a form, which was read before and cannot be read again as a stream."""
    fields: dict[str, Any] = {}
    uploads: dict[str, Any] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            data = value.file.read()
            uploads[name] = {"filename": value.filename, "data": data, "size": len(data)}
        else:
            fields[name] = value
    return fields, uploads


async def _parameters(request: web.Request) -> dict[str, Any]:
    """Return a call's fields, whether they came as JSON or as a form, in which all but text is JSON."""
    if request.content_type == "application/json":
        fields: dict[str, Any] = await request.json()
        return fields
    return {name: _decoded(name, str(value)) for name, value in (await request.post()).items()}


def _decoded(name: str, value: str) -> Any:
    if name in ("text", "callback_query_id"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _shown(call: Call) -> tuple[Any, ...]:
    return call.text, json.dumps(call.parameters.get("reply_markup"))


def _refusal(status: int, description: str, asked: Mapping[str, int] | None = None) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if asked:
        body["parameters"] = asked
    return web.json_response(body, status=status)


updates.KINDS |= {"edited_message"}


@dataclass
class Telegram:
    """People and a bot: their actions read like sentences."""

    emulator: Emulator
    loop: asyncio.AbstractEventLoop
    port: int
    _messages: Iterator[int] = field(default_factory=lambda: itertools.count(900_001))

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def calls(self) -> list[Call]:
        return self.emulator.calls

    def run(self, doing: Coroutine[Any, Any, T]) -> T:
        """Do something on the emulator's thread."""
        return asyncio.run_coroutine_threadsafe(doing, self.loop).result(30)

    def says(self, person: int, text: str, **fields: Any) -> int:
        """Let a person type something to the bot."""
        return self.sends(message(person, next(self._messages), text=text, **fields))

    def sends(self, update: Mapping[str, Any]) -> int:
        """Send the bot any update, and return its id."""
        return self.run(self.emulator.put(update))

    def presses(self, person: int, label: str) -> Call:
        """Let a person press a button under the newest message that has it; return that message."""
        under = next(call for call in reversed(self.shown(person)) if label in call.buttons)
        self.sends(press(person, under.message, under.buttons[label]))
        return under

    def shown(self, person: int) -> list[Call]:
        """Return the messages that a person was sent, and their edits, in the order in which they arrived."""
        return [call for call in list(self.emulator.arrived) if call.chat == person]

    def sees(self, person: int, count: int = 1, seconds: float = 60.0) -> list[Call]:
        """Wait until a person was shown so much, and return it."""
        self.until(lambda: len(self.shown(person)) >= count, seconds)
        return self.shown(person)

    def made(self, method: str) -> list[Call]:
        """Return the calls of one method."""
        return [call for call in list(self.calls) if call.method == method]

    def until(self, happened: Callable[[], object], seconds: float = 60.0) -> None:
        """Wait until something happened."""
        end = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > end:
                raise AssertionError(f"it did not happen in {seconds} s; the last calls: {self.calls[-5:]}")
            time.sleep(0.01)

    def until_acknowledged(self, seconds: float = 60.0) -> None:
        """Wait until the bot has acknowledged every update."""
        self.until(lambda: not self.emulator.waiting(), seconds)


def message(person: int, number: int, *, kind: str = "message", **fields: Any) -> dict[str, Any]:
    """Return the update with a person's message in their private chat."""
    sender = {"id": abs(person), "is_bot": False, "first_name": "Rhona", "last_name": "Planted"}
    chat = {"id": person, "type": "private", "first_name": "Rhona", "last_name": "Planted"}
    return {kind: {"message_id": number, "date": 1_790_000_000, "from": sender, "chat": chat, **fields}}


def press(person: int, under: int, data: str, **fields: Any) -> dict[str, Any]:
    """Return the update with a pressed button."""
    chat = {"id": person, "type": "private", "first_name": "Rhona"}
    query = {
        "id": f"query-{next(_QUERIES)}",
        "from": {"id": person, "is_bot": False, "first_name": "Rhona"},
        "message": {"message_id": under, "date": 1, "chat": chat},
        "chat_instance": "1",
        "data": data,
    }
    return {"callback_query": {**query, **fields}}


_QUERIES = itertools.count(1)


@contextmanager
def telegram(port: int = 0) -> Iterator[Telegram]:
    """Run the emulator on a thread of its own."""
    _checker()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    emulator = Emulator()

    async def start() -> tuple[web.AppRunner, int]:
        runner = web.AppRunner(emulator.app(), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port, reuse_address=True)
        await site.start()
        return runner, runner.addresses[0][1]

    runner, taken = asyncio.run_coroutine_threadsafe(start(), loop).result(60)
    marks = AnsweredUpdates(f"{TOKEN} http://127.0.0.1:{taken}")
    if not port:
        marks.close()  # a killed process may have left marks that the next one at the same port would use
    try:
        yield Telegram(emulator, loop, taken)
    finally:
        if not port:
            AnsweredUpdates(f"{TOKEN} http://127.0.0.1:{taken}").close()
        asyncio.run_coroutine_threadsafe(_end(runner), loop).result(60)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
    assert emulator.complaints == []


async def _end(runner: web.AppRunner) -> None:
    await runner.cleanup()
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


@dataclass
class Program:
    """The real program, in a separate process, with nothing of this machine's in its environment."""

    process: subprocess.Popen[bytes]
    folder: Path

    @property
    def out(self) -> str:
        return (self.folder / "stdout").read_text("utf-8", "replace")

    @property
    def log(self) -> list[dict[str, str]]:
        """The lines of its log."""
        lines = (self.folder / "stderr").read_text("utf-8", "replace").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    @property
    def err(self) -> str:
        """Its standard error, without the two lines of a normal run; log lines without times."""
        text = (self.folder / "stderr").read_text("utf-8", "replace")
        return "".join(filter(None, map(_worth_telling, text.splitlines(keepends=True))))

    def forget(self, said: str) -> None:
        """Check that this is what it wrote to standard error, and remove it."""
        assert said in self.err
        (self.folder / "stderr").write_text("")

    def until_ready(self, seconds: float = 120.0) -> "Program":
        """Wait until it says that it answers."""
        end = time.monotonic() + seconds
        while "stop it with Ctrl-C" not in self.out:
            if self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"it did not start ({self.process.poll()}): {self.out}{self.err}")
            time.sleep(0.01)
        return self

    def ends(self, seconds: float = 120.0) -> int:
        """Wait for it to end, and return its exit code."""
        return self.process.wait(seconds)

    def stop(self, seconds: float = 60.0) -> int:
        """Ask it to stop, and return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.ends(seconds)

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait(10)


def _worth_telling(line: str) -> str:
    if not (line.startswith("{") and line.endswith("}\n")):
        return line
    found = json.loads(line)
    return "" if re.match(r"signpost (\S+ starts|stops)", found["said"]) else f"{found['level']} {found['said']}\n"


@contextmanager
def signpost(folder: Path, arguments: Sequence[str], through: Sequence[str] = (), **settings: str) -> Iterator[Program]:
    """Run ``signpost`` with settings from its environment; HOME, TMPDIR and the current folder are empty folders.

    Args:
        folder: a new folder for the test.
        arguments: the command and its options.
        through: a command that runs it, such as one that takes rights away.
        settings: the environment, beside what is needed to find the program.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("home", "tmp", "here"):
        (folder / name).mkdir(exist_ok=True)
    if "SIGNPOST_CONTENT" in settings and "SIGNPOST_CACHE" not in settings:
        shutil.copytree(prepared_of(Path(settings["SIGNPOST_CONTENT"])), folder / "cache", dirs_exist_ok=True)
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "PYTHONPATH": str(REPOSITORY),
        **BYTECODE,
        "SIGNPOST_CACHE": str(folder / "cache" if "SIGNPOST_CONTENT" in settings else prepared()),
        **settings,
    }
    with (folder / "stdout").open("ab") as out, (folder / "stderr").open("ab") as err:
        process = subprocess.Popen(
            [*through, sys.executable, "-m", "bot", *arguments],
            cwd=folder / "here",
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
    try:
        yield Program(process, folder)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(10)


def polling(wire: Telegram, content: Path | None = None, **settings: str) -> dict[str, str]:
    """Return the settings with which the program polls the emulator."""
    own = {"SIGNPOST_TELEGRAM_TOKEN": TOKEN, "SIGNPOST_TELEGRAM_API": wire.api}
    return {**own, **({"SIGNPOST_CONTENT": str(content)} if content else {}), **settings}


def posted(port: int, path: str, body: str, headers: Mapping[str, str]) -> int:
    """Post something to a program on this machine, and return the status of its answer."""
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        client.request("POST", path, body, dict(headers))
        return client.getresponse().status
    finally:
        client.close()


def webhook(wire: Telegram, port: int, content: Path | None = None, **settings: str) -> dict[str, str]:
    """Return the settings with which the program serves a webhook to the emulator."""
    own = {
        "SIGNPOST_PORT": str(port),
        "SIGNPOST_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "SIGNPOST_WEBHOOK_SECRET": SECRET,
    }
    return {**polling(wire, content), **own, **settings}
