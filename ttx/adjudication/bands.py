"""Bands of totals: none may overlap, and every total the dice can come to must lie in one."""

from __future__ import annotations

from math import inf

from ttx.adjudication.values import RuleFault
from ttx.dice import Dice
from ttx.model.rules import Band, Rule


def reachable(dice: Dice, rule: Rule) -> tuple[int, ...]:
    """Every total the rule can come to, rising: any conditional modifiers, any umpire's modifier."""
    sums = {0}
    for modifier in rule.modifiers:
        added = {each + modifier.value for each in sums}
        sums = added if modifier.when is None else sums | added
    least, greatest = rule.umpire
    totals: list[int] = []
    for each in sorted(sums):
        first = each + dice.least + least
        if totals:
            first = max(first, totals[-1] + 1)
        totals.extend(range(first, each + dice.greatest + greatest + 1))
    return tuple(totals)


def check_bands(bands: tuple[Band, ...], totals: tuple[int, ...]) -> tuple[RuleFault, ...]:
    """Bands that are the wrong way round or overlap, then the first totals in no band."""
    faults = [
        RuleFault("TTX402", f"This band ends ({band.hi}) before it begins ({band.lo}).", ("bands", n))
        for n, band in enumerate(bands)
        if _low(band) > _high(band)
    ]
    if faults or not bands:
        return tuple(faults)
    order = sorted(range(len(bands)), key=lambda n: (_low(bands[n]), _high(bands[n])))
    covered = -inf
    for first, here in enumerate(order):
        lo, hi = _low(bands[here]), _high(bands[here])
        if first and lo <= covered:
            message = f"This band overlaps another: {_stretch(lo, min(hi, covered))} in both."
            faults.append(RuleFault("TTX402", message, ("bands", here)))
        covered = max(covered, hi)
    return tuple(faults) or _gaps(tuple(bands[n] for n in order), totals)


def _gaps(rising: tuple[Band, ...], totals: tuple[int, ...]) -> tuple[RuleFault, ...]:
    missed: list[int] = []
    n = 0
    for total in totals:
        while n < len(rising) and total > _high(rising[n]):
            n += 1
        if n == len(rising) or total < _low(rising[n]):
            missed.append(total)
    if not missed:
        return ()
    last = missed[0]
    for total in missed[1:]:
        if total != last + 1:
            break
        last = total
    message = f"No band holds {_stretch(missed[0], last)}, which the dice and modifiers can come to."
    return (RuleFault("TTX403", message, ("bands",)),)


def _low(band: Band) -> float:
    return -inf if band.lo is None else band.lo


def _high(band: Band) -> float:
    return inf if band.hi is None else band.hi


def _stretch(lo: float, hi: float) -> str:
    if lo == hi:
        return f"a total of {lo}"
    if lo == -inf and hi == inf:
        return "all totals"
    if lo == -inf:
        return f"totals to {hi}"
    return f"totals from {lo}" if hi == inf else f"totals {lo} to {hi}"
