"""The report: facts with their numbers, blanks for people, nothing hidden, nothing guessed."""

from dataclasses import replace

import pytest

from tests.unit.report.sample import D03, HEAD, SCENARIO, Room, answers, begun, link, played
from ttx.model import commands as c
from ttx.model.events import InjectReleased
from ttx.model.records import Carried, Grounds, OfficePosition, Reason
from ttx.report import build_report, for_profile
from ttx.trace import trace


def report_of(room, scenario=SCENARIO, **fields):
    return build_report(scenario, room.events, trace(scenario, room.events), HEAD, "0.1.0", **fields)


def _texts(lines):
    return [each.text for each in lines]


def _decided(**fields):
    room = begun()
    room.do(c.PutDecision(decision="D-01"))
    room.wait(4)
    number = room.do(c.RecordAnswer(decision="D-01", **{"coded": "unc-first", **fields}), hat="scribe")
    return room, number


def _answer(room, **fields):
    return report_of(room, **fields).decisions[0].answers[0]


def test_every_number_in_it_is_an_event_of_the_session():
    room = played()
    report = report_of(room)

    lines = (*report.quicklook.facts, *report.changes, *report.alike, *report.observations)
    lines += tuple(side for each in report.divergences for side in each.sides)
    assert {n for each in lines for n in each.events} <= set(range(1, len(room.events) + 1))


def test_a_session_that_never_began_is_reported_as_such():
    report = report_of(Room())

    assert _texts(report.quicklook.played)[-1] == "STARTEX was never given: nothing was played."
    assert report.quicklook.facts == ()
    assert report.timeline == ()
    assert {each.word for each in report.objectives} == {"not put"}


def test_an_unfinished_session_says_where_the_record_stops():
    report = report_of(begun())

    assert report.quicklook.facts[0].text == "ENDEX is not on record; the record stops at 0:03:00"
    assert report.quicklook.facts[1].text == "0 of 3 decisions were put; no answer is on record"


def test_how_the_tracks_stood_is_said_at_endex_and_not_before():
    said = "How it stood at the end"
    assert not any(text.startswith(said) for text in _texts(report_of(Room()).quicklook.played))
    line = next(line for line in report_of(played()).quicklook.played if line.text.startswith(said))
    assert "Account - " in line.text
    assert len(line.events) == 1


def test_a_track_that_slips_set_is_read_by_staff_alone():
    """Its value is what a cell wrote for Control alone."""
    first, second = SCENARIO.phases
    slip = replace(first.slips[0], track="account")
    report = report_of(played(), replace(SCENARIO, phases=(replace(first, slips=(slip,)), second)))

    assert [t.title for t in report.tracks] == ["Account"]
    assert not any("Account" in text for text in _texts(report.quicklook.played))
    assert for_profile(report, "staff").tracks == report.tracks
    assert [for_profile(report, reader).tracks for reader in ("players", "sponsor", "quicklook")] == [()] * 3


def test_the_quicklook_holds_six_facts_and_three_questions_at_most():
    quick = report_of(played()).quicklook

    assert len(quick.facts) == 6
    assert len(quick.questions) == 3
    assert quick.questions[0].text == 'Challenged in the room: "Would the minister really be asleep?"'


def test_the_players_decided_never_a_state():
    """Nobody in the room speaks for a government (room F33)."""
    report = report_of(played())

    sentences = [a.sentence for d in report.decisions for a in d.answers]
    assert sentences[0] == "The players of the ROK defence cell decided"
    assert sentences[1] == "The players of the ROK defence and US cells decided"
    assert all(s.startswith("The players") for s in sentences)


@pytest.mark.parametrize(
    ("outcome", "more", "sentence"),
    [
        ("set_aside", {}, "set it aside"),
        ("not_taken", {}, "did not take it: time ran out"),
        ("referred", {"referred_to": "the capital"}, "referred it to the capital"),
        ("split", {}, "were split"),
        ("conditional", {"coded": "unc-first", "until": "if the line is open"},
         "decided under a condition (if the line is open)"),
    ],
)  # fmt: skip
def test_silence_and_half_answers_are_printed_as_they_were(outcome, more, sentence):
    room, _ = _decided(**{"coded": "none", "outcome": outcome, **more})

    assert _answer(room).sentence == f"The players of the ROK defence cell {sentence}"


