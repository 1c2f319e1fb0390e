"""The after-action report as values: what each section says, with the events it rests on.

Texts are plain; ``render`` turns them into a page and makes typed words safe there. Every fact
carries the numbers of its events. What people must judge is left out, not guessed.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.model.evaluation import Mode

Status: TypeAlias = Literal["draft", "for_comment", "agreed"]
Attribution: TypeAlias = Literal["named", "role", "cell", "none"]
Evaluation: TypeAlias = Mode
Profile: TypeAlias = Literal["quicklook", "hotwash", "players", "staff", "sponsor"]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and the events it rests on."""

    text: str
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands above everything else."""

    title: str
    marking: str
    status: Status
    kind: Literal["exercise", "rehearsal", "book play"]
    session: str
    scenario: str
    revision: str
    attribution: Attribution
    promised: Attribution
    """What STARTEX promised the room."""
    names: bool
    """Whether persons are named, from a file of names."""
    evaluation: Evaluation
    opened: str
    """UTC, to the minute."""
    version: str
    """The program that made this report."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A decision over which people were not of one mind: what was asked, and each side."""

    asked: str
    sides: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quicklook:
    """The two pages a senior reads."""

    played: tuple[Line, ...]
    facts: tuple[Line, ...]
    """At most six."""
    divergences: tuple[Apart, ...]
    more_divergences: int
    questions: tuple[Line, ...]
    """At most three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline; ``ms`` is exercise time."""

    ms: int
    late: bool
    scenario_time: str
    what: str
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who told whom, when, by which line, at what level."""

    ms: int
    late: bool
    phase: str
    from_: str
    act: str
    to: str
    line: str
    level: str
    words: str
    implied: bool
    """Not recorded: what the chosen answer implies in book play."""
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """One commitment or sentence an answer bears on."""

    record: int
    who: str
    target: str
    place: str
    """``5.1``: paragraph and sentence."""
    label: str
    bearing: str
    standing: str
    because: str
    conditional: bool
    stated: bool
    settled: bool
    replies: tuple[Line, ...]
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beforehand:
    """What a cell wrote before a decision was opened."""

    who: str
    kind: str
    words: str
    knew: tuple[Line, ...]
    """What the cell had come to know that was not addressed to it."""
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a decision, in the cell's words and in staff's coding."""

    who: str
    """``ROK and US``."""
    sentence: str
    """``The players of the ROK cell decided``."""
    said: str
    coded: str
    outcome: str
    first: bool
    """Only what a cell wrote for itself before the joint answer: it decides nothing and is not counted."""
    positions: tuple[str, ...]
    carried: str
    grounds: tuple[tuple[str, str], ...]
    """Rationale, dissent, confidence, assumptions, rejected: those that were recorded."""
    rulings: tuple[Line, ...]
    overruled: Line | None
    links: tuple[LinkLine, ...]
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """One decision: put, written on beforehand, answered."""

    id: str
    ask: str
    phase: str
    put: Line | None
    beforehand: tuple[Beforehand, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """Exercise time from read-out (else from when it was put) to the record, in milliseconds."""

    decision: str
    who: str
    since: Literal["read out", "put"]
    ms: int
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TrackLine:
    """A track over exercise time (ms): each value stands until the next point, the last until ``end``."""

    title: str
    values: tuple[int | str, ...]
    """Every value it can take, lowest first."""
    points: tuple[tuple[int, int | str], ...]
    end: int
    private: bool = False
    """Slips set it, which a cell writes for Control alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MselRow:
    """One inject as planned and as it was given; exercise times as printed, empty where it was not."""

    id: str
    phase: str
    kind: str
    title: str
    planned: str
    to: str
    from_: str
    channel: str
    status: str
    given: str
    read: str
    objectives: tuple[str, ...]
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What the record still lacks, and who can fill it in."""

    what: str
    who: str
    room_only: bool
    """Only those in the room can say it; once they have left, nobody can (room F30)."""
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One commitment and what bears on it, by column of the matrix."""

    target: str
    place: str
    label: str
    entries: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitments:
    """Everything the report says about the cited text."""

    columns: tuple[str, ...]
    """Cells, and staff where they put an answer in a cell's place."""
    matrix: tuple[MatrixRow, ...]
    conditional: tuple[LinkLine, ...]
    stated: tuple[LinkLine, ...]
    tensions: tuple[Line, ...]
    needs: tuple[Line, ...]
    """What rests on something else, also where nobody looked at that."""
    dated: tuple[Line, ...]
    set_aside: tuple[str, ...]
    not_raised: tuple[str, ...]
    outside: int
    """Commitments of the catalogues that the scenario does not name."""
    settled: int
    """Links that count: settled, of a promise, under no condition."""
    borne: tuple[tuple[str, tuple[str, ...]], ...]
    """Of these each bearing, with the commitments that some answer has it on."""
    records: tuple[int, ...]
    """Answers and moves those links belong to."""
    unsettled: int
    sources: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to Control and what became of it; ``after_ms`` is None while it is open."""

    who: str
    question: str
    answer: str
    after_ms: int | None
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RatingLine:
    """One rater's word for an objective, with the events that show it."""

    rater: str
    word: str
    analysis: str
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """What a rater found, and what brought it about."""

    kind: str
    objective: str
    text: str
    cause: str
    rater: str
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """A row of the improvement plan."""

    finding: str
    action: str
    element: str
    owner: str
    due: str
    state: str
    closed_by: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """A next step, whose it is, and until when."""

    what: str
    who: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What people made of the session afterwards; empty until somebody hands it in."""

    agreement: str
    findings: tuple[FindingLine, ...]
    actions: tuple[ActionLine, ...]
    next_steps: tuple[StepLine, ...]
    feedback: tuple[str, ...]
    parking_lot: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveLine:
    """One objective with what the log offers; people put the word."""

    id: str
    text: str
    evidence_asked: str
    word: str
    """``not put`` where nothing of it was; else empty, for the evaluators."""
    evidence: tuple[Line, ...]
    ratings: tuple[RatingLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole report; quicklook first, the rest is its annex."""

    header: Header
    quicklook: Quicklook
    overview: tuple[tuple[str, str], ...]
    seats: tuple[Line, ...]
    timeline: tuple[Moment, ...]
    contacts: tuple[Contact, ...]
    first_words: tuple[Line, ...]
    decisions: tuple[DecisionLine, ...]
    moves: tuple[Answer, ...]
    divergences: tuple[Apart, ...]
    """Only what the record itself shows."""
    alike: tuple[Line, ...]
    """Where they were, and what only people can tell."""
    latencies: tuple[Latency, ...]
    commitments: Commitments
    asked: tuple[Asked, ...]
    never_asked: tuple[str, ...]
    disclosures: tuple[Line, ...]
    changes: tuple[Line, ...]
    objectives: tuple[ObjectiveLine, ...]
    observations: tuple[Line, ...]
    notes: tuple[Line, ...]
    slips: tuple[Line, ...]
    msel: tuple[MselRow, ...]
    tracks: tuple[TrackLine, ...]
    coverage: tuple[tuple[str, int], ...]
    """State and number of commitments in it, best state first."""
    gaps: tuple[Gap, ...]
    judged: Judged
    head: str
    """Hash of the file's last line; empty where nobody gave it."""
    last_event: int
