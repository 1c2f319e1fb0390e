"""Forms of the room and of the course, without a screen: each command is what was typed, and accepted."""

import pytest

from tests.small import BASE
from tests.tui.driving import begin
from tests.tui.rooms import MINUTE, accepted, play, small, standing_in, take
from ttx.model import commands as c
from ttx.model.records import Reason
from ttx.services.forms import course, room
from ttx.services.forms.values import Asked


@pytest.mark.parametrize("make", [course.skip_form, course.defer_form])
def test_leaving_the_book_takes_a_reason(running, make):
    session, _ = running
    form = make("I-02")
    made = form.make({**standing_in(form), "reason": "overtaken", "because": "they know"})
    assert made.command.reason == Reason("overtaken", "they know")
    accepted(session, made)


def test_a_reason_half_typed_is_offered_for_its_own_step_alone(running):
    session, _ = running
    forms = [
        course.skip_form("I-01"),
        course.skip_form("I-02"),
        course.defer_form("I-02"),
        course.out_of_turn_form(session, "I-02"),
        course.out_of_turn_form(session, "D-01"),
    ]
    assert len({form.name for form in forms}) == len(forms)


def test_out_of_turn_takes_a_reason(running):
    session, _ = running
    put = course.out_of_turn_form(session, "D-01")
    assert put.save == "Put"
    release = course.out_of_turn_form(session, "I-02")
    assert release.save == "Release"
    accepted(session, release.make(standing_in(release)))
    accepted(session, put.make(standing_in(put)))


def test_a_note_is_tied_to_the_newest_event_of_what_is_looked_at(running):
    session, _ = running
    release = course.out_of_turn_form(session, "I-02")
    accepted(session, release.make(standing_in(release)))
    newest = session.events[-1].seq
    form = course.note_form(session, "I-02")
    assert form.title == f"Note, tied to I-02, #{newest}"
    assert form.make({"text": "they read it twice"}).command.of == newest
    nothing_yet = course.note_form(session, "D-99")
    assert nothing_yet.title == "Note"
    assert nothing_yet.make({"text": "later"}).command.of is None


def test_a_note_takes_its_tag_from_its_first_sign(running):
    session, _ = running
    form = course.note_form(session)
    for text, tag, kept in (
        ("! no link", "challenge", "no link"),
        ("*aha", "insight", "aha"),
        ("p later", "park", "later"),
        ("press asks", "", "press asks"),
        ("#gap POL was not asked", "gap", "POL was not asked"),
        ("#한글 사례", "한글", "사례"),
        ("# heading", "", "# heading"),
        ("2 + 2", "", "2 + 2"),
    ):
        made = form.make({"text": text})
        assert (made.command.tag, made.command.text) == (tag, kept)
        assert made.hat == "scribe"
        accepted(session, made)
    for empty in ("", "  ", "!", "* ", "#gap"):
        found = form.make({"text": empty})
        assert isinstance(found, str) or found.command.text, empty


def test_pause_breaks_and_lift(running):
    session, _ = running
    form = course.pause_form()
    for text, minutes in (("10", 10), ("break 5", 5), ("15 min", 15)):
        assert form.make({"text": text}).command == c.Pause(kind="break", minutes=minutes)
    assert form.make({"text": ""}).command == c.Pause(reason=None)
    assert form.make({"text": "the projector"}).command.reason == Reason("other", "the projector")
    accepted(session, form.make({"text": ""}))
    session.do(c.ResumePlay())
    accepted(session, form.make({"text": "10"}))
    session.do(c.StopRealWorld())
    accepted(session, course.lift_form().make({"text": "all clear"}))
    assert session.state.status == "paused"


def test_a_contact_has_two_ends(running):
    session, _ = running
    form = room.contact_form(session)
    blank = standing_in(form)
    assert "two ends" in form.make(blank)
    assert "two ends" in form.make({**blank, "from": "rok"})
    event = accepted(
        session,
        form.make(
            {
                **blank,
                "from": "rok",
                "to": "north",
                "act": "warned",
                "line": "letter",
                "level": "minister",
                "when": "0:17",
            }
        ),
    )
    assert event.fact.act == "warned"
    assert event.true_at == 17 * MINUTE
    session.do(c.Bookmark())


