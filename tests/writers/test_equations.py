"""Formulas as equations that PowerPoint edits, and that LibreOffice can read."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from deckgen.formula.lines import arranged
from deckgen.readers.pptx.rules import violations
from deckgen.scene.model import Formula, Scene
from deckgen.writers.html import deck as html
from deckgen.writers.pptx.omml import Equation
from deckgen.writers.pptx.package import write
from deckgen.writers.pptx.xml import Xml
from formula.samples import SAMPLES
from pipeline.kinds import HERE, TEMPLATES, compiled

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
NS = {
    "m": M,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
}
APOSTROPHE = "'"
LOOK = Xml('<a:rPr xmlns:a="x"/>')
# Union, intersection and the others stand between two things.
SIGNS = frozenset("=≤≥≠∈∉→⇒\u222a\u2229×⋅")
# What each structure of ECMA-376 part 1, 22.1, holds after its properties, in this order.
PARTS = {
    "f": ["num", "den"],
    "rad": ["deg", "e"],
    "sSub": ["e", "sub"],
    "sSup": ["e", "sup"],
    "sSubSup": ["e", "sub", "sup"],
    "nary": ["sub", "sup", "e"],
    "func": ["fName", "e"],
    "limLow": ["e", "lim"],
    "limUpp": ["e", "lim"],
    "acc": ["e"],
    "bar": ["e"],
    "groupChr": ["e"],
    "borderBox": ["e"],
    "phant": ["e"],
}
# … and its properties, of which any may be missing.
PROPERTIES = {
    "f": ["type", "ctrlPr"],
    "rad": ["degHide", "ctrlPr"],
    "nary": ["chr", "limLoc", "grow", "subHide", "supHide", "ctrlPr"],
    "d": ["begChr", "sepChr", "endChr", "grow", "shp", "ctrlPr"],
    "acc": ["chr", "ctrlPr"],
    "bar": ["pos", "ctrlPr"],
    "groupChr": ["chr", "pos", "vertJc", "ctrlPr"],
    "m": ["baseJc", "plcHide", "rSpRule", "cGpRule", "rSp", "cSp", "cGp", "mcs", "ctrlPr"],
}


def omml(*formulas: str) -> Any:
    content = Equation(lambda italic: LOOK).inside(arranged(formulas))
    return etree.fromstring(f'<m:oMath xmlns:m="{M}">{content}</m:oMath>')


def local(element: Any) -> str:
    return etree.QName(element).localname


def plain(*formulas: str) -> str:
    """The structure in short, without properties: `f(num(a)den(b))`."""
    return "".join(map(_plain, omml(*formulas)))


def _plain(element: Any) -> str:
    kind = local(element)
    if kind == "r":
        return str(element.findtext("m:t", "", NS))
    inside = "".join(_plain(child) for child in element if not local(child).endswith("Pr"))
    return f"{kind}({inside})"


@pytest.mark.parametrize("name", SAMPLES)
def test_parts_stand_in_the_order_of_the_schema(name: str) -> None:
    for element in omml(SAMPLES[name]).iter():
        kind = local(element)
        children = [local(child) for child in element]
        if kind in PARTS:
            assert children == [f"{kind}Pr", *PARTS[kind]]
        if kind.endswith("Pr") and kind[:-2] in PROPERTIES:
            wanted = PROPERTIES[kind[:-2]]
            assert children == [one for one in wanted if one in children]


@pytest.mark.parametrize("name", SAMPLES)
def test_no_argument_that_a_program_would_ask_for_is_empty(name: str) -> None:
    """An empty box stands in PowerPoint where an argument is empty and not hidden."""
    for element in omml(SAMPLES[name]).iter(f"{{{M}}}e", f"{{{M}}}num", f"{{{M}}}den"):
        assert len(element)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sign_between_two_things_has_both(name: str) -> None:
    """LibreOffice shows an inverted question mark where one of them is missing."""
    for element in omml(SAMPLES[name]).iter(f"{{{M}}}e", f"{{{M}}}sup", f"{{{M}}}sub"):
        for end in (*element[:1], *element[-1:]):
            assert local(end) != "r" or end.findtext("m:t", "", NS) not in SIGNS


@pytest.mark.parametrize(
    ("latex", "wanted"),
    [
        (r"\frac{a}{b}", "f(num(a)den(b))"),
        (r"\sqrt{x}", "rad(deg()e(x))"),
        (r"\sqrt[3]{x}", "rad(deg(3)e(x))"),
        (r"x_i^2", "sSubSup(e(x)sub(i)sup(2))"),
        (r"\sum_{i=1}^n i^2 + 1", "nary(sub(i=1)sup(n)e(sSup(e(i)sup(2))))+1"),
        (r"\int_0^1 x", "nary(sub(0)sup(1)e(x))"),
        (r"\sin x + \cos y", "func(fName(sin)e(x))+func(fName(cos)e(y))"),
        (r"\lim_{x \to 0} x", "func(fName(limLow(e(lim)lim(x→0)))e(x))"),
        (r"(a)^2", "sSup(e(d(e(a)))sup(2))"),
        (r"\left(a\middle|b\right)", "d(e(a)e(b))"),
        (r"\begin{matrix}a&b\\c&d\end{matrix}", "m(mr(e(a)e(b))mr(e(c)e(d)))"),
        (r"\hat{x}", "acc(e(x))"),
        (r"\overline{x}", "bar(e(x))"),
        (r"\underbrace{a}_n", "limLow(e(groupChr(e(a)))lim(n))"),
        (r"x^+", "sSup(e(x)sup(+\u200b))"),
        (r"\text{als } x", "als x"),
    ],
)
def test_a_formula_becomes_a_structure(latex: str, wanted: str) -> None:
    assert plain(latex) == wanted


def test_lines_become_a_matrix_whose_columns_touch() -> None:
    assert plain("a = b", "= c") == "m(mr(e(a)e(\u200b=b))mr(e(\u200b)e(\u200b=c)))"
    (look,) = omml("a = b", "= c").iter(f"{{{M}}}mPr")
    assert [one.get(f"{{{M}}}val") for one in look.iter(f"{{{M}}}mcJc")] == ["right", "left"]
    assert look.find("m:cGp", NS).get(f"{{{M}}}val") == "0"


def test_letters_are_italic_and_words_are_not() -> None:
    runs = omml(r"x + \mathrm{kWh} + 2").findall("m:r", NS)
    looks = [
        etree.tostring(run.find("m:rPr", NS)).decode() if run.find("m:rPr", NS) is not None else ""
        for run in runs
    ]
    assert looks[0] == "" and "m:nor" in looks[2] and 'm:val="p"' in looks[4]


def scene_of(slide: str, template: str = "plain") -> Scene:
    result = compiled(slide, template)
    assert result.scene is not None, result.diagnostics
    assert result.diagnostics == ()
    return result.scene


SLIDE = """title: Energie
  math:
    formula: 'E = mc^2'
    where: {E: energie, m: massa}
    number: 1
    alt: E is m maal c kwadraat"""


def unexpected(path: Path) -> list[Any]:
    """What the validator finds, but for DrawingML's characters in equations.

    Its schemas have WordprocessingML's only; PowerPoint itself writes `a:rPr` there.
    """
    found = OpenXmlValidator().validate(path).errors
    return [one for one in found if not (one.node == "rPr" and "/oMath[" in (one.path or ""))]


def slide_xml(scene: Scene) -> Any:
    with zipfile.ZipFile(io.BytesIO(write(scene))) as package:
        return etree.fromstring(package.read("ppt/slides/slide1.xml"))


def test_an_equation_has_a_drawn_form_for_programs_that_know_none() -> None:
    root = slide_xml(scene_of(SLIDE))
    choices = root.findall(".//mc:AlternateContent", NS)
    assert len(choices) == 3
    for one in choices:
        native, drawn = one.find("mc:Choice", NS), one.find("mc:Fallback", NS)
        assert (
            native.get("Requires") == "a14" and native.find(".//a14:m/m:oMathPara", NS) is not None
        )
        ids = [part.find(".//p:cNvPr", NS).get("id") for part in (native, drawn)]
        assert ids[0] == ids[1]
        assert drawn.find(".//a:custGeom/a:pathLst/a:path", NS) is not None
        assert drawn.find(".//p:spPr/a:solidFill/a:schemeClr", NS) is not None


def test_an_equation_is_set_in_the_face_and_size_that_were_measured() -> None:
    scene = scene_of(SLIDE)
    (formula, *_) = [one for one in scene.pages[0].items if isinstance(one, Formula)]
    runs = slide_xml(scene).findall(".//m:r/a:rPr", NS)
    assert {run.find("a:latin", NS).get("typeface") for run in runs} == {"Cambria Math"}
    assert runs[0].get("sz") == str(formula.size)
    assert formula.alt == "E is m maal c kwadraat"


@pytest.mark.parametrize("template", TEMPLATES)
def test_slides_with_formulas_keep_powerpoints_rules(template: str, tmp_path: Path) -> None:
    made = write(scene_of(SLIDE, template))
    assert violations(made) == ()
    path = tmp_path / "deck.pptx"
    path.write_bytes(made)
    assert unexpected(path) == []


def test_all_formulas_keep_the_schema(tmp_path: Path) -> None:
    slides = "\n".join(
        f"- math: '{latex.replace(APOSTROPHE, APOSTROPHE * 2)}'" for latex in SAMPLES.values()
    )
    path = tmp_path / "deck.pptx"
    path.write_bytes(write(scene_of(slides.removeprefix("- "))))
    assert unexpected(path) == []


def test_a_formula_comes_in_as_a_whole() -> None:
    scene = scene_of("title: Energie\n  math: 'E = mc^2'\n  build: all")
    assert scene.pages[0].steps and violations(write(scene)) == ()


def test_a_page_on_the_web_draws_it_and_says_it() -> None:
    page = html.write(scene_of(SLIDE), HERE).decode()
    assert 'role="img" aria-label="E is m maal c kwadraat"' in page


def test_the_same_formula_gives_the_same_bytes() -> None:
    assert write(scene_of(SLIDE)) == write(scene_of(SLIDE))
