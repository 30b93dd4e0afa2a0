"""Ways in which a line may have been meant: candidates, the likeliest first.

Lines in, lines and the words to say about them out. What must not be here: the parser, which
decides between the candidates (`advice`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from deckgen.syntax.quoting import plain_is_safe, quote, quoted_line, split_line

_NO_SPACE = re.compile(r"(\s*(?:-\s+)*[A-Za-z][\w-]*:)(?=[^\s:/])")
_NO_DASH_SPACE = re.compile(r"(\s*-)(?=[^\s-])")
_FLOW_PAIR = re.compile(r"[{,]\s*[A-Za-z][\w-]*:\s+")
_MERGE = re.compile(r"(?:<{7} |={7}$|>{7} |\|{7} )")
_TAB_BEHIND = re.compile(r"( *(?:- +)*)-\t\s*(?=\S)")
_BULLET = re.compile(r"( *(?:- +)*)[•·‣▪◦●○*+]\s+(?=\S)")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_BARE_KEY = re.compile(r"(\s*(?:- )?)([a-z]+)\s*$")
_RESERVED = "@`%*&!|>"
_COMMENT = re.compile(r"\s#")
_CLOSERS = {"[": "]", "{": "}"}
_BACK = 40  # lines to look back for a quote or a bracket that was left open


class Fix(Struct, frozen=True):
    """Lines (by number, from 0) to put in place of the typed ones, and what to say about it."""

    code: str
    message: str
    lines: dict[int, str]
    hints: tuple[str, ...]
    column: int = 0
    width: int = 1
    certain: bool = True  # whether nothing else can have been meant


def candidates(lines: list[str], line: int, began: int, alone: bool) -> Iterator[Fix]:
    """What may be meant.

    `began` is where an unfinished quote or bracket starts; `alone` says whether the line by
    itself is good YAML, so that the mistake lies in what is around it.
    """
    above = _above(lines, line)
    yield from _foreign(lines, line)
    for width in (2, 4):
        yield from _tabs(lines, width)
    yield from _signs(lines)
    for number in dict.fromkeys((began, line, above)):
        yield from _bare_key(lines, number)
        yield from _bare_list(lines, number)
    if not alone:
        yield from _in_line(lines, line)
    for number in dict.fromkeys((above, line)):
        yield from _missing_space(lines, number)
    for number in dict.fromkeys((began, *range(line, max(line - _BACK, -1), -1))):
        yield from _open_quote(lines, number)
    for number in dict.fromkeys((began, line, above)):
        yield from _open_bracket(lines, number)
    if not alone and began != line:
        yield from _in_line(lines, began)
    yield from _indentation(lines, line)
    yield from _no_colon(lines, began)
    yield from _no_dash(lines, line)


def _above(lines: list[str], line: int) -> int:
    """The nearest line above that has anything on it."""
    above = line - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    return max(above, 0)


def _foreign(lines: list[str], line: int) -> Iterator[Fix]:
    """What other tools leave in a file: fences of chat answers, marks of a merge, directives."""
    if lines[line].lstrip().startswith("```"):
        yield Fix(
            "syntax/code-fence",
            "The outline is wrapped in a code fence (```).",
            {n: "" for n, text in enumerate(lines) if text.lstrip().startswith("```")},
            ("delete the lines that start with ```; the outline starts with `title:`",),
            width=len(lines[line]),
        )
    marks = {n: "" for n, text in enumerate(lines) if _MERGE.match(text)}
    if marks:
        yield Fix(
            "syntax/merge-conflict",
            "Here two versions of the file meet that git could not join.",
            marks,
            ("keep one of the two, and delete the lines with <<<<<<<, ======= and >>>>>>>",),
            width=7,
            certain=False,
        )
    if lines[line][:1] == "%" or lines[line].rstrip() == "...":
        yield Fix(
            "syntax/directive",
            "This line talks to the YAML parser; an outline needs none of that.",
            {line: ""},
            ("delete the line",),
            width=len(lines[line]),
        )


def _tabs(lines: list[str], width: int) -> Iterator[Fix]:
    """Tabs as indentation, all of them at once."""
    mended = {
        number: head.expandtabs(width) + raw[len(head) :]
        for number, raw in enumerate(lines)
        if "\t" in (head := raw[: len(raw) - len(raw.lstrip())]) and raw.strip()
    }
    if mended:
        first = min(mended)
        also = f"; {len(mended)} lines have them" if len(mended) > 1 else ""
        yield Fix(
            "syntax/tab",
            f"YAML does not take tabs for indentation{also}.",
            mended,
            (f"type spaces: `{mended[first]}`",),
            lines[first].index("\t"),
        )


def _signs(lines: list[str]) -> Iterator[Fix]:
    """What stands in the place of dashes: a tab behind them, bullets and stars, table rows."""
    for pattern, code, message in (
        (_TAB_BEHIND, "syntax/tab", "Between a dash and its text YAML wants a space, not a tab."),
        (_BULLET, "syntax/bullet", "In an outline a dash starts an item, not a bullet or a star."),
    ):
        mended = {
            number: f"{match[1]}- {raw[match.end() :]}"
            for number, raw in enumerate(lines)
            if (match := pattern.match(raw))
        }
        if mended:
            first = min(mended)
            column = len(mended[first]) - len(mended[first].lstrip()) + (code == "syntax/tab")
            yield Fix(code, message, mended, (f"type `{mended[first].strip()}`",), column)
    rows = {n: _row(raw) for n, raw in enumerate(lines) if _TABLE_ROW.match(raw)}
    if rows:
        first = min(rows)
        hint = f"type each row as a list: `{rows[first].strip()}`, without the line of hyphens"
        yield Fix(
            "syntax/markdown-table", "This is a table in Markdown; an outline is YAML.",
            rows, (hint,), len(rows[first]) - len(rows[first].lstrip()),
        )  # fmt: skip


def _row(raw: str) -> str:
    indent = raw[: len(raw) - len(raw.lstrip())]
    cells = [cell.strip() for cell in raw.strip().strip("|").split("|")]
    if all(re.fullmatch(r":?-+:?", cell) for cell in cells):
        return ""
    shown = (cell if plain_is_safe(cell, flow=True) else quote(cell) for cell in cells)
    return f"{indent}- [{', '.join(shown)}]"


def _bare_key(lines: list[str], line: int) -> Iterator[Fix]:
    """`slides` without its colon, above a list."""
    match = _BARE_KEY.match(lines[line])
    below = next((raw for raw in lines[line + 1 :] if raw.strip()), "")
    item = match and lines[_above(lines, line)].startswith(f"{match[1]}- ")
    if match and not item and below.lstrip().startswith("- "):
        mended = f"{lines[line].rstrip()}:"
        yield Fix(
            "syntax/no-colon", f"After `{match[2]}` a colon is missing.",
            {line: mended}, (f"type `{mended.strip()}`",), len(match[1]), len(match[2]),
        )  # fmt: skip


def _bare_list(lines: list[str], line: int) -> Iterator[Fix]:
    """Lines below a key that lack the dashes of a list."""
    above = _above(lines, line)
    if not lines[above].rstrip().endswith(":") or above == line:
        return
    indent = lines[line][: len(lines[line]) - len(lines[line].lstrip())]
    bare: dict[int, str] = {}
    for number in range(line, len(lines)):
        raw = lines[number]
        body = raw.strip()
        if not body or not raw.startswith(indent) or body[:1] == "-" or re.search(r":(\s|$)", body):
            break
        bare[number] = f"{indent}- {body.lstrip('–— ')}"
    if bare:
        key = split_line(lines[above].rstrip() + " …")[1].strip()
        yield Fix(
            "syntax/no-dash", f"Below `{key}` each line of a list starts with a dash.",
            bare, (f"type `{bare[line].strip()}`",), len(indent), len(lines[line].strip()),
        )  # fmt: skip


def _in_line(lines: list[str], line: int) -> Iterator[Fix]:
    """The line's own text: quoted where it should have been, split where it is two."""
    raw = lines[line]
    lead, key, value = split_line(raw)
    if not value:
        return
    if value[0] == "{":
        yield from _flow(raw, line)
    whole = f"{lead}{quote(key + value)}"
    for mended in dict.fromkeys((quoted_line(raw), whole)):
        if mended != raw:
            yield _quoting(raw, mended, line)


