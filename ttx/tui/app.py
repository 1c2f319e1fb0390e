"""The app: themes, screens, and the one place where a session is opened and let go of."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

if os.environ.get("NO_COLOR"):
    os.environ.setdefault("TEXTUAL_THEME", "ansi-dark")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Event, Key, Resize
from textual.geometry import Size
from textual.screen import Screen

from ttx.errors import LogError, UsageError
from ttx.tui.glyphs import use_ascii
from ttx.tui.hangup import watch
from ttx.tui.keymap import CONSOLE, remapped, sign_of
from ttx.tui.style import CSS, SMALL, too_small
from ttx.tui.theme import NAMES, no_colour, themes, variables
from ttx.tui.yours import in_your_keys, your_settings

if TYPE_CHECKING:
    from ttx.services.session import Session
    from ttx.sources.document import Document

_TERMINATED = 128


class TtxApp(App[None], inherit_bindings=False):
    """Library and console."""

    CSS = CSS
    TITLE = "ttx"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (60, "-small"),
        (SMALL, "-normal"),
        (160, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (15, "-low"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "how_to_leave", show=False, priority=True)]

    def __init__(
        self,
        session: Session | None = None,
        *,
        theme: str = "dark",
        copy_to: Path | None = None,
        opening: Callable[[], Screen[None]] | None = None,
        fresh: bool = False,
        told: tuple[str, ...] = (),
    ) -> None:
        self._colours = theme
        super().__init__()
        self.set_keymap(remapped())
        self.told = told
        """What staff should know of their settings as the first screen stands."""
        self.session = session
        self.copy_to = copy_to
        self._opening = opening
        """Makes the first screen, where it is neither library nor console."""
        self._fresh = fresh
        """Whether the session was begun just now, before a room."""
        self._covered = False
        """Whether the terminal was too small, and is covered."""
        self._aimed: tuple[Event | None, Screen[Any] | None] = (None, None)
        """The key under way, and the screen it was meant for."""
        self.failed: BaseException | None = None
        """A bug that ended the app; its session is on the disk."""
        for each in themes():
            self.register_theme(each)
        if not no_colour():
            self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables(self._colours)

    def on_mount(self) -> None:
        self._heed_signals()
        if self._opening is not None:
            self.push_screen(self._opening())
        elif self.session is None:
            self._to_library()
        else:
            self._to_console(self.session)
        if self.told:
            self.call_after_refresh(self._tell)
        self.call_after_refresh(gc.enable)
        self.call_after_refresh(lambda: self._heed_size(self.size))

    def _tell(self) -> None:
        """On the screen of staff, below a question that stands over it; never on a wall."""
        for screen in self.screen_stack:
            tell = getattr(screen, "tell", None)
            if tell is not None:
                tell(" ".join(self.told))

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key) and not event.is_forwarded:
            self._aimed = (event, self.screen)
        await super().on_event(event)

    def on_key(self, event: Key) -> None:
        """A letter typed for a sheet that was only just opening goes to it, and is not lost.

        Blanks and keys without a character do not: a held Space does one thing.
        """
        aimed, screen = self._aimed
        late = aimed is event and screen is not self.screen
        if late and event.is_printable and event.character != " ":
            event.stop()
            event.prevent_default()
            self.call_after_refresh(self.post_message, Key(event.key, event.character))

    def on_resize(self, event: Resize) -> None:
        self._heed_size(event.size)

    def begin_session(self, source: Path, *, practice: bool) -> None:
        """Open a scenario as a new session; nothing runs until STARTEX.

        Raises:
            TtxError: it has errors, or the file cannot be written.
        """
        from ttx.services import opening
        from ttx.services.ports import system

        self._fresh = not practice
        self._to_console(opening.begin(source, None, self.copy_to, system(), practice=practice))

    def resume_session(self, path: Path) -> None:
        """Go on with a session where it stood.

        Raises:
            LogError: it is missing, damaged, in use, or of a later version.
        """
        from ttx.services import opening
        from ttx.services.ports import system

        self._to_console(opening.resume(path, self.copy_to, system()))

    def leave_session(self) -> None:
        """Let go of the session: back to the library, or out where there is none behind."""
        if self.session is not None:
            with suppress(LogError):  # what is on the disk stands, and there is nowhere to say more
                self.session.leave()
        self.session = None
        if len(self.screen_stack) > 2:
            self.pop_screen()
        else:
            self.exit(return_code=0)

    def action_how_to_leave(self) -> None:
        """Ctrl+C never loses anything and never ends the app by itself."""
        say = getattr(self.screen, "say", None)
        if say is not None:
            say(f"{sign_of('leave', CONSOLE)} leaves; all is saved.", "accent")

    def _heed_size(self, size: Size) -> None:
        """Cover what has no room with words that say so, and uncover it where there is room again."""
        small = too_small(size.width, size.height)
        if len(self.screen_stack) < 2 or not (small or self._covered):
            return
        from ttx.tui.too_small import TooSmall

        covered = isinstance(self.screen, TooSmall)
        if small and not covered:
            self._covered = True
            self.push_screen(TooSmall(self._marking))
        elif covered and not small:
            self._covered = False
            self.pop_screen()

    @property
    def _marking(self) -> str:
        """The marking of the place that is covered, below whatever form stands over it."""
        marked = (getattr(screen, "marking", "") for screen in reversed(self.screen_stack))
        return next((marking for marking in marked if marking), "EXERCISE")

    def _to_library(self) -> None:
        from ttx.tui.library.screen import Library

        self.push_screen(Library())

    def _to_console(self, session: Session) -> None:
        from ttx.tui.console.screen import Console

        self.session = session
        console = Console(session)
        self.push_screen(console)
        if self._fresh:
            self._fresh = False
            self.call_after_refresh(console.ask_mirrored)

    def _heed_signals(self) -> None:
        """A closed terminal or a request to end leaves the terminal as it was found."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    loop.add_signal_handler(number, self._end, _TERMINATED + int(number))
                except (NotImplementedError, RuntimeError):
                    return

    def _end(self, code: int) -> None:
        for screen in self.screen_stack:
            keep = getattr(screen, "keep", None)
            if keep is not None:  # what is typed in a form, up to its last letter
                keep()
        self.exit(return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        """A bug ends the app and is reported by whoever started it; the session is on the disk."""
        self.failed = error
        self._return_code = 70
        self._close_messages_no_wait()


def run_app(
    *,
    scenario: Path | None = None,
    log: Path | None = None,
    copy_to: Path | None = None,
    theme: str | None = None,
    ascii_only: bool = False,
    practice: bool = False,
    lang: str = "",
) -> int:
    """Open the app and give its exit code.

    Args:
        scenario: run this one at once; None opens the library, or ``log`` where it is given.
        log: the session file to begin, or without a scenario the one to resume.
        copy_to: a folder for a second copy of the session.
        theme: one of the four themes; None takes the user's, or ``dark``.
        ascii_only: draw marks in ASCII.
        practice: a rehearsal that never counts.
        lang: the language the scenario's players see; empty: its own.

    Raises:
        TtxError: the session cannot be begun or resumed.
    """
    theme, told = _set_up(theme, ascii_only=ascii_only)
    session = _asked_for(scenario, log, copy_to, practice=practice, lang=lang)
    fresh = scenario is not None and not practice
    app = TtxApp(session, theme=theme, copy_to=copy_to, fresh=fresh, told=told)
    _run(app)
    if session is not None:
        sys.stdout.write(f"Saved: {session.path}\nGo on with: tabletop resume {session.path}\n")
    return app.return_code or 0


def run_draft(document: Document) -> int:
    """Open the draft of a catalogue of an imported document, and give the exit code.

    Raises:
        LogError: the draft's file is broken.
    """
    from ttx.services import drafting
    from ttx.tui.sources.screen import DraftScreen

    theme, told = _set_up(None, ascii_only=False)
    draft = drafting.opened(document)
    app = TtxApp(theme=theme, opening=lambda: DraftScreen(document, draft), told=told)
    _run(app)
    return app.return_code or 0


def _asked_for(
    scenario: Path | None, log: Path | None, copy_to: Path | None, *, practice: bool, lang: str
) -> Session | None:
    """The session the app is opened with; None where it opens the library, which waits for nothing heavy."""
    if scenario is None and log is None:
        return None
    from ttx.services import opening
    from ttx.services.ports import system

    if scenario is not None:
        return opening.begin(scenario, log, copy_to, system(), practice=practice, lang=lang)
    assert log is not None
    return opening.resume(log, copy_to, system())


def run_wall(
    log: Path, audience: str, *, theme: str | None = None, ascii_only: bool = False, lang: str | None = None
) -> int:
    """Open the wall over a session file and give its exit code.

    Args:
        log: the session file that another window writes.
        audience: ``room``, or a cell by id or tag.
        theme: one of the four themes; None takes ``dark``.
        ascii_only: draw marks in ASCII.
        lang: a language the session has a translation into; None: the one that is played in.

    Raises:
        LogError: the file is missing, damaged or of a later version.
        UsageError: there is no such audience, translation or theme.
    """
    from ttx.services.ports import system
    from ttx.services.watching import Watch
    from ttx.tui.wall.screen import Wall

    theme, told = _set_up(theme, ascii_only=ascii_only)
    watch = Watch(log, audience, system(), lang)
    app = TtxApp(theme=theme, opening=lambda: Wall(watch), told=told)
    _run(app)
    return app.return_code or 0


def run_review(log: Path, *, theme: str | None = None, ascii_only: bool = False) -> int:
    """Open the review of a session file and give its exit code.

    Args:
        log: the session file; it is only read.
        theme: one of the four themes; None takes ``dark``.
        ascii_only: draw marks in ASCII.

    Raises:
        LogError: the file is missing, of a later version, or damaged in its first line.
        UsageError: there is no such theme.
    """
    from ttx.services.reviewing import Review
    from ttx.tui.review.screen import ReviewScreen

    theme, told = _set_up(theme, ascii_only=ascii_only)
    review = Review(log)
    app = TtxApp(theme=theme, opening=lambda: ReviewScreen(review), told=told)
    _run(app)
    return app.return_code or 0


def _set_up(theme: str | None, *, ascii_only: bool) -> tuple[str, tuple[str, ...]]:
    """The theme that holds, and what is wrong with the user's settings; keys and marks are in force.

    Raises:
        UsageError: there is no such theme.
    """
    if theme is not None and theme not in NAMES:
        raise UsageError(f"There is no theme {theme}.", next_step=f"There are: {', '.join(NAMES)}.")
    settings, told = your_settings()
    use_ascii(on=ascii_only or settings.ascii_only)
    own = settings.theme if settings.theme in NAMES else NAMES[0]
    return theme or own, told


def keys_page(page: str) -> str:
    """The guide of the keys with the user's own keys in it."""
    return in_your_keys(page)


def wrong_settings() -> tuple[str, ...]:
    """What is wrong with the user's settings, a sentence each."""
    return your_settings()[1]


def _run(app: TtxApp) -> None:
    """Run the app to its end; a bug that ended it is raised once the terminal is whole again."""
    gc.disable()  # while the first screen is built; it is switched on again once that stands
    over = watch(sys.stdout.fileno()) if sys.stdout.isatty() else None
    try:
        app.run()
    finally:
        if over is not None:
            over.set()
        gc.enable()
        if app.session is not None:
            app.session.close()
    for words in app.told:
        sys.stderr.write(f"{words}\n")
    if app.failed is not None:
        raise app.failed
