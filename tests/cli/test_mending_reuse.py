"""`deckgen check --fix` of a talk that takes slides from others: other files are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.cli.main import run

SOURCE = (
    "lang: nl-NL\nslides:\n- id: een\n  statement: Een\n- id: drie\n  statement: Drie\n"
    "- id: fout\n  titel: Fout\n  points: [een, twee]\n"
)


def files(folder: Path, talk: str) -> tuple[Path, Path]:
    for name, text in {"talk": talk, "bron": SOURCE}.items():
        (folder / name).mkdir()
        (folder / name / "deck.yaml").write_text(text, "utf-8")
    return folder / "talk" / "deck.yaml", folder / "bron" / "deck.yaml"


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("bron#Een", "bron#een"),
        ("bron #een", "bron#een"),
        ("Bron.yaml#een…drie", "bron#een..drie"),
        ("bron#een, #drie", "bron#een, drie"),
        ("'bron#1'", "'bron#een'"),
        ("bron#een t/m drie", "bron#een..drie"),
        ("bron#drie..een", "bron#een..drie"),
    ],
)
def test_a_slip_is_mended_where_it_was_typed(tmp_path: Path, typed: str, mended: str) -> None:
    talk, source = files(tmp_path, f"lang: nl-NL\nslides:\n# hier\n- use: {typed}\n")
    run(["check", "--fix", str(talk)])
    assert talk.read_text("utf-8") == f"lang: nl-NL\nslides:\n# hier\n- use: {mended}\n"
    assert source.read_text("utf-8") == SOURCE


def test_what_is_wrong_in_the_source_is_left_to_the_source(tmp_path: Path) -> None:
    # The lines are as many as the source has: an edit in the wrong file would find its place.
    text = "lang: nl-NL\nslides:\n- use: bron\n  # een regel\n# en nog een\n# en nog een regel\n"
    talk, source = files(tmp_path, text)
    run(["check", "--fix", str(talk)])
    assert talk.read_text("utf-8") == text
    assert source.read_text("utf-8") == SOURCE
    run(["check", "--fix", str(source)])
    assert "  title: Fout" in source.read_text("utf-8")
