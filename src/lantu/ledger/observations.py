"""Figures that someone brings in a CSV file: read row by row, the good ones taken, the others named by row and column."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path

from lantu.errors import UnreadableFileError
from lantu.ledger.anchors import digest_of
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import Indicator, NumberKind
from lantu.model.ledger import LedgerDocument, Observation, SourceRef
from lantu.model.reading import ObservationTable, ObservedFigure
from lantu.model.statement import Comparator, Measure, Quantity
from lantu.text.span import Span
from lantu.units import parse_unit, split_multiplier
from lantu.vocabulary.matching import match_indicator, own_indicator

#: Columns that a file of figures has, with the heads under which they may stand.
_COLUMNS = {
    "region": ("region", "地区", "行政区"),
    "indicator": ("indicator", "指标", "指标名称"),
    "year": ("year", "period", "年份", "年度", "时期"),
    "value": ("value", "数值", "实际值", "值"),
    "unit": ("unit", "单位", "计量单位"),
    "measure": ("measure", "口径", "类型"),
    "evidence": ("evidence", "来源", "依据"),
}
_REQUIRED = ("indicator", "year", "value")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:年)?(?:[-—]((?:19|20)\d\d)年?)?")


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with one cell."""

    code: str
    column: str
    zh: str
    en: str
    remedy: str
    remedy_en: str


def read_observations(path: Path) -> tuple[ObservationTable, list[Finding]]:
    """The figures of a CSV file, and a finding for every row that could not be taken.

    A row is taken when its indicator, year and value can be read; blank rows are passed over. Thousands separators are
    taken out. A row that repeats an earlier one is named (LT415) and taken once; one that contradicts an earlier row
    is taken and named (LT416).

    Raises:
        UnreadableFileError: There is no such file, or it has no head with the columns that are needed.
    """
    data = _bytes_of(path)
    text = data.decode("utf-8-sig", errors="replace") if _is_utf8(data) else data.decode("gb18030", errors="replace")
    rows = list(csv.reader(io.StringIO(text)))
    columns = _columns(path.name, rows[0] if rows else [])
    digest = sha256(data).hexdigest()
    document = LedgerDocument(
        digest[:12], path.name, path.stem, "observations", digest=digest, statements=len(rows) - 1
    )
    figures: list[ObservedFigure] = []
    findings: list[Finding] = []
    seen: dict[tuple[str, ...], tuple[int, str]] = {}
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        cells = {name: row[index].strip() if index < len(row) else "" for name, index in columns.items()}
        fault = _fault_of(cells) or _repeats(cells, number, seen)
        if fault is not None:
            findings.append(_finding(document.id, number, fault))
        if fault is None or fault.code == "LT416":
            figures.append(_figure(document.id, number, row, cells))
    return ObservationTable(document, tuple(figures)), findings


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as err:
        reason = "不存在" if isinstance(err, FileNotFoundError) else "无法打开"
        raise UnreadableFileError(
            path.name,
            "unreadable-table",
            f"数据文件{reason}；请核对路径和权限",
            f"the table cannot be opened ({err.strerror}); check path and rights",
        ) from err


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _columns(name: str, head: Sequence[str]) -> dict[str, int]:
    found = {}
    for column, heads in _COLUMNS.items():
        for index, title in enumerate(head):
            if title.strip().lower() in heads:
                found[column] = index
                break
    missing = [column for column in _REQUIRED if column not in found]
    if missing:
        wanted = "、".join(_COLUMNS[column][1] for column in missing)
        raise UnreadableFileError(
            name,
            "table-without-columns",
            f"首行缺少列：{wanted}；首行应有“指标、年份、数值、单位”等列名",
            f"the first row lacks the columns {', '.join(missing)}; it should name indicator, year, value and unit",
        )
    return found


def _fault_of(cells: dict[str, str]) -> _Fault | None:
    if not cells["indicator"]:
        return _Fault(
            "LT411", "indicator", "指标一列为空", "the indicator is missing", "填写指标名称", "name the indicator"
        )
    if _YEAR.fullmatch(cells["year"]) is None:
        return _Fault(
            "LT412",
            "year",
            f"年份“{cells['year']}”不是年份",
            f"{cells['year']!r} is no year",
            "写成2023或2021-2025",
            "write 2023 or 2021-2025",
        )
    try:
        Decimal(_THOUSANDS.sub("", cells["value"]))
    except InvalidOperation:
        return _Fault(
            "LT413",
            "value",
            f"数值“{cells['value']}”不是数",
            f"{cells['value']!r} is no number",
            "只填数字，单位写在单位列",
            "give the number alone, its unit in the unit column",
        )
    unit = cells.get("unit", "")
    if unit and parse_unit(split_multiplier(unit)[1] or unit) is None and parse_unit(unit) is None:
        return _Fault(
            "LT414",
            "unit",
            f"单位“{unit}”不认识",
            f"the unit {unit!r} is not known",
            "核对单位写法，例如亿元、万人、%",
            "check how the unit is written, such as 亿元, 万人, %",
        )
    return None


