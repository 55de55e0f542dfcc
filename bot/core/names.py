"""Names that people in Scotland have, in small plain letters: given names and family names, from many languages.

A name in ``GIVEN`` is hardly ever anything else, so it is taken for a person wherever it stands. One in ``GIVEN_WORDS``
is also a word, a month, a place, a drug or a service, so it counts only where the sentence speaks of a person. The
same holds for ``FAMILY`` and ``FAMILY_WORDS``. Nobody's list of real people was used.
"""

# fmt: off
_GIVEN_SCOTS_AND_ENGLISH = """
aaliyah aaron abbie abbey abby abigail ada adam adele adrian aeneas agatha agnes aidan aiden ailsa aileen ailidh ailie
aimee ainslie aisling aiza alan alana alanna alasdair alastair alistair alister alison allison alec alex alexa alexander
alexandra alexandria alexis alfie alfred alice alicia alisha alix allan allana allen ally alma alyssa alyson amanda
amelia amelie amy amie anabel anastasia andrea andrew andy angela angelina angie angharad anita ann anna annabel annabelle
annalise anne anneliese annemarie annette annie anthea anthony antony antonia arabella archibald archie aria ariana ariella
arlene arthur arya ashleigh ashlee ashley ashton athena audrey aurora ava avril ayden
barbara barclay barney barry bartholomew beatrice beatrix becca beckie becky belinda bella ben benjamin bernadette bernard
bernie bert bertha beth bethan bethany betsy bettina betty beverly bev bianca billie billy blanche blake bonnie boyd brad bradley
brandon brenda brendan brendon brian briana brianna bridget britney brodie brogan bronagh bronwyn brooke brooklyn bruce bryan
bryce bryony
caitlin caitlyn caitriona calum callum calvin cameron camilla cammy candice cara caris carly carla carlie carlyn carmel carmen carole
caroline carolyn carrie carrieann carson cassandra cassidy cassie catherine cathie cathy catrina catriona cecilia celeste celia
chantal chantel chantelle chanel charlene charles charlotte charmaine chelsie cheryl chloe chris chrissie christian christie
christina christine christopher ciara cian cillian claire clara clare clarissa claudia clementine cody colette coleen colin colleen
colm connie connor conor conrad constance cora coral coralie cordelia corinne cormac corey cory courtney craig cristina crispin
curtis cynthia
daniel daniella danielle danny daphne darcy darren darryl daryl dave david davie davina dawson dayna deb debbie deborah declan
deirdre del delilah della demi denis denise dennis denny derek dermot desmond devlin diana diane dianne dillon dolina dolores dominic
donald donalda donna donny donovan dora doreen doris dorothy dougal dougie doug dougal duncan dylan
eamon eamonn earl eddie edgar edina edith edmund edna eduardo edward edwin edwina effie eileen eilidh eilish eleanor elena eliana
elisabeth elisha elise eliza elizabeth ella elle ellen ellie elliot elliott ellis eloise elouise elsa elsie elspeth emelia
emilia emilie emily emma emmanuel emmeline emmie emmy enid eric erica erika erin ernie esme esmee esther ethan ethel etta euan ewan
ewen eugene eugenie eunice eva evan evangeline evelyn evie
fearghas felicity felix ferelith fergal fergus fearne finbar findlay finlay finley finn finnian fiona fionnuala flora florrie
francesca frances francine francis frankie fraser freda freddie frederick freya
gabriel gabriella gabrielle gail gareth garry gary gavin gaynor gemma genevieve geoff geoffrey george georgie georgina gerald
geraldine gerard gerry gertrude gianna gideon gilbert gillian gillies gina giselle gladys glenda glenn glenys gloria gordon graeme
graham greg gregor gregory greta gretchen greer griselda guinevere gus gwen gwendoline gwyneth
hailey haley hamish hannah harley harold harriet harrison harry harvey hattie hayden hayley heidi helen helena helene henrietta
henry herbert hermione hilary hilda hollie howard hugh hughie hugo humphrey hunter
iain ian ida imogen ina indie inga ingrid innes irene irvine isaac isabel isabella isabelle isadora isha isha ishbel isidore isla
isobel isolde issac ivan ivor izabella izzy
jacintha jackie jacky jacob jacqueline jacqui jaden jayden jaiden jaime jake jakob james jamie jamielee jan jancis jane janet janette
janice janie janine janis jared jasmin jasmine jason jasper jaxon jaxson jayne jean jeanette jeanie jeannie jed jeff jeffrey jemima jemma
jen jenna jennifer jennie jenny jeremy jermaine jerome jerry jess jessa jesse jessica jessie jill jillian jim jimmy joan joanna
joanne jocelyn jodie jody joe joel joey johan johanna johnny johnnie johnston jon jonah jonathan jonny jools josef joseph josephine
josh joshua josiah josie joyce juanita judith jude judy jules julia julian juliana julie juliet juliette justin justine
kaci kacey kai kaitlin kaitlyn kaleb karen kara karl karla karlie karrie kasey kate katelyn katherine kathleen kathryn kathy katie
katrina katriona katy katya kay kaya kayden kaye kayla kaylee kayleigh keeley keelan keira keiran keith kellie kelly kelsey kelsie kelvin
ken kendall kenna kenneth kenny kenzie keri kerri kerry kerryann kev kevin kian kiara kiera kieran kiernan kim kimberley kimberly kirk
kirsteen kirsten kirstie kirstin kirsty kitty kris kristen kristie kristin kristina kristine kristopher kyla kyra kylie kyle
lachlan laila lainey lana lara larissa larry laura laurel lauren laurence laurie lawrence lawson layla leah leanne leanna lee leeann
leigh leighann leighton leila lena lennon lennox leo leon leona leonard leonie leonora leroy lesley leslie leticia letitia levi
lexi lexie liam liana libby lila lilah lilian lillian lillias lilly linda lindsay lindsey linsey linsay linzi lisa lisabeth
livvy liz liza lizzie lizzy lloyd lochlan logan lois lola loretta lorna lorne lorraine lottie lou louie louis louisa louise lucas lucia lucille
lucinda lucy luella luke lulu luna lydia lyla lyle lyndsay lyndsey lynette lynn lynne lynsay lynsey lyra
mabel mackenzie maddie maddison madeleine madelyn madison mae maeve magda magdalena maggie magnus mairead mairi maisie
malachy malcolm mandy manus marc marcella marcia marcus margaret margarita margery margo margot marguerite maria mariah mariam marian
marianna marianne marie mariella marilyn marion marissa marjorie marlene marlon marsha martha martin martina martyn mary maryam
maryann marybeth maryjane matilda matt matthew mattie maud maude maura maureen maurice mavis maxine maxwell megan meg mel melanie melinda melissa
mercedes meredith merle mhairi mia micah michael michaela micheal michelle mick mickey mikaela mikayla mike mikey mildred miles millicent millie
milo mina minnie mira miranda miriam mirren mitchell moira mollie molly mona monica monique montgomery morag moray morgan
morna morna morven morvern moyra muireann muirne muriel murdo murdina murdoch mya myles myra myrtle
nadia nadine nairne nan nancy nanette naomi natalia natalie natasha nathan nathaniel neave ned neil nell nellie nessa nettie neve nevin
niall niamh nichola nicholas nicky nickie nicol nicola nicole nicolas nigel nina ninian noah noel noelle nola nona nora noreen norma norman norrie nuala
oisin olga oliver olivia ollie oona orla orlagh orlaith oscar oswald otto owen ozzy
paddy paige pam pamela pansy pascal pamela patricia patrick patsy patti pattie patty paul paula paulette pauline pauly peggy penelope
perry peter petra petula phil philip phillip philippa philomena phoebe phyllis pippa polly priscilla
quentin quinn
rab rabbie rachael rachel rae ralph ramona ramsay randall randolph raquel raymond rea reanne rebecca rebekah reece reese regina
reid reis reuben rhea rhiannon rhian rhoda rhona rhonda rhuaridh rhys ria riane richard richie rick rickie ricky rikki riley rita
robbie robert roberta roberto roddy roderick rodger rodney rogan roisin roland rona ronald ronan ronnie rory rosa rosaleen
rosalie rosalind rosalyn rosamund rosanna rosanne roseann roseanna roseanne rosemarie roselyn rosie roslyn rosina rosslyn roxanne roxy roy ruairi
ruairidh ruaridh rudi rufus rupert russ russell ruth ruthie ryan
sabrina sadie sally salome samantha sammi sammy samson samuel sandra sanjeev sara sarah sarahjane sasha saskia saul scarlett scarlet scott
seamus sean seanna sebastian selena selina senga seona seonaid serena seth shane shania shanice shannon sharleen sharon sharron shaun shauna shaunna shaw
sheila shelagh shelby shelley shelly shena sheona sheree sheryl sherri sherry shereen shirley shiv shona shonagh shuggie shug
sian sidney sienna sigrid silvia simon simone sinead siobhan sofia solomon sondra sonia sonja sonya sophia sophie spencer
stacey stacie stacy stan stanley stefan steffi stella steph stephan stephanie stephen steve steven stevie stewart struan stuart
susan susanna susannah susanne susie suzanne suzie suzi suzy sybil sydney sylvia
tabitha taggart tallulah talia tamara tammy tamsin tania tanya tara tasha taylor teagan ted teddy terence teresa teri terri terry tess tessa thea
thelma theo theodora theodore theresa therese thomas thomasina tia tiana tiegan tiffany tillie tilly tim timothy tina toby todd tom tommy toni tony
tonya torquil tracey traci tracie tracy travis tricia trina trish trisha tristan trudy tyler tyrone tyra
una ursula
valerie vanessa vaila vera verity veronica vic vicki vickie vicky victor vikki vincent viola virginia vivian vivien vivienne
wallace walter wanda warren wayne wendy wesley whitney wilfred william willie wilma winifred winnie winona
xander yasmin yasmine yolanda yvette yvonne zac zach zachary zak zander zane zara zelda zena zoe zoey zuzanna
"""

