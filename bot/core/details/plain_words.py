"""Words that are no names: ordinary English and Scots words, from which a name is told.

Most are from the Spell Checker Oriented Word Lists (SCOWL), copyright Kevin Atkinson and others: permission to use, copy,
modify, distribute and sell these word lists is granted, provided that this notice is kept. They come with no warranty of
any kind. The rest are words of Signpost's own content. Endings such as -s, -ed and -ing are left off where a rule
can put them back.
"""

# fmt: off

PLAIN_WORDS = frozenset(
    """
    aardvark abandon abbreviate abbreviation abide ability able abnormal abode abolish abolition aboot abort
    abortion about above abroad abscess absence absent absolute absorb abstinence abstract abstraction absurd abuse
    abusive abysmal academic accelerate accent accept acceptable acceptance access accessible accident accidental
    accom accommodate accommodation accompany accomplish accord accordance accordingly account accountant accredited
    acct accumulate accuracy accurate accusation accuse accustom ace achieve achievement acid acknowledge acorn
    acoustic acquaintance acquire acquisition acronym across act action activate active activity actor actual acute
    ad adapt adaptation adaptor add addict addiction addictive addition additional address adequate adhere adjacent
    adjective adjust adjustment admin administer administration administrative admirable admiration admire admission
    admit admittedly adopt adoption ads adult advance advantage advantageous adventure adventurous adverse advert
    advertise advertisement advice advisable advise advisors advisory advocacy advocate aerial aesthetic
    aesthetically aff affair affect affection afford aforementioned afraid after aftercare afternoon afterwards
    again against age aged agency agenda agent aggressive agian ago agony agree agreement agricultural ah ahead ai
    aid aim ain air aircraft airdropped airport airtag akin alarm alas albeit album alcohol alcoholic alert algebra
    algebraic algorithm alias alien align alignment alike alive all allegation allege allegedly allergic alleviate
    alliance allocate allocation allow allowable allowance ally almost alone along alongside aloud alpha alphabet
    alphabetic alphabetical already alright also alter alteration alternate alternative although altogether always
    am amateur amaze amazingly ambassador amber ambient ambiguity ambiguous ambitious ambulance amend amendment
    amnae among amongst amount amp ample amplifier amuse amusement an anaemic anagram anal analogous analogue
    analogy analyse analysis analyst anarchy anatomy ancestor ancient and ane anecdote angel anger angle angry
    anguish animal anniversary announce announcement annoy annoyance annual anomaly anonymity anonymous anorak
    another answer anthology antibiotics anticipate anticipation antidepressants antidote antique antisocial anxiety
    anxious any anybody anyhow anymore anyone anyplace anythin anything anyway anywhere ap apart apathetic apathy
    apologise apology apostrophe app appal appallingly apparatus apparent appeal appear appearance append appendix
    applause applicable applicant application applied applies applying appoint appointment appraisal appreciate
    appreciation apprentice approach appropriate approval approve approximate approximation appt apt arbitrarily
    arbitrary arc arcade arcane arch archaic architecture archive are area arena arenae arent arguable arguably
    argue argument arise arisen arithmetic arm arose around arrange arrangement array arrears arrest arrival arrive
    arrogance arrogant arrow arse art arthritis article artificial artist artistic as asb ascend ash ashamed ashcan
    aside ask asleep asn asp aspect ass assault assemble assembly assert assertion assess assessment asset assign
    assignment assistance assistant assisted assisting assists associate association assort assume assumption assure
    asterisk asthma astra astronomer astronomy asylum asynchronous at ate atheism atheist atlas atmosphere
    atmospheric atom atomic atrocity attach attachment attack attain attempt attend attendance attendant attention
    attitude attorney attract attraction attractive attribute audi audible audience audio audit auld aunt auntie
    aunty authentic author authorisation authorise authority autistic autobiography automate automatic automatically
    automobile autumn availability available average avoid aw await awake award aware awareness away awfie awful
    awfy awkward awright axe axiom axis baby babysitter back backbone background backlog backspace backward bacteria
    bacterium bad badge badgernet baffle bag baggage bail bailiffs bairn bairnies bake balance bald ball ballet
    ballot ban banal banana band bandwagon bandwidth bang bank bankrupt bankruptcy banter bar barber bare bareback
    barefoot bargain barged bark baroque barrel barricades barrier barrister base basement bash basic basically
    basis basket bass bastard bat batch bath bathe bathroom battered battering battery battle baud bay be beach beam
    bean bear bearable beard beast beat beaten beautiful beauty became because become bed bedroom bedtime beef been
    beer before beforehand beg began beginner beginning begins begun behalf behave behaviour behind being belief
    believable believe bell belle belly belong belongings beloved below belt bench bend beneath beneficial benefit
    bent bereavement beside best bet beta betrayed between beware beyond bf bi bias bible biblical bicycle bid bide
    big biggest bigot bigotry bile bilingual bill billfold billion bin binary bind bingo biochemistry biography
    biological biologist biology bipolar bird birth birthday biscuit bishop bit bite bitmap bitten bizarre bizzies
    black blackboard blackmail blade blame blank blanket blaring blast blatant bled bleeding bless blew blind blink
    bliss blob block blog bloke blood bloody blot blow blown blue blur blurb blurry blurted bmw board boasting
    boasts boat bob body bog boggle bogus boil bold bolted bolts bomb bond bone bonny bonus book bookies bookings
    booklet bookshop bookstore boom boost boot booth border borderline bore boredom born borne borrow boss bot both
    bothered bothering bottle bottom bought bounce bound boundary bout bow bowl box boy boyfriend bracket bragging
    brags brain brake branch brand brass brave braw breach bread break breakdown breakfast breast breath breathe
    bred breed breeze brethren brick bridge brief brigade bright brightest brightness brilliant bring bro broad
    broadcast broke broken brothel brother brought brown browse bruise brush brutal bsl bubble buck bucket buddy
    budget buffer bug build buildings built bulb bulk bulky bull bullet bullied bum bump bunch bundle bungs bunk
    burden bureaucracy burger burn burnt bursary burst bury bus bush business businessman businesswoman bust busy
    but butch butt button buy buzz by bye bypass bystander byte cab cabbage cabinet cable cafe caffeine cage cake
    calculate calculation calculator calculus calendar call calm cam came camera camp campaign campus can cancel
    cancer candidate cannae cannot canny canonical cant canteen cap capability capable capacity capital capitalism
    capitalist captain capture car caravan carbon card cardboard care careful careless caretaker carpet carriage
    carrier carrot carry cartoon cartridge case caseload caseworker cash cassette cast casual cat catalogue
    catastrophic catch categorically category catered catering cathedral cattle caught causal causality cause
    caution cave caveat cease ceiling celebrate celebration cell cellular censor censorship cent central centred
    centres centring century ceremony certain certainty certificate certify cervical chain chair chairman chalk
    challenge chamber champagne champion chance chancellor change changeover channel chaos chaotic chap chapel
    chaperone chaplain chapter char character characteristic charge charitable charity charm chart chase chat chatty
    cheap cheapest cheat check checklist checkout cheek cheer cheerful cheery cheese chem chemical chemist chemistry
    chemsex cheque chess chest chestnut chew chi chicken chief chilblains child childcare childhood childish
    childminder children chill chin chip chocolate choice choir choked choose chop choral chord chorus chose chosen
    chronic chronology chuck chunk church cider cigarette cinema circa circles circling circuit circuitry circular
    circulate circulation circumstance citation cite citizen citizenship citroen city civic civil civilian
    civilisation civilise cjsw claim claimant clammed clarification clarify clarity clash class classic classical
    classification classify classroom clause clean cleanest clear clearance clearest clever cleverest click client
    cliff climate climb clinic clinical clip clique clock clog clone close closest closet closure cloth clothe cloud
    club clue clumsy cluster cmht co coach coal coarse coast coat cobbler code coercive coffee coherent coil coin
    coincide coincidence coke cold collaboration collapse collar collate colleague collect collection collective
    college colluding colon colony colour column combat combination combine come comeback comedy comfort comfortable
    comfortably comic comings comma command commandment commence comment commentary commentator commercial
    commission commit commitment committee commodity common communal communicate communication communism communist
    community compact companion companionship company comparable comparative compare comparison compassion
    compatibility compatible compel compensate compensation compete competence competent competition competitive
    competitor compilation compile complacent complain complaint complement complementary complete completeness
    completion complex complexity compliance complicate complication compliment comply component compose composite
    composition compound comprehend comprehensible comprehension comprehensive compress compression comprise
    compromise compulsion compulsory computation computational compute computerise con concatenate conceal concede
    conceivable conceivably conceive concentrate concentration concept conception conceptual concern concert
    concerto concession concierge concise conclude conclusion conclusive concrete concur concurrently condemn
    condemnation condense condition conditional conditionality condom condone conduct conductor conference confess
    confided confidence confident confidential confidentiality configuration configure confine confirm confirmation
    confiscated conflict conform confront confuse confusion congest congestion congratulate congratulations
    conjecture conjunction connect connection connector connotation conscience conscious consciousness consecutive
    consensus consent consequence consequent conservation conservative consider considerable considerably
    considerate consideration consist consistency consistent consolation console conspicuous conspiracy constable
    constant constituency constituent constitute constitution constitutional constrain constraint construct
    construction constructive consult consultancy consultant consultation consume consumption contact contain
    contemplate contemporary contempt contend content contention contentious contest context continent continental
    continual continuation continue continuity continuous continuum contour contraception contract contractor
    contradict contradiction contradictory contrary contrast contravention contribute contribution contributor
    contrive control controversial controversy convenience convenient convention conventional conversation converse
    conversion convert convey conveyance convict conviction convince convincingly cook cookie cool coop cooperate
    cooperation coordinate coordination coordinator cop copd cope copy copyright core corn corporate corporation
    corpse correct correction correlate correlation correspond correspondence correspondent corridor corrupt
    corruption corsa cos cosmic cosmology cost costumes cosy cot cotton couch cough could couldnae couldnt couldny
    council councillor counsel counsellor count countdowns counterexample counterpart countless country countryside
    county couple courage courier course court courtesy cousin cover coverage coverings cow cp cpd cpn cpo crabbit
    cracked cracking cracks craft cramp crap crash crass crawl crazy cream create creation creative creator creature
    credibility credible credits creed creep creepy crew cricket cried cries crime criminal cringe crisp criteria
    criterion critic critical criticise criticism crop cross crossfire crossroad crossword crowd crown crucial crude
    cruel cruelty cruise crunch crusader crush cry cryptic crystal cs cse cube cubic cubicle cuckoo cuddles cuddly
    cue cuff culprit cult cultural culture cumbersome cumming cums cumulative cunning cup cupboard cure curfew
    curiosity curious curly currency current curriculum curry curse cursor curtain curve custard custody custom
    customary cut cute cv cycle cyclist cylinder cynic cynical da dad daddy dae daft daily damage damn damnation
    damp dance danger dangerous dare dark darkness darling dash data database date datum daughter dawn day daylight
    daytime dc dead deadline deaf deal dealt dean dear death debatable debate debriefs debt debug decade decay
    decent decide decimal decision deck declaration declare decline decode decrease decrim decriminalised dedicate
    deduce deduction deed deem deep deepest deepfake default defeat defect defective defence defend defensive
    deficiency define definite definition definitive defy degenerate degradation degrade degree deid deity delay
    delete deletion deliberate delicate delicious delight delightful delimiters delirium deliver delivery delta
    delusion demand demented dementia demise democracy democratic democratically demolish demonstrate demonstration
    denial denominational denominator denote dense density dental dentist deny department departmental departure
    depend dependant dependence dependent deport deposit depot depress depression deprive dept depth depute deputy
    derange derivative derive dermatology derogatory descend describe description descriptive desert deserve design
    designate desirable desire desk desktop despair desperate despise despite destination destine destitute destroy
    destruction destructive detach detail detained detect detectable detection detective detector deter
    determination determine deterrent detox detract devastate develop development developmental deviation device
    devil devious devise devoid devote diabetes diabetic diagnosed diagnosis diagnostic diagonal diagram dial
    dialect diallings dialog dialogue diameter diary dice dictate dictator dictatorship dictionary did didnae didnt
    didny die died diesel diet differ difference different differential differentiate difficult difficulty dig
    digest digit digital dignity dilemma dim dimension dimensional dine dinnae dinner dinny dip diplomatic dire
    direct direction directive director directory dirt dirty disability disable disadvantage disagree disagreement
    disappear disappoint disappointment disaster disastrous disc discard discharge disciplinary discipline
    disclaimer disclose disclosure disco disconnect discontinue discount discourage discover discovery discreet
    discrepancy discrete discretion discretionary discriminate discrimination discuss discussion disease disengaged
    disgrace disguise disgust dish dishonest disk dislike dismal dismiss disnae disny disorder disowned dispatched
    dispenser dispensing dispersal dispersed display disposable disposal dispose disposition dispute disregard
    disrupt disruption dissertation dissimilar dissociating distance distant distasteful distinct distinction
    distinctive distinguish distort distortion distract distress distribute distribution district disturb
    disturbance ditch ditto dive diverse diversity divert divide divine division divorce dm dms dna do dob doc dock
    doctor doctrine document documentary documentation dodge dodgy doe doesnae doesnt doesny dog dogma doing dole
    dollars domain domestic dominant dominate don donate donation done dont doodle doom doon door doorbell doorman
    doorstep doorway dos dose dot double doubt doubtful doubtless down downhill downright downstairs downwards dozen
    dr draft drag dragon drain drama dramatic dramatically drank drastic drastically draught draw drawback drawings
    drawn dread dreadful dream dreamt dreary dreich dress dressings drew dried dries drift drill drink drip drive
    drivel driven drookit drop drove drown drug drum drunk drunken dry ds dual dubious duck due duff dug dull duly
    dumb dummy dump dumpster duplicate duplication duration during dust dustbin dusty duty duvet dv dx dying dynamic
    dynamically each eager eagle ear earlier earliest earn earnings earth ease easement easier easiest easily east
    eastern easy eat eaten eccentric echo ecological ecology economic economical economy ed edge edit edition editor
    editorial educate education educational effect effective effectiveness efficiency efficient effort efter egg ego
    eh eight eighteen eighteenth eighth eighty either elaborate elder eldest elect election electoral electorate
    electric electrical electricians electricity electron electronic electronically elegant element elementary
    elephant elevator eleven eligible eliminate elite elitist else elsewhere em email embarrass embarrassment embed
    emerge emergency eminent emit emoji emotion emotional emphasis emphasise empire empirical employ employability
    employee employment empowering empowerment empty emulate emulation emulator enable enclose encode encounter
    encourage encouragement end endeavour endings endless enemy energy enforce enforcement engage engagement engine
    engineered engineering enhance enhancement enjoy enjoyable enjoyment enlarge enlighten enlightenment enormous
    enough enquire enquiry enrolments ensure entail enter enterprise entertain entertainment enthusiasm enthusiastic
    entire entirety entitle entitlement entity entrance entry envelope environment environmental envisage envy epic
    epilepsy episode equal equality equate equation equilibrium equip equipment equivalent era erase ergo err
    erroneous error escape escort esol esoteric especially essay essence essential establish establishment estate
    esteem estimate estimation etc eternal eternity ethic ethical ethnic etymology evaluate evaluation even evenings
    event eventual ever every everybody everyday everyone everythin everything everywhere evict eviction evidence
    evident evil evolution evolutionary evolve ex exact exaggerate exam examination examine example exceed
    exceedingly excellence excellent except exception exceptional excess excessive exchange excite excitement
    exclamation exclude exclusion exclusive excuse executable execute execution executive exempt exercise exhaust
    exhaustive exhibit exhibition exist existence exit exotic expand expansion expect expectation expedition
    expenditure expense expensive experience experiment experimental experimentation expert expertise expire expiry
    explain explanation explanatory explicit explode exploit exploitation exploration explore explosion explosive
    exponential export expose exposure express expression expressway extant extend extension extensive extent
    external extinction extra extract extraction extraneous extraordinarily extraordinary extreme extremist eye
    eyesight fabric face facilitate facility fact factor factory factual faculty fade fae fags fail failure faint
    faintest fair fairest fairness fairy faith faithful fake fall fallacious fallacy fallen false fame familiar
    familiarity family famine famous fan fancy fantastic fantasy far farce fare farewell farm farther farthest
    fascinate fascist fashion fashionable fast fastest fat fatal fate father fatigue fatuous faucet fault faulty
    favour favourable favourite fb fear feart feasibility feasible feat feature fed federal fee feeble feed feedback
    feel feelings feet fell fella fellow felt female feminist fence fender ferry festival fetch fetish fever few
    fewest fibre fiction fictional fiddle field fierce fiesta fifteen fifth fifty fight figure file fill film filter
    filth filthy final finalise finance financial find findings fine finest finger finish finite fire firework firm
    first fiscal fish fists fit fitness five fix fixated fizzling fizzy flag flame flash flashback flat flatmate
    flavour flaw fled flees fleet flesh flew flexibility flexible flied flies flight flinch flip flirting float
    flood floor floorboards floppy flour flow flowchart flown flu fluctuates fluctuation fluent fluffy fluid flush
    flute fly foam fob focus foetal fog foil fold folio folk follow fond font food foodbank fool foolish foot
    footage football footnote footprint footsteps for forbade forbid forbidden force forcibly ford forecast foreign
    forensic foreseeable forest forever forgave forget forgive forgiven forgot forgotten fork form formal format
    formation formerly formula formulae formulation forthcoming fortnight fortunate fortune forty forum forward
    fossil foster fought foul found foundation fountain four fourteen fourth foyer fraction fracture frae fragile
    fragment frail frame framework frank frantic fraud freak free freebies freedom freelancer freeway freeze
    frequency frequent fresh friction fridays fridge fried friend friendship fries frighten fringe frivolous frog
    from front frontline frown froze frozen fruit frustrate frustration fry fta fudge fuel fulfil full fullest fully
    fume fun function functional functionality fund fundamental fundamentalist funeral funnier funniest funny fur
    furious furnish furniture furry further furthermore furthest fuse fusion fuss fussy futile future fuzzy gaff
    gagging gain galactic galaxy gallery gallus gambler gambling game gang gap garage garbage garble garden gas
    gasoline gasp gate gateway gather gaun gave gay gbv gdpr gear gender gene general generalisation generalise
    generate generation generator generic generous genetic genetically genius genocide genre gentle gentleman
    gentlemen gently genuine geographical geography geology geometry gesture get gf ghastly ghost giant gibberish
    gie gied gien gift gig giggled giggling gigolo gin girl girlfriend give given glad glaikit glance glass glean
    glen global glorious glory glossary glossy glove glow glue gnome go goal goat godmother gods goes going gold
    goldfish golf gone gonna gonnae gonny good goodbye goodness goody googled googles gorgeous gospel gossip got
    gotta gotten gov govern governments governor govt gown gps grab grace grade gradual graduate graduation graffiti
    graffito grafting grain grammar grammatical gran grand granda grandad granddaughter grandfather grandmother
    granite grannie granny grant graph graphic graphical grasp grass grateful gratuitous grave gravitational gravity
    greasy great greatest greed greedy green greet grew grey grid grief grieving grim grind grip groan groomed
    grooming groped gross ground group grow grown growth guarantee guard guardian guess guest guidance guide
    guideline guilt guilty guinea guitar gulf gullible gum gun gurgling gut guy gym ha habit habitual hack had hafta
    hail hair haircut hairdresser hairdressing hairy hale half halfway hall halt halve ham hame hand handbag
    handbook handful handicap handle handover handset handy handyman hang hangover happen happier happiest happily
    happiness happy harassment harbour hard hardback harden hardest hardship hardware hardy harm harmful harmless
    harmony harsh has hash hasnae hasnt hasny hassle hasten hasty hat hate hatred haud hauld hauled haunt have
    havenae havent havoc hay hazard hazy he head headache headline headphones health healthcare healthy heap hear
    heard hearings heart heartbroken heartily heat heaven heavier heaviest heavily heavy hed heel heid height held
    helicopter hell hello helmet help helpful helpless helpline hen hence henceforth hep her herd here hereby heresy
    heritage hero heroic herrings hersel herself hes hesitate heterosexual hexadecimal hey hi hid hidden hide
    hideous hierarchical hierarchy high highest highlight highway hilarious hill him himsel himself hindsight hint
    hip hire his hissel historian historic historical history hit hitherto hiv hiya ho hoarder hoarse hobby hog hold
    hole holidays hollow holy homeless homelessness homes homosexual homosexuality honest honesty honey honorary
    honour hook hoors hoose hope hopeful hopeless horde horizon horizontal hormones horn horrendous horrible
    horribly horrid horrific horrify horror horse hospital hospitalised host hostel hostess hostile hot hotel hour
    house household housekeeper hovering how however hr hrs hubby hubs hug huge huh hullo hum human humane humanity
    humble humbly humiliated humiliating humorous humour hunch hundred hung hungry hunt hurry hurt husband hustle
    hut hv hvs hx hydrogen hyphen hypocrisy hypocrite hypocritical hypothesis hypothetical hysterical hyundai ice
    icon id idaa idea ideal idealistic identical identification identifier identify identity ideological ideology
    idiom idiosyncratic idiot idiotic idle if ig ignorance ignorant ignore ill illegal illiterate illness illogical
    illusion illustrate illustration im image imaginary imagination imaginative imagine imbalance immature immediate
    immense immigration imminent immoral immortal immune impact impair impend imperative imperfect imperial
    impersonal implant implausible implement implementation implication implicit imply import importance important
    importuning impose impossible impractical impress impression impressive imprison improbable improve improvement
    impulse in inability inaccessible inaccuracy inaccurate inadequate inadvertently inane inappropriate incapable
    incarnation incentive inch incidence incident incidental inclination incline include inclusion inclusive
    incoherent income incompatible incompetence incompetent incomplete incomprehensible inconsistency inconsistent
    inconvenience inconvenient incorporate incorrect increase increasingly incredible incredibly increment incur
    indeed indefensible indefinite indent independence independent indeterminate index indicate indication
    indicative indicator indictment indirect indirection indistinguishable individual indoors induce induction
    indulge industrial industry ineffective inefficiency inefficient inequality inertia inevitable inevitably
    inexperienced infallible infamous infant infantile infect infection infelicity infer inference inferior
    inferiority infinite infinity infirmity inflation inflexible inflict influence influential info inform informal
    information informative infrastructure infrequent infringement ingenious ingredient inhabit inhabitant inhaler
    inherent inherit inheritance inhibit inhibition initial initialisation initialise initiate initiative inject
    injection injure injury injustice ink inner innocence innocent innovation innovative input inquire inquiry
    insane insect insecure insensitive insert insertion inside insidious insight insignificant insist insistence
    insofar insp inspect inspection inspiration inspire install installation instance instant instead instinct
    institute institution instruct instruction instrument instrumental insufficient insult insurance intact intae
    intake integer integral integrate integration integrity intel intellect intellectual intelligence intelligent
    intend intense intensity intensive intent intention intentional inter interact interaction interactive
    intercourse interest interestingly interface interfere interference interim interior intermediate intermittent
    internal international internet interpret interpretation interrogate interrogation interrupt interruption
    intersection interval intervene intervention interview intimate into intolerance intranet intrinsic
    intrinsically introduce introduction introductory intrusive intuitive invade invalid invalidate invaluable
    invariably invasion invent invention inventor inverse invert invest investigate investigation investigator
    investment invisible invitation invite invoke involve involvement ion irate iron ironic irony irrational
    irrelevant irrespective irresponsible irritate irritation is island isle isnae isnt isny isolate isolation issue
    it itchy itd item itll its itself ive jab jack jacket jag jaggy jail jam janitor jargon jaw jazz jcp jealous
    jeans jeep jelly jerk jest jet jobs john join joint joke jolly jotter journal journalist journey joy judge
    judgement judgemental juice jump jumpy junction jungle junior junk junkie jury just justice justifiable
    justifiably justification justify juvenile keen keep ken kent kept kerb kernel key keyboard keystroke keyword
    keyworker kia kick kid kidnap kidney kill kin kind kinda kindness king kinship kiss kit kitchen knackered knee
    knew knickers knife knight knives knock know knowledge known la lab label laboratory labour lack lad laddie lady
    lag laid lain lake lamp land landlady landline landlord landscape lane language lanyard lap laptop large largest
    lark laser lashes lashing lass lassie last late latest latter laugh laughter launch lavatory lawful lawn laws
    lawyer lay layout laziness lazy lcwra ld leach lead leadership leaf leaflet league leak lean leap leapt learn
    learnt lease least leather leave lecture led left leg legalised legally legend legendary leggings legible
    legislation legit legitimate leisure lemon lend length lengthy lenient lens lesbian less lesson lest let lethal
    letterbox level liability liable liaison lib libel liberal liberated liberation liberty librarian library
    licence license lid lie lied life lifelong lifestyle lifetime lift light lightest lightning like likelihood
    likewise limb limit limitation limping line linear lingerie linguistic linkage linked linking links lion lip
    liquid liquor lisp list listen listings lit literal literary literate literature litre little live livest load
    loan lobby local locate location lock locum lodge lodgings log logic logical logo loitering lone long longest
    look loop loophole loose lords lorry lose loss lost lot loud loudest lousy love low lowered lowering lowest
    loyal lube luck luckily lucky ludicrous luggage lump lunatic lunch lunchtime lung lurk lust luxury lying lyric
    ma machete machine machinery mad madam made madness magazine magic magical magnetic magnificent magnitude maid
    mail mailbox main mainframe mainland mainstream maintain maintenance maize major majority make male malfunction
    malicious mammogram man manage management mandate mandatory mangle mania manic manifestation manifestly
    manifesto manipulate manipulation mankind manpower manual manufacture many map margin marginal marital mark
    market marriage marry marshal marvellous mas masel mask massage masses massive master mat match mate material
    maternity mathematical mathematician mathematics maths matrices matrix mattress mature maw maxed maximise
    maximum maybe mayor maze me meal mean meaningful meaningless meanings meant meantime meanwhile measure
    measurement meat mechanic mechanical mechanism med media medical medication medicine medieval medium meet
    meetings megabyte melody melt member membership memes memo memorable memory men mend menopause mental mentality
    mention mentor menu merc mercury mercy mere merge merit merry mess message messy met metal metaphor method metre
    metric metro mice microcomputer microprocessor microwave mid midday middle midnight midwife midwives might
    mighty migrate migration mild mile mileage military milk mill million mimic min mince mind mindless mine minimal
    minimalist minimise minimum minister minor minority mint minus minute miracle miraculous mirror miscarriage
    miscellaneous misconceptions misconduct misdirect miserable miserably misery misfortune misguide misinterpret
    mislead misled misogyny misplace misprint misread misrepresent miss missile mission missus mist mistake mistaken
    mistook misunderstand misunderstood misuse mitigating mix mixture ml mnemonic moan mob mobile mock mod mode
    model modellings moderate moderation modern modest modification modify module mole molecular molecule moment
    momentarily momentum monarch money monitor monkey monochrome monologue monopoly monster month mood moon moral
    morality more moreover mornin morning moron mortal mortality mortgage mortified mosque most mot mother motion
    motivate motivation motive motor motorway motto mould mount mountain mouse mouth move movement movie mr mrs ms
    msg much muck mud muddle mug multi multiple multiplication multiply mum mumble mummy mundane murder muscle
    museum music musical musician must mutter mutual mx my myself mysterious mystery mystic myth mythical mythology
    nae naebody naething naewhere nagging nah nail naive naked name nameless nane nappies narrative narrow narrowest
    nasal nastier nastiest nasty nation national nationality native natural nature naughty nay near nearby nearest
    neat necessarily necessary necessity neck necklace need needle needless negate negative neglect negligible
    negotiable negotiate negotiation neighbour neighbourhood neither nephews nerve nervous nest net network neural
    neutral never nevertheless new newcomer newest newsletter newspaper next nice nicest nick nickname nieces night
    nightclub nightmare nil nine nineteen nineties nissan nite no noble nobody nodded node nods noise noisy nominal
    nominate non none nonetheless nonsense noo noon nope nor nordic norm normal normality north northern nos nose
    nostalgia nosy not notable notably notation note notebook nothin nothing notice noticeable noticeably
    notification notify notion notorious notwithstanding noun novel novelty novice now nowadays nowhere nrm nrpf
    nuclear nude nuisance null numb numbered numbering numbest numeral numeric numerical numerous nun nurse nursery
    nut oan oar oath obey object objection objectionable objective obligation obligatory oblige obnoxious obs
    obscene obscure obscurity observation observe obsess obsession obsolete obstruct obtain obtainable obvious
    occasion occasional occupation occupy occur occurrence ocean oclock odd of off offence offend offensive offered
    offering offhand office official offset offshore offspring often oh oil okay old oldest omission omit on once
    one oneself ongoing onion online only ontae onto onus onward onybody oor oot op open opera operate operation
    operational operative operator opinion opponent opportunity oppose opposite opposition oppress oppression opt
    optic optical optician optimal optimisation optimise optimistic optimum option optional opus or oral orange
    orbit orbital orchestra orchestral order ordinary organ organic organisation organise orient oriental orientate
    orientation origin original originate originator orthodox other otherwise ought our ourselves out outcalls
    outcome outcry outdated outfits outgoing outline outlived output outrage outrageous outright outset outside
    outstanding outweigh over overall overcame overcome overdose overdraft overdue overflow overhead overheard
    overlap overload overlong overlook overnight overpayment overprice overreacting overreaction overridden override
    overrode overseas overstay overtime overtone overturned overview overwhelm overwriting overwritten owe owed
    owing own ownership oxygen ozone pace pacifier pack package packet pad page paid pain painful painless paint
    paintings pair pal palace pale pan panel panic panicked panicking pant papa paper paperback paperwork par
    paracetamol parade paradise paradox paragraph parallel paramedic parameter paranoia paranoid paraphrase parcel
    pardon parent parentheses parenthesis parity park parlour parochial parody parole parrot parse part partial
    participant participate particle particular partition partner partnership party pass passage passenger passion
    passionate passive passport password past paste pastor pat patch patchy patent path pathetic pathway patience
    patient patrol patronise pattern pause pavement pay payback payday payment payroll payslip pc pe peace peaceful
    peak peanut peasant peculiar pedal pedant pedantic pedantry pedestrian peep peer pees pen penalised penalty
    pence pencil pended pending pends penguin penis penny pensioner people per perceive percent percentage
    perception perfect perfection perform performance perfume perhaps period periodic periodically peripheral
    permanence permanent permissible permission permit perpetrator perpetual persecute persist persistent person
    personal personality personnel perspective persuade persuasion perverse pestered pet petition petrol petty
    peugeot pf pharmacist pharmacy phase phenomena phenomenon philosopher philosophical philosophy phone photo
    photocopy photograph photographic phrase physic physical physicist physio physiology pi piano pic pick picture
    pie piece pig pigeon pile pill pillar pilot pimp pin pinch pink pinpoint pint pipe pipeline pit pitch pitfall
    pity pizza place placement plague plain plan plane planet planetary plant plaster plastic plate platform
    plausible play playground plea pleaded pleading pleasant please pleasure pled pledge plenty plot ploy plug
    plumber plural plus pm pocket podcast podiatrist podium poem poet poetic poetry point pointless poison poke
    polar pole policeman policing policy polis polished polishes polishing polite politeness political politician
    politics poll pollution polynomial pompous pool poor poorest pop pope populace popular popularity populate
    population pork porn pornography port portability portable portal portfolio portion portray pose position
    positive possess possession possibility possible possibly post postage postal postcard postcode postmaster
    postnatal postpone postscript postulate pot potato potential pothole pound pour poverty powder power powerful
    practicable practical practice practise practitioner pragmatic praise pray pre preach precaution precede
    precedence precedent precious precise precision precognition predecessor predict predictable prediction
    predominantly preface prefer preferable preferably preference prefix pregnancy pregnant prejudice preliminary
    premature premise premium prep preparation prepare prepay prerequisite prescribe prescription presence present
    presentation preserve president press pressure presumably presume pretend pretentious pretty prevail prevalent
    prevent prevention preview previous price prick pride priest primarily primary prime primitive prince principal
    principle print printout prior priority prise prison privacy private privatisation privilege prize pro
    probability probable probably probation problem procedure proceed proceedings process processor proclaim
    procurator produce product production productive productivity profession professional professor profile profit
    profitable proforma profound program programmable programme progress prohibit project projection proliferation
    prolong prominent promiscuity promiscuous promise promote promotion prompt prone pronoun pronounce pronunciation
    proof propaganda proper property prophet proportion proportional proposal propose proposition proprietary prose
    prosecute prosecution prospect prospective prostitute prostitution protect protection protein protest protocol
    prototype proud prove proven provide provision provisional provocative provoke proximity prude pry pse pseudo
    psych psychiatric psychiatrist psychological psychologist psychology psychosis pt pts ptsd pub public
    publication publicise publicity publish pudding pull pulp pulse pump pun punch punctuation puncture punish
    punishment punt pupil purchase pure purge purity purple purpose purse pursue pursuit push pushy put putt puzzle
    pvg pyjamas python qualification qualifier qualify quality quantity quantum quarter quay queen queer query quest
    question questionable questionnaire queue quibble quick quickest quid quiet quietest quit quite quiz quota
    quotation quote rabbit rabid race racial racism racist rack racket radar radiation radical radio radius rag rage
    raid rail railroad railway rain rainbow raincoat raise ram rampant ran random rang range rank rant rape rapid
    rapped rare rarest rash rat rate rather ratio rational rationale rations rattle rave raw ray razor rd re reach
    react reaction reactionary reactivated reactor read readable readership readily readings ready real realisation
    realise realistic reality realm rear rearrange reason reasonable reasonably reassure rebook rebuild rebuilt
    recall receipt receive recent reception receptionist recipe recipient reckless reckon reclaim recognisable
    recognise recognition recollection recommend recommendation reconcile reconsider reconsideration record
    recordings recourse recover recovery recreational recruit recruitment rectangle rectangular rectify recursion
    recursive recycle red redefine redirect reduce reduction redundancy redundant ref referee reference referendum
    referral referred referring refine reflect reflection reflex reform reformat refrain refresh refuge refugee
    refund refusal refuse refute reg regain regard regardless regime region regional register registration regret
    regrettably regular regulation regulator rehab reign reinstate reiterate reject rejection relapsed relapses
    relate relation relationship relative relativity relax relay release relevance relevant reliability reliable
    reliably relief relieve religion religious relocation reluctance reluctant rely remain remainder remand remark
    remarkable remarkably remedy remember remind reminiscent remit remote removal remove rename renault rend
    rendered rendering rendition renew renewal rent reopen rep repair repeat repeatable repeatedly repent repertoire
    repetition repetitive rephrase replace replacement replied replies replying report represent representation
    representative reproduce reproduction repulsive reputation repute request require requirement requisite reread
    rescue research resemblance resemble resent reservation reserve reset reside residence resident residential
    resign resignation resist resistance resolution resolve resort resource respectable respected respectful
    respecting respective respects respond response responsibility responsible rest restart restaurant restore
    restrain restrict restriction restrictive result resume resurrection retail retain retire retirement retract
    retrieval retrieve return reuse reveal revelation revenge revenue reverse revert review revise revision revolt
    revolution revolutionary reward rewrite rewritten rewrote rhetorical rhyme rhythm ribbon ribs rice rich richest
    rid ridden riddled ride ridiculous right rigid rigorous ring riot rip rise risen risk risky ritual rival river
    rm road robbed robot robust robux rock rocket rod rode role roll roman romance romantic roof roofless room roon
    root rope rose rot rota rotate rotation rotten rough round roundabout rout route routine row royalties rub
    rubbish rucksack rude rugby ruin rule rumour run rung rural rush rusty rx sabotage sack sacrifice sad sadden
    safe safeguard safest safety saga said sail saint sake saki salary sale salesman salt same sample sanction sand
    sandwich sane sang sanity sank sarcasm sarcastic sarcs satellite satire satisfaction satisfactorily satisfactory
    satisfy sauce sauna save savings saw saying says scale scan scandal scarce scare scarf scarlet scars scary
    scatter scenario scene scenery sceptical schedule scheme schizophrenia scholar school schoolgirl science
    scientific scientifically scientist scope score scot scotch scrap scratch scream screen screenshot screw
    screwdriver script scroll scrubbing scrubs scum scunner sea seal search season seasonal seat second secondary
    secret secretary sect section sector secular secure security sedated see seed seek seem seemingly seen segment
    seize seldom select selection selective self selfish sell semantic seminar send senior sensation sense sensible
    sensibly sensitive sensitivity sensory sent sentence sentient sentiment sentimental separate separation
    separator sequel sequence sequential sergeant serial series serious seriousness sermon servant serve service
    session set settings settle seven seventeen seventh seventies several severe severity sex sexist sexting
    sextortion sexual sexuality sexy sgt shade shadow shag shake shaken shaky shall shallow sham shame shape share
    shareholder shark sharp shattered shaved she shed sheep sheet shelf shell sheltered shelve sheriff shift shined
    shines shining shiny ship shirt shock shoe shone shook shoot shop shoplifting shore short shortage shorten
    shortest shorthand shot should shouldnae shouldnt shout shove show shown shrug shut shutdown shy sic sick sicken
    sickness side sideways sigh sight sigma sign signalled signalling signals signature significance significant
    signpost silence silent silhouette silicon sillier silliest silly silver sim similar similarity simple simplest
    simplicity simplify simplistic simply simulate simulation simultaneous sin since sincere sine sinful sing single
    singular sinister sink sir sis sister sit site situate situation six sixteen sixth sixty size skeleton sketch
    skill skin skint skip skirt skoda skull sky slack slag slam slang slap slash slave slavery sleazy sleep sleepy
    sleeve slept slice slid slide slight slightest slim slip slippery slogan slope sloppy slot slow slowest slumped
    slurring smack small smallest smallish smart smash smear smell smelly smile smith smoke smooth smug snack snag
    snail snap snappy sneak sneaky sniff sniggered sniggering snip snobbery snoring snow so soap sobbed sober social
    socialism socialist society sock socket sod sofa soft software soil solar sold soldier sole soliciting solicitor
    solid solo solution solve some somebody somehow someone someplace somethin something sometime somewhat somewhere
    son song sonographer soon soonest sop sophisticate sordid sore sorry sort sought soul sound soundtrack soup
    source south southern space span spare spat spatial speak special specialise specialist speciality species
    specific specifically specification specify specimen specs spectacular spectrum speculate speculation speculum
    sped speech speed spell spellings spelt spend spent sphere spiel spies spigot spike spill spin spiral spirit
    spiritual spit spite splendid split spoil spoilt spoke spoken spokesman sponges sponsor spontaneous spoof spool
    sport spot spotless spouse spout sprang spray spread spreadsheet spring sprung spur spurious spy spyware squad
    square squash squeeze squints squirm sssc stabbed stabbing stabilise stability stable stack staff stag stage
    staggered staggering stair staircase stairwell stake stale stalker stalking stall stamp stance stand standard
    standardise standby standpoint star stare stark start startle starve stashed state statement static station
    stationary statistic statistical stats status statutory stay steadily steady steal steam steel steep steer stem
    step stepdad stepfather stereo stereotype sterile sterling sti stick sticky stiff stigma still stimulate
    stimulation stir stitched stoater stock stole stolen stomach stone stood stop storage store storey storm story
    straight straightforward strain strange strangest strangle strategic strategy straw stray stream street
    streetlight strength strengthen stress stretch strict strike string stringent strip strive stroke strong
    strongest struck structural structure struggle strung stuck student studio study stuff stumble stun stunt stupid
    stupidity style subject subjective submission submit subroutine subs subscribe subscription subsequent subset
    subsidiary subsidise substance substantial substitute substitution subtle subtlety subtly subways succeed
    success successful succession successive successor such sudden sue sued suffer suffice sufficient suffix sugar
    suggest suggestion suicidal suicide suing suit suitability suitable suitably suitcases suite sum summarise
    summary summat sundry sung sunk sunlight sunny sunrise sunshine super superb superficial superfluous superior
    superiority supermarket supernatural supervise supervision supervisor supplement supplementary supplier supply
    support suppose supposedly suppress suppression supreme sure surface surfing surgery surname surplus surprise
    surprisingly surround surroundings survey surveyor survival survive survivor susceptible suspect suspend
    suspension suspicion suspicious sustain sw swab swallow swally swam swamp swap swear sweat sweatshirt sweep
    sweet sweeties swept swim swing swipe switch swollen sword swore sworn sws swum symbol symbolic symmetric
    symmetry sympathetic sympathise sympathy symphony symptom sync syndicate syndrome synonym synonymous syntactic
    syntactically syntax synthesis synthesizer system systematic tab table tablet tack tackle tactic tactical
    tactless tae tag tail tailor take taken takings tale talent talk tall tame tangent tank tap tape target tariff
    task taste tasteless tattoo taught tax taxation taxi taxpayer tea teach team teapot tear teatime technical
    technique technological technology tedious teen teenage teeth tel tele telephone telescope television tell tellt
    telt temp temperature template temple temporarily temporary tempt temptation ten tenancy tenant tend tendency
    tenement tennis tense tension tent tentative tenth term terminal terminate termination terminator terminology
    terrible terribly terrify territory terror terrorism terrorist terse test testify text textbook textual th than
    thank thankful that thatll the theatre thee theft thegither their them theme themsel themselves then theological
    theology theorem theoretical theory therapist therapy there thereabouts thereafter thereby therefore thereof
    thersel these thesis they theyd theyll theyre theyve thick thickness thief thieve thighs thin thing think third
    thirst thirteen thirty this tho thole thorough thoroughfare those thou though thought thousand thread threat
    threaten three threshold threw thriving throat through throughcare throughout throughput throw thrown thrush
    thrust thumb thus thy thyroid tick ticket tidy tie tied tiger tight til tile till time timeline timescale
    timetable tin tiny tip tire tiresome title to toad toast tobacco today toddler toe toenails together toggle
    toilet token told tolerant tolerate toll tom tomato tome tomorrow ton tone tonight too took tool toon tooth
    toothache top topic topical topless torch tore torn torture toss total touch tough toughen toun tour tourist
    toward towels tower town toy toyota trace track trade tradesmen tradition traditional traffic trafficked
    trafficker trafficking tragedy tragic trail train trainee trans transaction transactional transcript transfer
    transform transformation transient transit transition translate translation translator transmission transmit
    transparent transport trap trash trashcan trauma traumatised travel travellings tray tread treasure treat
    treatment treaty tree trek tremendous trend trendy triage trial triangle tribe tribunal trick tricky tried tries
    trifle trigger trilogy trip triple tripos triumph trivia trivial trolley troop trouble trouser truck true truly
    trumpet truncate trunk trusted trustee trusting trusts trusty truth try tube tucked tune tunnel turn turntable
    tutor tutorial tv twa tweed twelve twentieth twenty twice twigs twin twist two tx txt tying type typeset
    typewriter typical tyre uc ugh ugly ulcers ultimate unable unacceptable unaccompanied unaffected unambiguous
    unannounced unattended unauthorised unavailable unavoidable unaware unbalanced unbearable unbelievable
    unbelievably unbiased unblock unborn uncertain uncertainty unchanged uncle unclear uncomfortable uncommon
    unconnected unconscious unconvincing undeclared undefined under underage underestimate undergo undergone
    undergrads undergraduate underground underlain underlay underlie underline underlying underneath understand
    understandable understood undertake undertaken undertook underwear underwent undesirable undid undo undocumented
    undone undoubtedly undress unduly unease uneasy unemployed unemployment unexpected unexplained unfair unfamiliar
    unfinished unfit unfortunate unfounded unfriendly unhappy unhealthy unhelpful uni uniform unify unimportant
    uninteresting union unique unit unite unity universally universe university unjustified unknown unless unlike
    unlimited unload unlock unlucky unnatural unnecessarily unnecessary unobtainable unofficial unpacking unpaid
    unpleasant unpopular unpredictable unprotected unread unreadable unreal unrealistic unreasonable unrelated
    unreliable unsafe unsatisfactory unscheduled unseen unset unsolicited unsound unspecified unstable unsuccessful
    unsuitable unsupported unsure unsuspecting untidy until unto untrue unusable unused unusual unwanted unwelcome
    unwell unwilling unwise unworkable up upbringing update upfront upgrade uplift uploaded upon upper upright ups
    upset upside upstairs upward urban urge urgency urgent urine url urnae us usable usage use used useful
    usefulness useless user username using usual utility utter vacancy vacation vaccinations vaccine vacuum vaginal
    vague vain valid validity valley vallies valuable value valve van vandalism vanish vape variable variance
    variant variation variety various vary vast vat vauxhall vaw vawp vector vegetable vegetarian vehicle vein
    velocity vend vendor venue verb verbal verbatim verbose verdict verification verify versatile verse version
    versus vertical very vessel vet via viable vicar vicarious vicinity vicious victims victory vid video view
    viewpoint vigorously vile village vintage vinyl violate violation violence violent violin vip virgin virtual
    virtue virus visa visible visit visitor visual vital vocabulary vocal vodka voice voicemail void voltage volume
    voluntarily voluntary volunteer volvo vomit vote vouch vowel vs vulnerability vulnerable wade wae waffle wage
    wait waived wake walk wall wallet wan wander wank wanna want war ward warden warehouse warm warn warnings warp
    warrant warranty wartime warts wary was wash wasnae wasnt wasny waste wasteful watch water wave way we weak
    weakness wealth wealthy wean weapon wear weary weasel weather webcam webinar website wedded wedding weds wee
    weed week weekday weekend weel weigh weight weird weirdo welcome welfare well went were west wet weve whale what
    whatever whatsoever wheel wheelchair wheesht when whence whenever where whereabouts whereas whereby whereupon
    wherever whether which whichever while whilst whim whip whisky whisper whistle whit white who whod whoever whole
    wholeheartedly wholl wholly whom whoop whore whose whove why wi wicked wid wide widespread widest widow width
    wife wifie wig wild will willingly willnae willpower wilnae win wind window windscreen wine wing wink winnae
    winter wipe wir wire wis wisdom wise wisest wish wit witch with withdraw withdrawal withdrawn withdrew withheld
    withholds without witness witty wive wizard woke woken wolf woman wombat women won wonder wonderful wondrous
    wont wood wooden word wore work workable workings workload workmate workshop workstation world worldwide worm
    worn worry worse worship worst worth worthless worthwhile worthy would wouldnae wouldnt wouldny wound wow wrap
    wraparound wrath wreck wren wretched wrist wristband write writings written wrong wrote wumman wummin wur yard
    yawn ye yeah year yellow yep yer yersel yes yesterday yet yeti yield yin yis yo you youd youll young youngest
    your youre yourself yourselves youse youth youve yr yrs zap zeros zone
    """.split()
)
# fmt: on
