"""Words around the name of a place that rule it out: not in Leith, will not set foot in Hamilton, anywhere but Fife."""

import re

_IN = (
    r"(?:in|into|intae|inside|at|from|fae|frae|to|tae|near|under|for|part of|within|around|(?:any|ony)(?:where|whaur) "
    r"(?:in|near)|based in|living in"
    r"|staying in|close to|over in|up in|through in|back in|back to)"
)
_GO = (
    r"(?:go|gaun|gan|travel|move|get|come|return|relocate|be|be seen|(?:set|step|put)(?: a)? (?:foot|fit)"
    r"|show (?:her|his|their) face)"
    r"(?: back| through| over| up| down| doon)?"
)
_DO = r"(?:lived?|stay(?:ed)?|bide|work(?:ed)?|been|cover|serve|do|want|like)(?: back| through| over| up| down| doon)?"
_CANNOT = (
    r"(?:cant|cannae|cannot|canny|canna|couldnt|couldn(?:ae|y|a)|wont|willn(?:ae|y)|winn(?:ae|a|y)|wouldnt"
    r"|wouldn(?:ae|y|a)"
    r"|shouldnt|shouldn(?:ae|y)|(?:will|would|can|could|should|must|shell|hell|theyll|youll|well|ill) (?:not|no|never"
    r"|nae)"
    r"|barred|banned|refuses|refused|refusing)"
)
_DOES_NOT = (
    r"(?:do(?:es)?nt|do(?:es)? not|do(?:es)?n(?:ae|y|a)|disn(?:ae|y|a)|dinn(?:ae|y|a)|didnt|did not|didn(?:ae|y|a)"
    r"|never"
    r"|no longer|isnt|isn(?:ae|y|a)|not|no)"
)
_SEND = (
    r"(?:send|refer|put|place|take|move|transfer|book|house|rehouse|direct|point|signpost|bring)"
    r"(?: (?:her|him|them|me|us|this|it))?(?: back| through| over| up| down| doon)? (?:to|tae|in|into|at|near|up)"
)
_WANT = r"(?:want|wanting|wantin|need|needing|use|using|asking for|looking for|after)(?: to| tae)?"
_THING = (
    r"(?: (?:a|the|any|her|be|being|go|move|stay|live|anything|onything|anywhere|somewhere|nothing|seen|sent|housed"
    r"|placed"
    r"|moved|referred|help|services?|support|bed|place|flat|clinic|refuge|hostel|back)){0,4}"
)
_NOT = (
    r"(?:not|not even|isnt|isnae|isny|isna|arent|arenae|wasnt|wasnae|never|no longer|nor|neither|aint|nae|except"
    r"|excluding|any(?:where|thing|one) (?:but|bar|except|save)|but not|apart fae|apart from|other than|rather than"
    r"|instead of|nowhere near|outwith"
    r"|outside|ootside|outside of|forget|avoid|avoiding)"
)
_CROSS = r"cross(?: the)? (?:water|watter|bridge|river|firth)(?: to| tae)?"
_THINKS = (
    r"(?:everybody|everyone|folk|people|they|google)(?: all| always| aye| keeps?)? (?:thinks?|assumes?|reckons?) "
    r"(?:its|thats|it is|that is|were|we are|shes|she is)"
)
RULED_OUT = re.compile(
    rf"(?:^| )(?:{_NOT}(?: {_IN})?|no {_IN}|as far (?:away )?(?:from|fae|frae)"
    rf"|(?:not|isnt|isnae|no) (?:going|gaun|moving|living|staying|based|registered)(?: back)? {_IN}"
    rf"|no way (?:will|would|can) (?:she|he|they|i|we) {_GO}(?: {_IN})?"
    rf"|{_CANNOT}(?: to| tae| ever| be)? {_GO}(?: {_IN})?"
    rf"|(?:barred|banned|excluded) (?:from|fae|in)(?: \w+){{0,4}}?(?: in)?|(?:{_CANNOT}|{_DOES_NOT})(?: be)? {_SEND}"
    rf"|(?:{_CANNOT}|{_DOES_NOT}) {_WANT}{_THING}(?: {_IN})?"
    rf"|{_DOES_NOT}(?: want to| wanna| want tae| need to| to| tae| going to| gonnae| gonny)? (?:{_GO}|{_DO})(?: {_IN})?"
    rf"|{_CANNOT}(?: to| tae| ever)? (?:do|face|manage|thole|{_CROSS})|{_THINKS}(?: in| under| part of)?"
    rf"|(?:dont|dinnae|do not) let|(?:no|not|nae) the (?:bit|one|yin|wan|place)(?: in| near| at| by)?"
    rf")(?: the| that)?(?: city of| city o| toon o| town of)?$"
)
PASSED_ON = re.compile(  # after a place that is not the first: the Glasgow team sent her back to me
    r"(?:team|office|council|lot|folk|hub|social work|service|services|housing|desk)(?: \w+)? "
    r"(?:sent|send|sends|told|tell|said|says?|wont|willnae|refuse[ds]?|passed|pass|knocked|bounced?|punted|isnt|isnae)\b"
)
RULED_OUT_AFTER = re.compile(
    r"(?:is |was |s )?(?:(?:too|ower|far too|miles too) far|(?:is|was) (?:no|not|nae) (?:good|use|near)"
    r"|(?:is|was) (?:no|not|nae) (?:possible|an option)|(?:wont|willnae) do"
    r"|(?:so |and |but )?(?:anywhere but|not|no|nowhere near|away from|outside|no in) there"
    r"|(?:and |but )?(?:its|thats|it is|that is) (?:the )?(?:wrong|no right|not right))\b"
)
