"""``source``: a user's own copies of documents, and whether every citation still stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from click.shell_completion import CompletionItem

from ttx.cli import given, out
from ttx.cli.root import command, family
from ttx.errors import Exit, UsageError

if TYPE_CHECKING:
    from ttx.model.catalogue import Catalogue
    from ttx.services.importing import Imported
    from ttx.sources.document import Document, Paragraph

_COLOURS = {
    r"\ball right\b|\b\d+ right\b": "green",
    r"\b(?:moved|changed)\b": "yellow",
    r"\blost\b|\bNot proved\b": "red",
}
_LINES = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?")
_FARTHEST = 1_000_000


def _documents(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from ttx.services import documents
    from ttx.store.documents import names

    return [CompletionItem(each) for each in names(documents.folder()) if each.startswith(incomplete)]


@family("source", example="tabletop source import communique.pdf --catalogue scm53")
def source() -> int:
    """Import documents, prove citations against them, draft catalogues from them."""
    return Exit.FINE


@command("import", example="tabletop source import communique.pdf --catalogue scm53", under=source)
@click.argument("file", type=given.FILE)
@click.option("--catalogue", metavar="ID|FILE", help="The catalogue whose source this is.")
@click.option("--as", "name", default="", metavar="ID", help="Keep it under this id.")
@click.option("--keep", multiple=True, metavar="RULE|LINES", help="Undo a rule, or keep lines: pager, 3-5.")
@click.option("--drop", multiple=True, metavar="LINES", help="Leave lines out: 12, 3-5.")
@click.option("--numbered", "numbering", flag_value="numbered", help="Its numbers are those of paragraphs.")
@click.option(
    "--unnumbered", "numbering", flag_value="unnumbered", help="Its numbers are not; call them u1, u2."
)
@click.option("--excerpt", is_flag=True, help="Numbers begin anywhere and leave some out.")
@click.option("--join/--no-join", default=None, help="Lines are ended by the page's width, or are blocks.")
@click.option("--replace", is_flag=True, help="Put it in the place of a copy with other words.")
@click.option("--dry-run", "dry", is_flag=True, help="Show how it is read, and keep nothing.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def import_(
    *,
    file: Path,
    catalogue: str | None,
    name: str,
    keep: tuple[str, ...],
    drop: tuple[str, ...],
    numbering: Literal["numbered", "unnumbered"] | None,
    excerpt: bool,
    join: bool | None,
    replace: bool,
    dry: bool,
    form: str,
) -> int:
    """Import a document: text, Markdown, a web page, PDF or Word.

    FILE is copied as it is into your data folder, never into an exercise. Printed are paragraphs,
    blocks and sentences, what was left out as no words of the document and why, and what is not
    sure. Where a copy with other words is there already, what moved, changed or got lost is shown
    and nothing is replaced without --replace; then the exit code is 1.
    """
    from ttx.services import citing, importing
    from ttx.sources.lines import Settings

    rules = frozenset(each for each in keep if not _LINES.fullmatch(each))
    settings = Settings(
        keep=rules,
        keep_lines=_numbers(each for each in keep if each not in rules),
        drop_lines=_numbers(drop),
        numbering=numbering or "auto",
        excerpt=excerpt,
        wrapped="auto" if join is None else "join" if join else "split",
    )
    known = () if catalogue else tuple(citing.catalogue_of(each) for each in citing.bundled_catalogues())
    done = importing.import_file(
        file,
        settings,
        catalogue=citing.catalogue_of(catalogue) if catalogue else None,
        known=known,
        name=name,
        replace=replace,
        dry=dry,
    )
    return _imported(done, form, dry=dry)


def _numbers(texts: Iterable[str]) -> frozenset[int]:
    found: set[int] = set()
    for text in texts:
        match = _LINES.fullmatch(text)
        if match is None:
            raise UsageError(f"{text} names no lines.", next_step="Write a number, or two: 12, 3-5.")
        first, last = int(match[1]), int(match[2] or match[1])
        if last - first > _FARTHEST:
            raise UsageError(f"{text} are too many lines.", next_step="Name fewer.")
        found.update(range(first, last + 1))
    return frozenset(found)


def _imported(done: Imported, form: str, *, dry: bool) -> int:
    from ttx.render.source_data import reading_json
    from ttx.render.source_text import between_text, proof_text, reading_text

    moved = done.before is not None and any(c.state != "right" for c in done.before)
    if form == "json":
        out.put(reading_json(done.document, done.reading, done.before, kept=done.kept))
    else:
        out.put(reading_text(done.document, done.reading))
        if done.before is not None and moved:
            out.put(f"\n{between_text(done.before)}", _COLOURS)
        if done.proof is not None:
            out.put(f"\n{proof_text(done.proof)}", _COLOURS)
    if done.kept:
        out.note(f"\nImported as {done.document.id}. See it with: tabletop source show {done.document.id}")
        return Exit.FINE
    if dry:
        out.note("\nNothing was kept.")
        return Exit.FINE
    out.note(
        f"\nNot imported: {done.document.id} is here with other words. Say --replace to put this one in its "
        "place (the other is kept beside it), or --as ID to keep both."
    )
    return Exit.PROBLEMS


@command("check", example="tabletop source check", under=source)
@click.argument("names", nargs=-1, metavar="[CATALOGUE|SCENARIO]...")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@given.output_option
def check(names: tuple[str, ...], form: str, output: Path | None) -> int:
    """Prove every citation against your copy of its document.

    Without a name: every catalogue and every scenario that comes with ttx. A passage is right,
    moved to another place, changed (with the changed places in brackets), or lost. Exit code 1: not
    all is right; 3: all that could be proved is right, but some document is not imported here.
    """
    from ttx.render.source_data import check_json
    from ttx.render.source_text import missing_text, proof_text, uses_text
    from ttx.services import proving

    found = proving.check(names)
    if form == "json":
        out.deliver(check_json(found.proofs, found.missing, found.scenarios), output)
    else:
        parts = [proof_text(proof) for proof in found.proofs]
        parts += [missing_text(each) for each in found.missing]
        if found.proofs:
            parts.append("".join(uses_text(name, uses) for name, uses in found.scenarios))
        out.deliver("\n".join(part for part in parts if part), output, _COLOURS)
    if not found.right:
        return Exit.PROBLEMS
    return Exit.FILE if found.missing else Exit.FINE


@command("show", example="tabletop source show scm53 12.3", under=source)
@click.argument("name", required=False, metavar="[ID]", shell_complete=_documents)
@click.argument("place", required=False, metavar="[PLACE]")
@given.output_option
def show(name: str | None, place: str | None, output: Path | None) -> int:
    """Show an imported document with the place of every sentence; without ID, list them.

    PLACE is a paragraph (12, u3) or a sentence (12.3). Below a sentence stands what a catalogue
    reads there.
    """
    from ttx.render.source_text import document_text, list_text
    from ttx.services import documents

    if name is None:
        found = documents.all_imported()
        if found:
            out.deliver(list_text(found), output)
        else:
            out.note("No document is imported. Import one: tabletop source import FILE")
        return Exit.FINE
    document = documents.wanted(name)
    if place and "." in place:
        out.deliver(_sentence(document, place), output)
    else:
        shown = (_paragraph(document, place),) if place else document.paragraphs
        out.deliver(document_text(shown, _catalogue(document)), output)
    return Exit.FINE


def _sentence(document: Document, place: str) -> str:
    words = document.sentence(place)
    if words is None:
        _paragraph(document, place.rpartition(".")[0])
        raise UsageError(
            f"{document.id} has no sentence {place}.", next_step="Count from 1 in its paragraph."
        )
    return f"{words}\n"


def _paragraph(document: Document, place: str) -> Paragraph:
    found = document.paragraph(place)
    if found is None:
        first, last = document.paragraphs[0].name, document.paragraphs[-1].name
        raise UsageError(
            f"{document.id} has no paragraph {place}.", next_step=f"Its paragraphs are {first} to {last}."
        )
    return found


def _catalogue(document: Document) -> Catalogue | None:
    """The catalogue a document is the source of, where ttx brings it."""
    from ttx.services import citing

    if document.catalogue not in citing.bundled_catalogues():
        return None
    return citing.catalogue_of(document.catalogue)


@command("suggest", example="tabletop source suggest scm54 --edit", under=source)
@click.argument("name", metavar="ID", shell_complete=_documents)
@click.option("--edit", is_flag=True, help="Accept, edit, split and refuse in the app.")
@click.option("--reasons", is_flag=True, help="Say why, for each part of each suggestion.")
@click.option(
    "--catalogue", "file", type=given.FILE, metavar="FILE", help="Write what was accepted as a catalogue."
)
@click.option("--title", default="", help="Of the document, for the catalogue.")
@click.option("--date", "day", default="", metavar="DAY", help="Of the document: 2021-12-02.")
@click.option("--publisher", default="", help="Where the text came from.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def suggest(
    *,
    name: str,
    edit: bool,
    reasons: bool,
    file: Path | None,
    title: str,
    day: str,
    publisher: str,
    form: str,
) -> int:
    """Draft a catalogue of an imported document.

    The rules know classes of verbs, and no document: they suggest class, speaker, bearer, verb,
    deadline and themes, each with its reason. With --edit a person accepts, edits, splits or refuses
    each; a paraphrase is always written by a person. What was decided is kept as you go.
    """
    from ttx.render.suggest_text import suggest_json, suggest_text
    from ttx.services import documents, drafting

    document = documents.wanted(name)
    if edit:
        from ttx.cli.terminal import open_draft

        return open_draft(document)
    draft = drafting.opened(document)
    if file is not None:
        if not (title and publisher and re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)):
            raise UsageError(
                "A catalogue says what it was read from.",
                next_step="Give --title, --publisher, and --date like 2021-12-02.",
            )
        out.deliver(
            drafting.catalogue_text(document, draft, title=title, date=day, publisher=publisher), file
        )
    elif form == "json":
        out.put(suggest_json(document, draft))
    else:
        out.put(suggest_text(document, draft, reasons=reasons))
    return Exit.FINE
