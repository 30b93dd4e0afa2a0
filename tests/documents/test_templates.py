"""docs/templates.md names every key, role and word that a template may have, and every template."""

from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import fields

from deckgen.template import model
from deckgen.template.proofs import ROLES, SLOTS

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "templates.md").read_text("utf-8")
STRUCTS = (
    model.Template, model.Grid, model.Margins, model.FontSet, model.EchoSpec, model.Role,
    model.Decoration, model.Kind, model.Head, model.Speaker,
)  # fmt: skip
KEYS = sorted({field.encode_name for struct in STRUCTS for field in fields(struct)})
IMPLIED = {f"accent{n}" for n in range(2, 6)}  # `accent1`–`accent6`
TEMPLATES = sorted(one.parent.name for one in (ROOT / "templates").glob("*/template.yaml"))


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_explained(key: str) -> None:
    assert f"`{key}`" in TEXT


@pytest.mark.parametrize("word", [*ROLES, *model.COLOUR_ROLES, *model.ART_STYLES])
def test_every_role_and_drawing_is_named(word: str) -> None:
    assert f"`{word}`" in TEXT


@pytest.mark.parametrize("slot", sorted(set(SLOTS) - IMPLIED))
def test_every_theme_colour_is_named(slot: str) -> None:
    assert f"`{slot}`" in TEXT


@pytest.mark.parametrize("aspect", model.ASPECTS)
def test_every_form_of_page_is_named(aspect: str) -> None:
    assert aspect in TEXT
    assert f"`{model.ASPECTS[aspect]:g}`" in TEXT


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_introduced(template: str) -> None:
    assert f"| `{template}` |" in TEXT


def test_the_forms_of_page_are_those_of_the_outline() -> None:
    from deckgen.outline.grammar import HEAD

    (aspect,) = [field for field in HEAD if field.key == "aspect"]
    assert set(aspect.type.words) == set(model.ASPECTS)  # type: ignore[attr-defined]
    assert get_args(model.ArtStyle) == model.ART_STYLES
