"""Every key of the app in one table: bindings, footers and the help are made from it.

A letter is bound three ways: small, capital (Caps Lock) and as the Dubeolsik jamo that a Korean
input method sends for it, so that no action depends on the input method. A letter or sign may be
another one where the user's configuration says so (``ttx.tui.yours``); the table answers with the
keys that hold.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from ttx.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One action: its keys as Textual names them, the key a person reads, and what it does."""

    action: str
    own: str
    """Its keys as it comes, the one that is shown first."""
    sign: str
    """The key a person reads, as it comes."""
    word: str
    """One word, for the footer."""
    says: str
    """A sentence, for the help."""

    @property
    def movable(self) -> bool:
        """Whether another key may stand for it: a letter or a sign, and none that anybody must find."""
        return len(self.sign) == 1 and not self.sign.isdigit() and self.action not in FIXED

    @property
    def keys(self) -> str:
        """The keys that hold, as Textual names them, separated by commas."""
        given = _yours.get(self.action) if self.movable else None
        return self.own if given is None else ",".join((given[0], *self.own.split(",")[1:]))

    @property
    def shown(self) -> str:
        """The key that a person reads."""
        given = _yours.get(self.action) if self.movable else None
        return self.sign if given is None else given[1]


FIXED = ("stop", "help")
"""Whoever sits down in an emergency finds these where every screen and guide says they are."""
_yours: dict[str, tuple[str, str]] = {}
"""Action -> the key that stands for it as Textual names it, and as a person reads it."""


def use_keys(yours: Mapping[str, tuple[str, str]]) -> None:
    """Let other keys stand for actions from now on; set once as the app starts."""
    _yours.clear()
    _yours.update(yours)


def remapped() -> dict[str, str]:
    """What Textual is told of keys that are not those of the table: id of a binding -> its keys."""
    tables = places().values()
    return {_id(k): _ways(k.keys) for keys in tables for k in keys if k.keys != k.own}


def places() -> dict[str, tuple[Key, ...]]:
    """Every table of this module: where its keys hold -> the keys."""
    return {
        name.lower().replace("_", " "): table
        for name, table in globals().items()
        if isinstance(table, tuple) and table and all(isinstance(each, Key) for each in table)
    }


def sign_of(action: str, place: tuple[Key, ...]) -> str:
    """The key that a person presses for an action there."""
    return next(key.shown for key in place if key.action == action)


_JAMO = {
    "a": "ㅁ", "b": "ㅠ", "c": "ㅊ", "d": "ㅇ", "e": "ㄷㄸ", "f": "ㄹ", "g": "ㅎ", "h": "ㅗ", "i": "ㅑ",
    "j": "ㅓ", "k": "ㅏ", "l": "ㅣ", "m": "ㅡ", "n": "ㅜ", "o": "ㅐㅒ", "p": "ㅔㅖ", "q": "ㅂㅃ", "r": "ㄱㄲ",
    "s": "ㄴ", "t": "ㅅㅆ", "u": "ㅕ", "v": "ㅍ", "w": "ㅈㅉ", "x": "ㅌ", "y": "ㅛ", "z": "ㅋ",
}  # fmt: skip

EVERYWHERE = (Key("help", "question_mark,f1", "?", "Help", "the keys of this place"),)

LIBRARY = (
    Key("step", "space,f2,ctrl+j,enter", "Space", "Open", "resume the session, or run the scenario"),
    Key("next_pane", "tab", "Tab", "Pane", "to the next list"),
    Key("rehearse", "y", "y", "Practice", "open the scenario as a rehearsal that never counts"),
    Key("author", "a", "a", "Author", "problems and preview of the scenario while you write it"),
    Key("commitments", "slash", "/", "Commitments", "look through the cited text"),
    Key("go", "g", "g", "Go", "one letter more: room check"),
    Key("review", "r", "r", "Review", "look through the session event by event; nothing is changed"),
    Key("leave", "q", "q", "Leave", "leave; all is saved"),
    *EVERYWHERE,
)

