"""Wordings around a place name that rule it out or show its meaning, such as not in Leith, or anywhere but Fife."""

import re

_IN = (
    r"(?:in|into|intae|inside|at|from|fae|frae|to|tae|near|under|for|part of|within|around|(?:any|ony)(?:where|whaur) "
    r"(?:in|near)|based in|living in|staying in|close to|over in|up in|through in|back in|back to)"
)
_GO = (
    r"(?:go|gaun|gan|travel|move|get|come|return|relocate|be|be seen|(?:set|step|put)(?: a)? (?:foot|fit)|show (?:her|"
    r"his|their) face)(?: back| through| over| up| down| doon)?"
)
_DO = r"(?:lived?|stay(?:ed)?|bide|work(?:ed)?|been|cover|serve|do|want|like)(?: back| through| over| up| down| doon)?"
_CANNOT = (
    r"(?:cant|cannae|cannot|canny|canna|couldnt|couldn(?:ae|y|a)|wont|willn(?:ae|y)|winn(?:ae|a|y)|wouldnt|wouldn(?:ae|"
    r"y|a)|shouldnt|shouldn(?:ae|y)|(?:will|would|can|could|should|must|shell|hell|theyll|youll|well|ill) (?:not|no|"
    r"never|nae)|barred|banned|refuses|refused|refusing)"
)
_DOES_NOT = (
    r"(?:do(?:es)?nt|do(?:es)? not|do(?:es)?n(?:ae|y|a)|disn(?:ae|y|a)|dinn(?:ae|y|a)|didnt|did not|didn(?:ae|y|a)"
    r"|never|no longer|isnt|isn(?:ae|y|a)|not|no)"
)
_SEND = (
    r"(?:send|refer|put|place|take|move|transfer|book|house|rehouse|direct|point|signpost|bring)"
    r"(?: (?:her|him|them|me|us|this|it))?(?: back| through| over| up| down| doon)? (?:to|tae|in|into|at|near|up)"
)
_WANT = r"(?:want|wanting|wantin|need|needing|use|using|asking for|looking for|after)(?: to| tae)?"
_THING = (
    r"(?: (?:a|the|any|her|be|being|go|move|stay|live|anything|onything|anywhere|somewhere|nothing|seen|sent|housed"
    r"|placed|moved|referred|help|services?|support|bed|place|flat|clinic|refuge|hostel|back)){0,4}"
)
_NOT = (
    r"(?:not|not even|isnt|isnae|isny|isna|arent|arenae|wasnt|wasnae|never|no longer|nor|neither|aint|nae|except"
    r"|excluding|any(?:where|thing|one) (?:but|bar|except|save)|but not|apart fae|apart from|other than|rather than"
    r"|(?:nearer|closer|further|farther) (?:than|by than)|instead of|nowhere near|outwith"
    r"|outside|ootside|outside of|forget|avoid|avoiding)"
)
_CROSS = r"cross(?: the)? (?:water|watter|bridge|river|firth)(?: to| tae)?"
_THINKS = (
    r"(?:everybody|everyone|folk|people|they|google)(?: all| always| aye| keeps?)? (?:thinks?|assumes?|reckons?) "
    r"(?:its|thats|it is|that is|were|we are|shes|she is)"
)
RULED_OUT = re.compile(
    rf"(?:^| )(?:{_NOT}(?: {_IN})?|no {_IN}|as far (?:away )?(?:from|fae|frae)|(?:not|isnt|isnae|no) (?:going|gaun|"
    rf"moving|living|staying|based|registered)(?: back)? {_IN}|no way (?:will|would|can) (?:she|he|they|i|we) {_GO}(?: "
    rf"{_IN})?|{_CANNOT}(?: to| tae| ever| be)? {_GO}(?: {_IN})?|(?:barred|banned|excluded) (?:from|fae|in)(?: "
    rf"\w+){{0,4}}?(?: in)?|(?:{_CANNOT}|{_DOES_NOT})(?: be)? {_SEND}|(?:{_CANNOT}|{_DOES_NOT}) {_WANT}{_THING}(?: "
    rf"{_IN})?|{_DOES_NOT}(?: want to| wanna| want tae| need to| to| tae| going to| gonnae| gonny)? (?:{_GO}|{_DO})(?: "
    rf"{_IN})?|{_CANNOT}(?: to| tae| ever)? (?:do|face|manage|thole|{_CROSS})|{_THINKS}(?: in| under| part of)?|"
    rf"(?:dont|dinnae|do not) let|(?:no|not|nae) the (?:bit|one|yin|wan|place)(?: in| near| at| by)?)(?: the| "
    rf"that)?(?: city of| city o| toon o| town of)?$"
)
PASSED_ON = re.compile(  # after a place that is not the first: the Glasgow team sent her back to me
    r"(?:team|office|council|lot|folk|hub|social work|service|services|housing|desk)(?: \w+)? (?:sent|send|sends|told|"
    r"tell|said|says?|wont|willnae|refuse[ds]?|passed|pass|knocked|bounced?|punted|isnt|isnae)\b"
)
RULED_OUT_AFTER = re.compile(
    r"(?:is |was |s )?(?:(?:too|ower|far too|miles too) far|(?:is|was) (?:no|not|nae) (?:good|use|near)|(?:is|was) "
    r"(?:no|not|nae) (?:possible|an option)|(?:wont|willnae) do|(?:so |and |but )?(?:anywhere but|not|no|nowhere near|"
    r"away from|outside|no in) there|(?:and |but )?(?:its|thats|it is|that is) (?:the )?(?:wrong|no right|not right))\b"
)

