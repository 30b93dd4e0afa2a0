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
    date: str
    footer: str


ENGLISH = Phrases("Back", "Title", "Text", "Drop a photograph here", "Notes", "Date", "Footer")
LANGUAGES = {
    "en": ENGLISH,
    "nl": Phrases("Terug", "Titel", "Tekst", "Zet hier een foto neer", "Notities",
                  "Datum", "Voettekst"),
    "de": Phrases("Zurück", "Titel", "Text", "Foto hier ablegen", "Notizen",
                  "Datum", "Fußzeile"),
    "fr": Phrases("Retour", "Titre", "Texte", "Déposer une photo ici", "Commentaires",
                  "Date", "Pied de page"),
    "es": Phrases("Volver", "Título", "Texto", "Coloque aquí una foto", "Notas",
                  "Fecha", "Pie de página"),
    "it": Phrases("Indietro", "Titolo", "Testo", "Trascinare qui una foto", "Note",
                  "Data", "Piè di pagina"),
}  # fmt: skip


def phrases(lang: str) -> Phrases:
    """The words of a language tag; English where the language isn't known."""
    return LANGUAGES.get(lang.partition("-")[0].casefold(), ENGLISH)
