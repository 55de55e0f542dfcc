"""Where a person is, as at most 64 characters of ``A-Z a-z 0-9 _ -``: one codec for buttons, links and deep links.

A position is a trail: the role and the area that were chosen, who the talk is about, and the steps taken since the
start. The last step is the screen shown; Back is the trail without it. In a walk, Back and Change open an answer again
and keep it and the later ones, in steps with their own letter. Nothing else is kept anywhere, so a restart or another
replica changes nothing, and an edited library only changes what the trail finds. Everything in it is untrusted: it is
parsed strictly, looked up in the current library, and carries no authority.

Layout: version (1), role (2), area (2), then five characters a step: the letter of its screen (1) and the code of what
it shows (4). If the talk says who it is about, that comes first, written as a step with its own letter; then,
if there is room, which words the last screen was drawn from.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import dropwhile, pairwise

LENGTH = 64  # characters: Telegram's limit for callback data and for deep links
VERSION = "1"
NONE = "--"
NO_CODE = "----"  # for a screen that shows nothing from the content
CODE_LENGTH = 4
STEP_LENGTH = 1 + CODE_LENGTH
HEAD_LENGTH = 5
MOST_STEPS = (LENGTH - HEAD_LENGTH) // STEP_LENGTH
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
AREA_PREFIX = "S12"  # every council's GSS code begins so


# The letters that the codec itself needs. Those of the other screens are in their modules.
RESPONSE = "r"  # an answer to a question of a flow
KEPT = "K"  # an answer from before that is open again, kept in case it still applies
REGION = "g"  # a region opened, to choose a council from
MARK = "q"  # not a screen: what pressing the button with this position means
LISTED = frozenset("SV")  # an entry that a message was matched with: several in a row are one screen
PERSON = "W"  # not a screen: who the talk is about (core/thread.py); always first
SEEN = "X"  # not a screen: which words the last screen was drawn from (core/screens/finding.py); before all steps


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a trail: the letter of its screen and the code of what it shows."""

    letter: str
    code: str = NO_CODE


@dataclass(frozen=True, slots=True)
class Position:
    """A trail of steps with the role, the area, the person and the words it was drawn from, each a code or dashes."""

    steps: tuple[Step, ...] = ()
    role: str = NONE
    area: str = NONE
    person: str = NO_CODE
    seen: str = NO_CODE

    def then(self, *steps: Step) -> "Position":
        """Return the trail with steps added, leaving out the oldest screens if it would be too long."""
        return self.at(*_fitting(self.steps + steps, self._most))

    def back(self) -> "Position":
        """Return the trail without its last screen; in a walk, with its last answer opened again and kept."""
        if not self.steps:
            return self
        if self.steps[-1].letter in LISTED:
            return self.at(*tuple(dropwhile(lambda step: step.letter in LISTED, reversed(self.steps)))[::-1])
        standing = next((i for i, s in reversed([*enumerate(self.steps)]) if s.letter != KEPT), 0)
        if self.steps[standing].letter == RESPONSE:
            return self._open_from(standing)
        kept = self.steps[standing + 1 :] if self.steps[standing].letter == REGION else ()
        return self.at(*self.steps[:standing], *kept)

    def asking_again(self, number: int) -> "Position":
        """Return the trail of its walk with one answer open again, keeping it and the later ones."""
        start = self.walk_start
        answers = [i for i, step in enumerate(self.steps) if i >= start and step.letter == RESPONSE]
        if not number < len(answers):
            return self
        opened = self._open_from(answers[number])
        left = opened.steps[: answers[number]]
        no_region = left[:-1] if left and left[-1].letter == REGION else left
        return opened.at(*no_region, *opened.steps[answers[number] :])

    @property
    def walk_start(self) -> int:
        """Where the answers of its last walk begin."""
        return next((i + 1 for i, s in reversed([*enumerate(self.steps)]) if s.letter not in OF_WALK), 0)

    def _open_from(self, place: int) -> "Position":
        """Keep the answers from a place on; an area answered in one of them is open again."""
        rest = self.steps[place:]
        # The opened region distinguishes it from an option whose code happens to be that of an area.
        answered_area = any(
            region.letter == REGION and step.letter == RESPONSE
            for region, step in pairwise(self.steps[max(place - 1, 0) :])
        )
        kept = tuple(Step(KEPT, step.code) for step in rest if step.letter in (RESPONSE, KEPT))
        return replace(self, steps=self.steps[:place] + kept, area=NONE if answered_area else self.area)

    def at(self, *steps: Step) -> "Position":
        """Return a new trail of these steps, with the same role, area and person."""
        return Position(steps, self.role, self.area, self.person, self.seen)  # takes half as long as `replace`

    def of(self, person: str) -> "Position":
        """Return the same trail in a talk about this person."""
        return replace(self, person=person).then()

    @property
    def last(self) -> Step | None:
        """The step that is shown, or None at the start."""
        return self.steps[-1] if self.steps else None

    @property
    def _most(self) -> int:
        return MOST_STEPS - (self.person != NO_CODE)


OF_WALK = frozenset({RESPONSE, REGION, KEPT})  # steps that belong to the flow before them