def test_offices_are_named_only_where_the_room_was_told_so():
    grounds = Grounds(
        positions=(OfficePosition(office="MND policy", said="Wait"),),
        carried=Carried(by="JCS operations", how="ruled"),
    )
    room, _ = _decided(grounds=grounds)

    by_cell, by_role = _answer(room), _answer(room, attribution="role")
    assert by_cell.positions == ('An office: "Wait"',)
    assert by_cell.carried == "ruled by an office"
    assert by_role.positions == ('MND policy: "Wait"',)
    assert by_role.carried == "ruled by JCS operations"


def test_by_cell_no_seat_is_named_anywhere():
    report = report_of(played())

    assert report.seats == ()
    assert "JCS operations" not in repr(report)
    assert "JCS operations" in repr(report_of(played(), attribution="role"))


def test_without_attribution_no_cell_is_named():
    """Typed words stand as they were typed; what the report itself says names nobody."""
    room = begun()
    room.do(c.RecordContact(from_="rok", to="us"))
    room.do(c.PutDecision(decision="D-01"))
    room.do(c.RecordAnswer(decision="D-01", coded="minister-first"))
    report = report_of(room, attribution="none")

    assert report.decisions[0].answers[0].sentence == "The players decided"
    assert report.contacts[0].from_ == "a cell"
    assert "ROK defence" not in repr(report)


def test_the_attribution_is_the_one_promised_at_startex():
    room = Room()
    room.do(c.StartExercise(attribution="role"))

    assert report_of(room).header.attribution == "role"


def test_what_was_filled_in_later_fills_gaps_and_stands_beside_what_stood():
    room, number = _decided(grounds=Grounds(rationale="first"))
    later = room.do(c.CompleteRecord(of=number, grounds=Grounds(rationale="other", dissent="one would wait")))

    answer = _answer(room)
    assert answer.grounds == (
        ("rationale", "first"),
        ("dissent", "one would wait"),
        ("rationale, as said later", "other"),
    )
    assert answer.events == (number, later)


def test_an_overruled_answer_stays_the_cells_own():
    room, number = _decided(said="We call UNC")
    over = room.do(c.Overrule(of=number, value="minister-first", reason="the sponsor asked"))

    answer = _answer(room)
    assert answer.said == "We call UNC"
    assert answer.coded == "option a, UNC by the duty line at once"
    assert answer.overruled is not None
    assert answer.overruled.events == (over,)
    assert {k.who for k in answer.links} == {"ROK defence", "staff, in a cell's place"}
    assert any("put an answer of their own" in t for t in _texts(report_of(room).changes))


def test_what_was_heard_stays_heard_when_it_is_taken_back():
    (back,) = [t for t in _texts(report_of(played()).changes) if "took back" in t]

    assert "withdrawn aloud after reading (staff error). What was heard stays heard: US." in back


def test_what_was_taken_back_unread_was_heard_by_nobody():
    room = begun()
    number = room.do(c.ReleaseInject(inject="I-02", reason=Reason("realism")))
    room.do(c.Retract(of=number, read_out="no"))

    report = report_of(room)
    assert "before it was read out" in _texts(report.changes)[0]
    assert "stays heard" not in _texts(report.changes)[0]
    assert not any("I-02" in m.what for m in report.timeline)


def test_latency_counts_from_the_end_of_reading():
    (slow,) = report_of(_decided()[0]).latencies

    assert (slow.since, slow.ms) == ("read out", 4 * 60_000)


def test_a_late_entry_counts_at_the_time_it_happened():
    room = begun()
    room.do(c.PutDecision(decision="D-01"))
    room.wait(30)
    room.do(c.RecordAnswer(decision="D-01", coded="unc-first"), true_at=5)

    report = report_of(room)
    assert report.latencies[0].ms == 2 * 60_000
    assert [m.late for m in report.timeline][-1] is True


