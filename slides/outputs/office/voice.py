"""What is said at a slide, as a sound that starts with its movie."""

from pathlib import Path
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from scenes.record import Beat
from slides.footage.join import join
from slides.footage.rests import rests
from slides.footage.timeline import motion_seconds
from slides.outputs.context import Context
from slides.outputs.office.xml_parts import play_on_entering
from slides.outputs.sounds import KIND, said, sound_file

SIZE = Emu(600_000)  # of the loudspeaker that stands for it, beside the slide
# "With previous", as PowerPoint calls it: together with what the slide begins with.
_WITH = """
<p:par {names}>
  <p:cTn id="{first}" presetID="1" presetClass="mediacall" presetSubtype="0"
         fill="hold" nodeType="withEffect">
    <p:stCondLst><p:cond delay="0"/></p:stCondLst>
    <p:childTnLst><p:cmd type="call" cmd="playFrom(0.0)"><p:cBhvr>
      <p:cTn id="{second}" dur="{milliseconds}" fill="hold"/>
      <p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>
    </p:cBhvr></p:cmd></p:childTnLst>
  </p:cTn>
</p:par>
"""
# The next slide ends it.
_STOPS = """
<p:endCondLst {names}>
  <p:cond evt="onStopAudio" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>
</p:endCondLst>
"""


def motion(context: Context, chapter: str, beat: Beat) -> tuple[Path, float]:
    """Return the movie of a beat's motion and its length in s.

    What moves at a word that is said rests until then.
    """
    rendering = context.renderings[chapter]
    spoken = said(context, chapter, beat.name)
    if spoken is None or not beat.rests:
        return context.joined(chapter, beat), motion_seconds(rendering, beat)
    shown = [*rendering.frames]
    for segment, n in rests(rendering, beat, spoken, lead=0.0).items():
        shown[segment] = n
    shown = shown[beat.first : beat.settled]
    file = context.scratch / "spoken" / chapter / f"{beat.name}.mp4"
    join(context.motion(chapter, beat), file, lengths=shown)
    return file, sum(shown) / rendering.fps


def add_voice(slide: Any, context: Context, chapter: str, beat: str) -> None:
    """Let a slide say its words when it appears, if anything is said at it."""
    spoken = said(context, chapter, beat)
    if spoken is None:
        return
    file = sound_file(context, chapter, beat, spoken)
    has_movie = next(slide.element.iter(qn("p:video")), None) is not None
    shape = slide.shapes.add_movie(str(file), -2 * SIZE, 0, SIZE, SIZE, mime_type=KIND)
    shape.name = "Voice"
    about = shape.element.nvPicPr.cNvPr
    about.set("descr", f"The words of this slide, spoken. {context.credit}".strip())
    if has_movie:
        _play_along(slide.element, shape.shape_id, spoken.duration)
    else:
        play_on_entering(shape, spoken.duration, loop=False)
    _make_sound(slide, shape)


def _play_along(slide: Any, shape: int, seconds: float) -> None:
    """Let a shape play from when the slide's movie does."""
    (movie,) = slide.iter(qn("p:cmd"))
    effect = next(movie.iterancestors(qn("p:par")))
    last = max(int(node.get("id")) for node in slide.iter(qn("p:cTn")))
    also = _WITH.format(
        names=nsdecls("p"),
        first=last + 1,
        second=last + 2,
        milliseconds=round(1000 * seconds),
        shape=shape,
    )
    effect.addnext(parse_xml(also.strip()))


def _make_sound(slide: Any, shape: Any) -> None:
    """Turn a movie, as which python-pptx adds all media, into a sound."""
    link = next(shape.element.iter(qn("a:videoFile")))
    old = link.get(qn("r:link"))
    new = slide.part.relate_to(slide.part.related_part(old), RELATIONSHIP_TYPE.AUDIO)
    link.tag = qn("a:audioFile")
    link.set(qn("r:link"), new)
    slide.part.drop_rel(old)
    for node in slide.element.iter(qn("p:video")):
        if next(node.iter(qn("p:spTgt"))).get("spid") == str(shape.shape_id):
            node.tag = qn("p:audio")
            node[0].set("showWhenStopped", "0")
            starts = next(node.iter(qn("p:stCondLst")))
            starts.addnext(parse_xml(_STOPS.format(names=nsdecls("p")).strip()))
