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
    adela adriana adrianna afrim agata agne agnieszka agron albana albin alena alessandra alessandro alessia
    alexandru alexei alfredo alicja alina alketa alojzy alona amalia anamaria anca anda andreea andrei andrej andres
    andriy andrzej angelika anica aniela anka anton antoni antonina antonio anxhela arben ardita ariadna arkadi
    arkadiusz armando arta artan artem artur arturo aurel aurelia aurelija aušra baiba beata besa besnik bledar
    blerim blerina bogdan bogdana boguslaw borys bozena branislav bronislawa bujar camelia carlo carlos carmela
    carolina catalin catalina cezar cezary claudiu corina cornel cornelia cosmin costel costica costin crina
    cristian czeslaw dace dagmara dainius daiva damian danica daniela daniele danuta daria darina dario darius
    dariusz denisa denys diego dimitar dimitrios dina dinu dmitri dmitro dmytro doina dorel dorina dorota dragan
    dragos drita dritan dumitru edita edona edyta egle ekaterina elene eleni elina elira elisabeta elka elona elvira
    elwira elzbieta emil emilian emiliya endrit enkelejda enrique enzo eriona erjon ermal eugen eugenia evija ewa
    ewelina fabio fatjon fatos federica federico felicia fernanda filip filippa florentina florina florjan flutura
    francesco francisco franciszek gabija gabriela galina gavril genowefa genti georgeta georgi georgiana gezim
    gheorghe gianluca gintare giorgos giovanna giovanni giulia giuseppe gjergj gosia grazyna grzegorz guillermo
    halina halyna hanka hanna hedvika helga henrik henryk horia hristo hubert ileana ilie ilinca ilir ilirjana ilona
    ilze ines inesa inese inessa inna ioan ioana ionel ionela ionut ionuţ irena irina irma iryna isabela iulia
    iulian iustin ivana ivanka iveta ivo iwona iza izabela jacek jadwiga jagoda jakub jana janek janina janusz
    jaroslaw javier jelena jerzy jiri joana joao jolanta jolita jordi jorge jose jozef juan judita julija julita
    juraj jurgita juris justyna kacper kamil kamila karel karin karina karol karolina kasandra kasia katarina
    katarzyna katerina kateryna katia katinka kazimierz khrystyna kinga klara klaudia klaus klodian konrad
    konstantin kornelia kristaps krystian krystyna krzysztof ksenia ksenija kuba kujtim kyrylo lacramioara ladislav
    laima larisa laszlo laurentiu lavinia lech leka lenka lenuta lesya leszek lidia liga ligia lilia liliana lilya
    lina liridon lirije liubov liudmila liudmyla livia loredana lorena loreta luan lubomir luca lucian luciana lucie
    lucjan lucyna ludmila ludmyla luigi luis luiza lukas lukasz luljeta luminita lyubov lyudmila maciej madalin
    madalina magdalina majlinda maksim maksym maksymilian malgorzata malina manuel manuela mara marcela marcin marco
    marek mareka margareta margherita mariana mariann maricica mariia marika marin mario mariola mariusz mariya
    mariyka markas marko marta martyna marzena masha matei mateja mateo mateusz matteo matthias mergim micha michal
    michalina mihaela mihai mihail mikhail milda milena milica milos mimoza mioara mircea mirela mirjeta mirka
    miroslav miroslaw miruna monika mykhailo mykola nadezhda nadiya nadja narcis nastya nataliia natalija nataliya
    ndoc nela nelu nenad nicolae nicolai nicoleta nikita nikola nikolai nikolay nikolina nikos ninel oana octavian
    odeta oksana oktawia oleg oleh oleksandr oleksandra oleksiy olena olenka olha oliwia olya oresta ornela ovidiu
    paola paolo paraschiva patrik patrycja paulina pavel pavlina pavlo pavol pawel pedro petar petro petronela petru
    piotr polina przemyslaw qendrim rada radek radka radoslaw radu rafal raisa raluca ramon ramunas rasa rasmus
    razvan regimantas renata renate ricardo rodica roksana romana rovena roxana rozalia rudina rumen ruslan ruslana
    ruta ryszard sanda sandu sebastiano sergei sergey sergio sergiu serhii serhiy shkelqim shpresa silviu simona
    skender sladjana slavka slawomir snezana snezhana sofiia sofija sofiya sokol solomiya sorin sorina stana
    stanislav stanislaw stanka stasia stefana stefania stefano stefka svetla svetlana sviatoslav svitlana sylwia
    szymon tadeusz taras tatiana tatjana tatyana teodor teodora tetiana tetyana teuta tiberiu timea timofey tomas
    tomasz traian tudor ugne urszula vadim vaida valbona valentin valentina valentyna valeria valeriu valeriya valon
    vasil vasile vasilica vasyl vasylyna veronika vesna viktor viktoria viktoriia viktorija viktoriya violeta
    violetta viorel viorica virgil vita vitalie vitaliy vlad vlada vladimir vladislav volodymyr waclaw waldemar
    weronika wieslaw wiktor wiktoria wioletta witold wladyslaw wojciech xhensila xhevahire yana yaroslav yaroslava
    yelena yevgenia yevhen yevheniia ylli yulia yuliana yuliia yulija yuliya yuri yuriy zamira zbigniew zdenka zef
    zhanna zigmund zita zivile zlata zlatka zofia zoltan zoriana zosia zsofia zsuzsanna zuzana zygmunt
