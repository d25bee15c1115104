"""A small plan with a fault in it, and what rules look at for any text: shared by the tests of checks and their output."""

from dataclasses import replace

from lantu.app.check_documents import make_context
from lantu.checks.base import CheckContext
from lantu.extraction.pipeline import extract
from lantu.model.document import Conclusion
from lantu.model.extraction import Extraction
from lantu.reading.documents import read_document
from lantu.text.source import Source

#: The text says 82.6%, the table 83.6.
PLAN = """云岭省国民经济和社会发展第十五个五年规划纲要
（2026年2月）
第一章 发展基础
2025年，空气质量优良天数比率为82.6%，生态环境持续改善。
第二章 发展目标
专栏1 “十五五”时期主要指标
指标\t属性\t2025年\t2030年\t年均增速[累计]
绿色生态
空气质量优良天数比率（%）\t约束性\t83.6\t85\t
第三章 重点任务
扎实推进各项工作。
"""
#: Says of the same year what the table says.
REPORT = """2026年云岭省政府工作报告
（2026年1月20日）
一、2025年工作回顾
2025年，空气质量优良天数比率为83.6%，城镇调查失业率5.8%。
"""


def context_of(*documents: tuple[str, str] | tuple[str, str, str, str]) -> CheckContext:
    """What rules look at, for documents given as name and text, and region and code where those are settled."""
    return make_context([_extraction(*document) for document in documents])


def _extraction(name: str, text: str, region: str = "", code: str = "") -> Extraction:
    document = read_document(Source(name, text))
    if region:
        place = {"region": Conclusion(region, settled=True), "region_code": Conclusion(code, settled=True)}
        document = replace(document, front=replace(document.front, **place))
    return extract(document)


def plan_context() -> CheckContext:
    """What rules look at, for the plan with its fault."""
    return context_of(("云岭纲要.txt", PLAN))
