"""Asks Storm about PRISM models; needs stormpy and nothing of ttx.

Reads from standard input one JSON object a line: ``{"name": ..., "mdp": TEXT, "dtmc": TEXT,
"labels": [...]}``, with ``"exact": false`` for floating point. Writes one a line: ``{"name": ...,
"labels": {LABEL: [least, even, most]}, "states": [...], "transitions": [...], "seconds": [building,
checking]}``, chances as exact fractions unless asked otherwise.
"""

import json
import sys
import tempfile
from time import perf_counter

import stormpy


def built(text, labels, kinds, number):
    """The model with these labels, and an exact value of its first state for each wanted formula."""
    with tempfile.NamedTemporaryFile("w", suffix=".prism", encoding="ascii") as file:
        file.write(text)
        file.flush()
        program = stormpy.parse_prism_program(file.name)
    formulas = {(kind, label): f'{kind}=? [F "{label}"]' for label in labels for kind in kinds}
    properties = stormpy.parse_properties(";".join(formulas.values()), context=program)
    start = perf_counter()
    model = stormpy.build_model[number](program, properties)
    middle = perf_counter()
    first = model.initial_states[0]
    found = {
        key: str(stormpy.model_checking(model, each).get_value(first))
        for key, each in zip(formulas, properties, strict=True)
    }
    return model, found, (middle - start, perf_counter() - middle)


def answer(asked):
    """What Storm says of one scenario."""
    labels = asked["labels"]
    number = stormpy.Rational if asked.get("exact", True) else float
    mdp, bounds, first = built(asked["mdp"], labels, ("Pmin", "Pmax"), number)
    dtmc, even, second = built(asked["dtmc"], labels, ("P",), number)
    return {
        "name": asked["name"],
        "labels": {x: [bounds["Pmin", x], even["P", x], bounds["Pmax", x]] for x in labels},
        "states": [mdp.nr_states, dtmc.nr_states],
        "transitions": [mdp.nr_transitions, dtmc.nr_transitions],
        "seconds": [first[0] + second[0], first[1] + second[1]],
    }


def main():
    """Answer every line as it comes."""
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
