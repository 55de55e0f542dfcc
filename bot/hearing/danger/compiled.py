"""Values that a script has compiled into the package as JSON text."""

import json
from typing import Any


def made(text: str) -> Any:
    """Return the value of a JSON text with every list as a tuple; what stands there again and again is kept once.

    Args:
        text: what a script wrote; never anything typed by a person.
    """
    return _fixed(json.loads(text), {})


def _fixed(value: Any, kept: dict[Any, Any]) -> Any:
    if isinstance(value, dict):
        return {key: _fixed(each, kept) for key, each in value.items()}
    if isinstance(value, list):
        value = tuple([_fixed(each, kept) for each in value])
    return kept.setdefault(value, value) if type(value) in (str, tuple) else value
