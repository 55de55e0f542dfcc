"""Ordinary English words that look like a slip of a crisis word, and must be left alone.

Derived by training/derive_ordinary.py from the Spell Checker Oriented Word Lists (SCOWL), copyright Kevin Atkinson and
others: permission to use, copy, modify, distribute and sell these word lists is granted, provided that this notice is
kept. They come with no warranty of any kind.
"""

ORDINARY = frozenset(
    """
    abaci abase abased abasement abases abasing abbot abdicating abdications abductee abduction abductions
    abductor abducts abeam abed abetter abide abided abides able aboard abode abort abound abridge absences
    abusers abusive abusiveness abut abutted abutting abuzz acanthi accession accidentally accidentals
    accidents accommodating accommodations accountancy accountants accounting accounts acct ached acids
    acing acme aconite aconites acorn acre acrid acted actions active actor acts adapt adaptive adaptor
    addicting addiction additions adds adieus adman admen administer administers admins admit adobe adopt
    adoptions adoptive adoration adore adored adoring adorn adulthood advanced advances advantaged
    advantages advent adverb advertising adverts advice advised adviser advises aegis aeries aerosols afar
    affair affect affinities afire afoot aforementioned aforesaid aforethought afresh afterburner aftercare
    aftereffect afterlife afterlives afternoons aftershock afterthought afterthoughts afterword afterwords
    agate agates agave agendas agents aggression aggressively aggressiveness aging aglitter aglow agony
    agrees aground aided aides aiding ailed ailing ails aims airborne aircraft airdrop airdropped airdrops
    aired airfare airhead airiness airing airings airlift airlifted airline airlines airmail airman airmen
    airports airs airsick airsickness airstrip airstrips airtight airwaves airway airways ajar akin alarms
    alcohols alder alertness alerts alien alights alignment aligns alike allay allays allegation alleys
    alleyway alleyways allies allot allover allows alloy alloyed allspice allusion allusive ally aloe aloft
    alongside alter amassing amateur ambition ambled ambulances ambush ambushes amen amend amending amends
    amenities amicable amid amigo amino amir amiss ammeter ammeters amok among amoral amounts amour amperage
    ample amply amputate amputation amuse amused amuses amusing analog anathema anathemas anatomy andiron
    anew angel angels anger angled angler angles animate animates animation animator anime animus anion
    ankle anklet anklets anneal annotate annotation annuals annul anointment anon antagonising anted
    antennae anthem anther anthologising antibiotic antic anticking antidepressant antihistamine ants anus
    anuses anyhow anyplace anythings anytime aorta aortae apart apartheid aped aperitif apes apiece aping
    apolitical apostate appal apparatus apparent appeals appear appears append appendage appendages
    appending appends applause apple applicable applicant applicator applied applying apposite appraised
    appraising apprentice apprise approbation apter aptly aptness arbour arced arch archive archives arcing
    ardent areas arenas argon arid aright arise arising arks armada armchair armchairs arming armlet armlets
    armour armrest arouse aroused arrange arranger arranges arrive arson articles arts arty ascertain ascot
    ascription asexual asexually ashed ashes ashing ashram aside asinine asininities askew asocial aspartame
    asperities aspic aspics aspiring aspirins ass assailing assaulter assaults assay assaying assays assent
    asses assesses asset assets assign assignation assigned assignments assigns assizes assort assorted
    assorting assuage assuaged assuages assume assure assured assuring aster asthmatic astonished astonishes
    astral astray asunder asylums atoll atone atoned atones atop attach attached attaching attacker attain
    attaining attender attest attestation attested attesting attests attics attired attracting attune
    auction audiences audio audition auditions auditoria auditory audits aught aunts aura auras autocratic
    automated automates automatics automating automation automaton autumns avert avowed await awaiting
    awaits awaked awaken awakened awakening awakens awakes awaking award aware awash awesome awfully awhile
    awing awkward awkwardness awoke awoken axiomatic ayes baaing babes babied babier babiest babyhood
    babysat babysit babysits babysitters babysitting backbit backbite backbites backbiting backbitten
    backboard backbone backbreaking backdate backdrop backdrops backed backfire background backhand
    backhanded backhanding backhands backing backlogs backpack backpacked backpacking backpacks backrest
    backs backside backslapper backslash backslid backslide backslides backsliding backstabbing backstairs
    backstop backstopped backstopping backstops backstory backstroke backtracked backtracks backup backward
    backwardness backwash backwater backwaters bade badge badgering badinage badminton badmouth badmouthed
    badmouthing badness baffle bagged bagging baggy bagpipe bagpipes bags bailing bailout bails bait baited
    baiting baits baked baker bakes balded baldly baled baling balked balking balks balky balled ballet
    balling balls banal banded banding bandit bands bandwagons banes bangle banish banished banishing
    banisters bankbook bankbooks banked banking banknote banknotes bankroll bankrolled bankrolling banks
    banned banning bannister banns bans banter bantered bantering banters barbarian barbarities barbed
    barbell barbered barbering barbiturate barbs bard bards bareback bared barehanded bareheaded bareness
    barer bares barfed barfs barge barged barging baring barista baritone baritones bark barked barking
    barks barley barmaid barman barn barns baron baronet barraging barrel barren barricade barricades
    barring barrings barroom barrooms bartender barter bartered bartering barters baseballs basely basemen
    basements baser bases bashed bashes bashing basil basing basked basking basks basses bast baste basted
    batched batches batching bates bathe bather bathers bathes bathhouse bathhouses bathrooms baths bathtub
    bating baton batsman batsmen batted batten battened battening battens battier batting battle battled
    battles battling bauds bawl bawled baying bayonets beached beachhead beaching beacon bead beaded beading
    beads beady beak beaked beaks beaming beams bean beanbag beaning beans beard bearded bearing bearings
    bears bearskin beast beasts beater beatification beatings beaus becalm becalmed became beckons become
    becomes becoming bedbug bedclothes bedding bedeck bedecked bedpan bedrock bedrocks bedroll bedrooms
    bedside bedsore bedtime bee beech beeper beeping beeps beets befallen befell befit befitted befitting
    beforehand befriend befriends begat beget begets begetting begone begot begotten begun behalf behave
    behaving beheaded beheading beheads beheld behinds behold beholding beholds beings belabour belaboured
    belay belaying belch belie belied believed believer believers belittle bellboy bellboys belle bellies
    belling bellow bells bellwether bellwethers bellybutton bellybuttons belong belonging beloved belted
    belting belts beltway beltways belying benchmark benchmarks bender bending bends bents benumb berating
    bereavements berry berth beset besets besetting besides bespeak bespeaks bespoke bested besting
    bestirred bests betake betaken betakes betaking betas bethink bethinking bethinks bethought betide
    betoken betokens betook bets betted bettered bettering betters betting bettor bidden biddies bidding
    biddy bidet bidets biding bids bigamy biggie biggies bight bights bigmouth bigness biked biker bikes
    biking bilks billboard billed billet billing billion billow billy bind binder binding binds binged bingo
    binned binning biped birch birdbath birdcage birded birdhouse birdhouses birthdays birther birthers
    bitchy bitcoin bitter bittern bitters blackballed blackballing blackbird blackbirds blackboard blacken
    blacker blackguard blackguards blackhead blacking blacklist blackmail blackmailer blackmailers
    blackmails blackness blackout blacks blackthorn blacktop blacktopping blamed blamer blanching bland
    blanker blankest blankets blanking blankness blanks blare blared blares blast blaster blats blaze blazed
    blazers blazes bleached bleak bleat bleating bleats bleeds bleep bleeping bleeps blench blenching blend
    blending blends blent bletch blight blights blimp blinded blinding blindness blindside bling blink
    blinker blinks blips blisters blither bloat blobs block blocks blocs blogs blond blonds bloodbath bloods
    bloodshed bloodstreams bloom blot blotching blots bloused blouses blowgun blowguns blown blowout blowsy
    blowtorches blowup bluebell bluebird bluebirds bluebottle bluebottles blued bluefish bluegrass
    bluejacket bluenose blueprint blueprints bluer bluest blunt blurring blurs blush blushes bluster boar
    boarder boardroom boardrooms boards boardwalk boardwalks boars boast boaster boated boating boatman
    boatmen boats bobbed bobbing bobby boded bodes boding bodybuilding bodyguard bodyguards bodywork bogged
    bogging boggy boilerplate boilers boilings boinked boinking bolder boles bolls bolting bolts bomber
    bombs bombshell boned bonehead boner bones boney boneyer boneyest bonged bonging bongs bonny boobed
    boobing boobs booed booing bookcase bookcases bookend bookends bookkeeping booklet booklets bookmaking
    bookmark bookmarks bookshop bookshops bookstore boomed booming booms boons boors boos boost boosted
    boosting bootblack bootee booth booths bootleg bootlegs bootless boots booty boozed boozing bopped
    bopping bordering borderline borderlines borders bore borer bores boring boron bossiness bossy botch
    bothers bothersome bottleneck bottoms bough boughs bounce bounced bouncers bounces bouncier bouncy bound
    bounder bounding bounds bout bowed bowel bower bowled bowler bowling bows boxcar boxcars boxed boxen
    boxer boxers boyhood braced bracing brad bragged bragging braid brain brainchild brainchildren braining
    brains brainstormed brainwash brainwashed brainwashes brainwashing braised braises braising brake
    braking brand bras brash brass brats brave bravery brawling brawls brawn breach breaches breaching
    breading breads breadth breadths breakage breakages breakdown breakfasted breakfasts breakneck
    breakpoints breaks breakthrough breakup breakwater breakwaters breast breasting breathed breather
    breathes breathier breathtaking breathy bred breed breeding breezed breezes breezing breezy brews
    brickbat brickbats bricklaying bride brides bridged bridgehead bridges bridgework bridging bridle
    briefings brigand brigandage bright brightened brigs brine brink brinks briny brisk brisks broached
    broaching broad broiled broiler broiling broker brokered brokering brood brook brooked brooking brooks
    broom brooms broth brothels brotherhood brown browned browning brows bruise bruiser bruisers brunch
    brunet brush brushed brushes bucked buckets bucking buckle budged budges budgets budgie bugbear bugged
    bugger buggies bugging buildings bulge bulgy bulled bulletin bullets bulling bulls bully bumbled bummer
    bummers bumped bumper bumpier bumping bumps bumpy bunched bunches bunching bundle bundles bunged bunging
    bungled bungling bungs bunny buns bunt bunted bunting bunts buoying buoys burdens burdensome bureaucrat
    bureaucrats burger burgles burgling burgs buries burly burners burnished burnishes burnout burped
    burping burps burred burring burrs burs bursts burying busboy busboys busby bused bushed bushel bushels
    bushiness bushing bushman bushmen bushwhack bushwhacks bushy busied busies businesslike businessman
    businessmen businesswoman businesswomen busing buss busses bussing bust busted buster busting busts
    busybody busying busyness busywork butane butch butchering butchers butchery butches butler butt butte
    buttered butterfat butterfingers butterflies butterfly butterflying butterier butteries butteriest
    buttering buttermilk butternut butternuts butters buttery buttes buzzers buzzes buzzkill buzzkills
    buzzword buzzwords byelaw byelaws bygone bylaw bylaws byline bylines bypass bypassed bypassing bypast
    byplay bytes byway byways byword bywords cabal cabbies cabin cabled cables cabling cabs cached caches
    caddy cadge cadged cadre cads cages cagey caging cairn cairns caked cakes caking calfs callers callings
    calliper callow callower callus callused calmer calming calmness calms calved calving cambered cambering
    camel cameo cameraman cameramen camerawoman camerawomen campaigns camped camper campier camping canals
    canasta cancan cancels cancer candid candidate candidness candied candies candle candles candour candy
    candying caned canes canine canister canned cannier cannon canon canonisation canonising cantata
    cantatas canted canteen canteens cantilever canting canto canton cantons cantor cants canyon caped caper
    capers capes capped capping capsule capsuled captives carat caravans caraway caraways carbide carbides
    carboy carboys cardboard carding cardsharp cardsharps cared careen careers carefree carefully cares
    caress caret carets careworn carfare cargo cargoes carillon caring carmine carnal carp carpal carpals
    carpets carping carport carps carriage carriages carriers carries carryall carryout carsick carsickness
    cart cartilage cartilages carting carton cartons cartoon carts carve carver carvers carvings cased
    casein caseloads casement casework caseworker caseworkers cashback cashed cashes cashing casing casks
    caste caster castes casts catalogued cataloguer cataloguers catalogues catamaran catbird catbirds
    catboat catcall catcalled catcalling catcalls catch catcher catchers catching categorising cater caters
    catfish cation catted catting cattle catwalk catwalks caucussed caulk cause causes caved caves caving
    cawed cease ceased ceases ceasing cellar cello cells centred centrepiece centres certainties cervices
    cession chafe chafed chaffed chafing chains chainsaws chaired chairlift chairman chairmen chairperson
    chairpersons chairwoman chairwomen chaise chalices chammy champing chanced chancel chances chancy
    chandler change changes changing channelling chant chanted chap chaps chapt char characterisation
    characterising characters charge charger charges charily charm charmed charming charred chars charted
    chartered charts chary chaser chases chasm chaste chat chats chattered chatterer cheapness cheat cheater
    cheating checker checklists checkmate checkmates checkout checkpoint checkpoints checkroom checkrooms
    checks checkup cheekbones cheeked cheekiness cheeking cheeks cheeky cheep cheeps cheer cheery cheesecake
    cheesed cheeses cheesy chemise chemists chess chestnut chestnuts chests chewers chick chickens chid
    chidden chide chides chiding chief childbearing childhoods childless childlike chill chills chime chimps
    china chink chinking chinks chino chins chip chipped chipping chirps chisels chits chock chocked
    chocking chocolates choicer choices choir choirs choker chokes choose choosey chopping chops chord chore
    chose chowed chowing chows christens chubby chuck chucked chucking chugging chump chumps ciders
    cigarettes cinch cinder cites citing clack clacked claimants clam clambered clamming clamp clamped
    clamping clams clan clang clanged clank clanked clans clapped clapping claps clarity clash clashed
    clashes clashing clasp clasped clasps classes classification classiness classmate classmates classroom
    classrooms classy claws cleaned cleaners cleanings cleanness cleans cleanser cleansing cleanup clearer
    clearing clearness clears cleat cleave cleaved cleavers cleaves cleaving cleft clenching clever click
    clicked climber clime climes clinching cling clinician clinics clinked clinking clipboard clipped
    clipper clippers clipping clips clipt cloak cloaked cloches clocking clocks clockwork clockworks clod
    clomp clone cloned clopping closemouthed closeness closeout closer closes closet closing clothe clothed
    clothesline clotheslines clothespin clothespins cloths clots clove cloves clown cloyed clubbed clubfeet
    clubfoot clubhouse clubhouses cluck clucked clued clues clumped clumping clumps clung clustered
    cluttered coach coaches coarse coast coaster coasts coats coaxed cobra cock cocked cocking cocks cocoa
    cocoanut cocoanuts cocoas coconut coconuts cocoon coda codding coddle coded codes codex codger coding
    coed coexist coexisting coffeecake coffeehouse coffeehouses coffees coffer coffers coffins cohabit
    cohabitation cohere cohered coherence coherent cohering cohesion cohesive cohesiveness coif coifed
    coiffed coiled coiling coils coin coinage coinages coined coitus coked cokes coking colder coldness
    colds collage collapse collapses collarbone collaring collars collating collection collections
    collective collectors colleges collocated collocating colon coloration coloratura coloraturas
    colouration colourblind colourfast colourfully colours colts coma comas combatting combed combing
    combining combs comeback comedies comedown comedy comer comers comet comets comings commendation
    commented commenting commits committal committed committees commune commuted commuter commutes commuting
    comparing compelling compensating compensations compete competing complected completed completeness
    completer completes completest complying composing compressing compression compressors comprising
    compute computed computerisation computerising computers computes computing concealed concealing
    conceited conceived concerns concert concerted conch concocted concreted concurred condemned
    condensation condensed condo condoes condor condors condos conducted cones conferences conferred
    confessed confidence confiscate confiscates conflicted confluence confusing congested conking connected
    connecting connector consciousnesses consensus consents conservation conserved consisted consorted
    constricts constructs consulted consulting cont contacted contacts contained containers contended
    content contented contested continued contraceptive contracted contraction contractor contractors
    contradicts contrails contralto contraltos contraption contrast contrasts contravention control
    controller controllers contusing convent converged convergence conversational conversationalist
    conversations conversed conversing conversion converted convince convinces convulsed convulsion
    convulsions convulsive coo cooing cookbook cookbooks cooked cookers cookery cookout cooks cooled cooler
    cooling coon coons cooper cooping coops coot coots coped copes copier copies copings copped copping
    copse copycat copying copyleft copyright coral cordon cords cored cores coring corked corking corks
    corms corn cornbread cornea corneas corned cornerstone cornet cornets cornice cornier corning cornmeal
    corolla corollas coroner coroners corrected correcting correctly corrector corridors cosign cosigned
    cosigns costed cotes cotillion cots cotton cottonmouth cottons couched couches couching cough councillor
    councilman councilmen councils councilwoman councilwomen counselings counselled counsellors countable
    countdown counteract counteraction counteracts counterattack counterattacked counterattacking
    counterattacks counterexample counteroffer counteroffers counterpart counterpoint counterpoints counters
    countersign countersigned countersigns countersink countersinking countersunk countertenor counterweight
    counties countries countryman countrymen countryside countrywoman countrywomen coup coupe coupled
    couples couplet couplets coupon courage coursed courser coursing courted courthouse courthouses courting
    courtroom courtrooms courts coven cover covering coves coveted coward cowardice cowards cowbird cowbirds
    cowboy cowboys cowed cower cowered cowgirl cowgirls cowhand cowhands cowhide cowhides cowing coworker
    coworkers cowpox coyer coyest cozen cozens crabbed crabbing crabs crackdown cracked cracker cracks
    crackup cradling craftiness crafting crafts crafty cram cramming cramp crank cranny crape crapes crapped
    crappier crapping craps crass crave craving crawl crawled creak creaking creaky creamed creaminess
    creaming creams creamy created creditor credits creed creek cress crest crewed crewman crewmen crews
    cribbed cribbing cribs crick cricks crier cries crimes crimp crimps cringing crinkling crises crisp
    crispy croak croaks crock crocked crocks crook crooking croon crooned cropped crops crossbar crossbars
    crossbeam crossbows crosscheck crosschecked crosschecking crossed crosser crossest crossfires crossness
    crossover crosspiece crossroad crosstown crosswalk crosswalks crossways crosswise crossword crosswords
    crouch croup crow crowbars crowdfund crowdfunding crowds crowed crowing crown crowned crowning crows
    cruft cruised cruises cruising crumpling crunching crush crushed crushes crushing crusty crybabies
    crybaby cryings crypt cubicles cubs cuddled cuddles cuddly cuffed cuffs culled culling culls cults
    cumming cunning cunt cunts cupboards curbs curdle curds curer curing curios curly curried currying curse
    curses curst curt curtail curtails curving curvy customary cutback cutely cuticle cutlass cutlasses
    cutlet cutlets cutoff cutout cutter cutthroat cutthroats cuttings cutup cysts czars dabbed dabbled
    daddies dado dadoes dados dafter daggers dainties dais dales dallies damage damaged damages damask
    damasked damasking damasks dame dames damming damped damper damping dampness damps damson damsons dance
    dancer dander dandle dandles dandy dangerously dangers dangle dank danker dared dares daring darkness
    darkroom darkrooms darn darning darns dashboard dashed dashes dashing datatype dated dateline datelined
    datelines dates dating daunt daunted daunts dawned daybed daybeds daybreak daydreams daytime dazes dding
    deadbeat deadbeats deadbolt deader deadliest deadliness deadlock deadlocked deadlocking deadlocks
    deadpan deadpanned deafer deals deans dearer dearly dears dearth deathbed deathbeds deathblow deathblows
    deathlike deaths deaves debase debasing debated debater debates debit debiting debits debs debtor debut
    debuting debuts decal decanting deception decide deckhand deckhands decking decks decode decoded decodes
    decree dedication deduction deeded deeding deeds deepen deepfake deepness deeps defending deference
    defied defies defile defined definer defines definitions definitive definitively defter defused defuses
    defusing defying degrees deigning deliberated deliberates delineate delivers dells demand demanded
    demeaning denier deniers denims dense dental dented denting dentists dents deodorants departed
    department departmental depending deport deporting deportment deports depth deputation deranging derided
    derides derive derives deriving desecrate designating designed designers desisting desks desktops
    despairs desperado desperately destining destroyer destroyers deter deters detoxification devising
    diabetics dials dialyses dibbling diced dices dicks diehard dietitian diets differences differentiate
    differentiation differently differing diffidence diffident digger digitalis digressed diked dikes dill
    dills dimes dined diner dines ding dinging dings dingy dink dinker dinky dinned dinners dinning dint
    dipped dipping directer directorate directors dirt disabled disabuse disabused disabuses disabusing
    disadvantage disagree disagreed disallow disallowed disappears disappointment disappointments
    disapprobation disarm disarmed disarms disarranged disavowed disbar disbarred disbarring disbars
    disbelieve disbelieves discard discarded discards discharge discharges disclose disclosures disco
    discoloration discolour discolouration discord discount discounted discounting discounts discourage
    discouraged discourages discourse discourses discoursing discovered discovery discredit discussed
    discusses disdain disdainfully disfigured disfigures disharmony dishearten dished dishing disillusion
    disinfectants disinfecting disinformation disinherit disinherits disinterested disks dislike dismay
    dismember dismiss dismissed dismissing dismissive disorder disown disowns disparate dispassionate
    dispatch dispatches dispersing displace displacement display displays displease displeased disport
    dispose disposition disputation disqualified disquiet disrepair diss dissatisfaction dissection dissed
    dissent dissertations disservice disservices disses dissimulated dissimulation dissing dissuasion distil
    distillate distillation distresses distrusted disuse disused ditch dither dithers ditty dive dived diver
    dives diving doable docent docked docket dockets docking docks doctorate document documented dodge
    dodger dodo dodoes doers dogfight dogfish doggie doggies dogging doggone doggy doghouse doghouses dogie
    dogies dogma dogmata doings doles doling dollar dolled dolling dolly dolts domain dome domes domesticate
    domestication domesticity domestics dominate domination doming dominion donate donations donkey donkeys
    donned donors donuts dooms doorbell doormat doormen doorsteps doorstop doorstops doorways dopes dopey
    dopier doping dorks dormer dorms dosed dosing dotes doting doubled doubles doublet doubly doubtfully
    doubts douche douched douches douching dough dour douse douses dousing dove doves dowel downbeat
    downbeats downer downing download downloads downplay downplays downpour downpours downright downs
    downsizes downstate downswing downswings downtime downtown downturn downturns downward downwind downy
    dowse dowsed dowses doyen doyens doze dozed dozes dozing drabs draft dragon dragonflies dragonfly drags
    drainage drainer drainers draining drainpipe drainpipes dram dramas drams drape draped drapes draping
    drawers drawl drawling drawn drays dread dreading dreads dream dreamt dreamy dregs dressage dresser
    dresses dressiness dressmaking dressy dried drier dries drills drily drinkings drinks dripped drippings
    drips drivel drivels drivers driveway driveways drivings drizzling droll drone droned droning drool
    drooled droop drooped drooping droops droplet droplets dropout dropper dropping dropsy dross drought
    drover droves drownings drowns drowse drowsed drowsing drubs drudged drudging drug drugstore drums
    drunks dryers drying dryness drywall dubbed ducking ducts dudes duding duets dugout dulled dulling dully
    dumber dumped dumping dumps dumpy dunes dunged dunging dungs dunk dunked dunks dunned dunner dunning
    duns duping duress dusky dustbin dusted dusters dustier dustiness dustman dustmen dustpan dusts dusty
    dwell dwelling dyeing dyer dyestuff dyking earls early earmark earmarks earning earphone earphones
    earring earrings earshot earthen earthiness earthing earths earthshaking earthward earthwork earthworks
    earthy ease easel eases easing east eastern easterners easygoing eater eaters eatery eave eaves edged
    edger edges edgeways eels eery effective effectiveness effects egg egged egging egret eider eighteens
    eighth eights eighty either elastic elate elates elating elder electrician elide elides eliding
    elimination ells elsewhere embarrassments ember emend emergence emery emigrate emigrates emission
    employing emptier empties endear endears endings endive endorsing enduing endways engines enter entice
    epics episodes equine equines eras escapee escapes especial essays estate ester estrange ether
    evenhanded evenings evenness evens eventfully events evermore everyday everyplace evictions evidenced
    evidences exact exactness examinations examine exampled examples exasperate exasperation excessive
    exchanged exchanges excitements excluding excrement executed executes exercised exercises exhale
    exhaustion exhaustive exhausts exhibit exhibiting exhibition exhibitor exhibits exhorting exists exiting
    exits exodus exoneration exorcise expanding expansive expedited expending expensively experimental
    explained explanation explication explodes exploitative exploiter exploiters exploiting exploration
    explore explored exploring explosive export exportation exporter exporting expose exposes exposition
    expound expounding expounds express expressed expression expressive expressiveness expressway
    expressways extensive extorted extorting extortion extractor extremer extremes eyed eyeglass eyelet
    eyelets eyepiece eyesore eyestrain eyeteeth eyetooth eying fable faced facelift facepalm faces facet
    facets facings faction factional factor factorisation factorising factually fagged fagging faggot failed
    failing failings fails fain fainter faintness faints fairground fairness fairs fairway fairways fairy
    faith faked faker fakes faking fakir falling fallow fallowed fallowing fallows falls falsehood falseness
    falser fangs fanned fannies fanny faraway farce farces fared fares farewells farina faring farmed farmer
    farming farms fart farther farthing farthings farts fasted faster fastness fasts fatalist fatalities
    fates fathead fathered fatherhood fathering fathers fating fatness fats fatten fatter fattest fatties
    faultfinding faultiness faults faulty fauna fauns fawns faxed faxing fazing fearfully fearing fearsome
    feast feat feather feathered feathering feats fedora fedoras feed feeding feedings feeds fees feint
    feinted felling fellow fellows fells felts females fenced fencer fences fender fending fends fennel
    ferryboat fester fests fetal feted fetter fetters fettle fever fewer fiats fibre fictionalising fielded
    fielding fiend fiends fifes fifteens fifths fighter fights figure figured filed filet filets filing
    filled filler fillers fillings fills filly filmstrip filmstrips filmy filth finale finalising finals
    financed finances finch finder finders findings fined fineness finer fines fingerboard fingernail
    fingernails fingerprint fingerprinted fingertips fining finis finises finisher finishers finking finks
    finny fins firearms firebombed firebombs firebreak firebug fired firefight firefighting fireflies
    firefly firehouse firehouses fireman firemen fireplace fires fireside firewall firewalls firewater
    firework fireworks firing firmed firmer firming firms firs firstborn firsthand firsts firth fished
    fishes fishhook fishing fishtailing fishwife fishy fission fist fistfuls fitful fitfully fitness fitter
    fittest fittings fiver fives fixate fixation fixative fixed fixes fixings fizzy flack flagged flags
    flail flairs flake flame flames flaming flank flanked flapped flapping flaps flare flash flasher flashes
    flatbed flatbeds flatboat flatcar flatcars flatfeet flatfish flatfoot flatiron flatness flatten
    flattered flattest flattop flaws flayed flaying flays fleck fledged fleecing flees fleet fleeting flesh
    fleshed fleshing flexing flexitime flextime flicks flied flier fliers fliest flightiness flighty flings
    flint flipper flippers flipping flippy flips flits flitted flitting float floats flock flocked flocking
    flocks floes flogged flood floorboard floors flopped flour flowcharts flower flows flubs flues fluids
    flukey flume flunk fluoridate fluoridation flurry flushed flushes flushing flyby flyers flyleaves
    flyovers flypaper flypapers flysheet flyspecks flyweight foaling foams foamy fobbed fobbing focal foiled
    foiling foils folder folding folds folks follies follow follower followings folly foment fond fonder
    font foods foodstuff fooled footage footbridges footed foothold footholds footing footlights footloose
    footman footmen footnote footnotes footpath footprint footprints footrest foots footsore footstep
    footwear footwork fora forage foraged forages foray forbad forbear forbearing forbid forborne forcefully
    forceps forcible forded fording fords fore forearm foregather foregathered foregathering foregathers
    foregone foreground forenoons forensics fores forevermore forgave forge forged forger forges forget
    forgetfully forgets forgettable forgetting forging forgive forgiven forgiveness forgives forgiving forgo
    forgoes forgoing forgone forgot forgotten forked forking forks format formation formative formed forming
    formulae formulas forsook forswearing forswears fort forte fortes forthcoming forthright forthrightness
    forthwith forts fortune forum forums forward forwardness forwent fosters foully foundation founding
    founds fount founts fours foursome fourteens fourths foxes foxglove foxing foyers frack fracked fracks
    fractional fracture fractures frags frail frame framing frank frats freak freaking freed freehand
    freehold freeholds freeing freeload freeloads freeman freemen freer frees freestanding freethinking
    freeway freeways freewill freeze freight freshman freshmen freshness freshwater fridges fried frier
    fries frightens frightfully frighting frights frill fringe fringing frisk frisks frock frocks frond
    frontage frontages frontispiece fronts frost froths frothy frown frowned frowning frowsy frozen fryer
    frying fucked fucker fuddle fudged fudges fuels fullback fulled fulling fullness fulls functional
    fundamental fundamentalist funds funerals funereal funking funky funner furbelow furlong furred furring
    furry furthered furthering furthermore furthers fused fuses fusty fuzzed gabbed gabbier gabbiest gabbing
    gabbles gable gaffe gaffed gaffes gaffs gagging gain gains gaits gales galled galley galling gallium
    gallons gallops galls gamed gameness gamer games gamey ganged ganging gangrened gangs gangway gangways
    gaped gapes gaping gaps garaged garages garb garbage garbs gardenia gardenias gardens gargles gargling
    gases gashes gashing gasket gaslight gaslights gasped gasps gassed gasses gassing gasworks gated
    gatepost gateway gateways gather gating gauged gaunt gauntest gavel gazed gazes gearbox gearboxes
    gearing gears gearshift gearshifts geeing geeks gelling gender genies gent gents gerund getaway getaways
    getup ghosts ghostwrite ghostwriting ghostwritten ghostwrote giant giants gibed gibes gibing gift gifted
    gigged gigging gills gilts ginger ginned ginning girds girlfriends girlhood girts giveaway giveaways
    givens glade glades gladiator gladness glads gland glasses glassy glean gleaning glide glides gliding
    glisten glistens glitters glittery globe gloss glossed gloved gloves glowing glows glues gluey gluts
    gnash gnashed gnus goads goalie goat goatskin gobbed gobbing goggling goings golds golfs golly gonad
    goner gong goo goodie goodness goodnight goods goodwill goody gooey goof gook gooks goon goons goose
    gored gores goring gorse gotta gotten gourmet gown gowned gowns grabber grace graced gracing grad grade
    graded grads graft grafter grafting grafts grail grain grains grainy grams grandad grandads
    grandchildren granddad granddads granddaughters grandee grandfather grandfathered grandfathering
    grandfathers grandma grandmother grandness grandpa grands grandsons grandstand grandstanding grandstands
    granting grape grapes graphed grasp grasped grasping grasps grassed grassy grate grated grates
    gratification gratis graved gravel graven graver graves gravestone gravy graze grazed greatness greats
    greed green greening greens greet greetings grenades grepping greyness greys grid grill grime grin
    grinder grinds grindstone grins gripe griped griping gripped grips grist groan groans groins groom
    grooms grooved grooving grope gropes gross grosses grouched grouching groundbreaking grounds groundwork
    grouped grouping grouse groused grout grouts grove grow growl growling grownup grows grubbed grubbing
    grubs grunt grunts guardhouse guardhouses guardian guardrails guardroom guardrooms guardsman guardsmen
    guide guild guilt gulled gullet gulling gully gummy gunboat gunfight gunfire gunman gunmen gunner
    gunning gunny gunpowder gunrunning gunshot gunshots guppy gurgle gurgled gushed gushes gust gusting
    gusts gusty gutsy gutted gutter gutting guying guzzle guzzler guzzles habitat habitation habits hack
    hacked hacks hailed hailing hails haircut haircuts hairdo hairiness hairline hairlines hairpiece hairpin
    hairpins hairs hairspring hairy hake hakes haled haler hales halfback halftime haling hallmark hallmarks
    hallow hallowed hallows halls hallucinate hallucination hallways haltering halve halving hammed
    hammerhead hammerings hammers hamming hamper hampered hampering hamstring handbags handbill handbills
    handbooks handcar handcars handcraft handcuffs handedness handguns handheld handicraft handier handiness
    handiwork handlebar handlebars handled handlers handling handmade handmaid handouts handpick handpicked
    handpicking handpicks handrails handset handsets handsful handshake handshaking handsome handsomeness
    handspring handsprings handstand handstands handwork handwriting handwritten handy hangdog hanger
    hangings hangman hangmen hangnail hangnails hangout hangover hangs hank hankering hanks hansom
    happenings harbours hardback harden hardening hardheaded hardheadedness hardily hardiness hardline
    hardness hardtop hardwired hardy hared harem haring harked harkening harking harks harmed harmfully
    harmonisation harmonising harmony harms harp harping harps harpy harried harry harrying harsh hart harts
    hashed hashes hashing hashtag hassock hassocks haste hasted hasten hastening hasty hatch hatched hatches
    hatchets hatching hater haters hates hating hats hatter hatters hatting hauling hauls haunt haunted
    haunting haunts haven havens haves hawing hawking hawthorn haying hayloft haywire hazing headboard
    headdress header headfirst headgear headings headlands headlight headlights headlined headlocks headlong
    headphone headphones headrest headroom heads headset headsets headstone headwaters headway headwind
    headwinds headword headwords heady healed healer healers healing heals healthcare healthfully
    healthiness healthy heaped heaping hearer hearings hearken hearkens hears hearsay hearse heartbeats
    heartbreak heartbreaking heartbroken heartburn hearten heartfelt hearth hearties heartiest heartiness
    hearts heartsick hearty heated heaters heath heathen heather heats heatstroke heave heaved heavens
    heavenward heaves heaving heavyset heavyweight heck hedge heeded heeding heeds heehaw heel heeled
    heeling hefting heights heinous heinousness heir heirs hellion hellos helms helot helots helpfully
    helpfulness helpings helplines helpmate helpmates helpmeet helpmeets hence herbs herd herded herding
    herds hereabout hereafter hereby herein hereof hereto hereupon herewith heritage heritages hernia
    hernias heroic heroine heroins heron heros herring herringbone herrings hertz hesitated hesitates
    hesitation heyday heydays hiatus hibernate hicks hideaway hideaways hided hideout hied hieing hies
    highball highborn highboy highboys highchair highchairs highlight highlighter highlights highness highs
    hightailing highway highwayman highwaymen highways hikes hiking hills hilts hinder hinds hing hinged
    hinging hings hint hinted hinting hints hipped hipping hippy hips hired hires hiring hiss hissed hisses
    hissing histamine historian hitch hither hitherto hived hives hiving hoard hoarded hoarseness hoarser
    hobbit hobbits hobbled hobby hobbyhorse hobnail hobnailed hobnails hock hocked hocking hocks hods hoes
    hogged hogging holder holdings holdout holdover holdup hole holed holes holidays holing hollowed
    hollowing hollows holly homebody homeboy homeboys homecoming homed homegrown homemade homeowner homepage
    homer homered homering homeroom homerooms homes homesick homesickness hometown homeward homey homie
    homing hone honed hones honey honing hoodies hooding hoods hoofed hoofs hookah hooked hookers hookey
    hooking hooks hookup hooky hoop hoot hooted hooter hooting hoots hooves hoped hopefully hopelessness
    hopes hoping hopped hopping hops horde horded hording horned horribly horseback horseflies horsefly
    horsehair horsehide horseman horsemen horseplay horses horseshoe horseshoes horsewhip horsewhipped
    horsewhipping horsewoman horsewomen horsey horsing horsy hosed hoses hosing hospitalisation hospitalise
    hospitalises hospitalising hospitals host hostages hosted hostess hosts hotbed hotbeds hotcake hothead
    hotheaded hotheadedness hothouse hothouses hotkey hotkeys hotness hotshot hotshots hottest hound
    hounding hounds hourglass houseboat housebreak housebreaking housebroke housebroken houseclean
    housecleaning housecoat housed houseflies housefly household households househusband househusbands
    housekeeping housemaid housemother housetop housewife housework housings hovel hovels hover hovered
    however hows howsoever huddle huffed hugeness huger hulled hulling humours humped humping humps hunch
    hunched hunches hunching hundreds hundredweight hungers hungover hunker hunter hunters hunts hurling
    hurls hurray hurtling hushed hushes hushing husk husks hussy huts hying hymen hymens hyphening
    hysterically hysterics ibid icebox iceboxes ideal idealisation idealising idealist ideas identify ides
    idolater ignore ignores iii illegitimate illness ills illus illusion illusive image imaged imaginably
    imagined imagines imaging imam imbed imbeds imitate imitation imitative imitator immanent immediacy
    immensities impala impalas impale impanelled impanelling impart impassive impatient imperative
    imperialist impermanent impersonate impersonation impersonator implantation implants import importation
    importer importunate impose imposition impossible imposter imposters impostor impound impounding
    impounds impress impressed impression impressive impressiveness imprint imprints imprison imprisonments
    imprisons improper improperly improvident imps impulse impure imputation inaction inactive inamorata
    inamoratas inane inanimate inanities inapplicable inapt inasmuch inattention inboard inborn inboxes
    incantation inception inch incidence incidences incident incidental incidentals incoherence incoherently
    income incomes incoming incomplete incompletely incompleteness incurious indecency indefinitely indent
    indented indenting indication indicting indifference indifferent indigents indisposition individual
    individuality individuals indolently indoor indoors inducting inductions inductive indue ineffective
    ineffectiveness inertness inexact inexpensive infants infected infecting infection infested infesting
    infighting infix inflation inflecting inflection inflexion inflow inform informational informative
    informer informs infuriate ingesting ingestion ingot ingratiate ingrown inhabit inhale inhaled inhalers
    inhales inhere inhered inherent inherently inhering inherit inheritor inherits inhibit inhibiting
    inhibition inhibits inimitable initiate initiative initiator injection injections injunction injure
    injustice inking inlaid inlay inlaying inlet inlets inline inmate inmates inn inner inning innocently
    inoperative inpatient inpatients input inputting inroad inscription inserting insertion inset insets
    insetting insider insides insignia insignias insignificant insofar inspected inspecting inspections
    inspectors instal installation installs instals instanced instances instep insteps instigate instigates
    instill instinctive instincts insulate insurances insure insured insurgence insuring intake intakes
    intend intentionally intentions intentness intents inter interacted interbred interbreed intercede
    interceded interceding intercepted intercoms interdicted interdiction interdicts interests interface
    interfaced interfacing interferes interferon interject interjected international internees internist
    interpret interpreted interpreters interprets interring inters intersect intersected intervene
    intervened intervening interviewed interviewee interviewer interviews intestate intestinal intonation
    intro intrude intruded intruders intrudes intrusted intuition inundate invent inventing invention
    inventions inverted inverting invested investing invoiced invoices inward iodising ionising irons
    ironwork irony isinglass island islet islets isobar isobars isolate isotopic itch jacked jackets jacking
    jackpots jacks jading jaggedness jaggies jailbreak jailer jailing jails jamming jangle japed japes
    japing jarred jarring jawbone jeeps jellied jelling jello jells jelly jerkin jerkins jested jesting
    jests jetting jeweller jewellers jigged jigger jigging jived jives jiving jobbed jobbing jocks jogged
    jogging joiner joins joint jointed jointing joints joist joked joker jokes jollied jollies jolly jolted
    joust joying judge jugged jugging jumper jumpiness jumpsuit jumpsuits jumpy jurist juster justest
    justice justification justness juts jutted jutting juveniles karaokes keeling keels keened keening
    keenness keens keeper kennels kenning kerbs kernel kettles keyboard keyboarded keyed keynote keynotes
    keypunch keypunched keypunches keypunching keystone keystroke keyword keywords kickback kicker kickers
    kickoff kickstand kickstands kicky kiddie kiddies kiddo kiddoes kidnapper kidnappers kidnappings kidnaps
    killings kilned kilning kilns kilos kilter kilts kinda kinder kinds kings kinked kinking kinks kisser
    kisses kitchens kites kiting kittens kitties knack knaves kneecaps kneed kneeing kneel kneeled kneels
    knelling knifed knifes knight knights knits knobs knocker knockers knockout knocks knots known knuckled
    knucklehead knuckles kooks labourer labours lace laced lacerated lacing lack lacked lacking lacks laddie
    laddies lade laded lades lading ladybird ladybirds ladybug ladyfinger ladyfingers ladylike lager lagged
    lagging lair lakes lambed lambing lame lamed lamenting lamer lames lamest lamination laming lammed
    lamming lamps lance lancer lancing landed lander landings landlords lands lanes lank lanker lanyards
    lapped lapping laps lapses laptops larch larding lards larger larked larking larks lase laser lases lash
    lashed lashes lashing lasing lasso lassoes lassos lasted lasts latch latched latches latching lateness
    latent laterally latex lathe lather lathered lathering lats latte latter lauding lauds lawfully lawns
    lawsuit lawsuits lawyers laxer laxest layaway layer layman laymen layoff layout layover laypeople
    layperson laypersons lays laywoman laywomen lazing lazying leach leached leaching leaded leaden leaders
    leading leads leafed leafing leafless lean leaned leaner leanings leans leaped leaping leaps learns
    learnt leas leased leasehold leaseholds leases leash leasing least leatherneck leathers leathery leaved
    leaven leavens leavings lectured lecturer lectures ledger ledges leeks leers lees lefter leftover lefts
    lefty legalisation legalising legals legate legation legato legend legends legged legging legion
    legislate legislating legislative legislator legit legitimate legitimates legitimising legman legmen
    legroom legrooms legwork lender lending lends lept lesion lessen lessons lessor lest letdown letterbomb
    letterhead lettering letup lever lewder liberally liberate liberates liberator lice licenced licences
    license licit lick licked licking licks lief lien liens lies lifeblood lifeboat lifeforms lifeguard
    lifeguards lifelike lifeline lifelines lifelong lifer lifesaving lifetime lifework lifeworks liftoff
    lifts ligatured ligatures lighted lighten lighters lightheaded lighthouse lighthouses lighting lightness
    lightweight liked liken likeness liker likes liking lilted limb limbs limed limes liming limned limning
    limped limpid limpness limps lineage lineages lineman linemen linen linens liner liners linesman
    linesmen lineup linger lingers lining linked linking links linted lints lions lipid lipread lipreading
    lipreads lipstick lipsticking liquidate liquidation liquidator liquidising liquids lisp lisping lisps
    listed lists literates lither litter littering litters littleness littler livelong liven livens liver
    livers livest livid livings loader loadstone loafs loaning loans loanword loanwords loaves lobbed
    lobbing lobed lobes locale localisation localising localities locals locker lockers locket lockets
    lockjaw lockout lockstep lockup locus lodes lodge lodged lodgers lodges lofted loftiness lofts lofty
    logbook logbooks loges logger login logoff logon logons logout logrolling loins loll lolled lolls
    lollygagged lone loner longboat longed longhair longhand longing longs longtime lookalike lookout lookup
    loomed looming looms loony looped looping loops loopy loosed loosen looseness looser looses loosing loot
    looted looting loots loped lopes loping lopped lopping lordly lords loser loses losses lotion lotto
    lotus lounged lounging louse louses louts lovebird lovebirds lovemaking lover lovers lovesick loving
    lowdown lowed lower lowering lowing lowly lowness lows loxes loyal lucked luckiness lucking lucks lucky
    lugged lugging lulled lulling lumber lumbers lumped lumpiness lumping lumpy lunch lunched lunches
    lunching lung lunge lunges lungs lupin luring lushes lusty macaroni macaronis macaroons maced maces
    machination machined machines macing madame madams madhouse madhouses madly madman madmen madness
    madwoman madwomen maid mailbomb mailbombed mailbox mailboxes mailed mailing mailings mailman mailmen
    mails maimed maims main mainline mainlined mainlines mains mainspring mainstay mainstreaming mainstreams
    maintain maker makers makeshift makeshifts makeup makings malady malefactor maleness males mall mallow
    mallows malls mama mamas mambo mambos mamma manage managed managers manages mandate mandrill manes
    manfully manged manger mangle mango mangoes mangy manhandle manhandles manhood mania manias manic
    manifold manly manna manned manor mans mantilla mantillas manuals maple mapped mapping mares markdown
    marked marking marksman marksmen markup maroon marred marrieds marries marrying mars marsh marts mascara
    mascaras mash mashed mashes mashing masked masking masks mason masons massaged massages massaging massed
    masses massing massiveness mast master mastication mastiff match matched matches matching mated maths
    mating mats matte matted mattered mattering matters mattes matts maunder maundering mavin maxed maxes
    maxim maxing maybe maydays mayflies mayfly mayo mayor mayoral maypole mazes mealtime mealy meaningfully
    meanings meanness meantime meanwhile measure measured measuring meats meaty medal medals medial median
    medias mediation medic medicals medicating medications medicines meditation meditations meetinghouse
    meetinghouses melds mellow meltdowns melting melts members memberships meme memento memorise memorises
    menaced menage menages mendacity mender mendicant mending mends menfolk menial menorah menswear
    mentalities mentored mentoring menus merest meridian merry mesas meshed meshes meshing messes messiah
    messiness messy meta metacarpal metacarpals metals mete meted meteor meteors metes methadon methane
    methinks methods methought meting metre metres metrication mettle mewls midwifed midwifes mien miens
    mightiness mighty migrated miked mikes miking milder miles milkiness milkmaid milkman milkmen milks
    milkshake milkweed milky milled miller millers milling mills mimed mince minded mindfully minding minds
    mined miner mines mini miniaturising minibike minibuses minicam minicomputer minim minima minimalist
    minimisation minimising minims minimum minimums minion minis miniseries miniskirt ministers ministries
    minivan minks minnow minorities minors minster mint mints minuet minuets minus minuses minuted minuteman
    minutemen minuteness minuter minutest mired miscarriages miser miserly misers misled misses missions
    missive mist mistaken mistakes misted mister misters misting mistresses mists misunderstandings misused
    misusing mites mitten mixer mixes mixing moaning moans mobbed mobbing mocked mocking mocks modding
    modellings modernisation modernising moderns modes modulo modulus moire moist moles molester moments
    mommy moneybag moneymaking monger monied monies monitors monkeys mooch moodiness moods moody mooed
    mooing mooning moons moor moors moos moose moot mooted mooting moots moped mopes moping mopped mopping
    moral moreover mores mornings morns moron mosey mossy motel motels motes moth motherboard mothered
    motherfucking motherhood mothering mothers moths motorbike motorboat motorcar motorcars motorising
    motorman motormen motormouth motors motorways mottle mottles mould mouldering moulds mound mounding
    mounds mount mounted mounting mounts mourn mournfully mourning moused mouser mouses mousetrapped mousey
    mousing mousse mousy mouthfuls mouthing mouthpiece mouths mouthwash mouthwashes mover movers movies
    mowed mower mowing mucked mucking muddle muddy mufti mugger mugging muggy mulch mulched mules mulled
    mullet mulling multimedia multipurpose mumbled mummer mummers mumps munch munches munching munged
    munging murderer murders murks murmuring muse mused muses mushed mushes mushing musician musics musky
    mussed mussing muster mustering mustiness musts musty muted muteness muter mutes mutter muttering mutton
    muzzled nagged nagging nailing nakedness named names nannies napes napped nappier nappiest napping
    narked narking narks natal natty naughtier naughtiest navel naves navigate navigates nearby nearing
    nearness nears neater neath neatly neckline necklines necks necktie neckties neediness needled
    needlepoint needless needlework needling needy neighboured neighbourhood neighbourly neighbours nephews
    nerds nerved nerving nervousness nervy nested nesting nests nether netted netter netters netting nettle
    nettled networks nevermore newborns newer newline newlines newness newsboy newsboys newsgroup newsgroups
    newsletters newsman newsmen newspaperman newspapermen newspapers newspaperwoman newspaperwomen newsprint
    newsstand newsstands newsy newton newtons newts niceness niceties niche niches nicked nicking nicks
    nieces nifty nigger nigh nighest nightclothes nightclub nightclubbed nightclubs nighties nightlife
    nightstick nighttime nighty ninepin ninepins nines nineteen nineteens ninny nipped nippy nitre nixed
    nixes nixing nodes nodule nodules noel noes noised noisiness noising noisome nomad nominate nomination
    nominative nonce nonempty nonevent nonfat nonfatal nonliving nonmember nonpartisan nonpayment
    nonpayments nonpolitical nonprescription nonresident nonsense nonsmoking nonstick nonstop nonsupport
    nonunion nonuser nonviolence nonviolent nonwhite nonzero nook nooks noon noonday noontime nooses norms
    north northern nosebleed nosed noses nosey noshed noshes noshing nosing nosy notable notarise notation
    notching notebook notebooks noted notepaper nothingness nothings noticeboards notices notification
    noting notion notwithstanding notwork notworks nought noun nourished nourishes nous novels novelties
    novice nowadays noway nowise nuder nudest nudge nudges nuked nukes numbed numbness numbs numbskull
    nursed nursemaid nurseryman nurserymen nurses nutmeat nutshell nuzzled oaken oaring oases oaten obits
    obviousness occidental odder oddities oddness odds odes odour offbeat offbeats offed offence offend
    offending offends offerings offhand officer offices offline offload offloads offset offsets offsetting
    offshoot offside offspring often oiled oiliness oiling oilskin oinking okays olden olive olives omen
    omens omission omit oncoming oneness oneself onetime ongoing onion onionskin onrush onset onsets onus
    onward oops opals opener openhanded openings openness openwork opiate opined opining opioid opposites
    orals orate oration orator orbit orbiting orbits orchestration ordain ordeal orders oregano orgies
    orifice orthodontia otter otters ouch ought ounce ours ousted ouster outage outages outback outbid
    outbreak outbuilding outburst outclass outclassed outcome outcomes outcry outdid outdo outdoes outdoing
    outdone outdoor outdoors outfits outfitted outfitting outfox outgo outgoes outgoing outgrowing outgrown
    outhouse outhouses outlaid outlast outlaw outlaws outlay outlaying outlet outlets outline outlined
    outlines outlive outlived outlives outliving outlook outlooks outlying outnumber outnumbers outpatient
    outpatients outperform outperforms outplacement outplay outplays outpost outpouring output outputting
    outraging outran outreach outreached outright outrun outrunning outruns outsell outselling outsells
    outset outsets outsider outsides outsize outsizes outskirt outsold outstanding outstation outstay
    outstayed outstaying outstrip outstrips outtake outtakes outward outwear outwearing outwit outworn
    ovation ovens overact overactive overage overages overall overanxious overate overawe overbear
    overbearing overbite overbites overboard overbook overbooked overbooking overbooks overborne overburden
    overcame overcharged overclock overclocked overcoat overcome overcomes overcoming overcompensation
    overcook overcooking overcrowd overcrowds overdid overdo overdoing overdone overdoses overdress
    overdressed overdrew overdrive overeat overeaten overeating overeats overexpose overexposed overflow
    overfull overgrowing overgrown overhand overhands overhang overhanging overhead overhear overheard
    overhearing overheat overheating overhung overjoyed overjoying overkill overlaid overlay overlaying
    overlie overload overloads overlong overlook overlooked overlooking overlooks overlying overmuch
    overnights overpaid overpass overpay overpaying overpays overplay overplays overprice overprices
    overprint overprints overproduced overqualified overran overreach overreached overreact overreacting
    overreaction overrule overruled overrules overrun overrunning overruns overs oversaw oversee overseeing
    overseen oversees oversell overselling oversells overshoe overshoes overshoot overshooting overshot
    oversight oversights oversleep oversleeping oversleeps overslept oversold overspecialising overspent
    overstate overstay overstayed overstaying overstep overstepped oversteps oversupply overt overtake
    overtaken overtakes overtaking overtax overthink overthinking overthinks overthought overthrew overthrow
    overthrowing overthrown overthrows overtime overtook overturn overturned overturning overturns overuse
    overused overusing overweight overwork overworked overworking overworks overwrite overwriting
    overwritten owed owing owned owners pace paced paces packaged packer packers pacts paddock paddocked
    paddocking paddocks paddy paged pager pagers pages paging pails pained painfuller painfully painstaking
    painter painting paints paintwork pairs palace palatable palate palates paled paleface paleness paler
    pales palimony paling pall palled pallet pallets palling palls palmed palmetto palms palmy palsy pamper
    pampers pancake pancaking panda pandemics pandering pane panellings panellist panes pangs panhandle
    panhandler panhandles panics panning panorama panoramas pans pant pantaloons panted pantheon pantie
    panties panting pantries panty paperback paperboy paperboys papergirl papergirls paperweight papery
    paralegal paramedic paramedical paramedicals parameter parameters paranoia paranoid parapets parasite
    paratrooper parcelling parcels parch parched parches pare pared parent paring parity parka parkas
    parkour parks parkway parkways parred parried parries parring parry parrying parsed parsing parson
    partaken parted particle partied parting partisan partition partly parts parturition partway passage
    passages passageway passageways passbook passbooks passel passer passes passion passionate passive
    passkey passkeys pasta pastas pasteboard pasted pastel pastern pastes pasteurisation pasteurising pastie
    pasties pastime pasting pastor pastoral pastorate pasts pasturage pasty patched patchiness patching
    patchwork patchworks patchy pate patent patents pates paths pathway pathways patrol pats patter pattered
    pattering patters patties patting patty paunch paunches pauper paupers paused pausing paved paves paving
    pavings pawing pawls pawned pawns paycheck payday paydays payed payer payers payload payloads payoff
    payroll paywall paywalls peacefully peacefulness peacekeeping peaces peacetime peach peak peaked peaking
    peaks peals pearlier pearly pears pease pecked pecking pecks peeing peeks peeled peeling peelings peels
    peep peeper peeping peeps peer peered peering peewee pegged pegging pelts pence pencils pending pends
    penned penning pens pensions pent peopled peoples pepped pepper peppercorn pepperoni pepperonis peppier
    pepping peppy perch perchance perches percolate percussion perforate perforation perforce perform
    performer performs pericardia perimeter perimeters periodicity periods periscope perished perishes
    peritonea peritonitis perked perking perky permanence permanents permeate permissions permissive
    permissiveness permute peroration persona personae personage personages personification persons
    persuasion persuasive persuasiveness pert pertain perter pertest pertinent pertly peruse perused pest
    pester pesters pests petal peter peters petrel petrifies petting petty phage phase phased phasing
    phoneme phoney phoneys phonied phonies phonograph phonographs phony phonying photocopied photocopiers
    photocopies photocopy photoelectric photograph photographed photographer photographers photographic
    photography photon photons phototypesetting piazza pica pickaback pickaxe pickaxed picker picket pickets
    pickings pickled pickling pickpocket pickpockets pickup picky picnicking pictographs pictured pieced
    piecemeal pieces piecework pierce piers piggies pigging pigheaded piglet piglets pigmy pigskin piked
    piker pikes piking piled piles pileup pillage pillaged pillages pillbox pillboxes pilled pilling pillion
    pillowcase pillowcases pillows pilot pinafore pinched pinches pinching pined pines pinged pinging pings
    pinhead pinhole pining pinion pinked pinking pinks pinpointed pinpointing pinpoints pinto pints pinup
    piped pipeline pipelines piper pipers piping pipit pipits pipped pippin pipping pippins pips pissed
    pissing pistil pistols piston pitch pitches pitchforked pitchforks pitted pitting pizzas placed
    placements placer places placing placket plackets plaice plaid plain plains plaint planed planes planet
    planing plank planked planking planks planner plannings plant plantain planted planting plants plastics
    plateaus plated platelet platelets platen platens platforms playact playback playbill playbills playboy
    playboys played playfully playground playhouse playhouses playing playlist playmate playmates playoff
    playroom playrooms plaything playthings plead pleader pleas pleases pleasing pleated pleating pledge
    plied plies plight plights plopped plopping plots ploy ploys pluck plugs plumbed plumbers plump plumped
    plumper plumping plumps plunged plunging plush plying poached pocked pocketbook pocketbooks pocketknife
    pocketknives pocking pocks podcasts podding poets poignancy pointer pointy poise poises poisoner poisons
    poke polecat poled polemical poles policed policeman policemen polices policewoman policewomen poling
    polio polios polish polisher polishers polishes polite politically politician politicos polities polity
    poll polled polling polls polo pols polyp pond ponder ponds pone pones pooled pools poop pooped pooping
    poops popes poppy porch pored poring portage portaged portages ported portend portended portending
    portends porterhouse porterhouses porters portfolios portico porting portion portmanteaus ports posed
    poser posers poses poseur posher posing posit posited positions positron posse possessing possession
    possessives possessors possibles possibly postage postbox postcard postcards postcode postdate posterior
    postmark postmarks postmen postmodern postpaid posts postscript postscripts postwar pots potted potter
    potters potting pouch pouched pouches pouching pouncing pouted pouting pouts powders powdery power
    powering poxes practices practised practises praised praising prank prate prates prattle prattling pray
    praying prays preach preached preceding precious preciously precises predating preen preens prefabs
    prefacing premise premised premiss premisses prepaid preparation prepare prepared preparedness prepaying
    preppier preppies preps pres presaging prescriptions prescriptive present presentations presented
    presenting preservation presets president presses pressman pressmen pressured pressures pressurisation
    pressurising pretences pretender pretenders pretends pretension prettified prevented preventing
    preventive prevents preview previewing preyed preys priced pricey prick pricked pricking pricks pricy
    pride prides pried pries primacy primate primates prime primes primp primped primping primps prince
    princes printed printers printing printout prise prises prisoners prisons privater privatest prize
    prizes problems procedural prod produce producer produces production profanely programmed programmer
    programmers programmes progression progressive projection projections prominent promise promises prone
    prong proof propel propertied properties propped propping props proscription proscriptions prose
    prosecution prosper protecting protections protective protector protraction prove provide provided
    providence providently providers provides providing prying psalm psyche psychiatric psycho
    psychotherapies psychs pucks puddle puking pullback puller pullet pulley pullout pullover pulls pulped
    pulping pulpy pulsed pulses pulsing pumped pumps punchline punchy pundit pundits punier punker punks
    punned punning puns punster punsters punted punting punts pupal pupped pupping puree pureness purer
    purge purges purled purling purpler purples purposed purposefully purposes purse purvey pusher pushes
    pushiness pushing pushover pushup pushy putative putrefied putrid putt putted putter putters puttied
    putties puttying puzzled quack qualifier qualifiers qualifies qualities quantified quartered questioned
    questioner questioners queued quickness quids quietness quiets quietus quilt quince quinces quire quires
    quirk quits quoit quote rabbit rabies raced races rack racked racket rackets racking racks radiators
    radii radioactive radios radiotherapy raffled raffles raft rafted rafters rafting rafts rage raged rages
    raggedness raggedy ragging raided raiding raids rail railed railways raincoat raindrop raindrops rained
    raining rains rainwater rainy raise raises raisin raisins raked rakes raking rallies rally ramming rams
    rancour random range ranged ranger ranginess ranging rangy rank ranking rankles ransack ransoms rant
    ranted ranter rants rapid rapine rapper rapping raps rared rarely rarer rares raring rash rasher rashes
    rasp rasped rasping rasps raster ratchet rated rates ratification rating ratio ration rationalist
    ratting rattled rattler rattles rattlings ratty rave raved raves raving ravings rawer razed razes razing
    razors reaches reaching reacted reaction reactive reactor reacts reader readiness readings readjust
    readout readying realer realisation realising realities realm reals realty ream reaming reams reaped
    reaping reaps rearing rears reasons rebate rebating rebuses receptions receptive recession recitation
    reckon recollecting recollections reconvened reconvening recording recover recoveries recovers
    recreation recruiting redbreasts redcoat redemption redhead redheaded redid rediscovered rediscovery
    redistrict redneck redness redone reds redskin reductions reed reeds reeducation reedy reeks reeled
    reeling reels refine reforming refreshed refreshers refreshes refugee refuges refuse refutation
    refutations refute refuted refutes refuting regal regally regretfully regrets regrettable regulation
    rehabbed rehabs rehired rejection relationships relearning release releases relied relieve relieves
    relieving rely relying remanding remands remembered remind reminded remove remover removes renal render
    rending rends rental rents renumbering renumbers repaid repaint repair repaired repairing repairman
    repairmen reparation repay repaying repeat repeating repeats repenting repetition rephrasing replay
    replaying repleting repletion replies reportage reported reprinting reprise reprising reprobate reproof
    reproving reptilian repudiation reputations requiting rerouting rescinding rescued rescuer rescues
    resents reservoirs reset reside residents resigning resolve resolver resolves resort resorting resorts
    resounding respondent responds responses responsible responsively responsiveness restate restaurants
    restaurateur rested restfully resting restive restiveness restoration restorative restrain restrained
    restrains restraints restroom restrooms rests result retch retched retention retire retiree retires
    retort retorting retorts retried returns reuniting reusable reuse reused reuses reusing revenged
    revenges revenue reversals reverting revery reviews reviling revisions reviving revolting revolved
    rewired reword rewording rewords reworking ribbed rice rices rich ricing rick ricked rickets ricking
    ricks ridden ridding rider rides ridge ridging riding rife rifer riffle rifled rifleman riflemen rifles
    rifted rifting rifts rigged rigging righter rightfully righting rightness rights rigs rile riled riles
    riling rill rills rime rimed rind rinds ringer ringers ringleader ringlet ringlets ringside rink rinks
    rinse rinsing riper ripoff riposting ripper ripping rippled rippling ripsaw risen riser rises rising
    riskiness risky rite rites riven riverbed riverbeds riverfront rivers riverside rivet roach roached
    roadbed roadbeds roadblocked roadblocking roadhouse roadhouses roadkill roads roadshow roadside roadway
    roadways roadwork roaming roams roaster robber robbers robbing robed robes robin robustest rocked rocket
    rockets rockiness rocking rocky roes roiled roiling roils roles rollback roller rolls roman rood roods
    roofed roofs rooftops rooked rooking rooks roomed roomer roominess rooming roommate roommates roomy
    rooted rooting roots roped roping rose roses rosette roster rosters rote rotor rotund rouble rouge
    rouged roughage roughhouse roughhouses roughhousing roughing roughneck roughnecked roughnecking
    roughness roughs roundabout roundhouse roundhouses rounding roundness rounds roundup rouses rousing rout
    routed router routes routines routing routs rove roved rover roves roving rowed rowel rower rowing
    rubbed rubbery rubes rucksacks ruddy rued rues ruffle rugged rugs ruing ruining ruins ruler rulers
    rummer rummy rumps runabout runaround runaways rundown runes rungs runner runny runoff runt runts runway
    runways ruse ruses rushed rushes rushing rusks rust rusts rutted rutting sable sacked sacking sacks
    sacred sadly safeguard safeguarded safeguards safekeeping safeness safer safes safeties sages sagged
    sagging sailed sailing sailings sails saint saith sake sallied sallies sallow sally sallying salve
    salved salving sameness sames sampled sampler samplers samurais sanctified sanctions sand sandbag sanded
    sanding sands sapped sappier sapping sappy saps sari sash sassed sasses sassing satay sate sated sateen
    sates satiate satin sating satirise satisfaction saturate saturation saturnine satyr satyrs saunas
    sausages saver saves sawdust sawed sawhorse sawing sawyer sayings scabbed scabbing scabs scad scads
    scags scalds scale scaled scaling scalloped scalloping scalp scalped scalping scaly scamming scams scans
    scant scantest scanties scarcity scare scares scarfed scarfs scaring scarlet scarred scarring scary
    scats scenes scent schoolbook schoolbooks schoolboys schoolchild schoolchildren schooldays schoolhouse
    schoolhouses schooling schoolmate schoolmates schoolroom schoolrooms schools schoolteacher schoolwork
    scissor scold scolded scolding sconces scone scoot scooting scope scopes scoping scorcher scorches
    scorching score scored scores scoring scotched scotching scour scouted scouting scouts scows scrabbled
    scrabbles scrabbling scram scrambled scramming scrams scrap scratched scratchier scratchiest scrawling
    screeches screeching screening screenplays screens screenshot screenshots screw screwdrivers scribble
    scribbler scribblers scribbles scribbling scrip scrips scrubbier scrunches scrunching scrupling scuff
    scull scupper scurf scurry seabed seabeds seabird seabirds seaboard seafood seagoing sealer sealers
    sealing seals seaman seamen seaming seams seamy seaplane seaport sear searchingly seared searing sears
    seashell seasick seasickness seaside season seasons seating seats seaward seaway seaways seaweed
    secondhand secrete secretion secretive secretiveness secrets sectional sections sects sedge seduction
    seeded seeding seeds seeings seeking seeks seeming seems seep seepage seeping seeps seers seesaw seethe
    seething seizes seizures selfsame selloff sellout semen seminal seminarian seminars seminary sender
    sensed senses sensing sentences sentience sentimental sentimentalising sentimentalist sequenced serer
    seriousness serous serve served servers serves serviced serviceman servicemen servicewoman servicewomen
    servile servings sessions setback settable setter setters settings settle settler settles settling setup
    sevens seventeen seventeens seventh seventieth seventieths sever sewing sexes sexiness sexing sexist
    sexting sexton sextons shack shackle shackles shacks shad shade shaded shading shaft shafting shafts
    shakedown shaker shakes shakeup shaky shale shall shallot shallower shallowness shallows sham shamed
    shamefully shames shaming shams shank shanks shapes shaping shards share shared shares sharing shark
    sharked sharking sharks sharped sharpness shave shaved shaven shaving shavings shear sheared shearing
    shears sheathe sheathes sheathing sheathings shebang shebangs sheds sheen sheep sheer sheers sheik shelf
    sheller shellfish shelling shells shelters sherd sheriffs shied shies shiftiness shifty shill shin shine
    shinning shinny shins shipper shippers ships shire shirred shirt shirting shirts shits shitting
    shivering shlock shocks shoed shogun shone shoo shooed shooing shoon shoos shooter shootings shootout
    shoots shoplift shoplifted shopped shopper shopping shoptalk shopworn shore shored shoreline shores
    shoring shorn short shorted shortening shorting shorts shotgunned shotguns shouldered shout shove shovel
    shoves showboat showcase showcases showdown showers showery showgirl showgirls showier showiness showman
    showmen showoff showpiece showplace showroom showrooms showstopper showy shred shrew shriek shrift
    shrikes shrilled shrinks shriving shrugging shtick shuck shunt shunted shunting shutdown shuteye shutout
    shuts shying sibling sickbed sickbeds sicked sicker sicking sickness sicks sidearm sidearms sidebar
    sidebars sideboard sideburns sidecar sidecars sided sidekick sidekicks sidelight sidelights sideline
    sidelined sidelines sidelong sidereal sides sideshow sideshows sidestep sidestepped sidesteps sidestroke
    sidetracked sidetracks sidewalk sidewalks sidewall sidewalls sideways siding sidle sift sifted sifter
    sifters sifting sifts sighed sighs sight sighting sights sigma signalised signalising signals signboard
    signer signet significant signification signing signpost signposted silenced silencer silences silents
    silliness sills silly silt silting silts simmer simmers simple simulate simulates simulating simulations
    simulator simulcasted sin sincerest sine singe singed singeing singer singers singleton singling sings
    singsong sinister sinks sinned sinner sinning sins sipped sipping sired sires siring sises sisterhood
    sited sites siting sitter sitters sittings situating situations sixes sixteens sixth size sized sizer
    sizing skate skeet skein skewering skidding skids skiff skill skilled skills skinhead skinning skins
    skintight skipped skippers skipping skirted skirts skit skits skulk skulls skunk skunking skying slabbed
    slabbing slabs slack slacked slacking slags slain slake slaked slaking slams slang slapdash slaphappy
    slapstick slashes slate slated slates slathered slathering slats slaughter slaved slaver slavered
    slavering slavers slaves slaving slayer slaying slays sledge sleek sleeking sleeks sleeper sleepiness
    sleepwalk sleepwalked sleepwalking sleepwalks sleepwear sleepyhead sleet sleeting sleets sleety sleeves
    slews sliced slicer slices slick slicker slicking slider sliders slideshow slideshows slight slighter
    slights slime sling slinging slings slink slinked slinking slipper slippery slips slither slithered
    slithering slithers slits slitter slitting slobs sloes slogs sloop slopped slopping sloppy slops slosh
    sloshed sloshing slots slotted slowdown slowed slower slowness slued slues slugged slugs sluice sluicing
    slumber slummed slummer slumming slump slumps slung slunk slurped slurping slush slyer smacker smacks
    smallness smallpox smalls smart smarted smartening smarter smarting smarts smashes smattering smearing
    smears smelling smells smelly smelt smelter smiled smirching smite smock smocked smocking smocks smoke
    smoker smokes smooth smoother smoothing smooths smothers smoulder smoulders smuggest smuggling snack
    snacked snacking snail snailed snails snake snaked snaking snapdragon snapped snapper snappier snapping
    snappy snaps snapshot snapshots snare snared snares snarf snaring snatches snatching sneak sneaks
    snicker snickers snide snider sniff sniggering snipe sniped snipers snipes snipped snipping snitch
    snitched snitches snits snoot snore snored snort snorting snots snouts snowboard snowboarded snowdrop
    snowdrops snowed snowing snowman snowmen snows snowshoe snowshoes snowsuit snowsuits snowy snuck snuff
    snuggest snuggling soakings soaks soaped soapier soaping soaps soared soaring soars sobbed sobered
    soberest sobering soberness sobers socialisation socialising socials socked sockets socking soda sodding
    sodomites sodomy sofas soiling solder soled solicited solicitors solicitous solid somebodies someday
    somehow someplace somethings sometime someway somewhat somewhats sonata sonatas songbird songbirds songs
    sonny soot sooth sopped sopping sops sorehead soreness sorer sores sorest sorta sorter sortied sorties
    sorts sots sough soughing sought soulfully soulmate soulmates souls sounder sounding soundness
    soundtracks soup soured souring sourness sours souse soused souses sousing southward sowed sower sowing
    sown sows space spacial spacing spade spake span spangling spanked spanned spanning spar spared
    spareness sparer spareribs spares sparing spark sparking sparkled sparred spars sparse spate spats
    spatted spatting spawn spay spayed spaying spays speakeasy spear speared spearing spears specialisation
    specialising specialities specials speck specs speed spell spelling spells spelt spend spending spends
    spiced spices spicing spicy spied spies spike spikes spill spills spilt spin spine spins spiny spire
    spirits spit spite spited spiting spits spitted splash splashed splashing splat splay splayed splays
    splice splicing splint splits splitting spoiled spoken spokes spook spool spoon spore sporing sport
    sported sporting sports spotlight spotlights spotter spotters spotting spout spouted spouting spouts
    sprain sprang sprat sprats sprawled spreading spreadsheets sprig springboard springiness springs
    springtime springy sprint sprinter sprints sprung spry spumone spunk spurring spying squid squirrels
    stabbings stabled stabler stables stabling stabs stack stacked stacking staffs stage staged stages
    staggeringly staging stags staid stain stains staircase staircases stairway stairways stairwell stake
    staked stakes staking stale staled staler stales staling stalk stalked stalkers stalkings stalks stall
    stalling stammering stampede stanching standby standings standoff standoffish standout standpoint
    standpoints standstill stank staph staple star starching stare stared stark starker starling starlit
    starred starring stars starters startled startling startup starve starved starves starvings stashes stat
    stated statehood statehouse statehouses stater stateroom staterooms states stateside statewide stating
    stationed stations statistic statistical statue status staunchest stave staved staves staving stays
    stead steads steakhouse steakhouses steaks steal stealing stealthier stealthily steam steams steamy
    steep steeped steeping steeps stein stemming stems stent stepbrother stepbrothers stepchild stepchildren
    stepdaughters stepfather stepfathers stepmother steppe steppes stepping stepsister stepsisters stepsons
    sterling stews stickers stickier stickiness stickler stickpin stickpins sticks stickup sticky sties
    stiffness stiffs stifled stifling stigmas stigmata stile stiletto stillborn stilling stillness stills
    stilt stimulate stimulated stimulates stimulation sting stinging stings stink stinker stinking stint
    stipulated stipulation stir stirrer stirring stirs stitch stitched stoats stock stocking stocks stoke
    stoked stoking stole stomachs stomp stomped stomping stomps stoner stones stonewall stonewalls stonework
    stoney stony stool stoop stooped stooping stoops stopgap stoplight stoplights stopover stoppage stopper
    stopwatch store stored stores storeys storied storing stork storm stormy storybook storybooks stove
    stowed stows straddled straddling straggle straggled straggler stragglers straggles straggling
    straightaway straightaways straightedge straightened straightens straightforward straightjacket
    straightness straights strain strainer strainers straining strains strand stranding strands strangely
    strangeness strangest stranglehold strangleholds strangler stranglers strangles strangulating strap
    strapped straps straws stray strayed straying strays streak streaking streaks stream streamed streamline
    streetcar streetcars streetlight streetlights streets strep stresses stressing stretches stretching
    strew strewed strictness strike string stringer stringers stringing stripe stripes stripper stript
    stripteasing strobe strode stroked strokes stronger strop stropped stropping strops strove struck
    struggled struggles strumming stubbed stubbing stud studied studios studly studs stuffiness stuffs
    stuffy stumped stumping stun stung stunk stuns stupidities stupids sturdy stye styes suave subbed
    subbing subjected suborn subornation sucked sucking suckle sucks suction suctioned sued suffocates
    suffocation sugarcoat sugars sugary suggesting suggestions suggestive suggests suicides suing suitable
    suitcases suite suitor suits sulking sully summation summed summerhouse summerhouses summertime summery
    summit sumps sunbathe sunbather sunbathers sunbathes sunbeam sunburn sunburned sunburning sunburns
    sunburnt sundae sundaes sunder sundial sundown sundry sunfish sung sunken sunless sunlight sunned
    sunning sunny sunrise sunroof sunscreen sunset sunsets sunspot sunspots sunstroke suntanned sunup super
    supercharged supercomputer superhighway superhighways superimpose superintends superior superman
    supermen superpower superscript superscripts supersizes superuser supervise supervised supervises
    supervision supervisors supervisory supped suppers supple suppler supplicant supplication supplied
    suppliers supplies supplying supportive supports supposes suppurating surefire sureness surer surest
    sureties surge surges surging surname surprised surprises surrenders surrey surveyor surveyors surveys
    survivals survive survives suspects suspended suspender svelter swab swabbed swabbing swaggering swags
    swain swains swallows swamped swamping swan swans swapping swaps sward swards swarm swash swashed
    swashing swatch swats swatter swayed swaying sways swear sweat sweats sweep sweepers sweeping sweeps
    sweetbread sweetheart sweetmeat sweetness swell swellings swells swelter swept swerve swerving swift
    swifts swig swigging swigs swill swilling swine swines swirl swirled swirling swirls swish swished
    swishes swishing switchback switchblade switchblades switchboard switcher switches switching swoon
    swopped swopping swops swordfish swordplay swordsman swordsmen swore sworn symptom syringed syringes
    systematising tabbed tabbies tabbing tableaus tabled tables tableware tabling tabus tacked tacking
    tackled tacks taco tagging tail tailed tails taint tainted takeaways takeoff takeout takeover taker
    takers takings tale tales talkative talkativeness talked talker taller tallies tallow tally tamale tame
    tamed tameness tamer tames taming tamped tamping tams tanager tangle tangs tank tanked tanking tanks
    tanner taper tapered tapering tapers tapes taping tared tares tariffs taring tarnished tarnishes tarred
    tarried tarrier tarry tarrying tars tart tarter tarts tasers task tasked tasking tasks taste taster
    tastes tastiness tasting tasty tats tatted tatter tattered tattering tatters tattle tattling taupe
    taxation taxed taxes taxing taxis teabag teachers teaches teachings teak teakettle teaks tealight
    tealights teals teaming teammate teammates teamwork tear teared tearoom tearooms teary teas tease teaser
    teasing teatime teats tech teeing teems teenaged teensy teeny tees teethe temped temples tempter
    tenacity tended tenderfeet tenderfoot tenderising tenderness tenders tending tendon tendonitis tends
    tenon tenor tenpin tenpins tens tense tenser tensing tension tented tenth tenting tents terms terns
    terraced terraces terrifies terry testate tester testes testified testimony testiness testis testy
    textbook textbooks texturing thankfully thanksgiving thatching thaws thee thees theirs theme themes
    theoretical theorising thereabout thereafter thereby therefrom therein thereof thereon thereto thereupon
    therewith theses theta thick thicken thicket thickets thigh thin thine thinning thins thirds thirsty
    thirteens thong thongs thorn thorough thoroughfare thoroughgoing thoroughness thoughtfully thous
    thousand thralled thrashing thread threads threaten threateningly threes threesome thrice thriller
    thrive throatiness throaty throb throbs throe throes throttles throughout throughput throughway
    throughways throwaway throwaways throwback thugs thumbing thumbnail thumbnails thumbs thump thunk thunks
    thus tick ticked ticker tickers tickle tickles tickling ticks tide tided tides tiding tiers tiff tighter
    tightness tightrope tightropes tightwads tikes tiled tiles tiling tillage tilled tiller tillers tilling
    tills timed timeline timelines timepiece timer times timetable timetabled timeworn tinder tines ting
    tinging tings tinkled tinned tinning tinny tins tipis tipped tipping tipsy tire tires tittle tizzy
    toadied toadies toads toady toadying toasted toasters toastier toddle toddled toddles toddy toehold
    toeholds toenail toenails toffees togas togetherness toiled toiler toilers toiling token tokens tokes
    toking tolled tollgate tollgates tolling tolls tomato tombed tome tomes tomorrows tonal tone toned tones
    tongs tongued tongues tonsillitis tonsure tonsured tonsuring tool toot tooted toothaches toothpaste
    toothpick toothpicks toothsome toothy tooting toots topcoat topic topics topped toppings toppling tops
    topside torched torches torching torchlight toreador tornado tornadoes torte torturer tortures
    totalities totals totes tottering toucan touchdown touchings touchstone touchy tough tour toured touring
    tourmaline tourniquets tours toward towed towels tower towered towering townhouse townhouses towns
    toying trace tracer traces tracing track trackers tractors tracts trade trader trades traffics
    trailblazer trailer trailers trails trained trait traitor traits tramped trams trans transaction
    transistor transition translated translates translating translations translators transmute transom
    trapper trapping traps trash trashed trashes trawl trawling tread treading treads treason treat
    treatment treats treed trees treetop tress triad trials tribal tribes tribunals trice trick tricked
    tricking trickled tricks trifle trikes trill trilled trims trios trip tripe tripled triples triplet
    triply tripped tripping trips trite troll trolled trolling tron trons trooped troopers trope tropes
    troth trough trouper troupers trouser trowel troys truce trucked trucker truckload truckloads trucks
    trued trues truing trumping trumps trunk trusty tsars tuba tubas tubby tuck tucker tucking tugged
    tugging tulle tumour tumours tuned tunefully tuner tunes tuning tunny tuns turds turfed turfing turfs
    turkeys turnabout turnaround turncoat turner turnkey turnkeys turnoff turnout turnover turntable tushes
    tusked tutors twain tweak tweed tweet tweets twelves twigs twill twin twine twines twinging twink twinks
    twists twit twitch twitched twits twosome tying tykes typed typeface types typescript typescripts
    typeset typesets typesetting typewrite typewriting typewritten typewrote tzars udder umber umped umping
    umps unafraid unanswered unarmed unashamed unasked unassigned unaware unbar unbarred unbarring unbars
    unbeatable unbeaten unbecoming unbent unblocked unblocking unbolt unbolted unborn unbroken unburden
    unbutton unbuttons uncalled uncanny uncertain uncertainties unchanged unchecked unclean uncleaner
    uncleanness unclear unclearest unclothes uncoil uncollected unconcern unconcerned unconsciously
    unconsciousness uncontrolled unconvinced uncountable uncounted uncouple uncovered uncut undamaged
    undecided undemanding underact underarm underarms underbelly underbid undercharged underclass
    underclassman underclassmen underclothes undercoat undercut undercuts undercutting underdog underdogs
    underdone underexpose underexposed underfed underflow underfoot undergo undergoes undergoing undergone
    underground underhand underhanded underlay underlie underline underlined underlines underlying undermine
    underneaths undernourished underpaid underpants underpass underpay underpaying underpays underpin
    underpinned underpinning underpins underplay underplays undersea undersell underselling undersells
    undershoot undershooting undershot underside undersign undersigned undersigns underskirt undersold
    understanding understands understate understated understood understudies understudy undertake undertaken
    undertakes undertaking undertook underused underwater underweight underwent underworld underwrite
    underwriting underwritten underwrote undid undies undisclosed undiscovered undo undoes undoing undone
    undresses undue undying unearth unearthing uneasier uneasiest uneasy uneaten unending unevenness
    uneventfully unfair unfairness unfeeling unfinished unfit unfitted unfitting unforgettable unforgiving
    unfriend unfriends unfunny unguarded unhand unhanded unhanding unhands unhappier unhappy unheard
    unhelpful unhook unhorse unhorsed unhurt unicorn uniforms unimpressed unimpressive uninformative
    uninstall uninsured unintended unintentional uninterested union unionisation unionising unisex unison
    unite unites unities units unity universally universals universes unjust unknowns unlawfully unlearn
    unlearning unlike unload unloads unlock unlocked unlocking unlocks unloose unloved unmade unmake unmakes
    unmaking unman unmarried unmask unmissed unmoved unneeded unnerve unnerves unnoticed unopened unpack
    unpacked unpacking unpacks unpaid unpainted unpalatable unpick unpin unpinned unpinning unpins unplanned
    unplugged unprepared unqualified unread unready unreal unreleased unresolved unrest unroll unrolled
    unrolling unsafer unsaid unsanctioned unsay unsaying unsays unscrewed unseat unseeing unseen unsent
    unsentimental unset unsettled unsheathe unsheathes unsheathing unsigned unsnap unsold unsound unsounder
    unstable unsteady unstop unstopped unstopping unstops unstressed unstuck unsuitable unsure unsuspected
    untapped untaught untested unthinking untidy untie untied unties unto untold untouched untoward
    untreated untried untwist unused unusual unwanted unwariness unwashed unwell unwholesome unwind
    unworthiness unwound unwrapped unwraps unwritten unzip upbeat upbeats upbraid upbringing upcoming
    upcountry update upend upending upends upfront upheld uphold upholding upholds upkeep uplift uplifted
    upload uploads upper uppercase upperclassman upperclassmen uppercut uppercuts uppercutting upraised
    upraising upright upsets upsetting upshot upshots upside upstanding upstart upstarted upstarting
    upstarts upstate upswing upswings uptake uptakes uptight uptown upturn upturned upturning upturns upward
    urchin urged urinate urination urns usage usages usefully usefulness username users uses usher ushered
    ushering ushers using usurper utter vagina vaginae vales valet valise valises valley valleys value
    values valve valves vamped vamping vanes vanguard vanguards vanilla vanillas vanishes vanities vanned
    vaped vaping varies varnish varnished vases vaster vastest vault veeps veer vending vends vent venting
    verandah verandas verve vessel vested vesting vests vetting viaducts vibes vice vices victimisation
    victimising victims videotape videotaped vignetted vignettes vines violate violates violet vireo vireos
    virgins visas visitation visitors visits vista vocal voiced voicemails voile volunteered vomits voted
    votes vouch vouched vouches vouching vowel vying wack wacks wadding wader waders wades wadis wafer
    wafers waffle wafted wafting wafts wage waged wager wagers wagged wagging waging wags waifs wailed
    wailing wails wainscot waist waistbands waists waited waiter waiters waives waiving waked wakens waled
    wales waling walker walkout walkway walkways wallaby wallboard walled walleye walleyes walling wallow
    wallowed wallowing wallows wallpapered wallpapers wander wands wane waned wanes wangle waning wanked
    wanking wanks wanna wanner wanton wantonly wantonness wantons warbled warden warding wardrobes wardroom
    wardrooms wards wares warfare warhead warhorse wariness warlike warlock warlocks warmed warming warms
    warnings warns warpath warping warps warrantied warranties warranting warred warring wartime warts warty
    washboard washer washers washerwoman washerwomen washes washings washout washroom washrooms washstand
    washstands washtub wastefully wastepaper waster wasters wastes wastewater wasting watchdog watchdogs
    watcher watches watchfully watchman watchmen watchword watchwords waterbed waterbeds waterboard
    waterboarded watercolour watercourse watercourses watercraft waterfront waterline waterlines watermark
    watermarks watershed waterside watertight waterway waterways waterworks wattle wattling watts wave waved
    waver wavers waxed waxen waxes waxing waylaid waylay waylaying wayside wayward waywardness weaken
    weakened weakening weakens weakfish weakness weals wealth weaning weariness wearisome wears weary
    wearying weaselling weathered weathering weatherise weatherising weatherman weathermen weathers weave
    weaves weaving webbed webcams webinars websites weddings wedge wedging weeded weeding weeds weedy weeing
    weekday weekdays weekending weekends weeknight weeknights weeper weepier weepies weeping weeps weer wees
    weigh weighs weightiness weights weighty weirdness weirdo weirs welded welding welling wells wellspring
    wench wending wends wens wept wetback wetness wetter wettest wetting whacking whacky whale whams wharf
    whatever whatnot whatsoever wheat wheels whelp whelping whelps whenever whens whereas whereat whereby
    wherein whereof whereon wheresoever whereupon whets whichever whiled whiles whimpered whimpering
    whimpers whine whinny whiny whipcord whippersnapper whippet whippets whippings whips whiskered whiskers
    whisper whist whitefish whiten whitener whiteness whiter whites whitewall whitewalls whitewash
    whitewashed whitewashes whitewashing whither whiting whits whoa whoever wholeness wholes wholesome
    wholesomeness whoops whopping whore whores whose whosoever wicked wicket wickets wicks widen wideness
    wider widescreen widget widgets widow widower widowhood widows width wigeon wigeons wigging wight wights
    wile wiles willed willing willow wills wimps wince winch windbag windbreak windburn windiness winding
    windlass windlasses windowsill windpipes winds windscreen windsock windsocks windsurfing windup windward
    windy wined wineglass wines wing winger wingers winging wings winking winner winners winning winnow
    winnows wino wins wintering winterising wintertime wintery wiper wipes wired wires wiretapped
    wiretapping wiring wises wishbone wisher wishers wishfully wispier wispy wist wistful witch witched
    witching withdrawn withdraws withdrew wither withered withering withers withheld withhold withholding
    withholds withstand withstanding withstands withstood witnesses wits witting wives wizes woes woks
    womanhood womanising womanlike womenfolk wonderfully wondering wonders wonted woods worded wordiness
    wording wordplay wordy workaday workaround workbench workbook workbooks workday workdays workfare
    workflow workforce workhorse workhouse workhouses workingman workingmen workings workload workloads
    workman workmanlike workmen workout workplace worksheet worksheets workshops workstation workweek
    workweeks worlds worldwide wormed worming worms wormy worrier worries worse worthiness worthwhile worthy
    woulds wounder wounding wounds woven wowed wrack wrap wrapper wrapt wreak wreaking wreath wreathe
    wreathing wreaths wrest wrests wriest wright wring wringing wrings wristband wristbands wristwatch
    writer writes writhe writhes writhing writings writs wrongdoing wrongfully wrongheaded wrongheadedness
    wrongness wrongs wroth wrought wrung wryer yacked yacking yacks yammer yammered yammering yapped yapping
    yards yarns yeah yeahs yearbook yearbooks yearly yearn yearning yearnings yearns yeas yeast yellows
    yells yelping yelps yeshiva yeshivah yeshivas yessed yessing yesterdays yeti yielded yielding yipped
    yocks yodelling yoking yonder yore yours yourselves yous youthful youthfully youths yucked yucking yummy
    yuppy zapped zapping zenned zeros zests zinger zingers zinging zings zipped zipper zippier zither
    zithers zombi zombies zombis zones zooms zorch
    """.split()
)
