"""Given names registered in Scotland since 1974, or common elsewhere, that ``names`` lacks.

The sure ones come first, then those near to a word.

Derived by training/derive_names.py from "Babies' first names" of National Records of Scotland, 1974 to 2020, Crown
copyright, Open Government Licence v3.0, and from "popular names by country", CC0. It says which names exist, and
nothing of anybody who bears one.
"""

from bot.hearing.details.packed import Packed

REGISTERED = Packed(
    """
    aada aaden aadya aahil aaiden aaila aaima aaira aairah aaishah aakash aala aalaa aaleyah aalia aaliah
    aaliya aalya aamina aaminah aamira aamirah aanisah aanya aara aaran aaren aari aaria aariah aarib aarin
    aariyah aariz aarran aarron aarryn aarti aarush aarvi aarya aaryanna aaryn aasha aashvi aasia aasiyah
    aasma aayah aayan aayat aayden aayla aayush abagail abaigeal abaigh abbeigh abbeygail abbi abbiegail
    abbigael abbigail abbigale abbygail abdalla abdallah abdalrahman abdel abdelkader abdelrahman abdoulaye
    abdoulie abdulah abdulhadi abdulhamid abdullo abdulmalik abdulrahim abdulsalam abdur abdurahman
    abdurrahman abdussalam abeeha abel abhiram abia abigael abigale abigayle abiha abisha abraham abrar
    abrish abubakr abulfazl adah adaira adaline adalyn adara addisyn addyson adeeb adel adelia adeline
    adelle adelyn adem aderyn adham adhamh adhvik adia adiel adison adlai adley adnaan adomas adora adriano
    adrians adriel adrija adrijus advik adya adyan adyn aedan aeden aedyn aela aelish aemilia aengus aerith
    aeron aeryn aeson aeva affan afiya afiyah afnan afonso afrah afsa afsha afsheen aftab afton agha ahaan
    ahmet ahran ahren ahria ahron ahyaan ahyan aibhlinn aidah aidian aidyn aiesha aikaterini aila ailah
    ailbe ailean aileana aileas ailee aileigh ailey aili ailise ailith aillie aillish aimar aimeeleigh aimi
    aimie aimiee ainara ainslee ainsleigh ainsley airah airen airlie airyn aishwarya aisla aisleen aisultan
    aithne aiva aivah aiyana aiyanna aiyla aiysha aizah ajaz ajda ajla ajwa akasha akeel akhila akira akmal
    aksa aksel akshara alaia alaina alaine alaisdair alaistair alaister alanagh alanah alani alanis alanoud
    alanya alaric alasdhair alaya alayah alayna alayne alban albaraa alberte albi albie aldiyar aleah
    aleasha alecia aleczander aleeah aleece aleeha aleesa aleeya aleeyah aleia aleigh aleigha aleighsha
    aleisha aleishia alek aleks aleksandr aleksandre aleksandrs alesha aleshia alesia alessa alethea
    alexandera alexanderina alexandr alexandre alexandrea alexandros alexey alexi alexina alexine alexs
    alexsander alexsandra alexus alexx alexzander alexzandra aleya aleyna aleysha alfi alfonso aliana
    alianna alica alicea aliesha alikhan alima alinur aliona alisa alisdair alishah alishia alishya alisia
    alissa alissia alistar alita alivia alixandra aliyaan aliyyah aliza alizah alizay allanah allanis
    allanna allannah allena alliah allie allisa allisha allistair allister allix alliyah allysa allysha
    allyson allyssa almina almir alora alparslan althea alun alvar alveena alvin alwyn alya alyaan alyce
    alycia alyia alyisha alyn alysa alyse alysha alyshea alyshia alysia alysse alyssia alyvia alyx alzahra
    amaal amaar amaara amabel amaia amaiya amana amandine amanpreet amarah amari amaris amarpreet amatullah
    amaya amayah amayra amba amberley ambra ambrose amee ameena ameenah ameerah ameila ameilia ameira amel
    ameli ameliah amelija ameliya amelja amelle amellia amellie amerah amey amia amiah amiee amii amilee
    amileigh amilia amilie amilya aminah amita amiya amiyah ammaar ammaarah ammarah ammie amora amos amra
    amran amreen amrik amritpal amro amye amylee amyleigh amyra anaaya anabella anabelle anabia anahit
    anahita anaisa anaiya analeigh anas anastacia anastasija anastasiya anastazia anaum anayah andi andie
    andii andrejs andrena andrene andrewina andrey andria andrias andrina androula aneeka aneela aneesah
    aneesha aneila anela aneurin angad angelene angeliki anik anina aniq aniqah anisah anisha anishka anissa
    aniya aniyah anji anjolaoluwa anmar anmol annabell annabella annabeth annah annalee annaleigh annaleise
    annalese annalie annaliese annamarie annastasia anndrea anneka anneke anneli annelies annelise anni
    annia annice annika annis annisa annissa anniyah annlouise annmaree annmaria annum annya anohito anona
    anoop anoushka anouska ansley anson antek antonette antonnia anwen anya anzu aodan aoibh aoibhe aoibhin
    aonghus aous aphra apollo aputsiaq arabelle aradhya arainn araminta aran arav araya arbaaz ardan areeb
    areeha areesha arfan arhaan arhum ariadne ariah arianah ariane arianna ariannah arianne arianwen aribah
    ariel ariela arielle arijus arika arion arisha arissa ariya ariyah ariyana arjen arlah arlaine arleen
    arlen arlie arline arlo arlyn armeen armelle armen armine arno arnold aroha aron aroosh aroush arpi
    arrabella arren arria arriah arrianna arrianne arrin arron arryn arsalaan artiom artyom aruuke aruuzat
    arvin arwen arwyn aryaan aryah aryana aryanna aryia aryn asam aseel asemahle asfa ashanti ashfaq ashia
    ashlay ashlea ashleah ashleen ashlene ashli ashlie ashliegh ashlyn ashlynn ashlynne ashraqat ashtyn
    asiah asifa asilim asiyah asja asjad asmita assia astyn asya athanasios atharv athina athol atholl atika
    atticus aubree aubrey audra augusta augustine augustus aukse aulay auley aurla aurlah auron auryn
    austeja austen austyn avah avais avaleigh avanna avarose avaya averie avery aviana avianna avie avigail
    avik avleen avneet avram avtar ayaana ayaat ayah ayalah ayanna ayda aydah aydn aydon ayeesha ayeisha
    ayeshah ayeza aygun ayham aylah aylan aylar aylee ayleen ayleigh aylie aylish aynsleigh aynsley aynslie
    ayomikun ayoub ayra ayrah ayren ayron ayrton aysa ayshah ayshea ayshia ayub ayva ayvah ayyan ayyub ayza
    ayzere azaan azan azar azaria azariah azka azlaan azlan azzam baatar bailee baileigh bailie bailley
    bakary baldeep baley baljeet baljinder balraj bandar banele baraa barbare barbra barnaby barri bashar
    bastian batkhaan bayan bayarmaa baylee bayleigh bayley baylie beauden bebhinn becci becki beki bekki
    bellamy benedetto benedict benedicte benedita benett beniamin benjamyn benji benjiman bennet benson
    bernice berrdo bertram beshoi bethanay bethaney bethannie bethanny bethel bethia beulah bevin bharat
    bhavya biba bibek bibiana bilaal billal billyjoe binita bisera bishal blaike blaine blaire blaise blaize
    blane blayke blayne blayr blayre blythe boden bodhi bolormaa bonita boshra bowen boyan bradan braden
    bradlay braedan braeden braedon braedyn braelyn brahim braiden braidy braidyn branden brandyn brannon
    branwen braxton braydan breagha breandan breanna breanne bree breige brenden brendyn brenna brennen
    brent brenton bria briagh briannah brianne bridgette briella brielle brighid brihanna brinley brioni
    brionni brionny brittany brittney brodan brodee broderick brodey brodhi brodi brody broghan brogyn
    bronia bronwen bronya brookelyn brooklin brooklyne brooklynn brooklynne bryanna bryant brydon bryn
    brynmor brynn bryoni bryonie bryson caben cabhan cacey cadan caden cadey cadha cadhla cadi cadie cadyn
    caedan caeden caela caelan caeleb caelen caelinn caellum caelum caelyn caia caidan caidence caidyn caila
    cailah cailan caileb caileen caileigh cailen cailey caillan caillen cailum cailyn cailynn cain caine
    caira cairan caireen cairine caisey caitie caitlain caitlan caitland caitlinn caitlynn caitlynne caitrin
    caius caleigh calen calib calie calise calista callam calleigh callen callia callie callista callumn
    cally callyn calyn cambell camden camdyn cameryn cammie camran camren camron candace candi candida
    candis caoilainn caoilfhinn caoilinn caoimhin carah caraline caralyn carene carianne carine cariss
    carissa carlann carlanne carlee carleen carleigh carley carli carlina carline carlotta carlynn carlynne
    carmella carmyn carolan carolanne caroleanne carolyne carolynn carolynne caron carragh carrianne carrick
    carrieanne carrina carsen carsyn carwyn caryn caryss casian cason caspar casper cassey cassi cassian
    cassius cassy cataleya catelyn cathan catharina catharine catherina cathleen cathrine cathryn catie
    cavan cavin cayce cayde cayden caydence cayla caylan cayleb cayleigh cayley cayne cayson cece cecelia
    cecil cecily ceejay ceilidh ceira ceiran ceire ceitlin cejay celena celene celise ceri cerian ceridwen
    ceris cerri cesare chaela chanell chanelle chaniece chanise channelle channon chantalle chantele charbel
    chardonnay charelle charise charissa charisse charla charlaine charlay charlee charleen charleigh
    charlette charli charlii charline charlize charlton charmane charmayne charmian chavonne chaya chedeline
    chelcie chelsay chelsealee chelsee chelsey chelsi chelsy chenice chenise cheree chereen cherelle cherene
    cheri cherice cherie cherilyn cherise cherisse cherith cherlene cherlyn chermaine cherrelle cherri
    cherrie cherryl cherylann cherylanne cheryle cheryll chevonne cheyanne chikaima chimene chirsty chivonne
    chizara chloie chrisanne chrissy christabel christeen christi christiaan christiana christianna
    christianne christipher christophe christos chuluun chun chyvonne ciana cianan cianna ciaren ciaron
    ciarra cici cienna ciera cieran cieren cieron cierra cinar ciorstan cjay clair claira clarence clarinda
    clarisse claudio claye clayre clayton clementina cleo cleodie clova coady coban coben cobi cobie cobyn
    coco codi coen cohan cohen coira colbie colene coleton colina collette colten colton conaire conal conar
    conlyn connah connaire connal connall connan connar connel connon conran constantine coragh corah coray
    corban corben corbyn coreen corine cornelius corran correen correna correy corri corrina corrine
    corrinna corrinne corryn corynn cosima coupar courtenay courteney courtnay courtnie courtny crisdean
    cristiano cristie cristopher cruiz cullan cynan cyndi cyprian cyra cyrus daanya daanyaal daegan daena
    dagan daigan dainton daisey daisi dalal dalila dalton dalvinder damaris damion damjan damla danah
    danaidh dane daneen danella danelle dani daniell danii daniil danika danil danila daniya daniyah danni
    dannie danniel danniella dannielle dannii dannika danya danyaal danyal danyelle danyl danylo daoud
    darach darah daran darbi darby darcee darci darelle darian dariush darla darlah darleen darlene darnell
    daron darra darrach darrah darran darrel darrelle darrian darrin darron darryll darryn daryle daryll
    dashiell davin davinder davud dawoud dawud daxton dayle daylen daynah dayne dayton daytona deacan
    deaglan deakyn deanna deanne debbi debby debora debrah dechlan decklyn deeanne deeba deena deklan deklyn
    delfina demelza demetre demilee demileigh demmi denham deniece denin denna dennan denni dennie dennise
    dennon denon denzel denzil deonne dereck deri derick derik derin dermott derran derren derri derrie
    derryn derya deryck deryk deryn devansh deveron devesh devin devinder devlyn devran devyn devynn dewi
    deyna dhana dhani dhara dharci dhia dhilan dhriti dhugal diann diarmid dielle digby dilanas diljeet
    dillan dilraj dimitra dimitris dinah dion dione dixon diyar djamel dmitry doha dolcie dolton domenic
    domenica domenico dominick dominik donavan donnacha donnamarie donya dorcas dougald dougray dudley
    dugald dulcie dwayne dyane dyanne dylin dyllan dyllon dylon eala eammon eathan eavan ebba ebenezer eboni
    ebonnie ebrahim ecrin edana eddi edel edele edie edison edson edwyn edyn eeli eesah eesha eevi eevie
    ehren ehsaan eibhlin eidann eila eilah eilean eileidh eilise eiliyah eillidh eillish eily eimaan eiman
    einar eiran eireann eireanne eirene eirian eirik eirin eirinn eirwen eitan eithan eiva ekamjot elaina
    elana elanna elanor elara elayna eldon eleana eleanora eleanore eleisha elektra eleonor eleonora eleri
    eleyna elia eliah elian eliane elianna elias elicia elidh elija elijah elijus elin elinor eliot eliott
    elis elisei elish elishia elisia elissa elisse elivia eliyah elizaveta elkie ellah ellamae ellan ellana
    ellee elleigh ellena ellenor elli ellia elliana ellianna ellice ellidh elliemay elliette ellisa ellise
    ellisha ellison ellissa elloise ellora ellouise ellyn ellyse ellysse elma elmar elnathan elnur eloi
    elora elouisa elowen elowyn elsbeth elshan elton elva elvie elvin elwood elwyn elyas elysa elyse elysha
    elysia elyssa elysse elza embla emeli emelie emeline emelye emerson emilee emileigh emiley emili
    emiliano emilis emillie emilyrose emira emlyn emmajane emmalee emmaleigh emmalene emmaline emman
    emmanuela emmanuella emme emmerson emmet emmett emmi emmylou emna emran enna enoch enya eoghain eoghainn
    eoghann eowyn ephraim ericka erik erikas erina erinn erinna erinne eriska erland erling erryn eryka
    erykah eryn erynn erynne esha eshaal eshaan eshan eshita esmie espen estella ethyn eubha eunan euphemia
    evah evana evander evangelina evangelos evann evanna eveline evelyne evelynn evelynne everett everleigh
    everley evette evgeny eviee evina evonne eyad eymen eythan ezmae ezme ezmie ezrah faaizah faatima fahd
    fahid fahim faiqa faizaan faizah fajar falon falyn faolan faraaz fardeen farha farhaan farhad farhat
    faria fariah farid farihah faron farran farren farris farryn farwah farzad faseeha fatema fatemah fatiha
    fauzia fawaz fawwaz faye fayha fayona feargus feliks fenella ferndo ferne feroz ffion fianna filippo
    findley finella finian finleigh finnan finnbar finnlay finnley fionagh fionna fionnbharr firaz fizah
    fizzah flinn francene francessca franchesca frankee franklyn fraya frayah freddi freddy frederik
    fredrick fredrik freida freija freja freyah freyja frida furhan furkan furzana fynlay fynley fynnlay
    gabi gabrielius gaenor gagandeep gagik gaige gamalat gamila garath gari garreth garri garrick garrie
    garron gavan gavyn gayane gayle gayna geena gema gemima geneva genna geordan georga georgea georgena
    georgios georgy geraint gerarde geronimo gerri gevorg ghillie gianfranco gianmarco gilan gillean gillen
    gilli ginevra gioia giorgi giulio glyn godfrey goktug googoosh gracjan graeson grahame grayson gregg
    greyson grigor griogair gruffydd guilherme gunay gunel gunnar gurdave gurdev gurdit gurjeet gurjot
    gurleen gurminder gurnam gurnoor gurpal gursimran gurveen gurvinder gustas gustav gwenda gwendolen
    gwendolyn gwenyth gwilym haadi haadiya haadiyah haakon haaris habibah hadassah hadeel hadicha hadiya
    hadiyah hadleigh hadyn hagen haidar haidee haidyn hailee haileigh hailie haillie hajar hajrah hakeem
    hakim hakki haleemah haleena haleigh halim halle hamaad hammaad hammam hamna hamnah hamzah hanaa hanaan
    hanah hanif haniyah hanne hansen hanya haoyu hargun harini harison harith harjeet harjinder harlan
    harlee harleen harli harlie harlii harlo harloh harlyn harmonie harneet harnek haroun harraz harri
    harrie harriett harriette harsimran haruma haruto harveen harvi hasaan haseeb hashem hashir hasib hasina
    hasmik hassaan hatim havanna hawwa haydan haydn haydon haydyn haylay haylea haylee hayleigh haylie
    haytham hazell hazim hebah heena heikapu helaina helana helayna helenor helin hellen helma helmi heloise
    hendrik henley herbie herkus hesham hessa hibah hibba hibbah hidaya hifsa hillary himari himmat hinano
    hinata hinato hinna hiraa hirah hisham hjordis holden holli hollye hollymarie horatio hosam hosea hosna
    hosniya hovhannes huda hudson humayra humera humzah huntley husam huseyn husna husnain hussa hussam
    hussnain huxley huzaifah hydar iaian ianis ianthe iason ibai iben ibraheem ibrar ibukunoluwa idriss
    iesha iestyn iffat ignas ihtisham ilana ilene ilgar ilia iliana ilya ilyana ilyes imaad imene iminathi
    immanuel imogene imraan inaaya inaayah inas inderjit indi indianna indya inez inigo inis innis inunnguag
    inutsiaq ioanna ioannis iola ionatan iqraa ireoluwa irfaan irha irvin irwin isaak isabell isac isaiah
    isak iseabal ishan ishmael isidora islah isma ismaeel ismat ismay isobell isobella isobelle issa issam
    itsuki ivaan ivaana ivalu ivanna ivar ivik iyla iylah izaac izaak izabel izak izan izaro izzi izzie
    jacalyn jace jacen jacey jackalyn jackeline jacklyn jaclyn jaclynn jacolyn jacqualine jacqualyn jacque
    jacquelene jacquelyn jacquelynn jacquie jacub jadene jadyn jaeden jaelyn jafar jagjeet jagraj jagtar
    jahan jaida jaidan jaide jaidon jaidyn jaimee jaimey jaimi jaimie jaina jaine jairaj jaison jakki jakov
    jakson jakup jamee jameel jamel jameson jamey jamiee jamieleigh janeen janelle janene janey jann janne
    jannette jannine jarad jareth jarod jarrad jarrid jarrod jarryd jarvis jaryd jasdeep jaskaran jasmeen
    jasmina jasmyn jasnoor jaspal jasveer javad jawaad jaxin jaxton jaxx jaxxon jaxyn jaycob jayd jayda
    jayde jaydee jaydene jaydin jaydyn jaye jayjay jayke jayla jayme jaymee jaymi jaymie jayna jayney jaynie
    jaysen jayson jazmine jazmyn jeananne jeanine jeanna jeannette jedd jedidiah jeevan jefferson jeffery
    jehan jema jemimah jena jenah jenan jenefer jeniffer jennafer jennah jennefer jenniffer jensen jenson
    jensyn jeorgie jeremiah jeremiasz jeroen jeronimo jerrard jerri jesica jesika jessamy jessika jethro
    jetta jevan jevon jihan jilly jimi joah joakim joanie joannah joash jocelyne jodee jodene joella joeseph
    jogvan johana johann johannah johanne johnathon johnie johnjames johnpaul jojo jokull joleen jolene
    jolie jonasz jonathen jonathon jonelle joni jonjo jonni jonnie jonothan jonpaul jordana jordane
    jordanlee jordann jordanne jorden jordie jordon jordy jordynn jorga jorgi jorgia jorgie jori jorie joris
    jorja jorji jorjia jorjie joscelyn josefine joselyn josey joshuah josi joslyn josslyn jotham jourdan
    jouri juana judah judd judeline jujhar julen juliann julianne julieann julieanne julius juliusz jumana
    junxi justeen justyn juwariah kaan kabita kacee kacy kade kadee kaden kadence kadey kadi kadie kadin
    kady kadyleigh kadyn kaede kaeden kaedyn kael kaela kaelah kaelan kaeleb kaeleigh kaelen kaelin kaelum
    kaelyn kaeson kahl kahlan kahlen kahli kaia kaiah kaida kaide kaidence kaidey kaidi kaidon kaidy kaidyn
    kaie kaii kaila kailah kailan kailash kaileb kailee kaileigh kailen kailey kailum kailyn kailynn kain
    kainan kaine kaira kaireen kairen kairi kairo kairon kairyn kaisey kaisha kaison kaitlan kaitlen
    kaitlinn kaitlyne kaitlynn kaitlynne kaius kaiya kaiyla kalan kalani kalea kalel kalem kalen kaley kalia
    kalib kalie kalim kalin kalise kalisha kallan kalle kalli kallie kallum kalsoom kalub kalum kalvin
    kalvyn kalyn kamaljit kamden kamen kameran kameron kami kamilah kamilla kamron kamryn kamsiyochukwu
    kandice karagh karah karaleigh karalyn karamveer karanveer kareem kareen kareena karene karenza kari
    kariann karianne karine karis karisha kariss karissa karisse karlee karleen karleigh karlene karley
    karli karlin karly karmen karmyn karoline karolyn karon karra karrah karren karri karrina karris karsen
    karson karsyn karter karyn karys karyss kasam kasen kasha kashaf kasi kasie kasim kasjan kason kaspar
    kasra kassam kassandra kassi kassidi kassidy kassy katelin katelyne katelynn katelynne katey katharine
    katharyn katherina katheryn kathrine kathryne kathyrn kati katla katlin katlynn katrena katrine katryn
    katryna kavan kavin kayah kayal kayanna kayce kaycee kaycey kayci kaycie kayda kaydan kayde kaydee
    kaydence kaydi kaydin kaydis kaydn kaydon kaydyn kaylah kaylan kaylay kaylea kayleb kayleen kaylen
    kayler kayley kayli kaylib kaylie kayliegh kaylin kaylub kaylum kaylyn kaylynn kayn kayne kayra kayreen
    kayren kayrene kayrin kayrn kaysen kaysey kaysha kayson kayti kaytie kaytlin kaytlyn kazi kazia kazim
    keagan keaghan keana keanan keanna keanu keara kearan keaton keava keavey keavie keeghan keela keeleigh
    keelie keely keera keeran keevah keevan keian keiana keiara keigan keighan keighley keil keilan keilidh
    keirah keiren keirin keirra keirran keisha keiva kelan kelcey kelci kelcie kelda keleigh keli kelice
    kelis kelise kellen kelley kelli kellianne kellis kellsey kellsie kellyanne kellymarie kelsa kelsay
    kelsea kelseigh kelsi kelsy kelton kelvyn kemal kenadie kenan kendel kendell kendra kendrick kendyl
    kendyll kenedi kenley kennedi kennedie kensey kensi kensie kensley kenyon kenza kenzey kenzy keona keoni
    keran kereen keren kerensa kerenza kerianne kerie kerin kerina keris keron kerra kerran kerren kerrera
    kerriann kerrianne kerrie kerris kerryanne kerryn keryn kerys keshia kesia keva kevan kevinas kevyn
    keyaan keyan keyana keyanna keyleigh keyra kezia khadeejah khadeja khadije khai khaira khairah khal
    khaleel khaleesi khali khalifa khally khara kharis khaya khayla kheira khian khianna khiara khizer khizr
    khloe khodi khondoker khongordzol khuram khwaja khyla khyra kiaan kiala kiana kianna kiannah kiarah
    kiaran kiarra kiaya kiean kieara kiedis kiefer kiegan kielan kienan kier kierah kieren kierian kierin
    kiern kieron kierra kierran kierron kiersten kieryn kiesha kieva kilian killean kimberlee kimberleigh
    kimberlie kimi kingsley kinlay kinley kinnon kinsey kinsley kinvara kira kirah kirandeep kiranjit kirby
    kiren kiri kirill kirin kirollos kirpal kirran kirrin kirstan kirstene kirstey kirstien kirstina
    kirstyann kishan kiyan kiyla klae klair klaire klayton kleo kloe kloey koah koban koben kobie kobin
    kobyn koden kodey kodie kody kohan kohen kohl kolbie kolby kolten kolton koltyn konan konar koni konner
    konnie konnor konstancja konstantina konstantinos konul kora korban korben korbyn kordian koren korey
    korin korina korinne korri korrie korrin kory kraig kripa krishan krishma krissi krissie krissy krista
    kristal kristan kristeen kristel kristian kristians kristjan kristofer kristoffer kristofor kristupas
    kristy kristyn kruz krys krysta krystal krystie krystina krystle krysty ksawery ksawier kuljit kulvinder
    kurtis kuzey kyah kyal kyan kyden kylah kylan kylar kyleigh kylen kyler kyley kylian kylle kylo
    kymberley kymberly kymm kyna kynan kyomi kyrah kyran kyren kyriaki kyrie kyrin kyro kyrsten kyrstie
    kyson laaibah laasya laci laela laicey laighton laiken lailah laiton laiya lakeisha lakshya lamara
    lamija lamisah lamya lanah landon lannah laragh larah laraib laraine lareen laren larra larrah larraine
    larson latasha lathan latifah latisha latoya lauchlan lauchlann lauchlin lauchlyn laughlan lauraine
    laurajane lauran laurance laurann laureen laurena laurens lauretta lauri laurianne laurin laurina
    laurissa laurna lauryn lavena lavi lawrance lawren layah laycee layci laylah layland layna leaanne leaha
    leahanne leala leanda leandra leann leannah leaona leasha leathan leea leeah leeanna leeanne leeland
    leeona leeroy leesa leevi leeza leia leiah leiana leianne leica leigha leigham leighan leighanna leighla
    leilah leiland leilani leisa leisha leithan leja lela lemuel lenix lenna lennan lennard lennart lennix
    lenore lenox leonel leoni leonidas leonna leonne leonnie leora leordo lesedi lesleyanne lesli lethabo
    lethokuhle letti levii levis levison lewes lewin lewiss lewy lewys lexii lexis lexxi leya leyah leyanne
    leylah leylan leyland leyna leza liah liall liane liann lianna lianne liara libbi libbie liesa liesl
    lili lilianna lilidh lilie lilien lilith lilja lilley lillia lilliana lillianna lillie lillith lillyanna
    lillyanne lillyrose lilyana lilyann lilyanna lilyanne lilyrose limara lincon lindi lindsy lindzi linnea
    linzy lionel lisakhanya lisamarie lisanne lisbeth lissa liusaidh liyah liyana lizanne llana llayton
    llewyn lleyton lliam lochan lochie lochlain lochlann lochlyn lochy logen loghan logyn lolah lomond
    lonnie lora loraine lorayne loreen lorelai lorelei lorelle loren lorette lori lorianne lorie lorien
    lorren lorrie loryn lotti louanna louden louissa louiza loukas lourenco lovelie lovro lowen lowenna
    lowri lubanzi lucan lucca lucee luci lucianna lucianne lucien lucija lucilla lucina lucio lucius lucja
    lucyanne lukne lulwa luqmaan lusine luthais lwandle lyam lyana lyanna lyanne lyell lylah lyna lynden
    lyndi lyndon lyndsy lynelle lynnsay lynnsey lynzi lynzie lysette lyssa lyvia maaike maaria maariya
    maariyah maarten maarya machaela maci macie mack madalaine madaleine madaline madalyn maddalena maddi
    maddisyn maddox madeeha madelaine madelene madeline madihah madina madinah madisyn madyson maebh maegan
    maeghan maeva mafalda magaidh magan maggi mahamadou mahammad mahi mahomed mahreen mahri mahrosh mahtab
    maicey maicie maimie mairah mairiann mairianne maisarah maisey maisha maison maiya maiyah majella majka
    majus makaila makala makayla makenna makenzi makenzie maksims malachai malachi malaika malaikah malakai
    malaki malana malaya maleehah maleia malena maligiaq maliha malihah malikah malisa malissa maliyah
    mallie mallory malthe malvina mamie mandi maneh manjeet manjot manmohan mannat manraj manroop manvir
    marah marama marceline marcell marcelle marcello marcey marci marcie marelle maren maresa maretta mareva
    margarida mari mariami maricia marieanne marieke mariel mariesa mariesha mariessa marietta mariette
    marijke marios marisha marisia mariska marium mariyum markuss marla marlee marleen marleigh marlena
    marli marlie marlo marlow marlowe marlyn marna marney marni marrianne marrissa marsali marti martim
    marwah marwan marya maryellen maryja marylee marylin masie masooma masson masyn matija mattea matthildur
    matti mattia mattias matty matvey maui maxene maxie maximilian maximiliano maximillian maximillion
    maximus maxton maxx maxymilian mayah mayci maycie mayla maymunah mayson maysoun mazhar meabh meagan
    meara mechele mechelle meenakshi meerab meesha megane megann meganne megen meggan meghann megin megyn
    mehar mehek mehr mehran mehvish meighan meika meila meisha mekhi melanija melannie melina melisa melita
    mellisa mellissa melodie melokuhle melvyn melyssa menna meriam merida meriel meriem merissa merjem
    merlyn merran merryn mersana mervyn meryam meryl meryn meya mharie mhia mhirren mhorag mhoraig mhurrin
    miaya micaiah micayla michaelle michail michala michalis micheala micheil michella mickael mickaela
    micky mieszko mihir mija mika mikaeel mikaella mikaere mikah mikail mikal mikala mikayel mikee mikel
    mikela mikhaila miki mikie miko mikyla mila milagrosa milah milana milania mileigh miley milissa millan
    millen millisa millissa milly minato minerva mingze minha minik minna minnah miraal mirabel mirabelle
    mirac miran miray mirelle miren mirin mirlande miro mirran mirrin mirryn miryn misba mischa misha
    mishaal mishka mitchel mitzi miya miyah miyla mobeen modibo moea moeata mohanad mohannad mohsan mohsen
    moiz mojtaba molli momin monisha montague moosa morbheinn moreen morena morgaine morgana morgane
    morganne morgen morghan morrigan morten morvyn morwen morwenna mosab mostafa mouhamed muaaz muaz muchen
    muhamad muhmmad muhsin muirinn mukhtar munachimso munaza munazza munira munroe muntaha murad muriam
    murin murran murren murrin murron murryn muskaan muyang myah myfanwy myia myiah myka mykaela mykayla
    mykel mykhaylo myleene myleigh mylene myley mylo myren myrin myrlande myrna myrren mysha nabiha nabihah
    nabilah nadean nadene nadiah nadim nadina nadya naeema nafeesa nafisah nagi nagisa naheem nahia nahla
    nahum naiara nailah naiomi naisha naithan naiya naiyah nakita nalin naman nancie naomh naomie
    naranbaatar nareen narek narelle narine narissa nasim natacha natalee natali natalina natallie natalya
    natan nataniel natashia natasja natassia natassja nate nathanael nathania nathanial nathyn natisha naura
    naureen navada naveen navid navjot navraj navya nayaab nayan nayel nayha naythan nazar nazim nazma neala
    neale neall neamh necole neela neena neesha neeson neevah nefeli neily neisha neiva neive nelio neomi
    neriah nerissa nesreen nethan neva nevah nevan neveah neville neza ngaire niala niaomi niav nicco
    nichaela nidah nieva nighean nihaal niharika nika nikaela nikau nikayla niketa nikhita niki nikia
    nikitta nikkala nikkita nikko nikky niklas niklaus nikol nikolaos nikolas nikolaus nikole nikoloz nilah
    nima nimah nimrat nimrit niome niomi niomie nisar nishka nitasha nivaan nivedita nivi niviaq niyah noha
    nolah nolen nomaan noorah norah norsaq novah nuka nuri nurislam nurul nutsa nyah nyall nylah nyle nyomi
    nyree nyssa oakleigh oaklyn octavia odval ofentse oghenemaro oihan oisha olaoluwa olav olgierd olimpia
    oliviah oliwer olli olliver olly olsen oluwabukunmi oluwadarasimi oluwademilade oluwaferanmi
    oluwasemilore oluwaseyi oluwatamilore oluwateniola oluwatimilehin oluwatobiloba oluwatomisin olwen olwyn
    olympia olyvia omari omima omnia omphile onni ophelia oriana orianna orianne orin orlah orlaidh orlaigh
    orli orna orren orryn orson oryn osamah osian oskaras ossian othniel ottilie oumar owain oyunbileg ozair
    ozma padruig paighton paislee paislie paiton paityn pamala pamella panagiota panagiotis panayiotis
    pandora paneeraq paninnguaq paraskevi pardeep parissa parkash parmjeet parmjit parneet parris parvez
    parvinder patrice pauleen paulene paulo paxton peighton peniel pennie perdita perri perrie persephone
    peterson petrina phebe phemie philipa phillipa phillippa pijus pipaluk pixi pollyanna poppi poppie
    porscha porsha portia prabhjot pranavi pria prisha pritpal pyper qaasim qais qillaq quinlan quinten
    quinton raabia rabecca rabiah rabina racheal rachele rachell rachelle rachid radha radley raeanne
    raechel raeesa raeesah raegan raegen raelene raewyn raeya rafee rafi ragan ragnar rahaf rahmah raiden
    raigan raihan raisah rajdeep rajvir rajwant rajwinder rakan ralphie ralphy ramazan rameen rameesah
    rameesha rameez ramie ramiz ramone ramsey ramzi ranald randeep raneem ranulf ranulph raphaella rashad
    rasul rateel rauridh ravneet rawan rayaan rayah rayana rayann rayanne rayden raygan rayhaan raylene
    raymie raymund rayna rayne raynor rayya razan razwan razwana reagen reaghan reanna rebbeca rebbecca
    rebbekah rebeccah rebecka rebeckah rebeka rebekha rebekkah reegan reeva reevah refael reghan reginald
    rehaan rehanna rehoboth reiff reiley reina reiss relja rema remmi renesmee reona retaj rethabile reuban
    reubyn reva reya reyah reyan reyansh reyna reza rhae rhanna rhaya rheagan rheanna rheanne rheece rhegan
    rheia rhema rheo rheon rhett rhia rhiain rhianan rhiann rhiannah rhianne rhianon rhianwen rhiley rhion
    rhiona rhionna rhoan rhogan rhonan rhonwen rhori rhory rhowan rhuairidh rhuan rhuaraidh rhuari rhuary
    rhuben rhudi rhue rhuiri rhuraidh rhuri rhya rhyan rhyanna rhydian rhylan rhylee rhyleigh rhyley rhylie
    rhyss riaan riagan rian riana rianna rianne riannon ricco richelle richey ricki ricksen ridah ridha
    rielly rifat riham rihann rihanne riki riko rileigh riona ripley rishaan rishabh riyan riyansh rizwaan
    roanna robaidh robbin robbyn robi robie roby robyne robynn rochelle rochene rodaidh roderic rodric
    rodrick roghayyeh rognvald rohail rohana rohanna rohanne rohen rohin rohnan roko romanna romey romi
    romie romilly romina roni ronin ronja ronni rorey rori rorie rosabella rosalea rosalee rosaleigh rosalin
    rosaline rosalynd rosalynn rosana rosanagh rosco roscoe roseleen rosella roselynn rosena rosha rosheen
    roslind roslynd roslynne rosmery rossano rowanna rowanne rowen rowenna roxann roxanna roxi roxie rozanna
    rozanne rozerin rozlyn ruadh ruadhri ruaidhri ruaidri ruairaidh ruairdh ruari ruariadh ruarie ruarri
    ruary rubyn rudra rueben ruiraidh ruiridh rumaysah rumi ruoxi ruqaya ruri russel rustam ruya ryaan ryah
    ryann ryden ryen ryhan ryhs ryker rylan rylee ryleigh ryley ryli rylie saachi saahil saaim saanvi sabaa
    sabela sabia sacha saddaf sadiyah safaa safah saffa saffie saffiyah safija safiyyah safoora safwaan
    safwan sahail sahdia sahir saifullah saimah sainabou sairah sajda sajidah sajjad sakineh sakura salaar
    salahuddin saleha salena salik salina salsabil samad samah samarah samarth samatha samaya sameena sami
    samiera samiha samirah samiyah sammantha sammie sammyjo samrah samrat samreen samual samuela samuele
    samvel samyar sanaa sanah sanaya sancha sandi sandie saniyah sannah santina santino sanvi sanya saorsa
    saphia sarahlouise sarai sarajane saranne saraya sardar sareena saria sariah sarim sarina sarra sarrah
    sascha satinder satpal satvinder satya savana savanah savio sayuri scotia seana seaneen seann seanpaul
    sebastiaan seerat sefora sehej sehir sehr sekou selby selene semone seonad seonagh serah seraphina
    serenna serin serina sesili severine sevinj shaan shabaz shabina shabir shadia shae shaelyn shahad
    shahan shaheena shahem shahmir shahroz shaikha shaimaa shaina shakeela shakil shalena shalom shameem
    shamila shamshad shanade shanae shanai shanay shanaya shaneen shanel shanell shani shaniah shaniece
    shanine shanise shanley shannagh shannah shannan shannen shannice shannyn shanon shantell shanyn shanzay
    shaquille sharan sharanjit sharaz shareen sharell sharelle sharene shari sharifah sharina sharlotte
    sharlyn sharmaine sharmane sharmeen sharri sharyn shashank shaunagh shaune shaunee shauneen shauni
    shaunie shaunii shaunni shaunnie shaunpaul shauny shaurya shavon shavonne shawna shawni shawnie shawny
    shayaan shaylen shayma shayna shazeb shazil sheema sheereen shehbaz shehroz sheilah shelbey shelbi
    shelbie sheldon shellby shellie shenaz sheonagh sherelle sherene sheri sherise sherlene sherree sherrie
    sherril sherrill sherryl sheryll sheryn shevaun shevon shevonne sheza shezad shian shianne shiobhan
    shiona shiran shiree shireen shirelle shirlee shirleyann shiva shivam shivansh shivonne shivraj sholto
    shonna shonnie shristi shriya shuaib shyla shyvonne siana siann sianna sianne siannon siara siddhartha
    sidharth sidonie siena sigourney sigurd silas simar simeon simmone simonne simra simrah sindy sinnead
    siobahn siobbhan siobhain siobhann siobhian siobhon siona sionainn siouxsie siphosethu siqi sitara
    siubhan siyona skylah sloane smaira sofiane soibhan solana solene solja soloman solveig somaya somayyeh
    somboon sondos sonnie sophea sophi sophieleigh sophina sophy soraya sorrell sorren sorsha staceyann
    staci stacia starla stavros steaphan steevi stefani stefanos stefany steffan steffani steffanie steffany
    steffen stefi stellan stephani stephannie stephenie stephnie steuart stevan stevi stevyn stroma subhaan
    sufia sufian sufyaan suha suhaib suhayb suhayl suilven sukhbaatar sukhjinder sukhmani sukhpal sukhraj
    sukhveer sukhvir suliman sullivan sumara sumayah sumra sunah sundeep sundus sunia sunniva sunya suranne
    suraya suvi suzanna suzannah suzzanne sweyn sydnee sydni sydnie sylvester sylwester syma symon symone
    syra syrah tabatha taegan tahlia tahnee tahseen tahsin taiba taibah taimur taine taisia tajinder tajus
    taleah taleen talhah taliah talitha taliya taliyah talya talyn tamar tamarra tamatoa tameem tamia tamika
    tamim tamir tamla tamlyn tammara tammi tamzyn tanay tanika tanisha tanita tapuarii tarah taran tarana
    tarandeep tareq tarig tarita tarkan tarquin tarra tarran tarryn taryn tasleem tasnim tatsuki tavish taya
    taylar taylore tayo tayyib tayyibah tazmin teaghan teddi teejay teela tegan teghan tegyn tehei tehya
    teigen teighan teiki teiva tejay temiloluwa temitayo teoni teressa terrance terrence terrie teura teyla
    thalia thaniel theadora theodoros theophilus thirza thora thorfinn tiago tiah tianna tieghan tiffani
    tiffiny tigan tigran timur timurs titaina titaua titus tiyana tobenna tobias tobiasz toivo toluwanimi
    tomass tommaso tommi tommie tomyris tonia toniann tonicha tori torran torri torrie toyah tressa trinidad
    triniti tristen tristian tristram tristyn trondur trudie trystan tsui tula tuleen tulisa tunar turki
    twyla tyana tyla tylar tylor tyreece tyron tyson uiloq ulloriaq umaimah umaiza umamah umarah umayr ummar
    umran uriel urwa urwah usamah usma usmaan uthman uwais uzayr vaea vahri vairi vakaris valdemar valene
    valentino valerija valery vamika vanda vannessa vanya varri varrie varvara vasco vasileios vasilije
    vasiliki vasilis vasilisa vaughn veera venetia venkata venla vernon vhairi vhari vharri viaan vidhi
    viggo vihaan viki viktorie vinay violette vivaan vivianne vladyslav vusal vusala wahid waniya waqaas
    warrick wateen wendi wesam westley widelene wilbur willem williamina willum wisam woodrow wyatt wynn
    xabier xanthe xenia yael yahia yamato yanis yannis yaqeen yasamin yaseen yasha yasmen yasmina yasna
    yasseen yazan yazmin yehuda yekaterina yeva yichen yihan yimo yinuo yixuan yoana yohan yosef youcef
    yousouf yousra yousuf yuhan yuina yuma yusaf yusef yusha yusif yutong yuvaan yuvan yuvraj yuxi yuxuan
    yuze yvaine yvie zaak zaara zacharia zachariah zacharias zacharie zack zackary zackery zadie zaeem
    zafirah zahara zahira zahraa zahrah zaiba zaidan zaima zaineb zainub zakar zakari zakaria zakariah
    zakariyah zakariyya zakary zakiya zakiyah zakk zala zandra zaria zaroon zarqa zarra zarrah zarrar zavier
    zaviyar zayaan zaydan zayden zayed zayn zayne zechariah zeena zehn zeina zenab zenib zenub zeph zeshaan
    zeshan zeyad zhara zian zico zidaan zidan zidane zikra zilan zinachidi zinedine ziva ziyad ziyan zoeya
    zohan zoheb zoja zorawar zowie zoyah zuhaib zuhair zuhayr zumra zunera zuriel zynab
    """
)

