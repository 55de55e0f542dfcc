"""Ordinary English words that look like a slip of a crisis word, and must be left alone.

Derived by scripts/derive_ordinary.py from the Spell Checker Oriented Word Lists (SCOWL), copyright Kevin Atkinson and
others: permission to use, copy, modify, distribute and sell these word lists is granted, provided that this notice is
kept. They come with no warranty of any kind.
"""

ORDINARY = frozenset(
    """
    abaci abase abased abasement abases abasing abdicating abductee abduction abductions abductor abducts
    abeam abed abetter able abort abound abridge absences abusers abusive abusiveness abut abutted abutting
    abuzz acanthi accidentally accidentals accidents accountancy accountants accounting acct acids acing
    acme aconite acorn acre acrid actions active actor acts adapt adaptive adaptor addicting adds adieus
    adman admen administer administers admins admit adobe adopt adoptive adoration adored adoring adorn
    adulthood advantaged advantages advice advised adviser advises aegis aeries afar affair affect
    affinities afire afoot afresh aftercare aftereffect afterlife afterlives afternoons aftershock
    afterthought afterthoughts afterword afterwords agate agates agave agendas agents aggression
    aggressively aggressiveness aging aglitter aglow agony agrees aground aided aides aiding ailed ailing
    ails airborne aircraft airdrop airdropped aired airhead airiness airing airings airlift airlifted
    airline airlines airmail airman airmen airports airsick airsickness airstrip airstrips airtight airwaves
    airway airways ajar alarms alcohols alder alights alignment alike allay allays allegation alleys
    alleyway alleyways allies allot allover allows alloy alloyed allspice allusion allusive ally aloe aloft
    alongside alter amateur ambition ambled ambulances ambush ambushes amen amend amending amends amenities
    amid amigo amino amiss amok among amoral amour ample amply amputate amputation amuse amused amuses
    amusing analog anathema anathemas anatomy andiron anew angel angels anger angles animate animates
    animation animator anime animus anion ankle anklet anklets annotate annotation anointment anon anted
    antennae anthem anther antic anticking antidepressant antihistamine ants anus anuses anyhow anyplace
    anythings anytime aorta aortae aped apes apiece aping apolitical apostate apparatus apparent appear
    appears append appendage appendages appending appends applause apple applicant applicator applied
    applying appointments appraised approbation apter aptly aptness arbour arced arch arcing ardent areas
    arena arenas argon arid aright arks armada armchair arming armlet armlets armour armrest arouse aroused
    arrange arranger arranges arrive arson articles arts arty ascertain ascot ascription asexual asexually
    ashed ashes ashing ashram aside asininities askew asocial aspic aspics aspiring aspirins ass assailing
    assaulter assaults assay assaying assays assent asset assets assign assignation assigned assignments
    assigns assort assorted assorting assuage assuaged assuages assume assure assured assuring aster
    asthmatic astonished astonishes asunder atoll atone atones atop attach attached attaching attacker
    attain attaining attender attest attestation attesting attests attics attired attracting auction audio
    audition auditoria auditory audits aught aura auras autocratic automated automates automatics automating
    automation automaton autumns avowed await awaiting awaits awaked awaken awakened awakening awakes
    awaking award aware awesome awfully awhile awing awkward awkwardness awoke awoken axiomatic babes babied
    babier babiest babyhood babysat babysit babysitting backbit backbite backbiting backbitten backbreaking
    backdate backdrop backed backfire background backhand backhanded backhanding backhands backing backlogs
    backpack backpacking backpacks backrest backs backside backslash backslid backslide backslides
    backstabbing backstairs backstop backstopped backstopping backstops backstroke backtracked backtracks
    backup backward backwardness backwater backwaters bade badge badgering badinage badminton badmouth
    badmouthed badness bagged bagging bagpipe bagpipes bags bailing bailout bails baited baiting baits baked
    bakes baking balded baldly baled baling balked balking balks balky balled ballet balling balls banal
    banded banding bands bandwagons banes banished banishing banisters bankbook bankbooks banked banking
    banknote banknotes bankroll bankrolled bankrolling banks banned banning bannister banns bans banter
    bantered bantering banters barbarian barbarities barbed barbell barbered barbering barbiturate barbs
    bards bareback bared barehanded bareheaded bareness barer bares barfed barfs barge barged barging baring
    barista baritone baritones barked barks barley barmaid barman barn barns baron baronet barraging barred
    barricade barricades barring barrings barroom barrooms bartender barter bartered bartering barters
    baseballs basely basemen basements baser bashed bashes bashing basil basked basking basks bast baste
    basted batched batches batching bates bathe bather bathers bathes bathhouse bathhouses bathrooms baths
    bathtub bating baton batsman batsmen batted batten battened battening battens battier batting battle
    battled battles battling bawl bawled baying bayonets beached beachhead beaching beacon bead beaded
    beading beads beady beak beaks beaming beams bean beanbag beaning beans beard bearing bearings bears
    beast beasts beater beatification beatings beaus becalm becalmed became beckons become becomes becoming
    bedclothes bedding bedeck bedecked bedrock bedrocks bedroll bedrooms bedside bedsore bedtime bee beech
    beeper beeping beeps beets befallen befell befit befitting beforehand befriend befriends begat beget
    begets begetting begone begot begotten begun behalf behave behaving beheaded beheading beheads beheld
    behinds behold beholding beholds beings belabour belaboured belay belaying belch belie belied believed
    believer believers belittle bellboy bellboys belle bellies belling bellow bells bellybutton bellybuttons
    belong belonging beloved belted belting belts beltway beltways belying bench bender bending bends
    benefit bents benumb berating berry beset besets besetting besides bespeak bespeaks bespoke besting
    bestirred bests betake betaken betakes betaking betas bethink bethinking bethinks bethought betide
    betook bets betted bettered bettering betters betting bettor bidden biddies bidding biddy bides biding
    bids bigamy biggie biggies bight bights bigmouth bigness biking billed billet billing bills billy bind
    binder binds binged bingo binned binning birch birdbath birdcage birdhouse birdhouses birthdays bitchy
    bitcoin bites bitter bittern bitters blackballed blackballing blackbird blackbirds blacken blacker
    blackguard blackguards blackhead blacking blacklist blackmail blackmailer blackmailers blackmails
    blackness blackout blacks blackthorn blacktop blacktopping blamed blamer blanching bland blanker blanket
    blankness blanks blare blared blares blast blaster blats blaze blazed blazes bleached bleak bleat
    bleating bleats bleeds bleep bleeping blench blenching blend blending bletch blight blights blimp
    blindness blinds blindside bling blink blinked blips blisters bloat blobs block blocks blocs blogs blond
    bloodbath bloods bloodshed bloodshot bloom blot blotching blots blowgun blowguns blown blowout blowsy
    blowtorches blowup bluebell bluebird bluebirds bluebottle bluebottles blued bluefish bluegrass
    bluejacket bluenose bluer bluest blurring blurs blush blushes bluster boarder boars boast boated boating
    boatman boatmen boats bobbed bobbing bobby boded bodes boding bodybuilding bodyguard bodyguards bodywork
    bogged bogging boiled boilers boilings bolder boles bolting bolts bomber bombs bombshell bone boned
    bones boney bonged bonging bongs bonny boobed boobing boobs booed booing bookcase bookend bookends
    bookings bookkeeping booklet booklets bookmaking bookmark bookmarks bookshop bookshops bookstore boomed
    booming booms boons boors boos boost boosted boosting bootblack bootee booth bootleg bootlegs bootless
    boots booty boozed boozing bopped bopping bordering borderline borderlines borders bore borer bores
    boring boron bossiness bossy botch bothers bothersome bottleneck bottoms bough boughs bounce bounced
    bouncers bounces bouncier bouncy bound bounder bounding bounds bout bowed bower bowler bowling bows
    boxcar boxcars boxed boxen boxer boxers boyhood braced bracing brad bragged bragging brain braining
    brains braised braises braising brake braking bras brash brass brats brave brawling brawls brawn breach
    breaches breaching breading breads breadth breadths breakage breakages breakdown breakfast breakneck
    breakpoints breaks breakthrough breakup breakwater breakwaters breast breasting breathed breather
    breathes breathier breathtaking breathy bred breed breeding breezing brews brickbat brickbats
    bricklaying bride bridged bridgehead bridges bridgework bridle briefings brigand brigandage bright
    brightened brigs brine bringing brings brink brinks briny brisk brisks broached broaching broad broiler
    broiling broker brokered brokering brood brook brooked brooking brooks broom brooms broth brothels
    brotherhood brown browned browning brows bruise bruiser bruisers brunch brunt brush brushed brushes
    bucked bucking buckle budged budges budgets budgie bugged bugging buildings bulge bulled bulletin
    bullets bulling bully bumbled bummer bummers bumped bumpier bumping bumps bumpy bunched bunches bunching
    bundle bundles bunged bunging bungled bungling bungs bunny buns bunt bunted bunting buoying buoys
    burdens burdensome bureaucrat bureaucrats burgles burgling burgs buried burly burner burnished burnishes
    burnout burped burping burps burred burring burrs burs bursts burying busboy busboys busby bused buses
    bushed bushel bushels bushiness bushing bushman bushmen bushy busies businesslike businessman
    businessmen businesswoman businesswomen busing buss busses bust busted buster busting busybody busying
    busyness busywork butch butchering butchers butchery butches butler butt butte buttered butterfat
    butterfingers butterfly butterflying butterier butteries butteriest buttering butternut butternuts
    butters buttery buttes buttons buzzed buzzers buzzes buzzkill buzzkills buzzword buzzwords byelaw
    byelaws bygone bylaw bylaws byline bylines bypass bypassed bypassing bypast byplay byway byways byword
    bywords cabal cabbies cable cabling caches caddy cadge cadged cadre cads cages cagey caging cairn cairns
    caked cakes caking calfs called callers callings callow callower callus callused calmer calming calmness
    calms calved calving cambered cambering camel cameo cameraman cameramen camerawoman camerawomen
    campaigns camped campier camping canals canasta cancan candid candidate candidness candied candies
    candle candour candy candying caned canine canister canned cannier cannon canon canonisation cantata
    cantatas canted canteen canteens canting canto canton cantons cantor cants canyon caped caper capers
    capes capped capping captives carat caravans caraway caraways carboy carboys carbs carding cardsharp
    cared careen careers carefree carefully cares caret careworn cargo cargoes carillon caring carnal carp
    carpal carpals carpets carping carport carps carriage carriers carries carryall carryout carsick
    carsickness carting carton cartons cartoon carts carve carver carvings cased casein caseloads casement
    cases casework caseworker caseworkers cashback cashed cashes cashing casing casks caste caster casts
    catamaran catbird catbirds catboat catcall catcalling catcalls catch catcher catchers catching cater
    caters catfish cation catted catting cattle catwalk catwalks caucussed caulk cause caved caves caving
    cawed cease ceased ceasing cello cells certainties cervices chafe chafed chaffed chafing chains
    chainsaws chaired chairlift chairman chairmen chairperson chairs chairwoman chairwomen chaise chammy
    champing chanced chancel chances chancy chandler change changes changing chant chanted chap char
    characterisation characters charge charger charges charm charmed charming charred chars charted
    chartered chaser chases chasm chaste chats chattered chatterer cheapness cheat checker checklists
    checkmate checkmates checkout checkpoint checkpoints checkroom checkrooms checks checkup cheeked
    cheekiness cheeking cheeks cheeky cheep cheeps cheer cheery cheesecake cheesed cheeses cheesy chess
    chestnut chestnuts chests chewers chick chid chidden chide chides chiding childbearing childcare
    childhoods childlike chill chills chime chin chink chinking chinks chipped chipping chisels chits chock
    chocked chocking chocolates choicer choices choir choker chokes choose chopping chops chord chore chose
    chowed chowing chows christens chubby chuck chucked chucking chump chumps ciders cigarettes cinch cinder
    citing clack clacked claimants clam clambered clamming clamp clamped clamping clams clan clanged clank
    clanked clans clapped clapping claps clash clashed clashes clashing clasp clasped clasps classes
    classification classiness classmate classmates classroom classrooms classy claws cleaner cleaning
    cleanness cleans cleanup clearer clearness clears cleat cleave cleaved cleavers cleaves cleaving cleft
    clenching clever click climber climbs clime clinching clinician clinics clipped clippers clipping clips
    cloak cloches clocked clocking clocks clockwork clockworks clod clomp clone cloned closemouthed
    closeness closeout closer closes closet closing clothe clothed clothesline clotheslines clothespin
    cloths clots clove cloves clown cloyed clubbed clubfeet clubfoot clubhouse clubhouses cluck clued clues
    clumped clumps clung clustered cluttered coarse coast coasts coats coaxed cock cocked cocking cocks
    cocoa cocoanut cocoanuts cocoas coconut coconuts cocoon coda codding coded codes codex codger coding
    coed coexist coexisting coffeecake coffeehouse coffeehouses coffees coffer coffers coffins cohere
    cohered coherence coherent cohering cohesion cohesive cohesiveness coif coifed coiffed coiling coils
    coin coinage coinages coitus coked cokes coking colder coldness colds collage collapse collapses
    collaring collating colleagues collection collections collective collector colleges collocated
    collocating colon coloration coloratura coloraturas colouration colourblind colourfast colourfully
    colours colts coma comas combatting combed combing combs comeback comedies comedown comer comers comet
    comets comings commented commenting commits committal committed committees commune commuted commuter
    commutes commuting compete complected completed completeness completer completes completest compressing
    compression compressors compute computed computerisation computers computes concealed conceited
    conceived concerted concocted concreted concurred condemned condensation condensed condo condoms condor
    condos conducted cones conferences conferred confessed confidence confiscate confiscates conflicted
    confluence confusing congested connected connecting consciousnesses consensus consents conservation
    conserved consisted consorted constricts constructs consulted consulting cont contact contacted contacts
    contained containers contended content contented contested continued contraceptive contracted
    contraction contractor contractors contradicts contrails contralto contraltos contraption contrast
    contrasts contravention control controller controllers contusing convent converged convergence
    conversational conversationalist conversations conversed conversing conversion converted convince
    convinces convulsed convulsion convulsions convulsive coo cooing cook cookbook cookbooks cooked cooker
    cooking cookout cooks cooled coon cooping coops coot coots coped copes copier copings copped copping
    copse copycat copying copyleft copyright coral cordon cords cored cores coring corked corking corks corn
    cornbread cornea corneas corned cornerstone cornet cornets cornier corning corolla corollas coroner
    coroners corrected correcting correctly corridors cosign cosigned cosigns costed cotes cotillion cots
    cotton cottonmouth cottons couch couched couches couching cough councillor counselings counsellors
    countdown counteract counteraction counteracts counterattack counterattacked counterattacking
    counterattacks counterexample counteroffers counterpoint counterpoints counters countersign
    countersigned countersigns countersink countersinking countertenor countryman countrymen countryside
    countrywoman countrywomen counts coup coupe coupled couples couplet couplets coupon courage coursed
    courser courted courthouse courthouses courting courtroom courtrooms courts coven cover covering coves
    coveted coward cowards cowbird cowbirds cowboy cowboys cowed cower cowered cowgirl cowgirls cowhand
    cowhands cowhide cowhides cowing coworker coworkers coyer coyest cozen cozens crabbed crabbing crabs
    crackdown cracked cracks crackup cradling craftiness crafts crafty cramming cramp crank cranny crape
    crapes crapped crappier crapping craps crass crave craving crawl creak creaking cream creamed creaming
    creams creditor credits creek cress crest crewed cribbed cribbing cribs crick cricks cried cries crimes
    crimp crimps cringing crises crisis crisp crispy crock crocks croon cropped crops crossbar crossbars
    crossbeam crossbows crosscheck crosschecked crosschecking crossfires crossness crossover crosspiece
    crossroad crosstown crosswalk crosswalks crossways crosswise crossword crosswords croup crow crowbars
    crowdfunding crowds crowed crowing crown crowned crowning crows cruft cruised cruises cruising crunching
    crush crushed crushes crushing crusty crybabies crybaby cryings crypt cubs cuffed culled culling culls
    cults cumming cunning cunt cunts cupboards curds curing curious curly curried currying curse curses
    curst curt curtails curtain curving curvy customary cutback cutely cutlet cutlets cutoff cutout cutter
    cutthroat cutthroats cuttings cutup cysts czars daddies dado dadoes dados dafter daggers dainties dais
    dallies damage damaged damages damask damasked damasking damasks dame damming damped damping dampness
    damps damson damsons dancer dander dandle dandy dangerously dangers dank danker dared daring darkness
    darkroom darkrooms darn dashed dashes dashing data datatype dated dateline datelined datelines dates
    dating dawned daybed daybreak daydreams daytime dding deadbeat deadbeats deadbolt deader deadliest
    deadliness deadlock deadlocked deadlocking deadlocks deadpanned deafer deals deans dearer dearly dears
    dearth deathbed deathblow deathblows deathlike deaths deaves debase debasing debated debater debates
    debit debiting debtor debts debut debuting decal decanting deception decide deckhand deckhands decking
    decks decode decoded decodes dedication deeding deeds deepen deepness deeps defending deference defied
    defies defile defined definer defines definitions definitive definitively defused defuses defusing
    defying deliberated deliberates delineate delivers delivery dells demand demanded demeaning denier
    deniers denims dense dental dented denting departed department departmental depending deporting
    deportment depth deranging derided derides derive derives deriving desks desktops despairs destroyer
    destroyers dials dibbling diced dices dicks diehard dietitian diets differences differentiate
    differentiation differently differing diffidence diffident digger digitalis digressed diked dikes dills
    dimes dined dines ding dinging dings dingy dink dinky dinned dinning dint dipped dipping directer
    directorate directors directory dirt disappears discarded discharge discharges disclose discloses
    discussed disfigured disfigures dished dishes dishing disinfectants disinfecting disks dissed
    dissertations dissing distresses distrusted ditch ditty dive dived diver dives diving doable docent
    docked docket dockets docking docks doctorate doctors document documented dodge dodger dodo dodoes doers
    dogfight dogfish doggie doggies dogging doggone doggy doghouse doghouses dogie dogies dogma dogmata
    doings doles doling dolled dolling domain dome domes domesticate domestication domestics dominate
    domination doming dominion donate donations donkey donkeys donned donors donuts dooms doorbell doormat
    doormen doorsteps doorstop doorstops doorways dopes dopier doping dorks dormer dosed dosing dotes doting
    doubled doubles doublet doubly doubtfully doubts douche douched douches douching dough dour douse douses
    dove doves downbeat downbeats downer downing download downloads downplay downpour downpours downright
    downs downstate downswing downswings downtime downtown downturns downward downwind downy dowse dowsed
    dowses doyen doyens doze dozed dozes dozing drabs draft drafting dragon dragonfly drags drain drainer
    drainers draining drains dram dramas drams drape draped drapes draping drawers drawl drawling drawn
    drays dread dreads dream dreamt dreamy dregs dressage dresser dresses dressiness dressmaking dressy
    dried drier dries drinkings drinks dripped drippings drips drivel drivels drivers driveway driveways
    drivings drizzling droll drone droned droning droop drooped drooping droplet droplets dropout dropper
    dropping drops dropsy dross drought drover droves drownings drowns drowse drowsed drowsing drubs drudged
    drudging drug drugstore drums drunks drying dryness drywall dubbed ducking dudes duding dulled dulling
    dully dummy dumped dumping dumps dunged dunging dunk dunked dunned dunning duping duress dustbin dusted
    dusters dustier dustiness dustman dustmen dusts dusty dwell dwelling dyeing dyestuff dyking earls early
    earmark earmarks earning earns earphone earphones earring earrings earshot earthen earthiness earthing
    earths earthshaking earthward earthwork earthworks earthy ease easel easing east eastern easterners
    easygoing eater eaters eave eaves edged edger edges edgeways eels eery effective effectiveness effects
    egg egged egging egret eider eight eighteens eights either elastic elate elating elder elide elides ells
    elsewhere embarrassments emend emergence emery emigrate emigrates emission employing emptier empties
    endear endears endings endive enduing endways engines entice epics episodes eras escapee escapes
    especial essays estate ester estrange ether evenhanded evenings evenness evens eventfully events
    evermore everyday everyplace evidenced evidences exact exactness examination exampled examples exams
    exchanged excluding executed executes exercised exercises exhale exhaustion exhaustive exhausts exhibit
    exhibiting exhibition exhibitor exhibits exhorting exists exiting exits exodus exoneration exorcise
    expanding expedited expending explained explanation explication explodes exploitative exploiter
    exploiters exploiting exploration explore explored exploring export exportation exporting expose exposes
    exposition expounding express expressed expression expressive expressiveness expressway expressways
    extorted extorting extortion extremer extremes eyeglass eyelet eyelets eyepiece eyesore eyestrain
    eyeteeth eyetooth eying fable faced facelift faces facet facets facing fact faction factually fading
    fagged fagging faggot failed failing failings fails faint fainter faked fakes faking falling fallow
    fallowed fallowing fallows falls falsehood falseness falser fangs fanned fannies fanny faraway farce
    farces fare farewells farina farmed farmer farming farms fart farther farthing farthings farts fasted
    faster fastness fasts fatalist fates fathead fathered fatherhood fathering fathers fating fatness fats
    fatten fatter fattest fatties faultiness faults faulty fauna fauns fawns faxed faxing fearfully fearing
    fearsome feast feat feather feathered feathering feats fedora fedoras feed feeding feedings feeds fees
    feinted felling fellow fellows fells felts females fenced fencer fences fender fending fends fennel
    ferryboat fester fests fetal fetter fetters fettle fever fiats fibre fielded fielding fiend fiends
    fifteens fifths fighter fights filed filing filled filler fillers filling fills filly films filmstrip
    filmstrips filmy filth finale finals financed finances finch finder finders finding fined fineness finer
    fines fingernail fingernails fining finis finisher finishes finking finks finny fins firearms firebombed
    firebombs firebreak fired firefight firefighting firefly firehouse firehouses fireman firemen fireplace
    fires fireside firewall firewalls firewater firework fireworks firing firmed firmer firming firs
    firstborn firsthand firsts firth fished fishes fishhook fishing fishtailing fishwife fishy fission fist
    fistfuls fitful fitfully fitness fittest fittings fiver fives fixate fixation fixative fixed fixings
    fizzy flack flags flame flames flaming flank flanked flapped flapping flaps flash flasher flashes
    flatbed flatboat flatcar flatcars flatfeet flatfish flatfoot flatiron flatness flatten flattered
    flattest flattop flaws flaying flays fleck fleecing fleet fleeting flesh fleshed fleshing flexing
    flexitime flextime flicks flied flier flightiness flighty fling flipped flippers flipping flippy flips
    flits flitting float floats flock flocked flocking flocks flood floors flour flow flows flubs flues
    fluids flukey flume flunk fluoridate fluoridation flurry flushed flushes flushing flyby flyers flyleaves
    flyovers flypaper flypapers flysheet foaling fobbed fobbing foiling foils folder folding folds folks
    follow follower followings folly foment fond fonder font foods foodstuff fooled footage footbridges
    footed foothold footholds footing footlights footloose footman footmen footnote footnotes footpath
    footrest foots footsore footstep footsteps footwear footwork fora forage foraged forages foray forbad
    forbearing forbid forborne forcefully forceps forcible forded fording fords fore forearm foregather
    foregathered foregathering foregone foreground forensics fores forevermore forgave forge forged forger
    forges forget forgetfully forgets forgettable forgetting forging forgive forgiven forgiveness forgives
    forgiving forgo forgoes forgoing forgone forgot forgotten forked forking forks format formation
    formative formed forming forms forsook forswearing forswears fort forte fortes forthcoming forthright
    forthrightness forthwith forts forum forward forwardness forwent fosters foully foundation founding
    founds fount fours foursome fourteen fourteens fourths foxes foxglove foxing foyers frack fracked fracks
    frail frame framing frank frats freak freaking freed freehand freehold freeholds freeing freeload
    freeloads freeman freemen freer frees freestanding freethinking freeway freeways freewill freight
    freshman freshmen freshness freshwater fridge fried friends fries frightens frightfully frighting
    frights frill fringing frisk frisks frock frocks frond frontage frontages frontispiece fronts frost
    froth frown frowned frowning frowsy frozen fryer frying fucked fucker fudge fuels fullback fulled
    fulling fullness fulls fund funds funerals funereal funking funky furry furthermore furthers fused fusty
    gabbed gabbier gabbiest gabbing gabbles gable gaffe gaffed gaffes gaffs gagging gain gales galley
    galling gallium gallons gallops galls gamed gameness gamer games gamey ganged ganging gangrened gangs
    gangway gangways gaped gapes gaping garaged garages garb garbage garbs gardenia gardenias gardens
    gargles gargling gases gashes gashing gasket gaslight gaslights gasped gassed gassing gasworks gated
    gatepost gateway gateways gather gating gauged gaunt gauntest gavel gazes gearbox gearboxes gearing
    gears gearshift geeing geeks gelling gender genies gent gents getaway getaways getup ghosts ghostwrite
    ghostwriting ghostwritten ghostwrote giant gibed gibes gibing gift gifted gigged gigging gills gilts
    ginger ginned ginning girds girlfriends girlhood girts giveaway giveaways givens glade glades gladiator
    gladness glads gland glasses glassy glean gleaning glide glides glisten glistens glitters glittery globe
    gloss glossed gloved gloves glowing glows glued glues gluey gluts gnash gnashed gnus goads goalie goat
    goatskin gobbed gobbing goggling goings golds golfs gonad goner gong goo goodie goodness goodnight goods
    goodwill goody gooey goof gook gooks goon goose gored gores goring gorse gotta gotten gourmet gown
    gowned gowns grabber grace graced gracing grade graded grads graft grafter grail grain grains grams
    grand grandad grandads granddaughters grandee grandsons granny granting grants grape grapes graphed
    grasp grasped grasping grasps grassed grassy grate grated grates graved gravel graven graver graves
    gravestone gravy graze grazed greatness greats greed greening greens greet greetings grenades grepping
    greyness greys grime grin grind grinder grinds gripe griped griping gripped grips grist groan groins
    groom grooms grooved grooving grope gropes gross grouched grouching groundbreaking grounds groundwork
    grouped grouping grouse groused grout grouts grove grow growl growling grownup grows grubbed grubbing
    grubs grunt guardhouse guardhouses guardian guardrails guardroom guardrooms guardsman guardsmen guilt
    gulled gullet gulling gully gummy gunboat gunfight gunfire gunman gunmen gunner gunning gunny gunpowder
    gunrunning gunshot gunshots gurgle gurgled gushed gushes gust gusting gusts gusty gutsy gutted gutter
    gutting guying guzzle guzzler guzzles hacks hailed hailing hails haircut haircuts hairdo hairiness
    hairline hairlines hairpiece hairpin hairs hairspring hairy hake hakes haled haler hales halfback
    halftime halfway haling hallmark hallmarks hallow hallowed hallows halls hallucinate hallucination
    hallways haltering halve halving hammed hammerhead hammerings hammers hamming hamper hampered hampering
    hamstring handbag handbooks handcar handcars handcraft handcuffs handedness handguns handheld handicraft
    handier handiness handiwork handlebar handlebars handled handlers handles handling handmade handmaid
    handouts handpick handpicked handpicking handpicks handrails handset handsets handsful handshake
    handshaking handsome handsomeness handspring handsprings handstand handstands handwork handwriting
    handwritten handy hangdog hanger hangings hangman hangmen hangnail hangnails hangout hangover hangs hank
    hankering hanks hansom happenings harbours hardback harden hardening hardheaded hardheadedness hardily
    hardiness hardline hardness hardtop hardwired hardy hared harem haring harked harkening harking harks
    harmed harmfully harmonisation harms harp harping harpy harried harry harrying harsh hart harts hashed
    hashes hashing hashtag hassock hassocks haste hasted hasten hastening hasty hatch hatched hatches
    hatchets hatching hater haters hates hating hats hatter hatters hatting hauling haunt haunted haunting
    haven havens haves hawing hawking hawthorn haying hazing headdress header headfirst headgear headings
    headlands headlight headlights headlined headlocks headlong headphone headphones headrest headroom heads
    headset headsets headstone headwaters headway headwind headwinds headword headwords heady healed healer
    healers healing heals heaped heaping hearings hears hearsay hearse heartbeats heartbreak heartbreaking
    heartbroken heartburn hearten heartfelt hearth hearties heartiest heartiness hearts heartsick hearty
    heated heath heathen heather heating heats heatstroke heave heaved heavens heavenward heaves heaving
    heavyset heck hedge heeded heeding heeds heehaw heel heeled heeling heights heinous heinousness heir
    hellion hellos helms helot helots helpfully helpfulness helpings helplines helpmate helpmates helpmeet
    helpmeets hence herd herded herding hereabout hereafter hereby herein hereof hereto hereupon herewith
    heritage heritages hernia hernias heroic heroine heroins heron herring herrings hesitated hesitates
    hesitation heyday heydays hiatus hibernate hicks hideaway hideaways hided hideout hied hieing hies
    highball highborn highboy highboys highchair highlight highlighter highlights highness highs hightailing
    highway highwayman highwaymen highways hikes hiking hills hilts hinder hinds hing hinged hinging hings
    hint hinted hinting hints hipped hipping hippy hired hires hiring hiss hissed hisses hissing historian
    hitch hither hitherto hived hives hiving hoard hoarseness hoarser hobby hock hocked hocking hocks hods
    hoes holder holdings holdout holdover holdup hole holed holes holing hollowed hollowing hollows homebody
    homeboy homeboys homecoming homed homegrown homeless homemade homeowner homer homered homering homeroom
    homerooms homes homesick homesickness hometown homeward homework homey homie homing hone honed hones
    honey honing hoodies hooding hoods hoofs hookah hooked hookers hookey hooking hooks hookup hooky hoop
    hoot hooted hooter hooting hoots hoped hopefully hopelessness hopes hoping hopped hopping hops horde
    horded hording horned horribly horseback horsefly horsehair horsehide horseman horsemen horseplay horses
    horseshoes horsewhipped horsewhipping horsewoman horsewomen horsey horsy hosed hoses hosing
    hospitalisation hospitalise hospitalises hospitals host hostages hosted hostels hosts hotbed hotcake
    hothead hotheaded hotheadedness hothouse hothouses hotkey hotkeys hotness hotshot hotshots hottest hound
    hounding hounds hourglass houseboat housebreak housebreaking housebroke housebroken houseclean housecoat
    housed housefly household households househusband househusbands housekeeping housemaid housemother
    housetop housewife housework hovel hovels hover hovered however hows howsoever huffed hugeness huger
    hugged hulled hulling humours humped humping humps hunch hunched hunches hunching hundreds hungers
    hungover hunker hunter hunters hunts hurling hurls hurray hurtling hushed hushes hushing huts hying
    hymens hymn hyphening hysterically hysterics ibid ideal idealisation idealist ideas identify ides
    idolater ignore ignores iii illegitimate illness ills illus illusion illusive image imaged imagined
    imagines imaging imam imbed imitate imitation imitative imitator immanent immediacy impala impalas
    impale impanelled impanelling impassive impatient impersonate impersonation impersonator implantation
    implants import importation impose imposition impossible imposter imposters impostor impounding impress
    impressed impression impressive impressiveness imprison imprisonments imprisons improper improperly imps
    impulse impure imputation inaction inactive inamorata inamoratas inanimate inanities inapt inasmuch
    inattention inborn inboxes incantation inception inch incoherence incoherently income incomes incoming
    incomplete incompletely incompleteness indecency indefinitely indent indenting indication indicting
    indifference indifferent indolently indoor indoors inducting inductions inductive indue ineffective
    ineffectiveness inexact infants infected infecting infection infested infesting infighting infix
    inflation inflecting inflection inflexion inform informational informative informer ingesting ingestion
    ingot ingrown inhale inhaled inhalers inhales inhere inhered inherent inherently inhering inherit
    inheritor inherits inhibit inhibiting inhibition inhibits inimitable initiate initiative initiator
    injection injections injunction injure inking inlaid inlaying inlet inlets inline inmate inmates inn
    inning innocently inpatient inpatients input inputting inroad inscription inserting insertion inset
    insets insetting insider insides insignia insignias insignificant insofar inspecting inspections
    inspector instal installation installs instals instanced instances instep insteps instill insulate
    insure insured insuring intake intakes intend intentionally intentions intentness intents inter
    interacted interbred interbreed intercede interceded interceding intercepted intercoms interdicted
    interdiction interdicts interests interface interfaced interfacing interferes interferon interject
    interjected international internist interring inters intersect intersected intervene intervened
    intervening interviewed interviewee interviewer interviews intestate intestinal intonation intro intrude
    intruded intruders intrudes intrusted intuition invent inventing invention inventions inverting invested
    investing invoiced invoices inward irons ironwork irony isinglass islet islets isobar isobars isolate
    isotopic itch jacked jackets jacking jacks jading jaggedness jaggies jailbreak jailer jailing jails
    jamming japed japes japing jarred jarring jeans jeeps jellied jelling jello jells jelly jerkin jerkins
    jesting jests jetting jeweller jewellers jigged jigging jived jives jiving jobbed jobbing jocks jogged
    jogging joins joint jointed jointing joints joked joker jokes jollies jolted joust joying judge jugged
    jugging jumper jumpiness jumpsuit jumpsuits jumpy juster justification justness juts jutted jutting
    juveniles keeling keels keened keening keenness keens keeper kenned kennels kerbs kernel kettles keynote
    keynotes keypunch keypunched keypunches keypunching keystone keystroke keyword keywords kickback kicker
    kickers kickoff kicks kickstand kickstands kicky kiddie kiddies kiddo kiddoes kidnapper kidnappers
    kidnappings kidnaps killings kilned kilning kilns kilos kilter kilts kinder kinds kings kinked kinking
    kisser kisses kitchens kiting kittens kitties knack knaves knee kneecaps kneed kneeing kneel kneeled
    kneels knelling knifed knifes knight knobs knocker knockers knockout knocks knots known knuckled
    knucklehead knuckles kooks labourer labours lace lacing lack lacked lacking lacks laddie laddies lade
    laded lades lading ladybird ladybirds ladyfinger ladyfingers ladylike lager lagged lagging lakes lambed
    lambing lame lamed lamer lames laming lammed lamming lamps lance lancing landed landings landlords lands
    lanes lank lapped lapping laps laptops larch larding lards larked larking larks lase laser lash lashed
    lashing lasing lass lasses lassoes lasted lasts latch latched latches latching lateness laterally latex
    lathe lather lathered lathering lats latte latter lauding lauds laughter lawfully lawns lawsuit lawsuits
    lawyer laxer layer lazing lazying leach leached leaching leaded leaden leaders leading leads leafing
    leafless lean leaner leanings leans leaping leaps learn leas leased leasehold leaseholds leases leash
    leasing least leatherneck leathers leathery leaved leaven leavens leavings ledger ledges leeks leers
    lees lefter leftover lefts lefty legate legation legato legend legends legged legging legion legislate
    legislating legislative legislator legit legitimate legitimates legman legmen legroom legrooms legwork
    lender lending lends lept lesion lessen lessons lessor lest letdown letterbomb letterhead lettering
    letup lever lewder liberally lice licenced licences license lick licked licking licks lief lien liens
    lies lifeblood lifeboat lifeguard lifeguards lifelike lifeline lifelines lifelong lifer lifesaving
    lifetime lifework lifeworks liftoff lifts ligatured ligatures lighted lighten lighters lightheaded
    lighthouse lighthouses lighting lightness liked liken likeness liker likes liking lilted limb limed
    limes liming limned limning limped limpid limpness limps lineage lineages lineman linemen linen linens
    liner liners linesman linesmen lineup linger lingers lining linked linking links linted lints lipid
    lipread lipstick lipsticking liquidate liquidation liquidator liquids lisp lisping lisps listed lists
    litter littering litters littleness littler livelong liven livens liver livers livest livid livings
    loader loadstone loafs loaning loans loanword loanwords loaves lobbed lobbing lobed lobes locker lockers
    locket lockets lockjaw lockout lockstep lockup locus lodes lodge lodged lodgers lodges lofted loftiness
    lofts lofty logbook logbooks loges logger login logoff logon logout logrolling lolled lolling lone loner
    longboat longed longhair longhand longing longs longtime lookalike looked lookout lookup looming looms
    loons looping loops loosed loosen looseness looser looses loosing loot looted looting loots loped lopes
    loping lopped lopping lordly lords loser loses lotion lotto lotus lounged lounging louse louses louts
    lovebird lovebirds lovemaking lover lovers lovesick loving lowdown lowed lower lowering lowing lowly
    lowness lows loxes lucked luckiness lucking lucks lucky lugged lugging lulled lulling lumped lumpiness
    lumping lumpy lunch lunched lunches lunching lung lunge lunges luring lushes lusty macaroni macaronis
    maces machined machines macing madame madams madhouse madhouses madly madman madmen madness madwoman
    madwomen maid mailbomb mailbombed mailbox mailboxes mailed mailing mailings mailman mailmen mails maimed
    maims main mainline mainlined mainlines mains mainspring mainstay mainstreaming maintain maker makers
    makeshift makeup makings malady maleness males mallow mallows malls mama mamas mambo mambos mamma manage
    managed managers manages mandate manes manfully manged manger mango mangoes mangy manhandle manhood
    mania manias manic manifold manly manna manned manor mans mantilla mantillas maple mapped mares markdown
    marked marking marksman marksmen markup maroon marred marriages marrieds marries marrying mars marsh
    marts mascara mascaras mash mashed mashes mashing masked masking masks mason masons massaged massages
    massed massing massiveness master mastiff match matched matches matching mated maths mating mats matte
    matted mattered mattering matters mattes matts maunder maundering maxed maxes maxim maxing maybe maydays
    mayfly mayo mayor mayoral maypole mazes meal meals mean meaningfully meanings meanness meantime
    meanwhile measure measured measuring meats meaty medal medial median medias mediation medic medicals
    medicating medications medicines meditation meditations meetinghouse meetinghouses melds mellow melting
    melts meme memento memorise memorises menage menages mendacity mender mendicant mending mends menfolk
    menial menorah mentalities mentored mentoring menus merest meridian merry mesas meshed meshes meshing
    messed messiah messiness messy meta metacarpal metacarpals metals mete metes methadon methinks methods
    methought meting metrication mettle miens mightiness mighty migrated miked mikes miking milder milky
    milled miller millers milling mills mimed mince minded mindfully minds mined miner mines mini minicam
    minicomputer minim minima minimalist minimisation minimum minimums minion minis miniseries miniskirt
    ministries minivan minks minnow minorities minors mints minuet minuets minus minuses minuted minuteman
    minutemen minuteness minuter minutest mired miscarriages miser miserly misers misled misses missions
    missive mistaken mistakes misted mister misters misting mistresses mists misunderstandings misused
    misusing mites mitten mixer mixes mixing moaning moans mobbed mobbing mocked mocking mocks modding
    modellings modernisation moderns modulo modulus moire molester moments mommy moneybag moneymaking monger
    monkeys moodiness moods moody mooed mooing mooning moor moors moose mooted mooting moped moping mopped
    mopping moral moreover mores mornings morns moron mosey motel motels motes moth mothered motherfucking
    motherhood mothering mothers moths motorboat motorcar motorcars motorman motormen motormouth motors
    motorways mottle mottled mottles mould mouldering mound mounding mounds mount mounted mounting mourn
    mourning moused mouser mouses mousetrapped mousey mousse mousy mouthpiece mouths mouthwashes mover moves
    movies mowed mower mowing mucked mucking muddy mufti mugger mulch mulched mules mulled mullet mulling
    multimedia multipurpose mumbled mummer mummers mumps munch munches munching munged munging murderer
    murders murks murmuring muse mused mushed mushes mushing musician musics mussed mussing muster mustering
    mustiness musts musty muted muteness muter mutes mutter muttering mutton muzzled nagged nagging nailing
    nakedness named names nannies nanny napes napped narked narks natty naughtier naughtiest navel naves
    nearby nearing nearness nears neath neatly neckline necklines necks neckties neediness needled
    needlepoint needless needlework needling needy neighboured neighbourhood neighbourly neighbours nephews
    nerds nerved nerves nerving nervousness nervy nesting nests nether netted netter netters netting nettle
    nettled nevermore newborns newer newline newlines newness newsletters newton newtons niceness nicer
    niceties niche nicked nicking nicks nieces nifty nigh nightclothes nightclub nightclubbed nightclubs
    nighties nightlife nights nightstick nighttime nighty nines ninny nipped nippy nitre nixed nixing nodes
    nodule nodules noel noes noised noisiness noisome nomad nominate nomination nominative nonce nonempty
    nonevent nonfat nonliving nonpayment nonpayments nonpolitical nonresident nonsense nonsmoking nonstick
    nonstop nonsupport nonunion nonuser nonviolence nonviolent nonwhite nonzero nook nooks noon noonday
    noontime nooses north northern nosebleed nosed noses nosey noshed noshes noshing nosing nosy notable
    notation notching notebook notebooks noted notepaper nothingness nothings noticeboards notices
    notification noting notion notwithstanding notwork notworks nought nourished nourishes nous novels
    novelties novice nowadays noway nowise nuder nudest nudge nudges nuked nukes numbness numbs numbskull
    nurseryman nurserymen nutmeat nutshell nuzzled oaken oaring oaten obits obviousness occidental odder
    oddities oddness odds odes odour offbeat offbeats offed offence offend offending offends offer offerings
    offhand officer offices offline offload offloads offset offsets offsetting offshoot offside offspring
    often oiliness oiling oilskin oinking okays olden olive olives omen omission omit oncoming oneness
    oneself onetime ongoing onion onionskin onrush onset onsets onus onward oops opals openhanded openness
    opens openwork opiate opioid orals orate oration orator orbit orbiting orbits orchestration ordain
    ordeal orders oregano orgies orthodontia others otter ouch ought ounce ours ouster outage outages
    outback outbid outbreak outbuilding outburst outclass outclassed outcome outcomes outcry outdid outdo
    outdoes outdoing outdone outdoor outdoors outfits outfitting outfox outgo outgoes outgoing outgrowing
    outgrown outhouse outhouses outlaid outlast outlaw outlaws outlaying outlet outlets outline outlined
    outlines outlive outlived outlives outliving outlook outlooks outlying outpatient outpatients outplay
    outpost outpouring output outputting outraging outran outreach outreached outright outrun outrunning
    outsell outselling outsells outset outsets outsider outsides outsize outskirt outsold outstanding
    outstation outstay outstaying outstrip outstrips outtake outtakes outward outwear outwearing outwit
    outworn ovation ovens overact overactive overage overages overall overanxious overate overawe
    overbearing overbite overbook overbooked overbooking overbooks overborne overburden overcame overcharged
    overclock overcoat overcome overcomes overcoming overcook overcrowd overdid overdo overdoing overdone
    overdoses overdress overdressed overdrew overdrive overeat overeaten overeating overeats overexpose
    overexposed overfull overgrowing overgrown overhand overhands overhang overhanging overhead overhear
    overheard overhearing overheat overhung overjoyed overjoying overkill overlaid overlaying overlie
    overload overloads overlong overlook overlooking overlooks overlying overmuch overnights overpaid
    overpass overpay overpays overplay overprice overprices overproduced overran overreach overreached
    overreact overreacting overreaction overrule overruled overrules overrun overrunning overs oversaw
    oversee overseeing overseen oversees oversell overselling oversells overshoes overshoot overshooting
    overshot oversight oversights oversleep oversleeping overslept oversold overstate overstay overstaying
    overstep overstepped oversteps oversupply overt overtake overtaken overtakes overtaking overthink
    overthinking overthinks overthought overthrew overthrow overthrowing overthrown overthrows overtime
    overtook overturned overturning overturns overuse overused overusing overweight overwork overworked
    overworking overworks overwrite overwriting overwritten owed owing owned owners pace paces packaged
    packed packer packers pacts paddock paddocked paddocking paddocks paddy paged pager pagers pages paging
    pails pained painfuller painfully pains painted painter painting paints paintwork palace palatable
    palate paled paleface paleness paler pales paling pall palled pallet pallets palling palls palmed
    palmetto palms palmy palsy pamper pampers pancaking pandering pane panellings panellist panes pangs
    panics panning pans pant panted panties panting panty paperback paperboy paperboys papergirl papergirls
    papery paramedical paranoia paranoid parapets parasite parcelling parch parched pared parent paring
    parity parka parkas parking parkour parks parkway parkways parred parried parries parry parrying parsed
    parsing parson part parted particle partied partly parts passage passages passageway passageways
    passbook passbooks passel passer passes passion passionate passive passkey passkeys password passwords
    pasta pastas pasted pastel pastern pastes pasteurisation pastie pasties pastime pasting pastor pastoral
    pastorate pasts pasturage pasty patch patched patches patching patchwork pate patent patents pates paths
    pathway pathways patrol pats patter pattered pattering patters patties patting patty paunch paunches
    pauper paupers paused pausing paved paves paving pawing pawls pawned paycheck payday paydays payer
    payers paying payload payloads payoff payroll paywall paywalls peacefully peacefulness peacekeeping
    peaces peacetime peach peak peaking peaks peals pearlier pearly pears pease pecked pecking pecks peeing
    peeks peeled peeling peelings peels peep peeper peeping peeps peered peering peewee pegged pegging pelts
    pence pending pends penned penning peopled peoples pepped peppier pepping perches periodicity periods
    perked perking persona personage personages personification persons pertain pest pester pesters pests
    petal petrel petrifies petting phase phased phasing phoneme phoney phoneys phonied phonies phony
    phonying photocopier photocopy photographic photon photons phototypesetting pica pickaback pickaxe
    pickaxed picker picket pickets pickings pickled pickling pickpocket pickpockets pickup picky picnicking
    pictured pieced pieces piecework pierce piers pies pigging piked piker pikes piking piled piles pileup
    pillage pillaged pillages pillbox pillboxes pilled pilling pillion pilot pinched pinches pinching pined
    pines pinged pinging pings pinhead pining pinion pinked pinking pinks pinpointed pinpointing pinpoints
    pinto pints pinup piped pipeline pipelines piper pipers piping pipit pipits pipped pippin pipping pips
    pissed pissing pistil pistols piston pitch pitchforked pitchforks pitting placed placer places placing
    placket plackets plaice plaid plain plains plaint planed planes planet planing plank planked planking
    planks planner plannings plant plantain planted planting plants plastics plate platforms playact
    playback playboy playboys playfully playground playhouse playhouses playing playlist playmate playmates
    playoff playroom playrooms plays plaything playthings plead pleader pleas pleases pleasing pleated
    pleating pledge plied plight plights plopped plopping plots pluck plump plumped plumping plumps plunged
    plunging plush plying pocked pocketbook pocketbooks pocketknife pocketknives pocking pocks podcasts
    podding poets poignancy pointer pointy poise poises poisoner poisons poke poking polecat poled polemical
    poles policed policeman policemen polices policewoman policewomen polio polios polish polisher polishes
    polite politically politician politicos polities polity poll polled polling polls polo pols ponder pone
    pones pooled pools poop pooped pooping poops popes porch pored poring portage portaged portages ported
    portend portending portends porter porters portico porting portion portmanteaus ports posed poser posers
    poses poseur posher posing posit posited positions positron posse possessing possession possessives
    possessors possibles possibly postage postbox postcard postcards postcode postdate posterior postman
    postmark postmarks postmen postmodern postpaid posts postscript pots potted potter potters potting pouch
    pouched pouches pouching pouncing pound pounds pouted pouting pouts powders powdery power powering poxes
    practices practise praised prank prattle prattling pray prays preach preached precious preciously
    precises prefabs premise premised premiss premisses prep preps pres present presentations preservation
    presets president presses pressman pressmen pressured pressures pressurisation pretension prettified
    preventing preventive prevents preview preys priced pricey prick pricked pricking pricks pricy pride
    prides pried pries primacy primate primates prime primes primp primped primping primps prince princes
    print printed printers printing prints prise prises prisoners prisons privater privatest prize prizes
    problems procedural prod produce producer produces production profanely progression progressive
    projection projections promise promises prone prong proof propel propertied properties propped propping
    prose prosecution prosper protecting protections protective protector protraction prove prying pucks
    pullback puller pullet pulley pullout pullover pulls pulped pulping pulsed pulses pulsing pumped pumps
    punchline punchy punier punker punned punning punster punsters punted punting punts pupal pupped pupping
    puree pureness purer purge purges purled purling purpler purples purposed purposefully purposes purse
    purvey pusher pushes pushiness pushing pushover pushup pushy putative putrefied putrid putt putted
    putter putters puttied putties puttying puzzled quack questioned questioner questioners queued queues
    quickness quietness quiets quietus quilt quine quire quirk quits quoit quote rabies raced races rack
    racked racket rackets racking racks radiators raft rafted rafters rafting rafts rage raged rages
    raggedness raggedy ragging raided raiding raids rail railed railways raincoat raindrop rained raining
    rains rainwater rainy raise raises raising raked rakes raking rallies rally ramming rams rancour random
    range ranged ranger ranginess ranging rangy rank ranking rankles ransoms rant ranted ranter rants rapid
    rapine rapper rapping raps rared rarely rares raring rash rasher rashes rasped rasping raster ratchet
    rated rates ratification rating ration rationalist ratting rattled rattler rattles rattlings ratty rave
    raved raves raving rawer razed razes razing razors reaches reaching reacted reaction reactive reactor
    reacts reader readiness reading readjust readout reads realer realisation realities realm reals realty
    reams reaped reaping reaps rearing rears reasons rebate rebating rebuses receptions receptive recession
    reckon recollecting recollections reconvened reconvening recording recover recoveries recovers
    recreation redbreasts redcoat redemption redhead redheaded redid rediscovered rediscovery redistrict
    redneck redness redone redskin reed reeds reedy reeks reeled reeling reels refine reforming refugee
    refuges refuse refute refuted refutes refuting regal regally regretfully regrets regrettable rejection
    relationships relearning release releases relied relieve relieves rely relying remanding remands
    remembered remind reminded remove remover removes renal render rending rends rental rents renumbers
    repay repaying repeating repenting replay replaying repleting replies reported reproving rerouting
    rescinding rescued rescuer rescues resents reservoirs reset reside residents resolve resolver resolves
    resorting resounding respondent responds responses responsible responsively responsiveness restate
    restaurateur restfully resting restive restiveness restoration restorative restrain restroom restrooms
    rests result retch retched retention retorting returns reusable reuse reused reuses reusing revenged
    revenges revenue reversals reverting revery reviews revolting revolved rewording reworking ribbed rice
    rices ricing rick ricked ricking ricks ridden ridding rider rides ridge ridging riding rife rifer riffle
    rifled rifleman riflemen rifles rifted rifting rifts rigged rigging righter rightfully righting
    rightness rights rigs rile riled riles riling rills rime rimed rinds ringer ringers ringleader ringlet
    ringlets ringside rink rinks rinsing riper ripoff riposting ripper ripping rippled ripsaw riser rises
    riskiness risky rite riven riverbed riverfront rivers riverside rivet roach roached roadbed roadblocked
    roadblocking roadhouse roadhouses roadkill roads roadside roadway roadways roadwork roaming roams robber
    robbers robbing robed robin robustest rocked rocket rockets rockiness rocking rocky roiled roiling roils
    roles rollback roller rolls roman rood roods roofed roofs rooftops rooked rooking rooks roomed roominess
    rooming roommate roommates roomy rooted rooting roots roped ropes roping rose roses rosette roster
    rosters rote rotor rotund rouble rouge rouged roughage roughhouse roughhouses roughneck roughnecked
    roughnecking roughness roughs roundabout roundhouse roundhouses rounding roundness rounds roundup rouses
    route routed routines routing rove roved rover roves roving rowed rower rowing rubbed rubbery rubes
    rucksacks ruddy rued rues rugged rugs ruing ruining ruler rulers rummer rummy rumour rumps runabout
    runaround runaways rundown runes rungs runny runoff runway runways ruse ruses rushed rushes rushing
    rusks rust rusts rutted rutting sable sack sacked sacking sacks sacred sadly safeguard safeguarded
    safeguarding safeguards safekeeping safeness safer safes safeties sages sagged sagging sailed sailing
    sailings sails saint sake sallied sallies sallow sally sallying salve salved salving sameness sames
    sampled sampler samplers samurais sand sanded sanding sands sapped sapping sappy saps sari sash sassed
    sassing satay sate sated sateen sates satiate satin sating saturate saturation satyr satyrs saunas
    sausages save saver saves savings sawdust sawed sawhorse sawing sawyer sayings scabbed scabbing scabs
    scads scags scaled scaling scalloped scalloping scalped scalping scamming scams scans scant scarcity
    scare scares scarfed scarfs scaring scarlet scarred scarring scary scats scent schoolbook schoolbooks
    schoolboys schoolchild schoolchildren schooldays schoolhouse schoolhouses schoolmate schoolmates
    schoolroom schoolrooms schools schoolwork scissor scold scolded scolding scone scoot scooting scope
    scoping scorcher scorches scorching score scored scoring scotched scotching scour scouted scouting
    scouts scows scrabbling scram scramming scrams scrap scratched scratchier scratchiest scrawling
    screeches screeching screening screenplay screens screenshot screenshots screwdrivers scribbling scrip
    scrips scripts scrubbier scrunches scrunching scrupling scuff scull scurf scurry seabed seabird seabirds
    seafood seagoing sealer sealers sealing seals seaman seamen seaming seams seamy seaplane seaport sear
    searchingly seared searing sears seashell seasick seasickness seaside season seasons seating seats
    seaward seaway seaways seaweed secondhand secrete secretion secretive secretiveness secrets sects sedge
    seeding seeds seeings seeking seeks seeming seems seep seeping seeps seers seesaw seethe seething
    seizures selfsame selloff sellout semen seminal seminarian seminars seminary sender sensed senses
    sensing sentence sentences sentience sentimental sentimentalist sequenced serer seriousness serous serve
    served servers serves serviced serviceman servicemen servicewoman servicewomen servile servings setback
    settable setter setters settings settle settler settles settling setup seven seventeen seventeens
    seventieth seventieths sever sewing sexes sexiness sexing sexist sexting sexton sextons shack shad shade
    shading shaft shafting shakedown shaker shakes shakeup shaky shale shall shallot shallower shallowness
    shallows sham shamed shamefully shames shaming shams shank shanks shape shaping shards share shared
    sharing shark sharked sharking sharpness sharps shave shaved shaven shaving shear sheared shearing
    shears sheathe sheathes sheathing sheathings shebang shebangs sheds sheen sheep sheer sheers sheets
    shelf shellfish shelling shells sherd shied shies shiftiness shifts shifty shill shine shinning shipper
    shippers ships shire shirred shirt shirting shits shitting shivering shlock shocks shoe shoed shogun
    shone shoo shooed shooing shoon shoos shootings shootout shoots shoplift shoplifted shopped shopping
    shoptalk shopworn shore shored shoreline shores shoring shorn short shorted shortening shorting shorts
    shotgunned shotguns shoulders shout shove shovel shoves show showers showery showier showy shred shrew
    shrift shrilled shriving shrugging shtick shuck shunt shunted shunting shutdown shuteye shutout shuts
    shying sibling sickbed sicked sicking sickness sicks sidearm sidearms sidebar sidebars sideburns sidecar
    sidecars sided sidekick sidelight sidelights sideline sidelined sidelines sidelong sidereal sides
    sideshows sidestep sidestepped sidesteps sidestroke sidetracked sidetracks sidewalk sidewalks sidewall
    sidewalls sideways siding sidle sift sifted sifter sifters sifting sifts sighed sighs sight sighting
    sights sigma signals signer signet significant signification signpost signposted silenced silencer
    silences silents silliness sills silly silt silting simmer simmers simple simulation sincerest sine sing
    singe singed singer singers singing sings sinks sinned sinning sins sipped sipping sired siring
    sisterhood sited sites siting sitter sitters sittings situating situations sixteens sixth sixties sizing
    skate skeet skein skewering skidding skids skiff skill skilled skills skinhead skinning skins skintight
    skipped skippers skipping skirts skit skulk skulls skunking skying slabbed slabbing slabs slack slacked
    slacking slags slake slaked slaking slams slaphappy slapstick slashes slate slathered slathering slats
    slaved slaver slavered slavering slavers slaves slaving slaying slays sledge sleek sleeking sleeper
    sleepiness sleeps sleepwalk sleepwalked sleepwalking sleepwalks sleepwear sleepyhead sleet sleeting
    sleets sleety sleeves sliced slicer slices slick slicking slider sliders slideshow slideshows sliding
    slight slighter slights slime sling slinging slings slink slinking slipper slippery slips slither
    slithered slithering slits slitter slitting sloes slopped slopping sloppy slops slosh sloshed sloshing
    slots slotted slowdown slowed slower slowness slows slues sluice sluicing slummed slummer slump slumps
    slung slurped slurping slush slyer smacker smacks small smarted smartening smarter smashes smattering
    smearing smears smelling smells smelly smelt smirching smite smock smocked smocking smocks smoke
    smoother smoothing smothers smoulder smuggest smuggling snack snacked snacking snail snailed snails
    snake snaked snaking snapdragon snapped snappier snapping snappy snaps snapshot snapshots snared snarf
    snaring snatches snatching sneak sneaks snickers snide snider sniff sniggering snipe sniped snipers
    snipes snipped snipping snitch snitched snitches snoot snore snored snort snorting snots snouts snowdrop
    snowed snowing snowman snowmen snows snowshoes snowsuit snowsuits snowy snuck snuff snuggest snuggling
    soakings soaks soaped soapier soaping soaps soared soaring soars sobbed sobered soberest sobering
    soberness sobers socialisation socials socked socket sockets socking soda sodding sodomites sodomy sofas
    soiling solder soled solid somebodies someday somehow someplace somethings sometime someway somewhat
    somewhats sonata sonatas songbird songbirds songs sonny soot sooth sopped sopping sops sorehead soreness
    sorer sores sorest sorta sorter sortied sorties sorts sots sough sought soulfully soulmate soulmates
    souls sounder sounding soundness soundtracks soup soured souring sourness sours souse soused souses
    southward sowed sower sowing sown sows space spacial spacing spake spangling spanked spanned spanning
    spared sparing spark sparkled sparred spars spate spats spatted spatting spawn spay spaying spays
    speakeasy spear spearing spears specialisation specialities specials speck specks spell spelling spells
    spend spending spends spent spiced spices spicing spicy spied spike spikes spill spills spilt spine
    spire spirits spit spite spited spiting spitted splash splashed splashing splat splay splays splice
    splicing splint splits splitting spoken spokes spook spool spoon spore sporing sport sported sporting
    spotlight spotlights spots spotter spotting spout spouted spouting spouts sprang sprat sprats spreading
    sprig springiness springs springtime springy sprint sprinter sprung spry spumone spurring spying
    squirrels stabbings stabled stabler stables stabling stabs stack stacked stacking staffs stage
    staggeringly staging stags staid stain stains staircase stairway stairways stairwell stake staked stakes
    staking stale staler staling stalk stalked stalkers stalkings stalks stall stalling stammering stampede
    stanching standby standings standoff standoffish standout standpoint standpoints standstill stank staph
    staple star starching stare stared starker starling starred starring stars starters starting startled
    starts starved starvings stashes stat stated statehood statehouse statehouses stater stateroom
    staterooms states stateside statewide stating stations statistic statistical statue status stave staved
    staving stays stead steads steakhouse steakhouses steaks steal stealing stealthier stealthily steam
    steams steamy steep steeped steeping steeps stemming stems stent stepbrother stepbrothers stepchild
    stepchildren stepdaughters stepfather stepmother steppe steppes stepping stepsister stepsisters stepsons
    stews stickiness sticking stickpin sticks stickup sticky sties stiffness stiffs stigmas stigmata stile
    stillborn stillness stills stilt sting stinging stings stink stinking stir stirrer stirs stitch stitched
    stoats stock stocks stoke stoking stole stomachs stomp stomped stomping stomps stoned stoner stones
    stonewall stonewalls stonework stoney stony stool stoop stooped stooping stoops stopgap stoplight
    stoplights stopover stopper stopwatch store stored stores storeys storied storing stormy story stove
    stowed stows straddled straddling straggle straggled straggler stragglers straggles straggling
    straightaway straightaways straightedge straightforward straightjacket straightness straights strain
    strainer strainers straining strains strand stranding strands strangely strangeness strangest
    stranglehold strangleholds strangler stranglers strangles strangulating strap strapped straps straws
    stray straying strays streak streaking stream streamed streamline streams streetcar streetcars
    streetlight streetlights streets strep stressing stretches stretching strew strewed strictness strike
    string stringer stringers stringing stripe stripes stript strobe strode stroked strokes stronger strop
    stropped stropping strops strove struck struggled struggles strumming stubbed stubbing stud studied
    studios studly studs stuffiness stuffs stuffy stumped stumping stung stunk stupidities stupids sturdy
    suave subbed subbing subjected suborn subornation sucked sucking sucks sued suffocates suffocation
    sugarcoat sugars sugary suggesting suggestions suggestive suggests suicides suing suit suitable
    suitcases suite suitor suits sulking sully summation summed summerhouse summerhouses summertime summery
    summit sumps sundae sunder sundry sung sunless sunned sunning sunny superpower supervise supervised
    supervises supervision supervisors supervisory supple suppler supplicant supplication supplied suppliers
    supplies supplying supportive supports supposes suppurating surefire sureness surer surest sureties
    surge surges surname surrey surveyor surveyors surveys survivals survive survives suspended swab swabbed
    swabbing swaggering swags swallows swamped swamping swan swans swapping swaps sward swards swash swashed
    swashing swatch swats swaying sways swear sweat sweats sweep sweepers sweeping sweeps sweetbread
    sweetheart sweetmeat sweetness swell swellings swells swept swerving swift swig swigging swigs swill
    swilling swine swines swish swished swishes swishing switchback switchblade switchblades switcher
    switches switching swoon swopped swopping swops swordfish swordplay swordsman swordsmen swore sworn
    symptom syringed syringes tabbed tabbies tabbing tableaus tabled tables tableware tabling tabus tacked
    tacking tackled tacks taco tagged tagging tail tailed tails taint tainted takeaways takeoff takeout
    takeover taker takers takings tale tales talkative talkativeness talked talker taller tallies tallow
    tally tamale tame tamed tameness tamer tames taming tamped tamping tams tanager tangs tank tanked
    tanking tanks tanner taper tapered tapering tapers tapes taping tapped tapping tared tares tariffs
    taring tarnished tarnishes tarried tarrier tarry tarrying tars tarter tasers tasked tasking tasks taste
    taster tastes tasting tasty tats tatted tatter tattered tattering tatters tattle tattling taupe taxed
    taxes taxing taxis teabag teachings teak teakettle teaks tealight tealights teals teaming teammate
    teammates teamwork tear teared tearoom tearooms teary teas tease teaser teasing teatime teats tech
    teeing teems teenaged teensy teeny tees teethe temped temples tempter tenacity tended tenderfeet
    tenderfoot tenderness tenders tending tendon tendonitis tends tenon tenor tenpin tens tense tenser
    tented tenth tenting tents terms terns terrifies terry testate tested testes testified testiness testis
    testy textbook textbooks texturing thankfully thanksgiving thatching thaws thee thees theirs theme
    themes theoretical thereabout thereafter thereby therefrom therein thereof thereon thereto thereupon
    therewith theses theta thick thigh thin thine thinning thins thirds thirsty thong thongs thorn thorough
    thoroughgoing thoroughness though thoughtfully thous thousand thralled thrashing thread threads threaten
    threateningly threes threesome thriller throatiness throaty throb throbs throe throes throttles
    throughout throughput throughway throughways throwaway throwaways throwback thugs thumbing thumbs thump
    thunk thunks thus tick ticked tickle tickles tickling ticks tide tided tides tiding tiers tiff tighter
    tightness tightrope tikes tiled tiles tiling tillage tilled tiller tillers tilling tills timed timeline
    timelines timepiece timer times timetable timetabled timeworn tinder tines ting tinging tings tinkled
    tinned tinning tinny tipped tipping tire tires tittle tizzy toadied toadies toads toady toadying toasted
    toddle toddled toddles toddy toehold toeholds toenail toenails toffee togas togetherness toiled toiler
    toilers toiling token tokes toking tolled tollgate tollgates tolling tolls tomato tombed tome tomes
    tomorrows tone tones tongs tongued tongues tonsillitis tonsure tonsured tonsuring tool toot tooted
    toothpaste toothpick toothpicks toothsome toothy tooting toots topcoat topic topics topped toppings
    toppling tops topside torched torches torching torchlight toreador tornado tornadoes torte torturer
    tortures totes tottering toucan touchdown touchings touchstone touchy tough tour toured touring
    tourmaline tourniquets tours toward towed tower towered towering townhouse townhouses towns toying trace
    tracer traces tracing track tracker tracts trade trader trades traffics trailer trailers trails trained
    trainee trainees trait traits tramped trams trans translated translates translator transmute transom
    trapper traps trash trashed trashes trawl trawling tread treason treat treats treed trees treetop tress
    triad trial tribes trice trick tricked tricking trickled tricks trifle trikes trill trilled trims trios
    trip tripe tripled triples triplet triply tripped tripping trips trite troll trolled trolling tron trons
    trope troth trough troupers trouser truce trucked truckload truckloads trucks trued trues truing
    trumping trumps trunk trusty tsars tuba tubas tubby tuck tucker tucking tugged tumour tuned tuning tunny
    tuns turds turfed turfing turfs turkeys turn turner turnkey tushes tusked tutors twain tweed tweet
    tweets twelves twill twine twinging twink twinks twists twit twitch twitched twits twosome tying tykes
    typed typeface types typescript typeset typesets typesetting typewrite typewriting typewritten typewrote
    tzars udder umped umping umps unclean uncleanness unclear unclearest unconsciously unconsciousness
    underact underarm underarms underbelly underbid undercharged underclass underclassman underclassmen
    underclothes undercoat undercut undercuts undercutting underdog underdogs underdone underexpose
    underexposed underfed underfoot undergo undergoes undergoing undergone underground underhand underhanded
    underlie underline underlined underlines underlying undernourished underpaid underpants underpass
    underpay underpays underpin underpinned underpinning underplay undersea undersell underselling
    undersells undershoot undershooting undershot underside undersign undersigned undersigns underskirt
    undersold understanding understands understate understated understood understudies understudy undertake
    undertaken undertakes undertaking undertook underused underwater underwent underworld underwrite
    underwriting underwritten underwrote undresses unicorn uniforms unintended union unionisation unisex
    unison unite unities unknowns unsafer unset unstressed untie upbeat upbeats upcoming upcountry update
    upend upending upends upfront upheld uphold upholding upholds upkeep uplift uplifted upload uploads upon
    upraised upright upsets upsetting upshot upshots upside upstanding upstarted upstate upswing upswings
    uptake uptakes uptight uptown upturned upturning upturns upward urged urinate urination urns usage
    usages usefully usefulness username users usher ushered ushering utter vagina vaginae vales valise
    valises valley valleys values valves vamped vamping vanes vanguard vanguards vanilla vanillas vanishes
    vanities vanned vaped vaping varies varnished vases vaster vault veeps veer vending vends vent venting
    verandah verandas verve vesting vests vetting viaducts vibes vice vices victimisation victims videotape
    videotaped vignetted vignettes vines violate violates violet vireo vireos visas visitation visitor
    visits vista voiced voicemails voile vomits voted votes vouch vouched vouches vouching vowel vying wacks
    wadding wader waders wades wafer wafers wafted wafting wafts waged wager wagers wages wagged wagging
    waging wailed wailing wails waist waistbands waists waited waiter waiters waits waives waiving waked
    wakens waled wales waling walker walkout walkway walkways wallaby walled walleye walleyes walling wallow
    wallowed wallowing wallows wallpaper wallpapers wander wands waned wanes waning wanked wanking wanks
    wanna wanton wantonly wantonness warden warding wardrobes wardroom wardrooms wards wares warmed warming
    warms warps warts warty washer washerwoman washerwomen washes washings wastefully wastepaper waster
    wasters wastes wastewater wasting watchdog watchdogs watcher watches watchfully watchman watchmen
    watchword watchwords waterbed watercolour watercourse watercourses watercraft waterfront waterline
    waterlines watermark watermarks watershed waterside watertight waterway waterways waterworks watery
    wattle wattling watts wave waved waver wavers waxed waxen waxes waxing waylaid waylaying wayside wayward
    waywardness weaken weakened weakening weals weaning weariness wearisome wears weary wearying weaselling
    weathered weathering weatherman weathermen weathers weave weaves weaving webcams webinars websites
    weddings wedge wedging weeding weeds weedy weeing weekday weekdays weekending weekends weeknight weeper
    weepier weeping weeps weer wees weight weirdness weirdo weirs welded welding welling wells wellspring
    wending wends wens wept wetter wetting whacking whale whams whatever whatnot whatsoever wheat wheels
    whelp whelping whelps whenever whens whereas whereat whereby wherein whereof whereon wheresoever
    whereupon whets whichever whiled whiles whimpered whimpering whimpers whine whinny whippet whippings
    whiskered whiskers whisper whist whitefish whiten whiteness whiter whites whitewall whitewalls
    whitewashed whitewashes whitewashing whither whiting whits whoa whoever wholeness wholes wholesome
    wholesomeness whoops whopping whore whores whose whosoever wicked wicks widen wideness wider widescreen
    widget widgets widow widower widowhood widows width wigeon wigeons wigging wight wights wile willed
    willing wills wimps wince winch windbag windbreak windburn windiness windowsill windpipes winds
    windscreen windsock windsocks windup windward windy wined wineglass wines wing winger wingers winging
    wings winking winner winners winning winnow winnows wino wintering wintertime wintery wipes wired wires
    wiring wises wisher wishers wishfully wist wistful witch witched witching withdrew withered withering
    withheld withhold withholding withholds withstand withstanding withstands withstood witnesses witting
    wives woes woks womanhood womanlike womenfolk wonderfully wondering wonders wonted woods worded
    wordiness wording wordplay wordy workaday workaround workbook workbooks workday workdays workforce
    workhorse workhouse workhouses workingman workingmen workings workload workloads workman workmanlike
    workmen workout workplace worksheet workshops workstation workweek workweeks worlds worldwide wormed
    worming worms wormy worrier worries worse worthiness worthwhile worthy woulds wounder wounding wounds
    woven wowed wrack wrap wrapped wrapt wreak wreaking wreath wreathe wreathing wreaths wrest wrests wriest
    wright wring wringing wrings wristband wristbands wristwatch writ writer writes writhe writhing writings
    writs wrongdoing wrongfully wrongheaded wrongheadedness wrongness wrongs wroth wrought wrung yacking
    yacks yammer yammered yammering yapped yards yeah yeahs yearbook yearbooks yearly yearn yearning yearns
    yeas yeast yellows yells yelping yelps yessing yesterdays yeti yielded yielding yipped yocks yodelling
    yoking yonder yore yours yourselves yous youthfully youths yucked yucking yummy zapped zeros zests
    zinger zingers zinging zings zipped zombi zombies zombis zones zooms zorch
    """.split()
)
