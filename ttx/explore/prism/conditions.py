"""Variables of a PRISM model, conditions and effects over them.

Words are numbers in PRISM: each track and each answer counts its own words from 0. Two things
that can be words are compared word by word, so their numbers need not agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ttx.course import Script, slots_of
from ttx.explore.prism.parts import TRUE, Names, Term, Updates, Variable, all_of, any_of, negated
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
    When,
)
from ttx.model.parts import FREE, NONE, Effect

_SIGNS = {"==": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


class Terms:
    """Variables of one scenario, and what its conditions and effects say of them."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._names = Names()
        self.variables: dict[str, Variable] = {}
        self.formulas: dict[str, Term] = {}
        """Derived words, each a truth value a word, in an order in which they can be read."""
        for track in script.scenario.tracks.values():
            name = self.track(track.id)
            if track.kind == "scale":
                self.variables[name] = Variable(name, track.lo, track.hi, int(track.start))
            else:
                start = track.values.index(str(track.start))
                self.variables[name] = Variable(name, 0, len(track.values) - 1, start)
        for decision in script.decisions.values():
            for slot in slots_of(decision):
                self._add(self.answer(slot), len(decision.options) + 1)
            self._add(self.put(decision.id), 1)
        for inject in script.injects:
            self._add(self.released(inject), 1)
            self._add(self.once(inject), 1)
        self._contacts()
        self._derived()

    def _add(self, name: str, hi: int) -> None:
        self.variables[name] = Variable(name, 0, hi, 0)

    def _contacts(self) -> None:
        """Contacts that some condition reads, and how they stood when a decision was put."""
        read = {leaf for when in self._script.conditions() for leaf in self._script.leaves(when)}
        told = sorted((t.teller, t.told, t.before or "") for t in read if isinstance(t, Told))
        self.pairs = tuple(dict.fromkeys((a, b) for a, b, _ in told))
        self.compared = tuple(t for t in told if t[2])
        for a, b in self.pairs:
            self._add(self.told(a, b), 1)
        for a, b, decision in self.compared:
            self._add(self.told_before(a, b, decision), 1)

    def _derived(self) -> None:
        """Derived words read those above them only; the first case that holds gives the word."""
        for name, cases in self._script.scenario.derived.items():
            words: dict[str, list[Term]] = {}
            before: list[Term] = []
            for case in cases:
                here = self.truth(case.when)
                words.setdefault(case.value, []).append(all_of(*map(negated, before), here))
                before.append(here)
            for word, terms in words.items():
                self.formulas[self._names.of("derived", name, word)] = any_of(*terms)

    def track(self, name: str) -> str:
        """The variable of a track: a scale's number, or which of its words, counted from 0."""
        return self._names.of("track", name)

    def answer(self, slot: str) -> str:
        """The variable of a slot's standing value: 0 none, then the options, then free."""
        return self._names.of("answer", slot)

    def put(self, decision: str) -> str:
        """The variable that is 1 once a decision was put."""
        return self._names.of("put", decision)

    def released(self, inject: str) -> str:
        """The variable that is 1 once an inject was ever released."""
        return self._names.of("released", inject)

    def once(self, inject: str) -> str:
        """The variable that is 1 once an inject was released in this round of the phase."""
        return self._names.of("once", inject)

    def told(self, teller: str, told: str) -> str:
        """The variable that is 1 once a contact stands."""
        return self._names.of("told", teller, told)

    def told_before(self, teller: str, told: str, decision: str) -> str:
        """The variable that is 1 where the contact stood when the decision was put."""
        return self._names.of("told", teller, told, "before", decision)

    def values(self, decision: str) -> tuple[str, ...]:
        """The words an answer can be, in the order of their numbers."""
        return (NONE, *(o.id for o in self._script.decisions[decision].options), FREE)

    def truth(self, when: When | None) -> Term:
        """Whether a condition holds; no condition always does."""
        return TRUE if when is None else self._truth(when.tree)

    def _truth(self, tree: Condition) -> Term:
        match tree:
            case TrackRef():
                return any_of(*(term for word, term in self._words(tree) if word == "yes"))
            case InjectRef(inject):
                return is_(self.released(inject), 1)
            case Told(teller, told, None):
                return is_(self.told(teller, told), 1)
            case Told(teller, told, str(before)):
                put = is_(self.put(before), 1)
                then = all_of(put, is_(self.told_before(teller, told, before), 1))
                return any_of(then, all_of(negated(put), is_(self.told(teller, told), 1)))
            case Not(of):
                return negated(self._truth(of))
            case Both(how, of):
                return (all_of if how == "and" else any_of)(*(self._truth(each) for each in of))
            case Compare(how, left, right):
                return self._compared(how, left, right)
            case OneOf(left, values):
                return any_of(*(self._compared("==", left, value) for value in values))
            case _:
                raise TypeError(f"no truth value: {tree}")

    def _compared(self, how: str, left: Condition, right: Condition) -> Term:
        one, two = self._number(left), self._number(right)
        if one is not None and two is not None:
            return Term(f"({one.text}{_SIGNS[how]}{two.text})", one.reads | two.reads)
        if how not in ("==", "!="):
            raise TypeError(f"no numbers: {left} {how} {right}")
        others = list(self._words(right))
        same = any_of(
            *(all_of(a, b) for word, a in self._words(left) for other, b in others if word == other)
        )
        return same if how == "==" else negated(same)

    def _number(self, tree: Condition) -> Term | None:
        match tree:
            case Constant(int(value)):
                return Term(str(value) if value >= 0 else f"({value})")
            case TrackRef(name) if self._is_scale(name):
                own = self.track(name)
                return Term(own, frozenset({own}))
            case Sum(how, left, right):
                one, two = self._number(left), self._number(right)
                if one is not None and two is not None:
                    return Term(f"({one.text} {how} {two.text})", one.reads | two.reads)
        return None

    def _is_scale(self, name: str) -> bool:
        track = self._script.scenario.tracks.get(name)
        return track is not None and track.kind == "scale"

    def _words(self, tree: Condition) -> Iterator[tuple[str, Term]]:
        """Every word it can be, and when it is that word."""
        match tree:
            case Constant(str(word)):
                yield word, TRUE
            case AnswerRef(decision, cell):
                own = self.answer(f"{decision}.{cell}" if cell else decision)
                yield from ((word, is_(own, n)) for n, word in enumerate(self.values(decision)))
            case TrackRef(name) if name in self._script.scenario.derived:
                yield from self._derived_words(name)
            case TrackRef(name) if not self._is_scale(name):
                own = self.track(name)
                values = self._script.scenario.tracks[name].values
                yield from ((word, is_(own, n)) for n, word in enumerate(values))

    def _derived_words(self, name: str) -> Iterator[tuple[str, Term]]:
        cases = self._script.scenario.derived[name]
        for word in dict.fromkeys(case.value for case in cases):
            formula = self._names.of("derived", name, word)
            yield word, Term(formula, self.formulas[formula].reads)

    def effects(self, effects: Iterable[Effect]) -> Updates:
        """Effects one after the other, a scale clamped to its range after each."""
        found: dict[str, Term] = {}
        for effect in effects:
            track = self._script.scenario.tracks[effect.track]
            own = self.track(track.id)
            if track.kind != "scale":
                found[own] = Term(str(track.values.index(str(effect.value))))
            elif effect.op == "=":
                found[own] = Term(str(min(max(int(effect.value), track.lo), track.hi)))
            else:
                now = found.get(own, Term(own, frozenset({own})))
                text = f"max({track.lo}, min({track.hi}, {now.text} {effect.op[0]} ({effect.value})))"
                found[own] = Term(text, now.reads)
        return found


def is_(name: str, value: int) -> Term:
    """Whether a variable has a value."""
    return Term(f"{name}={value}", frozenset({name}))
