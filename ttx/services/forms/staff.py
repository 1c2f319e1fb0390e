"""What staff note of the room itself: seats, who came to know what, corrections, the clocks, the plan."""

from __future__ import annotations

from typing import Literal, cast

from ttx.model.commands import CorrectInject, Disclose, SetScenarioTime, ShiftRest, SkipStep, TakeSeat
from ttx.model.events import SeatTaken
from ttx.model.times import parse_time, show_time
from ttx.services.forms.values import (
    REASON_FIELDS,
    Asked,
    Choice,
    Field,
    Form,
    Given,
    cell_choices,
    reason,
    several,
    words,
)
from ttx.services.pacing import pace_of, to_drop
from ttx.services.session import Session

_HOW = (
    Choice("control", "Control told them", "1"),
    Choice("given", "another cell gave it", "2"),
    Choice("overheard", "overheard", "3"),
    Choice("mistake", "by mistake", "4"),
)
_MOST_SHOWN = 6


def seat_form(session: Session) -> Form:
    """Who sits where, in which office; a change of the head of a cell is a fact of its own (room F12)."""
    cells = session.scenario.cells.values()
    authored = [f"{cell.tag}: {', '.join(cell.seats)}" for cell in cells if cell.seats]
    taken = [_sits(session, seat) for seat in session.state.seats.values()]
    fields = (
        Field(key="cell", label="Cell", kind="one", choices=cell_choices([(c.id, c.tag) for c in cells])),
        Field(key="seat", label="Seat", hint="as it stands above, or another"),
        Field(key="office", label="Office", hint="who sits there now: an office, never a name"),
        Field(
            key="head",
            label="Head",
            kind="one",
            choices=(Choice("no", "no", "1"), Choice("yes", "yes, heads the cell", "2")),
        ),
        Field(key="from", label="Instead of", hint="the office that left, where one did"),
    )

    def make(given: Given) -> Asked | str:
        if not given.get("cell") or not words(given, "seat"):
            return "Which cell, and which seat?"
        command = TakeSeat(
            cell=given["cell"],
            seat=given["seat"].strip(),
            office=words(given, "office"),
            head=given.get("head") == "yes",
            from_=words(given, "from"),
        )
        return Asked(command, "scribe")

    return Form(
        name="seat",
        title="Who sits where",
        needed="cell and seat",
        fields=fields,
        make=make,
        notes=(*authored, *taken),
    )


def _sits(session: Session, seat: SeatTaken) -> str:
    head = ", head" if seat.head else ""
    return f"now: {session.scenario.cells[seat.cell].tag} {seat.seat}{head} {seat.office}".rstrip()


def disclose_form(session: Session, about: str = "") -> Form:
    """A cell came to know what was not addressed to it (room F23)."""
    scenario = session.scenario
    known = [(i, i) for i in session.state.given]
    known += [(f"private:{c.id}", f"brief of {c.tag}") for c in scenario.cells.values() if c.private]
    known += [(f"fact:{f}", f"fact {f}") for f in scenario.facts]
    value = about if about in session.state.given else ""
    cells = cell_choices([(c.id, c.tag) for c in scenario.cells.values()])
    fields = (
        Field(
            key="what",
            label="What",
            kind="one",
            choices=tuple(Choice(w, label) for w, label in known),
            value=value,
        ),
        Field(key="to", label="Now known", kind="many", choices=cells),
        Field(key="how", label="How", kind="one", choices=_HOW, value="overheard"),
        Field(key="text", label="In words"),
    )

    def make(given: Given) -> Asked | str:
        if not given.get("what"):
            return "What came to be known? Choose it."
        how = cast(Literal["control", "given", "overheard", "mistake"], given.get("how") or "overheard")
        return Asked(
            Disclose(what=given["what"], to=several(given, "to"), how=how, text=words(given, "text"))
        )

    return Form(
        name="disclose", title="Who came to know what", needed="what, and to whom", fields=fields, make=make
    )


