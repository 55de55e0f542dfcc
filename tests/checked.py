"""The content read, and checked, with the hearing of the tests."""

from functools import partial

from bot.content import checks, loader
from tests.guides import HEARING

read = partial(loader.read, hearing=HEARING)
check = partial(checks.check, hearing=lambda: HEARING)