"""

_AFRICAN = """
    abdi abdirahman abdullahi abeba abebe abena abeni abiodun abiola abosede abrehet abshir adaeze adanna adaora
    adebayo adebisi adebola adedayo adejoke adekunle adenike adeola adesola adesuwa adetola adetoun adewale adiam
    adjoa adunni afia afua agbeke aissatou akinyi akosua akua akwasi akwete alem almaz amara amarachi ameh aminata
    anan anwuli araba ariam arinze asad asantewaa ayaan ayana ayo ayodeji ayodele ayomide ayotunde azeb azubuike
    babajide babatunde bamidele bereket berhane bezawit bilan biniam birhane biruk bolaji bolanle bosede buchi
    bukola chiamaka chiara chibuike chibuzor chichi chidera chidi chidiebere chidimma chidinma chiedza chiemeka
    chijioke chika chikondi chima chimamanda chinaza chinedu chinelo chinenye chinonso chinwe chinyere chioma chipo
    chisom chukwudi chukwuemeka chukwuka chukwuma damilola dapo dawit dayo deqa ebele ebere ebube edafe efua ekaete
    ekene ekua emeka enitan enobong eseosa esohe eto ewurama eyerusalem eyob faduma fadumo farai faraja farhiya
    fartun fatou fatoumata feven fikirte filmon fisayo folasade folashade fowsiya freweini funke funmi funmilayo
    funmilola gbemisola genet ghirmay gloriah guled haben habiba habtom hadiza hagos halimo hamdi hauwa hibaq hirut
    hiwet hodan hodo idowu idris ifeanyi ifeoma ifrah ifunanya ijeoma ikechukwu ikenna ilhan isatu isioma istahil
    itohan iyabo iyore jelani kagiso kaltun kamara kamau kelechi kenechukwu khadija khadijah khadijatou khadra
    khadro kidane kidist kifle kokumo kwabena kwadwo kwaku kwame kwesi ladan lekan lemlem lerato liban lidya lindiwe
    luwam mahlet makda makena mamadou mamoud mandla mariama mariatu mbali meaza mehret mekdes meron meseret mihret
    modupe moremi mosun motunrayo mpho msonda mukami mulki mulu mwangi najma nakato naledi nalubega namukasa nardos
    nasiche nasteho natnael natukunda ndidi nehanda ngozi nimco nimo njeri njoki nkechi nkechinyere nkem nkiru
    nkiruka nkosana nnamdi nneka nnenna nokuthula nolwazi nomsa nomvula nonhlanhla nosipho nthabiseng ntombi nyarai
    nyasha obehi obiageli obinna obioma odunayo ogechi oghenekaro ogonna okechukwu okey okoro olabisi olamide
    olanrewaju olayinka olu olubunmi oluchi olufemi olufunke olumide oluremi olusegun oluseun oluwaseun oluwatobi
    oluwatoyin omolara omosede omotola onyeka onyinye onyinyechi opeyemi osagie osaretin osaro osas osasere osayi
    oumou ousmane oyelola qamar rahwa robel ronke rotimi rudo rukayat rumbidzai ruqiya sagal sahra samira samrawit
    saratu seble segen segun selam selamawit semhar senait senay shukri sibongile simisola sindi siphiwe soyinka
    sucdi suleqa tade tapiwa tariro tatenda tekle temesgen temilola temitope temwa tendai tesfay tesfaye thandeka
    thandi thandiwe themba tigist tirhas titilayo tobi tochukwu tokunbo toluwani tonderai tsega tsegay tsehay tsitsi
    tunde tunji ubah uchechi uchenna ugochi ugonna ukamaka uloma uzoma vimbai wambui wangari wanjiru warsame weini
    winta yaa yasir yebio yejide yemi yetunde yewande yinka yodit yohana yohannes yonas yordanos zainabu zamzam
    zanele zawadi zebib zemen zewdi zodwa zulaikha zuri