def _quoting(raw: str, mended: str, line: int) -> Fix:
    lead, key, value = split_line(raw)
    column = len(raw) - len(raw[len(lead) :].lstrip()) if not key else raw.index(value, len(lead))
    shown = f"`{mended.strip()}`"
    if key and value.startswith("- "):
        return Fix(
            "syntax/list-beside-key",
            f"A list starts on the line below `{key.strip()}`, not beside it.",
            {line: f"{lead}{key}[{quote(value[2:])}]"},
            (f"put `{value}` on a line of its own below", f"if it is text, quote it: {shown}"),
            column,
            certain=False,
        )
    if value[0] in "'\"":
        code, message = _about_quotes(value)
    elif value[0] in _RESERVED + "[{":
        code = "syntax/bracket" if value[0] in "[{" else "syntax/reserved-character"
        message = f"A text that starts with {value[0]} must be quoted in YAML."
    elif re.search(r":(\s|$)", value):
        colon = re.search(r":(\s|$)", value)
        assert colon is not None
        column = raw.index(value, len(lead)) + colon.start()
        code, message = "syntax/unquoted-colon", "A text with a colon in it must be quoted in YAML."
    else:
        code, message = "syntax/unquoted", "YAML can't read this text without quotes."
    # What looks like a comment would be text once it is quoted, and so would a whole list.
    whole = value[0] + value.rstrip()[-1] in ("[]", "{}") and value[:2] != "{{"
    certain = not _COMMENT.search(value) and not whole
    return Fix(code, message, {line: mended}, (f"type {shown}",), column, certain=certain)


