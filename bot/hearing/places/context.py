"""Whether the name of a place, where it stands in a message, says where somebody is, goes to or comes from."""

import re

from bot.hearing.details.names import GIVEN, GIVEN_WORDS
from bot.hearing.places.exclusions import PASSED_ON, RULED_OUT, RULED_OUT_AFTER
from bot.hearing.places.gazetteer import Mention, Text
from bot.hearing.places.words import (
    ALSO_PLACES,
    ALSO_WORDS,
    CIVIC,
    FILLERS,
    FOLK,
    MISSPELT,
    PRISON_TOWNS,
    SAME_WORD,
    SENT,
    SURNAMES,
    TITLES,
    TOWN_WORDS,
)

_PLACING = frozenset(("in", "from", "to", "near", "at"))
_AS_FAR = re.compile(r"(?:^| )(?:far as|up|doon|down|over|out|oot|beyond)$")
_GOES_TO = re.compile(
    r"(?:^| )(?:go|goes|going|gaun|come|comes|travel|drive|cover|deliver|moved|moving|moves|flitted|flitting)"
    r" (?:up|down|doon|over|out|oot|through|back|away)(?: to| tae| in| at)?$"
)
_IS_A_PERSON = re.compile(
    r"(?:he|hes|his|him|aged|\d+)\b|who (?:pays|paid|owns|owes|hit|hits|beat|raped|says|said|told)\b|(?:her|my|their"
    r"|our|a|the) (?:man|boyfriend|partner|husband|ex|brother|dad|pimp"
    r"|landlord|friend|pal|colleague|client|patient|tenant|punter|buyer|dealer|worker)\b"
)

_JUST_OUTSIDE = re.compile(r"(?:^| )just (?:outside|ootside)(?: of)?$")
_OUTSIDE = re.compile(r"(?:^| )(?:outside|ootside)(?: of)?$")
_ASKED = re.compile(
    r"(?:^| )(?:(?:is|isnt|does|do|would|are|if|whether) (?:that|it|this|they|there)"
    r"(?: (?:still|in|under|part of|part o|counted? as|come under|fall under|class(?:ed)? as|covered by))*"
    r"|(?:i think |so |or is )?(?:thats|that is)(?: in| under| part of)?|is she (?:still )?under|counts? as|counted as"
    r"|class(?:ed)? as|comes? under|falls? under)$"
)
_NO_AFTER = frozenset(
    ("but", "though", "tho", "like", "its", "mind", "she", "shes", "please", "pls", "city", "itself", "proper")
)

_OF_AN_ORGANISATION = re.compile(
    r"(?:(?:and )?(?:district|area|east|west|north|south|county) |and \w+ )*"
    r"(?:wom[ae]ns? (?:aid|library)|rape cris[ei]s|cyrenians|samaritans|royal(?! mile)|infirmary|hospital"
    r"|general(?! practi)|maternity"
    r"|sheriff|high court|hospice|courts?|castle|zoo|justice of the peace|prison|jail|young offenders|yoi|vale"
    r"|fc|thistle|united|athletic|academical|accies|rangers|celtic|hilton|tattoo|tweed|pattern|cakes?|pony|ponies"
    r"|smokies?|bridies?"
    r"|whisky|malt|tatties?|tattie scones?|bacon|cheese|beef|jumper|shawl|marmalade|bank (?:card|account|app|statement)"
    r"|terrier|collie|marathon|festival)\b"
)
_OF_A_STREET = re.compile(
    r"(?:road|rd|street|avenue|ave|av|terrace|crescent|cres|quadrant|drive|lane|wynd|brae|st$)\b|st\b(?! \w)"
)
_NAMED_BEFORE = re.compile(
    r"(?:^| )(?:hmp|hmyoi|yoi|prison|(?<!new )castle|infirmary of|university hospital|duke of|earl of"
    r"|(?<!place )(?<!town )(?<!village )(?<!bit )(?<!somewhere )called"
    r"|calle?s? (?:her|him|them)(?:self|selves)?|named|known as"
    r"|(?:goes|going|go) by|(?:sur|nick|user|street|work)?names?(?: is|s|was)?|bank of"
    r"|(?:court|prison|jail) (?:in|at)|rape cris[ei]s(?: in)?"
    r"|(?:my|her|his|their|our) (?:friend|pal|mate|bestie|daughter|sister|cousin|partner|girlfriend|flatmate|colleague"
    r"|manager|neighbour))$"
)
_FREED = re.compile(
    r"(?:^| )(?:(?:liberated|released|libbed|lib|remanded|on remand|remand|sentenced?|jailed)"
    r"(?: fae| from| frae| in| at| to| oot of| out of)"
    r"|(?:comes|coming|came|gets|getting|got) (?:oot|out) (?:of|o|fae))$"
)
_SPEAKS = re.compile(
    r"(?:says|said|told|tells|telt|texted|phoned|rang|asked|disclosed|wants|feels|thinks|hates|loves)\b"
    r"|is (?:(?:my|her|his|their|the) )?(?:\w+ )?name\b"
)
_NOT_THE_SCOTTISH = (
    r"(?:(?:but|mind|though|tho|sorry|i mean) )?(?:(?:not|no|nae) (?:oors|ours|yours|this yin|this one|here|in scotland"
    r"|(?:the )?(?:scottish|scots|local) (?:one|yin|wan))(?: but)? )?"
)
_HERE_IS = re.compile(
    _NOT_THE_SCOTTISH + r"(?:its |thats |is )?(?:the )?(not |no |nae )?(?:the )?"
    r"(?:as in (?:ontario|canada|australia|new zealand|south africa|jamaica|america|the states|england|ireland)"
    r"|(?:australian|aussie|english|canadian|american|us|welsh|irish|new zealand|jamaican|south african) "
    r"(?:one|yin|wan|1)|(?:one|yin|wan|1) (?:in|oot in|over in|doon in) (?:australia|canada|america|the states|the usa?"
    r"|new zealand|south africa|jamaica|ireland|wales|england|northumberland|ontario|new jersey))\b"
)