CONSOLE = (
    Key("step", "space,f2,ctrl+j", "Space", "Next", "do the step named under the card"),
    Key("move", "m,f3,ctrl+o", "m", "Move", "record an answer, or a free move"),
    Key("note", "n,f4,ctrl+g", "n", "Note", "a note; ! challenge, * insight, p park as its first sign"),
    Key("contact", "c", "c", "Contact", "who told, asked, agreed with or warned whom"),
    Key("question", "i", "i", "Question", "a question to Control, or its answer"),
    Key("adhoc", "a", "a", "Ad hoc", "an inject that is not in the script"),
    Key("release", "r", "r", "Release", "release the inject under the cursor, put the decision"),
    Key("defer", "d", "d", "Defer", "put the step under the cursor off, with a reason"),
    Key("skip", "x", "x", "Skip", "skip the step under the cursor, with a reason"),
    Key("commitments", "slash", "/", "Commitments", "find in the cited text: words, 05a, or a place: 12.3"),
    Key("options", "o", "o", "Options", "show or hide the options"),
    Key("rule", "v", "v", "Rule", "rule, or overrule the answer under the cursor"),
    Key("take_back", "u", "u", "Undo", "take an event back"),
    Key("fill_in", "f", "f", "Fill in", "fill in what a record left out"),
    Key("settle", "s", "s", "Settle", "settle how records bear on commitments"),
    Key("phase", "e", "e", "Phase", "end the phase; ENDEX after the last; then write the report"),
    Key("wall", "w", "w", "Wall", "send what is on the card to the wall"),
    Key("blank", "b", "b", "Blank", "blank the wall at once"),
    Key("scribe", "t", "t", "Scribe", "take lines from the scribe"),
    Key("shield", "z,f8", "z", "Shield", "cover this screen at once"),
    Key("see_as", "at", "@", "See as", "see what a cell sees"),
    Key("go", "g", "g", "Go", "one letter more: gaps, map, evaluation, room check, seats, corrections, time"),
    Key("late", "l", "l", "Late", "shift the rest of the phase, with a preview"),
    Key("pause", "p,f9", "p", "Pause", "pause, break, resume"),
    Key("stop", "exclamation_mark,f10", "!", "Stop", "real-world stop, at once"),
    Key("bookmark", "y", "y", "Bookmark", "mark this moment"),
    Key("palette", "colon,ctrl+p", ":", "Palette", "everything that can be done, by its words"),
    Key("pane_1", "1", "1", "Timeline", "to the timeline"),
    Key("pane_2", "2", "2", "Card", "to the card"),
    Key("pane_3", "3", "3", "Feed", "to the feed"),
    Key("pane_4", "4", "4", "Tracks", "tracks, on a small screen in place of the timeline"),
    Key("pane_5", "5", "5", "Commitments", "commitments touched so far, likewise"),
    Key("pane_6", "6", "6", "To do", "what is still to do, likewise"),
    Key("page_down", "pagedown", "PgDn", "Down", "scroll the card on, wherever the cursor is"),
    Key("page_up", "pageup", "PgUp", "Up", "scroll the card back"),
    Key("now", "escape", "Esc", "Now", "back to what is next"),
    Key("leave", "q", "q", "Leave", "leave; all is saved, and the session can be resumed"),
    *EVERYWHERE,
)
EXPLORER = (
    Key("cite", "space,f2,ctrl+j", "Space", "Cite", "tag it in a move"),
    Key("find", "slash", "/", "Find", "find by words, by an id such as 05a, or by a place such as 12.3"),
    Key("group_on", "right", "Left/Right", "Group", "by paragraph, theme or state"),
    Key(
        "show_on_wall",
        "w",
        "w",
        "Wall",
        "show it on the wall: your copy's words, else the paraphrase, labelled",
    ),
    Key("next_pane", "tab", "Tab", "Pane", "to the page, and back to the list"),
    Key("page_down", "pagedown", "PgDn", "Down", "scroll the page on"),
    Key("page_up", "pageup", "PgUp", "Up", "scroll the page back"),
    Key("back", "escape,q", "Esc", "Back", "back to the whole list, then out"),
    *EVERYWHERE,
)
"""The explorer of commitments; Enter on a row goes to its page."""
REVIEW = (
    Key("fork", "space,f2,ctrl+j", "Space", "Fork", "begin a new session from this event, beside this one"),
    Key("find", "slash", "/", "Find", "events by their words, or one by its number: 53"),
    Key("eyes_on", "right", "Left/Right", "Whose eyes", "as it stood for staff, the room, or a cell"),
    Key("landmark_before", "left_square_bracket", "[ ]", "Mark", "to the phase or bookmark before, or after"),
    Key("next_pane", "tab", "Tab", "Pane", "to the page, and back to the list"),
    Key("page_down", "pagedown", "PgDn", "Down", "scroll the page on"),
    Key("page_up", "pageup", "PgUp", "Up", "scroll the page back"),
    Key("back", "escape,q", "Esc", "Back", "back to the list, to all of it, then out"),
    *EVERYWHERE,
)
"""The review of a session file; ``]`` and Left go the other way."""
GO = (
    Key("gaps", "g", "g", "Gaps", "what the record lacks, first what only this room can say"),
    Key("map", "m", "m", "Map", "where we are, and what can still come from here"),
    Key("evaluate", "e", "e", "Evaluation", "objectives, observations, findings, what mends them, hot wash"),
    Key("observe", "o", "o", "Observe", "an observation in the event under the cursor, at its time"),
    Key("so_far", "w", "w", "Report", "what the report will say now, and what it still lacks"),
    Key("hot_wash", "h", "h", "Hot wash", "its four sheets, for the eyes of the room; after ENDEX"),
    Key("room", "r", "r", "Room check", "what must be right before a room is let in"),
    Key("seats", "s", "s", "Seats", "who sits where, and who heads a cell"),
    Key("disclosed", "d", "d", "Disclosed", "a cell came to know what was not addressed to it"),
    Key("correct", "f", "f", "Correct", "fix the inject on the card; its first text stays"),
    Key("clock", "t", "t", "Time", "set scenario time by hand"),
)
"""Behind ``g`` on the console."""
LIBRARY_GO = (Key("room", "r", "r", "Room check", "what must be right before a room is let in"),)
"""Behind ``g`` in the library."""
MAP = (
    Key("look", "space,f2,ctrl+j", "Space", "Look", "look at it on the card of the console"),
    Key("next_pane", "tab", "Tab", "Pane", "to the page, and back to the list"),
    Key("page_down", "pagedown", "PgDn", "Down", "scroll the page on"),
    Key("page_up", "pageup", "PgUp", "Up", "scroll the page back"),
    Key("back", "escape,q", "Esc", "Back", "stop working, and back to the console"),
    *EVERYWHERE,
)
"""What can still come from here."""
GAPS = (
    Key("go_on", "space,f2,ctrl+j", "Space", "Go on", "go on: to ENDEX where it was asked for, else back"),
    Key("kind_on", "right", "Left/Right", "Kind", "only answers, questions, links or evaluation; or all"),
    Key("settle", "s", "s", "Settle", "settle how records bear on commitments"),
    Key("back", "escape,q", "Esc", "Back", "back to the console"),
    *EVERYWHERE,
)
"""What the record lacks; Enter on a row goes to what mends it."""
AUTHOR = (
    Key(
        "explain",
        "space,f2,ctrl+j",
        "Space",
        "Explain",
        "why the problem matters, with a bad and a good example",
    ),
    Key("edit", "e", "e", "Edit", "open your own editor at the line under the cursor"),
    Key("find", "slash", "/", "Find", "go to a problem, an inject or a decision by its words"),
    Key("view_on", "right", "Left/Right", "View", "timeline, map or coverage in the preview"),
    Key("next_pane", "tab", "Tab", "Pane", "to the preview, and back to the problems"),
    Key("rehearse", "y", "y", "Practice", "open the scenario as a rehearsal that never counts"),
    Key("page_down", "pagedown", "PgDn", "Down", "scroll the lines of the file on"),
    Key("page_up", "pageup", "PgUp", "Up", "scroll them back"),
    Key("back", "escape,q", "Esc", "Back", "back to the problems, then out"),
    *EVERYWHERE,
)
"""The author's view of a scenario; Left goes the other way."""
SO_FAR = (
    Key("settle", "s", "s", "Settle", "settle how records bear on commitments"),
    Key("next_pane", "tab", "Tab", "Pane", "to the page, and back to the list"),
    Key("page_down", "pagedown", "PgDn", "Down", "scroll the page on"),
    Key("page_up", "pageup", "PgUp", "Up", "scroll the page back"),
    Key("back", "escape,q", "Esc", "Back", "back to the console"),
    *EVERYWHERE,
)
"""The report as it stands; Enter on what it lacks goes to what mends it."""
SHEETS = (
    Key("turn_on", "right", "Left/Right", "Sheet", "to another sheet, as 1 to 4 do"),
    Key("wall", "w", "w", "Wall", "send this sheet to the wall of the room"),
    Key("blank", "b", "b", "Blank", "blank the wall at once"),
    Key("page_down", "pagedown,space", "PgDn", "Down", "scroll the sheet on"),
    Key("page_up", "pageup", "PgUp", "Up", "scroll the sheet back"),
    Key("back", "escape,q", "Esc", "Back", "back to the console"),
    *EVERYWHERE,
)
"""The sheets of the hot wash, which the room may see."""
EVALUATION = (
    Key("add", "space,f2,ctrl+j", "Space", "Add", "rate the objective, or record a new one of this list"),
    Key("view_on", "right", "Left/Right", "List", "to another list, as 1 to 5 do"),
    Key("note", "n", "n", "Observe", "an observation; on an objective, of that one"),
    Key("take_back", "u", "u", "Undo", "take back what the cursor stands on"),
    Key("next_pane", "tab", "Tab", "Pane", "to the page, and back to the list"),
    Key("page_down", "pagedown", "PgDn", "Down", "scroll the page on"),
    Key("page_up", "pageup", "PgUp", "Up", "scroll the page back"),
    Key("back", "escape,q", "Esc", "Back", "back to the console"),
    *EVERYWHERE,
)
"""Evaluation and hot wash; Enter goes one step further with what the cursor stands on."""
WALL = (
    Key("cover", "b", "b", "Blank", "blank this window at once, or show again"),
    Key("page_down", "pagedown,space", "PgDn", "Down", "on, where the words are longer than the window"),
    Key("page_up", "pageup", "PgUp", "Up", "back"),
    Key("leave", "q", "q", "Leave", "close this window"),
)
"""The wall has no row of keys: these are in the guide."""

