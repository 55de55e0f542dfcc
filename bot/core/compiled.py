"""Values that a script has compiled into the package as JSON text."""

import json
from typing import Any


def made(text: str) -> Any:
    """Return the value of a JSON text with every list as a tuple.

    Args:
        text: what a script wrote; never anything typed by a person.
    """
    return _fixed(json.loads(text))


def _fixed(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_fixed(each) for each in value)
    if isinstance(value, dict):
        return {key: _fixed(each) for key, each in value.items()}
    return value