_GIVEN_GAELIC = """
aonghas artair beathag beitidh cairistiona calman cailean cairiona cairistìona catriana ceit ceana ceitidh coinneach
colla criosaidh daibhidh deorsa diorbhail domhnall donnchadh dughall ealasaid eachann eachainn eoghan eilionoir eimhir fearchar
fearghus fionnlagh floraidh fionnghal ghillies giorsal goiridh iagan iomhar iseabail ishbal lachlann leagsaidh lileas mairghread
mairearad mairi marsaili moireach morag muireall murchadh neacal niall oighrig peadar peigi raghnall raghnaid raibeart raonaid ruaraidh
ruiseart sandaidh seonag seonaidh seoras seumas sìle sile sileas sine siusaidh somhairle teàrlach tearlach tormod uilleam uisdean ùna
caoimhe aoife saoirse eabha sadhbh grainne maire padraig sorcha tadhg ciaran ruadhan diarmuid fiadh clodagh eimear
"""

_GIVEN_EUROPEAN = """
adela adriana adrianna agata agnieszka alba albin alena alessandra alessandro alessia alexandru alexei alfredo alicja alina alona
alojzy amalia anamaria anca anda andreea andrei andrej andres andrzej andriy angelika anica aniela anka anton antoni antonina antonio
ariadna arkadiusz arkadi artem artur arturo aurelia aurel aurelija aušra beata bogdan bogdana boguslaw borys bozena branislav bronislawa
camelia carlo carlos carmela carolina catalina catalin cezary cezar claudiu corina cornel cornelia cosmin costel costica costin cristian
crina czeslaw dagmara dainius damian dana danica daniela daniele danuta daria darina dariusz darius dario denisa denys diego dinu
dimitar dimitri dimitrios dina dmitri dmitro dmytro dorel dorina dorota doina dragan dragos dumitru edita edyta egle ekaterina elene eleni elina
elisabeta elka elvira elwira elzbieta emil emilian emiliya enrique enzo erika eugenia eugen ewa ewelina fabian fabio
federica federico felicia fernanda fernando filip filippa florentina florin florina francesco franciszek francisco gabija gabriela
galina gavril genowefa georgeta georgi georgiana gheorghe gianluca giovanni giovanna giulia giuseppe giorgos gosia grazyna grzegorz guillermo
halina halyna hanka hanna hedvika helga henryk henrik horia hristo hubert ileana ilie ilinca ilona inese inesa ines inessa inna ioan
ioana ion ionela ionel ionut ionuţ irena irina irma isabela iryna iulia iulian iustin ivana ivanka iveta ivo iwona iza
izabela jacek jadwiga jagoda jakub jana janek janina janusz jaroslaw javier jelena jerzy jiri joana joanna joao jolanta jolita jordi jorge jose juan
jozef judita julita julija juraj jurgita juris justyna kacper kamil kamila karel karin karina karol karolina kasia kasandra katarina
katarzyna katerina kateryna katia katinka kazimierz khrystyna kinga klara klaudia klaus konrad konstantin kornelia krystian krystyna
krzysztof ksenia ksenija kuba kyrylo lacramioara ladislav larisa laszlo laurentiu lavinia lech lenka lenuta leszek lesya liana lidia lilia liliana
lina liudmila liudmyla lilya ligia liubov livia loredana lorena luca lucie lucian luciana lucjan lucyna ludmila ludmyla luigi luis luiza lukas
lukasz luminita lyudmila lyubov lubomir maciej madalin madalina magdalina malgorzata malina manuela manuel mara marek mareka marcela
marcin marco margareta margherita mariana mariann maricica mariia marika marin marina mario mariola mariusz mariya mariyka markas marko marta martyna
marzena masha mateja mateusz matei mateo matteo matthias maksim maksym maksymilian micha michal michalina mihaela mihai mihail mikhail milan
milena milica milos mioara mircea mirela miroslav miroslaw mirka miruna monika mykola mykhailo nadiya nadezhda nadja narcis natalija nataliia nataliya
nastya nela nelu nenad nicolae nicoleta nicolai nikita nikola nikolai nikolay nikolina nikos nina ninel octavian oana oksana oktawia ola
oleg oleh oleksandr oleksandra oleksiy olena olenka olha oliwia olya oresta ovidiu paola paolo paraschiva patrycja patrik paulina pavel pavlo pavol pavlina
pawel pedro petar petru petro petronela piotr polina przemyslaw rada radek radka radoslaw radu rafal raluca ramunas rasa raisa ramón rares
rasmus razvan regimantas renata renate ricardo rita roksana roman romana rodica romeo roxana rozalia rumen ruslan ruslana ruta ryszard sanda sandu sebastiano
sergei sergey serhii sergiu sergio serhiy silviu simona sladjana slavka slawomir sorin sorina solomiya snezana snezhana sofija sofiia sofiya stanislav stanislaw
stana stanka stasia stefana stefania stefano stefka svetla svetlana sviatoslav svitlana sylwia szymon tadeusz taras tatiana tatjana
tatyana tetiana tetyana teodora teodor tiberiu timea timofey tomas tomasz traian tudor urszula vadim valentina valentin valentyna valeria valeriu valeriya vasil vasile vasilica
vasyl vasylyna vera veronika vesna viktor viktoria viktoriia viktorija viktoriya violeta violetta viorel viorica virgil vita vitaliy vitalie vlad vladimir vladislav
vlada volodymyr waclaw waldemar wanda weronika wieslaw wiktor wiktoria wioletta witold wladyslaw wojciech yana yaroslav yaroslava yelena yevgenia yevhen yevheniia
yulia yuliia yulija yuliya yuri yuriy yuliana zbigniew zdenka zhanna zigmund zita zlata zlatka zofia zoltan zoriana zosia zsofia zsuzsanna zuzana zygmunt
ilze liga dace inga baiba evija gintare rasa vaida zivile ugne kristaps janis laima agne egle lina milda daiva odeta loreta
ardita arben arta artan besnik blerim blerina bledar dritan drita elira endrit erjon ermal fatjon flutura gjergj genti klodian lirije luljeta
mimoza mirjeta ndoc shpresa valbona valon xhensila xhevahire agron afrim albana alketa anxhela armando besa bujar dorina edona elona enkelejda eriona fatos
florjan gezim ilir ilirjana kujtim leka leonora liridon luan majlinda mergim ornela qendrim rovena rudina shkelqim skender sokol teuta ylli zamira zef
"""