_LEAVES = re.compile(
    r"(?:^| )(?:(?:moved|flitted|sent|relocated|rehoused|transferred|shifted|gone)(?: \w+)? (?:from|fae|frae)"
    r"|left)$"
)
_FOR_GOOD = re.compile(r"(?:(?:away|doon|down|up|back|over) )?(?:to|tae|for)")

# A place outside Scotland matters where she is there or goes there, not where somebody else comes from.
_IS_THERE = re.compile(
    r"(?:^| )(?:(?:who|what|is|anything|anyone|anybody|whats|whos) (?:there|on|about|oot|out)|liv(?:e|es|ing)"
    r"|stay(?:s|ing|ed)?|bid(?:e|es|ing)|based|stuck|stranded|placed|hous(?:ed|ing)"
    r"|mov(?:e|es|ed|ing)(?: \w+)?|gone|went|going|gaun|away|back|down|doon|over|up|relocat\w+|flit\w*|sent|taken"
    r"|taking|ran|hotel|hostel|flat|house|refuge|hospital|prison|property|border|jobcentre|office|team|services?"
    r"|support|help|anything"
    r"|client|patient|tenant|claimant|lassie|woman|women|girl|lady|person|someone|somebody|anyone|anybody"
    r"|(?<!there )is|shes|hes|theyre|im|i am|we are|were|now|work(?:s|ing)?|nearest|covers?)"
    r"(?: \w+ (?:to|over|in)| tonight| the day| now| just| away)? (?:in|to|tae|near|at)(?: the)?$"
)
_OTHERS = re.compile(
    r"(?:^| )(?:mum|mother|dad|father|parents|family|sister|brother|son|daughter|kids|weans|children|husband|wife"
    r"|ex|partner|boyfriend|bf|pimp|landlord|handler|abuser|boss|cousin|aunt|auntie|uncle|gran|granny|nan|friend|pal"
    r"|guy|man|men|buyer|punter|customer|trafficker|gang|agency|agent)s?(?: \w+){0,2}$"
)
_ON_HOLIDAY = re.compile(r"(?:on|for) (?:(?:a|her|his|their|the) )?(?:holidays?|hols|weekend|break|concert|wedding)\b")
_ASKS_OF = re.compile(r"(?:^| )(?:cover(?:s|ing)?|do (?:you|yous|yiz|ye) (?:do|serve)|who (?:does|serves))$")
_CALLS_FROM = re.compile(
    r"(?:^| )(?:im|i am|were|we are|calling|ringing|phoning|writing|working|work|emailing) (?:from|fae|in)$"
)
_UP_HERE = re.compile(
    r"\b(?:(?:up|now|back) here|here now|moved up|came up|up the road now|up now|now in|back now|back up|years? ago)\b"
)


