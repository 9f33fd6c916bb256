"""What a studio keeps of what a browser recorded, and what it says of each take."""

import errno
import json
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest

from slides.base.errors import UsageError
from slides.commands.record import studio as module
from slides.commands.record.studio import Line, Studio
from slides.speech.sound import from_wav
from slides.takes.notes import read_notes
from tests.slides.takes.conftest import RATE, voice_like, write_wav


def flac(seconds: float, rate: int = 44_100) -> bytes:
    """Return a recording of two channels, as a file of FLAC."""
    wave = np.rint(voice_like(seconds, rate) * 32767).astype("<i2")
    file = BytesIO()
    with av.open(file, "w", format="flac") as out:
        stream = out.add_stream("flac", rate=rate, layout="stereo")
        samples = np.repeat(wave, 2)[None]
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="stereo")
        frame.sample_rate, frame.pts = rate, 0
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return file.getvalue()


def test_a_recording_becomes_a_wav_file_with_the_words_beside(studio: Studio) -> None:
    told = studio.keep(0, flac(1.5))
    take = from_wav((studio.folder / "neuron/sample.wav").read_bytes())
    assert take.rate == RATE
    wave = voice_like(1.5, 44_100)
    times = np.arange(len(take.samples)) / RATE
    same = np.interp(times, np.arange(len(wave)) / 44_100, wave)
    # The samples in between are guessed in another way, of noise that is hard.
    assert np.corrcoef(take.samples, same)[0, 1] > 0.8
    assert told["take"] == pytest.approx(1.5, abs=0.001)
    assert (told["problem"], told["warnings"], told["film"]) == ("", [], 9.4)
    notes = read_notes(studio.folder / "neuron")
    assert notes["sample"].text == "The bill is 39.1 mm long (White 1986)."
    assert studio.n_kept == 1


def test_what_cannot_be_heard_is_refused_and_the_take_before_stays(
    studio: Studio,
) -> None:
    studio.keep(0, flac(1))
    before = (studio.folder / "neuron/sample.wav").read_bytes()
    for data in (b"no sound", b""):
        with pytest.raises(UsageError, match="the recording: is no sound"):
            studio.keep(0, data)
    assert (studio.folder / "neuron/sample.wav").read_bytes() == before
    assert studio.n_kept == 1


def test_a_disk_that_is_full_leaves_the_take_before_in_its_place(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.keep(0, flac(1))
    before = (studio.folder / "neuron/sample.wav").read_bytes()

    def full(file: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left", str(file))

    monkeypatch.setattr(module, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        studio.keep(0, flac(2))
    assert (studio.folder / "neuron/sample.wav").read_bytes() == before
    assert studio.told(0)["take"] == pytest.approx(1, abs=0.001)


def test_a_take_that_is_replaced_lies_beside_the_new_one(tmp_path: Path) -> None:
    folder = tmp_path / "narration/neuron"
    write_wav(folder / "sum.wav", voice_like(0.7))
    (folder / "sum.wav").rename(folder / "sum.m4a")  # read by what it holds
    studio = one_line(tmp_path, "It is below.")
    assert studio.told(0)["take"] == pytest.approx(0.7)
    before = (folder / "sum.m4a").read_bytes()
    studio.keep(0, flac(1))
    assert (folder / "sum.m4a.bak").read_bytes() == before
    assert studio.file(0) == folder / "sum.wav"
    assert sorted(path.name for path in folder.iterdir()) == [
        "sum.m4a.bak", "sum.wav", "takes.json"
    ]  # fmt: skip


def one_line(tmp_path: Path, text: str) -> Studio:
    """Return a studio of one line."""
    words = tuple((word, True) for word in text.split())
    return Studio(tmp_path / "narration", [Line("neuron", "sum", words)])


def test_takes_of_other_words_and_bad_ones_are_to_be_read_again(
    tmp_path: Path,
) -> None:
    one_line(tmp_path, "It is below.").keep(0, flac(1))
    told = one_line(tmp_path, "It is above.").told(0)
    assert told["problem"] == (
        "the words have changed, from “It is below.” to “It is above.”"
    )
    (tmp_path / "narration/neuron/sum.wav").write_text("It is above.")
    told = one_line(tmp_path, "It is above.").told(0)
    assert told["take"] is None
    assert "sum.wav: is no sound that can be read" in told["problem"]


def test_the_script_is_plain_data(studio: Studio) -> None:
    first, second = json.loads(json.dumps(studio.script()))
    assert first["words"][-1] == ["1986).", False]
    assert (first["has_picture"], second["has_picture"]) == (True, False)
    assert second["take"] is None
