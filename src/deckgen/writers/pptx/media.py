"""Films and sounds → what a picture says of them, and the nodes of the slide's timing.

In: a Media, shape ids. Out: `p:nvPr` with the file linked as PowerPoint 2007 knows it and embedded
as PowerPoint 2010 does (the same part), and its time nodes. Not here: the still, other clicks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from deckgen.scene.model import Group, Item, Media, Picture, Scene
from deckgen.writers.pptx import names
from deckgen.writers.pptx.xml import Xml

# A click on the picture is a click on its film, and never the next slide.
CLICK = Xml('<a:hlinkClick r:id="" action="ppaction://media"/>')
_EXTENSION = "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"  # p14:media
_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_VOLUME = 80_000  # of 100,000, as PowerPoint sets it
_WHOLE = 'dur="indefinite"'

Number = Callable[[], int]


class Embedding(Protocol):
    """Where relationships to blobs come from."""

    def embedded(self, kind: str, blob: str) -> str:
        """The id of a relationship to a blob."""


def reference(item: Media, scene: Scene, sheet: Embedding) -> str:
    """The `p:nvPr` of the picture that plays."""
    assert item.blob in scene.blobs
    file, part = sheet.embedded(item.kind, item.blob), sheet.embedded("media", item.blob)
    first, last = item.trim
    ends = f' st="{first}"' * bool(first) + f' end="{last}"' * bool(last)
    inside = f"><p14:trim{ends}/></p14:media>" if ends else "/>"
    return (
        f'<p:nvPr><a:{item.kind}File r:link="{file}"/><p:extLst><p:ext uri="{_EXTENSION}">'
        f'<p14:media xmlns:p14="{names.PRESENTATION_2010}" r:embed="{part}"{inside}'
        "</p:ext></p:extLst></p:nvPr>"
    )


def plays(items: tuple[Item, ...]) -> bool:
    """Whether anything on a page plays."""
    return any(
        plays(item.items) if isinstance(item, Group) else isinstance(item, Picture) and item.media
        for item in items
    )


def playing(items: tuple[Item, ...], numbers: Mapping[str, int]) -> Iterator[tuple[int, Media]]:
    """Shape ids and media of what plays on a page."""
    for item in items:
        if isinstance(item, Group):
            yield from playing(item.items, numbers)
        elif isinstance(item, Picture) and item.media:
            yield numbers[item.id], item.media


def start(shape: int, item: Media, number: Number, sequence: int) -> str:
    """In the main sequence: plays as soon as the slide is there, after what started before it."""
    outer, inner, effect, call = number(), number(), number(), number()
    long = item.length - sum(item.trim)
    lasts = f'dur="{long}"' if long > 0 else _WHOLE
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/>'
        f'<p:cond evt="onBegin" delay="0"><p:tn val="{sequence}"/></p:cond></p:stCondLst>'
        f'<p:childTnLst><p:par><p:cTn id="{inner}" fill="hold">{_AT_ONCE}<p:childTnLst>'
        f'<p:par><p:cTn id="{effect}" presetID="1" presetClass="mediacall" presetSubtype="0" '
        f'fill="hold" nodeType="afterEffect">{_AT_ONCE}<p:childTnLst>'
        f'<p:cmd type="call" cmd="playFrom(0.0)"><p:cBhvr><p:cTn id="{call}" {lasts} '
        f'fill="hold"/><p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl></p:cBhvr></p:cmd>'
        "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn>"
        "</p:par>"
    )


def node(shape: int, item: Media, number: Number) -> str:
    """The film itself, waiting: how loud it is, whether it begins again."""
    again = ' repeatCount="indefinite"' if item.loop else ""
    mute = ' mute="1"' if item.mute else ""
    end = (
        '<p:endCondLst><p:cond evt="onStopAudio" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        "</p:endCondLst>"
        if item.kind == "audio"
        else ""
    )
    return (
        f'<p:{item.kind}><p:cMediaNode vol="{_VOLUME}"{mute}><p:cTn id="{number()}"{again} '
        f'fill="hold" display="0"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>{end}'
        f'</p:cTn><p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl></p:cMediaNode></p:{item.kind}>'
    )


def clicking(shape: int, number: Number) -> str:
    """The sequence of its own that a click on the picture drives: play, pause, play on."""
    target = f'<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>'
    outer, step, inner, effect, call = number(), number(), number(), number(), number()
    return (
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{outer}" restart="whenNotActive" '
        'fill="hold" evtFilter="cancelBubble" nodeType="interactiveSeq"><p:stCondLst>'
        f'<p:cond evt="onClick" delay="0">{target}</p:cond></p:stCondLst>'
        '<p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync><p:childTnLst>'
        f'<p:par><p:cTn id="{step}" fill="hold">{_AT_ONCE}<p:childTnLst>'
        f'<p:par><p:cTn id="{inner}" fill="hold">{_AT_ONCE}<p:childTnLst>'
        f'<p:par><p:cTn id="{effect}" presetID="2" presetClass="mediacall" presetSubtype="0" '
        f'fill="hold" nodeType="clickEffect">{_AT_ONCE}<p:childTnLst>'
        f'<p:cmd type="call" cmd="togglePause"><p:cBhvr><p:cTn id="{call}" dur="1" fill="hold"/>'
        f"{target}</p:cBhvr></p:cmd></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
        "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn><p:nextCondLst>"
        f'<p:cond evt="onClick" delay="0">{target}</p:cond></p:nextCondLst></p:seq>'
    )
