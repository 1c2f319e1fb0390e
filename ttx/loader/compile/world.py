"""What stands beside the course: cells, voices, tracks, facts, objectives, derived words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ttx.expressions import TrackType
from ttx.expressions.hints import did_you_mean, listed, shown
from ttx.loader.compile.context import Context
from ttx.loader.compile.notes import Notes
from ttx.loader.places import Path
from ttx.loader.schema import scenario as authored
from ttx.loader.schema.base import OPERATORS, is_name
from ttx.model.scenario import (
    Cell,
    ControlFact,
    DerivedCase,
    FactRelease,
    Objective,
    Track,
    Voice,
)

LONGEST_SCALE = 100
_FLAG = ("yes", "no")
_PHASE = "phase:"
_WORD = "Values are named in conditions: write half_open for half open."


def cells(given: Mapping[str, authored.Cell]) -> dict[str, Cell]:
    """Cells; a tag that is not given is the first four letters of the name's first word."""
    return {
        key: Cell(
            id=key,
            name=each.name,
            tag=each.tag or (each.name.split() or [key])[0][: authored.LONGEST_TAG],
            seats=each.seats,
            brief=each.brief,
            private=each.private,
        )
        for key, each in given.items()
    }


def voices(given: Mapping[str, authored.Voice]) -> dict[str, Voice]:
    """Who Control plays."""
    return {
        key: Voice(id=key, name=each.name, channels=each.channels, limits=each.limits)
        for key, each in given.items()
    }


def tracks(given: Mapping[str, authored.Track], notes: Notes) -> dict[str, Track]:
    """Tracks; one that cannot be what it says is TTX225."""
    return {
        key: _track(key, each, ("tracks", key), notes.beside(("tracks", key, "kind")))
        for key, each in given.items()
    }


def _track(key: str, given: authored.Track, path: Path, notes: Notes) -> Track:
    title = given.title or key
    if given.kind == "scale":
        return _scale(key, title, given, path, notes)
    values = _FLAG if given.kind == "flag" else given.values
    if given.kind == "flag" and given.values not in ((), _FLAG):
        notes.say("TTX225", (*path, "values"), "A flag is yes or no.", "For other words use kind: choice.")
    if given.kind == "choice" and len(set(values)) < max(len(values), 2):
        message = "A choice needs two or more values, each once."
        notes.say("TTX225", (*path, "values"), message)
    for n, value in enumerate(given.values):
        if not _readable(value):
            notes.say("TTX225", (*path, "values", n), f"{shown(value)} is no single word.", _WORD)
    start = given.start or ("no" if given.kind == "flag" else "")
    if not start:
        notes.say(
            "TTX202", path, "The key start is missing here.", f"It is one of: {listed(values)}.", key=True
        )
    elif values and start not in values:
        hint = did_you_mean(start, values) or f"It is one of: {listed(values)}."
        notes.say("TTX225", (*path, "start"), f"{shown(start)} is no value of {key}.", hint)
    return Track(id=key, title=title, kind=given.kind, values=values, start=start)


def _readable(value: str) -> bool:
    """Whether a condition can name a value: as one word, or as a whole number."""
    return value not in OPERATORS and (is_name(value) or (value.isascii() and value.isdigit()))


def _scale(key: str, title: str, given: authored.Track, path: Path, notes: Notes) -> Track:
    lo, hi = given.range if len(given.range) == 2 else (0, 0)
    if not 0 < hi - lo <= LONGEST_SCALE:
        message = f"A scale needs a range [least, greatest] of at most {LONGEST_SCALE} steps."
        notes.say("TTX225", (*path, "range"), message)
    for step in given.anchors:
        if not lo <= step <= hi:
            message = f"{step} is outside of the range {lo} to {hi}."
            notes.say("TTX225", (*path, "anchors", str(step)), message, key=True)
    start = _number(given.start)
    if start is None or not lo <= start <= hi:
        message = f"A scale needs a start between {lo} and {hi}."
        notes.say("TTX225", (*path, "start"), message, key=given.start is None)
    return Track(
        id=key, title=title, kind="scale", lo=lo, hi=hi, start=start or 0, anchors=dict(given.anchors)
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and len(text) < 10 and text.lstrip("+-").isdecimal() else None


def facts(given: Mapping[str, authored.Fact], ctx: Context) -> dict[str, ControlFact]:
    """What Control knows; a fact is told with an inject or a phase, never by the clock."""
    return {
        key: ControlFact(
            id=key,
            about=each.about,
            until=each.until,
            then=_release(each.then, ("facts", key, "then"), ctx),
        )
        for key, each in given.items()
    }


def _release(given: authored.FactRelease | None, path: Path, ctx: Context) -> FactRelease | None:
    if given is None:
        return None
    names, place = ctx.names, (*path, "when")
    phase = given.when.removeprefix(_PHASE).strip() if given.when.startswith(_PHASE) else None
    if phase is not None:
        names.known("phase", phase, names.phases, place)
    else:
        names.known("inject", given.when, names.injects, place)
    return FactRelease(
        inject=given.when if phase is None else None,
        phase=phase,
        to=names.cell_list(given.to, (*path, "to")),
        text=given.text,
    )


def objectives(given: Mapping[str, authored.Objective]) -> dict[str, Objective]:
    """What is examined."""
    return {
        key: Objective(id=key, text=each.text, evidence=each.evidence, commitments=each.commitments)
        for key, each in given.items()
    }


def derived(
    given: Mapping[str, tuple[authored.DerivedCase, ...]], ctx: Context
) -> tuple[dict[str, tuple[DerivedCase, ...]], Context]:
    """Derived words, and the context in which later conditions may read them.

    A derived word reads tracks and those derived above it, so none can turn in a circle.
    """
    made: dict[str, tuple[DerivedCase, ...]] = {}
    for key, given_cases in given.items():
        path: Path = ("derived", key)
        for n, case in enumerate(given_cases):
            if not _readable(case.value):
                ctx.notes.say("TTX228", (*path, n, "value"), f"{shown(case.value)} is no single word.", _WORD)
        cases = tuple(
            DerivedCase(c.value, ctx.when(c.when, (*path, n, "when"))) for n, c in enumerate(given_cases)
        )
        _closed(given_cases, path, ctx.notes)
        made[key] = cases
        words = tuple(dict.fromkeys(c.value for c in cases))
        known = {**ctx.scope.tracks, key: TrackType("derived", words)}
        ctx = replace(ctx, scope=replace(ctx.scope, tracks=known))
    return made, ctx


def _closed(cases: tuple[authored.DerivedCase, ...], path: Path, notes: Notes) -> None:
    """TTX228 unless the last case, and only the last, has no condition."""
    for n, case in enumerate(cases[:-1]):
        if case.when is None:
            message = "Only the last value can be without when; those below this are never reached."
            notes.say("TTX228", (*path, n), message)
    if not cases or cases[-1].when is not None:
        message = "A derived word needs a last value without when, for all other cases."
        notes.say("TTX228", path, message, "Add a last entry {value: WORD}.", key=True)
