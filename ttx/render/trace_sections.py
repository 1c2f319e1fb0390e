"""What a trace says beside its links: decisions, commitments, dates, tensions and needs, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ttx.model.counting import how_many
from ttx.render.sheets import Sheet
from ttx.trace.drawing import Resting
from ttx.trace.meetings import Side
from ttx.trace.series import Reach, Spread, Traced
from ttx.trace.values import TraceLink

STATES: Mapping[str, str] = {
    "settled": "settled",
    "considered": "looked at, no bearing",
    "raised": "raised, not settled",
    "set_aside": "set aside",
    "not_raised": "not raised",
    "no_path": "no path could raise it",
}
"""How far a commitment came (room F22), the furthest first."""


def decisions_sheet(found: Iterable[Reach]) -> Sheet:
    """What each answer or move touched."""
    rows = tuple(
        (r.session, r.decision, f"#{r.record}", ", ".join(_bears(k) for k in r.links)) for r in found
    )
    return Sheet(
        "What each decision touched", ("session", "decision", "event", "touched"), rows, "None touched any."
    )


def _bears(link: TraceLink) -> str:
    standing = "" if link.settled else " (proposed, not settled)"
    return f"{link.prints} {link.target}{standing}"


def commitments_sheet(found: Sequence[Spread]) -> Sheet:
    """Who touched each commitment, how far it came, and how it is covered."""
    rows = tuple((s.target, s.locator, s.label, s.item, STATES[s.state], _touched(s)) for s in found)
    head = ("commitment", "at", "label", "coverage", "how far", "by whom")
    return Sheet(
        "Who touched each commitment (? not settled)",
        head,
        rows,
        "No catalogue is cited.",
        (14, 6, 18, 17, 22),
    )


def _touched(spread: Spread) -> str:
    several = len({name for name, _ in spread.touches}) > 1
    told = (
        f"{touch.cell or 'staff'} {touch.prints}{'' if touch.status == 'settled' else '?'} "
        f"{f'{name} ' if several else ''}#{touch.record}"
        for name, touch in spread.touches
    )
    return ", ".join(dict.fromkeys(told))


def states_line(found: Sequence[Spread]) -> str:
    """How many commitments came how far; stated views are not among them."""
    promises = [s for s in found if not s.stated]
    counts = {words: sum(s.state == state for s in promises) for state, words in STATES.items()}
    told = ", ".join(f"{n} {words}" for words, n in counts.items() if n)
    return f"{how_many(len(promises), 'commitment')}: {told}." if promises else "No commitments."


def dated_sheet(sessions: Sequence[Traced], *, all_of_them: bool = True) -> Sheet:
    """Dated commitments against scenario time: all, or those that scenario or record are about."""
    rows = tuple(
        (
            s.name,
            due.target,
            due.label,
            due.words,
            due.state,
            due.says,
            " ".join(f"#{n}" for n in due.records),
        )
        for s in sessions
        for due in s.trace.dated
        if all_of_them or due.in_scenario or due.records or due.target in {k.target for k in s.trace.links}
    )
    head = ("session", "commitment", "label", "date", "state", "what became of it", "events")
    return Sheet("Dated commitments", head, rows, "None.", (20, 14, 18, 40, 9))


def meetings_sheet(sessions: Sequence[Traced], *, all_of_them: bool) -> Sheet:
    """Tensions and needs: how far the record met them, how each side was settled, and by whom."""
    rows = tuple(
        (s.name, m.kind, m.id, m.state, m.says, "; ".join(_side(side) for side in m.sides))
        for s in sessions
        for m in s.trace.met
        if all_of_them or m.state in ("settled", "met") or (m.kind == "need" and m.sides[0].links)
    )
    head = ("session", "kind", "id", "state", "what pulls, or rests on what", "how its sides stand")
    return Sheet("Tensions and needs met", head, rows, "None.", (20, 7, 32, 8, 60))


def _side(side: Side) -> str:
    """Who settled it; how many more are not settled."""
    settled = [f"{k.prints} #{k.record} ({k.standing})" for k in side.links if k.settled]
    waiting = sum(not k.settled for k in side.links)
    told = [*settled, *([f"{waiting} not settled"] if waiting else [])]
    return f"{side.target.id}: {', '.join(told) or 'not looked at'}"


def resting_sheet(found: Sequence[Resting]) -> Sheet:
    """What of the scenario and the record rests on a citation."""
    rows = tuple((r.target, r.sort, r.id, r.label) for r in found)
    head = ("citation", "what", "id", "label")
    return Sheet("What rests on it", head, rows, "Nothing rests on it.", (14, 10, 30, 60))
