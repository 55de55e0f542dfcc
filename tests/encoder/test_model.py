"""The encoder: offline, checked against its hashes, not needed if it is missing, and keeping nothing that is typed."""

import builtins
import shutil
import socket
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.encoder import ready
from bot.encoder.model import FOLDER, HASHES, MODEL, TOKENIZER, WORDS, EncoderError, fingerprint
from bot.encoder.model import load as load_model
from bot.encoder.products import options
from bot.encoder.vectors import NOTHING, KeptVectors, packed, unpacked
from bot.hearing.matching.postings import Numbers
from bot.service.live_guide import LiveGuide
from tests.guides import guide, hearing

MOST_BYTES = 35_000_000
SAID = "a customer of mine is called the quiet one"  # nobody's message


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    for name in (MODEL, WORDS, TOKENIZER, HASHES):
        shutil.copy(FOLDER / name, tmp_path / name)
    return tmp_path


def test_the_model_is_small_and_has_the_hash_that_is_listed() -> None:
    assert sum((FOLDER / name).stat().st_size for name in (MODEL, WORDS)) <= MOST_BYTES
    assert ready()[1] == ""


def test_vectors_have_length_one_and_like_meanings_lie_near() -> None:
    encode = load_model()
    same, other, far = encode(["she has nowhere to sleep", "no bed for the night", "the printer is out of ink"])

    assert np.linalg.norm(same) == pytest.approx(1.0, abs=1e-3)
    assert same @ other > same @ far + 0.2


def test_a_text_has_the_same_vector_alone_and_in_company() -> None:
    encode = load_model()
    texts = ["she has nowhere to sleep", "he is at the door now", "he is in the car now", "what is a MARAC?"]

    assert np.array_equal(encode(texts), np.vstack([encode([text]) for text in texts]))


