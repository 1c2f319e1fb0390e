"""The list of events for staff: every step in the order of the book, with both of its times.

HSEEP's columns (field A4). Room time is the exercise clock as planned, breaks left out; what comes
only when staff or a ruling gives it has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ttx.course import Script
from ttx.course.plan import planned, step_minutes
from ttx.model.catalogue import short_target
from ttx.model.parts import Decision, Inject, Link
from ttx.model.scenario import Phase, Scenario
from ttx.model.times import show_exercise, show_time
from ttx.render.paper.blocks import Paper, Run, Words
from ttx.render.paper.saying import para, say, section, table
from ttx.render.printed.stamp import Stamp, stamped, tags
from ttx.render.sheets import Sheet

HEAD = ("Id", "Move", "Scenario time", "Exercise clock", "Type", "From", "To", "Channel", "Title", "Text",
        "Expected", "Objectives", "Commitments", "Notes", "Max minutes")  # fmt: skip
REVIEW = ("Comment", "By", "Agreed")
"""Columns left empty for those who look through it (room F6)."""
_KINDS: Mapping[str, str] = {
    "contextual": "inject",
    "delivered": "inject, follows a ruling",
    "contingency": "contingency, held back",
    "expected_action": "expected action, for staff",
}
_MODES: Mapping[str, str] = {
    "each": "each for itself",
    "joint": "together",
    "each_then_joint": "each first, then together",
    "lead": "one leads, others concur",
}


def msel_sheet(scenario: Scenario, *, review: bool = False) -> Sheet:
    """Every column of every step, for a spreadsheet; ``review`` adds the empty ones."""
    blank = ("",) * len(REVIEW) if review else ()
    rows = tuple((*row, *blank) for row in _rows(scenario))
    return Sheet("MSEL", HEAD + (REVIEW if review else ()), rows, "The scenario has no step.")


def msel(scenario: Scenario, stamp: Stamp, *, review: bool = False) -> Paper:
    """The same as a paper whose sheets lie across, its columns drawn together."""
    rows = [_drawn_together(dict(zip(HEAD, row, strict=True))) for row in _rows(scenario)]
    head: tuple[str, ...] = ("Id", "When", "From, to, by", "Title and text", "Expected", "Serves", "Notes")
    shares: tuple[int, ...] = (4, 5, 5, 14, 7, 4, 11)
    if review:
        rows = [(*row, *(say(""),) * len(REVIEW)) for row in rows]
        head, shares = (*head, *REVIEW), (4, 5, 5, 11, 7, 5, 6, 7, 3, 3)
    return stamped(
        scenario,
        stamp,
        f"{scenario.title}: list of events (MSEL)" + (", for review" if review else ""),
        [
            para(
                "For staff, never for players. Under When: scenario time first; clock is the "
                "exercise clock as planned from STARTEX, breaks left out; max is room minutes."
            ),
            *section(
                "Steps in the order of the book", table(head, rows, "The scenario has no step.", shares)
            ),
        ],
        wide=True,
    )


def _drawn_together(row: Mapping[str, str]) -> tuple[Words, ...]:
    when = [row["Scenario time"], f"clock {row['Exercise clock']}" if row["Exercise clock"] else "when given"]
    when += [f"max {row['Max minutes']} min"] if row["Max minutes"] else []
    way = [
        f"from {row['From']}" if row["From"] else "",
        f"to {row['To']}" if row["To"] else "",
        row["Channel"],
    ]
    serves = [row["Objectives"], row["Commitments"]]
    title = (Run(f"{row['Title']}. ", "strong"),) if row["Title"] else ()
    return (
        (Run(row["Id"], "strong"), Run(f" {row['Type']}")),
        say("; ".join(each for each in when if each)),
        say("; ".join(each for each in way if each)),
        (*title, Run(row["Text"])),
        say(row["Expected"]),
        say("; ".join(each for each in serves if each)),
        say(row["Notes"]),
    )


def _rows(scenario: Scenario) -> Iterator[tuple[str, ...]]:
    script = Script(scenario)
    plan = planned(script)
    for phase in scenario.phases:
        steps = script.steps[phase.id]
        later = [i.id for i in phase.injects if i.id not in steps]
        for step in (*steps, *later):
            clock = show_exercise(plan[step] * 60_000, seconds=False) if step in plan else ""
            if step in script.decisions:
                yield _decision(script, phase, script.decisions[step], clock)
            else:
                yield _inject(script, phase, script.injects[step], clock)


def _inject(script: Script, phase: Phase, inject: Inject, clock: str) -> tuple[str, ...]:
    scenario = script.scenario
    kind = _KINDS.get(inject.kind, inject.kind) + (", may be left out" if inject.optional else "")
    when = f"Only if {inject.when.text}." if inject.when else ""
    return (
        inject.id,
        phase.title,
        "" if inject.at is None else show_time(inject.at, day=scenario.calendar.date),
        clock,
        kind,
        inject.from_,
        tags(scenario, inject.to),
        inject.channel,
        inject.title,
        inject.text,
        " ".join(inject.expected),
        ", ".join(inject.objectives),
        _targets(inject.links),
        " ".join(each for each in (inject.notes, when) if each),
        str(scenario.room_minutes(step_minutes(script, inject.id))),
    )


def _decision(script: Script, phase: Phase, decision: Decision, clock: str) -> tuple[str, ...]:
    scenario = script.scenario
    mode = f", {_MODES[decision.mode]}" if decision.mode in _MODES else ""
    links = [*(k for o in decision.options for k in o.links), *(k for c in decision.coding for k in c.links)]
    when = f"Only if {decision.when.text}." if decision.when else ""
    return (
        decision.id,
        phase.title,
        "",
        clock,
        f"decision{mode}",
        "Control",
        tags(scenario, decision.to),
        "put by the facilitator",
        "",
        decision.ask,
        "",
        ", ".join(decision.objectives),
        _targets(links),
        " ".join(each for each in (decision.notes, *decision.probes, when) if each),
        str(scenario.room_minutes(step_minutes(script, decision.id))),
    )


def _targets(links: list[Link] | tuple[Link, ...]) -> str:
    return ", ".join(dict.fromkeys(short_target(link.target) for link in links))
