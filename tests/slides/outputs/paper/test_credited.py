"""Documents credit the tables that their chapters read, and no others."""

from dataclasses import replace

import pytest

from scenes.record import Recording
from slides.outputs.context import Context
from slides.outputs.paper.credited import credited
from slides.outputs.paper.handout import make_handout
from tests.slides.outputs.paper.test_handout import text

CRABS = (("crabs.csv", "ab" * 32),)


def recording(chapter: str, own: tuple[tuple[str, str], ...] = ()) -> Recording:
    return Recording(chapter, chapter.title(), "dark", 1, (), (), (), (), data=own)


@pytest.mark.parametrize(
    ("chapter", "published", "beside_own"),
    [
        ("neuron", "Penguins", ""),
        ("overfitting", "Penguins", ""),
        ("features", "Splice junctions", ""),
        ("loss", "Penguins Puromycin", "Penguins"),  # half of it is about one neuron
        ("gradient_descent", "Penguins Puromycin", None),
        ("summary", "Model sizes Penguins Puromycin Splice junctions", None),
    ],
)
def test_chapter_credits_what_it_reads(
    chapter: str, published: str, beside_own: str | None
) -> None:
    found = credited([recording(chapter)])
    assert " ".join(one["title"] for one in found["tables"]) == published
    assert bool(found["publications"]) == (chapter == "summary")
    assert not found["own"]
    if beside_own is not None:
        found = credited([recording(chapter, CRABS)])
        assert " ".join(one["title"] for one in found["tables"]) == beside_own


def test_another_chapter_may_still_read_what_one_does_not() -> None:
    found = credited([recording("neuron", CRABS), recording("layers")])
    assert [one["title"] for one in found["tables"]] == ["Penguins"]
    assert found["own"] == [
        {"file": "crabs.csv", "digest": "ab" * 32, "chapters": "Neuron"}
    ]


def test_hand_out_about_own_data_names_no_published_table(
    context: Context, pdftotext: str
) -> None:
    stills = {
        key: replace(one, recording=replace(one.recording, data=CRABS))
        for key, one in context.stills.items()
    }
    told = text(pdftotext, make_handout(replace(context, stills=stills), "3")[0])
    assert "crabs.csv: the lecturer’s own table (The neuron)" in told
    assert CRABS[0][1] in told.replace(" ", "")
    assert "Gorman" not in told
    assert "licences named above" not in told
    assert "Published sizes" not in told
