"""How outcomes are ruled: one module per kind of rule and one written-out registry."""

from ttx.adjudication.registry import KINDS, by_person, check_rule, dice_of, results, rule_on, ways
from ttx.adjudication.values import Finding, Holds, Made, Odds, Refusal, RuleFault, Way

__all__ = [
    "KINDS",
    "Finding",
    "Holds",
    "Made",
    "Odds",
    "Refusal",
    "RuleFault",
    "Way",
    "by_person",
    "check_rule",
    "dice_of",
    "results",
    "rule_on",
    "ways",
]
