"""The report of one fixed session in every format, kept in git: a change of one is looked at.

``python -m tests.golden.reports`` writes the files anew; look at the difference before it goes in.
Word files and spreadsheets are kept as the text of the parts that hold words, and as a digest of
every part.
"""

import re
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from tests.unit.report.sample import HEAD, SCENARIO, played
from ttx.report import build_report
from ttx.services import papers
from ttx.trace import trace

FOLDER = Path(__file__).parent / "report"
_WORDY = {
    "docx": ("word/document.xml", "word/header1.xml", "word/footer1.xml"),
    "xlsx": ("xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet2.xml"),
}
_ELEMENT = re.compile(r"(?<=>)(?=<(?:w:p|w:tbl|w:tr|w:sectPr|si|row|sheet|definedName)[ >])")
"""Where a part is broken into lines, so that a difference of it can be read."""


def report():
    """The fixed session's report."""
    room = played()
    return build_report(SCENARIO, room.events, trace(SCENARIO, room.events), HEAD, "0.0.0")


def made():
    """Every golden file by its name: what stands in it, as bytes."""
    found = report()
    files = {f"report.{form}": papers.report_file(found, form) for form in ("md", "html", "json")}
    files["quicklook.md"] = papers.report_file(found, "md", part="quicklook")
    files["hotwash.md"] = papers.report_file(found, "md", part="hotwash")
    for table in papers.table_names():
        files[f"{table}.csv"] = papers.report_file(found, "csv", table=table)
    for form in _WORDY:
        files |= _parts(form, papers.report_file(found, form))
    return files


def _parts(form, data):
    with ZipFile(BytesIO(data)) as office:
        parts = {name: office.read(name) for name in sorted(office.namelist())}
    lines = [f"{sha256(part).hexdigest()}  {name}" for name, part in parts.items()]
    files = {f"{form}.parts.txt": "\n".join((*lines, "")).encode()}
    for name in _WORDY[form]:
        text = _ELEMENT.sub("\n", parts[name].decode())
        files[f"{form}.{name.rpartition('/')[2]}"] = f"{text}\n".encode()
    return files


def digest():
    """One digest over every file as it is handed out, zips whole."""
    found = report()
    whole = sha256()
    for form in papers.FORMATS:
        whole.update(papers.report_file(found, form))
    return whole.hexdigest()


def renew():
    """Write every file anew; a file that is no longer made goes."""
    FOLDER.mkdir(exist_ok=True)
    files = made()
    for old in FOLDER.iterdir():
        if old.name not in files:
            old.unlink()
    for name, data in files.items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    if "--digest" in sys.argv:
        print(digest())
    else:
        renew()