NEAR_WORDS = Packed(
    """
    aadi aania abbe abie abir adas addie adian adie adin adon adrees aerin ahad aida aima aimal aimy aino
    aira aiur aiven aiya akib alaa alara alaster alby alden aldo alea aled aleen alen alfy aliah alick aliha
    alim alin aline alla alli allyn alteo alvie alys amany ambre amera amily amine amnah anah anakin analise
    anam anar anay anays aneel anfal anice annalyse ansel ansh antoin apryl aram aras archi archy areen
    areena areg aren areni arfa arian aric arie arin aris arish arla arlena arley arman aronas aros arra
    arsh arwa asel asena ashlin ashot asta astin athan aven avia avin awab awais ayim ayley ayman aymen azim
    baily balal bari bazil beinn belal bena benas beni benn benny berfin bessie bevan biel billi blain
    blakely blazej bleu boaz bobi bodie bonni bradly brae bram brandan brax brea breagh bret brie briege
    brien brighde broc brock broden brogen cabe cady cael caelin caera cahl caillin cait caity calam cale
    calla calle calley calli calumn caly camerin caol caren carena cari carmin carra carri carris carrol
    cary caryl casen casie cass cate cathel catlin catrin caylin chace chae chana chanice chara charmain
    charys chay chee cheuk chey chia chien ching choi chole chor chrystal chuk ciar cicely claude clea clint
    clio cloe cobain cobey cobin coden codey coel coire collete collin colson colum colvin conley conlin
    conlon conni coran cori corie corra corrin corry corvin coryn creag cree crue cruize cruze cuillin dael
    dain daine daire daisie daksh daley damen damin danae danel dania danna dante daren darien darin darta
    darwin dasha davy dawna dawne deakin deana deane debi decklin declen declin deema deen defne deia deklin
    delia demie dena dene deni denice dennin denyse deon deone derrin destinee devan deven dexy dhiya dian
    dillion dino diya domas dona donn draven drey drue dugal dwain dyan dzan eaden eain eartha eason eban
    eben edan ehan eimer eino eion eira eire eisa ekam elaf elain elan elchin elea elen elice eline elize
    ellys emely emie emils ennis eray erlend errol esmay essa estee ethen euen evee evey evin evyn faiz fajr
    fallyn fara faris farrel faryl fayth fearn ferris finan fingal finty fion fizza floris floyd flyn franek
    franki franklin franky frasier fred frey frieda fuma gaby gaius galen garey gaven gayl gena gethin giana
    giles gogo gowan gracey gracy grayce grieg grier griff gurveer haddy hadley haiden hajer hali halla
    halley halli hamera hannes haram hari harlen harly haru harum harveer hasnaa hatem hayder hayk hebe hedi
    hena hera hester hiro holley hoorain hossein huey humna hussan ianna idrees ifan ilan ilias ilsa imane
    imen inca indea indee inger inka inness inuk ioane ione irati isam isis islande iver iwan izza jael jago
    jaia jaki jami janna jardin jarron jase jayk jaylin jaymes jazmin jeana jeri jesper jessy jett jinny
    jiya joely johannes jordin jory joud judi kace kaid kail kailin kairn kais kaizer kallen kallin kally
    kandy karena karmin karn karry kasper kassia kassie kathem kaydie kaysie kean kearn keavy kegan keia
    keifer kein kell keon kera kered kern kerrin kester keven khia khole kiah kiel kien kion kirn kitt kiwa
    kiya kizzy klay kobey koda koen konor koon kooper koral korbin kornel kray kriss kristers laia laina
    laine lainie laith laken lamar lamees laney lani lanna laughlin lavin lawi laya layaan layan laycie
    layke laylan layne layth leam leander leane leano leasa leean leen leeon leif lene leni lenni lenon lesa
    lettie letty levon lexy lian lias lile lilit linley linn linus liona lior lise liston lita liya lochlin
    loni loran loris lorri lotta loui lowry loyd lucis lucus luiz luma lumi luther lyal lyndie lyne lynsie
    mael maher mahid maida maila maili maizey maizie maizy majd maks malea malen malia malin malk malo malu
    mana manaia manar manas mandie manel mani maninder manjinder manni manny manua manveer maram marcas
    marcy marena markel markos marky marny marri marty marvin masa masen mateus matias matiss maxi mayar
    maysie mazen mazie mazin meah meave medina meher meia melodi melony menaal merel merin merrin mili milla
    milli miral mitch moad moana moath mohd momen monte monty mosa moses mousa murry naba naeve naia naill
    nala nali nara nare narin nassim nathen naweed naya neah neco neel neeve nella nelle nelly nena nero
    nerys nesta nezar niah nial niel niels nike niko nila nishan niya noam noman nouf nula oceana oden olan
    olivers oren orion orly orran orry osten ousman owyn pacey pari parsa payge pearce peri peta petros
    pieter poema preet puteri quintin rachal radin raees rael rafe ragen rahil raia raif raife raina rainn
    raith rajveer ralfs rami ramy rand ranveer ratu raya raye rayner reace reah reave reay reda reham reice
    reigan reily reise remo rena renad renae reni renn renny reno reon rhyce rhyse riah riain ribh richy
    ridley riess rikky rino rion rital roary robbi rodi roel roen roha roise romaan romany romay ronny roop
    roran roslin roua roxan royan ruan rudie rumer runa rury ryver safi saim saja sakib salam salar sama
    saman samera samm samy sanad sania sanne sarena satveer saud saya sayf saylor seamas seher seif seon
    sereen seung seve seyed shada shahed shaheer shai shamus shannel shao shara sharee sharen sharn shau
    shaye shelli sher sherif sherifa shinead shing shira shon shree shui shuk shuna siama simas simrin sina
    sinaed sion siti siya sofi sofian soley soma sonni sora soren suki summar suna sunna sunni sunnie sura
    taelor taim taio taite tala talal tali talla talor tamera tami tana tane tanis tanish tarek tarn tavis
    taye tayte teah teddie teena tegen teighlor teja tenzin teva texas teya thane theia theon thia thor
    thorin tiam tiare tighe tilli tino tiya tjay tobey tomos tonie toran toren torren torrin toryn tove trae
    trent trey tristin tyne tyree umer vaino valter vania vari venus vinny vugar waad wakas wali wania
    wassim wynter yanna yaser yasser yassine yize yoan younas younes yousif ythan yung yunis zaki zanna zein
    ziya
    """
)
