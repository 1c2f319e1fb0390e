"""What each kind of rule asks of people: the fields of a ruling's sheet, and the command they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ttx.adjudication import by_person, dice_of, results
from ttx.adjudication.argument import MOST_REASONS, target_of
from ttx.adjudication.estimate import BANDS, spoken
from ttx.adjudication.gate import judged
from ttx.frozen import dataclass
from ttx.model.commands import Rule
from ttx.model.records import Vote
from ttx.model.rules import Rule as Ruled
from ttx.model.rules import RuleKind
from ttx.model.words import Words
from ttx.services.forms.values import Choice, Field, Given, several, words


class UnreadableError(ValueError):
    """A field cannot be read; the message says what to write there."""


@dataclass(frozen=True, slots=True)
class Asks:
    """One kind of rule at the sheet."""

    needed: Callable[[Ruled], str]
    """What cannot be left empty, in a few words."""
    fields: Callable[[Ruled], tuple[Field, ...]]
    make: Callable[[str, Ruled, Given], Rule]
    """Decision, rule and what was typed; raises ``UnreadableError``."""


def _dice(rule: Ruled) -> Field:
    return Field(key="faces", label="Dice", hint=f"{dice_of(rule)}; type the faces thrown on the table")


def _faces(given: Given) -> tuple[int, ...]:
    try:
        return tuple(int(face) for face in given.get("faces", "").replace(",", " ").split())
    except ValueError:
        raise UnreadableError("Dice take whole numbers: the faces as they lie.") from None


def _table_fields(rule: Ruled) -> tuple[Field, ...]:
    umpire = Field(key="umpire", label="Umpire", hint=f"{rule.umpire[0]} to {rule.umpire[1]}")
    return (*((umpire,) if rule.umpire != (0, 0) else ()), _dice(rule))


def _table(decision: str, _rule: Ruled, given: Given) -> Rule:
    try:
        umpire = int(given.get("umpire", "").strip() or 0)
    except ValueError:
        raise UnreadableError("Dice and umpire take whole numbers.") from None
    return Rule(decision=decision, faces=_faces(given), umpire=umpire)


def _argument_needs(rule: Ruled) -> str:
    return f"a reason; {target_of(rule)} or more holds"


def _argument_fields(rule: Ruled) -> tuple[Field, ...]:
    sides = (("for", "For"), ("against", "Against"))
    numbers = range(1, MOST_REASONS + 1)
    reasons = (Field(key=f"{side}-{n}", label=f"{label} {n}") for side, label in sides for n in numbers)
    hint = f"{dice_of(rule)}, + for - against; type the faces thrown on the table"
    return (*reasons, Field(key="faces", label="Dice", hint=hint))


def _argument(decision: str, _rule: Ruled, given: Given) -> Rule:
    return Rule(
        decision=decision,
        for_=_reasons(given, "for"),
        against=_reasons(given, "against"),
        faces=_faces(given),
    )


def _reasons(given: Given, side: str) -> tuple[Words, ...]:
    typed = (words(given, f"{side}-{n}") for n in range(1, MOST_REASONS + 1))
    return tuple(reason for reason in typed if reason)


def _estimate_fields(rule: Ruled) -> tuple[Field, ...]:
    choices = tuple(
        Choice(word, f"{spoken(word)}, {least} to {most} %", str(n))
        for n, (word, (least, most)) in enumerate(BANDS.items(), start=1)
    )
    percent = Field(key="percent", label="Per cent", hint="a whole number inside the band of the word")
    return (Field(key="word", label="Word", kind="one", choices=choices, upright=True), percent, _dice(rule))


def _estimate(decision: str, _rule: Ruled, given: Given) -> Rule:
    typed = given.get("percent", "").strip().removesuffix("%").strip()
    try:
        percent = int(typed) if typed else None
    except ValueError:
        raise UnreadableError("Per cent takes one whole number, 60 for instance.") from None
    return Rule(decision=decision, word=given.get("word", ""), percent=percent, faces=_faces(given))


def _procedure_fields(rule: Ruled) -> tuple[Field, ...]:
    return _ticked("Done", [(s.id, s.text) for s in rule.steps])


def _gate_fields(rule: Ruled) -> tuple[Field, ...]:
    return _ticked("Met", [(c.id, c.text) for c in judged(rule)])


def _ticked(label: str, entries: list[tuple[str, str]]) -> tuple[Field, ...]:
    choices = tuple(Choice(name, text or name, str(n)) for n, (name, text) in enumerate(entries, start=1))
    return (Field(key="ticks", label=label, kind="many", choices=choices, upright=True),) if choices else ()


def _procedure(decision: str, rule: Ruled, given: Given) -> Rule:
    done = several(given, "ticks")
    return Rule(decision=decision, ticks=tuple((s.id, s.id in done) for s in rule.steps))


def _gate(decision: str, rule: Ruled, given: Given) -> Rule:
    met = several(given, "ticks")
    return Rule(decision=decision, ticks=tuple((c.id, c.id in met) for c in judged(rule)))


def _result_fields(rule: Ruled) -> tuple[Field, ...]:
    chosen = tuple(
        Choice(r, rule.results.get(r) or r.replace("_", " "), str(n))
        for n, r in enumerate(results(rule), start=1)
    )
    return (Field(key="result", label="Result", kind="one", choices=chosen, upright=True),)


def _result(decision: str, _rule: Ruled, given: Given) -> Rule:
    if not given.get("result"):
        raise UnreadableError("Which result? Choose one.")
    return Rule(decision=decision, result=given["result"])


def _vote_needs(rule: Ruled) -> str:
    if by_person(rule):
        return "a result"
    return "votes; over half decides" if rule.decides == "majority" else "votes; most decides"


def _vote_fields(rule: Ruled) -> tuple[Field, ...]:
    counts = tuple(
        Field(key=f"votes-{n}", label=each.replace("_", " ").capitalize(), hint="a number, or offices: A, B")
        for n, each in enumerate(results(rule), start=1)
    )
    return (*counts, *(_result_fields(rule) if by_person(rule) else ()))


def _vote(decision: str, rule: Ruled, given: Given) -> Rule:
    typed = ((each, given.get(f"votes-{n}", "").strip()) for n, each in enumerate(results(rule), start=1))
    votes = tuple(_counted(each, text) for each, text in typed if text)
    made = _result(decision, rule, given) if by_person(rule) else Rule(decision=decision)
    return Rule(decision=decision, result=made.result, votes=votes)


def _counted(result: str, text: str) -> Vote:
    """A number of votes, or the offices that gave them."""
    if text.isascii() and text.isdigit() and len(text) < 10:
        return Vote(result=result, count=int(text))
    offices = [office.strip() for office in text.split(",") if office.strip()]
    return Vote(result=result, count=len(offices), by=Words(", ".join(offices)))


_RECORDED = Asks(lambda _: "a result", _result_fields, _result)
ASKS: Mapping[RuleKind, Asks] = {
    "table": Asks(lambda _: "empty: the program throws", _table_fields, _table),
    "argument": Asks(_argument_needs, _argument_fields, _argument),
    "estimate": Asks(lambda _: "a word and a number", _estimate_fields, _estimate),
    "procedure": Asks(lambda _: "tick what was done", _procedure_fields, _procedure),
    "gate": Asks(lambda _: "tick what is met", _gate_fields, _gate),
    "vote": Asks(_vote_needs, _vote_fields, _vote),
    "consensus": _RECORDED,
    "umpire": _RECORDED,
}
"""Every kind of rule."""
