"""``lecture watch`` in a real browser, while the test edits a chapter."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Position, expect

from tests.slides.outputs.conftest import barriers
from tests.test_architecture import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork"),
]
PATIENCE = 180_000  # ms: a busy machine is no failure
SETTINGS = 'title = "T"\nauthor = "A"\nlanguage = "en"\nchapters = ["neuron"]\n'
STEPS = ("show_first", "compare", "take_inputs")
BEATS = ("sample", "two_classes", "inputs")
BUILD = """
import sys
from pathlib import Path
from nnsim.experiments import neuron
from scenes.lesson.stills import draw_stills
draw_stills("neuron", neuron.Config(), "dark", Path(sys.argv[1]), (1920, 1080))
"""


class Watched:
    """A copy of the lecture, of whose neuron three steps are left; it is watched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("nnsim", "scenes", "slides"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "manim.cfg", folder)
        (folder / "slides/lecture.toml").write_text(SETTINGS, encoding="utf-8")
        self.scene = folder / "scenes/neuron/scene.py"
        self.words = self.scene.with_name("words.py")
        text = self.scene.read_text(encoding="utf-8")
        head, lines, rest = re.split(r"((?: {8}self\.\w+\(\)\n){3,})", text, maxsplit=1)
        kept = lines.splitlines(keepends=True)[:3]
        assert kept == [f"        self.{step}()\n" for step in STEPS]
        self.scene.write_text(head + "".join(kept) + rest, encoding="utf-8")
        self.environment = {**os.environ, "PYTHONPATH": str(folder)}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-W", "error", "-m", "slides", "watch",
             "neuron/inputs"],
            cwd=folder, env=self.environment, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        self.address = found[0]

    def edit(self, old: str, new: str, file: Path | None = None) -> None:
        """Save a change as editors do."""
        file = file or self.scene
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        other = file.with_suffix(".new")
        other.write_text(text.replace(old, new), encoding="utf-8")
        other.replace(file)

    def line(self, text: str, file: Path | None = None) -> int:
        """Return in which line of the scene, or of another file, a text stands."""
        source = (file or self.scene).read_text(encoding="utf-8")
        before, found, _ = source.partition(text)
        assert found
        return before.count("\n") + 1

    def runners(self) -> list[int]:
        """Return the processes that play the scene."""
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            try:
                words = (place / "cmdline").read_bytes()
                here = os.readlink(place / "cwd")
            except OSError:
                continue
            if b"slides.playing.runner" in words and here == str(self.folder):
                found.append(int(place.name))
        return found

    def end(self) -> str:
        self.process.send_signal(signal.SIGINT)
        printed, _ = self.process.communicate(timeout=60)
        return printed


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    watched = Watched(tmp_path_factory.mktemp("watched") / "copy")
    yield watched
    assert watched.process.poll() is None
    if Path("/proc/self").exists():
        assert len(watched.runners()) > len(STEPS)
    assert watched.end() == "stopped\n"
    assert watched.process.returncode == 0
    assert not watched.runners()


