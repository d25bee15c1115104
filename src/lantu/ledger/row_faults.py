"""What can be wrong with a row of a table of figures: each fault named by row and column, with what to do.

The span of such a finding holds the row's number twice, counted from 1 with the head as the first.
"""

from collections.abc import Sequence

from lantu.model.finding import Finding, Severity
from lantu.text.span import Span

#: Rows listed by number before the rest are only counted.
_LISTED = 8


def no_indicator(document: str, row: int) -> Finding:
    """LT411: the row names no indicator."""
    return Finding(
        code="LT411",
        severity=Severity.WARNING,
        message=f"第{row}行“指标”列为空；该行未计入",
        message_en=f"row {row}, column indicator: empty; the row was left out",
        span=Span(row, row),
        remedy="填写指标名称",
        remedy_en="name the indicator",
        document=document,
    )


def no_year(document: str, row: int, year: str) -> Finding:
    """LT412: the row names no year."""
    return Finding(
        code="LT412",
        severity=Severity.WARNING,
        message=f"第{row}行“年份”列：“{year}”不是年份；该行未计入",
        message_en=f"row {row}, column year: “{year}” is no year; the row was left out",
        span=Span(row, row),
        remedy="写成2023或2021-2025",
        remedy_en="write 2023 or 2021-2025",
        document=document,
    )


def no_number(document: str, row: int, value: str) -> Finding:
    """LT413: the value is no number."""
    return Finding(
        code="LT413",
        severity=Severity.WARNING,
        message=f"第{row}行“数值”列：“{value}”不是数；该行未计入",
        message_en=f"row {row}, column value: “{value}” is no number; the row was left out",
        span=Span(row, row),
        remedy="只填数字，单位写在单位列",
        remedy_en="give the number alone, its unit in the unit column",
        document=document,
    )


def unknown_unit(document: str, row: int, unit: str) -> Finding:
    """LT414: the unit is in no table of units."""
    return Finding(
        code="LT414",
        severity=Severity.WARNING,
        message=f"第{row}行“单位”列：单位“{unit}”不认识；该行未计入",
        message_en=f"row {row}, column unit: the unit “{unit}” is not known; the row was left out",
        span=Span(row, row),
        remedy="核对单位写法，例如亿元、万人、%",
        remedy_en="check how the unit is written, such as 亿元, 万人, %",
        document=document,
    )


def repeated(document: str, row: int, earlier: int) -> Finding:
    """LT415: the row says the same as an earlier one."""
    return Finding(
        code="LT415",
        severity=Severity.WARNING,
        message=f"第{row}行“指标”列：与第{earlier}行重复；只计一次",
        message_en=f"row {row}, column indicator: repeats row {earlier}; it was taken once",
        span=Span(row, row),
        remedy="删去其中一行",
        remedy_en="delete one of the two",
        document=document,
    )


def contradicted(document: str, row: int, earlier: int, value: str) -> Finding:
    """LT416: the row gives another value than an earlier one."""
    return Finding(
        code="LT416",
        severity=Severity.WARNING,
        message=f"第{row}行“数值”列：与第{earlier}行不一致，那里是{value}；两行都已计入",
        message_en=f"row {row}, column value: contradicts row {earlier}, which says {value}; both were taken",
        span=Span(row, row),
        remedy="核对两行，保留一个",
        remedy_en="check both and keep one",
        document=document,
    )


def unknown_indicator(document: str, rows: Sequence[int], wording: str) -> Finding:
    """LT417: no document and no vocabulary knows the indicator."""
    return Finding(
        code="LT417",
        severity=Severity.INFO,
        message=f"第{listed(rows)}行“指标”列：没有文件提到指标“{wording}”，词表中也没有；已单列",
        message_en=f"row {listed(rows)}, column indicator: no document and no vocabulary knows “{wording}”; it was entered on its own",
        span=Span(rows[0], rows[0]),
        remedy="核对名称，或把它关联到已有指标",
        remedy_en="check the name, or link it to an indicator that is there",
        document=document,
    )