def test_a_decision_with_nothing_read_out_counts_from_when_it_was_put():
    latencies = {each.decision: each.since for each in report_of(played()).latencies}

    assert latencies == {"D-01": "read out", "D-02": "put", "D-03": "put"}


def test_an_answer_that_staff_left_out_has_no_latency():
    room = begun()
    room.do(c.SkipStep(step="D-01"))

    assert report_of(room).latencies == ()


def test_what_others_wrote_first_stands_beside_what_was_decided():
    report = report_of(played())

    (first,) = report.decisions[0].beforehand
    assert (first.who, first.kind, first.words) == (
        "UNC",
        "expectation",
        "A call by the duty line in ten minutes",
    )


def test_what_nobody_coded_is_pointed_at_and_never_called_a_difference():
    """Whether advice agrees with the answer, only people can tell."""
    report = report_of(played())

    assert "beforehand" not in str(report.divergences)
    (untold,) = report.alike
    assert "on D-01. Nobody coded it; whether it agrees is for people to say." in untold.text


def test_what_a_cell_had_come_to_know_is_read_beside_what_it_wrote():
    """What US wrote is judged in the light of what it had overheard (room F23)."""
    room = begun()
    room.do(c.Disclose(what="private:rok", to=("us",), how="overheard"))
    room.do(c.RecordFirst(decision="D-01", cell="us", text="A call"))
    room.do(c.PutDecision(decision="D-01"))

    (first,) = report_of(room).decisions[0].beforehand
    assert _texts(first.knew) == ["The players of the US cell overheard the private brief of ROK defence"]


def test_cells_that_answered_apart_are_shown_side_by_side_with_their_own_answers():
    apart = report_of(played()).divergences[-1]

    assert apart.asked == "D-03 What does your side say in public?"
    assert _texts(apart.sides) == [
        'ROK defence players decided: "One line with the US".',
        'US players decided: "Our own line".',
    ]


def test_dissent_stands_under_what_was_decided():
    (apart,) = [d for d in report_of(played()).divergences if d.asked.startswith("D-01")]

    assert _texts(apart.sides) == [
        'ROK defence players decided: "We call UNC at once; see 5.1".',
        'Dissent among ROK defence players: "MND policy would wait".',
    ]


def _apart_then_joint(coded=("line", "own"), joint="line"):
    decision = replace(D03, mode="each_then_joint")
    first, second = SCENARIO.phases
    scenario = replace(SCENARIO, phases=(first, replace(second, decisions=(decision,))))
    room = Room(scenario)
    room.do(c.StartExercise())
    room.do(c.EnterPhase(because="late"))
    room.do(c.ReleaseInject(inject="I-03"))
    room.do(c.PutDecision(decision="D-03"))
    room.wait(5)
    for cell, code in zip(("rok", "us"), coded, strict=True):
        room.do(c.RecordAnswer(decision="D-03", cell=cell, coded=code, said=f"The line of {cell}"))
    room.wait(5).do(c.RecordAnswer(decision="D-03", coded=joint, said="One line"))
    return report_of(room, scenario)


def test_what_cells_wrote_before_a_joint_answer_is_no_answer_and_brings_no_link():
    report = _apart_then_joint()

    first, second, joint = report.decisions[-1].answers
    assert first.sentence == "The players of the ROK defence cell wrote first, before the joint answer"
    assert (first.first, second.first, joint.first) == (True, True, False)
    assert (first.links, second.links) == ((), ())
    assert [k.target for k in joint.links] == ["DOC-06c"]
    assert report.quicklook.facts[1].text == "1 of 3 decisions were put; 1 answer is on record: 1 decided"
    assert [x.who for x in report.latencies] == ["ROK defence and US"]
    assert {n for gap in report.gaps if gap.room_only for n in gap.events} == set(joint.events)
    assert "D-03: US wrote first, for themselves" in [m.what for m in report.timeline]


