"""The report as Markdown: a paper that holds together and lets nothing typed become markup."""

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.unit.report.sample import HEAD, MARKING, SCENARIO, Room, begun, link, played
from ttx.model import commands as c
from ttx.model.records import Grounds
from ttx.render.markdown import report_markdown
from ttx.render.markdown.marks import text
from ttx.render.plain import one_line
from ttx.report import build_report
from ttx.trace import trace

HOSTILE = (
    "[ROK] [/x] [@click=app.quit] \x1b[2J <script>a</script> ![p](http://x.y) `c` **b** _i_ ~~s~~ | cell | "
    "&lt; $m$ [^1] \\ # h\n# heading\n- list\n1. one\n> quote\n```\ncode www.x.y"
)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TYPED = ("link", "image", "html", "code_inline", "em_", "s_", "fence")


def paper(room, **fields):
    report = build_report(SCENARIO, room.events, trace(SCENARIO, room.events), HEAD, "0.1.0", **fields)
    return report_markdown(report)


def inline(markdown):
    return [t for block in READER.parse(markdown) if block.type == "inline" for t in block.children or ()]


def test_the_marking_stands_first_and_last():
    lines = paper(played()).splitlines()

    assert lines[0] == lines[-1]
    assert text(MARKING) in lines[0]
    assert "DRAFT - not agreed" in lines[0]


def test_the_quicklook_comes_before_the_annex_and_fits_two_pages():
    first, annex = paper(played()).split("# Annex")

    assert "## Quicklook" in first
    assert len(first.splitlines()) < 80
    assert "## 13. The record" in annex


def test_headings_stand_in_order_and_none_skips_a_level():
    levels = [int(t.tag[1]) for t in READER.parse(paper(played())) if t.type == "heading_open"]

    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_under_every_table_of_links_stands_what_links_are_not():
    parts = re.split(r"^### ", paper(played()), flags=re.MULTILINE)

    with_links = [p for p in parts if "| Standing |" in p or p.startswith("7.1")]
    assert len(with_links) > 4
    assert all("no legal obligation" in p for p in with_links)


def test_no_word_of_breach_stands_in_the_paper():
    whole = paper(played()).replace("no breach of one", "")

    assert not re.search(r"breach|violat|contradict|failed", whole, flags=re.IGNORECASE)


def test_what_is_not_settled_says_so_wherever_it_stands():
    for row in (r for r in paper(played()).splitlines() if r.startswith("| DOC") and "#32" in r):
        assert "proposed, not settled" in row


def test_a_session_that_never_began_gives_an_honest_paper():
    whole = paper(Room())

    assert "STARTEX was never given: nothing was played." in whole
    assert "No decision was put." in whole


def test_the_head_can_be_checked_from_the_paper():
    whole = paper(played())

    assert f"    {HEAD}" in whole
    assert f"tabletop log verify FILE --head {HEAD[:12]}" in whole


def test_evaluation_words_follow_what_was_agreed():
    assert "shown / partly / not shown" in paper(played())
    assert "P / S / M / U" in paper(played(), evaluation="psmu")
    assert "Evaluation" not in paper(played(), evaluation="none")


def test_hostile_words_in_every_field_stay_words():
    room = begun()
    room.do(c.RecordFirst(decision="D-01", cell="unc", text=HOSTILE))
    room.do(c.PutDecision(decision="D-01"))
    room.do(c.AskControl(cell="rok", text=HOSTILE))
    room.do(c.AnswerQuestion(of=len(room.events), how="improvised", text=HOSTILE))
    room.do(c.RecordContact(from_="rok", to="unc", line=HOSTILE, text=HOSTILE))
    room.do(c.CorrectInject(inject="I-01", text=HOSTILE))
    number = room.do(
        c.RecordAnswer(
            decision="D-01", coded="unc-first", said=HOSTILE, where=HOSTILE, links=(link("DOC-05a", because=HOSTILE),),
            grounds=Grounds(rationale=HOSTILE, dissent=HOSTILE),
        )
    )  # fmt: skip
    room.do(c.SettleLink(of=number, link=link("DOC-05a", "upholds", because=HOSTILE), hands=(HOSTILE,)))
    room.do(c.Reply(of=len(room.events), cell="rok", text=HOSTILE[:60]))
    room.do(c.Observe(text=HOSTILE, objective="O1"))
    room.do(c.TakeNote(text=HOSTILE, tag="challenge"))
    room.do(c.Overrule(of=number, value="minister-first", reason=HOSTILE))
    whole = paper(room)

    found = [t.type for t in inline(whole) if t.type.startswith(TYPED)]
    ours = [t.type for t in inline(paper(played())) if t.type.startswith(TYPED)]
    assert found == ours, "the status line and one command are the paper's own"
    assert "\x1b" not in whole
    blocks = [t.type for t in READER.parse(whole)]
    assert "blockquote_open" not in blocks
    assert "fence" not in blocks


@given(st.text())
def test_any_text_comes_back_as_it_was_typed(words):
    shown = text(words)
    wanted = one_line(words)

    for page in (f"- {shown}", f'- "{shown}" x', f"| a |\n| --- |\n| {shown} |", f"### D-01 {shown}"):
        tokens = inline(page)
        assert {t.type for t in tokens} <= {"text"}
        assert wanted in "".join(t.content for t in tokens).replace("\xa0", " ")


def test_the_same_record_gives_the_same_bytes():
    assert paper(played()) == paper(played())
