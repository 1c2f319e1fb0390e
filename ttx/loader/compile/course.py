"""Phases, the agenda and endings: the course the steps stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ttx.course.minutes import steps_minutes
from ttx.loader.compile import steps
from ttx.loader.compile.context import Context
from ttx.loader.places import Path
from ttx.loader.schema import scenario as authored
from ttx.model.parts import GuardedEffects, LeadsTo, Question, Repeat, Slip
from ttx.model.scenario import AgendaItem, Ending, Phase

MOST_ROUNDS = 20
_AGENDA = {"open": "open", "break_": "break", "lunch": "lunch", "hot_wash": "hot_wash"}


def phases(given: Iterable[authored.Phase], ctx: Context) -> tuple[Phase, ...]:
    """Phases in file order."""
    return tuple(_phase(each, ("phases", n), ctx) for n, each in enumerate(given))


def _phase(given: authored.Phase, path: Path, ctx: Context) -> Phase:
    at = ctx.time(given.at, (*path, "at"))
    counted_from = 0 if at is None and given.at is not None else at
    phase = Phase(
        id=given.id,
        title=given.title,
        at=at,
        notes=given.notes,
        on_enter=tuple(_guarded(g, (*path, "on_enter", n), ctx) for n, g in enumerate(given.on_enter)),
        injects=tuple(
            steps.inject(i, (*path, "injects", n), ctx, phase=given.id, phase_at=counted_from)
            for n, i in enumerate(given.injects)
        ),
        decisions=tuple(
            steps.decision(d, (*path, "decisions", n), ctx, phase=given.id)
            for n, d in enumerate(given.decisions)
        ),
        questions=tuple(
            Question(to=ctx.names.cell_list(q.to, (*path, "questions", n, "to")), text=q.text)
            for n, q in enumerate(given.questions)
        ),
        slips=tuple(_slip(s, (*path, "slips", n), ctx) for n, s in enumerate(given.slips)),
        leads_to=tuple(_leads_to(t, (*path, "leads_to", n), ctx) for n, t in enumerate(given.leads_to)),
        repeat=_repeat(given.repeat, (*path, "repeat"), ctx),
    )
    return replace(phase, minutes=steps_minutes(phase) if given.minutes is None else given.minutes)


def _guarded(given: authored.Guarded, path: Path, ctx: Context) -> GuardedEffects:
    effects = ctx.effects(given.effects, (*path, "effects"))
    return GuardedEffects(ctx.when(given.when, (*path, "when")), effects)


def _slip(given: authored.Slip, path: Path, ctx: Context) -> Slip:
    if given.track is not None:
        ctx.names.known("track", given.track, ctx.names.tracks, (*path, "track"))
    return Slip(ask=given.ask, to=ctx.names.cell_list(given.to, (*path, "to")), track=given.track)


def _leads_to(given: authored.LeadsTo, path: Path, ctx: Context) -> LeadsTo:
    if (given.phase is None) != given.end:
        message = "An entry of leads_to names either a phase or the end."
        ctx.notes.say("TTX226", path, message, "Write {phase: ID} or {end: true}.")
    if given.phase is not None:
        ctx.names.known("phase", given.phase, ctx.names.phases, (*path, "phase"))
    return LeadsTo(given.phase, ctx.when(given.when, (*path, "when")))


def _repeat(given: authored.Repeat | None, path: Path, ctx: Context) -> Repeat | None:
    if given is None:
        return None
    if not 2 <= given.at_most <= MOST_ROUNDS:
        message = f"A phase that repeats has 2 to {MOST_ROUNDS} rounds in all."
        ctx.notes.say("TTX227", (*path, "at_most"), message)
    while_ = ctx.when(given.while_, (*path, "while"))
    return None if while_ is None else Repeat(while_, given.at_most)


def endings(given: Mapping[str, authored.Ending], ctx: Context) -> tuple[Ending, ...]:
    """Endings in file order."""
    if not given:
        ctx.notes.say("TTX227", ("endings",), "A scenario needs an ending.", key=True)
    return tuple(
        Ending(id=key, title=e.title, text=e.text, when=ctx.when(e.when, ("endings", key, "when")))
        for key, e in given.items()
    )


def agenda(
    given: Iterable[authored.AgendaLine], made: tuple[Phase, ...], ctx: Context
) -> tuple[AgendaItem, ...]:
    """The day; a phase's line takes the phase's minutes where it names none."""
    minutes = {phase.id: phase.minutes for phase in made}
    items = []
    for n, line in enumerate(given):
        path: Path = ("agenda", n)
        said = {what: getattr(line, name) for name, what in _AGENDA.items()}
        there = [what for what, length in said.items() if length is not None]
        if len(there) + (line.phase is not None) != 1:
            message = "A line of the agenda has one of: open, phase, break, lunch, hot_wash."
            ctx.notes.say("TTX226", path, message, "Write {break: 10} or {phase: ID}.")
        elif line.phase is not None:
            ctx.names.known("phase", line.phase, ctx.names.phases, (*path, "phase"))
            length = minutes.get(line.phase, 0) if line.minutes is None else line.minutes
            items.append(AgendaItem("phase", length, line.phase))
        else:
            items.append(AgendaItem(there[0], said[there[0]] or 0))
    return tuple(items)
