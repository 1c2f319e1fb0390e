"""The grammar: tokens into a tree of the author's own words, by binding powers (Pratt, 1973).

Nothing is looked up here. Depth is bounded while the tree is built, so that everything that
walks it may recurse. The first fault of the grammar ends the reading.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from ttx.expressions.hints import shown
from ttx.expressions.scope import DEEPEST, LARGEST_NUMBER, Fault
from ttx.expressions.tokens import Token, tokenize
from ttx.frozen import dataclass

How: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">="]

_NOT = 30
_POWER = {"or": 10, "and": 20, "in": 40, "+": 50, "-": 50}
_COMPARES: dict[str, How] = {"==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_POWER |= dict.fromkeys(_COMPARES, 40)
_JOINING: dict[str, Literal["and", "or"]] = {"and": "and", "or": "or"}
_ADDING: dict[str, Literal["+", "-"]] = {"+": "+", "-": "-"}
KEYWORDS = frozenset({"and", "or", "not", "in"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A stretch of the text (0-based offset, length) and the levels of nesting in it."""

    at: int
    length: int
    depth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Node):
    """A name."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Node):
    """A whole number; ``text`` as it was written."""

    text: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(Node):
    """``told(teller, told) before DECISION``."""

    teller: Word
    told: Word
    before: Word | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Negated(Node):
    """``not of``."""

    of: Raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(Node):
    """``a and b and c``, or with ``or``."""

    how: Literal["and", "or"]
    of: tuple[Raw, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain(Node):
    """``a < b <= c``: two or more operands, one comparison fewer."""

    operands: tuple[Raw, ...]
    hows: tuple[How, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Among(Node):
    """``left in [a, b]``."""

    left: Raw
    values: tuple[Word | Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(Node):
    """``left + right``."""

    how: Literal["+", "-"]
    left: Raw
    right: Raw


Raw: TypeAlias = Word | Number | Telling | Negated | Joined | Chain | Among | Added


class UnreadableError(Exception):
    """Carries the one fault at which the grammar gives up; caught by ``read``."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def read(text: str) -> Raw | tuple[Fault, ...]:
    """The tree of a condition's text, or what cannot be read in it."""
    cut = tokenize(text)
    tokens = tuple(t for t in cut if isinstance(t, Token))
    if len(tokens) != len(cut):
        return tuple(f for f in cut if isinstance(f, Fault))
    try:
        return _Parser(tokens).whole()
    except UnreadableError as unreadable:
        return (unreadable.fault,)


def number_of(token: Token) -> Number:
    """A number token as a node.

    Raises:
        UnreadableError: the number is larger than any scale.
    """
    value = int(token.text)
    if abs(value) > LARGEST_NUMBER:
        raise UnreadableError(
            Fault("TTX303", f"The number {token.text} is too large.", token.at, token.length)
        )
    return Number(at=token.at, length=token.length, text=token.text, value=value)


