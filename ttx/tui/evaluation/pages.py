"""The page beside the lists of the evaluation: what the cursor stands on, in full."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.model.events import ActionAgreed, Event, FindingMade, NoteTaken, ObservationMade
from ttx.render.phrases import phrase
from ttx.report.values import ObjectiveLine
from ttx.services.forms.evaluating import rated
from ttx.services.forms.mending import asked_at_hot_wash
from ttx.tui.console.card import cell_runs
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.console.side import label_of
from ttx.tui.evaluation.known import Known
from ttx.tui.evaluation.rows import KIND_WORDS
from ttx.tui.keymap import EVALUATION, sign_of


def page_of(known: Known, cursor: str) -> tuple[Line, ...]:
    """What a row stands for; what to do where it stands for nothing."""
    if cursor.startswith("objective:"):
        wanted = cursor.removeprefix("objective:")
        return tuple(_objective(known, next(o for o in known.objectives if o.id == wanted)))
    if cursor.startswith("asked:"):
        return tuple(_asked(known, cursor.removeprefix("asked:")))
    if cursor.startswith("#"):
        return tuple(_event(known, known.session.events[int(cursor.removeprefix("#")) - 1]))
    return (line(dim("Everything recorded here is an event of the session, and stands in the report.")),)


def _objective(known: Known, one: ObjectiveLine) -> Iterator[Line]:
    yield line(bold(f"{one.id}  {one.text}"))
    if one.evidence_asked:
        yield line(dim("asked for  "), one.evidence_asked)
    word = rated(known.session, one.id)
    yield ()
    if word is not None:
        shown = ", ".join(f"#{n}" for n in word.evidence)
        yield line(dim("rated      "), bold(word.word), dim(f"  shown by {shown}" if shown else ""))
        if word.analysis.strip():
            yield line(dim("analysis   "), str(word.analysis))
    elif known.rates:
        yield line(dim("rated      "), "not yet; Enter puts a word to it")
    else:
        yield line(dim("The scenario says evaluation: none. Nothing is rated; findings are made."))
    yield ()
    yield line(bold("What the record offers"))
    if not one.evidence:
        yield line(dim("Nothing: no inject and no decision of it was put."))
    for each in one.evidence:
        numbers = " ".join(f"#{n}" for n in each.events)
        yield line(dim(f"{numbers}  "), each.text)


def _asked(known: Known, tag: str) -> Iterator[Line]:
    yield line(bold(dict(asked_at_hot_wash(known.session))[tag]))
    yield ()
    yield line(dim("One line of a cell, as it was said. Without a cell nobody is named."))
    if not known.said[tag]:
        yield line(dim("Nothing is on record yet; Enter writes it down."))
    for event in known.said[tag]:
        assert isinstance(event.fact, NoteTaken)
        cell = event.fact.cell
        who = [*cell_runs(known.session, (cell,)), Run("  ")] if cell else []
        yield line(*who, str(event.fact.text), dim(f"  #{event.seq}"))


def _event(known: Known, event: Event) -> Iterator[Line]:
    fact = event.fact
    if isinstance(fact, ObservationMade):
        yield from _seen(known, fact)
    elif isinstance(fact, FindingMade):
        yield from _found(known, event, fact)
    elif isinstance(fact, ActionAgreed):
        yield from _mended(known, fact)
    else:
        yield line(phrase(event, known.session.scenario))
    yield ()
    written, undo = event.at[:16].replace("T", " "), sign_of("take_back", EVALUATION)
    yield line(dim(f"#{event.seq}, written {written} UTC.  {undo} takes it back"))


def _seen(known: Known, fact: ObservationMade) -> Iterator[Line]:
    yield line(bold(str(fact.text)))
    yield ()
    yield line(dim("kind       "), KIND_WORDS[fact.kind])
    yield from _about(known, fact.objective, fact.cell)
    if fact.target:
        yield line(dim("bears on   "), bold(f"{fact.target}  "), label_of(known.session, fact.target))
    yield from _evidence(known, fact.evidence)
    yield ()
    yield line(dim("Enter makes a finding of it."))


def _about(known: Known, objective: str | None, cell: str | None = None) -> Iterator[Line]:
    if cell:
        yield line(dim("cell       "), *cell_runs(known.session, (cell,)))
    if objective:
        yield line(dim("objective  "), objective, f"  {known.session.scenario.objectives[objective].text}")


def _evidence(known: Known, numbers: tuple[int, ...]) -> Iterator[Line]:
    for n in numbers:
        yield line(
            dim("evidence   "), bold(f"#{n} "), phrase(known.session.events[n - 1], known.session.scenario)
        )


def _found(known: Known, event: Event, fact: FindingMade) -> Iterator[Line]:
    yield line(bold(str(fact.text)))
    yield ()
    yield line(dim("kind       "), KIND_WORDS[fact.kind])
    yield from _about(known, fact.objective)
    yield (
        line(dim("cause      "), str(fact.cause))
        if fact.cause.strip()
        else line(dim("cause      "), dim("not on record"))
    )
    yield from _evidence(known, fact.evidence)
    for action in known.mends(event.seq):
        assert isinstance(action.fact, ActionAgreed)
        yield line(dim("to mend    "), str(action.fact.action), dim(f"  {action.fact.state} #{action.seq}"))
    yield ()
    yield line(dim("Enter says what mends it."))


def _mended(known: Known, fact: ActionAgreed) -> Iterator[Line]:
    yield line(bold(str(fact.action)))
    yield ()
    for label, words in (
        ("by         ", fact.owner),
        ("until      ", fact.due),
        ("element    ", fact.element),
        ("state      ", fact.state),
        ("closed by  ", fact.closed_by),
    ):
        if words:
            yield line(dim(label), str(words))
    if fact.of:
        finding = known.session.events[fact.of - 1].fact
        yield line(dim("mends      "), bold(f"#{fact.of} "), str(getattr(finding, "text", "")))
    yield ()
    yield line(dim("Enter changes it; the report has the last one."))
