"""The reference pages and the published schemas, made from the program.

``python -m tests.reference`` writes them anew; ``tests/unit/cli/test_reference.py`` compares.
"""

import json
from functools import cache
from itertools import groupby
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

import click

from ttx.checks import CODES
from ttx.cli.guide import FOLDER
from ttx.cli.root import root
from ttx.cli.schema import KINDS
from ttx.cli.table import GROUPS
from ttx.loader.schema import (
    base,
    catalogue,
    evaluation,
    json_schema,
    moves,
    people,
    rules,
    scenario,
    translation,
)
from ttx.loader.schema.meanings import meaning, shapes_in
from ttx.model.words_that_fit import fits, in_order
from ttx.services.citing import catalogue_of
from ttx.services.explaining import explained

ROOT = Path(__file__).parents[1]
_MOVES = """\
For `tabletop play` and `tabletop rehearse`. A move is one of the forms below. An answer begins with the decision:
`D-01: OPTION`, `free` or `none`, or `{CELL: OPTION}` where each cell answers for itself. `do: NAME` is anything else a
console does; `moves/demo.yaml` of Graduated Steps shows some. What it is `of`, and its `evidence`, are events by number or by
one of these words, each the newest such event: `last`, `question`, `answer:ID`, `settled:ID` (a decision, or `D-07.us` for a
cell's own answer), `observed:ID`, `found:ID` (an objective)."""
_CODES = """\
# Every problem

What `tabletop validate` and its sisters can say, by number. `tabletop explain TTX204` shows a bad and a good example.
"""
_COMMANDS = """\
# Every command

Each as its own help says it: `tabletop run --help`. Alone, `tabletop` opens the app.
"""
_COMMITMENTS = """\
# Every commitment of the {title}

What a link can name, in our words and not the document's. *Fits* has the bearings that fit, besides `touches` and `none`.
A sentence that stands in none of these rows can be named as `sentence: "SCM53:PARAGRAPH.SENTENCE"`. By words: `tabletop
cite "WORDS"`; the passages themselves, from a copy of your own: `tabletop guide sources`.
"""
PARTS = (
    ("A scenario", "`scenario.yaml`, and the files it includes.", (scenario.Scenario,)),
    ("A rule pack", "`rules/ID.yaml` beside a scenario.", (rules.RulePack,)),
    (
        "A file of moves",
        _MOVES,
        (
            moves.MovesFile,
            moves.AnswerMove,
            moves.RulingMove,
            moves.RollMove,
            moves.SlipMove,
            moves.InjectMove,
            moves.PhaseMove,
            moves.EndingMove,
        ),
    ),
    ("A rater's file", "For `tabletop report --rated`.", (evaluation.EvaluationFile,)),
    ("A file of names", "For `tabletop report --people`.", (people.PeopleFile,)),
    (
        "A translation",
        "`ID.LANG.yaml` beside a scenario; for `tabletop run --lang`.",
        (translation.Translation,),
    ),
    ("A catalogue", "`rules/commitments/ID.yaml` beside a scenario.", (catalogue.Catalogue,)),
)
"""Heading, what stands under it, and the shapes an author begins with."""
_HEAD = """\
# Everything that can stand in a file

The keys of each kind of file, in the order in which they are read, with an example of each. This page is made from the
program itself. Explanations in whole sentences: `tabletop guide author`. A scenario written step by step: `tabletop
guide tutorial`.

| Takes | Written |
|---|---|
| text | anything; in quotes where it holds `: ` or ` #` or begins with a special sign, and inside `{ }` or `[ ]` where it holds a comma |
| texts | one text, or a list of them: `[one, two]` |
| id | letters of any script, digits, `-` and `_`, at most 60; not digits alone |
| number | a whole number |
| minutes | a whole number of minutes in the room, at most a day |
| yes or no | `yes`, `no`, `true`, `false` |
| time | scenario time: `D 07:40`, `D+1 08:00`, `T+0:20` from the start of the phase, or a date |
| condition | such as `words == apart and told(rok, us)`; see `tabletop guide author` |
| effects | a list such as `[words = apart, trust -= 1]` |

*needed* in the column *left out* says that the key cannot be left out; a dash, that then there is none. The examples
are pieces of the tutorial's scenario: one marked `yaml in decision` stands in its first decision. Some name what the
tutorial has not: an objective `O1`, a voice `press`, an inject `I-09` that a ruling delivers, a document `TOY`.
"""
_BY_KEY = {"when": "condition", "while": "condition", "effects": "effects", "at": "time"}
_NOT_SO = {"FactRelease", "Sentence"}
_NAMED = (
    (base.Id, "id"),
    (base.Minutes, "minutes"),
    (base.Whole, "number"),
    (base.Truth, "yes or no"),
    (base.Texts, "texts"),
    (catalogue.Ids, "ids"),
    (catalogue.Texts, "texts"),
    (catalogue.Count, "number"),
    (str, "text"),
)
_HUNDREDS = {
    "1": "The text of a file",
    "2": "Keys, names, and what they stand for",
    "3": "Conditions and effects",
    "4": "What an exercise writer would ask",
    "5": "Commitments and links",
    "6": "Moves, sessions and raters' files",
    "7": "What can happen in play (`--deep`)",
}


