"""Slides on a base file's layouts: in its placeholders, or in its free room."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

import bases
from deckgen.base.units import emu
from deckgen.pipeline import Compiled
from deckgen.scene import model as scene
from pipeline.kinds import KINDS

HEAD = "title: The talk\nauthor: Somebody\nlang: en-GB\nslides:\n"
FILES = {
    "4:3": bases.plain,
    "small": lambda: bases.plain(9144000, 5143500),
    "dark": bases.dark,
}
# Without those that bring slides of their own.
PLAIN = {kind: body for kind, body in KINDS.items() if "\n" not in body and "#here" not in body}
TITLED = [kind for kind in PLAIN if kind not in ("cover", "section", "contact")]
SLACK = 12_700
every_base = pytest.mark.parametrize("base", FILES)


def outline() -> str:
    alone = "".join(f"- id: alone-{n}\n  {body}\n" for n, body in enumerate(PLAIN.values()))
    titled = (f"- id: titled-{n}\n  title: A title\n  {PLAIN[k]}\n" for n, k in enumerate(TITLED))
    return HEAD + alone + "".join(titled)


@cache
def built(base: str) -> Compiled:
    return bases.compiled(FILES[base](), Path(mkdtemp()), outline())


def pages(base: str) -> tuple[scene.Page, ...]:
    found = built(base).scene
    assert found is not None, [one for one in built(base).diagnostics if one.severity == "error"]
    return found.pages


def leaves(items: tuple[scene.Item, ...]) -> list[scene.Item]:
    return [
        leaf
        for item in items
        for leaf in (leaves(item.items) if isinstance(item, scene.Group) else [item])
    ]


@every_base
def test_every_kind_is_laid_out(base: str) -> None:
    assert len(pages(base)) >= len(PLAIN) + len(TITLED)


@every_base
def test_text_stays_in_its_frame_and_frames_on_the_page(base: str) -> None:
    made = built(base).scene
    assert made is not None
    for page in made.pages:
        for item in leaves(page.items):
            if not isinstance(item, scene.Text | scene.Shape) or item.text is None:
                continue
            frame = item.frame
            assert frame.x >= 0 and frame.x + frame.cx <= made.width + SLACK, (page.id, item.id)
            for line in item.text.lines:
                assert frame.y - SLACK <= line.baseline <= frame.y + frame.cy, (page.id, item.id)


@every_base
def test_nothing_of_ours_covers_footer_or_number(base: str) -> None:
    made = built(base).scene
    assert made is not None
    for page in made.pages:
        feet = [item for item in page.items if item.role in ("footer", "number")]
        for item in leaves(page.items):
            if isinstance(item, scene.Connector) or item.role in ("footer", "number"):
                continue
            assert not any(meet(item.frame, foot.frame) for foot in feet), (page.id, item.id)


def meet(one: scene.Box, other: scene.Box) -> bool:
    across = min(one.x + one.cx, other.x + other.cx) - max(one.x, other.x)
    down = min(one.y + one.cy, other.y + other.cy) - max(one.y, other.y)
    return across > SLACK and down > SLACK


def test_a_long_title_steps_down_in_its_placeholder(tmp_path: Path) -> None:
    words = "A title that says a good deal more than the placeholder was ever meant to hold at once"
    found = bases.compiled(bases.plain(), tmp_path, f"{HEAD}- title: {words}\n  points: [One]\n")
    assert found.scene is not None
    title = found.scene.pages[0].items[0]
    assert isinstance(title, scene.Text)
    assert title.frame.cy == emu(90)
    assert title.text.paragraphs[0].runs[0].style.size < 4400


def test_artwork_of_ours_stays_away(tmp_path: Path) -> None:
    found = bases.compiled(bases.plain(), tmp_path)
    assert found.scene is not None
    drawn = {page.id: [one.role for one in page.items] for page in found.scene.pages}
    assert "artwork" not in drawn["cover"] + drawn["part"] + drawn["list"]
    assert "artwork" in drawn["photo"]  # nothing else would be there


def test_levels_take_the_files_own_bullets(tmp_path: Path) -> None:
    found = bases.compiled(bases.plain(), tmp_path)
    assert found.scene is not None
    body = next(one for one in found.scene.pages[2].items if one.role == "body")
    assert isinstance(body, scene.Text)
    marks = [one.style.bullet.char for one in body.text.paragraphs if one.style.bullet]
    assert marks == ["•", "•", "–", "–"]


def test_other_writers_draw_logos(tmp_path: Path) -> None:
    logo = tmp_path / "templates" / "house" / "media" / "logo.png"
    logo.parent.mkdir(parents=True)
    logo.write_bytes(bases.logo())
    found = bases.compiled(bases.with_logo(), tmp_path)
    assert found.scene is not None
    (item,) = found.scene.layouts[0].items
    assert isinstance(item, scene.Picture)
    assert found.scene.blobs[item.blob]
