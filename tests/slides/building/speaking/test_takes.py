"""A build lets takes speak, and says which are missing or say other words."""

from tests.slides.conftest import Project
from tests.slides.takes.conftest import voice_like, write_wav

FILMS = ("build", "alpha", "--only", "video", "--voice", "takes")
GO_ON = ("--set", "voice.stale_takes=silent")


def test_takes_speak_as_long_as_they_say_the_words(project: Project) -> None:
    printed = project.run(*FILMS, code=2)
    assert "narration/alpha/first.wav: no such take" in printed
    assert "lecture record alpha; or [voice] stale_takes" in printed
    assert not [*project.out.rglob("*.mp4")]
    loud = 9 * voice_like(0.5)
    write_wav(project.folder / "narration/alpha/first.wav", loud)
    printed = project.run(*FILMS, *GO_ON)
    assert "narration/alpha/first.wav: is too loud, first at" in printed
    assert "narration/alpha/why.wav: no such take: the beat is silent" in printed
    assert [*project.out.rglob("*.mp4")]
    project.edit("scenes/alpha/words.py", "says the text", "says the sentence")
    printed = project.run(*FILMS, code=2)
    assert "first.wav: was spoken with other words: “… B, says the text.”" in printed
    assert "they are now: “… B, says the sentence.”" in printed
