"""The variants in which a scene can be rendered: quality and theme."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Quality:
    """Size and speed of the picture."""

    width: int  # pixels
    height: int  # pixels
    fps: int  # frames a second


QUALITIES = {
    "draft": Quality(854, 480, 15),
    "720p30": Quality(1280, 720, 30),
    "1080p60": Quality(1920, 1080, 60),
    "2160p60": Quality(3840, 2160, 60),
}
STILL = Quality(1920, 1080, 1)  # whatever the quality of the films
STILL_THEMES = ("dark", "light")  # in which stills are drawn
THEMES = ("dark", "light", "print")  # as in scenes.theme, which a test compares


@dataclass(frozen=True)
class Variant:
    """One way to render the lecture."""

    quality: str = "draft"  # one of QUALITIES, or "still"
    theme: str = "dark"

    @property
    def name(self) -> str:
        """Name of its folder in the cache."""
        return f"{self.quality}-{self.theme}"

    @property
    def picture(self) -> Quality:
        """Size and speed of its picture."""
        return STILL if self.is_still else QUALITIES[self.quality]

    @property
    def is_still(self) -> bool:
        """Whether it is no film, but a picture of each beat's end."""
        return self.quality == "still"

    def of(self, chapter: str) -> str:
        """Return what the user reads for this variant of a chapter."""
        return f"{chapter}, stills, {self.theme}" if self.is_still else chapter
