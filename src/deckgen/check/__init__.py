"""What a person may ask about findings: all of them, their meaning, and to have them mended.

In: compiled decks. Out: reviews, mended outlines, entries of the catalogue of codes, SARIF. Pure.
What must not be here: rules (`lint`), printing (`cli`).
"""
