"""Learn the grades of danger and write bot/hearing/data/danger_grades.npz: ``python -m training.learn_danger [--check]``.

The cards and their sayings are compiled first (training.compile_crisis), so that a new card needs no other command.

Two logistic regressions over the grades, and two over the cards, are learned from graded messages: those of
training/danger_messages.yaml, all phrasings of the content (those of points too, nearly all ordinary), its
messages outside the guidance, and guidance/danger.yaml.
One of each uses only words, and one uses words and meaning, with a layer of units over the meaning. A message for which a second grade is acceptable counts for
both grades. A long message is learned from only by the part that points most to danger, because only that part is
judged. With ``--cards``, only the choice of the card is learned again, in minutes, and the grades stay as they are.
Needs: pip install scikit-learn.
"""

import importlib
import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any
from zlib import crc32

import numpy as np
import yaml

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.core.library import Library
from bot.encoder import ready
from bot.hearing.danger.detector import REMARK, DangerDetector, HeardDanger
from bot.hearing.danger.grade_features import PLACES
from bot.hearing.danger.grading import FILE, GRADES, GradeModel, Grader, HeardPart, Layer
from bot.hearing.danger.rules import DangerRules
from bot.hearing.matching.fusion import MatchingData
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from bot.hearing.text import TypedMessage
from training import compile_crisis, data_files

MESSAGES = data_files.ROOT / "training" / "danger_messages.yaml"
OF_CONTENT = ("guidance/*/*.asked.yaml", *(f"guidance/{name}.yaml" for name in ("crisis", "danger", "outside")))
SOURCES = ("training/danger_messages.yaml", *OF_CONTENT, "bot/encoder/minilm.onnx")
FIRST, SECOND = 0.65, 0.35  # the weight of a message's grade, and of its other grade where it has one
STRENGTH_OF_GRADES, STRENGTH_OF_CARDS = 2.0, 6.0  # the inverse of how strongly weights are kept small
ROUNDS, NEAR_ENOUGH = 250, 1e-6  # the slope is of the mean of all messages, so 1e-3 would stop long before the best
MEANING = 2.0  # how much longer a vector counts than the grams, whose length is one
FEATURE = 0.5  # the value of a named feature
NETWORKS, UNITS = 10, 64  # small networks over a vector, learned apart and used as one layer, and the units of each
DECAY, EPOCHS, STEP, BATCH = 1e-2, 15, 2e-3, 256  # how they learn; 8 to 20 rounds differ by no more than chance
STRETCH = 8.0  # how much longer a vector is for a network, whose weights start small
OF_SUMS, OF_LAYER = 0.65, 0.325  # what both count for together, so that a chance is as often right as it says
# How often a line counts when the choice of the card is learned: danger-now has most of the lines.
LINES = {("line", ""): 0.1, ("line", "none"): 0.1, ("line", "card"): 0.3}
BRIEF = 2.0  # how often danger in a remark counts, and any message of few words: most of the messages are longer


@dataclass(frozen=True, slots=True)
class Graded:
    """A message with its grade, the card that fits and another acceptable grade; the last two may be ``""``."""

    text: str
    grade: str
    card: str = ""
    also: str = ""


def messages(library: Library) -> Iterator[Graded]:
    """Yield every message to learn from; a phrasing of a point is ordinary unless it is graded elsewhere."""
    graded = [*_collected(), *(Graded(one.text, one.danger, one.card) for one in library.graded)]
    yield from graded
    for entry in library.entries.values():
        yield from (Graded(text, "none") for text in (entry.title, *entry.phrasings))
        yield from (Graded(one.text, one.danger, one.card) for one in entry.danger_phrasings)
    for kind in library.outside.values():
        yield from (Graded(text, "none") for text in kind.examples)
    known = {TypedMessage.of(one.text).words for one in graded}
    asked = (text for entry in library.entries.values() for point in entry.points for text in point.asked)
    yield from (Graded(text, "none") for text in asked if TypedMessage.of(text).words not in known)


def _collected() -> Iterator[Graded]:
    """Yield the messages of training/danger_messages.yaml."""
    for named, cards in yaml.safe_load(MESSAGES.read_text("utf-8")).items():
        grade, _, also = named.partition(", or ")
        for card, texts in cards.items():
            yield from (Graded(text, grade, "" if card == "any" else card, also) for text in texts)


def rarity(rows: Iterable[Iterable[str]]) -> Numbers:
    """Return how rare the grams of each place are: the logarithm of messages per message that has them."""
    counts = Counter[int]()
    number = 0
    for row in rows:
        number += 1
        counts.update({crc32(gram.encode()) % PLACES for gram in row})
    found = np.zeros(PLACES, np.float32)
    found[list(counts)] = list(counts.values())
    weights: Numbers = np.where(found >= 2, np.log((1 + number) / (1 + found)) + 1, 0).astype(np.float16)
    return weights


