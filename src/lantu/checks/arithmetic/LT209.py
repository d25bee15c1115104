"""三次产业之比合起来不是100。

检查什么
    “三次产业结构调整为8:38:54”一类的三数之比，三数相加应为100，容许四舍五入。
为什么
    比例之和不是100，必有一个数写错。
反例
    三次产业结构调整为8.2:38.5:55.3。
正例
    三次产业结构调整为8.2:38.5:53.3。
依据
    三次产业增加值之和等于地区生产总值。
参数
    tolerance：与100相差不超过多少，默认0.2。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.checks.base import CheckContext, Parameters, Place, Rule
from lantu.model.finding import Finding, Severity

RULE = Rule("LT209", Severity.ERROR, "The shares of the three industries do not make 100")

_NUMBER = r"(\d+(?:\.\d+)?)"
_COLON = r"\s*[:：∶比]\s*"
_SHARES = re.compile(
    rf"(?:三次产业|产业结构|三产)[^，。；\n\d]{{0,16}}?({_NUMBER}{_COLON}{_NUMBER}{_COLON}{_NUMBER})(?![\d.])"
)


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each ratio of the three industries that is not one of parts of 100."""
    room = parameters.number("tolerance")
    for described, document in context.texts:
        for match in _SHARES.finditer(document.clean.text):
            total = sum(map(Decimal, match.groups()[1:]), Decimal(0))
            if abs(total - 100) > room:
                yield RULE.finding(
                    Place(described.id, document.span(*match.span(1))),
                    f"三次产业之比“{match[1]}”合起来是{total}，不是100",
                    f"the shares of the three industries, {match[1]}, sum to {total}, not to 100",
                    remedy="核对三个数",
                    remedy_en="check the three numbers",
                )
