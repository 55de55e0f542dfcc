"""Read who a message says the person is: he or they, how old, from another country, trans, on the phone; corrections.

Most messages mention other people too, so a pronoun counts only if it can hardly mean anybody else: it is said outright
("its a he not a she"), or nobody else is mentioned. An age counts if it is the person's own: "shes 15", "17 year old",
"not 17 but 18". "14 weeks", "her 5 year old" and "since she was 15" do not count.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from bot.core.hearing import LEARNED, Danger
from bot.core.thread import AgeBand, Person, Pronoun, setting_code
from bot.core.vocabulary import Vocabulary
from bot.hearing.acts.man_in_need import MEN, OLD, SEEN, harmed_at_first, is_of_man_harmed, man_helped
from bot.hearing.matching.in_talk import put_right
from bot.hearing.text import TypedMessage, normalise, words

_MAN = rf"(?:he|{MEN}|son|brother)"
_WOMAN = r"(?:she|woman|female|lassie|girl|lass|lady|daughter|sister|quine)"
_A = r"(?:a |an |the |young |wee |old |trans |male |female )*"
_PUT_RIGHT = rf"(?:it ?'?s|its|it is|that'?s|i meant?|meant|should be|put|turns out its?'?s?|{SEEN} (?:is|was))"
_NOT = r"(?:no|not|instead of)"
_WAIT = r"(?:no|na[wh]|och|oh|wait|(?:hang|hold|haud) on|oops|sorry|actually|i meant?|scra(?:p|tch) that|m[ya] mistake)"
_SORRY = rf"^(?:(?:{_WAIT}|correction|typo)[ ,]*)+"


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts))


_SAID_HE = _any(
    rf"\b{_PUT_RIGHT} {_A}{_MAN}\b",
    rf"\b{_MAN},? {_NOT} {_A}{_WOMAN}\b",
    rf"\b(?:not|no) {_A}{_WOMAN},? (?:but |its |it's )?{_A}{_MAN}\b",
    rf"\bmale {SEEN}\b",
    rf"\bs?he ?(?:'?s|is) (?:actually |really )*{_A}(?:he|man|guy|bloke|lad)\b(?! (?:who|that)\b)",  # "shes a he btw"
    r"\bhe/him\b",
    r"\bhim,? (?:no|not) her\b",
    rf"{_SORRY}{_A}(?:he|him|his|{MEN})(?:$|[,.])",
    r"[.,] ?(?:he|him)\W*$|^(?:he|him),? (?:rather|sorry|actually|i meant?)\W*$",  # "hes 21. he"; "he rather"
    r"(?<!\bim )(?<!\bi'm )(?<!\bi am )\bmale\b(?=\W*$)",
)
_SAID_SHE = _any(
    rf"\b{_PUT_RIGHT} {_A}{_WOMAN}\b",
    rf"\b{_WOMAN},? {_NOT} {_A}{_MAN}\b",
    rf"\b(?:not|no) {_A}{_MAN},? (?:but |its |it's )?{_A}{_WOMAN}\b",
    rf"\bs?he ?(?:'?s|is) (?:actually |really )*{_A}(?:she|woman|girl|lassie|lady)\b",
    r"\bshe/her\b",
    r"\bher,? (?:no|not) him\b",
    rf"{_SORRY}{_A}(?:her|{_WOMAN})(?:$|[,.])",
    r"[.,] ?she\W*$|^(?:she|her),? (?:rather|sorry|actually|i meant?)\W*$",
)
_SAID_THEY = re.compile(
    r"\bthey/them\b|\b(?:uses?|goes by|prefers?|its?(?: a| is)?) they\b|\bnon ?-?binary\b|\bthey,? (?:not|no) s?he\b"
)
_OUTRIGHT: tuple[tuple[Pronoun, re.Pattern[str]], ...] = (("they", _SAID_THEY), ("he", _SAID_HE), ("she", _SAID_SHE))
_HE = re.compile(r"\b(?:he|hes|he's|him|his|himself|himsel)\b")
_KEPT_AWAY = re.compile(  # somebody kept away, or who may say no, is not the person
    r"\b(?:keep|kept|stop|stopping|report|ban|block|arrest|evict|avoid|flee|from|rid of)(?: \w+)? him\b|"
    r"\b(?:get|put|have) him (?:out|away|off|kept|moved|removed|lifted)\b|\bif he says no\b|"
    r"\bhim (?:away|getting in|coming (?:back|round|near))\b|\bhe (?:still )?(?:has|have|got) (?:the |a |her )?keys?\b"
)
_A_MAN = _any(_HE.pattern, rf"\b(?:{MEN}|son|brother|husband|dad|father|gay|grindr)s?\b", r"\b(?:wo)?mens?\b")
_HER = re.compile(r"\b(?:she|shes|she's|her|hers|hersel|herself|girl|lassie|woman)\b")
_OTHERS = re.compile(
    r"\b(?:she|shes|she's|her|hers|hersel|herself|woman|women|girl|girls|lassie|lassies|lass|wife|mum|mother|daughter|"
    r"boyfriend|partner|husband|punter|client|clients|buyer|pimp|trafficker|dealer|colleague|landlord|gaffer|boss)\b"
)
_MAY_BE_YOUNG = (
    r"girls?|boys?|young (?:one|yin|person|people)|child(?! protection\b)|children|kids?|weans?|bairns?|bab(?:y|ies)|"
    r"toddler|pupils?|teen\w*|minor|s[1-6]|under ?-?1[0-8]|sisters?|brothers?|(?:step|grand)?daughters?|"
    r"(?:step|grand)?sons?|niece|nephew|cousin"
)
_YOUNG = re.compile(rf"\b(?:{_MAY_BE_YOUNG}|1[0-7])\b")
_YOUNG_OR_OTHER = re.compile(  # somebody else who may be young, or may have this age
    rf"\b(?:{_MAY_BE_YOUNG}|pals?|friends?|dad|father|uncle|stepdad|"
    r"boyfriend|partner|ex|husband|man|men|punters?|clients?|buyer|pimp|trafficker|dealer|[1-9]|1[0-7])\b"
)
_SELLS = r"(?:sells?|selling|escort(?:s|ing)?|gets? paid|rent boy|sex work|onlyfans|cams?)"
_HE_SELLS = re.compile(rf"\b{_MAN}\b.{{0,60}}\b{_SELLS}\b")
_UNITS = (
    r"weeks?|wks?|months?|mths?|mins?|minutes?|days?|hours?|hrs?|am|pm|k|%|quid|pounds?|grand|st|nd|rd|th|men|kids|"
    r"weans|bairns|of|times|stone|miles|:|\.\d|/|-\d|years?\b(?! ?-?(?:old|auld))"
)
_N = rf"([1-9]\d)(?! ?(?:{_UNITS}))\b"
_SUBJECT = r"(?:she|he|they|lassie|lass|girl|boy|lad|pupil|student|patient|client|person|woman|man|guy|claimant|tenant)"
_JUST = r"(?:a |only |just |about |actually |now |really |nearly |like |aged? )*"
_OWN_AGE = _any(
    rf"\b{_SUBJECT}(?:'?s|'?re| is| are| only| just| about| actually| now| really| nearly)* {_JUST}{_N}",
    rf"\b{_SUBJECT}(?:'?s)?,? (?:(?:who|has|had|have|just|only|actually|really|now) )*turned {_N}",
    rf"^(?:(?:and|but|so|ok|well|what) )*if {_SUBJECT} (?:was|were|wis) {_JUST}{_N}",
    rf"\baged? {_N}",
    rf"(?:(?:\b{_SUBJECT})?,|\b{_SUBJECT}|\b(?:fe)?male) \(?{_N}(?=[,)]|\.?$)",  # "woman, 34, lives alone"
    rf"\b(?:lad|lassie|lass|girl|boy|kid|wean|bairn|child|teen|pupil|woman|man|guy|mum) of {_JUST}{_N}",
    rf"\b([1-9]\d) ?-?{OLD}\b(?: {_SUBJECT}\b)?",
)
_ANOTHERS_AGE = re.compile(  # after "she": "told me a 22 year old gives her vapes", "is seeing a 30 yr old"
    r"\b(?:with|by|from|to|seeing|dating|meet(?:s|ing)?|met|sees|and|that|me|says?) (?:a|an|some|this) "
    rf"(?:1[89]|[2-9]\d) ?-?{OLD}\b(?! (?:girl|lassie|pupil|daughter|sister))"
)
_CORRECTED_AGE = _any(
    rf"\b{_N},? (?:no|not|instead of|rather than) [1-9]\d\b",
    rf"\b(?:not|no) [1-9]\d,?(?: but| its| it's| she'?s| he'?s)? {_N}",
    rf"\b(?:typo|sorry|meant|actually|correction|make that|should be|should say|says),? {_N}$",
    rf"\bmistake,? (?:i|s?he|they) (?:means?|meant) {_N}",
    rf"^(?:(?:oh|no|aye|wait|sorry|its|it's|s?he'?s),? )*{_N},? "
    r"(?:sorry|actually|(?:no|not)(?: [1-9]\d)?|btw|(?:he|she|they|i) got)\b",
    rf"\b(?:put|said|wrote|typed) [1-9]\d,? (?:but |sorry |actually )*(?:s?he'?s|they'?re|it'?s|s?he is) {_JUST}{_N}",
    rf"^(?:{_WAIT},? )+(?:its |it's |s?he'?s |she is |he is )?{_N}$",
)
_HER_AGE = re.compile(rf"\b(?:she|woman|lady|female|lass(?:ie)?|girl|pupil)(?:'?s| is| of)?,? {_JUST}{_N}")
_HIS_AGE = re.compile(rf"\bhe(?:'?s| is| only| just| about)* {_JUST}{_N}")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
_NOT_YET = _any(  # the age that the person will be
    rf"\b{_SUBJECT}(?:'?s| is)? ?(?:not|no|isn'?t|isny) {_N} (?:yet|until|till?|for)\b",
    rf"\b{_SUBJECT}(?:'?s|'ll| is| will)? (?:turns|turning|be|nearly|almost|about to (?:be|turn)) {_N}",
    rf"\b{_SUBJECT}(?:'?s| is) {_N} (?:in {_MONTH}|next(?: (?:week|month|year))?|soon)\b",
)
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_IN_WORDS = {word: str(years) for years, word in enumerate(_TEENS.split(), 11)}
_IN_WORD = re.compile(rf"\b(?:{'|'.join(_IN_WORDS)})\b")
_PAST = _any(
    r"\b(?:since|when|at|from|till|until|before) (?:s?he|they)? ?(?:was |were )?(?:about |only |just )?[1-9]\d\b",
    r"\bwas [1-9]\d when\b",
)
_OF_A_CHILD = re.compile(
    r"\b(?:her|his|their|my|with a|has a|a wee) (?:(?:kid|wean|bairn|child|boy|girl) of|[1-9]\d? ?-?(?:year|yr|yo))"
)
_UNDER_16 = re.compile(r"\bunder ?-?(?:16|sixteen)\b")
_UNDER_18 = _any(
    r"\bunder ?-?(?:18|eighteen|age)\b|\ba minor\b|\b(?:she's|shes|still) a (?:child|wean|bairn)\b",
    r"^(?!.*\b(?:mum|mother|dad|father|parents?|carer|daughter|son|sister|brother|niece|nephew)\b).*"
    r"\b(?:(?:pupil|girl|boy|lad|lassie|lass|s?he(?:'?s| is)?) (?:only |just )*in s[1-6]|s[1-6] (?:pupil|girl|boy))\b",
)
_ADULT = re.compile(r"\b(?:s?he'?s|they'?re|is|if s?he (?:was|were)) (?:just )?(?:an adult|over (?:18|eighteen))\b")
SOMEBODY = re.compile(
    rf"{_OTHERS.pattern}|{_HE.pattern}|\b(?:{_MAY_BE_YOUNG}|{MEN}|{SEEN}s?|pts?|men|they(?:'?re)?|them|their|people|"
    rf"sex)\b"
)
_REMARKED = 4  # words; of fewer, "council tax" or "the flat above" is a question
_OWN = re.compile(r"\b(?:i'?(?:m|ve|ll|d)?|ah|ahm|am|me|my|ma|masel|you(?:'?re)?|ye|yer|ye've)\b|^(?:ha)+\b")
_MIGRANT = re.compile(r"\b(?:migrant|asylum|refugee|undocumented|no papers|no recourse|nrpf|visa)\b")
_TRANS = re.compile(r"\b(?<!not )(?<!isnt )trans(?:gender)?\b")
_PUTS_RIGHT = re.compile(r"(?!.*(?:\?|\b(?:if|what)\b)).*\b(?:no|not|naw|nah|isn'?t|wasn'?t|sorry|actually|meant?)\b")
CORRECTS = _any(
    r"\b(?:sorry|actually|i meant?|meant|correction|typo|btw|by the way|my bad|ma bad)\b",
    r"\bshould (?:of|have) (?:said|put)\b",
    r"\b(?:(?<!it )wait|(?:hang|hold|haud) on|och|oops|scra(?:p|tch) that|turns out|mixed up|misread|wrong way)\b",
    r"^mistake\b|\bmy mistake\b",
    r"\b(?:records say|id says|checked)\b|\b(?:no|not|naw|nah),? (?:a )?\w+$",
    r"^(?:no|not) \w+,? (?:but |its )?\w+$|\b(?:no|not) [1-9]\d\b",
)
_LITTLE = frozenset(
    "naw nah scratch scrap sorry actually i meant mean keep putting saying typing correction typo btw by the way my "
    "ma bad should of have said put wait hang hold haud on och oops turns out mixed up misread mistake no not but its "
    "it is a an she he they shes hes theyre them him her im that was thats just only about now really young wee old "
    "records say says id checked and if what s so then well oh ah ok okay right male female man guy bloke woman "
    "lassie girl boy lad patient client claimant tenant student person pupil year years yo yr uses use trans gender "
    "transgender adult under child minor aged age been told with got wrong who for too as also though oot new over "
    "were wis his showed us passport rather resident guest prisoner caller".split()
)
_SAME_MATTER = frozenset(  # a correction of who or when in these words leaves the page as it is
    "sister brother mum mam maw mother da dad father gran nan auntie uncle cousin wife friend flatmate neighbour "
    "colleague worker manager boss nurse doctor carer teacher me asking sells selling came letter appointment "
    "meeting visit that think thinks thinking suspect suspects "
    "mon monday tue tues tuesday wed wednesday thurs thursday fri friday sat sunday week".split()
)

_HE_WHO_HARMED = re.compile(  # where he is does not say how staff are in touch with her
    r"\b(?:(?:stabbed|attacked|raped|hurt|assaulted|battered|strangled|choked|robbed|trafficked|pimped|ran) "
    r"(?:her|him|them|me)|boyfriend|partner|ex|husband|punter|buyer|attacker|pimp|dealer|trafficker|abuser)"
    r"(?: (?:is|was|has|been|being|held|still|now|just|currently))* $"
)
SettingPatterns = Mapping[str, re.Pattern[str]]


def settings_of(vocabulary: Vocabulary) -> SettingPatterns:
    """Return the patterns that find the words for each setting, by the setting's code."""
    found = {}
    for setting, said in vocabulary.setting_words.items():
        spelt = sorted((re.escape(" ".join(words(normalise(text)))) for text in said), key=len, reverse=True)
        found[setting_code(setting)] = re.compile(rf"\b(?<!\bnot )(?<!\bno )(?:{'|'.join(spelt)})\b")
    return found