HELP = (Key("close", "escape,q,question_mark,f1", "Esc", "Back", "back"),)
EXPLAIN = (Key("close", "escape,q,space,enter", "Esc", "Back", "back"),)
PICK = (
    Key("choose", "f2,ctrl+j", "Enter", "Choose", "choose this one"),
    Key("close", "escape", "Esc", "Close", "close"),
)
PALETTE = (
    Key("choose", "f2,ctrl+j,enter", "Enter", "Do it", "do what the cursor stands on"),
    Key("close", "escape", "Esc", "Close", "close"),
)
GO_LIST = (Key("close", "escape", "Esc", "Close", "close"),)
"""The list that ``g`` opens; its letters stand in ``GO``."""
ROOM_CHECK = (Key("close", "escape,q", "Esc", "Back", "back"),)
BACK = (
    Key("choose", "space,f2,ctrl+j", "Enter", "Choose", "choose this one"),
    Key("close", "escape,q", "Esc", "Later", "decide later"),
)
"""Coming back to a session."""
SETTLE = (
    Key("proposed", "f2,ctrl+j,space", "Space", "As proposed", "settle as proposed; under Settled, a reply"),
    Key("close", "escape,q", "Esc", "Back", "back"),
)
SCRIBE = (
    Key("note", "n,f2,ctrl+j", "Enter", "Note", "take the line as a note, at its own time"),
    Key("record", "m", "m", "Record", "take it as a record: the sheet opens with its words"),
    Key("contact", "c", "c", "Contact", "take it as a contact, likewise"),
    Key("aside", "x", "x", "Set aside", "not needed; it stays in the scribe's file"),
    Key("close", "escape", "Esc", "Close", "close; what is left waits"),
)
STOP = (Key("lift", "f2,ctrl+j", "F2", "Lift", "lift the stop; the exercise stays paused"),)
COVER = (
    Key("lift", "escape,space", "Esc", "Uncover", "back to the console"),
    Key("shield", "z,f8", "z", "Uncover", "the key that covers also uncovers"),
)
SEEN_AS = (
    Key("uncover", "space", "Space", "Show", "show what this audience sees"),
    Key("cover", "escape", "Esc", "Cover", "cover again; once more: back to the console"),
    Key("page_down", "pagedown", "PgDn", "Down", "on"),
    Key("page_up", "pageup", "PgUp", "Up", "back"),
)
DRAFT = (
    Key("edit", "e,f2,ctrl+j,space", "e", "Edit", "edit the entry under the cursor"),
    Key("accept", "a", "a", "Accept", "accept the entry; it needs a label and a paraphrase of yours"),
    Key("refuse", "x", "x", "Refuse", "refuse it: it is no commitment"),
    Key("reopen", "o", "o", "Open", "open it again"),
    Key("split", "s", "s", "Split", "one sentence, two promises: a second entry for it"),
    Key("next_pane", "tab", "Tab", "Pane", "to the passage, to scroll it"),
    Key("leave", "q,escape", "q", "Leave", "leave; all is kept"),
    *EVERYWHERE,
)
"""A draft of a catalogue, entry by entry."""

