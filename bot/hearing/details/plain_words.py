"""Words that are no names: ordinary English and Scots words, from which a name is told.

Most are from the Spell Checker Oriented Word Lists (SCOWL), copyright Kevin Atkinson and others: permission to use,
copy, modify, distribute and sell these word lists is granted, provided that this notice is kept. They come with no
warranty of any kind. The rest are words of Signpost's own content. Endings such as -s, -ed and -ing are left off where
a rule can put them back.
"""

# fmt: off

PLAIN_WORDS = frozenset(
    """
    calpol communion nap postgrad undergrad
    aardvark abandon abbreviate abbreviation abdomen abhor abhorrent abide ability able abnormal abode abolish
    abolition aboot abort abortion about above abroad abrupter abscess absence absent absentee absolute absorb
    absorbent abstinence abstract abstraction absurd abundant abuse abusive abysmal academic accelerate accelerator
    accent accept acceptable acceptance access accessible accident accidental acclimate accom accommodate
    accommodation accompanist accompany accomplice accomplish accord accordance accordingly account accountant
    accredited acct accumulate accuracy accurate accusation accuse accustom ace achieve achievement acid acknowledge
    acorn acoustic acquaintance acquire acquisition acrider acronym across act action activate active activist
    activity actor actual actuary acumen acute ad adamant adapt adaptation adaptor add addict addiction addictive
    addition additional address addressee adequate adhd adhere adherent adjacent adjective adjust adjustment admin
    administer administration administrative administrator admirable admiration admire admission admit admittedly
    adolescent adopt adoption ads adult adulthood advance advantage advantageous adventure adventurous adversary
    adverse advert advertise advertisement advice advisable advise advisors advisory advocacy advocate aerial
    aesthetic aesthetically aff affair affect affection affluent afford aforementioned afraid after aftercare
    afternoon afterwards again against age aged agency agenda agent aggressive aggressor agian agitator ago agony
    agree agreement agricultural ah ahead ai aid aim ain air aircraft airdropped airliner airport airtag akin alarm
    alarmist alas albeit album alcohol alcoholic alert algebra algebraic algorithm alias alien align alignment alike
    alive all allegation allege allegedly allergic alleviate alliance alligator allocate allocation allow allowable
    allowance ally almost alone along alongside aloud alpha alphabet alphabetic alphabetical already alright also
    alter alteration alternate alternative alternator although altogether always am amalgamate amateur amaze
    amazingly ambassador amber ambient ambiguity ambiguous ambitious ambivalent ambulance amend amendment amnae
    among amongst amount amp amphibian ample amplifier amuse amusement an anaemia anaemic anagram anal analogous
    analogue analogy analyse analysis analyst anarchist anarchy anatomy ancestor anchor ancient and ane anecdote
    angel anger angle angry anguish animal animate anniversary announce announcement annoy annoyance annual anomaly
    anonymity anonymous anorak anorexia another answer antagonist anteater anthology anthropologist antibiotics
    anticipate anticipation antidepressants antidote antique antisocial antler anxiety anxious any anybody anyhow
    anymore anyone anyplace anythin anything anyway anywhere ap apart apathetic apathy apologise apology apostrophe
    app appal appallingly apparatus apparent appeal appear appearance append appendix appetiser applause applicable
    applicant application applicator applied applies applying appoint appointee appointment appraisal appreciate
    appreciation apprentice approach appropriate approval approve approximate approximation appt apt arbiter
    arbitrarily arbitrary arbitrator arc arcade arcane arch archaeologist archaic architecture archive ardent are
    area arena arenae arent arguable arguably argue argument arise arisen arithmetic arm armistice arose around
    arrange arrangement array arrears arrest arrival arrive arrogance arrogant arrow arse art arthritis article
    artifice artificial artist artistic as asb ascend ascent ash ashamed ashcan aside ask asleep asn asp aspect
    aspirant ass assailant assault assemble assembly assent assert assertion assess assessment assessor asset assign
    assignment assistance assistant assisted assisting assists associate association assort assume assumption assure
    asterisk asthma astra astringent astronomer astronomy astuter asylum asynchronous at ate atheism atheist atlas
    atmosphere atmospheric atom atomic atrocity attach attachment attack attain attempt attend attendance attendant
    attention attitude attorney attract attraction attractive attribute auctioneer audi audible audience audio audit
    auditor auguster auld aunt auntie aunty austerer authentic author authorisation authorise authoritarian
    authority autism autistic autobiography automate automatic automatically automobile autumn auxiliary
    availability available avarice average aviator avoid aw await awake award aware awareness away awfie awful awfy
    awkward awright axe axiom axis baby babysitter bachelor back backbone background backlog backspace backward
    bacteria bacterium bad badge badgernet baffle bag baggage bail bailiffs bairn bairnies bake balance bald ball
    ballet ballot ban banal banana band bandwagon bandwidth bang banister bank bankrupt bankruptcy banter bar
    barbarian barber bare bareback barefoot bargain barged barista bark barman barometer baroque barrel barrener
    barricades barrier barrister bartender barter base basement bash basic basically basis basket bass bastard bat
    batch bath bathe bathroom batsman battered battering battery battle baud bay be beach beaker beam bean bear
    bearable beard beast beat beaten beautician beautiful beauty beaver became because become bed bedroom bedtime
    beef been beeper beer before beforehand beg began beginner beginning begins begun behalf behave behaviour behind
    beholder being belief believable believe bell belle belligerent belly belong belongings beloved below belt bench
    bend beneath benefactor beneficial beneficiary benefit benevolent bent bereavement beside best bet beta betrayed
    bettor between beware bewilder beyond bf bi bias bible biblical bicker bicycle bid bide big bigamist biggest
    bigot bigotry bile bilingual bill billfold billion bin binary bind bingo biochemistry biographer biography
    biological biologist biology bipolar bird birth birthday biscuit bishop bit bite bitmap bitten bitterer bizarre
    bizzies black blackboard blacklist blackmail bladder blade blame blander blank blanket blaring blast blatant
    blazer bleaker bleary bled bleeding bless blew blind blink bliss blister blither blob block blockbuster blog
    bloke blonder blood bloody blot blow blown blubber blue bluffer blunder blunter blur blurb blurry blurted
    bluster bmw board boasting boasts boat bob bodice body bog boggle bogus boil bold bolster bolted bolts bomb bond
    bone bonny bonus book bookies bookings bookkeeper booklet bookshop bookstore boom boost boot bootee booth border
    borderline bore boredom born borne borrow boss bot botanist both bothered bothering bottle bottom bought boulder
    bounce bound boundary bout bow bowl box boy boyfriend boyhood bracket bragging brags brain brake branch brand
    brasher brass brave braw breach bread breadwinner break breakdown breakfast breakwater breast breath breathe
    bred breed breeze brethren brick bricklayer bridge brief brigade bright brightest brightness brilliant bring
    brisker brittler bro broad broadcast broiler broke broken brothel brother brotherhood brought brown browse
    bruise brush brusquer brutal bsl bubble buck bucket buddy budget buffer bug bugler build buildings built bulb
    bulimia bulk bulky bull bulldozer bullet bullfighter bullied bum bumblebee bump bunch bundle bungler bungs bunk
    buoyant burden bureaucracy burger burglary burn burnt bursary burst bury bus bush business businessman
    businessmen businesswoman businesswomen bust busy but butch butler butt button buy buzz by bye bypass bystander
    byte cab cabbage cabinet cable cafe caffeine cage cake calculate calculation calculator calculus calendar call
    calm cam came camera camp campaign campus can canary cancel cancer candidate canister canker cannae cannot canny
    canonical cant canteen canvasser cap capability capable capacitor capacity capillary capital capitalism
    capitalist caprice captain captor capture car caravan carbon carburettor card cardboard care carefree careful
    careless caretaker carpenter carpet carriage carrier carrot carry cartographer cartoon cartoonist cartridge case
    caseload caseworker cash cassette cast casual cat catalogue catastrophic catch categorically category catered
    caterer catering cathedral cattle caught cauliflower causal causality cause caution cave caveat cease ceiling
    celebrate celebration cell cellist cellular cellulitis censor censorship cent central centred centres centring
    century ceremony certain certainty certificate certify cervical chain chair chairman chairmen chalice chalk
    challenge chamber chambermaid champagne champion chance chancellor change changeover channel chant chaos chaotic
    chap chapel chaperone chaplain chapter char character characteristic charge charitable charities charm chart
    chase chaster chat chatty chauffeur chauvinist cheap cheapest cheat check checklist checkout cheek cheer
    cheerful cheery cheese chem chemical chemist chemistry chemsex cheque chess chest chestnut chew chi chicer
    chicken chief chilblains child childcare childhood childish childminder children chill chimpanzee chin chip
    chippy chiropractor chocolate choice choir choked choose chop choral chord choreographer chorus chose chosen
    chowder chronic chronology chuck chunk church cider cigarette cinder cinema cipher circa circles circling
    circuit circuitry circular circulate circulation circumstance circumvent cirrhosis citation cite citizen
    citizenship citroen city civic civil civilian civilisation civilise cjsw claim claimant clairvoyant clamber
    clammed clapper clarification clarify clarity clash class classic classical classification classify classmate
    classroom clatter clause clean cleanest cleanser clear clearance clearest cleaver clergyman clergymen clever
    cleverest click client cliff climate climb clinic clinical clip clique clock clog cloister clone close closest
    closet closure cloth clothe cloud clover club clue clumsy cluster clutter cmht co coach coal coarse coast coat
    cobbler code coefficient coercive coexist coffee coffer cogent coherent coil coin coincide coincidence coke
    colander cold collaboration collaborator collapse collar collate colleague collect collection collective
    collector college colluding colon colony colour column combat combatant combination combine come comeback
    comedian comedy comfort comfortable comfortably comic comings comma command commandant commandeer commandment
    commence comment commentary commentator commercial commission commit commitment committee commodity common
    communal communicate communication communicator communism communist community commuter compact companion
    companionship company comparable comparative compare comparison compassion compatibility compatible compel
    compensate compensation compete competence competent competition competitive competitor compilation compile
    complacent complain complaint complement complementary complete completeness completion complex complexity
    compliance compliant complicate complication compliment complimentary comply component compose composite
    composition compound comprehend comprehensible comprehension comprehensive compress compression comprise
    compromise compulsion compulsory computation computational compute computerise con concatenate conceal concede
    conceivable conceivably conceive concentrate concentration concept conception conceptual concern concert
    concerto concession concierge concise conclude conclusion conclusive concrete concur concurrent condemn
    condemnation condense condition conditional conditionality condom condone condor conduct conductor confer
    conference confess confidant confided confidence confident confidential confidentiality configuration configure
    confine confirm confirmation confiscated conflict conform confront confuse confusion congest congestion
    congratulate congratulations congressman congressmen congresswoman congresswomen congruent conifer conjecture
    conjunction connect connection connector connoisseur connotation conquer conqueror conscience conscious
    consciousness consecutive consensus consent consequence consequent conservation conservative consider
    considerable considerably considerate consideration consist consistency consistent consolation console consonant
    conspicuous conspiracy conspirator constable constant constituency constituent constitute constitution
    constitutional constrain constraint construct construction constructive consult consultancy consultant
    consultation consume consummate consumption contact contain contemplate contemporary contempt contend content
    contention contentious contest contestant context continent continental contingent continual continuation
    continue continuity continuous continuum contour contraception contract contractor contradict contradiction
    contradictory contrary contrast contravention contribute contribution contributor contrive control controversial
    controversy convalescent convenience convenient convent convention conventional conversant conversation converse
    conversion convert convey conveyance convict conviction convince convincingly cook cookie cool coop cooperate
    cooperation coordinate coordination coordinator cop copd cope copy copyright core corn corollary coronary
    coroner corporate corporation corpse corpulent correct correction corrector correlate correlation correspond
    correspondence correspondent corridor corrupt corruption corsa cos cosmic cosmology cost costumes cosy cot
    cotton couch cough could couldnae couldnt couldny council councillor counsel counsellor count countdowns
    counterexample counterpart countless country countryman countrymen countryside county couple courage courier
    course court courtesy cousin covenant cover coverage coverings cow cowardice coyer cp cpd cpn cpo crabbit
    cracked cracker cracking cracks craft craftsman craftsmen cramp crap crash crass crater crawl crazy cream create
    creation creative creator creature credibility credible creditor credits creed creep creepy cremate crescent
    crevice crew cricket cried cries crime criminal cringe crisp criteria criterion critic critical criticise
    criticism crookeder crop cross crossfire crossroad crossword crowd crown crucial crude cruel cruelty cruise
    crunch crusader crush cry cryptic crystal cs cse cube cubic cubicle cuckoo cucumber cuddles cuddly cue cuff
    culinary culprit cult cultural culture cumbersome cumming cums cumulative cunning cup cupboard curator cure
    curfew curiosity curious curly currant currency current curriculum curry curse cursor curtain curter curve
    custard custodian custody custom customary cut cute cv cycle cyclist cylinder cynic cynical da dad daddy dae
    daft dagger daily damage damn damnation damp dance danger dangerous danker dapper dare dark darkness darling
    dash data database date datum daughter dawn day daylight daytime dc dead deadline deaf deal dealt dean dear
    death debatable debate debriefs debt debtor debug decade decadent decanted decanter decay decent decide decimal
    decimate decipher decision deck declaration declare decline decode decorator decrease decree decrim
    decriminalised dedicate deduce deduction deed deem deep deepest deepfake default defeat defeatist defect
    defective defence defend defendant defensive defer defiant deficiency deficient define definite definition
    definitive defter defy degenerate degradation degrade degree dehydrated deid deity delay delete deletion
    deliberate delicate delicious delight delightful delimiter delinquent delirium deliver delivery delta delusion
    demand demented dementia demise democracy democratic democratically demolish demonstrate demonstration
    demonstrator demurer denial denominational denominator denote dense density dental dentist deny deodorant
    department departmental departure depend dependant dependence dependent deport deposit depot depress depression
    deprive dept depth depute deputy derange derivative derive dermatology derogatory descend descendant descendent
    descent describe description descriptive descriptor desert deserve design designate desirable desire desist desk
    desktop despair desperate despise despite despondent destination destine destitute destroy destruction
    destructive detach detail detained detect detectable detection detective detector deter detergent determination
    determine deterrent detonator detox detract devastate develop development developmental deviant deviation device
    devil devious devise devoid devote devotee devouter diabetes diabetic diagnosed diagnosis diagnostic diagonal
    diagram dial dialect diallings dialog dialogue diameter diaper diary dice dictate dictator dictatorship
    dictionary did didnae didnt didny die died diesel diet dietary differ difference different differential
    differentiate difficult difficulty dig digest digit digital dignitary dignity dilemma diligent dim dimension
    dimensional dine dinnae dinner dinny dip diplomatic dire direct direction directive director directory dirt
    dirty disability disable disadvantage disagree disagreement disappear disappoint disappointment disaster
    disastrous disc discard discharge disciplinarian disciplinary discipline disclaimer disclose disclosure disco
    disconnect discontent discontinue discordant discount discourage discover discovery discreet discrepancy
    discrete discretion discretionary discriminate discrimination discuss discussion disease disengaged disgrace
    disguise disgust dish dishevelled dishonest dishwasher disinfectant disk dislike dismal dismember dismiss disnae
    disny disobedient disorder disowned dispatched dispensary dispenser dispensing dispersal dispersed display
    disposable disposal dispose disposition dispute disregard disrupt disruption dissent dissertation disservice
    dissident dissimilar dissociating distance distant distasteful distiller distinct distinction distinctive
    distinguish distort distortion distract distress distribute distribution distributor district disturb
    disturbance ditch dither ditto dive divergent diverse diversity divert divide divine division divisor divorce dm
    dms dna do dob doc dock doctor doctrine document documentary documentation dodge dodgy doe doesnae doesnt doesny
    dog dogma doing dole dollars domain domestic dominant dominate don donate donation done donor dont doodle doom
    doon door doorbell doorman doormen doorstep doorway dormant dos dose dot double doubt doubtful doubtless dourer
    down downhill downright downstairs downwards dozen dr drabber draconian draft drag dragon drain drama dramatic
    dramatically dramatist drank drastic drastically draught draughtsman draughtsmen draw drawback drawings drawn
    dread dreadful dream dreamt dreary dreich dress dressings dressmaker drew dried dries drift drill drink drip
    drive drivel driven droller drookit drop drove drown drug druggist drum drunk drunken dry ds dual dubious duck
    due duff dug dull duly dumb dummy dump dumpster duplicate duplication duration during dust dustbin dustmen dusty
    duty duvet dv dweller dx dying dynamic dynamically dyslexia dysregulated each eager eagle ear earlier earliest
    earn earnings earth ease easement easier easiest easily east eastern easy eat eaten eccentric echo ecological
    ecologist ecology economic economical economist economy eczema ed edge edifice edit edition editor editorial
    educate education educational educator effect effective effectiveness effervescent efficiency efficient effort
    efter egalitarian egg eggplant ego egotist eh eight eighteen eighteenth eighth eighty either elaborate elder
    eldest elect election elector electoral electorate electric electrical electrician electricity electron
    electronic electronically elegant element elementary elephant elevator eleven eligible eliminate elite elitist
    eloquent else elsewhere em email embarrass embarrassment embed ember embitter embroider emerge emergency
    emergent emigrant eminent emissary emit emoji emotion emotional emperor emphasis emphasise empire empirical
    employ employability employee employment empower empowerment empty emulate emulation emulator enable enchant
    enclose encode encounter encourage encouragement encumber end endanger endeavour endings endless endometriosis
    enemy energy enforce enforcement engage engagement engine engineered engineering engraver enhance enhancement
    enjoy enjoyable enjoyment enlarge enlighten enlightenment enlist enormous enough enquire enquiry enrolments
    ensure entail enter enterprise entertain entertainment enthusiasm enthusiastic entice entire entirety entitle
    entitlement entity entomologist entrance entrant entry envelope environment environmental envisage envy epic
    epilepsy episode equal equality equate equation equator equestrian equilibrium equip equipment equivalent era
    erase ergo err errant erroneous error es escalator escape escort esol esoteric especially essay essence
    essential establish establishment estate esteem estimate estimation etc eternal eternity ether ethic ethical
    ethnic etymology evaluate evaluation evangelist even evenings event eventual ever every everybody everyday
    everyone everythin everything everywhere evict eviction evidence evident evil evolution evolutionary evolve ex
    exact exaggerate exam examination examine example exceed exceedingly excellence excellent except exception
    exceptional excess excessive exchange excite excitement exclamation exclude exclusion exclusive excuse exec
    executable execute execution executive executor exemplary exempt exercise exhaust exhaustive exhibit exhibition
    exist existence existent exit exorbitant exotic expand expansion expect expectant expectation expedient
    expedition expenditure expense expensive experience experiment experimental experimentation expert expertise
    expire expiry explain explanation explanatory explicit explode exploit exploitation exploration explore
    explosion explosive exponent exponential export expose exposure express expression expressway extant extend
    extension extensive extent exterior external extinction extinguisher extra extract extraction extraneous
    extraordinarily extraordinary extravagant extreme extremist exuberant exultant eye eyesight fabric face
    facilitate facility fact factor factory factual faculty fade fae fags fail failure faint faintest fair fairest
    fairness fairy faith faithful fake fall fallacious fallacy fallen false falsehood falter fame familiar
    familiarity family famine famous fan fancy fantastic fantasy far farce fare farewell farm farther farthest
    fascinate fascist fashion fashionable fast fastener fastest fat fatal fate father fatherhood fatigue fatuous
    faucet fault faulty favour favourable favourite fb fear feart feasibility feasible feat feather feature fed
    federal federalist fee feeble feed feedback feel feelings feet fell fella fellow felt female feminist fence
    fender ferry fertiliser fertility fervent fester festival fetch fetish fetter fever few fewest fibber fibre
    fickler fiction fictional fiddle field fierce fiesta fifteen fifth fifty fight figure file fill film filter
    filth filthy final finalise finalist finance financial find findings fine finest finger finish finite fire
    firecracker firefighter fireman firemen firework firm first fiscal fish fisherman fishermen fists fit fitness
    five fix fixated fizzling fizzy flag flagrant flamboyant flame flash flashback flat flatmate flatterer flautist
    flavour flaw fled flees fleet flesh flew flexibility flexible flicker flied flies flight flinch flip flippant
    flirting float flood floor floorboards floppy florist flounder flour flow flowchart flown flu fluctuates
    fluctuation fluent fluffy fluid fluorescent flush fluster flute flutter fly flyover foam fob focus fodder foetal
    fog foil foist fold folio folk follow fond font food foodbank fool foolish foot footage football footnote
    footpath footprint footsteps for forbade forbid forbidden force forcibly ford forecast forefather forefinger
    foreign foreman foremen forensic forerunner foresee foreseeable forest forever forewent forgave forger forget
    forgive forgiven forgot forgotten fork form formal format formation formerly formula formulae formulation
    forthcoming fortnight fortunate fortune forty forum forward forwent fossil foster fought foul found foundation
    fountain four fourteen fourth foyer fraction fracture frae fragile fragment fragmentary fragrant frail frame
    framework frank frankfurter frantic fraud fraudulent freak free freebies freedom freelancer freeway freeze
    freighter frequency frequent fresh freshman freshmen freshwater friction fridays fridge fried friend friendship
    fries frighten fringe fritter frivolous frog from front frontline frown froze frozen fruit frustrate frustration
    fry fta fudge fuel fulfil full fullest fully fume fun function functional functionality fund fundamental
    fundamentalist funeral funnier funniest funny fur furious furnish furniture furry further furthermore furthest
    fuse fusion fuss fussy futile future fuzzy gaff gagging gain galactic galaxy gallant gallery gallivant gallus
    gambler gambling game gander gang gangster gap garage garbage garble garden garter gas gasoline gasp gate
    gateway gather gaun gaunter gave gay gbv gdpr gear gender gene general generalisation generalise generate
    generation generator generic generous genetic genetically geneticist genius genocide genre gentle gentleman
    gentlemen gently genuine geographical geography geologist geology geometry gesture get geyser gf ghastly ghost
    giant gibber gibberish gie gied gien gift gig giggled giggling gigolo gin ginger girder girl girlfriend girlhood
    give given glad gladiator glaikit glance glass glean glen glibber glider glimmer glitter global glorious glory
    glossary glossy glove glow glue glummer gnome go goal goalkeeper goat goatee godfather godmother godparent gods
    goes going gold goldener goldfish golf gone gonna gonnae gonny good goodbye goodness goody googled googles
    gopher gorgeous gospel gossamer gossip got gotta gotten gov govern governments governor govt gown gps grab grace
    grade gradient gradual graduate graduation graffiti graffito grafting grain grammar grammatical gran grand
    granda grandad granddaughter grandeur grandfather grandmother grandparent granite grannie granny grant graph
    graphic graphical grasp grass grasshopper grateful grater gratuitous grave gravitational gravity greasy great
    greatest greed greedy green greet grew grey grid grief grieving grim grind grip groan grocer groomed grooming
    groped gross ground group grow grown growth gruesomer gruffer guarantee guarantor guard guardian guess guest
    guidance guide guideline guilt guilty guinea guitar guitarist gulf gullible gum gun gunman gunmen gunpowder
    gurgling gusher gut guy gym gynaecologist ha habit habitual hack had hafta hail hair haircut hairdresser
    hairdressing hairy hale half halfway hall halt halve ham hamburger hame hamper hamster hand handbag handbook
    handful handicap handle handover handset handsomer handy handyman hang hangover hanker happen happier happiest
    happily happiness happy harassment harbour hard hardback harden hardest hardliner hardship hardware hardy harm
    harmful harmless harmony harpist harsh harvester has hash hasnae hasnt hasny hassle hasten hasty hat hate hatred
    haud hauld hauled haunt have havenae havent havoc hay hazard hazy he head headache headline headmaster
    headphones headquarter healer health healthcare healthy heap hear heard hearings heart heartbroken heartily heat
    heather heaven heavier heaviest heavily heavy heckler hed heel heid heifer height held helicopter hell hello
    helmet help helpful helpless helpline hen hence henceforth henchman henchmen hep her herd here hereafter hereby
    hereditary heresy heritage hero heroic herrings hersel herself hes hesitant hesitate heterosexual hexadecimal
    hey hi hid hidden hide hideous hierarchical hierarchy high highest highlight highway hiker hilarious hill him
    himsel himself hinder hindsight hint hip hire his hissel historian historic historical history hit hitchhiker
    hither hitherto hiv hiya ho hoarder hoarse hobby hog hoist hold hole holidays holler hollow holster holy
    homeless homelessness homes homosexual homosexuality honest honesty honey honorary honour hook hoor hoose hooter
    hope hopeful hopeless hopper horde horizon horizontal hormones horn horrendous horrible horribly horrid horrific
    horrify horror horse horseman horsepower hospital hospitalised host hostel hostess hostile hot hotel hour house
    household housekeeper hover how however hr hrs hubby hubs hug huge huh hullo hum human humane humanist
    humanitarian humanity humble humbly humiliated humiliating humorist humorous humour hunch hundred hung hungry
    hunt hurry hurt husband hustle hut hv hvs hx hydrant hydrogen hyphen hypnotist hypocrisy hypocrite hypocritical
    hypothesis hypothetical hysterectomy hysterical hyundai ice icebreaker icon id idaa idea ideal idealist
    idealistic identical identification identifier identify identity ideological ideology idiom idiosyncratic idiot
    idiotic idle if ig ignorance ignorant ignore ill illegal illegitimate illiterate illness illogical illusion
    illustrate illustration illustrator im image imaginary imagination imaginative imagine imam imbalance imitator
    immature immediate immense immigrant immigration imminent immoral immortal immune impact impair impatient impend
    imperative imperfect imperial imperialist impersonal impertinent implant implausible implement implementation
    implication implicit imply import importance important importuning impose impossible impostor impotent
    impractical impress impression impressive imprison improbable improper improve improvement impudent impulse
    impurer in inability inaccessible inaccuracy inaccurate inadequate inadvertent inane inanimate inappropriate
    inbox incandescent incapable incarnation incendiary incentive incessant inch incidence incident incidental
    incinerator incisor inclination incline include inclusion inclusive incoherent income incompatible incompetence
    incompetent incomplete incomprehensible inconsistency inconsistent inconvenience inconvenient incorporate
    incorrect increase increasingly incredible incredibly increment incubator incumbent incur indecent indeed
    indefensible indefinite indent independence independent indeterminate index indicate indication indicative
    indicator indictment indifferent indignant indirect indirection indistinguishable individual individualist
    indolent indoor induce induction indulge indulgent industrial industrialist industry ineffective inefficiency
    inefficient inelegant inequality inertia inevitable inevitably inexperienced infallible infamous infant
    infantile infect infection infelicity infer inference inferior inferiority infinite infinity infirmary infirmity
    inflation inflationary inflexible inflict influence influential info inform informal informant information
    informative infrastructure infrequent infringement ingenious ingredient inhabit inhabitant inhaler inherent
    inherit inheritance inhibit inhibition inhuman initial initialisation initialise initiate initiative initiator
    inject injection injure injury injustice ink inmate inner innkeeper innocence innocent innovation innovative
    input inquire inquiry insane insect insecure insensitive insert insertion inside insidious insight insignificant
    insist insistence insistent insofar insolent insolvent insomnia insp inspect inspection inspector inspiration
    inspire install installation instance instant instead instinct institute institution instruct instruction
    instructor instrument instrumental insufficient insulator insult insurance insurer insurgent intact intae intake
    integer integral integrate integration integrity intel intellect intellectual intelligence intelligent intend
    intense intensity intensive intent intention intentional inter interact interaction interactive intercourse
    interdependent interest interestingly interface interfere interference interim interior interloper intermediary
    intermediate intermittent intern internal international internet interplanetary interpret interpretation
    interrogate interrogation interrogator interrupt interruption intersection interval intervene intervention
    interview intimate into intolerance intolerant intoxicated intranet intrinsic intrinsically introduce
    introduction introductory intruder intrusive intuitive invade invalid invalidate invaluable invariably invariant
    invasion invent invention inventor inverse invert invest investigate investigation investigator investment
    investor invisible invitation invite invoice invoke involuntary involve involvement ion irate iridescent iron
    ironic irony irrational irrelevant irrespective irresponsible irreverent irritant irritate irritation is island
    isle isnae isnt isny isolate isolation issue it itchy itd item itinerant itinerary itll its itself ive jab jack
    jacket jag jaggeder jaggy jail jam jamboree janitor jargon jaundice jaw jaywalker jazz jcp jealous jeans jeep
    jelly jerk jest jet jeweller jobs jogger john join joint joke jolly jotter journal journalist journey joy
    joyfuller jubilant judge judgement judgemental judiciary juggler juice jump jumpy junction jungle junior juniper
    junk junkie juror jury just justice justifiable justifiably justification justify juvenile keen keep ken kent
    kept kerb kernel key keyboard keystroke keyword keyworker kia kick kid kidnap kidney kill kin kind kinda
    kindness king kingfisher kinship kipper kiss kit kitchen knacker knee knew knickers knife knight knighthood
    knives knock know knowledge known kosher la lab label laboratory labour lack lacquer lad laddie lady lag laid
    lain lake lamer lamp land landlady landline landlord landowner landscape lane language languor lanyard lap
    laptop large largest lark laser lashes lashing lass lassie last late latent latest lather latter lattice laugh
    laughter launch launder lavatory lavender lavisher lawful lawmaker lawn laws lawyer laxer lay layman laymen
    layout laziness lazy lcwra ld leach lead leadership leaf leaflet league leak lean leap leapt learn learnt lease
    least leather leave lecture led ledger left leg legalise legally legend legendary leggings legible legislation
    legislator legit legitimate leisure lemon lend length lengthy lenient lens leper lesbian less lesson lest let
    lethal letterbox levee level lever lewder liability liable liaison lib libel liberal liberated liberation
    libertarian liberty librarian library licence license lid lie lied lieutenant life lifelong lifestyle lifetime
    lift light lightest lightning like likelihood likewise limb limit limitation limper limping line linear linger
    lingerie linguist linguistic linkage linked linker linking links lion lip liqueur liquid liquor liquorice lisp
    list listen listings lit literal literary literate literature lither litre little live livelihood livest load
    loafer loan lobby lobbyist lobster local locate location lock locum lodge lodgings log logic logical logician
    logo loiter lone long longest longshoreman longshoremen look loop loophole loose lords lorry lose loss lost lot
    loud loudest loudspeaker lousy love low lowered lowering lowest loyal lube lubricant luck luckily lucky
    ludicrous luggage lumber luminary lump lunatic lunch lunchtime lung lurk lusher lust luxuriant luxury lying
    lyric ma machete machine machinery machinist mad madam made madman madmen madness magazine magic magical
    magician magnetic magnificent magnitude maid mail mailbox mailman mailmen main mainframe mainland mainstream
    maintain maintenance maize major majority make male malevolent malfunction malice malicious malignant
    malnourished malpractice mammalian mammogram man manage management mandate mandatory manger mangle manhood mania
    manic manicurist manifestation manifestly manifesto manipulate manipulation mankind manor manpower manslaughter
    manual manufacture many map marcher margin marginal mariner marital mark market marksman marksmen marquee
    marriage marry marshal marvellous mas masel mask masochist massage masses massive master mat matador match
    matchmaker mate material materialist maternity mathematical mathematician mathematics maths matrices matrix
    mattress mature maw maxed maximise maximum maybe mayor maze me meal mean meander meaningful meaningless meanings
    meant meantime meanwhile measure measurement meat mechanic mechanical mechanism med meddler media median
    mediator medical medication medicine medieval medium meeker meet meetings megabyte mellower melody melt member
    membership memes memo memorable memory men mend menopause mental mentality mention mentor menu merc mercedes
    mercenary mercury mercy mere merge meridian merit merry mess message messy met metal metaphor meteor
    meteorologist method metre metric metro mice microcomputer micrometer microprocessor microwave mid midday middle
    middleman middlemen midnight midsummer midwife midwives might mighty migraine migrate migration mild mile
    mileage militant military milk milkman milkmen mill milliner million mimic min mince mind mindless mine
    minicomputer minimal minimalist minimise minimum minister ministerial minor minority mint minus minute miracle
    miraculous mirror miscarriage miscellaneous misconceptions misconduct misdirect miser miserable miserably misery
    misfortune misguide misinterpret mislead misled misnomer misogyny misplace misprint misread misrepresent miss
    missile mission missionary missus mist mistake mistaken mistook misunderstand misunderstood misuse mitigating
    mix mixture ml mnemonic moan mob mobile mock mod mode model modellings moderate moderation moderator modern
    modest modification modify module moist mole molecular molecule moment momentarily momentary momentum monarch
    monetary money monitor monkey monochrome monologue monopoly monster month mood moon moral moralist morality more
    moreover morn mornings moron mortal mortality mortgage mortified mortuary mosque most mot mother motherhood
    motion motivate motivation motive motor motorist motorway motto mould mount mountain mountaineer mourner mouse
    mouth move movement movie mower mr mrs ms msg msps much muck mud muddle muffler mug multi multiple
    multiplication multiply mum mumble mummy mundane murder muscle museum music musical musician must mutant muter
    mutter mutual mx my myself mysterious mystery mystic myth mythical mythology nae naebody naething naewhere
    nagging nah nail naive naked name nameless nan nana nane nappies narrative narrator narrow narrowest nasal
    nastier nastiest nasty nation national nationalist nationality native natural naturalist nature naughty
    navigator nay near nearby nearest neat necessarily necessary necessity neck necklace need needle needless negate
    negative neglect negligee negligent negligible negotiable negotiate negotiation negotiator neighbour
    neighbourhood neither nephew nerve nervous nest net nether network neural neurologist neuter neutral never
    nevertheless new newcomer newest newscaster newsletter newspaper next nice nicest nick nickname niece night
    nightclub nightmare nil nimbler nine nineteen nineties nino nissan nite no noble nobleman noblemen noblewoman
    noblewomen nobody nodded node nods noise noisy nominal nominate nominee non nonchalant nonconformist none
    nonetheless nonresident nonsense noo noon nope nor nordic norm normal normality north northern nos nose
    nostalgia nosy not notable notably notation note notebook nothin nothing notice noticeable noticeably
    notification notify notion notorious notwithstanding noun novel novelist novelty novice now nowadays nowhere nrm
    nrpf nuclear nude nuisance null numb numbered numbering numbest numeral numerator numeric numerical numerous nun
    nurse nursery nut nutcracker nutrient nutshell oan oar oath obedient obey obituary object objection
    objectionable objective objector obligation obligatory oblige obnoxious obs obscene obscure obscurity observant
    observation observe obsess obsession obsolescent obsolete obstetrician obstruct obtain obtainable obtuser
    obvious occasion occasional occupant occupation occupy occur occurrence ocean oclock odd odometer of off offence
    offend offensive offered offering offhand office official offset offshore offspring often oh oil okay old oldest
    omission omit omnipotent omnipresent omniscient on once one oneself ongoing onion online onlooker only ontae
    onto onus onward onybody oor oot op opaquer open opera operate operation operational operative operator
    ophthalmologist opinion opponent opportunist opportunity oppose opposite opposition oppress oppression oppressor
    opt optic optical optician optimal optimisation optimise optimist optimistic optimum option optional optometrist
    opulent opus or oral orange orator orbit orbital orchestra orchestral order ordinary org organ organic
    organisation organise organist orient oriental orientate orientation orifice origin original originate
    originator ornithologist orthodontist orthodox other otherwise otter ought our ourselves ouster out outcalls
    outcome outcry outdated outdoor outfits outgoing outline outlived outnumber outpatient output outrage outrageous
    outright outset outside outstanding outweigh ovary over overall overcame overcome overdose overdraft overdue
    overestimate overflow overhead overheard overlap overload overlong overlook overnight overpayment overpower
    overprice overreacting overreaction overridden override overrode overseas oversee overstay overtime overtone
    overturned overview overwhelm overwriting overwritten owe owed owing own ownership oxygen oyster ozone pace
    pacemaker pacifier pacifist pack package packet pad paediatrician page pageant paid pain painful painless paint
    paintings pair pal palace palaeontologist pale pallbearer pallor pamper pan pander panel panhandler panic
    panicked panicking pant panther papa paper paperback paperwork par paracetamol parade paradise paradox paragraph
    parallel paramedic parameter paranoia paranoid paraphrase paratrooper parcel pardon parent parentheses
    parenthesis parenthood parishioner parity park parliamentary parlour parochial parody parole parrot parse part
    partial participant participate particle particular partition partner partnership party pass passage passenger
    passion passionate passive passport password past paste pastor pat patch patchy patent path pathetic pathologist
    pathway patience patient patrol patronise pattern pauper pause pavement pawnbroker pay payback payday payment
    payroll payslip pc pe peace peaceful peacemaker peak peanut peasant peculiar pedal pedant pedantic pedantry
    pedestrian pedigree peep peer pees pelvic pen penalised penalty pence penchant pencil pendant pended pending
    pends penguin penis penitent penitentiary pennant penny pensioner penultimate people pepper per perceive percent
    percentage perception percolator perfect perfection perfectionist perform performance perfume perhaps perimeter
    period periodic periodically peripheral permanence permanent permissible permission permit perpetrator perpetual
    persecute persecutor persist persistent person personal personality personnel perspective persuade persuasion
    perter pertinent perverse pessimist pester pet petition petrol petty petulant peugeot pewter pf pharmacist
    pharmacy phase pheasant phenomena phenomenon philanthropist philosopher philosophical philosophy phone phosphor
    phosphorescent photo photocopy photograph photographic phototypesetter phrase physic physical physician
    physicist physio physiology pi pianist piano pic pick picture pie piece pig pigeon pile pilfer pill pillar pilot
    pimp pin pinch pink pinpoint pint pioneer pipe pipeline pit pitch pitfall pity pizza place placement plagiarist
    plague plaice plain plan plane planet planetary plant plaster plastic plate platform platter plausible play
    playground playmate plea pleaded pleading pleasant please pleasure pled pledge plenty pliant plot ploy plug
    plumber plumper plunder plunger plural plus plusher pm poacher pocket podcast podiatrist podium poem poet poetic
    poetry poignant point pointless poison poke polar pole policeman policemen policewoman policewomen policing
    policy polis polished polishes polishing polite politeness political politician politics poll pollster pollutant
    pollution polynomial pompous ponder pool poor poorest pop pope populace popular popularity populate population
    pork porn pornography port portability portable portal portent portfolio portion portray pose position positive
    possess possession possessor possibility possible possibly post postage postal postcard postcode posterior
    postman postmaster postmen postnatal postpone postscript postulate pot potato potent potential pothole pound
    pour poverty powder power powerful practicable practical practice practise practitioner pragmatic praise pray
    pre preach precaution precautionary precede precedence precedent precious precipice precise precision
    precognition precursor predator predecessor predict predictable prediction predictor predominant preeminent
    preface prefer preferable preferably preference prefix pregnancy pregnant prejudice preliminary premature
    premise premium prep preparation prepare prepay prerequisite prescribe prescription presence present
    presentation preserve president press pressure presumably presume pretend pretentious pretty prevail prevalent
    prevent prevention preview previous price prick pride priest priesthood primarily primary primate prime
    primitive primmer prince principal principle print printout prior priority prise prison privacy private
    privatisation privilege prize pro probability probable probably probation problem procedure proceed proceedings
    process processor proclaim procurator produce product production productive productivity profession professional
    professor proffer proficient profile profit profitable profiteer proforma profound program programmable
    programme progress prohibit project projection projector proletarian proliferation prolong prominent promiscuity
    promiscuous promise promote promotion prompt prone pronoun pronounce pronunciation proof propaganda propeller
    proper property prophet proponent proportion proportional proposal propose proposition proprietary proprietor
    prose prosecute prosecution prosecutor prospect prospective prospector prosper prostitute prostitution
    protagonist protect protection protector protein protest protocol prototype protractor proud prove proven
    provide provision provisional provocative provoke prowler proximity prude prudent pry pse pseudo psoriasis psych
    psychiatric psychiatrist psychological psychologist psychology psychopath psychosis pt pts ptsd pub public
    publication publicise publicity publish pucker pudding puffer pull pullover pulmonary pulp pulse pumice pump pun
    punch punctuation puncture pungent punish punishment punker punt pupil purchase pure puree purge purity purple
    purpose purse pursue pursuit purveyor push pushover pushy put putt puzzle pvg pyjamas python quadrant quainter
    qualification qualifier qualify quality quandary quantity quantum quarter quaver quay queen queer query quest
    question questionable questionnaire queue quibble quick quickest quid quiet quietest quit quite quiver quiz
    quota quotation quote quotient rabbi rabbit rabid race racial racism racist rack racket racketeer radar radiant
    radiation radiator radical radio radius rafter rag rage raggeder raid rail railroad railway rain rainbow
    raincoat rainwater raise ram rambler rampant ran rancher random rang range rank rant rape rapid rapist rapped
    rare rarest rash raster rat rate rather ratio rational rationale rations rattle rave raw ray razor rd re reach
    react reaction reactionary reactivated reactor read readable readership readily readings ready real realisation
    realise realist realistic reality realm reaper rear rearrange reason reasonable reasonably reassure rebook
    rebuild rebuilt recalcitrant recall recant receipt receive recent reception receptionist recipe recipient
    reckless reckon reclaim recognisable recognise recognition recollection recommend recommendation reconcile
    reconsider reconsideration record recordings recourse recover recovery recreational recruit recruitment rectal
    rectangle rectangular rectify rector recurrent recursion recursive recycle red redefine redirect rediscover
    reduce reduction redundancy redundant ref referee reference referendum referral referred referring refine
    reflect reflection reflector reflex reform reformat refrain refresh refrigerator refuge refugee refund refusal
    refuse refute reg regain regard regardless regent regime regimen region regional register registration regret
    regrettably regular regulation regulator rehab reign reindeer reinstate reiterate reject rejection rejoice
    rejoinder relapsed relapses relate relation relationship relative relativity relax relay release relent
    relevance relevant reliability reliable reliably reliant relief relieve religion religious relocation reluctance
    reluctant rely remain remainder remand remark remarkable remarkably remedy remember remind reminiscent remit
    remnant remote removal remove rename renault rend rendered rendering rendition renew renewal rent reopen rep
    repair repeat repeatable repeatedly repellent repent repentant repertoire repetition repetitive rephrase replace
    replacement replied replies replying report represent representation representative reproduce reproduction
    repugnant repulsive reputation repute request require requirement requisite reread rescue research resemblance
    resemble resent reservation reserve reset reside residence resident residential resign resignation resilient
    resist resistance resistant resistor resolution resolve resonant resort resource respectable respected
    respectful respecting respective respects respirator resplendent respond response responsibility responsible
    rest restart restaurant restfuller restore restrain restrict restriction restrictive result resultant resume
    resurrection retail retain reticent retire retirement retract retrieval retrieve return reuse reveal revelation
    reveller revenge revenue reverent reverse revert review revise revision revolt revolution revolutionary revolver
    reward rewrite rewritten rewrote rhetorical rhyme rhythm ribbon ribs rice rich richest rid ridden riddled ride
    ridiculous rifer right rigid rigorous ring ringleader riot rip rise risen risk risky ritual rival river rm road
    robbed robber robot robust robux rock rocket rod rode rodent role roll roman romance romantic roof roofless room
    roommate roon rooster root rope rosary rose rosemary roster rot rota rotary rotate rotation rotor rotten rough
    round roundabout rout route routine row royalties rub rubbish rucksack rudder rude rudimentary ruffian rugby
    ruggeder ruin rule rummer rumour run rung rural rush rustler rusty rx sabotage saboteur sack sacrifice sad
    sadden sadist safe safeguard safest safety saga sager said sail sailor saint sake saki salary sale salesman
    salesmen saleswoman saleswomen salient sallower salt same sample sanction sand sandman sandmen sandpaper
    sandwich sane sang sanitary sanity sank sarcasm sarcastic sarcs satellite satire satirist satisfaction
    satisfactorily satisfactory satisfy sauce sauna saunter savager save savings saw saying says scaffolder scale
    scamper scan scandal scant scarce scare scarf scarlet scars scary scatter scavenger scenario scene scenery scent
    sceptical schedule scheme schizophrenia scholar school schoolgirl schoolteacher schooner science scientific
    scientifically scientist scissor scooter scope score scot scotch scrap scratch scream screen screenshot screw
    screwdriver script scriptwriter scroll scrubbing scrubs sculptor scum scunner sea seal seaman seamen search
    season seasonal seat second secondary secret secretary sect section sector secular secure security sedated
    sedater sedentary sedimentary see seed seek seem seemingly seen segment seize seldom select selection selective
    selector self selfish sell semantic semen semester semiconductor seminar seminary senator send senior sensation
    sense sensible sensibly sensitive sensitivity sensor sensory sent sentence sentient sentiment sentimental
    separate separation separator sepsis sequel sequence sequential serener sergeant serial series serious
    seriousness sermon serpent servant serve service serviceman servicemen session sessional set settings settle
    seven seventeen seventh seventies sever several severe severity sewer sex sexist sexting sextortion sexual
    sexuality sexy sgt shade shadow shag shake shaken shaky shall shallow sham shame shape share shareholder shark
    sharp sharpener shatter shaved shaver she shed sheep sheerer sheet shelf shell sheltered shelve sheriff shift
    shimmer shined shines shining shiny ship shirt shiver shock shoe shone shook shoot shop shopkeeper shoplifter
    shoplifting shore short shortage shorten shortest shorthand shortlist shot should shouldnae shouldnt shout shove
    show showman showmen shown shrewder shriller shrug shudder shut shutdown shy sic sick sicken sickness side
    sideways sigh sight sigma sign signalled signalling signals signature significance significant signpost silence
    silent silhouette silicon sillier silliest silly silver sim similar similarity simple simplest simplicity
    simplify simplistic simply simulate simulation simulator simultaneous sin since sincere sine sinful sing single
    singular sinister sink sir sis sister sisterhood sit site situate situation six sixteen sixth sixty size skater
    skeleton sketch skewer skill skin skint skip skirt skoda skull sky skyscraper slack slag slam slander slang
    slant slap slash slaughter slave slavery sleazy sledgehammer sleeker sleep sleepy sleeve slender slept slice
    slicker slid slide slight slightest slim slip slippery slither slitter sliver slobber slogan slope sloppy slot
    slow slowest sluice slumber slummer slumped slurring slyer smack small smallest smallish smart smash smear smell
    smelly smile smith smoke smooth smother smoulder smug smuggler snack snag snail snap snappy sneak sneaky sneer
    snicker snider sniff sniggered sniggering snip snobbery snooker snoring snow snuffer snugger so soap sobbed
    sober soccer social socialism socialist society sociologist sock socket sod sofa soft software soil solar sold
    soldier sole solemner soliciting solicitor solid solitary solo soloist solution solve solvent some somebody
    somehow someone someplace somethin something sometime somewhat somewhere son song sonographer soon soonest sop
    sophisticate sorcerer sordid sore sorry sort sought soul sound soundtrack soup source sourer south southern
    space span spare sparkler sparky sparser spat spatial speak special specialise specialist speciality species
    specific specifically specification specify specimen specs spectacular spectator spectrum speculate speculation
    speculator speculum sped speech speed speedometer spell spellings spelt spend spent sphere spider spiel spies
    spigot spike spill spin spinster spiral spirit spiritual spit spite spitefuller splatter splendid splice
    splinter split spoil spoilt spoke spoken spokesman spokesmen spokeswoman spokeswomen sponges sponsor spontaneous
    spoof spool sport spot spotless spouse spout sprang spray spread spreadsheet spree spring sprinkler sprinter
    sprucer sprung spur spurious sputter spy spyware squad squalider squalor squander square squash squatter squeeze
    squinter squints squirm sssc stabbed stabbing stabilise stability stable stack staff stag stage staggered
    staggering stagnant staider stair staircase stairwell stake stale stalemate stalker stalking stall stammer stamp
    stance stancher stand standard standardise standby standpoint stapler star stare stark start startle starve
    stashed state statement statesman statesmen static station stationary statistic statistical statistician stats
    status statutory stauncher stay steadily steady steal steam steamroller steel steep steer stem stenographer step
    stepdad stepfather stepladder stereo stereotype sterile sterling sterner sti stick stickler sticky stiff stigma
    stigmatised still stimulant stimulate stimulation stinger stir stitched stoater stock stockbroker stockholder
    stole stolen stolider stomach stone stood stop stopover storage store storekeeper storey storm story stouter
    straggler straight straightforward strain strange strangest strangle strategic strategy straw stray stream
    street streetlight strength strengthen stress stretch strict strike string stringent strip strive stroke
    stroller strong strongest struck structural structuralist structure struggle strung stubborner stuck student
    studio study stuff stumble stun stunt stupid stupidity stupor stutter style suaver subcommittee subject
    subjective sublimer submission submit subroutine subs subscribe subscription subsequent subservient subset
    subsidiary subsidise subsist substance substantial substitute substitution subtle subtlety subtly subways
    succeed success successful succession successive successor succincter succulent such sucker sudden sue sued
    suffer suffice sufficient suffix sugar sugary suggest suggestion suicidal suicide suing suit suitability
    suitable suitably suitcases suite suitor sullener sum summarise summary summat sundry sunflower sung sunk
    sunlight sunny sunrise sunshine super superb supercomputer superficial superfluous superhuman superintendent
    superior superiority supermarket supernatural supervise supervision supervisor supper supplant supplement
    supplementary suppler supplier supply support suppose supposedly suppress suppression supreme sure surface
    surfing surgery surname surplus surprise surprisingly surrender surround surroundings survey surveyor survival
    survive survivor susceptible suspect suspend suspension suspicion suspicious sustain sw swab swagger swallow
    swally swam swamp swap swear sweat sweatshirt sweep sweet sweeties sweller swept swifter swim swindler swing
    swipe swisher switch swollen sword swore sworn sws swum symbol symbolic symmetric symmetry sympathetic
    sympathise sympathy symphony symptom sync syndicate syndrome synonym synonymous syntactic syntactically syntax
    synthesis synthesizer system systematic tab table tablet tack tackle tactic tactical tactless tae tag tail
    tailor take taken takeover takings tale talent talisman talk tall tame tamper tangent tank tanner tap tape
    target tariff tarter task taste tasteless tattoo taught tauter tax taxation taxi taxpayer tea teach team
    teammate teamster teapot tear teatime technical technician technique technological technology tedious teen
    teenage teeter teeth teetotaller tel tele telephone telescope television tell tellt telt temp temperature
    template temple temporarily temporary tempt temptation ten tenancy tenant tend tendency tenderer tenement tennis
    tenor tense tension tent tentative tenth tepee term terminal terminate termination terminator terminology
    terrible terribly terrify territory terror terrorism terrorist terse test testify tether text textbook textual
    th than thank thankful that thatcher thatll the theatre thee theft thegither their theist them theme themsel
    themselves then theologian theological theology theorem theoretical theorist theory therapist therapy there
    thereabouts thereafter thereby therefore thereof thermometer thersel these thesis they theyd theyll theyre
    theyve thick thickness thief thieve thighs thin thing think third thirst thirteen thirty this tho thole thorough
    thoroughfare those thou though thought thousand thread threat threaten three thresher threshold threw thrice
    thriller thriving throat thrombosis through throughcare throughout throughput throw thrown thrush thrust thumb
    thunder thus thy thyroid tick ticket tidy tie tied tiger tight til tile till timber time timekeeper timeline
    timescale timetable timider tin tinker tiny tip tire tireder tiresome title titter to toad toast tobacco today
    toddler toe toenails toffee together toggle toilet token told tolerant tolerate toll tom tomato tome tomorrow
    ton tone tonight too took tool toon tooth toothache top topic topical topless torch tore tormentor torn torrent
    torture toss total totalitarian totter touch tough toughen toun toupee tour tourist toward towels tower town toy
    toyota trace track tractor trade tradesmen tradition traditional traditionalist traffic trafficked trafficker
    trafficking tragedy tragic trail train trainee traitor tranquiler tranquilliser trans transaction transactional
    transcript transfer transform transformation transient transistor transit transition translate translation
    translator translucent transmission transmit transparent transplant transport trap trapdoor trash trashcan
    trauma traumatised travel travellings trawler tray tread treasure treat treatment treaty tree trek tremendous
    tremor trend trendy trespasser triage trial triangle tribe tributary trick trickster tricky tried tries trifle
    trigger trilogy trimester trimmer trip triple tripos triter triumph triumphant trivia trivial trolley troop
    trouble troublemaker trouser truant truck true truly trumpet truncate trunk trusted trustee trusting trusts
    trusty truth try tube tucked tumbler tune tunnel turbulent turn turnover turntable tutor tutorial tv twa tweed
    twelve twentieth twenty twice twigs twin twist two tx txt tying type typeset typewriter typical typist tyrant
    tyre uc udder ugh ugly ulcer ulterior ultimate unable unacceptable unaccompanied unaffected unambiguous
    unannounced unattended unauthorised unavailable unavoidable unaware unbalanced unbearable unbelievable
    unbelievably unbeliever unbiased unblock unborn uncertain uncertainty unchanged unchristian uncle uncleaner
    unclear uncomfortable uncommon unconnected unconscious unconvincing uncover undeclared undefined under underage
    undercover undercurrent underestimate undergo undergone undergrads undergraduate underground underlain underlay
    underlie underline underlying underneath understand understandable understood undertake undertaken undertook
    underwater underwear underwent undesirable undid undo undocumented undone undoubtedly undress unduly unease
    uneasy unemployed unemployment unexpected unexplained unfair unfamiliar unfinished unfit unfortunate unfounded
    unfriendly unhappy unhealthy unhelpful uni uniform unify unimportant unintelligent uninteresting union unique
    unit unite unity universally universe university unjustified unkempt unkinder unknown unless unlike unlimited
    unload unlock unlucky unman unnatural unnecessarily unnecessary unobtainable unofficial unpacking unpaid
    unpleasant unpopular unpredictable unprotected unread unreadable unreal unrealistic unreasonable unrelated
    unreliable unsafe unsanitary unsatisfactory unscheduled unseen unset unsolicited unsound unspecified unstable
    unsuccessful unsuitable unsupported unsure unsuspecting untidy until unto untrue unusable unused unusual
    unwanted unwary unwelcome unwell unwilling unwise unworkable up upbringing update upfront upgrade upholster
    uplift uploaded upon upper upright ups upset upside upstairs upward urban urge urgency urgent urine url urnae us
    usable usage use used useful usefulness useless user username usher using usual utilitarian utility utter
    vacancy vacant vacation vaccinations vaccine vacuum vagary vaginal vagrant vague vain valiant valid validity
    valley vallies valuable value valve van vandalism vanish vape variable variance variant variation variety
    various vary vast vat vauxhall vaw vawg vawgjustice vawp vector vegetable vegetarian vehicle vein velocity vend
    vendor veneer ventilator ventriloquist venue verb verbal verbatim verbose verdict verification verify versatile
    verse version versus vertical very vessel vet veterinarian veterinary via viable vibrant vicar vicarious
    vicinity vicious victims victor victory vid video view viewpoint vigilant vigorously vile village vintage vinyl
    violate violation violence violent violin vip virgin virtual virtue virulent virus visa visible visionary visit
    visitor visor visual vital vivider vocabulary vocal vocalist vodka voice voicemail void voltage volume
    voluntarily voluntary volunteer volvo vomit vote vouch vowel voyager vs vulgarer vulnerability vulnerable wade
    wae wafer waffle wage waist wait waitress waived waiver wake walk wall wallet wallpaper wan wander wank wanna
    want war ward warden warehouse warm warn warnings warp warpath warrant warranty warrior wartime warts wary was
    wash wasnae wasnt wasny waste wasteful watch watchman watchmen water wave way we weak weakness wealth wealthy
    wean weapon wear weary weasel weather weaver webcam webinar website wedded wedder wedding weds wee weed week
    weekday weekend weel weigh weight weird weirdo welcome welder welfare well welter went were west wet weve whale
    what whatever whatsoever wheel wheelchair wheesht when whence whenever where whereabouts whereas whereby
    whereupon wherever whether which whichever while whilst whim whimper whip whisker whisky whisper whistle whit
    white who whod whoever whole wholeheartedly wholesaler wholl wholly whom whoop whopper whore whose whove why wi
    wicked wicker wid wide widespread widest widow width wife wifie wig wild will willingly willnae willpower wilnae
    win wind window windscreen wine wing wink winnae winsomer winter wipe wir wire wis wisdom wise wisest wish wit
    witch with withdraw withdrawal withdrawn withdrew withheld withholds without witness witty wive wizard woke
    woken wolf woman womanhood wombat women won wonder wonderful wondrous wont wood wooden woodpecker woodsman
    woodsmen word wore work workable workings workload workman workmate workmen workshop workstation world worldwide
    worm worn worry worse worship worst worth worthless worthwhile worthy would wouldnae wouldnt wouldny wound wow
    wrangler wrap wraparound wrath wreck wren wrestler wretched wringer wrist wristband write writings written wrong
    wrongdoer wrote wryer wumman wummin wur yard yawn ye yeah year yellow yep yer yersel yes yesterday yet yeti
    yield yin yis yo yonder you youd youll young youngest youngster your youre yourself yourselves youse youth youve
    yr yrs zap zeros zipper zone zoologist
    """.split()
)
# fmt: on