@pytest.fixture(scope="module")
def page(chromium: Browser, watched: Watched) -> Iterator[Page]:
    """Give the page, which lives through all edits and may complain of nothing."""
    heard: list[str] = []
    context = chromium.new_context(viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda line: heard.append(line.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(watched.address)
    yield page
    context.close()
    assert heard == []


def settled(page: Page) -> str:
    """Wait until all is drawn; return which picture is shown."""
    status = page.locator("#status")
    expect(status).to_have_text(re.compile(r"^drawn .* in [\d.]+ s$"), timeout=PATIENCE)
    expect(page.locator("#beats .old")).to_have_count(0, timeout=PATIENCE)
    # The one before stands until this one is decoded.
    page.wait_for_function(
        "() => document.getElementById('picture').getAttribute('src') === wanted"
    )
    return page.locator("#picture").get_attribute("src") or ""


def pixels(page: Page, watched: Watched, n: int) -> np.ndarray:
    """Return the still of a beat, as the page shows it in its list."""
    source = page.locator("#beats img").nth(n).get_attribute("src")
    with urlopen(f"{watched.address}{source}") as answer, Image.open(answer) as image:
        return np.asarray(image)


def build(watched: Watched, folder: Path) -> None:
    """Draw all stills of the chapter, as it is now, without watching it."""
    subprocess.run(
        [sys.executable, "-P", "-c", BUILD, str(folder)], check=True,
        cwd=watched.folder, env=watched.environment,
    )  # fmt: skip


def still(folder: Path, beat: str) -> np.ndarray:
    """Return a still that was built."""
    with Image.open(folder / f"{beat}.png") as image:
        return np.asarray(image)


def anew(page: Page, before: str) -> str:
    """Wait until another picture is shown; return it."""
    picture = page.locator("#picture")
    expect(picture).not_to_have_attribute("src", before, timeout=PATIENCE)
    return settled(page)


def test_the_page_shows_the_beat_its_words_numbers_and_clip(
    page: Page, watched: Watched
) -> None:
    settled(page)
    expect(page.locator("h1")).to_have_text("neuron/inputs")
    expect(page.locator("#title")).to_have_text("Two numbers go in")
    expect(page.locator("#words")).to_contain_text("The neuron never sees the bird")
    row = page.locator("#numbers tr", has_text="other.x[0]")
    expect(row.locator("td").first).to_have_text("39.1")
    expect(page.locator("#faults")).to_have_text("none")
    expect(page.locator("#beats button")).to_have_text([*BEATS])
    page.wait_for_function("() => document.getElementById('clip').readyState >= 2")
    assert 2 < page.evaluate("document.getElementById('clip').duration") < 30


def test_no_barriers_are_found(page: Page, axe: str) -> None:
    settled(page)
    assert barriers(page, axe) == []


def test_after_edits_pixels_equal_those_of_a_full_build(
    page: Page, watched: Watched, tmp_path: Path
) -> None:
    before = settled(page)
    watched.edit("self.play(FadeIn(self.net.units[1]))", "self.add(self.net.units[1])")
    before = anew(page, before)
    expect(page.locator("#status")).to_contain_text("drawn from inputs")
    # What two steps use: played from the first of them; a constant: from the start.
    fact = "InLine(feature, *self.measured(sample, column))"
    heads = watched.scene.with_name("heads.py")
    watched.edit(fact, fact.replace("column))", "column), buff=0.2)"), heads)
    before = anew(page, before)
    expect(page.locator("#status")).to_contain_text("drawn from sample")
    place = watched.folder / "scenes/frame/theme.py"
    watched.edit("LABEL = 30", "LABEL = 32", place)
    anew(page, before)
    expect(page.locator("#status")).to_contain_text("drawn from the start")
    build(watched, tmp_path)
    for n, beat in enumerate(BEATS):
        assert (still(tmp_path, beat) == pixels(page, watched, n)).all()


def drawn(page: Page) -> list[str]:
    """Return the pictures of all beats, as they are listed."""
    pictures = page.locator("#beats img").all()
    return [picture.get_attribute("src") or "" for picture in pictures]


def test_a_picture_that_comes_late_brings_no_old_words(
    page: Page, watched: Watched
) -> None:
    before = settled(page)
    image = "HTMLImageElement.prototype"
    late = f"{image}.decode = () => new Promise((done) => setTimeout(done, 3000))"
    page.evaluate(f"decode = {image}.decode; void ({late})")
    words = ('"title": "Two numbers go in"', '"title": "Numbers go in"')
    title = page.locator("#title")
    for old, new in (words, words[::-1]):
        watched.edit(old, new, watched.words)
        said = new.split('"')[3]
        expect(title).to_have_text(said)
        before = anew(page, before)
        page.wait_for_timeout(500)
        expect(title).to_have_text(said)
    page.evaluate(f"void ({image}.decode = decode)")


def test_words_are_followed_from_the_beat_that_says_them(
    page: Page, watched: Watched, tmp_path: Path
) -> None:
    before = settled(page)
    stood, stills = drawn(page), [pixels(page, watched, n) for n in range(len(BEATS))]
    old, new = '"title": "Two numbers go in"', '"title": "Two come in"'
    watched.edit(old, new, watched.words)
    before = anew(page, before)
    expect(page.locator("#status")).to_contain_text("drawn from inputs")
    expect(page.locator("#title")).to_have_text("Two come in")
    assert drawn(page)[:2] == stood[:2]  # one beat alone was played
    assert (pixels(page, watched, 2) != stills[2]).any()
    # Of another beat, whose words and not the picture are others: looks there.
    watched.edit("Can a machine tell", "Does a machine know", watched.words)
    anew(page, before)
    expect(page.locator("h1")).to_have_text("neuron/sample")
    expect(page.locator("#status")).to_contain_text("drawn from sample")
    expect(page.locator("#words")).to_contain_text("Does a machine know")
    assert not {*drawn(page)} & {*stood}
    assert (pixels(page, watched, 0) == stills[0]).all()
    build(watched, tmp_path)
    for n, beat in enumerate(BEATS):
        assert (still(tmp_path, beat) == pixels(page, watched, n)).all()


def test_words_that_are_no_python_are_named_and_the_last_picture_stays(
    page: Page, watched: Watched
) -> None:
    before = settled(page)
    right, wrong = "Does a machine know", 'Does" a machine know'
    watched.edit(right, wrong, watched.words)
    why = page.locator("#why")
    expect(why).to_contain_text("unterminated string", timeout=PATIENCE)
    line = watched.line(wrong, watched.words)
    expect(page.locator("#place")).to_have_text(f"scenes/neuron/words.py:{line}")
    expect(page.locator("#picture")).to_have_attribute("src", before)
    watched.edit(wrong, right, watched.words)
    expect(page.locator("#error")).to_be_hidden(timeout=PATIENCE)
    page.locator("#beats button", has_text="inputs").click()
    expect(page.locator("h1")).to_have_text("neuron/inputs")


def test_errors_name_file_and_line_and_the_last_picture_stays(
    page: Page, watched: Watched
) -> None:
    before = settled(page)
    right = 'self.inputs = self.in_inputs("other")'
    place, why = page.locator("#place"), page.locator("#why")
    for wrong, words in (
        ('self.inputs = self.in_imputs("other")', "has no attribute 'in_imputs'"),
        ('self.inputs = self.in_inputs("other"', "'(' was never closed"),
    ):
        watched.edit(right, wrong)
        expect(why).to_contain_text(words, timeout=PATIENCE)
        expect(place).to_have_text(f"scenes/neuron/scene.py:{watched.line(wrong)}")
        expect(page.locator("#picture")).to_have_attribute("src", before)
        watched.edit(wrong, right)
        expect(page.locator("#error")).to_be_hidden(timeout=PATIENCE)
        before = settled(page)


def test_a_click_names_the_line_that_made_the_thing(
    page: Page, watched: Watched
) -> None:
    settled(page)
    watched.edit("LONG_NAME = ", "# Moves all that follows.\n\nLONG_NAME = ")
    picture = page.locator("#picture")
    frame = picture.bounding_box()
    assert frame is not None
    box = page.evaluate("facts.things.find(one => one.name.startsWith('formula')).box")
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    place: Position = {"x": x * frame["width"], "y": y * frame["height"]}
    made = 'names.add(self.formula(f"x_{i + 1}")'
    source = page.locator("#source code")
    line = f"scenes/neuron/scene.py:{watched.line(made)}"
    for _ in range(50):  # until the edit has been noticed
        with page.expect_response(re.compile(r"/line\?")) as answer:
            picture.click(position=place, force=True)
        told = answer.value.json()
        if f"{told['file']}:{told['line']}" == line:
            break
        page.wait_for_timeout(100)
    expect(source.first).to_have_text(line)
    expect(source.last).to_contain_text(made)
    # The keyboard reaches things as well; a title comes from the words of its beat.
    page.locator("summary", has_text="Things").click()
    title = re.compile("^paragraph .* in'$")
    page.locator("#things button", has_text=title).press("Enter")
    said = '"inputs": {'
    line = f"scenes/neuron/words.py:{watched.line(said, watched.words)}"
    expect(source.first).to_have_text(line)
    expect(source.last).to_have_text(said)


def test_faults_of_layout_and_marks_stand_beside(page: Page, watched: Watched) -> None:
    before = settled(page)
    later = "self.play(FadeIn(self.net.units[0], names))"
    resting = f'self.at("answer")\n        {later}'
    watched.edit(later, resting)
    watched.edit("next_to(unit, LEFT, buff=0.2)", "next_to(unit, LEFT, buff=9)")
    before = anew(page, before)
    faults = page.locator("#faults")
    expect(faults).to_contain_text("leaves the safe area", timeout=PATIENCE)
    expect(faults).to_contain_text("mark 'answer'")
    page.wait_for_function("() => document.getElementById('clip').readyState >= 2")
    # All of the beat is in its clip, not only what follows the mark.
    assert page.evaluate("document.getElementById('clip').duration") > 2
    watched.edit(resting, later)
    watched.edit("next_to(unit, LEFT, buff=9)", "next_to(unit, LEFT, buff=0.2)")
    anew(page, before)
    expect(faults).to_have_text("none", timeout=PATIENCE)


def test_settings_count_and_another_beat_is_looked_at(
    page: Page, watched: Watched
) -> None:
    before = settled(page)
    page.locator("#beats button", has_text="sample").first.click()
    shown = anew(page, before)
    expect(page.locator("h1")).to_have_text("neuron/sample")
    expect(page.locator("#words")).to_contain_text("from these two numbers?")
    settings = watched.folder / "slides/lecture.toml"
    watched.edit(SETTINGS, f"{SETTINGS}[neuron]\nn_epochs = 0\n", settings)
    expect(page.locator("#why")).to_contain_text("n_epochs", timeout=PATIENCE)
    expect(page.locator("#picture")).to_have_attribute("src", shown)
    watched.edit("n_epochs = 0", "n_epochs = 90", settings)
    anew(page, shown)
    expect(page.locator("#error")).to_be_hidden()
    watched.edit('["neuron"]', '["scale"]', settings)
    why = "unknown chapter 'neuron'; there are: scale"
    expect(page.locator("#why")).to_have_text(why, timeout=PATIENCE)
    watched.edit('["scale"]', '["neuron"]', settings)
    expect(page.locator("#error")).to_be_hidden(timeout=PATIENCE)


def crabs(least: int, apart: float) -> str:
    """Return a table of two kinds of crab, whose claws differ by so much."""
    rows = [f"{least + n // 2 % 7},{10 + n // 2 % 5 + apart * (n % 2)},{'ab'[n % 2]}"
            for n in range(60)]  # fmt: skip
    return "\n".join(["carapace (mm),claw (mm),kind", *rows, ""])


def test_a_table_that_the_settings_name_is_followed(
    page: Page, watched: Watched
) -> None:
    settled(page)
    settings, table = watched.folder / "slides/lecture.toml", watched.folder / "own.csv"
    table.write_text(crabs(30, 9), encoding="utf-8")
    text = settings.read_text(encoding="utf-8")
    named = text + '[neuron.data]\nfile = "../own.csv"\nnoun = "crab"\n'
    page.locator("#beats button", has_text="inputs").click()
    expect(page.locator("h1")).to_have_text("neuron/inputs")
    shown = settled(page)
    number = page.locator("#numbers tr", has_text="other.x[0]").locator("td").first
    for old, new, least in ((text, named, 30), (crabs(30, 9), crabs(50, 9), 50)):
        watched.edit(old, new, settings if least == 30 else table)
        shown = anew(page, shown)
        expect(page.locator("#words")).to_contain_text("never sees the crab")
        assert least <= float(number.inner_text()) <= least + 6
    for wrong, why in (
        (crabs(50, 9).replace("50,", "x50,", 1), "own.csv:2: column 'carapace (mm)'"),
        (crabs(50, 0), "do not differ in the means of carapace and claw"),
    ):
        table.write_text(wrong, encoding="utf-8")
        expect(page.locator("#why")).to_contain_text(why, timeout=PATIENCE)
        expect(page.locator("#picture")).to_have_attribute("src", shown)
        expect(page.locator("details", has=page.locator("#traceback"))).to_be_hidden()
    expect(page.locator("#place")).to_have_text(re.compile(r"own\.csv$"))
    watched.edit(named, text, settings)
    anew(page, shown)
    expect(page.locator("#words")).to_contain_text("never sees the bird")


def test_only_its_own_page_may_choose_a_beat(watched: Watched) -> None:
    for origin, place in (("https://a.example", "look/1"), (watched.address, "look/x")):
        request = Request(
            watched.address + place, b"", {"Origin": origin.rstrip("/")}, method="POST"
        )
        with pytest.raises(HTTPError) as caught:
            urlopen(request)
        assert caught.value.code == (403 if "example" in origin else 404)
        caught.value.close()
