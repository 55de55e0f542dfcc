"""Ordinary words that are a slip or two from the name of a place, and are left as they are.

Derived by scripts/derive_places.py from the Spell Checker Oriented Word Lists (SCOWL), Copyright 2000-2011 by Kevin
Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the associated scripts, the output
created from the scripts, and its documentation for any purpose is hereby granted without fee, provided that the
above copyright notice appears in all copies and that both that copyright notice and this permission notice appear
in supporting documentation. Kevin Atkinson makes no representations about the suitability of this array for any
purpose. It is provided "as is" without express or implied warranty.
"""

LOOKALIKES = frozenset(
    """
    abernathy acton adder adler afford albanian alcoa alders alejandra alexandra algerian aliens allentown allot
    allow alloy alongside alston alters alton american americas andersen anderson angela angolan angora annam anton
    anzus argentine argentinian argus arizonan arlington armenian arrant array arrogate arron arrow aryan assent
    aston athena australasia australian australians australoid austrian azerbaijani backless backwoods balladeer
    ballasted ballerina balloted ballsier baluster bangladeshi bangladeshis bankbook banknote barbarian barbra
    barefoot barry barton basra bathmats baton battlefields bawling beardsley bearskin beauty beggar benton bergerac
    berlins berra berth bigger bishoprics blackball blackballs blackbird blackboard blackens blackest blackfoot
    blackhead blackish blackmail blackwell blandness blankness bleakness bloomfield blythe boarders boiling bolivian
    bonehead boner boners bones border borers bostons bowing bowman brace bract brassier bravo breach breaching
    breech bridged bridgetown bridgett bridgette bridging brigadoon brighten brightens brighter brightly brigs
    brings briton broadsword brought bruisers buckle bulganin bulgari bulgarian bulgarians bulkhead burbank burghers
    burnouts cadger calander caldrons callers calmness cambodian cambodians cambrian cambric camelot cameroons
    campfires campiest campsites campus campuses camus canonise canton capetian capsizes carbon cardigan cardin
    cardinal cardinals carlin carlos carlton carlyle carrie carrion carrot carsick carson carton cartridge catkin
    cattiness caxton chameleon chaperon charlestons chaster cheater chiba chicano chink chino chins christen
    chrystal clack clanks clicks clinton clocks clucks cogently colander coldness colgate collision colombian
    colombians colonels colonial colossal coltrane columbia complies condo condorcet conga consent contain coolness
    copeland coral cornball cornballs corneille cornwallis coronado corrine corsairs cortland cosiness count
    countess country counts covertly cracks craig crawl creighton crepe crete crewed crews croatian crossfire
    crossroad crossword crosswords cullender curtness daily dairy daley dally darby darrel deafness dearness debby
    decry deepness deftness delphi demon devin dilly dinning dismally diver donne donning dorsey douglass douse
    doves downhill downhills drover drummers dryden dulness dungavel dunging dunked dunking duress durhams durocher
    earns eastbound eastward eldon elfin elton elvin essen estonian ethiopian ethiopians eyetooth fairwell falklands
    farmland farrell ferryboats finery firewood firth florid floridan flyers foobar football foothill forbes forces
    fores forestall foretell foreword forges formative formatting forrest forte fortes fortress forts forty fouls
    fountain fountainhead fountains fourth foyer franc frances franck franco francs frankfort frankfurter froth
    fryers galveston gambit gardened gardener gardenia gardenias garvey german germane germans gilberto glendale
    golan gordon gorge grafton grampians grave greenback greene greening greenland greta guatemalan guatemalans
    guernseys hackneys hallmark hallway hamburgs harbinger hardware harries harrington harry hartford hatfield
    haycocks headland hester highlanders hillsides hilltops hockney hogshead hollands homburg homelands hometown
    honduran hondurans humble hungry huntley hurray huston hutton idles inches indian indira indonesian indonesians
    indra inertness inland inlay intermarry internees internes internets inverses irving islam islet islets ismael
    israeli israels jackson jamaican japans jarrod johnston kendall kensington kenyan killing kipper knighthood
    kuwaiti lacks lairs lajos lambert landon landslide langland langley laotians larboard lards large larges largos
    larks latvian latvians leads leaven lederberg leeks leers leigh leland lends letha lethal levee level lever
    liberation liberator liberian libertine libra libyan lichee lighthouse limbering limericks lincolns liston
    lithuanian lithuanians liven loadstone lobster localise lochinvar lodestone login logon logos longhorn longtime
    loudness lubing luger lunar luring lushness luzon lychee lying lyndon macedonian macedonians maddens magnolia
    maiden malaysian malaysians malts mania manilas manilla mansfield maplewood marcella markings marlboro
    marlborough marseilles marshall marta masculine masefield masthead maverick maypole meadowlark means melton
    midland milepost milford miltown ministrant minks minsky mongolian mongolians mongolism mongoloid mongoose
    monrovia montenegrin moral moran morays munch namibian napes nepali netherlander netherlanders nevadan newborn
    newlines newly newsy nigerian northeast northwest noway nutshell oberlin olivia orbison orders orphic ottawas
    overblown overgrown overthrown overtone overtook overturn oxfords paean pairs paisleys pakistani pakistanis
    palace palestrina parcs pares parish parisian parka parks parsi parsley parts paterson patrick patterson peace
    pebbles penile pennant pennon pennsylvanian pennsylvanians perch petersburg philippians philippics philippine
    philistines piston piton placed placer places plague plaice plane plankton plate plead pleae pleas pleat pollock
    portliness presley presto prestos printing pristine prussia rains ramsay ratio rattrap reading redcap redoing
    reich reins rending rhine rhino rhinos ridding riggs ringside roberson roberto robertson rochelle rockwell
    romanian rosalyn rosebuds rosebush rosemarie rosin roslyn roswell roumania ruins rumania russian rwandan rwandas
    salem sales salisbury salon salton sandbags sandbanks sandbars sandburg sandcastle sandwich sanford scallywag
    scares scotland scourge scranton sedan seedling serbian settling shanghaied shanghais shannon share shares
    shelling shielded shilling shine shires shirk shirking shirr shirring shirt shirting shoots shore shortages
    shortens shortness shorts shots shouts showboat skates skinflints skirting slain sleet slept slovakian slovenian
    slovenians slovenly smelling smirking smithson smokehouse snares snarling soberest somali somalian somalis
    sondheim southeast southern southerns southpaw southward southwards southwest spahn spares spawn spelling
    spieling spilling spire sprain springtime stabling staffing stain stalling standard standards standbys stanton
    stapling stares starling starlings starring starting startling starves starving statehouse steadies steakhouse
    stealing steaming steeled steeling steeping steepness steeps steering stemming steppe steppes stepping steps
    sternest sternness stevenson sticking stiffing stifling stiflings stilling stinging stinking stinting stippling
    stirring stirrings stockroom stone storehouse storehouses storminess storming stowaway straiten straitens
    stranger strangler strewing stricken stricter stridden striding striking striping stripling striving strobe
    strode stroke strong strongly strontium strove submersion surreys survey susan swain sweat swede swedes swelling
    swerving swilling swirling syriac syrian tanisha tanzania tares target tarry tasha tasmanian teaming tearing
    teasdale teasing teheran telling tenderise tenderness terran terrance terrence terry texan texans texes texts
    theists theorists thurs tired tires tolerance tompkins torching towhead towheads townes townhouse townsend
    tradesman tradesmen troop trophies trotting truncate tunisian turves tyree ugandan uphill valences valentin
    venezuelan venezuelans violin wades wages wakes waled walesa walks walls wanda wanes wares waterboard waterfowl
    waterfront waterloo waterloos waves waxes wedgwood westerly westernise westernised westernises westward
    westwards whales whitefield whitefishes whitehall whitewall whitewalls whitewashed whitewashes wiles wilford
    windburn woodbine woodpile woodshed woodsier wooer woofer woolier worcesters wordsworth workingman workingmen
    yemeni yeomen yoked yokel yokes zambian zimbabwean
    """.split()
)
