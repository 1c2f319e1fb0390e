"""The sentences that stand under every matrix and at the foot of every report (room F33, F37)."""

from __future__ import annotations

LEGAL = (
    "The cited document is a political one. These words say how decisions of an exercise sit with its "
    "text as the exercise staff read it; they state no legal obligation and no breach of one."
)
"""Under every table of links."""

PLAYERS = (
    "Players spoke as participants in an exercise. Nothing here is a position of any government or "
    "organisation."
)
"""At the foot of every report."""
