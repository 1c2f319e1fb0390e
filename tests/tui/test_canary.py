"""No word of staff's reaches players: every front that they may see is read, word by word.

In the generated scenario every text of the model is a word of its own, marked with who may see it; typed
words of staff are such words too. Whatever shows a session to somebody is listed here, as the players' or as
staff's with the reason: what is on no list fails.
"""

import contextlib
import io
import re
import zipfile

import pytest

from tests.small import texts
from tests.tui.driving import Driver
from tests.tui.rooms import play
from tests.tui.screens import screens
from tests.unit.engine.test_view import RULES, TEXT
from tests.unit.render.printed.canaries import generated
from tests.unit.render.printed.test_allowed import _runs, _texts
from tests.unit.scenarios.shipped import SHIPPED, checked
from ttx.cli.table import COMMANDS
from ttx.engine import Rejection
from ttx.errors import UsageError
from ttx.model import commands as c
from ttx.model.seen import Seen
from ttx.model.words import Words
from ttx.services import papers
from ttx.services import session as sessions
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.reviewing import Review
from ttx.services.watching import Watch
from ttx.tui.app import TtxApp
from ttx.tui.console.lines import plain
from ttx.tui.console.seen_as import lines_of as seen_lines
from ttx.tui.evaluation.sheets import SheetsScreen
from ttx.tui.review.pages import page_of
from ttx.tui.review.screen import ReviewScreen
from ttx.tui.wall.picture import chip_and_phase, clocks, countdown
from ttx.tui.wall.picture import lines_of as wall_lines
from ttx.tui.wall.screen import Wall

SCENARIO, CANARIES = generated()
AUDIENCES = ("room", *SCENARIO.cells)

PLAYERS = {"Wall", "SheetsScreen", "SeenAs", "Cover", "StopScreen", "TooSmall", "PickScreen"}
"""Screens that players may see, or that stand in front of them before staff have said who looks."""
STAFF = {
    "Console": "runs the room: links, notes, what is to come; z covers it, and it asks whether it is mirrored",
    "Library": "opens scenarios and sessions; no session is under way",
    "Explorer": "shows how records bear on commitments; w sends the one passage to the wall",
    "ReviewScreen": "lists every event; its page through the eyes of room or cell is read here",
    "MapScreen": "shows what can still come",
    "GapsScreen": "shows what the record lacks",
    "EvaluationScreen": "rates and finds; a cell sees words on it first, as staff say them",
    "SettleScreen": "settles links",
    "ScribeQueue": "holds the scribe's lines",
    "BackScreen": "comes back to the console",
    "GoScreen": "a list of keys of the console",
    "Palette": "lists every step of the scenario",
    "HelpScreen": "keys of a staff screen",
    "CheckScreen": "is run before a room is let in",
    "SheetScreen": "a form over the console",
    "StripScreen": "likewise",
    "SoFar": "opened from a staff screen: the record so far",
    "FormScreen": "what both are made of; never shown itself",
    "DraftScreen": "drafts a catalogue; there is no session",
    "EntrySheet": "likewise",
    "AuthorScreen": "shows a scenario to who writes it",
    "ExplainScreen": "likewise",
}
"""Screens that are staff's by nature, each with the reason."""
FOR_PLAYERS = {"wall", "print", "report"}
"""Commands some of whose output players get; it is read here and in the tests of printed papers."""
FOR_STAFF = {
    "run": "the console, or its lines", "resume": "likewise", "review": "the review", "check": "no session",
    "scribe": "writes, shows nothing", "demo": "plays without a room", "play": "likewise", "rehearse": "likewise",
    "validate": "for authors", "explain": "for authors", "explore": "for authors", "graph": "for authors",
    "new": "for authors", "source": "for authors", "bundle": "for authors", "upgrade": "for authors",
    "schema": "for authors", "log": "the record itself", "compare": "for analysts", "trace": "for analysts",
    "code": "for a second coder, who has the record", "cite": "the cited text", "guide": "the guides",
    "info": "the program", "completion": "the program",
}  # fmt: skip
AFTERWARDS = {
    "ControlFact.about", "ControlFact.until", "FactRelease.text", "Link.because", "Link.if_", "Link.part",
    "Objective.evidence", "Rule.results", "Rule.title", "Track.start", "Track.title", "Ending.title",
}  # fmt: skip
"""What the players' report says once play is over: how it came about, what nobody asked, why links were proposed."""
ON_RECORD = {"zqtypedadjusted", "zqtypedcontact", "zqtypedline", "zqtypedmoved"}
"""What was typed as the record of play itself; notes, bookmarks and observations are not."""


def staffs():
    return {each.word for each in CANARIES if each.seen is Seen.STAFF}


def words(text):
    return set(re.findall(r"zq\w+", text))


def typed(name):
    return Words(f"zqtyped{name}")