_GIVEN_AFRICAN = """
abena abeni abiodun abiola abosede adaeze adanna adaora ade adebayo adebisi adebola adedayo adejoke adekunle adenike adeola
adesola adesuwa adetola adetoun adewale adjoa adunni afia afua agbeke aminata aissatou akinyi akosua akua akwasi akwete ama amara amarachi ameh
amina aminata anan anwuli araba arinze asantewaa ayana ayo ayodele ayodeji ayomide ayotunde azubuike babajide babatunde bamidele bisi bola bolanle
bolaji bosede buchi bukola bunmi chiamaka chiara chibuike chibuzor chichi chidera chidi chidiebere chidimma chidinma chiedza chiemeka
chijioke chika chikondi chima chimamanda chinaza chinedu chinelo chinenye chinonso chinwe chinyere chioma chipo chisom chukwuemeka chukwudi chukwuma
chukwuka damilola dayo dapo ebele ebere ebony ebube edafe efe efua ekaete ekene ekua emeka enitan enobong esi esohe eseosa eto ewurama farai
faraja fatou fatoumata femi fisayo folake folasade folashade funke funmi funmilayo funmilola gbemisola gloriah habiba hadiza
hauwa hope idowu idris ifeanyi ifeoma ifunanya ify ijeoma ikechukwu ikenna iman isatu isioma itohan iyabo iyore jelani kagiso
kamau kamara kelechi kemi kenechukwu khadija khadijah khadijatou khadra kofi kokumo kojo kwabena kwadwo kwaku kwame kwesi lekan lerato
lindiwe lola mamadou mamoud makena mandla mariama mariatu mbali modupe moremi mosun motunrayo mpho msonda mukami mwangi naana nana naledi nakato nalubega namukasa nasiche natukunda
ndidi nehanda ngozi njeri njoki nkechi nkechinyere nkem nkiru nkiruka nkosana nneka nnenna nnamdi nokuthula nolwazi nomsa nomvula nonhlanhla
nosipho ntombi nthabiseng nyasha nyarai obehi obiageli obinna obioma odunayo ogechi oghenekaro ogonna okechukwu okey okoro olabisi olamide olanrewaju
olayinka olu olubunmi oluchi olufemi olufunke olumide oluremi oluseun olusegun oluwaseun oluwatobi oluwatoyin omolara omosede omotola onyeka onyinye
onyinyechi opeyemi osagie osaretin osas osaro osasere osayi oumou ousmane oyelola ronke rotimi rudo rukayat rumbidzai sade samba samira saratu segun
seun shade shola sibongile simisola sindi siphiwe sola soyinka sunday tade taiwo tanaka tapiwa tariro tatenda temilola temitope temwa tendai thandeka thandi thandiwe
themba titi titilayo tobi tochukwu tokunbo tolu toluwani tomi tonderai tope toyin tsitsi tunde tunji uche uchechi uchenna udo ugochi ugo
ugonna uju ukamaka uloma uzoma uzo vimbai wambui wangari wanjiru yaa yaw yejide yemi yetunde yewande yinka yoruba zainabu zanele zawadi zodwa
zola zuri zulaikha abeba abebe abrehet adiam alem almaz ariam aster azeb bereket berhane bezawit biniam biruk birhane dawit eden eyob eyerusalem feven fikirte
filmon freweini genet ghirmay haben habtom hagos helen hiwet hirut kidane kidist kifle lemlem lidya lula luwam makda mahlet meaza mehret mekdes meron meseret
mihret million mulu nardos natnael rahwa robel ruta saba samrawit segen selam selamawit semhar senait senay seble tekle temesgen tesfay tesfaye tigist
tirhas tsega tsegay tsehay weini winta yebio yohana yohannes yodit yonas yordanos zebib zemen zewdi abdi abdirahman abdullahi abshir asad ayaan bilan deqa
faduma fadumo fartun farhiya fowsiya guled halimo hamdi hawa hibaq hodan hodo ifrah ilhan istahil kaltun khadro ladan liban muna mulki najma nasteho
nimco nimo qamar ruqiya sagal sahra shukri sucdi suleqa ubah warsame yasir zamzam
"""

