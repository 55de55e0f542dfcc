"""What in a sentence says that a word is somebody's name."""

import re
from dataclasses import dataclass

FORMAL = frozenset(
    "mr mrs ms mx miss dr prof professor pc wpc dc ds di dci sgt sergeant constable inspector cllr rev reverend pastor imam lady lord sir sister father nurse sheriff".split()
)
INFORMAL = frozenset(
    "wee big auld old young lang fat daft mad aunty auntie aunt uncle granny gran grandpa papa nana oor".split()
)
TAILS = frozenset(
    "project house centre center hospital clinic trust foundation unit ward street road hostel place court hall school academy college university church "
    "cathedral surgery practice pharmacy hotel pub park bridge square station refuge helpline fund law act bill report inquiry review lodge avenue drive "
    "terrace gardens crescent building tower towers infirmary hospice island bay award day bar inn arms lane way walk wynd".split()
)
TAILS_SMALL = frozenset("project hospital infirmary hospice foundation street road clinic".split())
WORKING_NAMES = frozenset(
    "candy honey star diamond crystal princess lola cherry roxy lexi angel destiny ruby amber jade bella coco kitty kitten tiffany foxy sky skye scarlett scarlet "
    "lace ebony ivory raven paris chanel mercedes porsche bambi bunny lucky misty summer autumn ginger frank jack rob bob bobby sandy ali alec mick john joe jock jo jean ann "
    "mo mac sam dan dave ray ross lewis harry rose grace daisy holly heather rab tam".split()
)

_PERSON = (
    r"client|patient|pt|tenant|claimant|pupil|resident|service user|su|customer|applicant|woman|wumman|wummin|lassie|lass|girl|lady|gentleman|guy|man|boy|lad|laddie|bloke|"
    r"partner|ex|ex[- ](?:partner|husband|boyfriend|wife)|boyfriend|bf|girlfriend|gf|husband|hubby|man|wife|mum|mam|mammy|maw|ma|mother|dad|da|daddy|father|brother|bro|sister|sis|son|daughter|wean|bairn|baby|"
    r"kid|child|toddler|twin|pal|friend|mate|bestie|flatmate|cousin|aunt|auntie|aunty|uncle|niece|nephew|gran|granny|grandad|nana|papa|neighbour|landlord|landlady|pimp|dealer|abuser|"
    r"trafficker|punter|buyer|boss|gaffer|worker|keyworker|social worker|support worker|midwife|health visitor|nurse|colleague|workmate|manager|officer|teacher|counsellor|solicitor|"
    r"student|young person|yp|survivor|victim|escort|weans|bairns|kids|children|sons|daughters|twins|brothers|sisters|pals|friends|someone|somebody|wee one|wee yin"
)
_END = r"[\s:,\-=(\"']*$"


@dataclass(frozen=True, slots=True)
class Sign:
    """A form of words beside a name, and how much it says; a ``sure`` one is trusted beside any word at all."""

    form: re.Pattern[str]
    weight: float
    sure: bool = False
    owned: bool = False

    def fits(self, beside: str, unsure: bool) -> bool:
        """Say whether the form stands beside a name; beside a word that may be a plain one only sure forms count."""
        return (self.sure or not unsure) and self.form.search(beside) is not None


def _before(form: str, weight: float, *, sure: bool = False) -> Sign:
    return Sign(re.compile(rf"(?:^|[^\w'])(?:{form})$"), weight, sure)


def _after(form: str, weight: float, *, sure: bool = False, owned: bool = False) -> Sign:
    return Sign(re.compile(rf"^(?:{form})"), weight, sure, owned)