class SaidOfPerson(NamedTuple):
    """What a message says about the person."""

    person: Person  # what it says; empty if it says nothing
    alone: bool  # whether it says nothing else, or only corrects who somebody beside the person is, or when
    corrects: bool  # whether it corrects what was said before
    put_right: tuple[str, ...]  # how a page says when another fits, if it says that this is so instead
    outright: bool  # whether the pronoun was said outright
    harmed: bool  # whether it is about a man who is harmed or at risk, so that "he" means the person even in danger
    at_first: bool  # whether it says this about him or them less surely, so that it counts only if it begins a talk
    young: bool  # whether it mentions somebody who may be under 18
    grown: bool  # whether it says that the person is an adult, and mentions nobody else who may be young

    def outright_beside(self, danger: Danger | None) -> bool:
        """Return whether the pronoun was said outright; in danger "he" may be its cause, unless he is harmed."""
        in_danger = danger is not None and danger.grade == "card"
        return self.outright and (not in_danger or self.harmed or self.person.pronoun == "they")


def read(message: TypedMessage, settings: SettingPatterns = MappingProxyType({})) -> SaidOfPerson:
    """Return what a message says about the person the talk is about."""
    text = message.text
    pronoun, outright, harmed = _pronoun(text)
    at_first = "" if outright else harmed_at_first(text)
    age = _age(text)
    setting, rest = _setting(" ".join(message.words), settings)
    left = [word for word in _NOT_YET.sub(" ", rest).split() if word not in _LITTLE and not word.isdecimal()]
    same = bool(left) and _SAME_MATTER.issuperset(left) and bool(_PUTS_RIGHT.match(text))
    setting = "" if same else setting  # "shes the mum not the pupil"
    person = Person(at_first or pronoun, age, bool(_MIGRANT.search(text)), bool(_TRANS.search(text)), setting)
    rest_of_it = _CORRECTED_AGE.sub(" ", _SAID_HE.sub(" ", _SAID_SHE.sub(" ", text)))
    others = _OWN_AGE.sub(" ", rest_of_it, 1)
    both = rest_of_it == text and _HE.search(text) and _OTHERS.search(text)
    if both and not (person.is_child or outright) and _HIS_AGE.search(text):
        age, person = "", replace(person, age="")  # "she says he's her boyfriend, he's 24"
    other = _YOUNG.search(others) if _HER_AGE.search(text) else both or _YOUNG_OR_OTHER.search(others)
    grown = bool(age) and not (person.is_child or other)
    young, alone = person.is_child or bool(_YOUNG.search(text)), same if left else person != Person()
    instead = put_right(text, corrects=(corrects := bool(CORRECTS.search(text))))
    return SaidOfPerson(person, alone, corrects, instead, outright, harmed, bool(at_first), young, grown)


