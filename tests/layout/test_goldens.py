"""Every kind's scene as canonical JSON: `make update` rewrites it, a person looks at the sheets.

What is the same on all pages is left out (styles beyond size, weight and colour; languages);
drawn paths are digests. Lengths are EMU.
"""

import hashlib
import json
import os
from pathlib import Path

import pytest

from deckgen.scene import model as scene
from layout.sight import words
from pipeline.kinds import KINDS, compiled

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("kind", KINDS)
def test_scene_of_a_kind(kind: str) -> None:
    path = GOLDEN / f"{kind.replace(' ', '-')}.json"
    found = compiled(KINDS[kind], "plain").scene
    assert found is not None
    text = canonical(found)
    if os.environ.get("DECKGEN_UPDATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


def canonical(found: scene.Scene) -> str:
    """A line for each layout, placeholder and item."""
    rows: list[object] = []
    used = {page.layout for page in found.pages}
    for layout in (one for one in found.layouts if one.id in used):
        rows.append({"layout": layout.id, "background": layout.background.slot})
        rows += [
            {"placeholder": one.ref.kind, "index": one.ref.index, "frame": edges(one.frame)}
            for one in layout.placeholders
            if one.ref.kind not in ("date", "footer", "number")
        ]
    for page in found.pages:
        rows.append({"page": page.id, "layout": page.layout, "name": page.name})
        rows += [described(item) for item in page.items]
    lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def edges(box: scene.Box) -> list[int]:
    return [box.x, box.y, box.cx, box.cy]


def described(item: scene.Item) -> dict[str, object]:
    row: dict[str, object] = {"id": item.id, "is": type(item).__name__, "role": item.role}
    row |= {key: getattr(item, key) for key in ("alt", "kind") if getattr(item, key, "")}
    if not isinstance(item, scene.Connector):
        row["frame"] = edges(item.frame)
    place, fill = getattr(item, "placeholder", None), getattr(item, "fill", None)
    if place:
        row["placeholder"] = place.kind
    if fill:
        row["fill"] = fill.slot
    return row | content(item)


def content(item: scene.Item) -> dict[str, object]:
    match item:
        case scene.Group():
            return {"items": [described(inner) for inner in item.items]}
        case scene.Shape():
            return {"form": form(item.geometry), **(body(item.text) if item.text else {})}
        case scene.Text():
            return body(item.text)
        case scene.Table():
            rows = [[high, *(body(cell.text) for cell in cells)] for high, cells in item.rows]
            return {"columns": list(item.columns), "rows": rows}
        case scene.Chart():
            return {"series": [[one.name, *one.values] for one in item.series]}
        case _:
            return {}


def form(geometry: scene.Geometry) -> str:
    if isinstance(geometry, scene.Preset):
        return " ".join([geometry.name, *(f"{name}={value}" for name, value in geometry.adjust)])
    return hashlib.sha256(repr(geometry.commands).encode()).hexdigest()[:12]


def body(text: scene.TextBody) -> dict[str, object]:
    """Lines with their place and style; bullets; anchor and insets."""
    found: dict[str, object] = {
        "anchor": text.anchor,
        "insets": list(text.insets),
        "lines": [[line.x, line.baseline, words(line), *styles(line)] for line in text.lines],
    }
    bullets = [one.style.bullet.char for one in text.paragraphs if one.style.bullet]
    return {**found, "bullets": bullets} if bullets else found


def styles(line: scene.Line) -> list[str]:
    return list(
        dict.fromkeys(
            f"{piece.style.size} {piece.style.colour.slot}{' bold' * piece.style.bold}"
            for piece in line.pieces
        )
    )
