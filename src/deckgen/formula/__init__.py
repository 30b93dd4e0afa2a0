"""Formulas as lecturers type them (LaTeX) → trees, and what trees look like.

In: one formula or several lines of it. Out: `tree` nodes with what is wrong in `parser`, sizes and
glyph outlines in `drawing`. Not here: slides, PowerPoint's own equations (`writers/pptx`), sizes
in points. The one door to latex2mathml (names of symbols) and ziamath (glyphs).
"""
