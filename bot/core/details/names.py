"""Names that people in Scotland have, in small plain letters: given names and family names, from many languages.

A name in ``GIVEN`` is hardly ever anything else, so it is taken for a person wherever it stands. One in ``GIVEN_WORDS``
is also a word, a month, a place, a drug or a service, so it counts only where the sentence speaks of a person. The
same holds for ``FAMILY`` and ``FAMILY_WORDS``. The lists were written by hand from common knowledge of names; they come
from no register and from nobody's records.
"""

# fmt: off

_SCOTS_AND_ENGLISH = """
    aaliyah aaron abbie abby abigail adam adele adrian aeneas agatha aggie agnes aidan aiden aileen ailidh ailie
    ailsa aimee ainslie aisling aiza alan alana alanna alasdair alastair alec alex alexander alexandra alexis alfie
    alfred alice alicia alisha alison alistair alister alix allan allana allen allison ally-bally alma alyson alyssa
    amanda amelia amelie amie amy anabel anastasia andrea andrew andy angela angelina angharad angie anita ann anna
    annabel annabelle annalise anne anneliese annemarie annette annie anthea anthony antonia antony arabella
    archibald archie ariana ariella arlene arthur arya ashlee ashleigh ashley ashton athena audrey avril ayden
    barbara barclay barney barry bartholomew beatrice beatrix becca beckie becky belinda ben benjamin bernadette
    bernard bert bertha beth bethan bethany betsy bettina betty bev beverley beverly bex bianca biffo billie blake
    boab boba bobbie boyd bradley brandon brenda brendan brendon brett brian briana brianna bridget britney brodie
    brogan bronagh bronwyn brooke brooklyn bruce bryan bryce bryony bunmi caitlin caitlyn caitriona callum calum
    calvin cameron camilla cammy candice cara carey caris carla carlie carly carlyn carmel carmen carole caroline
    carolyn carrie carrieann carson casey cassandra cassidy cassie catherine cathie cathy catrina catriona cecilia
    celeste celia chanel chantal chantel chantelle charlene charles charlotte charmaine chaz chazza chelsie cheryl
    chester chloe chris chrissie christie christina christine christopher cian ciara cillian cindy claire clara
    clare clarissa claudia clementine cody coleen colette colin colleen colm connie connor conrad constance coralie
    cordelia corey corinne cormac cory courtney craig crispin cristina curtis cynthia dana daniel daniella danielle
    danno danny daphne darcy darren darryl daryl davey david davie davina dawson dayna dazza deano debbie deborah
    declan deeko degsy deirdre delilah della demi denis denise dennis derek dermot desmond devlin dexter dezzy diana
    diane dianne dillon dimitri ditsy dixie doddie dodie dolina dolores dominic donald donalda donna donny donovan
    donzo doreen doris dorothy doug dougal dougie dougy duc duncan dylan eamon eamonn eck eckie eddie edgar edina
    edith edmund edna eduardo edward edwin edwina effie effy eileen eilidh eilish eleanor elena eli eliana elisabeth
    elise elisha eliza elizabeth ella elle ellen ellie elliot elliott ellis eloise elouise elsa elsie elspeth emelia
    emilia emilie emily emma emmanuel emmeline emmie emmy enid eric erica erika erin ernest ernie esme esmee esther
    ethan ethel etta euan eugene eugenie eunice eva evan evangeline evelyn evie ewan ewen fabian fearghas fearne
    felicity felix femi ferelith fergal fergie fergus fernando fifi finbar findlay finlay finley finn finnian fiona
    fionnuala florrie folake frances francesca francine francis fraser freda freddie frederick freya gabriel
    gabriella gabrielle gail gareth garry gary gavin gaynor gaz gazza gemma genevieve geoff geoffrey geordie george
    georgia georgie georgina gerald geraldine gerard gerry gertrude gianna gideon gigi gil gilbert gillian gillies
    giselle gladys glenda glenn glenys gloria gogs gordon graeme graham greer greg gregor gregory greta gretchen
    griselda guinevere gus gwen gwendoline gwyneth hailey haley hamish hannah harley harold harriet harrison harry
    harvey hattie hayden hayley heidi helen helena helene hendrix henrietta herbert hermione hiba hien hilary hilda
    hoa hollie howard hugh hughie hughy hugo humphrey huong iain ian ify imogen indie inga ingrid innes irene isa
    isaac isabel isabella isabelle isadora isha ishbel isidore isobel isolde issac ivan ivor izabella izzy jacintha
    jackie jacky jacob jacqueline jacqui jada jaden jaiden jaime jake jakey jakob jambo james jamie jamielee jancis
    jane janet janette janice janie janine jared jason jasper jaxon jaxson jayden jayne jeanette jeanie jeannie jeff
    jeffrey jemima jemma jenna jennie jennifer jenny jeremy jermaine jerome jerry jess jessa jesse jessica jessie
    jill jillian jim jimmy jinky jinnie jinty joan joanna joanne joannie jocelyn jocky jodie jody joel joey johan
    johanna johnnie johnston jonah jonathan jonny jools josef joseph josephine josh joshua josiah josie joss joyce
    juanita judith judy jules julia julian juliana julie juliet juliette justin justine kacey kaci kaitlin kaitlyn
    kaleb kara karen karl karla karlie karrie kasey kate katelyn katherine kathleen kathryn kathy katie katrina
    katriona katy katya kaya kayden kayla kaylee kayleigh kaz kazza keelan keeley keir keira keiran kellie kelly
    kelsey kelsie kelvin kemi kendall kenna kenneth kenny kenzie kenzo keri kerri kerryann kev kevin kezza kian
    kiara kiera kieran kiernan kimberley kimberly kirk kirst kirsteen kirsten kirstie kirstin kirsty kofi kojo kris
    kristen kristie kristin kristina kristine kristopher kyla kylie kyra lachlan laila lainey lana lara larissa
    larry laura lauren laurence laurie lawrence lawson layla leah leanna leanne leeann leigh leighann leighton leila
    lena lennon lenny leo leon leona leonard leonie leonora leroy lesley leticia letitia levi lexa lexi lexie liam
    liana libby lila lilah lilian lillian lillias lilly linda lindsay lindsey linh linsay linsey linz linzi lisa
    lisabeth livvy liz liza lizzie lizzy lloyd lochlan logan lois lola loretta lorna lorraine lottie lou-lou louie
    louis louisa louise lucas lucia lucille lucinda lucy luella luke lula lulu luna lydia lyla lyle lyndsay lyndsey
    lynette lynn lynne lynsay lynsey lyra mabel mackenzie maddie maddison maddy madeleine madelyn madison madonna
    mae maeve magda magdalena maggie-ann magnus mags mairead mairi maisie malachy malcolm manus marc marcella marcia
    marcus margaret margery margo margot marguerite maria mariah mariam marian marianna marianne marie mariella
    marilyn marion marissa marjorie marlene marlon marsha martha martin martina martyn mary maryam maryann marybeth
    maryjane matilda matt matthew mattie maud maude maura maureen maurice mavis maxine maxwell maz mazza meg megan
    melanie melinda melissa mercedes meredith merlin mhairi mia micah michael michaela micheal michelle mickey
    mikaela mikayla mike mikey mildred millicent millie milo mina minnie mira miranda miriam mirren mitchell moira
    mollie monica monique montgomery morag morna morven morvern moyra mozza muireann muirne murdie murdina murdo
    murdoch muriel mya myles myra nadia nadine nairne nancy nanette naomi natalia natalie natasha nathan nathaniel
    neal neave ned neil nell nellie nessa nessie nettie netty neve nevin niall niamh nicci nichola nicholas nicki
    nickie nicky nico nicol nicola nicolas nicole nigel nikki nina ninian noah noelle nola nona noor nora noreen
    norma norman norrie nour nuala oisin ola olga oliver olivia ollie oona orla orlagh orlaith oscar oswald otto
    owen ozzie ozzy paige pam pamela pascal patricia patrick patti pattie paul paula paulette pauline pauly penelope
    peter petra petula phil philip philippa phillip philomena phoebe phyllis pippa polly presley priscilla quentin
    quinn quyen rabbie rachael rachel raffy ralph ramona ramsay rana randall randolph raquel raymond rea reanne
    rebecca rebekah reece reese regina reuben rhian rhiannon rhoda rhona rhonda rhuaridh rhys riane richard rickie
    rikki riley rita robbie robby robert roberta roberto roddy roderick rodger rodney rogan roisin roland rona
    ronald ronan ronnie rory rosa rosaleen rosalie rosalind rosalyn rosamund rosanna rosanne roseann roseanna
    roseanne roselyn rosemarie rosie rosina roslyn rosslyn roxanne roxy roy ruairi ruairidh ruaridh rudi rudy rufus
    rupert russ russell ruth ruthie ryan sabah sabrina sade sadie salome samantha sammi samuel sandra sanjeev sanny
    sarah sarahjane saskia saul scott scotty seamus sean seanna sebastian selena selina senga seona seonaid serena
    seth seun shane shania shanice sharleen sharon sharron shaun shauna shaunna shaz shazza sheena sheenagh sheila
    shelagh shelby shelley shelly shena sheona sheree shereen sherri sheryl shirley shola shona shonagh shug shuggie
    shuggy shugs sian sidney sienna sigrid silvia simone sinead siobhan sofia solomon sondra sonia sonja sonya
    sophia sophie spencer stacey stacie stacy stan stanley stefan steff steffi stella steph stephan stephanie
    stephen steve steven stevie stewart struan stu stuart susan susanna susannah susanne suzanne suzi suzie suzy
    sybil sydney sylvia tabitha taggart talia tallulah tamara tammie tammy tamsin tamzin tanaka tania tanya tasha
    taylor tazza teagan ted teddy teenie temi terence teresa teri terri tess tessa thao thea thelma theo theodora
    theodore theresa therese thomas thomasina tiana tich tiegan tiffany tillie tilly timothy tish titi toby todd
    tolu tomi tommo tommy toni tonya torquil tosh toyin tracey traci tracie tracy tracy-ann trang travis tricia
    trina trish trisha tristan trixie tuan tyler tyra tyrone uche udo ugo una ursula uzo vaila valerie vanessa vera
    veronica vicki vickie vicky vikki vincent vivian vivien vivienne wallace walter wanda warren wattie wayne wendy
    wesley whitney wilfred william willie wilma winifred winnie winona winston wullie xander yasmin yasmine yolanda
    yvette yvonne zac zach zachary zak zander zane zara zelda zena ziggy zoe zoey zola zuzanna
"""

