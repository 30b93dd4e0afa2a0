"""Pictures: what they are, and the bytes that PowerPoint takes.

The only door to Pillow and to resvg.
"""

from deckgen.image.embed import embed
from deckgen.image.info import ImageInfo
from deckgen.image.inspect import inspect

__all__ = ["ImageInfo", "embed", "inspect"]
