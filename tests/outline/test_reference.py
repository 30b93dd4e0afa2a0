"""docs/outline.md is what the grammar says."""

from __future__ import annotations

import os
from pathlib import Path

from deckgen.outline.reference import reference

PAGE = Path(__file__).parents[2] / "docs" / "outline.md"


def test_the_page_is_up_to_date() -> None:
    if os.environ.get("DECKGEN_UPDATE"):
        PAGE.write_text(reference(), "utf-8")
    assert PAGE.read_text("utf-8") == reference()
