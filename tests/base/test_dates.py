"""Days as they are said in a language."""

from __future__ import annotations

import pytest

from deckgen.base.dates import MONTHS, spoken


@pytest.mark.parametrize(
    ("day", "lang", "said"),
    [
        ("2013-03-28", "en-GB", "28 March 2013"),
        ("2013-03-28", "en-US", "March 28, 2013"),
        ("2013-03-28", "nl-NL", "28 maart 2013"),
        ("2013-3-8", "de-AT", "8. März 2013"),
        ("2013-05-01", "fr-FR", "1er mai 2013"),
        ("2013-05", "es", "mayo de 2013"),
        ("spring 2013", "en-GB", "spring 2013"),
        ("2013-03-28", "fi", "2013-03-28"),
        ("2013-13-28", "nl", "2013-13-28"),
        ("", "nl", ""),
    ],
)
def test_a_day_in_words(day: str, lang: str, said: str) -> None:
    assert spoken(day, lang) == said


@pytest.mark.parametrize("lang", MONTHS)
def test_a_year_has_twelve_months(lang: str) -> None:
    assert len(set(MONTHS[lang].split())) == 12
