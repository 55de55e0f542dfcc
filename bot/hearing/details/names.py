"""Names that people in Scotland have, in small plain letters: given names and family names, from many languages.

A name in ``GIVEN`` is hardly ever anything else, so it is taken for a person wherever it stands. One in ``GIVEN_WORDS``
is also a word, a month, a place, a drug or a service, so it counts only where the sentence speaks of a person. The
same holds for ``FAMILY`` and ``FAMILY_WORDS``. The lists were written by hand from common knowledge of names; they come
from no register and from nobody's records.
"""

from bot.hearing.details.packed import Packed

# fmt: off

_SCOTS_AND_ENGLISH = """
    aaliyah aaron abbie abby abigail adam adele adrian aeneas agatha aggie agnes agnesann aidan aiden aidy aileen
    ailidh ailie ailsa aimee ainslie aisling aiza alan alana alanna alasdair alastair albert alec alex alexander
    alexandra alexis alfie alfie-james alfred alice alicia alisha alison alistair alister alix allan allana allen
    allison ally-bally alma alyson alyssa amanda amelia amelie amie amy anabel anastasia andrea andrew andy angela
    angelina angharad angie anita ann-marie anna annabel annabelle annalise anne anne-marie anneliese annemarie
    annette annie annmarie anthea anthony antonia antony arabella archibald archie archie-lee ariana ariella arlene
    arthur arya ashlee ashleigh ashley ashton athena audrey ava-grace avril ayden barbara barclay barney barry
    bartholomew beatrice beatrix becca beckie becky belinda ben benjamin bernadette bernard bert bertha bertie beth
    bethan bethani bethanie bethany betsy bettina betty bev beverley beverly bex bianca biffo billie billie-jo
    billiejo blake boab boba bobbi bobbie bobbie-jo boyd bradley bradyn brandon brayden braydon brenda brendan
    brendon brett brian briana brianna bridget briony britney brodie brogan bronagh bronwyn brooke brooklyn bruce
    bryan bryce bryon bryony bunmi byron caiden cailean cailin caitlin caitlyn caitriona calan caleb caley callum
    calum calvin cameron camilla cammy camryn candice cara caris carl carla carlene carlie carly carlyn carmel
    carmen carol-ann carol-anne carolann carole caroline carolyn carrie carrieann carson casey casey-leigh cassandra
    cassidy cassie catherine cathie cathy catrina catriona cecilia celeste celia chanel chantal chantel chantell
    chantelle charlene charles charley charlie-ann charlotte charmaine chaz chazza chelsie cheryl chester cheyenne
    chloe chris chrissie christal christie christina christine christopher cian ciara cillian cindy ciorstaidh
    claire clara clare clarissa claudia clementine clifford cliona clive coby codie cody colby coleen colette colin
    colleen colm connie connor conrad constance coralie corbin cordelia corey corinne cormac corrie cory courtney
    craig crispin cristina cruz curtis cynthia damien dana daniel daniella danielle danno danny daphne darcey darcie
    darcy darrell darren darryl daryl daryn davey david davie davina dawn-marie dawson dayna dazza deano debbie
    deborah debra declan declyn deeko degsy deirdre delilah della demi demi-leigh denis denise dennis derek dermot
    desmond devlin dexter dezzy diana diane dianna dianne dillon dimitri dionne ditsy dixie doddie dodie dolina
    dolores dominic donald donalda donella donna donnie donny donovan donzo doreen dorian doris dorothy doug dougal
    dougie dougy duane duncan dylan eamon eamonn ebonie eckie eddie edgar edina edith edmund edna eduardo edward
    edwin edwina effie effy eileen eilidh eilish elaine elayne eleanor elena eliana elisabeth elise elisha eliza
    elizabeth ella ella-rose elle ellen ellie ellie-mae elliemae elliot elliott ellis elly eloise elouise elsa elsie
    elspeth emelia emilia emilie emilie-jane emily emma emma-louise emmalouise emmanuel emmeline emmie emmy enid
    eric erica erika erin ernest ernie esmae esme esmee estelle esther ethan ethel etta euan eugene eugenie eunice
    eva eva-marie evan evangeline evelyn evie ewan ewen ewing fabian fay-ann fearghas fearne felicity felix femi
    ferelith fergal fergie fergus fernando fifi finbar findlay finlay finley finn finnian fiona fionnuala florrie
    folake fraiser frances francesca francine francis fraser frazer frazier freda freddie frederick freya gabe
    gabriel gabriella gabrielle gail gareth garfield garry gary gavin gaynor gaz gazza gemma genevieve geoff
    geoffrey geordie george georgia georgie georgina gerald geraldine gerard geri gerry gertrude gianna gideon gigi
    gilbert gillian gillie gillies ginette giselle gladys glenda glenn glenys gloria glynis gogs gordon graeme
    graham greer greg gregor gregory greig greta gretchen griselda guinevere gus gwen gwendoline gwyneth hailey
    haley hallie hamish hannah harleigh harley harlow harold harriet harrison harry harvey hattie hayden hayley
    heddle heidi helen helena helene hendrix henrietta herbert hermione hiba hien hilary hilda hollie howard hugh
    hughie hughy hugo humphrey huong iain ian imogen indie inga ingrid innes iona-rose irene isaac isabel isabella
    isabelle isadora isha ishbel isidore isla-mae isla-rose isobel isolde issac ivan ivor izabella izzy jaci
    jacintha jacki jackie jackie-ann jacky jacob jacqueline jacqueline-ann jacqui jada jaden jadon jaiden jaime jake
    jakey jakob jambo james jamesina jamie jamie-lee jamielee jancis jane janet janette janice janie janine jared
    jason jasper jaxen jaxon jaxson jayce jaydan jayden jaydn jaydon jayne jeanette jeanie jeannie jeff jeffrey
    jemima jemma jemma-louise jeni jenna jenni jennie jennifer jenny jeremy jermaine jerome jerry jess jessa jesse
    jessica jessie jill jillian jim jimmy jinky jinnie jinty jo-ann jo-anne joan joann joanna joanne joannie jocelyn
    jocky jodi jodie jody jody-ann joel joey johan johanna johnston jonah jonathan jonny jonty jools jordanna jordyn
    josef joseph josephine josh joshua josiah josie joss joyce joyce-ann juanita judith judy jules julia julian
    juliana julie juliet juliette justin justine kacey kaci kacie kai-leigh kaidan kaiden kaitlin kaitlyn kaleb
    kaleigh kara karen karin-ann karl karla karlie karlyn karrie kasey kate katelyn katherine kathleen kathlyn
    kathryn kathy katie katlyn katrina katriona katy katya kaya kayden kayla kayla-mae kaylee kayleigh kayleigh-ann
    kaz kazza keegan keelan keeley keeva keir keira keiran keiron kellan kellie kelly kelly-ann kelly-anne kellyann
    kelsey kelsie kelvin kemi kendall kenna kenneth kenny kenzi kenzie kenzo keri kerr kerri kerri-ann kerri-anne
    kerrie-ann kerryann kev kevin keziah kezza kian kiara kiera kieran kiernan kimberley kimberly kimberly-ann
    kirsteen kirsten kirsti kirstie kirstie-ann kirstin kirstine kirsty kirsty-ann kirstyanne kirstyn kiyah kobi
    koby kodi kofi kojo kole kori kourtney kris kristen kristi kristie kristin kristina kristine kristopher kyla
    kyle-james kylie kyra kyron lacey-mae lachie lachlan lachy lacie laila lainey lana lara larissa larry larysa
    laura lauren laurence laurie lawrence lawson layla layton leah leanna leanne lee-ann lee-anne leeann leigh
    leigh-ann leighann leighanne leighton leila leland lena lennon lenny leo leon leona leonard leonie leonora leroy
    lesley lesley-ann lesleyann leticia letitia levi lewie lexa lexi lexi-mae lexie lexus leyton liam liana libby
    lila lilah lilian lillian lillias lilly lilly-mae lily-mae lilymae linda lindsay lindsey lindy linh linsay
    linsey linz linzi linzie lisa lisabeth livvy liz liza lizzie lizzy lloyd lochlan logan logan-james lois lola
    loretta lorna lorna-jane lorraine lorraine-ann lottie lou-lou louie louis louisa louise lucas lucia lucille
    lucinda lucy luella luke lula lulu luna lydia lyla lyle lynda lyndsay lyndsey lynette lynn lynn-marie lynne
    lynnette lynsay lynsey lyra mabel macey mackenzie mackenzie-lee macy maddie maddison maddy madeleine madelyn
    madison madonna maeve magda magdalena maggie-ann magnus mags mairead mairi mairi-anne maisie maisy maja malachy
    malcolm malcom malkie malky manus marc marcella marcia marcus maree margaret margery margo margo-ann margot
    marguerite maria mariah mariam marian marianna marianne marie mariella marilyn marilynn marion marissa marjorie
    marjory marlene marley marlon marnie marsha martha martin martina martyn mary mary-ann mary-anne maryam maryann
    maryanne marybeth maryjane marykate mason-james mathew mathilda matilda matt matthew mattie maud maude maura
    maureen maureen-ann maurice mavis maxine maxwell mazza mckayla mckenzie meaghan meg megan meghan melanie melinda
    melissa meredith merlin mhairi mhairie mhari mhari-anne mhari-claire mia micah michael michaela michaella
    micheal michela michelle mickey mikael mikaela mikayla mike mikey mildred millicent millie milo mina mina-rose
    minnie mira miranda miriam mirren mitchell moira mollie molly-ann monica monique montgomery morag morgyn morna
    morven morvern moyra mozza muireann muirne murdie murdina murdo murdoch murdy muriel mya myla mylah mylee myles
    mylie myra nadia nadine naimh nairne nancy nanette naomi natalia natalie natalie-ann natasha nathan nathaniel
    neal neave neil nell nellie nessa nessie nettie netty nevaeh neve neve-rose nevin niall niamh nicci nichola
    nicholas nicki nickie nicky nico nicol nicola nicolas nicole nicolle nigel nikita nikki nina ninian noah noelle
    nola nona noor nora noreen noreen-ann norma norman norrie nour nuala oakley oighrig oisin olga oliver olivia
    oliwia ollie oona orla orlagh orlaith oscar oswald otto owen ozzie ozzy paige paisleigh pam pamela pascal
    patricia patrick patti pattie paul paula paulette pauline pauly payton penelope peter petra petula peyton pheobe
    pheonix phil philip philippa phillip philomena phoebe phyllis pippa polly presley priscilla quentin quinn quyen
    rabbie rachael rachael-ann rachel raffy ralph ramona ramsay rana randall randolph raquel raymond reanne rebecca
    rebekah rebekka reece reese regina reuben rhian rhiana rhianna rhiannan rhiannon rhoda rhona rhona-ann rhonda
    rhuaridh rhys riane richard rickie rihanna rikki riley riley-mae rita robbie robby robert roberta roberto robina
    robyn robynne roddie roddy roderick rodger rodney rogan roisin roland rona ronald ronan ronan-james ronnie rory
    rosa rosaleen rosalie rosalind rosalyn rosamund rosanna rosanne rose-marie roseann roseanna roseanne roselyn
    rosemarie rosemary-ann rosie rosina roslyn roslynn rosslyn rosyln rowyn roxanne roxy roy ruairi ruairidh ruaridh
    rubie ruby-mae ruby-rose rudi rudy rufus rupert ruraidh russ russell ruth ruth-ann ruthie ryan sabah sabrina
    sade sadie sally-ann sallyann salome samantha samara sammi sammy-jo samuel sandra sanjeev sarah sarah-jane
    sarahjane saskia saul scarlette scott scotty seamus sean seanna sebastian selena selina senga seona seonaid
    seonaidh serena seth seun shana shane shanelle shaney shania shanice shanna shannon-leigh shantel shantelle
    sharleen sharlene sharon sharron shaun shauna shauney shaunna shawn shayla shaylee shayne shaz shazza sheelagh
    sheena sheenagh sheila shelagh shelby shelley shelley-ann shelly shena sheona sheree shereen sheridan sherie
    sherilyn sherri sheryl shirley shola shona shonagh shonah shonaid shug shuggie shuggy shugs sian sidney sienna
    sigrid silvia simon simone sinead sinitta siobhan skye-louise skyla sofia sofie solomon sondra sonia sonja sonya
    sophia sophie sorley spencer stacey stacie stacy stan stanley stefan steff steffi steffie stella steph stephan
    stephanie stephen steve steven stevie stewart struan stuart stuart-john susan susanna susannah susanne suzann
    suzanne suzi suzie suzy sybil sydney sylvia tabitha taggart talia tallulah tamara tammie tammy tamsin tamsyn
    tamzin tanaka tania tanith taniya tanya tasha tasmin tayla taylah tayler taylor taylor-ann tazza teagan ted
    teegan teenie teigan temi terence teresa teri teri-ann terri tess tessa thao thea thelma theo theodor theodora
    theodore theresa therese thomas thomasina tiana tich tiegan tiffany tilda tillie tilly tilly-mae timothy tish
    titi toby todd tolu tomi tommo tommy toni toni-ann toni-marie tonya torin torquil tosh toyin tracey traci tracie
    tracie-ann tracy tracy-ann tracyann travis trevor tricia trina trish trisha tristan trixie trudi tuan tyler
    tyler-james tyra tyra-lee tyrell tyrese tyrone uche una ursula vaila valerie vanessa vera veronica vicki vickie
    vicky vikki vikki-ann vincent vivian vivien vivienne wallace walter wanda warren wattie wayne wendy wesley
    whitney wilfred wilhelmina willa william willie wilma winifred winnie winona winston wullie xander yasmin
    yasmine yolanda yvette yvonne yvonne-ann zac zach zachary zachery zaine zak zander zane zara zara-louise zaynab
    zeke zelda zena ziggy zoe zoey zoie zola zuzanna
"""

