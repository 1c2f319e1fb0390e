"""A session with formulas, HTML, control characters, Korean and very long words in every free field."""

from tests.unit.report.sample import begun, link
from ttx.model import commands as c
from ttx.model.records import Carried, Grounds, OfficePosition

HOSTILE = (
    '=HYPERLINK("http://x.y","a") +1 @SUM(A1) \x1b[2J\x00\x07\ufffe \u202eabc <script>alert(1)</script> '
    "]]> &lt; <!-- {% for %} ${x} {{ x }} </style> [@click=app.quit] | cell | 한국 국방부 합참\n# heading\n\t-1"
)
LONG = f"{HOSTILE} {'word 낱말 ' * 10_000}"


def hostile(words=HOSTILE):
    """The room after such words stood in every field that takes any."""
    room = begun()
    room.do(c.TakeSeat(cell="rok", seat="head", office=words, from_=words))
    room.do(c.RecordFirst(decision="D-01", cell="unc", text=words))
    room.do(c.PutDecision(decision="D-01"))
    room.do(c.AskControl(cell="rok", text=words))
    room.do(c.AnswerQuestion(of=len(room.events), how="improvised", text=words))
    room.do(c.RecordContact(from_="rok", to="unc", line=words, text=words))
    room.do(c.CorrectInject(inject="I-01", text=words))
    number = room.do(
        c.RecordAnswer(
            decision="D-01",
            coded="unc-first",
            said=words,
            where=words,
            links=(link("DOC-05a", because=words),),
            grounds=Grounds(
                rationale=words,
                dissent=words,
                assumptions=words,
                rejected=words,
                positions=(OfficePosition(office=words, said=words),),
                carried=Carried(how="ruled", by=words),
            ),
        )
    )
    room.do(c.SettleLink(of=number, link=link("DOC-05a", "upholds", because=words), hands=(words,)))
    room.do(c.Reply(of=len(room.events), cell="rok", text=words[:60]))
    room.do(c.Observe(text=words, objective="O1", kind="area", evidence=(number,)))
    room.do(c.TakeNote(text=words, tag="challenge"))
    room.do(c.Overrule(of=number, value="minister-first", reason=words))
    return room
