"""Which chapters take data of one's own."""

from dataclasses import dataclass, field, fields

import pytest

from nnsim.experiments import scale
from nnsim.problems.own_data import (
    Curve,
    Measurements,
    OwnData,
    Sequences,
    kind_of_data,
)
from slides.settings.own_kinds import kind_taken, takers
from slides.settings.project import known_chapters


@dataclass(frozen=True)
class Measured:
    data: Measurements = field(default_factory=Measurements)


@dataclass(frozen=True)
class Sequenced:
    data: "Sequences" = field(default_factory=Sequences)


@dataclass(frozen=True)
class Another:
    data: int = 1


@pytest.mark.parametrize(
    ("config", "kind"),
    [(Measured, Measurements), (Sequenced, Sequences), (Another, None)],
)
def test_types_of_settings_tell_the_kind(
    config: type, kind: type[OwnData] | None
) -> None:
    assert kind_of_data(config) is kind


def test_chapter_about_published_sizes_keeps_them() -> None:
    assert "data" not in {field.name for field in fields(scale.Config)}
    assert kind_taken("scale") is None


def test_chapters_that_take_a_kind_keep_their_order() -> None:
    chapters = known_chapters()[::-1]
    measured, sequenced = takers(Measurements, chapters), takers(Sequences, chapters)
    assert measured == [c for c in chapters if c in measured]
    assert not {*measured} & {*sequenced, "scale"}
    assert takers(Curve, chapters) == ["loss"]