def test_a_question_is_asked_and_answered_in_every_way(running):
    session, _ = running
    form = room.question_form(session)
    blank = standing_in(form)
    assert form.make(blank).startswith("Who asks?")
    assert form.make({**blank, "cell": "us"}).startswith("What do they ask?")
    assert "When" in form.make({**blank, "cell": "us", "text": "Who?", "when": "x"})
    for how, words_, fact in (
        ("fact", "", "F-01"),
        ("not_known", "", None),
        ("voice", "The desk says no.", None),
        ("later", "", None),
        ("improvised", "Nobody knows.", None),
    ):
        number = accepted(session, form.make({**blank, "cell": "us", "text": "Who fired?"})).seq
        control = room.control_form(session, number)
        assert control.notes == ("Who fired?",)
        given = {**standing_in(control), "how": how, "text": words_}
        if how == "fact":
            assert given["fact"] == "F-01"  # its words are in the question: F2 is enough
            assert control.make({**given, "fact": ""}).startswith("Which fact?")
        made = control.make({**given, "fact": "F-01"})
        assert (made.hat, made.command.fact, made.command.to) == ("white_cell", fact, ("us",))
        accepted(session, made)
    assert [asked.later for asked in session.state.questions.values()] == [True]


def test_a_fact_says_what_may_be_said_now(running):
    session, _ = running
    number = accepted(session, room.question_form(session).make({"cell": "rok", "text": "Who?"})).seq
    choices = next(f for f in room.control_form(session, number).fields if f.key == "fact").choices
    assert "Not known." in choices[0].label
    session.do(c.ReleaseInject(inject="I-02", reason=Reason()))
    choices = next(f for f in room.control_form(session, number).fields if f.key == "fact").choices
    assert "They did." in choices[0].label


def test_an_ad_hoc_inject_needs_hearers_and_words(running):
    session, _ = running
    form = room.adhoc_form(session)
    blank = standing_in(form)
    assert form.make(blank).startswith("To whom?")
    assert form.make({**blank, "to": "rok"}).startswith("What is said?")
    event = accepted(
        session,
        form.make(
            {**blank, "to": "rok us", "text": "A call.", "title": "T", "from": "Desk", "voice": "north"}
        ),
    )
    assert event.fact.to == ("rok", "us")
    assert event.fact.voice == "north"


def test_a_slip_takes_the_value_of_its_track(tmp_path):
    text = BASE.replace(
        "slips: [{track: alarm, to: [us], ask: Is there an alarm?}]",
        "slips: [{track: alarm, to: [us], ask: Alarm?}, {track: line, to: [us], ask: Line?},"
        " {track: heat, to: [rok], ask: Heat?}, {to: [rok], ask: Else?}]",
    )
    session, clock = small(tmp_path, text)
    play(session, clock, lambda step: step.doing == "slip")
    flag, choice, scale = (room.slip_form(session, n, cell) for n, cell in ((0, "us"), (1, "us"), (2, "rok")))
    assert [x.value for x in flag.fields[0].choices] == ["yes", "no"]
    assert [x.value for x in choice.fields[0].choices] == ["answering", "silent"]
    assert scale.fields[0].hint == "0 to 5"
    for nonsense in ("hot", "1.5", "\u00b2", "--1", "-"):
        assert isinstance(scale.make({"value": nonsense}), str), nonsense
    for form, value, kept in ((flag, "yes", "yes"), (choice, "silent", "silent"), (scale, "3", 3)):
        made = form.make({"value": value, "text": "so"})
        assert made.command.value == kept
        accepted(session, made)
    plain = room.slip_form(session, 3, "rok")
    assert [f.key for f in plain.fields] == ["text"]
    assert plain.make({}).command.value is None
    session.close()


