"""What else the room does: contacts, questions to Control, disclosures, the wall, seats, notes."""

from __future__ import annotations

from ttx.course.moves import party
from ttx.engine.case import Case, Rejection, no_such
from ttx.model.commands import (
    AnswerQuestion,
    AskControl,
    BlankWall,
    Bookmark,
    Disclose,
    RecordContact,
    ShowOnWall,
    TakeNote,
    TakeSeat,
)
from ttx.model.events import (
    Bookmarked,
    ContactMade,
    Disclosed,
    NoteTaken,
    QuestionAnswered,
    QuestionAsked,
    SeatTaken,
    ShownOnWall,
    WallBlanked,
)
from ttx.model.position import Change


def contact(case: Case, command: RecordContact) -> ContactMade | Rejection:
    """Who told whom. In the room ``told`` reads these; an unanswered call tells nobody."""
    scenario = case.script.scenario
    for name in (command.from_, command.to):
        if party(name) not in scenario.cells and party(name) not in scenario.voices:
            return no_such("cell or voice", name)
    pair = (party(command.from_), party(command.to))
    if pair[0] == pair[1] and command.from_ == command.to:
        return Rejection("self", "A contact has two ends.")
    counts = command.act != "no_answer" and not case.state.book
    return ContactMade(
        from_=command.from_,
        to=command.to,
        act=command.act,
        line=command.line,
        level=command.level,
        text=command.text,
        change=_told(case, pair) if counts else Change(),
    )


def _told(case: Case, pair: tuple[str, str]) -> Change:
    """A contact entered late also counts before the decisions put after it really happened."""
    happened = case.moment.happened
    before = tuple(
        (*pair, decision)
        for decision, standing in case.state.decisions.items()
        if case.moment.true_at is not None and standing.put_ms > happened
    )
    return Change(told=(pair,), told_before=before)


def ask(case: Case, command: AskControl) -> QuestionAsked | Rejection:
    """A cell asks Control."""
    if command.cell not in case.script.scenario.cells:
        return no_such("cell", command.cell)
    if not command.text.strip():
        return Rejection("empty", "A question needs words.")
    return QuestionAsked(cell=command.cell, text=command.text)


def reply(case: Case, command: AnswerQuestion) -> QuestionAnswered | Rejection:
    """Control answers an open question, by default to the asking cell alone."""
    asked = case.state.questions.get(command.of)
    if asked is None:
        return Rejection("unknown", f"Event {command.of} is no question that waits for an answer.")
    fact = command.fact
    if command.how == "fact" and fact is None:
        return Rejection("fact", "Say which fact answers it.")
    if fact is not None and fact not in case.script.scenario.facts:
        return no_such("fact", fact)
    if wrong := case.unknown_cells(command.to):
        return no_such("cell", wrong[0])
    if command.how in ("voice", "improvised") and not command.text.strip():
        return Rejection("empty", "Write down what was answered, so that it can be said again.")
    return QuestionAnswered(
        of=command.of, how=command.how, fact=fact, text=command.text, to=command.to or (asked.cell,)
    )


def disclose(case: Case, command: Disclose) -> Disclosed | Rejection:
    """A cell came to know what was not addressed to it."""
    if wrong := case.unknown_cells(command.to):
        return no_such("cell", wrong[0])
    if not command.to:
        return Rejection("cell", "Say which cell came to know it.")
    if not _is_known(case, command.what):
        return no_such("inject, brief or fact", command.what)
    return Disclosed(what=command.what, to=command.to, how=command.how, text=command.text)


def _is_known(case: Case, what: str) -> bool:
    kind, _, name = what.partition(":")
    scenario = case.script.scenario
    if kind == "private":
        return name in scenario.cells
    if kind == "fact":
        return name in scenario.facts
    return what in case.script.injects or what in case.state.adhoc


def show(case: Case, command: ShowOnWall) -> ShownOnWall | Rejection:
    """Something is sent to the wall; never what is staff's."""
    if command.to != "room" and command.to not in case.script.scenario.cells:
        return no_such("cell", command.to)
    if command.kind in ("decision", "options") and command.what not in case.script.decisions:
        return no_such("decision", command.what)
    if command.kind in ("decision", "options") and (refused := _not_asked(case, command)):
        return refused
    if command.kind == "inject" and command.what not in case.state.given:
        return Rejection("not-released", f"{command.what} was not released; the wall would give it away.")
    if command.kind == "inject" and (unheard := _unheard(case, command)):
        names = ", ".join(case.script.scenario.cells[c].name for c in unheard)
        return Rejection("not-theirs", f"{command.what} was not given to {names}: disclose it first.")
    return ShownOnWall(kind=command.kind, what=command.what, to=command.to, text=command.text)


def _not_asked(case: Case, command: ShowOnWall) -> Rejection | None:
    """A question stands on a wall only once it was put, and on a cell's own only where it was put to it."""
    decision = case.script.decisions[command.what]
    if command.what not in case.state.decisions:
        return Rejection("not-put", f"{command.what} was not put; the wall would give it away.")
    if command.to != "room" and command.to not in decision.to:
        name = case.script.scenario.cells[command.to].name
        return Rejection("not-theirs", f"{command.what} was not put to {name}.")
    if command.kind == "options" and decision.show_options == "never":
        return Rejection("options-hidden", f"The options of {command.what} are for coding only.")
    return None


def _unheard(case: Case, command: ShowOnWall) -> tuple[str, ...]:
    audience = case.script.scenario.cells if command.to == "room" else (command.to,)
    heard = case.state.ledger.heard.get(command.what, ())
    return tuple(c for c in audience if c not in heard)


def blank(_case: Case, _command: BlankWall) -> WallBlanked:
    """The wall shows nothing but marking and clocks."""
    return WallBlanked()


def seat(case: Case, command: TakeSeat) -> SeatTaken | Rejection:
    """Somebody takes a seat; a seat the script does not name is a fair addition."""
    if command.cell not in case.script.scenario.cells:
        return no_such("cell", command.cell)
    if not command.seat.strip():
        return Rejection("empty", "A seat needs a name.")
    return SeatTaken(
        cell=command.cell,
        seat=command.seat,
        office=command.office,
        head=command.head,
        from_=command.from_,
    )


def note(case: Case, command: TakeNote) -> NoteTaken | Rejection:
    """A quick note."""
    if not command.text.strip():
        return Rejection("empty", "There are no words to note.")
    if command.cell is not None and command.cell not in case.script.scenario.cells:
        return no_such("cell", command.cell)
    return NoteTaken(text=command.text, tag=command.tag, cell=command.cell, of=command.of)


def bookmark(_case: Case, command: Bookmark) -> Bookmarked:
    """This moment, to be found again."""
    return Bookmarked(text=command.text)
