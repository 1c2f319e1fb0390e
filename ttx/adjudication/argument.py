"""An argument: dice, and what speaks for it less what speaks against it, reach a target or do not.

The matrix game's way of ruling: an argument is something that happens and up to three reasons why;
others give up to three reasons against; here each reason counts one on two six-sided dice, and
seven or more succeeds (field A6: Engle 1992; the variant on 2d6 that PAXsims describes). Dice and
target are the author's. No reason weighs more than another: who finds that wrong overrules with a
reason.
"""

from __future__ import annotations

from fractions import Fraction

from ttx.adjudication.fixed import check_words
from ttx.adjudication.thrown import throw
from ttx.adjudication.values import Finding, Holds, Kind, Made, Odds, Refusal, RuleFault, Throw, Way
from ttx.dice import Dice, distribution, parse_spec
from ttx.model.rules import Rule
from ttx.model.words import Words

DICE = "2d6"
TARGET = 7
"""Dice and target of a rule that names none."""
MOST_REASONS = 3
"""Reasons that each side may bring (design 4.2)."""
HOLDS, FAILS = "holds", "fails"


def results(_rule: Rule) -> tuple[str, ...]:
    """``holds`` and ``fails``."""
    return (HOLDS, FAILS)


def dice_of(rule: Rule) -> Dice:
    """The dice that are thrown.

    Raises:
        ValueError: the rule names no dice, which ``check`` faults.
    """
    dice = parse_spec(rule.dice or DICE)
    if dice is None:
        raise ValueError(f"{rule.id} was not checked: no dice")
    return dice


def target_of(rule: Rule) -> int:
    """The least total that holds."""
    return TARGET if rule.target is None else rule.target


def ways(rule: Rule, _holds: Holds) -> tuple[Way, ...]:
    """One way for each net count of reasons, most first; a net of none is one reason each way."""
    nets = range(MOST_REASONS, -MOST_REASONS - 1, -1)
    return tuple(Way(f"net {net:+d}", _reasons(net), _odds(rule, net)) for net in nets)


def _reasons(net: int) -> Made:
    if net == 0:
        return Made(for_=_some(1), against=_some(1))
    return Made(for_=_some(max(net, 0)), against=_some(max(-net, 0)))


def _some(count: int) -> tuple[Words, ...]:
    return tuple(Words(f"reason {n}") for n in range(1, count + 1))


def rule_on(rule: Rule, made: Made, _holds: Holds, source: Throw) -> Finding | Refusal:
    """Whether dice and reasons reach the target."""
    if refused := _unfit(made):
        return refused
    thrown = throw(dice_of(rule), made, source)
    if isinstance(thrown, Refusal):
        return thrown
    net = len(made.for_) - len(made.against)
    total = thrown.total + net
    return Finding(
        result=HOLDS if total >= target_of(rule) else FAILS,
        faces=thrown.faces,
        typed=thrown.typed,
        drawn=thrown.drawn,
        total=total,
        odds=_odds(rule, net),
    )


def _unfit(made: Made) -> Refusal | None:
    if not made.for_ and not made.against:
        return Refusal("reasons", "An argument needs a reason: write at least one, for or against.")
    for side, given in (("for", made.for_), ("against", made.against)):
        if len(given) > MOST_REASONS:
            said = f"Each side has at most {MOST_REASONS} reasons; {side} has {len(given)}."
            return Refusal("reasons", f"{said} Keep the strongest.")
        if any(not reason.strip() for reason in given):
            return Refusal("reasons", "A reason is written in words; leave out what is empty.")
    return None


def _odds(rule: Rule, net: int) -> Odds:
    least = target_of(rule) - net
    holds = sum((c for total, c in distribution(dice_of(rule)).items() if total >= least), Fraction(0))
    return tuple((result, chance) for result, chance in ((HOLDS, holds), (FAILS, 1 - holds)) if chance)


def check(rule: Rule) -> tuple[RuleFault, ...]:
    """Dice that are none (TTX401), a target out of play (TTX409), words for no result (TTX413)."""
    dice = parse_spec(rule.dice or DICE)
    if dice is None:
        message = f"'{rule.dice}' names no dice: write 2d6 or 1d20+1, 1 to 20 dice of 2 to 1000 sides."
        return (RuleFault("TTX401", message, ("dice",)), *check_words(rule, results(rule)))
    least, greatest = dice.least - MOST_REASONS, dice.greatest + MOST_REASONS
    faults = check_words(rule, results(rule))
    if least < target_of(rule) <= greatest:
        return faults
    message = (
        f"{dice} and reasons come to {least} to {greatest}: a target of {target_of(rule)} "
        f"leaves nothing to the argument. Set one from {least + 1} to {greatest}."
    )
    return (RuleFault("TTX409", message, ("target",) if rule.target is not None else ("dice",)), *faults)


KIND = Kind(
    results=results,
    ways=ways,
    rule_on=rule_on,
    check=check,
    reads=frozenset({"results", "dice", "target"}),
    takes=frozenset({"reasons", "faces"}),
    dice=dice_of,
)
