"""Examples of the miniature project's components: grey pictures."""

from pathlib import Path

from PIL import Image


def draw_example(component: str, theme_name: str, file: Path) -> None:
    Image.new("RGB", (4, 4), "gray").save(file)