def _about_quotes(value: str) -> tuple[str, str]:
    mark = value[0]
    if "\\" in value and mark == '"':
        return "syntax/backslash", "In double quotes a backslash starts an escape."
    if mark not in value[1:]:
        return "syntax/open-quote", f"The quote {mark} is never closed."
    return "syntax/quote-inside", f"The text goes on after the quote {mark} that ends it."


def _flow(raw: str, line: int) -> Iterator[Fix]:
    """`{key: text: more}`: the values inside the braces quoted."""
    matches = list(_FLOW_PAIR.finditer(raw))
    end = raw.rfind("}") if "}" in raw else len(raw)
    stops = [match.start() for match in matches[1:]] + [end]
    mended, last, column = "", 0, -1
    for match, stop in zip(matches, stops, strict=False):
        value = raw[match.end() : stop]
        if value.strip() and value[0] not in "'\"[{" and not plain_is_safe(value.strip(), True):
            mended += raw[last : match.end()] + quote(value.strip())
            last = match.end() + len(value.rstrip())
            column = match.end() if column < 0 else column
    if column >= 0:
        mended += raw[last:]
        yield Fix(
            "syntax/unquoted-in-braces",
            "In braces a text with a comma, a colon or a bracket in it must be quoted.",
            {line: mended},
            (f"type `{mended.strip()}`",),
            column,
        )


def _missing_space(lines: list[str], line: int) -> Iterator[Fix]:
    """`title:Text` and `-text`."""
    raw = lines[line]
    for pattern, code, name in (
        (_NO_SPACE, "syntax/missing-space", "colon"),
        (_NO_DASH_SPACE, "syntax/missing-space", "dash"),
    ):
        if match := pattern.match(raw):
            mended = f"{match[1]} {raw[match.end() :]}"
            yield Fix(
                code,
                f"After the {name} a space is missing.",
                {line: mended},
                (f"type `{mended.strip()}`",),
                match.end() - 1,
            )


