"""The parts of the page on exploring that come behind the endings: answers, times, commitments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ttx.explore.answers import Dominated
from ttx.explore.findings import Explored, Whole
from ttx.explore.times import Run, Times
from ttx.model.counting import how_many, is_are
from ttx.model.parts import BEARINGS
from ttx.model.scenario import Scenario
from ttx.render.plain import cut, one_line, pad, width

_WIDE = 100
_BAR = 24
_OTHER = ("touches", "none")


def answers(whole: Whole, *, fancy: bool) -> list[str]:
    """What each answer moves, and which answers another one makes superfluous."""
    moving = [s for s in whole.sways if s.matters]
    idle = [s.decision for s in whole.sways if not s.matters]
    lines = ["WHAT AN ANSWER MOVES: how far apart the answers leave the ending they move most, even-handed"]
    wide = max((width(s.decision) for s in moving), default=0)
    full, blank = "█·" if fancy else "#."
    for sway in moving:
        filled = round(sway.spread * _BAR) or int(sway.spread > 0)
        bar = full * filled + blank * (_BAR - filled)
        lines.append(f"{pad(sway.decision, wide)}  {_points(sway.spread)}  {bar}  {sway.ending}")
    if idle:
        lines += wrapped(
            f"No ending depends on {_and(idle)}: that changes what is done and recorded, not the end."
        )
    return [*lines, *_dominated(whole.dominated)] if whole.sways else []


def _dominated(found: Sequence[Dominated]) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield "DOMINATED: another answer leaves every ending as open, serves no commitment worse, and gains"
    wide = max(width(f"{d.decision}.{d.option}") for d in found)
    for each in found:
        gains = ", ".join((*each.endings, *each.commitments))
        yield cut(f"{pad(f'{each.decision}.{each.option}', wide)}  by {each.by}: {gains}", _WIDE)
    yield "Texts for and against are not weighed. Give each a reason of its own, or a link that it serves."


def times(scenario: Scenario, found: Times, *, fancy: bool) -> list[str]:
    """Room minutes on three runs, and what each cell has of them."""
    runs = (found.shortest, found.even, found.longest)
    planned = sum(p.planned for p in found.phases)
    least, even, most = (_number(run.minutes) for run in runs)
    lines = [
        "TIMES in room minutes            shortest  even-handed  longest",
        f"{pad('the steps of a run', 29)}  {least:>10}  {even:>11}  {most:>7}   planned {planned}",
    ]
    wide = max(12, *(width(c) for c in scenario.cells))
    lines.append(
        f"{pad('cell', wide)}  decisions   idle: short  even  long  longest wait   busy, even-handed"
    )
    full, blank = "█·" if fancy else "#."
    for n, cell in enumerate(scenario.cells):
        share = runs[1].cells[n].busy / runs[1].minutes if runs[1].minutes else Fraction()
        filled = round(share * _BAR)
        idle = [_number(run.cells[n].idle) for run in runs]
        lines.append(
            f"{pad(cell, wide)}  {_decisions(runs, n):>9}   {idle[0]:>11}  {idle[1]:>4}  {idle[2]:>4}"
            f"  {found.idle_most[cell]:>12}   {full * filled}{blank * (_BAR - filled)}"
        )
    over = [p for p in found.phases if p.greatest > p.planned]
    lines += [
        f"{p.phase} plans {how_many(p.planned, 'minute')}; its steps take up to {p.greatest}." for p in over
    ]
    return lines if any(run.minutes for run in runs) else []


def _decisions(runs: tuple[Run, Run, Run], cell: int) -> str:
    counts = [run.cells[cell].decisions for run in runs]
    return _number(counts[1]) if len(set(counts)) > 1 else _number(counts[0])


def commitments(scenario: Scenario, explored: Explored) -> list[str]:
    """What some course touches, by bearing and cell, and what none does."""
    rows = list(_touched(scenario, explored))
    lines = [*rows, *_left_out(scenario, explored)]
    lost = [o for o in explored.objectives if not o.shown]
    if explored.objectives and not lost:
        every = _and([o.objective for o in explored.objectives])
        lines += wrapped(f"Objectives: some course can show each of {every}.")
    lines += [f"Objective {o.objective}: no course gives evidence of it." for o in lost]
    if not lines:
        return []
    head = (
        "COMMITMENTS that some course touches, by bearing and cell" if rows else "COMMITMENTS AND OBJECTIVES"
    )
    return [head, *lines]


def _touched(scenario: Scenario, explored: Explored) -> Iterator[str]:
    labels = {c: each.label for cat in scenario.catalogues.values() for c, each in cat.commitments.items()}
    targets = list(dict.fromkeys(t.target for t in explored.touches))
    wide = max((width(t) for t in targets), default=0)
    for target in targets:
        words: list[str] = []
        for bearing in (*BEARINGS, *_OTHER):
            cells = {t.cell for t in explored.touches if t.target == target and t.bearing == bearing}
            if cells:
                tags = [one_line(cell.tag) for name, cell in scenario.cells.items() if name in cells]
                words.append(f"{bearing} {' '.join(tags)}".rstrip())
        label = pad(cut(one_line(labels.get(target, "a sentence")), 18), 18)
        yield from wrapped(f"{pad(target, wide)}  {label}  {'; '.join(words)}", hang=wide + 22)


def _left_out(scenario: Scenario, explored: Explored) -> Iterator[str]:
    verb = "no course touches it" if explored.exact else "not touched yet"
    for each in explored.untouched:
        if each.named_by:
            yield from wrapped(f"{each.target}: {verb}, though named by {', '.join(each.named_by)}.")
    named = {t.target for t in explored.touches} | {u.target for u in explored.untouched if u.named_by}
    for catalogue in scenario.catalogues.values():
        rest = [c for c in catalogue.commitments if c not in named]
        if rest:
            count = f"{len(rest)} of the {how_many(len(catalogue.commitments), 'commitment')}"
            book = one_line(catalogue.short_title)
            yield f"{count} of {book} {is_are(len(rest))} not named in this scenario at all."


def listed(what: str, names: Sequence[str]) -> list[str]:
    """A line of names, wrapped; nothing where there are none."""
    return wrapped(f"{what}: {', '.join(names)}", hang=4) if names else []


def wrapped(text: str, hang: int = 2) -> list[str]:
    """The text in lines of at most 100 cells, all but the first indented by ``hang``."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line.strip() and width(line) + 1 + width(word) > _WIDE:
            lines.append(line)
            line = " " * hang + word
        else:
            line = f"{line} {word}" if lines or line else word
    return [*lines, line]


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _points(spread: Fraction) -> str:
    if spread in (0, 1):
        return f"{'100%' if spread else '0%':>6}"
    return f"{max(0.1, min(99.9, float(spread) * 100)):5.1f}%"


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.1f}"
