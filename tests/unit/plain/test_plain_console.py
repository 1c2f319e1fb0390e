"""A whole exercise by lines, and the wrong lines in between."""

import pytest

from tests.unit.services.rooms import opened
from ttx.loader import bundled
from ttx.model.events import AnswerRecorded, ContactMade, NoteTaken
from ttx.plain.console import PlainConsole
from ttx.plain.speech import Speech
from ttx.plain.verbs import SAME, VERBS, understood
from ttx.services import checking, scribing
from ttx.services import session as sessions
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.stepping import step_of


class Talk:
    """What is typed, line by line, and everything that was said."""

    def __init__(self, session, lines=()):
        self.lines, self.said, self.session = list(lines), [], session
        self.console = PlainConsole(session, Speech(self.hear, self.said.append))

    def hear(self, prompt):
        self.said.append(prompt)
        return self.lines.pop(0) if self.lines else None

    def run(self, *lines):
        self.lines += lines
        self.said.clear()
        self.console.run()
        return "\n".join(self.said)


@pytest.fixture
def talk(tmp_path):
    session, _ = opened(tmp_path / "a.ttx.jsonl")
    yield Talk(session)
    session.close()


@pytest.fixture
def steps(tmp_path):
    checked = checking.playable(bundled() / "scenarios" / "graduated-steps")
    ports = Ports(ScriptedClock("2026-03-14T09:00:00Z"), SeededEntropy("lines"))
    session = sessions.begin(checked.scenario, checked.files, tmp_path / "g.ttx.jsonl", ports)
    yield Talk(session)
    session.close()


def test_every_answer_ends_with_what_is_saved(talk):
    said = talk.run("start", "note #gap nobody rang")
    assert "Saved 2." in said
    assert "Saved 3." in said
    note = talk.session.events[-1].fact
    assert isinstance(note, NoteTaken)
    assert (note.text, note.tag) == ("nobody rang", "gap")


def test_a_whole_exercise_can_be_run_by_saying_do(steps):
    answers = {
        "record": "do a; said As the book has it.",
        "first": "do We expect a call.",
        "rule": "do 1",
        "slip": "do 1",
        "end": "do",
        "settle": ".",
    }
    steps.run("start")
    for _ in range(400):
        step = step_of(steps.session)
        if step.doing in ("settle", "report"):
            break
        said = steps.run(answers.get(step.doing, "do"), *([""] * 8 if step.doing == "end" else []))
        assert "I do not know" not in said, (step, said)
    assert steps.session.state.status == "ended"
    assert "the report" in steps.run("report").casefold()


def test_a_record_from_one_line_holds_what_a_sheet_would(steps):
    steps.run("start")
    while step_of(steps.session).doing != "record":
        steps.run("do We expect a call." if step_of(steps.session).doing == "first" else "do")
    said = steps.run(
        "record b; why one account; said We ring the minister first; bears 05a <05c; dissent JCS"
    )
    fact = next(e.fact for e in reversed(steps.session.events) if isinstance(e.fact, AnswerRecorded))
    decision = steps.session.script.decisions[fact.decision]
    assert fact.coded == decision.options[1].id
    assert fact.said == "We ring the minister first"
    assert fact.grounds.rationale == "one account"
    assert [(link.target, link.relies) for link in fact.links] == [("SCM53-05a", False), ("SCM53-05c", True)]
    assert "implies a contact" in said


def test_a_form_can_be_asked_field_by_field_and_left_without_losing_a_word(steps):
    steps.run("start")
    said = steps.run("contact", "1", "", "unc", ".")
    assert "kept and offered again" in said
    assert steps.session.half_typed
    said = steps.run("contact", "", "", "", "duty line", "", "", "", "")
    assert isinstance(steps.session.events[-1].fact, ContactMade), said
    assert steps.session.events[-1].fact.to == "unc"
    assert not steps.session.half_typed


def test_play_stops_at_once_also_in_the_middle_of_a_form(steps):
    steps.run("start")
    said = steps.run("contact", "1", "!")
    assert "REAL WORLD" in said
    assert steps.session.state.status == "stopped"
    steps.run("go all clear")
    assert steps.session.state.status == "running"


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("xyzzy", "I do not know"),
        ("re", "may be"),
        ("release I-99", "There is no inject or decision I-99."),
        ("record a", "No decision is open."),
        ("undo 1", "There is no such event"),
        ("correct I-01; other", "Only an inject that was released"),
        ("answer 7", "No such question waits."),
        ("contact mars; to venus", "say one of"),
        ("time tomorrow", "Write the time as"),
        ("wall D-01", "was not put"),
        ("help record", "Like:"),
        ("rule", "No ruling is due."),
        ("skip", "Only a step still ahead"),
    ],
)
def test_a_line_that_does_not_fit_is_answered_with_what_would(steps, line, answer):
    before = len(steps.session.events)
    said = " ".join(steps.run("start", line, ".", ".").split())
    assert answer in said
    assert len(steps.session.events) == before + 1


def test_words_from_files_and_lines_cannot_act_on_a_terminal(talk):
    said = talk.run("start", "note [/x] \x1b[2J\u202e@click", "feed")
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_the_scribes_lines_are_taken_at_their_own_time(steps):
    steps.run("start")
    scribing.write(steps.session.path, "-1 unc waits", steps.session._ports)
    steps.run("scribe")
    assert steps.session.events[-1].fact.text == "waits"
    assert "No line of the scribe waits." in steps.run("scribe")


def test_every_word_has_its_own_handler_and_no_two_are_one():
    assert all(hasattr(PlainConsole, f"_on_{verb.word}") for verb in VERBS)
    assert len({verb.word for verb in VERBS}) == len(VERBS)
    assert set(SAME.values()) <= {verb.word for verb in VERBS}
    assert understood("rec") == "record"
    assert understood("") == tuple(verb.word for verb in VERBS)
