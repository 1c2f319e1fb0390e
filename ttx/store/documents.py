"""Documents a user imported: one folder each, the file's own bytes and how it was read.

A document is put there whole or not at all: it is written beside its place and then renamed. The
bytes are never touched again; what a newer import replaces is kept under ``earlier``.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final

from ttx.errors import LogError, TtxError
from ttx.store import sidecar
from ttx.store.disk import DISK, Disk, said, write_new

_FORM: Final = "ttx-source/1"
_READING: Final = "reading.json"
_ORIGINAL: Final = "original"
_EARLIER: Final = "earlier"
_NEW: Final = ".new-"


def names(folder: Path) -> tuple[str, ...]:
    """The ids of the documents in a folder, in order; none where there is no folder."""
    if not folder.is_dir():
        return ()
    return tuple(
        sorted(path.parent.name for path in folder.glob(f"*/{_READING}") if path.parent.name[0] != ".")
    )


def load(folder: Path, name: str) -> dict[str, Any] | None:
    """How a document was read; None where there is none of that id.

    Raises:
        LogError: what is there cannot be read.
    """
    place = folder / name / _READING
    return sidecar.load(place, _FORM) if place.is_file() else None


def original(folder: Path, name: str) -> bytes:
    """The bytes of the file as it was imported.

    Raises:
        LogError: they are missing or cannot be read.
    """
    found = sorted((folder / name).glob(f"{_ORIGINAL}.*"))
    if not found:
        raise LogError("the file as it was imported is missing", where=str(folder / name))
    try:
        return found[0].read_bytes()
    except OSError as error:
        raise LogError(f"it cannot be read: {said(error)}", where=str(found[0])) from error


def save(
    folder: Path,
    name: str,
    data: bytes,
    suffix: str,
    held: Mapping[str, Any],
    *,
    carry: Collection[str] = (),
    disk: Disk = DISK,
) -> None:
    """Put a document there; what stood under its id goes under ``earlier``.

    Args:
        folder: where documents are kept.
        name: the document's id.
        data: the file's bytes.
        suffix: what the copy's name ends with, without a dot.
        held: how it was read.
        carry: files beside the copy that stood there which go on beside this one.
        disk: the file system.

    Raises:
        TtxError: the disk refused; what stood there before stands.
    """
    fresh, place = folder / f"{_NEW}{name}", folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        write_new(fresh / f"{_ORIGINAL}.{suffix}", [data], disk)
        sidecar.save(fresh / _READING, _FORM, held, disk)
        if place.exists():
            for each in sorted(carry):
                if (place / each).is_file():
                    write_new(fresh / each, [(place / each).read_bytes()], disk)
            _keep(folder, place)
        fresh.rename(place)
        disk.sync_folder(folder)
    except (OSError, LogError) as error:
        shutil.rmtree(fresh, ignore_errors=True)
        what = said(error) if isinstance(error, OSError) else error.what
        raise TtxError(
            f"The document could not be kept: {what}.",
            where=str(place),
            next_step="Nothing was imported. Make room, or set TTX_DATA to another folder.",
        ) from error


def _keep(folder: Path, place: Path) -> None:
    """Move what stands at a place aside, under the first number that is free."""
    earlier = folder / _EARLIER
    earlier.mkdir(exist_ok=True, mode=0o700)
    number = 1
    while (earlier / f"{place.name}-{number}").exists():
        number += 1
    place.rename(earlier / f"{place.name}-{number}")
