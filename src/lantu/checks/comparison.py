"""Which figures speak of the same thing at the same time, so that they ought to agree."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from lantu.checks.base import CheckContext, Figure
from lantu.checks.values import can_both_be_true, dimension
from lantu.ledger.figures import first_year, last_year
from lantu.model.indicator import NumberKind
from lantu.model.statement import Comparator, Measure

#: A wording that the vocabulary does not know must be this long to be sure that it is not just “项目” or “本地配套率”.
_SPECIFIC = 6

#: Words before an amount that make it an average over years.
_AVERAGE = re.compile("年均(?!浓度)|年平均(?!浓度)|平均每年")
_NEAR = 10

Key = tuple[str, ...]


def same_thing(figures: Iterable[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Figures in groups: one indicator, one area, one sort of number, one time, and promised or reported alike."""
    groups: dict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.value is not None and is_specific(figure) and not _is_average(figure):
            groups[_key(figure)].append(figure)
    for group in groups.values():
        if len(group) > 1:
            yield tuple(group)


def _key(figure: Figure) -> Key:
    statement = figure.statement
    return (
        figure.key,
        figure.scope,
        statement.kind.value,
        "change" if figure.is_change else _sort_of_amount(figure),
        _time(figure),
        # A growth in % and one in 百分点 are two sorts of numbers; 亿斤 and 万吨 are one.
        dimension(figure) if figure.is_change else "",
    )


def _sort_of_amount(figure: Figure) -> str:
    """What was there at the end, or what was done in the time; a yearly output is the latter, whatever its verb."""
    if figure.indicator.known and figure.indicator.number is NumberKind.FLOW:
        return Measure.FLOW.value
    return figure.statement.measure.value


def _is_average(figure: Figure) -> bool:
    """Whether an amount is the average of several years: 粮食年均产量达到464亿斤 is no year's output."""
    if figure.is_change:
        return False
    words = "".join(figure.read.sentence.split())
    place = words.find("".join(figure.statement.text.split()))
    return bool(_AVERAGE.search(words[max(0, place - _NEAR) : place]))


def _time(figure: Figure) -> str:
    period = figure.statement.period
    if figure.statement.measure is Measure.LEVEL:
        return str(last_year(period) or "")
    return period


def is_specific(figure: Figure) -> bool:
    """Whether the wording says what it is about, wherever it stands."""
    if figure.indicator.known:
        return True
    return len(figure.statement.subject) >= _SPECIFIC


def contradictions(group: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures that cannot both be true; those of one sentence tell two things apart and are left."""
    for a, b in combinations(group, 2):
        if a.document.id == b.document.id and a.statement.sentence == b.statement.sentence:
            continue
        if a.statement.modality == "预计" or b.statement.modality == "预计":
            continue
        if not can_both_be_true(a, b) and _is_same_wording_or_known(a, b):
            yield a, b


def _is_same_wording_or_known(a: Figure, b: Figure) -> bool:
    """Whether the two surely speak of one thing; a limit in other words may be set for some other area."""
    return a.statement.subject == b.statement.subject or (a.indicator.known and is_exact(a) and is_exact(b))


def is_exact(figure: Figure) -> bool:
    """Whether the figure gives one value rather than a limit."""
    return figure.quantity.comparator in (Comparator.EQ, Comparator.APPROX)


def speaks_for(context: CheckContext, figure: Figure) -> str:
    """The plan that a figure's document is a part of, or the document itself: parts of one plan speak with one voice."""
    return context.plan_of.get(figure.document.id, figure.document.id)


def years(period: str) -> int:
    """How many years a period holds.

    >>> years("2021-2025"), years("2023"), years("")
    (5, 1, 0)
    """
    last = last_year(period)
    return last - first_year(period) + 1 if last else 0


def is_of_own_plan(figure: Figure) -> bool:
    """Whether a figure of a table is for the plan's own time, not for the plan before, on which it looks back."""
    last = last_year(figure.document.period)
    return not last or last_year(figure.statement.period) in (0, last)
