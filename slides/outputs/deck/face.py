"""The face of the pictures for the words of the deck: the letters that it needs."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from slides.base.data_uri import data_uri

NAME = "Source Sans Pro"  # as the style sheets ask for it
WEIGHTS = {"Regular": "400", "Semibold": "600 700"}
# What the buttons, the menu and the speaker view say, besides what the lecture says.
OURS = frozenset(map(chr, range(ord(" "), ord("~") + 1))) | {*"–…’“”−→←↑↓"}


def face(text: str) -> str:
    """Return the rules of a style sheet that hold the face, for these letters.

    Letters that it lacks are shown in a face of the system.
    """
    letters = OURS | {*text}
    return "\n".join(
        f'@font-face {{ font-family: "{NAME}"; font-weight: {weight}; '
        f"src: url({data_uri(_subset(style, letters), 'font/woff')}); }}"
        for style, weight in WEIGHTS.items()
    )


@lru_cache
def _subset(style: str, letters: frozenset[str]) -> bytes:
    """Return a font that has some letters only."""
    # Heavy, and needed only when a deck is made.
    import font_source_sans_pro
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    folder = Path(font_source_sans_pro.__file__).parent / "files"
    file = folder / f"SourceSansPro-{style}.ttf"
    options = Options(layout_features=["kern", "liga", "tnum", "mark", "ccmp"])
    with (
        TTFont(
            file, recalcTimestamp=False, lazy=True
        ) as font,  # it reads what it needs
        BytesIO() as made,
    ):
        subsetter = Subsetter(options)
        subsetter.populate(text="".join(sorted(letters)))
        subsetter.subset(font)
        font.flavor = "woff"
        font.save(made)
        return made.getvalue()
