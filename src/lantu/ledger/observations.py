"""Figures that someone brings in a CSV file: read row by row, the good ones taken, the others named by row and column."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from lantu.ledger.row_faults import (
    blank_rows,
    contradicted,
    no_indicator,
    no_number,
    no_year,
    repeated,
    separated_thousands,
    unknown_unit,
    wrong_length,
)
from lantu.model.finding import Finding
from lantu.model.ledger import LedgerDocument, SourceRef
from lantu.model.reading import ObservationTable, ObservedFigure
from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.encoding import decode
from lantu.reading.formats.files import load
from lantu.reading.formats.limits import Limits
from lantu.text.span import Span
from lantu.units import parse_unit

#: Columns that a file of figures has, with the heads under which they may stand.
COLUMNS = {
    "region": ("region", "地区", "行政区"),
    "indicator": ("indicator", "指标", "指标名称"),
    "year": ("year", "period", "年份", "年度", "时期"),
    "value": ("value", "数值", "实际值", "值"),
    "unit": ("unit", "单位", "计量单位"),
    "measure": ("measure", "口径", "类型"),
    "evidence": ("evidence", "来源", "依据"),
}
REQUIRED = ("indicator", "year", "value")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
#: A figure as tables print it; no exponent, so that no row asks for a number of a million digits.
_NUMBER = re.compile(r"[-+]?\d{1,20}(?:\.\d{1,20})?", re.ASCII)
_YEAR = re.compile(r"((?:19|20)\d\d)(?:年)?(?:[-—–~～]((?:19|20)\d\d)年?)?", re.ASCII)
_DASHES = str.maketrans({"—": "-", "–": "-", "~": "-", "～": "-", "年": None})


def read_observations(path: Path) -> tuple[ObservationTable, list[Finding]]:
    """The figures of a CSV file, and a finding for every row that could not be taken or was not taken as it stands.

    A row is taken when its indicator, year, value and unit can be read. Blank rows are passed over (LT422), thousands
    separators taken out (LT418). A row that repeats an earlier one is named (LT415) and taken once; one that
    contradicts an earlier row is named (LT416) and taken.

    Raises:
        UnreadableFileError: There is no such file, it is no text, or has no head with the columns that are needed.
    """
    data = load(path, Limits())
    rows = _rows(str(path), data)
    columns = _columns(str(path), rows[0] if rows else [])
    digest = sha256(data).hexdigest()
    state = _State(digest[:12], columns, len(rows[0]))
    figures = tuple(state.take(rows[1:]))
    document = LedgerDocument(
        digest[:12], path.name, path.stem, "observations", digest=digest, statements=len(figures)
    )  # fmt: skip
    return ObservationTable(document, figures), state.findings


@dataclass(slots=True)
class _State:
    """What is known while the rows of one file are read."""

    document: str
    columns: Mapping[str, int]
    width: int
    findings: list[Finding] = field(default_factory=list)
    seen: dict[tuple[str, ...], tuple[int, str]] = field(default_factory=dict)

    def take(self, rows: Sequence[Sequence[str]]) -> Iterator[ObservedFigure]:
        """The figures of the good rows."""
        blank = []
        for number, row in enumerate(rows, start=2):
            if not any(cell.strip() for cell in row):
                blank.append(number)
            elif self._is_good(number, row):
                yield _figure(self.document, number, row, self._cells(row))
        if blank:
            self.findings.append(blank_rows(self.document, blank))

    def _is_good(self, number: int, row: Sequence[str]) -> bool:
        """Whether a row can be taken; what is wrong with it is noted."""
        fault = self._length_fault(number, row) or self._cell_fault(number, self._cells(row))
        if fault is None:
            return self._is_new(number, self._cells(row))
        self.findings.append(fault)
        return False

    def _length_fault(self, number: int, row: Sequence[str]) -> Finding | None:
        """A row whose cells do not stand under their heads: a comma too few, or one within a number."""
        needed = max(self.columns[column] for column in (*REQUIRED, "unit") if column in self.columns)
        if len(row) > needed and not any(cell.strip() for cell in row[self.width :]):
            return None
        return wrong_length(self.document, number, len(row), self.width)

    def _cell_fault(self, number: int, cells: Mapping[str, str]) -> Finding | None:
        if not cells["indicator"]:
            return no_indicator(self.document, number)
        year = _YEAR.fullmatch(cells["year"])
        if year is None or (year[2] or year[1]) < year[1]:
            return no_year(self.document, number, cells["year"])
        if _NUMBER.fullmatch(_plain(cells["value"])) is None:
            return no_number(self.document, number, cells["value"])
        unit = cells.get("unit", "")
        return unknown_unit(self.document, number, unit) if unit and parse_unit(unit) is None else None

    def _is_new(self, number: int, cells: Mapping[str, str]) -> bool:
        """Whether no earlier row says the same."""
        key = tuple(cells.get(column, "") for column in ("region", "indicator", "year", "unit", "measure"))
        value = _plain(cells["value"])
        row, known = self.seen.setdefault(key, (number, value))
        if row != number and known == value:
            self.findings.append(repeated(self.document, number, row))
            return False
        if row != number:
            self.findings.append(contradicted(self.document, number, row, known))
        if value != cells["value"]:
            self.findings.append(separated_thousands(self.document, number, cells["value"], value))
        return True

    def _cells(self, row: Sequence[str]) -> dict[str, str]:
        return {name: row[index].strip() if index < len(row) else "" for name, index in self.columns.items()}


def _rows(name: str, data: bytes) -> list[list[str]]:
    """The rows of a CSV text in whatever encoding it is; Excel writes GB18030 or tabs in UTF-16."""
    decoded = decode(data)
    if decoded is None:
        raise unreadable(name, "not-a-table", reason="不是文本", reason_en="it is no text")
    text = decoded.text.removeprefix("\ufeff")
    head = text.split("\n", 1)[0]
    delimiter = "\t" if "\t" in head and "," not in head else ","
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as err:
        raise unreadable(name, "not-a-table", reason=str(err), reason_en=str(err)) from err


def _columns(name: str, head: Sequence[str]) -> dict[str, int]:
    titles = [title.strip().lower() for title in head]
    found = {
        column: next(index for index, title in enumerate(titles) if title in heads)
        for column, heads in COLUMNS.items()
        if any(title in heads for title in titles)
    }
    missing = [column for column in REQUIRED if column not in found]
    if missing:
        raise unreadable(
            name,
            "table-without-columns",
            columns="、".join(COLUMNS[column][1] for column in missing),
            columns_en=", ".join(missing),
        )
    return found


def _plain(value: str) -> str:
    return _THOUSANDS.sub("", value)


def _figure(document: str, number: int, row: Sequence[str], cells: Mapping[str, str]) -> ObservedFigure:
    return ObservedFigure(
        source=SourceRef(document, Span(number, number), cells["value"], ",".join(row)),
        region=cells.get("region", ""),
        wording=cells["indicator"],
        period=cells["year"].translate(_DASHES),
        value=_plain(cells["value"]),
        unit=cells.get("unit", ""),
        measure=cells.get("measure", ""),
        evidence=cells.get("evidence", ""),
    )