_GIVEN_ASIAN = """
aadil aaisha aafreen aamir aamna abbas abdul abdulla abdullah abdulrahman abid abida abeer abeera abubakar adeel adeela adil adnan afshan afsana afzal
ahlam ahmad ahmed ahsan aisha aishah ayesha aisyah ajay ajit akbar akram aleena alia aliya aliyah aleeza almas aman amandeep amar amardeep amarjit
ameer ameera amira amir amirah amit amjad amna amrit amrita anand anisa anish anjali anjum ankita ansa anum anushka anwar arash ardeshir areeba arif arjun arshad
arun aruna aryan asad asha ashok ashraf asif asim asiya asma asra atif atiqa ayaz aya ayan ayat ayla aylin aysha ayse aziz aziza azra
babar bahar bahareh balbir baljit balwinder banu basma bashir bassam batool begum behnaz bilal bilqis bushra daanish daljit danish darya deepa deepak deepika dilip dilshad
dina dinesh elif elham elnaz emaan emre eman esra fadi fadia fadwa fahad faheem fahmida faisal faiza faizan farah fareed fareeda farhan farhana farida
farideh farooq farrukh farzana fatemeh fathima fatima fatimah fatma fatmata fawad fawzia fayza fehmida feroza firas firoza fouzia fozia furqan gauri geeta ghada
ghazala ghulam gita gopal gulnaz gulshan gurdeep gurinder gurjit gurpreet habib habiba hadia hafsa hafsah haider hajra hala haleema halima halimah hamid hamida hamza hana hanan
haneen hani hania hardeep hareem haris harjit harpreet harris haroon hasan hassan hassina hatice haya heba hiba hina hira hussain hussein huma humaira humza
ibrahim ibtisam ikra ilyas imad imran imrana inaya inayat indira iqbal iqra irfan irsa isha ishaan ishrat ismail isra israa iram jabeen jalal jamal jameela
jamil jamila jaspreet jasvinder jaswinder jatinder javed javeria jaya jawad jay jyoti kainat kaleem kamal kamila kamran kanwal karam karan karim karima kashif kaur kauser kavita
kawther khaled khalid khalida khadeeja khansa kiran kishwar komal kulwinder kulsum kunal kuldeep laiba laila lakshmi lalita latifa leena leyla lubna lujain maha mahmood mahmoud
mahnoor maheen mahira mahsa maira majid majida malak malika malik manal manjit manpreet maqsood mariyam maryum marwa masood masuma maya mayada mehak mehdi mehmet mehreen mehwish meera memoona meena
mina mitra mohamed mohammad mohammed mohamad mohsin mona mojgan moneeb mubarak muhammad muhammed mujahid mukesh mumtaz munir murtaza musa mushtaq mustafa nabeel nabeela nabil nabila nadeem nadeen nader
nadira naeem nafisa naghmeh nagina nahid naila naima najia najib najma naheed nargis nargiz narinder naseem naseer nasir nasra nasreen nasrin natasha naveed navneet nawal nayab nazia nazir nazneen
nazanin neda neelam neha nida nidhi nilofar nilufar nimra nisha nishat noor noora noreen nosheen nour noura nousheen nuha nura nusrat nyla omar omer omid osama osman parisa
parminder parveen parvin pervez payal pooja poonam prakash pranav pratima preeti priya priyanka puja puneet qasim raafia rabia rabiya radhika raheel raheela rahila rahim rahima rahul
raj raja rajesh rajinder rajiv rajni rakesh ramesh rana rani rania raniya ranjit ranya raquib rashid rashida rasha ravi ravinder raza razia reem reema rehana rehman reshma rida ridwan
rima rimsha rishi ritu riya riyad rizwan rizwana rohan rohit rohini roshan roya rubab rubina ruhi rukhsana rukhsar ruksana rupinder ruqayyah saad saadia saba sabah sabeen sabiha sabir sabina sadaf
sadia sadiq sadiya saeed saeeda safa safia safiya safiyah sahar sahib sahil saif saima saira sajad sajid sajida sakina salah saleem saleema saleh salem salim salima salma salman salwa samar
sameen sameer sameera samia samina samir samira samiya sana sandeep sanjay sanjana sanober saqib sara sarfraz sarita sarmad sawsan sehrish seema shabana shabnam shadi shafiq shagufta shah shahbaz shahd
shaheen shahid shahida shahla shahnaz shahzad shahzadi shaista shakeel shakila shakir shalini shama shamim shamima shamsa shanaz shanti sharifa sharmin shazia shazma shehla sheela sheetal sheeza shehnaz sherin shilpa shirin shirina shiv
shoaib shruti shumaila shyam sidra sima simran siraj sita smita sneha sobia sofiyan sohail sonal sonam sonika sukhdeep sukhjit sukhvinder sukhwinder sulaiman sulayman suleman sultana sumaira sumaiya sumayyah sumaya sumera sumita
sunil sunila sunita surinder surjit surya sushma swati syed syeda tabassum tahani tahir tahira tahmina taimoor talha tamana tamanna tanveer tanvir tanzeela tariq tasneem tayyab tayyaba tehmina tejinder tooba ubaid
umair uma umar ume umm urooj usha usman uzma vijay vikas vikram vinita vinod vishal waheed waheeda wahida wajiha walid waleed waqar waqas waseem wasim yara yasin yasir yasmeen yaqub yusra yusuf yousaf yousef youssef zaheer zahid zahida
zahra zaid zain zaina zainab zaynab zakir zakia zarah zareen zarina zayd zayna zeenat zeeshan zehra zeinab zia ziad zohra zoya zubair zubaida zulfiqar zunaira
aiko akiko anh bao bich chau chenxi chunhua cuc cuong diem diep dieu dinh duc duong dung fang fen giang guang guo haiyan hanh haoran hien hieu hoa hoai hoang hong hua huan
huang huong huy huyen hung jia jiahui jian jianhong jiao jiaqi jiawei jie jin jing jingyi jinhua jiayi jun junjie kaili kenji khanh khoa kieu kim lan lanh lien liang lihua lijuan linh loan long mai
mei meiling meihua minh mingmei minzhu mitsuko my ngan nga ngoc nguyet nhan nhi nhung noriko phuc phuong phuoc ping qi qian qing qiang quan quang quyen quynh rui ruolan shan shaoyi shu shufen siu siew sze tam thanh thao thi
thien thom thu thuan thuong thuy tien tiep tran trang trinh trinh truc trung tuan tuyen tuyet uyen vinh wei weiwei wen wenjing xia xiang xiao xiaohong xiaoli xiaoling xiaomei xiaoyan xiaoyu xin xinyi xiu xiuying xuan xue xuemei yan yang yanyan yen
ying yingying yong yoko yu yuan yuanyuan yue yuki yuli yun yuna yunxia yuqing yuting yuxin zhen zheng zhihao zhong zihan zixuan zhuo
achara ailin alon anong apinya arisa aroon benjawan boonmee busaba chai chaiya chalerm chanya chutima dao duangjai fah jintana kanda kanchana kanya kanokwan kittisak kulap lamai lawan malee mali narong nattaya nid nok noi
nongnuch nuch orawan pailin panida patcharee pensri phailin pim pimchanok ploy porn prasert preeya pranee ratana rattana rung sakda saowanee saran siriporn sirikit somchai somjai somporn somsak suda sumalee sunan sunisa suphatra supaporn suwanna tida ubon wan
wanida waan wassana wilai yupa analyn arnel bayani bituin danilo divina dolores evangelista gina ivy jennilyn jenalyn jhoanna jomar jovelyn jun lailani ligaya lourdes luningning luzviminda marilou maricel maricar maribel marites merlinda nenita rodel
rhodora rosalinda rowena teresita
"""

