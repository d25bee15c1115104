"""文字所写指标数与指标表不符。

检查什么
    文字写的指标总数、约束性和预期性项数，与同一规划指标表的行数比较。报告只在规划的第一年与该规划的表比较，
    因为以后各年的句子可能说的是别的规划。
为什么
    文字与表各改一次，就会差一两项；考核以哪个为准说不清。
反例
    表列36行，文字写“共设置34项指标，其中预期性指标25项、约束性指标9项”。
正例
    表列36行，文字写“共设置36项指标，其中预期性指标26项、约束性指标10项”。
依据
    指标表是规划纲要的组成部分，文字应与表一致。
参数
    无。
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lantu.checks.base import CheckContext, Parameters, Place, Rule
from lantu.checks.counts import CountedSentence, counted_sentences
from lantu.ledger.figures import first_year, last_year
from lantu.model.finding import Finding, Severity

RULE = Rule("LT205", Severity.ERROR, "Counts of indicators in the text differ from the table")

#: “十三五” is 2016—2020.
_PLANS = {name: 2005 + 5 * number for number, name in enumerate(("十一五", "十二五", "十三五", "十四五", "十五五"), 1)}
_PLAN_NAME = re.compile("|".join(_PLANS))
_JUDGED = re.compile("完成|实现|达到预期")


@dataclass(slots=True)
class _TableRows:
    """The rows of one indicator table that carry an attribute."""

    place: Place
    plan: str
    first: int
    last: int
    attributes: dict[int, str] = field(default_factory=dict)

    def count(self, attribute: str) -> int:
        return sum(each == attribute for each in self.attributes.values())


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """A finding for each sentence whose counts are not those of its table."""
    tables = _tables(context)
    for sentence in counted_sentences(context):
        if _JUDGED.search(sentence.words):
            continue
        for table in tables.values():
            if _speaks_of(sentence, table):
                yield from _compare(sentence, table)


def _tables(context: CheckContext) -> Mapping[tuple[str, int], _TableRows]:
    found: dict[tuple[str, int], _TableRows] = {}
    for figure in context.figures:
        cell = figure.statement.cell
        if cell is None or not cell.attribute:
            continue
        key = figure.document.id, cell.table
        if key not in found:
            plan = context.plan_of.get(figure.document.id, "")
            first, last = first_year(figure.document.period), last_year(figure.document.period)
            found[key] = _TableRows(figure.place, plan, first, last)
        found[key].attributes[cell.row] = cell.attribute
    return found


def _speaks_of(sentence: CountedSentence, table: _TableRows) -> bool:
    named = {_PLANS[name] for name in _PLAN_NAME.findall(sentence.words)}
    # “十四五” ends in 2025, and its first year is 2021.
    if named and table.last not in named:
        return False
    document = sentence.document
    same_document = document.id == table.place.document
    return same_document or first_year(document.period) == table.first


def _compare(sentence: CountedSentence, table: _TableRows) -> Iterator[Finding]:
    stated = (sentence.total, sum(sentence.anticipatory), sum(sentence.binding))
    counted = (len(table.attributes), table.count("预期性"), table.count("约束性"))
    if stated != counted:
        yield RULE.finding(
            sentence.place,
            f"文字写为共{stated[0]}项指标（预期性{stated[1]}项、约束性{stated[2]}项），"
            f"指标表列出{counted[0]}项（预期性{counted[1]}项、约束性{counted[2]}项）",
            f"the text counts {stated[0]} indicators ({stated[1]} anticipatory, {stated[2]} binding), "
            f"the table has {counted[0]} ({counted[1]}, {counted[2]})",
            remedy="对照指标表改正文字，或补全指标表",
            remedy_en="correct the text by the table, or complete the table",
            also=(table.place,),
        )
