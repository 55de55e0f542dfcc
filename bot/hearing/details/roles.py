"""Words that stand beside a name: titles, roles and kin before it, and what a street or a service has after it."""

# fmt: off
FORMAL = frozenset(
    "mr mrs ms mx miss dr prof professor pc wpc dc ds di dci sgt sergeant constable inspector cllr councillor rev "
    "reverend pastor imam sister father nurse mister".split()
)
INFORMAL = frozenset(
    "wee big auld fat daft mad aunty auntie aunt uncle granny gran grandpa papa nana oor".split()
)
TAILS = frozenset(
    "project house centre center hospital clinic trust foundation unit ward street road hostel place court "
    "hall school academy college university church cathedral surgery practice pharmacy hotel pub park bridge "
    "square station refuge helpline fund law act bill report inquiry review lodge avenue drive terrace "
    "gardens crescent building tower towers infirmary hospice island bay award day bar inn arms lane way "
    "walk wynd committee service services team network housing association society sands beach scheme programme "
    "rule".split()
)
TAILS_SMALL = frozenset(
    "project hospital infirmary hospice foundation street road clinic house centre center unit hostel surgery library "
    "primary academy church parish".split()
)
TAILS_OF_THE = TAILS | frozenset("room wing suite theatre lab lounge office annexe block floor garden "
    "cafe test tool toolkit model charter method "
    "framework memorial monument statue prize".split())
ROLES = frozenset(
    "client patient pt tenant claimant pupil resident user su customer applicant woman wumman wummin lassie "
    "lass girl lady gentleman guy man boy lad laddie bloke partner ex boyfriend bf girlfriend gf husband "
    "hubby wife mum mam mammy maw ma mother dad da daddy father brother bro sister sis son daughter wean "
    "bairn baby kid child toddler twin pal friend mate bestie flatmate cousin aunt auntie aunty uncle niece "
    "nephew gran granny grandad nana papa neighbour landlord landlady pimp dealer abuser trafficker punter "
    "buyer boss gaffer worker keyworker midwife nurse colleague workmate manager officer teacher counsellor "
    "solicitor student survivor victim escort weans bairns kids children sons daughters twins brothers "
    "sisters pals friends yin clients tenants patients visitor victim suspect witness perp perpetrator driver bidie-in "
    "teenager pensioner neighbor handler madam".split()
)
# fmt: on