def _fitting(steps: tuple[Step, ...], most: int) -> tuple[Step, ...]:
    """Drop answers kept for later, then whole screens from the old end, until the trail fits.

    A flow keeps its start and all responses that still count.
    """
    while len(steps) > most:
        kept = next((i for i in reversed(range(len(steps))) if steps[i].letter == KEPT), None)
        cut = next((i for i in range(1, len(steps)) if steps[i].letter not in OF_WALK), None)
        if kept is None and cut is None:
            return steps[:most]
        steps = steps[cut:] if kept is None else (*steps[:kept], *steps[kept + 1 :])
    return steps


@lru_cache(maxsize=1 << 13)  # every id of the content, many times a screen
def code(identifier: str, length: int = 4) -> str:
    """Return the short code of an id: so many characters, of 6 bits each, of its BLAKE2 hash.

    Codes of one kind are unique: the loader refuses content if two are the same.
    """
    digest = hashlib.blake2s(identifier.encode(), digest_size=6).digest()
    return urlsafe_b64encode(digest).decode()[:length]


def area_code(gss: str) -> str:
    """Return the two characters for a council's GSS code, such as ``S12000033``."""
    number = int(gss[len(AREA_PREFIX) :])
    return ALPHABET[number // 64 % 64] + ALPHABET[number % 64]


def response(question: str, answer: str) -> Step:
    """Return the step that answers a question (by its id) with an option (by its id)."""
    return Step(RESPONSE, code(question, 2) + code(answer, 2))


def area_response(question: str, gss: str) -> Step:
    """Return the step that answers an area question with a council, or with none when ``gss`` is empty."""
    return Step(RESPONSE, code(question, 2) + (area_code(gss) if gss else NONE))


def encode(position: Position) -> str:
    """Write a position as at most 64 characters, with the words it was drawn from only if there is room."""
    person = PERSON + position.person if position.person != NO_CODE else ""
    head, trail = VERSION + position.role + position.area + person, "".join(s.letter + s.code for s in position.steps)
    fits = position.seen != NO_CODE and len(head) + STEP_LENGTH + len(trail) <= LENGTH
    return head + (SEEN + position.seen if fits else "") + trail


_ALPHABET = frozenset(ALPHABET)


def decode(text: str) -> Position | None:
    """Read a position back, or return None if the text does not have the form of one.

    Any string is safe to pass. This does not check that its letters belong to screens.
    """
    whole = len(text) >= HEAD_LENGTH and len(text) <= LENGTH and (len(text) - HEAD_LENGTH) % STEP_LENGTH == 0
    if not whole or text[0] != VERSION or not _ALPHABET.issuperset(text):
        return None
    letters = text[HEAD_LENGTH::STEP_LENGTH]
    if letters and not letters.isalpha():
        return None
    starts = range(HEAD_LENGTH, len(text), STEP_LENGTH)
    steps = tuple(Step(text[start], text[start + 1 : start + STEP_LENGTH]) for start in starts)
    known = dict[str, str]()
    for letter in (PERSON, SEEN):
        if steps and steps[0].letter == letter and steps[0].code != NO_CODE:
            known[letter], steps = steps[0].code, steps[1:]
    return Position(steps, text[1:3], text[3:5], known.get(PERSON, NO_CODE), known.get(SEEN, NO_CODE))


def unseen(text: str) -> str:
    """Return a written position without the part that says which words it was drawn from."""
    found = decode(text)
    return encode(replace(found, seen=NO_CODE)) if found is not None else text


ANSWERED = "answ"  # a question led here, and was counted then
HELPED = "help"
CHOSE_AREA = "area"
CHOSE_ROLE = "role"
PICKED = "pic"  # and the place of what was picked
_NONE = "n"  # in a mark: none of a list
NOT_ASKED, FIRST = "0", "1"  # the place of something that no question found, and of the answer to a question


@dataclass(frozen=True, slots=True)
class MarkedPosition:
    """A position and what pressing the button with it meant, or ``""``."""

    position: Position
    mark: str = ""

    @property
    def rank(self) -> str:
        """The place where a question found what is shown; ``0`` if no question found it."""
        if self.mark == ANSWERED:
            return FIRST
        return self.mark[-1] if self.mark[:-1] in (PICKED, "not") and self.mark[-1].isdecimal() else NOT_ASKED


def picked(rank: int) -> str:
    """Return the mark of the suggestion at this place; 0 for none of them."""
    return f"{PICKED}{rank or _NONE}"


def not_mine(rank: str) -> str:
    """Return the mark of "Not my question" under what a question found at this place."""
    return f"not{rank}"


def instead(shown: str, rank: int) -> str:
    """Return the mark of a place in the list that follows "Not my question"; 0 for none of them."""
    return f"i{shown}{rank or _NONE}-"


def marked(position: Position, mark: str) -> Position:
    """Return a position that carries a mark."""
    return position.then(Step(MARK, mark))


def unmarked(position: Position) -> MarkedPosition:
    """Return a position without its mark, and the mark."""
    last = position.last
    if last is None or last.letter != MARK:
        return MarkedPosition(position)
    return MarkedPosition(position.at(*position.steps[:-1]), last.code)


def chosen(mark: str) -> Mapping[str, str]:
    """Return the choice from a list that a mark records, as kinds of counts and their ids."""
    rank = {_NONE: "none"}.get(mark[2:3], mark[2:3])
    if mark[:3] == PICKED:
        return {"picked": {_NONE: "none"}.get(mark[3], mark[3])}
    return {"instead": f"{mark[1]}-{rank}"} if mark[:1] == "i" and mark[3:] == "-" else {}
