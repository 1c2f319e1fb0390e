"""A whole scenario from its authored shape, its rule packs and its catalogues.

What is returned is good for play only where no error was noted; it is always whole, so that every
part is looked at in one pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from ttx.expressions.hints import shown
from ttx.frozen import dataclass
from ttx.loader.compile import course, rules, world
from ttx.loader.compile.context import Context
from ttx.loader.compile.names import names_of, scope_of
from ttx.loader.compile.notes import Notes
from ttx.loader.schema import rules as authored_rules
from ttx.loader.schema import scenario as authored
from ttx.model.catalogue import Catalogue
from ttx.model.rules import Rule
from ttx.model.scenario import Calendar, Revision, Scenario

NO_CALENDAR = "D"


@dataclass(frozen=True, slots=True)
class PackRead:
    """A rule pack as it was read, with where to note what is wrong with it."""

    pack: authored_rules.RulePack
    notes: Notes


def assemble(
    given: authored.Scenario, notes: Notes, packs: Mapping[str, PackRead], catalogues: Mapping[str, Catalogue]
) -> Scenario:
    """The scenario; everything wrong with it is noted: TTX212, TTX220 to TTX230, TTX3xx, TTX4xx."""
    if given.format != authored.FORMAT:
        notes.say("TTX212", ("format",), f"This version of ttx reads format {authored.FORMAT}.")
    names = names_of(given, notes)
    calendar = _calendar(given, notes)
    ctx = Context(names=names, scope=scope_of(given, names), notes=notes, rules={}, day=calendar.date)
    derived, ctx = world.derived(given.derived, ctx)
    lost = frozenset(given.rulepacks).difference(packs)
    ctx = replace(ctx, rules=_rules(given, packs, ctx), lost_packs=lost)
    phases = course.phases(given.phases, ctx)
    if not phases:
        notes.say("TTX227", ("phases",), "A scenario needs a phase.", key=True)
    return Scenario(
        id=given.id,
        title=given.title,
        marking=given.marking,
        lang=given.lang,
        theme=given.theme,
        purpose=given.purpose,
        audience=given.audience,
        scope=given.scope,
        stop_line=given.stop_line,
        assumptions=given.assumptions,
        artificialities=given.artificialities,
        revision=Revision(given.revision.n, given.revision.date, given.revision.by),
        calendar=calendar,
        agenda=course.agenda(given.agenda, phases, ctx),
        interpretation=given.interpretation,
        cells=world.cells(given.cells),
        voices=world.voices(given.voices),
        tracks=world.tracks(given.tracks, notes),
        facts=world.facts(given.facts, ctx),
        events=_events(given, ctx),
        objectives=world.objectives(given.objectives),
        phases=phases,
        endings=course.endings(given.endings, ctx),
        derived=derived,
        hot_wash=given.hot_wash,
        evaluation=given.evaluation,
        rules=ctx.rules,
        catalogues=catalogues,
    )


def _calendar(given: authored.Scenario, notes: Notes) -> Calendar:
    """What D stands for; TTX229."""
    if given.starts == NO_CALENDAR:
        if given.calendar is not None:
            notes.say(
                "TTX229", ("calendar",), "There is no date the calendar could assume.", "Name it in starts."
            )
        return Calendar()
    try:
        day = date.fromisoformat(given.starts).isoformat()
    except ValueError:
        hint = "Write D, or a date as 2022-03-14."
        notes.say("TTX229", ("starts",), f"{shown(given.starts)} is neither D nor a date.", hint)
        return Calendar()
    if given.calendar is None:
        message = "A date in starts is an assumption, and every paper says so."
        notes.say("TTX229", ("starts",), message, "Add calendar: assumed.")
    return Calendar(date=day, assumed=True)


def _events(given: authored.Scenario, ctx: Context) -> dict[str, int]:
    times = ((name, ctx.time(text, ("events", name))) for name, text in given.events.items())
    return {name: time for name, time in times if time is not None}


def _rules(given: authored.Scenario, packs: Mapping[str, PackRead], ctx: Context) -> dict[str, Rule]:
    used = frozenset(_rules_named(given))
    found: dict[str, Rule] = {}
    for name, read in packs.items():
        found |= rules.pack(read.pack, name, used, ctx.under(read.notes))
    return found


def _rules_named(given: authored.Scenario) -> Iterator[str]:
    for phase in given.phases:
        for decision in phase.decisions:
            rulings = (decision.ruling, decision.free.ruling, *(o.ruling for o in decision.options.values()))
            yield from (ruling.rule for ruling in rulings if ruling is not None)
