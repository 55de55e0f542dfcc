"""Choose the words that may be counted from a question without an answer: at most three, from a closed vocabulary.

A word is in the vocabulary because it is a keyword of an entry or because the editors listed it. A word that is also a
given name, a family name, or part of a street name or place name is never included, however useful it would be: "hope"
and "dawn" are also people's names.
"""

from bot.core.library import Library
from bot.hearing.details.lexicon import Lexicon
from bot.hearing.matching.features import content_words
from bot.hearing.text import normalise, words

MOST = 3  # words counted per question
_SHORTEST = 4  # letters
# The most common street names in Scotland, apart from names of people and places, and the words for streets.
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
    """Return the words of a library that may be counted."""
    own = (keyword for entry in library.entries.values() for keyword in entry.keywords)
    listed = (*library.vocabulary.counted_words, *library.vocabulary.needs.values())
    found = {word for text in (*own, *listed) for word in content_words(words(normalise(text)))}
    return frozenset(word for word in found - places_in(library) if _is_plain(word, lexicon))


def can_count(word: str, places: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether text that the editors listed is a single word that may be counted.

    Args:
        word: the text they listed.
        places: every word in a place name.
    """
    return (
        words(normalise(word)) == (word,)
        and content_words((word,)) == [word]
        and word not in places
        and _is_plain(word, lexicon)
    )


def _is_plain(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word is not the name of a person or a street."""
    bare = word.removesuffix("s")  # also covers the plural and the possessive of a name
    return (
        len(word) >= _SHORTEST
        and word.isascii()
        and word.isalpha()
        and not any(map(lexicon.is_name, (word, bare)))
        and word not in _STREETS
        and bare not in _STREETS
    )


def places_in(library: Library) -> frozenset[str]:
    """Return every word that appears in a place name."""
    areas = library.areas
    called = [(place.name, *place.names) for place in areas.places]
    called += [(council.name, *council.names) for council in areas.councils.values()]
    called.append((*areas.regions.values(), *areas.outside))
    return frozenset(word for names in called for name in names for word in words(normalise(name)))


def unmet(masked: str, counted: frozenset[str]) -> tuple[str, ...]:
    """Return the first three words of a question that may be counted; everything else is discarded here."""
    return tuple(dict.fromkeys(word for word in words(normalise(masked)) if word in counted))[:MOST]
