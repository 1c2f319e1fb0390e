"""The card: what is read aloud, then what only staff see, for one step or what was done of it."""

from __future__ import annotations

from collections.abc import Iterable

from ttx.course import slots_of
from ttx.engine import retracted, standing
from ttx.frozen import dataclass
from ttx.model.catalogue import short_target
from ttx.model.events import AnswerRecorded, Event, FirstWritten, Overruled
from ttx.model.parts import Decision, Inject, Link
from ttx.model.times import show_exercise, show_time
from ttx.render.phrases import phrase
from ttx.services.reviewing import Stands
from ttx.services.session import Session
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.console.timeline import countdown
from ttx.tui.glyphs import bearing_glyph, bearing_word
from ttx.tui.keymap import CONSOLE, GO, sign_of

_BLANK: Line = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A card's text: ``fact`` stands at the right of its heading; ``staff`` follows behind a rail."""

    about: str
    fact: str
    lines: tuple[Line, ...]
    staff: tuple[tuple[str, str], ...] = ()
    """(label, words), in the order they are wanted."""


def card_of(session: Session, about: str) -> Card:
    """The card of an inject, a decision or a phase; the opening page where there is nothing else."""
    script = session.script
    if about in script.injects:
        return _inject(session, script.injects[about])
    if about in script.decisions:
        return _decision(session, script.decisions[about])
    if about in session.state.adhoc:
        return _ad_hoc(session, about)
    if about.startswith("phase:"):
        return _phase(session, about.removeprefix("phase:"))
    if about.startswith("#"):
        return _event(session, int(about.removeprefix("#")))
    if session.state.status == "before":
        return opening(session)
    if session.state.status == "ended":
        return _ended(session)
    return _phase(session, session.state.position.phase or "")


def cell_runs(session: Stands, cells: Iterable[str]) -> list[Run]:
    """Cells by their tags, each in its colour."""
    order = list(session.scenario.cells)
    runs: list[Run] = []
    for cell in cells:
        if runs:
            runs.append(Run(" "))
        known = session.scenario.cells.get(cell)
        token = f"c{order.index(cell) % 6 + 1}" if known else "ctl"
        runs.append(bold(known.tag if known else cell, token))
    return runs


def opening(session: Session) -> Card:
    """Before STARTEX: what is said aloud before anything is released."""
    scenario = session.scenario
    cells = ", ".join(f"{c.name} ({c.tag})" for c in scenario.cells.values())
    lines = [
        line(bold(scenario.title)),
        _BLANK,
        line(scenario.purpose or "Say what the exercise is for."),
        _BLANK,
        line(dim("in the room  "), cells),
        line(dim("stop line    "), scenario.stop_line or "Any player may stop play at any time."),
        line(dim("recording    "), "Say who writes, and that nothing is recorded by sound or picture."),
        line(dim("fair play    "), "This is an exercise. Nobody is tested, and no answer is the right one."),
    ]
    staff = [("assumed", a) for a in scenario.assumptions]
    staff += [("as if", a) for a in scenario.artificialities]
    briefs = [(c.tag, c.private) for c in scenario.cells.values() if c.private]
    staff += [("hand out", "to each cell alone, before anything is released"), *briefs] if briefs else []
    return Card("", "before STARTEX", tuple(lines), tuple(staff))


def _inject(session: Session, inject: Inject) -> Card:
    given = session.state.given.get(inject.id)
    lines = [
        line(dim(f"{inject.id}  "), bold(inject.title)),
        line(dim("to "), *cell_runs(session, inject.to), *_maybe("   from ", inject.from_)),
        line(
            *_maybe("by ", inject.channel), *_at(session, inject.at), *_maybe("   handling ", inject.handling)
        ),
        _BLANK,
        line(dim("EXERCISE EXERCISE EXERCISE")),
        _BLANK,
        *(line(p) if p else _BLANK for p in inject.text.strip().split("\n")),
    ]
    for number, correction in enumerate(given.corrections if given else (), start=1):
        lines += [_BLANK, line(bold(f"Correction {number}  ", "warn"), correction)]
    staff = [("expect", e) for e in inject.expected]
    staff += [("notes", inject.notes)] if inject.notes else []
    staff += [("bears", _bears(inject.links))] if inject.links else []
    return Card(inject.id, _inject_fact(session, inject), tuple(lines), tuple(staff))


