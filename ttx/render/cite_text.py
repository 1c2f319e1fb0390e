"""Suggested commitments for a terminal and for programs; nothing here assigns anything."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ttx.render.plain import one_line, pad, width
from ttx.sources.ranking import Suggested

_HEAD = "May bear on. Nothing is assigned: what a decision bears on is said by people."


def cite_text(found: Sequence[Suggested]) -> str:
    """A suggestion as two lines: what it is and which words met it; its paraphrase and what fits."""
    ids = max((width(s.found.target) for s in found), default=0)
    labels = max((width(s.found.label) for s in found), default=0)
    lines = [_HEAD]
    for each in found:
        target, label = pad(each.found.target, ids), pad(each.found.label, labels)
        lines.append(f"  {target}  {label}  matches: {one_line(', '.join(each.words))}")
        lines.append(f"  {' ' * ids}  paraphrase: {one_line(each.found.paraphrase) or 'none'}")
        lines.append(f"  {' ' * ids}  fits: {', '.join(each.bearings)}")
    return "\n".join(lines) + "\n"


def cite_json(said: str, found: Sequence[Suggested]) -> str:
    """The suggestions as JSON, format ``ttx.cite/1``, best first, with the words that met each."""
    rows = [
        {
            "target": each.found.target,
            "label": each.found.label,
            "paraphrase": each.found.paraphrase,
            "words": list(each.words),
            "bearings": list(each.bearings),
            "score": round(each.score, 3),
        }
        for each in found
    ]
    whole = {"format": "ttx.cite/1", "said": said, "assigned": False, "suggested": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