_SHORT_AND_NEW = """
    abi ajay amir amna ange aria ava ayla babs baz becs bern blerta brad cali caz chantz chell chels cleide
    conor corin dakota damon dara debs debz derrick dez dirk edilene ehi eli eoin ezra fatjona fay frankie
    frannie franny gina gracie guihua hana henry isoken izehi jacs jade jai jak jaq jasmin jasmine jax jed
    jetmira jez jon jucilene jude jurema kai kali kauane kaya kels kez klodiana lacey lanfen lia liling loz
    luca luis luka lyns lynz magz maia maya nads nia nieve noi nong nosa oanh omar osarieme osariemen
    osayuki piers ploypailin pornthip rach rache rae raiane reggie remi rhea ria romy rosilene sana sara
    sasha scarlett shannie shannon shay shel skylar somying soph stace syed tash tez thays tia trishy troy
    vix yen zain zara
"""

_GAELIC = """
    aoife aonghas artair beathag beitidh cairiona cairistiona calman caoimhe catriana ceana ceitidh ciaran clodagh
    coinneach colla criosaidh daibhidh deorsa diarmuid diorbhail domhnall donnchadh dughall eabha eachainn eachann
    ealasaid eilionoir eimear eimhir eoghan fearchar fearghus fiadh fionnghal fionnlagh floraidh ghillies giorsal
    goiridh grainne iagan iomhar iseabail ishbal lachlann leagsaidh lileas maire mairearad mairghread marsaili
    moireach muireall murchadh neacal padraig peadar peigi raghnaid raghnall raibeart raonaid ruadhan ruaraidh
    ruiseart sadhbh sandaidh saoirse seonag seoras seumas sileas siusaidh somhairle sorcha tadhg tearlach tormod
    uilleam uisdean
"""

_EUROPEAN = """
    abril achim adela adelaida adelaide adelasia adelheid adelina adina adolfo adoracion adriana adrianna adrianne
    adrien adrienn adrienne aelita afrim agata agathe agnese agnieszka agron agustin agustina aideen aigars ailbhe
    ailis ailish ainars ainhoa aishling aislin aislinn aiste aitana aivars akvile alannah albana alberta albertina
    albertine alberto albin albulena aldona aleksandar aleksander aleksandra alena alenka alessandra alessandro
    alessia alessio alexandrina alexandru alexei alexia alfio alfredo algirdas algis alicja alida alina alise alketa
    allegra almantas almudena alois alojzy alona alondra alphonse altin alvaro alvis alvydas alwine alzbeta amador
    amalia amalie amalija amaury amparo anais anamaria anastasie anastazja anatole andis andra andrada andras andre
    andreas andree andreea andrei andrej andres andris andrius andriy andrzej aneta anete anett anette anezka
    angelika angeline angelique angelita angelo anica aniela aniko anila anisoara ankica annalisa annamaria annegret
    annelie annetta annija annunziata anouk anselmo ansis antal antanas antigona antje antoaneta antoine antoinette
    anton antonela antonella antoni antonietta antonija antonina antonio antra anxhela aodhan aoibheann aoibhinn
    apolena apolonia araceli arben ardal ardian ardita ariadna arina arjana arjeta arkadi arkadiusz armand armandas
    armando armin arnas arnaud arpad artan artem artur arturas arturo arturs arvis arvydas ashling assumpta astrid
    asuncion attila attracta aubin audrius augustas augusto aurel aurelia aurelie aurelien aurelija aurica aurimas
    aurore ausma ausra ausrine auste austra averil axelle aylla azucena baiba balazs balint baptiste barbel barbora
    bardha barnabas bartek bartholomiej bartley bartlomiej bartosz bashkim basia bastien beata beate beatriz behar
    belen bence benedek benedikta benicio benita benito benno benoit beppe berenice bernadett bernardo bernd
    bernhard berta bertrand besarta besnik bianka biljana birgit birgitta birte biruta birute biserka bjorn blaithin
    blanca blanka blathnaid blazena bledar blendi blerim blerina bogdan bogdana boglarka boguslaw bohumil bohumila
    bohuslav bojan bojana borbala boris borislav borja borka borko borys botond bozena bozenka bozica bozidar
    brandusa branimir branislav branka branko breda breege breno bretislav brice bridie brigid brigitta brigitte
    britt britta bronach bronislawa bujar burim cahal cahir calogero camelia camille camilo candela caoilfhionn
    caolan capucine caragh caridad carina carlo carlos carlota carmela carmelita carmelo carmina carola carolin
    carolina carsten carys casandra catalin catalina caterina cathal cathaoir catinca cayetana ceara cecile cedric
    celina celine cerys cesar cestmir cezar cezara cezary chantale charis christa christel christelle christiane
    christoph christy cinzia clarice claudette claudine claudiu clelia clemence clemens cliodhna clotilde coilin
    colman colmcille colombe conall conan concepcion concepta concetta concha constanta constantin consuelo cordula
    corina corinna cornel cornelia corrado cosimo cosmin cosmina costanza costica costin crenguta crina crinuta
    cristian cristiana cristobal csaba csenge csilla csongor cyril czeslaw daciana dafydd dagmar dagmara dagnija
    daiana daiga daina dainis dainius dairine daithi daiva dalia dalibor dalma damian damiano damir danguole danica
    daniela daniele danielius danijel danijela danka danuse danuta daragh daria darija darina dario darius dariusz
    darko darragh davi-lucca davide davor dawid dearbhail dearbhla deimante deirbhile deividas dejan delphine denes
    denisa denys dervla despina detlef dezso diarmaid didier didzis diego diellza dietmar dilys dimitar dimitrios
    divna djordje dmitri dmitro dmytro dobrica dobrila dochia doerte domagoj dominika dominique dominykas domonkos
    donal donatas donatella donjeta donncha dorel dorina dorota dorothea dorothee dorottya dovile dovydas draga
    dragan dragana dragica dragisa dragos drahomira drazen drilon drita dritan dualta dubravka dukagjin dulce
    dumitrita dumitru dunja dusan dusko dymphna dzintars eadaoin eanna eberhard ecaterina eckhard edeltraud edgaras
    edgardo edgars edita edlira edmond edoardo edona edouard eduard eduards edvinas edyta efrain eftimia egils eilis
    eimantas eimante einars eirlys eithne ekaterina eldion elemer elene eleni eleonore elfriede elina eliona elira
    elisabeta elisabetta eliska elita elizabeta elizabete elodie eloisa elona elsona elvijs elvira elvis elwira
    elzbieta emanuela emanuele emanuella emanuelly emese emile emilian emilija emilio emiliya emilly emirjona
    emmanuelle emoke emrys encarnacion endre endrit engjell eniko enkelejda enrico enrique erhard erich erick eriona
    erjon erjona ermal ermira ernesto ernests ernst ervin erwin erzsebet esmerald esteban estela estera eszter etain
    etelka ethna etienne etleva ettore eugen eugenia eugenio eulalia eusebiu evaldas evaristo evelina evija evita
    ewelina ewunia ezequiel fabia fabien fabienne fabio fabrice fabrizia fabrizio fachtna facundo fanica fanni
    fatima fatime fatjon fatmir fatmire fatos feargal federica federico federigo felicia felipe felisa ferdinand
    ferdinando ferenc fermin fernand fernanda fiach fiachra fiamma fidel fidelma fikret filip filippa finola fintan
    fionn fionnan fionnghuala fiorella fitore fjolla flamur flannan flavio floarea florentina florian floriana
    florina florjan flutura fortunata franca francesco francisco franciszek francois francoise frantisek frantiska
    franz franziska frauke frederic frederique friederike friedhelm friedrich fritz fruzsina fulvia gabija gabor
    gabriela gabriele gabrielly gaelle gaetan gaetano galina garvan gaspar gaston gatis gauthier gavril gavrila
    geanina gediminas gellert gennaro genovaite genoveva genowefa genti gentiana georg georges georgeta georgette
    georgi georgiana gerardo gerda gergely gergo gerhard gerlinde germain germaine germana gernot gertrud gezim
    gheorghe ghislaine giacomo giada giancarlo gianluca gianni gianpaolo giedre giedrius gilberte gilles gintaras
    gintare gints giorgia giorgio giorgos giovanna giovannella giovanni gisela gisele gitana giulia giuliana
    giuliano giulietta giuseppe giuseppina gizella gjergj gobnait gonzalo goran gordana goretti gosia gottfried
    graciela grania granit gratiela graziella grazyna gregoire gresa grigore grzegorz guadalupe gudrun guenter guido
    guillaume guillermo gunars gundega gunta guntars gunther guntis gustave gustavs gustaw gyongyi gyorgy gyula
    hajnalka halina halyna hania hanka hanna hannelore hans-peter haralambie harald harijs haris hartmut hasan
    haydee hedvig hedvika heidemarie heidrun heike heiko heiner heinrich heinz heitor helga helge hellena helmut
    helmuts heloisa henning henriette henrik henrikas henrike henrique henryk hermann hernan herta herve hildegard
    hippolyte holger honorine horatiu horia horst hortense hristo hrvoje hubert hunor hynek hysen iarla iarlaith
    ibolya ieuan ignacio ignacy ilaria ildiko ileana ilgvars ilija ilinca iliriana ilirjana ilona imants imelda
    immacolata inara indra indre inesa inese inessa ineta ingeborg ingrida inguna ingus inmaculada intars ioana
    ioanela iolanda ionel ionela ionica ionut iosif irena irina irita irmgard irmina irmtraud iryna isabela isabelly
    iseult isibeal isidro iskra ismael isotta istvan itziar iulia iulian iulica iustin ivana ivanka ivano ivars
    iveta ivica ivita ivona ivonne iwona izabela izydor jacek jachym jacinta jacobo jacopo jacques jadranka jadranko
    jadwiga jadzia jagna jagoda jairo jakub janek janina janja janka janusz jaqueline jarmila jaromir jaroslav
    jaroslava jaroslaw jasminka jasna javier jean-claude jean-luc jean-marc jean-michel jean-paul jean-pierre jeanne
    jeannine jekabs jelena jelica jenica jenifer jeremi jeremie jerzy jessenia jetmir jeton jindrich jindriska jitka
    joachim joana joaquin joaquina jochen joelle joerg jokubas jolan jolanta jolita jonas jonatan jonida jordi jorge
    jorune josefa josette josiane josip jovan jovana jovita jozef jozsef judit judita juergen julcia julianna julien
    julieta julija julio julita juozas juraj jurate jurga jurgen jurgis jurgita juris justas justina justinas
    justyna jutta kacper kaique kajetan kajus kalina kalman kaltrina kalvis kamil kamila kamile kamilly karel karin
    karina karl-heinz karlis karol karolina karolis karoly karsten kasandra kasia kaska kaspars katalin katarina
    katarzyna katerina kateryna katharina katherin kathrin katia katica katinka katja katrin kazimieras kazimierz
    kealan keelin kerstin kestutis khrystyna killian kinga kitija klajdi klara klaudia klaus klavs klevis klodian
    konrad konstantin kornelia kotryna kreshnik kresimir krisjanis kristaps kristiana kristof krisztian krisztina
    kruno krysia krystian krystyna krzys krzysztof ksenia ksenija kujtim kveta kvetoslav kvetoslava kyrylo labinot
    lacramioara ladislav laetitia laima lajos lamberto laoise larisa lasairfhiona lasma laszlo laudomia lauma laure
    laurene laurent laurentia laurentiu lauris laurynas lavdim lavinia leana leandro leire lejla lelde lenka lenuta
    leonardo leonela leonita leonor leons leopold lesya leszek letizia leutrim levente liadan libor libuse licia
    lidia lidka liene lienite liepa liesel lieselotte ligia lijana lilia liliana liliane lilita lilla lilli lilou
    lilya linas lindita liridon lirije lirim lisette liubov liucija liudmila liudmyla livia livio liviu liwia
    ljiljana ljubica ljubo ljupka lochlainn lolita lorand lorant lorcan loredana lorena lorenzo loreta loreto lorin
    lorrayne lothar lotte luana luara lubomir lubos lucero lucette lucian luciana luciano lucie lucienne lucile
    lucjan lucretia lucrezia lucyna ludek ludmila ludmilla ludmyla ludovic ludovica ludovico ludwig ludwik luigi
    luisa luiza lukas lukasz lukrecija luljeta lulzim luminita lyubov lyudmila macarena maciej madalin madalina
    madara maelle maelys magdalene magdalina magdolna maigonis maija maike maille maira mairin mairita maite
    majlinda maksim maksym maksymilian malgorzata malgosia malina malwina manfred manfredi manjola mannix manola
    manolo manon mantas manuel manuela manuella marcel marcela marcelina marcin marcinek marco marcos mareike marek
    mareka marga margareta margarete margaux margherita margit margita margret mariagrazia mariana mariane mariann
    mariano marica maricela maricica mariela marielle marigona mariia marija marijana marika marilena marin marinela
    marinko mario mariola maris marisa marita maritza mariuca marius mariusz mariya mariyka markas marketa marko
    markus marlies marsel marsela marta marthe martine marton martyna martynas marysia marzena marzia masha massimo
    matas matei matej mateja mateo mateusz matheus mathias mathieu mathilde mathis matilde matous matteo matthias
    matthieu matyas matylda mauricio maurizio mauro maxence maxime maximo mayra maysa mechthild medeina megija meike
    melania merche mergim micaela micha michal michalina michel michelangelo michele mieczyslaw migena migle mihaela
    mihai mihail mihaly mihnea mikhail miklos mikolaj mikus milada milagros milda milena milica milos miloslav
    miloslava milosz mimoza mindaugas mioara miodrag mirabela mircea mirco mireia mireille mirela mirella mirjam
    mirjana mirjeta mirka mirko mirna mirona miroslav miroslava miroslaw mirsad miruna mitica mladen modestas modra
    modris mojmir momir monia monika monserrat montserrat moritz muamer mugur muiris murilo mykhailo mykola mykolas
    myriam nadege nadezhda nadiya nadja nandor naoise narcis narcisa nastya nataliia natalija natalita nataliya
    natascha natasza nathalie natividad nayeli nderim neasa nebojsa nedas nellija nenad nerea nerijus neringa nermin
    nertila nestor nevena nevenka nevila nicolae nicolai nicoleta nicoletta nicolina niculae nicusor nieves nijole
    nikica nikodem nikola nikolai nikolay nikolett nikolin nikolina nikos ninel noeleen noelia noemi noemie nojus
    noleen norbert norica normunds nunzia nuria oceane octavian octavio odeta odette odhran odile odran ognjen ojars
    oksana oktawia oktawian olafs olalla oldrich oleksandr oleksandra oleksiy olena olenka olivera olivier olivija
    oliwier olympe ondrej oonagh ophelie orazio oresta orfhlaith orges orietta orjeta orlando ornela ornella orsolya
    ortrud oskar oskars osvaldo otakar otavio otilia ottavia ovidiu padraic paloma panna paola paolo paqui
    paraschiva pascale pascual pasquale patricija patrik patrizia patrycja patryk paulina paulius pavel pavla
    pavlina pavlo pavol pawel pearse pedro pegeen pellumb perla petar peteris petras petrica petrit petro petronela
    petru petruta phelim philipp philippe piaras piedad pierina piero pierre pierrette pietra pietro pilar piotr
    piotrek piroska polina pompiliu povilas predrag premysl proinsias przemek przemyslaw purificacion qamil qendrim
    radek radim radka radmila radomir radoslaw rafael rafaela rafal raffaele raimondas raimonds rainer raisa raissa
    raitis raivis raluca raminta ramiro ramon ramunas ramune raoul raphael rasmus ratko raymonde razvan realtin
    redmond redon regimantas regine regis reinaldo reiner reinhard reinhold reinis remedios remus renata renate
    renato renee renia renis renzo rexhep reyes rhodri ricardas ricardo riccardo rigels rigoberto rihards rimantas
    rimante rimas rinor rionach ritvars robertas robertina roberts rocco rocio rodica rodolfo rodolphe rogelio rokas
    roksana rolandas rolande rolands romain romas romolo romulus ronaldo rosalia rosaria rosario rosaura roseline
    rosendo rosetta rosita rossana rostislav roswitha rovena roxana roxane roxelana rozafa rozalia rrezarta rudiger
    rudina rudolf rudolfs ruediger ruggero rumen ruslan ruslana ruzena ruzica ryszard sabin sabina sabri sagrario
    saimir salvador salvatore samanta sanda sandija sandis sandor sandrine sandro sandu sanela sanita sanja santa
    sante santi sanziana sarka sarolta saule saulius savina seaghan sebastiano sebastien segundo semida senad senan
    senka serafina serban seren sergei sergey sergio sergiu serhii serhiy sevdije severina seweryn shefqet shkelqim
    shkurte shpend shpresa sibylle sidonia siegfried sieglinde sigita sigitas sigmar signe sigvards silke silvana
    silvija silvio silviu simina simona simonas simonetta sinisa sintija siofra sioned skaiste skender skerdi
    sladjana slaine slaven slavica slavka slavko slavomir slawek slawomir slawomira slobodan smaranda smilja smilte
    snezana snezhana sniedze snjezana socorro sofica sofiia sofija sofiya sokol solange soledad solomiya solveiga
    solvita sonila sorana sorin sorina spartak spomenka srdjan srecko stana stanislav stanislava stanislaw stanka
    stasia stasiek staszek stefana stefanel stefania stefanie stefano stefka stela stelian steliana stepan stepanka
    stephane stephany stipe stjepan suela suelen sueli susana susann suzana suzette svenja svetla svetlana svetozar
    sviatoslav svitlana sybille sylvain sylvie sylwia szabina szabolcs szczepan szidonia szilard szilvia szonja
    szymon tadas tadeusz taina tainara tamas tamires tanguy tanja taras tatiana tatiane tatjana tatyana taulant
    tautvydas tekla teodor teodora teofana tereza terezia tetiana tetyana teuta thayna theophile thibault thibaut
    thierry thilo thorsten tiarnan tiberiu tiberius tibor tierney tifani tihana tihomir timofey timothee tincuta
    titas tivadar tiziana tiziano toader tomas tomasz tomek tomislav torben torsten traian traudel treasa tringa
    trini triona trude tudor tullia tunde turlough tvrtko tymon tymoteusz uldis ulises ulrich ulrike ultan umberto
    undine ursel urszula uschi vaclav vaclava vadim vaida vaiva vakare valbona valda valdas valdete valdis valentin
    valentina valentyna valer valeria valerica valerio valeriu valeriya valija valmira valon valquiria valters
    vanderleia vanesa vanja vanna vasil vasile vasilica vasyl vasylyna vedran vedrana velga veljko vendula verena
    vergil veronika veronique vesna veton vicente vicentiu vidas viesturs viktor viktoria viktoriia viktorija
    viktoriya vilija vilius vilma vilmos vilnis vilte vincenzo vineta vinicius violeta violetta viorel viorica
    virgil virginie virginija virginijus visnja vitalie vitalija vitaliy vitezslav vitolds vitor vittoria vittorio
    viviana viviane vjekoslav vjollca vjosa vlada vladan vladimir vladislav vlaicu vlasta vlastimil voichita vojtech
    volker volodymyr vytautas wacek waclaw waclawa wagner waldemar walther waltraud werner weronika wibke wiebke
    wiesia wieslaw wiktor wiktoria wilfried wilhelm wilmer wiola wioletta witold wladyslaw wojciech wojtek
    wolf-dieter wolfgang xavier xheni xhensila xhevahire xhulia xiomara yaiza yanet yaneth yannick yaroslav
    yaroslava yeison yelena yessica yevgenia yevhen yevheniia ylber yllka yolande yuleidy yulia yuliana yuliia
    yulija yuliya yuriy zaida zaiga zaira zalan zamira zbigniew zbynek zdenek zdenka zdislava zdravka zdravko
    zdzislaw zdzislawa zeljka zeljko zelma zenel zenon zenovia zenta zhanna ziedonis zigmars zigmund zinta zivile
    zivko zlata zlatan zlatka zlatko zofia zoltan zoraida zoran zoriana zorica zosia zsanett zsofi zsofia zsolt
    zsombor zsuzsa zsuzsanna zsuzsi zuzana zvjezdana zvonimir zygimantas zygmunt
"""

