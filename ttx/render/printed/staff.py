"""The facilitator's book: everything the scenario says, in the order of the day. Staff's alone."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.course import Script
from ttx.model.counting import how_many
from ttx.model.parts import Decision, Inject, Question, Slip
from ttx.model.scenario import ControlFact, Phase, Scenario, Track
from ttx.model.times import show_length, show_time
from ttx.render.paper.blocks import Block, Heading, Item, Items, NewPage, Paper, Paragraph, Run
from ttx.render.paper.saying import listed, para, say, section, table
from ttx.render.printed import saying
from ttx.render.printed.stamp import Stamp, named, prose, stamped, tags


def facilitator(scenario: Scenario, stamp: Stamp) -> Paper:
    """The whole scenario as a book for the facilitator, the scribe and the evaluators."""
    script = Script(scenario)
    return stamped(
        scenario,
        stamp,
        f"{scenario.title}: facilitator's book",
        [
            Paragraph(say("For staff. Under no circumstance does a player see this book."), "note"),
            *_first(scenario),
            *_cells(scenario),
            *_behind(scenario),
            *(block for phase in scenario.phases for block in _phase(script, phase)),
            NewPage(),
            *_endings(scenario),
        ],
    )


def _first(scenario: Scenario) -> list[Block]:
    about = (("Purpose", scenario.purpose), ("Scope", scenario.scope), ("Stop line", scenario.stop_line))
    objectives = [(o.id, o.text, o.evidence, ", ".join(o.commitments)) for o in scenario.objectives.values()]
    head = ("Objective", "What is looked at", "What would show it", "Commitments")
    return [
        *section("What this is for", *([named(n, w)] for n, w in about if w)),
        *section("Objectives", table(head, objectives, "The scenario names none.", (2, 6, 6, 3))),
        *section("Assumptions and artificialities", *_plain(scenario.assumptions + scenario.artificialities)),
    ]


def _plain(lines: tuple[str, ...]) -> tuple[Block, ...]:
    return (listed(lines, "None."),)


def _cells(scenario: Scenario) -> list[Block]:
    parts: list[Block] = []
    for cell in scenario.cells.values():
        parts += section(f"{cell.name} ({cell.tag})", prose(cell.brief), level=3)
        parts += [named("Seats", ", ".join(cell.seats))] if cell.seats else []
        parts += [named("This cell alone knows", ""), *prose(cell.private)] if cell.private else []
    return section("Cells", parts)


def _behind(scenario: Scenario) -> list[Block]:
    """Voices, facts, tracks: what the facilitator answers and counts with."""
    voices = [(v.name, ", ".join(v.channels), v.limits) for v in scenario.voices.values()]
    facts = [_fact(scenario, fact) for fact in scenario.facts.values()]
    tracks = [(t.title, _range(t), str(t.start)) for t in scenario.tracks.values()]
    return [
        *section("Voices that Control plays", table(("Voice", "By", "Limits"), voices, "None.", (3, 3, 8))),
        *section(
            "What Control knows",
            table(
                ("Fact", "Asked with", "Until then", "From then"), facts, "Nothing is written.", (1, 4, 6, 6)
            ),
        ),
        *section("Tracks", table(("Track", "Values", "Begins"), tracks, "None.", (4, 10, 2))),
    ]


def _fact(scenario: Scenario, fact: ControlFact) -> tuple[str, str, str, str]:
    then = ""
    if fact.then:
        to = f" to {tags(scenario, fact.then.to)}" if fact.then.to else ""
        then = f"From {fact.then.inject or fact.then.phase}{to}: {fact.then.text}"
    return fact.id, ", ".join(fact.about), fact.until, then


def _range(track: Track) -> str:
    if track.kind == "scale":
        words = "; ".join(f"{n}: {each}" for n, each in track.anchors.items())
        return f"{track.lo} to {track.hi}" + (f" ({words})" if words else "")
    return ", ".join(track.values) or "no, yes"


def _phase(script: Script, phase: Phase) -> Iterator[Block]:
    scenario = script.scenario
    yield NewPage()
    yield Heading(2, f"Move {scenario.phases.index(phase) + 1}: {phase.title}")
    begins = "" if phase.at is None else f"Begins at {show_time(phase.at, day=scenario.calendar.date)}. "
    yield para(f"{begins}Planned: {show_length(scenario.room_minutes(phase.minutes))}.")
    yield from prose(phase.notes)
    for each in phase.on_enter:
        when = f" if {each.when.text}" if each.when else ""
        yield named("As it begins", f"{saying.effects(scenario, each.effects)}{when}")
    steps = script.steps[phase.id]
    for step in (*steps, *(i.id for i in phase.injects if i.id not in steps)):
        if step in script.decisions:
            yield from _decision(scenario, script.decisions[step])
        else:
            yield from _inject(scenario, script.injects[step])
    yield from _closing(scenario, phase)


def _inject(scenario: Scenario, inject: Inject) -> Iterator[Block]:
    yield Heading(3, f"{inject.id} {inject.title}".strip())
    at = "" if inject.at is None else show_time(inject.at, day=scenario.calendar.date)
    facts = [
        at,
        f"to {tags(scenario, inject.to)}",
        f"from {inject.from_}" if inject.from_ else "",
        inject.channel,
    ]
    facts += [inject.kind.replace("_", " ")] if inject.kind != "contextual" else []
    facts += [f"only if {inject.when.text}"] if inject.when else []
    yield Paragraph((Run("; ".join(each for each in facts if each), "em"),))
    yield from prose(inject.text)
    behind = [("Handling", inject.handling), ("Notes", inject.notes)]
    behind += [
        ("Effects", saying.effects(scenario, inject.effects)),
        ("Objectives", ", ".join(inject.objectives)),
    ]
    lines = [f"{name}: {words}" for name, words in behind if words]
    lines += [f"Expected: {each}" for each in inject.expected]
    lines += [f"Proposed link: {saying.link(scenario, each)}" for each in inject.links]
    if lines:
        yield listed(lines, "")


def _decision(scenario: Scenario, decision: Decision) -> Iterator[Block]:
    yield Heading(3, f"{decision.id} Decision, put to {tags(scenario, decision.to)}")
    mode = "" if decision.mode == "single" else f"{decision.mode.replace('_', ' ')}; "
    drop = f"; dropped as number {decision.drop} when late" if decision.drop else ""
    when = f"; only if {decision.when.text}" if decision.when else ""
    minutes = f"{decision.cells_minutes or 0} min in cells, {decision.plenary_minutes or 0} together"
    yield Paragraph((Run(f"{mode}{minutes}{drop}{when}", "em"),))
    yield Paragraph((Run(decision.ask, "strong"),))
    lines = [f"Before it is opened, {tags(scenario, f.to)} writes ({f.as_}): {f.ask}" for f in decision.first]
    lines += [f"Probe: {each}" for each in decision.probes]
    lines += [f"Notes: {decision.notes}"] if decision.notes else []
    lines += [f"Objectives: {', '.join(decision.objectives)}"] if decision.objectives else []
    if lines:
        yield listed(lines, "")
    yield para("Coding frame; the room gets the open question first:")
    yield Items(
        tuple(
            Item(
                (Run(f"{o.letter.upper()}  ", "strong"), Run(o.text)),
                tuple(say(each) for each in saying.option(scenario, o)),
            )
            for o in decision.options
        )
    )
    rest = [
        "; ".join((f"May also be coded: {c.text}", *(saying.link(scenario, k) for k in c.links)))
        for c in decision.coding
    ]
    rest += (
        [f"A free answer. {each}" for each in saying.ruling(scenario, decision.free)] if decision.free else []
    )
    rest += list(saying.ruling(scenario, decision.ruling)) if decision.ruling else []
    silent = saying.consequence(scenario, decision.if_not_taken)
    rest += [f"If not taken: {silent}"] if silent else []
    if rest:
        yield listed(rest, "")


def _closing(scenario: Scenario, phase: Phase) -> Iterator[Block]:
    yield from section("As the move closes", *_asked(scenario, phase.questions, phase.slips), level=3)
    ways = [
        (scenario.phase(to.phase).title if to.phase else "The end")
        + (f", if {to.when.text}" if to.when else "")
        for to in phase.leads_to
    ]
    if phase.repeat:
        ways.insert(
            0, f"again, at most {how_many(phase.repeat.at_most, 'round')}, while {phase.repeat.while_.text}"
        )
    yield named("Then", "; ".join(ways) or "the end")


def _asked(scenario: Scenario, questions: tuple[Question, ...], slips: tuple[Slip, ...]) -> tuple[Block, ...]:
    lines = [f"Question to {tags(scenario, q.to)}: {q.text}" for q in questions]
    lines += [f"Private slip of {tags(scenario, s.to) or 'all'}: {s.ask}" for s in slips]
    return (listed(lines, ""),) if lines else ()


def _endings(scenario: Scenario) -> list[Block]:
    rows = [(e.title, e.when.text if e.when else "otherwise", e.text) for e in scenario.endings]
    hot_wash = section("Hot wash", listed(scenario.hot_wash, "", numbered=True)) if scenario.hot_wash else []
    head = ("Ending", "When", "What it says")
    return [*section("Endings, none of them a grade", table(head, rows, "", (3, 5, 8))), *hot_wash]
