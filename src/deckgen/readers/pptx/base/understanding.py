"""A base file's facts → a Template on it: layouts by kind, schemes, type roles, safe areas.

In: a `File` and the template's name. Out: `Checked[Template | None]`. Everything that a person may
want to decide otherwise stands in the template, so in its template.yaml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec.structs import replace

from deckgen.base.colour import luminance
from deckgen.base.diagnostics import Checked, Diagnostic
from deckgen.base.geometry import Rect
from deckgen.readers.pptx.base import choosing
from deckgen.readers.pptx.base.choosing import Choice, choose
from deckgen.readers.pptx.base.colours import TEXTS, Colours, paper_of
from deckgen.readers.pptx.base.facts import File, Place, Sheet
from deckgen.readers.pptx.base.fixtures import fixtures
from deckgen.readers.pptx.base.names import says
from deckgen.readers.pptx.base.roles import roles, scale
from deckgen.readers.pptx.base.room import clear, rooms
from deckgen.readers.pptx.base.styles import nearest
from deckgen.template.base import Base, BaseLayout, Frame, Slot, SlotKind
from deckgen.template.model import FontSet, Grid, Margins, Template
from deckgen.text.substitutes import substitute

LEAST_ROOM = (0.3, 0.2)  # share of the page's width and height that content needs
# Uses that each kind tries in turn; any kind that is not named takes those of `*`.
USES = {
    "cover": ("cover", "section", "title-only"),
    "section": ("section", "title-only"),
    "statement": ("section", "title-only"),
    "question": ("section", "title-only"),
    "points": ("content", "title-only"),
    "steps": ("content", "title-only"),
    "paragraphs": ("content", "title-only"),
    "columns": ("two", "title-only"),
    "table": ("table", "title-only"),
    "chart": ("chart", "title-only"),
    "picture": ("picture", "captioned", "title-only"),
    "*": ("title-only",),
}
_PLAIN = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "E7E6E6",
          "hlink": "0563C1", "folHlink": "954F72"}  # fmt: skip


def understand(file: File, name: str) -> Checked[Template | None]:
    """The template, or the findings that say why the file can't carry one."""
    if not 600 <= file.width <= 1280:
        message = "the slides of this file are too narrow or too wide: 10:9 to 21:9 can be laid out"
        return Checked(None, (Diagnostic("template/base-size", message),))
    chosen = choose(file)
    if "captioned" in chosen and not _fit_for_pictures(chosen, file):
        del chosen["captioned"]
    if "title-only" not in chosen and "content" in chosen:
        model = chosen["content"]
        why = f"no layout has a title only: `{model.sheet.name}` with its body left out"
        chosen["title-only"] = Choice(model.sheet, why)
    if "title-only" not in chosen:
        message = "no layout of this file has a title above free space or a body to fill"
        hint = "add a layout with a title and a text placeholder in PowerPoint's slide master view"
        return Checked(None, (Diagnostic("template/base-layouts", message, hints=(hint,)),))
    return Checked(_Understanding(file, chosen).template(name))


def _fit_for_pictures(chosen: dict[str, Choice], file: File) -> bool:
    """Whether no logo reaches into the picture, and its title is no smaller than other text."""
    sheet, content = chosen["captioned"].sheet, chosen.get("content")
    shown, head = choosing.picture(sheet, file), choosing.title(sheet)
    assert shown is not None and head is not None  # or it would not have been chosen
    text = choosing.body(content.sheet, file) if content else None
    large = text is None or head.levels[0].size >= text.levels[0].size
    return large and clear(shown, sheet, file) == shown.frame


