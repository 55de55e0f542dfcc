"""Where the tile of each council area stands on the map: about where the area lies, all of one size."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile: its column and row, and its name in lines short enough for it."""

    column: int
    row: int
    lines: tuple[str, ...]


TILES: Mapping[str, Tile] = {
    "S12000027": Tile(7, 0, ("Shetland",)),
    "S12000023": Tile(6, 1, ("Orkney",)),
    "S12000013": Tile(1, 1, ("Na h-Eileanan", "Siar")),
    "S12000017": Tile(3, 2, ("Highland",)),
    "S12000020": Tile(4, 2, ("Moray",)),
    "S12000034": Tile(5, 2, ("Aberdeen-", "shire")),
    "S12000033": Tile(6, 2, ("Aberdeen", "City")),
    "S12000048": Tile(4, 3, ("Perth and", "Kinross")),
    "S12000041": Tile(5, 3, ("Angus",)),
    "S12000042": Tile(6, 3, ("Dundee",)),
    "S12000035": Tile(1, 4, ("Argyll", "and Bute")),
    "S12000039": Tile(2, 4, ("West Dun-", "bartonshire")),
    "S12000030": Tile(3, 4, ("Stirling",)),
    "S12000005": Tile(4, 4, ("Clackman-", "nanshire")),
    "S12000047": Tile(5, 4, ("Fife",)),
    "S12000018": Tile(1, 5, ("Inverclyde",)),
    "S12000038": Tile(2, 5, ("Renfrew-", "shire")),
    "S12000045": Tile(3, 5, ("East Dun-", "bartonshire")),
    "S12000014": Tile(4, 5, ("Falkirk",)),
    "S12000040": Tile(5, 5, ("West", "Lothian")),
    "S12000036": Tile(6, 5, ("Edinburgh",)),
    "S12000010": Tile(7, 5, ("East", "Lothian")),
    "S12000021": Tile(1, 6, ("North", "Ayrshire")),
    "S12000011": Tile(2, 6, ("East Ren-", "frewshire")),
    "S12000049": Tile(3, 6, ("Glasgow",)),
    "S12000050": Tile(4, 6, ("North", "Lanarkshire")),
    "S12000019": Tile(6, 6, ("Midlothian",)),
    "S12000028": Tile(1, 7, ("South", "Ayrshire")),
    "S12000008": Tile(2, 7, ("East", "Ayrshire")),
    "S12000029": Tile(3, 7, ("South", "Lanarkshire")),
    "S12000026": Tile(5, 7, ("Scottish", "Borders")),
    "S12000006": Tile(3, 8, ("Dumfries and", "Galloway")),
}
