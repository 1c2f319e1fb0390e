"""The words of line mode and what each does: a shortened word is understood while it is clear."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Verb(NamedTuple):
    """One word and its help."""

    word: str
    says: str
    example: str = ""


VERBS: tuple[Verb, ...] = (
    Verb("next", "say what comes next, with its words; nothing is done"),
    Verb("do", "do the step that next names: release, put, record, rule, close the phase"),
    Verb("start", "STARTEX: the exercise clock runs"),
    Verb("read", "read an inject or a decision aloud", "read I-03"),
    Verb("release", "release an inject, or put a decision", "release I-06"),
    Verb("options", "the coding frame of the decision in hand"),
    Verb(
        "record",
        "what became of the open decision",
        "record b; why one voice before anyone speaks; said We ring them first.",
    ),
    Verb("move", "a free action of a cell", "move unc; does sends its own team"),
    Verb("contact", "who told, asked, agreed with or warned whom", "contact rdef; to unc; line duty line"),
    Verb("question", "a question to Control", "question unc; Who fired first?"),
    Verb("answer", "answer a question that waits", "answer 12"),
    Verb("note", "a note; ! challenge, * insight, p park, #tag", "note #gap nobody has rung the ministry"),
    Verb("adhoc", "an inject that is not in the script"),
    Verb("rule", "the ruling that is due"),
    Verb("fill", "fill in what the oldest record left out"),
    Verb("settle", "settle how records bear on commitments, one by one"),
    Verb("defer", "put a step off, with a reason", "defer D-05"),
    Verb("skip", "skip a step, with a reason", "skip I-07"),
    Verb("undo", "take an event back; the last one, or by number", "undo 14"),
    Verb("seats", "who sits where"),
    Verb("disclosed", "a cell came to know what was not addressed to it"),
    Verb("correct", "correct an inject that was released", "correct I-01; It was the other bank."),
    Verb("late", "shift the rest of the phase"),
    Verb("time", "set scenario time by hand", "time D+1 08:00"),
    Verb("wall", "send an inject or a decision to the wall", "wall D-01"),
    Verb("blank", "blank the wall at once"),
    Verb("scribe", "take the lines of the scribe as notes, at their own time"),
    Verb("pause", "the exercise clock stands; pause break 10 for a break"),
    Verb("go", "the clock runs again; also lifts a real-world stop, with a reason", "go all clear"),
    Verb("stop", "real-world stop, at once; ! alone does the same anywhere, also while a form is asked"),
    Verb("phase", "close the phase and go on, or somewhere else"),
    Verb("end", "ENDEX"),
    Verb("where", "clocks, phase, tracks, what waits"),
    Verb("feed", "the last events on record", "feed 20"),
    Verb("report", "write the report beside the session"),
    Verb("help", "all words, or one with its example", "help record"),
    Verb("quit", "leave; all is saved, and the session can be resumed"),
)
BY_WORD: Mapping[str, Verb] = {verb.word: verb for verb in VERBS}
SAME: Mapping[str, str] = {
    "open": "release",
    "put": "release",
    "resume": "go",
    "exit": "quit",
    "startex": "start",
    "endex": "end",
    "ask": "question",
    "m": "move",
    "r": "record",
    "?": "help",
}
"""Other words for the same; single letters where two words begin alike."""


def understood(word: str) -> str | tuple[str, ...]:
    """The verb that a word stands for, or all it may stand for (none: an empty tuple)."""
    said = word.casefold()
    if said in BY_WORD:
        return said
    if said in SAME:
        return SAME[said]
    near = tuple(verb for verb in BY_WORD if verb.startswith(said))
    return near[0] if len(near) == 1 else near
