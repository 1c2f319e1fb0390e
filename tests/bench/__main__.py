"""``python -m tests.bench``: how fast it is, as ratios against bare primitives of the same machine.

Reported, never asserted: figures depend on the machine, ratios a little less.
"""

from __future__ import annotations

import os
import platform

from tests.bench import (
    bench_cite,
    bench_explore,
    bench_hours,
    bench_keys,
    bench_report,
    bench_start,
    bench_store,
    bench_validate,
)

_SIZES = (2_000, 100_000)


def main() -> None:
    """Measure everything once and print it as a table."""
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors")
    rows = bench_start.run()
    stored = bench_store.run(sizes=_SIZES)
    rows += [*stored, *_linearity(stored), *bench_explore.run(), *bench_cite.run(), *bench_report.run()]
    rows += [*bench_validate.run(), *bench_keys.run(), *bench_hours.run()]
    wide = max(len(name) for name, _, _ in rows)
    for name, value, against in rows:
        figure, unit = _shown(value, against)
        print(f"{name:<{wide}}  {figure:>10}  {unit}")


def _linearity(stored: list[tuple[str, float, str]]) -> list[tuple[str, float, str]]:
    """What one event of the longer file costs, over one of the shorter."""
    seconds = [value for name, value, unit in stored if name.startswith("open") and unit == "seconds"]
    short, long = (value / size for value, size in zip(seconds, _SIZES, strict=True))
    name = f"an event of {_SIZES[1]:,} beside one of {_SIZES[0]:,}"
    return [(name, long / short, "times its opening time; 1 is linear")]


def _shown(value: float, against: str) -> tuple[str, str]:
    """A ratio as it is; seconds in the unit that reads best."""
    if not against.startswith("seconds"):
        return (f"{value:,.0f}" if value >= 1000 else f"{value:.2f}"), against
    if value >= 1:
        return f"{value:.2f}", against
    if value >= 0.001:
        return f"{value * 1e3:.1f}", f"milli{against}"
    return f"{value * 1e6:.0f}", f"micro{against}"


if __name__ == "__main__":
    main()