@pytest.mark.parametrize(
    ("product", "told"),
    [(64 * 127 * 127, []), (64 * 32_767 // 2, [("session.x64quantprecision", "1")])],
    ids=["exact", "cut off"],
)
def test_only_where_large_products_are_cut_off_are_matrices_made_unsigned(
    product: int, told: list[tuple[str, str]]
) -> None:
    class Options:
        def __init__(self) -> None:
            self.told: list[tuple[str, str]] = []

        def add_session_config_entry(self, name: str, value: str) -> None:
            self.told.append((name, value))

    class Session:
        def __init__(self, *_: object, **__: object) -> None:
            pass

        def run(self, *_: object) -> list[Numbers]:
            return [np.full((1, 64), product)]

    class Runtime:
        SessionOptions, InferenceSession = Options, Session

    assert options(Runtime).told == told


def test_no_call_is_made_to_anywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    encoder, why = ready(tmp_path)

    assert encoder is not None, why
    assert encoder.message(["anything"]).shape == (1, 384)


def test_another_model_is_refused(folder: Path) -> None:
    (folder / MODEL).write_bytes(b"another")

    with pytest.raises(EncoderError, match=r"minilm\.onnx does not have the hash that SHA256SUMS lists"):
        load_model(folder)


def test_a_tokenizer_that_was_changed_by_one_byte_is_refused(folder: Path) -> None:
    data = bytearray((folder / TOKENIZER).read_bytes())
    data[100] ^= 1
    (folder / TOKENIZER).write_bytes(data)

    assert ready(folder=folder) == (None, "tokenizer.json does not have the hash that SHA256SUMS lists")


@pytest.mark.parametrize("name", [MODEL, WORDS, TOKENIZER, HASHES])
def test_without_a_file_there_is_no_encoder_and_a_reason(folder: Path, name: str) -> None:
    (folder / name).unlink()

    encoder, why = ready(folder=folder)

    assert encoder is None
    assert name in why


@pytest.mark.parametrize("library", ["onnxruntime", "tokenizers"])
def test_without_a_library_there_is_no_encoder_and_a_reason(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == library:
            raise ImportError(name=name)
        return real(name, *rest)

    monkeypatch.setattr("importlib.import_module", lambda name: without(name))

    assert ready() == (None, f"the library {library} is not installed")


# Vectors that are kept


def _counting(calls: list[str]) -> Any:
    def encode(texts: Sequence[str]) -> Numbers:
        calls.extend(texts)
        return np.array([[len(text), *[1.0] * 383] for text in texts], np.float32)

    return encode


def test_only_texts_that_are_new_are_encoded(tmp_path: Path) -> None:
    calls: list[str] = []
    kept = KeptVectors(_counting(calls), tmp_path / "deep" / "vectors.npz")

    first = kept(["one", "three"])
    second = kept(["three", "seven", "three"])

    assert calls == ["one", "three", "seven"]
    assert first[:, 0].tolist() == [3, 5]
    assert second[:, 0].tolist() == [5, 5, 5]


def test_the_file_holds_no_text(tmp_path: Path) -> None:
    file = tmp_path / "vectors.npz"
    KeptVectors(_counting([]), file)([SAID])

    with np.load(file) as kept:
        assert len(kept["keys"]) == 1
    assert SAID.encode() not in file.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04nonsense", b"\x93NUMPY"])
def test_a_damaged_file_costs_only_time(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "vectors.npz"
    file.write_bytes(damage)

    assert KeptVectors(_counting([]), file)(["one"])[:, 0].tolist() == [3]


def test_a_file_that_holds_something_else_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "vectors.npz"
    np.savez(file, keys=np.zeros((1, 16), np.uint8), vectors=np.zeros((1, 7), np.float16))

    assert KeptVectors(_counting([]), file)(["one"]).shape == (1, 384)


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    assert KeptVectors(_counting([]), tmp_path / "file" / "vectors.npz")(["one"]).shape == (1, 384)


def test_what_the_content_no_longer_has_is_dropped_in_time(tmp_path: Path) -> None:
    file = tmp_path / "vectors.npz"
    kept = KeptVectors(_counting([]), file)
    for round_ in range(9):
        kept([f"text {round_}", f"other {round_}"])

    with np.load(file) as data:
        assert len(data["keys"]) < 3 * 2 + 2


def test_another_model_has_another_file(folder: Path) -> None:
    (folder / HASHES).write_text("0" * 64 + "  minilm.onnx\n")

    assert fingerprint(folder) != fingerprint(FOLDER)


# Getting ready


@pytest.mark.soak
def test_words_answer_at_once_and_meaning_as_soon_as_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    may_load = threading.Event()
    monkeypatch.setattr("bot.encoder.ready", lambda *given, **named: (may_load.wait(60), ready(*given, **named))[1])
    live = LiveGuide(guide(load(find_content())))
    at_once, before = live.guide(), live.status()
    may_load.set()
    live.wait()

    assert at_once is not None
    assert (at_once.hearing.kind, before) == ("lexical", "getting ready")
    assert live.status() == "ready"
    assert live.whole.hearing.kind == "meaning"


def test_an_encoder_that_is_switched_off_is_not_loaded() -> None:
    live = LiveGuide(guide(load(find_content())), encoder=False)
    live.wait()

    assert live.status() == "switched off"
    assert live.whole.hearing.kind == "lexical"


def test_a_failure_leaves_words_answering_and_says_what_kind_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError(SAID)

    monkeypatch.setattr("bot.encoder.ready", fail)
    live = LiveGuide(guide(load(find_content())))
    live.wait()

    assert live.status() == "failed (MemoryError)"
    assert live.whole.hearing.kind == "lexical"


def test_no_vector_of_a_message_is_kept(tmp_path: Path) -> None:
    live = LiveGuide(guide(load(find_content())), cache=tmp_path)
    live.wait()
    files = {file: file.read_bytes() for file in tmp_path.iterdir()}

    hearing(live.whole).matcher.match(SAID)

    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == files


def test_the_runtime_holds_no_code_that_reports_to_its_makers() -> None:
    import onnxruntime

    libraries = list((Path(onnxruntime.__file__).parent / "capi").glob("onnxruntime_pybind11_state*"))

    assert libraries
    assert all(b"OneCollector" not in library.read_bytes() for library in libraries)


def test_the_package_brings_the_vectors_of_nearly_all_its_content() -> None:
    packaged = unpacked(fingerprint())
    calls: list[str] = []
    texts = [phrasing for entry in load(find_content()).entries.values() for phrasing in entry.asked]
    KeptVectors(_counting(calls), None, packaged=lambda: packaged)(texts)

    assert len(calls) <= 0.2 * len(texts), "run training/keep_vectors.py"


def test_packaged_vectors_are_those_of_the_model_within_the_8_bits_they_are_kept_in(tmp_path: Path) -> None:
    encode, texts = load_model(), ["she has nowhere to sleep", "he is at the door"]
    (tmp_path / "vectors.npz").write_bytes(packed(texts, encode, "this model"))
    kept = KeptVectors(_counting([]), None, packaged=lambda: unpacked("this model", tmp_path / "vectors.npz"))(texts)

    assert (np.sum(kept * encode(texts), axis=1) > 0.999).all()
    assert unpacked("another model", tmp_path / "vectors.npz") is NOTHING
