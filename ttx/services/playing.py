"""Book play from a moves file: book steps carry themselves out, a move is what people choose.

Room time passes as planned (an inject's and a decision's minutes), so that a log played twice
with the same seed and start is the same, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NoReturn, TypeAlias, TypeVar

from ttx.course import Enter, Fork, Put, Release, RuleOn, fork, offered_now
from ttx.diagnostics import Problem, Span
from ttx.engine import Rejection
from ttx.frozen import dataclass
from ttx.model import commands as c
from ttx.model.events import AnswerRecorded, Event, FindingMade, LinkSettled, ObservationMade, QuestionAsked
from ttx.model.moves import (
    Move,
    MoveAnswer,
    MoveDo,
    MoveEnding,
    MoveInject,
    MovePhase,
    MoveRoll,
    MoveRuling,
    MoveSlip,
)
from ttx.model.position import Position, decision_of
from ttx.services.building import MisfitError, build
from ttx.services.ports import ScriptedClock
from ttx.services.session import Session

M = TypeVar("M")
Chooser: TypeAlias = Callable[[Position], tuple[Move, ...]]
"""What is chosen at a Position; no moves where the book's own step is to follow."""

_MINUTE = 60_000
_BEFORE_START = (c.TakeSeat, c.TakeNote, c.AskControl, c.AnswerQuestion, c.ShowOnWall, c.Bookmark)


@dataclass(frozen=True, slots=True)
class Played:
    """How far the moves carried: ``stopped`` says what waits where they ran out or did not fit."""

    ended: bool
    stopped: Problem | None = None


def play(
    session: Session, moves: tuple[Move, ...], clock: ScriptedClock, *, chooser: Chooser | None = None
) -> Played:
    """Play a session along its moves to the end, or as far as they go.

    Args:
        session: begun with ``book``; it may stand anywhere on its course.
        moves: what is chosen, in play order.
        clock: moved by the planned minutes.
        chooser: asked at every choice for which there is no move any more.

    Raises:
        LogError: the session file could not be written.
    """
    return _Player(session, moves, clock, chooser).run()