def takes(cls, key, hint):
    """What a key takes, in an author's words."""
    if cls.__name__ not in _NOT_SO and key in _BY_KEY:
        return _BY_KEY[key]
    return _kind(hint)


def _kind(hint):
    for known, said in _NAMED:
        if hint == known:
            return said
    arguments, origin = get_args(hint), get_origin(hint)
    if origin is Annotated:
        inner = _kind(arguments[0])
        taken = [getattr(each, "json_schema_input_type", None) for each in arguments[1:]]
        return f"minutes, or {inner}" if any(int in get_args(each) for each in taken) else inner
    if origin in (Union, UnionType):
        return _kind(next(each for each in arguments if each is not NoneType))
    if origin is Literal:
        return " ".join(f"`{word}`" for word in arguments if word)
    if origin is dict:
        named = "id" if arguments[0] == base.Id else "number" if arguments[0] == base.Whole else "name"
        return f"for each {named}: {_kind(arguments[1])}"
    if origin is tuple:
        return f"list of {_plural(_kind(arguments[0]))}"
    if isinstance(hint, type) and issubclass(hint, base.Authored):
        return f"*{meaning(hint).name}*"
    return "keys"


def _plural(said):
    return f"{said}s" if said in ("number", "text", "id") else said


def left_out(field):
    """What stands where the key is left out."""
    if field.is_required():
        return "*needed*"
    value = field.get_default(call_default_factory=True)
    if isinstance(value, bool):
        return "`yes`" if value else "`no`"
    return f"`{value}`" if value and isinstance(value, str | int) else "-"


def shape_page(cls):
    """A shape: its keys as a table, and its example."""
    told = meaning(cls)
    hints = get_type_hints(cls, include_extras=True)
    rows = [
        f"| `{field.alias or name}` | {takes(cls, field.alias or name, hints[name])} | {left_out(field)} | "
        f"{told.keys[field.alias or name]} |"
        for name, field in cls.model_fields.items()
    ]
    whole = told.where in ("pack", "evaluation", "people") or cls in (
        moves.MovesFile,
        translation.Translation,
    )
    fence = "yaml" if whole else f"yaml in {told.where}"
    table = "\n".join(["| Key | Takes | Left out | What it is for |", "|---|---|---|---|", *rows])
    return f"### {told.name}\n\n{cls.__doc__}\n\n{table}\n\n```{fence}\n{told.example}```\n"


def reference_page():
    """Every key of every kind of file."""
    parts = [_HEAD]
    seen = set()
    for heading, words, roots in PARTS:
        parts.append(f"## {heading}\n\n{words}\n")
        for cls in dict.fromkeys(each for root_ in roots for each in shapes_in(root_)):
            if cls not in seen:
                seen.add(cls)
                parts.append(shape_page(cls))
    return "\n".join(parts)


def codes_page():
    """Every problem code with what it means in the room."""
    parts = [_CODES]
    for hundred, heading in _HUNDREDS.items():
        rows = [
            f"| {code} | {title} | {explained(code).why} |"
            for code, title in CODES.items()
            if code[3] == hundred
        ]
        parts.append(
            f"## {heading}\n\n| Number | What | Why it matters |\n|---|---|---|\n" + "\n".join(rows) + "\n"
        )
    return "\n".join(parts)


def commitments_page():
    """Every commitment of the catalogue that comes with the program."""
    cited = catalogue_of("scm53")
    parts = [_COMMITMENTS.format(title=cited.short_title)]
    for paragraph, entries in groupby(cited.commitments.values(), key=lambda entry: entry.paragraph):
        rows = [
            f"| {entry.id} | {entry.paragraph}.{entry.sentence} | {entry.label} | {', '.join(entry.bearer)} | "
            f"{entry.paraphrase} | {', '.join(in_order(fits(entry)))} |"
            for entry in entries
        ]
        head = "| Id | Place | Called | Kept by | What it says | Fits |\n|---|---|---|---|---|---|\n"
        parts.append(f"## Paragraph {paragraph}\n\n{head}" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def commands_page():
    """Every command as its own help says it."""
    parts = [_COMMANDS]
    for heading, rows in GROUPS:
        parts.append(f"## {heading}\n")
        for row in rows:
            command = root.get_command(click.Context(root), row.name)
            parts += [_command_page(f"tabletop {row.name}", command)]
            parts += [
                _command_page(f"tabletop {row.name} {name}", sub)
                for name, sub in getattr(command, "commands", {}).items()
            ]
    return "\n".join(parts)


def _command_page(name, command):
    context = click.Context(command, info_name=name, terminal_width=90, help_option_names=["-h", "--help"])
    return f"### {name}\n\n```text\n{command.get_help(context)}\n```\n"


@cache
def written():
    """Path -> what stands in it."""
    pages = {
        "reference": reference_page(),
        "commitments": commitments_page(),
        "codes": codes_page(),
        "commands": commands_page(),
    }
    files = {FOLDER / f"{name}.md": text for name, text in pages.items()}
    for name, kind in KINDS.items():
        text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"
        files[ROOT / "rules" / "schema" / f"{name}.json"] = text
    return files


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