_AFRICAN = """
    aanuoluwapo abass abdifatah abdihakim abdikarim abdinasir abdirahman abdirashid abdisalan abdiwali abdullahi
    abeba abebe abebi abeiku abena abeni abiodun abiola abosede abrehet abrham abshir abubakar abukar achieng adaeze
    adaku adama adanna adaobi adaora adaugo addisu adebayo adebisi adebola adebukola adedayo adefunke adejoke
    adekunle adenike adeola adeolu adepeju adesewa adesola adesua adesuwa adetoke adetola adetoun adetutu adewale
    adewole adewunmi adeyinka adhiambo adiam adiele adjoa adjoua adoma adong adunni adwoa afriyie agbeke aicha aigbe
    aishatu aisosa aissata aissatou ajoke akachi akberet akello akinyi akosua akoth akudo akugbe akunna akwasi
    akwete akyaa alassane alemayehu alemnesh alganesh alieu alimata aliyu almaz amaechi amahle amaka amanuel amara
    amarachi amarachukwu amatu amenze aminata aminatou aminatu aminu amito amleset amoke amondi amope ampomah anayo
    anele anesu anisa anotida anulika anuoluwapo anwuli anyango apiyo apunanwu araba ariam arike arinola arinze
    arinzechukwu asabe asake asantewaa asmau asmeret assetou atieno atinuke awero awino awuor awurama ayaan ayaanle
    ayana ayanda ayele ayinke ayobami ayodeji ayodele ayoka ayokunle ayomide ayotola ayotunde azubuike azuka baaba
    babacar babajide babatunde babirye balkisu bamidele bankole barasa barwaqo batulo belaynesh bereket berhane
    bethlehem bezawit bhekisisa bilan bilkisu biniam binta bintou birhane birtukan biruk bishaar bisrat boatemaa
    bolaji bolanle bolatito boluwatife bongani bosede boubacar bruktawit buchi bukola busisiwe caasha cabdi chebet
    cheikh chelagat chenai chengetai chepkoech cheptoo chetachi chiagozie chialuka chiamaka chiamanda chiara
    chibueze chibuike chibundu chibuzo chibuzor chichi chidalu chidera chidi chidiebere chidimma chidinma chidubem
    chidumebi chiedza chiemeka chiemela chiemezie chiesonu chigozie chiji chijioke chika chikamso chikaodi chikodi
    chikondi chima chimamanda chimaobi chimdi chimezie chinasa chinaza chinazaekpere chinedu chinelo chineme
    chinemerem chinenye chinenyenwa chinonso chinwe chinyelu chinyere chioma chipo chisimdi chisom chiwoniso
    chizaram chizoba chizobam chukwudi chukwuebuka chukwuemeka chukwuka chukwuma chukwunonso coumba dabere dadirai
    dagmawi dahabo damilare damilola danai danjuma dawit degan dehab delali demba dereje desalegn dhuuxo diarra
    djeneba djibril doyinsola duduzile dumisani dzifa ebele ebere ebrima ebube ebubechukwu ebuka ebunoluwa echezona
    edafe edinam edosa edozie efosa eghosa ejike ejiro ekaete ekene ekenedilichukwu ekinadose ekuase ekuwa ekwutosi
    elikem elorm embet emebet emefa emeka eniola enitan enobong enogie eseosa esinam eskedar esohe esosa etinosa
    etornam etsegenet ewatomi ewomazino ewurabena ewurama eyerusalem ezenwa ezinne ezinwanne fadekemi faderera
    fadila fadimatu faduma fadumo fadzai fafali faiso falmata fanta farah farai faraja farhiya fartun fasika
    fatimata fatou fatoumata fatoumatta fatsuma fatuma fehintola feven feyikemi feyisayo fiifi fikile fikirte filmon
    filsan fisayo fitsum folakemi folarin folasade folashade foluke fosiya fowsiya frehiwot freweini fungai funke
    funmi funmilayo funmilola gambo gamuchirai garba garikai gathoni gbemisola gbenga gboyega gelila gelle genet
    genzebe ghirmay gifty ginika girma gloriah godswill goitom gugulethu guled gyamfua haben habiba habibu habiibo
    habtamu habtom hadiza hafsa hafsat hagere hagos hajara halimatu halimo hamdi hamra hannatu haruna hasana hauwa
    haweya helina hermon hersi hibaq hinda hindatu hirity hirut hiwet hlengiwe hodan hoodo husaina ibado ibidun
    ibironke ibukun idemudia idera idowu idris idrissa ifeanyi ifeanyichukwu ifechukwu ifeoluwa ifeoma ifrah
    ifunanya ifunanyachukwu ighodaro iguosa ihuoma ijeamaka ijeoma ikechukwu ikenga ikenna ikraan ilays ilhan imade
    inioluwa isatu isayas isiaka isioma ismahan istahil itohan ivbie iyabo iyabode iyanu iyanuoluwa iyekekpolor
    iyobosa iyore izogie izuchukwu jabulani jadesola jainaba jaiyeola jamaal jamila jawahir jelani jepkemboi
    jerotich jideofor jolayemi joojo jummai jumoke kabiru kaddy kadiatou kadiatu kadijatou kadra kafui kagiso kaima
    kalkidan kaltun kamara kamau kambili kande kanini kaosisochukwu karanga kasiemobi kayode kebba kebede kehinde
    kelechi kelechukwu kenechi kenechukwu kerubo kesete khadar khadija khadijah khadijat khadijatou khadra khadro
    khady khanyi khanyisile kholwa kibra kibrom kidane kidist kifle kimani kinsi kipchoge kiprop kiptoo kirabo
    kisakye kobina kodilinye kokumo kolawole kosisochukwu kudakwashe kudzai kukua kundai kunle kwabena kwabla kwadwo
    kwaku kwamboka kwame kwasi kweku kwesi ladan ladidi lamin langa lanre lansana laraba lawal lawrencia lekan
    lemlem lerato letebrhan letekidan liban lidet lidya lielti lindani lindiwe lolade londiwe lotanna lungile luwam
    lwandile lwazi maafia maame mabinty maduka mahad mahlet mahmud maimouna maimuna mairo maita makanaka makda
    makena makhosi malick malusi mamadou mamman mamoud mandla mariama mariatu mariem marieme maryamu maryan mawuli
    mawusi maxamed mazvita mbalenhle mbali mduduzi meaza mebrat medhanie mehari mehret mekdes meklit melat merhawi
    meron meseret mesfin mfundo michale mihret mihretab milkias mlungisi mmesoma mobolaji modou modupe mojisola
    momodou monisola moraa morayo moremi morenike morounkeji mosun mosunmola motunde motunrayo moussa mowunmi msonda
    mukami mulki mulugeta mumbi mumina munachi munachiso munashe munyaradzi mustapha muthoni mutiso mutsa mutua
    muturi mwangi mwende mwikali mxolisi nabirye naciima nadifa nafissatou naima najah najma nakabuye nakato
    nakimuli naledi naliaka nalubega nalwanga namatovu nambi namugga namukasa namukwaya namutebi nanjala nansubuga
    nantongo nardos nasiche nasiru nasra nassanga nassozi nasteho natnael natukunda nchedo ndidi ndubuisi ndumiso
    nebiat nehanda nekesa netsanet ngoni ngozi ngozika nhyira nimco njambi njeri njoki njoroge nkechi nkechinyere
    nkeiruka nkiru nkiruka nkolika nkosana nnaemeka nnamdi nneka nnenna nobantu nobuhle nokulunga nokutenda
    nokuthula nolwazi nomagugu nomalanga nomasonto nomatter nombuso nompumelelo nomsa nomthandazo nomusa nomvula
    nomzamo nonhlanhla nonkululeko nonso nosakhare nosipho noxolo nozipho nqobile nthabiseng ntokozo ntombi nwadiuto
    nwakaego nwamaka nyaboke nyambura nyaradzo nyarai nyasha nyawira nyima nyokabi obehi obeng obiageli obiajulu
    obianuju obiechina obinna obioma ochieng odion odongo odunayo oforiwaa ofure ogadimma ogechi ogechukwu
    oghenekaro ogheneovo oghenero oghenetega oghogho ogochukwu ogonna ohemaa okbay okechi okechukwu okoro okoth
    okwudili olabisi olachi olaedo olaide olajumoke olamide olanrewaju olapeju olasubomi olatunde olawale olawunmi
    olayide olayinka olubukola olubunmi oluchi oluchukwu olufemi olufunke olumide oluremi olusegun oluseun
    oluwabukola oluwabunmi oluwadamilola oluwafemi oluwafunmilayo oluwakemi oluwanifemi oluwapelumi oluwaseun
    oluwashola oluwatobi oluwatosin oluwatoyin oluwatoyosi omesiri omolade omolara omolayo omolola omondi omonigho
    omoniyi omoruyi omosede omotayo omotola omowunmi omoyemi omozele onochie onome onwuchekwa onyango onyebuchi
    onyeka onyekachi onyinye onyinyechi onyinyechukwu opeoluwa opeyemi oreoluwa oritse osagie osahon osamudiamen
    osaretin osaro osarumwense osasere osayemwenre osayi osaze osazee osazuwa oseremen osinachi osita otieno oumou
    ousainou ousmane owusuaa oyebanji oyelola oyinade oyinda oyindamola oyinlola ozioma paapa paidamoyo palesa
    panashe pelumi phindile phumzile pokuaa qamar rahma rahwa rakiya ramata ramatu rangarirai rapuluchukwu raxma
    refilwe revai rigbe robel roble rokia ronke rooda rotimi rozina rufaro rukayat rukayya rukevwe rumbidzai ruqayya
    ruqiya rutendo ruvarashe ruvimbo sa'adatu saadatu saafi sacdiyo sadiat sadiya safiyanu safiyo sagal sahra sahro
    saikou salamatu samira samrawit samsam sanele saratu sareedo saron saynab seada seble sedinam segen segun sekai
    selam selamawit selasi selorm semhar senait senam senay senayit senayt senzo serwaa sfiso shamis shamiso shamso
    shehu sheku shingai shukri shuvai sibonakaliso sibongile sibusiso sicelo sifiso siham sihle sikirat simbarashe
    simbiat simisola simphiwe simret sindi sindisiwe sindu siphesihle siphiwe sipho sirad sirak siyabonga sizwe
    slindile smangele sokhna solyana somadina somto somtochukwu sopuruchukwu souleymane soyinka sthembile sucdi
    sulaiman sulayman suleqa sumaya sumayya syokau tadele tadesse tadiwa tafadzwa taiye takudzwa talatu tambudzai
    tanimu tapfuma tapiwa tariro tarisai tatenda tavonga tawanda teame teamrat tebogo tecla tekle teklit temesgen
    temilola temitope temnit temwa tendai tesfay tesfaye tewelde tewodros thabiso thabo thandazile thandeka thandi
    thandiwe thando thandolwethu themba thembeka thembi thokozile thulani tichaona tigist tigisti tinashe tinotenda
    tinuke tirhas tirunesh titilayo titilola titilope tiwalade tobechi tobechukwu tochukwu tokunbo toluwalase
    toluwani tomilola tomiwa tonderai toyosi tsega tsegay tsehay tsehaynesh tshepo tsige tsigereda tsitsi tukur
    tunji ubaidullah uchechi uchechukwu uchenna udochi udoka ufuoma ugochi ugochukwu ugonma ugonna ujunwa ukamaka
    uloma ulomma unathi urenna usmanu uwaila uwani uyinmwen uzoamaka uzochi uzoma vimbai vimbiso vongai vuyiswa
    wadzanai wafula wairimu waithera wambugu wambui wambura wangari wangechi wangeci wangui wanja wanjiku wanjira
    wanjiru warigia waris warsame wavinya wegahta weini wekesa winta wondimu wubit wunmi wuraola xaawo xalimo xolani
    xolile yaaba yaayaa yacine yahaya yakubu yared yasir yassin yayra yebio yejide yemane yemisi yemisrach yerusalem
    yetunde yeukai yewande yinka yirgalem yodit yohana yohannes yonas yonathan yoofi yorda yordanos yunusa yurub
    zaharau zainabu zamzam zandile zanele zawadi zebib zemen zenebech zerihun zewdi zewditu zeynab zikora zimuzo
    zinhle zintle ziyanda zodwa zubairu zufan zulaikha zuwaira zvikomborero
"""

