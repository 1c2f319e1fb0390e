"""A checked tree as text that parses back to it (places aside), with brackets only where needed."""

from __future__ import annotations

from ttx.model.conditions import (
    AnswerRef,
    Both,
    Compare,
    Condition,
    Constant,
    InjectRef,
    Not,
    OneOf,
    Sum,
    Told,
    TrackRef,
)


def show(tree: Condition) -> str:
    """The condition in the author's language."""
    match tree:
        case Constant(value):
            return str(value)
        case TrackRef(name) | InjectRef(name):
            return name
        case AnswerRef(decision, cell):
            return decision if cell is None else f"{decision}.{cell}"
        case Told(teller, told, before):
            return f"told({teller}, {told})" + (f" before {before}" if before else "")
        case Not(of):
            return f"not {_inside(of, bracketed=isinstance(of, Both))}"
        case Both(how, several):
            return f" {how} ".join(_inside(each, bracketed=_apart(how, each)) for each in several)
        case Compare(how, left, right):
            return f"{show(left)} {how} {show(right)}"
        case OneOf(left, values):
            return f"{show(left)} in [{', '.join(show(each) for each in values)}]"
        case Sum(how, left, right):
            return f"{show(left)} {how} {_inside(right, bracketed=isinstance(right, Sum))}"


def _apart(how: str, inner: Condition) -> bool:
    """Whether a part of ``and`` or ``or`` needs brackets: not so for ``and`` within ``or``."""
    return isinstance(inner, Both) and how in (inner.how, "and")


def _inside(tree: Condition, *, bracketed: bool) -> str:
    return f"({show(tree)})" if bracketed else show(tree)
