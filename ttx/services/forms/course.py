"""Leaving the book and closing: skip, defer, out of turn, take back, phase, ENDEX, pause, stop."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, cast

from ttx.course import End, Enter, closing, ending
from ttx.engine import refers_to, retracted, standing
from ttx.model.commands import (
    Command,
    DeferStep,
    EndExercise,
    EnterPhase,
    LiftStop,
    Pause,
    PutDecision,
    ReleaseInject,
    Retract,
    SkipStep,
    TakeNote,
)
from ttx.model.events import AdHocReleased, InjectReleased
from ttx.model.records import Reason
from ttx.model.words import Words
from ttx.render.phrases import phrase
from ttx.services.forms.values import REASON_FIELDS, Asked, Choice, Field, Form, Given, reason, words
from ttx.services.session import Session


def skip_form(step: str) -> Form:
    """Leave a step out."""
    return _reasoned(f"Skip {step}", lambda r: SkipStep(step=step, reason=r), "Skip")


def defer_form(step: str) -> Form:
    """Put a step off, behind the last one of its phase."""
    return _reasoned(
        f"Put {step} off to the end of the phase", lambda r: DeferStep(step=step, reason=r), "Defer"
    )


def out_of_turn_form(session: Session, step: str) -> Form:
    """Release an inject or put a decision that is not next on the book."""
    if step in session.script.decisions:
        return _reasoned(f"Put {step} now", lambda r: PutDecision(decision=step, reason=r), "Put")
    return _reasoned(f"Release {step} now", lambda r: ReleaseInject(inject=step, reason=r), "Release")


def _reasoned(title: str, command: Callable[[Reason], Command], save: str) -> Form:
    def make(given: Given) -> Asked | str:
        return Asked(command(reason(given)))

    return Form(name=title, title=title, needed="one reason", fields=REASON_FIELDS, make=make, save=save)


def retract_form(session: Session, number: int) -> Form:
    """Take an event back: what goes with it is said before."""
    event = session.events[number - 1]
    released = isinstance(event.fact, InjectReleased | AdHocReleased)
    heard = (
        Choice("no", "no, nobody heard it", "1"),
        Choice("aloud", "yes, and it is withdrawn aloud", "2"),
        Choice("stands", "yes; what they know stands", "3"),
    )
    fields = (
        *(
            (Field(key="read_out", label="Heard", kind="one", choices=heard, upright=True),)
            if released
            else ()
        ),
        *REASON_FIELDS,
    )
    also = [n for n in refers_to(session.events, number) if n not in retracted(session.events)]
    notes = [f"#{number} {phrase(event, session.scenario)}"]
    notes += [f"goes too: #{n} {phrase(session.events[n - 1], session.scenario)}" for n in also]

    def make(given: Given) -> Asked | str:
        if released and not given.get("read_out"):
            return "Did the room hear it? What was heard cannot be unheard."
        read_out = cast(Literal["", "no", "aloud", "stands"], given.get("read_out", ""))
        return Asked(Retract(of=number, reason=reason(given), read_out=read_out))

    return Form(
        name=f"retract:{number}",
        title=f"Take back #{number}",
        needed="whether it was heard, and a reason" if released else "a reason",
        fields=fields,
        make=make,
        notes=tuple(notes),
        save="Take back",
    )


def phase_form(session: Session) -> Form:
    """Close the phase and go to another, or end the exercise; a rehearsal goes anywhere without a word."""
    practice = session.state.practice
    position = session.state.position
    follows = closing(session.script, position)
    on_book = follows.phase if isinstance(follows, Enter) else "end"
    chosen = [
        Choice(p.id, f"{n} {p.title}", str(n))
        for n, p in enumerate(session.scenario.phases, start=1)
        if p.id != position.phase
    ]
    if not isinstance(follows, End):
        chosen.append(Choice("end", "ENDEX: the exercise ends here", "0"))
    else:
        chosen = [*chosen, Choice("end", "ENDEX, as the book has it", "0")]
    waiting = _waiting(session)

    def make(given: Given) -> Asked | str:
        where = given.get("phase") or on_book
        open_ = practice or given.get("open") == "yes"
        because = words(given, "because")
        if practice and where != on_book:
            because = because or Words("rehearsal")
        if where == "end":
            return Asked(EndExercise(because=because, leave_open=open_))
        return Asked(EnterPhase(phase=where, because=because, leave_open=open_))

    open_field = Field(
        key="open",
        label="Leave open",
        kind="one",
        choices=(Choice("no", "no"), Choice("yes", "yes")),
        value="no",
    )
    return Form(
        name="phase",
        title="Close this phase",
        needed="" if practice else "words where it leaves the book",
        fields=(
            Field(key="phase", label="Next", kind="one", choices=tuple(chosen), value=on_book, upright=True),
            *((open_field,) if waiting and not practice else ()),
            Field(key="because", label="Because"),
        ),
        make=make,
        notes=waiting,
        save="Go there",
    )


def _waiting(session: Session) -> tuple[str, ...]:
    position = session.state.position
    lines = [f"{slot} waits for an answer." for slot in position.open]
    lines += [f"{owed.decision} waits for a ruling." for owed in position.owed]
    return tuple(lines)


def end_form(session: Session) -> Form:
    """ENDEX: the ending that the conditions give is proposed; another takes words."""
    proposed = ending(session.script, session.state.position)
    choices = tuple(Choice(e.id, e.title, str(n)) for n, e in enumerate(session.scenario.endings, start=1))
    waiting = _waiting(session)

    def make(given: Given) -> Asked | str:
        chosen = given.get("ending") or None
        because = words(given, "because")
        if chosen != proposed and not because:
            return "The conditions give another ending: say in a few words why it came out so."
        return Asked(EndExercise(ending=chosen, because=because, leave_open=bool(waiting)))

    return Form(
        name="end",
        title="ENDEX",
        needed="an ending; words for another than proposed",
        fields=(
            Field(key="ending", label="Ending", kind="one", choices=choices, value=proposed, upright=True),
            Field(key="because", label="Because"),
        ),
        make=make,
        notes=("An ending says how it came out. It is no grade.", *waiting),
        save="End the exercise",
    )


def pause_form() -> Form:
    """The exercise clock stands; a break may name its minutes."""
    fields = (
        Field(key="text", label="Pause", hint="Enter pauses; 10 is a break of ten minutes; or a reason"),
    )

    def make(given: Given) -> Asked | str:
        text = words(given, "text")
        minutes = re.fullmatch(r"(?:break\s+)?(\d{1,3})(?:\s*min)?", text)
        if minutes:
            return Asked(Pause(kind="break", minutes=int(minutes[1])))
        return Asked(Pause(reason=Reason("other", text) if text else None))

    return Form(name="pause", title="Pause", needed="", fields=fields, make=make, save="Pause")


def lift_form() -> Form:
    """Lift the real-world stop."""

    def make(given: Given) -> Asked | str:
        return Asked(LiftStop(reason=words(given, "text")))

    fields = (Field(key="text", label="Reason", hint="why play may go on; it stays paused"),)
    return Form(name="lift", title="Lift the stop", needed="", fields=fields, make=make, save="Lift")


def note_form(session: Session, about: str = "") -> Form:
    """A quick note; its first sign may tag it.

    Args:
        session: where it is taken.
        about: the step whose newest event it is tied to, where that has one.
    """
    of = _newest_of(session, about) if about else None
    signs = {"!": "challenge", "*": "insight", "p ": "park"}

    def make(given: Given) -> Asked | str:
        text = given.get("text", "").strip()
        if not text:
            return "A note needs words."
        tag = next((t for sign, t in signs.items() if text.startswith(sign)), "")
        if tag:
            text = text[1:].strip()
        elif found := re.match(r"#([\w-]+)\s+", text):
            tag, text = found[1], text[found.end() :]
        return Asked(TakeNote(text=Words(text), tag=tag, of=of), "scribe") if text else "A note needs words."

    tied = f", tied to {about}, #{of}" if of else ""
    fields = (Field(key="text", label="Note", hint="! challenge   * insight   p park   #tag"),)
    return Form(name="note", title=f"Note{tied}", needed="", fields=fields, make=make)


def _newest_of(session: Session, step: str) -> int | None:
    """Number of the newest standing event that names an inject, a decision or a phase."""
    named = (
        event.seq
        for event in reversed(tuple(standing(session.events)))
        if step in (getattr(event.fact, name, None) for name in ("decision", "inject", "phase"))
    )
    return next(named, None)
