"""An estimate: a word of likelihood, then a percentage inside the word's band, then 1d100.

Words and bands are those of Intelligence Community Directive 203, *Analytic Standards* (2 January
2015), D.6.e(2). Neighbouring bands share an end there, and so they do here. Word and number are
both recorded: readers differ widely on what a word alone means (field A6: Kent 1964).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ttx.adjudication.fixed import check_words
from ttx.adjudication.thrown import throw
from ttx.adjudication.values import Finding, Holds, Kind, Made, Odds, Refusal, RuleFault, Throw, Way
from ttx.dice import Dice
from ttx.model.rules import Rule

BANDS: Mapping[str, tuple[int, int]] = {
    "almost_no_chance": (1, 5),
    "very_unlikely": (5, 20),
    "unlikely": (20, 45),
    "roughly_even": (45, 55),
    "likely": (55, 80),
    "very_likely": (80, 95),
    "almost_certain": (95, 99),
}
"""Word -> least and greatest percentage, both ends included."""
DIE = Dice(1, 100)
HAPPENS, NOT = "happens", "not"


def results(_rule: Rule) -> tuple[str, ...]:
    """``happens`` and ``not``."""
    return (HAPPENS, NOT)


def spoken(word: str) -> str:
    """A word of likelihood as it is said: ``very likely``."""
    return word.replace("_", " ")


def ways(_rule: Rule, _holds: Holds) -> tuple[Way, ...]:
    """Two ways for each word, the ends of its band."""
    return tuple(
        Way(f"{spoken(word)}, {end} %", Made(word=word, percent=end), _odds(end))
        for word, band in BANDS.items()
        for end in band
    )


def rule_on(_rule: Rule, made: Made, _holds: Holds, source: Throw) -> Finding | Refusal:
    """It happens where the die is no more than the percentage."""
    band = BANDS.get(made.word)
    if band is None:
        known = ", ".join(spoken(word) for word in BANDS)
        return Refusal("word", f"Choose one of the words: {known}.")
    if made.percent is None or not band[0] <= made.percent <= band[1]:
        means = f"{spoken(made.word).capitalize()} means {band[0]} to {band[1]} %"
        return Refusal("percent", f"{means}: write a number in it, or take another word.")
    thrown = throw(DIE, made, source)
    if isinstance(thrown, Refusal):
        return thrown
    return Finding(
        result=HAPPENS if thrown.total <= made.percent else NOT,
        faces=thrown.faces,
        typed=thrown.typed,
        drawn=thrown.drawn,
        total=thrown.total,
        odds=_odds(made.percent),
    )


def _odds(percent: int) -> Odds:
    happens = Fraction(percent, DIE.sides)
    return ((HAPPENS, happens), (NOT, 1 - happens))


def check(rule: Rule) -> tuple[RuleFault, ...]:
    """Words for no result (TTX413)."""
    return check_words(rule, results(rule))


KIND = Kind(
    results=results,
    ways=ways,
    rule_on=rule_on,
    check=check,
    reads=frozenset({"results"}),
    takes=frozenset({"estimate", "faces"}),
    dice=lambda _rule: DIE,
)