FOOTER = ("step", "move", "note", "contact", "take_back", "pause", "help")
"""What the console's last row shows, in this order; the step's word comes from the step."""

SHEET = (
    Key("save", "f2,ctrl+j", "F2", "Save", "save"),
    Key("next", "tab", "Tab", "Next", "next field"),
    Key("previous", "shift+tab", "Shift+Tab", "Back", "field before"),
    Key("close", "escape", "Esc", "Close, keep draft", "close; what was typed is offered again"),
)


def bindings(keys: tuple[Key, ...]) -> list[BindingType]:
    """Textual's bindings of a place."""
    return [
        Binding(
            _ways(key.keys),
            key.action,
            key.word,
            id=_id(key),
            show=False,
            priority=key.action.startswith("page_"),
        )
        for key in keys
    ]


def _id(key: Key) -> str:
    """The same action has other keys at another place, so its name alone is no id."""
    return f"{key.action} {key.own}"


def latin(sign: str) -> str:
    """The letter that a sign stands for on a Korean keyboard; any other sign as it is."""
    return next((letter for letter, jamo in _JAMO.items() if sign and sign in jamo), sign)


def ways(key: Key) -> str:
    """Every key that does it now, as Textual names them: capitals and jamo with the letters."""
    return _ways(key.keys)


def _ways(keys: str) -> str:
    ways: list[str] = []
    for key in keys.split(","):
        ways.append(key)
        if key in _JAMO:
            ways += [key.upper(), *_JAMO[key]]
    return ",".join(ways)
