"""What a rehearsal came to: a page for a terminal, and JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from ttx.model.counting import how_many
from ttx.model.rehearsal import Ended, Lengths, Rehearsal
from ttx.model.times import show_length
from ttx.render.plain import one_line, pad, width

_WIDE = 100
"""Display cells of a line of the page."""
_NUMBERS = 8
"""Session numbers that are named before it says how many more there are."""


def rehearsal_text(rehearsal: Rehearsal) -> str:
    """The page: endings, final values, answers, exercise time, and whatever was refused."""
    r = rehearsal
    few = f" of {r.asked:,}, stopped" if r.played < r.asked else ""
    return "\n".join(
        [
            one_line(r.marking),
            f"{one_line(r.title)}: {how_many(r.played, 'session')}{few}, seed {one_line(r.seed)}",
            f"Chosen {one_line(r.how)}.",
            "",
            *_endings(r),
            "",
            *_counts("track", "final values", r.tracks),
            "",
            *_counts("decision", "answers", r.decisions),
            "",
            f"Exercise time  {_lengths(r.lengths)}",
            f"On record      {how_many(r.events, 'event')}, all of them practice: they never count",
            *_reasons("Refused        ", r.refused, "nothing"),
            *_reasons("Moves left     ", r.misfits, ""),
            "",
            "Even-handed: every answer weighs the same. It describes the file, not what states do.",
            "",
        ]
    )


def _lengths(lengths: Lengths) -> str:
    said = (("shortest", lengths.shortest), ("median", lengths.median), ("longest", lengths.longest))
    return ", ".join(f"{word} {show_length(minutes)}" for word, minutes in said)


def _endings(r: Rehearsal) -> list[str]:
    wide = max(width(each) for each in ("ending", *r.endings))
    lines = [f"{pad('ending', wide)}  sessions   share  even-handed"]
    for name, ended in r.endings.items():
        even = "?" if ended.even is None else _percent(ended.even)
        share = _percent(Fraction(ended.count, r.played))
        lines.append(f"{pad(name, wide)}  {ended.count:>8,}  {share:>6}  {even:>11}  {one_line(ended.title)}")
    if r.unexplored:
        lines.append(f"Even-handed chances are not known: {one_line(r.unexplored)}")
    return lines


def _counts(
    name: str, of: str, table: Mapping[str, Mapping[int | str, int]] | Mapping[str, Mapping[str, int]]
) -> list[str]:
    """A row an entry: its name, and each value with how often it came."""
    if not table:
        return [f"No {name}s."]
    wide = max(width(each) for each in (name, *table))
    lines = [f"{pad(name, wide)}  {of}"]
    for key, counts in table.items():
        rows = _folded([f"{value} {count:,}" for value, count in counts.items()], _WIDE - wide - 2)
        lines += [f"{pad(key if n == 0 else '', wide)}  {row}" for n, row in enumerate(rows)]
    return lines


def _folded(parts: Sequence[str], room: int) -> list[str]:
    rows = [""]
    for part in parts:
        longer = f"{rows[-1]}   {part}" if rows[-1] else part
        if width(longer) > room and rows[-1]:
            rows.append(part)
        else:
            rows[-1] = longer
    return rows


def _reasons(head: str, reasons: Mapping[str, Iterable[int]], none: str) -> list[str]:
    if not reasons:
        return [f"{head}{none}"] if none else []
    lines: list[str] = []
    for why, sessions in reasons.items():
        numbers = tuple(sessions)
        named = ", ".join(str(n) for n in numbers[:_NUMBERS])
        more = f" and {len(numbers) - _NUMBERS:,} more" if len(numbers) > _NUMBERS else ""
        plural = "s" if len(numbers) > 1 else ""
        lines.append(
            f"{head if not lines else ' ' * len(head)}{one_line(why)} (session{plural} {named}{more})"
        )
    return lines


def _percent(chance: Fraction) -> str:
    """``30.0%``; never rounded to a certainty that is none."""
    if chance in (0, 1):
        return "100%" if chance else "0%"
    return f"{min(max(float(chance) * 100, 0.1), 99.9):.1f}%"


def rehearsal_json(rehearsal: Rehearsal) -> str:
    """The same as JSON, format ``ttx.rehearse/1``; exact chances stand beside as fractions."""
    r = rehearsal
    whole = {
        "format": "ttx.rehearse/1",
        "scenario": r.scenario,
        "title": r.title,
        "marking": r.marking,
        "practice": True,
        "seed": r.seed,
        "how": r.how,
        "sessions": {"asked": r.asked, "played": r.played},
        "endings": {name: _ended(ended, r.played) for name, ended in r.endings.items()},
        "unexplored": r.unexplored or None,
        "tracks": {name: {str(v): n for v, n in counts.items()} for name, counts in r.tracks.items()},
        "decisions": {name: dict(counts) for name, counts in r.decisions.items()},
        "minutes": {
            "shortest": r.lengths.shortest,
            "median": r.lengths.median,
            "longest": r.lengths.longest,
        },
        "events": r.events,
        "refused": _listed(r.refused),
        "misfits": _listed(r.misfits),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _ended(ended: Ended, played: int) -> dict[str, object]:
    known = ended.even is not None
    return {
        "title": ended.title,
        "sessions": ended.count,
        "share": ended.count / played,
        "even": float(ended.even) if ended.even is not None else None,
        "fraction": str(ended.even) if known else None,
    }


def _listed(reasons: Mapping[str, Sequence[int]]) -> list[dict[str, object]]:
    return [{"why": why, "sessions": list(numbers)} for why, numbers in reasons.items()]
