"""Mutants of the scenarios that come with ttx, from a seed: one small fault each, and where it was made.

Every kind does what a hand does by mistake. A mutant that means the same as before (a key that may be
left out, two lines of one text) is no fault, and nothing is said of it.
"""

import random
import re
from dataclasses import dataclass
from pathlib import Path

from ttx.loader import bundled

KINDS = ("renamed", "deleted", "retyped", "duplicated", "cut", "indented", "swapped")
_KEY = re.compile(r"^(?P<lead> *(?:- )*)(?P<key>[A-Za-z][\w-]*):(?P<rest> .*)?$")
_ID = re.compile(r"[ID]-\d\d")
_REFERENCES = re.compile(
    r"(?<=[\[ ,(])(?:[IDC]-\d\d|SCM53-\d\d[a-z]|rok_\w+|unc|O\d|F-\d\d|room/\w+|cma-procedure/\w+)(?=[\],). ]|$)"
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A scenario's files with one fault; ``lines``: 1-based lines of ``file`` that it touches."""

    kind: str
    scenario: str
    file: str
    lines: tuple[int, ...]
    texts: dict[str, str]
    gone: str = ""
    """What was taken away, as it stood."""

    def near(self, problem):
        """Whether a problem is shown within a line of the fault, or names a line that is."""
        at = problem.span
        named = [int(n) for n in re.findall(r"[Ll]ine (\d+)", f"{problem.message} {problem.hint}")]
        places = [at.line, *named]
        return at.file == self.file and any(abs(a - b) <= 1 for a in places for b in self.lines)

    def misses(self, problem):
        """Whether a problem says what is gone: at the entry that lacks it, or where its name is used."""
        words = set(re.findall(r"[\w-]{2,}", self.gone.partition("\n")[0])) | set(_ID.findall(self.gone))
        if words & set(re.findall(r"[\w-]{2,}", problem.message)):
            return True
        at, lines = problem.span, self.texts[self.file].splitlines()
        if at.file != self.file or at.line > self.lines[0]:
            return False
        head = lines[at.line - 1].replace("- ", "  ", 1)
        between = lines[at.line : self.lines[0]]
        lead = len(head) - len(head.lstrip())
        return all(not each.strip() or len(each) - len(each.lstrip()) >= lead for each in between)


def files_of(scenario):
    """Name -> text of a bundled scenario's own files."""
    folder = bundled() / "scenarios" / scenario
    found = [Path("scenario.yaml"), *(p.relative_to(folder) for p in sorted(folder.glob("phases/*.yaml")))]
    return {path.as_posix(): (folder / path).read_text(encoding="utf-8") for path in found}


def mutants(scenario, each, seed=53):
    """``each`` mutants of every kind; the same seed gives the same."""
    texts = files_of(scenario)
    for kind in KINDS:
        rng = random.Random(f"{seed} {scenario} {kind}")
        made = 0
        while made < each:
            file = rng.choice(list(texts))
            lines = texts[file].splitlines()
            found = _MAKERS[kind](rng, lines, rng.randrange(len(lines)))
            if found is not None:
                touched, gone = found
                changed = {**texts, file: "\n".join(lines) + "\n"}
                yield Mutant(kind, scenario, file, touched, changed, gone)
                made += 1


def _found(lines, at):
    """The key on a line that is no comment and no line of a long text."""
    found = _KEY.match(lines[at])
    if found is None or _inside_text(lines, at):
        return None
    return found


def _inside_text(lines, at):
    """Whether a line belongs to a folded text above it."""
    own = len(lines[at]) - len(lines[at].lstrip())
    for above in range(at - 1, -1, -1):
        lead = len(lines[above]) - len(lines[above].lstrip())
        if lines[above].strip() and lead < own:
            return lines[above].rstrip().endswith((">-", ">", "|", "|-"))
    return False


def _renamed(rng, lines, at):
    found = _found(lines, at)
    if found is None:
        return None
    key = found["key"]
    n = rng.randrange(len(key))
    slip = key[:n] + key[n + 1 :] if len(key) > 2 and rng.random() < 0.5 else f"{key[:n]}{key[n]}{key[n:]}"
    lines[at] = f"{found['lead']}{slip}:{found['rest'] or ''}"
    return (at + 1,), ""


def _deleted(_rng, lines, at):
    found = _found(lines, at)
    if found is None or "- " in found["lead"]:
        return None
    end = _end(lines, at, len(found["lead"]))
    gone = "\n".join(lines[at:end])
    del lines[at:end]
    return (at, at + 1), gone


def _end(lines, at, lead):
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > lead):
        end += 1
    return end


def _retyped(rng, lines, at):
    found = _found(lines, at)
    if found is None or not found["rest"] or found["rest"].strip() in (">-", "|"):
        return None
    other = rng.choice(["[one, {two: three}]", "{one: two}", "[[1]]"])
    lines[at] = f"{found['lead']}{found['key']}: {other}"
    return (at + 1,), ""


def _duplicated(_rng, lines, at):
    found = _found(lines, at)
    if (
        found is None
        or "- " in found["lead"]
        or found["rest"] is None
        or found["rest"].strip() in (">-", "|")
    ):
        return None
    lines.insert(at, lines[at])
    return (at + 1, at + 2), ""


def _cut(rng, lines, at):
    found = _found(lines, at)
    if found is None or found["key"] in ("id", "text", "title", "ask", "for", "against", "because", "notes"):
        return None
    found = list(_REFERENCES.finditer(lines[at]))
    if not found:
        return None
    which = rng.choice(found)
    lines[at] = f"{lines[at][: which.start()]}{which[0]}x9{lines[at][which.end() :]}"
    return (at + 1,), ""


def _indented(rng, lines, at):
    found = _found(lines, at)
    if found is None:
        return None
    deeper = rng.random() < 0.5 or not lines[at].startswith(" ")
    lines[at] = f" {lines[at]}" if deeper else lines[at][1:]
    return (at + 1,), ""


def _swapped(_rng, lines, at):
    """A line and the one below it change places, where they stand at different depths."""
    found = _found(lines, at)
    if found is None or at + 1 >= len(lines) or not lines[at + 1].strip():
        return None
    below = len(lines[at + 1]) - len(lines[at + 1].lstrip())
    if below == len(lines[at]) - len(lines[at].lstrip()):
        return None
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return (at + 1, at + 2), ""


_MAKERS = {
    "renamed": _renamed,
    "deleted": _deleted,
    "retyped": _retyped,
    "duplicated": _duplicated,
    "cut": _cut,
    "indented": _indented,
    "swapped": _swapped,
}