_ASIAN = """
    aachal aadam aadhya aadil aafia aafreen aahana aaisha aamir aamna aarav aarif aarini aarna aashi aasif aasiya
    abbas abdul abdulaziz abdulkadir abdulkarim abdulla abdullah abdulmajid abdulrahman abdulwahab abeer abeera
    abhay abhinav abhishek abida achara adeel adeela adeena adila aditi aditya adnan advika afife afreen afroz
    afsana afshan afzal ahlam ahmad ahmed ahmer ahsan ailin aiman aimen aisha aishah aisyah akanksha akash akbar
    akgul akhil akiko akram akshay aleem aleena aleesha aleeza alishba alishbah aliya aliyah alizeh almas alper
    altan alyan amaan amaira amandeep amani amardeep amarjit ambar ambika ambreen ameer ameera amena ameya amira
    amirah amisha amjad amjid ammar ammara amrit amrita amruta analyn anamika anand ananya anaya aneeqa aneesa anika
    aniket anirudh anish anjali anjum ankit ankita annam anong anupam anupama anuradha anusha anushka anwar aparna
    apinya aqeel arash archana ardeshir areeba areej arham ariba arisa arjan arjun armaan arnav arnel arooba arooj
    aroon arsalan arshad arshia aruna arushi arvind aryan asfand ashar ashish ashna ashok ashraf ashwin asiya asmaa
    asrar asuman atakan ateeq atiqa atiya attiya avani avinash aydan ayesha ayfer aygul ayisha aylin aynur aysegul
    aysel aysen aysha aysun aytac ayten ayush azeem azeema azhar aziza azize azmat babar babita babur badar bahadir
    bahar bahareh baheera baksh balbir baldev baligh baljit balwant balwinder bao-anh baris basak bashir basit basma
    bassam batool batuhan batul bayani begum behnaz bekir belgin belma benazir benjawan beren berkay berna betul
    beyza bhavana bhavesh bhavna bhupinder bich-ngoc bilal bilqees bilqis birgul birsen bisma bismah bituin boonmee
    bulent burak burcin burcu burhan busaba bushra busra cagla caglar cagri canan cansu cemal cemile cengiz ceren
    ceyda ceylan chaiya chalerm chandan chandni chanya charanjit chenxi chetan chitra chunhua chutima cigdem cuong
    daanish daljit damini danial danilo danish daniyal darshan darya dawood deepa deepak deepika deepti devika dhruv
    dhwani diep-anh dilan dilara dilawar dilek dilip dilshad dinesh divina divya dogukan duangjai duong durga duyen
    duygu efsun ehsan eisha ekrem elcin elham elmas elnaz emaan emine emrah engin erdal erdem ergin erhan erkan
    ersin ertugrul eshal evangelista evren eylul ezaan faaiz fadia fadime fadwa fahad faheem fahmida faisa faisal
    faiza faizan fakhra falak faraz fareed fareeda fareeha farhan farhana farheen farida farideh fariha farooq
    farooqa farrah farrukh farwa faryal farzana farzeen fasih fatah fateh fatemeh fathima fatih fatim fatimah fatma
    fatmata fawad fawzi fawzia fayaz fayza fazal fazila fehmida ferda ferhat feride ferit feroza feyza fikriye filiz
    firas firoza fouzia fozia fulya funda furqan gamze gaurav gauravi gauri geeta geetanjali ghada ghafoor ghazal
    ghazala ghazi ghufran ghulam giang girish gizem gohar gokce gokhan gonca gonul gopal govind gozde guang gulab
    gulay gulbahar gulcan gulcin gulden gulizar gulnaz gulsah gulsen gulseren gulshan gulsum gulten guner gunes
    gurbir gurdeep gurinder gurjit gurmeet gurmit gurpreet gursharan ha-my habab habib hadia hadiqa hafeez hafiz
    hafiza hafsah hai-yen haider haiyan hajra hakan haleem haleema halil halima halimah haluk hamad hameed hameeda
    hamid hamida hammad hamza hanan hande haneen hanh-phuc hanife haniya hannan haoran harbhajan hardeep hareem
    hareera harinder harish harjit harman harmeet harminder haroon harpal harpreet harsha harshit harshita harun
    harvinder hashim hasnain hasret hassan hassina hatice hatun havva hayat hazal haziq hemant hetal hifza hijab
    himani himanshu hoai-an hoang hooria huang hulya humaira humayun hummaira humza huseyin hussain hussein huyen
    huzaifa ibrahim ibtisam iftikhar ihsan ilayda ilham ilkay ilknur ilyaas ilyas imaan imama imani imran imrana
    imtiaz inaya inayah inayat indira indrani insha intisar iqbal iqrah irfan irmak ishaan ishani ishaq ishita
    ishrat ishtiaq ismail ismet israa izaan izzah jabeen jabir jagdeep jagdish jagjit jahanara jahangir jalal jamal
    jameela jamil janaki jannah jannat jasbir jasim jasleen jasmeet jaspreet jasvinder jaswant jaswinder jatinder
    javaid javed javeria jawad jawaria jayant jayshree jenalyn jennilyn jhoanna jiahui jianhong jiaqi jiawei jiayi
    jibran jibril jignesh jingyi jinhua jintana jitendra joginder jomar jovelyn junaid junjie juwariya jyoti kabir
    kadir kadriye kaili kainaat kainat kajal kaleem kalpana kalyani kamal kamini kamran kanchan kanchana kanda
    kanika kanokwan kanwal kanya kanza kapil karam karan karim karima karishma karthik kartik kashif kashish kausar
    kauser kavita kavya kawther keerthi kehkashan kenji kerem kerim keshav ketan kezban khadeeja khadim khaled
    khalid khalida khalil khanh khansa khaula khawla khizar khurram khurshid khushi kim-anh kim-chi kinza kiran
    kirti kishore kishwar kittisak komal koray krish krishna kriti kritika kubilay kubra kulap kuldeep kulsum
    kulwinder kunal kushal laiba laibah lailani lakshmi lalita lamai lamia lan-anh lareb latif latifa latife lavanya
    lawan laxmi le-thi leela leena leman levent leyla liang liaqat ligaya lihua lijuan lourdes lubaba lubna lujain
    lujayn luningning luqman luzviminda maazah madhav madhavi madhu madhuri madiha maham mahdi maheen maheera mahesh
    mahin mahir mahira mahjabeen mahmood mahmoud mahnoor mahrukh mahsa mahum mai-anh maimoona majeed majid majida
    malak malee maleeha malik malika mamta manahil manal manav mandeep mandip maneesh manha manish manisha manjit
    manju manmeet mannan manoj manpreet mansi mansoor maqsood maribel maricar maricel marilou marites mariyah
    mariyam marjan maroof marwa maryum mashal masood masroor masuma mateen mayada mayank mayur meena meera megha
    meghana mehak mehdi mehmet mehnaz mehreen mehrunisa mehtab mehtap mehul mehwish meihua meiling melahat melek
    melike melis meltem memoona meral meric merium merlinda merve meryem mesut metin mevlut miftah milind minaal
    minahil minal mingmei minh-anh minzhu mirha misbah mishal mitra mitsuko moazzam moeen mohamad mohamed mohammad
    mohammed mohan mohid mohini mohit mohsin mojgan momina moneeb moneeba mualla mubarak mubashir mubeen mucahit
    mudassar muhammad muhammed muharrem muhibbah mujahid mujde mujtaba mukesh mukta mumtaz muneeb muneeba munevver
    muniba munir muqaddas murat murtaza musaab musab musarat musarrat mushtaq muskan mussarat mustafa muzaffar
    muzaffer muzammil nabeeha nabeel nabeela nabil nabila nadeem nadeen nader nadira nadra naeem nafees nafisa
    nageen naghma naghmeh nagina naheed naheeda nahid nahida naila naina naira naiza najam najia najib najla najwa
    namra namrata nandini narayan naresh nargis nargiz narinder narjis narong naseeba naseem naseer nashit nashwa
    nasir nasreen nasrin nattaya natwar nauman nausheen navdeep naveed naveera navera navin navneet nawab nawal
    nawaz nayab nayla nazan nazanin nazia nazife nazima nazir nazira nazish nazli nazmiye nazneen necla necmi neelam
    neelofar neelum neeraj neeru neeta nehal nehir nenita neslihan nesrin neval ngoc-anh ngoc-lan nguyet nhien nhung
    nidhi nihal nihat nikhil nilay nilesh nilgun nilofar nilufar nilufer nimet nimra nimrah nirmal nirmala nisha
    nishat nitin nitya nizar nongnuch noora noriko noshaba nosheen nouman noura nousheen nuaym numan nupur nuran
    nuray nurcan nurdan nurgul nurhan nuriye nurten nusaiba nusaybah nusrat nuzhat obaid olcay omair orawan orhan
    osama osman owais ozgur ozlem padma pailin palak pallavi palwasha panida pankaj parag paramjit paras paresh
    parisa parminder parth parul parveen parveena parvin patcharee pavan payal pelin pensri perihan pervez pervin
    phailin phuoc phuong phuong-anh pimchanok pinar piyush polat pooja poonam poorvi prachi pradeep praful prakash
    prakriti pramod pranav pranay pranee prasert prashant pratibha pratima praveen pravin preeti preeya prerna
    prithvi priti priya priyanka puneet purnima purvi qadir qaiser qaseem qasim qiang quang qudsia quratulain
    qureshia quynh quynh-anh raafay raafia rabab rabbiya rabeea rabia rabiya radhika rafay rafia rafiah rafiq raghad
    raghav raghu rahat raheel raheela raheem rahela rahila rahim rahima rahmat rahul raihana raj rajan rajbir rajeev
    rajendra rajesh rajeshwari rajinder rajiv rajkumar rajni rajvinder rakesh rakhi ramadhan raman ramandeep ramesh
    ramla ramsha ramya ramzan ranbir rania raniya ranjana ranjeet ranjit ranya raquib rasha rasheeda rashi rashid
    rashida rashmi rasool ratan ratana rattana ravinder ravza rayan rayhan rayyan razia recep reeha reema reena
    refika rehan rehana rehman rehmat rekha remzi remziye renuka reshma reyhan rhodora richa ridhi ridwan riffat
    rimsha rishi ritaj ritesh ritika riyad rizwan rizwana rodel rohaan rohan rohini rohit rohma roopa rosalinda
    roshan rowena rubab rubeena rubina rucha ruchi ruchika ruhina rukaiya ruken rukhsana rukhsar ruksana rumaisa
    rumaysa ruolan rupali rupinder ruqaiya ruqayyah saadat saadia saadiya saara saarah sabeeha sabeen sabiha sabika
    sabir sabira sabita saboor sachin sadaf sadaqat sadeem sadhana sadia sadiq saeed saeeda safder safeena safeer
    safia safina safiya safiyah safiye safiyya sagar sahana sahar saher sahil sahira saiful saima saiqa saira sajad
    sajal sajeel sajid sajida sakda sakeena sakina sakine salah saleem saleema saleh salem saliha salim salima salma
    salmaan salman salwa samaira samana samar samavia sameea sameeha sameeksha sameen sameer sameera samha samia
    samiah samina samir samiullah samiya samra sanam sanchita sandeep sandhya sangeeta saniya sanjana sanjay sanjeet
    sanjiv sanket sanober santosh saowanee saqib saran saraswati sarfraz sarika sarita sarmad saroj sarwat sarya
    satish satnam satwinder saurabh savita sawsan sayed sayeed sayeeda sebahat sedat seema sehar sehriban sehrish
    selcuk selda selin selma semra senem seniha senol serap seray serdar serhat serife serkan serpil sevda sevgi
    sevil sevilay sevim sevinc seyda seyit seyma sezen shaban shabana shabbir shabeer shabnam shabnum shadab shadi
    shafaq shafia shafiq shafqat shagufta shahana shahbaz shahd shaheen shaher shahid shahida shahina shahla shahnaz
    shahram shahrukh shahzad shahzadi shahzaib shahzeb shaila shailesh shaima shaista shaja shakeel shakila shakir
    shakira shalini shama shamaila shamas shamim shamima shamraiz shamsa shanaz shanta shanti shanza shaoyi sharad
    sharafat sharda sharifa shariq sharjeel sharmila sharmin shashi shaukat shaya shayan shazad shazia shaziya
    shazma sheela sheetal sheeza shefali sheher shehla shehnaz shehryar shehzad sheraz sherbano sherin shika shikha
    shilpa shirin shirina shivani shiza shoaib shobha shohaib shraddha shradha shreya shreyas shruti shubham shubhi
    shufen shugufta shuja shumaila shweta shyam sibel siddharth siddhi sidika sidra sidrah sikander simge simran
    simranjeet simrat sinan sinem siraj sirikit siriporn smita sneha sobia sobiya sofiyan sohaib sohail sohan
    somchai somjai somporn somsak sonakshi sonal sonali sonam songul sonika srishti subhan subhash sucheta suchitra
    sudha sudhir sughra suhail suhana suheyla sujata sukhbir sukhdeep sukhjit sukhvinder sukhwinder sukran sukriye
    suleman suleyman sulman sumaira sumaiya sumaiyah sumalee suman sumayyah sumbal sumbul sumeet sumera sumit sumita
    sumitra sunaina sunbal sundas sunil sunila sunisa sunita supaporn suphatra supriya suraiya suraj surayya surbhi
    suresh surinder surjit surriya surya sushil sushila sushma suvarna suwanna suzan swara swati sweta syeda
    tabassum tabish tahani tahir tahira tahmeena tahmina tahreem taimoor talat talha talib tallat tamana tamanna
    taner tansu tanveer tanvi tanvir tanweer tanzeela tanzila tarik tariq tarun tasmia tasneem tauseef tayba tayfun
    tayibah taylan tayyab tayyaba tayyiba tehmina tehreem tejal tejas tejinder teresita thanh thanh-ha thi-hoa
    thi-lan thien thu-ha thuan thuong thuy-linh tolga tolgahan tooba toqeer trinh trung tufail tugba tugce tulay
    tulin tulsi tunahan tuncay turgay turgut turkan tuyen tuyet tuyet-mai ubaid ubaida ujjwal ujwala umaima umair
    umaira umama umaymah umesh ummara upasana urmila urooj urvashi usaid usama usayd usman utkarsh uttam uzair
    vahide vaibhav vaishali vaishnavi van-anh vandana vanita varsha varun vasant vasudha vedant vedat veena venkat
    vibha vidya vijay vikas vikram vildan vimal vimala vineet vineeta vinita vinod vipul viraj virat vishakha vishal
    vivek volkan wafaa waheed waheeda wahida wajeeha wajid wajiha waleeja walid wanida waqar waqas warda wardah
    waseem wasif wasim wasiq wassana weiwei wenjing wilai wissam xiang xiaohong xiaoli xiaoling xiaomei xiaoyan
    xiaoyu xinyi xiuying xuan-mai xuemei yagmur yahya yakup yalcin yameena yamin yamini yamna yanyan yaqoob yaqub
    yasar yasemin yashfa yashvi yasin yasmeen yasra yavuz yawar yelda yeliz yesim yigit yilmaz yingying yogesh
    yogita yousaf yousef youssef yuanyuan yucel yumna yunus yunxia yuqing yurdanur yusra yusuf yuting yuxin zafar
    zafer zafira zaheda zaheer zaheera zahid zahida zahir zahra zaina zainab zakariya zakia zakir zakiyya zalaid
    zaman zaneb zanib zarah zareen zareena zarina zarmina zarrin zayan zayna zaynah zeenat zeeshan zehra zeinab
    zekiye zeliha zerrin zeynep zhihao zhong zihan zimal zishan zixuan zobia zohaib zohra zonaira zoraiz zubaida
    zubair zubeda zubeyde zubia zuhal zulal zulekha zulfi zulfiqar zunaira zunairah
"""

