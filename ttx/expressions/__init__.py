"""Conditions and effects: tokens, parser, types, evaluation."""

from ttx.expressions.conditions import parse
from ttx.expressions.effects import parse_effect
from ttx.expressions.evaluate import Leaf, evaluate, leaves
from ttx.expressions.scope import DecisionType, Fault, Reading, Scope, TrackType
from ttx.expressions.show import show

__all__ = [
    "DecisionType",
    "Fault",
    "Leaf",
    "Reading",
    "Scope",
    "TrackType",
    "evaluate",
    "leaves",
    "parse",
    "parse_effect",
    "show",
]
