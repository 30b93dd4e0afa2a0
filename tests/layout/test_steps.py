"""A slide's `build` becomes the clicks of its page: which parts of which figure, in which order."""

from __future__ import annotations

import pytest

from deckgen.pipeline import compile_deck
from deckgen.readers.pptx.rules import violations
from deckgen.scene.model import Page, Section
from deckgen.writers.pptx.package import write
from pipeline.kinds import HEAD, KINDS, TEMPLATES, Desk, compiled

# What each click shows: names of items without their numbers, paragraphs behind a colon.
BY_POINT = {
    "points": "body:0 body:1 body:2-4",
    "steps": "body:0 body:1 body:2",
    "text": "body:0 body:1",
    "dimensions": "dimension-1 dimension-2",
}
BY_GROUP = {
    "points": "body:0 body:1 body:2-4",
    "pairs": "label-0+text-0 mark+label-1+text-1",
    "contrast": "mark+not-0 but-0",
    "timeline": "sign-0+axis-0+moment-0 sign-1+axis-1+moment-1",
    "process": "link-1+step-1 link-2+step-2 link-3+step-3",
    "worlds": "world-left+left+logic-left+actor-left "
    "world-right+right+logic-right+actor-right flow",
    "growing worlds": "world-grown+grown+logic-grown "
    "arrow-up+arrow-mid+arrow-low+world-small+small+logic-small",
    "worlds apart": "world-left+left+logic-left world-right+right+logic-right gap",
    "movements": "arrow-0+movement-0+told-0 arrow-1+movement-1+told-1",
    "dimensions": "dimension-1 dimension-2",
    "options": "option-1+properties-1 option-2+properties-2",
    "funnel": "sources funnel+result tier-0 dash+tier-1",
    "sum": "term-1 sign+term-2 sign+result",
    "table": "table",
    "columns": "body body",
}  # fmt: skip


def page(kind: str, *keys: str) -> Page:
    result = compiled("\n  ".join((KINDS[kind], *keys)), "plain")
    assert result.scene is not None, result.diagnostics
    (found,) = result.scene.pages
    return found


def clicks(found: Page) -> str:
    """The clicks as the tables above write them."""
    shown = []
    for step in found.steps:
        names = []
        for target in step:
            name = target.item.rpartition("-")[0]
            if target.first is not None:
                last = "" if target.last in (None, target.first) else f"-{target.last}"
                name += f":{target.first}{last}"
            names.append(name)
        shown.append("+".join(names))
    return " ".join(shown)


@pytest.mark.parametrize("kind", [kind for kind in BY_POINT if kind in KINDS])
def test_by_point(kind: str) -> None:
    assert clicks(page(kind, "build: by-point")) == BY_POINT[kind]


@pytest.mark.parametrize("kind", BY_GROUP)
def test_by_group(kind: str) -> None:
    assert clicks(page(kind, "build: by-group")) == BY_GROUP[kind]


def test_all_at_once() -> None:
    assert clicks(page("sum", "build: all")) == "term-1+sign+term-2+sign+result"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_waits_without_a_build(kind: str) -> None:
    assert kind == "proposition" or page(kind).steps == ()


@pytest.mark.parametrize("build", ["by-point", "by-group", "all"])
def test_the_conclusion_comes_last(build: str) -> None:
    found = clicks(page("points", f"build: {build}", "then: So it goes"))
    assert found.split()[-1] == "conclusion"


def test_a_proposition_reveals_its_questions() -> None:
    found = page("proposition")
    assert clicks(found) == "questions:0 questions:1"
    assert [step[0].ground for step in found.steps] == [True, False]


def test_a_proposition_that_is_there_at_once() -> None:
    assert page("proposition", "build: none").steps == ()


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("build", ["by-point", "by-group", "all"])
def test_the_file_agrees(build: str, template: str) -> None:
    """Every kind with every build: no finding of ours about clicks."""
    slides = "".join(f"- {text}\n  build: {build}\n" for text in KINDS.values())
    scene = compile_deck("deck.yaml", Desk(HEAD + slides), template).scene
    assert scene is not None
    codes = {found.code for found in violations(write(scene)) if found.severity == "error"}
    assert codes <= {"pptx/title-missing"}


def test_every_target_is_on_its_page() -> None:
    for kind in KINDS:
        for build in ("by-point", "by-group", "all"):
            found = page(kind, f"build: {build}")
            ids = {item.id for item in found.items} | {
                child.id for item in found.items for child in getattr(item, "items", ())
            }
            assert {target.item for step in found.steps for target in step} <= ids


TALK = "- statement: Before\n- section: Then\n- text: One\n- text: Two\n- section: Now\n"


def sections(slides: str, head: str = HEAD) -> tuple[Section, ...]:
    scene = compile_deck("deck.yaml", Desk(head + slides), "plain").scene
    assert scene is not None
    return scene.sections


def test_sections_go_from_section_slide_to_section_slide() -> None:
    assert [(one.name, len(one.pages)) for one in sections(TALK)] == [
        ("The talk", 1), ("Then", 3), ("Now", 1),
    ]  # fmt: skip


def test_a_talk_that_starts_with_a_section() -> None:
    assert [one.name for one in sections("- section: Then\n- text: One\n")] == ["Then"]


def test_a_talk_without_sections_has_none() -> None:
    assert sections("- text: One\n") == ()


def test_a_divided_slide_stays_in_its_section() -> None:
    long = "Something that takes a whole line or even two of them to be said at all. "
    points = "".join(f"  - {n} {long * 2}\n" for n in range(30))
    (one,) = sections(f"- section: Then\n- title: Much\n  points:\n{points}")
    assert len(one.pages) > 2


def test_sections_take_their_names_from_plain_words() -> None:
    assert [one.name for one in sections("- section: The **end**\n")] == ["The end"]
