"""What exploring costs: bundled scenarios whole, and a layered one from 10^3 to 10^6 transitions.

Each size runs in a process of its own, so that its memory is its own. Where ``make proof`` has set
Storm up, its time on the same PRISM text stands beside.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter

_ROOT = Path(__file__).parents[2]
_STORM = _ROOT / ".venv" / "proof" / "bin" / "python"
_HEAD = """\
format: ttx/1
id: layered
title: Layered
marking: EXERCISE
rulepacks: [room]
cells: {rok: {name: ROK}}
tracks:
  a: {kind: scale, range: [0, 60], start: 0}
  b: {kind: scale, range: [0, 60], start: 0}
  c: {kind: scale, range: [0, 60], start: 0}
phases:
- id: one
  title: One
  decisions:
"""
_DECISION = """\
  - id: D-{n}
    to: rok
    ask: w
    ruling: {{rule: room/dice, outcomes: {{low: {{effects: [a += 1]}}, high: {{effects: [b += 1]}}}}}}
    options:
      up: {{text: Up, ruling: {{rule: room/umpire, outcomes: {{stands: {{effects: [c += 1]}}, does_not: {{}}}}}}}}
"""
_TAIL = """\
endings:
  first: {when: a > b and b > c, title: First}
  second: {when: a + b > c + 3, title: Second}
  rest: {title: Rest}
"""
_RULES = """\
format: ttx-rules/1
id: room
title: Room
rules:
  dice: {kind: table, dice: 1d6, bands: [{result: low, to: 2}, {result: high, from: 3}]}
  umpire: {kind: umpire, results: {stands: It does, does_not: It does not}}
"""
_COURSES = 10_000
LAYERS = (5, 11, 22, 42)
"""About 10^3, 10^4, 10^5 and 10^6 transitions."""


def run(layers: tuple[int, ...] = LAYERS) -> list[tuple[str, float, str]]:
    """What was measured, the figure, and its unit."""
    return [*_bundled(), *(row for n in layers for row in _layered(n))]


def layered(layers: int):
    """A scenario of so many decisions, each a choice and then dice or an umpire over three scales."""
    from tests.small import texts
    from ttx.course import Script
    from ttx.loader import load_texts

    text = _HEAD + "".join(_DECISION.format(n=n) for n in range(layers)) + _TAIL
    loaded = load_texts(texts(text, rules=_RULES))
    if loaded.scenario is None:
        raise ValueError(str(loaded.problems))
    return Script(loaded.scenario)


def measured(layers: int) -> dict[str, float]:
    """States, transitions, seconds and the greatest memory of this process, in bytes."""
    from ttx.course import begin
    from ttx.course.kernel import Kernel
    from ttx.explore.likely import Likely

    script = layered(layers)
    before = _memory()
    start = perf_counter()
    likely = Likely(Kernel(script, begin(script)), tuple(e.id for e in script.scenario.endings))
    likely.walk(10**8)
    likely.chances()
    seconds = perf_counter() - start
    figures = {"states": likely.states, "transitions": likely.transitions, "seconds": seconds}
    return {**figures, "memory": _memory() - before}


def _memory() -> int:
    """The greatest memory this process has held, in bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _bundled() -> list[tuple[str, float, str]]:
    from ttx.course import Reach, Script
    from ttx.explore.endings import explore
    from ttx.services import checking, library

    rows = []
    for name in library.bundled_ids():
        scenario = checking.playable(library.source_of(name)).scenario
        for word, reach in (("", Reach()), (" in its widest reach", Reach(silence=True, contingency=True))):
            start = perf_counter()
            explore(Script(scenario), reach=reach)
            rows.append((f"endings of {name}{word}", perf_counter() - start, "seconds"))
        rows.append((f"book play of {name}", _played(Script(scenario)), "courses a second"))
    return rows


def _played(script) -> float:
    """Courses from begin to end a second, drawn at random through the packed course."""
    import random

    from ttx.course import begin
    from ttx.course.kernel import Kernel

    kernel, draw = Kernel(script, begin(script)), random.Random(53)
    for courses in (2_000, _COURSES):  # what the first ones learn is not counted
        start = perf_counter()
        for _ in range(courses):
            place, number = kernel.place, kernel.number
            while deeds := kernel.choices(place, number).deeds:
                deed = draw.choice(deeds)
                place, keep, put, _ = deed.known.get(number & deed.mask) or kernel.carry_out(deed, number)
                number = number & keep | put
    return _COURSES / (perf_counter() - start)


def _layered(layers: int) -> list[tuple[str, float, str]]:
    code = (
        f"import json; from tests.bench.bench_explore import measured; print(json.dumps(measured({layers})))"
    )
    found = json.loads(_output([sys.executable, "-c", code], ""))
    name = f"layered, {found['transitions']:,.0f} transitions"
    rows = [
        (name, found["seconds"], "seconds"),
        (name, found["transitions"] / found["seconds"], "transitions a second"),
        (name, found["memory"] / 2**20, "MB more than before"),
    ]
    return rows + _storm(name, layers, found["seconds"])


def _storm(name: str, layers: int, mine: float) -> list[tuple[str, float, str]]:
    """Storm's own seconds, building and checking both PRISM texts, and how many times ours that is."""
    if not _STORM.exists():
        return []
    from ttx.explore.prism import prism

    script = layered(layers)
    labels = [f"ending_{e.id}" for e in script.scenario.endings]
    asked = {"name": name, "mdp": prism(script), "dtmc": prism(script, even=True), "labels": labels}
    asking = _ROOT / "tests" / "proof" / "asking_storm.py"
    theirs = 0.0
    rows = []
    for word in ("exact", "floating"):
        line = json.dumps({**asked, "exact": word == "exact"}) + "\n"
        theirs = sum(json.loads(_output([str(_STORM), str(asking)], line))["seconds"])
        rows.append((f"{name}, Storm {word}", theirs, "seconds"))
    return [*rows, (name, mine / theirs, "times the seconds of Storm in floating point")]


def _output(command: list[str], given: str) -> str:
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True, cwd=_ROOT).stdout