_GAELIC = """
    aoife aonghas artair beathag beitidh cailean cairiona cairistiona calman caoimhe catriana ceana ceit ceitidh
    ciaran clodagh coinneach colla criosaidh daibhidh deorsa diarmuid diorbhail domhnall donnchadh dughall eabha
    eachainn eachann ealasaid eilionoir eimear eimhir eoghan fearchar fearghus fiadh fionnghal fionnlagh floraidh
    ghillies giorsal goiridh grainne iagan iomhar iseabail ishbal lachlann leagsaidh lileas maire mairearad
    mairghread marsaili moireach muireall murchadh neacal oighrig padraig peadar peigi raghnaid raghnall raibeart
    raonaid ruadhan ruaraidh ruiseart sadhbh sandaidh saoirse seonag seonaidh seoras seumas sile sileas siusaidh
    somhairle sorcha tadhg tearlach tormod uilleam uisdean
"""

_EUROPEAN = """
    abril achim adela adelaida adelaide adelasia adelheid adelina adina adolfo adoracion adriana adrianna adrianne
    adrien adrienn adrienne aelita afrim agata agathe agim agne agnese agnieszka agron agustin agustina aideen aiga
    aigars aija ailbhe ailis ailish aime aina ainars aine ainhoa aishling aislin aislinn aiste aitana aivars akos
    akvile alain alannah albana albert alberta albertina albertine alberto albin albulena aldona aleksandar
    aleksander aleksandra alena alenka alessandra alessandro alessia alessio alexandrina alexandru alexei alexia
    alfio alfredo algirdas algis alicja alida alina alise alketa allegra almantas almudena alois alojzy alona
    alondra alphonse altin alvaro alvis alvydas alwine alzbeta amador amalia amalie amalija amaury amer amparo anais
    anamaria anastasie anastazja anatole anca anda andis andra andrada andras andre andreas andree andreea andrei
    andrej andres andris andrius andriy andrzej aneta anete anett anette anezka angelika angeline angelique angelita
    angelo ania anica aniela aniko anila anisoara anja anka anke ankica annalisa annamaria annegret annelie annetta
    annija annunziata anouk anselmo ansis antal antanas antigona antje anto antoaneta antoine antoinette anton
    antonela antonella antoni antonietta antonija antonina antonio antra anxhela aobh aodh aodhan aoibheann aoibhinn
    apolena apolonia araceli arba arben ardal ardian ardita ariadna arina arjana arjeta arkadi arkadiusz armand
    armandas armando armin arnas arnaud arne arpad arta artan artem artur arturas arturo arturs arvis arvydas
    ashling assumpta astrid asuncion atis attila attracta aubin aude audrius augustas augusto aurel aurelia aurelie
    aurelien aurelija aurica aurimas aurore ausma ausra ausrine auste austra averil avni axel axelle aylla azucena
    baiba balazs balint baptiste barbel barbora bardha barnabas bartek bartholomiej bartley bartlomiej bartosz
    bashkim basia bastien beata beate beatriz behar bela belen bence benedek benedikta benicio benita benito benno
    benoit beppe berenice bernadett bernardo bernd bernhard berta bertrand besa besarta besnik bianka biljana birgit
    birgitta birte biruta birute biserka bjorn blaithin blanca blanka blathnaid blazena bledar blendi blerim blerina
    bogdan bogdana boglarka boguslaw bohumil bohumila bohuslav bojan bojana borbala boris borislav borja borka borko
    borys botond bozena bozenka bozica bozidar brandusa branimir branislav branka branko breda breege breno
    bretislav brice brid bridie brigid brigitta brigitte britt britta bronach bronislawa bujar burim cahal cahir
    caio calogero camelia camille camilo candela caoilfhionn caolan capucine caragh caridad carina carl carlo carlos
    carlota carmela carmelita carmelo carmina carola carolin carolina carsten carys casandra catalin catalina
    caterina cathal cathaoir catinca caue cayetana ceara cecile cedric celina celine cerys cesar cestmir cezar
    cezara cezary chantale charis christa christel christelle christiane christoph christy chus cinzia ciro clarice
    claudette claudine claudiu clelia clemence clemens clifford cliodhna cliona clive clotilde coilin colman
    colmcille colombe conall conan concepcion concepta concetta concha conn conny constanta constantin consuelo
    cordula corina corinna cornel cornelia corrado cosimo cosmin cosmina costanza costel costica costin crenguta
    crina crinuta cristian cristiana cristobal cruz csaba csenge csilla csongor cuan cyril czeslaw dace daciana
    dafydd dagmar dagmara dagnija daiana daiga daina dainis dainius dairine daithi daiva dalia dalibor dalma damian
    damiano damien damir danguole danica daniela daniele danielius danijel danijela danka danuse danuta dara daragh
    daria darija darina dario darius dariusz darko darragh darrell davi davi-lucca davide davor dawid dearbhail
    dearbhla debra deimante deirbhile deividas dejan delphine denes denisa denys dervla despina detlef dezso
    diarmaid didier didzis diego diellza dietmar dilys dimitar dimitrios dina dinu dita divna djordje dmitri dmitro
    dmytro dobrica dobrila dochia doerte doina domagoj dominika dominique dominykas domonkos donal donatas donatella
    donjeta donncha dorel dorina dorota dorothea dorothee dorottya dovile dovydas draga dragan dragana dragica
    dragisa dragos drahomira drazen drilon drita dritan dualta duane dubravka dukagjin dulce dumitrita dumitru dunja
    dusan dusko dymphna dzintars eadaoin eanna eberhard ecaterina eckhard edeltraud edgaras edgardo edgars edin
    edita edlira edmond edoardo edona edouard eduard eduards edvinas edyta efrain eftimia egils egle egon eilis
    eimantas eimante einars eirlys eithne ekaterina ela elaine elba elda eldion elemer elene eleni eleonore elfriede
    elina elio eliona elira elisabeta elisabetta eliska elita elizabeta elizabete elka elke eloa elodie eloisa elona
    elsona elvijs elvira elvis elwira elzbieta elze ema emanuela emanuele emanuella emanuelly emer emese emil emile
    emilian emilija emilio emiliya emilly emirjona emmanuelle emoke emrys encarnacion enda endre endrit enea enes
    engjell eniko enkelejda enrico enrique enzo eoin erhard erich erick eriona erjon erjona ermal ermira erna
    ernesto ernests ernst ervin erwin eryk erzsebet esmerald esteban estela estelle estera eszter etain etelka ethna
    etienne etleva ettore eugen eugenia eugenio eulalia eusebiu evaldas evaristo evelina evija evita ewa ewelina
    ewunia ezequiel fabia fabien fabienne fabio fabrice fabrizia fabrizio fachtna facundo fanica fanni fatima fatime
    fatjon fatmir fatmire fatos feargal federica federico federigo felicia felipe felisa ferdinand ferdinando ferenc
    fermin fernand fernanda fiach fiachra fiamma fidel fidelma fikret filip filippa finola fintan fionn fionnan
    fionnghuala fiorella fitore fjolla flamur flannan flavio floarea flor florentina florian floriana florina
    florjan flutura fortunata franca francesco francisco franciszek francois francoise frantisek frantiska franz
    franziska frauke frederic frederique friederike friedhelm friedrich fritz fruzsina fulvia gabija gabor gabriela
    gabriele gabrielly gael gaelle gaetan gaetano gaia gaja galina garvan gaspar gaston gatis gauthier gavril
    gavrila geanina gediminas gellert gennaro genovaite genoveva genowefa genti gentiana georg georges georgeta
    georgette georgi georgiana gerardo gerd gerda gergely gergo gerhard gerlinde germain germaine germana gernot
    gertrud geza gezim gheorghe ghislaine giacomo giada gian giancarlo gianluca gianni gianpaolo giedre giedrius
    gilberte gilles gino gintaras gintare gints giorgia giorgio giorgos giovanna giovannella giovanni gisela gisele
    gitana giulia giuliana giuliano giulietta giuseppe giuseppina gizella gjergj glynis gobnait goda gonzalo goran
    gordana goretti gosia gottfried graciela grania granit gratiela graziella grazyna gregoire gresa grigore
    grzegorz guadalupe gudrun guenter guido guillaume guillermo guna gunars gundega gunta guntars gunter gunther
    guntis gustave gustavs gustaw gwyn gyongyi gyorgy gyula hajnalka halina halyna hana hania hanka hanna hannelore
    hans hans-peter haralambie harald harijs haris hartmut hasan haydee hedvig hedvika heidemarie heidrun heike
    heiko heiner heinrich heinz heitor helga helge hellena helmut helmuts heloisa henning henriette henrik henrikas
    henrike henrique henryk hermann hernan herta herve hildegard hippolyte holger honorine horatiu horia horst
    hortense hristo hrvoje hubert hunor huw hynek hysen iarla iarlaith ibolya ibro ieuan ieva ignacio ignacy igor
    iker ilaria ildiko ileana ilga ilgvars ilie ilija ilinca ilir iliriana ilirjana ilka ilona ilse ilva ilze imants
    imelda imke immacolata imre inara indra indre ines inesa inese inessa ineta inge ingeborg ingo ingrida inguna
    ingus inmaculada inna insa inta intars ioan ioana ioanela iolanda ionel ionela ionica ionut iosif iren irena
    irina irita irma irmgard irmina irmtraud iryna isabela isabelly iseult isibeal isidro iskra ismael isotta istvan
    itziar iulia iulian iulica iustin ivana ivanka ivano ivars iveta ivica ivita ivo ivona ivonne iwona iza izabela
    izydor jacek jachym jacinta jacobo jacopo jacques jadranka jadranko jadwiga jadzia jagna jagoda jairo jakub jana
    janek janina janja janka janusz jaqueline jarmila jaromir jaroslav jaroslava jaroslaw jasminka jasna javier
    jean-claude jean-luc jean-marc jean-michel jean-paul jean-pierre jeanne jeannine jekabs jelena jelica jenica
    jenifer jeno jens jeremi jeremie jerzy jessenia jetmir jeton jindrich jindriska jiri jitka joachim joana joao
    joaquin joaquina jochen joelle joerg jokubas jola jolan jolanta jolita jonas jonatan jonida jordi jorg jorge
    jorune jose josefa josette josiane josip jovan jovana jovita jozef jozsef juan judit judita juergen julcia
    julianna julien julieta julija julio julita juozas juraj jurate jurga jurgen jurgis jurgita juris juro justas
    justina justinas justyna jutta kacper kaique kaja kajetan kajus kalina kalman kaltrina kalvis kamil kamila
    kamile kamilly karel karin karina karl-heinz karlis karol karolina karolis karoly karsten kasandra kasia kaska
    kaspars kata katalin katarina katarzyna katerina kateryna katharina katherin kathrin katia katica katinka katja
    katrin kazimieras kazimierz kealan keelin keeva kerstin kestutis khrystyna killian kinga kitija kiva klajdi
    klara klaudia klaus klavs klea klevis klodian konrad konstantin kornelia kotryna kreshnik kresimir krisjanis
    kristaps kristi kristiana kristof krisztian krisztina kruno krysia krystian krystyna krzys krzysztof ksenia
    ksenija kuba kujtim kurt kveta kvetoslav kvetoslava kyrylo labinot lacramioara ladislav laetitia laima lais
    lajos lamberto laoise larisa lars lasairfhiona lasma laszlo laudomia lauma laure laurene laurent laurentia
    laurentiu lauris laurynas lavdim lavinia leana leandro lech leire lejla leka lelde lenka lenuta leonardo leonela
    leonita leonor leons leopold lesya leszek letizia leutrim levente liadan libor libuse licia lidia lidka liene
    lienite liepa liesel lieselotte liga ligia lijana lilia liliana liliane lilita lilla lilli lilou lilya lina
    linas lindita liridon lirije lirim lisette liubov liucija liudmila liudmyla liva livia livio liviu liwia
    ljiljana ljubica ljubo ljupka lochlainn loic lolita lorand lorant lorcan loredana lorena lorenzo loreta loreto
    lorin lorrayne lothar lotte luan luana luara lubomir lubos luc luca luce lucero lucette lucian luciana luciano
    lucie lucienne lucile lucjan lucretia lucrezia lucyna ludek ludmila ludmilla ludmyla ludovic ludovica ludovico
    ludwig ludwik luigi luis luisa luiza luka lukas lukasz lukrecija luljeta lulzim luminita lutz lynda lyubov
    lyudmila macarena maciej madalin madalina madara maelle maelys magdalene magdalina magdolna maigonis maija maike
    maille maira mairin mairita maite majlinda maksim maksym maksymilian malgorzata malgosia malina malwina manfred
    manfredi manjola mannix manola manolo manon mantas manuel manuela manuella mara marcel marcela marcelina marcin
    marcinek marco marcos mareike marek mareka marga margareta margarete margaux margherita margit margita margret
    mariagrazia mariana mariane mariann mariano marica maricela maricica mariela marielle marigona mariia marija
    marijana marika marilena marin marinela marinko mario mariola maris marisa marita maritza mariuca marius mariusz
    mariya mariyka marjory markas marketa marko markus marlies marsel marsela marta marthe martine marton martyna
    martynas marysia marzena marzia masha massimo matas matei matej mateja mateo mateusz matheus mathew mathias
    mathieu mathilde mathis matilde matous matteo matthias matthieu matyas matylda mauricio maurizio mauro maxence
    maxime maximo mayra maysa mechthild medeina megi megija meike melania mella merche mergim micaela micha michal
    michalina michel michela michelangelo michele mide mieczyslaw migena migle mihaela mihai mihail mihaly mihnea
    mijo mikhail miklos mikolaj mikus milada milagros milda milena milica milos miloslav miloslava milosz mimoza
    mindaugas mioara miodrag mirabela mircea mirco mireia mireille mirela mirella mirjam mirjana mirjeta mirka mirko
    mirna mirona miroslav miroslava miroslaw mirsad miruna mitica mladen modestas modra modris mojmir momir monia
    monika monserrat monta montserrat moritz moya muamer mugur muiris murilo mykhailo mykola mykolas myriam nada
    nadege nadezhda nadiya nadja naim nandor naoise narcis narcisa nastya nataliia natalija natalita nataliya
    natascha natasza nathalie natividad nayeli nderim ndoc neasa nebojsa nedas nela nellija nelu nenad nerea nerijus
    neringa nermin nertila nestor neven nevena nevenka nevila nicolae nicolai nicoleta nicoletta nicolina nicu
    niculae nicusor nieves nijole nikica nikita nikodem nikola nikolai nikolay nikolett nikolin nikolina nikos ninel
    nino noe noeleen noelia noemi noemie nojus noleen norbert norica normunds nunzia nuria oana oceane octavian
    octavio odeta odette odhran odile odran ognjen ojars oksana oktawia oktawian olaf olafs olalla oldrich oleg oleh
    oleksandr oleksandra oleksiy olena olenka olha olivera olivier olivija oliwia oliwier olsi olya olympe omar
    ondrej oonagh ophelie oran orazio oresta orfhlaith orges orietta orjeta orlando ornela ornella orsolya ortrud
    oskar oskars osvaldo otakar otavio otilia ottavia ovidiu paca paco padraic paloma panna paola paolo paqui
    paraschiva pascale pascual pasquale patricija patrik patrizia patrycja patryk paulina paulius pavel pavla
    pavlina pavlo pavol pawel pearse pedro pegeen pellumb pepa pepe perla petar peteris petr petras petrica petrit
    petro petronela petru petruta phelim philipp philippe piaras piedad pierina piero pierre pierrette pietra pietro
    pilar piotr piotrek piroska pola polina pompiliu povilas predrag premysl proinsias przemek przemyslaw
    purificacion qamil qendrim rada rade radek radim radka radmila radomir radoslaw radu rafa rafael rafaela rafal
    raffaele raimondas raimonds rainer raisa raissa raitis raivis ralf raluca raminta ramiro ramon ramunas ramune
    raoul raphael rasa rasmus ratko raul raymonde razvan realtin rebekka redmond redon regimantas regine regis
    reinaldo reiner reinhard reinhold reinis reka remedios remi remus remy renata renate renato renee renia renis
    renzo rexhep reyes rhodri ricardas ricardo riccardo rigels rigoberto rihards rima rimantas rimante rimas rinor
    rionach ritvars robertas robertina roberts rocco roch rocio rodica rodolfo rodolphe rogelio rokas roksana
    rolandas rolande rolands rolf romain romana romas romolo romulus ronaldo rosalia rosaria rosario rosaura
    roseline rosendo rosetta rosita rossana rostislav roswitha rovena roxana roxane roxelana roza rozafa rozalia
    rrezarta rudiger rudina rudolf rudolfs ruediger ruggero rumen ruslan ruslana ruta ruza ruzena ruzica ryszard
    sabin sabina sabri sagrario saimir salvador salvatore samanta sanda sandija sandis sandor sandrine sandro sandu
    sanela sanita sanja santa sante santi sanziana sarka sarolta sasa saule saulius savina sead seaghan sebastiano
    sebastien segundo semida senad senan senka sepp serafina serban seren sergei sergey sergio sergiu serhii serhiy
    sevdije severina seweryn shea shefqet shkelqim shkurte shpend shpresa sibylle sidonia siegfried sieglinde sigita
    sigitas sigmar signe sigvards silke silvana silvija silvio silviu simina simona simonas simonetta sinisa sintija
    siofra sioned siun sive skaiste skender skerdi sladjana slaine slaven slavica slavka slavko slavomir slawek
    slawomir slawomira slobodan smaranda smilja smilte snezana snezhana sniedze snjezana socorro sofica sofie sofiia
    sofija sofiya sokol solange soledad solomiya solveiga solvita sona sonila sorana sorin sorina spartak spomenka
    srdjan srecko stana stanislav stanislava stanislaw stanka stasia stasiek stasys staszek stefana stefanel
    stefania stefanie stefano stefka stela stelian steliana stepan stepanka stephane stephany stipe stjepan suela
    suelen sueli susana susann suzana suzette sven svenja svetla svetlana svetozar sviatoslav svitlana sybille
    sylvain sylvie sylwia szabina szabolcs szczepan szidonia szilard szilvia szonja szymon tadas tadeusz taina
    tainara tamas tamires tanguy tanja taras tatiana tatiane tatjana tatyana taulant tautvydas tekla teo teodor
    teodora teofana tereza terezia tetiana tetyana teuta thayna theodor theophile thibault thibaut thierry thilo
    thorsten tiarnan tiberiu tiberius tibor tierney tifani tihana tihomir timea timo timofey timothee tincuta titas
    titu tivadar tiziana tiziano toader tola tomas tomasz tomek tomislav torben torsten traian traudel treasa trevor
    tringa trini triona trude tudor tullia tunde turlough tvrtko tymon tymoteusz ugne uldis ulf uli ulises ulla
    ulrich ulrike ultan umberto undine ursel urszula urte uschi uta ute uwe vaclav vaclava vadim vaida vaiva vakare
    valbona valda valdas valdete valdis valentin valentina valentyna valer valeria valerica valerio valeriu valeriya
    valija valmira valon valquiria valters vanderleia vanesa vanja vanna vasil vasile vasilica vasyl vasylyna vedran
    vedrana veit velga veljko vendula verena vergil veronika veronique vesna veta veton vicente vicentiu vidas
    viesturs vija viktor viktoria viktoriia viktorija viktoriya vilija vilius vilma vilmos vilnis vilte vince
    vincenzo vineta vinicius violeta violetta viorel viorica virgil virginie virginija virginijus visnja vit vita
    vitalie vitalija vitaliy vitezslav vito vitolds vitor vittoria vittorio viviana viviane vjekoslav vjollca vjosa
    vlad vlada vladan vladimir vladislav vlaicu vlasta vlastimil voichita vojtech volker volodymyr vuk vytautas
    wacek waclaw waclawa wagner waldemar walther waltraud werner weronika wibke wiebke wiesia wieslaw wiktor
    wiktoria wilfried wilhelm wilmer wiola wioletta witold wladyslaw wojciech wojtek wolf-dieter wolfgang xavier
    xheni xhensila xhevahire xhulia xiomara yago yaiza yana yanet yaneth yann yannick yaroslav yaroslava yeison
    yelena yessica yevgenia yevhen yevheniia ylber ylli yllka yolande yuleidy yulia yuliana yuliia yulija yuliya
    yuri yuriy yves yvon zaida zaiga zaira zalan zamira zana zbigniew zbynek zdenek zdenka zdislava zdravka zdravko
    zdzislaw zdzislawa zef zeljka zeljko zelma zenel zenon zenovia zenta zhanna ziedonis zigmars zigmund zina zinta
    zita zivile zivko zlata zlatan zlatka zlatko zofia zoltan zora zoraida zoran zoriana zorica zosia zsanett zsofi
    zsofia zsolt zsombor zsuzsa zsuzsanna zsuzsi zuza zuzana zvjezdana zvonimir zygimantas zygmunt
"""

