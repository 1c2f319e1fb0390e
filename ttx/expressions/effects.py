"""Effects as authors write them: ``line = silent``, ``heat += 1``, checked against the tracks."""

from __future__ import annotations

from typing import Literal

from ttx.expressions.check import Checker
from ttx.expressions.hints import did_you_mean, shown
from ttx.expressions.names import Counting, Faults, Wordy, track_kind
from ttx.expressions.scope import Fault, Scope, TrackType
from ttx.expressions.syntax import Number, UnreadableError, Word, number_of
from ttx.expressions.tokens import Token, tokenize
from ttx.model.parts import Effect

_SHAPE = "Write NAME = VALUE, NAME += 1 or NAME -= 1."
_OPS: dict[str, Literal["=", "+=", "-="]] = {"=": "=", "+=": "+=", "-=": "-="}


def parse_effect(text: str, scope: Scope) -> Effect | tuple[Fault, ...]:
    """The effect a text names, or everything wrong with it (offsets 0-based in ``text``)."""
    cut = tokenize(text)
    tokens = tuple(t for t in cut if isinstance(t, Token))
    if len(tokens) != len(cut):
        return tuple(f for f in cut if isinstance(f, Fault))
    if misshapen := _misshapen(tokens):
        return (misshapen,)
    name, op, value = tokens[:3]
    target = Word(at=name.at, length=name.length, text=name.text)
    try:
        given = _value(value)
    except UnreadableError as unreadable:
        return (unreadable.fault,)
    checker = Checker(scope)
    track = _track(target, scope, checker.faults)
    effect = None if track is None else _typed(target, track, _OPS[op.text], given, checker)
    return effect or checker.faults.in_order()


def _misshapen(tokens: tuple[Token, ...]) -> Fault | None:
    """The first place where the text is not a name, a sign and a value."""
    kinds = [t.kind for t in tokens]
    first = tokens[0]
    if kinds == ["end"]:
        return Fault("TTX315", "There is no effect here.", 0, 1, _SHAPE)
    if first.kind != "name":
        return Fault("TTX315", "An effect begins with the name of a track.", first.at, first.length, _SHAPE)
    op = tokens[1]
    if not op.is_(*_OPS):
        hint = "Write = to set: == compares." if op.is_("==") else _SHAPE
        message = f"After {shown(first.text)} comes =, += or -=."
        return Fault("TTX315", message, op.at, op.length, hint)
    value = tokens[2]
    if value.kind not in ("name", "number"):
        return Fault("TTX315", "A word or a whole number is missing here.", value.at, value.length, _SHAPE)
    after = tokens[3]
    if after.kind != "end":
        return Fault("TTX315", "An effect ends with its value.", after.at, after.length, _beyond(tokens))
    return None


def _beyond(tokens: tuple[Token, ...]) -> str:
    name, _, value, sign = tokens[:4]
    if value.text == name.text and sign.is_("+", "-"):
        return f"Write {name.text} {sign.text}= 1."
    return "Several effects are several entries of the list."


def _value(token: Token) -> Word | Number:
    if token.kind == "number":
        return number_of(token)
    return Word(at=token.at, length=token.length, text=token.text)


def _track(target: Word, scope: Scope, faults: Faults) -> TrackType | None:
    """The track an effect may set; None, with a fault, where there is none."""
    name = target.text
    track = scope.tracks.get(name)
    if track is not None and track.kind != "derived":
        return track
    decision = name.partition(".")[0]
    if track is not None:
        message = f"{name} is derived from the record and cannot be set."
        faults.add("TTX316", target, message, "Set the tracks its conditions read.")
    elif name in scope.injects:
        message = f"{name} is an inject: an effect sets tracks only."
        faults.add("TTX316", target, message, "An outcome's deliver makes an inject due.")
    elif decision in scope.decisions:
        message = f"{decision} is a decision: an effect sets tracks only."
        faults.add("TTX316", target, message, "What a cell answers is never set by an effect.")
    else:
        settable = [each for each, kind in scope.tracks.items() if kind.kind != "derived"]
        faults.add("TTX304", target, f"No track is called {shown(name)}.", _meant(name, settable))
    return None


def _meant(name: str, tracks: list[str]) -> str:
    if name.endswith("-") and name[:-1] in tracks:
        return f"Write {name[:-1]} -= with a space before the sign."
    return did_you_mean(name, tracks)


def _typed(
    target: Word, track: TrackType, op: Literal["=", "+=", "-="], given: Word | Number, checker: Checker
) -> Effect | None:
    kind = track_kind(target.text, track)
    if op != "=":
        return _step(target, kind, op, given, checker)
    if isinstance(kind, Wordy):
        word = checker.word_of(given, kind)
        return None if word is None else Effect(target.text, op, word.value)
    if not isinstance(kind, Counting):
        return None
    if isinstance(given, Word):
        message = f"{target.text} counts in whole numbers and is never {shown(given.text)}."
        checker.faults.add("TTX307", given, message, f"It goes from {kind.lo} to {kind.hi}.")
        return None
    number = checker.number_in(given, kind)
    return None if number is None else Effect(target.text, op, number.value)


def _step(
    target: Word, kind: object, op: Literal["+=", "-="], given: Word | Number, checker: Checker
) -> Effect | None:
    if not isinstance(kind, Counting):
        message = f"{target.text} is a word and cannot go up or down."
        checker.faults.add("TTX317", target, message, f"Write {target.text} = VALUE.")
        return None
    if isinstance(given, Word):
        message = f"After {op} comes a whole number, not {shown(given.text)}."
        checker.faults.add("TTX317", given, message, f"Write {target.text} {op} 1.")
        return None
    return Effect(target.text, op, given.value)