def correct_form(session: Session, inject: str) -> Form:
    """Correct an inject that was released; the first text stays (room F19)."""
    given_before = session.state.given[inject]
    fields = (
        Field(key="text", label="Correction", kind="text", hint="as it is read aloud"),
        Field(
            key="aloud",
            label="Read aloud",
            kind="one",
            choices=(Choice("yes", "yes", "1"), Choice("no", "no, on paper only", "2")),
            value="yes",
        ),
    )

    def make(given: Given) -> Asked | str:
        if not words(given, "text"):
            return "What is right? Type the words that are read aloud."
        return Asked(
            CorrectInject(inject=inject, text=words(given, "text"), read_aloud=given.get("aloud") != "no")
        )

    number = len(given_before.corrections) + 1
    return Form(
        name=f"correct:{inject}",
        title=f"Correction {number} to {inject}",
        needed="the words",
        fields=fields,
        make=make,
        notes=("Read: Correction to message " + inject + ". The first text stays on record.",),
    )


def clock_form(session: Session) -> Form:
    """Scenario time by hand."""
    day = session.scenario.calendar.date
    now = session.state.scenario_time
    fields = (
        Field(key="time", label="Time", hint="D+1 08:00" if day is None else f"{day} 08:00"),
        Field(key="because", label="In words", hint="needed to go backwards"),
    )

    def make(given: Given) -> Asked | str:
        time = parse_time(given.get("time", ""), day=day)
        if time is None:
            return f"Write the time as {'D+1 08:00' if day is None else f'{day} 08:00'}."
        return Asked(SetScenarioTime(time=time, reason=words(given, "because")))

    shown = show_time(now, day=day) if now is not None else "not begun"
    return Form(
        name="clock",
        title=f"Scenario time, now {shown}",
        needed="a time",
        fields=fields,
        make=make,
        save="Set",
    )


def late_form(session: Session) -> Form:
    """Shift the rest of the phase, with what each way would give (console 5)."""
    pace = pace_of(session)
    drop = to_drop(session)
    ways = [
        Choice("slide", f"slide: all still to come {pace.late} min later", "1"),
        Choice("compress", "compress: the rest in what is left of the phase", "2"),
    ]
    if drop is not None:
        ways.append(Choice("drop", f"drop {drop[0]}: gives {drop[1]} min back", "3"))
    fields = (
        Field(key="way", label="Way", kind="one", choices=tuple(ways), upright=True, value="slide"),
        Field(key="by", label="Minutes", value=str(pace.late), hint="for sliding"),
        *REASON_FIELDS,
    )
    before = dict(pace.plan)
    rows = [("to come", "plan", "slid", "pressed")]
    slid, pressed = dict(pace.slide(pace.late)), dict(pace.compress())
    rows += [(s, f"{before[s]}", f"{slid[s]}", f"{pressed[s]}") for s in pace.ahead[:_MOST_SHOWN]]
    notes = [f"{step:<9}{a:>6}{b:>7}{c:>9}" for step, a, b, c in rows]
    if len(pace.ahead) > _MOST_SHOWN:
        notes.append(f"and {len(pace.ahead) - _MOST_SHOWN} more")

    def make(given: Given) -> Asked | str:
        if given.get("way") == "drop" and drop is not None:
            return Asked(SkipStep(step=drop[0], reason=reason(given)))
        if given.get("way") == "compress":
            return Asked(ShiftRest(shifts=pace.compress(), how="compress", reason=reason(given)))
        by = given.get("by", "").strip()
        if not by.isdecimal() or not 0 < int(by) < 1000:
            return "By how many minutes? Type a number above 0."
        return Asked(ShiftRest(shifts=pace.slide(int(by)), how="slide", reason=reason(given)))

    return Form(
        name="late",
        title=f"Minute {pace.now}, {pace.late} behind the plan",
        needed="one way",
        fields=fields,
        make=make,
        notes=tuple(notes),
        save="Shift",
    )