_AMERICAN = """
    alejandra alejandro anabela angelica bruna camila catarina dayana eduarda elisa emanuel esmeralda esperanza
    estefania fabiana fabiola flavia francisca gustavo isaura ivanilda janaina jessyca jimena josefina jussara
    karolayne keila laisa luciene lucimar marcelo mariangel marisol miguel mirta nayara neide nidia pablo priscila
    raimunda rayane rayssa rebeca rodrigo rogerio rosangela roseli ruben santiago talita thiago vanusa vitoria
    wilson ximena yadira yamile yasmim yesenia zulma
"""

_FURTHER = """
    abimbola afolake agota amelka amporn anastasiia anuli arek arlinda armend audrone azmera bajram benjamas
    bernadeta birikti bohdana bronka chailai chanida chompoo ciprian cristi cristiane cuifen czeslawa dafina
    dandan danute darek darunee daryna dashuri desislava dimitrinka dongmei donika ehizojie ekaette elitsa
    elvana enkeleda erion erzsi evbu ewka fangfang fiyori franciszka gbemi gergana gheorghita godwin gosha
    grzesiek guiying hiwot hongmei honorata huifang ikponmwosa iuliana ivelina iwonka jarek jiali jiaying
    joasia jolka kamilka kannika karnchana kikelomo kremena krzysiek labake lanying ledia lesia letay liezl
    liliia liridona luyen lyuba lyuda marharyta maryla mayara mayuree mebrahtu meilin minmin mirek nanthana
    napat naree natalka natcha natsinet nghia niran nittaya nuong ofelia okwuchi olesya olka oltita oranuch
    orathai pakpao patcharee peipei petya phim phung pimchan piyada pornpan praew pranvera prapaporn praphai
    precy qendresa radostina raimonda ratchanee regiane roksolana rositsa rozsa rumyana ruxandra saengdao
    saowalak sarmite sasithorn shqipe shuang silviya sirilak siyu skaidrite snizhana suchada sudarat sukanya
    sunee suong sveta tamuno tasanee thanida thida tingting todorka tosin trhas tsveta tsvetelina tudora
    tukta tuoi uliana urai valeriia vasilka veselina vyara xiaoyun xiulan xueqin yanan yanin yaqin yaryna
    yulan yumei zanda zaneta zbyszek zornitsa zoryana zuzia
"""
GIVEN = frozenset(
    " ".join((_SCOTS_AND_ENGLISH, _SHORT_AND_NEW, _GAELIC, _EUROPEAN, _AFRICAN, _ASIAN, _AMERICAN, _FURTHER)).split()
)

GIVEN_WORDS = frozenset(
    """
    abdi aber abha abid abla ace acen ada ade adil afia afra afua agim agne aiga aija aiko aime aina aine
    ajit ajok akif akos akua al alain alba alem alev alexa alexandria ali alia alka ally alok alon alva ama
    amal aman amar amber ameh amer amina amit amity amma ana anab anan anca anda angel angus anh ania anil
    anis anise anja anka anke ann ansa ansu anto anum anvi aobh aodh aom apio april aqib aqsa arba arda ari
    arif arne arran art arta arti arun arzu asa asad ash asha asif asim asli asma asra aster ataa atif atim
    atis atul aude auma aurora autumn avni awa awet axel aya ayan ayat ayaz ayca ayo ayse azeb aziz azra
    badr bae bai bailey bala bambi bano banu bao barbie basil bay bea beau bela bella belle berk bernie
    berry beryl besa bess beza bich bill billy bing bisi blair blanche blaze blessing blessings bliss
    blondie blossom bo bob bobby bola bonnie bora brandi brandy breeze brid bruno bua bunny cade caio cal
    candy carey carlton carol caue cawo ceit cem cenk chad chai chan charity charlie chas chase chastity
    chau chelsea cher cherish cherry china chip christian chus ciro clark clement cliff clover clyde cole
    comfort conn conner conny cooper cora coral cosmo costel crystal cuan cuc cuddles cullen cynth dace
    daeng dahlia dai daisy dale dallas dan dao dapo daud dave davi dawn daya dayo dean deb dede dee del dela
    denny denver deqa des desiree destiny dev devon dex diamond dick diem diep dieter dieu dimple dina dinh
    dinu dior dita doga doina dolly dom don donka dora douglas drew dua duaa duc duchess earl ebony ebru
    ebun ece eck ed eda eddy eden edin eesa efe efia efua egal egle egon ehis eki ekin ekow ekta ekua ela
    elba elda elif elio elka elke eloa elze ema eman emel emer emerald emil emin emre enam enda ender
    endurance enea enes enzo eren erna erol erum eryk ese esi esin esma esra essie ester eto eve ewa eyob
    eyup fadi fah faith fanny faten favour fen fern firat fiza fleur flo flor flora florence florin foday
    fon fox foxy fran frank fthi fuat gabby gael gage gaia gaja garth genc gene gerd geza gian gift gil
    ginger ginny gino gita glen glory goda goldie goodness grace grant gray gul guna gunter guo guy gwyn
    gypsy hadi hala ham hanh hani hans happiness happy harmony harper harris hasna hawa haya hazel heath
    heather heba hector hema henri hieu hiis hina hira hoa hoai hoda hodo holly honey hong honor honour hope
    hua huan hui huma hung hunter huw huy ibou ibro ida idil ieva ifra ify ifza igho igor ijaz ijem ikem
    iker ikra ila ilga ilie ilir ilka ilse ilva ilze ima imad iman imke imre ina inam inci india indigo indu
    indy ines inge ingo inna insa inta ioan iona ipek iqra iram irem iren iris irma irsa irum irvine irza
    isa isla islay isra israel issy iva ivie ivo ivory ivy iza jack jama jan jana janis jas java jay jaya
    jaz jazz jean jem jen jeno jens jesus jeta jia jian jiao jide jie jin jing jiri jo joao jock joe john
    johnnie johnny jola jordan jorg jose joy juan juhi julienne july jun june junior juro kaif kaja kash kat
    kata kaur kay kaye keith kendal kenya kerry khoa kieu kiki kim kirk kirst kitten kitty kiva klea koku
    kosi kuba kurt kwan kyle ladi lais lale lan lance lanh lars lata laurel lavender lech lee leith leka len
    lennox les leslie lewis lex liba lien liga lil lily lin lina ling liv liva loic lorne lou love luan luc
    luce lucky lutz luul luz lyn maaz mac mae maggie maha mai mala mali mandy mara margarita marina mark
    mason mave max may maz megi mei mel mella melody mercedes mercy merle merry mert mick mide mijo mimi
    mindy ming minh miracle missy misty mo moin mol molly mona monroe monta moray morgan moya mpho muge mulu
    muna musa musu myrtle naa naana nada nafi naim nat ndoc ned neda neha nela nelu neo nevada neven nga
    ngan ngoc nhan nhi nhu nick nicu nid nida nighat nii nile nim nimo ning nipa nisa niti niyi nkem noe
    noel nok nova nuch nuha nuhu nui nura nursel nyla oana obaa oge ogoo oguz ojas okan oke okey ola olaf
    oleg oleh olha olive olsi olu olya omer omid onur opal oran osas ose ota otis oumy oya oyku ozan ozge
    paca paco paddy pansy paris parker pat patience patsy patty paz peace peaches pearl peggy penny pepa
    pepe percy perry pete petr phuc pia pim piper pixie ploy pola poppy precious prem preston prince
    princess pris promise prosper prudence pui puja qali qi qian qin qing quan queenie quy rab
    rabi rada rade radu rafa raine ralf rama rani rasa raul raven ravi ray raza rea reem reid reka remy rene
    renu rex rhodes riaz rich richie rick ricky rico rida rima rina rio ritu river riya riza roan rob robin
    roch rocky rod roda roger rolf roman romana rome romeo ron ros rose rosemary ross rowan roya royal royce
    roza ruba rubi ruby rudo rue ruhi rui rupa rusty ruta ruun ruza saad saba sabine safa saffron saif sal
    sally sam sammy samson sandy sani sanna sanny santana sapna sapphire sasa savanna savannah saxon scarlet
    sead seda sefa selim sena seni sepp serenity seyi shakti shan shaw shea sherry shifa shiv shu sid siew
    sika sila sile silver sima simba simi sira sita siu siun sive skye skyler sneh soha sola sona soni sonny
    sopha star starr stasys stirling stu suda sue sultana summer sunan sunday sunny susie sven sze
    tade taff taha tais taiwo tam tao taqi tara tatum tawny teddy tega temperance teo terry testimony thais
    thi thoa thom thu thuy tida tien tiep tiger tigger tim timea timo tina tinh titu toan tobi tola tom tony
    tope tran trang treasure tri trinity trong truc trudy tuk tung ty ubah ubax ubon uday udo ufuk ugne ugo
    ugur uju ula ulf uli ulku ulla uma umar ume umit umm umme ummu umut unal ursa urte usha uta ute utku uwa
    uwe uyen uyi uzma uzo val valentine vegas veit veli verity veta vic victor victoria vida vienna vija
    vika vince vinh vinnie viola violet vira virginia vit vita vito viv vlad vu vui vuk vy waan wafa waleed
    wally wei wen wes whiskey will willow willy wisdom woody wyn xena xia xiao xin xiu xuan xue yaa yago yan
    yana yang yann yara yash yawa yaya yemi yi ying ylli yoko yomi yong yoruba yu yuan yue yuki yuli yun
    yuna yupa yuri yves yvon zaid zama zana zayd zeel zef zeki zhen zheng zhuo zia ziad zina zion zita zoha
    zora zoya zuha zuri zuza
    """.split()
)

