"""The words that ask for a service, or say what the message asks about it or who it is for."""

import re
from collections.abc import Mapping

from bot.core.hearing import AskedFor, ServiceAttribute, ServiceFilter

ATTRIBUTES: Mapping[ServiceAttribute, re.Pattern[str]] = {
    "languages": re.compile(
        r"(?:which |what )?languages?\b|speakers?\b|interpreters?|translators?|(?:polish|urdu|punjabi|arabic|romanian|"
        r"ukrainian|mandarin|cantonese|vietnamese|bsl|hungarian|bulgarian|albanian)(?= (?:speak|interp|transl))|"
        r"speaks? (?:polish|urdu|punjabi|arabic|romanian|ukrainian|mandarin|cantonese|vietnamese|hungarian|bulgarian|"
        r"albanian)"
    ),
    "cost": re.compile(
        r"(?:is it|are they|is|are|gets? (?:it|them|one|that))(?: \w+){0,4} free\b|for (?:free|nothing|nowt)\b|"
        r"costs?\b|pay (?:them|for (?:it|them|that))\b|(?:they|any|what|you|it|there a) charge\b|charge (?:for|her|us)|"
        r"free (?:to|tae) (?:ring|phone|call|use)|pay(?: for| tae| to)?\b(?= (?:for|to|tae|ring|phone))|use her credit|"
        r"costs? her credit|nae credit|no credit|how much"
    ),
    "referral": re.compile(
        r"self ?refer\w*|refer (?:her|him|them|hersel|herself|himself|themselves) (?:to|tae)?|referrals?\b|(?:do|does|"
        r"can) (?:u|you|i|we|ye|s?he|they) join|sign up"
    ),
    "who": re.compile(
        r"who (?:do|does|can|will) (?:\w+ ){1,4}?(?:take|see|work with|help|support|accept)|who is it for|who takes |"
        r"who are they for|whos it for|who can use|(?:do|does|will|would|can) (?:\w+ ){1,5}?(?:take|see|accept|"
        r"work (?:with|wi)|help|support|treat)\b(?= (?:\w+ ){0,3}?(?:men|women|guys?|blokes?|males?|trans|under|over|"
        r"couples|lads?|boys?|girls?|kids|teenagers|him|people|straight|gay|weans|bairns|folk|anyone|anybody|someone|"
        r"somebody|clients))|who can (?:ring|phone|call|use|refer)\b|(?:can|could) (?:anyone|anybody|staff|workers|men|"
        r"women) (?:ring|phone|call|use)\b|(?:just|only) (?:for )?(?:staff|women|men|workers|adults)\b|(?:staff|women|"
        r"men|workers|adults) only|for men\b(?= too| as well| or)"
    ),
    "e-mail": re.compile(r"e ?mails?\b|e mail|email address"),
    "web": re.compile(r"web ?site|website address|web page|webpage|url\b|online address|\bsite\b"),
    "where": re.compile(r"\bwhere (?:is|are|s|in|near) |wheres|whaur|address\b|based\b|postcode for|directions"),
    "hours": re.compile(
        r"(?:opening )?(?:hours|times)\b|what time|when (?:is|are|do|does|can|r)\b|is it day and night|open(?:s)? "
        r"(?:on )?(?:a )?(?:saturday|sunday|weekend|monday|friday|christmas|bank holiday)s?|on (?:a )?(?:saturday|"
        r"sunday|bank holiday)|24 ?h(?:ou)?rs?|round the clock|what days|mornings\b|afternoons\b|lunchtimes?\b|(?:open|"
        r"on|answer|answering|there|ring|phone|call|get)(?: \w+){0,3} (?:in the |tomorrow )?(?:mornings?\b(?! after)|"
        r"afternoon|before (?:8|9|10|eight|nine|ten)\b|after (?:my |her )?(?:shift|work)\b)"
    ),
    "open": re.compile(
        r"\bopen\b|still (?:going|running|there|open|about|on the go)|answering|is it on\b|are they on\b|on just now|"
        r"is (?:\w+ ){1,4}(?:shut|closed)\b|is (?:\w+ ){1,3}on (?:just )?(?:now|the now|tonight)"
    ),
    "number": re.compile(
        r"numbers?\b|nummer|(?<=\w )(?<!is )(?<!whats )num\b(?! stand)|phone ?no\b|(?<!say )(?<!says )(?<!said )(?<!or "
        r")(?<! a )\bno\b$|phone\b|fone|telephone|\btel\b|\bring\b|\bcall\b|contact(?: details)?|dial|get (?:a )?hold "
        r"of|get in touch|get them\b(?! (?:for )?(?:free|nothing))|reach them|\bline$|helpline(?=$| for (?:that|this|"
        r"it)$)|whats the line|^social work(?:ers?)?$|speak to|how do i get"
    ),
    "what-happens": re.compile(
        r"what happens|what (?:do|does|can|will) (?:\w+ ){1,5}?do\b|tell me about|who (?:is|are|r)\b|"
        r"what (?:is|are|s)\b|whats\b"
    ),
}
"""What is asked about a service, most specific first."""
GUIDANCE = re.compile(  # how a message that asks for guidance begins, unless it asks how to reach a service
    r"^(?:so |and |but |hi |hello |well |right |ok )*(?:how (?:do|can|should|would|dae|could) (?:i|we|you|u|ye|staff|"
    r"my)\b|how(?: long| much| soon| often| many| old)|what (?:do|should|can|dae|would|if|about|else|does it|is the|"
    r"are the|right|rights|counts)\b|whats the (?:law|best|right|difference)|should|must|do (?:i|we) (?:have|need|"
    r"ask|tell|report|record|write|share)|am i|are we|can i (?:tell|ask|share|say|write|record|make)|can we (?:tell|"
    r"ask|share|evict|refuse|record|make)|is (?:it|that|this|she|he) (?:ok|okay|right|legal|illegal|allowed|entitled|"
    r"normal|my|a|trafficking|her|against)|does (?:she|he) (?:have|need|get|lose|qualify|count)|"
    r"will (?:she|he|they|i)|would|why|when (?:do|should|can) (?:i|we)|explain|help me (?:write|understand|explain)|"
    r"ways to|tips|wording|(?:is|are|can|could) (?:she|he|they|i|we) (?:be|get|allowed|entitled|legally)\b)"
)
UNNAMED = re.compile(  # how a message that names no service and only needs guidance begins
    r"^(?:can|could|does|do|is|are|will|would) (?:a|an|she|he|they|we|i|the|it|my|our|her|his)\b|^(?:can|could) "
    r"(?:someone|somebody|anyone|anybody|you|ye|people|folk|women|men|girls) (?:\w+ )*(?:be|report)\b|^if\b(?! (?:it "
    r"comes to it|need be|needed|(?:i|we) need (?:to|it))\b)|^i(?: am|m) (?:a |an )?(?:sex worker|escort|prostitute)|"
    r"service user|^where (?:can|do|does|should|could|would) (?:she|he|they|i|we)\b(?! (?:go|turn) (?:in|near|round)\b)"
)
PURPOSE = re.compile(
    r"\b(?:for (?:her|him|them|me|us) (?:to|tae)|(?:to|tae) (?:ask|check|see|find|tell|book|sort|speak|chase|make|"
    r"arrange)|so (?:that )?(?:she|he|they|i|we|shes|hes|theyre)|(?:because|cos|since|as) (?:she|he|they|i|we|shes|hes|"
    r"ive|im|her|his)|(?:she|he|i|they) (?:needs?|wants?)|(?:shes|hes|ive|im) (?:to|been|got|needing|wanting|trying|"
    r"looking|asking))\b.*"
)
"""What somebody wants a number for, after asking for it: "number for shelter so she can check her rights"."""
STATES = re.compile(  # words that report something that happened, or a problem with a service, and do not ask for one
    r"\b(?:wont|doesnt|does not|dont trust|refus\w+|hates?|scared|frightened|says? (?:she|he|they|no)|telt|told (?:me|"
    r"us|her|him|them)|let her down|knocked back|turned (?:her )?(?:away|down)|put the phone down|been (?:to|tae)|went "
    r"(?:to|tae)|complain\w*|already (?:with|at|seeing|has|got)|her worker|explain\w*|difference between|never "
    r"(?:phoned|rang|got back)|waiting list|(?:isnt|isny|isnae|arent|not) answering|evidence|(?:do|does|will|would|"
    r"can) (?:they|it|police|the police|the polis) (?:tell|say|know|find out|pass)|report to|(?<!self )refer (?:her |"
    r"him |them )?(?:to|tae)|should (?:i|we)|do (?:i|we) need|have (?:i|we) (?:to|got to)|discharged (?:her|him|them)|"
    r"consent|(?:my|our|her|his|case) (?:notes|records|files?)|(?:hes|is|was) the (?:one|man|guy) (?:who|that))\b"
)
REACH = re.compile(  # how a message asks to reach a service, even if it begins like a question for guidance
    r"how (?:do|can|does|dae|would|could|should) (?:i|we|you|u|ye|she|he|they|staff|a|someone|folk)(?: \w+)? (?:get "
    r"(?:a )?hold|get in touch|contact|reach|ring|phone|call|find|get them|get through|join|report a)|how do i get\b|"
    r"self ?refer\w*|what does it cost|do they charge|how much (?:does|is) it|what (?:do|does|can|will|did) (?:\w+ "
    r"){0,6}?(?:do|offer|provide)\b|(?:the |a )?(?:phone |contact )?number (?:for|of|to)\b|where (?:is|are|can|do|"
    r"does)\b|who (?:can|do|does|should) (?:i|we|she|he) (?:ring|phone|call|contact)"
)
ASKS = re.compile(  # words that ask for a service in a place or for a need
    r"\b(?:anything|anywhere|anybody|anyone|any|ony|onything|something|somewhere|somebody|someone|"
    r"services?|support|help|project|agency|agencies|organisations?|organizations?|charity|charities|"
    r"teams?|unit|line|helplines?|hotline|clinics?|centres?|hub|list|nearest|near|nearby|local|locally|"
    r"around|round|about|cover|covers|covering|there|specialists?|workers?|provision|provider|resources|"
    r"who|whos|whae|wha|where|whaur|webchat|day hub|drop in|dropin|groups?|place|office)\b"
)
_HIM = r"(?:him|(?:a )?(?:m[ae]n|guys?|lads?|males|boys|blokes|trans \w+|non ?binary \w+))"
WHO_TAKES = re.compile(  # how a message asks who helps men, women or trans people, whatever they need
    rf"\b(?:who|whae|wha) (?:else )?(?:takes?|sees|helps?|supports?|works? (?:with|wi)|is (?:there )?for|would take)"
    rf"(?: in)? {_HIM}$|^(?:(?:and|but|so|ok) )*(?:(?:(?:what|how) about|is there|any|anything|anyone|anywhere|ones?|"
    rf"somewhere|same|just|only|the(?= ones)) )*for (?:{_HIM}|(?:a )?(?:wom[ae]n|females|lassies|ladies))"
    r"(?: (?:then|now|instead|please|pls|too|as well))*$"
)
_NOT = (
    r"\b(?:(?<!why )(?<!is it )(?<!or )(?<!if )not|(?<!there )(?<!theres )(?<!has )(?<!have )(?<!had )(?<!got )(?<!is )"
    r"no|(?:any|ony|some)\w+ (?:else )?but|(?:other|rather) than|(?:apart|aside) (?:from|fae)|besides|"
    r"except|(?:thats|that is|whos?|that) (?:isnt|isny|isnae|no)|(?:(?:and|but|as|cos|because) )*(?:(?:she|he|they) )?"
    r"(?:hates?|(?:wont|will not|doesnt|does not|disnae|doesnae|dont|dinnae|didnt) (?:want|go|use|speak|talk|see|ring|"
    r"phone))(?: (?:go|going|near|speak|talk|see|ring|phone|use))*)\b"
)
MAY_NOT_WANT = re.compile(_NOT)
NOT_WANTED = re.compile(  # before what is not wanted: "not the police", "anybody but social work", "no the jobcentre"
    rf"{_NOT}(?: (?:the|a|any|my|our|oor|her|his|that|local|more|to|tae|at|by|from|fae|with|wi|just|through))* $"
)
HERE = re.compile(  # how a message asks who is in the talk's area
    r"^(?:(?:so|and|ok|okay|but|well|right|hi) )*(?:who|whos|whae|wha|any|ony|any\w+|is there|are there|what|whats|"
    r"which|services?|support|help|specialists?|womens?|numbers?) .*"
    r"\b(?:(?:here|nearby|locally|(?:in|round|roon|for|near) (?:my|our|this|her|his|the) (?:area|patch|town))|"
    r"(?:on|for|roon|round) (?:the|this|our) (?:islands?|isles?))(?: for (?:her|him|them)| then| like| (?:at|through) "
    r"(?:the )?nights?| tonight| the night| (?:at|on) (?:the |a )?weekends?| (?:in the |of an? )?evenings?| now)*$|"
    r"\bnumbers? (?:for|of|round) (?:here|(?:my|our|this|her|his) (?:area|patch|town))$"
)
NEAR = re.compile(  # how a message asks where there is something for a need in the talk's area
    r"\b(?:(?:near|round|roon|about|up|doon|down|over|in) here|near ?by|near (?:me|us|her|him)|locally|nearest|"
    r"closest)\b|^(?:(?:so|and|ok|but) )*where .* here$"
)
ALSO = re.compile(  # how a message adds to the list that was asked for: "and sexual health", "what about housing"
    r"^(?:(?:and|or|also|plus|ok|anything|any|(?:what|whit|how) (?:about|aboot)|for) )+(?!(?:she|he|they|i|we|its?) )"
)
WHERE_TO_GO = re.compile(  # "where can she get tested": a question for guidance, unless it says what for and near where
    r"^(?:(?:so|and|ok|but) )*where (?:can|could|does|do|should|would|will) (?:she|he|they|i|we) (?:get|go|be|find|see|"
    r"send|take|have|stay|sleep)\b"
)
_KINDS = (
    r"(?:help ?lines?|lines?|numbers?|services?|solicitors?|lawyers?|clinics?|teams?|people|place|lot|one|ones|centre|"
    r"charity|charities|organisations?|groups?|project|unit|office|crowd|folk|folks|outfit|agency|crew)"
)
SAME = re.compile(  # how a message asks who does what the talk is about: "who does that free, edinburgh", "one in fife"
    r"\b(?:who|whae|wha|whod|anyone|anybody|somebody|someone|where)\b.*\b(?:do(?:es|ing)?|dae|get|with|wi|for|aboot|"
    r"about) (?:that|this|it)\b|\bwhere (?:is|are|would|can|do) (?:that|this|it|they) (?:get )?done\b|"
    r"^(?:(?:so|and|but|ok) )*(?:is there|have they got|do they have|any\w*) (?:a )?(?:nearer|closer|one|same)\b|"
    r"^(?:(?:so|and|but|ok) )*(?:any|ones?) in\b"
)
THAT = re.compile(  # how a message names the kind of service that the talk showed
    rf"\b(?:that|this|those|these|thon|the (?:same|first|second|top)) (?:\w+ )?{_KINDS}\b|"
    r"\bthe (?:help ?lines?|lines?|services?)\b|\bhelplines? for (?:that|this|it)$"
)
SHOWN = re.compile(rf"{THAT.pattern}|\b(?:they|them|their|theyre|thay|thaim)\b")
"""How a message refers to services that the talk showed."""
OF_SHOWN = re.compile(  # what is asked about a service, not about the person or what to do
    r"\b(?:numbers?|num|tel|phone no|hours|opening times|what times?|open|opens?|shut|shuts|closed?|answers?|answering|"
    r"helplines? for (?:that|this|it)$|^whats the help ?lines?$|costs?|charges?|free|for nothing|freephone|pay (?:them|"
    r"for (?:it|them|that))|interpreters?|languages?|e ?mail|web ?(?:site|page)|weekends?|saturdays?|sundays?|nights?|"
    r"evenings?|24 ?h(?:ou)?rs?|24 7|out of hours|after hours|(?:are|is) (?:they|it|that|that one)(?: still)? on|who "
    r"can (?:ring|phone|call|use|refer)|(?:can|could) (?:anyone|anybody|staff|workers|men|women|she|he|i|we) (?:ring|"
    r"phone|call)|(?:staff|women|men|workers|adults) only|only (?:for )?(?:staff|women|men|workers|adults)|(?:just|"
    r"only) (?:for )?(?:staff|women|men|workers|adults))\b"
)
_REACHED = r"(?:numbers?|num|phone|line|ring|call|contact|who|whos|whae|tel|out of hours|standby)"
_COUNCIL = r"(?:councils?|cooncils?|local authority)"
TELLS = re.compile(  # how a message about somebody begins
    r"^(?:(?:and|but|so|ok) )*(?:she|he|i|we|shes|hes|ive|im|weve|her|his)\b(?! (?:out|number|line|service))"
)
TOLD = re.compile(  # how a message that says what somebody does begins: "she works the streets"
    r"^(?:(?:and|but|so|ok|hi|a|my|our|the) )*(?:she|he|client|woman|lassie|girl|resident|tenant)s? "
    r"(?:(?:is|was|has|on) )*(?:\w+ing|works?|sells?|does|on|the streets?)\b"
)
COUNCIL = re.compile(rf"\b{_COUNCIL}\b.*\b{_REACHED}\b|\b{_REACHED}\b.*\b{_COUNCIL}\b|\bthe (?:out|oot) o[f']? ?hours$")
"""How a message asks for the council's own team for the talk's subject."""
NUMBERED = frozenset("phone fone tel telephone contact council cooncil team line duty helpline office clinic".split())
"""Words before "no" when it means a number, besides those that people use for needs."""
WHAT_ABOUT = re.compile(r"^(?:(?:so|and|ok|okay|but) )*(?:what|whit|how) (?:about|aboot) (?:the |a |my |our )?")
WANTS = re.compile(
    r"\b(?:number|(?<!her )(?<!his )(?<!my )phone|fone|ring|call|(?:help|hot)?line|clinic|services?|team|unit|whos|"
    r"who(?! pays)|some(?:body|one)|any(?:body|one|thing)?|nearest|local|contact|webchat|lawyer|solicitor|office|duty|"
    r"(?<!\bi )(?<!we )support|on call|standby|near|where|list|centre|exchange|advocate|refuge|bed|hostel|workers?|"
    r"free|help|agency|project|specialist|hub|place|details|charity|what(?:s| is) it called|^social work(?:ers?)?$)\b"
)
REACHES = re.compile(  # words that, next to ordinary words, show that those are a name
    r"numbers?|nummer|num|phone|fone|telephone|tel|helpline|line|contact|details|website|web|site|email|hours|"
    r"times|open|ring|call|clinic|service|address|refer|referral"
)
BEFORE_NAMES = frozenset(  # words that may come before a name at the start of a message
    "is there are do does did whats what when how where wheres the a for of to at can could i u you we get tell me "
    "about number phone fone tel telephone num contact ring call need looking find please pls hi hello got any and "
    "have has who whos whose by on runs run that".split()
)
TIMES: Mapping[AskedFor, re.Pattern[str]] = {
    "weekend": re.compile(r"\b(?:weekends?|saturdays?|sundays?|sat|sun)\b"),
    "night": re.compile(
        r"\b(?:(?:the |all |at |at the |in the |through the )?nights?|(?:1|2|3|4|5|10|11|12) ?(?:am)|"
        r"1[012] ?pm|(?:[1-6]|one|two|three|four|five|six) in the morning|midnight|middle of the night|"
        r"overnight|day and night|24 ?h(?:ou)?rs?|24 7|small hours)\b"
    ),
    "evening": re.compile(
        r"\b(?:tonight|the night|evenings?|after (?:5|five|6|six|hours|4|half four)|(?:out|oot) ?(?:of|o|ae)? ?"
        r"(?:hours|oors)|[5-9] ?pm|council shut|offices? (?:shut|closed)|its after 5|(?:gone|past) (?:half )?(?:[5-9]|"
        r"five|six|seven|eight|nine)|half (?:[5-9]|five|six|seven|eight|nine)(?! ?am)|[5-9] at night|on call|standby|"
        r"late)\b"
    ),
    "now": re.compile(r"\b(?:(?:right |just |the |open )now|now|the noo|this minute|at this hour|at the moment)\b"),
}
HOUR = re.compile(r"(?:but |and )*(?:it'?s|it is) (?:\S+ ?){1,4}")
"""How a message may only say what time it is: "its 8pm now"."""
WISH = re.compile(  # what somebody who asks for a service adds: an example, what it must not do, what she will not do
    r"(?P<asks>^(?:(?:so|and|ok|but|hi|well) )*(?:is there|are there|any\w*|some\w+|where|who|whos|what services?|"
    r"need|looking for|got|(?:an? )?(?:\w+ )?(?=(?:services?|support|group|clinic|counsellor)\b))\b.*?\b(?!if|because|"
    r"cos|when|that|who|which|where)\w+)(?: (?:like|such as) (?:a|an|some)\b| (?:that|which|who) (?:isnt|isnae|is not|"
    r"wont|will not|doesnt|does not|dont|disnae) (?!take|see|do|cover|shut|answer|cost|charge|need|want|open)| (?:(?:"
    r"but|and|though|tho) )?(?:she|he|they|shes|hes|theyre) (?:isnt|isnae|isny|is not|arent|not|no) (?:wanting|looking|"
    r"ready|keen|interested|for|trying)\b)(?P<wish>.*)$"
)
ON_CALL = re.compile(  # asks who answers at an hour, not when the service shown does: "who's the out of hours contact"
    r"^(?:(?:so|and|ok|but) )*who(?:s| is)? (?:(?:the|our) )?(?:(?:out of hours|after hours|on call|duty|night|"
    r"emergency|standby|24 ?hour) )+(?:contacts?|numbers?|lines?|person|one|team)\b"
)
OTHER_WAY = re.compile(  # how a message asks for somebody to reach in another way: "anything over the phone"
    r"^(?:(?:so|and|but|or|ok|is there) )*(?:any|some|one)\w* (?:(?:that|who|she|he|i|we|can|could|do|does|else) )*(?:"
    r"by|over|on|in|face to|see|talk|speak)\b"
)
START = re.compile(r"\b(?:how|where|what) (?:do|dae|can|should|would) (?:i|we)\b")  # after "he only speaks Vietnamese"
NOUNS = frozenset(  # words for a need that name a kind of service, so they ask for one
    """
    helpline helplines clinic lawyer lawyers solicitor solicitors exchange advocate number line unit officer team
    workers counsellor
    """.split()
)
_MAN = "men|mens|man|guys?|blokes?|males?|lads?|boys?|dad|father|husbands?|fellas?"
FILTERS: Mapping[ServiceFilter, re.Pattern[str]] = {
    "open-now": re.compile(r"\b(?:open|answering|on|about|available|there|awake) (?:right |just |the )?(?:now|noo)\b"),
    "trans": re.compile(r"\b(?<!not )(?<!isnt )(?:trans(?:gender|sexual)?|non ?binary|enby)\b"),
    "men": re.compile(  # in words about her or an order "against him", the man is the one who does it
        rf"(?<!\bsame )\b(?:for|takes?|with|see) (?:a |gay |young )?(?:{_MAN})\b|"
        rf"^(?!.*\b(?:same (?:for|wi|with)|shes?|her(?! (?:{_MAN})))\b).*\b(?:"
        rf"{_MAN}|(?<!against |.. (?:from|keep|stop) )him|his wife|hit by his)\b"
    ),
    "under-18": re.compile(r"\b(?:under ?(?:18|16|eighteen|sixteen)s?|teenagers?|schoolgirl|unaccompanied)\b"),
    "in-person": re.compile(
        r"\b(?:in person|face to face|walk in|drop in|see (?:her|him|someone|somebody) in person)\b"
    ),
    "by-phone": re.compile(r"\b(?:by phone|over the phone|on the phone)\b"),
    "language": re.compile(
        r"\b(?:any(?:one|body|where|thing)?|some(?:one|body|where)|who|whos|lines?|helplines?|numbers?|services?|"
        r"places?|workers?) (?:(?:there|that|who|which|can|could|line|helpline|service) )*speaks? (?!to|tae|wi|with|"
        r"about|up|for|out)\w+\b|\w+ (?:speakers?|speaking (?:\w+ )?(?:support|help|workers?|services?|lines?|"
        r"helplines?|advocate|someone|counsell\w+|lawyer|solicitor|group))\b"
    ),
    "away": re.compile(
        r"\b(?:wont know (?:her|him|them)|doesnt know (?:her|him|them)|nobody knows (?:her|him|them)|not known|(?:isnt|"
        r"arent|wont be|hes no|shes no|is no) (?:known|recognised)|out of (?:the )?area|away from home|not local)\b"
    ),
    "women": re.compile(r"\b(?:w(?:e+m[ei]|im+[ei]|um+[ai]|om[ae])n|lassies?|lass|girls?|females?|ladies|womens)\b"),
}
AGE = re.compile(  # the age in a message
    r"(?:^|\b(?:girl|boy|lad|lass|lassie|aged|age|is|shes|hes|of|child|kid|woman|man|teenager|daughter|son) )"
    r"(1\d|2[0-5])\b(?! ?(?:am|pm|mins|miles|weeks|months|days|hours))|\b(1\d|2[0-5]) ?(?:year|yr|yo|yrs|y o)\b"
)
NOT_NAMES = re.compile(  # words that are not the name of Shelter
    r"\b(?:a|night|emergency|any|get|find|give|needs?) shelter\b|\bshelter (?:for|tonight|the night)\b"
)
WHO = re.compile(  # how a message asks for somebody, or who is open
    r"\b(?:who|whos|whats|somebody|someone|anybody|anyone|anything|line|lines|number|helpline|services?)\b|^open"
)
FILLER = frozenset(  # words that say nothing about what is asked for
    """
    a an the and or but so to tae for fur of o on in at by with wi from frae fae i im ive id we our us you u ye your she
    shes her hers hersel herself he hes him his they them their me my it its is are was be been do does did dae can
    could will would have has had got get gets getting need needs needing want wants wanting looking look please pls plz
    ta cheers thanks hi hello hiya just also too if that this these those there what whats which when who whos where how
    why any some ony now then here up down out oot about round around near nearest wee bit like ok okay right well eh
    aye naw no not yes know ken tell give gie show find search see one ones another other else really actually only own
    self himself live lives living stay stays based way side area town city toon council region postcode patch covering
    cover covers cos because am pm day days week today tomorrow urgent urgently asap as than comes over under into onto
    off through per still going go goes were somewhere someone somebody something anything anybody anyone everyone
    whoever having s t re ve ll d m cant cannae dont didnae client clients service services support help person people
    folk folks woman women lassie lassies lass girl girls lady ladies man men guy guys bloke blokes lad lads boy boys
    male males female females mum mother mums dad father wife husband partner boyfriend girlfriend friend daughter
    daughters son sons sister kid kids wean weans bairn bairns child children teenager young adult trans gay lesbian old
    year years yr yrs yo speak talk ring phone fone call contact number numbers line lines helpline helplines email
    website web address open shut closed hours times time team unit office clinic centre project agency organisation
    charity worker workers duty list local locally specialist options option place good best decent proper free cost
    costs charge night nights evening evenings weekend weekends saturday sunday monday tuesday wednesday thursday friday
    tonight morning afternoon after before until late hour whae wha whaur wis wur yin ma maist naebody nae hae gonnae
    new similar somethin available provide provides offer offers exist exists use using used take takes taking accept
    works working work instead though tho maybe perhaps possibly besides womens mens called name named details info
    information advice adviser advisor n island islands isle isles appointment appointments booking bookings half past
    gone oclock quarter staff anyways runs run num nos site scheme webchat mornings afternoons lunchtime lunchtimes noon
    midday shift again lot crowd mean meant deal deals dealing handle handles helps sees sorts speaks wot wots wat wats
    all answer answers answering noo nearer christmas xmas hogmanay boxing welcome welcomes welcomed friendly inclusive
    """.split()
)
