"""How a slide comes in → `p:transition`.

In: the name of a transition. Out: the element that stands after the colour map, with a
fallback where programs of 2006 don't know it. Not here: clicks on the slide itself.
"""

from __future__ import annotations

from deckgen.writers.pptx import names

# Of the 2006 schema (ECMA-376 part 1, 19.3.1); directions are those of reading.
_PLAIN = {
    "fade": "<p:fade/>",
    "push": '<p:push dir="l"/>',
    "cut": "<p:cut/>",
    "wipe": '<p:wipe dir="l"/>',
    "cover": '<p:cover dir="l"/>',
    "dissolve": "<p:dissolve/>",
}
_MORPH = (
    f'<mc:AlternateContent xmlns:mc="{names.COMPATIBILITY}">'
    f'<mc:Choice xmlns:p159="{names.PRESENTATION_2015}" Requires="p159">'
    f'<p:transition spd="med" xmlns:p14="{names.PRESENTATION_2010}" p14:dur="1000">'
    '<p159:morph option="byObject"/></p:transition></mc:Choice>'
    '<mc:Fallback><p:transition spd="med"><p:fade/></p:transition></mc:Fallback>'
    "</mc:AlternateContent>"
)


def transition(name: str) -> str:
    """The element; nothing for a slide that is simply there."""
    if name == "morph":
        return _MORPH
    effect = _PLAIN.get(name)
    return f'<p:transition spd="med">{effect}</p:transition>' if effect else ""