FAMILY = Packed(
    """
    abbott abdi abdulkadir abdullah abdullahi abebe abercrombie aberdein abolins abreu abubakar acar acharya
    acheampong achebe acosta acuna adair adamczyk adams adamson adamu adan addison adebayo adegbite adegoke adelakun
    adeleke adelusi ademiluyi aden adeniyi adeola adeoye adepoju aderemi aderibigbe adesina adetokunbo adewale
    adewuyi adeyemi adeyemo adisa adomah adomako adu adusei affleck afolabi afriyie agarwal agbaje agbeko agbenyega
    aggarwal aghedo agnew agrawal agu aguilar aguilera aguirre agyapong agyare agyei agyeman agyemang ahluwalia
    ahmadi ahmadzai ahmed ahuja aidoo aigbe aiken aird aitchison aitken aitkenhead ajala ajao ajayi ajibade akabueze
    akande akar akbas akcay akgul akhtar akinola akinrinola akintola akintunde akinwale akoto akowua akpan akram
    aksu aktas akyeampong alabi alali alam alao alarcon albescu albu albuquerque alemu alexander alhassan ali aliaj
    aliyu aljaber alkan alksnis allan allardyce allen allison almeida alonso alston altun aluko alves alvi amadi
    amaechi amankwah amato ameen amegashie amin aminu amiri amoah amoako ampadu ampofo amponsah anderson andrade
    andrews angelova anghel angus aniekwe anigbo ankrah annan anozie ansah antal antwi anwar anyanwu aparecida
    aparicio apinis apostol appau appiah aragao araujo archibald ardelean arhin arikan armstrong arnott arora
    arowolo arshad arslan arthur arthurs aryee asamoah asante asare asghar ashe ashraf asiedu asif aslam aslan asmah
    atalay atanda ates atkins atkinson attah atwal auchterlonie austin avci avila awolowo awuah ayala aydin aydogan
    ayensu aylward ayodeji ayodele ayoola azad azam azevedo aziz azizi azubuike babalola babatunde babic badu
    bagdonas baidoo baillie bain bains baird bajaj bajic bajraktari bajrami bajwa bak bakare bakshi bal bala
    balakrishnan balan balaz balazova balazs balciunas balde baldeh baldwin balfour ballantyne ballesteros balodis
    balog balogh balogun bamgbose banas banda banerjee bangura bannatyne bannerman bannon bansal bappa baran
    baranauskas baranowski barbieri barbosa barbour barbu barclay barlow barnes barnett barone barr barrera barrett
    barron barros barrowman barry bartlett bartos bartosik barzani basaran basha bashir basile basra batista
    battaglia bauer bauld bautista baxter bayrak beaton beattie becker beckmann begbie begg begic begolli begum
    bejan bekele bellini bello benedetti benes benitez bennett bennie bentley beqiri berger bergmann berisha bernal
    bernard bernardi bertrand berzina berzins bethune beveridge bhandari bhardwaj bhasin bhatt bhatti bhebhe bhullar
    biagi bianchi bibi bielecka bielecki bilgin bilic bilyk binnie birdi birrell bisset bissett biswas blackadder
    blackburn blackie blackwood blaha blaikie blanchard blanco blaszczyk blyth boakye boateng bodnar bogdan bogle
    bondar bonnar bonnyman bonsra bonsu boonsri borbely borges borkowska borkowski borthwick bosnjak botchway
    botezatu botwe boucher bowles boyce boyd boyko boyle bozkurt brady brahimi brandt brannan brannigan bratu braun
    breen bremner brennan breslin brewster brezeanu briedis brito brodie broome brotherston broughton browne
    brownlee bruce bruno bryce bryden brzezinska brzezinski bucataru buchan buchanan buckley bucur buhari bui buist
    bulut burgess burke burlacu burnet burnett burnside burrell busch bustos butkus buzatu byaruhanga byrne bytyqi
    caballero cabrera cadden cahill caie caird cairney cakir cakmak caldeira calder calderon calderwood caldwell
    calin callaghan callan callander camargo campbell campos canavan cano cao cardenas cardona cardoso carey cargill
    carlin carlyle carmichael carnegie carrasco carrillo carroll carruthers carson caruso carvajal carvalho casey
    cassells cassidy castaneda castillo castro cathcart cattanach cattaneo cavalcante cavalcanti cela celik celmins
    cermak cerny cespedes cetin ceylan chadha chahal chaiyasit chakraborty chalmers cham chan chander chandra chang
    chatterjee chau chaudhary chaudhry chaudhury chaudry chauhan chavez chawla chen cheng cheung chevalier cheyne
    chibueze chigumba chikowore chikwanha chima chimbadzwa chinwe chipunza chiriac chirila chiru chirwa chisholm
    chitiyo chiu chiweshe chmielewska chmielewski chohan chojnacki chopra choudhry choudhury chowdhury christie chu
    chukwu chukwuka cibula cieslak ciobanu ciocan cirulis cisneros clancy clark clarke cleary cleland clelland
    clements clifford clunie coburn cochran cochrane cockburn codreanu coghill coia cojocaru colburn coll colley
    collins colombo colquhoun coltrane coman combe comiskey comrie conaghan condie condon conlan conn connachan
    conneely connell connelly connolly connor conroy constantin conteh conti contreras convery conway coogan cooney
    copland coppola corbett corcoran cordero cordoba cormack corr correa correia corrie corrigan cortes coskun costa
    costantini costello costigan coughlan coull coulter coutinho coutts covaci cowan cowie coyle coyne cozma craciun
    craigie cranston crawford creaney cregan crerar crespo crichton crilly crisan cristea croitoru crolla crombie
    cronin crosbie crowe crowley cruickshank cruz csizmadia cucu cuddihy cudjoe cuevas culhane cullen cullinane
    cunha cunnane cunningham cunninghame curley curran currie curtin cusack cush cuthbert cuthbertson czajka
    czarnecka czarnecki czerwinska dabo dabrowska dada dadzie dalgleish dalglish dalrymple dalziel dambudzo damian
    damico dang dangote daniels danjuma danko danladi danquah danylenko dao daramola darboe darcy darko darroch
    darwish dascalu dasgupta dauda dauti davidson davie davies davis dawson deangelis dedaj deegan deery delacruz
    delahunty delaney delgado delic deluca demarco demir dempsey dempster denholm deniz dennis deol dermody derry
    dervishaj dervishi desai desantis deschamps desta devaney devine devlin dewar dhaliwal dhami dhanda dhanoa
    dhawan dhillon diaconu diakite diallo diarra dias diaz dibba dickson dietrich dignam dillon dima dimitrov
    dimitrova dinca dinh dinwoodie diop dipaolo dixit djordjevic dlamini dobre dobrescu docherty dodds dogan dogar
    doherty doig dolezal domagala domanski dominguez donachie donald donaldson donati donkor donlon donnachie
    donnelly donoghue donohoe dooley doran dornan dostal dougall dougan douglas dow dowd dowie dowling downie doyle
    dragan dragnea dragomir drame drennan driscoll drozd drummond drysdale dua duah duarte dube dubey dubois duda
    dudas duddy dudek dudziak duffy dufour duggan duguid dumas dumitrache dumitru dunbar duncan dunlop dunn dunne
    dunnett duong dupont duran durand durie durkin durojaiye dursun durward duthie dvorak dwyer dyce dziedzic
    dzokoto eadie easton ebo echeverria edgar edmond edmondson edwards egan egbuna eghobamien eglitis egwu ehigie
    ejiofor ekezie ekhator ekinci ekundayo ekwe ekwueme elezi elliot elliott ellis elmasry elphinstone elsayed
    emenike enabulele enache enescu engel enweani eraslan erdem erdogan ergul erhabor erol erskine ersoy escobar
    esparza espinosa espinoza esposito esslemont esteves estrada evans ewart ewing eze ezeagu ezeani ezeh ezekiel
    ezenwa ezenwaka ezeugo faal fabbri fadeyi fagan fagbemi fagunwa fahey fahy fairbairn fairful fairley fairlie
    fairweather fajardo falana fallon falvey farah farias farkas farquhar farquharson farrell fashola faulds fazekas
    fedorenko feehan feeney feher fekete fennell ferguson fergusson fernandes fernandez ferrara ferrari ferraro
    ferreira ferrie ferrier fetahu fettes fiala fiddes figueroa filip filipek filipovic findlater findlay finlay
    finlayson finn finnegan finnerty finnie fiore fischer fitzgerald fitzgibbon fitzpatrick fitzsimmons flaherty
    flanagan flannery fleming fletcher flett flockhart florea flores flynn fodor fofanah fogarty folarin foley
    fonseca fontaine fontana forbes fordyce forgan forrest forrester forson forsyth fosu fotheringham fotheringhame
    foulis fournier franchi franco francois franko fraser freitas frew friedrich frimpong frizzell fuchs fuentes
    fullarton fullerton fulton fung furtado fyfe fynn gabor gaffney gahir gajda gajdos gajewska gajewski galbraith
    galbreath galindo gallacher gallagher gallardo gallego galli galligan gallo galloway galt gambo gammie gandhi
    garba garcia gardiner gardner garg garnier garrett garrigan garrow garvey gashi gassama gatti gauld gault gautam
    gauthier gavi gawron gaye gbadamosi gebre geddes gega gemmell gemmill george georgescu georgiev georgieva
    gerrard ghani ghebremedhin gheorghe gheorghiu ghita gibb gibson gil gilchrist gilfillan gilhooley gilhooly
    gillan gillanders gillespie gillies gilligan gillon gilmore gilmour gilroy giordano giraldo girard girvan
    giuliani gjini gjoka gjonaj gladstone glancy glavin gleeson glennie glover glowacka glowacki glynn goel gok
    gokhale goldie gomes gomez goncalves gonzalez goodall goodfellow goodwin gorecka gorman gormley gorska gorski
    goswami goudie gough gourlay govan gow grabowska grabowski grady graf graham grainger grassi grassie grasso
    greaney greco greenan greenhill greenock greenshields greer gregor gregory greig grewal grgic grierson griffiths
    grigas grigore groat grogan guerin guerra guerrero guevara gueye guidi guilfoyle guimaraes gul gulati gulen
    guler gulyas gumede gunes gungor gunther guo gupta gurung guthrie gutierrez gutowski guzman gwatidzo gwozdz
    gyamfi gyan gyasi haas habib habibi haddad hadebe hadzic hagan haggart haggarty hagos hahn haidari haig haile
    hajdu hajek hakimi halasz halcrow haldane haliti halkett halliday halpin hama hamdan hamid hamill hamilton
    hammond hancock hanley hanlon hanna hannah hannigan hanrahan haque hariri harkin harkins harkness harney
    harrigan harris harrison hartigan hartley hartmann harvey harvie hasani hashmi hassan hastie haughey havel
    hawkins hawthorne haxhiu hayer hazlett healy heaney heddle heffernan hegarty hegedus heggie heinrich henderson
    hendrie hendry hennessy henry hepburn herbert herrera herriot herrmann hersi hesketh hewitt hidalgo higgins
    hirsi hislop hoang hodge hodgson hodzic hoey hoffmann hofmann hogarth holloway holmes holub honchar honeyman
    hooper horak horan horbach horne horsburgh horvat horvath hossain hosseini hoti houliston houston howard howat
    howatson howden howells howie howieson hoxha hoy hristova hrytsenko huang huber hudak hughes hume hundal hurley
    hurson hussain hussein hutcheon hutcheson hutchinson hutchison hutton huynh hyder hyland hysa hyseni hyslop
    iancu ibanez ibe ibeh ibrahim ibrahimi idahosa idowu idris igbinedion igboanugo ige iglesias igwe ike ikejiani
    ilesanmi ilic ilie iliev ilieva illes ilo imlach imrie inglis ingram inthachai ionescu ionita iordache iorga
    iqbal iroegbu ironside irvine irving isah isbister ishola islam islami ismail ismaili istrate ivan ivanenko
    ivanov ivanova ivanovic iwu iyamu iyer izatt jabbar jablonska jablonski jackson jaffray jagpal jaiteh jakubowski
    jalloh jallow jama jamieson jammeh janik jankauskaite jankauskas jankovic jankowska janneh jansen jansons
    jaramillo jardine jarju jarvie jashari jasiak jasinska jasinski jassal jatta jaunzems javed jaworska jaworski
    jeffrey jegede jelinek jeng jenkins jennings jennison jessiman jessop jha jibril jimenez jimoh jobe johal
    johnson johnston johnstone jonas jones jovanovic joyce juarez juhasz jung jurco juric kaba kabba kabir kachingwe
    kaczmarczyk kaczmarek kaczor kadlec kadriu kaewkla kairys kaiser kalinowska kalinowski kalnina kalnins kalra
    kalsi kamara kamau kaminska kane kanengoni kania kanu kapadia kaplan kapoor karaca karakaya karakus kargbo karim
    karimi kariuki karklins kashyap kask kasprzak kassim kastrati kato katona kaur kavanagh kaya kaye kazlauskaite
    kazlauskas kazlauskiene kazmierczak keane kearney keating keaveney kebede keeble keegan keenan keene keir keith
    kelemen kellas kelleher keller kellett kelliher kelly kelman kelmendi kelso kemp kenna kennedy kenny keogh
    kerekes kerins kerr kerrigan kershaw keskin keyworth khalid khamphan khanna khatri khatun khokhar khosla khoury
    khoza khumalo kiely kiernan kieu kigozi kilbride kilbryde kilduff kilgallon kilgour kilic killeen kilpatrick
    kimani kinghorn kinloch kinnaird kinnane kinnear kinsella kipkorir kiplagat kipruto kiraly kirkcaldy kirkland
    kirkpatrick kirkwood kirwan klavins klein klimek klos knezevic knowles knox koc koch kocsis koech kohler kohli
    kola kolar kolesnyk kollar kolodziej kone konieczna konieczny konig kopecky korkmaz koroma kose kosinska
    kosinski kovac kovacevic kovacova kovacs koval kovalchuk kovalenko kowal kowalczyk kowalska kowalski kozak
    kozlov kozlowska kozlowski kpodo kral krasniqi kratochvil kraus krause kravchenko kravets krawczyk krejci
    krishnan kriz krol kruger krumins krupa krupinska kruze kubat kubiak kubica kucera kucharska kucharski kuffour
    kuhn kukk kulkarni kumar kupczyk kurek kurt kurti kuti kuzmenko kuzniar kwarteng kwiatkowski kwok kyle lacatus
    lacey lacis ladipo lafferty lai laidlaw laing laird lakatos lakhani lala lalli lally lambie lamont lamptey
    landels langat lange langlands lara larkin lartey laskowski lau lauder laurenson laurent laurie lavelle lavery
    lawal lawan lawani lawrence lawrie lawson lazar lazarescu le leahy leary leask leckie leclerc ledingham lefebvre
    lefevre leggat leggate legrand lehmann leishman leitch leite leka lekaj lemaire lengyel lenihan lennie lennon
    lennox leon leonard leone leslie lesniak leszczynski letham leung lewandowska lewandowski lewis liang liao
    liddell liddle liepa liepins lightbody lika lim lima lin lindsay linehan linklater lipinski lis lithgow liu
    livingston livingstone lleshi lobo loch lochhead lockhart lockie loftus logan logie logue lomax lombardi
    lombardo londono lonergan longbottom longo lopez lorenz lorimer lothian loudon lough loughlin loughran lovell
    lovie lowe lowrie lowther loynd lozano lubega lucey ludwig lugo lukac lukacs lukaszewicz lukic lukosevicius
    lumley lumsden luna lungu lunny luong lupescu lupu lushaj luu ly lyall lydon lynn lyons lysenko mabena mabuza
    macaskill macaulay macdonald macdougall macedo macfarlane macgregor machado macharia machin machingura
    maciejewska maciejewski macinnes macintyre maciver mackay mackechnie mackenzie mackie mackin mackinnon mackle
    maclachlan maclaren maclean maclellan maclennan macleod macmillan macneil macovei macphail macphee macpherson
    macqueen macrae macrury macsween macvicar madan madej madigan madonsela madu madubuike madzima magalhaes magaya
    magee maguire magyar mahajan mahamud mahlangu mahmood mahmoud mahon mahoney mai maia maier maikudi maina
    maitland majekodunmi majewska majewski majola mak makhanya makoni makowska makowski makumbe malcolm maldonado
    malek malhotra malik malinowska malinowski malley malloch mallon malloy maloku mancini mandaza mander manea
    mangat manneh mannion manole mansaray mansfield manson mansour manu mapfumo maposa marange marchand marchenko
    marciniak marcu marek marfo marginean mariani marin marini marino marjanovic markovic markowski marku marley
    marques marquez marr marrero marsden martinez martino masango masiyiwa massie masterton masuku matambanadzo
    matei mathebula mather matheson mathie mathieson mathur matic matos matousek matteo matthew matthews matusiak
    maule mavhunga mavor mawere maxwell mayer maynard mazibuko mazur mazurek mazza mbachu mbah mbatha mbugua mbye
    mccabe mccall mccann mccarthy mccartney mcclure mcclymont mccoll mcconnell mccormack mccormick mccorquodale
    mccracken mccreadie mcculloch mccusker mcdade mcdermott mcdiarmid mcdonagh mcdonald mcdougall mcdowall mcewan
    mcewen mcfadden mcfadyen mcfarlane mcgarry mcgarvey mcghee mcghie mcgill mcginlay mcginley mcglynn mcgovern
    mcgowan mcgrath mcgregor mcgroarty mcguigan mcguinness mcguire mchugh mcilroy mcilwraith mcinally mcinnes
    mcintosh mcintyre mcivor mckay mckean mckechnie mckee mckellar mckendrick mckenna mckenzie mckeown mckerracher
    mckie mckillop mckinlay mckinnon mclaren mclaughlin mclay mclean mcleish mclellan mclennan mcleod mcluskey
    mcmahon mcmanus mcmaster mcmenemy mcmillan mcnab mcnair mcnally mcnamara mcnamee mcnaughton mcneil mcneill
    mcneish mcnicol mcnulty mcpake mcphail mcphee mcpherson mcquade mcqueen mcqueenie mcrae mcrobbie mcshane
    mcskimming mcsorley mcsporran mcswiggan mctaggart mctavish mcvey mcvicar mcwhirter mcwilliam mcwilliams mdluli
    meagher meaney mearns mechan medeiros meehan mehari mehmeti mehmood mehta meier meikle meiklejohn mejia meldrum
    melendez melia mellis mellon mellor melnik melnyk melo melrose melville melvin memeti mena mendes mendez mendoza
    mendy menezes menon mensah menzies mercier merrilees messina meszaros metcalf metcalfe meunier meyer mgbeke
    mhango mhlongo miah mian michalak michalska michalski michel michie middleton mihai mihaila mihalache miklos
    mikolajczyk milewski millar milligan millington milloy milne milroy minogue minta minto miranda miron mirza
    mishra misra mistry mitchell mitrea mkhize mlambo mlilo mnguni mobbs mocan mocanu modi moffat moffatt mohamed
    mohammad mohammadi mohammed mohamud moir mokoena moldovan molefe molina mollison molloy molnar moloi moloney
    molyneux monaghan monahan moncrieff moncrieffe moncur monteiro monteith montes montgomery monti montoya moodie
    mooney mora moradi moraes morales moran moraru moreau moreira morel morelli moreno moretti morgan moriarty
    morina moroz morrice morris morrison mortimer mortlock morton moskalenko mosquera mottram moura mowat mowatt
    moynihan moyo mpofu mroz msimang mthembu mthethwa mtshali muca mudzingwa mugabe mughal mugisha mugo muir
    muirhead muja mukasa mukherjee mukherji mukwashi mulaj mulcahy mulgrew mulholland mullaney mullarkey mullen
    muller mulligan mullin mulrooney mulryan mulvey munene munir munn munoz munro munteanu munyaradzi mupfumi
    murchison murdoch muresan murison muriuki murphy murray murtagh murtaza musa museveni musgrave mushonga musial
    musil musoni mustafa mustapha mutambara mutasa muthoni mutua muzenda muzorewa mwale mwangi mwaura myles myron
    nabukenya nadeem naeem nagra nagy naidoo naik nair nairn naismith najjar nally napier naqvi nardini nardone
    nartey nascimento nasir nasser naughton navarro navas navickas navratil nawaz nayar ncube ndaba ndebele ndlovu
    ndoja ndow nduka ndungu neacsu neagu neary nedelcu negru neil neill neilson nelson nemec nemes nemeth neri ness
    nestor neumann neves newall newlands ngcobo ngo ngubane ngugi nguyen ngwenya nhlapo nichol nicholas nicholl
    nicholson nicol nicolau nicolescu nicoll nicolson niemiec nieto nijjar nikolic nikolla nikolov nikolova nimmo
    nisbet nistor nita niven njenga njie njoku njoroge nkabinde nkansah nketia nkosi nkrumah nnadi nnaji nnamani
    nnamdi nolan noonan noone noori norrie norris novaes novak novotna novotny nowacki nowak nowakowska nowicka
    nowicki ntuli nugent nunes nunez nur nuttall nwabueze nwachukwu nwafor nwankwo nwanne nweke nwobi nwokolo nwosu
    nxumalo nyamande nyambura nyang nyathi nyoni nzimande oag oakes oakley obando obasanjo obaseki obeng obi obinna
    obiora oboyle obrien obuobi ochieng ochoa oconnell oconnor ocran odhiambo odigie odoi odoki odonnell odonoghue
    odukoya odunsi oduya ofori ogbebor ogbonna ogbu ogg ogieva ogilvie ogilvy ogola ogunbiyi ogundele ogunlana
    ogunleye ogunmola ogunsanya ohagan ohara ohare ojeda ojewale ojo ojukwu ojwang okafor okane oke okechukwu okeefe
    okeke okello okezie okoh okoli okolie okonkwo okorie okoro okot okoth okoye okpara okundaye okunola okwu okyere
    oladipo olagunju olah olajide olaniyan olaoye olaru olatunji olawale olayemi oldfield oleary oliphant olivares
    oliveira oliver oliynyk ollerton olszewska olszewski olteanu olukoya olusanya omalley omand omar omeje omer
    omollo omondi omoregie omorodion omoruyi omotayo onderka oneil oneill ong oni onofrei onoh onuigbo onuoha onwuka
    onyango onyeama onyeka onyekwere openshaw opio opiyo opoku oppong oprea orban oreilly orji orlando orlowski
    ormiston orosz orourke orozco orr orrock ortega ortiz orzechowski osagiede osayande osazuwa osborne osbourne
    osei oshin oshodi osman osmani osorio ospina ostrowska ostrowski osuji osullivan oswald oteng otieno otoo otoole
    ouma oviawe owens ower owino owusu owusuansah oyebanji oyedele oyekan oyelaran oyelola oyewole oyeyemi oyinlola
    ozcan ozdemir ozer ozkan ozoemena ozola ozolins ozols ozturk pacheco padilla paduraru paiva pajak palacios
    palermo paluch palumbo pana panait panchenko pandey pandya panesar paolozzi papp paraschiv paredes parekh parikh
    parisi parker parkinson parmar parra parrish parveen pascu pascual pasztor pataki patel paterson patil paton
    patrascu patrick patterson pattison paul paulauskas pavel pavlenko pavlovic pawlak pawlik pawlowska pawlowski
    payne peacocke pearson peddie peden peixoto peker pellegrini pellegrino pemberton pena pendleton penman
    pennycook pepa peralta percival pereira perez perkins perkovic perlaj petersons petit petrauskaite petrauskas
    petre petrenko petrie petrov petrova petrovic pettigrew pettigrue pettit pfeiffer pham phan phelps philip
    philips phillips philp phiri phromma picard pickering pickford pietrzak pilkington pillai pineda pinheiro pinter
    piotrowska piotrowski piras pires pirie pirvu pitcairn pithie pjetri plaku platt plummer pohl pokorny polak
    polat polishchuk polland pollitt pollock polson ponce ponomarenko popa popescu popov popova popovic popovici
    porteous porto posada pospisil potts poulter prasad pratt preci preda prempeh prendergast preoteasa preston
    prieto prifti pringle pritchard prochazka prosser proudfoot provan prunty przybylski pukitis purdie purdon puri
    purves puscasu qian qosja quach quaid quainoo quansah quartey quaye quayle queally queiroz quigley quin quinn
    quintana quintero quirke quiroga qureshi rabbitte racz radcliffe radebe radic radu rae raeburn raffan rafferty
    rafiq rahimi rahman rai rajan rajput ralston rama ramachandran ramage raman ramanauskas ramirez ramos ramsay
    ramsbotham ramsden ramzan rana randhawa rangel rankin rankine rashid rastogi rathore rattray ravindran rawat
    rawlings rawson raza razzaq rebane reddin reddy redfern redmond redpath reekie regan rehman reid reidy reilly
    renard renfrew rennie renshaw renton renwick restrepo rexhepi reyes reynolds rezaei rezende rhind rhodes riach
    riaz ribeiro ricci richards richardson richmond richter riddell riddoch ridgway rigby riley rimkus rimmer
    rinaldi rincon riordan rios ritchie riva rivera rizzi rizzo robb roberts robertson robinson robles robson rocha
    roche rodden rodger rodgers rodrigues rodriguez rogan rogerson rogowski rojas roldan rolland rollo romanenko
    romano romero ronald ronaldson rooney rosales rosario rosie rosinski ross rosser rossetti rossi rostas rosu
    rotaru roth rourke rousseau roux rowan rowland rowlands rowley roxburgh royle rozitis ruane rubio rudd rudenko
    ruggiero ruiz rus rushton rusnac russell russo rusu rutherford ruthven rutkowska rutkowski ruzicka ryan ryba
    ryder saar sabally sabbagh sabol sackey sadiku sadowska sadowski saeed saelee saenz saetang safak sahin saini
    sala salako salas salazar saleem saleh salih salihu salinas samatar sambou sampaio sanchez sanderson sandhu
    sandilands sandor sandoval sandu sandulescu sanghera sangster sani sanna santana santiago santoro santos sarpong
    sartori sarwar sasu sattar sauer saunders sava savchenko savic savickas sawaneh sawicka sawicki saxena scally
    scanlon schafer schmid schmidt schmitt schneider schofield scholz schreiber schroder schubert schulte schultz
    schulz schumacher schuster schwarz scobbie scobie scollay scott scougall scoular scully seabra seath seddon
    sediqi sedlacek seery segura seidel sekhon sekibo selimi selkirk sellar semple senghore sepp sepulveda sequeira
    serafin serban sereda serra serrano sesay sethi seton sewell seymour sezer shabalala shabani shafi shaheen
    shahid shaikh shala shand shange shannon sharif sharkey sharma sharpe shaughnessy shea sheddon sheehan sheehy
    sheeran shehu shen shergill sheridan sherwood shetty shevchenko shevchuk shevlin shiels shirlaw shittu shkreli
    shukla shuttleworth sian sibanda sibbald sibiya siddique siddiqui sidhu sidibe sidorenko sidwell sikora sikorska
    silva silvestri simic simion simionescu simko simkus simm simms simoes simon simpson simsek sinclair singh sinha
    sinkevicius sipos siqueira sissoho sithole skene skiba skowron slater slattery slaven slavin slevin slowik
    smeaton smellie smillie smirnov smirnova smyth snedden sneddon soare soares sobczak sobowale socha sodhi sodipo
    sohal sokolov sokolowska sokolowski solis solomon somerville sommer sonmez sood soos sorescu sorrentino sosa
    soto soukup souness sousa soutar souter souza soyinka spahiu spalding speirs spencer spiers spillane spowart
    sproat sproge sproul sproule srisuk ssempijja stachowiak stafford stan stanciu stancu standish stanescu
    stanikzai stankevicius stankiewicz stankovic stanton stapleton stasiak stastny steedman steele stefan stefanescu
    stefaniak stenhouse stepanek stephen stephens stephenson stepien steven stevens stevenson stewart stirling
    stirton stobbs stoddart stoian stoica stojanovic storie storrie stott stoyanov stoyanova strachan strang
    strathdee stroe struthers strzelecki stuart sturrock suarez subramaniam suciu sugrue sula sule suleiman suleman
    suri sutcliffe sutherland suttie sutton suwan svoboda svobodova swales swanson sweeney swinton syal sydorenko
    syed sykes sykora syla sylla syme symington szabo szalai szczepanska szczepanski szekely szewczyk szilagyi szoke
    szucs szulc szymanska szymczak ta tabacu tadesse tadic tagoe tahir tahiri tait taiwo takacs takhar takyi talbot
    talpa tamang tamm tanasa tanase tandon tangney tannahill tapia tarawally tariq tas tasker tattersall tavares
    tawiah teague teehan teixeira tekin tekle teles telfer tellez tembo templeton tennant teodorescu tervit
    tesfamariam tesfaye testa tetteh thach thaci thackeray thai thain thakur thapa thiam thom thomas thompson
    thomson thongchai thorburn thornley thornton thorpe threadgold thurston tiernan tierney tijani timmins timms
    timoney tinney tinsley tiron tiwari tkachenko tkachuk tkacz toader tobin todea todorov todorova togneri toledo
    toma tomas tomaszewska tomaszewski tomczak tomic tomlinson toor topalli toprak tormey toro torok torrance torres
    tosh toska toth tounkara touray townsend townsley traill trainor tran trandafir tranter traynor treacy trinh
    tripathi trivedi troup trueman trujillo truong tsang tshabalala tshuma tsoi tsvangirai tuckwell tudor tudorache
    tudose tukur tulloch tully tumusiime tunc tuohy turan turay turcu turek turk turnbull turton twala tweedie twigg
    twomey twum tymoshenko ubah ucar uche uddin udeagha udeh udeze ugochukwu ugwu ukah ukaj ullah umar umeadi umeh
    unal ungureanu unsworth upton urbanska urbanski urbina urbonas uribe urie urquhart ursache ursu usman uwaifo
    uwakwe uysal uzoma uzor uzun vacek vaduva valdez valencia valente valentini valenzuela vallejo vanags vanek
    varela varga vargas varma vasile vasilescu vasilev vasiliauskas vasko vasquez vass vata vaughan vaz vega veitch
    velasco velasquez velez venables venkatesan vera veres vergara verma veseli vesely viana vicente vickers vidal
    vidovic vieira vieru vilakazi villalobos villanueva villegas vincze vintila virag virdi visan vitale vitols vlad
    vlcek vo vogel vogt voicu voinea volkov voloshyn voros vu vukovic vyas waddell waddington wadsworth wagner
    wainwright wakefield walczak walia wallace wallis walmsley walsh walshe walter walton wambua wang wanjiku
    wanyama warburton wardlaw wardrop wardrope wareing wariboko wark warnock warsame wasik wasilewski waterhouse
    waterson waterston watkins watson watters waugh waweru wawrzyniak waziri weber webster wei weiss weldu wemyss
    werner westwater wharton whelan whelehan whitaker whiteford whitehead whitehouse whitelaw whittaker whitworth
    whyte wieczorek wightman wilcox wilczek wilczynski wilding wilk wilkie wilkins wilkinson willetts williams
    williamson willis willox wilson winkler winstanley winterbottom winton wiredu wishart wisniewska witkowska
    witkowski wnuk wojciechowski wojcik woldu wolff wolski wong wongsa woodhead woodhouse wooldridge worsley
    worthington wotherspoon woulfe wozniak wragg wrobel wu wylie wyllie wysocka wysocki xaba xavier xhafa xhemaili
    xie xu yadav yahaya yakubu yalcin yaman yanez yankey yardley yates yau yavuz yazici yeats yeboah yeung yiadom
    yildirim yildiz yilmaz ymeri yohannes yordanova yorston youngson younis yousaf yuen yuill yuksel yunusa yusuf
    zabel zafar zaharia zajac zak zakrzewska zalewska zalewski zaman zambrano zamfir zamora zanetti zapata zaremba
    zarins zawadzka zawadzki zeka zelenka zeman zeneli zhang zhao zheng zhou zhu zhuk zidaru ziegler zielinska
    zielinski zimmermann zimuto ziolkowska ziolkowski zivkovic zogaj zondi zubairu zukauskas zulu zungu zuniga
    zvirbulis zvobgo zych
    """
)

