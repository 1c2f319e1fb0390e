"""The SARIF log has the parts that SARIF 2.1.0 (OASIS, 2020) asks of one run, and counts as it says."""

import json

import pytest
from jsonschema import Draft202012Validator

from ttx.diagnostics import Problem, Severity, Span
from ttx.render.problem_formats import as_sarif

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
COUNT = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "properties": {"startLine": COUNT, "startColumn": COUNT, "endLine": COUNT, "endColumn": COUNT},
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "pattern": r"^[^\s\\]+$"}},
                },
                "region": REGION,
            },
        }
    },
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
    },
    "additionalProperties": False,
}
RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string", "minLength": 1}, "shortDescription": TEXT},
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "semanticVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
        "rules": {"type": "array", "items": RULE, "uniqueItems": True},
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "pattern": "sarif-schema-2.1.0.json$"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
    "additionalProperties": False,
}
"""Our own reading of the parts we write; anything else we would write by mistake is refused."""

SOME = (
    Problem(
        "TTX221", Span("a b/제목.yaml", 3, 7, 4), "No cell is called 'rock'.", hint="Did you mean 'rok'?"
    ),
    Problem("TTX432", Span("/abs/scenario.yaml", 1, 1), "Nothing under for.", Severity.WARNING),
    Problem("TTX221", Span("more.yaml", 9, 1), "No voice is called 'x'."),
    Problem("TTX443", Span("more.yaml", 9, 2), "Still to be filled in.", Severity.AUTHOR),
)


@pytest.mark.parametrize("problems", [(), SOME], ids=["none", "some"])
def test_the_log_has_the_shape_of_its_version(problems):
    log = json.loads(as_sarif(problems, {"TTX221": "a name that stands for nothing"}))

    faults = [f"{list(e.path)}: {e.message}" for e in Draft202012Validator(LOG).iter_errors(log)]
    assert faults == []


def test_each_result_names_its_rule_by_its_place():
    run = json.loads(as_sarif(SOME, {}))["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [r["ruleId"] for r in run["results"]]
    assert [r["level"] for r in run["results"]] == ["error", "warning", "error", "note"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 7, "endColumn": 11}


def test_the_shape_refuses_what_is_wrong():
    log = json.loads(as_sarif(SOME, {}))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert list(Draft202012Validator(LOG).iter_errors(log))