def blank(rules: DangerRules, rare: tuple[Numbers, Numbers]) -> DangerDetector:
    """Return a detector that has learned nothing, to read messages with."""
    columns = len(GRADES) + len(rules.cards)
    nothing = np.zeros((0, columns), np.float32)
    model = GradeModel(np.zeros((2 * PLACES, columns), np.float16), {}, nothing, np.zeros(columns, np.float32))
    return DangerDetector.of(rules, Grader(rare, tuple(rules.cards), model, model))


def knowing(rules: DangerRules, parts: Sequence[HeardPart]) -> Grader:
    """Return a grader that knows how rare the grams of these parts are, and has learned nothing else."""
    rare = rarity(part.words for part in parts), rarity(part.letters for part in parts)
    return blank(rules, rare).grader


def table(grader: Grader, parts: Sequence[HeardPart], vectors: Numbers | None, features: Sequence[str]) -> Any:
    """Return messages, or a part of each, as rows of numbers; without vectors, only their words are used."""
    sparse = importlib.import_module("scipy.sparse")
    placed = [grader.placed(part) for part in parts]
    ends = np.cumsum([0, *(len(places) for places, _ in placed)])
    flat_places, shares = (np.concatenate(each) for each in zip(*placed, strict=True))
    grams = sparse.csr_matrix((shares, flat_places, ends), (len(parts), 2 * PLACES))
    column = {name: number for number, name in enumerate(features)}
    own = [[column[name] for name in sorted(part.named) if name in column] for part in parts]
    flat = np.array([number for row in own for number in row], np.int64)
    bounds = np.cumsum([0, *map(len, own)])
    named = sparse.csr_matrix((np.full(len(flat), FEATURE, np.float32), flat, bounds), (len(parts), len(features)))
    blocks = [grams, named] + ([] if vectors is None else [sparse.csr_matrix(vectors * MEANING)])
    return sparse.hstack(blocks).tocsr()


def learned(rows: Any, wanted: Numbers, share: Numbers, strength: float) -> tuple[Numbers, Numbers]:
    """Return the weights (columns by classes) and the base of a logistic regression over several classes."""
    regression = importlib.import_module("sklearn.linear_model").LogisticRegression(
        C=strength, max_iter=ROUNDS, tol=NEAR_ENOUGH
    )
    regression.fit(rows, wanted, sample_weight=share)
    return regression.coef_.T.astype(np.float32), regression.intercept_.astype(np.float32)


def model(
    grader: Grader,
    parts: Sequence[HeardPart],
    vectors: Numbers | None,
    given: Sequence[Graded],
    kept: GradeModel | None,
) -> GradeModel:
    """Return what is learned from messages, or only the choice of the card, with the grades of a model that is kept."""
    cards, features = grader.cards, sorted({name for part in parts for name in part.named})
    rows = table(grader, parts, vectors, features := list(kept.named) if kept else features)
    grades, base, layer = grades_of(kept) if kept else learned_grades(rows, parts, vectors, given)
    known = [number for number, one in enumerate(given) if one.card in cards and one.grade != "none"]
    of_card = np.array([cards.index(given[number].card) for number in known])
    rarely = 1 / np.sqrt(np.bincount(of_card, minlength=len(cards)))  # so that rare cards are chosen too
    rarely = rarely[of_card] / rarely.mean() * [LINES.get((given[n].grade, given[n].also), 1.0) for n in known]
    weights, card_base = learned(rows[known], of_card, rarely, STRENGTH_OF_CARDS)
    grams, named, meaning = np.split(np.hstack([grades, weights]), [2 * PLACES, 2 * PLACES + len(features)])
    return GradeModel(
        grams=grams.astype(np.float16),
        named=dict(zip(features, named * FEATURE, strict=True)),
        meaning=meaning * MEANING,
        base=np.concatenate([base, card_base]),
        layer=layer,
    )


def grades_of(kept: GradeModel) -> tuple[Numbers, Numbers, Layer | None]:
    """Return the weights of the grades in a model, as they were learned."""
    whole = np.vstack([kept.grams, np.stack([*kept.named.values()]) / FEATURE, kept.meaning / MEANING])
    return whole[:, : len(GRADES)], kept.base[: len(GRADES)], kept.layer


def learned_grades(
    rows: Any, parts: Sequence[HeardPart], vectors: Numbers | None, given: Sequence[Graded]
) -> tuple[Numbers, Numbers, Layer | None]:
    """Return the weights of the grades that are learned from messages."""
    second = [number for number, one in enumerate(given) if one.also]
    which = np.array([*range(len(given)), *second])
    wanted = np.array([GRADES.index(one.grade) for one in given] + [GRADES.index(given[n].also) for n in second])
    share = np.array([FIRST if one.also else 1.0 for one in given] + [SECOND] * len(second), np.float32)
    share *= np.array([times(one, part) for one, part in zip(given, parts, strict=True)], np.float32)[which]
    grades, base = learned(rows[which], wanted, share, STRENGTH_OF_GRADES)
    layer = None
    if vectors is not None:
        layer, start = layer_of(vectors[which], wanted, share)
        grades, base = grades * OF_SUMS, base * OF_SUMS + start
    return grades, base, layer