COMES_FROM = re.compile(r"(?:^| )(?:from|fae|frae)$")
NOT_BACK = re.compile(rf"(?:so |and |but )?(?:(?:she|he|they) )?{_CANNOT} (?:go |be |come |move )(?:back|home|hame)\b")

AS_FAR = re.compile(r"(?:^| )(?:far as|up|doon|down|over|out|oot|beyond)$")
GOES_TO = re.compile(
    r"(?:^| )(?:go|goes|going|gaun|come|comes|travel|drive|cover|deliver|moved|moving|moves|flitted|flitting)"
    r" (?:up|down|doon|over|out|oot|through|back|away)(?: to| tae| in| at)?$"
)
IS_A_PERSON = re.compile(
    r"(?:he|hes|his|him|aged|\d+)\b|who (?:pays|paid|owns|owes|hit|hits|beat|raped|says|said|told)\b|(?:her|my|their"
    r"|our|a|the) (?:man|boyfriend|partner|husband|ex|brother|dad|pimp"
    r"|landlord|friend|pal|colleague|client|patient|tenant|punter|buyer|dealer|worker)\b"
)

JUST_OUTSIDE = re.compile(r"(?:^| )just (?:outside|ootside)(?: of)?$")
OUTSIDE = re.compile(r"(?:^| )(?:outside|ootside)(?: of)?$")
ASKED = re.compile(
    r"(?:^| )(?:(?:is|isnt|does|do|would|are|if|whether) (?:that|it|this|they|there)(?: (?:still|in|under|part of|part "
    r"o|counted? as|come under|fall under|class(?:ed)? as|covered by))*|(?:i think |so |or is )?(?:thats|that is)(?: "
    r"in| under| part of)?|is she (?:still )?under|counts? as|counted as|class(?:ed)? as|comes? under|falls? under)$"
)