def _inject_fact(session: Session, inject: Inject) -> str:
    given = session.state.given.get(inject.id)
    if inject.id in session.state.skipped:
        return "inject, skipped"
    if given is not None:
        return "inject, read out" if given.read_ms is not None else "inject, read it aloud"
    kinds = {"contingency": "held back", "delivered": "follows a ruling", "expected_action": "staff marker"}
    return f"inject, {kinds.get(inject.kind, 'not yet released')}"


def _maybe(label: str, words: str) -> list[Run]:
    return [dim(label), Run(words)] if words else []


def _at(session: Session, at: int | None) -> list[Run]:
    if at is None:
        return []
    return [dim("   at "), Run(show_time(at, day=session.scenario.calendar.date))]


def _decision(session: Session, decision: Decision) -> Card:
    opened = decision.id in session.state.decisions
    lines = [
        line(dim(f"{decision.id}  "), bold(decision.ask)),
        _BLANK,
        line(
            dim("put to "), *cell_runs(session, decision.to), *_mode(session, decision), *_minutes(decision)
        ),
    ]
    lines += _first(session, decision)
    answers = [a for s in slots_of(decision) if (a := session.state.answers.get(s))]
    for answered in answers:
        lines += _answer(session, decision, answered.seq)
    if not answers and opened:
        sign = sign_of("options", CONSOLE)
        words = f"The open question comes first; options are for coding ({sign} shows or hides them)."
        lines += [_BLANK, line(dim(words))]
    staff = [("probe", p) for p in decision.probes]
    staff += [("notes", decision.notes)] if decision.notes else []
    fact = "decision, not yet put"
    if any(s in session.state.position.open for s in slots_of(decision)):
        fact = f"open, {countdown(session, decision)} left"
    elif answers:
        fact = "decision, on record"
    return Card(decision.id, fact, tuple(lines), tuple(staff))


def options_of(decision: Decision) -> tuple[Line, ...]:
    """The coding frame of a decision, with for and against and the author's proposals."""
    lines: list[Line] = []
    for option in decision.options:
        lines.append(line(bold(f"{option.letter.upper()}  "), option.text))
        lines += [line("   ", dim("for      "), dim(option.for_))] if option.for_ else []
        lines += [line("   ", dim("against  "), dim(option.against))] if option.against else []
        lines += [line("   ", *_link_runs(option.links))] if option.links else []
    lines.append(line(bold("own  "), "in the cell's own words"))
    return tuple(lines)


def _link_runs(links: tuple[Link, ...]) -> list[Run]:
    runs: list[Run] = []
    for link in links:
        runs += [Run("  ")] if runs else []
        mark = bearing_glyph(link.bearing)
        runs += [
            Run(f"{mark} {bearing_word(link.bearing)} ", link.bearing),
            dim(f"{short_target(link.target)}?"),
        ]
    return runs


def _bears(links: tuple[Link, ...]) -> str:
    return " ".join(short_target(link.target) for link in links)


def _mode(session: Session, decision: Decision) -> list[Run]:
    lead = session.scenario.cells.get(decision.lead or "")
    words = {
        "each": "each for itself",
        "joint": "together",
        "each_then_joint": "each first, then together",
        "lead": f"{lead.tag if lead else decision.lead} leads, others concur",
    }
    return [dim(f"   {words[decision.mode]}")] if decision.mode in words else []


def _minutes(decision: Decision) -> list[Run]:
    parts = []
    if decision.cells_minutes:
        parts.append(f"{decision.cells_minutes} min in cells")
    if decision.plenary_minutes:
        parts.append(f"{decision.plenary_minutes} min together")
    return [dim(f"   {', '.join(parts)}")] if parts else []


def _first(session: Session, decision: Decision) -> list[Line]:
    written = {
        e.fact.cell: e.fact.text
        for e in session.events
        if isinstance(e.fact, FirstWritten) and e.fact.decision == decision.id
    }
    lines: list[Line] = []
    for first in decision.first:
        lines += [_BLANK, line(*cell_runs(session, first.to), dim(f"  first: {first.ask}"))]
        lines += [line(*cell_runs(session, (c,)), Run(f"  {written[c]}")) for c in first.to if c in written]
    return lines


