"""A table: dice and modifiers give a total, the band that holds the total gives the result.

A rule that passes ``check`` has exactly one band for every total it can come to.
"""

from __future__ import annotations

from fractions import Fraction

from ttx.adjudication.bands import check_bands, reachable
from ttx.adjudication.thrown import throw
from ttx.adjudication.values import Finding, Holds, Kind, Made, Odds, Refusal, RuleFault, Throw, Way
from ttx.dice import Dice, distribution, parse_spec
from ttx.model.rules import Rule

MOST_MODIFIER = 1000
MOST_MODIFIERS = 20
MOST_UMPIRE = 100


def results(rule: Rule) -> tuple[str, ...]:
    """The results of the bands, once each, in file order."""
    return tuple(dict.fromkeys(band.result for band in rule.bands))


def ways(rule: Rule, holds: Holds) -> tuple[Way, ...]:
    """One way for each modifier the umpire may add, least first."""
    least, greatest = rule.umpire
    if least == greatest == 0:
        return (Way("dice", Made(), _odds(rule, holds, 0)),)
    return tuple(
        Way(f"umpire {m:+d}", Made(umpire=m), _odds(rule, holds, m)) for m in range(least, greatest + 1)
    )


def rule_on(rule: Rule, made: Made, holds: Holds, source: Throw) -> Finding | Refusal:
    """The result of faces typed in, or of faces drawn from the seed."""
    dice = _dice(rule)
    least, greatest = rule.umpire
    if not least <= made.umpire <= greatest:
        allowed = f"{least:+d} to {greatest:+d}" if (least, greatest) != (0, 0) else "none"
        return Refusal("umpire", f"The umpire may add {allowed} under this rule, not {made.umpire:+d}.")
    thrown = throw(dice, made, source)
    if isinstance(thrown, Refusal):
        return thrown
    total = thrown.total + _added(rule, holds) + made.umpire
    return Finding(
        result=_band_of(rule, total),
        faces=thrown.faces,
        typed=thrown.typed,
        drawn=thrown.drawn,
        total=total,
        odds=_odds(rule, holds, made.umpire),
    )


def check(rule: Rule) -> tuple[RuleFault, ...]:
    """Everything wrong with a table."""
    faults: list[RuleFault] = []
    dice = parse_spec(rule.dice)
    if dice is None:
        message = f"'{rule.dice}' names no dice: write 2d6 or 1d20+1, 1 to 20 dice of 2 to 1000 sides."
        faults.append(RuleFault("TTX401", message, ("dice",)))
    if not rule.bands:
        faults.append(RuleFault("TTX405", "A table needs bands: totals and their results.", ("bands",)))
    bounds = _check_bounds(rule)
    sums = () if dice is None or bounds else reachable(dice, rule)
    return (*faults, *bounds, *check_bands(rule.bands, sums))


def _check_bounds(rule: Rule) -> tuple[RuleFault, ...]:
    faults: list[RuleFault] = []
    least, greatest = rule.umpire
    if least > greatest or max(abs(least), abs(greatest)) > MOST_UMPIRE:
        message = f"The umpire's bounds are written [least, greatest], at most {MOST_UMPIRE} either way."
        faults.append(RuleFault("TTX404", message, ("umpire",)))
    if len(rule.modifiers) > MOST_MODIFIERS:
        message = f"A table can have {MOST_MODIFIERS} modifiers; this has {len(rule.modifiers)}."
        faults.append(RuleFault("TTX404", message, ("modifiers",)))
    for n, modifier in enumerate(rule.modifiers):
        if abs(modifier.value) > MOST_MODIFIER:
            message = f"A modifier adds or takes at most {MOST_MODIFIER}."
            faults.append(RuleFault("TTX404", message, ("modifiers", n, "value")))
    return tuple(faults)


def _dice(rule: Rule) -> Dice:
    dice = parse_spec(rule.dice)
    if dice is None:
        raise ValueError(f"{rule.id} was not checked: no dice")
    return dice


def _added(rule: Rule, holds: Holds) -> int:
    return sum(m.value for m in rule.modifiers if m.when is None or holds(m.when))


def _odds(rule: Rule, holds: Holds, umpire: int) -> Odds:
    shift = _added(rule, holds) + umpire
    chances = dict.fromkeys(results(rule), Fraction(0))
    for total, chance in distribution(_dice(rule)).items():
        chances[_band_of(rule, total + shift)] += chance
    return tuple((result, chance) for result, chance in chances.items() if chance)


def _band_of(rule: Rule, total: int) -> str:
    for band in rule.bands:
        if (band.lo is None or band.lo <= total) and (band.hi is None or total <= band.hi):
            return band.result
    raise ValueError(f"{rule.id} was not checked: no band holds {total}")


KIND = Kind(
    results=results,
    ways=ways,
    rule_on=rule_on,
    check=check,
    reads=frozenset({"dice", "bands", "modifiers", "umpire"}),
    takes=frozenset({"umpire", "faces"}),
    dice=_dice,
)
