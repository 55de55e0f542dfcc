"""The graph of all-MiniLM-L6-v2 as one small ONNX file: each operation written out, with matrices in 8 bits."""

import importlib
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LAYERS, HEADS, HEAD_SIZE, SIZE = 6, 12, 32, 384  # from the model's own configuration
MOST_POSITIONS = 128  # tokens; more are never read
_MASKED = -1e9
Weights = Mapping[str, NDArray[np.float32]]


class _Graph:
    """Nodes and constants, in the order they are added."""

    def __init__(self, weights: Weights) -> None:
        onnx = importlib.import_module("onnx")
        self.helper, self.make = onnx.helper, onnx.numpy_helper.from_array
        self.types = onnx.TensorProto
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, value: NDArray[Any], name: str = "") -> str:
        name = name or f"constant{len(self.constants)}"
        self.constants.append(self.make(np.ascontiguousarray(value), name))
        return name

    def whole(self, *numbers: int) -> str:
        return self.constant(np.array(numbers, np.int64))

    def node(self, operation: str, *inputs: str, named: str = "", **settings: Any) -> str:
        output = named or f"value{len(self.nodes)}"
        self.nodes.append(self.helper.make_node(operation, list(inputs), [output], **settings))
        return output

    def linear(self, value: str, name: str) -> str:
        product = self.node("MatMul", value, self.constant(self.weights[f"{name}.weight"].T))
        return self.node("Add", product, self.constant(self.weights[f"{name}.bias"]))

    def levelled(self, value: str, name: str) -> str:
        scale, shift = (self.constant(self.weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.node("LayerNormalization", value, scale, shift, epsilon=1e-12, axis=-1)


def model(weights: Weights) -> Any:
    """Return the ONNX model in 32 bits, which takes token ids and their mask and returns vectors of length one."""
    graph = _Graph(weights)
    mask = graph.node("Cast", "attention_mask", to=graph.types.FLOAT)
    value = _embedded(graph)
    hidden = graph.node("Mul", _inverse(graph, mask), graph.constant(np.array(_MASKED, np.float32)))
    for layer in range(LAYERS):
        value = _layer(graph, value, hidden, f"encoder.layer.{layer}.")
    _pooled(graph, value, mask)
    helper, kinds = graph.helper, graph.types
    inputs = [helper.make_tensor_value_info(n, kinds.INT64, ["b", "l"]) for n in ("input_ids", "attention_mask")]
    outputs = [helper.make_tensor_value_info("vectors", kinds.FLOAT, ["b", SIZE])]
    made = helper.make_graph(graph.nodes, "all-MiniLM-L6-v2", inputs, outputs, graph.constants)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


def _inverse(graph: _Graph, mask: str) -> str:
    """Return 1 where the mask is 0, in the shape that is added to attention."""
    one = graph.constant(np.array(1, np.float32))
    return graph.node("Sub", one, graph.node("Unsqueeze", mask, graph.whole(1, 2)))


def _embedded(graph: _Graph) -> str:
    weights = graph.weights
    words = graph.constant(weights["embeddings.word_embeddings.weight"], "words")
    kinds = weights["embeddings.token_type_embeddings.weight"][0]
    positions = graph.constant(weights["embeddings.position_embeddings.weight"][:MOST_POSITIONS] + kinds)
    length = graph.node("Slice", graph.node("Shape", "input_ids"), graph.whole(1), graph.whole(2))
    places = graph.node("Slice", positions, graph.whole(0), length)
    return graph.levelled(graph.node("Add", graph.node("Gather", words, "input_ids"), places), "embeddings.LayerNorm")


def _layer(graph: _Graph, value: str, hidden: str, name: str) -> str:
    split, joined = graph.whole(0, 0, HEADS, HEAD_SIZE), graph.whole(0, 0, SIZE)
    parts = [graph.linear(value, f"{name}attention.self.{part}") for part in ("query", "key", "value")]
    turns = ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3])
    query, key, content = (
        graph.node("Transpose", graph.node("Reshape", part, split), perm=turn)
        for part, turn in zip(parts, turns, strict=True)
    )
    scale = graph.constant(np.array(HEAD_SIZE**-0.5, np.float32))
    attention = graph.node("Add", graph.node("Mul", graph.node("MatMul", query, key), scale), hidden)
    seen = graph.node("MatMul", graph.node("Softmax", attention, axis=-1), content)
    seen = graph.node("Reshape", graph.node("Transpose", seen, perm=[0, 2, 1, 3]), joined)
    added = graph.node("Add", value, graph.linear(seen, f"{name}attention.output.dense"))
    value = graph.levelled(added, f"{name}attention.output.LayerNorm")
    wide = graph.node("Gelu", graph.linear(value, f"{name}intermediate.dense"))
    added = graph.node("Add", value, graph.linear(wide, f"{name}output.dense"))
    return graph.levelled(added, f"{name}output.LayerNorm")


def _pooled(graph: _Graph, value: str, mask: str) -> None:
    masked = graph.node("Mul", value, graph.node("Unsqueeze", mask, graph.whole(2)))
    total = graph.node("ReduceSum", masked, graph.whole(1), keepdims=0)
    mean = graph.node("Div", total, graph.node("ReduceSum", mask, graph.whole(1), keepdims=1))
    graph.node("LpNormalization", mean, named="vectors", axis=-1, p=2)


def small(whole: Any) -> Any:
    """Return the model with its matrices in 8 bits, with one scale per column, and its word table in 16 bits.

    The matrices are signed, because a processor with VNNI instructions then takes little more than half the time.
    ``options`` in bot/encoder/products.py has them made unsigned again where it has none (docs/decisions/0065).
    """
    onnx = importlib.import_module("onnx")
    quantization = importlib.import_module("onnxruntime.quantization")
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "whole.onnx"), Path(folder, "small.onnx")
        onnx.save(whole, before)
        quantization.quantize_dynamic(
            before, after, weight_type=quantization.QuantType.QUInt8, op_types_to_quantize=["MatMul"], per_channel=True
        )
        made = onnx.load(after)
    table = next(constant for constant in made.graph.initializer if constant.name == "words")
    halved = onnx.numpy_helper.to_array(table).astype(np.float16)
    table.CopyFrom(onnx.numpy_helper.from_array(halved, "words"))
    place, gather = next((n, node) for n, node in enumerate(made.graph.node) if "words" in node.input)
    output = gather.output[0]
    gather.output[0] = f"{output}_half"
    cast = onnx.helper.make_node("Cast", [f"{output}_half"], [output], to=onnx.TensorProto.FLOAT)
    made.graph.node.insert(place + 1, cast)
    make_signed(made)
    onnx.checker.check_model(made)
    return made


def without_words(made: Any, file: str) -> bytes:
    """Let a model read its word table from a file beside it, and return the bytes of that file."""
    helper = importlib.import_module("onnx.external_data_helper")
    table = next(constant for constant in made.graph.initializer if constant.name == "words")
    data: bytes = table.raw_data
    helper.set_external_data(table, file, offset=0, length=len(data))
    table.ClearField("raw_data")
    return data


def make_signed(made: Any) -> None:
    """Move the matrices of a model and their zero points from 0..255 to -128..127, which changes no product."""
    numbers = importlib.import_module("onnx").numpy_helper
    products = [node for node in made.graph.node if node.op_type == "MatMulInteger"]
    names = {node.input[place] for node in products for place in (1, 3)}
    for constant in made.graph.initializer:
        if constant.name in names:
            moved = (numbers.to_array(constant).astype(np.int16) - 128).astype(np.int8)
            constant.CopyFrom(numbers.from_array(moved, constant.name))
