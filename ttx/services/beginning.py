"""A new scenario's folder: from commitments of a catalogue, or from a question and its answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ttx.errors import UsageError
from ttx.model.catalogue import Catalogue, Commitment
from ttx.model.words_that_fit import fits
from ttx.render.scaffold import Answer, Question, Scaffold, moves_text, scaffold_text
from ttx.services.citing import catalogue_of

MOST_COMMITMENTS = 4
"""Decisions a new scenario begins with at most: half an hour of a room."""
_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,58}[A-Za-z0-9]")
_CELLS = {"rok": "ROK ministry", "us": "US embassy"}
_ANSWERS = ("Our partner, at once", "Nobody, until more is known")


def from_commitments(
    name: str, title: str, wanted: Sequence[str], catalogue: str, cells: Mapping[str, str]
) -> tuple[Scaffold, tuple[str, ...]]:
    """A scenario with one decision for each commitment, and those left out for want of room.

    Args:
        name: its id.
        title: its title; empty: made from the id.
        wanted: themes, and ids with or without their document, of the catalogue.
        catalogue: its id or file.
        cells: id -> name of cells beside those who bear the commitments.

    Raises:
        UsageError: there is no such theme or commitment.
        LoadError: the catalogue cannot be read.
    """
    book = catalogue_of(catalogue)
    chosen = list(dict.fromkeys(entry for word in wanted for entry in _meant(word, book)))
    taken, left = chosen[:MOST_COMMITMENTS], chosen[MOST_COMMITMENTS:]
    bearers = dict.fromkeys(b for entry in taken for b in entry.bearer)
    new = Scaffold(
        id=_id(name),
        title=title or _title(name),
        cells=_cells({b.lower(): b for b in bearers} | dict(cells)),
        questions=tuple(_of_commitment(entry, opens=n == 0) for n, entry in enumerate(taken)),
        tracks=(
            "opening: {kind: choice, values: [open, acted, said, held], start: open}",
            *(
                f"{name}: {{kind: scale, title: {title}, range: [0, {len(taken)}], start: 0}}"
                for name, title in (("deeds", "Acted on"), ("words", "Said again"), ("held", "Held back"))
            ),
        ),
        endings=_kept_endings(len(taken)),
        catalogue=book.id,
    )
    return new, tuple(entry.id for entry in left)


def from_answers(
    name: str, title: str, ask: str, answers: Sequence[str], cells: Mapping[str, str]
) -> Scaffold:
    """A scenario with one decision: a question and at least two answers; what is left out is filled in.

    Raises:
        UsageError: one answer is no choice, or there are more than six.
    """
    texts = tuple(answers) or _ANSWERS
    if not 2 <= len(texts) <= 6:
        raise UsageError("A decision has two to six answers.", next_step="Give --answer once for each.")
    ids = [f"answer-{n}" for n in range(1, len(texts) + 1)]
    given = dict(cells) or _CELLS
    question = Question(
        title="A first report",
        text="A report comes in. It is short, and nobody has confirmed it. Write here what it says.",
        to=(next(iter(given)),),
        ask=ask or "Who is told first, and by which line?",
        objective="Show who is told in which order, and why",
        answers=tuple(
            Answer(
                id=i, text=t, for_=f"Write why somebody would choose number {n}.",
                against=f"Write what speaks against number {n}.", effect=f"course = {i}",
            )
            for n, (i, t) in enumerate(zip(ids, texts, strict=True), 1)
        ),
    )  # fmt: skip
    endings = [(f"ended-{n}", f"It went the way of: {t}", f"course == {i}")
               for n, (i, t) in enumerate(zip(ids, texts, strict=True), 1)]  # fmt: skip
    return Scaffold(
        id=_id(name),
        title=title or _title(name),
        cells=_cells(given),
        questions=(question,),
        tracks=(f"course: {{kind: choice, values: [open, {', '.join(ids)}], start: open}}",),
        endings=(*endings, ("otherwise", "It went another way", "")),
    )


def write(new: Scaffold, folder: Path) -> tuple[Path, ...]:
    """Write the scenario's folder; the files written, the scenario first.

    Raises:
        UsageError: the folder is there already and is not empty.
        OSError: it cannot be written.
    """
    from ttx.loader.schema import json_schema  # noqa: PLC0415 - pydantic loads only when it is needed

    if folder.exists() and any(folder.iterdir() if folder.is_dir() else (folder,)):
        raise UsageError(f"{folder} is there already.", next_step="Choose another id, or another --dir.")
    texts = {
        "scenario.yaml": scaffold_text(new, "schema/scenario.json"),
        "moves/first.yaml": moves_text(new, "../schema/moves.json"),
    }
    for kind in ("scenario", "moves"):
        texts[f"schema/{kind}.json"] = json.dumps(json_schema(kind), indent=1, ensure_ascii=False) + "\n"
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / name for name in texts)


def _id(name: str) -> str:
    if not _ID.fullmatch(name):
        raise UsageError(
            f"{name} is no id for a new scenario: two or more letters, digits and -, a letter first.",
            next_step="tabletop new harbour-morning",
        )
    return name


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _cells(given: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    return tuple((id_, name, id_[:4].upper()) for id_, name in given.items())


def _meant(word: str, book: Catalogue) -> Iterator[Commitment]:
    """The entries a theme or an id means, those that somebody can act on."""
    found = [
        c for c in book.commitments.values() if word.casefold() in (c.id.casefold(), c.short.casefold())
    ] or [c for c in book.commitments.values() if word in c.themes and {"advances", "upholds"} & fits(c)]
    if not found:
        themes = sorted({theme for c in book.commitments.values() for theme in c.themes})
        raise UsageError(
            f"There is no theme or commitment {word} in {book.id}.",
            next_step=f"Themes: {', '.join(themes)}. tabletop cite WORDS finds commitments.",
        )
    yield from found


def _of_commitment(entry: Commitment, *, opens: bool) -> Question:
    """The question a commitment puts; ``opens``: it is the first, and its answer is kept in a track."""
    fitting = fits(entry)
    ahead = next(b for b in ("advances", "upholds", "touches") if b in fitting)
    back = next(b for b in ("defers", "strains", "touches") if b in fitting)
    said = entry.paraphrase.rstrip(".")
    return Question(
        title=entry.label,
        text=f"News of this morning bears on what was undertaken, in our words: {said}. "
        "Write here what happened, and who asks for an answer by when.",
        to=tuple(b.lower() for b in entry.bearer),
        ask=f"What do you do about this today: {entry.label}?",
        objective=f"Show what is done about: {entry.label}",
        commitment=entry.id,
        answers=(
            Answer(
                id="act", text="Act on it today, in the open",
                effect=_effect("deeds", "acted" if opens else ""),
                for_="It was undertaken, and others wait for a sign.",
                against="It binds hands before the facts are in.",
                link=f"commitment: {entry.id}, bearing: {ahead}, by: deed, because: It is acted upon.",
            ),
            Answer(
                id="say", text="Say that it stands, and act later",
                effect=_effect("words", "said" if opens else ""),
                for_="Nobody can doubt it, and nothing is begun too early.",
                against="Words without a deed wear out.",
                link=f"commitment: {entry.id}, bearing: {ahead}, by: word, because: It is said again.",
            ),
            Answer(
                id="hold", text="Hold it until more is known",
                effect=_effect("held", "held" if opens else ""),
                for_="Nothing has to be taken back.",
                against="Waiting may be read as a change of mind.",
                link=f"commitment: {entry.id}, bearing: {back}, because: It waits.",
            ),
        ),
    )  # fmt: skip


def _effect(track: str, opening: str) -> str:
    return f"{track} += 1, opening = {opening}" if opening else f"{track} += 1"


def _kept_endings(count: int) -> tuple[tuple[str, str, str], ...]:
    enough = (count + 1) // 2
    return (
        ("acted", "Enough was acted on", f"deeds >= {enough}"),
        ("said", "Much was said again, little was done", f"words >= {enough}"),
        ("waited", "It waited from the start", f"opening == held and held >= {enough}"),
        ("mixed", "Something of each", ""),
    )