def separated_thousands(document: str, row: int, value: str, taken: str) -> Finding:
    """LT418: the value is printed with thousands separators, which were taken out."""
    return Finding(
        code="LT418",
        severity=Severity.INFO,
        message=f"第{row}行“数值”列：“{value}”带有千分位分隔符，按{taken}计入",
        message_en=f"row {row}, column value: “{value}” has thousands separators; it was taken as {taken}",
        span=Span(row, row),
        remedy="数值不加千分位分隔符",
        remedy_en="write numbers without thousands separators",
        document=document,
    )


def missing_unit(document: str, rows: Sequence[int], wording: str, unit: str) -> Finding:
    """LT419: the unit is missing; the indicator's usual one was assumed."""
    return Finding(
        code="LT419",
        severity=Severity.WARNING,
        message=f"第{listed(rows)}行“单位”列为空：“{wording}”按常用单位{unit}计入",
        message_en=f"row {listed(rows)}, column unit: empty; “{wording}” was taken in its usual unit {unit}",
        span=Span(rows[0], rows[0]),
        remedy="填写单位",
        remedy_en="give the unit",
        document=document,
    )


def unfit_unit(document: str, row: int, wording: str, unit: str, why: str) -> Finding:
    """LT420: the unit cannot be one of the indicator's."""
    return Finding(
        code="LT420",
        severity=Severity.WARNING,
        message=f"第{row}行“单位”列：“{wording}”不能以“{unit}”计（{why}）；该行未计入",
        message_en=f"row {row}, column unit: “{wording}” cannot be counted in “{unit}”; the row was left out",
        span=Span(row, row),
        remedy="核对单位和口径；增速写%，并在“口径”列写同比增长",
        remedy_en="check unit and measure; growth is given in % with 同比增长 in the measure column",
        document=document,
    )


def wrong_length(document: str, row: int, cells: int, wanted: int) -> Finding:
    """LT421: the row has not as many cells as the head."""
    return Finding(
        code="LT421",
        severity=Severity.WARNING,
        message=f"第{row}行有{cells}列，首行有{wanted}列；该行未计入",
        message_en=f"row {row} has {cells} columns, the first row {wanted}; the row was left out",
        span=Span(row, row),
        remedy="补齐空缺的列；数值中有逗号时加引号，或去掉逗号",
        remedy_en="fill in the missing columns; quote values with commas, or take the commas out",
        document=document,
    )


def blank_rows(document: str, rows: Sequence[int]) -> Finding:
    """LT422: rows without anything in them."""
    return Finding(
        code="LT422",
        severity=Severity.INFO,
        message=f"第{listed(rows)}行是空行，已跳过",
        message_en=f"row {listed(rows)}: blank; passed over",
        span=Span(rows[0], rows[0]),
        remedy="删去空行",
        remedy_en="delete blank rows",
        document=document,
    )


def foreign_region(document: str, rows: Sequence[int], region: str, ledger: str) -> Finding:
    """LT423: the row is about a region outside the ledger's."""
    return Finding(
        code="LT423",
        severity=Severity.WARNING,
        message=f"第{listed(rows)}行“地区”列：“{region}”不在{ledger}；未计入",
        message_en=f"row {listed(rows)}, column region: “{region}” is not in {ledger}; left out",
        span=Span(rows[0], rows[0]),
        remedy="核对地区名称；其他省的数据请另建台账",
        remedy_en="check the region's name; make a ledger of its own for another province",
        document=document,
    )


def listed(rows: Sequence[int]) -> str:
    """Row numbers as people list them.

    >>> listed([4, 7]), listed(range(2, 20))
    ('4、7', '2、3、4、5、6、7、8、9等18')
    """
    shown = "、".join(map(str, rows[:_LISTED]))
    return shown if len(rows) <= _LISTED else f"{shown}等{len(rows)}"
