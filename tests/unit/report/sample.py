"""A small exercise and a session of it, both made in code: what the papers are tried on."""

from ttx.course import Script
from ttx.engine import Moment, Record, Rejection, decide, extend, replay
from ttx.model import commands as c
from ttx.model.catalogue import (
    Catalogue,
    Commitment,
    Deadline,
    Fingerprint,
    Provenance,
    SentenceActs,
    Tension,
)
from ttx.model.events import Event, SessionOpened
from ttx.model.parts import (
    CodingEntry,
    Consequence,
    Decision,
    Effect,
    Inject,
    LeadsTo,
    Link,
    Option,
    RulingSpec,
    Slip,
    WriteFirst,
)
from ttx.model.records import Carried, Grounds, LinkRecord, OfficePosition, Reason
from ttx.model.rules import Rule
from ttx.model.scenario import (
    Calendar,
    Cell,
    ControlFact,
    Ending,
    FactRelease,
    Objective,
    Phase,
    Revision,
    Scenario,
    Track,
    Voice,
)

PRINT = Fingerprint(letters="ab" * 32, words="01020304")
MARKING = "UNCLASSIFIED // EXERCISE - FICTIONAL SCENARIO"
HEAD = "4f2a91c70b3e" + "0" * 52


def commitment(id_, place, label, act_class="reaffirmation", duty="standing", **more):
    """A catalogue entry with what the tests do not ask about filled in."""
    paragraph, sentence = (int(n) for n in place.split("."))
    return Commitment(
        id=id_,
        paragraph=paragraph,
        block=1,
        sentence=sentence,
        label=label,
        paraphrase=f"Our words for {label}.",
        speaker=("ROK", "US"),
        bearer=("ROK", "US"),
        verb="reaffirmed",
        act_class=act_class,
        duty=duty,
        fingerprint=PRINT,
        **more,
    )


def sentence(place, acts, label):
    """A sentence of the source that promises nothing."""
    paragraph, number = (int(n) for n in place.split("."))
    return SentenceActs(
        paragraph=paragraph, block=1, sentence=number, acts=acts, label=label, fingerprint=PRINT
    )


_COMMITMENTS = (
    commitment("DOC-03e", "3.8", "Talks", "assessment", "stance"),
    commitment("DOC-04a", "4.3", "Coordination", "commissive", "conduct"),
    commitment("DOC-05a", "5.1", "Armistice role"),
    commitment("DOC-05c", "5.2", "Sovereignty"),
    commitment("DOC-06c", "6.3", "Force level"),
    commitment(
        "DOC-12b",
        "12.4",
        "FOC assessment",
        "commissive",
        "result",
        deadline=Deadline(words="in the year", kind="event", event="spring-meeting"),
    ),
)

CATALOGUE = Catalogue(
    id="doc",
    document="DOC",
    title="A Joint Statement",
    short_title="Joint Statement",
    date="2021-12-02",
    paragraphs=16,
    provenance=Provenance(
        publisher="a re-publisher",
        official=False,
        sha256="cd" * 32,
        other_texts="Korean text not compared",
    ),
    commitments={each.id: each for each in _COMMITMENTS},
    sentences={
        "4.2": sentence("4.2", ("assessment",), "Agreement noted"),
        "16.5": sentence("16.5", ("position",), "Strait"),
    },
    tensions=(
        Tension(
            id="T-1", of=("DOC-05a", "DOC-05c"), says="An inquiry on one's own ground needs both at once."
        ),
    ),
)

D01 = Decision(
    id="D-01",
    phase="first",
    to=("rok",),
    ask="Who is told first, by which line?",
    first=(WriteFirst(to=("unc", "us"), ask="What do you expect to hear?"),),
    after=("I-01",),
    cells_minutes=7,
    plenary_minutes=5,
    objectives=("O1",),
    options=(
        Option(
            id="unc-first",
            letter="a",
            text="UNC by the duty line at once",
            links=(
                Link(target="DOC-05a", bearing="upholds", because="the keeper hears it first-hand"),
                Link(target="DOC:4.2", bearing="upholds"),
            ),
            effects=(Effect("account", "=", "one"),),
        ),
        Option(
            id="minister-first",
            letter="b",
            text="The minister, then UNC",
            links=(
                Link(target="DOC-05a", bearing="strains", if_="UNC hears it elsewhere first"),
                Link(target="DOC-05c", relies=True),
            ),
        ),
    ),
)

