"""docs/templates.md names everything that a template may say."""

import re
from pathlib import Path

import pytest
from msgspec.structs import fields

from deckgen.template import model
from deckgen.template.proofs import PROOFS, ROLES, SLOTS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/templates.md").read_text("utf-8")
STRUCTS = (
    model.Template,
    model.FontSet,
    model.Role,
    model.Grid,
    model.Margins,
    model.Kind,
    model.EchoSpec,
    model.Decoration,
    model.Speaker,
    model.Head,
)
NAMES = {field.name for struct in STRUCTS for field in fields(struct)}
CODES = set(re.findall(r"`([^`\n]+)`", re.sub(r"(?s)```.*?```", "", PAGE)))
CODED = {word for code in CODES for word in re.split(r"[ ,/]+", code)}


@pytest.mark.parametrize("name", sorted(NAMES | set(model.COLOUR_ROLES) | set(ROLES)))
def test_a_name_is_explained(name: str) -> None:
    assert name in CODED


def test_no_struct_is_forgotten() -> None:
    known = [getattr(model, name) for name in vars(model) if name[0].isupper()]
    structs = [one for one in known if hasattr(one, "__struct_fields__")]
    own = {kind.__name__ for kind in structs if kind.__module__ == model.__name__}
    assert own == {kind.__name__ for kind in STRUCTS}


def test_the_slots_are_named() -> None:
    assert {"dk1", "lt1", "dk2", "lt2", "hlink", "folHlink", "accent1", "accent6"} <= CODED
    assert len(SLOTS) == 12


def test_the_artwork_is_named() -> None:
    assert set(model.ART_STYLES) <= CODED


@pytest.mark.parametrize(("front", "back", "least"), PROOFS)
def test_contrasts_are_as_proven(front: str, back: str, least: float) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{front}` |"))
    assert f"{least:g} on `{back}`" in row


def test_findings_are_named() -> None:
    source = "".join(
        path.read_text("utf-8") for path in (ROOT / "src/deckgen/template").glob("*.py")
    )
    codes = set(re.findall(r'"template/([a-z-]+)"', source))
    codes |= set(re.findall(r'_finding\(\s*"([a-z-]+)"', source))
    assert {f"template/{code}" for code in codes} <= CODES
