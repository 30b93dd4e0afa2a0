"""The proof of decks on other people's files: what it counts, what it finds."""

import io
import shutil
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageDraw

sys.path.append(str(Path(__file__).parents[2] / "tools"))

foreign = pytest.importorskip("foreign")
emptied = pytest.importorskip("emptied")
untouched = pytest.importorskip("untouched")

import bases  # noqa: E402
import oddbases  # noqa: E402
from deckgen.scene import model as scene  # noqa: E402
from deckgen.writers.pptx.package import write  # noqa: E402

WHITE, RED = (255, 255, 255), (170, 0, 0)


def built(folder: Path, data: bytes | None = None) -> tuple[scene.Scene, bytes]:
    found = bases.compiled(data or bases.with_logo(), folder)
    assert found.scene is not None, found.diagnostics
    return found.scene, write(found.scene)


def test_a_deck_of_ours_has_no_new_faults(tmp_path: Path) -> None:
    made, data = built(tmp_path)
    assert untouched.changed(data, bases.with_logo()) == []
    assert untouched.schema(data, bases.with_logo())[::2] == (0, 0)
    assert list(emptied.lost(made, data)) == []


def test_a_changed_layout_and_a_missing_one_are_found(tmp_path: Path) -> None:
    _, data = built(tmp_path)
    name = "ppt/slideLayouts/slideLayout2.xml"
    other = bases.edited(data, name.replace(".", r"\."), lambda part: part + b" ")
    assert untouched.changed(other, bases.with_logo()) == [name]
    parts = bases._parts(data)
    del parts[name]
    assert name in untouched.changed(bases._zipped(parts), bases.with_logo())


def test_a_lost_text_is_found(tmp_path: Path) -> None:
    made, data = built(tmp_path)
    less = bases.edited(
        data, r"ppt/slides/slide3\.xml", lambda part: part.replace(b"Somewhere to sit", b"Some")
    )
    assert list(emptied.lost(made, less)) == ["list: Somewheretosit"]


def test_there_is_a_bare_slide_for_each_layout(tmp_path: Path) -> None:
    made, data = built(tmp_path)
    bare = bases.Presentation(io.BytesIO(emptied.bare(data)))
    assert [len(slide.shapes) for slide in bare.slides] == [0] * len(made.layouts)


def drawn(*boxes: tuple[int, int, int, int]) -> Image.Image:
    """A page of 720 × 540 with the logo and black boxes."""
    page = Image.new("RGB", (720, 540), WHITE)
    pen = ImageDraw.Draw(page)
    pen.rectangle((661, 8, 700, 27), fill=RED)
    for box in boxes:
        pen.rectangle(box, fill=(0, 0, 0))
    return page


@pytest.mark.parametrize(
    ("boxes", "names"),
    [((), []), (((40, 200, 400, 300),), []), (((600, 0, 690, 20),), ["Logo"])],
    ids=["nothing", "beside it", "over it"],
)
def test_ink_on_a_logo_is_found(
    boxes: tuple[tuple[int, int, int, int], ...], names: list[str]
) -> None:
    file = bases.facts(bases.with_logo())
    sheet = next(one for one in file.sheets if one.name == "Title Only")
    assert list(emptied._covered(sheet, file, drawn(*boxes), drawn())) == names


def test_ink_on_a_rule_counts_outside_placeholders_only() -> None:
    file = bases.facts(bases.with_logo())
    sheet = next(one for one in file.sheets if one.name == "Title Only")
    title = sheet.places[0].frame
    at = (round(title.x) + 40, round(title.y) + 20)
    rule = replace(
        sheet.fixed[0],
        name="Rule",
        kind="line",
        media="",
        frame=replace(title, h=4, y=title.y + 20),
    )
    sheet = replace(sheet, fixed=(rule,))
    page = drawn((*at, at[0] + 80, at[1] + 3))
    assert list(emptied._covered(sheet, file, drawn(), page)) == []


def test_what_stands_in_placeholders_is_counted(tmp_path: Path) -> None:
    made, _ = built(tmp_path)
    assert foreign.seats(made) == "5 title, 2 body"


def test_files_that_can_be_bases_are_taken(tmp_path: Path) -> None:
    for name in ("b.potx", "a.PPTX", "notes.txt"):
        (tmp_path / name).write_bytes(b"")
    assert [one.name for one in foreign.bases(tmp_path)] == ["a.PPTX", "b.potx"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize("base", [oddbases.logo_in_the_way, oddbases.dark_layout])
def test_a_whole_proof(base: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(base)
    file = tmp_path / "House style.pptx"
    file.write_bytes(base())
    outline = tmp_path / "talk.yaml"
    outline.write_text(bases.TALK, "utf-8")
    name = foreign.added(file, tmp_path / "work")
    assert name == "house-style"
    assert (tmp_path / "work" / "layouts" / name / "layout-01.svg").exists()
    verdict = foreign.prove(file, name, ("talk", outline), tmp_path / "work")
    assert verdict is not None
    assert (verdict.pages, verdict.faults) == (6, 0), capsys.readouterr().out
    assert verdict.row().startswith("| house-style | talk | 6 |")


def test_a_refused_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "broken.pptx"
    file.write_bytes(b"PK half")
    assert foreign.added(file, tmp_path / "work") == ""
    assert "cut off or damaged" in capsys.readouterr().out
