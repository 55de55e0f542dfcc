"""Ordinary words that are a slip or two from the name of a place, and are left as they are.

Derived by training/derive_places.py from the Spell Checker Oriented Word Lists (SCOWL), Copyright 2000-2011 by Kevin
Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the associated scripts, the output
created from the scripts, and its documentation for any purpose is hereby granted without fee, provided that the
above copyright notice appears in all copies and that both that copyright notice and this permission notice appear
in supporting documentation. Kevin Atkinson makes no representations about the suitability of this array for any
purpose. It is provided "as is" without express or implied warranty.
"""

LOOKALIKES = frozenset(
    """
    abernathy acton adder aden adler afford albanian alcoa alden alders alejandra alexandra algerian aliens
    allentown allot allow alloy alongside alston alters alton american americas andersen anderson angela angolan
    angora annam anton anus anzus ardent argentine argentinian argus arizonan arlington armadas armenian arrant
    array arrogate arron arrow aryan assent aston athena auden australasia australian australians australoid
    austrian azerbaijani backless backwoods baith balladeer ballasted ballerina balling balloted ballsier baluster
    bangladeshi bangladeshis bankbook banknote barbarian barbra barefoot barkley barnaul barry barton basra bathmat
    bathmats baton bearded beardsley bearskin beauty bedside beggar behaved behaves bellied benton bergerac berlins
    berra berth beth bigger bishoprics blackball blackballs blackbird blackboard blackens blackest blackfoot
    blackhead blackish blackmail blackwell blandness blankness bleakness bloomfield bluetooth blythe boar boarders
    boga bolivian bonehead boner boners bones border borers bostons bowman brace bract brasses brassic brassier
    bravo breach breaching breech brenton bridged bridgetown bridgett bridgette bridging bridled brigadoon brigand
    brighten brightens brighter brightly brigs brings briton britons broadsword brought bruisers bruises brushes
    buckle bulganin bulgari bulgarian bulgarians bulkhead burbank burgher burghers burgled burnout burnouts busboy
    bushels bushy busy buttock cadger caldron caldrons callers calmness cambodian cambodians cambrian cambric
    camelot cameroons campfires campier campiest campsites campus campuses camus canonise canton capella capetian
    capsizes caraway carbon cardigan cardin cardinal cardinals cares carlin carlos carlton carlyle carrie carrion
    carrot carrots carsick carson carton cartridge cassock catkin cattiness caxton cedes chameleon chapels chaperon
    charlestons chaster cheater chiba chicano chink chino chins christen chrystal clack clanks cliburn clicks
    clifton clinton clocks clucks coal cogently colander coldness colgate collars collide collision colombian
    colombians colombo colonel colonels colones colonial colossal coltrane columbia complies condo condorcet conga
    conned conner consent contain coolness copeland copland coral cores cornball cornballs corneal corneille cornell
    cornwallis coronado corrine corsairs cortland cosiness count countess country counts covertly cowl coyness
    cracks craig cranial crawl cree creighton crepe cres crete crewed crews croatian crossed crosser crosses
    crossfire crossly crossroad crossword crosswords culled cullender cures curie curried currier curries curtness
    daily dairy daley dally danny darby darrel deafness dearness debby decry deepness deftness deli delphi demon
    deny deon depress devin dilly dinning dinny dismally diver doer done donne donning donny dorsey douglass douse
    doves downhill downhills drover drummer drummers dryden dulness dummies dune dungavel dunging dunked dunking
    dunlap dunny duress durhams durocher earns eastbound eastward eaton eldon elfin elton elvin enrol error essen
    estonian ethiopian ethiopians eyetooth fairwell falklands farmland farrell fears feart fern ferryboats fiance
    finery firewood firth florid floridan flyers foobar football foothill forbes forces fores forestall foretell
    foreword forges formative formatting forrest forte fortes fortress forts forty fouls fountain fountainhead
    fountains fourth foyer franc frances franck franco francs frankfort frankfurter froth fryers gallows galveston
    gambit gardened gardener gardenia gardenias gardens garvey gave german germane germans gilberto glendale golan
    gordon gorge grafton grampians grave greenback greene greening greenland greta guatemalan guatemalans guernseys
    hackneys hallmark halogen hamburgs hampton harbinger hardware harries harrington harry hartford hatfield
    haycocks hayseed headland hester highlanders hillary hilltop hilltops hockney hogshead holden hollands homburg
    homelands hometown honduran hondurans honking honours humble hungry huntley hurray huston hutton hybrids idles
    inch inches indian indira indonesian indonesians indra inertness inland inlay intermarry internees internes
    internets inverses irving islam islet islets ismael israeli israels jackson jamaican japans jarrod johnson
    johnston kelly kendall kensington kenyan kieth killers killing kipper kith knighthood kuwaiti lacks ladder lags
    lairs lajos lambert lander landon landslide lane langland langley languid laos laotians larboard larder lards
    large larges largos larks lars latvian latvians lauded launder lavvy leads leaven lechers lederberg leeks leers
    lees leigh leis leland lends lessie letha lethal levee level lever liberation liberator liberian libertine
    liberty libra libyan lichee lichees lighthouse limbering limericks lincolns ling liston lithuanian lithuanians
    liven loadstone loan loathed lobster localise lochinvar lodestone login logon logos longhorn longtime lotions
    louder loudness lowness lubing luger lunar lung luring lushness luzon lychee lying lyndon macedon macedonian
    macedonians machine madison magnolia malaria malaysian malaysians mallory malts mania manilas manilla mansfield
    maplewood marcella marking markings marlboro marlborough marseilles marshall marta marvell masculine masefield
    masthead maverick maxwell maypole meadowlark means melton midland milepost milford miltown ministrant mink minks
    minsky mongolian mongolians mongolism mongoloid mongols mongoose mongrel monrovia montenegrin moral moran morays
    munch namibian napes neal nepali netherlander netherlanders nevadan newborn newly newsy nigerian northeast
    northwest noway nutshell oakland oberlin olivia orbison orders orphic ottawas overblown overgrown overthrown
    overtone overtook overturn oxfords pace paean pairs paisleys pakistani pakistanis palace palestrina parched
    parcs pares parish parisian parka parkman parks pars parsi parsley parts patched paterson patina patrick pattern
    patterson peace pebbles penile pennant pennon pennsylvanian pennsylvanians perch petered petersburg philippians
    philippics philippine philistines piston piton placed placer places plague plaice plan plane plankton plate
    plead pleae pleas pleat pois polis pollock portliness pothead presley presto prestos printing prising pristine
    prussia raeburn rains ramsay ratio rattrap reading redcap redoing reich reins remount rending retson rewards
    rhine rhino rhinos ridding riggs ringside roberson roberta roberto roberts robertson robeson rochelle rockwell
    romanian rosalyn roseate rosebud rosebuds rosebush rosemarie rosin roslyn roswell roumania ruins rumania russian
    rwandan rwandas sailing salem sales salisbury salon salton sandal sandbag sandbags sandbanks sandbar sandbars
    sandburg sandcastle sandman sandwich sandy sanford satday scallywag scares scene scotland scourge scranton
    sealing seaside season seat sedan seedling selling serbian serving settling sexton shanghaied shanghais shannon
    share shares shelling shielded shilling shine shires shirk shirking shirr shirring shirt shirting shoots shore
    shortages shortens shortness shorts shots shouts showboat sibling sidling sire skates skinflints skirting slain
    slat sleet slept slovakian slovaks slovenian slovenians slovenly slovens smelling smiling smirking smithson
    smitten smokehouse snares snarling soberest soiling somali somalian somalis sondheim songhai soothed soughed
    southeast southern southerns southey southpaw southward southwards southwest spahn span spares spawn spelling
    spieling spilling spin spire sprain springs springtime springy stabling staffing stain staling stalling standard
    standards standbys stanton stanzas stapling stares staring starling starlings starring starting startling
    starves starving statehouse steadies steakhouse stealing steaming steeled steeling steeped steeping steepness
    steeps steered steering stemming steppe steppes stepping steps sternest sternness stervin stevenson stewing
    stiches sticking stiffing stifling stiflings stilling stinging stinking stinting stippling stirring stirrings
    stockroom stone storehouse storehouses storing storminess storming stowaway straiten straitens straits stranger
    strangler strewing stricken stricter stridden striding striking striping stripling striven striving strobe
    strode stroke strong strongly strontium strove styling submersion sunday surreys survey susan swain sweat swede
    swedes swelling swerving swilling swirling syriac syrian tanisha tanzanian tanzanians tares target tarry tasha
    tasmanian teaming tearing teas teasdale teasing teheran telling tempera temples tenderise tenderness terrace
    terran terrance terrence terry texan texans texes texts theists theorists therein thrusts thurs tire tired tires
    tolerance tompkins tons torching torsion tory towhead towheads townes townhouse townsend tows tradesman
    tradesmen tree trenton tron troop trophies trotting trouper trouser truncate tunisian turves tyree ugandan unbar
    uphill valence valences valenti valentin valeria venezuelan venezuelans violin wades wages wakes waled walesa
    walks walls wanda wanes wares waterboard waterfowl waterfront waterloo waterloos waves waxes wedgwood welland
    westerlies westerly westernise westernised westernises westward westwards whales whiffed whitefield whitefishes
    whitehall whitewalls whitewashed whitewashes whither wilburn wiles wilford windburn woodpile wooer woofer
    woolier worcesters wordsworth workingman workingmen yemeni yeomen yoked yokel yokes zambian zimbabwean
    """.split()
)