def _answer(session: Session, decision: Decision, number: int) -> list[Line]:
    stands = _stands(session, number)
    fact = session.events[number - 1].fact
    if stands is None or not isinstance(fact, AnswerRecorded):
        return []
    words = fact.outcome.replace("_", " ")
    coded = bold(_coded(decision, fact.coded))
    lines = [
        _BLANK,
        line(*cell_runs(session, fact.cells), dim(f"  {words}  "), coded, dim(f"  #{number}")),
    ]
    lines += [line("  ", Run(str(fact.said)))] if fact.said else []
    lines += (
        [line("  ", dim("why      "), Run(str(fact.grounds.rationale)))] if fact.grounds.rationale else []
    )
    lines += [line("  ", dim("dissent  "), Run(str(fact.grounds.dissent)))] if fact.grounds.dissent else []
    if stands.overruled_by:
        by = session.events[stands.overruled_by - 1].fact
        reason = f", because {by.reason}" if isinstance(by, Overruled) else ""
        lines.append(
            line("  ", bold("overruled  ", "warn"), Run(f"{_coded(decision, stands.coded)}{reason}"))
        )
    return lines


def _coded(decision: Decision, coded: str) -> str:
    option = decision.option(coded)
    return f"{option.letter.upper()} {option.text}" if option else coded


def _stands(session: Session, number: int) -> AnswerRecorded | None:
    found: Event | None = next((e for e in standing(session.events) if e.seq == number), None)
    return found.fact if found is not None and isinstance(found.fact, AnswerRecorded) else None


def _ad_hoc(session: Session, about: str) -> Card:
    fact = session.state.adhoc[about]
    given = session.state.given[about]
    lines = [
        line(dim(f"{about}  "), bold(str(fact.title) or "Ad-hoc inject")),
        line(dim("to "), *cell_runs(session, fact.to), *_maybe("   from ", str(fact.from_))),
        _BLANK,
        line(dim("EXERCISE EXERCISE EXERCISE")),
        _BLANK,
        *(line(p) if p else _BLANK for p in str(fact.text).split("\n")),
    ]
    read = "read out" if given.read_ms is not None else "read it aloud"
    return Card(about, f"ad hoc, {read}", tuple(lines))


def _phase(session: Session, phase_id: str) -> Card:
    phase = session.script.phases[phase_id]
    lines = [line(bold(phase.title)), _BLANK]
    lines += [line(*cell_runs(session, q.to), dim("  "), q.text) for q in phase.questions]
    if len(lines) == 2:
        lines.append(line(dim("Every step of this phase is used, skipped or passed over.")))
    staff = (("notes", phase.notes),) if phase.notes else ()
    return Card(f"phase:{phase_id}", "phase", tuple(lines), staff)


def _event(session: Session, number: int) -> Card:
    """One event in full, as the feed has it in one row."""
    event = session.events[number - 1]
    late = [dim("   really at "), Run(show_exercise(event.true_at))] if event.true_at is not None else []
    lines = [
        line(dim(f"#{number}  "), bold(phrase(event, session.scenario))),
        _BLANK,
        line(dim("exercise time "), show_exercise(event.ms), *late, dim("   by "), event.hat),
        line(dim("written at    "), event.at),
    ]
    if number in retracted(session.events):
        lines += [_BLANK, line(bold("taken back", "warn"))]
    return Card(f"#{number}", "event", tuple(lines))


def _ended(session: Session) -> Card:
    ended = session.state.ended
    ending = next((e for e in session.scenario.endings if ended and e.id == ended.ending), None)
    lines = [
        line(bold("ENDEX"), dim("   seal "), bold(session.seal), dim(f"  #{session.state.ledger.seq:04d}")),
        line(dim("Two people write the seal on the attendance sheet; one reads it out.")),
        _BLANK,
        *_after_end(),
    ]
    if ending is not None:
        lines += [_BLANK, line(bold(ending.title)), *(line(p) for p in ending.text.strip().split("\n"))]
    lines += [
        _BLANK,
        *(line(dim("hot wash  "), q) for q in session.scenario.hot_wash),
    ]
    return Card("", "the exercise has ended", tuple(lines))


def _after_end() -> tuple[Line, ...]:
    """What is wanted while everybody is still there."""
    told = (
        ("hot_wash", "the four sheets of the hot wash"),
        ("evaluate", "what cells say; ratings, findings"),
        ("so_far", "the report so far, what it lacks"),
    )
    keys = [(f"{sign_of('go', CONSOLE)} {sign_of(action, GO)}", words) for action, words in told]
    keys.append((sign_of("phase", CONSOLE), "writes the report"))
    return tuple(line(bold(f"{key:<5}", "accent"), dim(words)) for key, words in keys)
