"""What bears a person's name, or a capital, and is no person: places, services, makers, laws, public people."""

# fmt: off

PLACES = frozenset(
    """
    aberdeen aberdeenshire aberdour aberfeldy aberfoyle aberlour abernethy aboyne abronhill abuja accra achnasheen
    addiewell afghanistan africa airdrie alba albania alexandria alford algeria allanton alloa alness alva alyth
    america amsterdam anderston annan annandale anniesland anstruther applecross arbroath arden ardersier ardler
    ardrishaig ardrossan argyle argyll arisaig armadale arniston arran arrochar asia assynt athens auchenback
    auchinairn auchinleck auchterarder auchterderran auchtermuchty auldearn auldhouse australia austria aviemore
    avoch ayr ayrshire badenoch baillieston balerno balfron balgreen balivanicky ballachulish ballantrae ballater
    ballingry balloch balmaha balmedie balornock banchory banff banffshire bangkok bangladesh bankfoot bannockburn
    banton barlanark barmulloch barnton barra barrhead barrheid bathgate bearsden beauly beith belfast belgium
    bellahouston bellshill bellsquarry benbecula berlin bernera bervie berwick biggar birmingham birnam bishopbriggs
    bishopton blackburn blackford blackhall blackhill blackness blackpool blackridge blairgowrie blairhall
    blanefield blantyre bluevale blythswood bolton bonar bonhill bonnybridge bonnyrigg borders borve boswall
    bothwell bowmore bracadale bradford braemar braid brazil brechin bridgend bridgeton brighton brightons bristol
    britain brora broughton broughty broxburn bruntsfield bucharest buckhaven buckie bucksburn bulgaria burghead
    burnside burntisland busby bute cairneyhill caithness caldercruix callander calton cambuslang cameroon
    campbeltown canada canniesburn canonbie canongate cardenden cardiff cardonald cardross carfin carlisle carluke
    carmunnock carmyle carnoustie carntyne carnwadric carnwath carradale carrbridge carron castlebay castlehill
    castlemilk cathcart catrine cellardyke chapelhall chapelton charleston china chryston clackmannan
    clackmannanshire clarkston cleland clermiston clovenstone clyde clydebank clydesdale coalburn coatbridge
    cockenzie coldingham coldstream colinton coll colombia colonsay comrie congo conon corby corpach corstorphine
    cove cowcaddens cowdenbeath cowie cowlairs coylton craigend craigentinny craiglockhart craigmillar craigneuk
    crail cramond cranhill crathie crianlarich crieff croatia croftfoot cromarty cronberry crookston crossford
    crosshill crosshouse crosslee croy cruden cuba cullen culloden culross cults cumbernauld cumbrae cumnock cupar
    currie dalbeattie dalgety dalkeith dalmally dalmarnock dalmellington dalmuir dalneigh dalry dalrymple dalwhinnie
    danderhall darnley darvel denburn denmark dennistoun denny derry dervaig devonside dingwall dollar dornoch
    douglas doune drongan drumchapel drumnadrochit drumry drygate drylaw drymen dublin dufftown dumbarton dumfries
    dumfriesshire dunbar dunbartonshire dunbeath dunblane dundee dunders dundonald dunfermline dunkeld dunoon duns
    duntocher dunure dunvegan durham durness dyce dysart earlston easdale easterhouse eastwood ecclefechan eday
    edinburgh edzell egypt elderslie elgin elie ellon embo embra england eriskay eritrea erskine eskdalemuir estonia
    ethiopia europe evanton eyemouth faifley fairlie falkirk falkland farr fauldhouse ferguslie fernhill ferniegair
    ferryhill fetlar fettercairn fife findhorn findochty finnieston fintry fionnphort fochabers forfar forres forth
    fortingall fortrose foula foyers france fraserburgh fyvie gairloch galashiels galloway gallowgate galston gambia
    garelochhead garmouth garrowhill gartcosh garthamlock garthdee gartnavel gatehouse germany germiston ghana
    giffnock gigha gilmerton girvan glamis glaschu glasgow glenburn glencoe gleneagles glenelg glenfinnan glenmavis
    glenrothes glenwood glesga golspie gorbals gorebridge gorgie gourock govan govanhill govanhull grampian
    grangemouth granton grantown grantshouse greece greenend greenfaulds greenock gretna guardbridge gullane
    haddington haggs halkirk hamilton hanoi harris harthill hawick haymarket hebrides helensburgh helmsdale highland
    highlands hillhead hillington hilltown holyrood holytown honduras hong hopeman houston howwood hungary
    hunterston huntly hurlford hyndland ibrox inchgreen inchinnan india indonesia innellan innerleithen insch
    inverallochy inveraray inverbervie inverclyde invergordon inverkeithing inverkip inverleith inverness inverurie
    iona iran iraq ireland irvine isla islay italy jamaica jedburgh johnstone jordanhill jura kabul keith kelso
    kelty kelvindale kelvingrove kelvinside kemnay kennoway kenya kettle kiev kilbarchan kilbirnie kilbowie kilbride
    kilcreggan kildonan kildrum killearn killie killin kilmacolm kilmarnock kilmory kilmuir kilsyth kilwinning
    kincardine kinghorn kinglassie kingseat kingsknowe kingussie kinloch kinlochleven kinross kintail kintore
    kintyre kippen kirkcaldy kirkcolm kirkconnel kirkcudbright kirkintilloch kirkliston kirknewton kirkton kirkwall
    kirriemuir kittybrewster knightswood knoydart kosovo kurdistan kyiv kyle kyleakin kylesku ladywell laggan lagos
    lairg lambhill lamlash lanark lanarkshire lancaster langholm langside larbert largo largs larkhall lasswade
    latvia lauder laurencekirk laurieston law laxdale leeds leicester leith leither lennoxtown lenzie lerags lerwick
    leslie lesmahagow letham leuchars leven leverburgh lewis liberton libya lincluden linlithgow linwood lisbon
    lismore lithuania liverpool livi livingston loanhead lochaber lochalsh lochboisdale lochcarron lochee lochgelly
    lochgilphead lochgoilhead lochinver lochmaben lochmaddy lochore lochwinnoch lockerbie london longniddry
    lossiemouth lothian lugar lumphinnans luss luton lybster macduff maddiston madrid malaysia mallaig manchester
    marchmont markinch maryburgh maryhill mastrick mauchline maybole mayfield meadowbank meadowside mearns melrose
    melvaig menstrie merchant merchiston merkinch methil methilhill methven mexico midcalder middlefield midlothian
    millerston millport milltimber milnathort milngavie milton mintlaw moffat moidart moldova monifieth monikie
    monkton montrose moodiesburn moray moredun morningside morocco mossend mosspark motherwell moulin mountblow muir
    muiravonside muirend muirhead muirhouse muirkirk muirton mulguy mull murrayfield musselburgh muthill nairn
    neilston netherlands newarthill newbattle newbigging newburgh newcastle newcraighall newhaven newington newlands
    newmachar newmains newmilns newport newton newtongrange newtonmore newtown niddrie nigeria nitshill northfield
    northmavine norway nottingham oban oldmeldrum onich orkney oxgangs oxton paisley paisly pakistan panmure paris
    parkhead partick pathhead peebles peeblesshire penicuik penilee perth perthshire peterculter peterhead peterheid
    philippines pilrig pilton pitlochry pitmedden pitreavie pittenweem plains plockton poland polbeth pollok
    pollokshaws pollokshields polmont poolewe portlethen portobello portpatrick portree portsoy portugal possil
    possilpark preston prestonfield prestonpans prestwick priesthill princes quarrelton queensferry queenzieburn
    raasay raeberry rannoch ratho rattray redding reddingmuirhead renfrew renfrewshire renton riccarton rigside
    robroyston romania rome rosehearty rosemarkie rosemount roseneath rosewell rosyth rothes rothesay rothienorman
    rousay roxburgh roxburghshire royston roystonhill ruchazie ruchill ruglen rum russia rutherglen saltcoats sanday
    sandwick sanquhar sauchie saughton saughtonhall scalloway scalpay scone scotland scotstoun scotstounhill
    seafield seamill selkirk senegal serbia shapinsay shawlands sheffield shetland shettleston shieldhall shotts
    sighthill skene skye slamannan slateford sleat slovakia sneck soay somalia southside spain spean springboig
    springburn staffin stairhill stenhouse stenhousemuir stenness steornabhagh stepps stevenston stewarton stirling
    stirlingshire stobswell stockbridge stockethill stonehaven stonehive stonehouse stornoway stranraer strathaven
    strathblane strathclyde strathmiglo strathpeffer strathspey strichen stromness strontian sudan sullom summerston
    sunderland sutherland sweden swinton switzerland symington syria tain tarbert tarbolton tarland tarves tayport
    tayside tehran thailand thornhill thornliebank thornton thurso tillicoultry tillydrone tirana tiree tobermory
    tollcross tomatin tomintoul tongland tongue torridon torry toryglen townhead tranent trongate troon tulliallan
    tullibody tullos tunisia turkey turriff twechar tweeddale tweedmouth uddingston uganda uig uist uk ukraine
    ullapool unst uphall venezuela vietnam viewforth viewpark wales walkerburn wallacestone walls wallyford warsaw
    weem westhill westray whalsay whitburn whitecraigs whitehills whiteinch whitfield whithorn whitletts wick
    wigtown wigtownshire winchburgh winnyknowe wishaw woodlands woodside wyndford yell yetholm yoker york zimbabwe
    """.split()
)

