"""When words are said: as they are read, whatever is spoken for them."""

import numpy as np
import pytest

from slides.speech.sound import Heard, Sound
from slides.speech.spoken import Said, spoken
from slides.speech.word_times import as_read, shown_times

RATE = 1000


def told(words: str, *, n_silent: int = 0) -> Sound:
    """Return a sound whose words last a second each."""
    heard = (Heard(word, i, i + 1) for i, word in enumerate(words.split(), n_silent))
    return Sound(np.ones(RATE, np.float32), RATE, tuple(heard))


def test_a_read_word_lasts_as_long_as_what_is_spoken_for_it() -> None:
    said = spoken("It is −6.6, I think.").said
    sound = told("It is minus six point six I think", n_silent=1)
    assert shown_times(said, sound) == (
        ("It", 1, 2), ("is", 2, 3), ("−6.6,", 3, 7), ("I", 7, 8), ("think.", 8, 9),
    )  # fmt: skip


def test_what_is_not_said_has_its_place_and_no_time() -> None:
    said = spoken("Worms (White et al. 1986) move.").said
    assert shown_times(said, told("Worms move")) == (
        ("Worms", 0, 1), ("(White", 1, 1), ("et", 1, 1), ("al.", 1, 1),
        ("1986)", 1, 1), ("move.", 1, 2),
    )  # fmt: skip
    first = [Said("(Cajal)", ""), Said("Worms", "worms")]
    assert shown_times(first, told("worms", n_silent=3))[0] == ("(Cajal)", 3, 3)
    assert shown_times([Said("–", "")], told("")) == (("–", 0, 0),)
    assert shown_times([], told("")) == ()


def test_an_engine_may_cut_words_in_another_way() -> None:
    said = [Said("84%", "eighty-four percent"), Said("right.", "right.")]
    sound = told("eighty-four percent right.")
    (_, start, end), right = shown_times(said, sound)
    assert (start, end, right) == (0, 2, ("right.", 2, 3))


def test_without_times_what_is_heard_is_shared_by_characters() -> None:
    samples = np.zeros(10 * RATE, np.float32)
    samples[2 * RATE : 7 * RATE] = 0.5  # heard for 5 s
    said = [Said("A", "A"), Said("cat.", "cats,")]  # 2 of 7 characters with the space
    first, second = shown_times(said, Sound(samples, RATE))
    assert first == ("A", 2, pytest.approx(2 + 5 * 2 / 7))
    assert second == ("cat.", first.end, pytest.approx(7))
    silent = Sound(np.zeros(RATE, np.float32), RATE)
    assert shown_times(said, silent)[-1].end == 1


def test_times_of_other_words_are_carried_over_to_those_that_are_read() -> None:
    heard = told("Here C A G stands and nobody reads on").words
    assert as_read("Here, CAG stands (Mount 1982). One reads on …", heard) == (
        ("Here,", 0, 1), ("CAG", 1, 4), ("stands", 4, 5),
        # Three words stand for "and nobody": 7, 7 and 4 characters with the space.
        ("(Mount", 5, pytest.approx(5 + 2 * 7 / 18)),
        ("1982).", pytest.approx(5 + 2 * 7 / 18), pytest.approx(5 + 2 * 14 / 18)),
        ("One", pytest.approx(5 + 2 * 14 / 18), pytest.approx(7)),
        ("reads", 7, 8), ("on", 8, 9), ("…", 9, 9),
    )  # fmt: skip
    assert as_read("Here", ()) == (("Here", 0, 0),)


def test_words_that_are_the_same_keep_their_times() -> None:
    heard = told("The loss, the loss: −6.6 falls.").words
    assert as_read("The loss, the loss: −6.6 falls.", heard) == heard
