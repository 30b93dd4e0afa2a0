"""The measure: a plain python-pptx script that writes the same text without any layout.

`python benches/plain.py TEXT.json OUT.pptx`, where TEXT.json is a list of slides, each with its
title, lines and notes. A title, a bulleted body and the notes: what people write by hand.
"""

import json
import sys
from pathlib import Path

from pptx import Presentation


def main(source: str, target: str) -> None:
    """Write one slide for each entry."""
    deck = Presentation()
    layout = deck.slide_layouts[1]
    for entry in json.loads(Path(source).read_text("utf-8")):
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = entry["title"]
        slide.placeholders[1].text = "\n".join(entry["lines"])
        if entry["notes"]:
            slide.notes_slide.notes_text_frame.text = "\n".join(entry["notes"])
    deck.save(target)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
