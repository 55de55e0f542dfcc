"""Multiply vectors of whole numbers using ONNX Runtime, and say how it runs these products and the encoder alike.

The library only runs models in the ONNX format, and ours has a single node. We write its few fields here, in the wire
format of Protocol Buffers (onnx.proto3 of ONNX 1.20), so no other package is needed. One side is unsigned and the other
signed, which processors with VNNI instructions multiply fastest (docs/decisions/0065).
"""

import importlib
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.hearing.matching.small_vectors import Bytes, Products, products_in_numpy

_ZERO = 128  # the unsigned number that means 0
_UNSIGNED, _SIGNED, _WHOLE = 2, 3, 6  # the format's numbers for uint8, int8 and int32
_IR, _OPSET = 8, 13  # versions of the format and of its operators
_LENGTH_FOLLOWS = 2  # the wire type for values written with their length; plain numbers have type 0


def products(rows: Bytes) -> Products:
    """Return a function that multiplies vectors (one per row) by each of these rows (one per column)."""
    if not rows.size:
        return products_in_numpy(rows)
    runtime = importlib.import_module("onnxruntime")
    session = runtime.InferenceSession(_model(rows), options(runtime), providers=["CPUExecutionProvider"])
    session._model_bytes = None  # it keeps them to begin again with another provider, and there is none

    def multiplied(vectors: Bytes) -> NDArray[np.int32]:
        unsigned = (vectors.astype(np.int16) + _ZERO).astype(np.uint8)
        made: NDArray[np.int32] = session.run(None, {"vectors": unsigned})[0]
        return made

    return multiplied


def options(runtime: Any) -> Any:
    """Return the options for running a model: on one thread, in little memory, with the same result everywhere."""
    made = _options(runtime)
    if _cuts_off(runtime):  # then the library makes signed numbers unsigned, which is slower and right
        made.add_session_config_entry("session.x64quantprecision", "1")
    return made


def _options(runtime: Any) -> Any:
    made = runtime.SessionOptions()
    made.intra_op_num_threads = made.inter_op_num_threads = 1
    made.enable_cpu_mem_arena = False  # an arena would never free the memory of the longest batch
    made.log_severity_level = 3
    return made


@cache
def _cuts_off(runtime: Any) -> bool:
    """Return whether this processor cuts off large products of unsigned and signed numbers, by trying one.

    Processors of Intel and AMD without VNNI instructions do (``session.x64quantprecision`` in ONNX Runtime's
    onnxruntime_session_options_config_keys.h). The library does not tell which processor it runs on.
    """
    rows = np.full((64, 64), 127, np.int8)
    session = runtime.InferenceSession(_model(rows), _options(runtime), providers=["CPUExecutionProvider"])
    product = session.run(None, {"vectors": np.full((1, 64), 255, np.uint8)})[0]
    return bool((product != 64 * 127 * (255 - _ZERO)).any())


def _model(rows: Bytes) -> bytes:
    """Return a model that multiplies its input by the rows, as the bytes of an ONNX file."""
    count, size = rows.shape
    columns = np.ascontiguousarray(rows.T)
    inputs = b"".join(_field(1, name) for name in (b"vectors", b"rows", b"vectors_zero", b"rows_zero"))
    node = inputs + _field(2, b"products") + _field(4, b"MatMulInteger")
    zeros = _tensor(b"vectors_zero", _UNSIGNED, (), b"\x80"), _tensor(b"rows_zero", _SIGNED, (), b"\x00")
    tensors = _tensor(b"rows", _SIGNED, (size, count), columns.tobytes()), *zeros
    held = b"".join(_field(5, tensor) for tensor in tensors)
    outer = _field(11, _shaped(b"vectors", _UNSIGNED, size)) + _field(12, _shaped(b"products", _WHOLE, count))
    graph = _field(1, node) + _field(2, b"products") + held + outer
    return _number(1, _IR) + _field(7, graph) + _field(8, _number(2, _OPSET))


def _tensor(name: bytes, of: int, sizes: tuple[int, ...], data: bytes) -> bytes:
    return b"".join(_number(1, size) for size in sizes) + _number(2, of) + _field(8, name) + _field(9, data)


def _shaped(name: bytes, of: int, columns: int) -> bytes:
    """Return the description of a table of any number of rows."""
    shape = _field(1, _field(2, b"vectors")) + _field(1, _number(1, columns))
    return _field(1, name) + _field(2, _field(1, _number(1, of) + _field(2, shape)))


def _field(place: int, content: bytes) -> bytes:
    return _varint(place << 3 | _LENGTH_FOLLOWS) + _varint(len(content)) + content


def _number(place: int, value: int) -> bytes:
    return _varint(place << 3) + _varint(value)


def _varint(value: int) -> bytes:
    """Return a number in groups of seven bits, lowest first, each with a mark if more follow."""
    groups = bytearray()
    while value > 0x7F:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*groups, value))
