"""Every block and every command line in the documents is tried; none escapes.

A YAML block is what its first key says: `slides:` an outline, a list slides, `palette:` and the
like under `<!-- template -->` a template, else one slide. What stands on the line above says the
rest: `<!-- mistake: outline/unknown-key -->` must be answered so, `<!-- translation: en -->` says
the outline before it in that language, `<!-- workflow -->` is another program's.
"""

import re
import sys
from pathlib import Path

import pytest
import yaml

from deckgen.base.diagnostics import Diagnostic
from deckgen.pipeline import compile_deck
from deckgen.remix.variants import Wanted
from deckgen.template.load import load

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from blocks import FENCE, Block, blocks, pages
from gallery import Desk
from walkthrough import FIRST, onto, steps

ROOT = Path(__file__).parents[2]
HEAD = "title: The talk\nauthor: Ann Baker\nlang: en-GB\n"
# Every language that a block may be in; YAML and shells are tried below.
LANGUAGES = {"yaml", "console", "sh", "text", "xml", "json", "diff", "python", "html"}
# What a fragment can't know of the deck that it was taken from.
OUTSIDE = {"outline/unknown-slide", "outline/no-sections", "remix/other-language"}
VARIABLE = re.compile(r"(?<!\\)\{\{\s*([\w-]+)\s*\}\}")
PAGES = [page.relative_to(ROOT) for page in pages(ROOT)]
BLOCKS = [
    pytest.param(page, block, id=f"{page}:{block.line}")
    for page in PAGES
    for block in blocks((ROOT / page).read_text("utf-8"))
]
OURS = [one for one in BLOCKS if one.values[1].language == "yaml"]  # type: ignore[union-attr]


@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_a_block_says_its_language(page: Path, block: Block) -> None:
    assert block.language in LANGUAGES


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_fence_is_one_of_a_block(page: Path) -> None:
    rest = FENCE.sub("", (ROOT / page).read_text("utf-8"))
    assert re.findall(r"^ *(?:```|~~~).*", rest, re.MULTILINE) == []


@pytest.mark.parametrize(("page", "block"), OURS)
def test_a_yaml_block_is_what_it_says(page: Path, block: Block) -> None:
    what, _, code = block.said.partition(": ")
    if what == "workflow":
        assert isinstance(yaml.safe_load(block.text), dict)
    elif what == "template":
        assert tuple(template(page, block)) == ()
    elif what == "translation":
        assert translated(page, block, code) == ()
    elif what == "mistake":
        assert code in {one.code for one in findings(block.text)}
    else:
        assert findings(block.text) == []


def findings(text: str) -> list[Diagnostic]:
    """What is found in an outline, in slides or in one slide."""
    desk = Desk({"deck.yaml": whole(text).encode()}, ROOT / "docs")
    found = compile_deck("deck.yaml", desk).diagnostics
    complete = whole(text) == text
    return [one for one in found if complete or one.code not in OUTSIDE]


def translated(page: Path, block: Block, lang: str) -> tuple[Diagnostic, ...]:
    """What is found in the translation of the page's outline that is nearest above it."""
    above = [one for one in blocks((ROOT / page).read_text("utf-8")) if one.line < block.line]
    source = next(one for one in reversed(above) if one.text.startswith("title:"))
    files = {"deck.yaml": source.text.encode(), f"deck.{lang}.yaml": block.text.encode()}
    return compile_deck(
        "deck.yaml", Desk(files, ROOT / "docs"), wanted=Wanted(lang=lang)
    ).diagnostics


def whole(text: str) -> str:
    """The outline that a block is, or could have been taken from."""
    if re.search(r"^slides:", text, re.MULTILINE):
        return text
    names = dict.fromkeys(VARIABLE.findall(text), "something")
    head = HEAD + (f"vars: {names}\n" if names else "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    if lines[0].startswith("- "):
        return f"{head}slides:\n{text}"
    slide = "".join(f"  {line}\n" for line in text.splitlines())
    return f"{head}slides:\n- {slide.lstrip()}"


def template(page: Path, block: Block) -> tuple[Diagnostic, ...]:
    """What is found in a template, in some of its keys, or in a step of a walk-through."""
    made = {one.place: one for one in steps((ROOT / page).read_text("utf-8"))}
    if block.start in made:
        name, text = made[block.start].name, made[block.start].template
    else:
        name, text = "plain", onto(FIRST.read_text("utf-8"), block.text).encode()
    return load(name, Desk({name: text})).diagnostics
