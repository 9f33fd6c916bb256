"""Clips for other sites: pages of HTML, and Markdown for places without video."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from slides.building.plan import Plan
from slides.commands.cli import lecture
from slides.embed import choice
from tests.slides.embed.conftest import Run
from tests.slides.reading import soup


def addresses(page: BeautifulSoup) -> set[str]:
    """Return what a page loads or leads to, places within it apart."""
    found = {t.get(a) for a in ("src", "srcset", "href") for t in page.select(f"[{a}]")}
    return {link for link in found if not link.startswith(("#", "data:"))}


@pytest.fixture
def pages(tmp_path: Path, run: Run) -> Path:
    """Give a folder of snippets that will lie elsewhere on the web."""
    clips = ("neuron/sum", "neuron/sample")
    run(tmp_path / "out", format="html", clips=clips, base_url="https://a.example/n/")
    return tmp_path / "out"


def test_snippets_load_from_where_the_folder_will_be(pages: Path) -> None:
    page = soup(pages / "neuron-sample.html")
    links = addresses(page)
    assert all(link.startswith("https://a.example/n/lecture/") for link in links)
    files = [pages / link.removeprefix("https://a.example/n/") for link in links]
    assert all(file.is_file() for file in files)
    assert [child.name for child in page.find_all(True, recursive=False)] == [
        "lecture-clip"
    ]


def test_page_shows_all_clips_from_beside_it(pages: Path) -> None:
    page = soup(pages / "index.html")
    assert not [link for link in addresses(page) if not (pages / link).is_file()]
    assert [f["id"] for f in page.select("lecture-clip")] == [
        "clip-neuron-sample", "clip-neuron-sum"
    ]  # fmt: skip
    snippet = (pages / "neuron-sum.html").read_text().strip()
    assert snippet in [code.get_text() for code in page.select("pre code")]
    assert page.title.get_text() == "Clips of A <lecture>"
    assert not page.select("style, [style], script:not([src])")


def test_markdown_needs_a_picture_and_a_video(tmp_path: Path, run: Run) -> None:
    run(tmp_path, format="markdown", clips=("neuron/sum",))
    made = {f.relative_to(tmp_path).as_posix() for f in tmp_path.rglob("*.*")}
    stem = "lecture/neuron/sum-light"
    assert made - {".lecture-embed.json"} == {
        "neuron-sum.md",
        f"{stem}.jpg",
        f"{stem}.mp4",
    }
    text = (tmp_path / "neuron-sum.md").read_text()
    assert text.startswith(f"[![How the clip “Start” ends]({stem}.jpg)]({stem}.mp4)")
    assert "{" not in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "htlm"], "did you mean 'html'?"),
        (["--base-url", "/x"], "a Jekyll site has its own"),
        (["--clip", "neuron/lnie"], "did you mean 'line'?"),
        (["--theme", "print"], "there are: both, dark, light"),
    ],
)
def test_command_refuses_in_one_line(
    site: Path, plan: Plan, arguments: list[str], told: str
) -> None:
    settings = ["--config", str(plan.config), "--cache", str(plan.cache)]
    ended = CliRunner().invoke(lecture, ["embed", str(site), *settings, *arguments])
    code = getattr(ended.exception, "exit_code", ended.exit_code)
    assert code == 2
    assert told in f"{ended.output} {ended.exception}"


def test_command_writes_and_removes(site: Path, plan: Plan) -> None:
    settings = ["--config", str(plan.config), "--cache", str(plan.cache)]
    command = ["embed", str(site), "--quality", "draft", *settings]
    assert "files written" in CliRunner().invoke(lecture, command).output
    assert (site / "_includes/lecture.html").is_file()
    assert (
        f"{site}: removed" in CliRunner().invoke(lecture, [*command, "--remove"]).output
    )
    assert not (site / "_includes").exists()


def test_all_means_every_beat_of_the_lecture(plan: Plan) -> None:
    stems = choice.every(plan.read())
    assert len(stems) == len(set(stems)) > 20
    assert stems[0] == "neuron/sample"
