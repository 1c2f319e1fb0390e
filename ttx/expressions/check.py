"""Types: the author's tree against a ``Scope``, giving the closed tree of the model or faults.

Four kinds of thing meet here: words (choices, flags, answers, derived words), whole numbers
(scales, sums), truth values (injects, ``told``, comparisons, bare flags), and bare words, whose
meaning only the other side of a comparison can tell. All faults are gathered; a part that is
faulted is not faulted again for what follows from it.
"""

from __future__ import annotations

from itertools import pairwise

from ttx.expressions import names
from ttx.expressions.hints import did_you_mean, listed, shown
from ttx.expressions.names import Counting, Faults, Kind, Truth, Wordy
from ttx.expressions.scope import NO, YES, Scope
from ttx.expressions.syntax import Added, Among, Chain, How, Joined, Negated, Node, Number, Raw, Telling, Word
from ttx.frozen import dataclass
from ttx.model.conditions import Both, Compare, Condition, Constant, Not, OneOf, Sum

_ORDERING = ("<", "<=", ">", ">=")


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a comparison; ``kind`` None: a bare word; ``tree`` None besides: faulted."""

    node: Raw
    tree: Condition | None
    kind: Kind | None
    broken: bool = False


class Checker:
    """Reads one tree; what is wrong with it stands in ``faults``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self.faults = Faults()

    def truth(self, raw: Raw) -> Condition | None:
        """The tree of something that is true or false; None where it is faulted."""
        match raw:
            case Word():
                return self._bare_truth(raw)
            case Number() | Added():
                message = "A number is neither true nor false."
                self.faults.add("TTX308", raw, message, "Compare it: heat > 2.")
                return None
            case Telling():
                return names.telling(raw, self._scope, self.faults)
            case Negated():
                of = self.truth(raw.of)
                return None if of is None else Not(of, raw.at)
            case Joined():
                every = [self.truth(each) for each in raw.of]
                sound = tuple(each for each in every if each is not None)
                return Both(raw.how, sound, raw.at) if len(sound) == len(every) else None
            case Chain():
                return self._chain(raw)
            case Among():
                return self._among(raw)

    def _bare_truth(self, word: Word) -> Condition | None:
        found = names.reference(word, self._scope, self.faults)
        if found is None:
            names.unknown(word, self._scope, self.faults)
            return None
        tree, kind = found
        if isinstance(kind, Truth) or (isinstance(kind, Wordy) and kind.flag):
            return tree
        if isinstance(kind, Counting):
            hint = f"Compare it with a whole number from {kind.lo} to {kind.hi}: {word.text} > {kind.lo}."
        else:
            hint = f"Compare it with one of its values: {listed(kind.words)}."
        self.faults.add("TTX308", word, f"{shown(word.text)} alone is neither true nor false.", hint)
        return None

    def _chain(self, raw: Chain) -> Condition | None:
        sides = [self._side(each) for each in raw.operands]
        pairs = zip(pairwise(sides), raw.hows, strict=True)
        compared = [self._compare(left, how, right) for (left, right), how in pairs]
        sound = tuple(each for each in compared if each is not None)
        if len(sound) < len(compared):
            return None
        return sound[0] if len(sound) == 1 else Both("and", sound, raw.at)

    def _side(self, raw: Raw) -> _Side:
        match raw:
            case Word():
                found = names.reference(raw, self._scope, self.faults)
                if found is None:
                    return _Side(raw, None, None)
                return _Side(raw, *found)
            case Number():
                return _Side(raw, Constant(raw.value, raw.at), Counting(raw.value, raw.value))
            case Added():
                return self._sum(raw)
            case _:
                return self._no_truth(raw)

    def _no_truth(self, raw: Raw, inject: str = "") -> _Side:
        if inject:
            message = f"{inject} is an inject: true once released, and not compared."
            self.faults.add("TTX309", raw, message, f"Write {inject} alone, or not {inject}.")
        else:
            message = "This is true or false already and is not compared or added."
            self.faults.add("TTX309", raw, message, "Use it as it stands, or with not before it.")
        return _Side(raw, None, None, broken=True)

    def _sum(self, raw: Added) -> _Side:
        sides = (self._side(raw.left), self._side(raw.right))
        kinds = [self._number(side) for side in sides]
        left, right = kinds
        trees = tuple(side.tree for side in sides)
        if left is None or right is None or trees[0] is None or trees[1] is None:
            return _Side(raw, None, None, broken=True)
        plus = raw.how == "+"
        reach = Counting(
            left.lo + (right.lo if plus else -right.hi),
            left.hi + (right.hi if plus else -right.lo),
        )
        return _Side(raw, Sum(raw.how, trees[0], trees[1], raw.at), reach)

    def _number(self, side: _Side) -> Counting | None:
        if isinstance(side.kind, Counting):
            return side.kind
        if isinstance(side.kind, Truth):
            self._no_truth(side.node, side.kind.name)
        elif side.kind is None and not side.broken and isinstance(side.node, Word):
            names.unknown(side.node, self._scope, self.faults)
        elif isinstance(side.kind, Wordy):
            message = f"{side.kind.name} is a word, not a number: nothing can be added to it."
            self.faults.add("TTX310", side.node, message, "Only scales and whole numbers are added.")
        return None

    def _compare(self, left: _Side, how: How, right: _Side) -> Condition | None:
        left, right = _as_value(left, right), _as_value(right, left)
        for side in (left, right):
            if isinstance(side.kind, Truth):
                self._no_truth(side.node, side.kind.name)
        if left.broken or right.broken or isinstance(left.kind, Truth) or isinstance(right.kind, Truth):
            return None
        if left.kind is None or right.kind is None:
            return self._with_word(left, how, right)
        if isinstance(left.kind, Wordy) and isinstance(right.kind, Wordy):
            return self._two_wordy(left, left.kind, how, right, right.kind)
        if isinstance(left.kind, Counting) and isinstance(right.kind, Counting):
            return self._two_counting(left, left.kind, how, right, right.kind)
        return self._mixed(left, how, right)

    def _with_word(self, left: _Side, how: How, right: _Side) -> Condition | None:
        """A comparison with at least one bare word: a value, or a name that is not known."""
        word, other = (left, right) if left.kind is None else (right, left)
        if not isinstance(word.node, Word):
            return None
        if other.kind is None:
            self._two_bare(left, right)
            return None
        if isinstance(other.kind, Counting):
            self._no_number(word.node, other.kind)
            return None
        if isinstance(other.kind, Truth) or not self._unordered(other.node, other.kind.name, how):
            return None
        value = self.word_of(word.node, other.kind)
        if value is None or other.tree is None:
            return None
        return _compared(how, value, other.tree) if word is left else _compared(how, other.tree, value)

    def _two_bare(self, left: _Side, right: _Side) -> None:
        """Neither side is known: the one more like a name of the scenario is taken for one."""
        suspects = [side.node for side in (left, right) if isinstance(side.node, Word)]
        if suspects and not self.faults.full:
            like = [node for node in suspects if names.nearest_name(node, self._scope)]
            names.unknown((like or suspects)[0], self._scope, self.faults)

    def _no_number(self, word: Word, other: Counting) -> None:
        if self.faults.full:
            return
        if not other.name or names.nearest_name(word, self._scope):
            names.unknown(word, self._scope, self.faults)
            return
        message = f"{other.name} counts in whole numbers and is never {shown(word.text)}."
        self.faults.add("TTX307", word, message, f"It goes from {other.lo} to {other.hi}.")

    def _unordered(self, node: Node, name: str, how: How) -> bool:
        if how not in _ORDERING:
            return True
        message = f"{name} is a word and has no order: {how} needs scales or numbers."
        self.faults.add("TTX306", node, message, "Use == or !=, or in [a, b].")
        return False

    def word_of(self, node: Word | Number, owner: Wordy) -> Constant | None:
        """A written value as one of the words ``owner`` can be; None where it is not one."""
        if node.text in owner.words:
            return Constant(node.text, node.at)
        if self.faults.full:
            return None
        hint = did_you_mean(node.text, owner.words) or f"It is one of: {listed(owner.words)}."
        if owner.flag and node.text.casefold() in ("true", "false", "on", "off", "1", "0"):
            hint = f"A flag is {YES} or {NO}."
        self.faults.add("TTX305", node, f"{owner.name} is never {shown(node.text)}.", hint)
        return None

    def number_in(self, node: Number, reach: Counting) -> Constant | None:
        """A written number where ``reach`` comes to; None where it never does."""
        if reach.lo <= node.value <= reach.hi:
            return Constant(node.value, node.at)
        what = reach.name or "This sum"
        message = f"{what} goes from {reach.lo} to {reach.hi} and is never {node.text}."
        self.faults.add("TTX314", node, message)
        return None

    def _two_wordy(self, left: _Side, one: Wordy, how: How, right: _Side, two: Wordy) -> Condition | None:
        if self._ambiguous(left, two) or self._ambiguous(right, one):
            return None
        if not self._unordered(left.node, one.name, how):
            return None
        if not set(one.words) & set(two.words):
            message = f"{one.name} and {two.name} have no value in common."
            self.faults.add("TTX307", right.node, message, f"{one.name} is one of: {listed(one.words)}.")
            return None
        return _both(how, left, right)

    def _ambiguous(self, side: _Side, other: Wordy) -> bool:
        if not isinstance(side.node, Word) or side.node.text not in other.words:
            return False
        text = shown(side.node.text)
        message = f"{text} is a value of {other.name} and also the name of something else."
        self.faults.add("TTX319", side.node, message, "Rename one of the two, or write in [...].")
        return True

    def _two_counting(
        self, left: _Side, one: Counting, how: How, right: _Side, two: Counting
    ) -> Condition | None:
        if isinstance(left.node, Number) and isinstance(right.node, Number):
            message = "Two numbers are compared: this is always the same."
            self.faults.add("TTX307", left.node, message, "One side must be a scale.")
            return None
        for side, reach in ((left, two), (right, one)):
            if isinstance(side.node, Number) and self.number_in(side.node, reach) is None:
                return None
        return _both(how, left, right)

    def _mixed(self, left: _Side, how: How, right: _Side) -> Condition | None:
        """A word and a number: the number may be meant as the word it is written as."""
        wordy, count = (left, right) if isinstance(left.kind, Wordy) else (right, left)
        if not isinstance(wordy.kind, Wordy) or not isinstance(count.kind, Counting) or wordy.tree is None:
            return None
        if not isinstance(count.node, Number):
            message = f"{wordy.kind.name} is a word and {count.kind.name or 'this sum'} a number."
            hint = f"{wordy.kind.name} is one of: {listed(wordy.kind.words)}."
            self.faults.add("TTX307", count.node, message, hint)
            return None
        if not self._unordered(wordy.node, wordy.kind.name, how):
            return None
        value = self.word_of(count.node, wordy.kind)
        if value is None:
            return None
        return _compared(how, value, wordy.tree) if count is left else _compared(how, wordy.tree, value)

    def _among(self, raw: Among) -> Condition | None:
        side = self._side(raw.left)
        if isinstance(side.kind, Truth):
            side = self._no_truth(raw.left, side.kind.name)
        if side.broken:
            return None
        if side.kind is None or side.tree is None or isinstance(raw.left, Number):
            if isinstance(raw.left, Word):
                names.unknown(raw.left, self._scope, self.faults)
            else:
                self.faults.add("TTX307", raw.left, "Before in stands a track or a decision.")
            return None
        values = [self._listed(node, side.kind) for node in raw.values]
        self._repeated(raw)
        sound = tuple(value for value in values if value is not None)
        return OneOf(side.tree, sound, raw.at) if len(sound) == len(values) else None

    def _listed(self, node: Word | Number, kind: Kind) -> Constant | None:
        if isinstance(kind, Wordy):
            return self.word_of(node, kind)
        if isinstance(kind, Truth):
            return None
        if isinstance(node, Number):
            return self.number_in(node, kind)
        message = f"{kind.name or 'This sum'} is a whole number and is never {shown(node.text)}."
        self.faults.add("TTX307", node, message, f"It goes from {kind.lo} to {kind.hi}.")
        return None

    def _repeated(self, raw: Among) -> None:
        seen: set[str | int] = set()
        for node in raw.values:
            value = node.value if isinstance(node, Number) else node.text
            if value in seen:
                self.faults.add("TTX318", node, f"{shown(node.text)} stands in the list twice.")
            seen.add(value)


def _as_value(side: _Side, other: _Side) -> _Side:
    """A name that also is a value of the other side, where only the value makes sense."""
    if not isinstance(side.node, Word) or side.kind is None or not isinstance(other.kind, Wordy):
        return side
    if side.node.text not in other.kind.words:
        return side
    comparable = isinstance(side.kind, Wordy) and set(side.kind.words) & set(other.kind.words)
    return side if comparable else _Side(side.node, None, None)


def _both(how: How, left: _Side, right: _Side) -> Condition | None:
    if left.tree is None or right.tree is None:
        return None
    return _compared(how, left.tree, right.tree)


def _compared(how: How, left: Condition, right: Condition) -> Compare:
    return Compare(how, left, right, left.at)
