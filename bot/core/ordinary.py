"""Ordinary English words that look like a slip of a crisis word or of a place name, and must be left alone.

Derived by scripts/derive_ordinary.py from the Spell Checker Oriented Word Lists (SCOWL), copyright Kevin Atkinson and others:
permission to use, copy, modify, distribute and sell these word lists is granted, provided that this notice is kept.
They come with no warranty of any kind.
"""

ORDINARY = frozenset(
    """
    abaci abase abased abasement abases abasing abbeys abdicating abductee abduction abductions abductor
    abducts abeam abetter able abort abound abridge absences abusers abusive abusiveness abut abuzz
    accidentally accidentals accidents accountancy accountants accounting acct acids acing acme aconite acre
    acrid actions active acts adaptive adaptor adder addicting adieus adman admen administer administers
    admins admit adoptive adored adoring adulthood advantaged advantages aeries affair affect affinities
    afford afire afoot afresh aftercare aftereffect afterlife afterlives afternoons aftershock afterthought
    afterthoughts afterword afterwords agate agates agave agendas agents aggression aggressively
    aggressiveness aging aglitter agony agrees aground ahead aided aides aiding ailed ailing ails airborne
    aircraft airdrop airdropped aired airhead airiness airing airings airlift airlifted airline airlines
    airmail airman airmen airports airsick airsickness airstrip airstrips airtight airwaves airway aisle
    aisles alarms alcohols alder aliens alights alignment alike allay allays allegation alley allies allot
    allover allow allows alloy alloyed allspice allusion allusive ally aloe aloft alongside alter alters
    amateur ambition ambled ambulances ambush ambushes amend amending amends amenities amidst amiss among
    amoral amount ample amply amputate amputation amuck amuse amused amuses amusing analog anathema
    anathemas anatomy andiron anger angles animate animates animation animator animus ankle anklet anklets
    annotate annotation answer anted antennae anthem anther antic anticking antidepressant antihistamine
    ants anus anuses anyhow anyplace anythings anytime anywhere aorta aortae aped apes apiece aping
    apolitical apostate apparent appear appears append appendage appendages appending appends applause apple
    applicant applicator applied applying appraised apter aptly aptness arbour arced arch ardent areas arena
    arenas argon argyles aright arks armada armchair arming armlet armlets armour armrest arouse arrange
    arranger arranges arrant array arrive arse arson articles arty ascertain ascription asexual asexually
    ashed ashes ashing ashram aside asininities askew asocial aspics aspiring aspirins ass assailing
    assaulter assaults assay assaying assays assent assets assign assignation assigned assignments assigns
    assort assorted assorting assuage assuaged assuages assume assure assured assuring aster asunder atoll
    atone atones attach attached attaching attacker attaining attender attest attestation attesting attests
    attics attired attracting auction audio audition auditoria auditory audits aught autumns avowed await
    awaiting awaits awaked awaken awakening awakes awaking aware awesome awfully awhile awing awoke awoken
    babes babied babier babiest babyhood babysat babysit babysitting back backbit backbite backbiting
    backbitten backbreaking backdate backdrop backed backfire background backhand backhanded backhanding
    backhands backing backlogs backpack backpacking backpacks backrest backs backside backslash backslid
    backslide backslides backstabbing backstairs backstop backstopped backstopping backstops backstroke
    backtracked backtracks backup backwater backwaters backwoods badder bade badge badgering badinage
    badmouth badmouthed badness bagged bagging bagpipe bagpipes bags bail bailed bailing bailout bails
    baited baiting baits baize baked bakes baking balded balder baldly bale baled baling balked balking
    balks balky balled ballerina ballet balling balls banal banded bandies banding bands bandwagons banes
    banished banishing banisters bankbook banked banking banknote banknotes bankroll bankrolled bankrolling
    banks banned banning bannister banns bans banter bantered bantering barbarian barbarities barbed barbell
    barbered barbering barbiturate barbs bards bare bareback bared barehanded bareheaded bareness barer
    bares barfed barfs barge barged barging baring baritone baritones barked barks barley barmaid barman
    barn barns baron baronet barons barraging barred barricade barricades barriers barring barrings barroom
    barrooms bars bartender barter bartered bartering baseballs basely basemen basements baser bashed bashes
    bashing basil basked basking basks baste basted batched batches batching bates bath bathe bather bathes
    bathhouse bathhouses bathrooms baths bathtub bating baton bats batted batten battened battening batter
    batters battier battle battled battlefields battles battling bawl bawled bawling baying bayonets beach
    beached beaching beacon bead beaded beading beads beady beak beaks beaming beams beanbag beaning beans
    beard bearing bearings bears beast beasts beat beater beatification beatings beats beaus beauty becalm
    becalmed became beckons become becomes becoming bedclothes bedding bedeck bedecked bedrock bedroll
    bedrooms bedside bedsore bedtime bee beeper beeping beeps beets befallen befell befitting beforehand
    befriend befriends begat begets begetting beggar begone begotten behalf behave behaving beheaded
    beheading beheads beheld behinds behold beholding beholds being beings belabour belaboured belay
    belaying belie belied believed believer believers belittle bellboy bellboys belle bellies belling bellow
    bells bellybutton belong belonging beloved belted belting belts beltway belying bench bender bending
    bends benefit bents benumb berating berry berth berths besets besetting besides bespeak bespeaks bespoke
    besting bests betake betaken betakes betaking betas bethink bethinking bethinks bethought betide betook
    bets betted bettered bettering betters betting bettor bidden biddies bidding biddy bides biding bids
    bigamy bigger biggies bight bights bigmouth bigness biking bile billed billet billing bills billy binder
    binds binged binned binning birch bird birth birthdays bishoprics bitchy bitcoin bites bitten bitter
    bittern blackball blackballed blackballing blackballs blackbird blackbirds blackboard blacken blacker
    blackguard blackguards blackhead blacking blackmail blackmailer blackmailers blackmails blackness
    blackout blacks blackthorn blacktop blacktopping blame blamed blamer blanching bland blandness blank
    blanker blanket blankness blanks blare blared blares blast blaster blats blaze blazed blazes bleak
    bleakness bleat bleating bleats bleeds bleep bleeping blench blenching blend blending bletch blight
    blights blimp bling blink blinked blinks blips blisters blithe bloat blobs block blocks blocs blogs
    blond bloodbath bloods bloodshed bloodshot bloom blotching blots blower blowgun blowguns blown blowout
    blowsy blowtorches blowup bluebell bluebirds bluebottle bluebottles blued bluefish bluegrass bluejacket
    bluenose bluer blues bluest bluing blurring blurs blush blushes bluster boar boarder boarders boars
    boast boated boating boatman boatmen boats bobbed bobbing bobby bobolinks boded bodes boding
    bodybuilding bodyguard bodyguards bodywork boga bogged bogging boiled boilers boiling boilings bolder
    boles bolting bolts bomber bombs bombshell bone boned boner bones boney bonged bonging bongs bonny boo
    boobed boobing boobs booed booing bookcase bookend bookends bookings bookkeeping booklet booklets
    bookmaking bookmark bookmarks books bookshop boomed booming booms boons boors boos boost boosted
    boosting boosts boot bootblack bootee booth booths bootleg bootlegs bootless boots booty boozed boozing
    bopped bopping border bordering borderline borderlines borders bore borer borers bores boring boron
    bossiness bossy botch bothers bothersome bottleneck bottoms bough boughs bouncy bound bounding bounds
    bounty bout bouts bowed bower bowing bowler bowling bowman bows boxcar boxcars boxed boxen boxer boxers
    boyhood brace braced braces bract brad brads bragged bragging brags brain braining brains braised
    braises braising brake brakes braking bras brash brass brats brave braves bravo brawling brawls brawn
    brays breach breached breaching breading breads breadth breadths breakage breakages breakdown breakfast
    breakneck breakpoints breaks breakthrough breakup breakwater breakwaters breast breasting breath
    breathed breather breathes breathier breathtaking breathy bred breech breed breeding breezing brews
    brickbat bricklaying bride bridged bridgehead bridges bridgework bridle briefings brig brigand bright
    brightened brightens brigs brine bring brings brink brinks briny brisk brisks broach broaching broad
    broadsword broiler broiling broker brokered brokering brooch brood brook brooked brooking broom brooms
    broth brothels brotherhood brought brown browned browning brows bruise bruiser bruisers brunch brunt
    brush brushed brushes brute bucked bucking buckle budged budges budgets budgie bugged bugging buildings
    bulge bulled bulletin bullets bulling bully bumbled bumbling bummer bumped bumpier bumping bumps bumpy
    bunched bunching bundle bundles bunged bunging bungled bungling bungs bunny buns bunt bunted bunting
    buoying buoys burdens burdensome bureaucrat bureaucrats burgles burgling burgs buried burka burly burner
    burnished burnishes burnout burns burped burping burps burqa burr burred burring burro burrs burs bursts
    burying busboy busboys busby bused buses bushed bushel bushels bushiness bushing bushman bushmen bushy
    busies businesslike businessman businessmen businesswoman businesswomen busing buss busses bust buster
    busting busy busybody busying busyness busywork butch butchering butchers butchery butches butler butt
    butte butted buttered butterfat butterfingers butterfly butterflying butterier butteries butteriest
    buttering butternuts butters buttery buttes butting buttons buzzed buzzers buzzes buzzkill buzzkills
    buzzword buzzwords byelaw byelaws bygone bylaws byline bylines bypass bypassed bypassing bypast byplay
    byword bywords cabal cabbies cable cabling caches caddy cadge cadged cadger cadre cads cages cagey
    caging cairn cairns caked cakes caking calfs call called caller callings callower calls callus callused
    calmer calming calmly calmness calms calved calving cambered cambering camel cameo cameraman cameramen
    camerawoman camerawomen campaigns camped campier camping campsite campus canals cancan candid candidate
    candidness candied candies candle candour candy candying caned canes canine canister canned cannier
    cannon canny canon canonisation cantata cantatas canted canteen canteens canting canto canton cantor
    cants canyon caped caper capers capes capping captives caravans caraway carbon carboy carboys carbs
    cardinals carding cardsharp care cared careen careers carefree carefully cares caret careworn cargo
    cargoes carillon caring carnal carol carp carpal carpals carping carport carps carriage carrier carries
    carrion carrot carryall carryout cars carsick carsickness carting carton cartoon cartridge carts carve
    carver carves carvings case cased casein caseloads casement cases casework caseworker cashback cashed
    cashes cashing casing casks caste caster castled castles casts catamaran catbirds catboat catcall
    catcalling catcalls catch catcher catchers catching cater caters catfish cation catkin catted cattiness
    catting cattle catwalk catwalks caucussed cause caved caves caving cawed cease ceased ceasing cedes
    cells certainties cervices chafe chafed chaffed chafing chain chainsaws chair chaired chairlift chairman
    chairmen chairperson chairs chairwoman chairwomen chaise chameleon chammy champing chanced chancel
    chances chancy chandler change changes changing chant chanted chap char characterisation characters
    charge charger charges charm charmed charming charred chars charted chartered chaser chases chasm chaste
    chats chattered chatterer cheapness cheat checker checklists checkmate checkmates checkout checkpoint
    checkpoints checkroom checkrooms checks checkup cheeked cheekiness cheeking cheeks cheeky cheep cheer
    cheesecake cheesed cheeses cheesy chess chestnuts chests chick chicle chid chidden chide chides chiding
    childbearing childcare childhoods childlike chill chilled chiller chillest chilli chills chilly chime
    chink chinking chinks chins chipped chipping chisels chits chock chocked chocking chocolates choicer
    choices choir choker chokes choose chopping chord chore chose chowed chowing chows christens chubby
    chuck chucked chucking chump ciders cigarettes cinder citing clack clacked claimants clam clambered
    clamming clamp clamped clamping clan clang clanged clank clanked clanks clans clapped clapping clash
    clashed clashes clashing class classed claws clean cleaner cleaning cleanness cleans cleanup clearer
    clearness clears cleat cleave cleaved cleavers cleaves cleaving cleft clenching clever click clicks
    cliff climber climbs clime clinching clinician clinics clinks clipped clippers clips cloak cloches
    clocked clocking clocks clockwork clockworks clod clomp clone cloned closemouthed closeness closeout
    closer closes closet closing clothe clothed clothesline clotheslines clothespin cloths clots clove
    cloves clown cloyed clubbed clubfeet clubfoot clubhouse clubhouses cluck clucks clued clues cluing
    clumped clumps clung clustered cluttered coal coarse coast coasts coats coaxed cobs cock cocked cocking
    cocks cocoanuts cocoas coconuts cocoon codding coded codes codex coding coed coexist coexisting
    coffeecake coffeehouse coffeehouses coffees coffer coffers cohere cohered coherence cohering cohesion
    cohesive cohesiveness coifed coiffed coiling coils coinage coinages coitus coked cokes coking colder
    coldness colds collapse collapses collar collaring collating colleagues collection collections
    collective collector collision collocated collocating colon coloration coloratura coloraturas
    colouration colourfast colourfully colours colts comas comb combatting combed combing combo combos combs
    comeback comedies comedown comedy comer comers comes comet comets comings commented commenting commits
    committal committed committees commuter commuting compete complected completed completeness completer
    completes completest comply compressing compression compressors compute computed computerisation
    computers computes concealed conceited conceived concerted concocted concreted concurred condemned
    condensation condensed condo condoms condor condos conducted cone cones conferences conferred confessed
    confidence confiscate confiscates conflicted confluence confusing congested connected connecting conned
    consciousnesses consensus consents conservation conserved consisted consorted consulted consulting cont
    contact contacted contain contained containers contended content contented contested continued
    contraceptive contraction contractor contracts contraption contrast contravention control controller
    controllers contusing convent converged convergence conversational conversations conversed conversing
    conversion converted convince convinces convulsed convulsion convulsions convulsive coo cooing cook
    cookbook cooked cooker cooking cookout cooks cool cooled coon cooping coops coot coots coped copes
    copier copings copped copping copse copycat copying copyleft copyright coral cordon cords cored cores
    coring corked corking corks cornbread cornea corneas corned cornerstone cornet cornets cornier corning
    corolla corollas coroner coroners corrected correcting correctly corridors cosign cosigned cosigns
    costed cotes cotillion cots couch couched couches couching cougar cough councillor councils counselings
    counsellors count countdown counter country countryman countrymen countryside countrywoman countrywomen
    counts coupe coupled couples couplet couplets coupon courage coursed courser courted courthouse
    courthouses courting courtroom courtrooms courts coven cover coves covet coveted covey cowards cowbirds
    cowboy cowboys cowed cower cowered cowering cowgirl cowgirls cowhand cowhands cowhide cowhides cowing
    cowl cowling coworker coyer coyest cozen cozens crabbed crabbing crabs crackdown cracked cracks crackup
    cradling craftiness crafts crafty crags cramming cramp crank cranny crape crapes crapped crappier
    crapping craps crass crave craving crawl creak creaking cream creamed creaming creams creditor credits
    creek crepe cress crest crew crewed crews cribbed cribbing cribs crick cricks cried cries crimes crimp
    crimps crises crisis crisp crispy croak crock crony crooks croon cropped crops cross crossbar crossbars
    crossbeam crossbows crosscheck crosschecked crosschecking crossfire crossfires crossness crossover
    crosspiece crossroad crosstown crosswalk crosswalks crosswise crossword crosswords croup crowbars
    crowing crown crowned crowning crows crude cruder cruft cruised cruises cruising crumbling crumby
    crunching crush crushed crushes crushing crusty cryings cubs cuffed cuing culled cullender culling culls
    cult cults cumming cunning cunt cunts cupboards curds cures curie curing curious curly curried curries
    curry currying curse curses curst curt curtails curtain curter curving curvy customary cutback cutely
    cuter cutlet cutlets cutoff cutout cuts cutter cutthroat cutthroats cuttings cysts czars daddies dadoes
    dafter daggers daily dainties dairy dallies dally damming damped damping dancer dander dandle dandy
    dangerously dangers dank danker daring darkness darkroom darkrooms darns dashed dashes dashing dated
    dateline datelined datelines dates dating dawned daybed daybreak daylight daytime dding deadbeat
    deadbeats deader deadliest deadliness deadlock deadlocked deadlocking deadlocks deadpanned deafer deal
    dealing deals dean deans dearer dearly dearness dears dearth death deathbed deathblow deathblows
    deathlike deaths deaves debar debit debtor debts debut decanting deception decide deckhand deckhands
    decking decks decode decoded decodes dedication deeding deeds deepen deepness deeps deers defending
    defer deference defied defies defile defined definer defines definitions definitive definitively defused
    defuses defusing defying deliberated deliberates delineate dells demand demanded demeaning demon denier
    deniers denims dens dense dental dented denting deny departed depending depth deranging derided derides
    derive derives deriving desks desktop despairs destroyer destroyers deter dial dials dibbling diced
    dices dicks diehard dietitian diets differences differentiate differentiation differently differing
    diffidence diffident digger digitalis digressed diked dikes dills dilly dimes dined dines ding dinging
    dings dingy dink dinky dinned dinner dinning dint dipped dipping directer directorate directors
    directory dirt disappears discarded discharge discharges disclose discloses discover discovered
    discoverer discovers discussed disfigured disfigures dished dishes dishing disinfectants disinfecting
    disks dissed dissertations dissing distresses distrusted ditch ditty dive dived diver dives diving divvy
    doable docent docked docket dockets docking docks doctorate doctors document documented dodge dodoes
    doers dogfight dogfish doggies dogging doggone doggy doghouse doghouses dogies doings doles doling
    dollars dolled dolling domain domes domesticate domestication domestics dominate domination doming
    dominion donate donations done donkey donkeys donned donning donors donuts dooms doorbell doormat
    doormen doorsteps doorstop doorstops doorways dopes dopier doping dorks dormer dosed dosing dotes doting
    doubled doubles doublet doubly doubtfully doubts douche douched douches douching dough douse douses dove
    doves downbeat downbeats downer downhill downhills downing download downloads downplay downpour
    downpours downright downs downstate downswing downtime downtown downturns downwind downy dowse dowsed
    dowses doyen doyens doze dozed dozes dozing drabs draft drafting dragon dragonfly drags drain drainer
    drainers draining drains dram dramas drams drape draped drapes draping drawl drawling drawn drays dread
    dregs dressage dresser dresses dressiness dressmaking dressy dried drier dries drinkings drinks dripped
    drippings drips drivel drivels drivers driveway drivings drizzling droll drone droned droning droop
    drooped drooping droplet droplets dropout dropper dropping drops dropsy dross drought drover droves
    drownings drowns drowse drowsed drowsing drubs drudged drudging drug drugstore drums drunks drying
    dryness drywall dubbed ducked ducking dudes duding dukes dulled dulling dully dulness dummy dumped
    dumping dumps dune dunes dunged dunging dungs dunk dunked dunking dunks dunned dunning duping duress
    dusted dusters dustier dustiness dustman dustmen dusts dusty dwell dwelling dyeing dyes dyke dyked
    dyking eardrum earls early earmark earmarks earning earns earphone earphones earring earrings earshot
    earthen earthiness earthing earths earthshaking earthwork earthworks earthy easel easier easing eastern
    easterners easygoing eater eaters eats eave eaves edged edger edges eels eery effective effectiveness
    effects egg egged egging egret eider eight eighteens eights either elate elating elder eleven elfin
    elide elides elite ells elsewhere embarrassments embryo emend emergence emery emigrate emigrates
    emission employing emptier empties endear endears endings endive enduing engines enrol entice epics
    episodes eras error escapee escapes essays estate ester estrange ether even evenhanded evenings evenness
    evens eventfully events evermore everyday everyplace evidenced evidences exactness examination exampled
    examples exams exchanged excluding executed executes exhorting exists exiting exits exodus expanding
    expedited expending explained explanation explication explodes exploitative exploiter exploiters
    exploiting exploration explore explored exploring export exportation exporting expose exposes exposition
    expounding express expressed expression expressive expressiveness expressway extorted extorting
    extortion extremer extremes eyeglass eyelet eyelets eyepiece eyesore eyestrain eyeteeth eyetooth eying
    fable faced facelift faces facet facets facing fact faction factually fading fagged fagging faggot
    failed failing failings fails faint fainter fairness fairs fairy faith faked fakes faking fakir fallen
    falling fallowed fallowing fallows falls falsehood falseness falser fangs fanned fannies fanny faraway
    farce farces fare farewells farina farmed farmer farming farms fart farther farthing farthings farts
    fasted faster fastness fasts fates fathead fathered fatherhood fathering fathers fating fatness fats
    fatten fatter fattest fatties faultiness faults faulty fauna fauns fawns faxed faxing fear fearfully
    fearing fears fearsome feast feat feather feathered feathering feats fedora fedoras feed feeding
    feedings feeds fees feet feinted felling fellows fells felts fenced fencer fences fender fending fends
    fern ferryboat ferryboats fester fests fetal fetter fetters fettle fever fiats fibre fief fielded
    fielding fiend fiends fifes fifteens fifths fighter fights filed filing filled fillers filling fills
    filly films filmstrip filmstrips filmy filth finale finals financed finances finder finders finding
    fined fineness finer finery fines fingernail fingernails fining finis finisher finishes finks finny fins
    firearms firebombed firebombs firebreak fired firefight firefighting firefly firehouse firehouses
    fireman firemen fireplace fires fireside firewall firewalls firewater firework fireworks firing firmed
    firmer firming firs firstborn firsthand firsts firth fished fishes fishing fishtailing fishwife fishy
    fission fist fistfuls fists fitful fitfully fitness fittest fittings fiver fives fixed fixings flack
    flacks flags flair flames flaming flank flanked flapped flapping flaps flash flasher flashes flatbed
    flatboat flatcar flatcars flatfeet flatfish flatfoot flatiron flatness flatten flattered flattest
    flattop flaws flaying flays fleck flee fleecing fleeing flees fleet fleeting fleetness fleets flesh
    fleshed fleshing flexing flicks flied flier flightiness flighty fling flipped flippers flippy flips
    flits flitting float floats flock flocked flocking flocks flood floors florid flour flow flower flows
    flubs flues fluids flukey flunk fluoridate fluoridation flurry flushed flushes flushing flyers flyleaves
    flyovers flypaper flypapers flysheet foaling fobbed fobbing foiling foils folder folding folds folks
    follow follower followings folly foment fond fonder font foobar foods foodstuff fooled footage
    footbridge footed foothold footholds footing footlights footman footmen footnote footnotes footpath
    footrest foots footsore footstep footsteps footwear footwork forage foraged forages foray forbad
    forbearing forbid forborne forcefully forceps forces forcible forded fording fords fore forearm
    foregather foregathered foregathering foregone foreground forensics fores forestall forevermore forgave
    forge forged forger forges forget forgetfully forgets forgettable forgetting forging forgive forgiven
    forgiveness forgives forgiving forgoes forgoing forgone forgot forgotten forked forking forks form
    formative formatting formed forming forsook forswearing forswears fort forte fortes forthcoming
    forthright forthrightness forthwith forties forts forty forwent fossil fosters foul foully fouls
    foundation founding founds fount fours foursome fourteen fourteens fourth fourths fowling foxes foxing
    foyer foyers frack fracked fracks frail frame framing franc francs frank frats freak freaking freed
    freehand freehold freeholds freeing freeload freeloads freeman freemen freer frees freestanding
    freethinking freeway freewill freight freshman freshmen freshness freshwater fridge fried friends fries
    frightens frightfully frighting frights frill frisk frisks frock frond frontage frontages frontispiece
    fronts frost froth frown frowned frowning frowsy frozen fryer fryers frying fucked fucker fudge fuels
    fullback fulled fulling fullness fulls fumbling function fund funds funerals funereal funking funky
    furry furthermore furthers fury fused fusty gabbed gabbier gabbiest gabbing gabbles gable gaffe gaffed
    gaffes gaffs gagging gain gains galas gales galley galling gallium gallons gallops galls gamed gameness
    gamer games gamey ganged ganging gangrened gangs gangway gaped gapes gaping garaged garages garb garbage
    garbs garden gardenia gardenias gardens gargles gargling garland garter gases gashes gashing gasket
    gaslight gaslights gasped gassed gassing gasworks gated gatepost gateway gather gating gauged gave gavel
    gazes gearbox gearboxes gearing gears gearshift geeks gelling gender genies gens gent gents getaway
    giant gibed gibes gibing gift gifted gigged gigging gills gilts ginger gingham ginned ginning girdled
    girdles girds girlfriends girlhood girth girts giveaway givens glade glades glads glasses glassy glean
    gleaning gleans glib glide glides glisten glistens glitters glittery gloats globe gloss glossed gloved
    gloves glower glowing glows glued glues gluey gluing gnash gnashed gnus goads goalie goats goatskin
    gobbed gobbing goddam goings golds golfs gonad goner gong goo goodie goodness goodnight goods goodwill
    goody gooey gooks goose gored gores gorge goring gorse gotten gourmet gown gowned gowns grabber grace
    graced grade graded grads graft grail grain grains grams grand grandad granddaughters grandee grandsons
    granges granny granting grants grape grapes graphed grasp grasped grasping grasps grassed grassy grate
    grated grater grates grave graved gravel graven graver graves gravestone gravy graze grazed greatness
    greats greed greening greenness greens greet greetings grenades grepping greyness greys grime grin grind
    grinder grinds gripe griped griping gripped grips grist groan groans groins groom grooms grooved
    grooving grope gropes gross grouched grouching groundbreaking grounds groundwork grouped grouping grouse
    grout grouts grove grow growl growling grownup grows grubbed grubbing grubs grumbling grunge grunt
    guardhouse guardhouses guardian guardroom guardrooms guardsman guardsmen guile guilt gulled gullet
    gulling gully gummy gunboat gunfight gunfire gunman gunmen gunner gunning gunny gunpowder gunrunning
    gunshot gunshots gurgle gurgled gushed gushes gusting gusty gutted gutter gutting guying guzzle guzzler
    guzzles hacks hags hailed hailing hails haircut haircuts hairdo hairiness hairline hairlines hairpiece
    hairpin hairs hairspring hairy hake hakes hales halfback halftime halfway haling hallmark hallmarks
    hallow hallowed hallows halls hallucinate hallucination hallway haltering halve halving hammed
    hammerhead hammerings hammers hamming hamper hampered hampering hamstring handbag handbook handcar
    handcars handcraft handcuffs handedness handguns handheld handicraft handier handiness handiwork
    handlebar handlebars handled handlers handles handling handmade handmaid handouts handpicked handpicking
    handpicks hands handset handsets handsful handshake handshaking handsome handsomeness handspring
    handsprings handstand handstands handwork handwriting handwritten handy hangdog hanger hangings hangman
    hangmen hangnail hangnails hangout hangover hangs hank hankering hankies hanks hansom happenings
    harbours hardback harden hardening hardheaded hardheadedness hardily hardiness hardline hardness hardtop
    hardwired hardy hared harem haring harked harkening harking harks harmed harmfully harmonisation harms
    harp harping harpy harried harries harry harrying harsh hart harts hashed hashes hashing hashtag hassock
    hassocks haste hasted hasten hastening hasty hatch hatched hatches hatchets hatching hater haters hates
    hating hats hatter hatting hauling haunt haunted haunting haven havens haves hawing hawking hawthorn
    haycocks haying hazing headdress header headfirst headgear headings headlands headlight headlights
    headlined headlocks headlong headphone headphones headquarter headrest headroom heads headset headsets
    headstone headwaters headway headwind headwinds headword headwords heady healed healer healers healing
    heap heaped heaping heaps heard hearings hears hearsay hearse heartbeats heartbreak heartbreaking
    heartbroken heartburn hearten heartfelt hearth hearties heartiest heartiness hearts heartsick hearty
    heated heath heathen heather heating heats heatstroke heave heaved heavens heaves heaving heavyset heck
    hedge heeded heeding heeds heehaw heel heeled heeling heels heights heinous heinousness heir hellion
    hello helms helots helpfully helpfulness helpings helplines helpmate helpmates helpmeet helpmeets hence
    herd herded herding hereabout hereafter hereby herein hereof hereto hereupon herewith heritage heritages
    hernia hernias heroic heroine heroins heron herring herrings hesitated hesitates hesitation heyday hicks
    hideaway hided hideout hied hieing hies highborn highboy highboys highchair highlight highlighter
    highlights highness highs hightail hightailing highway highwayman highwaymen hikes hiking hills
    hillsides hilly hilts hinder hinds hing hinged hinging hings hinted hinting hints hipped hipping hippy
    hire hired hires hiring hiss hissed hisses hissing historian hitch hither hitherto hived hives hiving
    hoard hoarseness hoarser hobby hock hocked hocking hocks hods hoes hogan holder holdings holdout
    holdover holdup hole holed holes holing hollowed hollowing hollows homebody homeboy homeboys homecoming
    homed homegrown homeless homely homemade homeowner homer homered homering homeroom homerooms homes
    homesick homesickness hometown homework homey homie homing hone honed hones honesty honey hoodies
    hooding hoods hoofs hook hooked hookers hookey hooking hooks hoop hoot hooted hooter hooting hoots hoped
    hopefully hopelessness hopes hoping hopped hopping hops horde horded hording horned horseback horsefly
    horsehair horsehide horseman horsemen horseplay horses horseshoes horsewhipped horsewhipping horsewoman
    horsewomen horsey horsy hose hosed hoses hosing hospitalisation hospitalise hospitalises hospitals
    hostages hosted hostels hosts hotbed hotcake hothead hotheaded hotheadedness hothouse hothouses hotkey
    hotkeys hotness hotshot hotshots hottest hound hounding hounds hourglass houseboat housebreak
    housebreaking housebroke housebroken houseclean housecoat housed housefly household households
    househusband housekeeping housemaid housemother housetop housewife housework hovel hovels hover hovered
    however howling hows howsoever huffed hugeness huger hugged hulled hulling humble humbling humours
    humped humping humps hunch hunched hunching hundreds hungers hungover hunker hunter hunters hunts
    hurling hurls hurray hurry hurtling husbands hushed hushes hushing huts hying hyphening hysterically
    hysterics ideal ideas identify ides idles idolater ignore ignores iii illegitimate illness ills illusion
    illusive image imaged imagined imagines imaging imitate imitation imitative imitator immanent immediacy
    impala impalas impale impanelled impanelling impassive impatient impersonate impersonation impersonator
    implantation implants import importation impose imposition impossible imposter imposters impostor
    impounding impress impressed impression impressive impressiveness imprison imprisonments imprisons
    improper improperly imps impulse impure imputation inaction inactive inamorata inamoratas inaner
    inanimate inanities inasmuch inattention inborn inboxes incantation inception inch incoherence
    incoherently income incomes incoming incomplete incompletely incompleteness indecency indefinitely
    indent indenting indication indicting indifference indifferent indolently indoor indoors inducting
    inductions inductive ineffective ineffectiveness inertness inexact infants infected infecting infection
    infer infested infesting infighting inflation inflecting inflection informational informative informer
    ingesting ingestion ingrown inhale inhaled inhalers inhales inhere inhered inherently inhering inherit
    inheritor inherits inimitable initiate initiative initiator injection injections injunction injure inks
    inlaid inlay inlaying inlets inline inmate inmates inn inning innocently inpatient inpatients inputting
    inroad inscription inserting insertion insets insetting insider insides insignia insignias insignificant
    insofar inspecting inspections inspector instanced instances instep insteps instill insulate insure
    insured insuring intake intakes intend intentionally intentions intentness intents inter interacted
    interbred interbreed intercede interceded interceding intercepted interests interface interfaced
    interfacing interferes interferon interjected intermarry international internees interring intersected
    intervene intervened intervening interviewed interviewee interviewer interviews intestate intestinal
    intonation intro intrude intruded intruders intrudes intrusted intuition invent inventing invention
    inventions invert inverting invested investing invoiced invoices irons ironwork irony isinglass island
    islet islets isobar isobars isolate isotopic itch itself jacked jackets jacking jacks jading jaggedness
    jaggies jailbreak jailer jailing jails jamming japed japes japing jarred jarring jeans jeeps jellied
    jelling jells jelly jerkin jerkins jester jesting jests jetting jeweller jewellers jigged jigging jived
    jives jiving jobbed jobbing jocks jogged jogging johns joins joint jointed jointing joints joked joker
    jokes jollies jolted joust joying judge jugged jugging jumbling jumper jumpiness jumpsuit jumpsuits
    jumpy junctions junipers juster justification justness juts jutted jutting juveniles keeling keels
    keened keening keenness keens keeper kenning kerbs kettles keynote keynotes keypunch keypunched
    keypunching keystone keystroke keyword keywords kickback kicker kickers kickoff kicks kickstand
    kickstands kicky kiddie kiddies kiddoes kidnapper kidnappers kidnappings kidnaps killer killing killings
    kilned kilning kilns kilos kilts kinder kinds king kingdoms kings kinked kinking kinks kinky kipper
    kisser kisses kitchens kith kiting kitten kitties knack knaves knee kneecaps kneed kneel kneeled kneels
    knifed knifes knight knighthood knobs knocker knockers knockout knocks knots known knuckled knucklehead
    knuckles koans kooks labourer labours lace lacing lack lacked lacking lacks ladder laddie laddies lade
    laded lades lading ladybirds ladyfinger ladyfingers ladylike lager lagged lagging lags lair lairs lakes
    lambed lambing lamed lamer lames laming lammed lamming lamps lance lancing landed lander landings
    landlords lands lanes lank lanky lapped lapping laptops larch larder larding lards large larges largos
    lark larked larks larvas laser lash lashed lashing lasing lass lasses lassie lassoes lasted lasts latch
    latched latches latching lateness later laterally latex lathe lather lathered lathering latrine lats
    latte latter lauded lauding lauds laughter launder lava lawfully lawns lawsuit lawsuits lawyer laxer
    layer lazing lazying leach leached leaching leaded leaden leaders leading leads leafing leafless leaking
    lean leaner leanings leans leaping learn learns lease leased leases leasing least leatherneck leathers
    leathery leaved leaven leavens leavings ledge ledger ledges leeks leers lees lefter leftover lefts lefty
    legate legation legato legend legends legged legging legion legislate legislating legislative legislator
    legitimate legitimates legman legmen legroom legrooms legwork leis lender lending lends lens leopards
    leotards lept lesion lessen lessons lessor lest letdown lethal letterbomb letterhead lettering levee
    level lever levers lewder liberally lice licenced licences license lichee lick licked licking licks lief
    lien liens lies lifeblood lifeboat lifeguard lifeguards lifelike lifeline lifelines lifelong lifer
    lifesaving lifetime lifework lifeworks liftoff lifts ligatured ligatures lighted lighten lighters
    lightheaded lighthouse lighthouses lighting lightness liked liken likeness liker likes liking lilted
    limb limed limes liming limned limning limped limpid limpness limps lineage lineages lineman linemen
    linen linens liner liners lines linesman linesmen lineup linger lingers lining link linked links linted
    lints lipstick lipsticking liquidate liquidation liquidator liquids lisle lisp lisping lisps listed
    lists litter litters littleness littler littlest livelong liven livens liver livers livest livid livings
    loader loads loadstone loafs loan loaning loans loanword loanwords loaves lobbed lobbing lobed lobes
    lobster locker lockers locket lockets lockjaw lockout lockstep lockup locus lode lodes lodestone lodge
    lodged lodger lodges lofted loftiness lofts lofty logbook loge loges logger login logoff logon logout
    logrolling loins lolled lolling lone loner longboat longed longhair longhand longing longs longtime
    lookalike looked lookout lookup looming looms loons looping loops loose loosing loot looted looting
    loots loped lopes loping lopped lopping lordly lords lorry loser loses lotion lotus louder lounged
    lounging louse louses louts lovebirds lovemaking lover lovers lovesick loving lowdown lowed lower lowers
    lowing lowly lowness lows loxes loyal lubing lucked luckiness lucking lucks lucky lugged lugging lulled
    lulling lumped lumpiness lumping lumpy lunar lunch lunched lunching lung lunge lunges luring lushes
    lusts lusty lvii lychee lying macaroni macaronis maces machined machines macing madame madams maddens
    madder madhouse madhouses madly madman madmen madness madwoman madwomen maiden maids mailbomb mailbombed
    mailbox mailboxes mailed mailing mailings mailman mailmen mails maimed maims main mainlands mainline
    mainlined mainlines mains mainspring mainstay maker makers makeshift makeup makings malady males mall
    mallows malls mambo mambos mamma manage managed managers manages mandate manes manfully manged manger
    mangoes mangy manhandle manhood manias manic manifold manly manna manned manor mans mantilla mantillas
    mares markdown marked marking marksman marksmen markup maroon marred marriages marrieds marries marry
    marrying mars marsh marten marts marvel mascara mascaras masculine mash mashed mashes mashing masked
    masking masks masons massaged massages massed massing massiveness master mastiff match matched matches
    matching mated maths mating matins mats matte matted mattered mattering matters mattes matts maunder
    maundering mavins maxed maxes maxim maxing maydays mayfly mayoral maypole mazes meadowlark meal meals
    mean meaningfully meanings meanness means meantime meanwhile measure measured measuring meats meaty
    medal medial median medias mediation medic medicals medicating medications meditation meditations
    meetinghouse meetinghouses melds melting melts memento memorise memorises menage menages mendacity
    mender mendicant mending mends menfolk menial mentalities mentored mentoring merchants meres merest
    meridian merry mesas meshed meshes meshing messed messiness messy meta metacarpal metacarpals metals
    mete metes methadon methinks methods methought meting metrication mettle middleman middlemen midtown
    miens mightiness mighty migrated miked mikes miking milder miler miles milky millage milled millers
    milling mills mimed mince minded mindfully minds mined miner mines minicam minicomputer minima
    minimisation minimum minimums minion minis miniseries miniskirt ministrant ministries minivan minks
    minnow minorities minors mints minty minuet minuets minus minuses minuted minuteman minutemen minuteness
    minuter minutest mired mirth miscarriages miser miserly misers mislay misled misses missions missive
    mistaken mistakes misted mister misters misting mistresses mists misunderstandings misused misusing
    mites mitten mixer mixes mixing moaning moans mobbed mobbing mocked mocking mocks modding modernisation
    moderns modulo modulus moire molehills molester moments mommy moneybag moneymaking monger monkeys
    moodiness moods moody mooed mooing mooning moor moors moose mooted mooting moots moped moping mopped
    mopping moral moreover mores mornings morns moron mosey motel motels motes moth mothered motherfucking
    motherhood mothering mothers moths motorboat motorcar motorcars motorman motormen motormouth motors
    motorways mottle mottled mottles mould mouldering moult mound mounding mounds mount mounted mounting
    mounts mourn mourning mouse moused mouses mouth mouthpiece mouths mouthwashes mover moves movies mowed
    mower mowing mucked mucking mucks mucky muddy mufti mugger mulch mulched mule mules mulled mullet
    mulling mulls multimedia multipurpose mumbled mumbling mummer mumps munch munches munching munged
    munging murderer murders murks murmuring mused mushed mushes mushing mussed mussing muster mustering
    mustiness musts musty muted muteness muter mutes mutter muttering mutton muzzled nagged nagging nailing
    nakedness named names nannies nanny napes narked narks natty naughtier naughtiest navel naves nearby
    nearing nearness nears neath neatly neck neckline necklines necks neckties neediness needled needlepoint
    needless needlework needling needy neighboured neighbourhood neighbourly neighbours nephews nerds nerved
    nerves nerving nervousness nervy nesting nests nether netted netter netters netting nettle nettled netts
    nevermore newborns newer newline newlines newness newsletters newtons niceness nicer niceties niche
    nicked nicking nicks nieces nifty nigga nigh nightclothes nightclub nightclubbed nightclubs nighties
    nightlife nights nightstick nighttime nighty nines ninny nipped nippy nitre nixed nixing nodes nodule
    nodules noel noes noised noisiness noisome nominate nomination nominative nonce nonempty nonevent nonfat
    nonliving nonpayment nonpayments nonpolitical nonresident nonsense nonsmoking nonstick nonstop
    nonsupport nonunion nonuser nonviolence nonviolent nonwhite nonzero nooks noon noonday noontime nooses
    north northeast northeaster northern northwest northwestern nosebleed nosed noses nosey noshed noshes
    noshing nosing nosy notable notation notching notebook noted notepaper nothingness nothings notices
    notification noting notion notwithstanding notwork notworks nought nourished nourishes novels novelties
    novice nowadays nowhere nowise nuder nudest nudge nudges nuked nukes numbness numbs numbskull nurseryman
    nurserymen nutshell nuzzled oaken oaring oaten obits obviousness occidental odder oddities oddness odds
    odes off offbeat offbeats offence offend offending offends offer offerings offhand officer offices
    offline offload offloads offset offsets offsetting offshoot offside offspring oiliness oiling oilskin
    oinks okays olden olive olives omen omission omit oncoming oneness oneself onetime ongoing onionskin
    onrush onsets oops opals openhanded openness opens openwork opiate opioid orals orange oration orator
    orbiting orbits ordain orders oregano orgies orthodontia others otter ouch ought ounce ours ouster
    outage outages outback outbid outbreak outbuilding outburst outcome outcomes outdid outdoes outdoing
    outdone outdoor outdoors outed outfit outfitting outgoes outgoing outgrowing outgrown outhouse outhouses
    outlaid outlast outlaw outlaws outlaying outlet outlets outline outlined outlines outlive outlived
    outlives outliving outlook outlooks outlying outpatient outpatients outplay outpost outpouring output
    outputting outraging outran outreach outreached outright outrun outrunning outsell outselling outsells
    outset outsets outsider outsides outsize outskirt outsold outstanding outstation outstay outstaying
    outstrip outstrips outtake outtakes outwear outwearing outworn ovation overact overactive overage
    overages overall overanxious overate overawe overbearing overbite overbook overbooked overbooking
    overborne overburden overcame overcharged overclock overcoat overcome overcomes overcoming overcook
    overdid overdo overdoes overdoing overdone overdoses overdress overdressed overdrew overdrive overeat
    overeaten overeating overexpose overexposed overfull overgrowing overgrown overhand overhands overhang
    overhanging overhead overhear overheard overhearing overheat overhung overjoyed overjoying overkill
    overlaid overlaying overlie overload overloads overlong overlook overlooking overlooks overlying
    overmuch overnights overpaid overpass overpay overpays overplay overprice overproduced overran overreach
    overreached overreact overreaction overrule overruled overrules overrun overrunning overs oversaw
    oversee overseen oversees oversell overselling oversells overshoes overshoot overshooting overshot
    oversight oversights oversleep oversleeping overslept oversold overstate overstay overstaying overstep
    overstepped oversteps oversupply overt overtake overtaken overtakes overtaking overthink overthinking
    overthinks overthought overthrew overthrow overthrowing overthrown overthrows overtime overtook
    overturned overturning overturns overuse overused overusing overweight overwork overworked overworking
    overworks overwrite overwriting overwritten owed owing owned owners owns pace paces package packaged
    packages packed packer packers pacts paddock paddocked paddocking paddocks paddy paean paged pager
    pagers pages paging pails pained painfuller painfully pains paint painted painter painting paints
    paisleys palace palatable palate paled paleface paleness paler pales paling pall palled pallet pallets
    palling palls palmed palmetto palms palsy pamper pampers pancaking pandering pane panellings panellist
    panes pangs panics panning pans pansy pant panted panties panting pants panty papacy papal papas papaw
    papaya paperback paperboy paperboys papergirl papergirls papery paramedical paranoia paranoid parapets
    parasite parcelling parch parched pared parent paring parity parka parkas parking parkour parks parkway
    parred parried parries parry parrying parse parsed parsing parsley parson part parted particle partied
    partly partners parts party passage passages passageway passbook passel passer passes passion passionate
    passive passkey passkeys password passwords pasta pastas pasted pastel pastern pastes pasteurisation
    pastie pasties pastime pasting pastor pastoral pastorate pasts pasturage pasty patch patched patches
    patching patchwork pate patent patents pates paths pathway patina patrol pats patter pattered pattering
    patties patting patty paunch pauper paupers paused pausing paved paves paving pawing pawls pawned pawns
    paycheck payday paydays payer payers paying payload payloads payoff payroll paywall paywalls peace
    peacefully peacekeeping peaces peacetime peach peak peaks pealing peals pearlier pearly pears pease
    pebbles pecked pecking pecks peeks peeled peeling peelings peels peep peeper peeping peeps peered
    peering peewee pegged pegging pence pending pends penile pennant penned penning pennon penny peopled
    peoples pepped peppier pepping perch perches periodicity periods perked perking persona personage
    personages personification persons pert pertain pester pesters pests petal petrel petrifies petting
    phase phased phasing phoneme phoney phoneys phonied phonies phony photocopier photocopy photographic
    photon photons phototypesetting pick picker picket pickets pickings pickled pickling picky picnicking
    pictured pieced pieces piecework pierce piers pies pigging piked piker pikes piking piled piles pileup
    pillage pillaged pillages pillbox pillboxes pilled pilling pillion pilot pinch pinched pinching pined
    pines pinged pinging pings pinhead pining pinion pinked pinkies pinking pinks pinning pinpointed
    pinpointing pinpoints pinto pints piped pipeline pipelines piper pipers piping pipits pipped pippin
    pipping pips pissed pissing pistil pistols piston pitch pitchforked pitchforks piton pitting placebo
    placed placer places placing placket plackets plaice plaid plaids plain plains plaint plaints plaits
    plan plane planed planes planet planing plank planked planking planks planner plannings plans plant
    planted planting plants plate platforms playact playback playboy playboys playfully playground playhouse
    playhouses playing playmate playmates playoff playroom playrooms plays plaything playthings plea plead
    pleader pleas pleases pleasing pleat pleated pleating pledge plied plight plights plopped plopping plots
    pluck plump plumped plumping plumps plunged plunging plush plying pocked pocketbook pocketknife
    pocketknives pocking pocks podcasts podding poignancy pointer pointy poise poises poisoner poisons poke
    poker poking polecat poled polemical poles policed policeman policemen polices policewoman policewomen
    polio polios polish polisher polishes polite politically politician politicos polities polity poll
    polled polling polls polo pols ponder pone pones pool pooled pools poop pooped pooping poops popes poppa
    porch pored poring portage portaged portages ported portend portending portends porter porters portico
    porting portion portly portmanteaus ports posed poser posers poses poseur posher posing posit posited
    positions positron posse possessing possession possessives possessors possibles possibly postage postbox
    postcard postcards postcode postdate posterior postman postmark postmarks postmen postmodern postpaid
    posts postscript pots potted potter potters potting potty pouch pouched pouches pouching pouncing pound
    pounds pouted pouting pouts powders powdery power poxes practices practise praised prance prances prank
    prattle prattling pray prays preach preached precious preciously precises preen prefabs premise premised
    premiss premisses prep preps pres present presentations preservation presets president presses pressman
    pressmen pressured pressures pressurisation pretension prettified preventing preventive prevents preview
    preys priced prices pricey prick pricked pricking pricks pricy pride pried pries primacy primate
    primates prime primp primped primping primps prince princess print printed printers printing prints
    prise prisoners prisons privater privatest prize procedural prod produce producer produces profanely
    progression progressive promise promises prone prong proof propel propertied properties propped propping
    prose prosper prove prying pucks pullback puller pullet pulley pullout pullover pulls pulped pulping
    pulsed pulses pulsing pummel pumped pumps punches punchline punchy punier punker punned punning punster
    punsters punted punting punts pupal pupped pupping puree pureness purer purge purges purled purling
    purpler purples purposed purposefully purposes purse purvey pusher pushes pushiness pushing pushover
    pushup pushy putative putrefied putrid putt putted putter putters puttied putties puttying puzzled quack
    quarries quarters quartet questioned questioner questioners queued queues quickness quietness quiets
    quietus quilt quine quire quirk quit quits quote rabies raced races racing rack racked racket rackets
    racking racks radiators raft rafter rafting rage raged rages raggedness raggedy ragging raided raiding
    rail railed rails railways raincoat raindrop rained raining rains rainwater rainy raise raises raising
    raked rakes raking rallies rally rambling ramming rams rancour random range ranged ranger ranginess
    ranging rangy rank ranking rankles ransoms rant ranted rants rapid rapine rapped rapping raps rared
    rarely rares raring rash rasher rashes rasped rasping raster ratchet rated rates rating ratio ratting
    rattled rattler rattles rattlings rattrap ratty rave raved raves raving razed razes razing razors
    reaches reaching reacted reaction reactive reactor reacts read reader reading reads realer realisation
    realities realm reals realty reams reaped reaping rearing rears reasons rebuses receptions receptive
    recession reckon recollecting recollections reconvened reconvening recover recoveries recovers
    recreation redbreasts redcoat redemption redhead redheaded rediscovered rediscovery redistrict redneck
    redness redoing redone redskin reed reeds reedy reeks reeled reeling reels refine refugee refuges refuse
    refute refuted refutes refuting regal regally regions regretfully regrets regrettable reins rejection
    relationships relearning release releases relied relieve relieves rely relying remanding remands
    remembered remind reminded remove remover removes renal render rending rends rent rental renumbers repay
    repaying replay replaying replies reported rescinding rescued rescuer rescues resents reset reside
    residents resolve resolver resolves resounding respondent responds responses responsible responsively
    responsiveness restate restaurateur restfully resting restive restiveness restoration restorative
    restrain restroom restrooms rests result retch retched retention returns reusable reuse reused reuses
    reusing revenged revenges revenue reversals revery reviews revolved rhino rhinos ribbed rice rick ricked
    ricking ricks ridden ridding rider rides ridge riding rife rifer riffle rifled rifleman riflemen rifles
    rifted rifting rifts rigged rigging righter rightfully righting rightness rights rigs rile riled riles
    riling rills rime rimed rinds ringer ringers ringleader ringlet ringlets rings ringside rink rinks riper
    ripoff ripper ripping rippled ripsaw riser rises riskiness risky rite riven riverbed riverfront rivers
    riverside rivet roach roached roadbed roadblocked roadblocking roadhouse roadhouses roadkill roads
    roadside roadway roadwork roaming roams roans robber robbing robed rocked rocket rockets rockiness
    rocking rocks rocky roiled roiling roils roles rollback roller rolls roman roods roofed roofs rooftops
    rook rooked rooking rooks roomed roominess rooming roommate roommates roomy rooted rooting roots roped
    ropes roping rose roses rosette rosin roster rosters rote rotor rotund rouble rouge roughage roughhouse
    roughhouses roughneck roughnecked roughnecking roughness roughs roundabout roundhouse roundhouses
    rounding roundness rounds roundup roused rouses route router rove roved rover roves roving rowed rower
    rowing royals rubbed rubes rucksacks ruddy rued rues rugged rugs ruing ruining ruins ruler rulers
    rumbaing rumblings rummer rummy rumour rumpling rumps runabout runaround runaways rundown runes rungs
    running runny runoff runway ruse ruses rushed rushes rushing rusks rust rusts rutted rutting sable sack
    sacked sacking sacks sacred sadder sadly safeguard safeguarding safeguards safekeeping safeness safer
    safes safeties sages sagged sagging sailed sailing sailings sails saint saith sake salamanders sale
    sales salines sallies sallow sally sallying salon saltine salve salved salver salving same sampled
    sampler samplers samurais sand sandal sandbanks sandcastle sanded sanding sands sandwich sandy sans
    sapped sapping sappy sash sassed sassing satay sate sated sates satiate sating saturate saturation
    satyrs saunas sausages save saver saves savings sawdust sawed sawhorse sawing sawyer sayings scabbed
    scabbing scabs scads scags scaled scaling scalloped scalloping scallywag scalped scalping scamming scams
    scans scant scarcity scare scares scarfed scarfs scaring scarlet scarred scarring scary scats scene
    scent schoolbook schoolboys schoolchild schoolchildren schooldays schoolhouse schoolhouses schoolmate
    schoolmates schoolroom schoolrooms schools schoolwork scissor scold scolded scolding sconce scone scones
    scoot scooting scope scoping scorcher scorches scorching score scored scoring scorn scotched scotching
    scour scourge scouting scouts scows scrabbling scram scramming scrams scrap scratchier scrawling
    screeching screening screenplay screens screenshot screenshots screwdrivers scribbling scrip scrips
    scripts scrubbier scrunching scrupling scuff scull scurf scurry seabed seabirds seafood seagoing sealer
    sealers sealing seals seaman seamen seaming seams seaplane seaport sear searchingly seared searing sears
    seashell seasick seasickness seaside season seasons seat seating seats seaway seaweed secondhand seconds
    secrete secretion secretive secretiveness secrets sects sedge seeding seeds seeks seems seep seeping
    seeps seers seesaw seethe seething seizures selloff sellout semen seminal seminarian seminars seminary
    sender sends sensed senses sensing sentence sentences sentience sentimental sequenced serer seriousness
    serous serve served servers serves serviced serviceman servicemen servicewoman servicewomen servile
    servings setback settable setter setters settings settle settler settles settling seven seventeen
    seventeens seventieth seventieths sever sewing sexes sexiness sexist sexting sexton shack shad shade
    shading shaft shafting shakedown shaker shakes shakeup shaky shale shall shallot shallower shallowness
    shallows sham shamed shamefully shames shaming shams shank shanks shape shaping shards share shared
    shares sharing shark sharked sharking sharpness sharps shave shaved shaven shaving shear sheared
    shearing shears sheathe sheathes sheathing sheathings shebang shebangs sheds sheen sheep sheer sheets
    shelf shellfish shelling shells sherd sherries shied shies shiftiness shifts shifty shill shine shins
    shipper shippers shire shires shirk shirr shirt shirting shits shitting shivering shlock shocks shoe
    shoed shogun shone shoo shooed shooing shoon shoos shootings shootout shoots shoplift shoplifted shopped
    shopping shops shoptalk shopworn shore shored shoreline shores shoring shorn short shortages shorted
    shortening shorting shortness shorts shotgunned shotguns shots shout shouts shove shovel shoves show
    showers showery showier showy shred shrew shrift shrilled shriving shrugging shtick shuck shunt shunted
    shunting shutdown shuteye shutout shuts shying sibling sickbed sicked sicking sickness sicks sidearm
    sidearms sidebar sidebars sideburns sidecar sidecars sided sidekick sidelight sidelights sideline
    sidelined sidelines sidelong sidereal sides sideshows sidestep sidestepped sidesteps sidestroke
    sidetracked sidetracks sidewalk sidewalks sidewall sidewalls siding sidle sift sifted sifter sifters
    sifting sifts sighed sighs sight sighting sights signals signer signet significant signification
    signpost signposted silenced silencer silences silents silliness sills silly silt silting silvers
    silvery simmer simple simulation sincerest sine sing singe singed singer singers singing sings sinks
    sinned sinner sinning sins sipped sipping sire sired siring sisterhood sitar sited sites siting sitter
    sitters sittings situating situations sixteens sixth sixties sizing skate skates skeet skein skewering
    skidding skids skiff skill skilled skills skinflints skinhead skinning skins skintight skipped skippers
    skipping skirts skit skulk skulls skyed skying slabbed slabbing slabs slack slacked slacking slackness
    slacks slake slaked slaking slang slashes slat slate slathered slathering slats slaved slaver slavered
    slavering slavers slaves slaving slay slaying slays sledge sleek sleeking sleeper sleepiness sleeps
    sleepwalk sleepwalked sleepwalking sleepwalks sleepwear sleepyhead sleet sleeting sleets sleety sleeves
    slept sliced slicer slices slick slicking slider sliders slideshow slideshows sliding slight slighter
    slights slime sling slinging slink slinks slipper slippery slipping slips slither slithered slithering
    slits slitter slitting sliver sloes slogan slopped slopping sloppy slops slosh sloshed sloshing slots
    slotted slowdown slowed slower slowness slows slues sluice sluicing sluing slummed slummer slump slumps
    slung slurped slurping slush slyer smacker smacks smallness smalls smarted smartening smarter smashes
    smattering smearing smears smell smelling smells smile smirching smite smock smocked smocking smocks
    smoke smokehouse smoother smoothing smothers smuggest smuggling snack snacked snacking snail snailed
    snails snake snaked snaking snapdragon snapped snappier snapping snappy snaps snapshot snapshots snared
    snares snarf snaring snatches snatching sneak sneaks snickers snide snider sniff sniggering snipe sniped
    snipers snipes snipped snipping snitch snitched snitches snoot snore snored snort snorting snots snouts
    snowed snowing snows snuck snuff snuggest snuggling soakings soaks soaped soapier soaping soared soaring
    soars sobbed sobered soberest sobering soberness sobers socialisation socials socked socket sockets
    socking sodding sodomites sodomy sofas soiling solder soled solid solver somebodies someday somehow
    someplace somethings sometime someway somewhat somewhats sonar sonata sonatas songbirds songs sonny soot
    sooth sopped sopping sops sorehead soreness sorer sores sorest sorry sorta sorter sortied sorts sots
    sottish sough sought soulfully soulmate soulmates souls sounder sounding soundness soundtracks sour
    soured souring sourness sours souse soused souses southeast southwest southwester southwestern sowed
    sower sowing sown sows space spacing spake span spangling spanked spanned spans spared spares sparing
    spark sparkled sparred spars spate spats spatted spatting spay spaying spays speak speakeasy spear
    spearing spears speck specks spell spelling spells spend spending spends spent spiced spices spicing
    spicy spied spike spikes spill spills spilt spine spinning spire spirits spit spite spited spiting
    spitted splash splashed splashing splat splay splays splice splicing spline splint splits splitting
    spoken spokes spook spool spoon spore sporing sport sported sporting sporty spotlight spotlights spots
    spotter spotting spout spouted spouting spouts sprang sprat sprats spreading sprig springiness springs
    springtime springy sprint sprinter sprung spry spumone spurring spying stabbings stabled stabler stables
    stabling stabs stack stacked stacking staffing staffs stage staggeringly staging stags staid stain
    stains staircase stairway stairwell stake staked stakes staking stale staler staling stalk stalked
    stalkers stalkings stalks stall stalling stammering stampede stanching standby standings standoff
    standoffish standout standpoint standpoints stands standstill stank staph staple star starching stare
    stared stares starker starling starred starring stars starters starting startled starts starved starves
    starvings stashes stat stated statehood statehouse statehouses stater stateroom staterooms states
    stateside stating stations statistic statistical statue status stave staved staving stays stead steads
    steakhouse steakhouses steaks steal stealing stealthier stealthily steam steams steamy steeled steeling
    steep steeped steeping steeps stemming stems stent stepbrother stepbrothers stepchild stepchildren
    stepdads stepdaughters stepfather stepmother steppe steppes stepping steps stepsister stepsisters
    stepsons sternness steward stews stickiness sticking stickpin sticks stickup sticky sties stiffness
    stiffs stifling stile stillborn stilling stillness stills stilt sting stinging stink stir stirring stirs
    stitch stitched stoats stock stocks stoke stoking stole stomachs stomp stomped stomping stomps stone
    stoned stoner stones stonewall stonewalls stonework stoney stony stool stoop stooped stooping stoops
    stopgap stoplight stoplights stopover stopper stopwatch store stored storehouse storehouses stores
    storeys storied storing storminess stormy story stout stouter stoutness stove stowed stows straddled
    straddling straggle straggled straggler stragglers straggles straggling straightaway straightedge
    straightjacket straightness straights strain strainer strainers straining strains straiten strand
    stranding strands strangely strangeness strangest stranglehold strangleholds strangler stranglers
    strangles strangulating strap strapped straps strata straws stray straying strays streak streaking
    stream streamed streaming streams streetcar streetcars streetlight streetlights streets strep stretching
    strew strewed stricken strictness strike string stringer stringers stringing stripe stripes stript
    striven strobe strode stroke stroked strokes strong stronger strontium strop stropped stropping strops
    strove struck struggled struggles stubbed stubbing stud studied studios studly studs stuffiness stuffs
    stuffy stumped stumping stung stunk stupidities stupids sturdy suave subbed subbing subjected submersion
    suborn subornation sucked sucking suckle sucks sued suffocates suffocation sugar sugarcoat sugars sugary
    suggesting suggestions suggestive suggests suicides suing suitable suitcases suite suitor sullen sully
    summation summed summerhouse summerhouses summers summertime summery summit sumps sundae sunder sundry
    sung sunless sunned sunning sunny superpower supervise supervised supervises supervision supervisors
    supervisory supper supple suppler supplicant supplication supplied suppliers supplies supplying
    supportive supports supposes suppurating surefire sureness surer surest sureties surge surges surname
    surrey surveyor surveyors surveys survivals survive survives suspended swab swabbed swabbing swaggering
    swags swallows swamped swamping swans swapped swapping swaps sward swards swash swashed swashing swatch
    swats swaying sways swear sweat sweats sweep sweepers sweeping sweeps sweet swell swellings swells swept
    swerving swift swig swigging swill swilling swine swings swirling swish swished swishes swishing
    switchback switchblade switchblades switcher switches switching swoon swopped swopping swops swordfish
    swordplay swordsman swordsmen swore sworn symptom syringed syringes tabbed tabbies tabbing tableaus
    tabled tables tabling tabus tacked tacking tackled tacks tagged tagging tail tailed tails taint tainted
    takeaways takeoff takeout takeover taker takers takings tale tales talkative talkativeness talked talker
    tallies tally tamed tamer tames taming tamped tamping tams tanager tangs tank tanked tanking tanks
    tanner taper tapered tapering tapers tapes taping tapped tapping tared tares target taring tarried
    tarrier tarry tarrying tars tarter tasers tasked tasking tasks taste taster tastes tasting tasty tats
    tatted tatter tattered tattering tattle tattling taupe taxed taxes taxing taxis teabag teachings teak
    teakettle teaks tealight tealights teals teaming teammate teammates teamwork tear teared tearing tearoom
    tearooms teary teas teaser teasing teatime teats tech teems teenaged teensy teeny tees teethe telling
    temped temples tempter tenacity tended tenderfeet tenderfoot tenderness tenders tending tendon
    tendonitis tends tenpin tens tense tenser tented tenth tenting tents terms terns terrifies terry testate
    tested tester testes testified testiness testis testy textbook texturing thankfully thanksgiving
    thatching thaws thee thees theirs theme themes theoretical there thereabout thereafter thereby therefrom
    therein thereof thereon thereto thereupon therewith theses thick thigh thin thine thinning thins thirds
    thirsty thong thongs thorn thorough thoroughgoing thoroughness though thoughtfully thousand thralled
    thrashing thread threads threaten threateningly threes threesome threw thriller throatiness throaty
    throb throbs throe throes throttles throughout throughput throughway throwaway throwback thugs thumbing
    thunk thunks thus tick ticked tickle tickles tickling ticks tide tided tides tiding tiers tiff tighter
    tightness tightrope tikes tiled tiles tiling tillage tilled tillers tilling tills timed timeline
    timelines timepiece timer times timetable timeworn tinder tines ting tings tinkled tinned tinning tinny
    tipped tipping tire tired tires tittle toadied toadies toads toady toadying toasted toddle toddled
    toddles toddy toehold toeholds toenail toenails toffee togetherness toiled toiler toilers toiling token
    tokes toking tolled tollgate tollgates tolling tolls tomato tombed tombs tomes tomorrows tone tones
    tongued tongues tons tonsuring tool toot tooted toothpaste toothpicks toothsome toothy tooting toots
    topcoat topics topped toppings toppling tops topside torched torches torching torchlight tornado
    tornadoes torte torturer tortures totes tottering toucan touchdown touchings touchstone touchy tough
    tour toured touring tourmaline tourniquets tours toward towed tower towered towering towhead townhouse
    townhouses towns tows toying trace tracer traces track tracker tracts traded tradesman tradesmen
    traffics trail trailer trailers trails train trained trainee trainees trait traits tramped trams trance
    trans translated translates translator transmute transom trapper trash trashed trashes trawl trawling
    tread treason treat treats tree treed trees treetop tress triad trial tribes trice trick tricked
    tricking trickled tricks trifle trikes trill trilled trims trios trip tripe tripled triples triplet
    triply tripped tripping trips trite troll trolled trolling tron troop trope troth trough troupers
    trouser truce trucked truckload truckloads trucks trued trues truing trumping trunk trusty tsars tubby
    tuck tucker tucking tugged tumbling tumour tuned tuning tunny tuns turds turfed turfing turfs turkeys
    turn turner turnkey turves tushes tusked tutors twain tweed tweets twelves twill twine twinging twink
    twinks twists twit twitch twitched twits twosome tying tykes typed typeface types typescript typeset
    typesets typesetting typewrite typewriting typewritten typewrote tzars udder umped umping umps unbar
    unclean uncleanness unclear unclearest unconsciously unconsciousness unction underact underarm underarms
    underbelly underbid undercharged underclothes undercoat undercut undercuts undercutting underdog
    underdogs underdone underexpose underexposed underfed underfoot undergo undergoes undergoing undergone
    underground underhand underhanded underlie underline underlined underlines underlying undernourished
    underpaid underpants underpass underpay underpays underpin underpinned underpinning underplay undersea
    undersell underselling undersells undershoot undershooting undershot underside undersign undersigned
    undersigns underskirt undersold understanding understands understate understated understood understudies
    understudy undertake undertaken undertakes undertaking undertook underused underwater underwent
    underworld underwrite underwriting underwritten underwrote undresses unicorn uniforms unintended
    unionisation unisex unison unite unities unknowns unsafer unset unstressed untie upbeat upbeats upcoming
    upcountry update upending upends upfront upheld uphill uphold upholding upholds upkeep uplift uplifted
    upload uploads upped uppers upraised upright upsets upsetting upshot upshots upside upstanding upstarted
    upstate upswing uptake uptakes uptight uptown upturned upturning upturns urged urinate urination urns
    usages usefully usefulness username users usher ushered ushering utter vagina vaginae vales valet valise
    valises valleys value values valve valves vamped vamping vanes vanguard vanguards vanilla vanillas
    vanishes vanities vanned vaped vaping varies varnished vases vaster vault veeps veer vending vends vent
    venting verandah verandas verve vesting vests vetting viaducts vibes vice vices videotape videotaped
    vignetted vignettes villager villages vines violate violates violet violin vireo vireos visas vista
    voiced voicemails voile volley vomits voted votes vouch vouched vouches vouching vowel vying wacks
    wadding wader waders wades wafer wafers wafted wafting wafts waged wager wagers wages wagged wagging
    waging wailed wailing wails waist waistbands waists waited waiter waiters waiting waits waives waiving
    waked wakens waled wales waling walker walkout walks walkway wallaby walled walleye walleyes walling
    wallow wallowed wallowing wallows wallpaper wallpapers wander wands waned wanes waning wanked wanking
    wanks wanna wanton wantonly wantonness warden warding wardrobes wards wares warmed warming warms warns
    warts warty washer washerwoman washerwomen washes washings wasted wastefully wastepaper waster wasters
    wastes wastewater wasting watchdog watchdogs watcher watches watchfully watchman watchmen watchword
    watchwords waterbed watercolour watercourse watercourses watercraft waterfowl waterfront waterline
    waterlines watermark watermarks watershed waterside watertight waterway waterworks watery wattle
    wattling watts wave waved waver wavers waxed waxen waxes waxing waylaid waylaying wayside weaken
    weakening weals weaning weans weariness wearisome wears weary wearying weaselling weathered weathering
    weatherman weathermen weathers weave weaves weaving webcams webinars websites wedding weddings wedge
    wedgie wedgies wedging weeding weeds weedy weekday weekdays weekending weekends weeknight weenie weenies
    weeper weepier weepies weeping weeps weer wees weest weight weird weirdness weirdo weirs welded welding
    welling wells wellspring welter wending wends wens westerns wetland wets wetter wetting whacking whale
    whams whatever whatnot whatsoever wheat whelp whelping whelps whenever whens whereas whereat whereby
    wherein whereof whereon wheresoever whereupon whets whiled whiles whiling whimpered whimpering whimpers
    whims whine whines whining whinny whiny whippet whippings whips whirs whiskered whiskers whisper whist
    whit whitefish whitefishes whiten whiteness whiter whites whitewall whitewalls whitewashed whitewashes
    whitewashing whiting whitings whits whoever wholeness wholes wholesome wholesomeness whoops whopping
    whore whores whose whosoever wicked wicks widen wideness wider widest widow widowhood widows width
    wigging wight wights wile willed willing wills wimps wince windbag windbreak windburn windiness
    windowsill windpipes winds windscreen windsock windsocks windup windy wined wineglass wines wing winger
    wingers winging wings winks winner winning winnow winnows wins wintering winters wintertime wintery
    wintry wipes wired wires wiring wises wisher wishers wishfully wist wistful witch witched witching
    withdrew withered withering withheld withhold withholding withholds withstand withstanding withstands
    withstood witting wives woes woks womanhood womanlike wombs womenfolk wonderfully wondering wonders
    wonted woods worded wordiness wording wordplay wordy workaday workaround workbook workday workdays
    workers workforce workhorse workhouse workhouses workingman workingmen workings workload workloads
    workman workmanlike workmen workout workplace worksheet workshops workstation workweek workweeks worlds
    wormed worming worms wormy worrier worries worry worse worth worthiness worthwhile worthy woulds wounder
    wounding wounds woven wowed wrack wrapped wreak wreaking wreath wreathe wreathing wreaths wrest wrests
    wriest wright wring wrings wristband wristbands wristwatch writ writer writes writhe writhing writing
    writings writs wrongdoing wrongfully wrongheaded wrongheadedness wrongness wrongs wroth wrought wrung
    yacking yacks yammer yammered yammering yards yarns yeahs yearbook yearly yearn yearning yearns yeas
    yeast yells yelping yelps yessing yesterdays yielded yielding yipped yocks yoke yoked yokel yokes yoking
    yonder yore yours yourselves youth youthfully youths yowling yucked yucking yummy zeros zests zinger
    zingers zings zipped zombi zombies zombis zones zooms zorch
    """.split()
)