def before(text: Text, mention: Mention, most: int = 8) -> str:
    """Return the words of the same clause before a mention."""
    start = mention.start
    while start > 0 and mention.start - start < most and not text.stops[start]:
        start -= 1
    return " ".join(text.plain[start : mention.start])


def after(text: Text, mention: Mention, most: int = 5) -> str:
    """Return the words of the same clause after a mention."""
    end = mention.end
    while end < len(text.plain) and end - mention.end < most and not text.stops[end]:
        end += 1
    return " ".join(text.plain[mention.end : end])


def between(text: Text, one: Mention, other: Mention) -> str:
    """Return the words between two mentions."""
    return " ".join(text.plain[one.end : other.start])


def is_ruled_out(mention: Mention, text: Text, last: Mention | None) -> bool:
    """Say whether a mention is named only to rule it out, or only asked about after another place."""
    ahead, behind = before(text, mention), after(text, mention, 1)
    if _JUST_OUTSIDE.search(ahead):
        return mention.name.city
    if _OUTSIDE.search(ahead) and mention.name.councils and not (mention.name.city or mention.name.council):
        return False  # a caravan outside Crieff is in Crieff's council
    if RULED_OUT.search(ahead):
        return not (last and between(text, last, mention) in ("outside", "ootside"))
    if RULED_OUT_AFTER.match(after(text, mention)) and mention.end + 2 < len(text.plain):
        return True
    if last and last.name.councils and PASSED_ON.match(after(text, mention)):
        return True
    if _last(ahead) == "no" and (not behind or behind in (*_NO_AFTER, mention.words) or _follows(last, mention, text)):
        return True
    if last and last.name.councils and ahead.endswith(f"no {mention.words}"):
        return True  # the second Glasgow in: Port Glasgow, no Glasgow Glasgow
    asked = _ASKED.search(ahead)
    return bool(asked and last and last.name.councils and mention.name.council and not last.name.council)


def _follows(last: Mention | None, mention: Mention, text: Text) -> bool:
    """Say whether a mention comes straight after another that counts, but for no: Forfar no Dundee."""
    return last is not None and between(text, last, mention) in ("no", "but no", "and no")


def is_of_a_name(mention: Mention, text: Text) -> bool:
    """Say whether a mention is part of the name of a person, a street, a hospital, a prison, a service, a product."""
    ahead, behind = before(text, mention, 4), after(text, mention)
    last, following = _last(ahead), behind.split(" ")[0]
    if _OF_AN_ORGANISATION.match(behind) or _OF_A_STREET.match(behind) or _NAMED_BEFORE.search(ahead):
        return True
    if mention.words in PRISON_TOWNS and _FREED.search(ahead):
        return True
    if last in TITLES or (last in GIVEN and last not in SAME_WORD):
        return True
    unplaced = SAME_WORD.get(last, last) not in _PLACING and following not in ALSO_PLACES
    if following in SURNAMES and (unplaced or mention.name.beside or not mention.name.councils):
        return True
    return bool(SAME_WORD.get(last, last) not in _PLACING and _SPEAKS.match(behind))


def is_of_a_service(mention: Mention, text: Text) -> bool:
    """Say whether a mention begins the name of an organisation."""
    return bool(_OF_AN_ORGANISATION.match(after(text, mention)))


def stands_well(mention: Mention, text: Text, last: Mention | None, ruled_out: Mention | None = None) -> bool:
    """Say whether a name that is also a word or a person's, or is a slip, stands where a place would stand."""
    name = mention.name
    if mention.words in MISSPELT and not (text.stops[mention.start] and text.stops[mention.end]):
        return _is_placed(mention, text)
    if (last or ruled_out) and text.stops[mention.start] and text.stops[mention.end]:
        return True  # a sentence of its own after another place: not in Stirling. Denny
    if not name.councils:
        return mention.sure or _stands_like_a_place(mention, text, last)
    if not name.beside:
        return (mention.sure and mention.words != "angus") or _stands_like_a_place(mention, text, last)
    words = before(text, mention, 3).split(" ")
    if {words[-1], SAME_WORD.get(words[-1], words[-1])} & name.beside:
        return not (len(words) > 1 and words[-2] in SENT and words[-1] in ("from", "fae"))
    if mention.words in ALSO_WORDS:
        listed = last is not None and is_listed(last, mention, text)
        return listed or _opens_as_a_town(mention, text) or _GOES_TO.search(before(text, mention)) is not None
    if _AS_FAR.search(" ".join(words)):
        return True
    possessive = text.plain[mention.end - 1] == text.mended[mention.end - 1] + "s"
    return not possessive and _stands_like_a_place(mention, text, last)


