"""A session and its file: begun, opened again, time away, torn lines, drafts, a disk that refuses."""

import pytest

from tests.small import BASE
from tests.unit.services.rooms import START, done, opened, ports, started
from ttx.engine import Rejection, replay
from ttx.errors import LogError
from ttx.model import commands as c
from ttx.model.events import Recovered, SessionResumed
from ttx.model.words import Words
from ttx.services import session as sessions
from ttx.services.logs import look
from ttx.store import verify

W = Words("words")
LATER = "2022-03-14T09:00:00Z"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.ttx.jsonl"


def again(path, *, start=LATER, **more):
    return sessions.resume(path, ports(start=start), **more)


def test_begin_writes_the_first_line_with_every_file_and_waits_for_the_start(path):
    session, _ = opened(path, name="Monday")
    [first] = session.events
    assert (first.fact.session, first.fact.entropy, first.fact.book) == ("Monday", "seeded", False)
    assert [f.name for f in first.fact.files] == ["scenario.yaml", "rules/room.yaml"]
    assert first.fact.files[0].text == BASE
    assert (session.state.status, len(bytes.fromhex(session.state.seed))) == ("before", 32)
    session.close()
    assert verify(path).lines == 1


def test_begin_never_overwrites_a_session(path):
    opened(path)[0].close()
    with pytest.raises(LogError):
        opened(path)


def test_what_do_gives_back_is_in_the_file(path):
    session, _ = started(path)
    event = done(session, c.TakeNote(text=W), hat="scribe")
    session.close()
    assert look(path).events[-1] == event
    assert look(path).events == tuple(session.events)
    assert (event.hat, session.head) == ("scribe", look(path).head)


def test_a_refusal_leaves_no_line(path):
    session, _ = started(path)
    size, state = path.stat().st_size, session.state
    assert isinstance(session.do(c.ReleaseInject(inject="I-9")), Rejection)
    assert (path.stat().st_size, session.state) == (size, state)


def test_a_session_goes_on_where_it_stood_with_its_clock_standing(path):
    session, _ = started(path)
    done(session, c.ReleaseInject(inject="I-01"), c.PutDecision(decision="D-01"))
    before = session.state
    session.close()
    back = again(path)
    assert back.state.position == before.position
    assert (back.state.status, back.state.given, back.state.decisions) == (
        "paused",
        before.given,
        before.decisions,
    )
    assert back.scenario == session.scenario
    assert isinstance(back.events[-1].fact, SessionResumed)
    done(back, c.RecordAnswer(decision="D-01", coded="wait"))
    assert replay(back.events) == back.state


def test_whoever_comes_back_is_told_what_was_last_and_how_long_they_were_away(path):
    session, given = started(path)
    given.clock.advance(60_000)
    last = done(session, c.TakeNote(text=W))
    session.close()
    back = again(path).back
    assert (back.last, back.away_ms, back.torn_bytes, back.kept_in) == (last, 59 * 60_000, 0, "")


@pytest.mark.parametrize(("counted", "ms"), [(False, 60_000), (True, 60 * 60_000)])
def test_time_away_counts_only_where_staff_say_so(path, counted, ms):
    session, given = started(path)
    given.clock.advance(60_000)
    done(session, c.TakeNote(text=W))
    session.close()
    back = again(path, counted=counted)
    assert (back.elapsed(), back.events[-1].ms, back.events[-1].fact.counted) == (ms, ms, counted)


def test_time_away_from_a_session_that_stood_never_counts(path):
    session, _ = started(path)
    done(session, c.Pause())
    session.close()
    assert again(path, counted=True).elapsed() == 0


def test_a_clock_set_back_while_away_takes_nothing_back(path):
    session, given = started(path)
    given.clock.advance(5_000)
    done(session, c.TakeNote(text=W))
    session.close()
    back = again(path, start="2022-03-14T07:00:00Z")
    assert (back.back.away_ms, back.elapsed()) == (0, 5_000)


def test_exercise_time_passes_only_while_the_exercise_runs(path):
    session, given = opened(path)
    seen = []
    for command in (
        c.StartExercise(),
        c.Pause(),
        c.ResumePlay(),
        c.StopRealWorld(),
        c.LiftStop(),
        c.ResumePlay(),
    ):
        given.clock.advance(1_000)
        done(session, command)
        seen.append(session.elapsed())
    given.clock.advance(500)
    assert seen == [0, 1_000, 1_000, 2_000, 2_000, 2_000]
    assert session.elapsed() == 2_500
    done(session, c.EndExercise(because=W))
    given.clock.advance(500)
    assert session.elapsed() == 2_500


def test_the_time_that_saving_takes_is_exercise_time_too(path, monkeypatch):
    session, given = started(path)
    append = session._log.append

    def slowly(event):
        append(event)
        given.clock.advance(700)

    monkeypatch.setattr(session._log, "append", slowly)
    done(session, c.TakeNote(text=W))
    assert session.elapsed() == 700


def test_a_late_entry_keeps_when_it_really_happened(path):
    session, given = started(path)
    given.clock.advance(9_000)
    event = done(session, c.RecordContact(from_="rok", to="us"), true_at=4_000)
    assert (event.ms, event.true_at) == (9_000, 4_000)


