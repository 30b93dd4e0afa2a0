"""The text of a .pptx as data for the plain scripts: `python benches/texts.py IN.pptx OUT.json`.

A process of its own: what it takes in memory would count for every process started after it.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pptx import Presentation

GROUP = 6  # MSO_SHAPE_TYPE.GROUP


def texts(deck: Path) -> list[dict[str, object]]:
    """Each slide's title, other lines and notes, as python-pptx reads them."""
    return [
        {
            "title": slide.shapes.title.text if slide.shapes.title is not None else "",
            "lines": _lines(slide.shapes, slide.shapes.title),
            "notes": _notes(slide),
        }
        for slide in Presentation(str(deck)).slides
    ]


def _lines(shapes: Iterable[Any], title: Any) -> list[str]:
    found: list[str] = []
    for shape in shapes:
        if shape.shape_type == GROUP:
            found += _lines(shape.shapes, title)
        elif shape.has_text_frame and (title is None or shape.shape_id != title.shape_id):
            found += [p.text for p in shape.text_frame.paragraphs if p.text]
    return found


def _notes(slide: Any) -> list[str]:
    if not slide.has_notes_slide:
        return []
    return [p.text for p in slide.notes_slide.notes_text_frame.paragraphs if p.text]


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(texts(Path(sys.argv[1]))), "utf-8")
