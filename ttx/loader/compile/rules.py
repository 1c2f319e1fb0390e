"""Rule packs: from their authored shape to rules by ``pack/rule``.

A rule that no ruling of the scenario names need not fit it: its conditions may speak of tracks
of another scenario, and then it is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ttx.adjudication import RuleFault, check_rule
from ttx.adjudication.gate import MANY_JUDGED
from ttx.expressions import parse
from ttx.loader.compile.context import Context
from ttx.loader.compile.notes import Notes
from ttx.loader.places import Path
from ttx.loader.schema import rules as authored
from ttx.model.conditions import When
from ttx.model.rules import Band, GateCondition, Modifier, ProcedureStep, Rule


def pack(given: authored.RulePack, name: str, used: Collection[str], ctx: Context) -> dict[str, Rule]:
    """The rules of a pack; ``ctx`` notes under the pack's own file. TTX230, TTX4xx."""
    if given.id != name:
        message = f"This pack is called {given.id}, and its file {name}.yaml."
        ctx.notes.say("TTX230", ("id",), message, "Give both the same name.")
    if given.format != authored.FORMAT:
        ctx.notes.say("TTX212", ("format",), f"This version of ttx reads format {authored.FORMAT}.")
    made = {}
    for key, each in given.rules.items():
        path: Path = ("rules", key)
        if f"{name}/{key}" not in used and not _readable(each, ctx):
            continue
        rule = _rule(f"{name}/{key}", each, path, ctx)
        notes = _of_what_was_written(ctx.notes, path)
        for fault in _faults(rule, each):
            notes.say(fault.code, (*path, *fault.path), fault.message)
        made[rule.id] = rule
    return made


def _faults(rule: Rule, given: authored.Rule) -> Iterator[RuleFault]:
    """Faults of a rule; a condition of a gate that cannot be read was noted and counts as read."""
    pairs = zip(rule.conditions, given.conditions, strict=True)
    lost = any(made.when is None and written.when is not None for made, written in pairs)
    return (f for f in check_rule(rule) if not (lost and f.code == MANY_JUDGED))


def _of_what_was_written(notes: Notes, path: Path) -> Notes:
    """Notes for a rule's faults; nobody reads them where another word stands in for a broken one."""
    return notes.beside((*path, "kind")).beside((*path, "decides"))


def _readable(given: authored.Rule, ctx: Context) -> bool:
    texts = [*(m.when for m in given.modifiers), *(c.when for c in given.conditions)]
    return all(isinstance(parse(text, ctx.scope), When) for text in texts if text is not None)


def _rule(name: str, given: authored.Rule, path: Path, ctx: Context) -> Rule:
    modifiers = tuple(
        Modifier(id=m.id, text=m.text, value=m.value, when=ctx.when(m.when, (*path, "modifiers", n, "when")))
        for n, m in enumerate(given.modifiers)
    )
    conditions = tuple(
        GateCondition(id=c.id, text=c.text, when=ctx.when(c.when, (*path, "conditions", n, "when")))
        for n, c in enumerate(given.conditions)
    )
    return Rule(
        id=name,
        kind=given.kind,
        title=given.title,
        text=given.text,
        results=dict(given.results),
        dice=given.dice,
        bands=tuple(Band(result=b.result, text=b.text, lo=b.from_, hi=b.to) for b in given.bands),
        modifiers=modifiers,
        umpire=(given.umpire[0], given.umpire[1]) if len(given.umpire) == 2 else (0, 0),
        steps=tuple(ProcedureStep(id=s.id, text=s.text, must=s.must) for s in given.steps),
        target=given.target,
        conditions=conditions,
        decides=given.decides,
        tie=given.tie,
    )
