"""What the HTML deck says by itself, in the deck's language.

Data only: one table a language, the same keys in each. Keys of the keyboard stand beside
what they do.
"""

from __future__ import annotations

from msgspec import Struct


class Words(Struct, frozen=True):
    """The words of one language. `place` takes number, count and name of a slide."""

    slide: str
    place: str
    controls: str
    next: str
    previous: str
    overview: str
    speaker: str
    fullscreen: str
    keys: str
    hidden: str
    end: str
    nothing: str
    behind: str
    on_time: str
    pause: str
    resume: str
    restart: str
    start: str
    last: str
    number: str
    undo: str
    black: str
    white: str
    elapsed: str


ENGLISH = Words(
    slide="slide",
    place="{} of {}: {}",
    controls="Controls",
    next="Next",
    previous="Previous",
    overview="All slides",
    speaker="Speaker's window",
    fullscreen="Full screen",
    keys="Keys",
    hidden="hidden",
    end="The end",
    nothing="No notes for this slide.",
    behind="behind plan",
    on_time="on time",
    pause="Pause",
    resume="Go on",
    restart="From zero",
    start="First slide",
    last="Last slide",
    number="Slide by number",
    undo="Back from a jump",
    black="Black screen",
    white="White screen",
    elapsed="Time passed",
)
DUTCH = Words(
    slide="dia",
    place="{} van {}: {}",
    controls="Bediening",
    next="Volgende",
    previous="Vorige",
    overview="Alle dia’s",
    speaker="Sprekersvenster",
    fullscreen="Volledig scherm",
    keys="Toetsen",
    hidden="verborgen",
    end="Einde",
    nothing="Geen notities bij deze dia.",
    behind="achter op schema",
    on_time="op tijd",
    pause="Pauze",
    resume="Verder",
    restart="Vanaf nul",
    start="Eerste dia",
    last="Laatste dia",
    number="Dia op nummer",
    undo="Terug van een sprong",
    black="Zwart scherm",
    white="Wit scherm",
    elapsed="Verstreken tijd",
)
GERMAN = Words(
    slide="Folie",
    place="{} von {}: {}",
    controls="Bedienung",
    next="Weiter",
    previous="Zurück",
    overview="Alle Folien",
    speaker="Rednerfenster",
    fullscreen="Vollbild",
    keys="Tasten",
    hidden="ausgeblendet",
    end="Ende",
    nothing="Keine Notizen zu dieser Folie.",
    behind="hinter dem Plan",
    on_time="in der Zeit",
    pause="Pause",
    resume="Fortsetzen",
    restart="Von null",
    start="Erste Folie",
    last="Letzte Folie",
    number="Folie nach Nummer",
    undo="Zurück vom Sprung",
    black="Schwarzer Schirm",
    white="Weißer Schirm",
    elapsed="Vergangene Zeit",
)
FRENCH = Words(
    slide="diapositive",
    place="{} sur {} : {}",
    controls="Commandes",
    next="Suivante",
    previous="Précédente",
    overview="Toutes les diapositives",
    speaker="Fenêtre de l’orateur",
    fullscreen="Plein écran",
    keys="Touches",
    hidden="masquée",
    end="Fin",
    nothing="Pas de notes pour cette diapositive.",
    behind="de retard",
    on_time="à l’heure",
    pause="Pause",
    resume="Reprendre",
    restart="De zéro",
    start="Première diapositive",
    last="Dernière diapositive",
    number="Diapositive par numéro",
    undo="Revenir d’un saut",
    black="Écran noir",
    white="Écran blanc",
    elapsed="Temps écoulé",
)
LANGUAGES = {"en": ENGLISH, "nl": DUTCH, "de": GERMAN, "fr": FRENCH}


def words(lang: str) -> Words:
    """The words of a language, English where it isn't known."""
    return LANGUAGES.get(lang[:2].lower(), ENGLISH)


def keys(said: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What each key does, for the list of keys."""
    return (
        (said.next, ("→", "↓", "PgDn")),
        (said.previous, ("←", "↑", "PgUp")),
        (said.start, ("Home",)),
        (said.last, ("End",)),
        (said.number, ("12", "Enter")),
        (said.undo, ("Backspace",)),
        (said.overview, ("O", "Esc")),
        (said.speaker, ("S",)),
        (said.fullscreen, ("F",)),
        (said.black, ("B", ".")),
        (said.white, ("W", ",")),
        (said.keys, ("?",)),
    )
