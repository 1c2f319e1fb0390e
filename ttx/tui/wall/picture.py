"""What a picture of the wall says, as lines: large words, few of them, no key and no mark of staff's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ttx.model.times import show_exercise, show_time
from ttx.services.watching import Picture
from ttx.tui.console.lines import Line, Run, bold, dim, line

_STATUS = {
    "before": "not begun",
    "running": "",
    "paused": "PAUSED",
    "break": "BREAK",
    "stopped": "STOP",
    "ended": "ended",
}
_BLANK: Line = ()


def chip_and_phase(picture: Picture) -> Line:
    """Whose wall it is, the exercise, the phase."""
    chip = "ROOM" if picture.audience == "room" else f"WALL {picture.audience}"
    phase = (dim("  "), Run(picture.phase)) if picture.phase else ()
    return (bold(f" {chip} ", "accent"), Run(" "), bold(picture.title), *phase)


def clocks(picture: Picture) -> Line:
    """Scenario time, exercise time, and whether play goes on."""
    at = picture.scenario_time
    scenario = (Run(show_time(at, day=picture.calendar.date)),) if at is not None else ()
    word = "holding" if picture.holding else _STATUS[picture.status]
    state = (Run(" "), bold(word, "warn")) if word else ()
    return (*scenario, dim("   exercise "), Run(show_exercise(picture.elapsed_ms)), *state, Run(" "))


def marking_of(picture: Picture) -> str:
    """The marking; a rehearsal says so."""
    return f"{picture.marking} // REHEARSAL" if picture.practice else picture.marking


def lines_of(picture: Picture) -> tuple[Line, ...]:
    """What was sent to this wall; empty where it is blank."""
    if picture.status == "stopped":
        return (line(bold("REAL WORLD. Play has stopped.", "warn")), line("Both clocks stand."))
    if picture.status == "break":
        back = f"Back at {picture.back_at}." if picture.back_at else "Play goes on when Control says so."
        return (line(bold("Break.")), line(back))
    if picture.shown is None:
        return ()
    makers = {"inject": _inject, "adhoc": _inject, "decision": _asked, "options": _asked}
    maker = makers.get(picture.shown.kind, _text)
    return tuple(maker(picture, picture.shown.fields))


def countdown(picture: Picture) -> str:
    """``5:48`` to answer what is on the wall, ``+2`` beyond it; empty where nothing is open."""
    if picture.left_ms is None or picture.status not in ("running", "paused"):
        return ""
    if picture.left_ms < 0:
        return f"+{-picture.left_ms // 60_000}"
    return f"{picture.left_ms // 60_000}:{picture.left_ms // 1000 % 60:02d}"


def _inject(picture: Picture, fields: Mapping[str, Any]) -> Iterable[Line]:
    yield line(dim("EXERCISE EXERCISE EXERCISE"))
    head = [f"From {fields['from_']}"] if fields.get("from_") else []
    head += [f"by {fields['channel']}"] if fields.get("channel") else []
    if fields.get("at") is not None:
        head.append(show_time(fields["at"], day=picture.calendar.date))
    if head:
        yield line(dim(", ".join(head)))
    if fields.get("title"):
        yield line(bold(str(fields["title"])))
    yield _BLANK
    for part in str(fields.get("text", "")).strip().split("\n"):
        yield line(part) if part else _BLANK
    for number, words in enumerate(fields.get("corrections", ()), start=1):
        yield _BLANK
        yield line(bold(f"Correction {number}  ", "warn"), str(words))


def _asked(picture: Picture, fields: Mapping[str, Any]) -> Iterable[Line]:
    yield line(dim(f"To {picture.asked}"))
    yield line(bold(str(fields["ask"])))
    for option in fields["options"]:
        yield _BLANK
        yield line(bold(f"{option['letter'].upper()}  "), option["text"])


def _text(picture: Picture, fields: Mapping[str, Any]) -> Iterable[Line]:
    assert picture.shown is not None
    if picture.shown.kind == "paraphrase":
        yield line(bold("PARAPHRASE - not the text", "warn"))
    if picture.shown.kind in ("passage", "paraphrase") and picture.shown.id:
        yield line(dim(picture.shown.id))
    for part in str(fields.get("text", "")).strip().split("\n"):
        yield line(part) if part else _BLANK
