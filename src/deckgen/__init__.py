"""deckgen: slide outlines in YAML become designed, native, editable PowerPoint.

Each folder is a stage of the pipeline; docs/architecture.md draws it.
"""

__version__ = "0.1.0"
