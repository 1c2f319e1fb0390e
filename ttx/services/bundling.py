"""A scenario with its packs and catalogues as one file to hand on, and back into a folder."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

from ttx.errors import LoadError, UsageError
from ttx.services.checking import playable

MOST_FILES = 200
MOST_BYTES = 32 * 1024 * 1024
_AT = (1980, 1, 1, 0, 0, 0)
_PLAIN = "Only bundles that tabletop bundle wrote can be opened."


def bundle(source: Path, target: Path) -> int:
    """Write a zip of every file the scenario is read from; how many. Same files in, same bytes out.

    Raises:
        UsageError: the scenario has errors, or the target is there already.
    """
    files = sorted(playable(source).files, key=lambda f: f.name)
    if target.exists():
        raise UsageError(f"{target} is there already.", next_step="Choose another name.")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for file in files:
            name = "scenario.yaml" if file.role == "scenario" else file.name
            made.writestr(zipfile.ZipInfo(name, _AT), file.text.encode(), zipfile.ZIP_DEFLATED)
    return len(files)


def opened(source: Path, folder: Path) -> int:
    """Write a bundle's files into a new folder; how many. Nothing is written outside of it.

    Raises:
        UsageError: the folder is there already.
        LoadError: this is no bundle, it is too large, or a name in it leads elsewhere.
    """
    if folder.exists():
        raise UsageError(f"{folder} is there already.", next_step="Name a folder that is not.")
    try:
        with zipfile.ZipFile(source) as given:
            texts = _texts(given, source)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise LoadError("This is no bundle.", where=str(source), next_step=_PLAIN) from error
    for name, data in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return len(texts)


def _texts(given: zipfile.ZipFile, source: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for n, each in enumerate(given.infolist()):
        path = PurePosixPath(each.filename)
        odd = path.is_absolute() or ".." in path.parts or set("\\:\0") & set(each.filename)
        if odd or path.suffix != ".yaml" or each.filename in found or n >= MOST_FILES:
            raise LoadError("A file in it does not belong there.", where=str(source), next_step=_PLAIN)
        with given.open(each) as file:
            found[each.filename] = file.read(left + 1)
        left -= len(found[each.filename])
        if left < 0:
            raise LoadError("It holds more than 32 MB.", where=str(source), next_step=_PLAIN)
    if "scenario.yaml" not in found:
        raise LoadError("No scenario is in it.", where=str(source), next_step=_PLAIN)
    return found
