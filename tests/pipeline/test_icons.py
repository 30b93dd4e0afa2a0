"""Icons are native forms in the theme's colours, beside the words that they stand for."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest

from deckgen.readers.pptx.rules import violations
from deckgen.scene.model import Group, Item, Path, Scene, Shape
from deckgen.writers.pptx.package import write
from pipeline.kinds import TEMPLATES, compiled

KINDS = {
    "statement": "statement: Care\n  icon: heart",
    "argued statement": "title: Care\n  statement: It matters\n  icon: heart",
    "section": "section: Care\n  icon: heart",
    "points": "title: Care\n  points: [One, Two]\n  icon: heart",
    "quote": "quote: Care\n  icon: heart",
    "dimensions": "dimensions: [{name: Us, text: All of us, icon: heart}, Them]",
    "options": "options: [{name: Us, icon: heart, points: [Near]}, {name: Them, points: [Far]}]",
    "pairs": "pairs: [{label: Us, text: near, icon: heart}, {Them: far}]",
    "process": "process: [{text: Plan, icon: heart}, Do]",
    "long process": (
        "process: [{text: Signalling, icon: heart}, Investigating, Planning, Executing, Evaluating]"
    ),
    "stats": "stats: [{value: 75%, after: comes, icon: heart}, {value: '12', after: stay}]",
    "parts": (
        "stats: [{value: 75%, after: comes, part: true, icon: heart},"
        " {value: 25%, after: stays, part: true}]"
    ),
    "phases": "phases: [{name: Then, icon: heart}, {name: Now, now: true}]",
    "phase": "phases: [{name: Then, icon: heart, points: [Near]}]",
    "timeline": "timeline: [{when: Then, what: Walk, icon: heart}, {when: Now, what: Stay}]",
    "columns": "columns: [{statement: {text: Us, icon: heart}}, {points: [One]}]",
}


def scene_of(slide: str, template: str = "plain") -> Scene:
    result = compiled(slide, template)
    assert result.scene is not None, result.diagnostics
    assert result.diagnostics == ()
    return result.scene


def icons(items: tuple[Item, ...]) -> Iterator[Shape]:
    for item in items:
        if isinstance(item, Group):
            yield from icons(item.items)
        elif isinstance(item, Shape) and item.role == "icon":
            yield item


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("kind", KINDS)
def test_an_icon_is_drawn_once_in_a_colour_of_the_theme(kind: str, template: str) -> None:
    (icon,) = icons(scene_of(KINDS[kind], template).pages[0].items)
    assert icon.name == "Icon heart" and icon.decorative
    assert isinstance(icon.geometry, Path) and icon.geometry.holes
    assert icon.fill is not None and icon.fill.slot


def test_an_icon_keeps_its_form_and_fills_its_frame() -> None:
    (icon,) = icons(scene_of(KINDS["statement"]).pages[0].items)
    assert isinstance(icon.geometry, Path)
    steps = icon.geometry.commands
    wide = max(int(part) for step in steps for part in step[1::2])
    high = max(int(part) for step in steps for part in step[2::2])
    assert abs(wide - icon.frame.cx) <= 2 and abs(high - icon.frame.cy) <= 2


def test_holes_are_cut_because_an_icon_is_one_path() -> None:
    data = write(scene_of("statement: Care\n  icon: building"))
    assert violations(data) == ()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        slide = package.read("ppt/slides/slide1.xml").decode()
    start = slide.index("Icon building")
    (drawn,) = re.findall(r"<a:pathLst>.*?</a:pathLst>", slide[start:])[:1]
    assert drawn.count("<a:path ") == 1 and drawn.count("<a:moveTo>") == 7


@pytest.mark.parametrize("slide", ["cover: {title: Streets}", "contact: {name: Ann}"])
def test_a_kind_without_a_place_for_an_icon_says_so(slide: str) -> None:
    found = compiled(f"{slide}\n  icon: heart", "plain").diagnostics
    assert [one.code for one in found] == ["layout/not-shown"]


def test_a_name_that_no_icon_has_is_said_once() -> None:
    found = compiled("statement: Care\n  icon: hart", "plain").diagnostics
    assert [one.code for one in found] == ["outline/unknown-icon"]