FAMILY_WORDS = frozenset(
    """
    abbot am an angel archer arias armour arroyo ash auld awe ba bacon bah bailey baker ball ban banjo banks barber
    barker barrie barrios barrow bates bean beard beck bell berry best bird bishop black blood bloom blue bojang
    bolt bond bonnet booth bose bowie bowman braid brand bravo bray bridge bridges briggs bright brogan brook brooks
    brown buck bull bullock bunting burn burns bush butcher butler butt cable cairns camara cameron can canning
    cannon carpenter carr carter cash castle ceesay chambers chance chapman charters chase chin cho chow chung
    church cisse clay clerk cliff coffey cole coles collie collier cook cooke cooper cope cotter cotton couper court
    cowboy cox crabb craft craig cramb crane craven crawley creed crook crooks cross crow cumming cummings cutler
    dale daly dam danso dar darling das day deacon dean deans death deer deng dey dia dick dickie din ding diver do
    doan dolan dove drammeh draper drew drum duff duke dutta eagle early east elder english fairly falconer fall fan
    fang fanning farina farmer farr fatty feng fenton field fields finch fish fisher flood flowers ford forde forest
    fortune foster fowler fox frank freeman french friend frost fry fuller furlong gal gale gamble gao garland gates
    gaunt gay gentile gentle gentleman ghosh gibbons gill glass glen goad gold gong good goodman goose gordon gore
    grace grant graves gray green greener grey grieve griffin grimes groom gross grove groves gunn guy ha hall han
    hand hardie hardy harper harrow hart hastings haven hawk hawthorn hay hayes hazel he head heard heath herd heron
    hickey hill hind ho hogan hogg holder holland hollow holt home hong hood hook hope hopkins horn hornby hou house
    hove howe hu hung hunt hunter hurst hurt husband hyde ice innes ion ireland iron irons jack jain james jay jia
    jiang jin johns jolly jordan joshi joy judge justice kang kay keen keita kettle keys khan kidd kilt kim king
    kirk kitchen knight ko kong kuang lake lal lam lamb lambert land lane lang large law lawless lea leach lee leek
    lees lemon li lieu lily little lo lock lodge long loo lopes lord love low lu luck luke luo lynch lyon ma
    macintosh mackintosh madden main mair major malone mann mantle mares marks marsh marshall martin martini martins
    mason masters mate may mayor meadows meek meng mercer merchant merry miles mill miller mills mitten mo mok mole
    monk moody moon moore more morrow moss mount mountain moy mui mundy nash nath ndiaye neal neat newman newton ng
    nice noble noon north oak oaks oh old orchard pace packer pagan page paine paisley pal palmer pan park parks
    parr parsons patience peace peacock pearl peat pence peng perks perry peter peters petty piece pike pine pinto
    piper plant plenty plumb pole pollard poole poon pop pope porter potter pound power powers prentice price pride
    priest primrose prince prior proctor proud pryor purse qi quick rain raja ram rao raven read reading ready
    reeves rice rich ridge ring rising risk rivers roach road rock rodd roger rogers rolls roman rook room rose
    rough rowe roy ruddy rush sage salmon salt salter sand sands sanneh sari savage saville sawyer say sayers
    scullion sea seal seed sellers sen service sexton shah shanks sharp shaw shearer sheikh shepherd sherry shi
    shields ship short sierra silk sillah silver sim simmons sin singer singleton skinner slack sleigh sloan small
    smart smith snow so sole somers song sonko southern sow spark sparks spear spears speed spence spring spry
    squire stables staff stamp stark steel stein sterling stock stokes stone stones storm strange street stringer
    strong sturgeon style styles sultan summer summers sun swami swan sweet swift swindle tailor tally tam tan tang
    tao taylor teal temple thorn tian tiller tipping to tocher todd toll toms toner tong tongue tough toure towers
    town towns toy trainer traore trench trip trotter true tse tucker turner twist tyler tyre urban usher vale van
    vance vane villa vine wade wake walker wall walls wan wands ward warren waters watt watts way weaver webb weeks
    weir well wells welsh were west wheel wheeler white whittle wild wilde wills winning winter wise wolf wood
    woodcock woods woodward wool worth wren wright xia xiang xiao yan yang yao yard ye yi yin yip yong york young
    younger yu yuan yule zeng
    """.split()
)

