"""What the panes say, as values: the next step, the timeline, cards, feed, tracks, to do, status."""

import pytest

from tests.tui.driving import begin
from tests.tui.rooms import MINUTE, accepted, play, small, standing_in, take
from ttx.engine import Rejection
from ttx.model import commands as c
from ttx.model.events import MoveRecorded
from ttx.model.records import LinkRecord, Reason
from ttx.model.words import Words
from ttx.services import session as sessions
from ttx.services.forms import answer, room
from ttx.services.forms.values import Choice, Field
from ttx.services.stepping import next_of, step_of, tags
from ttx.tui.cells import fit, width
from ttx.tui.console.card import card_of, options_of
from ttx.tui.console.feed import feed_of
from ttx.tui.console.lines import Run, plain
from ttx.tui.console.side import commitments_of, counts, to_do, touched, tracks_of
from ttx.tui.console.status import marking_of, phase_minutes, status_left, status_right
from ttx.tui.console.timeline import rows_of
from ttx.tui.widgets.chips import Chips

WHOLE = [
    ("start", "", "Start the exercise (STARTEX)"),
    ("release", "I-01", "Release I-01 to ROK"),
    ("read", "I-01", "I-01 is read to its end"),
    ("put", "D-01", "Put D-01 to ROK"),
    ("plenary", "D-01", "D-01 goes to plenary"),
    ("record", "D-01", "Record the answer of ROK to D-01"),
    ("release", "I-02", "Release I-02 to all cells"),
    ("read", "I-02", "I-02 is read to its end"),
    ("phase", "second", "Close the phase; next: Next day"),
    ("release", "I-05", "Release I-05 to all cells"),
    ("read", "I-05", "I-05 is read to its end"),
    ("put", "D-02", "Put D-02 to all cells"),
    ("record", "D-02.rok", "Record the answer of ROK to D-02"),
    ("record", "D-02.us", "Record the answer of US to D-02"),
    ("record", "D-02", "Record the answer of all cells to D-02"),
    ("slip", "0", "Take the slip of US"),
    ("end", "", "End the exercise (ENDEX)"),
]


def page(card):
    return "\n".join([card.fact, *map(plain, card.lines), *(f"{a}: {b}" for a, b in card.staff)])


def said(lines):
    return "\n".join(map(plain, lines))


def test_the_step_says_the_right_next_thing_from_start_to_end(tmp_path):
    session, clock = small(tmp_path)
    taken = play(session, clock)
    assert [(s.doing, s.about, s.words) for s in taken] == WHOLE
    assert step_of(session).doing in ("settle", "report")
    session.close()


def test_a_ruling_comes_before_what_follows(tmp_path):
    session, clock = small(tmp_path)
    play(session, clock, lambda step: step.doing == "record")
    form = answer.answer_form(session, "D-01")
    accepted(session, form.make({**standing_in(form), "coded": "wait"}))
    assert (step_of(session).doing, step_of(session).words) == ("rule", "Rule on D-01")
    session.do(c.Rule(decision="D-01", result="not_agreed"))
    # What the ruling delivers is released next.
    assert (step_of(session).doing, step_of(session).about) == ("release", "I-04")
    session.close()


def test_a_standing_clock_is_resumed_before_anything_else(tmp_path):
    session, _ = small(tmp_path)
    session.do(c.StartExercise())
    for command in (c.Pause(), c.Pause(kind="break", minutes=5)):
        session.do(command)
        assert step_of(session).doing == "resume"
        assert next_of(session).about == "I-01"
        take(session)
    session.do(c.StopRealWorld())
    assert step_of(session).doing == "lift"
    take(session)
    assert step_of(session).doing == "resume"
    session.close()


def test_words_name_cells_as_one_says_them(tmp_path):
    session, _ = begin(tmp_path)
    assert tags(session, ("rok_defence",)) == "RDEF"
    assert tags(session, ("rok_defence", "unc", "us")) == "RDEF, UNC and US"
    assert tags(session, tuple(session.scenario.cells)) == "all cells"
    session.close()


def test_timeline_status_and_panes_hold_at_every_step_of_a_whole_exercise(tmp_path):
    session, clock = begin(tmp_path)
    seen = set()

    def look(step):
        rows = rows_of(session)
        assert len({row.id for row in rows}) == len(rows)
        status = session.state.status
        assert sum(row.id == "now" for row in rows) == (
            status != "before" and bool(session.state.position.phase)
        )
        ids = [row.id for row in rows]
        if step.about in session.script.injects and step.doing == "release":
            assert ids.index("now") == ids.index(step.about) - 1
        about = step.about.partition(".")[0]
        card = card_of(session, about if about in ids else "")
        assert card.lines
        assert len(step.key) <= 10
        for small_ in (True, False):
            left, right = status_left(session, small=small_), status_right(session, small=small_)
            assert width(left) + width(right) < (80 if small_ else 120), plain((*left, *right))
            assert " STAFF " in plain(left)
        seen.add(step.doing)
        feed = feed_of(session)
        assert [item.id for item in feed] == [f"#{e.seq}" for e in session.events]
        assert len(tracks_of(session)) == len(session.scenario.tracks)
        return False

    play(session, clock, look)
    wanted = {"start", "release", "read", "first", "put", "plenary", "record", "slip", "phase", "end"}
    assert wanted <= seen
    assert counts(session).endswith("touched")
    assert touched(session) or not commitments_of(session)
    assert to_do(session)
    session.close()


