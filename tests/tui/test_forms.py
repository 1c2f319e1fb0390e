"""Forms without a screen: what is missing gives words, what is whole gives a command that is accepted."""

import pytest

from tests.tui.driving import begin
from tests.tui.rooms import MINUTE, accepted, filled, play, small, standing_in, take
from ttx.model.records import OUTCOMES, REASONS, Carried, Grounds, OfficePosition, Reason
from ttx.model.words_that_fit import fits
from ttx.services.forms import answer, ruling
from ttx.services.forms.settling import hands_form, reply_form, until_form, whole_form
from ttx.services.forms.values import REASON_FIELDS, links_of, reason, true_at, words
from ttx.services.stepping import step_of
from ttx.tui.console.side import to_complete, unsettled


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", None),
        ("now", None),
        ("  ", None),
        ("-4", 16 * MINUTE),
        ("-0", 20 * MINUTE),
        ("-999", 0),
        ("0:17", 17 * MINUTE),
        ("0:20", 20 * MINUTE),
        ("00:00", 0),
        ("0:21", "That exercise time has not come yet."),
        ("9:00", "That exercise time has not come yet."),
        ("0:60", "When:"),
        ("yesterday", "When:"),
        ("+4", "When:"),
        ("-4.5", "When:"),
        ("0:1", "When:"),
        ("=cmd()", "When:"),
    ],
)
def test_when_takes_minutes_ago_and_exercise_times(text, found):
    made = true_at({"when": text}, 20 * MINUTE)
    assert made == found if not isinstance(found, str) else str(made).startswith(found)


def test_digits_of_other_scripts_are_no_surprise():
    made = true_at({"when": "-\u0664"}, 20 * MINUTE)
    assert made == 16 * MINUTE or isinstance(made, str)


def test_a_reason_is_one_of_six_and_takes_words():
    assert reason({}) == Reason(REASONS[0])
    assert reason({"reason": "realism", "because": " so it is "}) == Reason("realism", "so it is")
    assert reason({"reason": "other"}).code == "other"
    assert reason({"reason": "invented"}).code == REASONS[0]
    assert [choice.key for choice in REASON_FIELDS[0].choices] == list("123456")
    assert words({"x": "  a b  "}, "x") == "a b"


def test_links_carry_what_relies():
    made = links_of({"links": "SCM53-05a:touches SCM53-05b:relies scm53:5.1:touches"})
    assert [(one.target, one.relies, one.bearing) for one in made] == [
        ("SCM53-05a", False, "touches"),
        ("SCM53-05b", True, "touches"),
        ("scm53:5.1", False, "touches"),
    ]
    assert links_of({}) == ()


def test_an_answer_says_what_is_missing(asked):
    session, _ = asked
    form = answer.answer_form(session, "D-01")
    blank = standing_in(form)
    assert form.make(blank).startswith("Which answer?")
    assert form.make({**blank, "outcome": "conditional", "coded": "unc-first"}).startswith("If or until")
    assert "not come yet" in form.make({**blank, "coded": "unc-first", "when": "99:00"})
    for outcome in OUTCOMES:
        if outcome not in ("decided", "in_part", "conditional"):
            assert form.make({**blank, "outcome": outcome}).command.coded == "none"


def test_an_answer_in_full_is_the_command_and_is_accepted(asked):
    session, _ = asked
    form = answer.answer_form(session, "D-01")
    made = form.make(
        {
            **standing_in(form),
            "coded": "unc-first",
            "outcome": "conditional",
            "until": "if the line answers",
            "said": "  We ring\nthe UNC. ",
            "rationale": "Its care",
            "dissent": "MND would wait",
            "confidence": "medium",
            "rejected": "waiting",
            "assumptions": "the line works",
            "positions": "JCS: at once; MND policy: after the minister; spokesman",
            "by": "chair",
            "how": "agreed",
            "links": "SCM53-05a:touches SCM53-05b:relies",
            "when": "-1",
        }
    )
    assert made.hat == "scribe"
    assert made.true_at == session.elapsed() - MINUTE
    assert made.command.said == "We ring\nthe UNC."
    assert made.command.until == "if the line answers"
    assert made.command.referred_to == ""
    assert made.command.grounds == Grounds(
        rationale="Its care",
        dissent="MND would wait",
        confidence="medium",
        assumptions="the line works",
        rejected="waiting",
        positions=(
            OfficePosition(office="JCS", said="at once"),
            OfficePosition(office="MND policy", said="after the minister"),
            OfficePosition(office="spokesman"),
        ),
        carried=Carried("chair", "agreed"),
    )
    event = accepted(session, made)
    assert event.hat == "scribe"
    assert event.true_at == made.true_at
    assert event.fact.value == "unc-first"