def _last(words: str) -> str:
    return words.rsplit(" ", 1)[-1]


def _is_placed(mention: Mention, text: Text) -> bool:
    """Say whether in, from or near stands right before a mention."""
    ahead = _last(before(text, mention, 2))
    return SAME_WORD.get(ahead, ahead) in _PLACING


def _opens_as_a_town(mention: Mention, text: Text) -> bool:
    """Say whether a town such as Gala or Dollar opens a sentence that goes on as one of a place would."""
    thing = TOWN_WORDS.get(mention.words)
    if thing is None or not text.stops[mention.start]:
        return False
    return text.stops[mention.end] or text.plain[mention.end] not in thing


def _stands_like_a_place(mention: Mention, text: Text, last: Mention | None) -> bool:
    """Say whether in or from stands before it, or help or team after it, or it is in a list, or is all there is."""
    ahead, behind = _last(before(text, mention, 2)), after(text, mention, 1)
    if _is_placed(mention, text) or behind in CIVIC or behind in FOLK or (ahead in CIVIC and not behind):
        return True
    if last and is_listed(last, mention, text):
        return True
    others = (*text.plain[: mention.start], *text.plain[mention.end :])
    if all(word in FILLERS for word in others) and "im" not in others:
        return True
    following = " ".join(text.plain[mention.end : mention.end + 2])
    of_a_person = mention.name.beside or mention.words in GIVEN or mention.words in GIVEN_WORDS
    if not text.stops[mention.start] or (of_a_person and _IS_A_PERSON.match(following)):
        return False
    if mention.words in GIVEN or mention.words in GIVEN_WORDS:
        return mention.start == 0 and text.stops[mention.end]
    return True


def is_listed(one: Mention, other: Mention, text: Text) -> bool:
    """Say whether one mention follows another as in a list."""
    words = between(text, one, other)
    return words in ("and", "or", "to", "tae", "n") or (not words and text.commas[other.start])


def is_in_one_list(doubtful: Mention, other: Mention, text: Text) -> bool:
    """Say whether a doubtful name stands in a list with a sure one after it."""
    words = between(text, doubtful, other)
    return words in ("and", "or") and not (doubtful.words in ALSO_WORDS and "on" not in doubtful.name.beside)


def are_islands(one: Mention, other: Mention, text: Text) -> bool:
    """Say whether two doubtful names are a pair of islands: Mull or Iona, Lewis and Skye."""
    return "on" in one.name.beside & other.name.beside and between(text, one, other) in ("and", "or")


def is_another(mention: Mention, text: Text) -> bool:
    """Say whether the message says that a place of this name elsewhere is meant: Perth, the Australian one."""
    match = _HERE_IS.match(" ".join(text.plain[mention.end : mention.end + 10]))
    return bool(match and not match[1])


def leaves_for(one: Mention, other: Mention, text: Text) -> bool:
    """Say whether somebody left one place for good, to live in the next: flitted from Motherwell to Leeds."""
    return bool(_FOR_GOOD.fullmatch(between(text, one, other)) and _LEAVES.search(before(text, one)))


def is_back_here(text: Text) -> bool:
    """Say whether the message goes on to Scotland, or tells of long ago."""
    return bool(_UP_HERE.search(" ".join(text.plain)))


def is_where_she_is(mention: Mention, text: Text) -> bool:
    """Say whether somebody needs help in a place outside Scotland."""
    ahead = before(text, mention)
    if _OTHERS.search(ahead) or _ON_HOLIDAY.match(after(text, mention)):
        return False
    if any(character.isdigit() for character in mention.words) or _asks_or_is_there(ahead):
        return True
    alone = not ahead and mention.start == 0
    return (alone or ahead == "in") and _stands_like_a_place(mention, text, None)


def _asks_or_is_there(ahead: str) -> bool:
    return bool(_IS_THERE.search(ahead) or _ASKS_OF.search(ahead) or _CALLS_FROM.search(ahead))
