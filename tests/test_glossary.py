"""One word for each thing: no two types of the package share a name, and the glossary names every public class."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable

import pytest

from tests.glossary import CLASSES, PAGE, PARTS, TypeName, glossary_page, public_classes, type_name, type_names

WORDS = "entry phrasing query match score tier flow question option outcome response node walk position service".split()
MORE_WORDS = ["organization", "phone", "schedule", "service area", "eligibility", "assured", "reviewed", "sign-off"]
LAST_WORDS = ["role", "channel", "turn", "reply", "button", "event", "fact", "crisis card", "count", "release"]


# Private names that mean the same in each of their modules.
SAME = {
    "_Migration": "the statements that lead a database from one version to the next",
    "_Result": "what the function that is given returns",
}


def _shared(names: Iterable[TypeName]) -> dict[str, list[str]]:
    """Return the names that more than one module uses, private or not, and these modules."""
    modules = defaultdict(list)
    for each in names:
        modules[each.name.removeprefix("_")].append(f"{each.module}.{each.name}")
    return {name: found for name, found in modules.items() if len(found) > 1}


def test_no_two_classes_aliases_or_type_variables_share_a_name_be_it_public_or_private() -> None:
    shared = _shared(each for each in type_names() if each.name not in SAME)

    assert len(type_names()) > 600
    assert shared == {}, "call each by what it is"


def test_each_private_name_that_may_be_shared_is_used_twice_and_never_public() -> None:
    used = {name: [each.module for each in type_names() if each.name.lstrip("_") == name.lstrip("_")] for name in SAME}

    assert {name for name, modules in used.items() if len(modules) < 2} == set()
    assert {each.name for each in type_names()} & {name.removeprefix("_") for name in SAME} == set()


@pytest.mark.parametrize(
    "statement",
    [
        "class Place: ...",
        "Place = tuple[str, int]",
        "Place: TypeAlias = 'tuple[str, int]'",
        "Place = Literal['physical', 'postal']",
        "Place = TypeVar('Place')",
        "Place = NewType('Place', str)",
    ],
)
def test_a_name_is_seen_however_its_type_is_made(statement: str) -> None:
    assert type_name(ast.parse(statement).body[0]) == "Place"


def test_a_private_name_that_is_the_word_of_a_public_one_is_seen() -> None:
    names = [TypeName("Place", "bot.core.vocabulary"), TypeName("_Place", "bot.counts.store")]

    assert _shared(names) == {"Place": ["bot.core.vocabulary.Place", "bot.counts.store._Place"]}


def test_the_glossary_names_every_public_class_and_none_that_is_gone() -> None:
    page = PAGE.read_text("utf-8")

    assert page == glossary_page(page), "run `python -m tests.write_docs` to write it again"
    assert {each.module.split(".")[1] for each in public_classes()} <= set(PARTS)


def test_every_class_says_what_it_is_in_one_line() -> None:
    assert [each.name for each in public_classes() if not each.means] == []


def test_the_glossary_gives_each_word_of_the_design_one_meaning() -> None:
    words = re.findall(r"^\| ([a-z][a-z -]*) \|", PAGE.read_text("utf-8").split(CLASSES)[0], re.M)

    assert [word for word in (*WORDS, *MORE_WORDS, *LAST_WORDS) if words.count(word) != 1] == []
