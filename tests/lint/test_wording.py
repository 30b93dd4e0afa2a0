"""What is typed as it should be, however odd it looks: no rule about wording speaks of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .planting import found_in

SOUND = (
    "Typ `deckgen  check` in deze map",
    "Zie https://example.org/a,b?c;d voor meer",
    "Stuur het aan ann@example.org!",
    "Vijf voet is 5' en een duim is 1\\\"",
    "Zij had had kunnen zeggen dat dat kan",
    "Een reis naar Pago Pago",
    "De verhouding is 3 : 2",
    "Gebouwd met .NET en ... verder niets",
    "Om 12:30 uur, niet eerder",
    "Noord-Holland en Zuid-Holland",
    "2010 - 2020",
    "1,5 graad en 2.000 huizen",
    "EU, VN en NAVO",
    "Dat is **zo**, zegt zij",
)


@pytest.mark.parametrize("text", SOUND)
def test_nothing_is_said_of(text: str, tmp_path: Path) -> None:
    points = f'  points:\n  - "{text}"\n  - Een straat\n  - Een huis\n'
    outline = f"title: Wijk\nlang: nl-NL\nslides:\n- title: Wat er staat\n{points}"
    assert [one.code for one in found_in(outline, tmp_path)] == []


def test_french_keeps_its_spaces(tmp_path: Path) -> None:
    french = 'title: Ville\nlang: fr-FR\nslides:\n- question: "Qui aide qui ?"\n'
    assert found_in(french, tmp_path) == []
    one = 'title: Wijk\nslides:\n- question: "Qui aide qui ?"\n  lang: fr\n'
    assert found_in(one, tmp_path) == []


def test_a_long_list_that_is_divided_is_counted_by_page(tmp_path: Path) -> None:
    point = "Een regel die zegt dat niemand zonder verklaring naar binnen mag gaan, " * 2
    points = "".join(f'  - "{point}{number}"\n' for number in range(12))
    outline = f"title: Wijk\nslides:\n- title: Wat er in de weg staat\n  points:\n{points}"
    assert {one.code for one in found_in(outline, tmp_path)} == {"lint/wordy"}


def test_numbered_lines_of_a_program_are_no_points(tmp_path: Path) -> None:
    lines = "".join(f"      naam_{n} = {n}\n" for n in range(9))
    code = f"  code:\n    language: python\n    numbers: true\n    text: |\n{lines}"
    assert found_in(f"title: Wijk\nslides:\n- title: Namen\n{code}", tmp_path) == []
