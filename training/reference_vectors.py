"""Keep vectors from the full-precision encoder, for the test that the small one gives nearly the same.

training/build_encoder.py calls ``write`` with the model before it is made small; tests/hearing/matching/test_determinism.py
reads the result.
"""

import importlib
from pathlib import Path

import numpy as np

TARGET = Path(__file__).parents[1] / "tests" / "data" / "vectors.npz"
TEXTS = (
    "she has just told me she sells sex, what do i say",
    "her landlord wants sex instead of rent",
    "nowhere to sleep tonight",
    "he takes all her money and her phone",
    "SARCS number",
    "tenant's flat has been taken over and she's scared to go home",
    "no recourse to public funds, what can we pay for",
    "what do I write in the notes",
    "she doesnae want any help the now",
    "how do i ask without offending her",
    "school guidance teacher, pupil of 15 getting money from older men online",
    "universal credit sanction and she is back on the street",
    "is it illegal in scotland",
    "someone put her pictures up without asking",
    "naloxone kit for the hostel",
    "i cant stop thinking about what she told me",
    "interpreter needed, romanian, the man with her wont let her speak",
    "can i report it without giving her name",
    "when are the bins collected",
    "A woman who sells or exchanges sex has the same right to a service as anyone. Ask what she wants first.",
)


def write(model: bytes, tokenizer: bytes) -> None:
    """Write the vectors of some sentences, as the full-precision model makes them.

    Args:
        model: the ONNX model in full precision.
        tokenizer: its tokenizer, as JSON.
    """
    split = importlib.import_module("tokenizers").Tokenizer.from_str(tokenizer.decode())
    split.no_padding()
    session = importlib.import_module("onnxruntime").InferenceSession(model, providers=["CPUExecutionProvider"])
    vectors = []
    for text in TEXTS:
        ids = np.array([split.encode(text).ids], np.int64)
        vectors.append(session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0])
    np.savez_compressed(TARGET, texts=np.array(TEXTS), vectors=np.array(vectors, np.float32))
