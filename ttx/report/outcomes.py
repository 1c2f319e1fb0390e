"""Outcomes and reasons in words: silence is printed as it was, never coded (room F22)."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.model.events import AnswerRecorded
from ttx.model.records import Reason

REASON_WORDS: Mapping[str, str] = {
    "on_time_plan": "on time plan",
    "overtaken": "overtaken by play",
    "sponsor_asked": "sponsor asked",
    "staff_error": "staff error",
    "realism": "realism",
    "other": "",
}
"""The numbered reasons (room F20)."""

OUTCOME_WORDS: Mapping[str, str] = {
    "decided": "decided",
    "in_part": "decided in part",
    "conditional": "decided under a condition",
    "split": "split, no common answer",
    "referred": "referred",
    "asked": "waits for an answer from Control",
    "set_aside": "set aside: they chose not to decide",
    "not_taken": "not taken: time ran out",
    "not_put": "not put: staff left it out",
    "no_agreement": "no agreement between the cells",
}
"""Every outcome as the report says it."""

_VERBS: Mapping[str, str] = {
    "decided": "decided",
    "in_part": "decided in part",
    "conditional": "decided under a condition",
    "split": "were split",
    "referred": "referred it",
    "asked": "asked Control first",
    "set_aside": "set it aside",
    "not_taken": "did not take it: time ran out",
    "not_put": "were not asked: staff left it out",
    "no_agreement": "did not agree",
}


def verb(answer: AnswerRecorded) -> str:
    """What the players did: ``decided``, ``referred it to the capital``."""
    words = _VERBS[answer.outcome]
    if answer.referred_to.strip():
        words += f" to {answer.referred_to.strip()}"
    if answer.until.strip():
        words += f" ({answer.until.strip()})"
    if answer.waits_for is not None:
        words += f" (question #{answer.waits_for})"
    return words


def reason(given: Reason | str | None) -> str:
    """A reason in words; ``no reason given`` where there is none."""
    if isinstance(given, Reason):
        parts = (REASON_WORDS.get(given.code, given.code), given.text.strip())
        given = ", ".join(p for p in parts if p)
    return (given or "").strip() or "no reason given"
