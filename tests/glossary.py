"""The part of docs/glossary.md about classes, made from the classes of bot/."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.parsed import tree

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/glossary.md"
CLASSES = "## Classes\n"
MADE_BY = ("TypeVar", "TypeVarTuple", "ParamSpec", "NewType", "NamedTuple", "TypedDict", "Enum")
# The parts of bot/ in the order in which they build on one another, with what each is.
PARTS = {
    "core": "what a conversation is",
    "hearing": "what is heard in a message",
    "encoder": "text to vectors",
    "content": "files to a library, or every fault",
    "channels": "Telegram, the web page, the terminal",
    "service": "what runs",
    "state": "what outlives a start",
    "counts": "what is counted, and how it is kept",
    "reports": "what admins see of the counts",
    "open_data": "the directory for others, and drafts from what they publish",
    "editor": "what editors run",
    "commands": "the command line",
}


class PublicClass(NamedTuple):
    """A public class of the package: its name, the module it is in, and what it is."""

    name: str
    module: str
    means: str


class TypeName(NamedTuple):
    """A class, alias or type variable at the top of a module of the package: its name, and the module it is in."""

    name: str
    module: str


@cache
def type_names() -> tuple[TypeName, ...]:
    """Return every class, alias and type variable at the top of a module, private ones too."""
    return tuple(
        TypeName(name, module) for module, parsed in _modules() for node in parsed.body if (name := type_name(node))
    )


def type_name(node: ast.AST) -> str:
    """Return the name that a statement gives to a type, or ``""``.

    An alias is recognised by its capital and small letters, because constants are all capitals, or by how it is made.
    """
    match node:
        case ast.ClassDef(name=name):
            return name
        case ast.AnnAssign(target=ast.Name(name), annotation=ast.Name("TypeAlias")):
            return name
        case ast.Assign(targets=[ast.Name(name)], value=ast.Call(func=ast.Name(made))) if made in MADE_BY:
            return name
        case ast.Assign(targets=[ast.Name(name)]) if re.fullmatch(r"_?[A-Z]\w*[a-z]\w*", name):
            return name
    return ""


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "bot").rglob("*.py")):
        yield path.relative_to(ROOT).with_suffix("").as_posix().removesuffix("/__init__").replace("/", "."), tree(path)


@cache
def public_classes() -> tuple[PublicClass, ...]:
    """Return every public class at the top of a module, in the order of the modules."""
    return tuple(_public_classes())


def _public_classes() -> Iterator[PublicClass]:
    for module, parsed in _modules():
        for node in parsed.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                means = (ast.get_docstring(node) or "").split("\n\n")[0]
                yield PublicClass(node.name, module, " ".join(means.split()))


def glossary_page(written: str) -> str:
    """Return the glossary with its classes as they are.

    Args:
        written: the page, whose words before the classes are written by hand.
    """
    lines = [
        written.split(CLASSES)[0] + CLASSES,
        "Every public class of `bot/`, by part. `python -m tests.write_docs` writes this list; do not edit it by hand.",
    ]
    for part, what in PARTS.items():
        found = [each for each in public_classes() if each.module.split(".")[1] == part]
        lines += ["", f"### `{part}`: {what}", "", "| class | what it is | module |", "|---|---|---|"]
        lines += [
            f"| `{each.name}` | {each.means.replace('|', '&#124;')} | `{each.module.removeprefix('bot.')}` |"
            for each in sorted(found)
        ]
    return "\n".join(lines) + "\n"
