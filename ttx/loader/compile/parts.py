"""Links, rulings and consequences: the parts that injects, decisions and options share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ttx.loader.compile.context import Context
from ttx.loader.places import Path
from ttx.loader.schema import steps as authored
from ttx.model.parts import Consequence, ImpliedContact, Link, RulingSpec


def links(given: Iterable[authored.Link], path: Path, ctx: Context) -> tuple[Link, ...]:
    """Links with their cells resolved; whether their target exists is asked by ``checks``."""
    return tuple(_link(each, (*path, n), ctx) for n, each in enumerate(given))


def _link(given: authored.Link, path: Path, ctx: Context) -> Link:
    if (given.commitment is None) == (given.sentence is None):
        message = "A link names either a commitment or a sentence."
        ctx.notes.say("TTX226", path, message, "Write commitment: SCM53-05a, or sentence: SCM53:16.5.")
    return Link(
        target=given.commitment or given.sentence or "",
        bearing=given.bearing,
        relies=given.relies,
        cells=ctx.names.cell_list(given.cells, (*path, "cells")),
        if_=given.if_,
        part=given.part,
        extent=given.extent,
        by=given.by,
        contested=given.contested,
        because=given.because,
    )


def contacts(given: Iterable[authored.Contact], path: Path, ctx: Context) -> tuple[ImpliedContact, ...]:
    """Contacts between cells, their seats (``cell/seat``) and voices."""
    for n, each in enumerate(given):
        for key, name in (("from", each.from_), ("to", each.to)):
            party = name.partition("/")[0]
            ctx.names.known("cell or voice", party, ctx.names.parties, (*path, n, key))
    return tuple(ImpliedContact(each.from_, each.to, each.line) for each in given)


def consequence(given: authored.Consequence, path: Path, ctx: Context) -> Consequence:
    """Effects and the injects that become due."""
    return Consequence(
        effects=ctx.effects(given.effects, (*path, "effects")),
        deliver=ctx.names.several("inject", given.deliver, ctx.names.injects, (*path, "deliver")),
        text=given.text,
    )


def ruling(given: authored.Ruling | None, path: Path, ctx: Context) -> RulingSpec | None:
    """The rule of a ruling and what its results bring."""
    if given is None:
        return None
    if given.rule not in ctx.rules and given.rule.partition("/")[0] not in ctx.lost_packs:
        ctx.notes.unknown("rule", given.rule, ctx.rules, (*path, "rule"), _pack_hint(given.rule, ctx.rules))
    outcomes = {
        result: consequence(each, (*path, "outcomes", result), ctx) for result, each in given.outcomes.items()
    }
    return RulingSpec(given.rule, outcomes)


def _pack_hint(name: str, rules: Mapping[str, object]) -> str:
    pack, slash, _ = name.partition("/")
    if not slash:
        return "A rule is named pack/rule, as in room/consensus."
    packs = {rule.partition("/")[0] for rule in rules}
    return "" if pack in packs else f"Add {pack} to rulepacks, if there is a pack of that name."
