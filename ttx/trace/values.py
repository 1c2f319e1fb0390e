"""A link as the record shows it: what it says now, and how it came to say that.

A link is proposed by the author, tagged in play, or settled by staff; only a settled one counts,
and none becomes settled by itself. Event numbers are 1-based, times exercise milliseconds.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.model.parts import Bearing

LinkStatus: TypeAlias = Literal["proposed", "tagged", "settled"]
Decider: TypeAlias = Literal["cell", "staff"]
"""Whose answer a link bears on: the cell's own, or the one staff put in its place."""

NOT_SETTLED = "proposed, not settled"
"""How every link prints that staff have not settled."""


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """A cell's reply to how its decision was settled."""

    event: int
    cell: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One act on a link: proposed, tagged or settled, by whom, in which words."""

    status: LinkStatus
    event: int
    """The event it stands in; of a proposal, the answer that was coded so."""
    ms: int
    bearing: Bearing
    prints: str
    """How the bearing reads: ``upholds``, ``would be in line with``."""
    relies: bool = False
    in_words: str = ""
    because: str = ""
    until: str = ""
    if_: str = ""
    extent: str = "whole"
    part: str = ""
    by: str = ""
    """word, deed, or empty where nobody said."""
    contested: bool = False
    cells: tuple[str, ...] = ()
    who: str = ""
    """``the author, option a``, a hat, or the hands that settled it."""
    hands: tuple[str, ...] = ()
    stage: str = ""
    """Of a settlement: live, phase_end or after."""
    replies: tuple[ReplyLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceLink:
    """How one answer or move bears on one commitment or sentence."""

    record: int
    """Number of the answer or move."""
    decision: str | None
    """None: a move that answers no decision."""
    slot: str = ""
    cells: tuple[str, ...]
    on: Decider = "cell"
    overruled_by: int | None = None
    target: str
    source: str
    locator: str
    label: str
    act_class: str
    duty: str
    stated: bool
    now: Step
    """What it says: the last settlement, else the last tag, else the proposal."""
    history: tuple[Step, ...] = ()
    """What came before ``now``, oldest first."""

    @property
    def status(self) -> LinkStatus:
        """Whether it is proposed, tagged or settled."""
        return self.now.status

    @property
    def bearing(self) -> Bearing:
        """The bearing it has now."""
        return self.now.bearing

    @property
    def prints(self) -> str:
        """The bearing in words, with ``relies on`` where a cell gave the text as its reason."""
        if not self.now.relies:
            return self.now.prints
        return "relies on" if self.bearing == "touches" else f"{self.now.prints}; relies on"

    @property
    def detail(self) -> str:
        """What qualifies the bearing: condition, part, word or deed, until when; empty if nothing."""
        step = self.now
        parts = [_condition(step.if_)] if step.if_ else []
        if step.extent == "part" or step.part:
            parts.append(f"in part: {step.part}" if step.part else "in part")
        parts += [f"in {step.by}"] if step.by else []
        parts += [f"until {step.until}"] if step.until else []
        parts += ["contested"] if step.contested else []
        return "; ".join(parts)

    @property
    def standing(self) -> str:
        """``proposed, not settled`` or ``settled``, with who did it."""
        if self.status == "settled":
            return f"settled by {self.now.who}"
        verb = "tagged by" if self.status == "tagged" else "by"
        return f"{NOT_SETTLED} ({verb} {self.now.who})"

    @property
    def settled(self) -> bool:
        """Whether staff settled it."""
        return self.status == "settled"

    @property
    def conditional(self) -> bool:
        """Whether it says what would be so; such a link counts apart."""
        return bool(self.now.if_)

    @property
    def counted(self) -> bool:
        """Whether it counts as a bearing on a commitment: settled, of a promise, unconditional."""
        plain = self.bearing not in ("touches", "none")
        return self.settled and plain and not self.stated and not self.conditional

    @property
    def because(self) -> str:
        """Why, in the words of who proposed, tagged or settled it; then the cell's own for relying on it."""
        said = self.now.in_words or (self._said_before() if self.now.relies else "")
        return "; ".join(part for part in (self.now.because, f'the cell: "{said}"' if said else "") if part)

    def _said_before(self) -> str:
        """The cell's words that a tag kept, where the settlement does not repeat them."""
        return next((s.in_words for s in reversed(self.history) if s.in_words), "")

    @property
    def replies(self) -> tuple[ReplyLine, ...]:
        """The cells' replies to how it stands now."""
        return self.now.replies

    @property
    def events(self) -> tuple[int, ...]:
        """Numbers of every event behind it, in order, the record's own first."""
        steps = (*self.history, self.now)
        behind = {s.event for s in steps} | {r.event for s in steps for r in s.replies}
        return (self.record, *sorted(behind - {self.record}))


def _condition(words: str) -> str:
    """The condition with its ``if``, unless those who typed it gave a word of their own."""
    own = ("if ", "once ", "unless ", "until ", "when ")
    return words if words.lower().startswith(own) else f"if {words}"
