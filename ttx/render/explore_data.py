"""What exploring found, for programs, and its witnesses as moves files.

Format ``ttx.explore/1``. ``exact`` says whether the whole course was walked: if so chances are
numbers with the exact fractions beside them; if not, ``min`` and ``max`` of an ending are null,
``even`` is an estimate with its interval, and what is not reached is not known to be out of reach.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from ttx.explore.asking import Asked
from ttx.explore.chances import Chance
from ttx.explore.endings import Endings
from ttx.explore.findings import Explored, Whole
from ttx.explore.reached import Claim
from ttx.explore.sampling import Estimate, Sampled, wilson
from ttx.explore.times import Run, Times
from ttx.explore.witness import MoveEntry

FORMAT = "ttx.explore/1"
_START = "2026-01-01T00:00:00Z"
_BARE = re.compile(r"[A-Za-z][\w-]*(\.[\w-]+)*")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def endings_json(endings: Endings) -> str:
    """The chances alone: numbers, and beside them the exact fractions."""
    whole = {
        "format": FORMAT,
        "exact": True,
        "states": endings.states,
        "endings": {name: _chance(chance) for name, chance in endings.endings.items()},
    }
    return _dumped(whole)


def explored_json(explored: Explored) -> str:
    """Everything exploring says."""
    drawn = explored.sampled
    data: dict[str, Any] = {
        "format": FORMAT,
        "exact": explored.exact,
        "states": explored.states,
        "transitions": explored.transitions,
        "stopped": explored.stopped or None,
        "silence": explored.reach.silence,
        "contingency": explored.reach.contingency,
        "endings": _endings(explored),
        "claims": [_claim(c) for c in explored.claims],
        "touches": [
            {"target": t.target, "bearing": t.bearing, "cell": t.cell, "by": list(t.by)}
            for t in explored.touches
        ],
        "untouched": [{"target": u.target, "named_by": list(u.named_by)} for u in explored.untouched],
        "objectives": [
            {"id": o.objective, "shown": o.shown, "by": list(o.by), "untouched": list(o.untouched)}
            for o in explored.objectives
        ],
    }
    if drawn is not None:
        minutes = drawn.minutes
        data["samples"] = drawn.runs
        data["minutes"] = {"least": min(minutes, default=None), "greatest": max(minutes, default=None)}
    if explored.whole is not None:
        data |= _whole(explored.whole)
    return _dumped(data)


def asked_json(asked: Asked, drawn: Sampled | None) -> str:
    """The answer to one condition; ``chance`` as for an ending."""
    chance: dict[str, Any] = _chance(asked.chance) if not asked.stopped else _bounded(drawn)
    data = {
        "format": FORMAT,
        "exact": not asked.stopped,
        "states": asked.states,
        "stopped": asked.stopped or None,
        "ask": asked.text,
        "can": True if asked.moves is not None else (None if asked.stopped else False),
        "chance": chance,
        "moves": None if asked.moves is None else [dict(m) for m in asked.moves],
    }
    return _dumped(data)


def moves_file(scenario: str, what: str, moves: Sequence[MoveEntry]) -> str:
    """A witness as a moves file that ``play`` takes.

    Args:
        scenario: the scenario's id.
        what: where the moves lead, for the comment in the first line.
        moves: from the start to there.
    """
    lines = [
        f"# As explore found it: the fewest choices from the start to {' '.join(what.split())}.",
        f"scenario: {_word(scenario)}",
        "seed: explore",
        f"start: {_START}",
        "moves:" if moves else "moves: []",
        *(f"  - {flow(move)}" for move in moves),
    ]
    return "\n".join(lines) + "\n"


def flow(value: object) -> str:
    """A move as YAML on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_word(str(k))}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(each) for each in value) + "]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int) else _word(str(value))


def _word(text: str) -> str:
    if _BARE.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)


def _endings(explored: Explored) -> dict[str, Any]:
    if explored.whole is not None:
        return {name: _chance(chance) for name, chance in explored.whole.endings.items()}
    if explored.sampled is None:
        names = [c.name for c in explored.claims if c.kind == "ending"]
        return {name: {"min": None, "max": None, "even": None} for name in names}
    return {name: _estimate(each) for name, each in explored.estimates().items()}


def _bounded(drawn: Sampled | None) -> dict[str, Any]:
    if drawn is None:
        return {"min": None, "max": None, "even": None}
    return _estimate(wilson(drawn.hits, drawn.runs))


def _estimate(each: Estimate) -> dict[str, Any]:
    return {"min": None, "max": None, "even": each.share, "interval": [each.low, each.high], "of": each.of}


def _chance(chance: Chance) -> dict[str, Any]:
    three = {"min": chance.min, "max": chance.max, "even": chance.even}
    numbers: dict[str, Any] = {word: float(c) for word, c in three.items()}
    return numbers | {"fractions": {word: str(c) for word, c in three.items()}}


def _claim(claim: Claim) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": claim.kind, "name": claim.name, "reached": claim.reached}
    if claim.held_back:
        data["held_back"] = True
    if claim.reached:
        data["moves"] = [dict(m) for m in claim.moves]
    return data


def _whole(whole: Whole) -> dict[str, Any]:
    return {
        "courses": whole.courses,
        "open": [{"phase": o.phase, "reached": float(o.reached), "open": float(o.open)} for o in whole.open],
        "sways": [
            {
                "decision": s.decision,
                "asked": float(s.asked),
                "ending": s.ending,
                "spread": float(s.spread),
                "matters": s.matters,
            }
            for s in whole.sways
        ],
        "dead_ends": [[dict(m) for m in moves] for moves in whole.dead_ends],
        "shadowed": [
            {"ending": s.ending, "by": list(s.by), "moves": [dict(m) for m in s.moves]}
            for s in whole.shadowed
        ],
        "order_matters": [
            {"first": c.first, "second": c.second, "answers": list(c.answers), "endings": list(c.endings)}
            for c in whole.crossed
        ],
        "tracks": {
            t.track: {
                "reached": list(t.reached),
                "never": list(t.never),
                "clamps": [{"at": c.at, "by": c.by} for c in t.clamps],
            }
            for t in whole.tracks
        },
        "dominated": [
            {
                "decision": d.decision,
                "option": d.option,
                "by": d.by,
                "endings": list(d.endings),
                "commitments": list(d.commitments),
            }
            for d in whole.dominated
        ],
        "times": _times(whole.times),
    }


def _times(times: Times) -> dict[str, Any]:
    return {
        "shortest": _run(times.shortest),
        "longest": _run(times.longest),
        "even": _run(times.even),
        "idle_most": times.idle_most,
        "phases": [
            {"phase": p.phase, "planned": p.planned, "least": p.least, "greatest": p.greatest}
            for p in times.phases
        ],
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "minutes": _number(run.minutes),
        "decisions": _number(run.decisions),
        "cells": {
            c.cell: {"decisions": _number(c.decisions), "busy": _number(c.busy), "idle": _number(c.idle)}
            for c in run.cells
        },
        "moves": [dict(m) for m in run.moves],
    }


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)


def _dumped(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