def may_be_of_him(text: str) -> bool:
    """Return whether a message may be about a man: it mentions one, and no woman unless she is ruled out."""
    said = normalise(text)
    return bool(_SAID_HE.search(said) or (_A_MAN.search(said) and not _HER.search(said)))


def is_remark(text: str) -> bool:
    """Return whether a normalised text names nobody but whoever writes or Signpost, and one of them if it is short."""
    return not SOMEBODY.search(text) and (len(text.split()) >= _REMARKED or bool(_OWN.search(text)))


def _setting(text: str, settings: SettingPatterns) -> tuple[str, str]:
    """Return the code of the setting with the longest match, or ``""``, and the text without those words."""
    matches = ((pattern.search(text), of) for of, pattern in settings.items())
    found = [(m[0], of) for m, of in matches if m and not _HE_WHO_HARMED.search(text[: m.start()])]
    said, setting = max(found, key=lambda one: len(one[0]), default=("", ""))
    return setting, text.replace(said, " ") if said else text


def _pronoun(text: str) -> tuple[Pronoun, bool, bool]:
    """Return the person's pronoun, whether it was said outright, and whether the person is a man who is harmed."""
    harmed = is_of_man_harmed(text)
    told: Pronoun = next((pronoun for pronoun, said in _OUTRIGHT if said.search(text)), "")
    if told or harmed:
        return told or "he", True, harmed
    helped, rest = man_helped(text)
    him = helped or _HE.search(_KEPT_AWAY.sub(" ", text)) or _HE_SELLS.search(text)
    return ("he" if him and not _OTHERS.search(rest) else ""), False, harmed


