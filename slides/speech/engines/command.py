"""command: any program that reads words and writes a WAV file."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, ClassVar

from scenes.caching.facts import digest_of_file
from slides.base.errors import LectureError, UsageError
from slides.speech.sound import Sound, from_wav
from slides.speech.voice import Voice

OUT = "{out}"  # in its options: the file that it shall write
LONGEST = 120  # s: so long one narration may take
EXAMPLE = f'command = ["espeak-ng", "--stdin", "-w", "{OUT}"]'


class Command:
    """Speaks with a program of the system: words come in by the standard input."""

    voices: ClassVar = ()

    def __init__(self, voice: Voice) -> None:
        if not any(OUT in option for option in voice.command):
            raise UsageError(f"[voice] needs a command that names {OUT}: {EXAMPLE}")
        self.voice = voice
        self.program = shutil.which(voice.command[0])
        if self.program is None:
            raise UsageError(f"[voice] command: no program {voice.command[0]!r}")

    @property
    def credit(self) -> str:
        """Who speaks."""
        return f"Synthetic voice: {Path(self.voice.command[0]).name}"

    def unknown(self, words: str) -> list[str]:
        """Return no word: what the program knows, only it can tell."""
        return []

    def recipe(self, words: str) -> list[Any]:
        """Return the words, and by which program they are said."""
        place = Path(self.program or "")
        made_by = digest_of_file(place), digest_of_file(Path(__file__))
        return [words, [*self.voice.command], *made_by]

    def say(self, words: str) -> Sound:
        """Say words."""
        program, *options = self.voice.command
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "said.wav"
            told = [option.replace(OUT, str(out)) for option in options]
            try:
                ended = subprocess.run(
                    [str(self.program), *told],
                    input=words.encode(),
                    capture_output=True,
                    timeout=LONGEST,
                    check=False,
                )
                data = out.read_bytes() if out.is_file() else b""
            except subprocess.TimeoutExpired:
                raise LectureError(
                    f"{program} took over {LONGEST} s to speak"
                ) from None
        if ended.returncode or not data:
            last = ended.stderr.decode(errors="replace").strip().split("\n")[-1]
            raise LectureError(f"{program} did not speak: {last or 'it wrote no file'}")
        try:
            return from_wav(data)
        except ValueError as error:
            raise LectureError(f"what {program} wrote {error}") from None
