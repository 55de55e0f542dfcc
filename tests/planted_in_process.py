"""Let planted people use every channel of one process at its most talkative: ``python -m tests.planted_in_process``.

Arguments: a folder for everything, the channels, and the address of a database or nothing. The wire to Telegram is the
test's own and refuses in words that hold what was typed; everything behind it is Signpost's.
"""

import asyncio
import io
import json
import random
import sys
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.channels import console
from bot.channels.error_handler import set_up_logging
from bot.channels.talk import Talk
from bot.channels.web.app import app
from bot.service.count import Counting
from bot.service.settings import Settings
from bot.service.start import guide
from tests.guides import talking
from tests.line import Line, intake
from tests.planted import PEOPLE, Person
from tests.web import FORM, client
from tests.wire import Call, Fault, press

AT_ONCE = 200
ASKS = ("I need a bed for {}", "{} is in danger, ring {}", "{} was hit, {}", "what do I do, {} is on {}")


def updates(person: Person, number: int) -> Iterator[dict[str, Any]]:
    """Yield what a planted person does on Telegram: all of it holds a value of theirs."""
    first, last = person.name.split()
    sender = {"id": person.chat, "is_bot": False, "first_name": first, "last_name": last, "username": first}
    about = {"message_id": number, "date": 1_790_000_000, "from": sender, "chat": {**sender, "type": "private"}}
    words = ASKS[number % len(ASKS)].format(person.name, person.phone)
    match number % 5:
        case 0:
            yield {"message": {**about, "text": words}}
        case 1:
            yield {"edited_message": {**about, "text": words}}
        case 2:
            yield {"message": {**about, "photo": [{"file_id": first}], "caption": words}}
        case 3:
            yield {"message": {**about, "text": f"/start {first}"}}
            yield press(person.chat, number, first)
        case _:
            yield {"message": {**about, "text": [words], "caption": {"x": words}}}
            yield {"callback_query": {"id": words, "from": sender, "data": {"x": words}}}
            yield {"message": {**about, "contact": {"phone_number": person.phone, "first_name": person.name}}}


async def on_telegram(talk: Talk) -> None:
    """Let everybody write on Telegram, which sometimes refuses in their own words."""
    line, drawn = Line(), random.Random(7)
    line.complaints = _Nothing()

    def refuse(call: Call) -> Fault | None:
        words = Person(call.chat % PEOPLE).name
        faults = (Fault(400, f"Bad Request: {words}"), Fault(403, f"Forbidden: {words}"))
        return drawn.choice(faults) if drawn.random() < 0.1 else None

    line.fault = refuse
    taker, number = intake(line, talk), 0
    for first in range(0, PEOPLE, AT_ONCE):
        tasks = []
        for person in map(Person, range(first, first + AT_ONCE)):
            for update in updates(person, person.number + 1):
                number += 1
                tasks.append(taker.take({"update_id": number, **update}))
        await asyncio.gather(*(task for task in tasks if task), return_exceptions=True)
        line.calls.clear()
        line.arrived.clear()


class _Nothing(list[str]):
    """Records no complaints: other tests judge what is sent here."""

    def __iadd__(self, other: Any) -> "_Nothing":  # type: ignore[override,misc]  # it only looks like a list
        return self


async def on_the_page(talk: Talk) -> None:
    """Let everybody ask on the page, in the box, in addresses and in headers."""
    async with client(app(talk, health=dict)) as browser:
        for person in map(Person, range(PEOPLE)):
            words = ASKS[person.number % len(ASKS)].format(person.name, person.phone)
            quoted = urllib.parse.quote(person.name)
            if person.number % 2:
                body = urllib.parse.urlencode({"question": words, "after": person.name}).encode()
                headers = {"content-type": FORM, "cookie": f"x={quoted}", "user-agent": quoted, "referer": quoted}
                await browser.post("/ask", content=body, headers=headers)
            else:
                paths = (f"/at/{quoted}", f"/go/{person.phone}", f"/{quoted}", f"/found/{quoted}", f"/card/{quoted}")
                await browser.get(f"{paths[person.number // 2 % len(paths)]}?after={person.chat}")


def in_the_terminal(talk: Talk) -> None:
    """Let everybody talk in the terminal, in words and as programs do."""
    asks = [json.dumps({"say": ASKS[p.number % 4].format(*p.values[:2])}) for p in map(Person, range(0, PEOPLE, 2))]
    console.programs(talk, io.StringIO("\n".join(asks)), io.StringIO())
    typed = iter([ASKS[p.number % 4].format(*p.values[:2]) for p in map(Person, range(1, PEOPLE, 2))])
    console.people(talk, lambda: next(typed, None), lambda text: None)


def main(folder: Path, channels: str, database: str) -> None:
    """Let everybody use some channels, and stop."""
    settings = Settings(content=folder / "content", state=folder / "state", database=database, encoder=False)
    with (folder / "log.txt").open("w") as log:
        set_up_logging("DEBUG", log)
        made = guide(settings)
        counting = Counting(settings, lambda: made.library)
        talk = talking(lambda: made, count=counting.count)
        if "telegram" in channels:
            asyncio.run(on_telegram(talk))
        if "page" in channels:
            asyncio.run(on_the_page(talk))
        if "terminal" in channels:
            in_the_terminal(talk)
        counting.close()
        print(counting.health()["counts"])  # noqa: T201 - to the test that started this


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
