"""Bots that do nothing but answer, to measure beside: a press and a message each get the fewest calls there are.

This file is run as a program, also by another Python that has the libraries but not Signpost:
``python noop_bot.py WHICH PORT API SECRET``.
"""

import asyncio
import subprocess
import sys
import venv
from importlib import import_module
from pathlib import Path
from typing import Any

WORDS, PATH, TOKEN = "the same words", "/hook", "1:benchmark"
PEERS = ("python-telegram-bot[webhooks]>=22.5,<23", "aiogram>=3.20,<4")


def ptb(port: int, api: str, secret: str) -> None:
    """Run python-telegram-bot as it comes, with its own server and client."""
    application = _application(api).concurrent_updates(True).build()
    _handle(application)
    address = f"https://signpost.test{PATH}"
    application.run_webhook("127.0.0.1", port, PATH[1:], webhook_url=address, secret_token=secret)


def ptb_aiohttp(port: int, api: str, secret: str) -> None:
    """Run python-telegram-bot on the server and the client that Signpost has."""
    connection, web = import_module("bot.channels.telegram.connection"), import_module("uvicorn")
    request = connection.AiohttpRequest
    built = _application(api).updater(None).job_queue(None).request(request()).get_updates_request(request())
    application = built.build()
    _handle(application)
    telegram, json = import_module("telegram"), import_module("json")

    async def app(scope: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        await application.process_update(telegram.Update.de_json(json.loads(body), application.bot))
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body"})

    async def main() -> None:
        await application.initialize()
        config = web.Config(app, "127.0.0.1", port, http="httptools", lifespan="off", log_level="error")
        await web.Server(config).serve()

    with asyncio.Runner(loop_factory=import_module("uvloop").new_event_loop) as runner:
        runner.run(main())


def _application(api: str) -> Any:
    return import_module("telegram.ext").Application.builder().token(TOKEN).base_url(f"{api}/bot")


def _handle(application: Any) -> None:
    library = import_module("telegram.ext")

    async def press(update: Any, context: Any) -> None:
        query = update.callback_query
        await asyncio.gather(query.answer(), query.edit_message_text(WORDS))

    async def message(update: Any, context: Any) -> None:
        await update.effective_message.reply_text(WORDS)

    application.add_handler(library.CallbackQueryHandler(press))
    application.add_handler(library.MessageHandler(library.filters.TEXT, message))


def aiogram(port: int, api: str, secret: str) -> None:
    """Run aiogram as it comes."""
    library, web, server = (
        import_module("aiogram"),
        import_module("aiogram.webhook.aiohttp_server"),
        import_module("aiohttp.web"),
    )
    base = import_module("aiogram.client.telegram").TelegramAPIServer.from_base(api)
    bot = library.Bot(TOKEN, session=import_module("aiogram.client.session.aiohttp").AiohttpSession(api=base))
    dispatcher = library.Dispatcher()

    async def press(query: Any) -> None:
        await asyncio.gather(bot(query.answer()), bot(query.message.edit_text(WORDS)))

    async def message(message: Any) -> None:
        await message.answer(WORDS)

    dispatcher.callback_query.register(press)
    dispatcher.message.register(message)
    application = server.Application()
    web.SimpleRequestHandler(dispatcher, bot, secret_token=secret).register(application, path=PATH)
    server.run_app(application, host="127.0.0.1", port=port, print=None, access_log=None)


def peers(folder: Path) -> Path | None:
    """Return the Python of a folder that has the libraries to measure beside, installed there if need be, or None."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PEERS]
        if subprocess.run(install, check=False).returncode:  # noqa: S603 - our own command
            return None
    return python


if __name__ == "__main__":
    which, port, api, secret = sys.argv[1:]
    {"ptb": ptb, "ptb-aiohttp": ptb_aiohttp, "aiogram": aiogram}[which](int(port), api, secret)