D02 = Decision(
    id="D-02",
    phase="first",
    to=("rok", "us"),
    mode="joint",
    ask="Keep the measure, or suspend it?",
    objectives=("O2",),
    options=(
        Option(
            id="keep",
            letter="a",
            text="Keep it and say so",
            links=(
                Link(target="DOC-03e", bearing="upholds"),
                Link(target="DOC-05c", bearing="strains", contested=True),
                Link(target="DOC-04a", bearing="advances", cells=("us",)),
            ),
        ),
        Option(id="suspend", letter="b", text="Suspend it for a stated time"),
    ),
    coding=(CodingEntry("fixed-date", "A fixed date", (Link(target="DOC-12b", bearing="contradicts"),)),),
    ruling=RulingSpec("room/consensus", {"agreed": Consequence(), "not_agreed": Consequence()}),
)

D03 = Decision(
    id="D-03",
    phase="second",
    to=("rok", "us"),
    mode="each",
    ask="What does your side say in public?",
    options=(
        Option(
            id="line", letter="a", text="One agreed line", links=(Link(target="DOC-06c", bearing="upholds"),)
        ),
        Option(id="own", letter="b", text="Its own line"),
    ),
)

SCENARIO = Scenario(
    id="sample",
    title="Small Steps",
    marking=MARKING,
    purpose="To find out who tells whom.",
    stop_line="Play ends before any use of force.",
    revision=Revision(n=3, date="2026-11-20"),
    calendar=Calendar(),
    cells={
        "rok": Cell(id="rok", name="ROK defence", tag="ROK", seats=("JCS operations",)),
        "unc": Cell(id="unc", name="UNC", tag="UNC"),
        "us": Cell(id="us", name="US", tag="US"),
    },
    voices={"north": Voice(id="north", name="The north (Control)", channels=("letter",))},
    tracks={
        "account": Track(
            id="account", title="Account", kind="choice", values=("open", "one", "two"), start="open"
        )
    },
    facts={
        "F-01": ControlFact(id="F-01", about=("who fired",), until="Not known at this time."),
        "F-02": ControlFact(
            id="F-02",
            about=("where the hiker is",),
            then=FactRelease(inject="I-02", to=("us",), text="At home."),
        ),
    },
    events={"spring-meeting": 2 * 24 * 60},
    objectives={
        "O1": Objective(
            id="O1", text="Show who is told by which line", evidence="contact log", commitments=("DOC-05a",)
        ),
        "O2": Objective(id="O2", text="Keep one account", commitments=("DOC-05c", "DOC-06c")),
        "O3": Objective(id="O3", text="Keep people apart from leverage"),
    },
    phases=(
        Phase(
            id="first",
            title="First hours",
            at=7 * 60 + 40,
            minutes=45,
            injects=(
                Inject(
                    id="I-01",
                    phase="first",
                    at=460,
                    minutes=3,
                    to=("rok",),
                    title="Shots at a post",
                    text="...",
                ),
                Inject(
                    id="I-02", phase="first", at=480, minutes=2, to=("us", "rok"), title="A hiker", text="..."
                ),
            ),
            decisions=(D01, D02),
            slips=(Slip(ask="Do you trust the line?", to=("unc",)),),
            leads_to=(LeadsTo("second"),),
        ),
        Phase(
            id="second",
            title="Next day",
            at=24 * 60 + 480,
            minutes=30,
            injects=(Inject(id="I-03", phase="second", to=("us",), title="A press call", text="..."),),
            decisions=(D03,),
        ),
    ),
    endings=(Ending(id="quiet", title="It went quiet"),),
    rules={
        "room/consensus": Rule(
            id="room/consensus", kind="consensus", results={"agreed": "agreed", "not_agreed": "not agreed"}
        )
    },
    catalogues={"doc": CATALOGUE},
    hot_wash=("Whom did you expect to call you?",),
)


class Room:
    """Plays commands through the engine; time moves only when told to."""

    def __init__(self, scenario=SCENARIO, *, practice=False, book=False):
        self.script = Script(scenario)
        opened = SessionOpened(
            version="0.0.0", scenario=scenario.id, title=scenario.title, session="room-a", seed="00" * 32,
            practice=practice, book=book,
        )  # fmt: skip
        self.events = [Event(seq=1, at="2026-11-20T00:00:00.000Z", ms=0, fact=opened)]
        self.state = replay(self.events)
        self.minute = 0

    def wait(self, minutes):
        """Exercise time goes on."""
        self.minute += minutes
        return self

    def do(self, command, *, hat="controller", true_at=None):
        """Carry a command out; a refusal is a mistake of the test. Gives the event's number."""
        total = self.minute
        moment = Moment(
            at=f"2026-11-20T{total // 60:02d}:{total % 60:02d}:00.000Z",
            ms=total * 60_000,
            hat=hat,
            true_at=None if true_at is None else true_at * 60_000,
        )
        event = decide(self.script, Record(self.events, self.state), moment, command)
        assert not isinstance(event, Rejection), event
        self.events.append(event)
        self.state = extend(self.state, self.events)
        return event.seq


