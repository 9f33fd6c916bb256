"""``lecture data`` prints what a chapter looks at, and nothing where it names none."""

from pathlib import Path

import pytest

from slides.building.verdicts import Chosen, Verdict
from slides.commands.data.report import Report
from slides.commands.data.shown import show_report


@pytest.mark.parametrize(
    ("x", "line"),
    [
        (("width", "depth"), "width and depth; blue or orange; 60 rows; 1 left out"),
        ((), "yes      blue or orange; 60 rows; 1 left out"),
    ],
)
def test_columns_are_named_where_there_are_any(
    x: tuple[str, ...], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = Chosen(x, ("blue", "orange"), 60, 1)
    found = Report(
        given=("features",), tried=(Verdict("features", "", chosen),), others=(),
        lines="",
    )  # fmt: skip
    show_report(found, Path("lecture.toml"))
    assert line in capsys.readouterr().out