_AFRICAN = """
    aanuoluwapo abass abdi abdifatah abdihakim abdikarim abdinasir abdirahman abdirashid abdisalan abdiwali
    abdullahi abeba abebe abebi abeiku abena abeni aber abiodun abiola abla abosede abrehet abrham abshir abubakar
    abukar acen achieng adaeze adaku adama adanna adaobi adaora adaugo addisu adebayo adebisi adebola adebukola
    adedayo adefunke adejoke adekunle adenike adeola adeolu adepeju adesewa adesola adesua adesuwa adetoke adetola
    adetoun adetutu adewale adewole adewunmi adeyinka adhiambo adiam adiele adjoa adjoua adoma adong adunni adwoa
    afia afra afriyie afua agbeke aicha aigbe aishatu aisosa aissata aissatou ajok ajoke akachi akberet akello
    akinyi akosua akoth akua akudo akugbe akunna akwasi akwete akyaa alassane alem alemayehu alemnesh alganesh alieu
    alimata aliyu almaz amaechi amahle amaka amanuel amara amarachi amarachukwu amatu ameh amenze aminata aminatou
    aminatu aminu amito amleset amma amoke amondi amope ampomah anab anan anayo anele anesu anisa anotida ansu
    anulika anuoluwapo anwuli anyango apio apiyo apunanwu araba ariam arike arinola arinze arinzechukwu asabe asad
    asake asantewaa asli asmau asmeret assetou ataa atieno atim atinuke auma awa awero awet awino awuor awurama
    ayaan ayaanle ayana ayanda ayele ayinke ayo ayobami ayodeji ayodele ayoka ayokunle ayomide ayotola ayotunde azeb
    azubuike azuka baaba babacar babajide babatunde babirye bai bala balkisu bamidele bankole barasa barwaqo batulo
    belaynesh bereket berhane bethlehem beza bezawit bhekisisa bilan bilkisu biniam binta bintou birhane birtukan
    biruk bishaar bisrat boatemaa bolaji bolanle bolatito boluwatife bongani bosede boubacar bruktawit buchi bukola
    busisiwe caasha cabdi cawo chebet cheikh chelagat chenai chengetai chepkoech cheptoo chetachi chiagozie chialuka
    chiamaka chiamanda chiara chibueze chibuike chibundu chibuzo chibuzor chichi chidalu chidera chidi chidiebere
    chidimma chidinma chidubem chidumebi chiedza chiemeka chiemela chiemezie chiesonu chigozie chiji chijioke chika
    chikamso chikaodi chikodi chikondi chima chimamanda chimaobi chimdi chimezie chinasa chinaza chinazaekpere
    chinedu chinelo chineme chinemerem chinenye chinenyenwa chinonso chinwe chinyelu chinyere chioma chipo chisimdi
    chisom chiwoniso chizaram chizoba chizobam chukwudi chukwuebuka chukwuemeka chukwuka chukwuma chukwunonso coumba
    dabere dadirai dagmawi dahabo damilare damilola danai danjuma dapo daud dawit dayo dede degan dehab dela delali
    demba deqa dereje desalegn dhuuxo diarra djeneba djibril doyinsola duduzile dumisani dzifa ebele ebere ebrima
    ebube ebubechukwu ebuka ebun ebunoluwa echezona edafe edinam edosa edozie efia efosa efua egal eghosa ehis ejike
    ejiro ekaete ekene ekenedilichukwu eki ekinadose ekow ekua ekuase ekuwa ekwutosi elikem elorm embet emebet emefa
    emeka enam eniola enitan enobong enogie ese eseosa esinam eskedar esohe esosa etinosa eto etornam etsegenet
    ewatomi ewomazino ewurabena ewurama eyerusalem eyob ezenwa ezinne ezinwanne fadekemi faderera fadila fadimatu
    faduma fadumo fadzai fafali faiso falmata fanta farah farai faraja farhiya fartun fasika fatimata fatou
    fatoumata fatoumatta fatsuma fatuma fehintola feven feyikemi feyisayo fiifi fikile fikirte filmon filsan fisayo
    fitsum foday folakemi folarin folasade folashade foluke fosiya fowsiya frehiwot freweini fthi fungai funke funmi
    funmilayo funmilola gambo gamuchirai garba garikai gathoni gbemisola gbenga gboyega gelila gelle genet genzebe
    ghirmay gifty ginika girma gloriah godswill goitom gugulethu guled gyamfua haben habiba habibu habiibo habtamu
    habtom hadiza hafsa hafsat hagere hagos hajara halimatu halimo hamdi hamra hannatu haruna hasana hauwa haweya
    helina hermon hersi hibaq hiis hinda hindatu hirity hirut hiwet hlengiwe hoda hodan hodo hoodo husaina ibado
    ibidun ibironke ibou ibukun idemudia idera idil idowu idris idrissa ifeanyi ifeanyichukwu ifechukwu ifeoluwa
    ifeoma ifra ifrah ifunanya ifunanyachukwu igho ighodaro iguosa ihuoma ijeamaka ijem ijeoma ikechukwu ikem ikenga
    ikenna ikraan ilays ilhan imade inioluwa isatu isayas isiaka isioma ismahan istahil itohan ivbie ivie iyabo
    iyabode iyanu iyanuoluwa iyekekpolor iyobosa iyore izogie izuchukwu jabulani jadesola jainaba jaiyeola jama
    jamaal jamila jawahir jelani jepkemboi jerotich jide jideofor jolayemi joojo jummai jumoke kabiru kaddy kadiatou
    kadiatu kadijatou kadra kafui kagiso kaima kalkidan kaltun kamara kamau kambili kande kanini kaosisochukwu
    karanga kasiemobi kayode kebba kebede kehinde kelechi kelechukwu kenechi kenechukwu kerubo kesete khadar khadija
    khadijah khadijat khadijatou khadra khadro khady khanyi khanyisile kholwa kibra kibrom kidane kidist kifle
    kimani kinsi kipchoge kiprop kiptoo kirabo kisakye kobina kodilinye koku kokumo kolawole kosi kosisochukwu
    kudakwashe kudzai kukua kundai kunle kwabena kwabla kwadwo kwaku kwamboka kwame kwasi kweku kwesi ladan ladi
    ladidi lamin langa lanre lansana laraba lawal lawrencia lekan lemlem lerato letebrhan letekidan liban lidet
    lidya lielti lindani lindiwe lolade londiwe lotanna lungile luul luwam lwandile lwazi maafia maame mabinty
    maduka mahad mahlet mahmud maimouna maimuna mairo maita makanaka makda makena makhosi malick malusi mamadou
    mamman mamoud mandla mariama mariatu mariem marieme maryamu maryan mawuli mawusi maxamed mazvita mbalenhle mbali
    mduduzi meaza mebrat medhanie mehari mehret mekdes meklit melat merhawi meron meseret mesfin mfundo michale
    mihret mihretab milkias mlungisi mmesoma mobolaji modou modupe mojisola momodou monisola moraa morayo moremi
    morenike morounkeji mosun mosunmola motunde motunrayo moussa mowunmi mpho msonda mukami mulki mulu mulugeta
    mumbi mumina munachi munachiso munashe munyaradzi mustapha musu muthoni mutiso mutsa mutua muturi mwangi mwende
    mwikali mxolisi nabirye naciima nadifa nafi nafissatou naima najah najma nakabuye nakato nakimuli naledi naliaka
    nalubega nalwanga namatovu nambi namugga namukasa namukwaya namutebi nanjala nansubuga nantongo nardos nasiche
    nasiru nasra nassanga nassozi nasteho natnael natukunda nchedo ndidi ndubuisi ndumiso nebiat nehanda nekesa
    netsanet ngoni ngozi ngozika nhyira nii nimco nimo niyi njambi njeri njoki njoroge nkechi nkechinyere nkeiruka
    nkem nkiru nkiruka nkolika nkosana nnaemeka nnamdi nneka nnenna nobantu nobuhle nokulunga nokutenda nokuthula
    nolwazi nomagugu nomalanga nomasonto nomatter nombuso nompumelelo nomsa nomthandazo nomusa nomvula nomzamo
    nonhlanhla nonkululeko nonso nosakhare nosipho noxolo nozipho nqobile nthabiseng ntokozo ntombi nuhu nwadiuto
    nwakaego nwamaka nyaboke nyambura nyaradzo nyarai nyasha nyawira nyima nyokabi obaa obehi obeng obiageli
    obiajulu obianuju obiechina obinna obioma ochieng odion odongo odunayo oforiwaa ofure ogadimma ogechi ogechukwu
    oghenekaro ogheneovo oghenero oghenetega oghogho ogochukwu ogonna ogoo ohemaa okbay oke okechi okechukwu okey
    okoro okoth okwudili olabisi olachi olaedo olaide olajumoke olamide olanrewaju olapeju olasubomi olatunde
    olawale olawunmi olayide olayinka olu olubukola olubunmi oluchi oluchukwu olufemi olufunke olumide oluremi
    olusegun oluseun oluwabukola oluwabunmi oluwadamilola oluwafemi oluwafunmilayo oluwakemi oluwanifemi oluwapelumi
    oluwaseun oluwashola oluwatobi oluwatosin oluwatoyin oluwatoyosi omesiri omolade omolara omolayo omolola omondi
    omonigho omoniyi omoruyi omosede omotayo omotola omowunmi omoyemi omozele onochie onome onwuchekwa onyango
    onyebuchi onyeka onyekachi onyinye onyinyechi onyinyechukwu opeoluwa opeyemi oreoluwa oritse osagie osahon
    osamudiamen osaretin osaro osarumwense osas osasere osayemwenre osayi osaze osazee osazuwa oseremen osinachi
    osita ota otieno oumou oumy ousainou ousmane owusuaa oyebanji oyelola oyinade oyinda oyindamola oyinlola ozioma
    paapa paidamoyo palesa panashe pelumi phindile phumzile pokuaa qali qamar rabi rahma rahwa rakiya rama ramata
    ramatu rangarirai rapuluchukwu raxma refilwe revai rigbe robel roble roda rokia ronke rooda rotimi rozina rudo
    rufaro rukayat rukayya rukevwe rumbidzai ruqayya ruqiya rutendo ruun ruvarashe ruvimbo sa'adatu saadatu saafi
    sacdiyo sadiat sadiya safiyanu safiyo sagal sahra sahro saikou salamatu samira samrawit samsam sanele sani
    saratu sareedo saron saynab seada seble sedinam segen segun sekai selam selamawit selasi selorm semhar senait
    senam senay senayit senayt seni senzo serwaa seyi sfiso shamis shamiso shamso shehu sheku shingai shukri shuvai
    sibonakaliso sibongile sibusiso sicelo sifiso siham sihle sika sikirat simbarashe simbiat simi simisola simphiwe
    simret sindi sindisiwe sindu siphesihle siphiwe sipho sira sirad sirak siyabonga sizwe slindile smangele sokhna
    solyana somadina somto somtochukwu sopuruchukwu souleymane soyinka sthembile sucdi sulaiman sulayman suleqa
    sumaya sumayya syokau tade tadele tadesse tadiwa tafadzwa taiye takudzwa talatu tambudzai tanimu tapfuma tapiwa
    tariro tarisai tatenda tavonga tawanda teame teamrat tebogo tecla tega tekle teklit temesgen temilola temitope
    temnit temwa tendai tesfay tesfaye tewelde tewodros thabiso thabo thandazile thandeka thandi thandiwe thando
    thandolwethu themba thembeka thembi thokozile thulani tichaona tida tigist tigisti tinashe tinotenda tinuke
    tirhas tirunesh titilayo titilola titilope tiwalade tobechi tobechukwu tobi tochukwu tokunbo toluwalase toluwani
    tomilola tomiwa tonderai toyosi tsega tsegay tsehay tsehaynesh tshepo tsige tsigereda tsitsi tukur tunji ubah
    ubaidullah ubax uchechi uchechukwu uchenna udochi udoka ufuoma ugochi ugochukwu ugonma ugonna ujunwa ukamaka
    uloma ulomma unathi urenna usmanu uwa uwaila uwani uyi uyinmwen uzoamaka uzochi uzoma vimbai vimbiso vongai
    vuyiswa wadzanai wafula wairimu waithera wambugu wambui wambura wangari wangechi wangeci wangui wanja wanjiku
    wanjira wanjiru warigia waris warsame wavinya wegahta weini wekesa winta wondimu wubit wunmi wuraola xaawo
    xalimo xolani xolile yaa yaaba yaayaa yacine yahaya yakubu yared yasir yassin yawa yaya yayra yebio yejide
    yemane yemi yemisi yemisrach yerusalem yetunde yeukai yewande yinka yirgalem yodit yohana yohannes yomi yonas
    yonathan yoofi yorda yordanos yunusa yurub zaharau zainabu zama zamzam zandile zanele zawadi zebib zemen
    zenebech zerihun zewdi zewditu zeynab zikora zimuzo zinhle zintle ziyanda zodwa zubairu zufan zulaikha zuri
    zuwaira zvikomborero
"""