class _Parser:
    """Reads tokens from left to right; each level of calls is a level of nesting."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._next = 0

    def whole(self) -> Raw:
        if self._peek().kind == "end":
            raise UnreadableError(Fault("TTX302", "There is no condition here.", 0, 1))
        tree = self._expression(0, 1)
        if self._peek().kind != "end":
            raise self._leftover()
        return tree

    def _peek(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._peek()
        self._next += token.kind != "end"
        return token

    def _expression(self, floor: int, level: int) -> Raw:
        if level > DEEPEST:
            raise _too_deep(self._peek().at, self._peek().length)
        left = self._prefix(level)
        while left.depth <= DEEPEST:
            if self._power() <= floor:
                return left
            left = self._infix(left, level)
        raise _too_deep(left.at, left.length)

    def _power(self) -> int:
        token = self._peek()
        return _POWER.get(token.text, 0) if token.kind in ("name", "sign") else 0

    def _prefix(self, level: int) -> Raw:
        token = self._take()
        if token.kind == "number":
            return number_of(token)
        if token.is_("("):
            return self._group(token, level)
        if token.is_("not"):
            of = self._expression(_NOT, level + 1)
            return Negated(of=of, depth=of.depth + 1, **_from(token.at, of))
        if token.is_("told") and self._peek().is_("("):
            return self._telling(token)
        if token.kind == "name" and token.text not in KEYWORDS:
            return _word(token)
        raise self._no_operand(token)

    def _group(self, opened: Token, level: int) -> Raw:
        inside = self._expression(0, level + 1)
        if not self._peek().is_(")"):
            if self._peek().kind == "end":
                raise UnreadableError(Fault("TTX302", "This bracket is never closed.", opened.at, 1))
            raise self._leftover()
        self._take()
        return inside

    def _infix(self, left: Raw, level: int) -> Raw:
        operator = self._peek().text
        if operator in _JOINING:
            return self._joined(left, _JOINING[operator], level)
        if operator in _ADDING:
            self._take()
            right = self._expression(_POWER[operator], level + 1)
            depth = max(left.depth, right.depth) + 1
            return Added(how=_ADDING[operator], left=left, right=right, depth=depth, **_from(left.at, right))
        return self._among(left) if operator == "in" else self._chain(left, level)

    def _joined(self, left: Raw, how: Literal["and", "or"], level: int) -> Raw:
        of = [left]
        while self._peek().is_(how):
            self._take()
            of.append(self._expression(_POWER[how], level + 1))
        depth = max(each.depth for each in of) + 1
        return Joined(how=how, of=tuple(of), depth=depth, **_from(left.at, of[-1]))

    def _chain(self, left: Raw, level: int) -> Raw:
        operands = [left]
        hows: list[How] = []
        while self._peek().is_(*_COMPARES):
            hows.append(_COMPARES[self._take().text])
            operands.append(self._expression(_POWER["=="], level + 1))
        depth = max(each.depth for each in operands) + (2 if len(hows) > 1 else 1)
        last = operands[-1]
        return Chain(operands=tuple(operands), hows=tuple(hows), depth=depth, **_from(left.at, last))

    def _among(self, left: Raw) -> Raw:
        self._take()
        self._expect("[", "After in comes a list in square brackets.", "Write x in [a, b].")
        values = [self._listed_value()]
        while self._peek().is_(","):
            self._take()
            values.append(self._listed_value())
        closed = self._expect("]", "The list is not closed here.", "Put , between values and ] at the end.")
        length = closed.at + closed.length - left.at
        return Among(left=left, values=tuple(values), at=left.at, length=length, depth=left.depth + 1)

    def _listed_value(self) -> Word | Number:
        token = self._take()
        if token.kind == "number":
            return number_of(token)
        if token.kind == "name" and token.text not in KEYWORDS:
            return _word(token)
        hint = "A list holds words and whole numbers: x in [a, b]."
        message = "A value is missing in the list."
        raise UnreadableError(Fault("TTX302", message, token.at, token.length, hint))

    def _telling(self, keyword: Token) -> Raw:
        how = "Write told(a, b): a told b."
        self._expect("(", "told names two parties in brackets.", how)
        teller = self._name("told needs the party that tells.", how)
        self._expect(",", "told names two parties with a comma between.", how)
        told = self._name("told needs the party that is told.", how)
        last = self._expect(")", "told names two parties, then the bracket closes.", how)
        before = None
        if self._peek().is_("before"):
            self._take()
            last = self._peek()
            before = self._name("A decision is missing after before.", "Write told(a, b) before D-02.")
        length = last.at + last.length - keyword.at
        return Telling(teller=teller, told=told, before=before, at=keyword.at, length=length)

    def _name(self, message: str, hint: str) -> Word:
        token = self._peek()
        if token.kind != "name":
            raise UnreadableError(Fault("TTX302", message, token.at, token.length, hint))
        return _word(self._take())

    def _expect(self, sign: str, message: str, hint: str) -> Token:
        token = self._peek()
        if not token.is_(sign):
            raise UnreadableError(Fault("TTX302", message, token.at, token.length, hint))
        return self._take()

    def _no_operand(self, token: Token) -> UnreadableError:
        if token.kind == "end":
            message = f"Something is missing after {shown(self._tokens[-2].text)}."
        elif token.is_("-"):
            message = "A minus stands here with nothing before it to take from."
            hint = "A number below zero is written without a space: -1."
            return UnreadableError(Fault("TTX302", message, token.at, token.length, hint))
        else:
            message = f"A name or a number is missing before {shown(token.text)}."
        return UnreadableError(Fault("TTX302", message, token.at, token.length))

    def _leftover(self) -> UnreadableError:
        token, before = self._peek(), self._tokens[self._next - 1]
        message = f"{shown(token.text)} cannot stand after {shown(before.text)}."
        return UnreadableError(Fault("TTX302", message, token.at, token.length, _joining(token, before)))


def _joining(token: Token, before: Token) -> str:
    """What an author may have left out, or spelt otherwise, before ``token``."""
    if token.text == "=":
        return "Write == to compare."
    if token.text == "before":
        return "Only told(a, b) can be followed by before."
    if before.text == "told" and token.kind == "name":
        return "Write told(a, b): a told b."
    if token.text == ")":
        return "There is no bracket open here."
    if token.text.casefold() in KEYWORDS and token.kind == "name":
        return f"Write {token.text.casefold()} in small letters." if token.text not in KEYWORDS else ""
    if token.kind == "number" and token.text.startswith("-"):
        return f"A minus has a space on both sides: {before.text} - {token.text[1:]}."
    if before.text.casefold() == "not" and token.kind == "name":
        return "Write not in small letters."
    return "Join them with and, or, == or another operator." if token.kind in ("name", "number") else ""


def _word(token: Token) -> Word:
    return Word(at=token.at, length=token.length, text=token.text)


def _too_deep(at: int, length: int) -> UnreadableError:
    hint = "Name a part of it under derived and use that name."
    return UnreadableError(
        Fault("TTX303", f"This is nested more than {DEEPEST} levels deep.", at, length, hint)
    )


def _from(at: int, last: Raw) -> dict[str, int]:
    """Place of a node that begins at ``at`` and ends with ``last``."""
    return {"at": at, "length": last.at + last.length - at}
