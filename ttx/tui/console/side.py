"""The side of the console: tracks, commitments touched so far, what is still to do."""

from __future__ import annotations

from typing import TypeAlias

from ttx.engine import standing
from ttx.frozen import dataclass
from ttx.model.catalogue import short_target
from ttx.model.counting import how_many
from ttx.model.events import AnswerRecorded, LinkSettled, LinkTagged, MoveRecorded
from ttx.model.records import LinkRecord
from ttx.model.scenario import Track
from ttx.services.reviewing import Stands
from ttx.services.session import Session
from ttx.services.unsettled import to_complete, unsettled
from ttx.tui.cells import fit, width
from ttx.tui.console.card import cell_runs
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.glyphs import bearing_glyph, bearing_word
from ttx.tui.keymap import CONSOLE, GO, sign_of

_BAR = 10
_ACTION_OF = {
    "note": "note",
    "contact": "contact",
    "question": "question",
    "control": "question",
    "adhoc": "adhoc",
    "ruling": "rule",
    "overrule": "rule",
    "retract": "take_back",
    "complete": "fill_in",
    "settle": "settle",
    "phase": "phase",
    "end": "phase",
    "pause": "pause",
    "first": "step",
    "slip": "step",
    "skip": "skip",
    "defer": "defer",
    "release": "release",
}
"""Family of a form -> the action that opens it again; answers and moves open with that of a move."""
_BEHIND_G = {
    "observe": "observe",
    "rate": "evaluate",
    "finding": "evaluate",
    "mend": "evaluate",
    "hot wash": "evaluate",
    "seat": "seats",
    "disclose": "disclosed",
    "correct": "correct",
    "clock": "clock",
}
"""As above, of those that stand behind ``g``."""
SIDE = 32
"""Cells of a line beside the card."""
WIDE = 50
"""Cells from which titles stand whole and bearings bear their words."""
_NAME, _LONG_NAME, _LEAST_NAME = 18, 36, 8
_LABEL = 19
"""Cells of a commitment's label where there is room for it."""


def tracks_of(session: Stands, cells: int = SIDE, most: int | None = None) -> tuple[Line, ...]:
    """One line a track, or one for each of the first few: a bar and a number for a scale, else a word.

    The titles yield, all alike, so that no value is cut; where they would be left too few cells, the bars go.
    """
    values = dict(session.state.position.tracks)
    tracks = [(t, values.get(t.id, t.start)) for t in session.scenario.tracks.values()][:most]
    for bars in (True, False):
        tails = [_value_of(track, value, bar=bars) for track, value in tracks]
        name = cells - 1 - max(map(width, tails), default=0)
        if name >= _LEAST_NAME:
            break
    name = max(_LEAST_NAME, min(name, _NAME if cells < WIDE else _LONG_NAME))
    return tuple(
        line(*fit((Run(track.title),), name), Run(" "), *tail)
        for (track, _), tail in zip(tracks, tails, strict=True)
    )


def _value_of(track: Track, value: int | str, *, bar: bool) -> Line:
    if track.kind != "scale" or not isinstance(value, int):
        return (bold(str(value).replace("_", " ")),)
    if not bar:
        return (bold(str(value)),)
    used = round(_BAR * (value - track.lo) / max(1, track.hi - track.lo))
    return (Run("╍" * used), Run("╌" * (_BAR - used), "rule"), bold(f" {value:>3}"))


@dataclass(frozen=True, slots=True)
class Touched:
    """A commitment with the latest bearing on it, cell by cell."""

    target: str
    label: str
    marks: tuple[tuple[str, str, bool], ...]
    """(cell, bearing, whether staff settled it)"""


def touched(session: Stands) -> tuple[Touched, ...]:
    """Commitments that a record was tagged with or settled on, in the order they were met.

    Of a cell the last bearing is shown, record by record: no bearing of one record hides no other.
    """
    return session.once(_touched) if isinstance(session, Session) else _touched(session)


