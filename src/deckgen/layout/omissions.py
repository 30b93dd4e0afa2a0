"""What a slide says and none of its pages shows: nothing is dropped silently.

In: a Deck and the Scene made of it. Out: a finding for each text without a place. Spacing and
capitals don't count; what is only heard (alternative texts, notes) is not looked for. This
changes nothing: a kind that has no place for a key gets one in compose.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.outline.model import Deck, Slide, Text
from deckgen.outline.texts import PLAIN, texts
from deckgen.scene import model as scene


def omissions(deck: Deck, pages: tuple[scene.Page, ...]) -> tuple[Diagnostic, ...]:
    """A warning for each text that its slide's pages don't show."""
    shown: dict[object, str] = {}
    for page in pages:
        text = _bare("".join(_page(page.items)))
        shown[page.at.span] = shown.get(page.at.span, "") + text
    silent = tuple(
        _finding(slide, field, text)
        for slide in deck.slides
        for field, text in _said(slide)
        if _bare(text.plain) not in shown.get(slide.at.span, "")
    )
    return silent + tuple(_without_icon(deck, pages))


def _without_icon(deck: Deck, pages: tuple[scene.Page, ...]) -> Iterator[Diagnostic]:
    """Slides whose kind has no place for an icon of their own."""
    for slide in deck.slides:
        if not slide.icon:
            continue
        own = (page for page in pages if page.at.span == slide.at.span)
        if not any(_drawn(page.items) for page in own):
            kind = type(slide.body).__name__.lower()
            yield Diagnostic(
                "layout/not-shown",
                f"slide `{slide.id}` does not show its icon: a {kind} slide has no place for it",
                slide.at.span,
                "warning",
                ("take the line out, or give the icon to a slide with words",),
            )


def _drawn(items: tuple[scene.Item, ...]) -> bool:
    return any(
        _drawn(item.items) if isinstance(item, scene.Group) else item.role == "icon"
        for item in items
    )


def _finding(slide: Slide, field: str, text: Text) -> Diagnostic:
    kind = type(slide.body).__name__.lower()
    start = text.plain if len(text.plain) <= 40 else text.plain[:40].rstrip() + "…"
    where = f"a `{field}` on it" if field != "body" else "this part of it"
    return Diagnostic(
        "layout/not-shown",
        f"slide `{slide.id}` does not show “{start}”: a {kind} slide has no place for {where}",
        text.at.span or slide.at.span,
        "warning",
        (f"move it to the notes, or to a slide of another kind than `{kind}`",),
    )


def _said(slide: Slide) -> Iterator[tuple[str, Text]]:
    """Every text of a slide that is not empty, with the slide's key that it stands under."""
    for field in Slide.__struct_fields__:
        value = getattr(slide, field)
        if value.__class__ not in PLAIN:
            yield from ((field, text) for text in texts(value) if text.runs)


def _page(items: tuple[scene.Item, ...]) -> Iterator[str]:
    for item in items:
        match item:
            case scene.Text(text=body) | scene.Shape(text=scene.TextBody() as body):
                yield from _body(body)
            case scene.Group(items=inner):
                yield from _page(inner)
            case scene.Table(rows=rows):
                yield from _rows(rows)
            case _:
                pass


def _rows(rows: tuple[tuple[int, tuple[scene.Cell, ...]], ...]) -> Iterator[str]:
    for _, cells in rows:
        for cell in cells:
            yield from _body(cell.text)


def _body(body: scene.TextBody) -> Iterator[str]:
    for paragraph in body.paragraphs:
        for run in paragraph.runs:
            yield run.text


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()
