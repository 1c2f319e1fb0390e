"""What each sentence of a document does, as far as verbs tell: a draft for a person to judge.

Every part of a suggestion carries its reason. The rules know classes of verbs and what they
govern; they know no document. Nothing is accepted by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ttx.frozen import dataclass
from ttx.sources import verbs
from ttx.sources.deadlines import due
from ttx.sources.parties import Parties, parties_of
from ttx.sources.sentences import Sentence
from ttx.sources.themes import themes_of

_SPEAKERS = re.compile(
    r"^(?:\w+(?: \w+){0,3}, )?(?:we|they|he|she|both|the (?:two|ministers?|secretar\w+|leaders?|sides?|"
    r"principals|governments?|parties|presidents?|allies|countries|alliance)|allies|nato|"
    r"[a-z.]+ (?:minister|secretary|president))\b",
    re.IGNORECASE,
)
_ELABORATES = re.compile(
    r"^(?:this|these|such (?:efforts|measures)|among them|they) includes?\b", re.IGNORECASE
)
_HAPPENED = re.compile(r"\b(?:was|were) held\b|\bhas been\b", re.IGNORECASE)
_ENACTED = ("approve", "adopt", "endorse", "launch", "establish", "sign")
_ONE_THING = re.compile(
    r"\b(?:complete|conduct|finish|finali[sz]e|update|publish|submit|convene|hold|engage in regular)\b"
)
_GOVERNED = re.compile(
    r"(?:\b(?:to|the|a|an|of|as|their|our|its|which|that|who|by|for|on|in|were|was|be|been|being|are|is)"
    r"|[-\u2014])\W?$",
    re.IGNORECASE,
)
"""Before a verb: it is a noun, an infinitive, a passive or a clause's own."""
_HELD_BY = re.compile(r"\W*(?:[\w.'\u2019]+ ){1,6}commitment to (?:[a-z]+) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing a sentence does."""

    kind: str
    verb: str
    """As it stands in the sentence."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a sentence does, and what an entry for it would hold."""

    sentence: Sentence
    acts: tuple[Act, ...]
    """In the order of the sentence; at least one."""
    speaker: tuple[str, ...]
    bearer: tuple[str, ...]
    duty: str
    deadline_words: str
    deadline_kind: str
    """``none`` where nothing is said."""
    themes: tuple[str, ...]
    reasons: tuple[str, ...]
    """One for each part, in words for a person."""

    @property
    def binding(self) -> Act | None:
        """The act that makes it an entry: a promise before a repetition of one; None where it is neither."""
        for kind in ("commissive", "reaffirmation"):
            for act in self.acts:
                if act.kind == kind:
                    return act
        return None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The classes of its acts, each once."""
        return tuple(dict.fromkeys(act.kind for act in self.acts))


def suggest(sentences: Sequence[Sentence], year: int = 0) -> tuple[Suggestion, ...]:
    """A suggestion for every sentence, in order.

    Args:
        sentences: of the whole document, as it was read.
        year: of the document; 0: the latest year its first paragraph names.
    """
    head = [s.text for s in sentences if s.paragraph <= 1] or [s.text for s in sentences[:3]]
    parties = parties_of(head)
    year = year or max((int(y) for text in head for y in re.findall(r"\b20\d\d\b", text)), default=0)
    found: list[Suggestion] = []
    for sentence in sentences:
        before = found[-1] if found and found[-1].sentence.paragraph == sentence.paragraph else None
        found.append(_suggestion(sentence, parties, year, before))
    return tuple(found)


def _suggestion(sentence: Sentence, parties: Parties, year: int, before: Suggestion | None) -> Suggestion:
    text = sentence.text
    acts = tuple(_acts(text)) or _without_verb(text, before)
    speaker, speaks = parties.speaker(text, before.speaker if before else ())
    bearer, bears = parties.bearer(text, speaker)
    binds = any(act.kind in ("commissive", "reaffirmation") for act in acts)
    when = due(text, year) if binds else None
    themes = themes_of(text)
    reasons = [f"{act.kind}: {act.reason}" for act in acts]
    reasons += [f"speaker {', '.join(speaker)}: {speaks}", f"bearer {', '.join(bearer)}: {bears}"]
    if when:
        reasons.append(f"deadline {when.kind}: {when.words} ({when.reason})")
    reasons += [f"theme {theme}: {word}" for theme, word in themes]
    return Suggestion(
        sentence=sentence,
        acts=acts,
        speaker=speaker,
        bearer=bearer,
        duty=_duty(acts, text),
        deadline_words=when.words if when else "",
        deadline_kind=when.kind if when else "none",
        themes=tuple(theme for theme, _ in themes),
        reasons=tuple(reasons),
    )


def _acts(text: str) -> Iterator[Act]:
    """Every verb that is the sentence's own, with the class that what it governs gives it."""
    will = _will(text)
    found = [
        m for m in verbs.VERB.finditer(text) if _is_own(text, m) and not (will and m.start() > will.start())
    ]
    found = [m for m in found if _tense(m[1]) == _tense(found[0][1])]
    for n, match in enumerate(found):
        end = found[n + 1].start() if n + 1 < len(found) else len(text)
        yield _act(match[1], text[match.end() : end])
    if not any(verbs.VERBS[m[1].casefold()] == "commissive" for m in found):
        yield from _promised(text, will)


def _is_own(text: str, match: re.Match[str]) -> bool:
    """Whether a verb has a speaker for its subject: the first one, or one joined to an own one by and."""
    before = text[: match.start()]
    if re.search(r"\b(?:remains?|are|is|stands?)(?: \w+ly)? $", before):
        return False  # a state, which is asked about apart
    if _GOVERNED.search(before):
        return False
    if match[1].islower() and match.start() == 0:
        return False
    if len(before.split()) <= 14 and not verbs.VERB.search(before):
        return True
    return re.search(r"(?:,| and| and \w+ly| but|, and| also| both)\s*$", before) is not None and (
        match[1].casefold().endswith("ed") or _SPEAKERS.match(text) is not None
    )


def _act(verb: str, governs: str) -> Act:
    kind = verbs.VERBS[verb.casefold()]
    if kind == "reaffirmation":
        return _repeated(verb, governs)
    if verb.casefold().startswith("express") and re.match(_HELD_BY, governs):
        return Act(kind="commissive", verb=verb, reason=f"{verb} a commitment to act")
    if (
        kind in ("position", "assessment")
        and verbs.HELD_NOUN.match(governs)
        and verb.casefold()[:7] != "express"
    ):
        return Act(kind="reaffirmation", verb=verb, reason=f"{verb} something held already")
    if kind == "position" and verbs.WEAK.search(governs[:60]):
        return Act(kind="commissive", verb="intent", reason=f"{verb} an intent, the weakest promise")
    if kind == "position" and re.match(
        r"\W*(?:\w+ly )?(?:his |their |its |our )?(?:sincere |deep )?(?:appreciation|gratitude|thanks)",
        governs,
    ):
        return Act(kind="appreciation", verb=verb, reason=f"{verb} thanks")
    if kind == "position" and _promises(governs) is not None:
        return Act(kind="commissive", verb="will", reason=f"{verb} that a speaker will act")
    if kind == "position" and verb.casefold().startswith("emphasi") and re.match(r"\W*that\b", governs):
        return Act(kind="assessment", verb=verb, reason=f"{verb} a fact")
    if (
        kind == "commissive"
        and re.match(r"\W*that\b", governs)
        and not re.search(r"\b(?:will|to)\b", governs)
    ):
        return Act(kind="assessment", verb=verb, reason=f"{verb} that something is so")
    return Act(kind=kind, verb=verb, reason=f"{verb} is a verb of that class")


def _repeated(verb: str, governs: str) -> Act:
    """A reaffirmation, unless what is reaffirmed is a view, an interest, a forecast or a fact."""
    if verbs.VIEW_NOUN.match(governs):
        return Act(kind="assessment", verb=verb, reason=f"{verb} a view")
    if not re.match(r"\W*that\b", governs):
        return Act(kind="reaffirmation", verb=verb, reason=f"{verb} something that is to stand")
    binding = next(
        (b for b in verbs.BINDS.finditer(governs) if (b[1] or "").casefold() not in verbs.FORECAST), None
    )
    if binding is None:
        return Act(kind="assessment", verb=verb, reason=f"{verb} a fact or a forecast")
    return Act(
        kind="reaffirmation", verb=verb, reason=f"{verb} that something {binding[0].split()[0]} be or go on"
    )


def _promises(clause: str) -> re.Match[str] | None:
    """A clause in which a speaker says what he will do."""
    return re.match(
        r"\W*that (?:he|she|they|we|both|the two)\b(?:\W+\w+){0,3}?\W+will\b", clause, re.IGNORECASE
    )


def _will(text: str) -> re.Match[str] | None:
    """Where a speaker says what he will do, with no other verb of his before it."""
    found = verbs.FULL_WILL.search(text)
    if found is None or not _SPEAKERS.match(text) or (found[1] or "").casefold() in ("be", "have"):
        return None
    before = text[: found.start()]
    own = (m for m in verbs.VERB.finditer(before) if _is_own(before, m))
    return None if next(own, None) or re.search(r"\b(?:that|which|who)\b", before) else found


def _tense(verb: str) -> str:
    """Verbs that are joined have one tense."""
    return "past" if verb.endswith(("ed", "held", "led", "met", "took")) else "present"


def _promised(text: str, will: re.Match[str] | None) -> Iterator[Act]:
    """What a speaker promises without a verb of promising."""
    stands = verbs.STANDS.search(text)
    weak = verbs.WEAK.search(text)
    if stands and _SPEAKERS.match(text):
        yield Act(kind="reaffirmation", verb=stands[0].split()[-1], reason="says that being bound goes on")
    elif will:
        yield Act(kind="commissive", verb="will", reason="a speaker says what he will do")
    elif weak and weak[1] is None and _SPEAKERS.match(text):
        yield Act(kind="commissive", verb=weak[0], reason="a weak promise")


def _without_verb(text: str, before: Suggestion | None) -> tuple[Act, ...]:
    if _ELABORATES.match(text) and before is not None and before.binding is not None:
        return (Act(kind=before.binding.kind, verb="includes", reason="spells out the promise before it"),)
    if _HAPPENED.search(text):
        return (Act(kind="process", verb="", reason="tells what took place"),)
    return (Act(kind="assessment", verb="", reason="no verb of a speaker was found"),)


def _duty(acts: Sequence[Act], text: str) -> str:
    bound = next((a for a in acts if a.kind in ("commissive", "reaffirmation")), None)
    if bound is None:
        return "stance"
    if bound.kind == "reaffirmation":
        return "standing"
    word = bound.verb.casefold()
    if word.startswith(_ENACTED):
        return "enacted"
    if word.startswith(("expect", "intent")):
        return "expected" if word.startswith("expect") else "conduct"
    after = text[text.find(bound.verb) + len(bound.verb) :]
    return "result" if _ONE_THING.match(after.strip().removeprefix("to ").lstrip()) else "conduct"
