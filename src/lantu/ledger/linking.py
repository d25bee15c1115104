"""Wording to indicator: which statements of which documents speak of the same thing."""

from dataclasses import dataclass, replace

from lantu.model.indicator import Indicator
from lantu.model.ledger import Link, LinkMethod
from lantu.model.reading import ReadStatement
from lantu.model.statement import Statement
from lantu.vocabulary.matching import match_indicator, own_indicator


@dataclass(frozen=True, slots=True)
class Linked:
    """A statement with the indicator that it was taken to speak of."""

    read: ReadStatement
    indicator: Indicator
    link: Link


def link_statement(read: ReadStatement) -> Linked:
    """The statement with its indicator: one of the vocabulary, or an entry of its own.

    A wording that comes near several indicators and names none for certain gets an entry of its own too; its link
    lists the candidates, for a person to choose.
    """
    statement = read.statement
    match = match_indicator(
        statement.subject,
        unit=statement.quantity.unit,
        measure=statement.measure,
        scope=statement.scope,
        context=" ".join((*read.headings, _before(read))),
        act=_act(statement),
    )
    indicator = match.indicator
    if indicator is None:
        indicator = own_indicator(
            statement.subject,
            statement.quantity.unit,
            statement.measure,
            context=f"{read.anchor} {' '.join(read.headings)}",
        )
    link = Link(
        statement=read.anchor,
        indicator=indicator.code,
        method=LinkMethod(match.method.value) if match.indicator is not None else LinkMethod.OWN,
        confidence=match.confidence,
        reasons=match.reasons,
        candidates=tuple(candidate.indicator.code for candidate in match.candidates),
    )
    # 失业率下降 names the indicator and the change at once: the indicator is linked, the change is the kind of number.
    measured = replace(read, statement=replace(statement, measure=match.measure)) if match.indicator else read
    return Linked(measured, indicator, link)


def _before(read: ReadStatement) -> str:
    """The words of the sentence before the figure: a later phrase must not be taken for the nearest."""
    figure = "".join(read.statement.text.split())
    at = read.sentence.find(figure)
    return read.sentence[:at] if at >= 0 else read.sentence


def _act(statement: Statement) -> str:
    """The act that was read to govern the figure: 化解和淘汰 of 煤炭产能 adds nothing to it."""
    return next((reason.removeprefix("act:") for reason in statement.reasons if reason.startswith("act:")), "")


def relink(linked: Linked, indicator: Indicator, reason: str) -> Linked:
    """The statement linked by a person to another indicator."""
    link = replace(
        linked.link,
        indicator=indicator.code,
        method=LinkMethod.PERSON,
        confidence=1.0,
        reasons=(reason,) if reason else (),
    )
    return Linked(linked.read, indicator, link)


def is_about_whole(statement: Statement) -> bool:
    """Whether a statement speaks of the whole jurisdiction."""
    return not statement.scope
