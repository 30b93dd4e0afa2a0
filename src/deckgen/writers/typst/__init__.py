"""PDF and PNG through typst: one source for both.

In: a Scene. Out: a typst document in which every object stands where the Scene has it.
Nothing is measured, wrapped or decided here, but where notes are printed.
"""
