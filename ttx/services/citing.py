"""Which commitments words may bear on: catalogues that come with ttx, or a file of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ttx.diagnostics import has_errors
from ttx.errors import LoadError, UsageError

if TYPE_CHECKING:
    from ttx.model.catalogue import Catalogue
    from ttx.sources.document import Document
    from ttx.sources.ranking import Suggested

_SUFFIXES = (".yaml", ".yml")


def bundled_catalogues() -> tuple[str, ...]:
    """Ids of the catalogues that come with ttx."""
    from ttx.loader import bundled  # noqa: PLC0415 - the loader is heavy

    return tuple(sorted(path.stem for path in (bundled() / "rules" / "commitments").glob("*.yaml")))


def catalogue_of(name: str) -> Catalogue:
    """The catalogue a user means: a file, or the id of one that comes with ttx.

    Raises:
        UsageError: there is neither.
        LoadError: the file cannot be read, or has errors; the first is named.
    """
    from ttx.loader import bundled, load_catalogue  # noqa: PLC0415 - the loader is heavy

    path = Path(name)
    if path.suffix not in _SUFFIXES:
        if name not in bundled_catalogues():
            raise UsageError(
                f"There is no catalogue {name}.",
                next_step=f"Give a file, or one of: {', '.join(bundled_catalogues())}.",
            )
        path = bundled() / "rules" / "commitments" / f"{name}.yaml"
    catalogue, problems = load_catalogue(path)
    if catalogue is None or has_errors(problems):
        first = problems[0]
        raise LoadError(
            f"This catalogue has errors. {first.code}: {first.message}",
            where=f"{path}:{first.span.line}",
            next_step=first.hint or "Mend it and try again.",
        )
    return catalogue


def copy_of(catalogue: Catalogue) -> Document | None:
    """The user's own copy of the document a catalogue was read from; None where none is imported."""
    from ttx.services.documents import imported  # noqa: PLC0415 - reads files, rarely needed

    return imported(catalogue.id)


def cite(said: str, names: Sequence[str], most: int) -> tuple[Suggested, ...]:
    """What the words may bear on in these catalogues (none named: all that come with ttx), best first.

    A single word may also be an id, a locator or the beginning of a label.

    Raises:
        UsageError, LoadError: as ``catalogue_of``.
    """
    from ttx.sources.ranking import Ranker  # noqa: PLC0415 - only where something is asked

    ranker = Ranker(catalogue_of(name) for name in names or bundled_catalogues())
    return ranker.search(said, most) if len(said.split()) == 1 else ranker.rank(said, most)
