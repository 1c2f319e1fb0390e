"""Settling one link in sentences: what the record is, what was proposed, which words fit."""

from __future__ import annotations

from collections.abc import Callable

from ttx.model.catalogue import short_target
from ttx.model.commands import SettleLink
from ttx.model.events import Event
from ttx.model.records import LinkRecord
from ttx.model.words import Words
from ttx.model.words_that_fit import fits, in_order
from ttx.plain.speech import Speech
from ttx.render.phrases import phrase
from ttx.services.session import Session

_TWO_HANDS = ("strains", "contradicts")


def settle(
    session: Session,
    speech: Speech,
    link: tuple[int, str, str],
    do: Callable[..., Event | None],
) -> bool:
    """Ask how a record bears on a commitment; False where whoever is asked has had enough.

    Args:
        session: where it is settled.
        speech: who is asked.
        link: number of the record, target, bearing proposed.
        do: carries the command out and says what came of it.
    """
    of, target, proposed = link
    catalogues = session.scenario.catalogues.values()
    one = next((c.commitments[target] for c in catalogues if target in c.commitments), None)
    fitting = (*in_order(fits(one)), "touches", "none")
    speech.say(f"#{of} {phrase(session.events[of - 1], session.scenario)}")
    speech.say(f"{short_target(target)}: {one.paraphrase} (our paraphrase)" if one else short_target(target))
    while True:
        heard = speech.hear(
            f"Bearing ({proposed}; {', '.join(dict.fromkeys(fitting))}; a full stop leaves): "
        )
        if heard is None or heard.strip() == ".":
            return False
        word = heard.strip().casefold() or proposed
        bearing = next((b for b in dict.fromkeys(fitting) if b.startswith(word)), None)
        if bearing is not None:
            break
        speech.say("None of the words that fit begins like that.")
    hands: tuple[Words, ...] = ()
    because = until = ""
    if bearing in _TWO_HANDS:
        both = speech.hear("Two hands, two offices with a comma between: ") or ""
        hands = tuple(Words(h.strip()) for h in both.split(",") if h.strip())
        because = speech.hear("Because: ") or ""
    if bearing == "defers":
        until = speech.hear("Until when or what: ") or ""
    made = LinkRecord(target=target, bearing=bearing, because=Words(because), until=Words(until))
    do(SettleLink(of=of, link=made, hands=hands), "evaluator")
    return True