KNOWN = frozenset(
    """
    aberdeen aberdonian aberlour abertay abused adastra addaction addiewell adultwork advent afghan african airbnb
    alba albania albanian aldi alexa allah amazon american amharic amina amis amitriptyline android angus apex apple
    appts apr april arab arabic archway argos army asap asda asian aspire assist aug august aye ayrshire bairns
    bangladeshi barclays barlinnie barnardos barnardos beatson beiras beiras belfast belford belhaven bella bengali
    berwick berwickshire bield bitcoin blackwood blokes bluebell bolt booking boots brazil brazilian britannia
    british buddhist bulgarian bumble buvidal cairn caledonia caledonian calmac camming cannabis cantonese carefirst
    carer carers carlisle carseview castle castlerock catholic centre chalmers charity charlie chatgpt chaturbate
    cheers childline childrens chinese chlamydia christ christian christmas circle citalopram citylink clamydia
    closethegap cocaine codeine colombian commissioner congolese cora cornhill cornton cosla costa covid crack
    craigslist crawlers credit crimestoppers crisis crosshouse crossreach cyrenians czech dari datix dec december
    deliveroo depo depop diazepam directorate discord diwali dundee dundonian dwp easter easyjet ebay eclipse
    ecstasy edinburgh edinburgher eid eildon elim ellaone emis encompass engender england english eritrean erskine
    esa escortnews eta ethiopian etizolam eurogirls european excel facebook falkirk families fansly faq farsi
    fearfree feb february fellas fentanyl ffs filipina filipino firstbus flatmates fluoxetine foresterhill french
    fri friday funder fyi gabapentin gaelic gaffer galloway galop gambian gartnavel german ghanaian glasgow
    glaswegian gmail god golden gonorrhoea google googles government gp grampian greek greenock greetin greggs
    grindr gryffe guardianship gumtree gypsy hairmyres halifax halloween hanover hemat hepatitis heroin herpes
    highlander hillcrest hilton hindi hindu hinge hmp hmrc hogmanay holiday holyrood home hoors hotmail hsbc hub
    hungarian ibis idk ikea imo indian inspectorate insta instagram intune inverclyde inverness iphone iranian iraqi
    irish islam islamic italian jamaican jan january jesus jew jewish job jobcentre jsa jubilee jul july jun june
    justright justrights kenyan ket ketamine kfc kilmarnock kingdom kingsbridge klarna knackered kurdish kwisa
    lanarkshire langstane latvian lauriston leaver legal len lent leverndale levonelle lgbt libbed lidl lifeline
    lilias link linkedin liquidlogic lithium lithuanian liverpool lloyds locanto lol london lord loretto lothian
    lowmoss maggies maggies mandarin mandy mappa mar marac march may mcdonalds mcdonalds mdma medics meds melrose
    melville mens messaging messenger methadone microsoft migrant milnbank minder ministry mins mirtazapine moldovan
    molly mon monday monklands monzo mornin morphine morrisons morse mosaic mungo mungos mungos muslim nacro
    naloxone nationwide natwest naw netflix newcastle nexplanon nhs nigerian ninewells nitazenes nobodys nokia nov
    november numbrella nyxoid oban oct october ok olds ombudsman omg onlyfans orkney osprey outlook outreach
    pakistani parliament pashto paypal pension penumbra pep perth perthshire phoenix pics pip places pls plz police
    polish polmont pornhub portuguese pregabalin premier premierinn primark protestant prozac punjabi quarriers
    queens raigmore ramadan rasash rbs reachout reddit refuweegee respect responder revolut roma romani romania
    romanian rosey roshni rowan royal russian ryanair sacred sacro saheliya sainsburys salvation samaritans samh
    samsung sanctuary sandyford santander sapphire sat saturday saughton say scot-pep scotland scotpep scotrail
    scots scottish secretariat seeking seemis sep sept september sertraline shakti sharepoint shelter shine shotts
    signal sikh siri skype slappers slovak snapchat somali sos spanish spice spoons stagecoach starbucks starling
    stirling stobhill stonewall stratheden streetwork subutex subway sudanese sugarbabes sun sunday superdrug
    survivors swahili swift syphilis syrian ta tamil tara tayside tbh telegram telly tenner tenners tesco thai thats
    thenue theres thu thur thurs thursday thx tigrinya tiktok tina tinder tolerance tomorrows tomorrows trafficing
    trak trakcare tramadol traveller travelodge tribunal trinity trust truvada tsb tue tues tuesday turkish twitter
    uber ukrainian umbrella universal urdu vale valium venezuelan venture versa viagra vice victim vids vietnam
    vietnamese vinted vips vision viva vivastreet waverley webcamming wecare wed wednesday welsh western westminster
    wetherspoons whatsapp wheatley whos wikipedia wishaw withyou womens woodend wtf xanax xmas yahoo yoruba youtube
    zero zimbabwean zoom zopiclone
    """.split()
)

