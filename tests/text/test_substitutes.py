"""Typefaces that can't be measured: with what instead, and how much wider."""

import pytest

from deckgen.disk import DiskWorld
from deckgen.text.fonts import FAMILIES
from deckgen.text.model import FaceKey, Span
from deckgen.text.substitutes import WIDTHS, named, substitute
from deckgen.text.typesetter import Typesetter

WORDS = (
    "Wijken zijn laboratoria waarin burgers en professionals elkaar opnieuw leren kennen; "
    "neighbourhoods are where citizens and professionals learn to know each other anew"
)
HOUSES = ("Segoe UI", "Avenir", "Helvetica Neue", "Roboto", "Open Sans", "Montserrat", "Georgia",
          "Verdana")  # fmt: skip


def width(face: str, bold: bool) -> float:
    setter = Typesetter(DiskWorld("."))
    return setter.prepare((Span(WORDS, FaceKey(face, bold)),)).total


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("face", FAMILIES)
def test_widths_are_those_of_the_bundled_files(face: str, bold: bool) -> None:
    measured = width(face, bold) / width("Arial", bold)
    assert WIDTHS[face][bold] == pytest.approx(measured, rel=0.05)


@pytest.mark.parametrize("face", HOUSES)
def test_the_usual_faces_of_houses_get_slack(face: str) -> None:
    found = substitute(face)
    assert (found.typeface, found.width, found.bold_width) == ("Arial", 1.18, 1.25)
    assert found.height >= 1.04


def test_high_faces_get_height() -> None:
    assert substitute("Poppins SemiBold").height == 1.26
    assert substitute("Open Sans").height == 1.14


def test_a_face_of_its_own_is_measured_by_the_themes() -> None:
    assert named("", "Calibri") == substitute("Calibri")
    assert named("Arial", "Calibri").width == pytest.approx(1 / 0.907, abs=0.001)
    assert named("Calibri", "Arial").width == 0.907
    assert named("Verdana", "Calibri").width == pytest.approx(1.18 / 0.907, abs=0.001)
