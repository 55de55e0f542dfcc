"""What is left of a question without an answer: at most three words of a closed vocabulary, each by itself.

A word is in the vocabulary because an entry has it among its keywords, or because the editors listed it.
None is that is also a given name, a family name, or part of the name of a street or a place, however useful it would
be: "hope" and "dawn" are people too.
"""

from collections.abc import Iterable

from bot.core.library import Library
from bot.hearing.details.lexicon import Lexicon
from bot.hearing.matching.features import content_words
from bot.hearing.text import normalise, words

MOST = 3  # words of a question
_SHORTEST = 4  # letters
# What streets in Scotland are most often called, besides names of people and places, and the words for streets.
_STREETS = frozenset(
    """
    abbey academy acre alley annfield arcade ardvreck avenue back bank banks barn bath bay beach beech birch brae braes
    bridge broad brook broom broomhill burn burnside cairn canal castle cathedral cedar chapel cherry church circle
    circus clifton close coast coal college common coronation cottage court craig crescent croft cross crown dean dock
    dovecot drive drove duke earl east elder ellis elm esplanade factory fair farm fern ferry field firth forest fort
    foundry garden gardens gate gateway glebe glen gorse grange green grove harbour harvest haugh hawthorn heather
    heights high highfield hill hillside holly holm hope hospital house infirmary ivy juniper jubilee king kings kirk
    ladywell lade laurel law leven lilac lime links loan loaning loch lodge lower main mains maple market marine
    market meadow meadows mews middle mill mills mine minto moor moss mount mountain new newton north oak oakbank oaks
    orchard palace parade park parks parkway path pier pine place plane pleasance pond poplar port primrose priory
    promenade quadrant quarry quay queen queens railway regent rise river road rose rosebank row rowan royal russet
    sand sands school sea shore side silver south spring springfield square stable stables station stone street
    summer sunny sycamore terrace thistle thorn top tower town union upper vale valley victoria view viewfield village
    violet walk wallace water waterloo watson weir well wellington west wester wharf whin white william willow wood
    woodend woodlands woodside wynd yard
    """.split()
)


def vocabulary(library: Library, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of a library that may be counted.

    Args:
        library: all content, with the words that the editors listed.
        lexicon: the lists of names.
    """
    own = (keyword for entry in library.entries.values() for keyword in entry.keywords)
    listed = (*library.vocabulary.counted_words, *library.vocabulary.needs.values())
    found = {word for text in (*own, *listed) for word in content_words(words(normalise(text)))}
    return frozenset(word for word in found - places_in(library) if _is_plain(word, lexicon))


def can_count(word: str, places: frozenset[str], lexicon: Lexicon) -> bool:
    """Say whether a word that the editors list is one, and may be counted.

    Args:
        word: what they wrote.
        places: every word in the name of a place.
        lexicon: the lists of names.
    """
    return (
        words(normalise(word)) == (word,)
        and content_words((word,)) == [word]
        and word not in places
        and _is_plain(word, lexicon)
    )


def _is_plain(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word is one that nobody and no street is called."""
    bare = word.removesuffix("s")  # and no two of them, nor what is theirs
    return (
        len(word) >= _SHORTEST
        and word.isascii()
        and word.isalpha()
        and not any(map(lexicon.is_name, (word, bare)))
        and word not in _STREETS
        and bare not in _STREETS
    )


def places_in(library: Library) -> frozenset[str]:
    """Return every word in the name of a place."""
    areas = library.areas
    called = [(place.name, *place.names) for place in areas.places]
    called += [(council.name, *council.names) for council in areas.councils.values()]
    called.append((*areas.regions.values(), *areas.outside))
    return frozenset(word for names in called for name in names for word in words(normalise(name)))


def unmet(masked: str, counted: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a question that may be counted, the first three of them; all else of it is dropped here.

    Args:
        masked: the question, without its personal details.
        counted: the closed vocabulary.
    """
    return _first(word for word in words(normalise(masked)) if word in counted)


def _first(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))[:MOST]
