"""What a link points at: a commitment, or a sentence of a source that promises nothing."""

from __future__ import annotations

from ttx.frozen import dataclass
from ttx.model.catalogue import Catalogue
from ttx.model.scenario import Scenario
from ttx.trace.words import is_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One commitment or sentence with its place in the source."""

    id: str
    source: str = ""
    """Short title of the document."""
    locator: str = ""
    """``paragraph.sentence``, 1-based; empty where no catalogue holds the target."""
    label: str = ""
    paraphrase: str = ""
    act_class: str = ""
    duty: str = ""
    bearer: tuple[str, ...] = ()
    letters: str = ""
    """The passage's fingerprint: sha256 over its letters and digits."""
    stated: bool = False
    """It states a view: it can be relied on or be at odds with, and is never kept or broken."""


def target_of(scenario: Scenario, target: str) -> Target:
    """The target of that id; one that no catalogue holds has nothing but its id."""
    document, colon, locator = target.partition(":")
    for catalogue in scenario.catalogues.values():
        if target in catalogue.commitments:
            return commitment_target(catalogue, target)
        if colon and catalogue.document == document and locator in catalogue.sentences:
            return _sentence(catalogue, target, locator)
    return Target(id=target)


def commitment_target(catalogue: Catalogue, commitment: str) -> Target:
    """The target that a commitment of this catalogue is."""
    entry = catalogue.commitments[commitment]
    return Target(
        id=entry.id,
        source=catalogue.short_title,
        locator=entry.locator,
        label=entry.label,
        paraphrase=entry.paraphrase,
        act_class=entry.act_class,
        duty=entry.duty,
        bearer=entry.bearer,
        letters=entry.fingerprint.letters,
        stated=is_view(entry.act_class, entry.duty),
    )


def _sentence(catalogue: Catalogue, target: str, locator: str) -> Target:
    sentence = catalogue.sentences[locator]
    views = [act for act in sentence.acts if is_view(act, "")]
    return Target(
        id=target,
        source=catalogue.short_title,
        locator=locator,
        label=sentence.label,
        paraphrase=sentence.paraphrase,
        act_class=views[0] if views else "assessment",
        letters=sentence.fingerprint.letters,
        stated=True,
    )
