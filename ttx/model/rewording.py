"""A scenario in other words: every text that players may come to hear or read, each under a key of its own.

Nothing but words changes: ids, seats, tags, channels that conditions or records name, times, effects and the
marking stay, so a session means the same in every language. Staff's own texts stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from ttx.model.parts import Decision, Inject
from ttx.model.scenario import Cell, ControlFact, Objective, Phase, Scenario

Word: TypeAlias = Callable[[str, str], str]
"""Takes the key of a text and the text; gives what stands in its place."""


def reworded(scenario: Scenario, word: Word) -> Scenario:
    """The scenario with every players' text replaced by what ``word`` gives for it.

    Keys: ``title``, ``assumptions.0`` (0-based), ``cells.rok.brief``, ``phases.first.title``,
    ``injects.I-01.text``, ``decisions.D-01.options.wait.text``, ``facts.F-01.then``.
    """
    said = _said(word)

    def each(name: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(said(f"{name}.{n}", text) for n, text in enumerate(texts))

    return replace(
        scenario,
        title=said("title", scenario.title),
        theme=said("theme", scenario.theme),
        purpose=said("purpose", scenario.purpose),
        audience=said("audience", scenario.audience),
        scope=said("scope", scenario.scope),
        stop_line=said("stop_line", scenario.stop_line),
        assumptions=each("assumptions", scenario.assumptions),
        artificialities=each("artificialities", scenario.artificialities),
        hot_wash=each("hot_wash", scenario.hot_wash),
        cells={id_: _cell(cell, said) for id_, cell in scenario.cells.items()},
        facts={id_: _fact(fact, said) for id_, fact in scenario.facts.items()},
        objectives={id_: _objective(one, said) for id_, one in scenario.objectives.items()},
        phases=tuple(_phase(phase, said) for phase in scenario.phases),
    )


def players_texts(scenario: Scenario) -> Mapping[str, str]:
    """Key of each players' text -> the text, in the order of the scenario; empty ones left out."""
    found: dict[str, str] = {}

    def noted(key: str, text: str) -> str:
        found[key] = text
        return text

    reworded(scenario, noted)
    return found


def _said(word: Word) -> Word:
    return lambda key, text: word(key, text) if text else text


def _cell(cell: Cell, said: Word) -> Cell:
    at = f"cells.{cell.id}"
    return replace(
        cell,
        name=said(f"{at}.name", cell.name),
        brief=said(f"{at}.brief", cell.brief),
        private=said(f"{at}.private", cell.private),
    )


def _fact(fact: ControlFact, said: Word) -> ControlFact:
    then = fact.then
    if then is not None:
        then = replace(then, text=said(f"facts.{fact.id}.then", then.text))
    return replace(fact, until=said(f"facts.{fact.id}.until", fact.until), then=then)


def _objective(objective: Objective, said: Word) -> Objective:
    return replace(objective, text=said(f"objectives.{objective.id}.text", objective.text))


def _phase(phase: Phase, said: Word) -> Phase:
    at = f"phases.{phase.id}"
    return replace(
        phase,
        title=said(f"{at}.title", phase.title),
        injects=tuple(_inject(inject, said) for inject in phase.injects),
        decisions=tuple(_decision(decision, said) for decision in phase.decisions),
        questions=tuple(
            replace(each, text=said(f"{at}.questions.{n}", each.text))
            for n, each in enumerate(phase.questions)
        ),
        slips=tuple(
            replace(each, ask=said(f"{at}.slips.{n}", each.ask)) for n, each in enumerate(phase.slips)
        ),
    )


def _inject(inject: Inject, said: Word) -> Inject:
    at = f"injects.{inject.id}"
    return replace(
        inject,
        from_=said(f"{at}.from", inject.from_),
        title=said(f"{at}.title", inject.title),
        text=said(f"{at}.text", inject.text),
        handling=said(f"{at}.handling", inject.handling),
    )


def _decision(decision: Decision, said: Word) -> Decision:
    at = f"decisions.{decision.id}"
    return replace(
        decision,
        ask=said(f"{at}.ask", decision.ask),
        first=tuple(
            replace(each, ask=said(f"{at}.first.{n}", each.ask)) for n, each in enumerate(decision.first)
        ),
        options=tuple(
            replace(each, text=said(f"{at}.options.{each.id}.text", each.text)) for each in decision.options
        ),
    )
