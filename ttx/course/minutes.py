"""What the parts of a phase take of the room's time (room F4), in whole room minutes.

Without interpretation; ``Scenario.room_minutes`` stretches them. What Control and the scribe need
beside the talk is counted too: an answer is recorded and read back, a ruling is made and told.
"""

from __future__ import annotations

from ttx.course.script import ruling_specs, steps_of
from ttx.model.parts import Decision, Inject
from ttx.model.scenario import Phase

WORDS_A_MINUTE = 130
"""How fast a text is read aloud to people who have not seen it."""
RECORDING = 2
"""To record an answer and read it back."""
RULING = 1
"""To rule on an answer and tell the room."""


def words_in(text: str) -> int:
    """Words of a text, as they are counted for reading aloud."""
    return len(text.split())


def inject_minutes(inject: Inject) -> int:
    """Its planned minutes, or those its text takes to be read where they are more."""
    return max(inject.minutes, (words_in(inject.text) + WORDS_A_MINUTE // 2) // WORDS_A_MINUTE)


def beside_minutes(decision: Decision) -> int:
    """What a decision takes beside its talk; a ruling counts if some answer can be ruled on."""
    return RECORDING + (RULING if ruling_specs(decision) else 0)


def decision_minutes(decision: Decision) -> int:
    """Cells, plenary, recording and ruling together."""
    return decision.minutes + beside_minutes(decision)


def steps_minutes(phase: Phase) -> int:
    """All steps of one round of a phase, whatever their conditions."""
    steps = set(steps_of(phase))
    injects = sum(inject_minutes(inject) for inject in phase.injects if inject.id in steps)
    return injects + sum(decision_minutes(decision) for decision in phase.decisions)
