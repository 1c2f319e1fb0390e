"""The preview of a scenario as rows: its timeline, its ways, and what it covers. Values only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from ttx.course import Script
from ttx.diagnostics import Span, Spans
from ttx.expressions import show
from ttx.model.conditions import When
from ttx.model.counting import how_many, is_are
from ttx.model.parts import Decision, Inject
from ttx.model.scenario import Objective, Phase, Scenario
from ttx.model.times import show_length, show_time
from ttx.services.authoring import Foreseen
from ttx.tui.console.lines import Line, Run, bold, dim
from ttx.tui.glyphs import bearing_glyph, bearing_word
from ttx.tui.widgets.rows import Item

Maker: TypeAlias = "Callable[[Script, Foreseen | None], Iterator[Item]]"
_ASIDE = {"contingency": "on call", "delivered": "if sent"}
_TIME = 9


def timeline(script: Script, foreseen: Foreseen | None) -> Iterator[Item]:
    """The MSEL: every phase with its steps in the order of the book, then what has no turn in it."""
    scenario = script.scenario
    for number, phase in enumerate(scenario.phases, start=1):
        yield _phase(scenario, number, phase)
        for step in script.steps[phase.id]:
            inject = script.injects.get(step)
            if inject is not None:
                yield _inject(scenario, inject, foreseen)
            else:
                yield _decision(scenario, script.decisions[step], foreseen)
        own = script.steps[phase.id]
        yield from (_inject(scenario, i, foreseen) for i in phase.injects if i.id not in own)


def _phase(scenario: Scenario, number: int, phase: Phase) -> Item:
    at = f"  {_time(scenario, phase.at)}" if phase.at is not None else ""
    minutes = show_length(scenario.room_minutes(phase.minutes)) if phase.minutes else ""
    return Item(f"phase:{phase.id}", (bold(f"{number} {phase.title}"), dim(at)), (dim(f"{minutes} "),))


def _inject(scenario: Scenario, inject: Inject, foreseen: Foreseen | None) -> Item:
    when = _ASIDE.get(inject.kind, "") or _time(scenario, inject.at)
    title = inject.title or " ".join(inject.text.split())
    called = inject.kind == "contingency"
    return Item(
        inject.id,
        (dim(f"{when:>{_TIME}} "), bold(f"{inject.id} "), Run(title)),
        _right(
            scenario, inject.to, inject.minutes, "" if called else _comes(("inject", inject.id), foreseen)
        ),
    )


def _decision(scenario: Scenario, decision: Decision, foreseen: Foreseen | None) -> Item:
    return Item(
        decision.id,
        (Run(f"{'?':>{_TIME}} ", "accent"), bold(f"{decision.id} "), Run(decision.ask)),
        _right(scenario, decision.to, decision.minutes, _comes(("decision", decision.id), foreseen)),
    )


def _right(scenario: Scenario, to: tuple[str, ...], minutes: int, comes: str) -> Line:
    tags = "all" if len(to) == len(scenario.cells) > 1 else " ".join(scenario.cells[c].tag for c in to)
    length = f"{minutes:>3} min" if minutes else ""
    said = (Run(f"{comes} ", "warn"),) if comes == NEVER else ()
    return (*said, dim(f"{tags} {length:>7} "))


def _time(scenario: Scenario, at: int | None) -> str:
    return "" if at is None else show_time(at, day=scenario.calendar.date).removeprefix("D+0 ")


NEVER = "never"
"""Said of what no course comes to."""


def _comes(key: tuple[str, ...], foreseen: Foreseen | None) -> str:
    if foreseen is None:
        return ""
    if key in foreseen.keys:
        return "can come"
    return NEVER if foreseen.exact else "not seen yet"


def ways(script: Script, foreseen: Foreseen | None) -> Iterator[Item]:
    """The map: where each phase leads, what each answer changes, which endings can come."""
    scenario = script.scenario
    for number, phase in enumerate(scenario.phases, start=1):
        yield Item(
            f"phase:{phase.id}",
            (bold(f"{number} {phase.title}"),),
            _said(("phase", phase.id), foreseen),
        )
        for step in script.steps[phase.id]:
            if step in script.decisions:
                yield from _answers(script.decisions[step], foreseen)
        yield from _leads(scenario, phase)
    yield Item("heading:endings", (bold("Endings"), dim("  read in this order")), takes_cursor=False)
    for ending in scenario.endings:
        left = (Run("  "), bold(f"{ending.id} "), Run(ending.title), *_when(ending.when, "otherwise"))
        yield Item(f"ending:{ending.id}", left, _said(("ending", ending.id), foreseen))


def _answers(decision: Decision, foreseen: Foreseen | None) -> Iterator[Item]:
    yield Item(decision.id, (Run("  "), bold(f"{decision.id} "), Run(decision.ask)))
    slots = (decision.id, *(f"{decision.id}.{cell}" for cell in decision.to))
    for option in decision.options:
        effects = ", ".join(f"{e.track} {e.op} {e.value}" for e in option.effects)
        brings = [effects] if effects else []
        brings += [f"ruled: {option.ruling.rule.rpartition('/')[2]}"] if option.ruling else []
        left = (bold(f"    {option.letter.upper()}  "), Run(option.text), *_when(option.when))
        comes = [_comes(("answer", slot, option.id), foreseen) for slot in slots]
        word = "" if foreseen is None or "can come" in comes else comes[0]
        right = (
            *((Run(f"{word} ", "warn"),) if word else ()),
            dim(f"{'; '.join(brings)} " if brings else ""),
        )
        yield Item(f"option:{decision.id}.{option.id}", left, right)


def _leads(scenario: Scenario, phase: Phase) -> Iterator[Item]:
    titles = {p.id: p.title for p in scenario.phases}
    for n, to in enumerate(phase.leads_to):
        target = f"then {titles[to.phase]}" if to.phase else "then the end"
        yield Item(f"leads:{phase.id}:{n}", (dim("  > "), Run(target), *_when(to.when)))
    if not phase.leads_to:
        yield Item(f"leads:{phase.id}:", (dim("  > "), Run("then the end")))
    if phase.repeat is not None:
        left = (dim("  > "), Run("again"), *_when(phase.repeat.while_))
        yield Item(f"leads:{phase.id}:again", left, (dim(f"at most {phase.repeat.at_most} "),))


def _when(when: When | None, otherwise: str = "") -> Line:
    return (dim(f"  when {show(when.tree)}"),) if when else (dim(f"  {otherwise}"),) if otherwise else ()


def _said(key: tuple[str, ...], foreseen: Foreseen | None) -> Line:
    word = _comes(key, foreseen)
    return (Run(f"{word} ", "warn" if word == NEVER else "dim"),) if word else ()


def coverage(script: Script, foreseen: Foreseen | None) -> Iterator[Item]:
    """Objectives with what shows them; commitments with the bearings that can come up."""
    scenario = script.scenario
    names = {c: entry.label for book in scenario.catalogues.values() for c, entry in book.commitments.items()}
    if not scenario.objectives:
        yield Item("none", (dim("This scenario names no objective."),), takes_cursor=False)
    met: set[str] = set()
    for objective in scenario.objectives.values():
        yield _objective(objective, foreseen)
        for target in objective.commitments:
            met.add(target)
            yield _commitment(f"{objective.id}:{target}", target, names, foreseen)
    touched = dict.fromkeys(t.target for t in foreseen.touches) if foreseen else {}
    besides = [target for target in touched if target not in met]
    if besides:
        yield Item("heading:besides", (bold("Touched besides"),), takes_cursor=False)
        yield from (_commitment(f":{target}", target, names, foreseen) for target in besides)
    left = len(names.keys() - met - set(touched))
    if names and foreseen is not None:
        words = f"{left} of {how_many(len(names), 'commitment')} {is_are(left)} named by nothing here."
        yield Item("heading:rest", (dim(words),), takes_cursor=False)


def _objective(objective: Objective, foreseen: Foreseen | None) -> Item:
    left = (bold(f"{objective.id} "), Run(objective.text))
    found = next((s for s in foreseen.objectives if s.objective == objective.id), None) if foreseen else None
    if found is None:
        return Item(f"objective:{objective.id}", left)
    if not found.shown:
        word = "nothing can show it" if foreseen and foreseen.exact else "not seen yet"
        return Item(f"objective:{objective.id}", left, (Run(f"{word} ", "warn"),))
    most = 3
    by = " ".join(found.by[:most]) + (f" +{len(found.by) - most}" if len(found.by) > most else "")
    return Item(f"objective:{objective.id}", left, (dim(f"{by} " if by else "by commitments "),))


def _commitment(key: str, target: str, names: Mapping[str, str], foreseen: Foreseen | None) -> Item:
    left = (bold(f"  {target} "), Run(names.get(target, "")))
    if foreseen is None:
        return Item(f"commitment:{key}", left)
    bearings = dict.fromkeys(t.bearing for t in foreseen.touches if t.target == target)
    if not bearings:
        word = "no path" if foreseen.exact else "not seen yet"
        return Item(f"commitment:{key}", left, (Run(f"{word} ", "warn"),))
    told = "  ".join(f"{bearing_glyph(b)} {bearing_word(b)}" for b in bearings)
    return Item(f"commitment:{key}", left, (dim(f"{told} "),))


VIEWS: Mapping[str, Maker] = {"timeline": timeline, "map": ways, "coverage": coverage}
"""Name -> what makes its rows, in the order Left and Right go."""


def places(scenario: Scenario, spans: Spans) -> Mapping[str, Span]:
    """Id of each row -> where in the files it is written."""
    found: dict[str, Span] = {}
    for p, phase in enumerate(scenario.phases):
        at = ("phases", p)
        found[f"phase:{phase.id}"] = spans.of((*at, "id"))
        found |= {i.id: spans.of((*at, "injects", n, "id")) for n, i in enumerate(phase.injects)}
        for n, decision in enumerate(phase.decisions):
            found[decision.id] = spans.of((*at, "decisions", n, "id"))
            found |= {
                f"option:{decision.id}.{o.id}": spans.key((*at, "decisions", n, "options", o.id))
                for o in decision.options
            }
        found |= {f"leads:{phase.id}:{n}": spans.of((*at, "leads_to", n)) for n in range(len(phase.leads_to))}
        found |= {f"leads:{phase.id}:": found[f"phase:{phase.id}"]}
        found |= {f"leads:{phase.id}:again": spans.key((*at, "repeat"))}
    found |= {f"ending:{e.id}": spans.key(("endings", e.id)) for e in scenario.endings}
    for objective in scenario.objectives.values():
        own = ("objectives", objective.id)
        found[f"objective:{objective.id}"] = spans.key(own)
        for n, target in enumerate(objective.commitments):
            found[f"commitment:{objective.id}:{target}"] = spans.of((*own, "commitments", n))
    return found