def link(target, bearing="touches", **more):
    """A link on record."""
    return LinkRecord(target=target, bearing=bearing, **more)


def begun():
    """A room after STARTEX with the first inject read out."""
    room = Room()
    room.do(c.TakeSeat(cell="rok", seat="JCS operations", office="chair", head=True))
    room.do(c.StartExercise())
    room.do(c.ReleaseInject(inject="I-01"))
    room.wait(3).do(c.MarkReadOut(inject="I-01"))
    return room


def played():
    """A whole session with nearly everything in it; quoted event numbers are worked out by tests."""
    room = begun()
    _first_hours(room)
    _settled(room)
    _next_day(room)
    return room


def _first_hours(room):
    room.do(c.RecordFirst(decision="D-01", cell="unc", text="A call by the duty line in ten minutes"))
    room.do(c.PutDecision(decision="D-01"))
    room.wait(1).do(c.AskControl(cell="rok", text="Who fired first?"))
    room.do(c.AnswerQuestion(of=len(room.events), how="fact", fact="F-01"))
    room.do(c.RecordContact(from_="rok/JCS operations", to="unc", line="duty line", level="working"))
    room.wait(9).do(
        c.RecordAnswer(
            decision="D-01",
            coded="unc-first",
            said="We call UNC at once; see 5.1",
            grounds=Grounds(
                rationale="They hear it first-hand",
                dissent="MND policy would wait",
                positions=(
                    OfficePosition(office="MND policy", said="The minister first", option="minister-first"),
                ),
                carried=Carried(by="JCS operations", how="ruled"),
            ),
            links=(link("DOC-05a", relies=True, in_words="see 5.1"),),
        ),
        hat="scribe",
    )
    room.do(c.ReleaseInject(inject="I-02"))
    room.wait(2).do(c.MarkReadOut(inject="I-02"))
    room.do(c.CorrectInject(inject="I-02", text="Two hikers, not one"))
    room.do(c.PutDecision(decision="D-02"))
    room.do(c.Disclose(what="I-01", to=("us",), how="overheard"))
    room.wait(14).do(
        c.RecordAnswer(decision="D-02", coded="keep", near=True, said="We keep it; nobody watches | quietly"),
        hat="scribe",
    )
    room.do(c.Rule(decision="D-02", result="agreed"), hat="umpire")


def _settled(room):
    first, second = answers(room)
    room.do(c.TagLink(of=second, link=link("DOC-06c")), hat="scribe")
    room.do(
        c.SettleLink(
            of=first,
            link=link("DOC-05a", "upholds", because="a later call was possible"),
            hands=("evaluator",),
        )
    )
    room.do(
        c.SettleLink(
            of=second,
            link=link("DOC-05c", "strains", because="the inquiry was not asked"),
            hands=("evaluator", "controller"),
        )
    )
    room.do(c.Reply(of=len(room.events), cell="rok", text="We would have asked the next day."))
    room.do(
        c.Observe(text="UNC heard it within a minute", objective="O1", kind="strength", evidence=(first,))
    )
    room.do(c.TakeNote(text="Would the minister really be asleep?", tag="challenge", cell="us"))
    room.do(c.AskControl(cell="us", text="Is the line recorded?"))
    room.do(c.TakeSlip(slip=0, cell="unc", text="Partly"))


def _next_day(room):
    room.do(c.EnterPhase())
    room.do(
        c.ReleaseAdHoc(to=("us",), voice="north", text="A letter.", title="Letter", reason=Reason("realism"))
    )
    room.do(c.Retract(of=len(room.events), reason=Reason("staff_error"), read_out="aloud"))
    room.do(c.ReleaseInject(inject="I-03"))
    room.do(c.PutDecision(decision="D-03"))
    room.wait(5).do(c.RecordAnswer(decision="D-03", cell="rok", coded="line", said="One line with the US"))
    room.do(c.RecordAnswer(decision="D-03", cell="us", coded="own", said="Our own line", where="corridor"))
    room.do(c.Overrule(of=len(room.events), value="line", reason="the sponsor asked for one line"))
    room.do(c.RecordMove(cell="us", said="Calls UNC in the evening", links=(link("DOC-04a", relies=True),)))
    room.do(c.EndExercise())


def answers(room):
    """Numbers of the recorded answers, in order."""
    return [e.seq for e in room.events if type(e.fact).__name__ == "AnswerRecorded"]
