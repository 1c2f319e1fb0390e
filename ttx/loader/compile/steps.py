"""Injects and decisions: what a phase is made of."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Literal, TypeAlias

from ttx.loader.compile import parts
from ttx.loader.compile.context import Context
from ttx.loader.compile.names import LEAD
from ttx.loader.places import Path
from ttx.loader.schema import steps as authored
from ttx.model.parts import CodingEntry, Decision, Inject, Option, WriteFirst

Mode: TypeAlias = Literal["single", "each", "joint", "each_then_joint", "lead"]

_MODES: dict[str, Mode] = {"each": "each", "joint": "joint", "each_then_joint": "each_then_joint"}
_MODE_HINT = "Write each, joint, each_then_joint or lead(CELL)+concur."


def inject(given: authored.Inject, path: Path, ctx: Context, *, phase: str, phase_at: int | None) -> Inject:
    """An inject; ``T+h:mm`` counts from ``phase_at``."""
    if given.voice is not None:
        ctx.names.known("voice", given.voice, ctx.names.voices, (*path, "voice"))
    return Inject(
        id=given.id,
        phase=phase,
        kind=given.kind,
        at=ctx.time(given.at, (*path, "at"), phase_at),
        minutes=given.minutes,
        to=ctx.names.cell_list(given.to, (*path, "to")),
        from_=given.from_,
        voice=given.voice,
        channel=given.channel,
        title=given.title,
        text=given.text,
        handling=given.handling,
        expected=given.expected,
        objectives=_objectives(given.objectives, path, ctx),
        notes=given.notes,
        links=parts.links(given.links, (*path, "links"), ctx),
        effects=ctx.effects(given.effects, (*path, "effects")),
        when=ctx.when(given.when, (*path, "when")),
        optional=given.optional,
        each_round=given.each_round,
    )


def decision(given: authored.Decision, path: Path, ctx: Context, *, phase: str) -> Decision:
    """A decision with its coding frame."""
    to = ctx.names.cell_list(given.to, (*path, "to"))
    mode, lead = _mode(given, to, path, ctx)
    return Decision(
        id=given.id,
        phase=phase,
        to=to,
        ask=given.ask,
        mode=mode,
        lead=lead,
        first=tuple(_first(f, (*path, "first", n), ctx) for n, f in enumerate(given.first)),
        after=ctx.names.several("inject", given.after, ctx.names.injects, (*path, "after")),
        cells_minutes=given.minutes.cells,
        plenary_minutes=given.minutes.plenary,
        drop=given.drop,
        show_options=given.show_options,
        probes=given.probes,
        objectives=_objectives(given.objectives, path, ctx),
        notes=given.notes,
        free=parts.ruling(given.free.ruling, (*path, "free", "ruling"), ctx),
        coding=_coding(given, path, ctx),
        options=_options(given, path, ctx),
        ruling=parts.ruling(given.ruling, (*path, "ruling"), ctx),
        if_not_taken=parts.consequence(given.if_not_taken, (*path, "if_not_taken"), ctx),
        when=ctx.when(given.when, (*path, "when")),
    )


def _mode(given: authored.Decision, to: tuple[str, ...], path: Path, ctx: Context) -> tuple[Mode, str | None]:
    """How several cells answer; TTX224 where that is not said, or said of one cell."""
    if len(to) < 2:
        if given.mode is not None and to and ctx.notes.trusts(" ".join(given.to)):
            ctx.notes.warn(
                "TTX224", (*path, "mode"), "One cell answers this: mode says nothing.", "Delete it."
            )
        return "single", None
    if given.mode is None:
        ctx.notes.say("TTX224", (*path, "to"), "Several cells answer: say how, under mode.", _MODE_HINT)
        return "joint", None
    if given.mode in _MODES:
        return _MODES[given.mode], None
    found = LEAD.fullmatch(given.mode)
    if found is None:
        ctx.notes.say("TTX224", (*path, "mode"), f"There is no mode '{given.mode[:40]}'.", _MODE_HINT)
        return "joint", None
    ctx.names.known("answering cell", found[1], to, (*path, "mode"))
    return "lead", found[1]


def _first(given: authored.First, path: Path, ctx: Context) -> WriteFirst:
    return WriteFirst(to=ctx.names.cell_list(given.to, (*path, "to")), ask=given.ask, as_=given.as_)


def _objectives(given: tuple[str, ...], path: Path, ctx: Context) -> tuple[str, ...]:
    return ctx.names.several("objective", given, ctx.names.objectives, (*path, "objectives"))


def _options(given: authored.Decision, path: Path, ctx: Context) -> tuple[Option, ...]:
    """Options lettered a, b, c, ... in file order; more than the alphabet holds are TTX227."""
    if len(given.options) > len(ascii_lowercase):
        message = f"A decision has at most {len(ascii_lowercase)} options."
        ctx.notes.say("TTX227", (*path, "options"), message, key=True)
    lettered = zip(given.options.items(), ascii_lowercase, strict=False)
    return tuple(_option(name, o, letter, (*path, "options", name), ctx) for (name, o), letter in lettered)


def _option(name: str, given: authored.Option, letter: str, path: Path, ctx: Context) -> Option:
    return Option(
        id=name,
        letter=letter,
        text=given.text,
        for_=given.for_,
        against=given.against,
        links=parts.links(given.links, (*path, "links"), ctx),
        contacts=parts.contacts(given.contacts, (*path, "contacts"), ctx),
        effects=ctx.effects(given.effects, (*path, "effects")),
        ruling=parts.ruling(given.ruling, (*path, "ruling"), ctx),
        when=ctx.when(given.when, (*path, "when")),
    )


def _coding(given: authored.Decision, path: Path, ctx: Context) -> tuple[CodingEntry, ...]:
    taken = set(given.options)
    entries = []
    for n, each in enumerate(given.coding):
        place = (*path, "coding", n)
        if each.id in taken:
            message = f"'{each.id}' is an option or a coding entry of this decision already."
            ctx.notes.say("TTX220", (*place, "id"), message, "Give it another id.")
        taken.add(each.id)
        entries.append(CodingEntry(each.id, each.text, parts.links(each.links, (*place, "links"), ctx)))
    return tuple(entries)
