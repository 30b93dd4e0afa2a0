"""Speaker's notes: the notes master and one notes page a slide.

In: paragraphs. Out: part roots. Not here: what is said.
"""

from __future__ import annotations

from deckgen.base.phrases import phrases
from deckgen.scene.model import Box
from deckgen.writers.pptx import drawing, names, styles, theme
from deckgen.writers.pptx.shapes import about
from deckgen.writers.pptx.xml import EMPTY, Xml, element, join, text

WIDTH, HEIGHT = 6_858_000, 9_144_000  # A4-like, as Office has it
_LEVELS = 9
_SIZE = 1200  # hundredths of a point
_BODY = Box(685_800, 4_400_550, 5_486_400, 3_600_450)
_NUMBER = Box(3_884_613, 8_685_213, 2_971_800, 458_787)
_LOCK = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
_IMAGE_LOCK = '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
_IMAGE_LINE = (
    '<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>'
)
_INSETS = ' vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"'
_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def master(width: int, height: int, lang: str) -> Xml:
    """The root of the notes master for slides of a size."""
    image = _image(_picture_box(width, height))
    tree = element("p:spTree", {}, Xml(_TREE), image, _body_slot(lang), _number_slot(lang))
    paper = Xml('<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>')
    content = element("p:cSld", {}, paper, tree)
    levels = element("p:notesStyle", {}, *[styles.plain_level(n, _SIZE) for n in range(_LEVELS)])
    return element("p:notesMaster", names.ROOT, content, theme.colour_map(dark=False), levels)


def _picture_box(width: int, height: int) -> Box:
    """As wide as the notes, in the slide's proportion, but never taller than half a page."""
    cy = min(_BODY.cx * height // width, 3_086_100)
    cx = cy * width // height
    return Box((WIDTH - cx) // 2, 1_143_000, cx, cy)


def _image(frame: Box | None) -> Xml:
    place = EMPTY
    if frame is not None:
        place = join(drawing.transform(frame), drawing.RECTANGLE, Xml(_IMAGE_LINE))
    head = f"{about(2, 'Slide Image')}{_IMAGE_LOCK}<p:nvPr>{_seat('sldImg', frame, 2)}</p:nvPr>"
    properties = (element("p:nvSpPr", {}, Xml(head)), element("p:spPr", {}, place))
    return element("p:sp", {}, *properties, _BLANK)


_BLANK = Xml("<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>")


def _seat(kind: str, frame: Box | None, index: int) -> Xml:
    number = index if frame is not None or kind == "body" else None
    return element("p:ph", {"type": kind, "idx": number})


def _body_slot(lang: str) -> Xml:
    frame = Xml(f"<a:bodyPr{_INSETS}/><a:lstStyle/>")
    run = element(
        "a:r", {}, element("a:rPr", {"lang": lang}), element("a:t", {}, text(phrases(lang).notes))
    )
    seat = element("p:ph", {"type": "body", "sz": "quarter", "idx": 3})
    return _slot((3, "Notes", seat), _BODY, join(frame, element("a:p", {}, run)))


def _number_slot(lang: str) -> Xml:
    seat = element("p:ph", {"type": "sldNum", "sz": "quarter", "idx": 5})
    style = (
        f'<a:bodyPr{_INSETS} anchor="b"/><a:lstStyle>'
        '<a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr></a:lstStyle>'
    )
    return _slot(
        (4, "Slide Number", seat), _NUMBER, join(Xml(style), _field(names.NUMBER_SIGN, lang))
    )


def _field(shown: str, lang: str) -> Xml:
    content = (element("a:rPr", {"lang": lang}), element("a:t", {}, text(shown)))
    field = element("a:fld", {"id": names.NUMBER_FIELD, "type": "slidenum"}, *content)
    return element("a:p", {}, field, element("a:endParaRPr", {"lang": lang}))


def _slot(who: tuple[int, str, Xml], frame: Box | None, content: Xml) -> Xml:
    number, name, seat = who
    place = EMPTY if frame is None else join(drawing.transform(frame), drawing.RECTANGLE)
    head = f"{about(number, name)}{_LOCK}<p:nvPr>{seat}</p:nvPr>"
    return element(
        "p:sp",
        {},
        element("p:nvSpPr", {}, Xml(head)),
        element("p:spPr", {}, place),
        element("p:txBody", {}, content),
    )


def page(paragraphs: tuple[str, ...], number: int, lang: str) -> Xml:
    """The root of one slide's notes; `number` is the slide's."""
    said = [_paragraph(words, lang) for words in paragraphs]
    body = _slot(
        (3, "Notes", element("p:ph", {"type": "body", "idx": 1})),
        None,
        join(Xml("<a:bodyPr/><a:lstStyle/>"), *said),
    )
    count = _slot(
        (4, "Slide Number", element("p:ph", {"type": "sldNum", "sz": "quarter", "idx": 5})),
        None,
        join(Xml("<a:bodyPr/><a:lstStyle/>"), _field(str(number), lang)),
    )
    tree = element("p:spTree", {}, Xml(_TREE), _image(None), body, count)
    content = element("p:cSld", {}, tree)
    return element("p:notes", names.ROOT, content, theme.INHERIT_MAP)


def _paragraph(words: str, lang: str) -> Xml:
    end = element("a:endParaRPr", {"lang": lang})
    if not words:
        return element("a:p", {}, end)
    run = element("a:r", {}, element("a:rPr", {"lang": lang}), element("a:t", {}, text(words)))
    return element("a:p", {}, run, end)
