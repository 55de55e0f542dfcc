"""Read the built data that hearing needs: the word lists, rules and weights made by the scripts in `training/`.

Each file is checked against `SHA256SUMS` when it is read, so that no answer is based on a damaged or partial file.
"""

import hashlib
import json
from importlib.resources import files
from typing import Any

SUMS = "SHA256SUMS"


class DamagedDataError(Exception):
    """A built data file is missing or has changed since it was built; the message names it and says what to do."""


def read(name: str) -> bytes:
    """Return the bytes of a built data file.

    Args:
        name: the file's name, such as ``english_words.txt``.

    Raises:
        DamagedDataError: the file is missing, or its hash is not the one in ``SHA256SUMS``.
    """
    folder = files(__name__)
    try:
        data = folder.joinpath(name).read_bytes()
        lines = folder.joinpath(SUMS).read_bytes().decode("ascii", "replace").splitlines()
    except OSError:
        message = f"Signpost's data file {name} is missing. Install Signpost again."
        raise DamagedDataError(message) from None
    if f"{hashlib.sha256(data).hexdigest()}  {name}" not in lines:
        message = f"Signpost's data file {name} is damaged. Install Signpost again."
        raise DamagedDataError(message)
    return data


def read_sections(name: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a list with named sections, by section.

    Raises:
        DamagedDataError: as `read`.
    """
    return sections_of(read(name).decode("utf-8"))


def sections_of(text: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a text with named sections: one word or phrase per line, after any comment lines.

    >>> sections_of("# Before a name.\\n\\n[titles]\\n# In small letters.\\nmr\\nmrs\\n")
    {'titles': ('mr', 'mrs')}
    """
    found = {}
    for section in text.split("\n[")[1:]:
        name, _, words = section.partition("]\n")
        while words.startswith("#"):
            words = words.partition("\n")[2]
        found[name] = tuple(words.rstrip("\n").split("\n"))
    return found


def read_json(name: str) -> Any:
    """Return the value of a JSON file, with lists as tuples and equal strings and tuples stored once.

    Raises:
        DamagedDataError: as `read`.
    """
    return _frozen(json.loads(read(name)), {})


def _frozen(value: Any, kept: dict[Any, Any]) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(each, kept) for key, each in value.items()}
    if isinstance(value, list):
        value = tuple([_frozen(each, kept) for each in value])
    return kept.setdefault(value, value) if type(value) in (str, tuple) else value
