"""``new`` and ``schema``: a folder that is right, runs, and is completed by an editor."""

import json

import jsonschema
import pytest
import yaml

from ttx.cli.schema import KINDS
from ttx.loader import bundled
from ttx.loader.schema import json_schema
from ttx.loader.yaml_tree import plain_values, read_tree

BEGUN = {
    "a theme": ["--from", "cyber"],
    "a theme with little in it": ["--from", "thaad-basing"],
    "an id and a theme, and a cell": ["--from", "05a", "--from", "cma-armistice", "--cell", "un=UN"],
    "nothing": [],
    "answers": ["--ask", "Who: is told? # now", "--answer", '"A": {b}', "--answer", "- c", "--cell", "x=[X]", "--cell", "y=Y"],
}  # fmt: skip


@pytest.mark.parametrize("given", list(BEGUN.values()), ids=list(BEGUN))
def test_what_is_begun_is_right_and_plays(tabletop, monkeypatch, given):
    monkeypatch.chdir(tabletop.folder)
    answer = tabletop("new", "first-try", *given)
    assert answer.code == 0
    assert answer.out.splitlines()[0] == "first-try/scenario.yaml"
    assert tabletop("validate", "--deep", "first-try").out == "first-try: no problems\n"
    played = tabletop("play", "first-try", "--moves", "first-try/moves/first.yaml", "--log", "t.ttx.jsonl")
    assert (played.code, played.err) == (0, "")
    assert "Ending" in played.out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["2nd"], "is no id"),
        (["x-y", "--from", "no-such"], "There is no theme or commitment no-such"),
        (["x-y", "--from", "cyber", "--ask", "What?"], "Leave out --ask"),
        (["x-y", "--answer", "only"], "two to six answers"),
        (["x-y", "--cell", "all=Everybody"], "is no cell"),
        (["x-y", "--title", "a\x1bb"], "cannot be seen"),
        (["there"], "is there already"),
    ],
)
def test_what_cannot_be_begun_is_said(tabletop, monkeypatch, given, said):
    monkeypatch.chdir(tabletop.folder)
    (tabletop.folder / "there").write_text("kept", encoding="utf-8")
    answer = tabletop("new", *given)
    assert answer.code == 2
    assert said in answer.err
    assert (tabletop.folder / "there").read_text("utf-8") == "kept"


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_schema_of_a_kind_is_a_schema_and_the_one_that_comes_with_ttx(tabletop, kind):
    made = json.loads(tabletop("schema", kind).out)
    jsonschema.Draft202012Validator.check_schema(made)
    assert made == json.loads((bundled() / "rules" / "schema" / f"{kind}.json").read_text("utf-8"))


def _bundled_files():
    for path in sorted((*bundled().glob("scenarios/**/*.yaml"), *bundled().glob("rules/**/*.yaml"))):
        yield pytest.param(path, id=path.relative_to(bundled()).as_posix())


@pytest.mark.parametrize("path", list(_bundled_files()))
def test_every_bundled_file_names_its_schema_and_keeps_to_it(path):
    text = path.read_text("utf-8")
    first, sign, named = text.partition("\n")[0].partition("$schema=")
    assert (first, sign) == ("# yaml-language-server: ", "$schema=")
    schema = json.loads((path.parent / named).read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(plain_values(read_tree(text, path.name).value))


def test_a_schema_refuses_an_unknown_key_and_takes_a_number_for_a_text():
    check = jsonschema.Draft202012Validator(json_schema("include"))
    assert check.is_valid(yaml.safe_load("{phases: [{id: a, title: 12}]}"))
    assert not check.is_valid(yaml.safe_load("{phases: [{id: a, titel: x}]}"))