_ASIAN = """
    aachal aadam aadhya aadil aafia aafreen aahana aaisha aamir aamna aarav aarif aarini aarna aashi aasif aasiya
    abbas abdul abdulaziz abdulkadir abdulkarim abdulla abdullah abdulmajid abdulrahman abdulwahab abeer abeera abha
    abhay abhinav abhishek abid abida achara adeel adeela adeena adil adila aditi aditya adnan advika afife afreen
    afroz afsana afshan afzal ahlam ahmad ahmed ahmer ahsan aiko ailin aiman aimen aisha aishah aisyah ajay ajit
    akanksha akash akbar akgul akhil akif akiko akram akshay aleem aleena aleesha aleeza alev alia alishba alishbah
    aliya aliyah alizeh alka almas alok alon alper altan alyan amaan amaira amandeep amani amar amardeep amarjit
    ambar ambika ambreen ameer ameera amena ameya amir amira amirah amisha amit amjad amjid ammar ammara amna amrit
    amrita amruta analyn anamika anand ananya anaya aneeqa aneesa anika aniket anil anirudh anis anish anjali anjum
    ankit ankita annam anong anum anupam anupama anuradha anusha anushka anvi anwar aparna apinya aqeel aqib aqsa
    arash archana arda ardeshir areeba areej arham ariba arif arisa arjan arjun armaan arnav arnel arooba arooj
    aroon arsalan arshad arshia arti arun aruna arushi arvind aryan arzu asfand ashar ashish ashna ashok ashraf
    ashwin asif asim asiya asma asmaa asra asrar asuman atakan ateeq atif atiqa atiya attiya atul avani avinash ayan
    ayat ayaz ayca aydan ayesha ayfer aygul ayisha ayla aylin aynur ayse aysegul aysel aysen aysha aysun aytac ayten
    ayush azeem azeema azhar aziz aziza azize azmat azra babar babita babur badar badr bahadir bahar bahareh baheera
    baksh balbir baldev baligh baljit balwant balwinder banu bao bao-anh baris basak bashir basit basma bassam
    batool batuhan batul bayani begum behnaz bekir belgin belma benazir benjawan beren berk berkay berna betul beyza
    bhavana bhavesh bhavna bhupinder bich bich-ngoc bilal bilqees bilqis birgul birsen bisma bismah bituin boonmee
    bora bulent burak burcin burcu burhan busaba bushra busra cagla caglar cagri canan cansu cem cemal cemile cengiz
    cenk ceren ceyda ceylan chaiya chalerm chandan chandni chanya charanjit chau chenxi chetan chitra chunhua
    chutima cigdem cuc cuong daanish daljit damini danial danilo danish daniyal dao darshan darya dawood daya deepa
    deepak deepika deepti dev devika dhruv dhwani diem diep diep-anh dieu dilan dilara dilawar dilek dilip dilshad
    dinesh dinh divina divya doga dogukan dua duaa duangjai duong durga duyen duygu ebru ece eda eesa efsun ehsan
    eisha ekin ekrem ekta elcin elham elif elmas elnaz emaan eman emel emin emine emrah emre ender engin erdal erdem
    eren ergin erhan erkan erol ersin ertugrul erum eshal esin esma esra evangelista evren eylul eyup ezaan ezra
    faaiz fadi fadia fadime fadwa fah fahad faheem fahmida faisa faisal faiza faizan fakhra falak faraz fareed
    fareeda fareeha farhan farhana farheen farida farideh fariha farooq farooqa farrah farrukh farwa faryal farzana
    farzeen fasih fatah fateh fatemeh fathima fatih fatim fatimah fatma fatmata fawad fawzi fawzia fayaz fayza fazal
    fazila fehmida ferda ferhat feride ferit feroza feyza fikriye filiz firas firat firoza fiza fouzia fozia fuat
    fulya funda furqan gamze gaurav gauravi gauri geeta geetanjali ghada ghafoor ghazal ghazala ghazi ghufran ghulam
    giang girish gita gizem gohar gokce gokhan gonca gonul gopal govind gozde guang gul gulab gulay gulbahar gulcan
    gulcin gulden gulizar gulnaz gulsah gulsen gulseren gulshan gulsum gulten guner gunes guo gurbir gurdeep
    gurinder gurjit gurmeet gurmit gurpreet gursharan ha-my habab habib hadi hadia hadiqa hafeez hafiz hafiza hafsah
    hai-yen haider haiyan hajra hakan hala haleem haleema halil halima halimah haluk hamad hameed hameeda hamid
    hamida hammad hamza hanan hande haneen hanh hanh-phuc hani hanife haniya hannan haoran harbhajan hardeep hareem
    hareera harinder harish harjit harman harmeet harminder haroon harpal harpreet harsha harshit harshita harun
    harvinder hashim hasna hasnain hasret hassan hassina hatice hatun havva haya hayat hazal haziq heba hema hemant
    hetal hieu hifza hijab himani himanshu hina hira hoai hoai-an hoang hoor hooria huan huang hulya huma humaira
    humayun hummaira humza huseyin hussain hussein huy huyen huzaifa ibrahim ibtisam iftikhar ifza ihsan ijaz ikra
    ila ilayda ilham ilkay ilknur ilyaas ilyas imaan imad imama imani imran imrana imtiaz inam inaya inayah inayat
    inci indira indrani indu insha intisar ipek iqbal iqra iqrah iram irem irfan irmak irsa irum irza ishaan ishani
    ishaq ishita ishrat ishtiaq ismail ismet isra israa izaan izzah jabeen jabir jagdeep jagdish jagjit jahanara
    jahangir jalal jamal jameela jamil janaki jannah jannat jasbir jasim jasleen jasmeet jaspreet jasvinder jaswant
    jaswinder jatinder javaid javed javeria jawad jawaria jaya jayant jayshree jenalyn jennilyn jhoanna jiahui
    jianhong jiao jiaqi jiawei jiayi jibran jibril jignesh jingyi jinhua jintana jitendra joginder jomar jovelyn
    juhi junaid junjie juwariya jyoti kabir kadir kadriye kaif kaili kainaat kainat kajal kaleem kalpana kalyani
    kamal kamini kamran kanchan kanchana kanda kanika kanokwan kanwal kanya kanza kapil karam karan karim karima
    karishma karthik kartik kashif kashish kaur kausar kauser kavita kavya kawther keerthi kehkashan kenji kerem
    kerim keshav ketan kezban khadeeja khadim khaled khalid khalida khalil khanh khansa khaula khawla khizar khoa
    khurram khurshid khushi kim-anh kim-chi kinza kiran kirti kishore kishwar kittisak komal koray krish krishna
    kriti kritika kubilay kubra kulap kuldeep kulsum kulwinder kunal kushal laiba laibah lailani lakshmi lale lalita
    lamai lamia lan-anh lanh lareb lata latif latifa latife lavanya lawan laxmi le-thi leela leena leman levent
    leyla liang liaqat liba ligaya lihua lijuan lourdes lubaba lubna lujain lujayn luningning luqman luzviminda maaz
    maazah madhav madhavi madhu madhuri madiha maha maham mahdi maheen maheera mahesh mahin mahir mahira mahjabeen
    mahmood mahmoud mahnoor mahrukh mahsa mahum mai-anh maimoona majeed majid majida mala malak malee maleeha malik
    malika mamta manahil manal manav mandeep mandip maneesh manha manish manisha manjit manju manmeet mannan manoj
    manpreet mansi mansoor maqsood maribel maricar maricel marilou marites mariyah mariyam marjan maroof marwa
    maryum mashal masood masroor masuma mateen mayada mayank mayur meena meera megha meghana mehak mehdi mehmet
    mehnaz mehreen mehrunisa mehtab mehtap mehul mehwish meihua meiling melahat melek melike melis meltem memoona
    meral meric merium merlinda mert merve meryem mesut metin mevlut miftah milind minaal minahil minal mingmei
    minh-anh minzhu mirha misbah mishal mitra mitsuko moazzam moeen mohamad mohamed mohammad mohammed mohan mohid
    mohini mohit mohsin moin mojgan momina moneeb moneeba mualla mubarak mubashir mubeen mucahit mudassar muge
    muhammad muhammed muharrem muhibbah mujahid mujde mujtaba mukesh mukta mumtaz muneeb muneeba munevver muniba
    munir muqaddas murat murtaza musa musaab musab musarat musarrat mushtaq muskan mussarat mustafa muzaffar
    muzaffer muzammil nabeeha nabeel nabeela nabil nabila nadeem nadeen nader nadira nadra naeem nafees nafisa
    nageen naghma naghmeh nagina naheed naheeda nahid nahida naila naina naira naiza najam najia najib najla najwa
    namra namrata nandini narayan naresh nargis nargiz narinder narjis narong naseeba naseem naseer nashit nashwa
    nasir nasreen nasrin nattaya natwar nauman nausheen navdeep naveed naveera navera navin navneet nawab nawal
    nawaz nayab nayla nazan nazanin nazia nazife nazima nazir nazira nazish nazli nazmiye nazneen necla necmi neda
    neelam neelofar neelum neeraj neeru neeta neha nehal nehir nenita neslihan nesrin neval nga ngoc ngoc-anh
    ngoc-lan nguyet nhan nhi nhien nhung nid nida nidhi nighat nihal nihat nikhil nilay nilesh nilgun nilofar
    nilufar nilufer nimet nimra nimrah nirmal nirmala nisa nisha nishat niti nitin nitya nizar nongnuch noora noriko
    noshaba nosheen nouman noura nousheen nuaym nuch nuha numan nupur nura nuran nuray nurcan nurdan nurgul nurhan
    nuriye nursel nurten nusaiba nusaybah nusrat nuzhat nyla obaid oguz ojas okan olcay omair omer omid onur orawan
    orhan osama osman owais oya oyku ozan ozge ozgur ozlem padma pailin palak pallavi palwasha panida pankaj parag
    paramjit paras paresh parisa parminder parth parul parveen parveena parvin patcharee pavan payal pelin pensri
    perihan pervez pervin phailin phuc phuoc phuong phuong-anh pim pimchanok pinar piyush polat pooja poonam poorvi
    prachi pradeep praful prakash prakriti pramod pranav pranay pranee prasert prashant pratibha pratima praveen
    pravin preeti preeya prem prerna prithvi priti priya priyanka puja puneet purnima purvi qadir qaiser qaseem
    qasim qian qiang quan quang qudsia quratulain qureshia quynh quynh-anh raafay raafia rabab rabbiya rabeea rabia
    rabiya radhika rafay rafia rafiah rafiq raghad raghav raghu rahat raheel raheela raheem rahela rahila rahim
    rahima rahmat rahul raihana raj rajan rajbir rajeev rajendra rajesh rajeshwari rajinder rajiv rajkumar rajni
    rajvinder rakesh rakhi ramadhan raman ramandeep ramesh ramla ramsha ramya ramzan ranbir rania raniya ranjana
    ranjeet ranjit ranya raquib rasha rasheeda rashi rashid rashida rashmi rasool ratan ratana rattana ravi ravinder
    ravza rayan rayhan rayyan raza razia recep reeha reem reema reena refika rehan rehana rehman rehmat rekha remzi
    remziye renu renuka reshma reyhan rhodora riaz richa rida ridhi ridwan riffat rimsha rina rishi ritaj ritesh
    ritika ritu riya riyad riza rizwan rizwana rodel rohaan rohan rohini rohit rohma roopa rosalinda roshan rowena
    roya ruba rubab rubeena rubi rubina rucha ruchi ruchika ruhi ruhina rukaiya ruken rukhsana rukhsar ruksana
    rumaisa rumaysa ruolan rupa rupali rupinder ruqaiya ruqayyah saad saadat saadia saadiya saara saarah sabeeha
    sabeen sabiha sabika sabir sabira sabita saboor sachin sadaf sadaqat sadeem sadhana sadia sadiq saeed saeeda
    safa safder safeena safeer safia safina safiya safiyah safiye safiyya sagar sahana sahar saher sahil sahira saif
    saiful saima saiqa saira sajad sajal sajeel sajid sajida sakda sakeena sakina sakine salah saleem saleema saleh
    salem saliha salim salima salma salmaan salman salwa samaira samana samar samavia sameea sameeha sameeksha
    sameen sameer sameera samha samia samiah samina samir samiullah samiya samra sana sanam sanchita sandeep sandhya
    sangeeta saniya sanjana sanjay sanjeet sanjiv sanket sanna sanober santosh saowanee sapna saqib saran saraswati
    sarfraz sarika sarita sarmad saroj sarwat sarya satish satnam satwinder saurabh savita sawsan sayed sayeed
    sayeeda sebahat seda sedat seema sefa sehar sehriban sehrish selcuk selda selin selma semra sena senem seniha
    senol serap seray serdar serhat serife serkan serpil sevda sevgi sevil sevilay sevim sevinc seyda seyit seyma
    sezen shaban shabana shabbir shabeer shabnam shabnum shadab shadi shafaq shafia shafiq shafqat shagufta shahana
    shahbaz shahd shaheen shaher shahid shahida shahina shahla shahnaz shahram shahrukh shahzad shahzadi shahzaib
    shahzeb shaila shailesh shaima shaista shaja shakeel shakila shakir shakira shalini shama shamaila shamas shamim
    shamima shamraiz shamsa shanaz shanta shanti shanza shaoyi sharad sharafat sharda sharifa shariq sharjeel
    sharmila sharmin shashi shaukat shaya shayan shazad shazia shaziya shazma sheela sheetal sheeza shefali sheher
    shehla shehnaz shehryar shehzad sheraz sherbano sherin shifa shika shikha shilpa shirin shirina shivani shiza
    shoaib shobha shohaib shraddha shradha shreya shreyas shruti shubham shubhi shufen shugufta shuja shumaila
    shweta shyam sibel siddharth siddhi sidika sidra sidrah siew sikander sila sima simge simran simranjeet simrat
    sinan sinem siraj sirikit siriporn sita siu smita sneh sneha sobia sobiya sofiyan soha sohaib sohail sohan
    somchai somjai somporn somsak sonakshi sonal sonali sonam songul soni sonika srishti subhan subhash sucheta
    suchitra sudha sudhir sughra suhail suhana suheyla sujata sukhbir sukhdeep sukhjit sukhvinder sukhwinder sukran
    sukriye suleman suleyman sulman sumaira sumaiya sumaiyah sumalee suman sumayyah sumbal sumbul sumeet sumera
    sumit sumita sumitra sunaina sunbal sundas sunil sunila sunisa sunita supaporn suphatra supriya suraiya suraj
    surayya surbhi suresh surinder surjit surriya surya sushil sushila sushma suvarna suwanna suzan swara swati
    sweta syed syeda sze tabassum tabish taha tahani tahir tahira tahmeena tahmina tahreem taimoor talat talha talib
    tallat tamana tamanna taner tansu tanveer tanvi tanvir tanweer tanzeela tanzila taqi tarik tariq tarun tasmia
    tasneem tauseef tayba tayfun tayibah taylan tayyab tayyaba tayyiba tehmina tehreem tejal tejas tejinder teresita
    thanh thanh-ha thi-hoa thi-lan thien thu-ha thuan thuong thuy thuy-linh tiep tolga tolgahan tooba toqeer trinh
    trong truc trung tufail tugba tugce tulay tulin tulsi tunahan tuncay tung turgay turgut turkan tuyen tuyet
    tuyet-mai ubaid ubaida ubon uday ufuk ugur ujjwal ujwala ulku uma umaima umair umaira umama umar umaymah ume
    umesh umit umm ummara umme ummu umut unal upasana urmila urooj urvashi usaid usama usayd usha usman utkarsh utku
    uttam uyen uzair uzma vahide vaibhav vaishali vaishnavi van-anh vandana vanita varsha varun vasant vasudha
    vedant vedat veena veli venkat vibha vidya vijay vikas vikram vildan vimal vimala vineet vineeta vinh vinita
    vinod vipul viraj virat vishakha vishal vivek volkan waan wafa wafaa waheed waheeda wahida wajeeha wajid wajiha
    waleed waleeja walid wanida waqar waqas warda wardah waseem wasif wasim wasiq wassana weiwei wenjing wilai
    wissam xiang xiao xiaohong xiaoli xiaoling xiaomei xiaoyan xiaoyu xinyi xiu xiuying xuan xuan-mai xuemei yagmur
    yahya yakup yalcin yameena yamin yamini yamna yanyan yaqoob yaqub yara yasar yasemin yash yashfa yashvi yasin
    yasmeen yasra yavuz yawar yelda yeliz yesim yigit yilmaz yingying yogesh yogita yoko yousaf yousef youssef
    yuanyuan yucel yue yuki yuli yumna yuna yunus yunxia yupa yuqing yurdanur yusra yusuf yuting yuxin zafar zafer
    zafira zaheda zaheer zaheera zahid zahida zahir zahra zaid zain zaina zainab zakariya zakia zakir zakiyya zalaid
    zaman zaneb zanib zarah zareen zareena zarina zarmina zarrin zayan zayd zayna zaynab zaynah zeel zeenat zeeshan
    zehra zeinab zeki zekiye zeliha zerrin zeynep zhihao zhong zhuo ziad zihan zimal zishan zixuan zobia zoha zohaib
    zohra zonaira zoraiz zoya zubaida zubair zubeda zubeyde zubia zuha zuhal zulal zulekha zulfi zulfiqar zunaira
    zunairah
"""

