"""Every citation held against this user's copies: catalogues, and the scenarios that use them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ttx.frozen import dataclass
from ttx.services import citing, documents, library
from ttx.sources.checking import Proof, Use, prove, uses

if TYPE_CHECKING:
    from ttx.model.catalogue import Catalogue
    from ttx.model.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """What became of everything that was asked about."""

    proofs: tuple[Proof, ...]
    missing: tuple[Catalogue, ...]
    """Catalogues whose source is not imported here: nothing can be said of them."""
    scenarios: tuple[tuple[str, tuple[Use, ...]], ...]
    """Id of each scenario and every place of it that cites one of the proved catalogues."""

    @property
    def right(self) -> bool:
        """Whether everything that could be proved is right."""
        return all(proof.right for proof in self.proofs)


def check(names: Sequence[str] = ()) -> Proved:
    """Prove catalogues and scenarios.

    Args:
        names: ids or files of catalogues, ids or folders of scenarios; none: all that come with ttx.

    Raises:
        UsageError: something of that name is neither.
        LoadError: a file cannot be read, or has errors.
    """
    catalogues: dict[str, Catalogue] = {}
    scenarios: list[Scenario] = []
    for name in names or (*citing.bundled_catalogues(), *library.bundled_ids()):
        if _is_catalogue(name):
            found = citing.catalogue_of(name)
            catalogues[found.id] = found
        else:
            scenarios.append(_scenario(name))
    for scenario in scenarios:
        catalogues.update(
            {each.id: each for each in scenario.catalogues.values() if each.id not in catalogues}
        )
    proofs, missing = [], []
    for catalogue in catalogues.values():
        document = documents.imported(catalogue.id)
        if document is None:
            missing.append(catalogue)
        else:
            proofs.append(prove(catalogue, document))
    return Proved(
        proofs=tuple(proofs),
        missing=tuple(missing),
        scenarios=tuple((each.id, uses(each, proofs)) for each in scenarios if each.catalogues),
    )


def _is_catalogue(name: str) -> bool:
    path = Path(name)
    if path.is_file() and path.suffix in (".yaml", ".yml"):
        with path.open(encoding="utf-8", errors="replace") as file:
            return "ttx-catalogue/" in file.read(65_536)
    return not path.exists() and name in citing.bundled_catalogues()


def _scenario(name: str) -> Scenario:
    from ttx.services.checking import playable  # noqa: PLC0415 - the loader is heavy

    scenario = playable(library.source_of(name)).scenario
    assert scenario is not None
    return scenario
