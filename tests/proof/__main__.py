"""``python -m tests.proof PYTHON``: what exploring says beside what Storm says, to 1e-9.

``PYTHON`` is an interpreter that has stormpy. With ``--renew`` Storm's answers on a share of the
models are written down in ``storm-answers.json``, which ``make test`` compares with.
"""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from itertools import chain
from pathlib import Path
from time import perf_counter

from tests.proof.models import bundled, made, ours, question, written_out

CLOSE = Fraction(1, 10**9)
ANSWERS = Path(__file__).parent / "storm-answers.json"
STORED_SEEDS = range(40)
_PROCESSES = 2


def storm(python, questions):
    """Storm's answers by the models' names."""
    asking = Path(__file__).parent / "asking_storm.py"

    def ask(share):
        lines = "".join(json.dumps(each) + "\n" for each in share)
        done = subprocess.run([python, str(asking)], input=lines, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"Storm stopped: {done.stderr[-2000:]}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    shares = [questions[n::_PROCESSES] for n in range(_PROCESSES)]
    with ThreadPoolExecutor(_PROCESSES) as pool:
        return {a["name"]: a for a in chain.from_iterable(pool.map(ask, shares))}


def difference(mine, theirs):
    """The largest difference between two answers on one model."""
    if mine.keys() != theirs.keys():
        raise SystemExit(f"other endings: {sorted(mine)} and {sorted(theirs)}")
    pairs = ((a, b) for name in mine for a, b in zip(mine[name], theirs[name], strict=True))
    return max(abs(Fraction(a) - Fraction(b)) for a, b in pairs)


def main(python, *, renew):
    """Compare, say what came of it, and end with 1 where something differs."""
    start = perf_counter()
    models = [*bundled(), *written_out(), *made()]
    answers = storm(python, [question(m) for m in models])
    apart = {m.name: difference(ours(m), answers[m.name]["labels"]) for m in models}
    wrong = {name: far for name, far in apart.items() if far > CLOSE}
    for name, far in wrong.items():
        print(f"{name}: {float(far):.3g} apart")
    largest = float(max(apart.values()))
    states = sum(sum(a["states"]) for a in answers.values())
    print(
        f"{len(models)} models, {len(models) - len(wrong)} equal to Storm within 1e-9; largest difference"
        f" {largest:.3g}; Storm built {states:,} states; {perf_counter() - start:.0f} s"
    )
    if renew and not wrong:
        kept = [m.name for m in chain(bundled(), written_out(), made(STORED_SEEDS))]
        stored = {name: answers[name]["labels"] for name in kept}
        ANSWERS.write_text(json.dumps(stored, indent=0) + "\n", encoding="utf-8")
        print(f"{len(stored)} answers written to {ANSWERS.name}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], renew="--renew" in sys.argv))
