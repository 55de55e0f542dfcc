"""Tune the encoder on the content's own phrasings, so that different ways to ask for one entry get similar vectors.

Each step takes a few topics and a few texts of each, some with typing slips, and adjusts the upper layers so that a
text's vector moves closer to its topic (softmax over all topics, which are learned too) and to the other texts of its
topic in the step (supervised contrastive learning, Khosla and others 2020). The result is then mixed with the original
model, because a model that is only tuned would forget what other words mean (Wortsman and others 2022). Needs JAX; the
same seed on the same machine gives the same model.
"""

import importlib
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.hearing.matching.topics import Topic

SEED, STEPS, TOPICS, TEXTS = 20261125, 700, 24, 3
RATE, FASTER, WARMING = 8e-5, 20.0, 50  # the learning rate; how much faster topics learn; steps until the rate is full
WARMTH, SMOOTHING, CONTRAST = 0.06, 0.05, 0.5
FROZEN_LAYERS, LAYERS, HEADS, HEAD_SIZE = 3, 6, 12, 32
TOKENS = 40
MIXED = 0.7  # share of the tuned model
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
Weights = Mapping[str, NDArray[np.float32]]


def tuned(weights: Weights, tokenizer: Any, topics: Sequence[Topic], near: Mapping[str, Sequence[str]]) -> Weights:
    """Return the model's weights after tuning.

    Args:
        near: near misses, by the id of the topic that each belongs to.
    """
    jax = importlib.import_module("jax")
    draw = random.Random(SEED)
    texts = [(*t.phrasings, *near.get(t.id, ()), t.sentences[0], *t.sentences) for t in topics]
    moving = {name: value for name, value in weights.items() if _moves(name)}
    fixed = {name: value for name, value in weights.items() if not _moves(name)}
    model = _Model(jax, fixed)
    state: Any = {"model": moving, "topics": _middles(jax, model, moving, tokenizer, texts)}
    state = jax.tree.map(jax.numpy.asarray, state)
    moments: Any = (jax.tree.map(jax.numpy.zeros_like, state), jax.tree.map(jax.numpy.zeros_like, state))
    step = jax.jit(_stepping(jax, model))
    started, total = time.monotonic(), 0.0
    for number, (ids, mask, wanted) in enumerate(_batches(draw, tokenizer, texts), 1):
        rate = RATE * min(1.0, number / WARMING) * (1 - number / (STEPS + 1))
        state, moments, loss = step(state, moments, number, rate, ids, mask, wanted)
        total += float(loss)
        if number % 50 == 0:
            print(f"step {number}: loss {total / 50:.3f}, {time.monotonic() - started:.0f} s", file=sys.stderr)
            total = 0.0
    mixed = {n: MIXED * np.asarray(v) + (1 - MIXED) * weights[n] for n, v in state["model"].items()}
    return {**weights, **mixed}


def _moves(name: str) -> bool:
    parts = name.split(".")
    return parts[:2] == ["encoder", "layer"] and int(parts[2]) >= FROZEN_LAYERS


