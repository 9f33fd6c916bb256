"""Notes written in every manner: each clip that Jekyll asks for is found beforehand."""

import os
import random
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from slides.embed.choice import UNCLEAR, choose, every
from slides.embed.jekyll import layout
from slides.embed.texts import texts
from slides.embed.written import Written
from slides.settings.values import Lecture
from tests.conftest import find_program

pytestmark = pytest.mark.slow
CHAPTERS = ("neuron", "backpropagation", "layers")
LECTURE = Lecture("T", "A", "en", CHAPTERS, {c: {} for c in CHAPTERS})
NOTES = 40  # in one site
# What stands for our include: it tells which clip was asked for.
ASKED = "[[{{ include.clip }}]]"
ENDINGS = ("md", "markdown", "html", "txt", "xml", "liquid", "json")


def spaces(rng: random.Random) -> str:
    """Return what may stand between two words of a command."""
    return rng.choice([" ", "  ", "\n", "\t", " \n  "])


def include(rng: random.Random, value: str, file: str = "lecture.html") -> str:
    """Return a command that shows a clip, in one of many spellings."""
    given = [f"clip{rng.choice(['=', ' = ', '= '])}{value}"]
    if rng.random() < 0.4:
        given.append(rng.choice(["loop=true", 'title="a > b"', "x='{% y'"][:2]))
    rng.shuffle(given)
    start, end = rng.choice(["{%", "{%-"]), rng.choice(["%}", "-%}"])
    gap = spaces(rng)
    inside = spaces(rng).join(given)
    return (
        f"{start}{rng.choice(['', ' '])}include{gap}{file}{spaces(rng)}{inside} {end}"
    )


def quoted(rng: random.Random, stem: str) -> str:
    """Return a name between quotes."""
    quote = rng.choice(["'", '"'])
    return f"{quote}{stem}{quote}"


def named(rng: random.Random, stems: list[str]) -> tuple[str, str]:
    """Return front matter and text of a note that names its clips."""
    return "", "\n\n".join(include(rng, quoted(rng, stem)) for stem in stems)


def looped(rng: random.Random, stems: list[str]) -> tuple[str, str]:
    """Return those of a note that goes through a list."""
    sign = rng.choice([",", ", ", " ", "|"])
    listed = f'{{% assign all = "{sign.join(stems)}" | split: "{sign}" %}}'
    return "", f"{listed}{{% for c in all %}}{include(rng, 'c')}{{% endfor %}}"


def in_front(rng: random.Random, stems: list[str]) -> tuple[str, str]:
    """Return those of a note with a list in its front matter."""
    lines = "".join(f"  - '{stem}'\n" for stem in stems)
    listed = rng.choice([f"clips: [{', '.join(stems)}]", f"clips:\n{lines}"])
    return listed, f"{{% for c in page.clips %}}{include(rng, 'c')}{{% endfor %}}"


def captured(rng: random.Random, stems: list[str]) -> tuple[str, str]:
    """Return those of a note that keeps names in variables."""
    ways = (
        "{{% capture c %}}{}{{% endcapture %}}", "{{% assign c = '{}' %}}",
        "{{%- assign c = \"{}\" | strip -%}}",
    )  # fmt: skip
    return "", "".join(
        rng.choice(ways).format(stem) + include(rng, "c") for stem in stems
    )


def wrapped(rng: random.Random, stems: list[str]) -> tuple[str, str]:
    """Return those of a note that uses the site's own include."""
    file = rng.choice(["mine.html", "mine.liquid", "deep/mine.html"])
    return "", "".join(f'{{% include {file} of="{stem}" %}}' for stem in stems)


def hidden(rng: random.Random, stems: list[str]) -> tuple[str, str]:
    """Return those of a note that also holds what shows nothing."""
    text = named(rng, stems)[1]
    return (
        "",
        f"{{% raw %}}{{% include lecture.html {{% endraw %}} {{{{ '{{%' }}}} {text}",
    )


def filed(rng: random.Random, stems: list[str]) -> tuple[str, str]:
    """Return those of a note that names the include by a variable."""
    file = rng.choice(["{{ page.file }}", "{{ page.kind }}.html"])
    front = "file: lecture.html\nkind: lecture"
    return front, "".join(include(rng, quoted(rng, s), file) for s in stems)


WAYS = (named, looped, in_front, captured, wrapped, hidden, filed)


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def make_site(root: Path, rng: random.Random) -> None:
    """Write a site of such notes, wherever its settings say that they lie."""
    source = rng.choice(["", "", "src/"])
    includes = rng.choice(["_includes", "_includes", "parts"])
    settings = f"includes_dir: {includes}\ncollections: {{texts: {{output: true}}}}\n"
    write(root / "_config.yml", settings + (f"source: {source}\n" if source else ""))
    top = root / source
    write(top / includes / "lecture.html", ASKED)
    for file in ("mine.html", "mine.liquid", "deep/mine.html"):
        write(top / includes / file, include(rng, "include.of"))
    known = every(LECTURE)
    for n in range(NOTES):
        front, text = rng.choice(WAYS)(rng, rng.sample(known, rng.randint(1, 3)))
        folder = rng.choice(["", "a/b/", "_posts/2026-01-01-", "_texts/", "linked/"])
        ending = rng.choice(ENDINGS[:3] if folder[0:1] == "_" else ENDINGS)
        place = root / "elsewhere" if folder == "linked/" else top
        name = folder.removeprefix("linked/") + f"n{n}.{ending}"
        write(place / name, f"---\n{front}\n---\n{text}\n")
    if (root / "elsewhere").is_dir():
        (top / "linked").symlink_to(root / "elsewhere")


def test_each_clip_that_jekyll_asks_for_was_chosen(
    tmp_path: Path,
    rng: random.Random,
    rounds: Callable[[int, int], range],
    tell: Callable[[str], None],
) -> None:
    jekyll, total = find_program(["jekyll"], "make test-tools"), 0
    for n in rounds(2, 100):
        root = tmp_path / f"{n}"
        make_site(root, rng)
        place = layout(root)
        found = choose(
            (),
            LECTURE,
            Written(),
            lambda root=root, place=place: texts(  # type: ignore[misc]
                root, place.source, {place.destination}, place.shows
            ),
        )
        assert all(
            UNCLEAR in line or "more of these" in line for line in found.warnings
        )
        ended = subprocess.run(
            [jekyll, "build"], cwd=root, capture_output=True, text=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        assert ended.returncode == 0, ended.stdout + ended.stderr
        shown = "".join(
            file.read_text() for file in (root / "_site").rglob("*.*") if file.is_file()
        )
        asked = re.findall(r"\[\[([\w/]+)\]\]", shown)
        assert len(asked) > NOTES / 2
        assert set(asked) <= set(found.stems)
        total += len(asked)
    tell(f"{total} uses, all found")