def test_words_without_a_choice_are_the_cell_s_own_answer(asked):
    session, _ = asked
    form = answer.answer_form(session, "D-01")
    made = form.make({**standing_in(form), "said": "Something else."})
    assert made.command.coded == "free"
    assert accepted(session, made).fact.value == "free"


def test_referred_says_to_whom_and_takes_no_effect(asked):
    session, _ = asked
    form = answer.answer_form(session, "D-01")
    made = form.make(
        {**standing_in(form), "outcome": "referred", "until": "the minister", "coded": "unc-first"}
    )
    assert (made.command.referred_to, made.command.until) == ("the minister", "")
    assert accepted(session, made).fact.value == "none"


def test_the_coding_offers_options_own_words_and_the_frame(asked):
    session, _ = asked
    form = answer.answer_form(session, "D-01")
    coded = next(f for f in form.fields if f.key == "coded")
    assert [x.value for x in coded.choices][-2:] == ["free", "nobody-yet"]
    keys = [x.key for x in coded.choices if x.key]
    assert len(keys) == len(set(keys))
    outcome = next(f for f in form.fields if f.key == "outcome")
    assert [x.key for x in outcome.choices] == list("1234567890")
    frame = form.make({**standing_in(form), "coded": "nobody-yet"})
    assert accepted(session, frame).fact.value == "free"


def test_each_cell_answers_for_itself_where_it_is_so(tmp_path):
    session, clock = small(tmp_path)
    play(session, clock, lambda step: step.doing == "record" and step.about.startswith("D-02"))
    assert step_of(session).cell == "rok"
    form = answer.answer_form(session, "D-02.rok")
    assert "ROK" in form.needed
    made = form.make({**standing_in(form), "coded": "b"})
    assert made.command.cell == "rok"
    assert accepted(session, made).fact.slot == "D-02.rok"
    joint = answer.answer_form(session, "D-02")
    assert joint.make({**standing_in(joint), "coded": "b"}).command.cell is None
    session.close()


def test_a_free_move_needs_a_cell_and_words(running):
    session, _ = running
    form = answer.move_form(session)
    blank = standing_in(form)
    assert form.make(blank).startswith("Which cell?")
    assert form.make({**blank, "cell": "rok"}).startswith("What does")
    assert "When" in form.make({**blank, "cell": "rok", "said": "x", "when": "soon"})
    event = accepted(session, form.make({**blank, "cell": "rok", "said": "Rings.", "when": "-4"}))
    assert event.true_at == 16 * MINUTE
    assert event.fact.said == "Rings."


def test_what_is_written_first_may_be_nothing(tmp_path):
    session, clock = begin(tmp_path)
    play(session, clock, lambda step: step.doing == "first")
    step = step_of(session)
    form = answer.first_form(session, step.about, step.cell)
    assert form.notes
    assert form.make({}).command.text == "(nothing in writing)"
    event = accepted(session, form.make({"text": "By the duty line."}))
    assert event.fact.cell == step.cell
    session.close()


def test_what_was_left_is_filled_in_or_settled_as_not_said(asked):
    session, _ = asked
    first = take(session).seq
    assert to_complete(session) == (first,)
    form = answer.complete_form(session, first)
    assert form.make(standing_in(form)).command.not_said
    whole = form.make({**standing_in(form), "rationale": "Because."})
    assert whole.command.not_said == ()
    accepted(session, whole)
    assert to_complete(session) == ()


def test_an_empty_fill_in_stops_asking(asked):
    session, _ = asked
    first = take(session).seq
    form = answer.complete_form(session, first)
    accepted(session, form.make(standing_in(form)))
    assert to_complete(session) == ()


