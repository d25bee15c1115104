"""The page of docs/reference that shows the indicator vocabulary."""

from collections.abc import Iterator

from lantu.model.indicator import Direction, Indicator, NumberKind, RegionRule, YearRule
from lantu.vocabulary.indicators import Vocabulary, vocabulary

_DIRECTIONS = {
    Direction.HIGHER: "↑ higher",
    Direction.LOWER: "↓ lower",
    Direction.BAND: "↔ band",
    Direction.NEUTRAL: "· neutral",
}
_NUMBERS = {
    NumberKind.LEVEL: "水平 level",
    NumberKind.FLOW: "流量 flow",
    NumberKind.SHARE: "比率 share",
    NumberKind.GROWTH: "增速 growth",
    NumberKind.CUMULATIVE: "累计 cumulative",
    NumberKind.INDEX: "指数 index",
}
_YEARS = {
    YearRule.LAST: "末年 last",
    YearRule.SUM: "相加 sum",
    YearRule.COMPOUND: "复合 compound",
    YearRule.MEAN: "平均 mean",
    YearRule.HELD: "逐年 every year",
    YearRule.NONE: "—",
}
_HEAD = """# Indicators 指标词表

<!-- Written by `make docs`; change src/lantu/vocabulary/indicators.txt instead. -->

{count} indicators of development planning with {aliases} other wordings. How wordings are linked to them is told in
[Linking](../explanation/linking.md); how to add one stands at the head of `indicators.txt`.

- **better**: which way is better.
- **number**: what kind of number the name alone stands for.
- **regions**: how the figures of regions make that of the whole: they add up (相加), their mean is weighted by another
  indicator (its code), or they cannot be put together (—).
- **years**: how the figures of years make that of a plan period.
- **not**: names that look like it and are not it. **relation**: what it is to another indicator.
"""


def indicators_page() -> str:
    """The whole page, field by field."""
    known = vocabulary()
    count, aliases = len(known.indicators), sum(len(item.aliases) for item in known.indicators.values())
    sections = (_section(known, name, zh) for name, zh in known.fields.items())
    return _HEAD.format(count=count, aliases=aliases) + "\n" + "\n".join(sections)


def _section(known: Vocabulary, field: str, zh: str) -> str:
    rows = [_row(known, item) for item in known.indicators.values() if item.field == field]
    head = "| code | name | unit | better | number | regions | years | department | also written | not; relation |\n"
    return f"## {zh} {field} ({len(rows)})\n\n{head}{'| --- ' * 10}|\n" + "\n".join(rows) + "\n"


def _row(known: Vocabulary, item: Indicator) -> str:
    regions = {RegionRule.SUM: "相加 sum", RegionRule.WEIGHTED: item.weight, RegionRule.NONE: "—"}[item.regions]
    cells = (
        item.code,
        f"**{item.name}**<br>{item.name_en}",
        "、".join(known.units[item.code]) or "—",
        _DIRECTIONS[item.direction],
        _NUMBERS[item.number],
        regions,
        _YEARS[item.years],
        item.department,
        "、".join(item.aliases),
        "<br>".join(_remarks(known, item)),
    )
    return "| " + " | ".join(cells) + " |"


def _remarks(known: Vocabulary, item: Indicator) -> Iterator[str]:
    for namesake in item.namesakes:
        yield f"≠ {namesake.name}：{namesake.reason}"
    for link in known.links.get(item.code, ()):
        yield f"{link.key} {link.code} {known.indicators[link.code].name}：{link.reason}"
