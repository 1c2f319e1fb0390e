"""A text cut into tokens, each with its place. Names are read as long as possible.

Every character is looked at once, so time is linear in the length of the text. A text with a
sign the language has not gives faults, all of them at once, and no tokens.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from ttx.expressions.hints import shown
from ttx.expressions.scope import LARGEST_NUMBER, LONGEST_TEXT, MOST_FAULTS, Fault
from ttx.frozen import dataclass

_SIGNS = frozenset(("==", "!=", "<=", ">=", "+=", "-=", "<", ">", "=", "+", "(", ")", "[", "]", ","))
_MISTAKEN = {
    "===": "==",
    "!==": "!=",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    "&&": "and",
    "||": "or",
    "&": "and",
    "|": "or",
    "!": "not",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
}
_QUOTES = "\"'`\u2018\u2019\u201c\u201d"


@dataclass(frozen=True, slots=True)
class Token:
    """A name (NFC), a whole number, a sign, or the end of the text; ``at`` is 0-based."""

    kind: Literal["name", "number", "sign", "end"]
    text: str
    at: int
    length: int

    def is_(self, *texts: str) -> bool:
        """Whether it is one of these signs or words."""
        return self.kind in ("name", "sign") and self.text in texts


def tokenize(text: str) -> tuple[Token, ...] | tuple[Fault, ...]:
    """The tokens of a text, the last of them its end; or everything that cannot be read."""
    if len(text) > LONGEST_TEXT:
        over = len(text) - LONGEST_TEXT
        message = f"This is {len(text)} characters long; at most {LONGEST_TEXT} can be read."
        hint = "Split it, or name a part of it under derived."
        return (Fault("TTX303", message, LONGEST_TEXT, over, hint),)
    tokens: list[Token] = []
    faults: list[Fault] = []
    at = 0
    while at < len(text) and len(faults) < MOST_FAULTS:
        if text[at].isspace():
            at += 1
            continue
        token = _next(text, at)
        if isinstance(token, Fault):
            faults.append(token)
            at = token.offset + token.length
        else:
            tokens.append(token)
            at += token.length
    return tuple(faults) or (*tokens, Token("end", "", len(text.rstrip()), 1))


def _next(text: str, at: int) -> Token | Fault:
    first = text[at]
    if in_name(first) and first not in "-.":
        return _name(text, at)
    if first == "-":
        return _minus(text, at)
    for width in (3, 2, 1):
        sign = text[at : at + width]
        if sign in _SIGNS:
            return Token("sign", sign, at, len(sign))
        if sign in _MISTAKEN:
            return Fault("TTX301", f"There is no {sign} here.", at, len(sign), f"Write {_MISTAKEN[sign]}.")
    return _stray(text, at)


def in_name(char: str) -> bool:
    """Whether a character can stand in a name: a letter or mark of any script, a digit, ``_ - .``."""
    category = unicodedata.category(char)
    return char in "_-." or category[0] in "LM" or category == "Nd"


def _name(text: str, at: int) -> Token | Fault:
    end = at
    while end < len(text) and in_name(text[end]):
        end += 1
    word = text[at:end]
    if word.isascii() and word.isdigit():
        return _number(word, at)
    return Token("name", unicodedata.normalize("NFC", word), at, end - at)


def _number(digits: str, at: int) -> Token | Fault:
    if len(digits) > len(str(LARGEST_NUMBER)) + 1:
        return Fault("TTX303", f"The number {shown(digits)} is too large.", at, len(digits))
    return Token("number", digits, at, len(digits))


def _minus(text: str, at: int) -> Token | Fault:
    """A minus: a sign between spaces, ``-=``, or the beginning of a number below zero."""
    end = at + 1
    if text.startswith("-=", at):
        return Token("sign", "-=", at, 2)
    if end == len(text) or text[end].isspace():
        return Token("sign", "-", at, 1)
    while end < len(text) and in_name(text[end]):
        end += 1
    digits = text[at + 1 : end]
    if digits.isascii() and digits.isdigit():
        number = _number(digits, at + 1)
        return number if isinstance(number, Fault) else Token("number", f"-{digits}", at, end - at)
    hint = "Write a - b with a space on both sides, or -1 for a number below zero."
    return Fault("TTX301", "A name cannot begin with a minus.", at, end - at, hint)


def _stray(text: str, at: int) -> Fault:
    char = text[at]
    if char in _QUOTES:
        return Fault("TTX301", "Words stand without quotes here.", at, 1, "Take the quotes away.")
    if char == ".":
        return Fault("TTX301", "A name cannot begin with a dot.", at)
    if not char.isprintable():
        message = f"An invisible character (U+{ord(char):04X}) stands here."
        return Fault("TTX301", message, at, 1, "Delete it and type the place again.")
    hint = "Conditions have names, whole numbers, and or not in, == != < <= > >=, + and -, ( ) [ ]."
    return Fault("TTX301", f"The sign {char} has no meaning here.", at, 1, hint)
