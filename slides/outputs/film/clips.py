"""One clip for each beat, for web pages: the motion, its last picture, its words."""

from pathlib import Path

from scenes.caching.files import write_bytes, write_text
from scenes.record import Beat
from slides.footage.captions import vtt
from slides.footage.join import join
from slides.footage.lengths import LEAD_IN, lengths
from slides.footage.loudness import RATE
from slides.footage.sound_track import Saying, SoundTrack
from slides.footage.spoken_cues import clip_cues
from slides.outputs.context import Context
from slides.outputs.sounds import said
from slides.speech.utterance import Utterance


def make_clips(context: Context, chapter: str) -> list[Path]:
    """Make the clips of a chapter, each with poster and text."""
    made = []
    for beat in context.renderings[chapter].recording.beats:
        stem = context.clip_stem(chapter, beat)
        video, poster, words = (stem.with_suffix(e) for e in (".mp4", ".jpg", ".txt"))
        if spoken := said(context, chapter, beat.name):
            made += _spoken(context, chapter, beat, spoken)
        else:
            write_bytes(video, context.joined(chapter, beat).read_bytes())
            made.append(video)
        write_bytes(poster, context.poster(chapter, beat))
        write_text(words, beat.say + "\n")
        made += [poster, words]
    return made


def _spoken(
    context: Context, chapter: str, beat: Beat, spoken: Utterance
) -> list[Path]:
    """Make a clip that speaks: as in the film, its end stands until all is said.

    What is heard must be there to read, too: its captions are made with it.
    """
    rendering, stem = context.renderings[chapter], context.clip_stem(chapter, beat)
    segments = slice(beat.first, beat.last)
    shown = lengths(rendering, context.speech[chapter])[segments]
    n_samples = round(sum(shown) / rendering.fps * RATE)
    saying = Saying(spoken.file, round(LEAD_IN * RATE), n_samples)
    credit = {"comment": context.credit} if context.credit else {}
    video, captions = stem.with_suffix(".mp4"), stem.with_suffix(".vtt")
    join(
        rendering.recording.segments[segments],
        video,
        metadata={"title": beat.title, **credit},
        lengths=shown,
        sound=SoundTrack((saying,), n_samples),
    )
    write_text(captions, vtt(clip_cues(beat, spoken)))
    return [video, captions]