_GIVEN_AMERICAS = """
alejandra alejandro ana anabela angelica beatriz bianka bruna camila catarina cecilia claudia consuelo cristiana daiana dayana
eduarda elisa emanuel esmeralda esperanza esteban estefania fabiana fabiola flavia francisca gisele gisela giselle graciela guadalupe gustavo
helena ignacio imelda isaura ivanilda jacinta janaina jessyca jimena joaquin josefina juliana jussara karolayne keila laisa larisa leandro leticia lilian liliane luana lucimar
luciene luz maira manuela marcelo marcia maricela mariangel maribel maritza marisol milagros miguel mirta monica nayara neide nidia noemi norma pablo pamela patricia paloma
pilar priscila rafael rafaela raimunda raul rayane rayssa rebeca renata rocio rodrigo rogerio rosangela roseli roxana ruben sandro santiago simone soledad
solange tainara talita tatiane tereza thais thiago valentina vanessa vanusa veronica vilma vitoria viviane wilson ximena yadira yamile yasmim yesenia yolanda yuliana yuri zulma
"""

_GIVEN_NICK = """
aggie bex biffo boab chazza chaz dazza deano deeko degsy dezzy ditsy donzo eck eckie fergie fifi gaz gazza gogs hughy jakey jambo jaz jazz jinky joannie kaz kazza keir kev kezza killer
kirst leccy lexa lou-lou mags maz mazza mo mozza murdie nico nicci nikki nessie netty ozzie rabbie raffy sanny shaz shazza shell shuggy shuggie shugs squeak steff stu tam tams tammie tamzin tazza
tish toots tosh trace tracy-ann wullie wullie zed ziggy ally-bally danno dodie doddie davey dougy geordie georgie jinty jinnie jocky kenzo lenny linz maggie-ann scotty sheena sheenagh teenie tich
tommo wattie wattie willy
"""

