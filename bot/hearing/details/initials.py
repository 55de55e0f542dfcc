"""Initials that stand for a person: "K.L. told me", "client AB", "JM is 16"."""

import re
from collections.abc import Iterator

from bot.hearing.details.guards import KNOWN
from bot.hearing.details.span import Span, one_of

# fmt: off
_ABBREVIATIONS = KNOWN | frozenset(
    "aa ad ae al am an ap ar as asb at au av ba bc be bf bi bp bs by ca cab cah cam cbt cc ccu cd ce cf chi "
    "ci cic cj cm co cp cpn cps cq cqc cr cs cse ct ctc cv da das dbs dc de dhp di dis dla dm dna do doa dob "
    "dp dr ds dsh dt dv dwp dx ea ed eea ef eg eh ehc em en eng ep er es esa et etc eu ev ex fb fe ff fi fl "
    "fm fp fr ft fv fw fx fy ga gb gbh gbv gf gi go gp gr gu gum hb hbv hcp he hes hf hg hi hiv hl hmo hmp ho "
    "hoa hp hq hr hrt ht hv id idp ie ig im in io ip iq ird irl is isa it itu iud iv ja jc jcp jsa ka kfc ko "
    "kx ky la lac ld le lft lhr lmp lol lp ls lt ltr ma mar mat mc md me mg mh mha mi ml mo mp mr mri ms msm "
    "msp mt mw my na nb ne nfa ng nh nhs ni nk nl no np nr nrm ns nsy nt nv nz oap od of oh ok om on ooh op "
    "or os ot ov pa pc pd pe pep ph pi pid pip pl pls pm po poa pos pp pr prn ps psd pt pv pvg px qa qc re "
    "rip rmn rn ro rsl rtc sa sab sap sar sb sc sd se sf sgo sh si sm smi so sos sp spl st std sti su sv sw "
    "swf ta tb tbc tc tf th ti tia tm to tp tr ts tv tx uc uk un up uq us uti va vaw vc vd vi vip vo vp vs vw "
    "wa wc wd we wf wh wi wp ws wt ww wx ya yd yo yp ys yt yw".split()
)
# fmt: on
_PEOPLE = one_of(
    "client, patient, pt, pupil, tenant, claimant, service user, su, student, resident, customer, young person, "
    "young woman, young man, woman, lady, girl, boy, lad, lassie, victim, survivor, initials, her name is, called, "
    "daughter, son, child, mum, partner, sister, brother, friend"
)
_DOTTED = re.compile(r"(?<![\w.])[A-Z]\. ?[A-Z]\.(?: ?[A-Z]\.)?(?![\w.])|(?<![\w.])[A-Z]\.[A-Z](?![\w.])")
_NOT_DOTTED = frozenset("uk us eu ni ie eg nb ps am pm cv id tv dj dob nhs usa gp ok ad bc mp pc hq rs".split())
_AFTER_PERSON = re.compile(rf"\b(?i:{_PEOPLE})[ :,(-]{{1,3}}([A-Z]{{2,3}})(?![\w'&/-]|\.\w)")
_AGED = re.compile(
    r"(?<![\w.&/-])([A-Z]{2})(?= ?\(\d\d\)| ?,? ?\(?(?:aged )?\d\d ?(?:yo\b|yrs?\b|y/o\b|years?\b|[mfMF]\b|,)"
    r"| (?:is|was) (?:an? |only )?\d\d\b| (?:told|disclosed|says|said she|said he|has disclosed|dob)\b)"
)


def initials(text: str) -> Iterator[Span]:
    """Find initials: with dots, after a word such as "client", or before an age or "told"."""
    for match in _DOTTED.finditer(text):
        if re.sub(r"\W", "", match.group()).lower() not in _NOT_DOTTED:
            yield Span("name", *match.span())
    if text.isupper():
        return
    for form in (_AFTER_PERSON, _AGED):
        for match in form.finditer(text):
            if match.group(1).lower() not in _ABBREVIATIONS or _is_said(text, match):
                yield Span("name", *match.span(1))


def _is_said(text: str, match: re.Match[str]) -> bool:
    """Say whether an abbreviation is said to be somebody's initials."""
    return text[: match.start(1)].lower().rstrip(" :").endswith("initials")
