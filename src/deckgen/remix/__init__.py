"""One body of work, every talk: outlines → the outline that is given.

In: an outline's path, what is wanted of it (a variant, a language, values). Out: the Deck that
says so, each reused slide with its provenance. What must not be here: looks, layout, files other
than through the World.
"""
