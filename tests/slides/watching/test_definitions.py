"""What two versions of a module differ in, and from which step on that matters."""

import pytest

from slides.playing.definitions import Difference, definitions, difference
from slides.playing.orders import START
from slides.watching.affected import first_affected, first_reworded, reworded
from slides.watching.storyboard import Step

OLD = '''"""A tale."""
from math import tau
from functools import cache

SIZE = 4
PARTS = [one for one in range(3)]

def helper(x=SIZE):
    """Help."""
    return x

class Tale(Lesson):
    """A tale."""

    title = "Tale"

    def walk(self):
        return helper(tau)

    @property
    def length(self):
        return 1

    def rest(self):
        return 2
'''
RAN = {"m:helper": 1, "m:Tale.walk": 3, "m:Tale.length": 4}


def changed(old: str, new: str) -> Difference:
    assert old in OLD
    return difference(definitions(OLD), definitions(OLD.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "functions", "names", "added", "is_deep"),
    [
        ("SIZE = 4", "SIZE = 4  # a note", "", "", "", False),
        ('"""Help."""', '"""Help a lot."""', "", "", "", False),
        ("return x", "return x + 1", "helper", "", "", False),
        ("helper(tau)", "helper(2 * tau)", "Tale.walk", "", "", False),
        ("return 1", "return 3", "Tale.length", "", "", False),
        ("def rest", "def sleep", "Tale.rest", "", "Tale.sleep", False),
        ("import tau", "import pi as tau", "", "tau", "", False),
        ("import tau", "import tau, pi", "", "", "pi", False),
        ("x=SIZE", "x=5", "helper", "", "", False),
        ("SIZE = 4", "SIZE = 5", "", "SIZE", "", True),  # a default is made from it
        ("range(3)", "range(4)", "", "", "", True),
        ("@property", "@cache", "Tale.length", "", "", True),
        ('"Tale"', '"A tale"', "", "", "", True),
        ("Tale(Lesson)", "Tale(Headed)", "", "", "", True),
    ],
)
def test_what_changed_is_told(
    old: str, new: str, functions: str, names: str, added: str, *, is_deep: bool
) -> None:
    found = changed(old, new)
    expected = (frozenset(text.split()) for text in (functions, names, added))
    assert found == Difference(*expected, is_deep)


@pytest.mark.parametrize(
    ("old", "new", "is_alone", "expected"),
    [
        ("return x", "return x + 1", True, {1}),
        ("return 1", "return 3", True, {4}),
        ("return 2", "return 3", True, set()),  # it has not run
        ("import tau", "import pi as tau", True, {3}),  # where it is used
        ("import tau", "import pi as tau", False, {START}),  # or taken from here
        ("import tau", "import tau, pi", True, set()),
        ("import tau", "import tau, pi", False, set()),
        ("import tau", "import tau as len, tau", True, {START}),
        ("range(3)", "range(4)", True, {START}),
    ],
)
def test_the_scene_is_played_from_where_a_change_matters(
    old: str, new: str, *, is_alone: bool, expected: set[int]
) -> None:
    found = changed(old, new)
    assert first_affected("m", definitions(OLD), found, RAN, is_alone) == expected
    assert first_affected("n", definitions(OLD), found, RAN, is_alone) <= {START}


def test_functions_begin_with_their_decorators() -> None:
    lines = OLD.splitlines()
    found = definitions(OLD).lines
    assert {name: lines[line - 1].strip() for name, line in found.items()} == {
        "helper": "def helper(x=SIZE):",
        "Tale.walk": "def walk(self):",
        "Tale.length": "@property",
        "Tale.rest": "def rest(self):",
    }


WORDS = '''"""Words."""
from scenes.words import Beats

TITLE = "Tale"

BEATS: Beats = {
    "walk": {"title": "A walk", "say": "On we walk."},
    "sit": {"say": "Rest."},
    "end": {"question": "And then?"},
}
'''
STEPS = (Step("go", "walk"), Step("rest", "sit"), Step("leave", "end"))


@pytest.mark.parametrize(
    ("old", "new", "first", "written"),
    [
        ('"Rest."', '"Rest!"', {1}, {1}),
        ('"say": "Rest."', '"say": "Rest.", "claims": ("tired",)', {1}, {1}),
        ('"On we walk."', '(\n"On we "\n"walk.")', set(), set()),  # the same words
        ('"Rest."},\n    "end"', '"Rest."}, "more": {},\n    "end"', set(), set()),
        ('    "end": {"question": "And then?"},\n', "", {2}, {2}),
        ('"sit"', '"lie"', {1}, {1}),
        ("we", "they", {0}, {0}),
        ('"Rest."', '"Rest!", "title": "And then?"', {1}, {1}),
        ("Tale", "A tale", {0}, set()),
        (": Beats = {", " = {", set(), set()),
        ("TITLE", "# A note.\n\n\nTITLE", set(), set()),
        ('"Rest."', 'f"Rest."', {START}, {1}),  # no plain value any more
        ("Beats\n", "Beats\nprint(3)\n", {START}, set()),
        ("import Beats", "import Words as Beats", {START}, set()),
    ],
)
def test_words_are_said_again_from_where_they_changed(
    old: str, new: str, first: set[int], written: set[int]
) -> None:
    assert WORDS.count(old) >= 1
    found = difference(definitions(WORDS), definitions(WORDS.replace(old, new, 1)))
    assert first_reworded(found, STEPS) == first
    if first != {START}:
        assert reworded(found, STEPS) == written


def test_entries_of_tables_have_lines() -> None:
    found = definitions(WORDS).lines
    lines = WORDS.splitlines()
    assert {name: lines[line - 1].split(":")[0] for name, line in found.items()} == {
        "BEATS.walk": '    "walk"', "BEATS.sit": '    "sit"', "BEATS.end": '    "end"',
    }  # fmt: skip
