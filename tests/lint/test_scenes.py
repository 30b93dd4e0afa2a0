"""Pages that the layout would not make, made by hand: the rules that guard it see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from deckgen.base.units import EMU_PER_POINT
from deckgen.disk import DiskWorld
from deckgen.lint import RULES, findings
from deckgen.lint.balance import balance, trend
from deckgen.lint.talk import Talk
from deckgen.pipeline import Compiled, compile_deck
from deckgen.proof.proving import HINTS
from deckgen.scene import model as scene

from .planting import cases, furnish

OUTLINE = """\
title: Wijk
slides:
- title: Wie er helpen
  points: [buren, familie, vrienden]
- statement: De straat waarin wij wonen en waarin wij elkaar weer vinden
- title: Wat er te zien is
  pictures:
  - {file: images/wijk.png, alt: een straat, caption: toen}
  - {file: images/wijk.png, alt: dezelfde straat, caption: nu}
- title: Hoe vaak
  chart: {type: pie, data: {dagelijks: 20, soms: 50, nooit: 30}, unit: "%"}
"""
POINT = EMU_PER_POINT
Change = Callable[[scene.Item], scene.Item]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    folder = tmp_path_factory.mktemp("scenes")
    furnish(folder)
    (folder / "deck.yaml").write_text(OUTLINE)
    compiled = compile_deck("deck.yaml", DiskWorld(str(folder)))
    assert compiled.diagnostics + findings(compiled) == ()
    return compiled


def changed(made: Compiled, role: str, change: Change, page: int = 0) -> Compiled:
    """The deck with the first item of a role on a page changed."""
    assert made.scene is not None
    pages = list(made.scene.pages)
    items = list(pages[page].items)
    number = next(n for n, item in enumerate(items) if item.role == role)
    items[number] = change(items[number])
    pages[page] = replace(pages[page], items=tuple(items))
    return replace(made, scene=replace(made.scene, pages=tuple(pages)))


def added(made: Compiled, item: scene.Item, page: int = 0, first: bool = False) -> Compiled:
    """The deck with an item more on a page, in front of all others or behind them."""
    assert made.scene is not None
    pages = list(made.scene.pages)
    items = (item, *pages[page].items) if first else (*pages[page].items, item)
    pages[page] = replace(pages[page], items=items)
    return replace(made, scene=replace(made.scene, pages=tuple(pages)))


def moved(x: float, y: float) -> Change:
    """Words and frame further right and down, in points."""
    across, down = round(x * POINT), round(y * POINT)

    def change(item: scene.Item) -> scene.Item:
        assert isinstance(item, scene.Text)
        frame, lines = item.frame, item.text.lines
        there = tuple(
            replace(line, x=line.x + across, baseline=line.baseline + down) for line in lines
        )
        box = scene.Box(frame.x + across, frame.y + down, frame.cx, frame.cy)
        return replace(item, frame=box, text=replace(item.text, lines=there))

    return change


def styled(**marks: object) -> Change:
    """Every letter in another style."""

    def change(item: scene.Item) -> scene.Item:
        assert isinstance(item, scene.Text)
        lines = tuple(
            replace(
                line,
                pieces=tuple(replace(p, style=replace(p.style, **marks)) for p in line.pieces),
            )
            for line in item.text.lines
        )
        return replace(item, text=replace(item.text, lines=lines))

    return change


def speechless(item: scene.Item) -> scene.Item:
    assert isinstance(item, scene.Text)
    paragraphs = tuple(
        replace(one, runs=tuple(replace(run, lang="") for run in one.runs))
        for one in item.text.paragraphs
    )
    return replace(item, text=replace(item.text, paragraphs=paragraphs))


def flatter(item: scene.Item) -> scene.Item:
    assert isinstance(item, scene.Text)
    first, last = item.text.lines[0], item.text.lines[-1]
    size = first.pieces[0].style.size * 127
    top, foot = first.baseline - round(0.7 * size), last.baseline + round(0.2 * size)
    return replace(item, frame=replace(item.frame, y=top, cy=foot - top))


def higher(item: scene.Item) -> scene.Item:
    assert isinstance(item, scene.Text)
    return replace(item, frame=replace(item.frame, cy=item.frame.cy * 3))


def tighter(item: scene.Item) -> scene.Item:
    assert isinstance(item, scene.Text)
    widest = max(line.width for line in item.text.lines)
    return replace(item, frame=replace(item.frame, cx=widest))


def stretched(item: scene.Item) -> scene.Item:
    assert isinstance(item, scene.Picture)
    return replace(item, frame=replace(item.frame, cy=item.frame.cy * 3 // 4))


def silent(item: scene.Item) -> scene.Item:
    assert isinstance(item, scene.Picture)
    return replace(item, alt="")


def field(x: float, y: float, rgb: str = "EEF2F5") -> scene.Shape:
    """A filled field of 120 × 60 points."""
    box = scene.Box(*(round(one * POINT) for one in (x, y, 120, 60)))
    colour = scene.Colour("accent1", rgb)
    return scene.Shape(
        "x", "Field", box, scene.Preset("rect"), colour, role="panel", decorative=True
    )


def wire() -> scene.Connector:
    """A line through the title."""
    stroke = scene.Stroke(scene.Colour("accent1", "0B5CAD"), 25_400)
    return scene.Connector("x", "Wire", 0, 70 * POINT, 900 * POINT, 70 * POINT, stroke)


def photo(made: Compiled) -> scene.Picture:
    assert made.scene is not None
    box = scene.Box(0, 0, made.scene.width, made.scene.height)
    return scene.Picture("x", "Photo", box, "", alt="een straat")


def alike(item: scene.Item) -> scene.Item:
    assert isinstance(item, scene.Chart)
    one = item.series[0]
    return replace(item, series=(replace(one, colours=one.colours[:1] * len(one.values)),))


def painted(made: Compiled) -> Compiled:
    for number, rgb in enumerate(("CC0000", "00AA00", "0000CC", "CC00CC", "00AAAA")):
        made = added(made, field(600, 130 + 70 * number, rgb))
    return made


PLANTED: dict[str, Callable[[Compiled], Compiled]] = {
    "lint/no-alt": lambda made: changed(made, "picture", silent, 2),
    "lint/outside-slide": lambda made: added(made, field(900, 400)),
    "lint/outside-frame": lambda made: changed(
        made, "body", lambda item: replace(item, frame=replace(item.frame, cx=POINT * 20))
    ),
    "lint/in-margin": lambda made: changed(made, "title", moved(-30, 0)),
    "lint/overlap": lambda made: changed(made, "title", moved(32, 74)),
    "lint/covered": lambda made: added(made, field(80, 130)),
    "lint/crossed": lambda made: added(made, wire()),
    "lint/contrast": lambda made: changed(
        made, "title", styled(colour=scene.Colour("lt2", "DDDDDD"))
    ),
    "lint/reading-order": lambda made: changed(made, "label", moved(432, 30), 2),
    "lint/text-on-picture": lambda made: added(made, photo(made), 1, first=True),
    "lint/too-small": lambda made: changed(made, "body", styled(size=1400)),
    "lint/colour-only": lambda made: changed(made, "chart", alike, 3),
    "lint/no-language": lambda made: changed(made, "body", speechless),
    "lint/distorted-picture": lambda made: changed(made, "picture", stretched, 2),
    "lint/many-colours": painted,
    "lint/crowded": lambda made: changed(made, "body", flatter),
    "lint/bare": lambda made: changed(made, "body", higher),
    "lint/unstable-break": lambda made: changed(made, "title", tighter, 1),
}


@pytest.mark.parametrize("code", PLANTED)
def test_a_page_that_is_wrong(code: str, made: Compiled) -> None:
    found = findings(PLANTED[code](made))
    assert code in [one.code for one in found]
    assert all(one.span for one in found)


def test_every_rule_has_been_seen_at_work() -> None:
    seen = {case.expected.split()[-1] for case in cases()} | set(PLANTED)
    assert {rule.code for rule in RULES} <= seen


def test_whatever_an_eye_finds_is_a_rule() -> None:
    told = {rule.code.removeprefix("lint/") for rule in RULES}
    names = {"outside": "outside-slide", "frame": "outside-frame", "margin": "in-margin"}
    names |= {"collision": "overlap"}
    for code in HINTS:
        fault = code.removeprefix("proof/")
        assert names.get(fault, fault) in told


def test_rules_are_sentences() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.code.startswith("lint/")
        for sentence in (rule.summary, rule.why):
            assert sentence[0].isupper(), rule.code
            assert sentence[-1] in ".)", rule.code
        assert rule.fix[0].islower(), rule.code
        assert not rule.fix.endswith("."), rule.code


def test_balance_is_one_where_both_halves_weigh_the_same(made: Compiled) -> None:
    assert made.scene is not None
    sheet = Talk(*parts(made)).sheets[2]
    assert 0 < balance(sheet, made.scene.width, made.scene.height) <= 1
    assert 0 < trend(Talk(*parts(made))) <= 1
    two = replace(sheet, texts=(), items=(field(0, 240), field(840, 240)))
    assert balance(two, made.scene.width, made.scene.height) == 1
    one = replace(sheet, texts=(), items=(field(0, 0),))
    assert balance(one, made.scene.width, made.scene.height) == 0


def parts(made: Compiled) -> tuple[object, ...]:
    return made.deck, made.template, made.scene
