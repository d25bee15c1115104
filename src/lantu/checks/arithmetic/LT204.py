"""文字所写指标总数与各类之和不等。

检查什么
    一句话写了指标总数，又写了约束性、预期性各多少项，各类之和应等于总数。
为什么
    总数常在改稿时漏改，代表和公众首先看到的就是这句话。
反例
    共设置36项指标，其中预期性指标25项、约束性指标10项。
正例
    共设置36项指标，其中预期性指标26项、约束性指标10项。
依据
    指标按属性分为约束性和预期性两类，不重不漏。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Parameters, Rule
from lantu.checks.counts import counted_sentences
from lantu.model.finding import Finding, Severity

RULE = Rule("LT204", Severity.ERROR, "Counts of indicators in a sentence do not sum to its total")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """A finding for each sentence whose counts do not sum up."""
    for sentence in counted_sentences(context):
        counts = (*sentence.anticipatory, *sentence.binding)
        if sum(counts) != sentence.total:
            added = "+".join(map(str, counts))
            yield RULE.finding(
                sentence.place,
                f"写为共{sentence.total}项指标，而预期性与约束性各项相加为{added}={sum(counts)}",
                f"the text says {sentence.total} indicators, its parts are {added} = {sum(counts)}",
                remedy="核对总数和各类的项数",
                remedy_en="check the total and its parts",
            )