class _Understanding:
    """One file while it is understood."""

    def __init__(self, file: File, chosen: dict[str, Choice]) -> None:
        self._file = file
        self._chosen = chosen
        self._palette = _filled(file.colours)
        self._colours = Colours(self._palette)
        self._schemes: dict[str, dict[str, str]] = {}
        self._ids = _ids([choice.sheet for choice in chosen.values()])

    def template(self, name: str) -> Template:
        """All of it."""
        order = (
            "content", "title-only", "cover", "section", "picture", "captioned", "two", "table",
            "chart",
        )  # fmt: skip
        sheets = {self._ids[c.sheet.part]: c.sheet for u in order if (c := self._chosen.get(u))}
        layouts = {key: self._layout(sheet) for key, sheet in sheets.items()}
        base = self._base(layouts)
        safe = base.layouts[base.of("*")[-1]].safe
        head, text = self._sizes()
        fonts = FontSet(
            substitute(self._file.heading).typeface, substitute(self._file.body).typeface
        )
        return Template(
            name=name,
            title=name.replace("-", " ").capitalize(),
            description=f"On {name}'s own PowerPoint template: {len(self._file.sheets)} layouts.",
            palette={slot: f"#{rgb}" for slot, rgb in self._palette.items()},
            schemes=self._schemes,
            scale=scale(head, text),
            roles=roles(self._file, head, text),
            kinds={},
            width=self._file.width,
            fonts=fonts,
            grid=Grid(margins=_margins(safe, self._file)),
            dark=base.dark,
            number=True,
            base=base,
        )

    def _base(self, layouts: dict[str, BaseLayout]) -> Base:
        kinds: dict[str, tuple[str, ...]] = {}
        why: dict[str, str] = {}
        for kind, uses in USES.items():
            there = [use for use in uses if use in self._chosen]
            kinds[kind] = tuple(dict.fromkeys(self._ids[self._chosen[u].sheet.part] for u in there))
            first = self._chosen[there[0]]
            why[kind] = f"`{first.sheet.name}`: {first.why}"
        used = {choice.sheet.part for choice in self._chosen.values()}
        return Base(
            layouts=layouts,
            kinds=kinds,
            width=self._file.cx,
            height=self._file.cy,
            heading=self._file.heading,
            body=self._file.body,
            dark=luminance(self._palette[self._paper(self._chosen["title-only"].sheet)]) < 0.18,
            why=why,
            unused=tuple(one.name for one in self._file.sheets if one.part not in used),
        )

    def _sizes(self) -> tuple[Place, Place]:
        """The placeholders whose sizes the others are derived from: title and body."""
        sheet = self._chosen["title-only"].sheet
        model = self._chosen.get("content", self._chosen["title-only"]).sheet
        head = choosing.title(sheet) or choosing.title(model)
        assert head is not None  # both uses have one
        return head, choosing.body(model, self._file) or head

    def _layout(self, sheet: Sheet) -> BaseLayout:
        content = self._chosen.get("content")
        safe, free = rooms(sheet, self._file, content.sheet if content else None)
        least = self._file.width * LEAST_ROOM[0], 540 * LEAST_ROOM[1]
        return BaseLayout(
            part=sheet.part,
            name=sheet.name,
            scheme=self._scheme(sheet),
            slots=dict(self._slots(sheet)),
            fixed=tuple(fixtures(sheet, self._file)),
            safe=_frame(safe) if safe.w >= least[0] and safe.h >= least[1] else (0, 0, 0, 0),
            open=_frame(free) if free.w >= least[0] and free.h >= least[1] else (0, 0, 0, 0),
        )

    def _slots(self, sheet: Sheet) -> Iterator[tuple[str, Slot]]:
        file = self._file
        special = choosing.section_like(sheet) or sheet.of("ctrTitle")
        main = None if special else choosing.body(sheet, file)
        sub = choosing.subtitle(sheet) if main is None else None
        left, right = choosing.columns(sheet, file) or (None, None)
        if left is not None and not special:
            main, sub = None, None
        found: list[tuple[str, SlotKind, Place | None]] = [
            ("title", "title", choosing.title(sheet)),
            ("sub", "body", sub),
            ("body", "body", main),
            ("left", "body", left if not special else None),
            ("right", "body", right if not special else None),
            ("picture", "picture", choosing.picture(sheet, file)),
            ("table", "body", choosing.own(sheet, file, "tbl")),
            ("chart", "body", choosing.own(sheet, file, "chart")),
            ("footer", "footer", next(iter(sheet.of("ftr")), None)),
            ("date", "date", next(iter(sheet.of("dt")), None)),
            ("number", "number", next(iter(sheet.of("sldNum")), None)),
        ]
        for place, kind, holder in found:
            if holder is not None:
                slot = _slot(holder, kind)
                free = _frame(clear(holder, sheet, file)) if kind == "body" else slot.frame
                yield place, slot if free == slot.frame else replace(slot, clear=free)

    def _scheme(self, sheet: Sheet) -> str:
        """The name of the scheme of a layout's ground, made when first needed."""
        paper = self._paper(sheet)
        dark = luminance(self._palette[paper]) < 0.18
        name = ("dark" if dark else "light") + ("" if paper in TEXTS else f"-{paper}")
        if name in self._schemes and self._schemes[name]["paper"] != paper:
            name = f"{name}-{paper}"
        if name not in self._schemes:
            self._schemes[name] = self._colours.scheme(paper, self._text(sheet))
        return name

    def _text(self, sheet: Sheet) -> str:
        """The colour that a layout writes in."""
        model = choosing.body(sheet, self._file) or choosing.title(sheet)
        return model.levels[0].colour if model is not None else "dk1"

    def _paper(self, sheet: Sheet) -> str:
        """The slot of what its text stands on: a large filled shape, else the background."""
        head = choosing.body(sheet, self._file) or choosing.title(sheet)
        over = [
            one
            for one in sheet.fixed
            if head is not None and one.fill and _covers(one.frame, head.frame)
        ]
        if over:
            return nearest(over[-1].fill, self._palette)
        ground = sheet.ground
        if ground.slot and not ground.picture:
            return ground.slot
        return paper_of(ground.rgb if not ground.picture else "", self._text(sheet), self._palette)