def _open_quote(lines: list[str], line: int) -> Iterator[Fix]:
    """A quote that starts a text and is not closed on its line."""
    raw = lines[line]
    lead, key, value = split_line(raw)
    if value[:1] in ("'", '"') and value.count(value[0]) == 1:
        yield _quoting(raw, f"{lead}{key}{quote(value[1:])}", line)


def _open_bracket(lines: list[str], line: int) -> Iterator[Fix]:
    """A bracket that is not closed on its line."""
    raw = lines[line].rstrip()
    missing: list[str] = []
    for char in raw:
        if char in _CLOSERS:
            missing.append(_CLOSERS[char])
        elif missing and char == missing[-1]:
            missing.pop()
    if missing and len(missing) < 10:
        closing = "".join(reversed(missing))
        mended = raw.rstrip(",") + closing
        opening = min(raw.find(char) for char in _CLOSERS if char in raw)
        yield Fix(
            "syntax/open-bracket",
            f"The bracket `{raw[opening]}` is never closed.",
            {line: mended},
            (f"type `{mended.strip()}`",),
            opening,
        )


def _no_colon(lines: list[str], line: int) -> Iterator[Fix]:
    """A line without a key among lines with keys."""
    words = lines[line].strip()
    if words and ":" not in words and not words.startswith("- "):
        yield Fix(
            "syntax/no-key",
            "This line has no key, and the lines around it have.",
            {line: ""},
            _without_key(lines[_above(lines, line)], lines[line]),
            len(lines[line]) - len(lines[line].lstrip()),
            len(words),
            certain=False,
        )


def _without_key(above: str, raw: str) -> tuple[str, ...]:
    words = raw.strip()
    indent = raw[: len(raw) - len(raw.lstrip())]
    key, equals, value = words.partition(" = ")
    typed = f"{key}: {value}" if equals and key.isidentifier() else f"{words}: …"
    item = (f"if it is an item of the list, type `- {words}`",)
    more = "if it goes on with the line above, indent it further than that one"
    listed = item if above.startswith(f"{indent}- ") else ()
    return (*listed, more, f"if it is a key, type a colon: `{typed}`")


def _no_dash(lines: list[str], line: int) -> Iterator[Fix]:
    """A line that is no list item among lines that are."""
    raw = lines[line]
    body = raw.lstrip()
    indent = raw[: len(raw) - len(body)]
    if body and not body.startswith("- "):
        yield Fix(
            "syntax/no-dash",
            "The lines above in this column are list items, this one is not.",
            {line: f"{indent}- {body}"},
            (
                f"if it is an item too, type `- {body}`",
                "if not, give it the column of its own list",
            ),
            len(indent),
            certain=False,
        )


def _indentation(lines: list[str], line: int) -> Iterator[Fix]:
    """The line in the column of a line above it, the nearest first."""
    raw = lines[line]
    body = raw.lstrip()
    head = raw[: len(raw) - len(body)]
    tried = {len(head)} if "\t" not in head else set()
    for number in range(line - 1, max(line - _BACK, -1), -1):
        for column in _columns(lines[number], body.startswith("- ")):
            if column not in tried:
                tried.add(column)
                yield _moved(lines, line, number, " " * column + body)


def _columns(raw: str, dash: bool) -> tuple[int, ...]:
    """Where a line starts: its text and its dash, in the order of what is looked for."""
    if not raw.strip():
        return ()
    columns = (len(split_line(raw)[0]), len(raw) - len(raw.lstrip()))
    return columns[::-1] if dash else columns


def _moved(lines: list[str], line: int, like: int, mended: str) -> Fix:
    raw = lines[line]
    typed = len(raw) - len(raw.lstrip())
    column = len(mended) - len(mended.lstrip())
    if "\t" in raw[:typed]:
        code, message = "syntax/tab", "YAML does not take tabs for indentation."
    else:
        code = "syntax/indentation"
        message = f"This line starts in column {typed + 1}, which belongs to nothing above it."
    hint = f"start it in column {column + 1}, like line {like + 1}: `{mended}`"
    at = raw.find("\t") if "tab" in code else typed
    return Fix(code, message, {line: mended}, (hint,), at, certain=False)
