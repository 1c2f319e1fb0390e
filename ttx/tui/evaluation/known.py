"""What the evaluation shows of a session: worked out once for each event."""

from __future__ import annotations

from collections.abc import Sequence

from ttx.engine import standing
from ttx.frozen import dataclass
from ttx.model.evaluation import WORDS
from ttx.model.events import ActionAgreed, Event, FindingMade, InjectReleased, NoteTaken, ObservationMade
from ttx.report.values import ObjectiveLine
from ttx.services.evaluating import objective_lines
from ttx.services.forms.evaluating import rated
from ttx.services.forms.mending import asked_at_hot_wash
from ttx.services.session import Session


@dataclass(frozen=True)
class Known:
    """A session's judgements, by kind, in the order they were made."""

    session: Session
    objectives: tuple[ObjectiveLine, ...]
    seen: tuple[Event, ...]
    found: tuple[Event, ...]
    mended: tuple[Event, ...]
    """Without those that another took the place of."""
    said: dict[str, tuple[Event, ...]]
    """Notes of the hot wash by their tag."""

    @property
    def rates(self) -> bool:
        """Whether the scenario rates its objectives at all."""
        return bool(WORDS[self.session.scenario.evaluation])

    def word(self, objective: str) -> str:
        """The word that stands on an objective; empty where nobody rated it."""
        found = rated(self.session, objective)
        return found.word if found else ""

    def offered(self, objective: str) -> tuple[int, ...]:
        """Numbers of the events that the record offers as evidence: what was done before what was given."""
        line = next((o for o in self.objectives if o.id == objective), None)
        found = dict.fromkeys(n for e in line.evidence for n in e.events) if line else {}
        events = self.session.events
        return tuple(sorted(found, key=lambda n: isinstance(events[n - 1].fact, InjectReleased)))

    def mends(self, finding: int) -> tuple[Event, ...]:
        """Corrective actions for a finding."""
        return tuple(e for e in self.mended if isinstance(e.fact, ActionAgreed) and e.fact.of == finding)


def known_of(session: Session) -> Known:
    """Everything the evaluation shows now."""
    events = list(standing(session.events))
    mended = _of(events, ActionAgreed)
    replaced = {e.fact.instead for e in mended if isinstance(e.fact, ActionAgreed)}
    tags = [tag for tag, _ in asked_at_hot_wash(session)]
    notes = [e for e in events if isinstance(e.fact, NoteTaken)]
    return Known(
        session=session,
        objectives=objective_lines(session),
        seen=_of(events, ObservationMade),
        found=_of(events, FindingMade),
        mended=tuple(e for e in mended if e.seq not in replaced),
        said={
            tag: tuple(e for e in notes if isinstance(e.fact, NoteTaken) and e.fact.tag.lower() == tag)
            for tag in tags
        },
    )


def _of(events: Sequence[Event], kind: type) -> tuple[Event, ...]:
    return tuple(e for e in events if isinstance(e.fact, kind))
