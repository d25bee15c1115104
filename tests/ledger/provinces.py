"""Small documents about provinces that do not exist, and the ledgers that they make."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from hashlib import sha256

from lantu.extraction.pipeline import extract
from lantu.ledger.assembly import assemble_ledger
from lantu.ledger.readings import take_reading
from lantu.model.ledger import Decision, DecisionAction, Ledger, Observation, Target
from lantu.model.reading import DocumentReading, ObservationTable, ReadStatement
from lantu.reading.documents import read_document
from lantu.text.source import Source

OUTLINE = """澜岳省国民经济和社会发展第十五个五年规划纲要

第一章 发展目标
到2030年，粮食综合生产能力稳定在380亿斤以上，森林覆盖率达到42.5%，新建省级湿地公园24个。
专栏1 “十四五”规划主要指标完成情况
指标\t属性\t2020年\t规划目标2025年\t实现情况2025年
常住人口城镇化率（%）\t预期性\t62.5\t66\t66.8
专栏2 “十五五”时期主要指标
指标\t属性\t2025年\t2030年\t年均增速[累计]
经济发展
地区生产总值增长（%）\t预期性\t\t\t6%左右
★森林覆盖率（%）\t约束性\t41\t42.5\t
粮食综合生产能力（万吨）\t约束性\t1850\t1900\t
"""

SECOND_PART = """第十章 绿色发展
到2030年，城市生活垃圾回收利用率达到36%。
"""

ACTION_PLAN = """澜岳省推进湖区振兴三年行动方案（2026—2028年）

一、主要任务
（一）种好粮食。到2028年，粮食产量达到375亿斤，粮食综合生产能力到2030年达到1900万吨。（责任单位：省农业农村厅）
（二）建设湖区。到2028年，湖区新建码头12个。（责任单位：省交通运输厅牵头）
"""

REPORT = """2027年澜岳省政府工作报告

一、2026年工作回顾
全年地区生产总值增长5.1%，粮食产量达到372.4亿斤，城镇新增就业43.8万人。
“十五五”目标已经明确，到2030年森林覆盖率达到42.5%。
二、2027年主要目标
地区生产总值增长5.5%左右，城镇新增就业45万人以上。
"""


def read(text: str, name: str = "纲要.txt", **settled: str) -> DocumentReading:
    """The reading of a text, as if it stood in a file of that name."""
    source = Source(name, text, digest=sha256(text.encode()).hexdigest())
    return take_reading(extract(read_document(source, settled=settled)))


def outline(text: str = OUTLINE) -> DocumentReading:
    return read(text, "纲要.txt")


def second_part() -> DocumentReading:
    """The second file of the outline, which carries no title of its own."""
    return read(SECOND_PART, "纲要-下.txt", kind="outline", region="澜岳省", period="2026-2030")


def action_plan() -> DocumentReading:
    return read(ACTION_PLAN, "行动方案.txt")


def report(text: str = REPORT) -> DocumentReading:
    return read(text, "2027年报告.txt")


def everything() -> tuple[DocumentReading, ...]:
    return outline(), second_part(), action_plan(), report()


def ledger(
    *readings: DocumentReading, decisions: Sequence[Decision] = (), tables: Iterable[ObservationTable] = ()
) -> Ledger:
    return assemble_ledger(readings, tables, decisions)


def targets(found: Ledger, indicator: str) -> list[Target]:
    """The targets of an indicator, by its standard name."""
    codes = {each.code for each in found.indicators if each.name == indicator}
    return [target for target in found.targets if target.indicator in codes]


def observations(found: Ledger, indicator: str) -> list[Observation]:
    codes = {each.code for each in found.indicators if each.name == indicator}
    return [observation for observation in found.observations if observation.indicator in codes]


def statement(reading: DocumentReading, words: str, turn: int = 0) -> ReadStatement:
    """The statement whose quantity is printed so."""
    return [each for each in reading.statements if each.statement.text == words][turn]


def decide(anchor: str, action: str, why: str = "", **values: str) -> Decision:
    return Decision(anchor, DecisionAction(action), tuple(values.items()), "统计员", "2027-02-01T09:00:00", why)


def codes(found: Ledger) -> list[str]:
    """The numbers of the ledger's findings, in order."""
    return sorted(finding.code for finding in found.findings)


def number(text: str) -> Decimal:
    return Decimal(text)