_AMERICAN = """
    alejandra alejandro anabela angelica bruna camila catarina dayana eduarda elisa emanuel esmeralda esperanza
    estefania fabiana fabiola flavia francisca gustavo isaura ivanilda janaina jessyca jimena josefina jussara
    karolayne keila laisa luciene lucimar marcelo mariangel marisol miguel mirta nayara neide nidia pablo priscila
    raimunda rayane rayssa rebeca rodrigo rogerio rosangela roseli ruben santiago talita thais thiago vanusa vitoria
    wilson ximena yadira yamile yasmim yesenia zulma
"""

GIVEN = frozenset(" ".join((_SCOTS_AND_ENGLISH, _GAELIC, _EUROPEAN, _AFRICAN, _ASIAN, _AMERICAN)).split())

GIVEN_WORDS = frozenset(
    """
    abbey ace ada ade al alba alexa alexandria ali alpha alva ama amal aman amber amina amity ana angel angus anh
    anise ansa ante ari aria art asa ash asha aster aurora autumn ava aya bae bailey bambi barbie baron basil bay
    bea beau bella belle bernie berry beryl bess bilge bill billy bing bishop bisi blair blanche blaze blessing
    bliss blondie blossom blue bo boa bob bobby bola bonnie brad brandi brandy breeze bride brook bruno bubbles buck
    bud buddy bunny buster cade cal candy captain carlton carol cash cassia chad chai chan charity charlie chas
    chase chastity cher cherish cherry chi china chip christian chuck clark clement cliff clover clyde cole comfort
    cookie cooper cora coral corin cosmo crystal cuddles cullen cynth dai daisy dakota dale dallas dan dandy darling
    dave dawn dean deb dee del den denny denver des desiree destiny devon dex diamond dick diesel dieter dimple dior
    dirk divine doe dolly dom don dora douglas dove drew duke dung dupe earl ebony ed eddy eden efe ego elm emerald
    emir esi essie ester eve faith fang fanny fay fen fern fleur flo flora florence florin fox foxy fran frank
    frankie free gabby gage gale garth gene genie gentian gina ginger ginny girts glen glory goldie grace gracie
    grant gray grit guy gypsy ham hank happiness happy harmony harper harris hawa hazel heath heather hector henri
    henry herb hero holly honey hong hope hua hui hung hunter ida ima iman ina india indigo indy iona iris irvine
    isla israel issy iva ivory ivy jack jade jan janis jas jasmin jasmine java jay jaz jazz jean jed jem jen jesus
    jia jian jie jin jing jo jock joe john johnny jon jordan joy jude julienne july jun june kai kali karma kash kat
    kay kaye keith ken kendal kenya kerry kieu kiki kim kit kitten kitty kiwi kyle lacey lady lan lance laurel
    lavender lea lee leith len lennox les leslie lewis lex lien lil lily lin linden ling liv loan lore lorne lotus
    lou love lovely luz lynx mac maggie mai maia mali mandy margarita marina marine mark marlin martins mason mat
    mate mave max may maya mei mel melody mentor mercy merit merle merry meta mick mile milky mimi min mindy mine
    ming minh misty mo mol molly mona monroe moray morgan mufti muna myrtle naana nadir nan nana nat neo nevada ngan
    nick nile nim noel nok olive opal orchid otis paddy pal pansy papa parker pasha pat patience patsy patty paz
    peace peaches pearl peer peg peggy penny percy perry pete phoenix pia ping piper poppy precious preston princess
    pris privilege prosper prudence qi qing queenie rab rae raine raja rani raven ray reggie reid rene rex rhea
    rhodes ria rich richie rick ricky rico rio river rob robin rocky rod roger roman rome romeo romy ron ros rose
    rosemary ross rowan royal royce ruby rue rui rung rusty saba sabine sahib sal sally salvo sam samba sammy samson
    sandy santana sapphire sara sasha savannah saxon scarlet scarlett selim serenity serge shade shah shakti shan
    shannon shaw shay shell sherry shiv shu sid silver simba simon skye skylar skyler sola sonata sonny star starr
    stirling suda sue sultan sultana summer sun sunan sunday sunny sunshine susie sylvan tabby taff taiwo tam tanner
    tao tara tatum tawny tea temperance terry thi thom thu tia tien tiger tigger till tim tina tom toms tony topaz
    tope tran treasure tri trinity troy trudy tuba tutu ty uju ursa val valentine vegas verity vi vic victor
    victoria vida vienna vinnie viola violet virginia viv vixen vu wade walker wally wei wen wes whiskey will willow
    wills willy woody wren wyn xena xi xia xin xue yan yang yaw yen yi ying yong yoruba yu yuan yun zed zen zhen
    zheng zia zion
    """.split()
)

FAMILY = frozenset(
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
    """.split()
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

# fmt: on