OF_AN_ORGANISATION = re.compile(
    r"(?:(?:and )?(?:district|area|east|west|north|south|county) |and \w+ )*(?:wom[ae]ns? (?:aid|library)|rape "
    r"cris[ei]s|cyrenians|samaritans|royal(?! mile)|infirmary|hospital|general(?! practi)|maternity|sheriff|high court|"
    r"hospice|courts?|castle|zoo|justice of the peace|prison|jail|young offenders|yoi|vale|fc|thistle|united|athletic|"
    r"academical|accies|rangers|celtic|hilton|tattoo|tweed|pattern|cakes?|pony|ponies|smokies?|bridies?|whisky|malt|"
    r"tatties?|tattie scones?|bacon|cheese|beef|jumper|shawl|marmalade|bank (?:card|account|app|statement)|terrier|"
    r"collie|marathon|festival)\b"
)
OF_A_STREET = re.compile(
    r"(?:road|rd|street|avenue|ave|av|terrace|crescent|cres|quadrant|drive|lane|wynd|brae|st$)\b|st\b(?! \w)"
)
NAMED_BEFORE = re.compile(
    r"(?:^| )(?:hmp|hmyoi|yoi|prison|(?<!new )castle|infirmary of|university hospital|duke of|earl of|(?<!place "
    r")(?<!town )(?<!village )(?<!bit )(?<!somewhere )called|calle?s? (?:her|him|them)(?:self|selves)?|named|known as|"
    r"(?:goes|going|go) by|(?:sur|nick|user|street|work)?names?(?: is|s|was)?|bank of|(?:court|prison|jail) (?:in|at)|"
    r"rape cris[ei]s(?: in)?|(?:my|her|his|their|our) (?:friend|pal|mate|bestie|daughter|sister|cousin|partner|"
    r"girlfriend|flatmate|colleague|manager|neighbour))$"
)
FREED = re.compile(
    r"(?:^| )(?:(?:liberated|released|libbed|lib|remanded|on remand|remand|sentenced?|jailed)(?: fae| from| frae| in| "
    r"at| to| oot of| out of)|(?:comes|coming|came|gets|getting|got) (?:oot|out) (?:of|o|fae))$"
)
SPEAKS = re.compile(
    r"(?:says|said|told|tells|telt|texted|phoned|rang|asked|disclosed|wants|feels|thinks|hates|loves)\b"
    r"|is (?:(?:my|her|his|their|the) )?(?:\w+ )?name\b"
)
_NOT_THE_SCOTTISH = (
    r"(?:(?:but|mind|though|tho|sorry|i mean) )?(?:(?:not|no|nae) (?:oors|ours|yours|this yin|this one|here|in scotland"
    r"|(?:the )?(?:scottish|scots|local) (?:one|yin|wan))(?: but)? )?"
)
HERE_IS = re.compile(
    _NOT_THE_SCOTTISH + r"(?:its |thats |is )?(?:the )?(not |no |nae )?(?:the )?"
    r"(?:as in (?:ontario|canada|australia|new zealand|south africa|jamaica|america|the states|england|ireland)"
    r"|(?:australian|aussie|english|canadian|american|us|welsh|irish|new zealand|jamaican|south african) "
    r"(?:one|yin|wan|1)|(?:one|yin|wan|1) (?:in|oot in|over in|doon in) (?:australia|canada|america|the states|the usa?"
    r"|new zealand|south africa|jamaica|ireland|wales|england|northumberland|ontario|new jersey))\b"
)

LEAVES = re.compile(
    r"(?:^| )(?:(?:moved|flitted|sent|relocated|rehoused|transferred|shifted|gone)(?: \w+)? (?:from|fae|frae)|left)$"
)
FOR_GOOD = re.compile(r"(?:(?:away|doon|down|up|back|over) )?(?:to|tae|for)")

