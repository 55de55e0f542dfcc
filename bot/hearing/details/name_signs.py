"""The evidence around a word that it is a person's name, and the weight of each kind of evidence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.hearing.details import one_of
from bot.hearing.details.lexicon import Lexicon
from bot.hearing.details.words import Word

# fmt: off
_NAMING = frozenset("name named forename surname nickname alias aka signed cried firstname lastname".split())
_LINKS = frozenset("is was are as its it's of just maybe probably actually called".split())
_SELVES = frozenset("herself hersel himself himsel themself themselves yourself".split())
_PASSIVE = frozenset(
    "is was were are he's she's hes shes who's whos they're being been just be getting got".split()
)
_MET = frozenset(
    "met meeting seen seeing saw visited visiting visit phoned rang ring texted emailed called call "
    "contacted phone supporting helping referred referring refer interviewed know knows assessed housed had "
    "text email re ref regarding concerning attn fao dear thanks cheers regards".split()
)
_POSING = frozenset("works work working worked advertises advertised advertising posing listed posted billed".split())
_CALLS = frozenset("call calls called calling ca caw".split())
_THEM = frozenset("her him them herself himself".split())
_TALK = frozenset(
    "spoke speak speaking spoken talking talked talk chatted chatting chat met meeting explain explained "
    "explaining".split()
)
_PRESENT = frozenset("i'm im am is i here sitting sat stays staying living lives stay live working works was".split())
_HELLO = frozenset("hi hiya hello hey hullo morning it's its i'm im heya here's".split())
_SMALL = frozenset(
    "about for with wi from fae is was does did has by let gave give see meet and that "
    "to of think says said where when if help support can could would should will since because but or".split()
)
_SAID_TO = _TALK | frozenset(
    "say said write wrote listen explain give gave offer offered sent send happened happens do".split()
)
_TELLING = frozenset("tell told telt ask asked asking telling".split())
_PLACING = frozenset("in at near to from fae around outside across through over isle of off for covers cover".split())
_DRUGS = frozenset("billy charlie molly mandy henry harry".split())
_DOSES = frozenset("bit lot line lines gram grams bag bags wrap wraps dab point ounce deal worth".split())
_PICTURES = frozenset("photo photos picture pictures pic pics video videos image images selfie selfies clip".split())
_DATING = frozenset(
    "in by since until till from before after this next last early late mid on of to for end every each is between "
    "and 1 during".split()
)
_COUNTING = frozenset("a an the any every each some no this that his her their your these those more".split())
# fmt: on

NAMED, BESIDE_NAME, ROLE, DOES, MET, LISTED, TELLING, SMALL = 4.0, 3.0, 2.0, 1.75, 1.5, 1.5, 1.0, 0.5
_BESIDE = re.compile(r"[\s:,\-=(\"'.#/|]*")
_CLOSE = re.compile(r"\s+")
_AFTER_DETAIL = re.compile(r"#\s*[,(:;-]?\s*$")  # "#" is another detail, blanked

_THINGS = one_of(
    "ward, house, unit, hostel, flat, building, block, street, road, school, pub, bar, club, sauna, boat, ship, dog, "
    "cat, puppy, project, service, charity, group, drop-? ?in, centre, clinic, hotel, shop, salon, parlour, website, "
    "site, app, room, wing, surgery, nursery, course, programme, scheme, policy, law, campaign, office, estate, "
    "village, town, place, court, system, drug, pill, company, agency, refuge, hospice, caravan, farm, cottage, it"
)
_NAMED_AFTER = re.compile(
    rf"\b{_THINGS}(?:'?s| is| was| are| thats?)? (?:now |just |only |actually )?(?:called|named|known as|cried)"
    r"(?: (?:after|for|the|an?|some|old|guy|man|woman|saint|lady|lassie|boy|girl)){0,4} [\"']?$"
    r"|\b(?:named|called) after(?: (?:the|an?|some|old|guy|man|woman|saint|lady|lassie|boy|girl)){0,3} [\"']?$"
)
_FAR_ENOUGH = 48  # letters before a name that are searched for the thing it belongs to


@dataclass(frozen=True, slots=True)
class _Following:
    """A wording after a name, and its weight; a ``sure`` one also counts after a word in lower case."""

    form: re.Pattern[str]
    weight: float
    sure: bool = False
    owned: bool = False


def _after(form: str, weight: float, *, sure: bool = False, owned: bool = False) -> _Following:
    return _Following(re.compile(form), weight, sure, owned)


_SAYING = one_of("told, telt, tells, says, sais, disclosed, discloses, admitted, confided, phoned, texted, asked")
_DOING = one_of(
    "said, saying, disclosing, reported, reports, claims, admits, mentioned, rang, texts, asks, wants, wanted, "
    "needs, thinks, feels, keeps, lives, stays, got, gets, goes, went, came, comes, left, moved, turned, never, "
    "refuses, refused, denies, denied, sells, sold, sleeps, takes, took, pays, "
    "paid, waits, waited, drives, drove, sits, cries, drinks, works, worked, hates, hits?, gave, gives, "
    "knows, knew, met, called, brings, brought, who, whos, who's, ran, hasn'?t, hasnae, isn'?t, isnae, isny, "
    "doesn'?t, doesnae, disnae, didn'?t, didnae, won'?t, wouldn'?t, wouldnae, canny, cannae, can'?t, wasn'?t, "
    "wasnae, hadn'?t, and her, and his, declined, declines, attended, cried, missed, tried, owes, sent, uses, used, "
    "has, had, does, no (?:turned|came|been|here|showed|answering|well)"
)
_BEING = one_of(
    r"being, now, still, scared, an?, at, in, on, very, really, back, selling, working, seeing, escorting, pregnant, "
    r"using, staying, living, my, our, her, his, not, no, the, getting, refusing, saying, feart, frightened, "
    r"terrified, homeless, missing, safe, coming, asking, been, here, worried, threatening, off, doing, going, "
    r"with, wi, bringing, touring, sick, ill, sore, hurt, sold, beaten, battered, raped, robbed, found, taken, moved, "
    r"thrown, picked, told, made, brought, tricked, trafficked, arrested, evicted, sanctioned, abused, attacked, "
    r"only, just, out, away, upset, crying, greeting, waiting, drunk, high, \d\d"
)
_MAY = one_of(
    "allowed, needs?, have to, get, go, want, count, come, know, keep, stay, wait, pay, leave, move, lose, qualify, "
    "register, be, report, refuse, entitled, eligible, able, at risk, in danger, safe, ok, okay, still, apply, claim"
)
_KIN = one_of(
    "boyfriend, bf, girlfriend, partner, ex, husband, hubby, wife, mum, mother, maw, dad, father, sister, brother, "
    "sons?, daughters?, weans?, kids?, children, baby, pals?, friends?, cousin, aunt, auntie, uncle, gran, granny, "
    "landlord, pimp, dealer, abuser"
)
_THEIRS = one_of(
    "mate, ma, da, flat, house, home, tenancy, phone, address, file, case, notes, records?, advert, ad, profile, "
    "situation, number, door, worker, social, support, gp, doctor, benefits?, uc, money, birthday, appointment, "
    "appt, school, name, photos?, pics, passport, story, safety, room, host, juju, insta, nudes, statement, account, "
    "visa, bail, keyworker, midwife, email, mobile, bank, card, post, letters?"
)
_DESK = one_of(
    "housing, social, jobcentre, health, school, police, nhs, women, hostel, council, dwp, job centre, homeless, ward, "
    "surgery, clinic, duty, needle, unit, project, addiction, shelter, reception, refuge, office, drop"
)
_ALSO = one_of("kids, weans, bairns, mum, sister, partner, boyfriend, baby, children, two, three, family, wee")
_GOING_ON = one_of(
    "will, would, can, could, and, at, on, about, re, with, to, for, when, if, again, today, yesterday, tonight, "
    "the, an?, being, who"
)
_AFTER = (
    _after(rf"\s+{_SAYING} (?:me|us|her|his|him|them|my|our|the|that|she|he|it|a)\b", 2.25, sure=True),
    _after(rf"\s+{_SAYING}\b", 1.75, sure=True),
    _after(rf"\s+{_DOING}\b|\s*(?:is|was|'s|has|will be) {_BEING}\b", 1.75),
    _after(r"\s*[,(\-]\s*(?:she|he|they|aged?|dob|born|her|my|our|his|an?|is|was|who|has)\b", 1.75),
    _after(r"\s+(?:dob|d\.o\.b|aged?)\b|\s*[,:(\-]?\s*#", 1.75),  # "#" is another detail, blanked
    _after(r"\s*[,(\-]?\s*\d{1,2}\s*(?:\)|,|yo\b|y/o|yrs?\b|years?\b|[mf]\b)", 2.5),
    _after(
        r"\s+(?:is|was|'s) (?:only |just |about |now |nearly |turning )?\d\d"
        r"(?:\s*[,.]|\s*$| (?:and|but|now|so|years?|yrs?|yo)\b)",
        2.5,
    ),
    _after(rf"\s+[1-9]\d (?:{_DOING}|and|from|is|was)\b", 2.0),
    _after(r"\s+in (?:s[1-6]|p[1-7]|(?:my|our) (?:\w+ )?(?:class|group|year|caseload|house))\b", 2.5),
    _after(rf"\s+(?:here|speaking)\b|\s+(?:from|at|in) (?:the |our )?{_DESK}", 1.75),
    _after(r"\s+(?:family|household|siblings|sisters|brothers|twins|boys|girls)\b", 1.5),
    _after(rf"\s+{_MAY}\b", 1.0),
    _after(r"\s+[a-z]{2,}(?:s|ed)\b", 0.75),
    _after(rf"\s+(?:is|was)\b(?! [£\d])|\s+{_GOING_ON}\b|\s*$|\s*[,.?!)]", 0.5),
    _after(rf"\s+and (?:her|his) {_ALSO}\b", 2.0, sure=True),
    _after(rf"\s+{_KIN}\b", 2.25, sure=True, owned=True),
    _after(rf"\s+{_THEIRS}\b", 1.75, owned=True),
    _after(r"", 0.75, owned=True),
)


@dataclass(frozen=True, slots=True)
class NameSigns:
    """The evidence in a text that a word is or is not a name; ``small`` is the text in lower case."""

    small: str
    words: Sequence[Word]
    lexicon: Lexicon

    def after(self, end: int, *, unsure: bool) -> float:
        """Return the weight of the text after a name that ends before the word at ``end``."""
        final = self.words[end - 1]
        place = final.end
        if final.owns:
            place += 2 if self.small.startswith("'s", place) else 1
        follows = (s for s in _AFTER if s.owned == final.owns and (s.sure or not unsure))
        return max((s.weight for s in follows if s.form.match(self.small, place)), default=0.0)

    def before(self, place: int, *, unsure: bool) -> float:
        """Return the weight of the text before a word; before a lower-case word only naming and roles count."""
        keys = list(self._keys_before(place))
        last, second, third = [*keys, "", "", ""][:3]
        last, second = _with_g(last), _with_g(second)
        if last in _NAMING:
            return 0.0 if unsure and self.lexicon.is_plain(self.words[place].key) else BESIDE_NAME
        if _is_naming(last, second, third) or (last == "called" and second in self.lexicon.roles):
            return NAMED
        if last in self.lexicon.roles and not self.words[place - 1].owns and not self._begins_sentence(place):
            return ROLE
        if last in ("to", "with", "wi", "wae") and second in _TALK:
            return ROLE
        if unsure:
            return 0.0
        if self.words[place].big and ((last == "as" and second in _POSING) or (last in _THEM and second in _CALLS)):
            return ROLE
        if last == "is" and second in self.lexicon.roles:
            return ROLE
        if _AFTER_DETAIL.search(self.small, max(0, self.words[place].start - 4), self.words[place].start):
            return MET
        if last in ("with", "wi") and second in _PRESENT:
            return MET
        if last in _MET or (last in ("to", "with", "wi", "wae") and (second in _TALK or second in _MET)):
            return MET
        if last in _HELLO or (last in ("is", "am") and second in ("this", "i")):
            return MET
        return TELLING if last in _TELLING else SMALL if last in _SMALL else 0.0

    def _keys_before(self, place: int) -> Iterator[str]:
        """Yield up to three words before a word, nearest first, separated only by spaces or light punctuation."""
        for at in range(place, max(0, place - 3), -1):
            earlier, later = self.words[at - 1], self.words[at]
            form = _BESIDE if at == place else _CLOSE
            between = self.small[earlier.end : later.start]
            if earlier.owns:
                between = between.removeprefix("'").removeprefix("s")
            if not form.fullmatch(between):
                return
            yield earlier.key

    def _begins_sentence(self, place: int) -> bool:
        return ". " in self.small[self.words[place - 1].end : self.words[place].start]

    def _two_before(self, place: int) -> tuple[str, str]:
        last, second = [*self._keys_before(place), "", ""][:2]
        return last, second

    def is_name_of_thing(self, place: int) -> bool:
        """Return whether a word is the name of a ward, a house or a dog."""
        start = self.words[place].start
        return _NAMED_AFTER.search(self.small, max(0, start - _FAR_ENOUGH), start) is not None

    def follows_place_word(self, place: int) -> bool:
        """Return whether a word such as "in" comes before, which means that a place follows."""
        last, second = self._two_before(place)
        if last == "for" and not self.words[place].placed:
            return False
        beside_place = last in ("and", "or") and second in self.lexicon.places
        return beside_place or (last in _PLACING and not (last == "to" and second in _SAID_TO))

    def is_drug(self, place: int) -> bool:
        """Return whether a word is a drug with a person's name, as in "a wee bit of billy"."""
        last, second = self._two_before(place)
        return self.words[place].key in _DRUGS and last in ("of", "o", "ae") and second in _DOSES

    def is_in_picture(self, place: int) -> bool:
        """Return whether "a photo of" or similar comes before, which means that a person follows and not a place."""
        last, second = self._two_before(place)
        return last == "of" and second in _PICTURES

    def is_date(self, place: int) -> bool:
        """Return whether the name of a month means the month: after "in" or "by", or beside a number."""
        word = self.words[place]
        beside = self.small[max(0, word.start - 3) : word.start] + self.small[word.end : word.end + 3]
        last, second = self._two_before(place)
        return any(map(str.isdigit, beside)) or (last in _DATING and not (last == "to" and second in _SAID_TO))

    def follows_article(self, place: int) -> bool:
        """Return whether "a", "the" or "her" comes before, which makes a name unlikely."""
        beside = place > 0 and self.small[self.words[place - 1].end : self.words[place].start].isspace()
        return beside and self.words[place - 1].key in _COUNTING


def _with_g(word: str) -> str:
    """Return the full -ing form of a word such as seein, if that form counts as evidence."""
    full = word + "g"
    return full if word.endswith("in") and (full in _MET or full in _TALK or full in _TELLING) else word


def _is_naming(last: str, second: str, third: str) -> bool:
    """Return whether the three words before another, nearest first, introduce a name."""
    if (last in _LINKS and second in (*_NAMING, "names")) or (last == "called" and second in _PASSIVE):
        return True
    if last == "by" and second in ("goes", "go", "going", "went", "known"):
        return True
    if last == "as" and (second in ("known", "kent") or (second in _SELVES and third == "introduced")):
        return True
    if last in _SELVES and second in ("calls", "called", "calling", "call", "cries"):
        return True
    return last == "to" and second == "answers"
