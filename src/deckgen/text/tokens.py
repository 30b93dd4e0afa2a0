"""A program's text → its lines, taken apart by what each word is. The one door to Pygments.

In: text and a language. Out: lines of (sort, text), the sort empty for what is plain. What must
not be here: colours.
"""

from __future__ import annotations

from typing import Literal

Sort = Literal["", "keyword", "name", "string", "number", "comment"]
Token = tuple[Sort, str]


def known(language: str) -> bool:
    """Whether words of this language can be told apart."""
    return language.lower() in languages()


def languages() -> frozenset[str]:
    """The names that languages go by."""
    from pygments.lexers import get_all_lexers

    return frozenset(
        alias for _, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases
    )


def tokens(text: str, language: str) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each line."""
    if not language or not text:
        return tuple((("", line),) if line else () for line in text.split("\n"))
    from pygments.lexers import get_lexer_by_name

    lexer = get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    lines: list[list[Token]] = [[]]
    for kind, words in lexer.get_tokens(text):
        sort = _sort(str(kind))
        for number, part in enumerate(words.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append((sort, part))
    return tuple(tuple(_joined(line)) for line in lines)


def _sort(kind: str) -> Sort:
    """Pygments names sorts with dots, the general ones first."""
    _, first, *more = [*kind.split("."), ""]
    match first:
        case "Keyword":
            return "keyword"
        case "Comment":
            return "comment"
        case "Name" if more[0] in ("Function", "Class", "Tag", "Decorator"):
            return "name"
        case "Operator" if more[0] == "Word":
            return "keyword"
        case "Literal" if more[0] == "Number":
            return "number"
        case "Literal" if more[0] == "String":
            return "string"
        case _:
            return ""


def _joined(line: list[Token]) -> list[Token]:
    """Neighbours of one sort as one; white space belongs to what stands before it."""
    found: list[Token] = []
    for sort, words in line:
        if found and (found[-1][0] == sort or words.isspace()):
            found[-1] = (found[-1][0], found[-1][1] + words)
        else:
            found.append((sort, words))
    return found