def test_rows_say_what_became_of_each_step(tmp_path):
    session, clock = small(tmp_path)
    by = lambda: {row.id: row for row in rows_of(session)}  # noqa: E731
    assert set(by()) == {"phase:first", "phase:second"}
    play(session, clock, lambda step: step.doing == "put")
    rows = by()
    assert rows["I-01"].dim
    assert (rows["D-01"].when, rows["D-01"].accent) == ("?", True)
    assert rows["I-03"].when in ("", "may")
    assert "held" in rows
    take(session)
    clock.advance(5 * MINUTE + 12_000)
    assert by()["D-01"].when == "6:48"
    clock.advance(20 * MINUTE)
    assert by()["D-01"].when == "+13"
    take(session)
    take(session)
    assert by()["D-01"].when == "A"
    session.do(c.SkipStep(step="I-02"))
    assert by()["I-02"].title.startswith("skipped")
    session.close()


def test_a_phase_over_its_minutes_says_by_how_much(tmp_path):
    session, clock = small(tmp_path)
    session.do(c.StartExercise())
    budget, used = phase_minutes(session)
    assert used == 0
    assert f"{budget:>5} min left" in plain(status_right(session, small=False))
    clock.advance((budget + 11) * MINUTE)
    assert phase_minutes(session) == (budget, budget + 11)
    assert "11 min over" in plain(status_right(session, small=True))
    assert next(r for r in rows_of(session) if r.kind == "phase").right == "+11 min"
    session.close()


@pytest.fixture
def told(tmp_path):
    session, clock = small(tmp_path)
    yield session, clock
    session.close()


def test_the_card_before_startex_and_of_a_phase(told):
    session, _ = told
    opening = page(card_of(session, ""))
    for words in ("Small", "ROK (ROK), US (US)", "stop line", "recording", "fair play", "before STARTEX"):
        assert words in opening
    assert "Next day" in page(card_of(session, "phase:second"))
    session.do(c.StartExercise())
    assert "What is missing?" in page(card_of(session, "phase:first"))


def test_the_card_of_an_inject_before_and_after(told):
    session, _ = told
    session.do(c.StartExercise())
    before = page(card_of(session, "I-01"))
    assert "inject, not yet released" in before
    for words in (
        "I-01  Shots",
        "to ROK   from Post",
        "by radio   at D",
        "EXERCISE EXERCISE EXERCISE",
        "Shots fired.",
    ):
        assert words in before
    assert "held back" in page(card_of(session, "I-03"))
    assert "follows a ruling" in page(card_of(session, "I-04"))
    session.do(c.ReleaseInject(inject="I-01"))
    assert "read it aloud" in page(card_of(session, "I-01"))
    session.do(c.MarkReadOut(inject="I-01"))
    assert "inject, read out" in page(card_of(session, "I-01"))
    session.do(c.CorrectInject(inject="I-01", text="Two shots."))
    assert "Correction 1  Two shots." in page(card_of(session, "I-01"))
    session.do(c.SkipStep(step="I-02"))
    assert "inject, skipped" in page(card_of(session, "I-02"))


def test_the_card_of_a_decision_in_every_state(told):
    session, clock = told
    play(session, clock, lambda step: step.doing == "put")
    card = card_of(session, "D-01")
    assert card.fact == "decision, not yet put"
    assert "The partner at once" not in page(card)
    options = said(options_of(session.script.decisions["D-01"]))
    assert "A  The partner at once" in options
    take(session)
    clock.advance(MINUTE)
    card = card_of(session, "D-01")
    assert card.fact == "open, 11:00 left"
    assert "The open question comes first" in page(card)
    take(session)
    form = answer.answer_form(session, "D-01")
    made = form.make(
        {
            **standing_in(form),
            "coded": "us-first",
            "said": "At once.",
            "rationale": "Trust",
            "dissent": "Chief",
        }
    )
    number = accepted(session, made).seq
    card = card_of(session, "D-01")
    assert card.fact == "decision, on record"
    for words in (
        "decided  A The partner at once",
        "At once.",
        "why      Trust",
        "dissent  Chief",
        f"#{number}",
    ):
        assert words in page(card)
    session.do(c.Overrule(of=number, value="wait", reason="out of bounds"))
    assert "overruled  B Wait, because out of bounds" in page(card_of(session, "D-01"))
    assert "A The partner at once" in page(card_of(session, "D-01"))


