"""Small builders for paragraphs and text boxes, shared by all kinds.

In: outline texts and roles. Out: boxes. No kind is decided here.
"""

from __future__ import annotations

from typing import Any

from deckgen.compose.boxes import Panel, Para, TextBox
from deckgen.outline.model import Run, Text


def plain(words: str) -> Text:
    """A text without marks."""
    return Text((Run(words),))


def para(text: Text | str, role: str, **more: Any) -> Para:
    """A paragraph in a role; keyword arguments are Para's fields."""
    return Para(plain(text) if isinstance(text, str) else text, role, **more)


def box(*paras: Para | None, **more: Any) -> TextBox:
    """A text box of the paragraphs that are there; keyword arguments are TextBox's fields."""
    there = tuple(one for one in paras if one is not None)
    at = there[0].text.at if there else None
    if at is not None:
        more.setdefault("at", at)
    return TextBox(there, **more)


def optional(text: Text | None, role: str, **more: Any) -> Para | None:
    """A paragraph, or nothing where there is no text."""
    return None if text is None else para(text, role, **more)


def lines(texts: tuple[Text, ...], role: str, before: float = 0.0, **more: Any) -> tuple[Para, ...]:
    """One paragraph a text; all but the first with space before."""
    return tuple(
        para(text, role, before=before if number else 0.0, **more)
        for number, text in enumerate(texts)
    )


def card(*paras: Para | None, fill: str = "field", pad: float = 22, **more: Any) -> TextBox:
    """A panel with text inside, one shape in PowerPoint."""
    more.setdefault("panel", Panel(fill, "round"))
    return box(*paras, pad=(pad, pad, pad, pad), **more)


def stack(texts: tuple[Text, ...], name: str) -> TextBox:
    """Shouted lines one below the other."""
    return box(*lines(texts, "stack", 0.12), name=name, loose=0.4, tight=28)
