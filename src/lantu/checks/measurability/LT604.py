"""目标没有数值。

检查什么
    “稳步提高”“持续改善”“进入先进行列”一类没有数值的目标；每份文件合并为一条。
    “高于全国平均水平”“与经济增长基本同步”有参照，能够评估，不报；“等待国家下达”单独说明。
为什么
    没有数值，也没有参照，到期时怎样说都可以。
反例
    进出口总额稳中有升。
正例
    进出口总额增长6%；或：进出口总额增速高于全国平均水平。
依据
    目标应当可监测、可评估、可考核。
参数
    无。
"""

from collections.abc import Iterator, Sequence

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import is_of_own_plan
from lantu.checks.measurability.grouping import by_document
from lantu.checks.wording import listed
from lantu.model.finding import Finding, Severity
from lantu.model.statement import OpenTarget

RULE = Rule("LT604", Severity.INFO, "Targets without a number")

_VAGUE = (OpenTarget.DIRECTION, OpenTarget.RANKED)


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """At most two findings a document: targets in words only, and targets still to be set from above."""
    targets = [
        figure
        for figure in context.figures
        if figure.is_target and figure.quantity.open_target is not None and not _describes(figure)
    ]
    for figures in by_document(figure for figure in targets if figure.quantity.open_target in _VAGUE):
        names = _named(figures)
        yield RULE.finding(
            figures[0].place,
            f"有{len(figures)}个目标只有词语、没有数值：{listed(names)}",
            f"{len(figures)} targets are words without a number: {listed(names)}",
            remedy="给出数值，或写明与什么相比",
            remedy_en="give a number, or say what it is compared with",
            also=(figure.place for figure in figures),
        )
    for figures in by_document(
        figure
        for figure in targets
        if figure.quantity.open_target is OpenTarget.AWAITED and figure.statement.cell and is_of_own_plan(figure)
    ):
        names = _named(figures)
        yield RULE.finding(
            figures[0].place,
            f"有{len(figures)}个目标等待上级下达，下达后要补写：{listed(names)}",
            f"{len(figures)} targets await the upper level: {listed(names)}",
            remedy="上级下达后补写目标值",
            remedy_en="fill them in once they are set",
            also=(figure.place for figure in figures),
        )


def _named(figures: Sequence[Figure]) -> list[str]:
    return [f"{figure.statement.subject}{''.join(figure.statement.text.split())}" for figure in figures]


def _describes(figure: Figure) -> bool:
    """Whether the words describe something else: 适应比重持续提高的电网 promises a grid."""
    words, text = "".join(figure.read.sentence.split()), "".join(figure.statement.text.split())
    return words.partition(text)[2].startswith("的")