_IS = r"(?:'s|s)?(?:[\s:=\-]+(?:is|was|as|it'?s|its|probably|maybe|just))?[\s:=\-]*[\"'(]?"
BEFORE = (
    _before(rf"(?:her|his|their|my|the|first|last|second|full|real|street|working|work|birth|maiden|given|whose|client|patient|tenant|pt)\s+(?:sur)?name{_IS}", 3.5, sure=True),
    _before(rf"(?:names?|forename|surname|nickname|alias|aka|a\.k\.a\.?){_IS}", 3.5, sure=True),
    _before(r"(?:named|goes by|going by|known as|kent as|went by|calls? (?:her|him|them)sel(?:f|ves)?|introduced (?:her|him|them)sel(?:f|ves)? as|under the name(?: of)?|answers to|signed)\s+(?:the name\s+|of\s+|just\s+)?[\"']?", 3.5, sure=True),
    _before(rf"(?:(?:is|was|were|are|he'?s|she'?s|whos|who's|{_PERSON})\s+(?:just\s+)?(?:cried|called|named)|called)\s+[\"']?", 3.5, sure=True),
    _before(rf"(?:{_PERSON}){_END[:-1]}", 2.0, sure=True),
    _before(r"(?:spoke|speak|speaking|spoken|talking|talked|chatted|chatting) (?:to|with|wi|wae)\s+|(?:met|meeting|seen|seeing|saw|visited|visiting|phoned|rang|ring|texted|emailed|called|call|contacted|supporting|helping|referred|referring|interviewed|know|knows|assessed|housed|had)(?: with| up with| wi)?\s+", 1.5),
    _before(r"(?:^|[.!?]\s*)(?:hi|hiya|hello|hey|morning|it'?s|this is|i'?m|i am|its only|here'?s)[\s,]+(?:it'?s\s+|its\s+|this is\s+)?", 1.5),
    _before(r"(?:re|ref|regarding|concerning|attn|fao|dear|thanks|cheers|regards)[\s:,\-]+", 1.5),
    _before(r"(?:about|for|with|wi|from|fae|tell|told|telt|ask|asked|asking|is|was|does|did|has|by|let|gave|give|see|meet|and|that|to|of|think|says|said|where|when|if|help|support)\s+", 0.5),
)  # fmt: skip
AFTER = (
    _after(r"\s+(?:told|tells|telt|says|said|sais|saying|disclosed|discloses|disclosing|reported|reports|claims|admitted|admits|mentioned|phoned|rang|texted|texts|asked|asks|wants|wanted|needs|thinks|"
           r"feels|keeps|lives|stays|(?:has|had|hasn'?t|hasnae) (?:been|a|no|had|to|just|told|got|moved|left|said|disclosed|2|two|three|3)|isn'?t|isnae|doesn'?t|doesnae|didn'?t|didnae|won'?t|wouldn'?t|(?:is|was|'s) (?:being|now|still|scared|a|an|at|in|on|too|very|really|back|selling|working|seeing|escorting|pregnant|using|due|staying|living|my|our|her|his|not|no|the|getting|refusing|saying|feart|frightened|terrified|homeless|missing|safe|coming|asking|\d\d)|"
           r"got|gets|goes|went|came|comes|left|moved|turned up|never|refuses|refused|denies|denied|who|whos|who's|and her|and his|sells|sold|sleeps|takes|took|won'?t|canny|cannae|can'?t|works|worked|wid|hates|hit|hits|gave|gives)\b", 1.75),
    _after(r"\s*[,(\-]\s*(?:she|he|aged?|who|dob|d\.o\.b|born|her|my|our|his|a|the)\b|\s+(?:dob|d\.o\.b|aged?)\b|\s+on 0\d", 1.75),
    _after(r"\s*[,(\-]?\s*\d{1,2}\s*(?:\)|,|yo\b|y/o|yrs?\b|years?\b|$|[mf]\b)", 1.75),
    _after(r"\s+(?:here|speaking)\b|\s+(?:from|at|in) (?:the |our )?(?:housing|social|jobcentre|health|school|police|nhs|women|hostel|council|dwp|job centre|homeless|ward|surgery|clinic|duty)", 1.75),
    _after(r"\s+(?:is|was|has|had|will|would|can|could|and|at|on|about|re|said)\b|\s*$|[,.?!]", 0.5),
    _after(r"\s+(?:boyfriend|bf|girlfriend|partner|ex|husband|hubby|wife|mum|mother|maw|ma|dad|da|father|sister|brother|son|daughter|wean|weans|kid|kids|children|baby|pal|pals|friend|friends|mate|cousin|aunt|auntie|uncle|gran|granny|"
           r"flat|house|home|tenancy|phone|address|file|case|notes|record|records|advert|ad|profile|situation|number|door|worker|social|support|gp|doctor|benefit|benefits|uc|money|pimp|dealer|abuser|landlord|birthday|appointment|appt|school|name|photo|photos|pics|passport|review|story|safety|room)\b", 1.75, owned=True),
    _after(r"", 0.75, owned=True),
)  # fmt: skip
