"""指标换了名称。

检查什么
    同一指标在规划的指标表里叫一个名称，在别的文件里叫另一个名称。每两份文件合并为一条，列出名称。
为什么
    名称不同，读者和系统都难以对上；名称一变，口径也可能跟着变。
反例
    纲要：招商引资实到资金；年度报告：招商引资实际到位资金。
正例
    各份文件都用“招商引资实到资金”。
依据
    指标名称应当规范统一，变更的应作说明。
参数
    无。
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import is_of_own_plan, speaks_for
from lantu.checks.wording import listed
from lantu.model.finding import Finding, Severity
from lantu.model.ledger import LinkMethod

RULE = Rule("LT505", Severity.INFO, "An indicator goes by another name")

_MOST = 8
#: Words around a name that do not make it another name.
_AROUND = re.compile(
    r"增长(?:速度|率)?$|增速$|[（(].*?[）)]|[“”★\s]|^(?:全省|全市|全区|我省|累计|新增|年均)|(?:率|降低|下降)$|总量$|总额$|数量?$"
)


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """One finding for each pair of plans that use different names."""
    tables = [
        figure
        for figure in context.figures
        if figure.statement.cell is not None and figure.is_target and is_of_own_plan(figure)
    ]
    pairs: dict[tuple[str, str], dict[tuple[str, str], tuple[Figure, Figure]]] = defaultdict(dict)
    for named in tables:
        for other in _others(context, named):
            key = speaks_for(context, named), other.document.id
            pairs[key].setdefault((named.statement.subject, other.statement.subject), (named, other))
    for renamed in pairs.values():
        yield _finding(context, list(renamed.values()))


def _others(context: CheckContext, named: Figure) -> Iterator[Figure]:
    for other in context.by_indicator[named.key]:
        if (
            speaks_for(context, other) != speaks_for(context, named)
            and other.indicator.known
            and other.link is not None
            and other.link.method is not LinkMethod.PERSON
            and not _same_name(named.statement.subject, other.statement.subject)
        ):
            yield other


def _same_name(a: str, b: str) -> bool:
    """Whether the names are one but for words around them; a name that ends with the other is its full form."""
    one, other = _core(a), _core(b)
    return one == other or one.endswith(other) or other.endswith(one)


def _core(name: str) -> str:
    previous = ""
    while name != previous:
        previous, name = name, _AROUND.sub("", name)
    return name


def _finding(context: CheckContext, renamed: list[tuple[Figure, Figure]]) -> Finding:
    names = [f"“{named.statement.subject}”→“{other.statement.subject}”" for named, other in renamed]
    table, other = renamed[0]
    return RULE.finding(
        other.place,
        f"{context.name(table.document.id)}指标表中的指标在此换了名称：{listed(names, most=_MOST)}",
        f"indicators of the table go by other names here: {listed(names, most=_MOST)}",
        remedy="沿用规划中的名称；口径有变的作出说明",
        remedy_en="keep the plan's names; say so where the definition changed",
        also=[figure.place for pair in renamed for figure in pair],
    )
