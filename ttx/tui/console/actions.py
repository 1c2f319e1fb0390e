"""What the console's keys do: each asks the session for one thing, after a form where one is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ttx.engine import STAYS, Rejection, retracted
from ttx.errors import LogError
from ttx.model import commands as c
from ttx.model.events import Event, QuestionAsked
from ttx.model.position import decision_of
from ttx.render.phrases import phrase
from ttx.services.forms import answer, course, room, ruling
from ttx.services.forms.values import Asked, Form
from ttx.services.gaps import gaps_of
from ttx.services.session import Session
from ttx.services.stepping import Step, tags
from ttx.tui.console.back import BackScreen, unheard, where_left
from ttx.tui.console.gaps import GapsScreen
from ttx.tui.console.lines import Run, dim
from ttx.tui.console.settle import SettleScreen
from ttx.tui.console.side import to_complete, unsettled
from ttx.tui.console.stop import StopScreen
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import CONSOLE
from ttx.tui.pick import PickScreen
from ttx.tui.sheet import screen_for
from ttx.tui.widgets.rows import Item

if TYPE_CHECKING:
    from textual.app import App


class Actions:
    """The verbs of the console, apart from how it is drawn."""

    session: Session
    about: str
    app: App[Any]
    unsaved: Asked | None = None
    """What the disk refused; F2 tries it again."""

    if TYPE_CHECKING:

        @property
        def step(self) -> Step: ...
        @property
        def subject(self) -> str: ...
        def _do_report(self, step: Step) -> None: ...
        def show(self) -> None: ...
        def say(self, words: str, token: str = "dim") -> None: ...
        def refused_so_soon(self) -> bool: ...

    def welcome(self) -> None:
        """What somebody who comes back needs to know at once."""
        if self.session.back is None:
            return
        if self.session.state.status in ("before", "stopped"):
            self.say(where_left(self.session), "accent")
        else:
            self.app.call_later(self.app.push_screen, BackScreen(self.session), self._back)

    def _back(self, chosen: str | None) -> None:
        """Whether the room heard what was released last."""
        inject = unheard(self.session)
        if chosen == "yes" and inject:
            self.do(c.MarkReadOut(inject=inject))
        elif chosen == "count":
            self._count_away()
        elif chosen == "no" and inject:
            form = course.retract_form(self.session, self.session.state.given[inject].seq)
            self.ask(form.filled({"read_out": "no"}))
        else:
            self.show()

    def _count_away(self) -> None:
        """The room went on while nobody was here; what it heard is asked after that."""
        try:
            self.session.count_away()
        except LogError as error:
            self.say(f"NOT SAVED: {error.what}", "alarm")
        if unheard(self.session):
            self.app.push_screen(BackScreen(self.session), self._back)
        else:
            self.show()

    def do(self, command: c.Command, *, hat: str = "controller", true_at: int | None = None) -> Event | None:
        """Ask the session for one thing; what it refuses, or the disk, is said."""
        try:
            done = self.session.do(command, hat=hat, true_at=true_at)
        except LogError as error:
            self._not_saved(error, Asked(command, hat, true_at))  # type: ignore[arg-type]
            return None
        self.unsaved = None
        if isinstance(done, Rejection):
            self.say(done.reason, "warn")
            return None
        self.did(done)
        return done

    def _not_saved(self, error: LogError, asked: Asked) -> None:
        self.unsaved = asked
        self.say(f"NOT SAVED: {error.what} F2 tries again.", "alarm")
        self.show()

    def did(self, event: Event | None) -> None:
        """Something came of a key or a form: back to what is next."""
        if event is not None:
            self.about = ""
            trouble = self.session.copy_trouble
            self.say(
                f"The second copy is not written: {trouble}" if trouble else "", "warn" if trouble else "dim"
            )
        self.show()

    def ask(self, form: Form, then: Callable[[Event], None] | None = None) -> None:
        """Put a form in front of staff; ``then`` goes on with what came of it."""
        self.say("")

        def after(event: Event | None) -> None:
            self.did(event)
            if event is not None and then is not None:
                then(event)

        self.app.push_screen(screen_for(self.session, form), after)

    def action_step(self) -> None:
        """The step named under the card; never of something that has not been on it."""
        if self.unsaved is not None:
            again = self.unsaved
            self.do(again.command, hat=again.hat, true_at=again.true_at)
            return
        if self.refused_so_soon():
            return
        step = self.step
        if self.about and self.about != step.about.partition(".")[0]:
            self.about = ""
            self.show()
            return
        getattr(self, f"_do_{step.doing}")(step)

    def _do_start(self, _step: Step) -> None:
        self.do(c.StartExercise())

    def _do_resume(self, _step: Step) -> None:
        self.do(c.ResumePlay())

    def _do_lift(self, _step: Step) -> None:
        self.cover_with_stop()

    def _do_read(self, step: Step) -> None:
        self.do(c.MarkReadOut(inject=step.about))

    def _do_release(self, step: Step) -> None:
        self.do(c.ReleaseInject(inject=step.about))

    def _do_put(self, step: Step) -> None:
        self.do(c.PutDecision(decision=step.about))

    def _do_plenary(self, step: Step) -> None:
        self.do(c.AdvanceStage(decision=step.about, stage="plenary"))

    def _do_first(self, step: Step) -> None:
        self.ask(answer.first_form(self.session, step.about, step.cell))

    def _do_record(self, step: Step) -> None:
        self.ask(answer.answer_form(self.session, step.about), self._offer_contacts)

    def _do_rule(self, step: Step) -> None:
        self.ask(ruling.ruling_form(self.session, step.about))

    def _do_slip(self, step: Step) -> None:
        self.ask(room.slip_form(self.session, int(step.about), step.cell))

    def _do_phase(self, _step: Step) -> None:
        self.do(c.EnterPhase())

    def _do_end(self, _step: Step) -> None:
        """What only this room can still say is asked before anybody stands up; then the ending."""

        def gone_on(on: bool | None) -> None:
            if on:
                self.ask(course.end_form(self.session))
            else:
                self.show()

        if any(gap.room_only for gap in gaps_of(self.session)):
            self.app.push_screen(GapsScreen(self.session, closing=True), gone_on)
        else:
            gone_on(on=True)

    def _do_settle(self, _step: Step) -> None:
        self.action_settle()

    def action_move(self, *, cite: str = "") -> None:
        """The answer of what is open, else a free move; ``cite`` is tagged in it."""
        open_ = self.session.state.position.open
        wanted = next((s for s in open_ if decision_of(s) == self.subject), open_[0] if open_ else "")
        form = answer.answer_form(self.session, wanted) if wanted else answer.move_form(self.session)
        if not wanted and self.session.state.status == "before":
            self.say("The exercise has not begun; Space starts it.", "warn")
            return
        self.ask(self._citing(form, cite) if cite else form, self._offer_contacts)

    def _citing(self, form: Form, target: str) -> Form:
        """The form with a tag in it, beside those of a half-typed one."""
        draft = self.session.draft(form.name)
        tags = [tag for tag in draft.get("links", "").split() if tag.rpartition(":")[0] != target]
        links = " ".join((*tags, f"{target}:touches"))
        if draft:
            try:
                self.session.keep_draft(form.name, {**draft, "links": links})
            except LogError as error:
                self.say(f"The draft is not kept: {error.what}", "warn")
        return form.filled({"links": links})

    def _offer_contacts(self, event: Event, done: int = 0) -> None:
        """What choosing an option implies is offered to be recorded as it really happened."""
        implied = room.implied_contacts(self.session, event)
        if done < len(implied):
            form = room.contact_form(self.session, implied[done])
            self.ask(form, lambda _saved: self._offer_contacts(event, done + 1))

    def action_note(self) -> None:
        self.ask(course.note_form(self.session, self.subject))

    def action_contact(self) -> None:
        self.ask(room.contact_form(self.session))

    def action_question(self) -> None:
        """A new question, or the answer to one that waits."""
        waiting = self.session.state.questions
        if not waiting:
            self._new_question()
            return
        items = [Item("new", (Run("a new question"),))]
        items += [
            Item(str(n), (Run(f"{tags(self.session, (q.cell,))}: {q.text}"),), (dim(f"#{n} "),))
            for n, q in waiting.items()
        ]
        self.app.push_screen(PickScreen("Questions to Control", items, empty=""), self._question_chosen)

    def _question_chosen(self, chosen: str | None) -> None:
        if chosen == "new":
            self._new_question()
        elif chosen is not None:
            self.ask(room.control_form(self.session, int(chosen)))

    def _new_question(self) -> None:
        def answer_it(event: Event) -> None:
            if isinstance(event.fact, QuestionAsked):
                self.ask(room.control_form(self.session, event.seq))

        self.ask(room.question_form(self.session), answer_it)

    def action_adhoc(self) -> None:
        self.ask(room.adhoc_form(self.session))

    def action_release(self) -> None:
        """Release the inject, or put the decision, under the cursor; out of its turn it takes a reason."""
        subject = self.subject
        if subject in self.session.script.decisions:
            command: c.Command = c.PutDecision(decision=subject)
        elif subject in self.session.script.injects:
            command = c.ReleaseInject(inject=subject)
        else:
            self.say("Move the cursor to an inject or a decision first.", "warn")
            return
        try:
            done = self.session.do(command)
        except LogError as error:
            self._not_saved(error, Asked(command))
            return
        if isinstance(done, Event):
            self.did(done)
        elif done.code == "reason":
            self.ask(course.out_of_turn_form(self.session, subject))
        else:
            self.say(done.reason, "warn")

    def action_defer(self) -> None:
        self._leave_out(course.defer_form)

    def action_skip(self) -> None:
        self._leave_out(course.skip_form)

    def _leave_out(self, form: Callable[[str], Form]) -> None:
        subject = self.subject
        if subject in self.session.state.position.steps or subject in self.session.state.position.due:
            self.ask(form(subject))
        else:
            self.say("Only a step still ahead can be put off or skipped.", "warn")

    def action_rule(self) -> None:
        """The ruling that is due; else staff's answer in place of the one under the cursor."""
        owed = self.session.state.position.owed
        if owed:
            self.ask(ruling.ruling_form(self.session, owed[0].decision))
            return
        answered = [a for s, a in self.session.state.answers.items() if decision_of(s) == self.subject]
        if answered:
            self.ask(ruling.overrule_form(self.session, answered[-1].seq))
        else:
            self.say("Nothing is ruled here: no ruling is due, and the card shows no answer.", "warn")

    def action_take_back(self) -> None:
        """Choose an event, the last one first; what goes with it is said before."""
        gone = retracted(self.session.events)
        items = [
            Item(str(e.seq), (Run(phrase(e, self.session.scenario)),), (dim(f"#{e.seq} "),))
            for e in reversed(self.session.events)
            if e.seq not in gone and not isinstance(e.fact, STAYS)
        ]
        empty = "Nothing has happened yet."
        self.app.push_screen(PickScreen("Take back which?", items, empty=empty), self._take_back)

    def _take_back(self, chosen: str | None) -> None:
        if chosen is not None:
            self.ask(course.retract_form(self.session, int(chosen)))

    def action_fill_in(self) -> None:
        """The oldest record that lacks something, then the next."""
        waiting = to_complete(self.session)
        if waiting:
            self.ask(answer.complete_form(self.session, waiting[0]), lambda _event: self.action_fill_in())
        else:
            self.say("Nothing is left to fill in.")

    def action_settle(self) -> None:
        if unsettled(self.session):
            self.app.push_screen(SettleScreen(self.session), lambda _none: self.show())
        else:
            self.say("Every link is settled.")

    def action_phase(self) -> None:
        """On the book at once, like the step; else, and always in a rehearsal, a form."""
        if self.session.state.status == "ended":
            self._do_report(self.step)
        elif self.session.state.status == "before":
            self.say("There is no phase to close now.", "warn")
        elif self.session.state.practice:
            self.ask(course.phase_form(self.session))
        elif self.step.doing == "phase":
            self._do_phase(self.step)
        elif self.step.doing == "end":
            self._do_end(self.step)
        else:
            self.ask(course.phase_form(self.session))

    def action_pause(self) -> None:
        if self.session.state.status in ("paused", "break"):
            self.do(c.ResumePlay())
        else:
            self.ask(course.pause_form())

    def action_stop(self) -> None:
        """Cover the screen at once, also where the disk refuses: the room comes before the file."""
        if self.session.state.status == "stopped" or self.do(c.StopRealWorld()) is not None:
            self.cover_with_stop()
        elif self.unsaved is not None:
            self.unsaved = None  # the cover says so, and tries again
            self.cover_with_stop()

    def cover_with_stop(self) -> None:
        """The whole screen says that play has stopped, until somebody lifts it."""
        self.app.push_screen(StopScreen(self.session), self.did)

    def action_bookmark(self) -> None:
        self.do(c.Bookmark())

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen("the console", CONSOLE))

    def action_leave(self) -> None:
        """Everything is saved; the session can be resumed as it is."""
        self.app.call_later(self.app.leave_session)  # type: ignore[attr-defined]
