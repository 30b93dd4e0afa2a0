r"""Tokens of LaTeX → a formula's tree, or what is wrong with it and where.

In: one formula as it was typed. Out: its lines (`\\`) of cells (`&`), and mistakes. Nothing
raises: what can't be read is reported, and reading goes on behind it.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from deckgen.formula import commands as c
from deckgen.formula import letters, tree
from deckgen.formula.environments import grid, is_environment
from deckgen.formula.symbols import symbol
from deckgen.formula.tokens import Mistake, Token, comment, tokens
from deckgen.formula.tree import EMPTY, Math
from deckgen.formula.words import command

DEEP = 24  # levels of braces; what needs more is no formula for a slide
LONG = 2_000  # characters
NOTHING = Token("", 0, "end")
Cells = tuple[tuple[Math, ...], ...]


class Parsed(Struct, frozen=True):
    """Lines of cells, mostly one of one; empty where nothing can be read."""

    lines: Cells
    mistakes: tuple[Mistake, ...] = ()


@lru_cache(maxsize=512)
def parse(latex: str) -> Parsed:
    """What a formula says."""
    if len(latex) > LONG:
        message = f"This formula has {len(latex):,} characters; there is room for {LONG:,}."
        wrong = Mistake("formula-long", message, 0, 1, ("divide it into several formulas",))
        return Parsed((), (wrong,))
    reading = Parser(tokens(latex))
    lines = reading.lines()
    lost = comment(latex)
    found = [lost] if lost else []
    return Parsed(_unwrapped(lines), tuple(found + reading.mistakes))


def _unwrapped(lines: Cells) -> Cells:
    """The lines of an environment that has the formula alone."""
    if len(lines) == 1 and len(lines[0]) == 1:
        only = lines[0][0]
        if isinstance(only, tree.Grid) and only.tight:
            return only.rows
    return lines


class Parser:
    """Reads one formula from its first token to its last."""

    def __init__(self, found: tuple[Token, ...]) -> None:
        """Nothing read, nothing wrong."""
        self._tokens = found
        self._next = 0
        self._depth = 0
        self.display = True  # sums have their limits above and below
        self.mistakes: list[Mistake] = []

    # Tokens

    @property
    def here(self) -> Token:
        """The next token, spaces included; NOTHING at the end."""
        return self._tokens[self._next] if self._next < len(self._tokens) else NOTHING

    def take(self) -> Token:
        """The next token; it counts as read."""
        found = self.here
        self._next += 1
        return found

    def skip(self) -> Token:
        """The next token that is no space, not yet read."""
        while self.here.kind == "space":
            self._next += 1
        return self.here

    def wrong(self, slug: str, message: str, token: Token, *hints: str) -> None:
        """Notes a mistake at a token; at the end of the formula it is behind the last one."""
        if token is NOTHING and self._tokens:
            last = self._tokens[-1]
            token = Token(" ", last.at + len(last.text))
        mistake = Mistake(slug, message, token.at, max(len(token.text), 1), hints)
        self.mistakes.append(mistake)

    # Rows

    def lines(self) -> Cells:
        """The whole formula."""
        found = self.cells(())
        while (token := self.skip()) is not NOTHING:
            self.take()
            self._stray(token)
            found = (*found[:-1], (*found[-1], *self.cells(())[0]))
        return tuple(line for line in found if any(cell != EMPTY for cell in line))

    def cells(self, until: tuple[str, ...]) -> Cells:
        """Lines of cells up to one of these tokens, which stays."""
        found: list[tuple[Math, ...]] = []
        line: list[Math] = []
        while True:
            line.append(self.row((*until, "&", "\\\\", "\\cr")))
            token = self.skip()
            if token.text == "&":
                self.take()
                continue
            found.append(tuple(line))
            if token.text not in ("\\\\", "\\cr"):
                return tuple(found)
            self.take()
            self._gap()
            line = []

    def _gap(self) -> None:
        r"""The extra room that may be asked for behind a line's end: `\\[4pt]`."""
        if self.skip().text == "[":
            while self.here is not NOTHING and self.take().text != "]":
                pass

    def row(self, until: tuple[str, ...]) -> Math:
        """What stands up to one of these tokens, to a bracket that closes, or to the end."""
        found: list[Math] = []
        while (token := self.skip()) is not NOTHING:
            if token.text in until or token.text in ("}", "\\end", "\\right", "\\middle"):
                break
            found += self._item(token, bool(found))
        return letters.joined(found)

    def _item(self, token: Token, follows: bool) -> list[Math]:
        """The next thing with its scripts."""
        base = EMPTY if token.text in ("^", "_", "'") else self.atom()
        if base is None:
            return []
        limits: bool | None = None
        while self.skip().text in ("\\limits", "\\nolimits"):
            limits = self.take().text == "\\limits"
        if self.here.text not in ("^", "_", "'"):
            return [base]
        if base == EMPTY and not follows:
            self._hanging(token)
        return [self._scripts(base, limits)]

    def _hanging(self, token: Token) -> None:
        message = f"Nothing stands before `{token.text}`."
        self.wrong(
            "formula-script", message, token, f"type what it belongs to, as in x{token.text}2"
        )

    # Scripts

    def _scripts(self, base: Math, limits: bool | None) -> Math:
        sub: Math | None = None
        sup: Math | None = None
        while (token := self.skip()).text in ("^", "_", "'"):
            if token.text == "'":
                primes = self._primes()
                sup = primes if sup is None else letters.joined([sup, primes])
                continue
            self.take()
            known = sub if token.text == "_" else sup
            inner = self._small(token.text)
            if known is not None and not letters.primed(known):
                self._double(token)
            elif token.text == "_":
                sub = inner
            else:
                sup = inner if sup is None else letters.joined([sup, inner])
        return tree.Scripts(base, sub, sup, self._limited(base) if limits is None else limits)

    def _primes(self) -> Math:
        count = 0
        while self.skip().text == "'":
            self.take()
            count += 1
        return tree.Symbol("\u2032" * count, "ord")

    def _double(self, token: Token) -> None:
        place = "below" if token.text == "_" else "above"
        message = f"Two things stand {place} the same base."
        self.wrong(
            "formula-script",
            message,
            token,
            f"put braces around them: a{token.text}{{b{token.text}c}}",
        )

    def _limited(self, base: Math) -> bool:
        if isinstance(base, tree.Brace):
            return True
        if not isinstance(base, tree.Symbol) or not self.display:
            return False
        return (base.sort == "func" and base.text in c.LIMITS.values()) or (
            base.sort == "big" and base.text not in c.INTEGRALS
        )

    def _small(self, after: str) -> Math:
        """A script: one thing, or a group."""
        kept, self.display = self.display, False
        found = self.argument(after)
        self.display = kept
        return found

    # Things

    def argument(self, of: str) -> Math:
        """What a command needs behind it: one thing, or a group in braces."""
        token = self.skip()
        if token is NOTHING or token.text in ("}", "&", "\\\\", "^", "_", "\\right", "\\end"):
            message = f"Something is missing behind `{of}`."
            example = "x^{2}" if of == "^" else "x_{i}" if of == "_" else f"{of}{{…}}"
            self.wrong("formula-argument", message, token, f"type it in braces: {example}")
            return EMPTY
        if token.kind == "digits" and len(token.text) > 1:
            return self._digit(token)
        found = self.atom()
        return EMPTY if found is None else found

    def _digit(self, token: Token) -> Math:
        """Without braces a command takes one digit only."""
        rest = Token(token.text[1:], token.at + 1, "digits")
        self._tokens = (*self._tokens[: self._next], rest, *self._tokens[self._next + 1 :])
        return tree.Symbol(token.text[0], "number")

    def optional(self) -> Math | None:
        """What stands in square brackets, if they come next."""
        if self.skip().text != "[":
            return None
        self.take()
        found = self.row(("]",))
        self.expect("]")
        return found

    def word(self, of: str) -> str:
        """Plain text in braces."""
        if self.skip().text != "{":
            self.argument(of)
            return ""
        opening = self.take()
        depth, found = 1, ""
        while self.here is not NOTHING:
            token = self.take()
            depth += {"{": 1, "}": -1}.get(token.text, 0)
            if not depth:
                return found
            found += letters.plain(token.text)
        self.wrong(
            "formula-brace", "This brace is never closed.", opening, "type `}` where it ends"
        )
        return found

    def expect(self, text: str) -> bool:
        """Whether the next token is this one; it counts as read then, and is missed else."""
        if self.skip().text == text:
            self.take()
            return True
        self.wrong("formula-brace", f"`{text}` is missing here.", self.here, f"type `{text}`")
        return False

    def atom(self) -> Math | None:
        """One thing; None for what only spaces or sizes a line."""
        token = self.take()
        if token.text == "{":
            return self._group(token)
        if token.kind == "command":
            return command(self, token)
        if token.text in ("$", "#"):
            self._stray(token)
            return None
        return letters.sign(token.text)

    def _group(self, opening: Token) -> Math:
        if self._depth >= DEEP:
            self.wrong("formula-long", "So many braces inside each other can't be read.", opening)
            self._next = len(self._tokens)
            return EMPTY
        self._depth += 1
        found = self.row(())
        self._depth -= 1
        if self.skip().text == "}":
            self.take()
        elif self.here is NOTHING:
            message = "This brace is never closed."
            self.wrong("formula-brace", message, opening, "type `}` where it ends")
        if isinstance(found, tree.Symbol) and found.sort == "punct":
            return tree.Symbol(found.text, "number")  # `1{,}5` is one number
        return found

    def _stray(self, token: Token) -> None:
        """Something that has no business where it stands."""
        if token.text == "}":
            message, hint = "This brace closes nothing.", "take it out, or type `{` before it"
        elif token.text == "\\right":
            message, hint = "`\\right` has no `\\left` before it.", "type `\\left(` where it begins"
        elif token.text == "\\middle":
            message, hint = "`\\middle` stands in no `\\left … \\right`.", "take it out"
        elif token.text == "\\end":
            message, hint = "`\\end` has no `\\begin` before it.", "take it out"
        elif token.text == "$":
            message, hint = "No `$` is needed here: all of this is a formula.", "take it out"
        else:
            message = f"`{token.text}` means nothing here."
            hint = f"take it out, or type `\\{token.text}` for the sign"
        self.wrong("formula-stray", message, token, hint)

    def environment(self, token: Token) -> Math:
        r"""What stands between `\begin{…}` and `\end{…}`."""
        name = self.word("\\begin")
        if not is_environment(self, name, token):
            self._beyond()
            return EMPTY
        kept = self.display
        self.display = kept and name in c.ALIGNED | c.GATHERED | {"dcases"}
        found = grid(self, name)
        self.display = kept
        if self.skip().text != "\\end":
            message = f"`\\begin{{{name}}}` is never ended."
            self.wrong("formula-environment", message, token, f"type `\\end{{{name}}}`")
            return found
        ending = self.take()
        said = self.word("\\end")
        if said != name:
            message = f"`\\begin{{{name}}}` ends with `\\end{{{said}}}`."
            self.wrong("formula-environment", message, ending, f"type `\\end{{{name}}}`")
        return found

    def _beyond(self) -> None:
        """Goes on behind the end of an environment that is not known."""
        while self.here is not NOTHING:
            if self.take().text == "\\end":
                self.word("\\end")
                return

    def symbol(self, token: Token) -> Math | None:
        """A command that is the name of a sign."""
        sign = symbol(token.text[1:])
        if sign:
            return letters.sign(sign)
        from deckgen.formula.unknown import unknown

        self.mistakes.append(unknown(token))
        return None
