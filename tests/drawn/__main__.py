"""Print what the beats of chapters show: ``python -m tests.drawn neuron``."""

import sys

from tests.scenes.conftest import usual_look

if __name__ == "__main__":
    for chapter in sys.argv[1:]:
        for beat, shown in usual_look(chapter).drawn.items():
            print(f"\n{chapter}/{beat}")  # noqa: T201
            for found in (*shown.shapes, *shown.parts):
                print("   ", found)  # noqa: T201
