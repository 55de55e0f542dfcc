"""Tune the encoder on the content's own phrasings, so that different ways to ask one thing get similar vectors.

Each step takes some entries, two points of each, and a few texts of each point, some with typing slips. It adjusts the
upper layers so that a text's vector moves closer to its point, among all points and among those of its entry (softmax
over points, which are learned too), and to the other texts of its point in the step (supervised contrastive learning,
Khosla and others 2020). What staff type next in a talk is compared with its own entry's points alone, because it names
nothing else. The result is then mixed with the original model, because a model that is only tuned would forget what
other words mean (Wortsman and others 2022). Needs PyTorch; the same seed on the same machine gives the same model.
"""

import importlib
import random
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.core.library import Library
from bot.hearing.matching.topics import topics

SEED, STEPS, ENTRIES, POINTS, TEXTS = 20261130, 700, 14, 2, 3  # a step: entries, points of each, texts of each
RATE, FASTER, WARMING = 1e-4, 20.0, 40  # the learning rate; how much faster points learn; steps until the rate is full
WARMTH, SMOOTHING, LEFT_OUT = 0.06, 0.05, 0.05
OF_ENTRY, WITHIN, CONTRAST = 0.5, 0.7, 0.5  # weights beside that of the softmax over all points
CROWDED = 0.7  # an entry is taken by how many points it has, to this power
FIRST, HIDDEN = 5, -1e9
FROZEN_LAYERS, LAYERS, HEADS, HEAD_SIZE = 3, 6, 12, 32
TOKENS = 40
MIXED = 1.0  # share of the tuned model
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
Weights = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Asked:
    """The texts that ask one thing: a point, or an entry or a kind of message as a whole.

    Attributes:
        topic: the id of the entry, or of the kind of message.
        texts: the ways to ask it.
        follow_ups: what staff type next in a talk to ask it.
    """

    topic: str
    texts: tuple[str, ...]
    follow_ups: tuple[str, ...] = ()


def asked(library: Library) -> tuple[Asked, ...]:
    """Return everything that can be asked, with the texts that ask it."""
    near: dict[str, list[str]] = {}
    for entry in library.entries.values():
        for miss in entry.not_phrasings:
            near.setdefault(miss.belongs, []).append(miss.text)
    found = list[Asked]()
    for topic in topics(library):
        own = topic.phrasings[: len(topic.phrasings) - topic.of_points]
        if own:
            found.append(Asked(topic.id, (*own, *near.get(topic.id, ()))))
        if topic.id in library.entries:
            points = library.entries[topic.id].points
            found.extend(Asked(topic.id, point.asked, point.follow_ups) for point in points if point.asked)
    return tuple(found)


def tuned(weights: Weights, tokenizer: Any, given: Sequence[Asked]) -> Weights:
    """Return the model's weights after tuning.

    Args:
        weights: the weights of the model.
        tokenizer: the tokenizer of the model.
        given: everything that can be asked.
    """
    torch = importlib.import_module("torch")
    torch.manual_seed(SEED)
    model = _Model(torch, tokenizer, {name: torch.tensor(value) for name, value in weights.items()})
    moving = {name: value.requires_grad_() for name, value in model.weights.items() if _moves(name)}
    with torch.no_grad():
        middles = torch.stack([model(sorted(one.texts, key=len)[:FIRST]).mean(0) for one in given])
    middles.requires_grad_()
    rates = ([*moving.values()], RATE), ([middles], RATE * FASTER)
    steps = torch.optim.Adam([{"params": values, "lr": rate} for values, rate in rates])
    draw, started, total = random.Random(SEED), time.monotonic(), 0.0
    loss_of = _loss(torch, given)
    for number in range(1, STEPS + 1):
        share = min(1.0, number / WARMING) * (1 - number / (STEPS + 1))
        for group, (_, rate) in zip(steps.param_groups, rates, strict=True):
            group["lr"] = rate * share
        texts, which, is_next = _batch(draw, given)
        loss = loss_of(model(texts, LEFT_OUT), torch.tensor(which), torch.tensor(is_next), middles)
        steps.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*moving.values(), middles], 1.0)
        steps.step()
        total += loss.item()
        if number % 50 == 0:
            print(f"step {number}: loss {total / 50:.3f}, {time.monotonic() - started:.0f} s", file=sys.stderr)
            total = 0.0
    mixed = {name: MIXED * v.detach().numpy() + (1 - MIXED) * weights[name] for name, v in moving.items()}
    return {**weights, **mixed}


def _moves(name: str) -> bool:
    parts = name.split(".")
    return parts[:2] == ["encoder", "layer"] and int(parts[2]) >= FROZEN_LAYERS


def _loss(torch: Any, given: Sequence[Asked]) -> Any:
    """Return a function from the vectors of texts, and what they ask, to the loss."""
    functions = torch.nn.functional
    numbers = {topic: number for number, topic in enumerate(dict.fromkeys(one.topic for one in given))}
    topic = torch.tensor([numbers[one.topic] for one in given])
    related, of_topic = topic[:, None] == topic[None], functions.one_hot(topic).float()

    def loss(vectors: Any, which: Any, is_next: Any, middles: Any) -> Any:
        near = vectors @ functions.normalize(middles, dim=1).T / WARMTH
        among_all, first = near[~is_next], which[~is_next]
        total = functions.cross_entropy(among_all, first, label_smoothing=SMOOTHING)
        by_topic = torch.log(among_all.softmax(1) @ of_topic + 1e-9)
        total = total + OF_ENTRY * functions.nll_loss(by_topic, topic[first])
        total = total + WITHIN * functions.cross_entropy(near.masked_fill(~related[which], HIDDEN), which)
        itself = torch.eye(len(which), dtype=torch.bool)
        apart = (is_next[:, None] | is_next[None]) & ~related[which][:, which]
        among = (vectors @ vectors.T / WARMTH).masked_fill(itself | apart, HIDDEN).log_softmax(1)
        siblings = (which[:, None] == which[None]) & ~itself
        contrast = among.masked_fill(~siblings, 0).sum(1) / siblings.sum(1).clamp(min=1)
        return total - CONTRAST * contrast.mean()

    return loss