def test_the_card_of_an_ad_hoc_inject_and_of_an_event(told):
    session, clock = told
    session.do(c.StartExercise())
    event = session.do(
        c.ReleaseAdHoc(to=("us",), text="A call.\n\nAnother line.", title="Call", from_="Desk")
    )
    card = page(card_of(session, event.fact.inject))
    for words in ("Call", "to US   from Desk", "A call.", "Another line.", "ad hoc, read it aloud"):
        assert words in card
    clock.advance(9 * MINUTE)
    note = session.do(c.TakeNote(text="late one"), hat="scribe", true_at=4 * MINUTE)
    card = page(card_of(session, f"#{note.seq}"))
    for words in ("late one", "exercise time 0:09:00", "really at 0:04:00", "by scribe", note.at):
        assert words in card
    session.do(c.Retract(of=note.seq, reason=Reason()))
    assert "taken back" in page(card_of(session, f"#{note.seq}"))
    left = plain(next(i for i in feed_of(session) if i.id == f"#{note.seq}").left)
    assert left.startswith("0:04 REC late taken back: ")


def test_after_endex_the_card_gives_the_seal(told):
    session, clock = told
    play(session, clock)
    card = page(card_of(session, ""))
    assert session.seal in card
    assert f"#{session.state.ledger.seq:04d}" in card
    ending = next(e for e in session.scenario.endings if e.id == session.state.ended.ending)
    assert ending.title in card
    assert "ended" in plain(status_right(session, small=False))


def test_tracks_have_bars_and_words(told):
    session, _ = told
    text = said(tracks_of(session))
    assert "answering" in text
    assert "╍╍╌╌╌╌╌╌╌╌   1" in text
    assert len({width(fit(each, 33)) for each in tracks_of(session)}) == 1


@pytest.mark.parametrize("cells", [18, 25, 32, 53])
def test_the_titles_of_tracks_yield_and_their_values_are_whole(told, cells):
    session, _ = told
    rows = tracks_of(session, cells)
    assert len(tracks_of(session, cells, 1)) == 1
    assert max(map(width, rows)) <= cells
    for row, track in zip(rows, session.scenario.tracks.values(), strict=True):
        value = str(dict(session.state.position.tracks).get(track.id, track.start)).replace("_", " ")
        assert plain(row).endswith(value)


def test_a_choice_stands_in_one_row_with_the_mark_before_it():
    choices = tuple(Choice(value=str(n), label="two words", key=str(n)) for n in range(5))
    rows = Chips(Field(key="which", label="Which", kind="one", choices=choices)).rows(30)
    assert [plain(row).split() for row in rows] == [
        ["0", "two", "words", "1", "two", "words"],
        ["2", "two", "words", "3", "two", "words"],
        ["4", "two", "words"],
    ]
    assert len({width(row) - width((Run(plain(row).lstrip()),)) for row in rows}) == 1


def test_what_waits_is_named_with_its_key(told):
    session, clock = told
    assert to_do(session) == ()
    assert counts(session) == "no source cited"
    play(session, clock, lambda step: step.doing == "record")
    take(session)
    accepted(session, room.question_form(session).make({"cell": "us", "text": "Who?"}))
    clock.advance(3 * MINUTE)
    session.keep_draft("move", {"said": "half"})
    text = said(to_do(session))
    assert "! US asks, 3 min" in text
    assert "1 record to complete  f" in text
    assert "half typed" in text


def test_a_rehearsal_says_so_in_the_marking(tmp_path):
    session, _ = small(tmp_path, practice=True)
    assert marking_of(session) == "UNCLASSIFIED // EXERCISE // REHEARSAL"
    session.close()


def test_a_session_opened_again_is_told_where_it_stood(tmp_path):
    session, clock = small(tmp_path)
    session.do(c.StartExercise())
    last = session.state.ledger.seq
    session.close()
    clock.advance(7 * MINUTE)
    again = sessions.resume(session.path, session._ports)
    assert (again.back.last.seq, again.back.away_ms) == (last, 7 * MINUTE)
    assert step_of(again).doing == "resume"
    again.close()


def test_no_bearing_of_one_record_hides_no_other_record_of_the_same_cell(asked):
    session, _ = asked
    cell = next(iter(session.scenario.cells))
    target = "SCM53-05a"
    for said in ("first", "second"):
        session.do(c.RecordMove(cell=cell, said=Words(said)))
    first, second = (e.seq for e in session.events if isinstance(e.fact, MoveRecorded))
    for of, bearing in ((first, "upholds"), (second, "touches"), (second, "none")):
        done = session.do(c.SettleLink(of=of, link=LinkRecord(target=target, bearing=bearing)))
        assert not isinstance(done, Rejection), done
    (one,) = touched(session)
    assert one.marks == ((cell, "upholds", True),)
    session.do(c.SettleLink(of=first, link=LinkRecord(target=target, bearing="none")))
    assert touched(session) == ()