def test_every_screen_and_every_command_is_decided_on():
    names = {screen.__name__ for screen in screens()}
    assert names == PLAYERS | set(STAFF)
    assert not PLAYERS & set(STAFF)
    assert set(COMMANDS) == FOR_PLAYERS | set(FOR_STAFF)


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A session of the generated scenario, which is also what is read from its file."""
    from ttx import loader

    loaded = type("Loaded", (), {"scenario": SCENARIO, "translations": loader.Translations()})()
    monkeypatch.setattr(loader, "load_texts", lambda _files: loaded)
    clock = ScriptedClock("2026-03-14T09:00:00Z")
    ports = Ports(clock, SeededEntropy("room"))
    session = sessions.begin(SCENARIO, texts(TEXT, rules=RULES), tmp_path / "room.ttx.jsonl", ports)
    yield session, clock
    session.close()


def sent(session):
    """Everything that can be sent to a wall now is sent, to every wall, one after the other."""
    whats = [("inject", i) for i in session.script.injects]
    whats += [(kind, d) for d in session.script.decisions for kind in ("decision", "options")]
    for to in ("", *session.scenario.cells):
        for kind, what in whats:
            if not isinstance(session.do(c.ShowOnWall(kind=kind, what=what, to=to)), Rejection):
                yield


def noted(session):
    """What staff write down while it runs."""
    for command in (
        c.TakeNote(text=typed("note"), cell="rok"),
        c.Bookmark(text=typed("mark")),
        c.Observe(text=typed("observed"), cell="us"),
        c.RecordContact(from_="rok", to="us", line=typed("line"), text=typed("contact")),
        c.RecordMove(cell="rok", said=typed("moved")),
        c.AdjustTrack(track="heat", value=2, reason=typed("adjusted")),
    ):
        session.do(command)


def picture(watch):
    """What a wall says, all of it."""
    found = watch.look()
    lines = (chip_and_phase(found), clocks(found), *wall_lines(found))
    return "\n".join((*(plain(each) for each in lines), countdown(found)))


def test_no_wall_shows_a_word_of_staff_whatever_is_sent_to_it(room):
    session, clock = room
    ports = Ports(clock, SeededEntropy("wall"))
    walls = [Watch(session.path, audience, ports) for audience in AUDIENCES]
    found = set()
    for _ in steps(session, clock):
        for _ in sent(session):
            found |= set().union(*(words(picture(wall)) for wall in walls))
    assert len(found) > 10
    assert not found & staffs()
    assert not {word for word in found if word.startswith("zqtyped")}


def steps(session, clock):
    """Once after every step of the book, to the end."""
    while session.state.status != "ended":
        play(session, clock, lambda step, begun=[]: len(begun) > 1 or begun.append(step))
        noted(session)
        yield


@contextlib.asynccontextmanager
async def shown(app, size=(160, 50)):
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot, Driver(app, pilot)
    assert app.failed is None


async def read(pilot, driver):
    """The screen and all its further pages."""
    found = driver.text()
    for _ in range(12):
        await pilot.press("pagedown")
        found += driver.text()
    return words(found)


async def test_no_screen_that_players_may_see_shows_a_word_of_staff(room):
    session, clock = room
    play(session, clock, lambda step: step.doing == "record" and step.about == "D-1")
    noted(session)
    session.do(c.ShowOnWall(kind="inject", what="I-1", to="rok"))
    found = {}
    for audience in AUDIENCES:
        app = TtxApp(
            opening=lambda a=audience: Wall(Watch(session.path, a, Ports(clock, SeededEntropy("w"))))
        )
        async with shown(app) as (pilot, driver):
            found[f"wall {audience}"] = await read(pilot, driver)
            assert app.title == "ttx"
            assert not app.sub_title
    app = TtxApp(session, fresh=True)
    async with shown(app) as (pilot, driver):
        assert type(app.screen).__name__ == "PickScreen"
        found["mirrored?"] = words("\n".join(_sheet(app)))
        await pilot.press("down", "enter")
        assert type(app.screen).__name__ == "Cover"
        found["mirrored"] = await read(pilot, driver)
        await pilot.press("escape", "z")
        found["shield"] = await read(pilot, driver)
        await pilot.press("escape")
        assert words(driver.text()) & staffs(), "the console itself is full of them"
        for number, audience in enumerate(AUDIENCES):
            await pilot.press("at", *["down"] * number, "enter", "space")
            found[f"as {audience}"] = await read(pilot, driver)
            await pilot.press("escape", "escape")
        await pilot.press("exclamation_mark")
        found["stop"] = await read(pilot, driver)
        await pilot.press("f2", "f2")
        await pilot.resize_terminal(40, 10)
        found["too small"] = await read(pilot, driver)
    assert found["wall rok"] & found["as rok"]
    for where, seen in found.items():
        assert not seen & staffs(), where
        assert not {word for word in seen if word.startswith("zqtyped")}, where
    for where in ("mirrored?", "mirrored", "shield", "stop", "too small"):
        assert found[where] <= {each.word for each in CANARIES if each.field == "Scenario.marking"}, where


def _sheet(app):
    """The rows of the question itself: what stands beside it is the console behind."""
    region = app.screen.query_one("#sheet").region
    strips = app.screen._compositor.render_strips()[region.y : region.bottom]
    for strip in strips:
        yield "".join(segment.text for segment in strip)[region.x : region.right]


async def test_looking_back_through_the_eyes_of_the_room_or_a_cell_shows_no_word_of_staff(room):
    session, clock = room
    for _ in steps(session, clock):
        pass
    session.close()
    review = Review(session.path)
    found = {
        audience: words("\n".join(plain(each) for n in range(1, len(review.events) + 1)
                                  for each in page_of(review, n, audience)))
        for audience in AUDIENCES
    }  # fmt: skip
    app = TtxApp(opening=lambda: ReviewScreen(review))
    async with shown(app) as (pilot, _):
        await pilot.press("end")
        for audience in AUDIENCES:
            await pilot.press("right")
            page = app.screen.query_one("#page")
            found[f"screen {audience}"] = words("\n".join(plain(each) for each in page._lines))
    for where, seen in found.items():
        assert seen, where
        assert not seen & staffs(), where
        assert not {word for word in seen if word.startswith("zqtyped")}, where


@pytest.fixture
def ended(room):
    session, clock = room
    for _ in steps(session, clock):
        pass
    session.close()
    return session.path


def text_of(made, form):
    """Everything that is written in a file of the report, also inside a file of an office suite."""
    if form not in ("docx", "xlsx"):
        return made.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.parametrize("profile", ["players", "quicklook", "hotwash"])
def test_a_report_for_players_holds_no_word_that_stays_with_staff(ended, profile):
    allowed = {each.word for each in CANARIES if each.field in AFTERWARDS} | ON_RECORD
    private = {each.word for each in CANARIES if each.field == "Cell.private"}
    found = papers.report(ended, papers.Asked(profile=profile))
    for form in papers.FORMATS:
        tables = papers.table_names() if form == "csv" else ("msel",)
        for table in tables:
            seen = words(text_of(papers.report_file(found, form, table=table), form))
            kept = {word for word in seen if word.startswith("zqtyped")} | seen & staffs()
            assert kept <= allowed, (form, table)
            assert not seen & private, (form, table)


async def test_the_sheets_of_the_hot_wash_hold_no_word_that_stays_with_staff(room):
    session, clock = room
    for _ in steps(session, clock):
        pass
    async with shown(TtxApp(opening=lambda: SheetsScreen(session))) as (pilot, driver):
        seen = await read(pilot, driver)
        for _ in range(12):
            await pilot.press("right")
            seen |= await read(pilot, driver)
    allowed = {each.word for each in CANARIES if each.field in AFTERWARDS} | ON_RECORD
    assert seen
    assert {word for word in seen if word.startswith("zqtyped")} | seen & staffs() <= allowed


def test_words_about_a_wall_that_cannot_be_opened_name_cells_and_nothing_else(room):
    session, clock = room
    with pytest.raises(UsageError) as refused:
        Watch(session.path, "nobody", Ports(clock, SeededEntropy("w")))
    assert not words(str(refused.value)) & staffs()


@pytest.mark.parametrize("name", SHIPPED)
def test_no_run_of_four_words_of_staff_stands_on_a_wall_or_a_cell_s_view_of_what_is_bundled(name, tmp_path):
    made = checked(name)
    staff = _runs(*_texts(made.scenario, (Seen.STAFF,)))
    players = _runs(*_texts(made.scenario, (Seen.ALL, Seen.ADDRESSEE)))
    clock = ScriptedClock("2026-03-14T09:00:00Z")
    ports = Ports(clock, SeededEntropy("room"))
    session = sessions.begin(made.scenario, made.files, tmp_path / "room.ttx.jsonl", ports)
    wall = Watch(session.path, "room", ports)
    found = set()
    while session.state.status != "ended":
        taken = play(session, clock, lambda step, begun=[]: len(begun) > 1 or begun.append(step))
        for about in {step.about.partition(".")[0] for step in taken}:
            for kind in ("inject", "decision", "options"):
                if not isinstance(session.do(c.ShowOnWall(kind=kind, what=about)), Rejection):
                    found |= _runs(*picture(wall).splitlines())
    for audience in ("room", *made.scenario.cells):
        found |= _runs(*(plain(each) for each in seen_lines(session.view(audience))))
    session.close()
    assert len(staff) > 500
    assert len(found & players) > 100
    assert not (found & staff) - players
