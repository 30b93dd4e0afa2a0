"""What layouts are called, in the languages of Office's own templates and in common usage.

In: a layout's name. Out: whether it says what the layout is for. Asked only where the types of
placeholders leave a choice.
"""

from __future__ import annotations

import re

# English, Dutch, German, French, Spanish, then what brand handbooks say.
_WORDS = {
    "cover": r"title slide|titeldia|titelfolie|diapositive de titre|diapositiva de t[ií]tulo"
    r"|voorblad|titelblad|deckblatt|startfolie|couverture|page de garde|portada|cover|opening"
    r"|^titel$|^title$|^titre$|^t[ií]tulo$|t[ií]tulo da",
    "section": r"section|sectie|hoofdstuk|tussen|abschnitt|kapitel|trenn|chapitre|intercalaire"
    r"|secci[oó]n|encabezado|separador|divider|chapter|break",
    "content": r"title and (content|text|body)|titel en (object|inhoud|tekst)"
    r"|titel und (inhalt|text)|titre et (contenu|texte)|t[ií]tulo y (objetos|contenido|texto)"
    r"|one content|content|inhoud|inhalt|contenu|contenido|conte[uú]do|text",
    "title-only": r"title only|only title|alleen (een )?titel|nur titel|titre seul"
    r"|s[oó]lo (el )?t[ií]tulo|full width title",
    "picture": r"picture|photo|image|foto|beeld|afbeelding|bild|imagen|visual",
    "captioned": r"picture with caption|afbeelding met bijschrift|bild mit (ü|ue)berschrift"
    r"|image avec l[ée]gende|imagen con t[íi]tulo|caption|bijschrift|légende",
    "two": r"two content|inhoud van twee|zwei inhalte|deux contenus|dos objetos|two columns?"
    r"|twee kolommen|zweispaltig|deux colonnes|dos columnas|2 columns?",
    "table": r"table|tabel|tabelle|tableau|tabla",
    "chart": r"chart|graph|grafiek|diagramm|graphique|gráfico",
    "index": r"table of content|agenda|inhoudsopgave|inhaltsverzeichnis|sommaire|[ií]ndice|vertical"
    r"|verticale|vertikal",
    "notice": r"©|\(c\)|copyright|rights|confiden|proprietary|intern|vertrouw|vertraul",
    "statement": r"statement|stelling|big idea|quote|citaat|zitat|citation|cita|aussage"
    r"|key message",
}
# `ACME - Title`, `1_ACME | Content`: a number that copying left and the house's capitals.
_HOUSE = re.compile(r"^(\d+_)?([A-Z]{2,8} ?[-–|:] )?")
_PATTERNS = {use: re.compile(words, re.IGNORECASE) for use, words in _WORDS.items()}


def says(name: str, use: str) -> bool:
    """Whether a layout's name speaks of a use, whatever its house puts before it."""
    return _PATTERNS[use].search(_HOUSE.sub("", name)) is not None
