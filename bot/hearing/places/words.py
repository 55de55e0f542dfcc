"""Words that decide whether the name of a place in a message means the place, and words that only look like one."""

# Words before a place that say the same as in, from, to or near.
SAME_WORD = {
    "fae": "from",
    "frae": "from",
    "fi": "from",
    "fir": "from",
    "tae": "to",
    "til": "to",
    "till": "to",
    "into": "in",
    "intae": "in",
    "inside": "in",
    "within": "in",
    "oan": "on",
    "nr": "near",
    "nearby": "near",
    "beside": "near",
    "roon": "near",
    "round": "near",
    "around": "near",
    "outside": "near",
    "ootside": "near",
    "towards": "to",
    "leaving": "from",
    "covering": "in",
    "covers": "in",
    "cover": "in",
    "via": "to",
    "through": "to",
    "thru": "to",
    "between": "in",
    "across": "in",
    "past": "near",
}

# Places that are ordinary words, so that even a message of the bare word may mean the word.
ALSO_WORDS = frozenset(
    "loans plains bowling dollar forth maidens fallin cults scone haggs halfway burnside battlefield newlands "
    "trinity temple tongue brae cove stow duns quarter hope deans california sterling yell mull greenhills "
    "greenhill woodside hillside springfield cornhill georgetown spittal netherton westfield whitehill oakbank "
    "gala milton hilton".split()
) | {"the ferry"}

# Of those, towns that may open a sentence, each with the words after it that make it the word: gala day, dollar bills.
TOWN_WORDS = {
    "gala": frozenset(
        "day days night nights dinner event events bingo concert queen week lunch ball ticket tickets fundraiser was "
        "is for on at this next and or".split()
    ),
    "dollar": frozenset("bill bills sign signs store stores shop tree rate account amount academy or and".split()),
    "duns": frozenset("the her him them and or".split()),
    "forth": frozenset("and or valley bridge street".split()),
    "scone": frozenset("and or with palace recipe".split()),
    "yell": frozenset("at and or if for out help".split()),
}

# Slips of a place that are as often a slip of an ordinary word, here of calendar.
MISSPELT = frozenset(("calander",))

# A word after or before a place that is also a surname, which shows that the place is meant.
CIVIC = frozenset(
    "jobcentre job social housing homeless homelessness gp council hostel station police surgery clinic health "
    "midwife school academy grammar primary secondary college nursery library drop service services team office "
    "hub support help number town centre area based way area region side community addiction addictions outreach "
    "workers worker district locality sheltered accommodation refuge flat flats tenant tenants tenancy women "
    "womens distillery harbour harbor pier ferry airport beach island campus depot".split()
)

# A person, after a place that is also a name: a Denny lassie.
FOLK = frozenset("lassie lassies lass quine girl woman lady ladies wumman mum mums boy lad man folk resident".split())

# What may stand around a place in a message that is nothing but an answer to "which area?".
FILLERS = frozenset(
    "a an area areas aye city council em er eh from fae for hi hello hiya its it im in is just like live lives "
    "located mate mostly my near ok okay our please pls plz probably region she shes scotland side sorry thank "
    "thanks ta that thats the there theres think this town try um we were work yeah yes yep you based around".split()
)

TITLES = frozenset(
    "mr mrs ms miss mx dr doctor prof professor pc dc ds di sgt sergeant constable inspector sir lady lord dame "
    "rev reverend father cllr councillor auntie aunt uncle wee big called named surname forename sheriff judge".split()
)

SURNAMES = frozenset(
    "adams aitken allan allen anderson armstrong bain baird barclay boyd boyle brady bruce bryce buchanan burns "
    "burton cairns cameron campbell carroll christie clark clarke cochrane collins connor cooper craig crawford "
    "cunningham currie davidson davies davis dempsey dickson docherty doherty donald donaldson donnelly douglas "
    "drummond duffy duncan dunn edwards elliott evans ferguson findlay fleming forbes forsyth fraser gallacher "
    "gallagher galloway gardiner gibson gilchrist gillespie gilmour gordon graham grant hamilton harris harvey "
    "henderson houston hughes hunter hutchison inglis irvine jackson jamieson johnson johnston johnstone jones "
    "kane kay kelly kennedy kerr laing lamb lawson lees lennox leslie lewis lindsay logan lynch macdonald "
    "mackay mackenzie maclean macleod marshall martin maxwell mcarthur mccall mccann mcdonald mcewan mcgregor "
    "mcintosh mcintyre mckay mckenna mckenzie mclaughlin mclean mcleod mcmillan mcneil mcpherson miller milne "
    "mitchell moore morgan morrison muir munro murphy murray neill nicol nicoll nisbet obrien oneill paterson "
    "patterson quinn rae ramsay reid rennie ritchie robb roberts robertson robinson rodger rogers ross russell "
    "rutherford scott shaw simpson sinclair smith sneddon stevenson stewart stirling stuart sutherland taylor "
    "thomson thompson todd turner wallace walsh watson watt weir welsh williams williamson wilson wright".split()
)

# Surnames that are towns as well: Paisley, Johnstone.
ALSO_PLACES = frozenset("crawford currie douglas hamilton houston irvine johnstone leslie lennox stirling".split())

# Words before "from" that make it a sender: a text from Skye is from a person.
SENT = frozenset("text texts call calls email emails letter letters message messages voicemail heard word note".split())

# Towns with a prison: who comes out of one goes home to anywhere.
PRISON_TOWNS = frozenset(
    "stirling polmont greenock perth kilmarnock dumfries shotts addiewell peterhead inverness".split()
)

# Countries and counties that have a Perth, a Hamilton or a Blackburn of their own.
WIDER = frozenset(
    "england wales ireland australia canada ontario america usa texas lancashire cumbria northumberland jamaica "
    "florida kentucky virginia georgia california indiana alabama yorkshire kent essex cornwall devon durham surrey "
    "sussex norfolk suffolk somerset dorset egypt india".split()
) | {
    "western australia",
    "isle of man",
    "new zealand",
    "nova scotia",
    "south africa",
    "north carolina",
    "south carolina",
    "washington state",
    "new jersey",
    "new york",
    "northern ireland",
    "united states",
}

# Letters of postcodes outside Scotland.
POSTED_OUTSIDE = frozenset(
    "al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da de dh dl dn dt dy e ec en ex fy gl gu gy "
    "ha hd hg hp hr hu hx ig im ip je kt l la ld le ll ln ls lu m me mk n ne ng nn np nr nw ol ox pe pl po pr "
    "rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo".split()
)

# What makes G21 a room and not a postcode.
NUMBERED = frozenset(
    "room rm form ward flat level gate desk bay unit seat block bed floor page grade question bus route band "
    "plan class stage cell table part section appendix annex version locker paragraph para clause step phase "
    "pod zone hall box case protein blood ph junction".split()
)

# Words between two places that make the second a landmark: Alva, near Stirling.
_HOW = ("", "just ", "up ", "along ", "down ", "not far ", "no far ", "miles ", "out ", "oot ", "over ")
_WHERE = ("near", "nr", "outside", "ootside", "outside of", "by", "beside", "next to", "close to", "near to", "past")
_SIDES = (
    "side of",
    "side o",
    "end of",
    "north of",
    "south of",
    "east of",
    "west of",
    "not far from",
    "no far from",
    "no far fae",
    "not far fae",
)
_ALONG = ("up the road from", "along from", "up from", "round from", "roon fae")
LANDMARKS = frozenset((*(how + where for how in _HOW for where in _WHERE), *_SIDES, *_ALONG))
