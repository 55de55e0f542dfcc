"""The words and places that the content is written in: closed lists, the glossary, language rules and areas."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.core.content_field import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """One of Scotland's 32 council areas."""

    name: str = about("its official name", example="City of Edinburgh", most=40)
    region: str = about("the id of the region it is listed under")
    neighbours: tuple[str, ...] = about("GSS codes of the councils beside it", default=())
    islands: bool = about("whether it is made of islands, where people know each other", default=False)
    names: tuple[str, ...] = about("what people call it", example="Embra", most=60, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town, village, island or neighbourhood, and the councils it may be in."""

    name: str = about("the place's name", example="Leith", most=60)
    councils: tuple[str, ...] = about("GSS codes of the councils it may be in", least=1)
    names: tuple[str, ...] = about("other spellings: Gaelic, Scots, nicknames", example="Lìte", most=60, default=())
    beside: tuple[str, ...] = about(
        "for a name that is also a word: the words that must come before it, such as in, from", example="in", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """Scotland's regions, councils, places and postcode districts."""

    regions: Mapping[str, str] = about("names of regions, by id", example="Edinburgh and the Lothians", least=1)
    councils: Mapping[str, Council] = about("councils by GSS code", least=1)
    places: tuple[Place, ...] = about("towns, villages, islands, neighbourhoods", default=())
    postcodes: Mapping[str, tuple[str, ...]] = about("GSS codes by postcode district", default_factory=dict)
    outside: tuple[str, ...] = about("well-known places outside Scotland", example="Newcastle", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerIds:
    """Former ids of themes and roles, each with its current id."""

    themes: Mapping[str, str] = about("themes by the ids they had before", example="safety", default_factory=dict)
    roles: Mapping[str, str] = about("roles by the ids they had before", example="social-work", default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """What staff write and what it means in plain English, read before a message is matched."""

    spellings: Mapping[str, str] = about(
        "English words by the Scots or short ones that are typed for them",
        example="house",
        most=40,
        default_factory=dict,
    )
    meanings: Mapping[str, str] = about(
        "what abbreviations, jargon and sayings mean", example="temporary accommodation", most=80, default_factory=dict
    )
    only_beside: Mapping[str, tuple[str, ...]] = about(
        "for an ambiguous one of these, words or abbreviations, one of which the message must have",
        example="homeless",
        most=40,
        default_factory=dict,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The closed lists: themes, roles, settings, needs, and the people to phone when nothing else fits."""

    themes: Mapping[str, str] = about("titles of themes, by folder name", example="Safety and violence", least=1)
    roles: Mapping[str, str] = about(
        "names of staff roles (sectors), by id", example="Housing and homelessness", least=1
    )
    settings: Mapping[str, str] = about(
        "who staff are dealing with in a setting, by its id", example="someone on the phone", default_factory=dict
    )
    setting_words: Mapping[str, tuple[str, ...]] = about(
        "words in a message that say its setting, by its id", example="phoned us", most=40, default_factory=dict
    )
    role_words: Mapping[str, tuple[str, ...]] = about(
        "what people of a role call themselves, by its id", example="housing officer", most=40, default_factory=dict
    )
    needs: Mapping[str, str] = about("names of needs, by id", example="Somewhere to stay tonight", least=1)
    need_words: Mapping[str, tuple[str, ...]] = about(
        "how people ask for a need, by its id", example="somewhere to sleep", most=40, default_factory=dict
    )
    unlisted: Mapping[str, tuple[str, ...]] = about(
        "well-known services that are not listed, by the id of the need that the nearest listed ones meet",
        example="Example Bereavement Line",
        most=40,
        default_factory=dict,
    )
    need_pages: Mapping[str, str] = about(
        "the ids of the entries with the words to say after a list of services, by the id of the list's need",
        example="somewhere-to-stay-tonight",
        default_factory=dict,
    )
    person_to_phone: tuple[str, ...] = about("ids of services that answer when nothing else fits", least=1)
    start_flows: tuple[str, ...] = about("ids of the flows offered on the first screen", least=1)
    first_page_lines: Mapping[str, str] = about(
        "a line under a theme or a flow on the first page, by its id",
        example="Violence, stalking, control, and images online.",
        most=80,
        default_factory=dict,
    )
    just_told: str = about("the id of the entry for somebody who was just told, and asks nothing else", default="")
    under_18: str = about("the id of the entry for a person under 18", default="")
    for_a_child: Mapping[str, str] = about(
        "the point for a child in place of an adult's, by its ids", example="under-18/who-to-tell", default_factory=dict
    )
    no_recourse: str = about("the id of the entry for a person with no recourse to public funds", default="")
    outside_scotland: tuple[str, ...] = about("ids of services for a place outside Scotland", least=1)
    aliases: FormerIds = about("ids that themes and roles had before", default_factory=FormerIds)
    counted_words: tuple[str, ...] = about(
        "words to count in questions without an answer, besides the entries' own",
        example="childcare",
        most=30,
        default=(),
    )
    card_words: tuple[str, ...] = about(
        "words allowed on a card to give her that does not say what the service is about",
        example="weekdays",
        most=30,
        default=(),
    )
    sign_off_roles: Mapping[str, str] = about(
        "who somebody may agree to words for, by id", example="A specialist service", least=1
    )
    glossary: Glossary = about(
        "what staff write and what it means in plain English, read before a message is matched",
        default_factory=Glossary,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRule:
    """Words the bot does not use, why, and what it says instead."""

    avoid: tuple[str, ...] = about("the words or phrases", example="lifestyle", most=80, least=1)
    better: str = about("what to write instead", example="what she does; her situation", most=160)
    instead: Mapping[str, str] = about(
        "what to write instead of particular words, by the word", example="how she lives", most=80, default_factory=dict
    )
    why: str = about("the reason", example="It makes a choice of what may be none.", most=240)
    level: Literal["error", "advice"] = about("whether it stops the content going live")
    unless: tuple[str, ...] = about(
        "phrases in which the words are right", example="healthy lifestyle", most=80, default=()
    )
    source: str = about("where the rule comes from", example="Practice points, CSE Aware, 2023", most=240)
    bad: tuple[str, ...] = about("sentences the rule must catch", example="Ask about her lifestyle.", most=240, least=3)
    good: tuple[str, ...] = about(
        "sentences it must let through", example="Ask what her days are like.", most=240, least=3
    )
    nudge: str = about(
        "a gentle better word for staff who type these words; empty: none",
        example="Her situation, or what she does, may fit better.",
        most=160,
        default="",
    )
