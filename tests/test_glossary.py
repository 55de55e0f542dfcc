"""One word for each thing: no two public classes share a name, and the glossary names every one of them."""

import re
from collections import defaultdict

from tests.glossary import CLASSES, PAGE, PARTS, glossary_page, public_classes

WORDS = "entry phrasing query match score tier flow question option outcome response node walk position service".split()
MORE_WORDS = ["organization", "phone", "schedule", "service area", "eligibility", "assured", "reviewed", "sign-off"]
LAST_WORDS = ["role", "channel", "turn", "reply", "button", "event", "fact", "crisis card", "count", "release"]


def test_no_two_public_classes_share_a_name() -> None:
    modules = defaultdict(list)
    for each in public_classes():
        modules[each.name].append(each.module)

    assert len(modules) > 300
    assert {name: found for name, found in modules.items() if len(found) > 1} == {}, "call each by what it is"


def test_the_glossary_names_every_public_class_and_none_that_is_gone() -> None:
    page = PAGE.read_text("utf-8")

    assert page == glossary_page(page), "run `python -m tests.write_docs` to write it again"
    assert {each.module.split(".")[1] for each in public_classes()} <= set(PARTS)


def test_every_class_says_what_it_is_in_one_line() -> None:
    assert [each.name for each in public_classes() if not each.means] == []


def test_the_glossary_gives_each_word_of_the_design_one_meaning() -> None:
    words = re.findall(r"^\| ([a-z][a-z -]*) \|", PAGE.read_text("utf-8").split(CLASSES)[0], re.M)

    assert [word for word in (*WORDS, *MORE_WORDS, *LAST_WORDS) if words.count(word) != 1] == []
