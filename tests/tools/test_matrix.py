"""Every kind, with little, the usual and much to say, in every template and form of page."""

import sys
from pathlib import Path

import pytest

from deckgen.template.model import ASPECTS

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import matrix

TEMPLATES = sorted(one.parent.name for one in Path("templates").glob("*/template.yaml"))
SIZES = {"16:9": (12192000, 6858000), "16:10": (10972800, 6858000), "4:3": (9144000, 6858000)}


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("fullness", matrix.FULLNESS)
def test_every_kind_fits_and_can_be_read(fullness: str, template: str, aspect: str) -> None:
    tried = matrix.attempt(fullness, template, aspect)
    assert tried.findings == ()
    assert tried.scene is not None
    assert (tried.scene.width, tried.scene.height) == SIZES[aspect]
