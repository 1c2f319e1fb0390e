"""A scenario of any length, as its author would have written it; it has no problems."""

from __future__ import annotations

_HEAD = """\
format: ttx/1
id: long
title: A long exercise
marking: UNCLASSIFIED // EXERCISE - FICTIONAL SCENARIO
revision: {n: 1, date: 2026-11-01}
purpose: To see whether a long script is read as quickly as a short one.
audience: People who hold offices; two staff.
scope: Telling, asking and writing. What is done on the spot is not played.
stop_line: "The office acts within standing instructions. What do you tell, ask, say or write?"
rulepacks: [room]
starts: D
cells:
  rok: {name: ROK cell, seats: [Policy office (chair), Spokesman], brief: You hear the duty desk first.}
  us: {name: US cell, seats: [Policy office (chair), Embassy], brief: You are told what the allies know.}
voices:
  desk: {name: Duty desk (Control), channels: [telephone], limits: It reports and has no opinion.}
objectives:
  O1: {text: Somebody decides who is told first., evidence: The order of telling is on record.}
  O2: {text: What is known is said in public., evidence: One account is given.}
tracks:
  heat: {title: Heat, kind: scale, range: [0, 9], start: 3}
"""
_PHASE = """\
  - id: p{n}
    title: Move {n}
    at: D+{n} 08:00
    minutes: {minutes}
    injects:
"""
_INJECT = """\
      - id: I-{n}
        at: T+{at}
        minutes: 1
        to: [{to}]
        from: Duty desk
        voice: desk
        channel: telephone
        title: Report {n} of the duty desk
        text: >-
          This is the duty desk with report {n}. One of our posts heard something at the fixed hour and wrote
          it down. We do not know what it was. So far this desk has told you and nobody else. Whom do we tell,
          and what do we say to the post?
        expected:
          - Somebody says aloud who else must know, and in which order.
        objectives: [{objective}]
        notes: Read slowly. What is not known today is not known later either.
"""
_DECISION = """\
    decisions:
      - id: D-{n}
        minutes: 5
        to: [rok, us]
        mode: joint
        ask: Who says the first sentence, and what does it say?
        objectives: [O1, O2]
        options:
          a: {{text: One office speaks for both., for: It is one account., against: It is slower., effects: [heat -= 1]}}
          b: {{text: Each speaks for itself., for: It is quicker., against: They may differ., effects: [heat += 1]}}
"""
_LEADS = "    leads_to: [{{phase: p{n}}}]\n"
_END = """\
endings:
  quiet: {title: Quiet, text: It is over., when: heat <= 3}
  loud: {title: Loud, text: It goes on.}
"""
_PER_PHASE = 50


def long_scenario(injects: int) -> str:
    """The text of a scenario with so many injects, fifty to a phase, one decision in each."""
    parts = [_HEAD, "phases:\n"]
    for n, begin in enumerate(range(0, injects, _PER_PHASE), 1):
        many = range(begin, min(begin + _PER_PHASE, injects))
        parts.append(_PHASE.format(n=n, minutes=2 * _PER_PHASE + 20))
        parts += [_inject(i, i - begin) for i in many]
        parts.append(_DECISION.format(n=n))
        if begin + _PER_PHASE < injects:
            parts.append(_LEADS.format(n=n + 1))
    return "".join((*parts, _END))


def _inject(n: int, place: int) -> str:
    return _INJECT.format(
        n=n + 1, at=_clock(2 * place), to=("rok", "us", "rok, us")[n % 3], objective=f"O{n % 2 + 1}"
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