class _Model:
    """The model's forward pass; some of its weights are fixed."""

    def __init__(self, jax: Any, fixed: Weights) -> None:
        self.jax, self.np = jax, jax.numpy
        self.fixed = {name: jax.numpy.asarray(value) for name, value in fixed.items()}

    def __call__(self, moving: Any, ids: Any, mask: Any) -> Any:
        """Return vectors of length one."""
        weights = {**self.fixed, **moving}
        value = weights["embeddings.word_embeddings.weight"][ids]
        value += weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        value += weights["embeddings.token_type_embeddings.weight"][0]
        value = self._levelled(value, weights, "embeddings.LayerNorm")
        hidden = (1 - mask)[:, None, None, :] * -1e9
        for layer in range(LAYERS):
            value = self._layer(value, hidden, weights, f"encoder.layer.{layer}.")
        mean = (value * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
        return mean / self.np.linalg.norm(mean, axis=1, keepdims=True)

    def _levelled(self, value: Any, weights: Any, name: str) -> Any:
        centred = value - value.mean(-1, keepdims=True)
        spread = self.np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
        return centred / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def _layer(self, value: Any, hidden: Any, weights: Any, name: str) -> Any:
        def linear(given: Any, part: str) -> Any:
            return given @ weights[f"{name}{part}.weight"].T + weights[f"{name}{part}.bias"]

        count, length, size = value.shape
        query, key, content = (
            linear(value, f"attention.self.{part}").reshape(count, length, HEADS, HEAD_SIZE).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        attention = self.jax.nn.softmax(query @ key.transpose(0, 1, 3, 2) * HEAD_SIZE**-0.5 + hidden, -1)
        seen = (attention @ content).transpose(0, 2, 1, 3).reshape(count, length, size)
        value = self._levelled(
            value + linear(seen, "attention.output.dense"), weights, f"{name}attention.output.LayerNorm"
        )
        wide = self.jax.nn.gelu(linear(value, "intermediate.dense"), approximate=False)
        return self._levelled(value + linear(wide, "output.dense"), weights, f"{name}output.LayerNorm")


def _stepping(jax: Any, model: _Model) -> Any:
    """Return a function for one step of Adam, with the length of the gradient limited."""
    xp = jax.numpy

    def loss(state: Any, ids: Any, mask: Any, wanted: Any) -> Any:
        vectors = model(state["model"], ids, mask)
        topics = state["topics"] / xp.linalg.norm(state["topics"], axis=1, keepdims=True)
        chances = jax.nn.log_softmax(vectors @ topics.T / WARMTH)
        right = (1 - SMOOTHING) * jax.nn.one_hot(wanted, topics.shape[0]) + SMOOTHING / topics.shape[0]
        itself = xp.eye(len(wanted), dtype=bool)
        siblings = (wanted[:, None] == wanted[None]) & ~itself
        among = jax.nn.log_softmax(xp.where(itself, -1e9, vectors @ vectors.T / WARMTH), 1)
        contrast = -(xp.where(siblings, among, 0).sum(1) / xp.maximum(siblings.sum(1), 1)).mean()
        return -(right * chances).sum(1).mean() + CONTRAST * contrast

    def step(state: Any, moments: Any, number: Any, rate: Any, ids: Any, mask: Any, wanted: Any) -> Any:
        value, slope = jax.value_and_grad(loss)(state, ids, mask, wanted)
        length = xp.sqrt(sum((part**2).sum() for part in jax.tree.leaves(slope)))
        slope = jax.tree.map(lambda part: part * xp.minimum(1, 1 / length), slope)
        first = jax.tree.map(lambda old, new: 0.9 * old + 0.1 * new, moments[0], slope)
        second = jax.tree.map(lambda old, new: 0.999 * old + 0.001 * new**2, moments[1], slope)
        moved = jax.tree.map(
            lambda a, b: (a / (1 - 0.9**number)) / (xp.sqrt(b / (1 - 0.999**number)) + 1e-8), first, second
        )
        rates = {"model": rate, "topics": rate * FASTER}
        state = {
            name: jax.tree.map(lambda old, by, r=r: old - r * by, state[name], moved[name]) for name, r in rates.items()
        }
        return state, (first, second), value

    return step


def _middles(jax: Any, model: _Model, moving: Any, tokenizer: Any, texts: Sequence[Sequence[str]]) -> Any:
    """Return each topic's mean vector before tuning, as the starting point for learning."""
    run = jax.jit(lambda ids, mask: model(moving, ids, mask))
    middles = []
    for of_topic in texts:
        chosen = [of_topic[n % len(of_topic)] for n in range(64)]  # one shape, so that it is compiled once
        middles.append(np.asarray(run(*_tokens(tokenizer, chosen))).mean(axis=0))
    return np.stack(middles)


def _batches(draw: random.Random, tokenizer: Any, texts: Sequence[Sequence[str]]) -> Iterator[tuple[Any, Any, Any]]:
    for _ in range(STEPS):
        topics = draw.sample(range(len(texts)), TOPICS)
        chosen = [(slipped(text, draw), n) for n in topics for text in draw.sample(texts[n], TEXTS)]
        ids, mask = _tokens(tokenizer, [text for text, _ in chosen])
        yield ids, mask, np.array([number for _, number in chosen])


def _tokens(tokenizer: Any, texts: Sequence[str]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    ids, mask = np.zeros((len(texts), TOKENS), np.int32), np.zeros((len(texts), TOKENS), np.float32)
    for row, encoded in enumerate(tokenizer.encode_batch(list(texts))):
        ids[row, : len(encoded.ids)], mask[row, : len(encoded.ids)] = encoded.ids, 1
    return ids, mask


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
