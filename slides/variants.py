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
THEMES = ("dark", "light", "print")  # as in scenes.theme, which a test compares


@dataclass(frozen=True)
class Variant:
    """One way to render the lecture."""

    quality: str = "draft"
    theme: str = "dark"

    @property
    def name(self) -> str:
        """Name of its folder in the cache."""
        return f"{self.quality}-{self.theme}"

    @property
    def picture(self) -> Quality:
        """Size and speed of its picture."""
        return QUALITIES[self.quality]
