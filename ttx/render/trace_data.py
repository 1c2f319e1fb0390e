"""Links for programs: CSV that a spreadsheet cannot run, and versioned JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ttx.render.plain import safe
from ttx.render.sheets import Sheet, sheet_csv
from ttx.trace.values import Step, TraceLink

COLUMNS = (
    "session", "record", "decision", "slot", "cells", "on", "overruled_by", "target", "source",
    "locator", "label", "act_class", "duty", "stated", "bearing", "prints", "relies", "in_words",
    "status", "by", "hands", "stage", "because", "until", "if", "extent", "part", "word_or_deed",
    "contested", "conditional", "counted", "replies", "events",
)  # fmt: skip
"""Columns of the CSV, in order."""


def trace_csv(links: Sequence[TraceLink], sessions: Sequence[str] = ()) -> str:
    """The links as CSV (RFC 4180: CRLF, quotes doubled), a row a link, lists joined by ``; ``.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front.

    Args:
        links: the links.
        sessions: of each link, the session it stands in; none: there is only one.
    """
    names = sessions or [""] * len(links)
    rows = (
        tuple(_joined(value) for value in (name, *_row(link)))
        for name, link in zip(names, links, strict=True)
    )
    return sheet_csv(Sheet("", COLUMNS, tuple(rows), ""))


def _row(link: TraceLink) -> tuple[Any, ...]:
    now = link.now
    return (
        link.record, link.decision, link.slot, link.cells, link.on, link.overruled_by, link.target,
        link.source, link.locator, link.label, link.act_class, link.duty, link.stated, link.bearing,
        link.prints, now.relies, now.in_words, link.status, now.who, now.hands, now.stage, now.because,
        now.until, now.if_, now.extent, now.part, now.by, now.contested, link.conditional, link.counted,
        [f"#{r.event} {r.cell}: {r.text}" for r in link.replies], link.events,
    )  # fmt: skip


def _joined(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | list):
        return "; ".join(str(each) for each in value)
    return str(value)


def trace_json(links: Sequence[TraceLink]) -> str:
    """The links as JSON, format ``ttx.trace/1``, every step of each link with it."""
    whole = {"format": "ttx.trace/1", "links": [link_data(link) for link in links]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def link_data(link: TraceLink) -> dict[str, Any]:
    """One link as plain values."""
    return {
        "record": link.record,
        "decision": link.decision,
        "slot": link.slot,
        "cells": list(link.cells),
        "on": link.on,
        "overruled_by": link.overruled_by,
        "target": link.target,
        "source": link.source,
        "locator": link.locator,
        "label": link.label,
        "act_class": link.act_class,
        "duty": link.duty,
        "stated": link.stated,
        "conditional": link.conditional,
        "counted": link.counted,
        **_step(link.now),
        "history": [_step(step) for step in link.history],
        "events": list(link.events),
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "status": step.status,
        "event": step.event,
        "ms": step.ms,
        "bearing": step.bearing,
        "prints": step.prints,
        "relies": step.relies,
        "in_words": safe(step.in_words),
        "because": safe(step.because),
        "until": safe(step.until),
        "if": safe(step.if_),
        "extent": step.extent,
        "part": safe(step.part),
        "by": step.by,
        "contested": step.contested,
        "who": safe(step.who),
        "hands": [safe(h) for h in step.hands],
        "stage": step.stage,
        "replies": [{"event": r.event, "cell": r.cell, "text": safe(r.text)} for r in step.replies],
    }