def _repeats(cells: dict[str, str], number: int, seen: dict[tuple[str, ...], tuple[int, str]]) -> _Fault | None:
    key = tuple(cells.get(column, "") for column in ("region", "indicator", "year", "unit", "measure"))
    value = _THOUSANDS.sub("", cells["value"])
    earlier = seen.setdefault(key, (number, value))
    if earlier[0] == number:
        return None
    if earlier[1] == value:
        return _Fault(
            "LT415",
            "indicator",
            f"与第{earlier[0]}行重复",
            f"repeats row {earlier[0]}",
            "删去其中一行",
            "delete one of the two",
        )
    return _Fault(
        "LT416",
        "value",
        f"与第{earlier[0]}行不一致：那里是{earlier[1]}",
        f"contradicts row {earlier[0]}, which says {earlier[1]}",
        "核对两行，保留一个",
        "check both and keep one",
    )


def _finding(document: str, number: int, fault: _Fault) -> Finding:
    return Finding(
        code=fault.code,
        severity=Severity.WARNING,
        message=f"第{number}行“{_COLUMNS[fault.column][1]}”列：{fault.zh}",
        message_en=f"row {number}, column {fault.column}: {fault.en}",
        span=Span(number, number),
        remedy=fault.remedy,
        remedy_en=fault.remedy_en,
        document=document,
    )


def _figure(document: str, number: int, row: Sequence[str], cells: dict[str, str]) -> ObservedFigure:
    source = SourceRef(document, Span(number, number), cells["value"], ",".join(row))
    return ObservedFigure(
        source=source,
        region=cells.get("region", ""),
        wording=cells["indicator"],
        period=cells["year"].replace("年", "").replace("—", "-"),
        value=_THOUSANDS.sub("", cells["value"]),
        unit=cells.get("unit", ""),
        measure=cells.get("measure", ""),
        evidence=cells.get("evidence", ""),
    )


def observe(
    tables: Sequence[ObservationTable], indicators: dict[str, Indicator], region: str
) -> tuple[list[Observation], list[Finding]]:
    """The observations that tables of figures bring, and findings for indicators that no document and no vocabulary knows.

    Indicators that are met are entered in ``indicators``. Figures of a place within the ledger's region carry it as
    their scope.
    """
    observations: list[Observation] = []
    findings: list[Finding] = []
    for table in tables:
        for figure in table.figures:
            observation, indicator, known = _observe(figure, region)
            indicators.setdefault(indicator.code, indicator)
            observations.append(observation)
            if not known and indicator.code not in indicators:
                findings.append(_unknown(table.document.id, figure))
    return observations, findings


_CHANGES = ("增长", "上涨", "下降", "增速", "涨幅")


def _observe(figure: ObservedFigure, region: str) -> tuple[Observation, Indicator, bool]:
    multiplier, unit = split_multiplier(figure.unit) if figure.unit else (1, "")
    change = any(word in figure.measure for word in _CHANGES)
    measure = Measure.GROWTH if change else Measure.LEVEL
    match = match_indicator(figure.wording, unit=unit, measure=measure)
    indicator = match.indicator or own_indicator(figure.wording, unit, measure)
    if not change:
        done = indicator.number in (NumberKind.FLOW, NumberKind.CUMULATIVE) and _is_act(figure.wording)
        measure = Measure.FLOW if done else Measure.LEVEL
    value = Decimal(figure.value) * multiplier
    if change and value < 0:
        measure, value = Measure.DECLINE, -value
    scope = "" if figure.region in ("", region) else figure.region
    observation = Observation(
        id=digest_of("observation", figure.source.document, str(figure.source.span.start)),
        indicator=indicator.code,
        scope=scope,
        period=figure.period,
        measure=measure,
        quantity=Quantity(value, unit, Comparator.EQ),
        evidence=figure.evidence or "table",
        estimated="预计" in figure.measure,
        sources=(figure.source,),
    )
    return observation, replace(indicator), match.indicator is not None


def _is_act(wording: str) -> bool:
    return any(word in wording for word in ("新增", "新建", "改造", "实际使用", "实际利用", "到位"))


def _unknown(document: str, figure: ObservedFigure) -> Finding:
    row = figure.source.span.start
    return Finding(
        code="LT417",
        severity=Severity.INFO,
        message=f"第{row}行：没有文件提到指标“{figure.wording}”，词表中也没有；已单列",
        message_en=f"row {row}: no document and no vocabulary knows “{figure.wording}”; it was entered on its own",
        span=figure.source.span,
        remedy="核对名称，或把它关联到已有指标",
        remedy_en="check the name, or link it to an indicator that is there",
        document=document,
    )
