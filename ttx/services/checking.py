"""Whether a scenario can be played: everything that is wrong with it, in one pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ttx.checks import check, heeded
from ttx.diagnostics import Problem, Spans, has_errors, in_order
from ttx.errors import UsageError
from ttx.frozen import dataclass
from ttx.loader import Translations, load_scenario
from ttx.model.counting import how_many
from ttx.model.events import FileText
from ttx.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Checked:
    """A scenario (None where an error keeps it from being played) and all its problems."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    files: tuple[FileText, ...]
    paths: Mapping[str, str]
    """Name of each file that was read from a disk -> its path there."""
    spans: Spans
    """Where each part of the files stands."""
    translations: Translations
    """The languages its texts can be shown in, beside its own."""

    @property
    def texts(self) -> Mapping[str, str]:
        """File name -> its text, to show the line a problem stands in."""
        return {f.name: f.text for f in self.files}


def check_scenario(source: Path, *, deep: bool = False) -> Checked:
    """Read a scenario folder or file and ask every question of it.

    Args:
        source: the folder or file.
        deep: also walk every course of play and say what that finds.

    Raises:
        LoadError: the file cannot be read at all.
        UsageError: it is too large to be walked whole.
    """
    loaded = load_scenario(source)
    problems = loaded.problems
    if loaded.scenario is not None:
        problems = in_order((*problems, *check(loaded.scenario, loaded.spans)))
        if deep and not has_errors(problems):
            problems = in_order((*problems, *_foreseen(loaded.scenario, loaded.spans)))
    problems = heeded(problems, {f.name: f.text for f in loaded.files}, deep=deep)
    playable = loaded.scenario if not has_errors(problems) else None
    return Checked(playable, problems, loaded.files, loaded.paths, loaded.spans, loaded.translations)


def _foreseen(scenario: Scenario, spans: Spans) -> tuple[Problem, ...]:
    from ttx.explore.problems import foreseen  # noqa: PLC0415 - only where it is asked for
    from ttx.services.foresight import explored  # noqa: PLC0415 - likewise

    found = explored(scenario)
    if not found.exact:
        raise UsageError(
            f"{scenario.title} is too large to be walked whole: {found.states:,} states and more.",
            next_step=f"tabletop explore {scenario.id} says what drawn courses show.",
        )
    return foreseen(scenario, found, spans)


def playable(source: Path, lang: str = "") -> Checked:
    """As ``check_scenario``, for a scenario that is about to be played.

    Args:
        source: the folder or file.
        lang: the language its players see; empty: its own.

    Raises:
        UsageError: it has errors, and the message names the first; or there is no such translation.
    """
    checked = check_scenario(source)
    if checked.scenario is None:
        errors = [p for p in checked.problems if p.severity.value == "error"]
        raise UsageError(
            f"{source} has {how_many(len(errors), 'error')} and cannot be played.\n{errors[0].headline}",
            next_step=f"See them all with: tabletop validate {source}",
        )
    shown = checked.translations.shown(checked.scenario, lang)
    return checked if shown is checked.scenario else replace(checked, scenario=shown)