# Of GIVEN_WORDS, those that are the name more often than the word, even in small letters.
RATHER_NAMES = frozenset(
    """
    abbey ada alec ali ally amber ana andy angus ania ann arran bailey billy blair bob bobby bonnie carol
    chelsea conner daisy dan dave dawn dee eve ewa glen grace harper harry hazel heather holly iris isla
    jack jake jasmine jay jean jo jock joe john johnny jordan kay kerry kim kyle lee len lennox les lewis
    lily lou lyn maggie mason max mick mo morgan noel nok ola paddy pat poppy rab ray ricky ritchie robin roger
    ron ross roy ruby sally sam sandy sonny tam teddy terry tom tony ula val vic victor
    """.split()
)

# Of FAMILY_WORDS, those that after a given name in small letters are the family name.
RATHER_FAMILY = frozenset(
    """
    baker bell black brown butler carter chapman cole cook cooke cooper cox craig duff foster fox gill graham grant
    gray green hall harper hart hill hunter james king knight lamb lane lees lynch marshall martin mason miller
    mills moore newman palmer parker peters porter potter price reid rogers rose ross shaw smith stone swan taylor
    todd turner walker wallace ward watt watts webb white wood woods wright
    """.split()
)

# Of RATHER_NAMES, those that open a sentence about a thing as readily: sandy beaches, carol singers.
THINGS_TOO = frozenset(
    """
    abbey amber arran bailey carol daisy dawn eve frank glen grace hazel heather holly iris jack jean johnny
    lily maggie mason max morgan poppy roger ruby sandy teddy victor
    """.split()
)

# Of GIVEN_WORDS, the places and things that are the person as readily as the other.
PLACES_TOO = frozenset(
    """
    abbey arran charlie chelsea douglas florence georgia harris india isla jordan keith kerry kyle leslie
    lewis mandy paris victoria
    """.split()
)

# Of FAMILY, those that are given names as readily.
GIVEN_TOO = frozenset(
    """
    addison aden austin aydin baillie bentley brady callan campbell carter conlan crawford easton fallon flynn franco
    fynn harvie hendry jackson kane keane keenan kennedy lawrie lyall munro murray nelson nolan regan reilly ritchie
    ryder sinclair sula tiernan
    """.split()
)

# fmt: on
