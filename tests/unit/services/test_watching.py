"""What a wall shows: what was sent to it, and nothing that is staff's."""

import pytest

from tests.unit.services.rooms import done, opened, started
from ttx.errors import LogError, UsageError
from ttx.model import commands as c
from ttx.model.words import Words
from ttx.services.watching import Watch


@pytest.fixture
def played(tmp_path):
    session, ports = started(tmp_path / "a.ttx.jsonl")
    yield session, ports
    session.close()


def first(session, kind):
    steps = session.script.steps[session.state.position.phase]
    return next(s for s in steps if s in getattr(session.script, kind))


def test_a_wall_is_blank_until_something_is_sent(played):
    session, ports = played
    watch = Watch(session.path, "room", ports)
    assert watch.look().shown is None
    done(session, c.ShowOnWall(kind="text", text=Words("Back soon")))
    assert watch.look().shown.fields == {"text": "Back soon"}
    done(session, c.BlankWall())
    assert watch.look().shown is None


def test_a_cell_sees_its_own_wall_and_the_rooms(played):
    session, ports = played
    mine, other = list(session.scenario.cells)[:2]
    done(session, c.ShowOnWall(kind="text", text=Words("Only you"), to=mine))
    assert Watch(session.path, mine, ports).look().shown.fields == {"text": "Only you"}
    assert Watch(session.path, other, ports).look().shown is None
    assert Watch(session.path, "room", ports).look().shown is None
    done(session, c.ShowOnWall(kind="text", text=Words("All")))
    assert Watch(session.path, other, ports).look().shown.fields == {"text": "All"}


def test_a_question_on_the_wall_counts_down_while_it_is_open(played):
    session, ports = played
    inject, decision = first(session, "injects"), first(session, "decisions")
    done(session, c.ReleaseInject(inject=inject), c.PutDecision(decision=decision))
    done(session, c.ShowOnWall(kind="decision", what=decision))
    watch = Watch(session.path, "room", ports)
    picture = watch.look()
    asked = session.script.decisions[decision]
    assert picture.shown.fields["ask"] == asked.ask
    assert picture.shown.fields["options"] == ()
    assert picture.asked == ", ".join(session.scenario.cells[cell].name for cell in asked.to)
    before = picture.elapsed_ms
    ports.clock.advance(61_000)
    assert watch.look().elapsed_ms == before + 61_000


def test_options_bring_their_texts_and_no_word_of_for_against_or_links(played):
    session, ports = played
    inject, decision = first(session, "injects"), first(session, "decisions")
    done(session, c.ReleaseInject(inject=inject), c.PutDecision(decision=decision))
    done(session, c.ShowOnWall(kind="options", what=decision))
    options = Watch(session.path, "room", ports).look().shown.fields["options"]
    assert [set(o) for o in options] == [{"letter", "text"}] * len(options)


def test_an_inject_that_was_taken_back_leaves_the_wall(played):
    session, ports = played
    inject = first(session, "injects")
    event = done(session, c.ReleaseInject(inject=inject))
    for cell in session.scenario.cells:
        if cell not in session.state.ledger.heard[inject]:
            done(session, c.Disclose(what=inject, to=(cell,), how="given"))
    done(session, c.ShowOnWall(kind="inject", what=inject))
    watch = Watch(session.path, "room", ports)
    assert watch.look().shown.fields["text"] == session.script.injects[inject].text
    done(session, c.Retract(of=event.seq, read_out="aloud"))
    assert watch.look().shown is None


def test_it_holds_the_last_picture_when_the_console_is_gone(played):
    session, ports = played
    done(session, c.ShowOnWall(kind="text", text=Words("Stay")))
    watch = Watch(session.path, "room", ports)
    assert not watch.look().holding
    session.close()
    ports.clock.advance(600_000)
    picture = watch.look()
    assert picture.holding
    assert picture.shown.fields == {"text": "Stay"}
    stood = picture.elapsed_ms
    session.path.rename(session.path.with_name("elsewhere"))
    picture = watch.look()
    assert picture.holding
    assert picture.elapsed_ms == stood
    assert picture.shown.fields == {"text": "Stay"}


def test_a_break_says_when_it_ends(played):
    session, ports = played
    done(session, c.Pause(kind="break", minutes=45))
    picture = Watch(session.path, "room", ports).look()
    assert picture.status == "break"
    assert len(picture.back_at) == 5


def test_an_unknown_cell_and_a_file_that_is_none_are_said(tmp_path):
    session, ports = opened(tmp_path / "a.ttx.jsonl")
    session.close()
    with pytest.raises(UsageError, match="no cell mars"):
        Watch(session.path, "mars", ports)
    with pytest.raises(LogError):
        Watch(tmp_path / "none.ttx.jsonl", "room", ports)
