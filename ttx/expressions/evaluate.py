"""What a checked tree says of a moment of play, and which names it reads.

Trees come from ``parse``: types are settled, depth is bounded, so nothing is checked again. A
tree that no text gives is a bug and raises.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ttx.expressions.scope import YES, Reading
from ttx.frozen import replace
from ttx.model.conditions import (
    AnswerRef,
    Both,
    Compare,
    Condition,
    Constant,
    InjectRef,
    Not,
    OneOf,
    Sum,
    Told,
    TrackRef,
)

Leaf: TypeAlias = TrackRef | AnswerRef | InjectRef | Told


def evaluate(tree: Condition, reading: Reading) -> bool:
    """Whether the condition holds; ``and`` and ``or`` read no further than they must.

    Raises:
        TypeError: the tree is no truth value (no text parses to such a tree).
    """
    match tree:
        case TrackRef(name):
            return reading.track(name) == YES
        case InjectRef(inject):
            return reading.released(inject)
        case Told(teller, told, before):
            return reading.told(teller, told, before)
        case Not(of):
            return not evaluate(of, reading)
        case Both("and", of):
            return all(evaluate(each, reading) for each in of)
        case Both(_, of):
            return any(evaluate(each, reading) for each in of)
        case Compare():
            return _compare(tree, reading)
        case OneOf(left, values):
            value = _value(left, reading)
            return any(value == _value(each, reading) for each in values)
        case Constant() | AnswerRef() | Sum():
            raise TypeError(f"no truth value: {tree}")


def _compare(tree: Compare, reading: Reading) -> bool:
    left, right = _value(tree.left, reading), _value(tree.right, reading)
    match tree.how:
        case "==":
            return left == right
        case "!=":
            return left != right
        case _:
            return _in_order(tree.how, _number(left), _number(right))


def _in_order(how: str, left: int, right: int) -> bool:
    if how in ("<", ">"):
        return left < right if how == "<" else left > right
    return left <= right if how == "<=" else left >= right


def _value(tree: Condition, reading: Reading) -> int | str:
    match tree:
        case Constant(value):
            return value
        case TrackRef(name):
            return reading.track(name)
        case AnswerRef(decision, cell):
            return reading.answer(decision, cell)
        case Sum(how, left, right):
            one, two = _number(_value(left, reading)), _number(_value(right, reading))
            return one + two if how == "+" else one - two
        case _:
            raise TypeError(f"no value: {tree}")


def _number(value: int | str) -> int:
    if isinstance(value, str):
        raise TypeError(f"no number: {value}")
    return value


def leaves(tree: Condition) -> tuple[Leaf, ...]:
    """Every name the condition reads, once each, in the order first met, without places."""
    return tuple(dict.fromkeys(replace(leaf, at=0) for leaf in _leaves(tree)))


def _leaves(tree: Condition) -> Iterator[Leaf]:
    match tree:
        case TrackRef() | AnswerRef() | InjectRef() | Told():
            yield tree
        case Not(of):
            yield from _leaves(of)
        case Both(_, several):
            for each in several:
                yield from _leaves(each)
        case Compare(_, left, right) | Sum(_, left, right):
            yield from _leaves(left)
            yield from _leaves(right)
        case OneOf(left, _):
            yield from _leaves(left)
        case Constant():
            return
