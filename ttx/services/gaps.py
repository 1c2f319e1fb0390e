"""What the record still lacks, while the room can be asked, and the form that mends it (room F30)."""

from __future__ import annotations

from ttx.model.events import AnswerRecorded, DecisionPut, LinkSettled, QuestionAsked
from ttx.model.position import decision_of
from ttx.report.gaps import gaps
from ttx.report.played import Played
from ttx.report.values import Gap
from ttx.report.who import Who
from ttx.services.forms import answer, room
from ttx.services.forms.values import Form
from ttx.services.reviewing import Stands
from ttx.services.session import Session


def gaps_of(session: Stands) -> tuple[Gap, ...]:
    """Blanks of the record as it stands, those that only this room can fill first."""
    from ttx.trace import trace  # noqa: PLC0415 - networkx loads only where links are followed

    played = Played(session.scenario, session.events, Who(session.scenario, "cell"))
    return gaps(played, trace(session.scenario, session.events))


def mend_of(session: Session, gap: Gap) -> Form | None:
    """The form that fills a gap; None where no form does: links are settled, observers observe."""
    if not gap.events:
        return None
    number = gap.events[0]
    fact = session.events[number - 1].fact
    if isinstance(fact, QuestionAsked):
        return room.control_form(session, number)
    if isinstance(fact, AnswerRecorded) and gap.room_only:
        return answer.complete_form(session, number)
    if isinstance(fact, DecisionPut):
        waiting = [s for s in session.state.position.open if decision_of(s) == fact.decision]
        return answer.answer_form(session, waiting[0]) if waiting else None
    return None


def is_settling(session: Session, gap: Gap) -> bool:
    """Whether settling links is what fills it."""
    if gap.room_only or not gap.events:
        return False
    facts = [session.events[n - 1].fact for n in gap.events]
    return not any(isinstance(f, QuestionAsked | LinkSettled) for f in facts)