# Names that are also something else: a person only where the sentence says so.
_GIVEN_WORDS = """
abbey ace ada adele ade aft al alba alec ali alexa alma alva ama amal aman amber amina amity amp ana an andy angel angus anise ann ansa ari aria art arthur ash asha aster aurora autumn ava
babe baby bae bailey bambi barbie barry baron basil bay bea bean bear beau belle bernie berry bess beverley bill billy bing bird bishop bisi blade blair blanche blaze blessing bliss blondie blossom
blue bo boa bob bobbie bobby bond bonnie boo boss brad brandi brandy breeze brett brook bruno bubbles buck bud buddy bunny buster
cade cal calm candy captain cara carey carlton carol cash casey cassia cat chance chanel charity charlie chas chase chastity cher cherish cherry chester chad chai chan chi chip cindy
china chuck clark clay cliff clover clyde cole comfort conor cookie cooper coral corin cosmo crystal cullen cuddles cynth
dai daisy dakota dale dallas dan dana dandy darling dash dave dawn dean dee del den denver des desire desiree destiny devon dex dexter diamond dick diesel dior divine dixie doe doll dolly dom don dora dot douglas dove
drew duke dusk dusty ebony eddy eden ed effy eli ella ellis elle elm ember emerald em emery erin ernest esi essence essie eve ever faith fabian fancy fanny favour fawn fay fern fernando fifi finn finn flash fleur flick florence flo flora flower ford
fox foxy fran francis frank frankie free fuchsia gabby gage gale garth gay gem gemma gene genie georgia georgie geordie gift gigi gil gina ginger ginny glen glory goldie grace gracie graham grant gray green guy gypsy
hal ham happiness happy hank harley harmony harper harris haven hawa hazel heath heather heaven hendrix henri herb hero hiba holly honey honor honour hope hong hunter hoa
iman ima india indigo indy infinity innocent iona ion irene iris irvine isa israel issy iva ivory ivy ivan
jack jade jada jan janis jas jasmin java jay jaz jazz jed jean jem jen jet jewel jill jin jo jock joe john johnny jon jonquil jordan josie joss joy jude jules julie july june junior justice
kai kali karma kash kat kay keir ken kendal kenya kerry kiki kim king kirk kit kitten kitty kiwi kyle
lacey lady lake lan lance lane lark lark laurel lavender law lee leigh leith lemon len lennox les leslie lewis lex liberty lil lila lilac lily lillias linden link liv logan lola lone london long lotus lou love lovely loyal lucky lula luna lux lynx luz
mac mackenzie maddy madonna magic mai maia maggie mali mandy marble mark marina marlin marsh marshal martini marvel mason mat max may maya mave mel melody memory men mercy merit merlin merry mick miles million milan milky mimi min
mindy minh ming minnie mint misty mo mol molly mona monroe moon moray morgan moss muna my mystery myrtle
nan nana nat neal neo nevada nick nicki nikki nil nile nim no noble noel noi nok noor nour nova ngan nova
oak oasis ocean olive ola ollie opal orchid otis paddy pansy paris parker pat patience paz peace peaches pearl peg peggy penny pepper percy perry pet petal pete phil phoenix pia piper pip poison polly poppy porn porsche precious presley preston
prince princess pris promise prosper prudence psyche queen queenie quinn rain raine rainbow rab raja rana rani raven ray rae red reed reef reggie reid rene rex rhea rhodes ria rich richie rick rico ricky rio river rob robbie robby robin rocky rod roger ron roman rome romeo romy
ros rose rosemary ross roxy rowan royal royce ruby rudy rue rung rush russ rusty ruth sabah saba sabine sable saffron sage saga sailor sal sally sam samba sammy samson sandy santana sapphire sara sarge sasha savannah saul saxon scarlet scarlett scout selim serenity shan shah sharp shaw shay shell
sherry sheena shine shiv sid sienna silver simba simply sincere sis sky skye skylar skyler slick smokey smiley snow sol sonny spike spring star starr stella sterling stew stirling storm sue suda sugar summer sun sunday sunny sunshine susie sweetie sweetheart
sylvan tabby tad taff taiwo tam tammy tan tanaka tanner tao taj tara tatum tawny taylor ted tempest temperance terri terry tess theo thi thom thu tia tien tiger tigger tim timber tina titi tiny titan toby todd tom topaz tony tracy treasure tri trinity trip tristan trixie troy
trudy true truth tulip turquoise twinkle ty tyler una unity ursa val valentine van vegas velvet venus vera verity vi vic victor victoria vinnie vida vienna viv violet virginia vixen wade walker wally wan ward wayne wendy wes west whiskey will willow wills willy win winston winter wolf woody wren wyn xena xi
yan yang yen yu yuan yun zed zen zia zion zola zoom aya asa efe ify esi udo uche naana ugo uju uzo tolu tope seun sola shade shola kemi femi bola bunmi toyin temi titi tomi yaw kofi mali nana sunan my hung dung rui qi kieu shu shan jie fen fang jun jing jia jian mei ling lin xin xue xia wen wei min hua hui ping qing yong ying yi zhen zheng
tam anh duc hien thao trang tuan tran lien linh lan loan noor gus gil ina isha ida maud merle roy lorne kay kaye
"""
# fmt: on

GIVEN_WORDS = frozenset(_GIVEN_WORDS.split())
GIVEN = (
    frozenset(
        " ".join(
            (
                _GIVEN_SCOTS_AND_ENGLISH,
                _GIVEN_GAELIC,
                _GIVEN_EUROPEAN,
                _GIVEN_AFRICAN,
                _GIVEN_ASIAN,
                _GIVEN_AMERICAS,
                _GIVEN_NICK,
            )
        ).split()
    )
    - GIVEN_WORDS
)