def test_who_wrote_apart_is_set_beside_what_they_agreed_on():
    (apart,) = _apart_then_joint().divergences

    assert _texts(apart.sides) == [
        'ROK defence players wrote first: "The line of rok".',
        'US players wrote first: "The line of us".',
        'ROK defence and US players decided: "One line".',
    ]


def test_cells_that_wrote_alike_are_named_in_one_line():
    report = _apart_then_joint(("own", "own"))

    assert report.divergences == ()
    assert _texts(report.alike) == ["The cells were given the same coding on D-03."]


def test_own_words_are_neither_alike_nor_apart():
    report = _apart_then_joint(("free", "free"))

    assert report.divergences == ()
    assert [text.rpartition(", on ")[2] for text in _texts(report.alike)] == [
        "D-03. Nobody coded it; whether it agrees is for people to say."
    ]


def test_names_stand_where_attribution_is_named_and_a_file_gives_them():
    people = {"rok/JCS operations": "A. Somebody", "mnd POLICY": "B. Somebody"}
    named = report_of(played(), attribution="named", people=people)
    by_role = report_of(played(), attribution="role", people=people)

    assert named.contacts[0].from_ == "ROK defence (JCS operations, A. Somebody)"
    assert named.seats[0].text.startswith("ROK defence: JCS operations, A. Somebody")
    assert named.decisions[0].answers[0].positions[0].startswith("MND policy, B. Somebody for option b")
    assert (named.header.names, named.header.promised) == (True, "cell")
    assert "Somebody" not in str(by_role)


def test_contacts_keep_line_and_level_and_the_first_word_of_each_phase():
    report = report_of(played())

    (contact,) = report.contacts
    assert (contact.from_, contact.act, contact.to, contact.line, contact.level) == (
        "ROK defence", "told", "UNC", "duty line", "working",
    )  # fmt: skip
    assert _texts(report.first_words) == [
        "First hours: ROK defence told UNC by duty line, working level at 0:04:00"
    ]


def test_a_call_that_was_not_answered_is_no_first_word():
    room = begun()
    room.do(c.RecordContact(from_="rok", to="unc", act="no_answer"))

    report = report_of(room)
    assert report.contacts[0].act == "tried to reach"
    assert report.first_words == ()


@pytest.mark.parametrize(
    ("line", "reads"),
    [("duty line", "told UNC by duty line"), ("in person", "told UNC in person"), ("", "told UNC at")],
)
def test_the_line_of_a_first_word_reads_as_people_say_it(line, reads):
    room = begun()
    room.do(c.RecordContact(from_="rok", to="unc", line=line))

    assert reads in report_of(room).first_words[0].text


def test_questions_carry_their_answer_and_how_long_it_took():
    room = begun()
    asked = room.do(c.AskControl(cell="rok", text="Where is the hiker?"))
    room.do(c.AnswerQuestion(of=asked, how="later"))
    room.wait(5).do(c.AnswerQuestion(of=asked, how="improvised", text="On his way home", to=("rok", "us")))

    (question,) = report_of(room).asked
    assert question.answer == 'improvised by staff: "On his way home"; to ROK defence and US'
    assert question.after_ms == 5 * 60_000
    assert question.events == (asked, asked + 1, asked + 2)


def test_a_fact_is_told_as_it_was_known_at_that_time():
    room = begun()
    early = room.do(c.AskControl(cell="us", text="Where is the hiker?"))
    room.do(c.AnswerQuestion(of=early, how="fact", fact="F-02"))
    room.do(c.ReleaseInject(inject="I-02", reason=Reason()))
    later = room.do(c.AskControl(cell="us", text="And now?"))
    room.do(c.AnswerQuestion(of=later, how="fact", fact="F-02"))

    first, second = report_of(room).asked
    assert first.answer == "from what Control knows (F-02)"
    assert second.answer == 'from what Control knows (F-02): "At home."'


