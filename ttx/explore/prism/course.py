"""The course of a scenario as places with choices, one place a step or part of a step (design 5).

A step whose ``when`` does not hold, a modifier, a delivery that was made before: each is decided
by a guard at its own place, so nothing has to be walked to write the model down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ttx.course import Reach, Script, slots_of
from ttx.explore.prism.conditions import Terms, is_
from ttx.explore.prism.parts import TRUE, Branch, Choice, Key, Place, Term, Updates, Variable, all_of, negated
from ttx.explore.prism.rulings import choices_of
from ttx.model.parts import NONE, Consequence, Decision, ImpliedContact, Inject, RulingSpec
from ttx.model.position import cell_of
from ttx.model.scenario import Phase

ROUND = "round_now"
ENDINGS: Key = ("endings",)


class Course:
    """Places of one scenario by their keys, in the order of the file; ``start`` is the first."""

    def __init__(self, script: Script, reach: Reach) -> None:
        self._script = script
        self._reach = reach
        self.terms = Terms(script)
        self.variables = dict(self.terms.variables)
        most = max((p.repeat.at_most for p in script.scenario.phases if p.repeat), default=1)
        self.variables[ROUND] = Variable(ROUND, 1, max(most, 1), 1)
        self.start: Key = _head(script.scenario.phases[0], script)
        self.places: dict[Key, Place] = {}
        for phase in script.scenario.phases:
            self.places.update(self._phase(phase))
        self.places[ENDINGS] = Place("which ending", tuple(self._endings()))
        for ending in script.scenario.endings:
            key = over(ending.id)
            self.places[key] = Place(f"ended: {ending.id}", (Choice(TRUE, (Branch(key),)),))

    def _phase(self, phase: Phase) -> Iterator[tuple[Key, Place]]:
        script, terms = self._script, self.terms
        for n, guarded in enumerate(phase.on_enter):
            then: Key = ("enter", phase.id, n + 1) if n + 1 < len(phase.on_enter) else _turn(phase, 0, script)
            holds = terms.truth(guarded.when)
            choices = _either(holds, Branch(then, terms.effects(guarded.effects)), Branch(then))
            yield ("enter", phase.id, n), Place(f"{phase.id} begins", choices)
        for n, step in enumerate(script.steps[phase.id]):
            then = _turn(phase, n + 1, script)
            inject = script.injects.get(step)
            if inject is not None:
                turn = all_of(terms.truth(inject.when), self._comes(phase, inject))
                choices = _either(turn, Branch(then, self._release(inject)), Branch(then))
                yield ("step", phase.id, n), Place(step, choices)
            else:
                yield from self._decision(phase, n, script.decisions[step], then)
        for n, index in enumerate(_slips(phase)):
            yield ("slip", phase.id, n), Place(f"slip {index + 1} of {phase.id}", self._slip(phase, n))
        yield ("close", phase.id), Place(f"{phase.id} closes", tuple(self._close(phase)))

    def _comes(self, phase: Phase, inject: Inject) -> Term:
        """Injects come in the first round, and again where they say so."""
        return TRUE if inject.each_round or not phase.repeat else is_(ROUND, 1)

    def _release(self, inject: Inject) -> Updates:
        given = {self.terms.released(inject.id): Term("1"), self.terms.once(inject.id): Term("1")}
        return {**self.terms.effects(inject.effects), **given}

    def _decision(self, phase: Phase, n: int, decision: Decision, then: Key) -> Iterator[tuple[Key, Place]]:
        terms, here = self.terms, ("step", phase.id, n)
        slots = slots_of(decision)
        turn = terms.truth(decision.when)
        fresh = {terms.answer(slot): Term("0") for slot in slots}
        stood = {
            terms.told_before(a, b, d): Term(terms.told(a, b), frozenset({terms.told(a, b)}))
            for a, b, d in terms.compared
            if d == decision.id
        }
        put = Branch(("slot", slots[0]), {**fresh, **stood, terms.put(decision.id): Term("1")})
        choices = [Choice(turn, (put,))]
        if self._reach.contingency:
            choices += self._contingency(phase, turn, here)
        if turn != TRUE:
            choices.append(Choice(negated(turn), (Branch(then),)))
        yield here, Place(f"{decision.id} is put", tuple(choices))
        for m, slot in enumerate(slots):
            after = then if m + 1 == len(slots) else ("slot", slots[m + 1])
            choices = list(self._answers(decision, slot, after, last=m + 1 == len(slots)))
            yield ("slot", slot), Place(slot, tuple(choices))
        yield from self._rulings(decision, then)
        yield from self._deliveries(("deliver", decision.id, NONE, ""), decision.if_not_taken, then)

    def _contingency(self, phase: Phase, turn: Term, here: Key) -> Iterator[Choice]:
        for inject in phase.injects:
            if inject.kind == "contingency":
                fresh = is_(self.terms.once(inject.id), 0)
                offered = all_of(turn, fresh, self._comes(phase, inject), self.terms.truth(inject.when))
                yield Choice(offered, (Branch(here, self._release(inject)),))

    def _answers(self, decision: Decision, slot: str, after: Key, *, last: bool) -> Iterator[Choice]:
        terms = self.terms
        own = cell_of(slot) is None
        for number, value in enumerate(terms.values(decision.id)):
            if value == NONE:
                continue
            option = decision.option(value)
            told = self._told(option.contacts) if option and (own or decision.mode == "each") else {}
            effects = terms.effects(option.effects) if option and own else {}
            ruled = own and _ruling(decision, value) is not None
            updates = {**effects, **told, terms.answer(slot): Term(str(number))}
            to: Key = ("ruling", decision.id, value) if ruled else after
            yield Choice(terms.truth(option.when if option else None), (Branch(to, updates),))
        if self._reach.silence:
            nobody = TRUE if own else self._nobody(decision, slot, last=last)
            brings = decision.if_not_taken
            silent = {terms.answer(slot): Term("0")}
            to = ("deliver", decision.id, NONE, "", 0) if brings.deliver else after
            taken = Branch(to, {**terms.effects(brings.effects), **silent})
            yield from _either(nobody, taken, Branch(after, silent))

    def _nobody(self, decision: Decision, slot: str, *, last: bool) -> Term:
        """In mode ``each`` what ``if_not_taken`` says follows once no cell has answered."""
        if decision.mode != "each" or not last:
            return negated(TRUE)
        others = (s for s in slots_of(decision) if s != slot)
        return all_of(*(is_(self.terms.answer(s), 0) for s in others))

    def _told(self, contacts: Iterable[ImpliedContact]) -> Updates:
        pairs = {(c.from_.partition("/")[0], c.to.partition("/")[0]) for c in contacts}
        return {self.terms.told(a, b): Term("1") for a, b in self.terms.pairs if (a, b) in pairs}

    def _rulings(self, decision: Decision, then: Key) -> Iterator[tuple[Key, Place]]:
        for value in self.terms.values(decision.id):
            spec = _ruling(decision, value)
            if spec is None:
                continue

            def branches(result: str, value: str = value, spec: RulingSpec = spec) -> Branch:
                brings = spec.outcomes.get(result, Consequence())
                to = ("deliver", decision.id, value, result, 0) if brings.deliver else then
                return Branch(to, self.terms.effects(brings.effects))

            rule = self._script.scenario.rules[spec.rule]
            choices = tuple(choices_of(rule, self.terms, branches))
            yield ("ruling", decision.id, value), Place(f"{decision.id} {value}: {rule.id}", choices)
            for result, brings in spec.outcomes.items():
                yield from self._deliveries(("deliver", decision.id, value, result), brings, then)

    def _deliveries(self, key: Key, brings: Consequence, then: Key) -> Iterator[tuple[Key, Place]]:
        for n, name in enumerate(brings.deliver):
            inject = self._script.injects[name]
            after = (*key, n + 1) if n + 1 < len(brings.deliver) else then
            ever = TRUE if inject.each_round else is_(self.terms.released(name), 0)
            may = all_of(is_(self.terms.once(name), 0), ever)
            choices = _either(may, Branch(after, self._release(inject)), Branch(after))
            yield (*key, n), Place(f"{name} is delivered", choices)

    def _slip(self, phase: Phase, n: int) -> tuple[Choice, ...]:
        name = phase.slips[_slips(phase)[n]].track or ""
        track = self._script.scenario.tracks[name]
        then = _after_steps(phase, n + 1)
        values = range(track.lo, track.hi + 1) if track.kind == "scale" else range(len(track.values))
        own = self.terms.track(name)
        return tuple(Choice(TRUE, (Branch(then, {own: Term(str(v))}),)) for v in values)

    def _close(self, phase: Phase) -> Iterator[Choice]:
        before: list[Term] = []
        if phase.repeat and phase.repeat.at_most > 1:
            more = Term(f"{ROUND}<{phase.repeat.at_most}", frozenset({ROUND}))
            again = all_of(more, self.terms.truth(phase.repeat.while_))
            yield Choice(again, (self._entering(phase, Term(f"{ROUND}+1", frozenset({ROUND}))),))
            before.append(negated(again))
        for to in phase.leads_to:
            here = self.terms.truth(to.when)
            branch = Branch(ENDINGS)
            if to.phase is not None:
                branch = self._entering(self._script.phases[to.phase], Term("1"))
            yield Choice(all_of(*before, here), (branch,))
            before.append(negated(here))
        yield Choice(all_of(*before), (Branch(ENDINGS),))

    def _entering(self, phase: Phase, round_: Term) -> Branch:
        once = {self.terms.once(i): Term("0") for i in self._script.injects}
        put = {self.terms.put(d.id): Term("0") for d in phase.decisions}
        return Branch(_head(phase, self._script), {**once, **put, ROUND: round_})

    def _endings(self) -> Iterator[Choice]:
        before: list[Term] = []
        endings = self._script.scenario.endings
        for ending in endings[:-1]:
            here = self.terms.truth(ending.when)
            yield Choice(all_of(*before, here), (Branch(over(ending.id)),))
            before.append(negated(here))
        yield Choice(all_of(*before), (Branch(over(endings[-1].id)),))


def over(ending: str) -> Key:
    """The place of an ending."""
    return ("over", ending)


def _either(holds: Term, then: Branch, otherwise: Branch) -> tuple[Choice, ...]:
    both = (Choice(holds, (then,)), Choice(negated(holds), (otherwise,)))
    return tuple(c for c in both if c.guard != negated(TRUE))


def _head(phase: Phase, script: Script) -> Key:
    return ("enter", phase.id, 0) if phase.on_enter else _turn(phase, 0, script)


def _turn(phase: Phase, n: int, script: Script) -> Key:
    return ("step", phase.id, n) if n < len(script.steps[phase.id]) else _after_steps(phase, 0)


def _after_steps(phase: Phase, n: int) -> Key:
    return ("slip", phase.id, n) if n < len(_slips(phase)) else ("close", phase.id)


def _slips(phase: Phase) -> tuple[int, ...]:
    """Slips that set a track, by their index in the phase."""
    return tuple(n for n, slip in enumerate(phase.slips) if slip.track)


def _ruling(decision: Decision, value: str) -> RulingSpec | None:
    """The option's own ruling, a free answer's, else the decision's; silence is not ruled on."""
    if value == NONE:
        return None
    option = decision.option(value)
    return (option.ruling if option else decision.free) or decision.ruling
