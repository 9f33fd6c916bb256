"""Builds of a lecture with a table of one's own, in processes of their own."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.slides.conftest import ROOT, Project

EXPERIMENT = '''"""Experiment of the chapter alpha."""

from dataclasses import dataclass, field
from pathlib import Path

from nnsim.bounds import Settings
from nnsim.claims import Claim
from nnsim.errors import FileError, UnfitDataError
from nnsim.problems.own_data import Measurements
from nnsim.problems.own_question import pose_own


@dataclass(frozen=True)
class Config(Settings):
    seed: int = 1
    delay: float = 0.0
    data: Measurements = field(default_factory=Measurements)


@dataclass(frozen=True)
class Result:
    seed: int
    n: int
    delay: float = 0.0


CLAIMS = {"is_many": Claim("rows are many", lambda r: r.n > 50, "they are {n}")}


def run(config: Config = Config()) -> Result:
    if not config.data.is_given:
        return Result(config.seed, 100)
    question = pose_own(config.data)
    if question.measured.max() > 1000:
        raise UnfitDataError("a crab is larger than the sea")
    if question.measured.min() < 0:
        raise FileError(Path(config.data.file), "a crab is less than nothing", 3)
    return Result(config.seed, len(question.measured))
'''


def crabs(n: int = 60, largest: int = 40) -> str:
    """Return a table of two kinds of crabs."""
    rows = [(k * 7 % 31, k * 5 % 13 + 20 * (k % 2), k % 2) for k in range(n - 1)]
    lines = [f"{x},{y},{('blue', 'orange')[z]}" for x, y, z in rows]
    return "\n".join(["width (mm),depth (mm),species", *lines, f"{largest},0,blue\n"])


@pytest.fixture
def own(project: Project) -> Project:
    """Give a project whose chapter alpha is about a table beside its settings."""
    for room in (ROOT / "nnsim").iterdir():
        if room.is_dir() and room.name not in ("experiments", "__pycache__"):
            place = project.folder / "nnsim" / room.name
            shutil.copytree(room, place, dirs_exist_ok=True)
        elif room.suffix == ".py":
            shutil.copy(room, project.folder / "nnsim" / room.name)
    chapter = project.folder / "nnsim/experiments/alpha"
    (chapter / "experiment.py").write_text(EXPERIMENT)
    for file in (ROOT / "scenes/checks").glob("open*"):
        shutil.copy(file, project.folder / "scenes/checks")
    with (chapter / "__init__.py").open("a") as file:
        file.write("from nnsim.experiments.alpha.experiment import CLAIMS as CLAIMS\n")
    project.edit("lecture.toml", "[alpha]", '[alpha.data]\nfile = "crabs.csv"')
    (project.folder / "crabs.csv").write_text(crabs())
    return project


def outputs(project: Project) -> set[str]:
    """Return the names of the outputs."""
    return {file.stem for file in (project.out / "videos").glob("*.mp4")}


def test_a_changed_table_makes_anew_what_uses_it_alone(own: Project) -> None:
    own.run("build", "--only", "video")
    (own.folder / "more.csv").write_text(crabs())
    assert own.run("build", "--only", "video") == "build is up to date\n"
    (own.folder / "crabs.csv").write_text(crabs(70))
    printed = own.run("build", "--only", "video", "--explain")
    assert "alpha: rendered because crabs.csv changed\n" in printed
    assert "beta: rendered" not in printed
    own.edit("lecture.toml", "crabs.csv", "more.csv")
    printed = own.run("build", "--only", "video", "--explain")
    assert 'because setting alpha.data.file changed from "crabs.csv" to' in printed
    assert "alpha: rendered because more.csv is new\n" in printed


def test_a_moved_lecture_is_as_current_as_before(own: Project) -> None:
    own.run("build", "--only", "clips")
    away = own.folder / "away"
    away.mkdir()
    for name in ("lecture.toml", "crabs.csv"):
        (own.folder / name).rename(away / name)
    process = own.start("build", "--only", "clips", "--config", "away/lecture.toml")
    assert process.communicate(timeout=120)[0] == "build is up to date\n"


def test_with_nothing_to_do_no_table_is_read_and_no_checker_loaded(
    own: Project,
) -> None:
    counter = own.folder / "sitecustomize.py"
    heavy = ("pydantic", "nnsim.problems.own_data", "manim", "numpy")
    counter.write_text(
        "import atexit, sys\n"
        f"atexit.register(lambda: print(*({heavy} & sys.modules.keys())))\n".replace(
            str(heavy), str({*heavy})
        )
    )
    assert "pydantic" in own.run("build", "--only", "video").splitlines()[-1]
    assert own.run("build", "--only", "video") == "build is up to date\n\n"


def test_a_chapter_that_data_cannot_carry_is_left_out(own: Project) -> None:
    own.run("build")
    assert outputs(own) == {"01-alpha", "02-beta"}
    (own.folder / "crabs.csv").write_text(crabs(largest=2000))
    told = "chapter 'alpha' is left out: a crab is larger than the sea\n"
    printed = own.run("build")
    assert printed.startswith("trying the chapters: 1 tried\n")
    assert printed.endswith(told)
    assert outputs(own) == {"01-beta"}
    page = (own.out / "index.html").read_text()
    assert "Chapter Alpha &amp; more</dt>" in page
    assert "<dd>a crab is larger than the sea</dd>" in page
    assert own.run("build") == f"build is up to date\n{told}"  # and nobody is asked
    (row,) = (r for r in json.loads(own.run("list", "--json")) if r["left_out"])
    assert (row["chapter"], row["number"]) == ("alpha", None)
    assert own.run("list").endswith(told)
    assert told in own.run("check", "--theme", "dark")
    report = json.loads(own.run("check", "--theme", "dark", "--json"))
    assert report["left_out"] == {"alpha": "a crab is larger than the sea"}
    assert report["chapters"] == 1
    # Whoever asks for it alone learns why there is none.
    for command in (["build", "alpha"], ["check", "alpha"], ["numbers", "alpha"]):
        assert f"error: {told}" in own.run(*command, code=2)
    own.run("build", "alpha", "beta", "--only", "clips", "--out", "two")
    assert [one.name for one in (own.folder / "two/clips").iterdir()] == ["beta"]
    (own.folder / "crabs.csv").write_text(crabs())
    own.run("build")
    assert outputs(own) == {"01-alpha", "02-beta"}
    assert "Left out" not in (own.out / "index.html").read_text()


def test_an_unmet_claim_leaves_a_chapter_out_of_own_data_alone(own: Project) -> None:
    claims = 'again.", "claims": ("is_many",)}'
    own.edit("scenes/alpha/words.py", 'again."}', claims)
    own.edit("scenes/alpha/words.py", "str, dict[str, str]]", "str, dict[str, object]]")
    (own.folder / "crabs.csv").write_text(crabs(40))
    why = (
        "chapter 'alpha' is left out: beat 'why' says that rows are many, but they are"
    )
    assert f"{why} 40\n" in own.run("build", "--only", "video")
    assert outputs(own) == {"01-beta"}
    own.edit("lecture.toml", '"alpha", "beta"', '"alpha"')
    printed = own.run("build", "--only", "video", code=2)
    assert f"error: {why} 40\nerror: no chapter is left\n" in printed


def test_narration_that_cannot_be_said_ends_the_build(own: Project) -> None:
    own.edit("lecture.toml", "[beta]", '[alpha.say]\nfirst = "It is {none}."\n\n[beta]')
    printed = own.run("build", "--only", "video", code=2)
    assert "chapter 'alpha': beat 'first' cannot say 'It is {none}.'" in printed
    assert not outputs(own)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "lecture.toml:7: alpha.data.file: crabs.csv: no such file"),
        (crabs(20), "lecture.toml:7: alpha.data.file: crabs.csv: has 20 rows"),
        (
            crabs(largest=-5),
            "chapter 'alpha': crabs.csv:3: a crab is less than nothing",
        ),
    ],
    ids=["missing", "short", "found by the run"],
)
def test_a_wrong_table_ends_the_build(
    own: Project, content: str | None, told: str
) -> None:
    own.run("build", "--only", "video")
    table = own.folder / "crabs.csv"
    table.unlink()
    if content is not None:
        table.write_text(content)
    assert f"error: {told}" in own.run("build", "--only", "video", code=2)
    assert outputs(own) == {"01-alpha", "02-beta"}  # as they were


def test_outputs_name_the_table_and_no_folder_of_the_machine(own: Project) -> None:
    own.run("build")
    digest = hashlib.sha256(crabs().encode()).hexdigest()
    receipts = json.loads((own.out / "videos/01-alpha.receipts.json").read_text())
    assert {str(one["data"]) for one in receipts} == {f"{{'crabs.csv': '{digest}'}}"}
    other = json.loads((own.out / "videos/02-beta.receipts.json").read_text())
    assert other
    assert not [one for one in other if "data" in one]
    printed = json.loads(own.run("numbers", "alpha", "--json"))
    assert printed[0]["data"] == {"crabs.csv": digest}
    page = (own.out / "index.html").read_text()
    assert page.count(f"Data: crabs.csv (SHA-256 {digest[:12]})") == 1
    pages = PdfReader(own.out / "handout.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "crabs.csv: the lecturer’s own table (Chapter Alpha & more)" in text
    assert digest in text.replace(" ", "")
    found = [*filter(Path.is_file, own.out.rglob("*"))]
    assert len(found) > 30
    place = str(own.folder).encode()
    assert not [file.name for file in found if place in file.read_bytes()]
