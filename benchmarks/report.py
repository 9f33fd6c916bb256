"""The table of rendering costs, and whether the goals are met."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import add

from benchmarks.cost import Cost

FIELD = 1 / 3  # of the pictures show an image, and more, in a chapter of fields
GOALS = {"diagrams": 10, "fields": 4, "all": 6}  # times less CPU than stock
BUILDS = ("stock", "best", "ours")
HEAD = (
    "chapter", "kind", "film, s", *(f"{name}, CPU s" for name in (*BUILDS, "floor")),
    "stock / ours", "best / ours", "stock, wall s", "ours, wall s", "stock, MB",
    "ours, MB", "SSIM, least", "SSIM, median", "off by",
)  # fmt: skip


@dataclass(frozen=True)
class Report:
    """What was found about a chapter, or the sum of several."""

    name: str
    imaged: float  # share of the pictures that move which show an image
    film: float  # s
    costs: dict[str, Cost]  # by build
    sizes: dict[str, int]  # bytes of the film, by build
    floor: float  # CPU s, of encoding alone
    ssim_least: float
    ssim_median: float
    off: float  # of 255 levels

    @property
    def kind(self) -> str:
        """Whether it shows fields, which are images over a plane, or diagrams."""
        return "fields" if self.imaged >= FIELD else "diagrams"

    def times(self, build: str) -> float:
        """Return how many times more CPU another build takes than ours."""
        return self.costs[build].cpu / self.costs["ours"].cpu


def together(name: str, reports: Sequence[Report]) -> Report:
    """Return what chapters cost in sum, and how like their films are at worst."""
    return Report(
        name,
        statistics.fmean(r.imaged for r in reports),
        film=sum(r.film for r in reports),
        costs={b: reduce(add, (r.costs[b] for r in reports)) for b in BUILDS},
        sizes={b: sum(r.sizes[b] for r in reports) for b in BUILDS},
        floor=sum(r.floor for r in reports),
        ssim_least=min(r.ssim_least for r in reports),
        ssim_median=statistics.median(r.ssim_median for r in reports),
        off=max(r.off for r in reports),
    )


def by_kind(reports: Sequence[Report]) -> dict[str, list[Report]]:
    """Return the chapters of each kind that there is, and all."""
    kinds = {
        kind: [r for r in reports if r.kind == kind] for kind in ("diagrams", "fields")
    }
    return {kind: found for kind, found in kinds.items() if found} | {"all": [*reports]}


def in_one_build(reports: Sequence[Report], cost: Cost) -> Report:
    """Return the sum of all chapters, but of ours what one build of them cost."""
    sums = together("whole lecture, one build", reports)
    return replace(sums, costs={**sums.costs, "ours": cost})


def table(reports: Sequence[Report], one_build: Cost | None) -> str:
    """Return a table in Markdown: a row a chapter, then the sums.

    Parameters
    ----------
    reports
        Of the chapters.
    one_build
        What ours costs as one build of all chapters: for a row below the sums.
    """
    rows = [row(one, one.kind) for one in reports]
    rows += [row(together(k, found), "") for k, found in by_kind(reports).items()]
    rows += [row(in_one_build(reports, one_build), "")] if one_build else []
    rule = ["---", "---", *["--:"] * (len(HEAD) - 2)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [HEAD, rule, *rows])


def row(one: Report, kind: str) -> list[str]:
    """Return the cells of a row."""
    return [
        one.name, kind, f"{one.film:.0f}",
        *(f"{one.costs[build].cpu:.1f}" for build in BUILDS), f"{one.floor:.1f}",
        *(f"{one.times(build):.1f}" for build in BUILDS[:2]),
        *(f"{one.costs[build].wall:.0f}" for build in ("stock", "ours")),
        *(f"{one.sizes[build] / 1e6:.2f}" for build in ("stock", "ours")),
        f"{one.ssim_least:.4f}", f"{one.ssim_median:.5f}", f"{one.off:.0f}",
    ]  # fmt: skip


def verdicts(reports: Sequence[Report]) -> list[str]:
    """Say of each goal whether it is met: by the sum of all, by the least of a kind."""
    lines = []
    for kind, found in by_kind(reports).items():
        sums = together(kind, found)
        least = sums if kind == "all" else min(found, key=lambda r: r.times("stock"))
        reached = least.times("stock")
        met = "met" if reached >= GOALS[kind] else "not met"
        where = "" if kind == "all" else f" at least ({least.name})"
        lines.append(
            f"- {kind}: {reached:.1f} times less CPU than stock{where}, "
            f"{sums.times('best'):.1f} times less than its best settings in sum; "
            f"goal {GOALS[kind]}: {met}"
        )
    return lines
