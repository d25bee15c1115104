"""Findings that only list: gathered into one for each document, so that they do not flood the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from lantu.checks.base import Figure


def by_document(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """The figures of each document together, in the order of the text."""
    grouped: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        grouped[figure.document.id].append(figure)
    yield from grouped.values()


def subjects(figures: Iterable[Figure]) -> list[str]:
    """What the figures are about, each once."""
    return list(dict.fromkeys(f"{figure.scope}{figure.statement.subject}" for figure in figures))
