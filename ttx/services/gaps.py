"""What the record still lacks, while the room can be asked, and the form that mends it (room F30)."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from ttx.model.events import AnswerRecorded, DecisionPut, QuestionAsked
from ttx.model.position import decision_of
from ttx.report.gaps import gaps
from ttx.report.played import Played
from ttx.report.values import Gap, Report
from ttx.report.who import Who
from ttx.services.forms import answer, room
from ttx.services.forms.values import Form
from ttx.services.reviewing import Stands
from ttx.services.session import Session

GapKind: TypeAlias = Literal["answers", "questions", "links", "evaluation"]
KINDS: Final[tuple[GapKind, ...]] = ("answers", "questions", "links", "evaluation")


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


def kind_of(session: Stands, gap: Gap) -> GapKind:
    """What a gap is about: what fills it is of the same kind."""
    if not gap.events:
        return "answers" if gap.room_only else "evaluation"
    facts = [session.events[n - 1].fact for n in gap.events]
    if any(isinstance(f, QuestionAsked) for f in facts):
        return "questions"
    return "answers" if gap.room_only else "links"


def lacks_of(found: Report) -> tuple[Gap, ...]:
    """What a report lacks: its gaps, and the words that nobody has put to objectives yet."""
    waiting = [o.id for o in found.objectives if not o.ratings and not o.word]
    if found.header.evaluation == "none" or not waiting:
        return found.gaps
    noun = "objective has" if len(waiting) == 1 else "objectives have"
    words = f"{len(waiting)} {noun} no word yet: {', '.join(waiting)}"
    return (*found.gaps, Gap(what=words, who="the evaluators", room_only=False, events=()))
