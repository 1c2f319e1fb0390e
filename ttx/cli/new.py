"""``new``: a scenario to begin with."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit, UsageError


@command("new", example="tabletop new cyber-morning --from cyber")
@click.argument("name", metavar="ID")
@click.option("--from", "wanted", multiple=True, metavar="THEME|ID", help="Begin with these commitments.")
@click.option("--catalogue", default="scm53", show_default=True, metavar="ID|FILE", help="Where they stand.")
@click.option("--title", default="", help="Default: made from the id.")
@click.option("--cell", "cells", multiple=True, metavar="ID=NAME", help="A cell; once for each.")
@click.option("--ask", default="", help="The question of its decision.")
@click.option("--answer", "answers", multiple=True, help="An answer to it; once for each.")
@click.option("--translation", "lang", default="", metavar="LANG", help="Begin ID.LANG.yaml, or add to it.")
@click.option("--dir", "folder", type=given.FOLDER, default=Path(), help="Where the folder is made.")
def new(
    *,
    name: str,
    wanted: tuple[str, ...],
    catalogue: str,
    title: str,
    cells: tuple[str, ...],
    ask: str,
    answers: tuple[str, ...],
    lang: str,
    folder: Path,
) -> int:
    """Make a folder ID with a scenario that runs, and whose comments say what to change.

    With --from it has a decision for each commitment of a theme, or for those that are named;
    else it has one decision, made of --ask and --answer.

    With --translation, ID is a scenario that is there: a file ID.LANG.yaml beside it gets the key of
    every text that players see and that it lacks, with the fingerprint of the original. What stands
    in it stays. tabletop validate says what is missing or has changed since; run --lang shows it.
    """
    from ttx.services import beginning

    if lang:
        return _translation(name, lang)
    if wanted and (ask or answers):
        raise UsageError("--from brings its own questions.", next_step="Leave out --ask and --answer.")
    _plain((title, ask, *cells, *answers))
    if wanted:
        made, left = beginning.from_commitments(name, title, wanted, catalogue, _cells(cells))
    else:
        made, left = beginning.from_answers(name, title, ask, answers, _cells(cells)), ()
    written = beginning.write(made, folder / name)
    for path in written:
        out.put(str(path))
    if left:
        out.note(f"Left out, to begin small: {', '.join(left)}.")
    where = shlex.quote(str(folder / name))
    out.note(f"Next: tabletop validate --deep {where}\n      tabletop run {where} --practice")
    return Exit.FINE


def _translation(name: str, lang: str) -> int:
    """Begin a translation of a scenario, or add what it lacks."""
    from ttx.services import library, translating

    path, added = translating.begin(library.source_of(name), lang)
    out.put(str(path))
    many = "One text" if added == 1 else f"{added} texts"
    out.note(f"{many} to translate. Write each under text; of is the mark of the original and stays.")
    return Exit.FINE


def _cells(given_: tuple[str, ...]) -> dict[str, str]:
    """Id -> name."""
    from ttx.loader.schema.base import RESERVED, is_name

    found: dict[str, str] = {}
    for each in given_:
        id_, sign, name = each.partition("=")
        if not (sign and name.strip() and is_name(id_) and "." not in id_ and id_ not in RESERVED):
            raise UsageError(f"{each} is no cell.", next_step='Write it like: --cell unc="UN Command"')
        found[id_] = name.strip()
    return found


def _plain(texts: tuple[str, ...]) -> None:
    """Refuse what cannot be seen: a scenario that holds it would not load."""
    for text in texts:
        if out.one_line(text) != text:
            raise UsageError(
                "A text holds a line break or a sign that cannot be seen.", next_step="Type it again."
            )
