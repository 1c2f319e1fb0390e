"""Every kind of rule by name, and what is the same for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ttx.adjudication import argument, consensus, estimate, gate, procedure, table, umpire, vote
from ttx.adjudication.values import Finding, Holds, Kind, Made, Refusal, RuleFault, Throw, Way
from ttx.dice import Dice
from ttx.model.rules import Rule, RuleKind

KINDS: Mapping[RuleKind, Kind] = {
    "table": table.KIND,
    "argument": argument.KIND,
    "estimate": estimate.KIND,
    "procedure": procedure.KIND,
    "gate": gate.KIND,
    "vote": vote.KIND,
    "consensus": consensus.KIND,
    "umpire": umpire.KIND,
}

_NO_BOUNDS = (0, 0)


def results(rule: Rule) -> tuple[str, ...]:
    """The results a rule can give, in its own order."""
    return KINDS[rule.kind].results(rule)


def ways(rule: Rule, holds: Holds) -> tuple[Way, ...]:
    """What people may choose in a ruling, each with the exact chance of every result.

    Raises:
        ValueError: a table that ``check_rule`` faults.
    """
    return KINDS[rule.kind].ways(rule, holds)


def dice_of(rule: Rule) -> Dice | None:
    """The dice a rule throws; None where it throws none.

    Raises:
        ValueError: dice that ``check_rule`` faults.
    """
    return KINDS[rule.kind].dice(rule)


def by_person(rule: Rule) -> bool:
    """Whether a person gives the result and the program records it."""
    return KINDS[rule.kind].by_person(rule)


def rule_on(rule: Rule, made: Made, holds: Holds, seed: bytes, index: int) -> Finding | Refusal:
    """What the rule gives on what people brought, or why it cannot be ruled on.

    Args:
        rule: the rule, as ``check_rule`` passes it.
        made: what people bring; which of it, the kind says.
        holds: whether a condition holds here.
        seed: the secret of the session file.
        index: number of the next die, 0-based over all dice of the file.

    Raises:
        ValueError: a table that ``check_rule`` faults.
    """
    kind = KINDS[rule.kind]
    return _beside_the_point(kind, made) or kind.rule_on(rule, made, holds, Throw(seed, index))


def _beside_the_point(kind: Kind, made: Made) -> Refusal | None:
    """A refusal where people brought what this kind of rule has no use for."""
    if made.result is not None and "result" not in kind.takes:
        return Refusal("result", "This rule finds its own result; another one is the umpire's overrule.")
    if made.ticks and "ticks" not in kind.takes:
        return Refusal("ticks", "This rule has nothing to tick.")
    if (made.for_ or made.against) and "reasons" not in kind.takes:
        return Refusal("reasons", "This rule weighs no reasons; write yours beside the ruling.")
    if (made.word or made.percent is not None) and "estimate" not in kind.takes:
        return Refusal("word", "This rule asks for no likelihood.")
    if made.votes and "votes" not in kind.takes:
        return Refusal("votes", "This rule counts no votes.")
    if made.umpire and "umpire" not in kind.takes:
        return Refusal("umpire", "This rule has no dice for the umpire to add to.")
    if made.faces and "faces" not in kind.takes:
        return Refusal("faces", "This rule throws no dice.")
    return None


def check_rule(rule: Rule) -> tuple[RuleFault, ...]:
    """Everything wrong with a rule: TTX401 to TTX413."""
    kind = KINDS[rule.kind]
    doubled = (
        *_doubled((m.id for m in rule.modifiers), "modifiers"),
        *_doubled((s.id for s in rule.steps), "steps"),
        *_doubled((c.id for c in rule.conditions), "conditions"),
    )
    return (*kind.check(rule), *doubled, *_unread(rule, kind))


def _doubled(ids: Iterable[str], where: str) -> tuple[RuleFault, ...]:
    seen: set[str] = set()
    faults: list[RuleFault] = []
    for n, each in enumerate(ids):
        if each in seen:
            message = f"'{each}' stands twice among the {where}."
            faults.append(RuleFault("TTX407", message, (where, n, "id")))
        seen.add(each)
    return tuple(faults)


def _unread(rule: Rule, kind: Kind) -> tuple[RuleFault, ...]:
    """Parts that are written but play no role in a rule of this kind."""
    written = {
        "results": bool(rule.results),
        "dice": bool(rule.dice),
        "bands": bool(rule.bands),
        "modifiers": bool(rule.modifiers),
        "umpire": rule.umpire != _NO_BOUNDS,
        "steps": bool(rule.steps),
        "target": rule.target is not None,
        "conditions": bool(rule.conditions),
        "decides": bool(rule.decides),
        "tie": bool(rule.tie),
    }
    return tuple(
        RuleFault("TTX408", f"A rule of kind {rule.kind} has no use for {part}.", (part,))
        for part, present in written.items()
        if present and part not in kind.reads
    )