"""

_ASIAN = """
    aadil aafreen aaisha aamir aamna abbas abdul abdulla abdullah abdulrahman abeer abeera abid abida abubakar
    achara adeel adeela adil adnan afsana afshan afzal ahlam ahmad ahmed ahsan aiko ailin aisha aishah aisyah ajay
    ajit akbar akiko akram aleena aleeza alia aliya aliyah almas alon amandeep amar amardeep amarjit ameer ameera
    amir amira amirah amit amjad amna amrit amrita analyn anand anisa anish anjali anjum ankita anong anum anushka
    anwar apinya arash ardeshir areeba arif arisa arjun arnel aroon arshad arun aruna aryan ashok ashraf asif asim
    asiya asma asra atif atiqa ayan ayat ayaz ayesha ayla aylin ayse aysha aziz aziza azra babar bahar bahareh
    balbir baljit balwinder banu bao bashir basma bassam batool bayani begum behnaz benjawan bich bilal bilqis
    bituin boonmee busaba bushra chaiya chalerm chanya chau chenxi chunhua chutima cuc cuong daanish daljit danilo
    danish dao darya deepa deepak deepika diem diep dieu dilip dilshad dinesh dinh divina duangjai duong elham elif
    elnaz emaan eman emre esra evangelista fadi fadia fadwa fah fahad faheem fahmida faisal faiza faizan farah
    fareed fareeda farhan farhana farida farideh farooq farrukh farzana fatemeh fathima fatima fatimah fatma fatmata
    fawad fawzia fayza fehmida feroza firas firoza fouzia fozia furqan gauri geeta ghada ghazala ghulam giang gita
    gopal guang gulnaz gulshan guo gurdeep gurinder gurjit gurpreet habib hadia hafsa hafsah haider haiyan hajra
    hala haleema halima halimah hamid hamida hamza hana hanan haneen hanh hani hania haoran hardeep hareem haris
    harjit haroon harpreet hasan hassan hassina hatice haya heba hieu hina hira hoai hoang huan huang huma humaira
    humza hussain hussein huy huyen ibrahim ibtisam ikra ilyas imad imran imrana inaya inayat indira iqbal iqra iram
    irfan irsa ishaan ishrat ismail isra israa jabeen jalal jamal jameela jamil jamila jaspreet jasvinder jaswinder
    jatinder javed javeria jawad jaya jenalyn jennilyn jhoanna jiahui jianhong jiao jiaqi jiawei jiayi jingyi jinhua
    jintana jomar jovelyn junjie jyoti kaili kainat kaleem kamal kamran kanchana kanda kanokwan kanwal kanya karam
    karan karim karima kashif kaur kauser kavita kawther kenji khadeeja khaled khalid khalida khanh khansa khoa
    kiran kishwar kittisak komal kulap kuldeep kulsum kulwinder kunal laiba lailani lakshmi lalita lamai lanh latifa
    lawan leena leyla liang ligaya lihua lijuan lourdes lubna lujain luningning luzviminda maha maheen mahira
    mahmood mahmoud mahnoor mahsa maira majid majida malak malee malik malika manal manjit manpreet maqsood maribel
    maricar maricel marilou marites mariyam marwa maryum masood masuma mayada meena meera mehak mehdi mehmet mehreen
    mehwish meihua meiling memoona merlinda mingmei minzhu mitra mitsuko mohamad mohamed mohammad mohammed mohsin
    mojgan moneeb mubarak muhammad muhammed mujahid mukesh mumtaz munir murtaza musa mushtaq mustafa nabeel nabeela
    nabil nabila nadeem nadeen nader nadira naeem nafisa naghmeh nagina naheed nahid naila naima najia najib nargis
    nargiz narinder narong naseem naseer nasir nasra nasreen nasrin nattaya naveed navneet nawal nayab nazanin nazia
    nazir nazneen neda neelam neha nenita nga ngoc nguyet nhan nhi nhung nid nida nidhi nilofar nilufar nimra nisha
    nishat nongnuch noora noriko nosheen noura nousheen nuch nuha nura nusrat nyla omar omer omid orawan osama osman
    pailin panida parisa parminder parveen parvin patcharee payal pensri pervez phailin phuc phuoc phuong pim
    pimchanok pooja poonam prakash pranav pranee prasert pratima preeti preeya priya priyanka puja puneet qasim qian
    qiang quan quang quynh raafia rabia rabiya radhika raheel raheela rahila rahim rahima rahul raj rajesh rajinder
    rajiv rajni rakesh ramesh rania raniya ranjit ranya raquib rasha rashid rashida ratana rattana ravi ravinder
    raza razia reem reema rehana rehman reshma rhodora rida ridwan rima rimsha rishi ritu riya riyad rizwan rizwana
    rodel rohan rohini rohit rosalinda roshan rowena roya rubab rubina ruhi rukhsana rukhsar ruksana ruolan rupinder
    ruqayyah saad saadia sabeen sabiha sabina sabir sadaf sadia sadiq sadiya saeed saeeda safa safia safiya safiyah
    sahar sahil saif saima saira sajad sajid sajida sakda sakina salah saleem saleema saleh salem salim salima salma
    salman salwa samar sameen sameer sameera samia samina samir samiya sana sandeep sanjana sanjay sanober saowanee
    saqib saran sarfraz sarita sarmad sawsan seema sehrish shabana shabnam shadi shafiq shagufta shahbaz shahd
    shaheen shahid shahida shahla shahnaz shahzad shahzadi shaista shakeel shakila shakir shalini shama shamim
    shamima shamsa shanaz shanti shaoyi sharifa sharmin shazia shazma sheela sheetal sheeza shehla shehnaz sherin
    shilpa shirin shirina shoaib shruti shufen shumaila shyam sidra siew sima simran siraj sirikit siriporn sita siu
    smita sneha sobia sofiyan sohail somchai somjai somporn somsak sonal sonam sonika sukhdeep sukhjit sukhvinder
    sukhwinder sulaiman sulayman suleman sumaira sumaiya sumalee sumaya sumayyah sumera sumita sunil sunila sunisa
    sunita supaporn suphatra surinder surjit surya sushma suwanna swati syed syeda sze tabassum tahani tahir tahira
    tahmina taimoor talha tamana tamanna tanveer tanvir tanzeela tariq tasneem tayyab tayyaba tehmina tejinder
    teresita thanh thien thuan thuong thuy tida tiep tooba trinh truc trung tuyen tuyet ubaid ubon uma umair umar
    ume umm urooj usha usman uyen uzma vijay vikas vikram vinh vinita vinod vishal waan waheed waheeda wahida wajiha
    waleed walid wanida waqar waqas waseem wasim wassana weiwei wenjing wilai xiang xiao xiaohong xiaoli xiaoling
    xiaomei xiaoyan xiaoyu xinyi xiu xiuying xuan xuemei yanyan yaqub yara yasin yasmeen yingying yoko yousaf yousef
    youssef yuanyuan yue yuki yuli yuna yunxia yupa yuqing yusra yusuf yuting yuxin zaheer zahid zahida zahra zaid
    zain zaina zainab zakia zakir zarah zareen zarina zayd zayna zaynab zeenat zeeshan zehra zeinab zhihao zhong
    zhuo ziad zihan zixuan zohra zoya zubaida zubair zulfiqar zunaira
