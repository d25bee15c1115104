"""Pairs of figures within one plan that cannot both be true."""

from collections import defaultdict

from lantu.checks.base import CheckContext, Figure
from lantu.checks.comparison import contradictions, same_thing, speaks_for


def disagreements(context: CheckContext) -> tuple[tuple[Figure, Figure], ...]:
    """Pairs of figures of one document, or of the parts of one plan, that cannot both be true; the earlier one first.

    A value that is repeated makes one pair, not one for each place that repeats it.
    """
    by_plan: dict[str, list[Figure]] = defaultdict(list)
    for figure in context.figures:
        by_plan[speaks_for(context, figure)].append(figure)
    found: list[tuple[Figure, Figure]] = []
    for figures in by_plan.values():
        for group in same_thing(figures):
            # A target and the figures that a table's head gives beside it are told apart by their kind.
            found.extend(contradictions(group))
    return tuple(found)
