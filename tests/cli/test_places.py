from pathlib import Path

import pytest

from deckgen.cli.arguments import UsageError
from deckgen.cli.places import Place, outlines, results


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("one/deck.yaml", "one/short.yaml", "two/deck.yml", "empty/notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("title: x\n")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["one"], ["one/deck.yaml"]),
        (["one/"], ["one/deck.yaml"]),
        (["./one/deck.yaml"], ["./one/deck.yaml"]),
        (["one/short.yaml", "two"], ["one/short.yaml", "two/deck.yml"]),
        (["."], ["one/deck.yaml", "two/deck.yml"]),
        (["one", "one"], ["one/deck.yaml"]),
    ],
)
def test_an_outline_a_folder_or_a_folder_of_decks(typed: list[str], meant: list[str]) -> None:
    assert [place.shown for place in outlines(typed)] == meant


def test_nothing_typed_means_the_deck_here(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here / "one")
    assert outlines([]) == [Place(".", "deck.yaml")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "no deck.yaml in this folder"),
        (["empty"], "no deck.yaml in empty"),
        (["oen"], "did you mean one?"),
        (["my lecture"], "`deckgen new 'my lecture'`"),
        (["one/shrot.yaml"], "did you mean one/short.yaml?"),
        (["my-new-lecture"], "`deckgen new my-lecture`".replace("my-", "my-new-")),
    ],
)
def test_what_is_not_there_gets_a_hint(typed: list[str], said: str) -> None:
    with pytest.raises(UsageError, match="deckgen: ") as problem:
        outlines(typed)
    assert said in str(problem.value)


@pytest.mark.parametrize(
    ("typed", "output", "written"),
    [
        (["one"], None, ["one/one.pptx"]),
        (["one/short.yaml"], None, ["one/short.pptx"]),
        (["one"], "talk.pptx", ["talk.pptx"]),
        (["one"], "build", ["build/one.pptx"]),
        (["one"], "talk.2013", ["talk.2013/one.pptx"]),
        (["one"], "talk.txt/", ["talk.txt/one.pptx"]),
        (["one", "two"], "build/", ["build/one.pptx", "build/two.pptx"]),
    ],
)
def test_where_results_go(typed: list[str], output: str | None, written: list[str]) -> None:
    assert results(outlines(typed), output, ".pptx") == written


def test_the_deck_here_is_named_after_its_folder(here: Path) -> None:
    assert Place(".", "deck.yaml").stem == here.name


@pytest.mark.parametrize(
    ("typed", "output", "said"),
    [
        (["one", "two"], "talk.pptx", "talk.pptx can't hold 2 decks"),
        (["one"], "talk.pdf", "a file that ends in .pptx"),
        (["one"], "talk.pdf", "other formats are made by: deckgen export -o talk.pdf"),
        (["one"], "talk.txt", "a file that ends in .pptx"),
        (["one/short.yaml", "two"], None, None),
    ],
)
def test_outputs_that_can_not_be(typed: list[str], output: str | None, said: str | None) -> None:
    if said is None:
        assert len(results(outlines(typed), output, ".pptx")) == 2
        return
    with pytest.raises(UsageError, match=said):
        results(outlines(typed), output, ".pptx")


def test_two_outlines_never_share_a_file(here: Path) -> None:
    (here / "one" / "two.yaml").write_text("title: x\n")
    with pytest.raises(UsageError, match=r"two outlines would be written to build/two\.pptx"):
        results(outlines(["one/two.yaml", "two"]), "build", ".pptx")