"""

_AMERICAN = """
    alejandra alejandro anabela angelica beatriz bianka bruna camila catarina consuelo cristiana daiana dayana
    eduarda elisa emanuel esmeralda esperanza esteban estefania fabiana fabiola flavia francisca gisela gisele
    graciela guadalupe gustavo ignacio imelda isaura ivanilda jacinta janaina jessyca jimena joaquin josefina
    jussara karolayne keila laisa leandro liliane luana luciene lucimar marcelo mariangel maricela marisol maritza
    miguel milagros mirta nayara neide nidia noemi pablo paloma pilar priscila rafael rafaela raimunda raul rayane
    rayssa rebeca rocio rodrigo rogerio rosangela roseli ruben sandro santiago solange soledad tainara talita
    tatiane tereza thais thiago vanusa vilma vitoria viviane wilson ximena yadira yamile yasmim yesenia zulma
"""

GIVEN = frozenset(" ".join((_SCOTS_AND_ENGLISH, _GAELIC, _EUROPEAN, _AFRICAN, _ASIAN, _AMERICAN)).split())

GIVEN_WORDS = frozenset(
    """
    abbey ace ada ade al alba alexa alexandria ali alva ama amal aman amber amina amity ana angel angus anh anise
    ansa ari aria art asa ash asha aster aurora autumn ava aya bae bailey bambi barbie baron basil bay bea beau
    bella belle bernie berry bess bill billy bing bishop bisi blair blanche blaze blessing bliss blondie blossom
    blue bo boa bob bobby bola bonnie brad brandi brandy breeze brook bruno bubbles buck bud buddy bunny buster cade
    cal candy captain carlton carol cash cassia chad chai chan charity charlie chas chase chastity cher cherish
    cherry chi china chip christian chuck clark cliff clover clyde cole comfort cookie cooper cora coral corin cosmo
    crystal cuddles cullen cynth dai daisy dakota dale dallas dan dandy darling dave dawn dean deb dee del den denny
    denver des desiree destiny devon dex diamond dick diesel dior divine doe dolly dom don dora douglas dove drew
    duke dung earl ebony ed eddy eden efe elm emerald esi essie eve faith fang fanny fay fen fern fleur flo flora
    florence florin fox foxy fran frank frankie free gabby gage gale garth gene genie gina ginger ginny glen glory
    goldie grace gracie grant gray guy gypsy ham hank happiness happy harmony harper harris hawa hazel heath heather
    henri henry herb hero holly honey hong hope hua hui hung hunter ida ima iman ina india indigo indy iona iris
    irvine isla israel issy iva ivory ivy jack jade jan janis jas jasmin jasmine java jay jaz jazz jean jed jem jen
    jia jian jie jin jing jo jock joe john johnny jon jordan joy jude july jun june kai kali karma kash kat kay kaye
    keith ken kendal kenya kerry kieu kiki kim kit kitten kitty kiwi kyle lacey lady lan lance laurel lavender lee
    leith len lennox les leslie lewis lex lien lil lily lin linden ling liv loan lorne lotus lou love lovely luz
    lynx mac maggie mai maia mali mandy margarita marina mark marlin mason mat mave max may maya mei mel melody
    mercy merit merle merry mick milky mimi min mindy ming minh misty mo mol molly mona monroe moray morgan muna
    myrtle naana nan nana nat neo nevada ngan nick nile nim noel nok olive opal orchid otis paddy pansy parker pat
    patience patsy patty paz peace peaches pearl peg peggy penny percy perry pete phoenix pia ping piper poppy
    precious preston princess pris prosper prudence qi qing queenie rab rae raine raja rani raven ray reggie reid
    rene rex rhea rhodes ria rich richie rick ricky rico rio river rob robin rocky rod roger roman rome romeo romy
    ron ros rose rosemary ross rowan royal royce ruby rue rui rung rusty saba sabine sahib sal sally sam samba sammy
    samson sandy santana sapphire sara sasha savannah saxon scarlet scarlett selim serenity shade shah shan shannon
    shaw shay shell sherry shiv shu sid silver simba simon skye skylar skyler sola sonny star starr stirling suda
    sue sultana summer sun sunan sunday sunny sunshine susie sylvan tabby taff taiwo tam tanner tao tara tatum tawny
    temperance terry thi thom thu tia tien tiger tigger tim tina tom tony topaz tope tran treasure tri trinity troy
    trudy ty uju ursa val valentine vegas verity vi vic victor victoria vida vienna vinnie viola violet virginia viv
    vixen wade walker wally wei wen wes whiskey will willow wills willy woody wren wyn xena xi xia xin xue yan yang
    yaw yen yi ying yong yoruba yu yuan yun zed zen zhen zheng zia zion
    """.split()
)

FAMILY = frozenset(
    """
    abbott abdi abdullah abdullahi abebe abercrombie aberdein abubakar adair adamczyk adams adamson adan addison
    adebayo adeleke aden adeniyi adewale adeyemi affleck afolabi agbaje agnew aguilar agyeman agyemang ahmadi
    ahmadzai ahmed aidoo aiken aird aitchison aitken aitkenhead ajayi akande akhtar akinola akintola akpan akram
    alabi alali alam alao albescu albu alemu alexander alhassan ali aliyu aljaber allan allardyce allen allison
    almeida alston alves alvi amadi ameen amin amiri amoah ampofo anderson andrews angelova anghel angus ankrah
    annan ansah anwar anyanwu araujo archibald armstrong arnott arshad arslan arthur asamoah asante asghar ashraf
    asif aslam aslan atkinson auchterlonie austin aydin ayodele azad azam aziz azizi babatunde baillie bain baird
    bak bakare balan balazova balfour ballantyne balogun bangura bannatyne bannerman barbosa barbour barbu barclay
    barr barron barrowman bartlett bartosik barzani bashir bauld bautista baxter beaton beattie begbie begg begum
    bekele bello bennett bennie berisha berzina berzins bethune beveridge bhatt bhatti bianchi bibi bilyk binnie
    birrell bisset bissett blackadder blackburn blackie blackwood blaikie blyth boakye boateng bogle bondar bonnar
    bonnyman boonsri borkowska borthwick botwe boyce boyd boyko boyle brannan breen bremner brennan brewster
    brezeanu brodie broome brotherston broughton brownlee bruce bryce bryden buchan buchanan buckley bucur bui buist
    burgess burke burnet burnett burnside burrell byrne bytyqi cadden caie caird cairney calder calderwood caldwell
    callaghan callan callander campbell cao cargill carlin carlyle carmichael carnegie carroll carruthers carson
    cassells cassidy castillo castro cathcart cattanach celik chaiyasit chalmers chan chang chaudhary chaudhry
    chaudhury chaudry chauhan chen cheng cheung cheyne chikwanha chima chinwe chisholm chiu choudhry choudhury
    chowdhury christie chu cieslak ciobanu clark clarke cleland clelland clements clifford clunie coburn cochran
    cochrane cockburn coghill coia cojocaru colburn collins colquhoun coltrane coman combe comrie condie conlan conn
    connachan connell connelly connolly connor conroy constantin conteh conti convery conway copland corbett cormack
    corrie corrigan costa costello coull coulter coutts covaci cowan cowie coyle coyne craigie cranston crawford
    crerar crichton cristea croitoru crolla crombie crosbie crowe cruickshank cruz cullen cunha cunningham
    cunninghame curran currie cuthbert cuthbertson czarnecka czerwinska dabrowska dalgleish dalglish dalrymple
    dalziel damian dang danylenko darboe darroch darwish dauda davidson davie davies davis dawson delacruz delaney
    deluca demarco demir dempsey dempster denholm dennis dervishi desai desta devine devlin dewar dhillon diallo
    dias diaz dickson dillon dima dimitrov dimitrova dinca dinh dinwoodie diop dobre docherty dodds dogan dogar
    doherty doig dominguez donachie donald donaldson donnachie donnelly donoghue doran dornan dougall dougan douglas
    dow dowie downie doyle dragan dragomir drummond drysdale dube duda dudek duffy duguid dumitrache dumitru dunbar
    duncan dunlop dunn dunne dunnett duong durie durkin durward duthie dvorak dyce eadie easton edgar edmond
    edmondson edwards egan elliot elliott ellis elmasry elphinstone elsayed enache erskine esposito esslemont evans
    ewart ewing eze ezeh ezenwa fairbairn fairful fairley fairlie fairweather farah farquhar farquharson farrell
    faulds fedorenko feeney ferguson fergusson fernandes fernandez ferrari ferreira ferrie ferrier fettes fiddes
    findlater findlay finlay finlayson finnegan finnie fitzgerald fitzpatrick fitzsimmons flaherty flanagan fleming
    fletcher flett flockhart florea flores flynn fofanah foley forbes fordyce forgan forrest forrester forson
    forsyth fotheringham fotheringhame foulis franchi franko fraser frew frizzell fullarton fullerton fulton fung
    fyfe gaffney gajda galbraith galbreath gallacher gallagher gallo galloway galt gammie gandhi garcia gardiner
    gardner garrett garrow garvey gashi gauld gault gebre geddes gemmell gemmill george georgescu georgiev georgieva
    gerrard ghani ghebremedhin gheorghe gibb gibson gilchrist gilfillan gillan gillanders gillespie gillies gillon
    gilmore gilmour gilroy girvan gjoka gladstone glancy gleeson glennie glover glowacka goldie gomes gomez gonzalez
    goodall goodfellow goodwin gorman gormley gorska goudie gourlay govan gow grabowska graham grainger grassie
    greco greenan greenhill greenock greenshields greer gregor gregory greig grewal grierson groat grogan gul guo
    gupta guthrie gutierrez habibi haddad hagan haggart haggarty hagos haidari haig haile hakimi halcrow haldane
    halkett halliday hama hamdan hamid hamill hamilton hanlon hanna hannah hannigan haque hariri harkin harkins
    harkness harrigan harris harrison hartley harvey harvie hashmi hassan hastie haughey hawkins hawthorne hazlett
    heaney heddle hegarty heggie henderson hendrie hendry henry hepburn herbert herrera herriot hersi hesketh hewitt
    higgins hirsi hislop hoang hodge hodgson hogarth holmes honchar honeyman horbach horne horsburgh horvat horvath
    hossain hosseini houliston houston howard howat howatson howden howie howieson hoxha hoy hristova hrytsenko
    huang hughes hume hurley hussain hussein hutcheon hutcheson hutchinson hutchison hutton huynh hyder hysa hyslop
    ibrahim idowu igwe ilie iliev ilieva imlach imrie inglis ingram inthachai iordache iqbal ironside irvine irving
    isbister islam ismail ivan ivanenko ivanov ivanova izatt jabbar jackson jaffray jalloh jallow jama jamieson
    jankauskas jankowska jardine jarvie javed jaworska jeffrey jenkins jessiman jimenez johal johnson johnston
    johnstone jones joyce kabir kaczmarek kaewkla kalinowska kalnina kamara kaminska kane karim karimi kassim kaur
    kavanagh kaya kazlauskas kazlauskiene keane kearney keating kebede keegan keenan keene keir keith kellas
    kelleher kelly kelman kelso kemp kennedy kenny kerr kerrigan khalid khamphan khatun khokhar khoury kiernan
    kilbride kilbryde kilgour kilic kilpatrick kinghorn kinloch kinnaird kinnear kinsella kirkcaldy kirkland
    kirkpatrick kirkwood klimek knowles knox kola kolesnyk kone korkmaz koroma kovacs koval kovalchuk kovalenko
    kowalczyk kowalska kowalski kozak kozlov kozlowska krasniqi kravchenko kravets krawczyk krol kubiak kucera
    kucharska kumar kuzmenko kwok kyle lacatus lafferty lai laidlaw laing laird lambie lamont landels langlands
    larkin lau lauder laurenson laurie lavery lawal lawrence lawrie lawson lazar leask leckie ledingham leggat
    leggate leishman leitch leka lennie lennon lennox leonard leslie letham leung lewandowska lewis liang liao
    liddell liddle liepa lightbody lim lin lindsay linklater lis lithgow liu livingston livingstone lleshi loch
    lochhead lockhart lockie logan logie logue lopez lorimer lothian loudon lough lovie lowe lowrie loynd lumsden
    lungu luong lupu lyall lynn lyons lysenko macaskill macaulay macdonald macdougall macfarlane macgregor machado
    maciejewska macinnes macintyre maciver mackay mackechnie mackenzie mackie mackinnon maclachlan maclaren maclean
    maclellan maclennan macleod macmillan macneil macphail macphee macpherson macqueen macrae macrury macsween
    macvicar magee maguire mahamud mahmood mahmoud mahon mahoney maitland majewska mak malcolm malik malinowska
    malloch mallon malloy manea mansaray manson mansour marchenko marciniak marin marino marques marr martinez
    massie masterton matei matheson mathie mathieson matthew matthews maule mavor maxwell mazur mccabe mccall mccann
    mccarthy mccartney mcclure mcclymont mccoll mcconnell mccormack mccormick mccorquodale mccracken mccreadie
    mcculloch mccusker mcdade mcdermott mcdiarmid mcdonagh mcdonald mcdougall mcdowall mcewan mcewen mcfadden
    mcfadyen mcfarlane mcgarry mcgarvey mcghee mcghie mcgill mcginlay mcginley mcglynn mcgovern mcgowan mcgrath
    mcgregor mcgroarty mcguigan mcguinness mcguire mchugh mcilroy mcilwraith mcinally mcinnes mcintosh mcintyre
    mcivor mckay mckean mckechnie mckee mckellar mckendrick mckenna mckenzie mckeown mckerracher mckie mckillop
    mckinlay mckinnon mclaren mclaughlin mclay mclean mcleish mclellan mclennan mcleod mcluskey mcmahon mcmanus
    mcmaster mcmenemy mcmillan mcnab mcnair mcnally mcnamara mcnamee mcnaughton mcneil mcneill mcneish mcnicol
    mcnulty mcpake mcphail mcphee mcpherson mcquade mcqueen mcqueenie mcrae mcrobbie mcshane mcskimming mcsorley
    mcsporran mcswiggan mctaggart mctavish mcvey mcvicar mcwhirter mcwilliam mcwilliams mearns mechan mehari mehmood
    mehta meikle meiklejohn meldrum mellis melnik melnyk melrose melville melvin mendes mendoza mensah menzies
    merrilees metcalfe miah mian michalak michalska michie middleton mihai mihalache millar milligan milloy milne
    milroy minto mirza mitchell mitrea mocanu moffat moffatt mohamed mohammad mohammadi mohammed mohamud moir
    moldovan mollison molloy monaghan moncrieff moncrieffe moncur monteiro monteith montgomery moodie mooney moradi
    morales moran moraru moreira moreno morgan moriarty moroz morrice morris morrison mortimer morton moskalenko
    mowat mowatt moyo mpofu mroz muca mughal muir muirhead mukherjee mulholland mullen mulligan mullin mulvey munir
    munn munro munteanu murchison murdoch muresan murison murphy murray murtaza musa mustafa mutasa mwangi myles
    myron nadeem naeem nagy nair nairn naismith najjar napier naqvi nardini nascimento nasir nasser navarro nawaz
    ncube ndlovu neagu nedelcu negru neil neill neilson nelson ness newall newlands ngo nguyen nichol nicholas
    nicholl nicholson nicol nicoll nicolson nikolov nikolova nimmo nisbet nistor nita niven nkrumah nnamdi nolan
    noonan noori norrie norris novak novotna nowak nowakowska nunes nur nwachukwu nwosu nyoni oag oakley obeng obi
    oboyle obrien ochieng oconnell oconnor odhiambo odonnell odonoghue oduya ofori ogg ogilvie ogilvy ogunbiyi
    ogunleye ohagan ohara ohare okafor okane okeefe okeke okoli okonkwo okoro okoye olaniyan olawale oleary oliphant
    oliveira oliver oliynyk olszewska olusanya omalley omand omar omer omondi oneil oneill ong oni onuoha onyeka
    opoku oprea oreilly ormiston orourke orr orrock ortega ortiz osborne osei osman ostrowska osullivan oswald
    otoole owens ower owusu oyedele oyelaran oyelola oyinlola ozola ozturk pajak pana panchenko parker parveen patel
    paterson paton patrick patterson pattison paul pavel pavlenko pawlak pawlowska payne pearson peddie peden penman
    pennycook pereira perez petrauskas petre petrenko petrie petrov petrova pettigrew pettigrue pham phan philip
    philips phillips philp phromma pietrzak piotrowska pirie pitcairn pithie platt polat polishchuk polland pollock
    polson ponomarenko popa popov popova porteous potts pratt preda preston prifti pringle proudfoot provan purdie
    purdon purves qian quigley quin quinn qureshi radu rae raeburn raffan rafferty rafiq rahimi rahman ralston rama
    ramage ramirez ramos ramsay ramsbotham ramzan rana rankin rankine rashid rathore rattray raza razzaq redmond
    redpath reekie regan rehman reid reilly renfrew rennie renton renwick reynolds rezaei rhind riach riaz ribeiro
    richards richardson richmond riddell riddoch rigby rinaldi riordan ritchie rivera robb roberts robertson
    robinson robson rocha roche rodger rodgers rodrigues rodriguez rogan rogerson rojas rollo romanenko romero
    ronald ronaldson rooney rosie ross rosser rossi rostas rosu rowan roxburgh rudenko ruiz russell russo rusu
    rutherford ruthven rutkowska ryan sabbagh sadowska saeed saelee saetang sahin salazar saleem saleh salih samatar
    sanchez sanderson sandhu sandilands sandu sangster sani santos sarwar sattar saunders sava savchenko scobbie
    scobie scollay scott scougall scoular seath sediqi sekibo selkirk sellar semple serban sereda serrano sesay
    seton shafi shaheen shahid shaikh shand shannon sharif sharkey sharma sharpe sheddon shehu shen sheridan
    shevchenko shevchuk shiels shirlaw sibanda sibbald siddique siddiqui sidhu sidorenko sikora sikorska silva simm
    simms simpson sinclair singh skene slater slaven slavin smeaton smellie smillie smirnov smirnova smyth snedden
    sneddon soares sobczak sohal sokolov solomon somerville sosa souness sousa soutar souter souza spalding speirs
    spencer spiers spowart sproat sproul sproule srisuk stan stanciu stanikzai steedman steele stenhouse stephen
    stephens stephenson stepien steven stevens stevenson stewart stirling stirton stobbs stoddart stoica storie
    storrie stott stoyanov stoyanova strachan strang strathdee struthers stuart sturrock suarez suciu sula sule
    suleman sutherland suttie suwan svobodova swanson sweeney swinton sydorenko syed sykes syme symington szabo
    szczepanska szewczyk szymanska tadesse tahir tait tanase tannahill tariq tasker tavares teixeira tekle telfer
    tembo templeton tennant tervit tesfamariam tesfaye thain thom thomas thompson thomson thongchai thorburn
    thornton threadgold tierney timmins tinney tkachenko tkachuk todorov todorova toma tomaszewska tomczak torrance
    torres tosh toska toth touray townsley traill trainor tran traynor trinh troup truong tsang tshabalala tsoi
    tudor tudose tulloch tully turay turcu turnbull tweedie twigg tymoshenko uche uddin ullah umar ungureanu urie
    urquhart ursu usman uzoma valdez valente varga vargas vasile vasilev vasquez vass vaz vega veitch velasquez
    villanueva vlad voicu volkov voloshyn vu waddell walczak wallace wallis walsh wang wanjiku wardlaw wardrop
    wardrope wariboko wark warnock warsame wasik waterson waterston watson watters waugh webster wei weldu wemyss
    westwater whelan whiteford whitehead whitelaw whyte wieczorek wightman wilk wilkie wilkinson williams williamson
    willis willox wilson winton wishart wisniewska witkowska wojcik woldu wong wongsa wotherspoon wozniak wrobel wu
    wylie wyllie wysocka xhafa xie xu yadav yau yeats yeboah yeung yilmaz yohannes yordanova yorston youngson younis
    yousaf yuen yuill yusuf zabel zafar zajac zakrzewska zalewska zaman zamfir zawadzka zeka zhang zhao zheng zhou
    zhu zhuk zielinska ziolkowska zulu
    """.split()
)

FAMILY_WORDS = frozenset(
    """
    abbot am an angel archer armour ash auld ba bacon bah bailey baker ball ban banks barber barker barrie barrow
    bean beard beck bell berry best bird bishop black blood bloom blue bojang bolt bond booth bose bowie bowman
    braid brand bridge bridges briggs bright brogan brook brooks brown buck bull bullock bunting burn burns bush
    butcher butler butt cable cairns camara cameron cannon carpenter carr carter cash castle ceesay chambers chance
    chapman charters chase chin cho chow chung church cisse clay clerk cliff coffey cole coles collie cook cooke
    cooper cope cotton couper court cowboy cox crabb craft craig cramb crane craven crawley creed crook crooks cross
    crow cumming cummings cutler dale daly danso dar darling das day deacon dean deans death deer deng dey dia dick
    dickie din ding do doan dolan dove drammeh draper drew drum duff duke dutta eagle east elder english fairly
    falconer fall fan fang farmer farr feng fenton field fields finch fish fisher flood flowers ford forde forest
    fortune foster fowler fox freeman french friend frost fry fuller gale gamble gao garland gates gaunt gay gentle
    gentleman ghosh gibbons gill glass glen goad gold gong good goodman goose gordon gore grace grant graves gray
    green greener grey grieve grimes groom grove groves gunn guy ha hall han hand hardie hardy harper harrow hart
    hastings haven hawk hawthorn hay hayes hazel he head heard heath herd heron hill hind ho hogg holder holland
    hollow holt home hong hood hook hope hopkins horn hornby hou house howe hu hung hunt hunter hurst hurt husband
    hyde ice innes ion ireland iron irons jack jain james jay jia jiang jin johns jolly jordan joshi joy judge
    justice kang kay keen keita kettle keys khan kidd kilt kim king kirk kitchen knight ko kong kuang lake lal lam
    lamb lambert land lane lang large law lawless lea leach lee leek lees lemon li lieu lily little lo lock lodge
    long loo lopes lord love low lu luck luke luo lynch lyon ma macintosh mackintosh madden main mair major malone
    mann mantle marks marsh marshall martin mason masters may mayor meadows meek meng mercer merchant merry miles
    mill miller mills mitten mo mok mole monk moody moon moore more morrow moss mount mountain moy mui mundy nash
    nath ndiaye neal neat newman newton ng nice noble noon north oak oaks oh old orchard pace packer pagan page
    paine paisley pal palmer pan park parks parr parsons patience peace peacock pearl peat pence peng perks perry
    peters petty piece pike pine pinto piper plant plenty pole pollard poole poon pope porter potter pound power
    powers prentice price pride priest primrose prince prior proctor proud pryor purse qi quick rain raja ram rao
    raven read reading ready reeves rice rich ridge ring rising risk rivers roach road rock rodd roger rogers rolls
    rook room rose rough rowe roy rush sage salmon salt sand sands sanneh savage saville sawyer say sayers scullion
    sea seal seed sellers sen service shah shanks sharp shaw shearer sheikh shepherd sherry shi shields ship short
    silk sillah silver sim simmons sin singer singleton skinner slack sloan small smart smith snow so sole somers
    song sonko sow spark sparks spear spears speed spence spring spry squire stables staff stamp stark steel
    sterling stock stone stones storm strange street stringer strong sturgeon style styles sultan summer summers sun
    swan sweet swift swindle tailor tam tan tang tao taylor teal temple thorn tian tiller to tocher todd toll toner
    tong tongue tough toure towers town towns toy trainer traore trench trip trotter true tse turner twist tyler
    tyre urban usher vale van vance vane vine wade wake walker wall walls wan wands ward waters watt watts way webb
    weeks weir well wells welsh west wheel wheeler white whittle wild wilde wills winning winter wise wolf wood
    woods woodward wool worth wren wright xia xiang xiao yan yang yao yard ye yi yin yip yong york young younger yu
    yuan yule zeng
    """.split()
)

# fmt: on
