"""Letters that pass for Latin ones, signs that stand for a word, and characters that nobody sees."""

_CYRILLIC = dict(zip("авеёкмнорстухіїјѕһԁԛԝгӏүьпԍ", "abeekmhopctyxiijshdqwrlybng", strict=True))
_CYRILLIC_CAPITALS = dict(zip("АВЕЁКМНОРСТУХІЇЈЅԌԚԜӀҮ", "ABEEKMHOPCTYXIIJSGQWIY", strict=True))
_GREEK = dict(zip("αβγεζηικμνορτυχω", "abyeznikuvoptuxw", strict=True))
_GREEK_CAPITALS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True))
_LATIN = dict(zip("ıɑɡɩɪʟʀʏɴɢʜʙᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜰꜱøđłħŧƙƒ", "iagiilrynghbacdejkmoptuvwzfsodlhtkf", strict=True))
_ARMENIAN = dict(zip("օսոհց", "ounhg", strict=True))
_NEGATIVE = {chr(start + n): chr(97 + n) for start in (0x1F150, 0x1F170, 0x1F1E6) for n in range(26)}

LOOKALIKES = str.maketrans(
    _CYRILLIC | _CYRILLIC_CAPITALS | _GREEK | _GREEK_CAPITALS | _LATIN | _ARMENIAN | {"æ": "ae", "œ": "oe", "Ø": "O"}
)
"""Letters that are read as a Latin letter, by that letter."""

SIGNS = _NEGATIVE | {
    "🔪": " knife ",
    "🗡": " knife ",
    "🔫": " gun ",
    "🆘": " sos ",
    "💊": " pills ",
    "🩸": " blood ",
    **dict.fromkeys("‘’‛ʼʹ`´′＇ʻ", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘", "-"),
    "…": "...",
    "ß": "ss",
}
"""Signs that stand for something plainer, by what they stand for."""

UNSEEN = frozenset(
    chr(code)
    for first, last in (
        (0x00AD, 0x00AD), (0x0300, 0x036F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5),
        (0x180B, 0x180F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x200B, 0x200F), (0x202A, 0x202E),
        (0x2060, 0x206F), (0x20D0, 0x20FF), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
        (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB), (0xD800, 0xDFFF), (0xE0000, 0xE01EF),
    )
    for code in range(first, last + 1)
)  # fmt: skip
"""Characters that take no room on the screen: joiners, direction marks, accents on their own, half characters."""
