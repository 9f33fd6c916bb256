"""The variants in which a scene can be rendered: quality, theme and aspect ratio."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Quality:
    """Size and speed of the picture."""

    width: int  # pixels
    height: int  # pixels
    fps: int  # frames a second


QUALITIES = {  # the shorter side in pixels, and frames a second
    "draft": (480, 15),
    "720p30": (720, 30),
    "1080p60": (1080, 60),
    "2160p60": (2160, 60),
}
STILL = (1080, 1)  # a picture of each beat's end, whatever the quality of the films
STILLS = {  # the files in which each is drawn
    "still": (".png", ".svg"),
    "drawing": (".svg",),  # for paper, which has no pixels
}
STILL_THEMES = ("dark", "light")  # in which stills are drawn
THEMES = ("dark", "light", "print")  # as in scenes.frame.theme, which a test compares
ASPECTS = ("16:9", "4:3", "1:1", "9:16")  # as in scenes.frame.shapes


@dataclass(frozen=True)
class Variant:
    """One way to render the lecture."""

    quality: str = "draft"  # one of QUALITIES or of STILLS
    theme: str = "dark"
    aspect: str = "16:9"  # width to height

    @property
    def name(self) -> str:
        """Name of its folder in the cache."""
        shape = "" if self.aspect == "16:9" else f"-{self.aspect.replace(':', 'x')}"
        return f"{self.quality}-{self.theme}{shape}"

    @property
    def picture(self) -> Quality:
        """Size and speed of its picture."""
        short, fps = STILL if self.is_still else QUALITIES[self.quality]
        across, down = (int(side) for side in self.aspect.split(":"))
        # H.264 wants even numbers.
        width, height = (
            2 * round(short * side / min(across, down) / 2) for side in (across, down)
        )
        return Quality(width, height, fps)

    @property
    def is_still(self) -> bool:
        """Whether it is no film, but a picture of each beat's end."""
        return self.quality in STILLS

    def of(self, chapter: str) -> str:
        """Return what the user reads for this variant of a chapter."""
        kind = f", {self.quality}s, {self.theme}" if self.is_still else ""
        return chapter + kind