class _Stop(Exception):  # noqa: N818 - it ends the walk; it is no error of the program
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Player:
    def __init__(
        self, session: Session, moves: tuple[Move, ...], clock: ScriptedClock, chooser: Chooser | None
    ) -> None:
        self.session = session
        self.moves = list(moves)
        self.clock = clock
        self.chooser = chooser
        self.faces: tuple[int, ...] = ()
        self.last_span = moves[-1].span if moves else Span("", 1, 1)

    def run(self) -> Played:
        try:
            self._open()
            while not self._ended():
                self._side_moves()
                if not self._ended():
                    self._choose()
            self._side_moves()
            if self.moves:
                self._misfit(self.moves[0], "The exercise has ended; this move has no place any more.")
        except _Stop as stop:
            return Played(self._ended(), stop.problem)
        return Played(ended=True)

    def _ended(self) -> bool:
        return self.session.state.status == "ended"

    def _open(self) -> None:
        while self.moves and self._comes_before_start(self.moves[0]):
            self._side_move(self.moves.pop(0))
        if self.session.state.status == "before":
            self._do(c.StartExercise(), None)

    @staticmethod
    def _comes_before_start(move: Move) -> bool:
        return isinstance(move, MoveDo) and c.COMMANDS.get(move.command) in _BEFORE_START

    def _side_moves(self) -> None:
        """Moves that choose nothing on the book are done as soon as they come."""
        while self.moves and isinstance(self.moves[0], MoveDo | MoveRoll):
            self._side_move(self.moves.pop(0))

    def _side_move(self, move: Move) -> None:
        if isinstance(move, MoveRoll):
            self.faces = move.faces
            return
        assert isinstance(move, MoveDo)
        try:
            command = build(move.command, self._numbered(move.fields))
        except MisfitError as misfit:
            self._misfit(move, str(misfit))
        self._pass(_MINUTE // 2)
        self._do(command, move, hat=str(move.fields.get("hat", "controller")))

    def _numbered(self, fields: Mapping[str, object]) -> dict[str, object]:
        """Event numbers for the words that a moves file may use: see ``_number``."""
        named = {k: v for k, v in fields.items() if k != "hat"}
        if "of" in named:
            named["of"] = self._number(str(named["of"]))
        evidence = named.get("evidence")
        if isinstance(evidence, list):
            named["evidence"] = [self._number(str(word)) for word in evidence]
        return named

    def _number(self, word: str) -> str:
        """The newest event that a word names; any other word stays as it is.

        ``last``, ``question``, ``answer:ID`` and ``settled:ID`` of a decision or one cell's answer to it,
        ``observed:ID`` and ``found:ID`` of an objective.
        """
        kind, _, name = word.partition(":")
        for event in reversed(self.session.events):
            fact = event.fact
            if kind == "last":
                return str(event.seq)
            if kind == "question" and isinstance(fact, QuestionAsked):
                return str(event.seq)
            if kind == "answer" and isinstance(fact, AnswerRecorded) and name in (fact.slot, fact.decision):
                return str(event.seq)
            if kind == "settled" and isinstance(fact, LinkSettled) and self._settles(fact, name):
                return str(event.seq)
            if kind == "observed" and isinstance(fact, ObservationMade) and name in ("", fact.objective):
                return str(event.seq)
            if kind == "found" and isinstance(fact, FindingMade) and name in ("", fact.objective):
                return str(event.seq)
        return word

    def _settles(self, fact: LinkSettled, decision: str) -> bool:
        answer = self.session.events[fact.of - 1].fact
        return isinstance(answer, AnswerRecorded) and decision in ("", answer.decision, answer.slot)

    def _choose(self) -> None:
        position = self.session.state.position
        found = fork(self.session.script, position)
        assert found is not None
        if not self.moves and self.chooser is not None:
            self.moves += self.chooser(position)
        if self._contingency(found):
            return
        if found.about == "answer":
            self._answer(position.open[0])
        elif found.about == "ruling":
            self._rule(found)
        elif found.about == "slip":
            self._slip(position.slips[0])
        else:
            self._book_step(found)

    def _contingency(self, found: Fork) -> bool:
        """Before a decision is put, an inject that the next move names and the book offers."""
        move = self.moves[0] if self.moves else None
        if not isinstance(move, MoveInject) or not isinstance(found.ways[0].results[0][1], Put):
            return False
        if move.inject not in offered_now(self.session.script, self.session.state.position):
            return False
        self.moves.pop(0)
        self._release(move.inject, move)
        return True

    def _book_step(self, found: Fork) -> None:
        act = found.ways[0].results[0][1]
        if isinstance(act, Release):
            self._release(act.inject, None)
        elif isinstance(act, Put):
            self._do(c.PutDecision(decision=act.decision), None)
        elif isinstance(act, Enter):
            chosen = self._taken(MovePhase)
            command = c.EnterPhase(phase=chosen.phase, because=chosen.because) if chosen else c.EnterPhase()
            self._do(command, chosen)
        else:
            self._end()

    def _end(self) -> None:
        phase = self._taken(MovePhase)
        if phase is not None:
            self._do(c.EnterPhase(phase=phase.phase, because=phase.because), phase)
            return
        chosen = self._taken(MoveEnding)
        command = c.EndExercise(ending=chosen.ending, because=chosen.because) if chosen else c.EndExercise()
        self._do(command, chosen)

    def _taken(self, kind: type[M]) -> M | None:
        """The next move, taken, if it is of that kind."""
        move = self.moves[0] if self.moves else None
        if not isinstance(move, kind):
            return None
        self.moves.pop(0)
        return move

    def _release(self, inject: str, move: Move | None) -> None:
        self._do(c.ReleaseInject(inject=inject), move)
        self._pass_minutes(self.session.script.injects[inject].minutes)
        if self.session.script.injects[inject].kind != "expected_action":
            self._do(c.MarkReadOut(inject=inject), move)

    def _answer(self, slot: str) -> None:
        decision = self.session.script.decisions[decision_of(slot)]
        move = self._next(MoveAnswer, f"{slot} waits for an answer")
        if move.decision != decision.id:
            self._misfit(move, f"{slot} waits for an answer; this move answers {move.decision}.")
        begun = any(decision_of(each) == decision.id for each in self.session.state.answers)
        self._pass_minutes(0 if begun else decision.minutes)
        self._do(
            c.RecordAnswer(
                decision=move.decision,
                cell=move.cell,
                said=move.said,
                coded=move.coded,
                near=move.near,
                outcome=move.outcome,
                until=move.until,
                grounds=move.grounds,
                links=move.links,
            ),
            move,
            hat="scribe",
        )

    def _rule(self, found: Fork) -> None:
        owed = self.session.state.position.owed[0]
        act = found.ways[0].results[0][1]
        assert isinstance(act, RuleOn)
        waits = f"{owed.decision} waits for a ruling"
        move = self._next(MoveRuling, waits) if len(found.ways) > 1 else self._taken(MoveRuling)
        command = c.Rule(decision=owed.decision, faces=self.faces)
        self.faces = ()
        if move is not None:
            if move.decision != owed.decision:
                self._misfit(move, f"{waits}; this move rules on {move.decision}.")
            command = replace(
                command,
                result=move.result,
                ticks=tuple(move.ticks.items()),
                for_=move.for_,
                against=move.against,
                word=move.word,
                percent=move.percent,
                votes=move.votes,
                umpire=move.umpire,
                faces=move.faces or command.faces,
            )
        self._do(command, move, hat="umpire")

    def _slip(self, index: int) -> None:
        phase = self.session.script.phases[self.session.state.position.phase or ""]
        asked = phase.slips[index]
        move = self._next(MoveSlip, f"the slip on {asked.track} waits")
        if move.track != asked.track:
            self._misfit(move, f"The slip on {asked.track} waits; this move answers {move.track}.")
        cell = move.cell or (asked.to[0] if asked.to else None)
        self._do(c.TakeSlip(slip=index, cell=cell, value=move.value), move)

    def _next(self, kind: type[M], waits: str) -> M:
        if not self.moves:
            raise _Stop(Problem("TTX601", self.last_span, f"The moves end here, and {waits}."))
        move = self.moves.pop(0)
        if not isinstance(move, kind):
            self._misfit(move, f"This move does not fit: {waits}.")
        return move

    def _do(self, command: c.Command, move: Move | None, *, hat: str = "controller") -> Event:
        done = self.session.do(command, hat=hat)
        if isinstance(done, Rejection):
            span = move.span if move else self.last_span
            raise _Stop(Problem("TTX602", span, done.reason))
        return done

    def _misfit(self, move: Move, message: str) -> NoReturn:
        raise _Stop(Problem("TTX602", move.span, message))

    def _pass_minutes(self, planned: int) -> None:
        self._pass(self.session.scenario.room_minutes(planned) * _MINUTE)

    def _pass(self, ms: int) -> None:
        self.clock.advance(ms)
