"""The reference is the program's own, and every example that a page shows is right in its place."""

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

from tests import reference
from tests.placed import errors
from tests.written import Block, blocks
from ttx.checks import CODES
from ttx.cli.guide import TOPICS, read
from ttx.cli.table import COMMANDS
from ttx.loader import schema
from ttx.loader.schema import base, scenario, steps
from ttx.loader.schema.meanings import meaning, shapes_in
from ttx.loader.yaml_tree import read_tree
from ttx.services.citing import catalogue_of

ROOT = Path(__file__).parents[3]
SHAPES = [
    each
    for found in pkgutil.iter_modules(schema.__path__, f"{schema.__name__}.")
    for each in vars(import_module(found.name)).values()
    if isinstance(each, type) and issubclass(each, base.Authored) and each.__module__ == found.name
    if each is not base.Authored
]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "README.md", *ROOT.glob("ttx/guide/*.md"), *ROOT.glob("scenarios/*/*.md")))
}
SHOWN = [
    pytest.param(block, id=f"{name}:{block.line}")
    for name, text in PAGES.items()
    for block in blocks(text)
    if block.kind == "yaml" and not name.endswith("tutorial.md")  # that page is done as it says
]


@pytest.mark.parametrize("path", reference.written(), ids=lambda path: path.name)
def test_what_is_made_from_the_program_is_as_it_would_be_made_today(path):
    """Where this fails: python -m tests.reference, and look at what it changed."""
    assert path.read_text("utf-8") == reference.written()[path]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_key_of_a_shape_is_told_and_stands_in_its_example(shape):
    told = meaning(shape)

    assert list(told.keys) == list(base.known_keys(shape))
    assert all(said.endswith(".") for said in told.keys.values())
    assert base.known_keys(shape).keys() <= _keys(read_tree(told.example, "example").value)
    assert f"### {told.name}\n" in read("reference")


def _keys(tree):
    """Every key that stands anywhere in a tree."""
    if isinstance(tree, dict):
        return {*tree, *(key for value in tree.values() for key in _keys(value))}
    return {key for each in tree for key in _keys(each)} if isinstance(tree, list) else set()


def test_a_shape_is_found_inside_another():
    assert {steps.Link, steps.Planned, scenario.Cell} <= {*shapes_in(scenario.Scenario)}


def test_every_command_code_and_commitment_has_its_place():
    commands, codes, commitments = read("commands"), read("codes"), read("commitments")

    assert all(f"### tabletop {name}\n" in commands for name in COMMANDS)
    assert all(f"| {code} |" in codes for code in CODES)
    assert all(f"| {entry} |" in commitments for entry in catalogue_of("scm53").commitments)


@pytest.mark.parametrize("block", SHOWN)
def test_every_example_is_right_in_its_place(block):
    assert errors(block) == ()


def test_pages_show_yaml_of_every_kind():
    assert {name for name, text in PAGES.items() if "```yaml" in text} >= {
        "ttx/guide/author.md",
        "ttx/guide/analyst.md",
        "ttx/guide/reference.md",
    }


@pytest.mark.parametrize(
    ("how", "text"),
    [
        ("", "format: ttx/1\nid: a\n"),
        ("", "format: ttx-rules/1\nid: a\nrules: {b: {kind: dance}}\n"),
        ("", "rater: a\nrating: []\n"),
        ("", "people: [a]\n"),
        ("", "keys: {dance: q}\n"),
        ("", "theme: loud\n"),
        ("", "scenario: a\nmoves: [{D-01}]\n"),
        ("in decision", "asks: Who?\n"),
        ("in option", "effects: [wodrs = apart]\n"),
        ("in rule", "a: {kind: dance}\n"),
        ("in catalogue", "commitments: [{id: TOY-a, duty: dance}]\n"),
        ("in scenario", "title: [\n"),
    ],
)
def test_a_wrong_example_is_not_passed_over(how, text):
    assert errors(Block("yaml", how, text, 1))


def test_a_block_with_no_known_place_is_not_passed_over():
    with pytest.raises(AssertionError, match="where does 'in heaven' stand"):
        errors(Block("yaml", "in heaven", "a: b\n", 1))
    assert {"tutorial", "reference", "codes", "commands"} <= {*TOPICS}
