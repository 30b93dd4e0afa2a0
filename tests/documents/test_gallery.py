"""The gallery: every kind has examples of its own, and they are clean wherever they are drawn."""

import sys
from pathlib import Path

import pytest

from deckgen.outline.kinds import BODIES
from deckgen.proof.sight import faults
from deckgen.template.load import load
from deckgen.template.model import ASPECTS

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import gallery
import walkthrough

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
STEPS = [step for page in GUIDES for step in walkthrough.steps(page.read_text("utf-8"))]


@pytest.mark.parametrize("kind", BODIES)
def test_every_kind_has_an_example(kind: str) -> None:
    found = gallery.examples(kind)
    assert found, f"write docs/kinds/{kind}.md, with a slide as a YAML block"
    assert all(f"{kind}:" in example.yaml for example in found)


def test_every_kind_stands_under_what_it_is_for() -> None:
    assert "And also" not in gallery.grouped(), "name the kind in tools/gallery.py, GROUPS"


def test_every_page_is_of_a_kind() -> None:
    pages = {page.stem for page in gallery.KINDS.glob("*.md")}
    assert pages - {"index"} <= set(BODIES)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("look", gallery.looks())
def test_examples_are_clean_in_every_look(look: str, aspect: str) -> None:
    made = gallery.compiled(look, aspect)
    assert made.diagnostics == ()
    assert made.scene is not None
    assert list(faults(made.scene)) == []
    wanted = {one.name for kind in BODIES for one in gallery.examples(kind)}
    assert set(gallery.shown(made.scene)) == wanted


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_a_walk_through_leads_to_templates_that_work(step: walkthrough.Step) -> None:
    assert load(step.name, gallery.Desk({step.name: step.template})).diagnostics == ()
    made = gallery.compiled(step.name, "16:9", step.template)
    assert made.diagnostics == ()
    assert made.scene is not None
    assert list(faults(made.scene)) == []


def test_drawings_are_kept_and_always_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bytes_of = []
    for folder in ("one", "two"):
        monkeypatch.setattr(gallery, "KEPT", tmp_path / folder)
        drawn = gallery.drawings("plain")
        times = [path.stat().st_mtime_ns for path in drawn.values()]
        assert [path.stat().st_mtime_ns for path in gallery.drawings("plain").values()] == times
        bytes_of.append({name: path.read_bytes() for name, path in drawn.items()})
    assert bytes_of[0] == bytes_of[1]
