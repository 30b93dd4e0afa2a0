import pytest

from deckgen.base.numerals import numerals

NB = "\u00a0"


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("nl-NL", "12.345,5"),
        ("de-AT", "12.345,5"),
        ("de-CH", "12\u2019345.5"),
        ("fr-FR", f"12{NB}345,5"),
        ("en-GB", "12,345.5"),
        ("xx", "12,345.5"),
    ],
)
def test_a_language_has_its_signs(lang: str, shown: str) -> None:
    assert numerals([12345.5], "", lang).label(12345.5) == shown


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([12.5, 30], ["12,5", "30,0"]),
        ([1250, 12], ["1250", "12"]),
        ([10000, 1250], ["10.000", "1.250"]),
        ([0.00012, 0.0005], ["0,00012", "0,00050"]),
        ([1 / 3, 2], ["0,33", "2,00"]),
        ([-0.001, 5], ["0,00", "5,00"]),
        ([0, 0], ["0", "0"]),
        ([1e15], ["1.000.000.000.000.000"]),
        ([], []),
    ],
)
def test_siblings_have_as_many_decimals(values: list[float], labels: list[str]) -> None:
    write = numerals(values, "", "nl-NL")
    assert [write.label(value) for value in values] == labels


@pytest.mark.parametrize(
    ("unit", "lang", "shown"),
    [
        ("%", "nl", "12%"),
        (f"{NB}euro", "nl", f"12{NB}euro"),
        ("€", "nl", f"€{NB}12"),
        ("€", "en-GB", "€12"),
        ("€", "fr", f"12{NB}€"),
    ],
)
def test_a_unit_stands_where_the_language_has_it(unit: str, lang: str, shown: str) -> None:
    assert numerals([12], unit, lang).label(12) == shown


def test_what_is_below_zero_has_its_sign_first() -> None:
    assert numerals([-12], "€", "nl").label(-12) == f"-€{NB}12"


@pytest.mark.parametrize(
    ("lang", "shown"), [("nl", f"1,2{NB}mln"), ("en", f"1.2{NB}m"), ("de", f"1,2{NB}Mio.")]
)
def test_numbers_are_counted_in_millions_when_asked(lang: str, shown: str) -> None:
    write = numerals([1_200_000, 3_000_000], "", lang, "million")
    assert write.label(1_200_000) == shown


def test_formats_say_the_same_to_office() -> None:
    assert numerals([12], "%", "nl").format() == '0"%"'
    assert numerals([12.5], "%", "nl-NL").format() == '[$-413]0.0"%"'
    assert numerals([1e6], "€", "nl", "million").format() == f'[$-413]"€{NB}"0,,"{NB}mln"'
    assert numerals([1e6], "", "en-GB").axis_format() == "[$-809]#,##0"
    assert numerals([12.5], "", "nl").axis_format() == "[$-413]General"
    assert numerals([12], 'a"b', "nl").format() == '0"ab"'
