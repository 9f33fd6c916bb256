"""``python -m slides`` is the command ``lecture``."""

from slides.cli import main

main()