# A place outside Scotland counts if she is there or going there, but not if somebody else comes from there.
IS_THERE = re.compile(
    r"(?:^| )(?:(?:who|what|is|anything|anyone|anybody|whats|whos) (?:there|on|about|oot|out)|liv(?:e|es|ing)|stay(?:s|"
    r"ing|ed)?|bid(?:e|es|ing)|based|stuck|stranded|placed|hous(?:ed|ing)|mov(?:e|es|ed|ing)(?: \w+)?|gone|went|going|"
    r"gaun|away|back|down|doon|over|up|relocat\w+|flit\w*|sent|taken|taking|ran|hotel|hostel|flat|house|refuge|"
    r"hospital|prison|property|border|jobcentre|office|team|services?|support|help|anything|client|patient|tenant|"
    r"claimant|lassie|woman|women|girl|lady|person|someone|somebody|anyone|anybody|(?<!there )is|shes|hes|theyre|im|i "
    r"am|we are|were|now|work(?:s|ing)?|nearest|covers?)(?: \w+ (?:to|over|in)| tonight| the day| now| just| away)? "
    r"(?:in|to|tae|near|at)(?: the)?$"
)
OTHERS = re.compile(
    r"(?:^| )(?:mum|mother|dad|father|parents|family|sister|brother|son|daughter|kids|weans|children|husband|wife"
    r"|ex|partner|boyfriend|bf|pimp|landlord|handler|abuser|boss|cousin|aunt|auntie|uncle|gran|granny|nan|friend|pal"
    r"|guy|man|men|buyer|punter|customer|trafficker|gang|agency|agent|madam|(?:owes?|owed|owing|debts?|pays?|paying|"
    r"sends?|sending|money)(?: \w+){0,4} (?:to|tae) (?:a |the )?(?:woman|women|lady|person|people))s?(?: \w+){0,2}$"
)
ON_HOLIDAY = re.compile(r"(?:on|for) (?:(?:a|her|his|their|the) )?(?:holidays?|hols|weekend|break|concert|wedding)\b")
FROM_THERE = re.compile(  # who is there did something to her, who is here: "a woman in Lagos paid for her travel"
    r"(?:(?:that|who|has|had|is|was|keeps?) )*(?:(?:paid|pays|paying)(?: for)?(?: all)? (?:her|his|the) (?:flights?|"
    r"travel|tickets?|fares?|passage|visa|journey|trip|papers|passport|way)|(?:sent|brought|bought|arranged|booked|"
    r"organised|lent|phon\w+|ring\w*|call\w*|text\w*|messag\w+|threaten\w*|controls?|owns) (?:her|him|them)\b)"
)
ASKS_OF = re.compile(r"(?:^| )(?:cover(?:s|ing)?|do (?:you|yous|yiz|ye) (?:do|serve)|who (?:does|serves))$")
CALLS_FROM = re.compile(
    r"(?:^| )(?:im|i am|were|we are|calling|ringing|phoning|writing|working|work|emailing) (?:from|fae|in)$"
)
UP_HERE = re.compile(
    r"\b(?:(?:up|now|back) here|here now|moved up|came up|up the road now|up now|now in|back now|back up|years? ago)\b"
)
LANDMARK = re.compile(  # between two places, it makes the second a landmark: Alva, near Stirling
    r"(?:(?:just|up|along|down|not far|no far|miles|out|oot|over) )?(?:near|nr|outside|ootside|outside of|by|beside|"
    r"next to|close to|near to|past)|side of|side o|end of|north of|south of|east of|west of|(?:not|no) far (?:from|"
    r"fae)|up the road from|along from|up from|round from|roon fae"
)
ASKS_WHO = re.compile(r"\b(?:who (?:do|can|should|would)|number|social work|team|services?)\b")
NEEDS_A_BED = re.compile(  # and then a place that may be somebody's name: "she needs a bed tonight, angus"
    r"\b(?:(?:need\w*|wants?|looking for|any|nae)(?: (?!(?:of|oot|in|her|his|my|their|get)\b)\w+){0,3} (?:bed|refuge"
    r"|hostel|food ?bank)|(?:nowhere|naewhere|where (?:can|could) (?:she|he|they)))"
    r"(?: (?:safe|to|tae|stay|sleep|bide|go|tonight|the night|now|the day|today))*$"
)
OF_A_JOB = re.compile(r"\b(?:custody|desk|duty|cells?|response) (?:sgt|sergeant|inspector|constable|pc)$")  # no title
