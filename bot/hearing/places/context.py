"""Decide from its context whether a place name says where somebody is, is going to or comes from."""

from dataclasses import dataclass

from bot.hearing.places import context_patterns as patterns
from bot.hearing.places.gazetteer import Gazetteer
from bot.hearing.places.mentions import Mention, PlaceText
from bot.hearing.places.place_words import PlaceWords

_PLACING = frozenset(("in", "from", "to", "near", "at"))
_NO_AFTER = frozenset(
    ("but", "though", "tho", "like", "its", "mind", "she", "shes", "please", "pls", "city", "itself", "proper")
)
_ASKING = frozenset(("", "who", "whos", "number", "phone", "please", "pls"))  # after a place: "social work angus who"


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """The words of a message, for looking around its place names, and the gazetteer that the names are from."""

    text: PlaceText
    gazetteer: Gazetteer

    @property
    def words(self) -> PlaceWords:
        """The word lists about places."""
        return self.gazetteer.words

    def before(self, mention: Mention, most: int = 8) -> str:
        """Return the words of the same clause before a mention."""
        start = mention.start
        while start > 0 and mention.start - start < most and not self.text.stops[start]:
            start -= 1
        return " ".join(self.text.plain[start : mention.start])

    def after(self, mention: Mention, most: int = 5) -> str:
        """Return the words of the same clause after a mention."""
        end = mention.end
        while end < len(self.text.plain) and end - mention.end < most and not self.text.stops[end]:
            end += 1
        return " ".join(self.text.plain[mention.end : end])

    def between(self, one: Mention, other: Mention) -> str:
        """Return the words between two mentions."""
        return " ".join(self.text.plain[one.end : other.start])

    def is_ruled_out(self, mention: Mention, last: Mention | None) -> bool:
        """Return whether a mention is named only to rule it out, or is only asked about after another place."""
        ahead, behind = self.before(mention), self.after(mention, 1)
        if patterns.JUST_OUTSIDE.search(ahead):
            return mention.name.city
        if patterns.OUTSIDE.search(ahead) and mention.name.councils and not (mention.name.city or mention.name.council):
            return False  # a caravan outside Crieff is in Crieff's council area
        if patterns.RULED_OUT.search(ahead):
            return not (last and self.between(last, mention) in ("outside", "ootside"))
        if patterns.RULED_OUT_AFTER.match(self.after(mention)) and mention.end + 2 < len(self.text.plain):
            return True
        if patterns.COMES_FROM.search(ahead) and patterns.NOT_BACK.match(self.after(mention)):
            return True  # "from Glasgow but can't go back"; not "in Dundee and can't go home"
        if last and last.name.councils and patterns.PASSED_ON.match(self.after(mention)):
            return True
        if last_word(ahead) == "no" and (
            not behind or behind in (*_NO_AFTER, mention.words) or self._follows(last, mention)
        ):
            return True
        if last and last.name.councils and ahead.endswith(f"no {mention.words}"):
            return True  # the second Glasgow in "Port Glasgow, no Glasgow Glasgow"
        asked = patterns.ASKED.search(ahead)
        return bool(asked and last and last.name.councils and mention.name.council and not last.name.council)

    def _follows(self, last: Mention | None, mention: Mention) -> bool:
        """Return whether only "no" separates a mention from one before it that counts, as in "Forfar no Dundee"."""
        return last is not None and self.between(last, mention) in ("no", "but no", "and no")

    def is_of_a_name(self, mention: Mention) -> bool:
        """Return whether a mention is part of the name of a person, a street, a service, a prison or a product."""
        ahead, behind = self.before(mention, 4), self.after(mention)
        last, following = last_word(ahead), behind.split(" ")[0]
        if (
            patterns.OF_AN_ORGANISATION.match(behind)
            or patterns.OF_A_STREET.match(behind)
            or patterns.NAMED_BEFORE.search(ahead)
        ):
            return True
        if mention.words in self.words.prison_towns and patterns.FREED.search(ahead):
            return True
        titled = last in self.words.place_titles and not patterns.OF_A_JOB.search(ahead)
        if titled or (last in self.words.given and last not in self.words.same_word):
            return True
        unplaced = self.words.same_word.get(last, last) not in _PLACING and following not in self.words.surname_or_town
        if following in self.words.surnames and (unplaced or mention.name.beside or not mention.name.councils):
            return True
        return bool(self.words.same_word.get(last, last) not in _PLACING and patterns.SPEAKS.match(behind))

    def is_of_a_service(self, mention: Mention) -> bool:
        """Return whether a mention starts the name of an organisation."""
        return bool(patterns.OF_AN_ORGANISATION.match(self.after(mention)))

    def counts(self, mention: Mention, last: Mention | None, ruled_out: Mention | None = None) -> bool:
        """Return whether a name that is also a word or a person's name, or has a slip, is used as a place name."""
        name = mention.name
        if mention.words in self.words.misspelt_word and not (
            self.text.stops[mention.start] and self.text.stops[mention.end]
        ):
            return self._is_placed(mention)
        if (last or ruled_out) and self.text.stops[mention.start] and self.text.stops[mention.end]:
            return True  # a sentence on its own after another place, as in "not in Stirling. Denny"
        if not name.councils:
            return mention.sure or self._is_used_as_a_place(mention, last)
        if not name.beside:
            return (mention.sure and mention.words != "angus") or self._is_used_as_a_place(mention, last)
        words = self.before(mention, 3).split(" ")
        if {words[-1], self.words.same_word.get(words[-1], words[-1])} & name.beside:
            return not (len(words) > 1 and words[-2] in self.words.sent and words[-1] in ("from", "fae"))
        if mention.words in self.words.place_or_word:
            listed = last is not None and self.is_listed(last, mention)
            return listed or self._opens_as_a_town(mention) or patterns.GOES_TO.search(self.before(mention)) is not None
        if patterns.AS_FAR.search(" ".join(words)):
            return True
        possessive = self.text.plain[mention.end - 1] == self.text.mended[mention.end - 1] + "s"
        return not possessive and self._is_used_as_a_place(mention, last)

    def _is_placed(self, mention: Mention) -> bool:
        """Return whether "in", "from" or "near" comes directly before a mention."""
        ahead = last_word(self.before(mention, 2))
        return self.words.same_word.get(ahead, ahead) in _PLACING

    def _opens_as_a_town(self, mention: Mention) -> bool:
        """Return whether a town such as Gala or Dollar starts a sentence and its next word fits a place name."""
        if mention.words not in self.words.towns or not self.text.stops[mention.start]:
            return False
        following = f"{mention.words} {self.text.plain[mention.end]}" if not self.text.stops[mention.end] else ""
        return following not in self.words.town_phrases

    def _is_used_as_a_place(self, mention: Mention, last: Mention | None) -> bool:
        """Return whether "in" or "from" comes before, "help" or "team" after, or the name is in a list or alone."""
        ahead, behind = last_word(self.before(mention, 2)), self.after(mention, 1)
        if (
            self._is_placed(mention)
            or behind in self.words.civic
            or behind in self.words.folk
            or (behind in _ASKING and (ahead in self.words.civic or self.before(mention, 2) in self.words.civic))
        ):
            return True
        if last and self.is_listed(last, mention):
            return True
        others = (*self.text.plain[: mention.start], *self.text.plain[mention.end :])
        if all(word in self.words.fillers for word in others) and "im" not in others:
            return True
        following = " ".join(self.text.plain[mention.end : mention.end + 2])
        of_a_person = (
            mention.name.beside or mention.words in self.words.given or mention.words in self.words.given_or_word
        )
        if not self.text.stops[mention.start] or (of_a_person and patterns.IS_A_PERSON.match(following)):
            return False
        if mention.words in self.words.given or mention.words in self.words.given_or_word:
            asks = patterns.ASKS_WHO.search(" ".join(self.text.plain)) is not None  # "social work number, lewis"
            asks |= patterns.NEEDS_A_BED.search(" ".join(self.text.plain[: mention.start])) is not None
            return (asks or mention.start == 0) and self.text.stops[mention.end]
        return True

    def is_listed(self, one: Mention, other: Mention) -> bool:
        """Return whether one mention follows another in a list."""
        words = self.between(one, other)
        return words in ("and", "or", "to", "tae", "n") or (not words and self.text.commas[other.start])

    def is_in_one_list(self, doubtful: Mention, other: Mention) -> bool:
        """Return whether a doubtful name is in a list with a certain one after it."""
        words = self.between(doubtful, other)
        return words in ("and", "or") and not (
            doubtful.words in self.words.place_or_word and "on" not in doubtful.name.beside
        )

    def are_islands(self, one: Mention, other: Mention) -> bool:
        """Return whether two doubtful names are a pair of islands, as in "Mull or Iona" or "Lewis and Skye"."""
        return "on" in one.name.beside & other.name.beside and self.between(one, other) in ("and", "or")

    def is_another(self, mention: Mention) -> bool:
        """Return whether the message means another place of this name, as in "Perth, the Australian one"."""
        match = patterns.HERE_IS.match(" ".join(self.text.plain[mention.end : mention.end + 10]))
        return bool(match and not match[1])

    def leaves_for(self, one: Mention, other: Mention) -> bool:
        """Return whether somebody moved from one place to another for good: "flitted from Motherwell to Leeds"."""
        return bool(patterns.FOR_GOOD.fullmatch(self.between(one, other)) and patterns.LEAVES.search(self.before(one)))

    def is_back_here(self) -> bool:
        """Return whether the message returns to Scotland or is about long ago."""
        return bool(patterns.UP_HERE.search(" ".join(self.text.plain)))

    def is_where_she_is(self, mention: Mention) -> bool:
        """Return whether somebody needs help in a place outside Scotland."""
        ahead = self.before(mention)
        behind = self.after(mention, 8)
        if patterns.OTHERS.search(ahead) or patterns.ON_HOLIDAY.match(behind) or patterns.FROM_THERE.match(behind):
            return False
        if any(character.isdigit() for character in mention.words) or self._asks_or_is_there(ahead):
            return True
        alone = not ahead and mention.start == 0
        return (alone or ahead == "in") and self._is_used_as_a_place(mention, None)

    def _asks_or_is_there(self, ahead: str) -> bool:
        return bool(
            patterns.IS_THERE.search(ahead) or patterns.ASKS_OF.search(ahead) or patterns.CALLS_FROM.search(ahead)
        )


def last_word(words: str) -> str:
    """Return the last of several words."""
    return words.rsplit(" ", 1)[-1]