def _touched(session: Stands) -> tuple[Touched, ...]:
    found: dict[str, _Marks] = {}
    cells_of: dict[int, tuple[str, ...]] = {}
    for event in standing(session.events):
        fact = event.fact
        if isinstance(fact, AnswerRecorded | MoveRecorded):
            cells_of[event.seq] = fact.cells if isinstance(fact, AnswerRecorded) else (fact.cell,)
            for link in fact.links:
                _mark(found, link, event.seq, cells_of[event.seq], settled=False)
        elif isinstance(fact, LinkTagged | LinkSettled):
            settled = isinstance(fact, LinkSettled)
            _mark(found, fact.link, fact.of, cells_of.get(fact.of, ()), settled=settled)
    return tuple(
        Touched(target, label_of(session, target), _by_cell(marks))
        for target, marks in found.items()
        if marks
    )


_Marks: TypeAlias = dict[tuple[str, int], tuple[str, bool]]
"""(cell, record) -> (bearing, whether staff settled it); the one put last stands last."""


def _mark(
    found: dict[str, _Marks], link: LinkRecord, record: int, cells: tuple[str, ...], *, settled: bool
) -> None:
    marks = found.setdefault(link.target, {})
    for cell in link.cells or cells:
        marks.pop((cell, record), None)
        if link.bearing != "none":
            marks[cell, record] = (link.bearing, settled)


def _by_cell(marks: _Marks) -> tuple[tuple[str, str, bool], ...]:
    last = {cell: mark for (cell, _), mark in marks.items()}
    return tuple((cell, bearing, settled) for cell, (bearing, settled) in last.items())


def label_of(session: Stands, target: str) -> str:
    """A commitment's label; a sentence's label or its locator."""
    for catalogue in session.scenario.catalogues.values():
        if target in catalogue.commitments:
            return catalogue.commitments[target].label
        locator = target.partition(":")[2]
        if locator in catalogue.sentences:
            return catalogue.sentences[locator].label or locator
    return target


def commitments_of(session: Stands, cells: int = SIDE) -> tuple[Line, ...]:
    """One line a commitment touched so far; where there is room, with the word of each bearing."""
    wide = cells >= WIDE
    lines = []
    for one in touched(session):
        short = short_target(one.target)
        by_bearing: dict[tuple[str, bool], list[str]] = {}
        for cell, bearing, settled in one.marks:
            by_bearing.setdefault((bearing, settled), []).append(cell)
        runs: list[Run] = []
        for (bearing, settled), who in by_bearing.items():
            mark = bearing_glyph(bearing) + ("" if settled else "?")
            word = f" {bearing_word(bearing)}" if wide else ""
            runs += [Run(f" {mark}{word} ", bearing), *cell_runs(session, who)]
        label = fit((Run(one.label),), _NAME - 3 if not wide else _LABEL)
        lines.append(line(bold(f"{short:<6}"), *label, *runs))
    return tuple(lines)


def counts(session: Stands) -> str:
    """``3 of 64 touched``."""
    total = sum(len(c.commitments) for c in session.scenario.catalogues.values())
    met = sum(":" not in one.target for one in touched(session))
    return f"{met} of {total} touched" if total else "no source cited"


def to_do(session: Session) -> tuple[Line, ...]:
    """What waits for somebody, each with the key that goes there."""
    lines: list[Line] = []
    for number, asked in session.state.questions.items():
        minutes = (session.elapsed() - asked.ms) // 60_000
        lines.append(
            line(
                bold("! ", "warn"),
                *cell_runs(session, (asked.cell,)),
                f" asks, {minutes} min",
                dim(f"  {_key('question')} #{number}"),
            )
        )
    if left := len(to_complete(session)):
        lines.append(line(f"{how_many(left, 'record')} to complete", dim(f"  {_key('fill_in')}")))
    if begun := session.half_typed:
        keys = sorted({_opens(name.partition(":")[0]) for name in begun})
        lines.append(line(f"{len(begun)} half typed, offered again", dim(f"  {' '.join(keys)}")))
    if open_ := len(unsettled(session)):
        lines.append(line(f"{how_many(open_, 'link')} to settle", dim(f"  {_key('settle')}")))
    return tuple(lines)


def _opens(family: str) -> str:
    """The keys that open a form of that family again."""
    if family in _BEHIND_G:
        return f"{_key('go')} {sign_of(_BEHIND_G[family], GO)}"
    return _key(_ACTION_OF.get(family, "move"))


def _key(action: str) -> str:
    return sign_of(action, CONSOLE)


__all__ = [
    "commitments_of",
    "counts",
    "label_of",
    "to_complete",
    "to_do",
    "touched",
    "tracks_of",
    "unsettled",
]