def _covers(one: Rect, other: Rect) -> bool:
    """Whether the first lies under almost all of the second."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0 and down > 0 and across * down > 0.85 * other.w * other.h


def _filled(colours: dict[str, str]) -> dict[str, str]:
    """All twelve slots: a theme that lacks one gets Office's own."""
    accents = {f"accent{n}": colours.get("dk2", "404040") for n in range(1, 7)}
    return {**_PLAIN, **accents, **colours}


def _ids(sheets: list[Sheet]) -> dict[str, str]:
    """A readable id for each part."""
    found: dict[str, str] = {}
    for sheet in sheets:
        plain = unicodedata.normalize("NFKD", sheet.name).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40] or "layout"
        name, number = stem, 1
        while name in (other for part, other in found.items() if part != sheet.part):
            number += 1
            name = f"{stem}-{number}"
        found.setdefault(sheet.part, name)
    return found


def _slot(place: Place, kind: SlotKind) -> Slot:
    levels = place.levels if kind == "body" else place.levels[:1]
    while len(levels) > 1 and levels[-1] == levels[-2]:
        levels = levels[:-1]
    return Slot(
        kind=kind,
        frame=_frame(place.frame),
        levels=levels,
        type=place.type,
        idx=place.idx,
        anchor=place.anchor,
        insets=place.insets,
        text=place.text.strip() if kind == "footer" and says(place.text, "notice") else "",
        fill=place.fill,
    )


def _frame(rect: Rect) -> Frame:
    return round(rect.x, 3), round(rect.y, 3), round(rect.w, 3), round(rect.h, 3)


def _margins(safe: Frame, file: File) -> Margins:
    x, y, w, h = safe
    if not w:
        return Margins()
    right, bottom = file.width - x - w, 540 - y - h
    return Margins(
        left=round(min(max(x, 0), file.width * 0.19), 1),
        top=round(min(max(y, 0), 110), 1),
        right=round(min(max(right, 0), file.width * 0.19), 1),
        bottom=round(min(max(bottom, 0), 100), 1),
    )
