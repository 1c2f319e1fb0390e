"""A whole trace, of one session or a series: tables for the eye, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ttx.render.plain import safe
from ttx.render.sheets import Sheet, sheet_text
from ttx.render.trace_data import link_data
from ttx.render.trace_sections import dated_sheet, meetings_sheet, states_line
from ttx.render.trace_table import trace_table
from ttx.trace.dates import Due
from ttx.trace.drawing import Resting
from ttx.trace.meetings import Meeting
from ttx.trace.series import Spread, Traced, link_status


def whole_text(sessions: Sequence[Traced], found: Sequence[Spread]) -> str:
    """Links, dates, tensions and needs met, and how far the commitments came."""
    parts = []
    for each in sessions:
        heading = f"{each.name}\n" if len(sessions) > 1 else ""
        parts.append(heading + trace_table(each.trace.links))
    several = len(sessions) > 1
    parts += [
        _text(sheet, several=several)
        for sheet in (dated_sheet(sessions, all_of_them=False), meetings_sheet(sessions, all_of_them=False))
        if sheet.rows
    ]
    return "\n".join((*parts, states_line(found))) + "\n"


def _text(sheet: Sheet, *, several: bool) -> str:
    """Without the column of sessions where there is only one."""
    if several:
        return sheet_text(sheet)
    one = Sheet(sheet.title, sheet.head[1:], tuple(r[1:] for r in sheet.rows), sheet.empty, sheet.most[1:])
    return sheet_text(one)


def whole_json(sessions: Sequence[Traced], found: Sequence[Spread], changed: frozenset[str]) -> str:
    """Everything as JSON, ``ttx.trace/1``: links, commitments, dates, tensions and needs, by session."""
    several = len(sessions) > 1
    links = [
        {
            **({"session": each.name} if several else {}),
            "coverage": link_status(link, each, changed),
            **link_data(link),
        }
        for each in sessions
        for link in each.trace.links
    ]
    whole = {
        "format": "ttx.trace/1",
        "sessions": [each.name for each in sessions],
        "links": links,
        "commitments": [_spread(each) for each in found],
        "dated": [{"session": s.name, **_due(d)} for s in sessions for d in s.trace.dated],
        "met": [{"session": s.name, **_meeting(m)} for s in sessions for m in s.trace.met],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _spread(each: Spread) -> Mapping[str, Any]:
    return {
        "target": each.target,
        "locator": each.locator,
        "label": each.label,
        "stated": each.stated,
        "state": each.state,
        "coverage": each.item,
        "touches": [
            {
                "session": name,
                "record": t.record,
                "cell": t.cell,
                "on": t.on,
                "bearing": t.bearing,
                "status": t.status,
                "conditional": t.conditional,
            }
            for name, t in each.touches
        ],
    }


def _due(due: Due) -> Mapping[str, Any]:
    return {
        "target": due.target,
        "label": due.label,
        "kind": due.kind,
        "date": due.words,
        "at": due.at,
        "state": due.state,
        "says": safe(due.says),
        "in_scenario": due.in_scenario,
        "records": list(due.records),
    }


def _meeting(met: Meeting) -> Mapping[str, Any]:
    return {
        "kind": met.kind,
        "id": met.id,
        "says": met.says,
        "state": met.state,
        "at_once": list(met.at_once),
        "sides": [
            {"target": side.target.id, "links": [_standing(k) for k in side.links]} for side in met.sides
        ],
    }


def _standing(link: Any) -> Mapping[str, Any]:
    return {"record": link.record, "bearing": link.bearing, "standing": safe(link.standing)}


def resting_json(found: Sequence[Resting]) -> str:
    """What rests on a citation as JSON, ``ttx.trace/1``."""
    rows = [{"target": r.target, "what": r.sort, "id": r.id, "label": safe(r.label)} for r in found]
    return json.dumps({"format": "ttx.trace/1", "rests_on": rows}, ensure_ascii=False, indent=2) + "\n"
