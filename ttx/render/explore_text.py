"""What exploring found, as a page for authors and exercise directors.

Endings first, then what is dead, then times, then commitments. A section stands only where it has
something to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ttx.explore.asking import Asked
from ttx.explore.chances import Chance
from ttx.explore.findings import Explored, Whole
from ttx.explore.reached import KINDS, Claim
from ttx.explore.sampling import Estimate, Sampled, wilson
from ttx.model.counting import how_many
from ttx.model.scenario import Scenario
from ttx.render.explore_data import flow
from ttx.render.explore_rest import answers, commitments, listed, times, wrapped
from ttx.render.plain import cut, one_line, pad, width

BAR = 24
"""Characters of a bar from 0 to 100 %."""
_WIDE = 100
_PLURAL = {"ending": "endings", "inject": "injects", "decision": "decisions", "option": "answers"}
_PLURAL |= {"outcome": "results of rulings", "phase": "phases"}
_SINGLE = {"option": "answer", "outcome": "result of a ruling"}
_CLOSE = (
    "Even-handed: every answer weighs the same, and so does every choice in a ruling or a slip; dice go by",
    "their odds. It describes the file, not what states do. For authors and staff; never shown in the room.",
)
_WHY = {
    "states": "the limit of states was reached",
    "seconds": "the time was up",
    "memory": "the memory it may take was used up",
    "interrupted": "you stopped it",
}


def explored_text(scenario: Scenario, explored: Explored, *, fancy: bool) -> str:
    """The page; ``fancy`` where the bars may be drawn with more than ASCII."""
    parts = [_head(scenario, explored), _endings(scenario, explored, fancy)]
    whole = explored.whole
    if whole is not None:
        parts += [_settled(whole, fancy), answers(whole, fancy=fancy)]
    parts.append(_dead(explored))
    if whole is not None:
        parts += [_tracks(whole), times(scenario, whole.times, fancy=fancy)]
    elif explored.sampled is not None and explored.sampled.minutes:
        parts.append(_drawn_times(explored.sampled))
    parts.append(commitments(scenario, explored))
    parts.append(list(_CLOSE))
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def asked_text(asked: Asked, drawn: Sampled | None, *, fancy: bool) -> str:
    """The answer to one condition: whether, how likely, and how."""
    lines = [one_line(asked.text), ""]
    if asked.moves is None:
        never = (
            "It never holds, on any course." if not asked.stopped else "Nothing was found on which it holds."
        )
        lines.append(never)
    else:
        lines.append("It can happen.")
    if not asked.stopped:
        lines[-1] += f" {how_many(asked.states, 'state')} walked, exactly."
        lines += ["", f"         least    even    most  0%{'100%':>{BAR - 2}}"]
        lines.append(f"       {_three(asked.chance)}  {_span(asked.chance, fancy)}")
    else:
        lines.append(f"NOT EXACT: {how_many(asked.states, 'state')} walked, then {_WHY[asked.stopped]}.")
        if drawn is not None:
            each = wilson(drawn.hits, drawn.runs)
            lines.append(
                f"Even-handed {_percent(each.share).strip()} ({_interval(each)}), counted on {each.of:,} "
                "courses drawn at random."
            )
    if asked.moves is not None:
        lines += ["", "To come there, choose:" if asked.moves else "It holds without any choice."]
        lines += [f"  - {flow(move)}" for move in asked.moves]
    return "\n".join(lines) + "\n"


def _head(scenario: Scenario, explored: Explored) -> list[str]:
    wider = [
        w
        for w, on in (
            ("silence", explored.reach.silence),
            ("contingency injects", explored.reach.contingency),
        )
        if on
    ]
    title = one_line(scenario.title) + (f", with {' and '.join(wider)}" if wider else "")
    states = f"{how_many(explored.states, 'state')}, {how_many(explored.transitions, 'transition')}"
    if explored.whole is not None:
        count = explored.whole.courses
        about = f"about 10^{len(str(count)) - 1} courses"
        runs = how_many(count, "course") if count < 10**12 else about
        return [title, f"Every course of play was walked: {states}, {runs}. Nothing is estimated."]
    lines = [title, f"NOT EXACT. {states} were walked, then {_WHY[explored.stopped]}."]
    if explored.sampled is not None:
        lines.append(
            f"Chances are counted on {how_many(explored.sampled.runs, 'course')} drawn at random, each with "
            "the interval that holds the true one 95 times in 100."
        )
        if explored.sampled.stopped:
            lines.append(f"Fewer than asked for were drawn: {_WHY[explored.sampled.stopped]}.")
    lines.append("What was come to can be come to. What was not is not known to be out of reach.")
    return lines


def _endings(scenario: Scenario, explored: Explored, fancy: bool) -> list[str]:
    titles = {e.id: one_line(e.title) for e in scenario.endings}
    wide = max(width(each) for each in ("ENDINGS", *titles))
    scale = f"0%{'100%':>{BAR - 2}}"
    if explored.whole is None:
        return _estimated(explored, titles, wide, scale, fancy)
    lines = [f"{pad('ENDINGS', wide)}   least    even    most  {scale}"]
    for name, chance in explored.whole.endings.items():
        row = f"{pad(name, wide)}  {_three(chance)}  {_span(chance, fancy)}  {titles[name]}"
        lines.append(cut(row, _WIDE))
    return [*lines, "", *_fixed(explored.whole.endings)]


def _fixed(endings: dict[str, Chance]) -> Iterator[str]:
    can = {name: c for name, c in endings.items() if c.max > 0}
    if len(can) > 1 and all(c.min == 0 and c.max == 1 for c in can.values()):
        which = "Each of them" if len(can) == len(endings) else "Each that can come"
        yield f"{which} can be brought about, and avoided, by what people choose. None is fixed in advance."
        return
    for name, chance in can.items():
        if chance.min == 1:
            yield f"{name} always comes, whatever is chosen."
        elif chance.min > 0:
            yield f"{name} cannot be ruled out: at least {_percent(chance.min).strip()}, whatever is chosen."
        if 0 < chance.max < 1:
            yield f"{name} cannot be brought about for sure: at most {_percent(chance.max).strip()}."


def _estimated(explored: Explored, titles: dict[str, str], wide: int, scale: str, fancy: bool) -> list[str]:
    if explored.sampled is None:
        seen = [c.name for c in explored.claims if c.kind == "ending" and c.reached]
        return [f"ENDINGS come to so far: {', '.join(seen) or 'none'}."]
    lines = [f"{pad('ENDINGS', wide)}    even   between   and  {scale}"]
    for name, each in explored.estimates().items():
        span = Chance(Fraction(each.low), Fraction(each.high), Fraction(each.share))
        row = (
            f"{pad(name, wide)}  {_percent(each.share)}    {_percent(each.low)} {_percent(each.high)}  "
            f"{_span(span, fancy)}  {titles[name]}"
        )
        lines.append(cut(row, _WIDE))
    return lines


def _settled(whole: Whole, fancy: bool) -> list[str]:
    if len(whole.open) < 2:
        return []
    wide = max(width(o.phase) for o in whole.open)
    lines = ["STILL OPEN as a phase begins: the share of courses on which more than one ending can come"]
    for each in whole.open:
        seldom = f"  (on {_percent(each.reached).strip()} of courses)" if each.reached < 1 else ""
        lines.append(f"{pad(each.phase, wide)}  {_percent(each.open)}  {_bar(each.open, fancy)}{seldom}")
    return lines


def _dead(explored: Explored) -> list[str]:
    out_of_reach = [c for c in explored.claims if not c.reached and not c.held_back]
    lines = ["NEVER USED" if explored.exact else "NOT COME TO YET"]
    for kind in KINDS:
        names = [c.name for c in out_of_reach if c.kind == kind]
        lines += listed(f"{_PLURAL[kind].capitalize()}", names)
    whole = explored.whole
    for each in whole.shadowed if whole else ():
        lines.append(
            f"{each.ending} could hold, but {' or '.join(each.by)} stands before it and always takes it."
        )
    for pair in whole.crossed if whole else ():
        lines.append(
            f"{pair.first} and {pair.second} can be open together; the order of their answers changes "
            f"{', '.join(pair.endings)}."
        )
    if whole and whole.dead_ends:
        places = how_many(len(whole.dead_ends), "place")
        lines.append(f"Nothing follows from {places} though the exercise has not ended.")
    held = [c.name for c in explored.claims if c.held_back]
    if len(lines) == 1:
        lines = wrapped(f"NEVER USED: nothing. {_used(explored.claims)}")
        if explored.exact:
            lines.append("There are no dead ends, and no ending stands in the shadow of another.")
            lines.append("No order of decisions that are open together changes an ending.")
    if held:
        lines.append(f"Held back by staff and not counted here: {', '.join(held)} (see --contingency).")
    return lines


def _used(claims: Sequence[Claim]) -> str:
    counts = []
    for kind in KINDS:
        if any(c.kind == kind for c in claims):
            n = sum(c.reached for c in claims if c.kind == kind)
            counts.append(f"{n} {_SINGLE.get(kind, kind) if n == 1 else _PLURAL[kind]}")
    return f"Some course comes to each of {', '.join(counts[:-1])} and {counts[-1]}."


def _tracks(whole: Whole) -> list[str]:
    lines: list[str] = []
    for track in whole.tracks:
        if track.never:
            reached = ", ".join(map(str, track.reached))
            lines.append(f"{track.track} is never {_or(track.never)}; it comes to {reached}.")
        for at in sorted({c.at for c in track.clamps}):
            by = ", ".join(dict.fromkeys(c.by for c in track.clamps if c.at == at))
            lines.append(f"{track.track} is held at {at}, the end of its range, when it is moved on by {by}.")
    return ["TRACKS", *(cut(line, 2 * _WIDE) for line in lines)] if lines else []


def _or(values: Iterable[int | str]) -> str:
    words = [str(v) for v in values]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _drawn_times(drawn: Sampled) -> list[str]:
    least, most, even = min(drawn.minutes), max(drawn.minutes), sum(drawn.minutes) / len(drawn.minutes)
    return [
        "TIMES",
        f"The courses drawn take {least} to {most} room minutes, {even:.1f} on average.",
    ]


def _three(chance: Chance) -> str:
    return "  ".join(_percent(c) for c in (chance.min, chance.even, chance.max))


def _percent(chance: Fraction | float) -> str:
    """Six places: ``100%``, ``33.3%``; never rounded to a certainty that is none."""
    if chance in (0, 1):
        return f"{'100%' if chance else '0%':>6}"
    shown = min(max(float(chance) * 100, 0.1), 99.9)
    return f"{shown:5.1f}%"


def _interval(each: Estimate) -> str:
    return f"{_percent(each.low).strip()} to {_percent(each.high).strip()}"


def _span(chance: Chance, fancy: bool) -> str:
    """The range from least to most on a line, with a mark at even-handed."""
    blank, reach, mark = "·─●" if fancy else ".-o"
    low, even, high = (min(int(c * BAR), BAR - 1) for c in (chance.min, chance.even, chance.max))
    if chance.max == 0:
        return blank * BAR
    return "".join(mark if at == even else reach if low <= at <= high else blank for at in range(BAR))


def _bar(share: Fraction, fancy: bool) -> str:
    full, blank = "█·" if fancy else "#."
    filled = round(share * BAR) or int(share > 0)
    return full * filled + blank * (BAR - filled)
