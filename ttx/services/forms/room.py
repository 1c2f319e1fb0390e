"""What else the room does: contacts, questions and answers, ad-hoc injects, slips."""

from __future__ import annotations

import re
from typing import Literal, cast

from ttx.model.commands import AnswerQuestion, AskControl, RecordContact, ReleaseAdHoc, TakeSlip
from ttx.model.events import AnswerRecorded, ContactMade, Event, QuestionAsked
from ttx.model.parts import ImpliedContact
from ttx.model.records import TAKEN, Act, Level
from ttx.model.scenario import ControlFact
from ttx.render.plain import cut
from ttx.services.forms.values import (
    REASON_FIELDS,
    WHEN,
    Asked,
    Choice,
    Field,
    Form,
    Given,
    cell_choices,
    reason,
    several,
    true_at,
    words,
)
from ttx.services.session import Session
from ttx.services.stepping import tags

_ACTS = tuple(
    Choice(a, a.replace("_", " "), str(n))
    for n, a in enumerate(("told", "asked", "agreed", "warned", "no_answer"), start=1)
)
_LEVELS = tuple(
    Choice(a, a.replace("_", " "), str(n))
    for n, a in enumerate(("working", "director", "vice_minister", "minister"), start=1)
)


def _cells(session: Session) -> tuple[Choice, ...]:
    return cell_choices([(c.id, c.tag) for c in session.scenario.cells.values()])


def _spoken(name: str) -> str:
    """A voice's name without the word that Control plays it, which staff know."""
    return name.removesuffix("(Control)").strip()


def implied_contacts(session: Session, event: Event) -> tuple[ImpliedContact, ...]:
    """Contacts that the coded answer implies and nobody has recorded since it was put.

    What a cell writes before it answers together with others is a sheet of paper: nobody has rung.
    """
    fact = event.fact
    if not isinstance(fact, AnswerRecorded) or session.state.book or fact.outcome not in TAKEN:
        return ()
    decision = session.script.decisions[fact.decision]
    if decision.is_written_first(fact.slot):
        return ()
    option = decision.option(fact.coded)
    since = {(e.fact.from_, e.fact.to) for e in session.events[fact.of :] if isinstance(e.fact, ContactMade)}
    return tuple(c for c in option.contacts if (c.from_, c.to) not in since) if option else ()


def contact_form(session: Session, implied: ImpliedContact | None = None) -> Form:
    """Who told, asked, agreed with or warned whom; one that an answer implies is filled in."""
    voices = tuple(Choice(v.id, _spoken(v.name), "", "ctl") for v in session.scenario.voices.values())
    parties = (*_cells(session), *voices)
    fields = (
        Field(key="from", label="From", kind="one", choices=parties),
        Field(key="act", label="Act", kind="one", choices=_ACTS, value="told"),
        Field(key="to", label="To", kind="one", choices=parties),
        Field(key="line", label="Line", hint="by which line: duty line, telephone, in person"),
        Field(key="level", label="Level", kind="one", choices=_LEVELS),
        Field(key="text", label="Words", kind="text"),
        WHEN,
    )

    def make(given: Given) -> Asked | str:
        if not (given.get("from") and given.get("to")):
            return "A contact has two ends: who, and to whom?"
        late = true_at(given, session.elapsed())
        if isinstance(late, str):
            return late
        command = RecordContact(
            from_=given["from"],
            to=given["to"],
            act=cast(Act, given.get("act") or "told"),
            line=words(given, "line"),
            level=cast(Level, given.get("level", "")),
            text=words(given, "text"),
        )
        return Asked(command, "scribe", late)

    if implied is None:
        return Form(name="contact", title="Contact", needed="from and to", fields=fields, make=make)
    form = Form(
        name=f"contact:{implied.from_}:{implied.to}",
        title="Contact, as the answer implies",
        needed="F2 if it happened, Esc if not yet",
        fields=fields,
        make=make,
        notes=("Conditions read the contacts on record: record what really happens, when it happens.",),
    )
    return form.filled({"from": implied.from_, "to": implied.to, "line": implied.line})