def test_a_value_outside_its_track_is_refused_by_the_session(tmp_path):
    text = BASE.replace("slips: [{track: alarm, to: [us]", "slips: [{track: heat, to: [us]")
    session, clock = small(tmp_path, text)
    play(session, clock, lambda step: step.doing == "slip")
    made = room.slip_form(session, 0, "us").make({"value": "9"})
    assert isinstance(made, Asked)
    assert session.do(made.command).reason
    session.close()


def test_take_back_asks_whether_a_released_inject_was_heard(running):
    session, _ = running
    released = session.do(c.ReleaseInject(inject="I-01"))
    form = course.retract_form(session, released.seq)
    assert [f.key for f in form.fields] == ["read_out", "reason", "because"]
    assert "heard" in form.make(standing_in(form))
    for heard in ("no", "aloud", "stands"):
        made = form.make({**standing_in(form), "read_out": heard, "because": "wrong cell"})
        assert (made.command.read_out, made.command.of) == (heard, released.seq)
    accepted(session, made)
    note = session.do(c.TakeNote(text="x"))
    assert [f.key for f in course.retract_form(session, note.seq).fields] == ["reason", "because"]


def test_take_back_says_what_goes_with_it(asked):
    session, _ = asked
    put = next(e.seq for e in session.events if type(e.fact).__name__ == "DecisionPut")
    take(session)
    notes = course.retract_form(session, put).notes
    assert notes[0].startswith(f"#{put} ")
    assert all(note.startswith("goes too: #") for note in notes[1:])


def test_a_phase_is_closed_on_the_book_or_with_words(asked):
    session, _ = asked
    form = course.phase_form(session)
    assert form.notes == ("D-01 waits for an answer.",)
    given = {**standing_in(form), "open": "yes", "because": "time"}
    assert form.make(given).command == c.EnterPhase(phase="next-day", because="time", leave_open=True)
    assert form.make({**given, "phase": "the-finding"}).command.phase == "the-finding"
    assert form.make({**given, "phase": "end"}).command == c.EndExercise(because="time", leave_open=True)
    refused = session.do(form.make(standing_in(form)).command)
    assert refused.reason
    accepted(session, form.make(given))


def test_the_ending_of_the_conditions_is_proposed(tmp_path):
    session, clock = begin(tmp_path)
    play(session, clock, lambda step: step.doing == "end")
    form = course.end_form(session)
    proposed = form.fields[0].value
    assert proposed in [e.id for e in session.scenario.endings]
    other = next(e.id for e in session.scenario.endings if e.id != proposed)
    assert "in a few words why" in form.make({**standing_in(form), "ending": other})
    accepted(session, form.make({**standing_in(form), "ending": other, "because": "the room said so"}))
    session.close()


def test_no_fact_is_chosen_where_none_is_near(asked):
    session, _ = asked
    event = session.do(c.AskControl(cell="us", text="What was that?"))
    assert standing_in(room.control_form(session, event.seq))["fact"] == ""


@pytest.mark.parametrize("text", ["And the hikers?", "What of that HIKER", "Hiking?"])
def test_a_word_is_met_in_another_form(asked, text):
    session, _ = asked
    event = session.do(c.AskControl(cell="us", text=text))
    nearest = standing_in(room.control_form(session, event.seq))["fact"]
    assert nearest == ("" if text == "Hiking?" else "F-05")


def test_what_a_question_says_word_for_word_is_nearer_than_a_word_it_shares():
    about = ("was it a test", "earthquake"), ("preparations", "test site")
    first, second = (room._nearness("So: was it a TEST?", each) for each in about)
    assert first > second > (0, 0)


def test_facts_that_a_question_names_stand_first(asked):
    session, _ = asked
    event = session.do(c.AskControl(cell="rok_government", text="Where is the hiker? The family asks."))
    choices = next(f for f in room.control_form(session, event.seq).fields if f.key == "fact").choices
    assert choices[0].value == "F-05"
    assert choices[0].label.endswith(room._says(session, "F-05"))
    assert all(len(choice.label) <= 68 for choice in choices[3:])
    assert {choice.value for choice in choices} == set(session.scenario.facts)
