"""The shapes of what is written in one certain way: codes, times, spans, numbers and addresses."""

import re

COUNCIL = re.compile(r"S12[0-9]{6}")
DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")
SPAN = re.compile(r"[1-9][0-9]? (?:day|week|month|year)s?")
DATE = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
DIGITS = re.compile(r"[0-9]+(?: [0-9]+)*")  # a number as people read it
URL = re.compile(r"https?://([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)\.?(?::[0-9]+)?(?:[/?#][^\s<>{}|\\^`\x22]*)?")
EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
QUOTE = re.compile(r"\{(?:fact|service):")