def test_a_torn_last_line_is_set_aside_and_said(path):
    session, _ = started(path)
    done(session, c.TakeNote(text=W))
    session.close()
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"hash":"12')
    back = again(path)
    assert (back.back.torn_bytes, (path.parent / back.back.kept_in).read_bytes()) == (11, b'{"hash":"12')
    assert back.back.last == session.events[-1]
    recovered, resumed = back.events[-2:]
    assert recovered.fact == Recovered(lost_bytes=11, kept_in=back.back.kept_in)
    assert isinstance(resumed.fact, SessionResumed)
    assert path.read_bytes().startswith(whole)
    done(back, c.TakeNote(text=W))
    back.close()
    assert verify(path).ok


def test_damage_in_the_middle_opens_nothing_and_changes_nothing(path):
    session, _ = started(path)
    done(session, c.TakeNote(text=W))
    session.close()
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(
        b"".join([lines[0], lines[1].replace(b"running", b"r").replace(b'"v":1', b'"v":2', 1), *lines[2:]])
    )
    damaged = path.read_bytes()
    with pytest.raises(LogError):
        again(path)
    assert path.read_bytes() == damaged


def test_only_one_writes_at_a_time(path):
    session, _ = started(path)
    with pytest.raises(LogError):
        again(path)
    session.close()
    again(path).close()


def test_a_failed_resume_lets_go_of_the_file(path, monkeypatch):
    started(path)[0].close()
    with monkeypatch.context() as patched:
        patched.setattr(sessions, "scenario_of", lambda *_: (_ for _ in ()).throw(LogError("no")))
        with pytest.raises(LogError):
            again(path)
    again(path).close()


def test_where_the_disk_refuses_nothing_changes_and_the_same_command_works_later(path, monkeypatch):
    session, _ = started(path)
    append, left = session._log.append, [LogError("NOT SAVED")]

    def once(event):
        if left:
            raise left.pop()
        append(event)

    monkeypatch.setattr(session._log, "append", once)
    state, events, size = session.state, tuple(session.events), path.stat().st_size
    with pytest.raises(LogError):
        session.do(c.ReleaseInject(inject="I-01"))
    assert (session.state, tuple(session.events), path.stat().st_size) == (state, events, size)
    event = done(session, c.ReleaseInject(inject="I-01"))
    assert (event.seq, list(session.state.given)) == (3, ["I-01"])
    session.close()
    assert look(path).events[-1] == event


def test_a_half_typed_form_is_kept_offered_again_and_dropped_once_empty(path):
    session, _ = started(path)
    session.keep_draft("answer:D-01", {"said": "We ca", "until": ""})
    session.close()
    back = again(path)
    assert (back.half_typed, back.draft("answer:D-01")) == (("answer:D-01",), {"said": "We ca", "until": ""})
    assert back.draft("note") == {}
    back.keep_draft("note", {"text": "x"})
    back.keep_draft("answer:D-01", {"said": " "})
    assert back.half_typed == ("note",)
    assert "We ca" not in path.read_text(encoding="utf-8")
    back.keep_draft("note", {})
    assert back.half_typed == ()


def test_a_second_copy_is_the_same_file(path, tmp_path):
    copies = tmp_path / "copies"
    copies.mkdir()
    session, _ = started(path, copy_to=copies)
    done(session, c.TakeNote(text=W))
    assert session.copy_trouble == ""
    session.close()
    [copy] = [p for p in copies.iterdir() if p.suffix == ".jsonl"]
    assert copy.read_bytes() == path.read_bytes()


COMMANDS = (
    c.StartExercise(),
    c.ReleaseInject(inject="I-01"),
    c.RecordAnswer(decision="D-01", coded="wait", said=Words("we wait")),
    c.Rule(decision="D-01", result="not_agreed"),
    c.TakeNote(text=W),
    c.Retract(of=4),
)


def bytes_of(path, *, seed="seed", start=START, commands=COMMANDS):
    session, given = opened(path, given=ports(seed, start))
    for command in commands:
        given.clock.advance(1_500)
        done(session, command)
    session.close()
    return path.read_bytes()


def test_the_same_seed_start_and_commands_give_the_same_bytes(tmp_path):
    first = bytes_of(tmp_path / "a.ttx.jsonl")
    assert bytes_of(tmp_path / "b.ttx.jsonl") == first
    assert bytes_of(tmp_path / "c.ttx.jsonl", seed="other") != first
    assert bytes_of(tmp_path / "d.ttx.jsonl", start=LATER) != first
    assert bytes_of(tmp_path / "e.ttx.jsonl", commands=COMMANDS[:-1]) != first


def test_a_session_on_the_book_stays_one_when_it_is_opened_again(path):
    started(path, book=True)[0].close()
    assert again(path).state.book


def test_leaving_stops_the_clock_where_it_stands(path):
    session, given = started(path)
    given.clock.advance(90_000)
    session.leave()
    back = again(path)
    assert (back.state.status, back.elapsed()) == ("paused", 90_000)
    lines = len(back.events)
    back.leave()
    assert len(look(path).events) == lines


def test_leaving_lets_go_of_the_file_also_where_the_disk_refuses(path, monkeypatch):
    session, _ = started(path)

    def refuses(_event):
        raise LogError("NOT SAVED")

    monkeypatch.setattr(session._log, "append", refuses)
    with pytest.raises(LogError):
        session.leave()
    again(path).close()
