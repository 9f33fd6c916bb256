"""What is played, drawn and filmed anew when; the runner is played by the test."""

import os
from pathlib import Path

import pytest

from slides.playing.orders import (
    START,
    Broken,
    Described,
    Draw,
    Drawn,
    Event,
    Film,
    Filmed,
    Go,
    Loaded,
    Order,
    Parked,
    Played,
    TooDeep,
)
from slides.watching.files import Files
from slides.watching.session import Session
from slides.watching.sources import Place, Sources

SCENE = '''"""A tale."""
from scenes.shape import shape

SIZE = 4

class Tale(Lesson):
    def construct(self):
        self.go()
        self.rest()
        self.leave()

    def go(self):
        self.beat("walk")
        self.help()

    def help(self):
        return shape()

    def rest(self):
        self.beat("sit")
        return SIZE

    def leave(self):
        self.beat("end")
        self.help()
'''
WORDS = '''"""Words of the tale."""

TITLE = "A tale"
BEATS: dict = {
    "walk": {"title": "A walk", "say": "On we walk."},
    "sit": {"say": "Rest."},
    "end": {"question": "And then?"},
}
'''
WORDS_FILE, WORDS_MODULE = "scenes/tale/words.py", "scenes.tale.words"
MODULES = ("nnsim.tale", "scenes.shape", "scenes.tale.scene")
SAID = (*MODULES, WORDS_MODULE)  # once a beat was begun
RAN = (("Tale.go", "Tale.help"), ("Tale.rest",), ("Tale.leave", "Tale.help"))
METHODS = ("go", "rest", "leave")


