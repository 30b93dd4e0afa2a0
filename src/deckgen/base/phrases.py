"""The words that deckgen puts into a deck by itself, in the deck's language.

Data only: a row a language, the same words in each. What a deck in a browser says besides is the
HTML writer's; numbers are `numerals`', dates `dates`'.
"""

from __future__ import annotations

from msgspec import Struct


class Phrases(Struct, frozen=True):
    """The words of one language.

    `back` is on the button to where a menu stands; the others prompt in empty placeholders.
    """

    back: str
    title: str
    body: str
    picture: str
    notes: str


ENGLISH = Phrases("Back", "Title", "Text", "Drop a photograph here", "Notes")
LANGUAGES = {
    "en": ENGLISH,
    "nl": Phrases("Terug", "Titel", "Tekst", "Zet hier een foto neer", "Notities"),
    "de": Phrases("Zurück", "Titel", "Text", "Foto hier ablegen", "Notizen"),
    "fr": Phrases("Retour", "Titre", "Texte", "Déposer une photo ici", "Commentaires"),
    "es": Phrases("Volver", "Título", "Texto", "Coloque aquí una foto", "Notas"),
    "it": Phrases("Indietro", "Titolo", "Testo", "Trascinare qui una foto", "Note"),
}


def phrases(lang: str) -> Phrases:
    """The words of a language tag; English where the language isn't known."""
    return LANGUAGES.get(lang.partition("-")[0].casefold(), ENGLISH)
