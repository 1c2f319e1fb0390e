"""What ttx once read and now writes otherwise, read as it was meant.

A session file holds the texts it was begun with and opens for ever (design 7), so what a version of
ttx accepted is read by every later one. Such a place is said as TTX213, an info, and ``tabletop
upgrade`` writes it in the form of today. Every form that is given up gets a function here.
"""

from __future__ import annotations

from typing import Any

from ttx.diagnostics import Problem, Severity, Spans

_UPGRADE = "tabletop upgrade FILE -o FILE writes it in the form of today."


def catalogue_of_today(tree: dict[str, Any], spans: Spans) -> tuple[Problem, ...]:
    """Put a catalogue's plain values into the form of today, in place.

    Up to the second reading of the first catalogue a deadline could be of the kind ``milestone``.
    It is no deadline: its words go into the entry's ``milestone``, where none is given.

    Args:
        tree: the file's values; lists and mappings may be of any shape.
        spans: where its parts stand.

    Returns:
        TTX213, an info, for every place that was put otherwise.
    """
    entries = tree.get("commitments")
    found = []
    for n, entry in enumerate(entries if isinstance(entries, list) else ()):
        if milestone_apart(entry):
            at = spans.of(("commitments", n, "deadline", "kind"))
            message = "A milestone is no deadline any more; it is read as the entry's milestone."
            found.append(Problem("TTX213", at, message, Severity.INFO, _UPGRADE))
    return tuple(found)


def milestone_apart(entry: Any) -> bool:
    """Make a deadline of the kind ``milestone`` the entry's milestone, in place; whether it was one."""
    due = entry.get("deadline") if isinstance(entry, dict) else None
    if not isinstance(due, dict) or due.get("kind") != "milestone":
        return False
    del entry["deadline"]
    if "milestone" not in entry:
        what = entry.get("note", entry.get("label", ""))
        entry["milestone"] = {"words": due.get("words", ""), "what": what}
    return True
