"""Films and sounds: what a file is, how large its picture is, how long it lasts.

Only headers are read: no picture and no sound is decoded.
"""

from deckgen.film.info import FilmInfo
from deckgen.film.inspect import inspect

__all__ = ["FilmInfo", "inspect"]
