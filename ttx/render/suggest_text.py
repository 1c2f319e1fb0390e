"""A draft of a catalogue as text and JSON: every suggestion with its reasons."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict

from ttx.model.counting import how_many
from ttx.sources.document import Document
from ttx.sources.drafts import Draft

FORMAT = "ttx.source-suggest/1"


def suggest_text(document: Document, draft: Draft, *, reasons: bool) -> str:
    """Each suggestion on a line, with its reasons below where they are wanted."""
    counts = Counter(entry.status for entry in draft.entries)
    stand = f"{counts['accepted']} accepted, {counts['refused']} refused, {counts['open']} open"
    made = how_many(len(draft.entries), "suggestion")
    rows = [
        f"{document.id}: {made} from {how_many(len(draft.acts), 'sentence')} ({stand})",
        "",
    ]
    for entry in draft.entries:
        due = f"  due: {entry.deadline}" if entry.deadline else ""
        rows.append(
            f"{entry.key:<7} {entry.status:<9} {entry.act_class:<14} {entry.verb:<12} {entry.duty:<9} "
            f"{entry.speaker:<10} {entry.label or entry.themes}{due}".rstrip()
        )
        if reasons:
            rows += [f"          {line}" for line in entry.reasons.split("\n")]
    return "\n".join(rows) + "\n"


def suggest_json(document: Document, draft: Draft) -> str:
    """The draft, and what each sentence does."""
    value = {
        "format": FORMAT,
        "document": document.id,
        "entries": [{"key": entry.key, **asdict(entry)} for entry in draft.entries],
        "acts": {at: list(kinds) for at, kinds in draft.acts.items()},
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
