"""A .pptx or .potx that somebody else made → a template of ours on it.

`read` gives what the file says (`facts`), `understand` what a deck can do with it (a Template).
"""

from __future__ import annotations

from deckgen.readers.pptx.base.reading import read
from deckgen.readers.pptx.base.understanding import understand

__all__ = ["read", "understand"]
