"""Parts of a presentation that python-pptx does not write: timing, sections, language.

They are written as PowerPoint itself writes them.
"""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

# On entering the slide, play the movie from its start; a click goes on at any time.
_PLAY = """
<p:seq {names} concurrent="1" nextAc="seek">
  <p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst><p:par>
    <p:cTn id="3" fill="hold">
      <p:stCondLst>
        <p:cond delay="indefinite"/>
        <p:cond evt="onBegin" delay="0"><p:tn val="2"/></p:cond>
      </p:stCondLst>
      <p:childTnLst><p:par>
        <p:cTn id="4" fill="hold">
          <p:stCondLst><p:cond delay="0"/></p:stCondLst>
          <p:childTnLst><p:par>
            <p:cTn id="5" presetID="1" presetClass="mediacall" presetSubtype="0"
                   fill="hold" nodeType="afterEffect">
              <p:stCondLst><p:cond delay="0"/></p:stCondLst>
              <p:childTnLst><p:cmd type="call" cmd="playFrom(0.0)"><p:cBhvr>
                <p:cTn id="6" dur="{milliseconds}" fill="hold"/>
                <p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>
              </p:cBhvr></p:cmd></p:childTnLst>
            </p:cTn>
          </p:par></p:childTnLst>
        </p:cTn>
      </p:par></p:childTnLst>
    </p:cTn>
  </p:par></p:childTnLst></p:cTn>
  <p:prevCondLst>
    <p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>
  </p:prevCondLst>
  <p:nextCondLst>
    <p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>
  </p:nextCondLst>
</p:seq>
"""
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"  # PowerPoint's name for the list
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def play_on_entering(movie: Any, seconds: float, *, loop: bool) -> None:
    """Let a movie start when its slide appears, and repeat it if it is a loop.

    A click on it goes on, as one elsewhere does, instead of stopping it.
    """
    movie.element.nvPicPr.cNvPr.remove(movie.element.nvPicPr.cNvPr.hlinkClick)
    slide = movie.element.getroottree().getroot()
    (video,) = slide.iter(qn("p:video"))
    node = next(video.iter(qn("p:cTn")))
    node.set("id", "7")  # after those of the sequence
    if loop:
        node.set("repeatCount", "indefinite")
    play = _PLAY.format(
        names=nsdecls("p"), milliseconds=round(1000 * seconds), shape=movie.shape_id
    )
    video.addprevious(parse_xml(play.strip()))


def add_sections(presentation: Any, sections: Mapping[str, Sequence[int]]) -> None:
    """Group slides: titles of sections and the ids of the slides in each."""
    extension = parse_xml(
        f'<p:extLst {nsdecls("p")}><p:ext uri="{_SECTIONS}">'
        f'<p14:sectionLst xmlns:p14="{_P14}"/></p:ext></p:extLst>'
    )
    listing = extension[0][0]
    for number, (title, slides) in enumerate(sections.items()):
        name = uuid.uuid5(uuid.NAMESPACE_OID, f"{number} {title}")
        section = _child(listing, "section", name=title, id=f"{{{name}}}".upper())
        slide_list = _child(section, "sldIdLst")
        for slide in slides:
            _child(slide_list, "sldId", id=str(slide))
    presentation.part._element.append(extension)


def set_language(element: Any, language: str) -> None:
    """Say in which language all text below an element is."""
    for tag in ("a:rPr", "a:defRPr", "a:endParaRPr"):
        for properties in element.iter(qn(tag)):
            properties.set("lang", language)
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", language)


def _child(parent: Any, tag: str, /, **attributes: str) -> Any:
    """Add an element of PowerPoint 2010's own vocabulary."""
    element = parent.makeelement(f"{{{_P14}}}{tag}", attributes)
    parent.append(element)
    return element