_NEAREST = 3
"""Facts that are shown whole; of the others only as much as fits a row."""
_ONE_ROW = 68
"""Display cells."""
_SHORT = 4
_WORD = r"\w+"
_SMALL = frozenset(
    {"what", "when", "which", "where", "they", "this", "that", "there", "have", "with", "from", "will"}
)


def question_form(session: Session) -> Form:
    """A cell asks Control."""

    def make(given: Given) -> Asked | str:
        if not given.get("cell"):
            return "Who asks? Choose a cell."
        if not words(given, "text"):
            return "What do they ask? Type it in a few words."
        late = true_at(given, session.elapsed())
        if isinstance(late, str):
            return late
        return Asked(AskControl(cell=given["cell"], text=words(given, "text")), "scribe", late)

    fields = (
        Field(key="cell", label="Cell", kind="one", choices=_cells(session)),
        Field(key="text", label="Asks", kind="text"),
        WHEN,
    )
    return Form(
        name="question", title="A question to Control", needed="a cell and words", fields=fields, make=make
    )


def control_form(session: Session, number: int) -> Form:
    """Control answers a question, from what it knows or in another way."""
    asked = session.events[number - 1].fact
    assert isinstance(asked, QuestionAsked)
    met, rest, nearest = _matching(session, str(asked.text))
    known = (
        *(Choice(f.id, f"{f.id} {'; '.join(f.about)}: {_says(session, f.id)}", "") for f in met),
        *(
            Choice(f.id, cut(f"{f.id} {''.join(f.about[:1])}: {_says(session, f.id)}", _ONE_ROW), "")
            for f in rest
        ),
    )
    hows = tuple(
        Choice(h, w, str(n))
        for n, (h, w) in enumerate(
            (
                ("fact", "from a fact"),
                ("not_known", "not known"),
                ("voice", "in a voice"),
                ("later", "later"),
                ("improvised", "improvised"),
            ),
            start=1,
        )
    )
    fields = (
        Field(key="how", label="How", kind="one", choices=hows, value="fact" if known else "improvised"),
        *((_fact(known, nearest),) if known else ()),
        Field(key="text", label="Words", kind="text", hint="as it was said"),
        Field(key="to", label="To", kind="many", choices=_cells(session), value=asked.cell),
    )

    def make(given: Given) -> Asked | str:
        how = given.get("how") or "improvised"
        if how == "fact" and not given.get("fact"):
            return "Which fact? Choose one, or answer in another way."
        command = AnswerQuestion(
            of=number,
            how=cast(Literal["fact", "not_known", "voice", "later", "improvised"], how),
            fact=given.get("fact") if how == "fact" else None,
            text=words(given, "text"),
            to=several(given, "to"),
        )
        return Asked(command, "white_cell")

    return Form(
        name=f"control:{number}",
        title=f"Answer #{number}, {tags(session, (asked.cell,))}",
        needed="how; a fact where one is used",
        fields=fields,
        make=make,
        notes=(str(asked.text),),
    )


def _fact(known: tuple[Choice, ...], nearest: str) -> Field:
    """Which fact: the nearest is chosen already, so that F2 is enough; with none near, nothing is."""
    return Field(key="fact", label="Fact", kind="one", choices=known, upright=True, value=nearest)


def _matching(session: Session, question: str) -> tuple[list[ControlFact], list[ControlFact], str]:
    """Facts near the question, the nearest first and at most three; all the others; the one that is nearest.

    Where two are as near as each other, none is: a wrong fact read out would be worse than a key more.
    """
    near = {fact.id: _nearness(question, fact.about) for fact in session.scenario.facts.values()}
    facts = sorted(session.scenario.facts.values(), key=lambda fact: near[fact.id], reverse=True)
    met = [fact for fact in facts if any(near[fact.id])][:_NEAREST]
    alone = len(met) == 1 or (len(met) > 1 and near[met[0].id] > near[met[1].id])
    return met, facts[len(met) :], met[0].id if alone else ""


