"""Where links may lead: web addresses, mail, telephone, and slides of the same deck.

In: a link as it was typed. Out: what is wrong with it. What must not be here: reading marks
(that is `inline`), knowing which slides exist.
"""

from __future__ import annotations

import re

from deckgen.outline.inline import Link

_GOOD = re.compile(r"(?:https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d().-]*)\Z", re.I)
_SITE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?\Z", re.I)
_FILE = re.compile(
    r"\.(?:pdf|docx?|pptx?|xlsx?|od[pst]|txt|csv|jpe?g|png|gif|svg|mp[34]|mov|zip|html?|ya?ml)\Z",
    re.I,
)
_MAIL = re.compile(r"[^\s@:/]+@[^\s@]+\.[a-z]{2,}\Z", re.I)


def mended(target: str) -> str:
    """The address with what it certainly lacks; empty where nothing is certain."""
    if _MAIL.match(target):
        return f"mailto:{target}"
    if _SITE.match(target) and not _FILE.search(target):
        return f"https://{target}"
    return ""


def problem(link: Link) -> tuple[str, str] | None:
    """A sentence on what is wrong and what to type instead; None for a good link."""
    label, target = link.label, link.target
    if not label.strip():
        return "This link has no text.", f"type what people see: [the site]({target or '…'})"
    if target.startswith("#") and len(target) > 1:
        return None
    if _GOOD.match(target):
        return None
    if not target or target == "#":
        return "This link leads nowhere.", f"type where it leads: [{label}](https://…)"
    if _MAIL.match(target):
        return "A mail address as a link needs `mailto:`.", f"type [{label}](mailto:{target})"
    if _FILE.search(target) and "/" not in target:
        return (
            f"`{target}` is a file, and slides can't count on it being there.",
            f"put it on the web and type [{label}](https://…)",
        )
    if _SITE.match(target):
        return (
            "A web address as a link starts with `https://`.",
            f"type [{label}](https://{target})",
        )
    return (
        f"`{target}` is no address that a slide can open.",
        f"type [{label}](https://…), [{label}](mailto:…) or, for a slide, [{label}](#its-id)",
    )
