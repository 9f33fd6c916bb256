"""Play every file of a finished build to its end, and say what is missing or broken."""

import sys
from pathlib import Path

import av

WANTED = {
    "lecture video": "lecture.mp4",
    "deck": "lecture.html",
    "PowerPoint slides": "lecture.pptx",
    "PDF slides": "lecture.pdf",
    "hand-out": "handout.pdf",
    "chapter videos": "videos/*.mp4",
    "captions": "videos/*.vtt",
    "clips": "clips/*/*.mp4",
}


def plays(video: Path) -> bool:
    """Tell whether every frame decodes, and there is one."""
    try:
        with av.open(str(video)) as container:
            return sum(1 for _ in container.decode(video=0)) > 0
    except (av.FFmpegError, IndexError):
        return False


def faults(build: Path) -> list[str]:
    """Return one line for each missing, empty or unplayable file."""
    found = {what: sorted(build.glob(pattern)) for what, pattern in WANTED.items()}
    lines = [f"no {what}: {WANTED[what]}" for what, files in found.items() if not files]
    for file in (file for files in found.values() for file in files):
        if file.stat().st_size == 0:
            lines.append(f"empty: {file}")
        elif file.suffix == ".mp4" and not plays(file):
            lines.append(f"does not play: {file}")
    return lines


if __name__ == "__main__":
    problems = faults(Path(sys.argv[1]))
    print("\n".join(problems) or f"{sys.argv[1]}: everything is there and plays")
    sys.exit(bool(problems))
