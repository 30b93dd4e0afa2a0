"""Whether a template draws every kind of slide well, for who makes one.

In: a template's name, outlines that say little, the usual and much, a World. Out: findings that
point into template.yaml, and the Scenes for who wants to look. Nothing here draws or reads files.
"""
