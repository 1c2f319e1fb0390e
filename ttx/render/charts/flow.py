"""The flow of decisions: from the top, each with what the cells answered, by phase."""

from __future__ import annotations

from ttx.render.charts import svg
from ttx.render.paper.blocks import Picture
from ttx.render.plain import one_line
from ttx.report.values import Answer, DecisionLine, Report

_LEFT, _LINE, _PAD, _GAP = 150, 17, 8, 16
_TITLE = "The flow of decisions"
_MOST = 40


def flow(report: Report) -> Picture | None:
    """A box for each decision that was put or answered; None where there is none."""
    put = [d for d in report.decisions if d.put or d.answers][:_MOST]
    if not put:
        return None
    shapes: list[str] = []
    top, phase = 6.0, ""
    for number, decision in enumerate(put):
        lines = _lines(decision)
        high = _PAD * 2 + _LINE * len(lines)
        if decision.phase != phase:
            shapes.append(svg.text(0, top + 18, decision.phase, most=20, bold=True))
            phase = decision.phase
        shapes.append(svg.box(_LEFT, top, svg.WIDE - _LEFT - 4, high, fill="#f3f6f9", line=svg.FILL))
        for row, words in enumerate(lines):
            y = top + _PAD + 12 + row * _LINE
            shapes.append(svg.text(_LEFT + 10, y, words, most=76, bold=row == 0))
        top += high
        if number < len(put) - 1:
            x = _LEFT + 40
            shapes.append(svg.line([(x, top), (x, top + _GAP)]))
            shapes.append(svg.line([(x - 4, top + _GAP - 6), (x, top + _GAP), (x + 4, top + _GAP - 6)]))
            top += _GAP
    shows = "; ".join(" - ".join(_lines(d)) for d in put)
    return Picture(_TITLE, shows, svg.drawing(top + 6, shapes, _TITLE, shows))


def _lines(decision: DecisionLine) -> list[str]:
    answers = [_answer(a) for a in decision.answers if not a.first] or ["no answer on record"]
    return [f"{decision.id} {one_line(decision.ask)}", *answers]


def _answer(answer: Answer) -> str:
    return f"{answer.who}: {one_line(answer.coded) or answer.outcome}"
