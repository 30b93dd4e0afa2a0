"""Text bodies as DrawingML.

In: a TextBody, the placeholder that it inherits from (if any) and the links of its slide.
Out: `p:txBody` or `a:txBody`. XML of styles is made once per style and level. Not here:
frames, wrapping, measuring.
"""

from __future__ import annotations

from typing import Protocol

from deckgen.scene.model import (
    LevelStyle,
    Link,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    Run,
    TextBody,
    TextStyle,
    Theme,
)
from deckgen.writers.pptx import names, styles
from deckgen.writers.pptx.xml import EMPTY, Xml, text

_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_SIDES = ("lIns", "tIns", "rIns", "bIns")
LEVELS = 9


class Links(Protocol):
    """What a slide knows of its links."""

    def click(self, link: Link, styled: bool) -> Xml:
        """The `a:hlinkClick` of a link; `styled` when the run has its own colour."""


class Level:
    """One outline level's inherited style (None: nothing inherited) and its XML so far."""

    __slots__ = ("_faces", "_paragraphs", "_runs", "base")

    def __init__(self, base: LevelStyle | None, faces: styles.Typefaces) -> None:
        """Nothing cached yet."""
        self.base = base
        self._faces = faces
        self._paragraphs: dict[tuple[ParagraphStyle, int], str] = {}
        self._runs: dict[tuple[TextStyle, str], tuple[str, str]] = {}

    def run(self, style: TextStyle, lang: str) -> tuple[str, str]:
        """Attributes and children of a run's properties."""
        key = (style, lang)
        found = self._runs.get(key)
        if found is None:
            base = self.base.text if self.base else None
            marks, paint = styles.character(style, base, self._faces)
            found = self._runs[key] = (f' lang="{text(lang)}"{marks}', paint)
        return found

    def paragraph(self, style: ParagraphStyle, depth: int) -> str:
        """The whole `a:pPr`, or nothing."""
        key = (style, depth)
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = self._paragraph(style, depth)
        return found

    def _paragraph(self, style: ParagraphStyle, depth: int) -> str:
        base = self.base.paragraph if self.base else None
        attributes, children = styles.paragraph(style, base)
        level = f' lvl="{depth}"' if depth else ""
        if not (attributes or children or level):
            return ""
        return properties("a:pPr", attributes + level, children)


class Slot:
    """A placeholder as slides inherit from it: its levels, ready to be compared with."""

    def __init__(self, placeholder: Placeholder, faces: styles.Typefaces) -> None:
        """Levels beyond the last given one repeat it."""
        self.placeholder = placeholder
        self.kind = placeholder.ref.kind
        given = [Level(style, faces) for style in placeholder.levels[:LEVELS]]
        last = given[-1] if given else Level(None, faces)
        self.levels = (*given, *[last] * (LEVELS - len(given)))


class TextWriter:
    """Writes the text bodies of one file."""

    def __init__(self, theme: Theme, lang: str) -> None:
        """`lang` is what empty text is marked with."""
        self.faces = styles.Typefaces(theme)
        self.lang = lang
        self._free = (Level(None, self.faces),) * LEVELS
        self._frames: dict[tuple[object, ...], str] = {}

    def body(self, body: TextBody, slot: Slot | None, links: Links) -> str:
        """The content of `p:txBody`."""
        frame = self._frame(body, slot)
        return frame + self.paragraphs(body, slot, links)

    def paragraphs(self, body: TextBody, slot: Slot | None, links: Links) -> str:
        """One `a:p` at least."""
        levels = slot.levels if slot else self._free
        field = slot is not None and slot.kind == "number"
        found = [self._paragraph(p, levels[p.level], links, field) for p in body.paragraphs]
        return "".join(found) or f'<a:p><a:endParaRPr lang="{text(self.lang)}"/></a:p>'

    def _frame(self, body: TextBody, slot: Slot | None) -> str:
        placeholder = slot.placeholder if slot else None
        key = (body.anchor, body.insets, body.wrap, body.shrink, id(placeholder))
        found = self._frames.get(key)
        if found is None:
            found = self._frames[key] = frame(body, placeholder) + "<a:lstStyle/>"
        return found

    def _paragraph(self, paragraph: Paragraph, level: Level, links: Links, field: bool) -> str:
        runs = "".join(
            [
                self._run(run, level, links, field)
                if index not in paragraph.breaks
                else self._break(paragraph, index, level) + self._run(run, level, links, field)
                for index, run in enumerate(paragraph.runs)
            ]
        )
        head = level.paragraph(paragraph.style, paragraph.level)
        return f"<a:p>{head}{runs}{self._end(paragraph, level)}</a:p>"

    def _run(self, run: Run, level: Level, links: Links, field: bool) -> str:
        attributes, children = level.run(run.style, run.lang)
        if run.link:
            children += links.click(run.link, run.style.colour.slot != "hlink")
        tail = f">{children}</a:rPr>" if children else "/>"
        words = text(run.text)
        if field:
            return (
                f'<a:fld id="{names.NUMBER_FIELD}" type="slidenum">'
                f"<a:rPr{attributes}{tail}<a:t>{words}</a:t></a:fld>"
            )
        return f"<a:r><a:rPr{attributes}{tail}<a:t>{words}</a:t></a:r>"

    def _break(self, paragraph: Paragraph, index: int, level: Level) -> str:
        before = paragraph.runs[max(index - 1, 0)]
        return f"<a:br>{properties('a:rPr', *level.run(before.style, before.lang))}</a:br>"

    def _end(self, paragraph: Paragraph, level: Level) -> str:
        last = paragraph.runs[-1] if paragraph.runs else None
        lang = last.lang if last else self.lang
        style = paragraph.end or (last.style if last else None)
        if style is None:
            return f'<a:endParaRPr lang="{text(lang)}"/>'
        return properties("a:endParaRPr", *level.run(style, lang))


def properties(tag: str, attributes: str, children: str) -> str:
    """An element from finished attributes and children."""
    return f"<{tag}{attributes}>{children}</{tag}>" if children else f"<{tag}{attributes}/>"


def frame(body: TextBody, base: Placeholder | None) -> str:
    """`a:bodyPr`. Autofit or none in so many words: absence would inherit it."""
    wrap = "" if base and body.wrap else f' wrap="{"square" if body.wrap else "none"}"'
    insets = "" if base and base.insets == body.insets else _insets(body.insets)
    anchor = "" if base and base.anchor == body.anchor else f' anchor="{_ANCHOR[body.anchor]}"'
    fixed = "" if base else ' rtlCol="0"'
    fit = "normAutofit" if body.shrink else "noAutofit"
    return f"<a:bodyPr{wrap}{insets}{fixed}{anchor}><a:{fit}/></a:bodyPr>"


def _insets(insets: tuple[int, int, int, int]) -> str:
    return "".join([f' {side}="{inset}"' for side, inset in zip(_SIDES, insets, strict=True)])


def empty(lang: str, align: str = "") -> Xml:
    """The text body of a form without text; what a person types in it is centred."""
    head = f'<a:pPr algn="{align}"/>' if align else EMPTY
    anchor = ' anchor="ctr"' if align else ""
    return Xml(
        f'<p:txBody><a:bodyPr rtlCol="0"{anchor}/><a:lstStyle/>'
        f'<a:p>{head}<a:endParaRPr lang="{text(lang)}"/></a:p></p:txBody>'
    )