def layer_of(vectors: Numbers, wanted: Numbers, share: Numbers) -> tuple[Layer, Numbers]:
    """Return the layer of units learned over the vectors, and what every message starts with because of it."""
    network = importlib.import_module("sklearn.neural_network").MLPClassifier
    how = {"alpha": DECAY, "max_iter": EPOCHS, "learning_rate_init": STEP, "batch_size": BATCH, "tol": 0}
    nets = [network((UNITS,), random_state=number, **how) for number in range(NETWORKS)]
    for net in nets:
        net.fit(vectors * STRETCH, wanted, sample_weight=share)
    weights, base = (np.hstack([getattr(net, part)[0] for net in nets]) for part in ("coefs_", "intercepts_"))
    each = OF_LAYER / NETWORKS
    grades = np.vstack([net.coefs_[1] * each for net in nets]).astype(np.float32)
    layer = Layer((weights * STRETCH).astype(np.float32), base, grades)
    return layer, sum(net.intercepts_[1] * each for net in nets)


def times(one: Graded, part: HeardPart) -> float:
    """Return how often a message counts: twice if it is short, and has danger or hardly any words."""
    short = len(part.text.split()) <= REMARK
    return BRIEF if short and (one.grade != "none" or "few words" in part.named) else 1.0


def encoded(matcher: Matcher, encoder: Encoder, texts: Iterable[str]) -> Numbers:
    """Return the vectors of messages as a turn makes them, one row each."""
    return np.stack([encoder.message((matcher.read(text).text,))[0] for text in texts])


def leading(grader: Grader, heard: Sequence[HeardDanger]) -> list[HeardPart]:
    """Return each message, or the part of a long one that points to danger most by its words."""
    return [
        max(one.parts, key=lambda part: 1 - grader.chances(part).none) if len(one.parts) > 1 else one.parts[0]
        for one in heard
    ]


def as_bytes(grader: Grader) -> bytes:
    """Return the bytes of the file of what was learned."""
    held: dict[str, Any] = {"rarity": np.stack(grader.rarity).astype(np.float16), "cards": np.array(grader.cards)}
    for name, one in (("words", grader.words), ("meaning", grader.meaning)):
        held |= {
            f"{name}_features": np.array(list(one.named)),
            f"{name}_named": np.stack(list(one.named.values())).astype(np.float16),
            f"{name}_grams": one.grams,
            f"{name}_vectors": one.meaning.astype(np.float16),
            f"{name}_base": one.base.astype(np.float16),
        }
    if (layer := grader.meaning.layer) is not None:
        held |= {f"layer_{part.name}": getattr(layer, part.name).astype(np.float16) for part in fields(layer)}
    file = io.BytesIO()
    np.savez_compressed(file, **held)
    return file.getvalue()


def main() -> None:
    """Compile the cards and their sayings, learn the weights, and write the files."""
    sources = data_files.sources_of(FILE, SOURCES)
    for name, data in compile_crisis.files().items():
        data_files.write(name, data)
    encoder, why = ready()
    if encoder is None:
        sys.exit(why)
    library = load(find_content())
    given = [one for one in messages(library) if one.text.strip()]
    rules = DangerRules.load()
    reader = blank(rules, (np.ones(PLACES, np.float32), np.ones(PLACES, np.float32)))
    pairs = [(one, heard) for one in given if (heard := reader.hear(one.text)).parts]
    kept = Grader.load() if "--cards" in sys.argv[1:] else None
    pairs = [(one, heard) for one, heard in pairs if not kept or (one.card and one.grade != "none")]
    short = [(one, heard.parts[0]) for one, heard in pairs if len(heard.parts) == 1]
    grader = kept or knowing(rules, [part for _, part in short])
    first = kept.words if kept else model(grader, [part for _, part in short], None, [one for one, _ in short], None)
    parts = leading(replace(grader, words=first), [heard for _, heard in pairs])
    given = [one for one, _ in pairs]
    words = model(grader, parts, None, given, kept.words if kept else None)
    vectors = encoded(Matcher(library, MatchingData.load()), encoder, (part.text for part in parts))
    meaning = model(grader, parts, vectors, given, kept.meaning if kept else None)
    print(f"learned from {len(given)} messages: {Counter(one.grade for one in given)}")
    data = as_bytes(replace(grader, words=words, meaning=meaning))
    data_files.write(FILE, data) if kept else data_files.write_learned(FILE, data, sources)


if __name__ == "__main__":
    main()