PHRASES = frozenset(
    " ".join(phrase.split())
    for phrase in """
    ask for angela; ask angela; asking for angela; ask for clive; ask clive; asking for clive; ask for ani; ask ani;
    macmillan nurse; macmillan nurses; macmillan cancer; macmillan support; macmillan grant; macmillan form;
    macmillan team; macmillan worker; macmillan fund; macmillan benefits; sue ryder; lucy faithfull; marie collins;
    bethany christian; bethany trust; bethany house; bethany shelter; st vincent de paul; vincent de paul; jericho
    house; jericho society; robertson trust; hunter foundation; corra foundation; joseph rowntree; rowntree
    foundation; lloyd george; leonard cheshire; erskine hospital; jewel and esk; finns law; lucys law; natashas law;
    valeries law; jacks law; ellies law; olivers law; michelles law; charlies law; max appeal; kirsty centre; annes
    law; daisys law; amys law; ayrshire hospice; william quarrier; thomas coram; mary jane; alice cotterell;
    salvation army; abused men in scotland; alexander technique; amina mwrc; amina helpline; andrew tate; angela
    constance; angiolini; ann summers; anas sarwar; alex salmond; archway glasgow; ash regan; beiras place; bettys
    law; bobs your uncle; boris johnson; bonnie prince; calums law; caledonia housing; clares law; clare law; craig
    dunain; daisy project; daisy chain; donald trump; dr grays; dr greys; elish angiolini; emma caldwell; even
    stevens; for petes sake; george square; helens law; holly centre; humza yousaf; iris project; jack daniels; jack
    of all trades; jack the lad; jane doe; jane bloggs; jean redfern; jean urquhart; jeffrey epstein; jeremy kyle;
    jimmy savile; joe bloggs; joe public; john bloggs; john doe; john lewis; john swinney; john smith house;
    josephine butler; kaukab stewart; keir starmer; kings park; lady dorrian; lilias centre; lord advocate; lord
    justice; lord bonomy; lorna slater; maggies centre; margaret blackwood; margaret pollock; marie curie; marie
    stopes; marthas rule; martyns law; mary jane; marys meals; michelles law; murray royal; natalie mcgarry; nicola
    sturgeon; nosy parker; peter pan; princess alexandra; princess royal; prince charles; queen elizabeth; queen
    margaret; queen mother; rachel house; robin house; rhoda grant; robin hood; rosa parks; rosey project; rowan
    alba; royal alexandra; ruby project; russell findlay; sams law; sarah everard; sarahs law; shakti womens aid;
    shirley-anne somerville; simon community; siobhian brown; st margarets; steve retson; retson project; suzannes
    law; suzy lamplugh; tam oshanter; tom dick and harry; trish godman; victoria hospital; victoria infirmary;
    victoria integrated; virgin mary; wallace hospital; whytemans brae; willow service; willow project; willow
    centre; zoes place; prince and princess of wales; princess of wales; duke of edinburgh; sao paulo; mr bean; mr
    big; mr right; mrs browns; doctor who; dr who; dr google; big issue; big lottery; big brother; big white wall;
    wee county; wee frees; auld reekie; auld enemy; auld firm; old firm; father christmas; fathers day; mothers day;
    sister act; miss world; miss scotland; pc world; mary magdalene; jekyll and hyde; billy no mates; plain jane;
    aunt sally; aunt flo; uncle sam; uncle tom; dear john; jack and jill; jack russell; jack frost; union jack;
    molly coddle; dawn raid; dawn raids; lewis and harris; isle of lewis; isle of harris; christian aid; georgia
    state; martin luther; elizabeth fry; florence nightingale; harriet tubman; mary barbour; harry potter; taylor
    swift; joanna cherry; joan eardley; robert burns; rabbie burns; walter scott; robert gordon; heriot watt;
    glasgow caledonian; edinburgh napier; adam smith; james watt; margaret thatcher; nelson mandela; alexander
    fleming; alison balfour; anns law; jades law; harpers law; kyle of lochalsh; kyle of; lady haig; douglas
    hospital; castle douglas; fort william; fort george; fort augustus; port ellen; port charlotte; port william;
    port glasgow; glen lyon; glen coe; ben nevis; ben lomond; loch ness; st john; st andrews; grant fund; grant
    form; will power; mark up; hong kong; new york; amber rudd; harry burns; gilbert bain; glen urquhart; glen
    affric; wallace monument; new craigs; suella braverman; theresa may; priti patel; yvette cooper; shabana
    mahmood; rishi sunak; david cameron; tony blair; gordon brown; rachel reeves; wes streeting; angela rayner; ed
    davey; douglas ross; willie rennie; alex cole-hamilton; jackie baillie; gillian mackay; ross greer; maggie
    chapman; neil gray; jenny gilruth; mairi mcallan; shona robison; kate forbes; jim fairlie; fiona hyslop; mairi
    gougeon; natalie don; maree todd; tom arthur; christina mckelvie; ruth maguire; pauline mcneill; ash denham; jo
    farrell; iain livingstone; dorothy bain; gisele pelicot; dominique pelicot; ghislaine maxwell; virginia giuffre;
    prince andrew; prince harry; rolf harris; harvey weinstein; tristan tate; julie bindel; rachel moran; gabor
    mate; brene brown; carl rogers; judith herman; evan stark; mrs doe; mr doe; ms doe; mr bloggs; mrs bloggs;
    kirsty mccoll; mary slessor; william wallace; elsie inglis; flora macdonald; johnnie walker; johnny walker; lady
    gaga; elton john; holly and ivy; jasmine tea; jessie j; george street; princes street; princess street; victoria
    street; victoria road; rose street; queen street; william street; margaret street; alexandra parade; st james;
    blackpool; nelson street; ross and cromarty; ross shire; ruby wax; mo farah; eilean siar; eileanan siar; care
    inspectorate; jeff gibbons; fiona taylor; jock tamson; jock tamsons; ruby murray; alexander the great; our lady;
    lady of lourdes; emily test; emilys test; victoria sponge; patience of a saint; saltire
    """.split(";")
)
# fmt: on
