"""Screens as text, kept in git so that a change of one shows as a difference to be looked at.

``python -m tests.tui.frames`` writes them anew; ``test_frames`` compares.
"""

import asyncio
import os
import tempfile
from datetime import datetime
from pathlib import Path

from tests.small import BASE
from tests.tui.driving import SCENARIO, begin
from tests.tui.rooms import MINUTE, play, take
from ttx.model import commands as c
from ttx.model.events import AnswerRecorded
from ttx.model.words import Words
from ttx.services import scribing
from ttx.services import session as sessions
from ttx.services.authoring import Desk
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.reviewing import Review
from ttx.services.watching import Watch
from ttx.tui.app import TtxApp
from ttx.tui.author.screen import AuthorScreen
from ttx.tui.review.screen import ReviewScreen
from ttx.tui.wall.screen import Wall

FOLDER = Path(__file__).parent / "frames"
SIZES = ((80, 24), (120, 36))


def _opened(folder):
    """Graduated Steps in its second phase, its first inject released and not yet read."""
    session, clock = begin(folder)
    play(session, clock, lambda step: step.doing == "phase")
    take(session)
    play(session, clock, lambda step: step.doing == "read")
    return session, clock


def _played(folder):
    return TtxApp(_opened(folder)[0])


def _back(folder):
    session, clock = _opened(folder)
    session.close()
    clock.advance(3 * MINUTE)
    return TtxApp(sessions.resume(session.path, session._ports))


def _review(folder):
    session, _ = _opened(folder)
    session.close()
    review = Review(session.path)
    return TtxApp(opening=lambda: ReviewScreen(review))


def _author(folder):
    """A small scenario that cannot be played: a cell nobody knows, an id that stands twice."""
    own = folder / "port-visit"
    own.mkdir()
    text = BASE.replace("to: [rok]", "to: [rock]", 1).replace("id: I-02", "id: I-01", 1)
    (own / "scenario.yaml").write_text(text, encoding="utf-8")
    return _at_the_desk(own)


def _authored(_folder):
    """Graduated Steps, read and walked."""
    return _at_the_desk(SCENARIO)


def _at_the_desk(source):
    clock = ScriptedClock(datetime(2026, 3, 14, 9).astimezone().isoformat())
    return TtxApp(opening=lambda: AuthorScreen(source, Desk(source, clock)))


def _put(folder):
    """Graduated Steps, a decision put and open, the lines of a scribe waiting; on the wall what was asked."""
    session, clock = begin(folder)
    play(session, clock, lambda step: step.doing == "record")
    asked = session.state.position.open[0].partition(".")[0]
    session.do(c.ShowOnWall(kind="decision", what=asked))
    return session, clock


def _asked(folder):
    return TtxApp(_put(folder)[0])


def _scribe(folder):
    session, clock = _put(folder)
    tag = next(iter(session.scenario.cells.values())).tag
    for words in (
        f"-4 {tag} wants the duty line first #dissent",
        "참관인이 늦게 왔다",
        f"{tag} calls the command",
    ):
        scribing.write(session.path, words, Ports(clock, SeededEntropy("scribe")))
    return TtxApp(session)


def _wall(folder):
    session, clock = _put(folder)
    watch = Watch(session.path, "room", Ports(clock, SeededEntropy("wall")))
    return TtxApp(opening=lambda: Wall(watch))


def _library(_folder):
    return TtxApp()


def _judged(folder):
    """Graduated Steps after ENDEX, its first objective rated on what was seen in its first answer."""
    session, clock = begin(folder)
    play(session, clock)
    answer = next(e.seq for e in session.events if isinstance(e.fact, AnswerRecorded))
    cell, objective = next(iter(session.scenario.cells)), next(iter(session.scenario.objectives))
    for command in (
        c.Observe(
            text=Words("The duty line was used first"),
            cell=cell,
            objective=objective,
            kind="strength",
            evidence=(answer,),
        ),
        c.RateObjective(objective=objective, word="partly", evidence=(answer,)),
        c.RecordFinding(text=Words("The order of calls stands on no card"), objective=objective),
        c.TakeNote(text=Words("We never heard the other table"), tag="gap"),
    ):
        session.do(command, hat="evaluator")
    return TtxApp(session)


FRAMES = {
    "library": (_library, ()),
    "console": (_played, ()),
    "console-help": (_played, ("question_mark",)),
    "go": (_played, ("g",)),
    "back": (_back, ()),
    "gaps": (_played, ("g", "g")),
    "map": (_played, ("g", "m")),
    "settle": (_played, ("s",)),
    "author": (_author, ()),
    "author-map": (_authored, ("right", "tab")),
    "evaluation": (_judged, ("g", "e")),
    "so-far": (_judged, ("g", "w")),
    "hot-wash": (_judged, ("g", "h", "2")),
    "ended": (_judged, ()),
    "record": (_asked, ("space",)),
    "contact": (_asked, ("c",)),
    "explorer": (_asked, ("slash", *"05a", "enter")),
    "palette": (_asked, ("colon", *"time")),
    "scribe": (_scribe, ("t",)),
    "wall": (_wall, ()),
    "review": (_review, ("slash", "9", "enter")),
}
"""Name -> what makes the app, and the keys that lead to the screen."""


async def frame(name, size):
    """The screen of that name as text, without spaces at the ends of its rows."""
    make, keys = FRAMES[name]
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("TTX_DATA")
        os.environ["TTX_DATA"] = folder
        try:
            app = make(Path(folder))
            async with app.run_test(size=size) as pilot:
                await pilot.pause(0.2)
                await pilot.press(*keys)
                await app.workers.wait_for_complete()
                for _ in range(400):  # what a worker found can set another to work
                    await pilot.pause(0.05)
                    if getattr(app.screen, "settled", True):
                        break
                await pilot.pause()
                strips = app.screen._compositor.render_strips()
                rows = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
            if app.failed is not None:
                raise app.failed
        finally:
            if before is None:
                del os.environ["TTX_DATA"]
            else:
                os.environ["TTX_DATA"] = before
    return "\n".join(rows) + "\n"


def file_of(name, size):
    """Where a frame is kept."""
    return FOLDER / f"{name}-{size[0]}x{size[1]}.txt"


def renew():
    """Write every frame anew."""
    FOLDER.mkdir(exist_ok=True)
    for name in FRAMES:
        for size in SIZES:
            file_of(name, size).write_text(asyncio.run(frame(name, size)), encoding="utf-8")


if __name__ == "__main__":
    renew()