def test_rulings_of_every_kind(tmp_path):
    session, clock = begin(tmp_path)
    found = set()
    while session.state.status != "ended":
        step = step_of(session)
        if step.doing == "rule":
            form = ruling.ruling_form(session, step.about)
            kind = session.scenario.rules[session.state.position.owed[0].rule].kind
            found.add(kind)
            if kind in ("consensus", "umpire", "ladder"):
                assert form.make({}) == "Which result? Choose one."
        clock.advance(MINUTE)
        take(session, step)
    assert found
    session.close()


def test_staff_overrule_an_answer_with_a_reason(asked):
    session, _ = asked
    answered = take(session)
    form = ruling.overrule_form(session, answered.seq)
    assert form.make({}).startswith("Which answer stands")
    assert form.make({"value": "none"}).startswith("Why?")
    made = form.make({"value": "none", "because": "out of bounds"})
    assert made.hat == "umpire"
    accepted(session, made)


def test_settling_takes_two_hands_or_an_end(asked):
    session, _ = asked
    form = answer.answer_form(session, "D-01")
    catalogue = next(iter(session.scenario.catalogues.values()))
    dated = next(one.id for one in catalogue.commitments.values() if "defers" in fits(one))
    given = {**filled(form), "links": f"SCM53-05a:touches {dated}:touches"}
    record = accepted(session, form.make(given)).seq
    assert {target for of, target, _ in unsettled(session) if of == record} >= {"SCM53-05a", dated}
    hard = hands_form(session, record, "SCM53-05a", "strains")
    assert hard.make({"hands": "evaluator"}).startswith("Two hands")
    assert hard.make({"hands": "evaluator, "}).startswith("Two hands")
    made = hard.make({"hands": "evaluator, lead", "because": "it pulls"})
    assert made.command.hands == ("evaluator", "lead")
    accepted(session, made)
    assert session.do(hands_form(session, record, dated, "strains").make({"hands": "a, a"}).command).reason
    until = until_form(session, record, dated)
    assert session.do(until.make({}).command).reason
    accepted(session, until.make({"until": "the finding"}))
    assert not {target for of, target, _ in unsettled(session) if of == record} & {"SCM53-05a", dated}


def test_a_link_can_say_everything_and_is_offered_only_what_fits(asked):
    session, _ = asked
    form = answer.answer_form(session, "D-01")
    record = accepted(session, form.make({**filled(form), "links": "SCM53-05a:touches"})).seq
    whole = whole_form(session, record, "SCM53-05a", "touches")
    assert [c.value for c in whole.fields[0].choices] == [
        "upholds",
        "strains",
        "contradicts",
        "touches",
        "none",
    ]
    given = {f.key: f.value for f in whole.fields}
    assert whole.make({**given, "bearing": ""}) == "Which bearing? Choose one."
    assert whole.make({**given, "bearing": "strains", "hands": "a"}).startswith("Two hands")
    assert "at most 20 words" in whole.make({**given, "bearing": "upholds", "because": "w " * 21})
    assert whole.make({**given, "bearing": "upholds", "extent": "part"}).startswith("Which part")
    said = {
        "bearing": "upholds",
        "relies": "yes",
        "in_words": "as they said",
        "if": "the line rings",
        "by": "word",
    }
    made = whole.make({**given, **said, "extent": "part", "part": "the first call", "because": "it kept it"})
    link = accepted(session, made).fact.link
    assert (link.relies, link.if_, link.by, link.extent, link.part) == (
        True, "the line rings", "word", "part", "the first call",
    )  # fmt: skip


def test_a_cell_replies_in_forty_words_to_what_was_settled(asked):
    session, _ = asked
    form = answer.answer_form(session, "D-01")
    record = accepted(session, form.make({**filled(form), "links": "SCM53-05a:touches"})).seq
    settling = accepted(
        session,
        hands_form(session, record, "SCM53-05a", "strains").make({"hands": "a, b", "because": "it pulls"}),
    ).seq
    reply = reply_form(session, settling)
    assert reply.make({}).startswith("Which cell")
    assert session.do(reply.make({"cell": "rok_defence", "text": "w " * 41}).command).reason
    accepted(session, reply.make({"cell": "rok_defence", "text": "We told them before any public word"}))


def test_a_draft_stands_in_its_form_again(running):
    session, _ = running
    form = answer.move_form(session)
    again = form.filled({"said": "half", "gone": "x"})
    assert standing_in(again)["said"] == "half"
    assert standing_in(again)["when"] == ""
