"""Translations beside a scenario: which texts stand in another language, and which no longer fit.

A file ``ID.LANG.yaml`` holds, under the key of each text, its translation and the fingerprint of the
text it was made of. Where that text is another one today the translation is not shown: the original
stands in its place, and its author is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from hashlib import sha256

from ttx.diagnostics import Problem, Severity, Spans, has_errors
from ttx.errors import UsageError
from ttx.expressions.hints import did_you_mean, shown
from ttx.frozen import dataclass
from ttx.loader.files import language_of
from ttx.loader.schema import shape
from ttx.loader.schema.translation import Translated, Translation
from ttx.loader.yaml_tree import read_tree
from ttx.model.events import FileText
from ttx.model.rewording import players_texts, reworded
from ttx.model.scenario import Scenario

_DIGITS = 16
_FIRST = 3
"""So many of what is missing are named."""


@dataclass(frozen=True, slots=True)
class Translations:
    """What the files beside a scenario hold: language -> key -> text, only what fits today."""

    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def shown(self, scenario: Scenario, lang: str) -> Scenario:
        """The scenario as its players see it; what has no translation that fits stays as it is.

        Args:
            scenario: as it is written.
            lang: the language; empty, or the scenario's own: as it is written.

        Raises:
            UsageError: there is no such translation.
        """
        if lang in ("", scenario.lang):
            return scenario
        texts = self.texts.get(lang)
        if texts is None:
            there = ", ".join((scenario.lang, *self.texts))
            raise UsageError(
                f"{scenario.title} has no translation {shown(lang)}; there is: {there}.",
                next_step=f"tabletop new {scenario.id} --translation {lang} begins one beside the scenario.",
            )
        return replace(reworded(scenario, texts.get), lang=lang)


def fingerprint(text: str) -> str:
    """The first sixteen hexadecimal digits of sha256 over a text in UTF-8."""
    return sha256(text.encode("utf-8")).hexdigest()[:_DIGITS]


def translations(scenario: Scenario, files: Iterable[FileText]) -> Translations:
    """Everything the files hold, and everything that does not fit; TTX231 to TTX233."""
    texts: dict[str, Mapping[str, str]] = {}
    problems: list[Problem] = []
    originals = players_texts(scenario)
    for file in files:
        read = read_tree(file.text, file.name)
        shaped = shape(Translation, read)
        found = [*read.problems, *shaped.problems]
        given = shaped.value
        if given is not None and not has_errors(found):
            found += _fits(given, file, scenario, read.spans)
            found += _against(given, originals, read.spans)
            texts[given.lang] = {
                key: each.text for key, each in given.texts.items() if _holds(each, originals.get(key))
            }
        problems += found
    return Translations(texts, tuple(problems))


def _holds(each: Translated, original: str | None) -> bool:
    return bool(each.text) and original is not None and each.of == fingerprint(original)


def _fits(given: Translation, file: FileText, scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    if given.scenario != scenario.id:
        message = f"This translates {shown(given.scenario)}, and lies beside {shown(scenario.id)}."
        yield Problem("TTX233", spans.of(("scenario",)), message)
    lang = language_of(file.name, scenario.id)
    if given.lang != lang:
        message = f"The file's name says {shown(lang or '')}, this says {shown(given.lang)}."
        yield Problem("TTX233", spans.of(("lang",)), message, hint="Name the file ID.LANG.yaml.")


def _against(given: Translation, originals: Mapping[str, str], spans: Spans) -> Iterator[Problem]:
    for key, each in given.texts.items():
        at = ("texts", key)
        original = originals.get(key)
        if original is None:
            message = f"No text that players see is called {shown(key)}."
            hint = did_you_mean(key, tuple(originals)) or "Delete it, or give it the key of the text."
            yield Problem("TTX233", spans.key(at), message, Severity.WARNING, hint)
        elif each.text and each.of != fingerprint(original):
            message = f"{key} has changed since it was translated; players see the original."
            hint = f"Look at the translation again, then write of: {fingerprint(original)}"
            yield Problem("TTX231", spans.of((*at, "of")), message, Severity.WARNING, hint)
    missing = [key for key in originals if key not in given.texts or not given.texts[key].text]
    if missing:
        first = ", ".join(missing[:_FIRST])
        many = f"{len(missing)} texts have" if len(missing) > 1 else "One text has"
        more = f" and {len(missing) - _FIRST} more" if len(missing) > _FIRST else ""
        message = f"{many} no translation, and the original is shown: {first}{more}."
        hint = "Write them under text, in quotes."
        if not given.texts.keys() >= set(missing):
            hint = f"tabletop new {given.scenario} --translation {given.lang} adds their keys at the end."
        yield Problem("TTX232", spans.key(("texts",)), message, Severity.WARNING, hint)