class _Model:
    """The model's forward pass."""

    def __init__(self, torch: Any, tokenizer: Any, weights: Mapping[str, Any]) -> None:
        self.torch, self.functions, self.tokenizer, self.weights = torch, torch.nn.functional, tokenizer, weights

    def __call__(self, texts: Sequence[str], left_out: float = 0.0) -> Any:
        """Return vectors of length one; texts of like length stand beside each other, so those are run together."""
        bounds = [len(texts) * share // 10 for share in (0, 4, 7, 9, 10)]
        runs = (texts[start:end] for start, end in pairwise(bounds) if end > start)
        return self.torch.cat([self._run(some, left_out) for some in runs])

    def _run(self, texts: Sequence[str], left_out: float) -> Any:
        encoded = [one.ids for one in self.tokenizer.encode_batch(list(texts))]
        longest = max(map(len, encoded))
        ids = self.torch.tensor([[*one, *[0] * (longest - len(one))] for one in encoded])
        mask = self.torch.tensor([[1.0] * len(one) + [0.0] * (longest - len(one)) for one in encoded])
        value = self.weights["embeddings.word_embeddings.weight"][ids]
        value = value + self.weights["embeddings.position_embeddings.weight"][:longest]
        value = self._levelled(value + self.weights["embeddings.token_type_embeddings.weight"][0], "embeddings")
        hidden = (1 - mask)[:, None, None, :] * HIDDEN
        for layer in range(LAYERS):
            frozen = layer < FROZEN_LAYERS
            with self.torch.set_grad_enabled(not frozen and self.torch.is_grad_enabled()):
                value = self._layer(value, hidden, f"encoder.layer.{layer}.", 0.0 if frozen else left_out)
        mean = (value * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return self.functions.normalize(mean, dim=1)

    def _levelled(self, value: Any, name: str) -> Any:
        weight, bias = (self.weights[f"{name}.LayerNorm.{part}"] for part in ("weight", "bias"))
        return self.functions.layer_norm(value, (HEADS * HEAD_SIZE,), weight, bias, 1e-12)

    def _layer(self, value: Any, hidden: Any, name: str, left_out: float) -> Any:
        def linear(given: Any, part: str) -> Any:
            weight, bias = (self.weights[f"{name}{part}.{kind}"] for kind in ("weight", "bias"))
            return self.functions.linear(given, weight, bias)

        def dropped(given: Any) -> Any:
            return self.functions.dropout(given, left_out, left_out > 0)

        count, length, size = value.shape
        parts = (linear(value, f"attention.self.{part}") for part in ("query", "key", "value"))
        heads = (part.view(count, length, HEADS, HEAD_SIZE).transpose(1, 2) for part in parts)
        seen = self.functions.scaled_dot_product_attention(*heads, attn_mask=hidden)
        seen = linear(seen.transpose(1, 2).reshape(count, length, size), "attention.output.dense")
        value = self._levelled(value + dropped(seen), f"{name}attention.output")
        wide = self.functions.gelu(linear(value, "intermediate.dense"))
        return self._levelled(value + dropped(linear(wide, "output.dense")), f"{name}output")


def _batch(draw: random.Random, given: Sequence[Asked]) -> tuple[list[str], list[int], list[bool]]:
    """Return the texts of a step, the shortest first, which of what can be asked each asks, and whether it follows."""
    of_topic: dict[str, list[int]] = {}
    for number, one in enumerate(given):
        of_topic.setdefault(one.topic, []).append(number)
    weights = [len(numbers) ** CROWDED for numbers in of_topic.values()]
    chosen = dict.fromkeys(draw.choices([*of_topic], weights, k=ENTRIES + 2))
    rows = list[tuple[str, int, bool]]()
    for topic in [*chosen][:ENTRIES]:
        for number in draw.sample(of_topic[topic], min(POINTS, len(of_topic[topic]))):
            one = given[number]
            count = TEXTS - bool(one.follow_ups)
            rows.extend((text, number, False) for text in draw.sample(one.texts, min(count, len(one.texts))))
            if one.follow_ups:
                rows.append((draw.choice(one.follow_ups), number, True))
    typed = ((slipped(text, draw), number, follows) for text, number, follows in rows)
    texts, numbers, is_next = zip(*sorted(typed, key=lambda row: len(row[0])), strict=True)
    return [*texts], [*numbers], [*is_next]


def slipped(text: str, draw: random.Random) -> str:
    """Return a text as it might be typed in a hurry: some letters wrong, a part left out, no apostrophes."""
    if draw.random() < 0.4:
        return text
    words = text.split()
    for _ in range(max(1, len(words) // 10)):
        place = draw.randrange(len(words))
        words[place] = _slip(words[place], draw)
    if draw.random() < 0.3 and len(words) > 8:
        start = draw.randrange(len(words) // 2)
        words = words[start : start + max(6, len(words) // 2)]
    typed = " ".join(words)
    return typed.replace("'", "") if draw.random() < 0.5 else typed


def _slip(word: str, draw: random.Random) -> str:
    if len(word) < 4:
        return word
    at = draw.randrange(1, len(word) - 1)
    made = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at] + word[at:],
        word[:at] + draw.choice(_LETTERS) + word[at + 1 :],
    )
    return draw.choice(made)