def test_facts_nobody_asked_for_are_listed():
    assert report_of(played()).never_asked == (
        'F-02 where the hiker is: "At home." (due to come out with inject I-02, given in #12)',
    )


def test_the_program_puts_no_word_to_an_objective_but_not_put():
    objectives = {each.id: each for each in report_of(played()).objectives}

    assert {each.word for each in objectives.values()} == {"", "not put"}
    assert objectives["O3"].evidence == ()
    assert all(line.events for line in objectives["O1"].evidence)


def test_only_settled_bearings_on_promises_are_counted():
    found = report_of(played()).commitments

    first, second = answers(played())[:2]
    assert (found.settled, found.records) == (2, (first, second))
    assert found.unsettled == 7
    assert {k.place for k in found.stated} == {"4.2", "3.8"}


def test_the_quicklook_says_which_commitments_staff_settled():
    (line,) = [f.text for f in report_of(played()).quicklook.facts if f.text.startswith("How answers bear")]

    assert line == (
        "How answers bear on the text, as staff settled it: upholds 5.1 Armistice role; strains 5.2 Sovereignty. "
        "7 links are proposed and not settled"
    )


def test_where_nothing_was_settled_the_quicklook_says_so():
    facts = [f.text for f in report_of(_decided()[0]).quicklook.facts]

    assert any(text.startswith("Staff have settled nothing on how the answers bear") for text in facts)


def test_a_conditional_link_is_counted_apart():
    room, number = _decided()
    room.do(c.SettleLink(of=number, link=link("DOC-05a", "upholds", if_="UNC agrees"), hands=("a",)))

    found = report_of(room).commitments
    assert found.settled == 0
    assert found.matrix == ()
    assert [k.bearing for k in found.conditional] == ["would uphold (if UNC agrees)"]


def test_a_tension_is_met_where_both_its_sides_are_touched():
    (tension,) = report_of(played()).commitments.tensions

    assert tension.text.startswith("An inquiry on one's own ground needs both at once.")
    assert report_of(_decided()[0]).commitments.tensions == ()


def test_a_date_that_passed_names_no_cell():
    room = played()
    before = report_of(room).commitments.dated
    late = Room()
    late.do(c.StartExercise())
    late.do(c.SetScenarioTime(time=3 * 24 * 60))

    assert before[0].text.endswith("the date (D+2 00:00) was not reached in play")
    assert report_of(late).commitments.dated[0].text.endswith("passed in play: missed in the exercise")


def test_the_untouched_are_told_apart():
    room, _ = _decided(coded="none", outcome="set_aside")

    found = report_of(room).commitments
    assert "DOC-05a (5.1) Armistice role" in found.set_aside
    assert "DOC-12b (12.4) FOC assessment" in found.not_raised


def test_hard_words_leave_the_staff_only_where_two_have_settled_them():
    """A paper for comment goes to ministries (room F45)."""
    room, _ = _decided(coded="minister-first")
    room.do(c.EnterPhase(because="late"))

    draft, comment = _answer(room), _answer(room, status="for_comment")
    assert draft.links[0].bearing.startswith("would strain")
    assert comment.links[0].bearing == "a bearing that needs two hands"
    assert comment.links[0].standing.startswith("proposed, not settled")


def test_where_the_cited_text_came_from_is_said():
    (source,) = report_of(played()).commitments.sources

    assert "not an official copy" in source.text
    assert "Compared with the official text: never" in source.text


def test_a_rehearsal_is_marked_on_the_paper():
    header = report_of(Room(practice=True)).header

    assert header.kind == "rehearsal"
    assert header.marking.endswith("// REHEARSAL")


def test_an_inject_given_out_of_turn_is_a_change():
    room = begun()
    room.do(c.ReleaseInject(inject="I-03", reason=Reason("overtaken", "press leak")))

    assert _texts(report_of(room).changes) == [
        "Inject I-03 A press call given out of its turn (overtaken by play, press leak)."
    ]
    assert isinstance(room.events[-1].fact, InjectReleased)


def test_the_same_record_gives_the_same_report():
    assert report_of(played()) == report_of(played())