class Tale:
    """A chapter in a folder, and the runner."""

    def __init__(self, folder: Path, look: int, words: str = WORDS) -> None:
        self.folder = folder
        self.write("scenes/tale/scene.py", SCENE)
        self.write(WORDS_FILE, words)
        self.write("scenes/shape.py", "def shape():\n    return 1\n")
        self.write("scenes/other.py", "x = 1\n")
        self.write("nnsim/tale.py", "x = 1\n")
        self.write("lecture.toml", "")
        self.write("crabs.csv", "claw,species\n")
        self.files = Files(
            [folder / "scenes", folder / "nnsim"],
            lambda: [folder / "lecture.toml", folder / "crabs.csv"],
        )
        sources = Sources(folder, "tale")
        self.orders: list[Order] = []
        steps = sources.storyboard()
        self.session = Session("tale", sources, steps, look, self.orders.append)

    def write(self, name: str, text: str) -> Path:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def edit(
        self, old: str, new: str, name: str = "scenes/tale/scene.py"
    ) -> list[Order]:
        """Change a file; return what the runner is then told."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        file = self.write(name, text.replace(old, new, 1))
        os.utime(file, ns=(self.files_time(), self.files_time()))
        told = len(self.orders)
        self.session.take(self.files.changed())
        return self.orders[told:]

    _time = 10**18

    def files_time(self) -> int:
        """Return a time that no file has had."""
        Tale._time += 10**9
        return Tale._time

    def tell(self, *events: Event) -> None:
        for event in events:
            self.session.hear(event)

    def play(self, run: int, first: int = 0, last: int = 3, look: int = 0) -> None:
        """Tell that steps were played and, from one on, drawn."""
        for step in range(max(first, 0), last):
            ran = tuple(f"scenes.tale.scene:{name}" for name in RAN[step])
            self.tell(Parked(run, step), Played(run, step, ran, SAID))
            if step >= look:
                self.draw(run, step)
        self.tell(Parked(run, last))

    def draw(self, run: int, step: int) -> None:
        self.tell(Drawn(run, step, f"{step}-{run}.png"), Described(run, step, "x.json"))

    def current(self) -> list[bool]:
        return [beat["is_current"] for beat in self.session.state()["beats"]]


@pytest.fixture
def tale(tmp_path: Path) -> Tale:
    """Give a chapter of three steps that was played wholly; the second is looked at."""
    tale = Tale(tmp_path, 1)
    tale.session.start()
    tale.tell(Loaded(1, MODULES, ("scenes.shape:early",)))
    tale.play(1, look=1)
    tale.draw(1, 0)
    tale.tell(Filmed(1, 1, "1.mp4"))
    return tale


def test_the_beat_looked_at_comes_first_then_its_clip_then_the_rest(tale: Tale) -> None:
    assert tale.orders == [
        Go(START, 1, METHODS, 1),
        Film(1, 1, METHODS, ()),
        Draw(1, 1),
    ]
    state = tale.session.state()
    assert (state["busy"], state["error"], tale.current()) == (False, None, [True] * 3)
    assert [beat["name"] for beat in state["beats"]] == ["walk", "sit", "end"]
    assert [beat["is_filmed"] for beat in state["beats"]] == [False, True, False]


@pytest.mark.parametrize(
    ("old", "new", "step", "look"),
    [
        ("return SIZE", "return 2 * SIZE", 1, 1),
        ('self.beat("end")', 'self.beat("end", loop=True)', 2, 2),  # looks there
        ("return shape()", "return shape", 0, 1),  # from where it ran first
        ("SIZE = 4", "SIZE = 5", 1, 1),
        ("import shape", "import shape, more", 3, 1),  # nothing to play
        ("class Tale(Lesson)", "class Tale(Lesson, object)", START, 1),
    ],
)
def test_an_edit_is_played_from_where_it_matters(
    tale: Tale, old: str, new: str, step: int, look: int
) -> None:
    orders = tale.edit(old, new)
    if step == 3:
        assert orders == []
        assert tale.current() == [True] * 3
        return
    modules = () if step == START else ("scenes.tale.scene",)
    assert orders == [Go(step, 2, METHODS, look, modules)]
    assert tale.current() == [n < step for n in range(3)]


@pytest.mark.parametrize(
    ("name", "old", "new", "starts"),
    [
        ("nnsim/tale.py", "1", "2", True),
        ("lecture.toml", "", "# x", True),
        ("crabs.csv", "claw", "carapace", True),
        ("scenes/other.py", "1", "2", False),  # it is not loaded
        ("scenes/shape.py", "return 1", "return 2", False),  # it has not run
    ],
)
def test_other_files_count_if_the_chapter_is_made_from_them(
    tale: Tale, name: str, old: str, new: str, *, starts: bool
) -> None:
    expected = [Go(START, 2, METHODS, 1)] if starts else []
    assert tale.edit(old, new, name) == expected


def test_what_changed_before_is_brought_up_later_as_well(tale: Tale) -> None:
    assert tale.edit("def shape", "# note\ndef shape", "scenes/shape.py") == []
    both = ("scenes.shape", "scenes.tale.scene")
    assert tale.edit("return SIZE", "return 5") == [Go(1, 2, METHODS, 1, both)]


@pytest.mark.parametrize(
    ("old", "new", "step", "look"),
    [
        ("Rest.", "Rest!", 1, 1),
        ("And then?", "And now?", 2, 2),  # looks there
        ("On we walk.", "On.", 0, 0),
        ('    "end": {"question": "And then?"},\n', "", 2, 2),
        ("A tale", "The tale", 0, 1),
    ],
)
def test_words_are_played_from_the_beat_that_says_them(
    tale: Tale, old: str, new: str, step: int, look: int
) -> None:
    orders = tale.edit(old, new, WORDS_FILE)
    assert orders == [Go(step, 2, METHODS, look, (WORDS_MODULE,))]
    assert tale.current() == [n < step for n in range(3)]


def test_words_that_no_beat_says_play_nothing_until_one_does(tale: Tale) -> None:
    more = '    "more": {"say": "More."},\n}'
    assert tale.edit("}\n", f"{more}\n", WORDS_FILE) == []
    assert tale.current() == [True] * 3
    orders = tale.edit(
        "        self.leave()\n",
        "        self.leave()\n        self.go_on()\n\n"
        '    def go_on(self):\n        self.beat("more")\n',
    )
    changed = ("scenes.tale.scene", WORDS_MODULE)
    assert orders == [Go(3, 2, (*METHODS, "go_on"), 1, changed)]


def test_a_beat_without_words_is_played_when_it_has_some(tale: Tale) -> None:
    tale.edit('self.beat("end")', 'self.beat("more")')
    tale.tell(Parked(2, 2), Broken(2, "KeyError: 'more'"))
    orders = tale.edit('"end": {', '"more": {', WORDS_FILE)
    changed = ("scenes.tale.scene", WORDS_MODULE)
    assert orders == [Go(2, 3, METHODS, 2, changed)]
    assert tale.session.state()["error"] is None


def test_words_that_are_no_python_are_shown_with_their_line(tale: Tale) -> None:
    assert tale.edit('"Rest."', '"Rest.', WORDS_FILE) == []
    state = tale.session.state()
    assert state["error"]["file"].endswith(WORDS_FILE)
    assert state["error"]["line"] == 6
    assert state["beats"][1]["still"] == "1-1.png"
    assert tale.edit('"Rest.', '"Rest!"', WORDS_FILE) == [
        Go(1, 2, METHODS, 1, (WORDS_MODULE,))
    ]
    assert tale.session.state()["error"] is None


def test_words_that_were_no_python_from_the_start_are_mended(tmp_path: Path) -> None:
    tale = Tale(tmp_path, 1, WORDS.replace("}\n", "\n"))
    tale.session.start()
    tale.tell(Loaded(1, MODULES, ()), Parked(1, 0), Broken(1, "SyntaxError: x"))
    assert tale.session.place(f"{WORDS_MODULE}:BEATS.sit", 0) is None
    (order,) = tale.edit('then?"},\n', 'then?"},\n}', WORDS_FILE)
    assert (order.step, tale.session.state()["error"]) == (0, None)


def test_what_is_being_played_is_played_again(tale: Tale) -> None:
    tale.edit("return SIZE", "return 5")
    tale.tell(Parked(2, 1))
    changed = ("scenes.tale.scene",)
    again = tale.edit("def leave(self):", "def leave(self):\n        '''Leave.'''")
    assert again == [Go(1, 3, METHODS, 1, changed)]  # no process has come further


def test_another_storyboard_is_played_from_its_first_difference(tale: Tale) -> None:
    orders = tale.edit("        self.rest()\n", "")
    assert orders == [Go(1, 2, ("go", "leave"), 1, ("scenes.tale.scene",))]
    assert [beat["name"] for beat in tale.session.state()["beats"]] == ["walk", "end"]


def test_errors_are_shown_and_the_last_pictures_stay(tale: Tale) -> None:
    assert tale.edit("return SIZE", "return (SIZE") == []
    state = tale.session.state()
    assert state["error"]["file"].endswith("scenes/tale/scene.py")
    assert state["error"]["line"] == 21
    assert state["beats"][1]["still"] == "1-1.png"
    orders = tale.edit("return (SIZE", "return (6)")
    assert orders == [Go(1, 2, METHODS, 1, ("scenes.tale.scene",))]
    assert tale.session.state()["error"] is None
    tale.tell(Broken(2, "NameError: x", "scene.py", 5, "Traceback"))
    assert tale.session.state()["error"]["line"] == 5
    assert tale.edit("return (6)", "return 7")[0].step == 1


def test_what_old_runs_tell_is_not_heard(tale: Tale) -> None:
    tale.edit("return SIZE", "return 5")
    tale.tell(Drawn(1, 1, "old.png"), Broken(1, "old"))
    assert tale.session.state()["error"] is None
    assert tale.session.state()["beats"][1]["still"] == "1-1.png"


def test_what_cannot_be_brought_up_is_played_from_the_start(tale: Tale) -> None:
    tale.edit("return SIZE", "return 5")
    tale.tell(TooDeep(2))
    assert tale.orders[-1] == Go(START, 3, METHODS, 1)


def test_a_beat_that_is_chosen_is_filmed(tale: Tale) -> None:
    tale.session.choose(2)
    tale.session.choose(7)  # there is none
    tale.session.choose(2)
    assert tale.orders[3:] == [Film(2, 1, METHODS, ())]
    assert tale.session.state()["look"] == 2


def test_lines_are_found_where_they_have_moved(tale: Tale) -> None:
    key = "scenes.tale.scene:Tale.rest"
    assert tale.session.place(key, 2) == Place(
        "scenes/tale/scene.py", 21, "return SIZE"
    )
    tale.edit("SIZE = 4", "SIZE = 4\n\n")
    assert tale.session.place(key, 2) == Place(
        "scenes/tale/scene.py", 23, "return SIZE"
    )
    assert tale.session.place("scenes.tale.scene:", 4) is not None
    assert tale.session.place(key, 1000) is None
    assert tale.session.place("scenes.nowhere:x", 1) is None


def test_a_line_that_begins_a_beat_leads_to_its_words(tale: Tale) -> None:
    key = "scenes.tale.scene:Tale.rest"
    said = '"sit": {"say": "Rest."},'
    assert tale.session.place(key, 1) == Place(WORDS_FILE, 6, said)
    tale.edit('"""Words', '"""Many\nwords', WORDS_FILE)
    assert tale.session.place(key, 1) == Place(WORDS_FILE, 7, said)
    tale.edit('"sit"', '"lie"', WORDS_FILE)
    beat = 'self.beat("sit")'
    assert tale.session.place(key, 1) == Place("scenes/tale/scene.py", 20, beat)


def test_files_that_change_come_and_go_are_told_once(tmp_path: Path) -> None:
    one, cached = tmp_path / "a" / "one.py", tmp_path / "a" / "__pycache__" / "x.pyc"
    one.parent.mkdir()
    one.touch()
    files = Files([tmp_path / "a"], lambda: [tmp_path / "more.toml"])
    assert files.changed() == []
    one.write_text("x", encoding="utf-8")
    (tmp_path / "more.toml").touch()
    cached.parent.mkdir()
    cached.touch()
    (one.parent / ".one.py.swp").touch()
    assert files.changed() == [one, tmp_path / "more.toml"]
    assert files.changed() == []
    one.unlink()
    assert files.changed() == [one]


def test_files_that_another_one_names_are_followed_as_long_as_it_does(
    tmp_path: Path,
) -> None:
    names = tmp_path / "names.txt"
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"

    def more() -> list[Path]:
        named = names.read_text(encoding="utf-8").splitlines()
        return [names, *(tmp_path / name for name in named)]

    names.write_text("one.csv\na\0name", encoding="utf-8")
    files = Files([], more)
    one.touch()
    assert files.changed() == [one]
    other.touch()
    assert files.changed() == []
    names.write_text("other.csv", encoding="utf-8")
    assert files.changed() == [names, one, other]
    one.write_text("1", encoding="utf-8")
    assert files.changed() == []
    other.unlink()
    assert files.changed() == [other]
