"""Families as rings of linked members: how each is read back into numbers."""

import numpy as np

from scenes.components.kin import Kin
from scenes.frame import theme

FAINT = 0.5  # opacity; what is less is faint


def read_kin(kin: Kin, visible: set[int]) -> np.ndarray:
    """Return a row (member, -1, whether held out, whether faint) a member.

    Then a row (member, other, whether one of both is held out, whether faint) a link.
    Members are counted from the top, against the clock.
    """
    members = [member for member in kin.members if id(member) in visible]
    at = np.array([member.get_center()[:2] for member in members])
    x, y = (at - at.mean(axis=0)).T
    turns = (np.arctan2(y, x) - np.pi / 2) / (2 * np.pi) * len(members)
    numbers = np.round(turns).astype(int) % len(members)
    rows = []
    for number, member in zip(numbers, members, strict=True):
        held_out = len(member.points) == 16  # a square
        role = "validation" if held_out else "train"
        assert member.get_fill_color() == theme.role(role), "colour and mark disagree"
        rows.append((number, -1, held_out, member.get_fill_opacity() < FAINT))
    for lines in (kin.within, kin.across):
        if id(lines) not in visible:
            continue
        across = lines.get_stroke_color() == theme.role("ink")
        faint = lines.get_stroke_opacity() < FAINT
        for ends in lines.points.reshape(-1, 4, 3)[:, [0, 3], :2]:
            near = np.linalg.norm(at - ends[:, None], axis=2).argmin(axis=1)
            rows.append((*sorted(numbers[near]), across, faint))
    return np.array(sorted(rows), float)


FAMILIES = {Kin: read_kin}