def _age(text: str) -> AgeBand:
    if _UNDER_16.search(text):
        return "under-16"
    text = _IN_WORD.sub(lambda word: _IN_WORDS[word[0]], text)
    if her := _HER.search(text):
        text = text[: her.end()] + _ANOTHERS_AGE.sub(" ", text[her.end() :])
    if coming := _NOT_YET.search(text):
        return band(int(next(years for years in coming.groups() if years)) - 1)
    found = _CORRECTED_AGE.search(text)
    own = _OF_A_CHILD.sub(" ", _PAST.sub(" ", text))
    if found is None and (found := _OWN_AGE.search(own)) and _A_MAN.match(found[0]):
        other = _OWN_AGE.search(own, found.end())  # "man, 45, pays a girl of 16"; "he's 18, somebody says he's 16"
        found = other if other and _YOUNG.search(other[0]) else found
    if found is None:
        if _UNDER_18.search(text):
            return "under-18"
        return "adult" if _ADULT.search(text) else ""
    return band(int(next(years for years in found.groups() if years)))


def band(years: int) -> AgeBand:
    """Return the band of an age in years; none for a small child, because the person never is one."""
    if years < 10:
        return ""
    return "under-16" if years < 16 else "16-17" if years < 18 else "18-25" if years < 26 else "adult"


def unless_of_person(danger: Danger | None, said: SaidOfPerson, *, courteous: bool) -> Danger | None:
    """Return the danger, unless a message is only courtesies or corrects who the person is: the model knows neither.

    If it gives a child's age or a setting, the message may be about somebody else too.
    """
    if danger is None or danger.because != (LEARNED,):
        return danger
    who = said.person  # nobody, in "its the gran no the dad"
    only_who = said.alone and (said.outright or who == Person()) and not (who.is_child or who.setting)
    return None if only_who or courteous else danger
