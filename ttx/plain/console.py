"""The console as lines: every answer ends with what is saved. Same services, same forms, same steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ttx.engine import STAYS, Rejection, retracted
from ttx.errors import LogError, TtxError
from ttx.model import commands as c
from ttx.model.counting import how_many
from ttx.model.events import Event
from ttx.model.position import decision_of
from ttx.model.words import Words
from ttx.plain import asking, telling
from ttx.plain.settling import settle
from ttx.plain.speech import Speech
from ttx.plain.verbs import BY_WORD, VERBS, understood
from ttx.render.phrases import phrase
from ttx.services import papers, scribing
from ttx.services.forms import answer, course, room, ruling, staff
from ttx.services.forms.values import Asked, Form
from ttx.services.session import Session
from ttx.services.stepping import Step, next_of, step_of, tags
from ttx.services.unsettled import to_complete, unsettled

_LAST = 8
"""Events that ``feed`` says without a number."""


class PlainConsole:
    """One session, heard and spoken line by line."""

    def __init__(self, session: Session, speech: Speech) -> None:
        self.session = session
        self._speech = Speech(self._hear, speech.say_line)
        self._listen = speech.hear
        self._leaving = False

    def run(self) -> None:
        """Until there are no more lines, or ``quit``."""
        self._tell(telling.opening(self.session))
        if self.session.back is not None:
            self._tell(telling.where(self.session))
        while not self._leaving and (heard := self._speech.hear("> ")) is not None:
            if heard.strip() not in ("", asking.LEAVE):
                self._heed(heard.strip())
        self._say(f"All is saved in {self.session.path.name}, {how_many(len(self.session.events), 'line')}.")

    def _hear(self, prompt: str) -> str | None:
        """A line; ``!`` alone stops play at once, also in the middle of a form, which is left and kept."""
        heard = self._listen(prompt)
        if heard is None or heard.strip() != "!":
            return heard
        self._on_stop("")
        return asking.LEAVE

    def _heed(self, heard: str) -> None:
        word, _, rest = heard.partition(" ")
        verb = understood(word)
        if isinstance(verb, str):
            getattr(self, f"_on_{verb}")(rest.strip())
        elif verb:
            self._say(f"{word} may be {', '.join(verb)}. Say more of it.")
        else:
            self._say(f"I do not know {word!r}. help says every word; note keeps words that fit nowhere.")

    def _say(self, words: str) -> None:
        self._speech.say(words)

    def _tell(self, parts: object) -> None:
        for part in parts:  # type: ignore[attr-defined]
            self._say(part)

    def _do(self, command: c.Command, hat: str = "controller", true_at: int | None = None) -> Event | None:
        try:
            done = self.session.do(command, hat=hat, true_at=true_at)
        except LogError as error:
            self._say(f"NOT SAVED: {error.what}. Nothing has changed; say it again.")
            return None
        if isinstance(done, Rejection):
            self._say(done.reason)
            return None
        self._saved(done)
        return done

    def _saved(self, done: Event) -> None:
        words = phrase(done, self.session.scenario)
        stop = "" if words[-1:] in ".?!" else "."
        self._say(f"{words[:1].upper()}{words[1:]}{stop} Saved {done.seq}.")

    def _ask(self, form: Form, words: str = "") -> Event | None:
        """Fill a form from one line, or field by field; what is missing is said, what was typed is kept."""
        form = form.filled(self.session.draft(form.name))
        if not words:
            given = asking.ask(form, self.session, self._speech)
            if given is None:
                return None
        else:
            read = asking.filled_from(form, words, self.session)
            if isinstance(read, str):
                self._say(read)
                return None
            given = read
        made = form.make(given)
        if not isinstance(made, Asked):
            self.session.keep_draft(form.name, given)
            self._say(f"{made} What you typed is kept.")
            return None
        done = self._do(made.command, made.hat, made.true_at)
        self.session.keep_draft(form.name, {} if done else given)
        return done

    # The round of an exercise.

    def _on_next(self, _rest: str) -> None:
        step = step_of(self.session)
        about = decision_of(step.about) if step.about else ""
        if about in self.session.script.injects or about in self.session.script.decisions:
            self._read(about)
        self._say(f"{step.words}. Say do.")

    def _on_do(self, rest: str) -> None:
        step = step_of(self.session)
        simple: dict[str, Callable[[Step], c.Command]] = {
            "start": lambda _: c.StartExercise(),
            "resume": lambda _: c.ResumePlay(),
            "read": lambda s: c.MarkReadOut(inject=s.about),
            "release": lambda s: c.ReleaseInject(inject=s.about),
            "put": lambda s: c.PutDecision(decision=s.about),
            "plenary": lambda s: c.AdvanceStage(decision=s.about, stage="plenary"),
            "phase": lambda _: c.EnterPhase(),
        }
        if step.doing in simple:
            self._do(simple[step.doing](step))
        elif step.doing == "settle":
            self._on_settle(rest)
        elif step.doing == "report":
            self._on_report(rest)
        else:
            self._ask(self._form(step), rest)

    def _form(self, step: Step) -> Form:
        made: dict[str, Callable[[], Form]] = {
            "first": lambda: answer.first_form(self.session, step.about, step.cell),
            "record": lambda: answer.answer_form(self.session, step.about),
            "rule": lambda: ruling.ruling_form(self.session, step.about),
            "slip": lambda: room.slip_form(self.session, int(step.about), step.cell),
            "end": lambda: course.end_form(self.session),
            "lift": course.lift_form,
        }
        return made[step.doing]()

    def _on_start(self, _rest: str) -> None:
        self._do(c.StartExercise())

    def _on_read(self, rest: str) -> None:
        self._read(rest.upper() if rest else decision_of(next_of(self.session).about))

    def _read(self, about: str) -> None:
        if about in self.session.script.injects:
            self._tell(telling.inject(self.session, self.session.script.injects[about]))
        elif about in self.session.script.decisions:
            self._tell(telling.decision(self.session, self.session.script.decisions[about]))
        else:
            self._say(
                f"There is no inject or decision {about}." if about else "Nothing is in hand to be read."
            )

    def _on_release(self, rest: str) -> None:
        wanted = rest.partition(" ")[0].upper() or next_of(self.session).about
        if wanted in self.session.script.decisions:
            command: c.Command = c.PutDecision(decision=wanted)
        elif wanted in self.session.script.injects:
            command = c.ReleaseInject(inject=wanted)
        else:
            self._say(f"There is no inject or decision {wanted}.")
            return
        try:
            done = self.session.do(command)
        except LogError as error:
            self._say(f"NOT SAVED: {error.what}. Nothing has changed; say it again.")
            return
        if isinstance(done, Rejection) and done.code == "reason":
            self._ask(course.out_of_turn_form(self.session, wanted))
        elif isinstance(done, Rejection):
            self._say(done.reason)
        else:
            self._saved(done)

    def _on_options(self, rest: str) -> None:
        about = rest.upper() or decision_of(next_of(self.session).about)
        decision = self.session.script.decisions.get(about)
        if decision is None:
            self._say("No decision is in hand. Say options and its id.")
            return
        for head, words in telling.options(decision):
            self._speech.item(head, words)

    def _on_record(self, rest: str) -> None:
        open_ = self.session.state.position.open
        if not open_:
            self._say("No decision is open. move records a free action.")
            return
        done = self._ask(answer.answer_form(self.session, open_[0]), rest)
        for implied in room.implied_contacts(self.session, done) if done else ():
            pair = f"{tags(self.session, (implied.from_,))} to {tags(self.session, (implied.to,))}"
            self._say(f"This answer implies a contact, {pair}. Say contact once it has happened.")

    def _on_rule(self, rest: str) -> None:
        owed = self.session.state.position.owed
        if owed:
            self._ask(ruling.ruling_form(self.session, owed[0].decision), rest)
        else:
            self._say("No ruling is due.")

    def _on_phase(self, rest: str) -> None:
        self._ask(course.phase_form(self.session), rest)

    def _on_end(self, rest: str) -> None:
        if self._ask(course.end_form(self.session), rest) is not None:
            self._say(
                f"Write this seal on the attendance sheet: {self.session.seal}, #{len(self.session.events)}."
            )

    # What a room brings.

    def _on_move(self, rest: str) -> None:
        self._ask(answer.move_form(self.session), rest)

    def _on_contact(self, rest: str) -> None:
        self._ask(room.contact_form(self.session), rest)

    def _on_question(self, rest: str) -> None:
        done = self._ask(room.question_form(self.session), rest)
        if done is not None:
            self._say(f"Say answer {done.seq} when there is one.")

    def _on_answer(self, rest: str) -> None:
        number, _, words = rest.partition(" ")
        waiting = self.session.state.questions
        wanted = int(number) if number.isdecimal() else next(iter(waiting), 0)
        if wanted in waiting:
            self._ask(room.control_form(self.session, wanted), words if number.isdecimal() else rest)
        else:
            self._say("No such question waits.")

    def _on_note(self, rest: str) -> None:
        self._ask(course.note_form(self.session), f"note {rest}" if rest else "")

    def _on_adhoc(self, rest: str) -> None:
        self._ask(room.adhoc_form(self.session), rest)

    def _on_fill(self, rest: str) -> None:
        waiting = to_complete(self.session)
        if waiting:
            self._say(f"#{waiting[0]} {phrase(self.session.events[waiting[0] - 1], self.session.scenario)}")
            self._ask(answer.complete_form(self.session, waiting[0]), rest)
        else:
            self._say("Nothing is left to fill in.")

    def _on_settle(self, _rest: str) -> None:
        for link in unsettled(self.session):
            if not settle(self.session, self._speech, link, self._do):
                return
        self._say("Every link is settled.")

    # Leaving the book.

    def _on_defer(self, rest: str) -> None:
        self._leave_out(course.defer_form, rest)

    def _on_skip(self, rest: str) -> None:
        self._leave_out(course.skip_form, rest)

    def _leave_out(self, form: Callable[[str], Form], rest: str) -> None:
        wanted, _, words = rest.partition(" ")
        position = self.session.state.position
        if wanted.upper() in position.steps or wanted.upper() in position.due:
            self._ask(form(wanted.upper()), words)
        else:
            self._say("Only a step still ahead can be put off or skipped. Say its id.")

    def _on_undo(self, rest: str) -> None:
        gone = retracted(self.session.events)
        events = [e for e in self.session.events if e.seq not in gone and not isinstance(e.fact, STAYS)]
        wanted = int(rest) if rest.isdecimal() else events[-1].seq if events else 0
        if wanted in {e.seq for e in events}:
            self._ask(course.retract_form(self.session, wanted))
        else:
            self._say("There is no such event to take back.")

    # The room itself.

    def _on_seats(self, rest: str) -> None:
        self._ask(staff.seat_form(self.session), rest)

    def _on_disclosed(self, rest: str) -> None:
        self._ask(staff.disclose_form(self.session), rest)

    def _on_correct(self, rest: str) -> None:
        wanted, _, words = rest.partition(" ")
        inject = wanted.strip(";").upper()
        if inject in self.session.state.given:
            self._ask(staff.correct_form(self.session, inject), words)
        else:
            self._say("Only an inject that was released can be corrected. Say its id.")

    def _on_late(self, rest: str) -> None:
        if self.session.state.position.steps:
            self._ask(staff.late_form(self.session), rest)
        else:
            self._say("Nothing of this phase is still to come.")

    def _on_time(self, rest: str) -> None:
        self._ask(staff.clock_form(self.session), f"time {rest}" if rest else "")

    def _on_wall(self, rest: str) -> None:
        wanted = rest.upper() or decision_of(next_of(self.session).about)
        if wanted in self.session.script.decisions:
            self._do(c.ShowOnWall(kind="decision", what=wanted))
        else:
            self._do(c.ShowOnWall(kind="inject", what=wanted))

    def _on_blank(self, _rest: str) -> None:
        self._do(c.BlankWall())

    def _on_scribe(self, _rest: str) -> None:
        try:
            waiting = scribing.waiting(self.session)
        except LogError as error:
            self._say(f"The scribe's lines cannot be read: {error.what}.")
            return
        for each in waiting:
            note = c.TakeNote(text=Words(each.words), tag=each.tag, cell=each.cell)
            if self._do(note, "scribe", min(each.ms, self.session.elapsed())) is None:
                return
            scribing.done_with(self.session, each.line.number)
        if not waiting:
            self._say("No line of the scribe waits.")

    def _on_pause(self, rest: str) -> None:
        self._ask(course.pause_form(), rest or "")

    def _on_go(self, rest: str) -> None:
        if self.session.state.status == "stopped":
            self._do(c.LiftStop(reason=Words(rest)))
        self._do(c.ResumePlay())

    def _on_stop(self, _rest: str) -> None:
        self._say("REAL WORLD. Play stops.")
        self._do(c.StopRealWorld())
        self._say("Say go and a reason to lift it.")

    # Looking, and leaving.

    def _on_where(self, _rest: str) -> None:
        self._tell(telling.where(self.session))

    def _on_feed(self, rest: str) -> None:
        count = int(rest) if rest.isdecimal() else _LAST
        for event in self.session.events[-count:] if count else ():
            self._speech.item(f"#{event.seq}", phrase(event, self.session.scenario))

    def _on_report(self, _rest: str) -> None:
        try:
            path: Path = papers.write_report(self.session.path)
        except TtxError as error:
            self._say(f"The report is not written: {error.what}")
            return
        self._say(f"The report: {path}")

    def _on_help(self, rest: str) -> None:
        verb = understood(rest.strip()) if rest.strip() else ()
        if isinstance(verb, str):
            one = BY_WORD[verb]
            self._say(f"{one.word}: {one.says}." + (f" Like: {one.example}" if one.example else ""))
            return
        for each in VERBS:
            self._speech.item(f"{each.word}:", each.says)
        self._say("A word may be shortened while it is clear. Parts of a record are separated by semicolons.")

    def _on_quit(self, _rest: str) -> None:
        self._leaving = True