def _nearness(question: str, about: tuple[str, ...]) -> tuple[int, int]:
    """Words of the longest entry of ``about`` that stands whole in the question; telling words they share.

    One word may be the beginning of the other: leak, leaked.
    """
    said = f" {' '.join(re.findall(_WORD, question.casefold()))} "
    entries = [re.findall(_WORD, entry.casefold()) for entry in about]
    whole = max((len(entry) for entry in entries if f" {' '.join(entry)} " in said), default=0)
    words = _telling(question)
    shared = sum(any(w.startswith(a) or a.startswith(w) for w in words) for a in _telling(" ".join(about)))
    return whole, shared


def _telling(text: str) -> set[str]:
    """Words long enough to mean something; of Hangul each."""
    found: list[str] = re.findall(_WORD, text.casefold())
    return {word for word in found if len(word) >= _SHORT or not word.isascii()} - _SMALL


def _says(session: Session, fact_id: str) -> str:
    """What Control may say of it now."""
    fact = session.scenario.facts[fact_id]
    then = fact.then
    if then is None:
        return fact.until
    position = session.state.position
    come = then.inject in position.released if then.inject else _reached(session, then.phase)
    return then.text if come else fact.until


def _reached(session: Session, phase: str | None) -> bool:
    order = [p.id for p in session.scenario.phases]
    here = session.state.position.phase
    return phase is not None and here is not None and order.index(here) >= order.index(phase)


def adhoc_form(session: Session) -> Form:
    """An inject that is not in the script."""
    voices = tuple(Choice(v.id, _spoken(v.name), "", "ctl") for v in session.scenario.voices.values())
    fields = (
        Field(key="to", label="To", kind="many", choices=_cells(session)),
        Field(key="text", label="Words", kind="text", hint="as it is read aloud"),
        Field(key="title", label="Title"),
        Field(key="from", label="From"),
        *((Field(key="voice", label="Voice", kind="one", choices=voices),) if voices else ()),
        Field(key="channel", label="By"),
        *REASON_FIELDS,
    )

    def make(given: Given) -> Asked | str:
        if not several(given, "to"):
            return "To whom? Choose one or more cells with Space."
        if not words(given, "text"):
            return "What is said? Type the words that are read aloud."
        command = ReleaseAdHoc(
            to=several(given, "to"),
            text=words(given, "text"),
            title=words(given, "title"),
            from_=words(given, "from"),
            voice=given.get("voice") or None,
            channel=words(given, "channel"),
            reason=reason(given),
        )
        return Asked(command)

    return Form(
        name="adhoc",
        title="An inject that is not in the script",
        needed="to whom, and words",
        fields=fields,
        make=make,
        save="Release now",
    )


def slip_form(session: Session, index: int, cell: str) -> Form:
    """A private answer as the phase closes, typed in by staff."""
    phase = session.script.phases[session.state.position.phase or ""]
    slip = phase.slips[index]
    track = session.scenario.tracks.get(slip.track or "")
    fields: tuple[Field, ...] = ()
    if track is not None and track.kind != "scale":
        values = track.values or ("yes", "no")
        chosen = tuple(Choice(v, v.replace("_", " "), str(n)) for n, v in enumerate(values, start=1))
        fields = (Field(key="value", label="Answer", kind="one", choices=chosen),)
    elif track is not None:
        fields = (Field(key="value", label="Answer", hint=f"{track.lo} to {track.hi}"),)
    fields = (*fields, Field(key="text", label="Words", kind="text"))

    def make(given: Given) -> Asked | str:
        typed = given.get("value", "").strip()
        value: int | str | None = typed or None
        if typed and track is not None and track.kind == "scale":
            if not re.fullmatch(r"-?\d{1,9}", typed):
                return f"The answer is a whole number from {track.lo} to {track.hi}."
            value = int(typed)
        return Asked(TakeSlip(slip=index, cell=cell, text=words(given, "text"), value=value), "scribe")

    return Form(
        name=f"slip:{phase.id}:{index}:{cell}",
        title=f"Slip of {tags(session, (cell,))}, in private",
        needed="empty: no answer",
        fields=fields,
        make=make,
        notes=(slip.ask,),
    )
