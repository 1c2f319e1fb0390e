"""Who a report is for: what each reader is spared (field A10)."""

from __future__ import annotations

from dataclasses import replace

from ttx.report.values import Judged, Profile, Report


def for_profile(report: Report, profile: Profile) -> Report:
    """The report with what is not this reader's taken out.

    ``staff`` reads everything. ``players`` and ``sponsor`` get no private slips, no track that slips
    set, and no notes that staff took for themselves; ``players`` no observations, findings and ratings
    either, which a cell sees first (room F31). ``quicklook`` and ``hotwash`` are read by all of them,
    and hold what players may see.
    """
    if profile == "staff":
        return report
    open_ = tuple(track for track in report.tracks if not track.private)
    spared = replace(report, slips=(), tracks=open_, notes=(), gaps=())
    if profile == "sponsor":
        return spared
    seen = tuple(
        replace(o, ratings=(), evidence=tuple(e for e in o.evidence if not set(e.events) & _observed(report)))
        for o in spared.objectives
    )
    return replace(spared, observations=(), objectives=seen, judged=_for_players(report.judged))


def _for_players(judged: Judged) -> Judged:
    """Words on a cell are not the room's before staff and the cell agree on them (room F31)."""
    return replace(judged, agreement="", findings=(), feedback=())


def _observed(report: Report) -> set[int]:
    """Numbers of the observations themselves, which stand first behind each."""
    return {each.events[0] for each in report.observations if each.events}
